"""Time grows with the length of a feed, a table or a JSON text and no faster, whatever a stranger repeats in it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest
from tests.laws.test_linear import check

import tradebrief as tb

ROWS = {
    "quotation marks": '"',
    "pairs of them": '""',
    "spaces and marks": ' "',
    "commas": ",",
    "bars": "|",
    "rows": "a,b\n",
    "quoted rows": '"a",b\n',
    "rows with words after a mark": '"a" b,c\n',
    "rows that are too long": "a,b,c\n",
    "blank lines": "\r\n",
    "carriage returns": "\r",
    "tags": '"<p>a",b\n',
}
LINES = {
    "brackets": "[",
    "braces": '{"a":',
    "marks": '"',
    "escaped marks": '\\"',
    "objects": "{}\n",
    "texts": '{"text":"a"}\n',
    "keys": '"a":1,',
    "digits": "1",
    "halves of pairs": '{"text":"\\ud800"}\n',
    "documents": '{"schema_version":"1.0","article":1}\n',
}
ITEMS = {
    "items": "{},",
    "texts": '{"@type":"NewsArticle","articleBody":"a","content_text":"a"},',
    "pages": '{"@type":"NewsArticle","articleBody":"<p>a","content_html":"<p>a"},',
    "lists": "[",
    "parts": '{"@type":"NewsArticle","hasPart":[',
    "graphs": '{"@graph":[',
    "keys": '{"a":"b","a":"b"},',
}
MARKS = {
    "items": "<item><title>a</title></item>",
    "open items": "<item>",
    "closing tags": "</item>",
    "titles": "<title>a</title>",
    "contents": "<item><description>&lt;p>a</description></item>",
    "authors": "<author>a@b (c)</author>",
    "half addresses": "<author>a@",
    "channels": "<channel>",
    "channels with items": "<channel><item><title>a</title></item></channel>",
    "comments": "<!--",
    "declarations": "<![",
    "document types": "<!DOCTYPE a [",
    "sections": "<![CDATA[",
    "ends of sections": "]]>",
    "ampersands": "&",
    "entities": "&nbsp",
    "whole entities": "&nbsp;",
    "numbers of characters": "&#",
    "tags": "<a ",
    "attributes": '<a x="',
    "namespaces": '<a xmlns:a="b">',
    "instructions": "<?",
    "angles": "<",
    "escaped angles": "&lt;",
    "escaped tags": "&lt;b>",
}


def taken(format: str, before: str, text: str) -> None:
    """Read all that can be read."""
    with suppress(tb.TradebriefError):
        for _ in tb.parse_many(before + text.partition("\n")[2], format=format, on_error=str):
            pass


def reader(format: str, before: str = "") -> Callable[[str], object]:
    return partial(taken, format, before)


@pytest.mark.parametrize("unit", ROWS.values(), ids=ROWS)
def test_table_is_read_in_linear_time(unit: str) -> None:
    check(reader("csv", "text,id\n"), unit, 1_000)


@pytest.mark.parametrize("unit", LINES.values(), ids=LINES)
def test_lines_are_read_in_linear_time(unit: str) -> None:
    check(reader("jsonl"), unit, 1_000)


@pytest.mark.parametrize("format", ["jsonfeed", "jsonld", "json"])
@pytest.mark.parametrize("unit", ITEMS.values(), ids=ITEMS)
def test_list_of_json_is_read_in_linear_time(unit: str, format: str) -> None:
    def read(text: str) -> None:
        items = text.partition("\n")[2].rstrip(",")
        taken(format, "", '\n{"version":"jsonfeed.org/version/1","@graph":[' + items + '],"items":[' + items + "]}")

    check(read, unit, 1_000)


@pytest.mark.parametrize("before", ["", "<rss><channel>", "<rss><channel><item>", "<feed><entry><content>"])
@pytest.mark.parametrize("unit", MARKS.values(), ids=MARKS)
def test_feed_is_read_in_linear_time(unit: str, before: str) -> None:
    check(reader("rss", before), unit, 1_000)


@pytest.mark.parametrize("unit", [*LINES.values(), *MARKS.values(), *ROWS.values()])
def test_format_is_told_in_linear_time(unit: str) -> None:
    def choose(text: str) -> None:
        with suppress(tb.TradebriefError):
            tb.parse('{"a":' + text, limits=tb.Limits(nodes=0))

    check(choose, unit, 2_000)
