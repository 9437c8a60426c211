"""What stands after an emoji is where each format says that it is, whatever the format counts in."""

import csv
import json
from collections.abc import Callable, Mapping
from io import BytesIO, StringIO
from typing import Any

import pyarrow as pa
import pytest
import yaml
from pyarrow import parquet

import tradebrief as tb
from tradebrief.formats import Content
from tradebrief.serialize import FORMATS

BRIEF = tb.read("😀 Talks resume\n\n👩‍👧 Ottawa said that 😀 quotas would end by May.\n")
(CONTENT,) = BRIEF.claims[0].content


def of_document(document: Any) -> str:
    """The words that the document's first claim leads to, in the document's own text."""
    ((start, end),) = document["claims"][0]["content"]
    found: str = document["article"]["text"][start:end]
    return found


def text_of(content: Content) -> str:
    assert isinstance(content, str | bytes)
    return content if isinstance(content, str) else content.decode()


def of_csv(content: Content) -> str:
    assert isinstance(content, Mapping)
    tables = {
        name: list(csv.DictReader(StringIO(text_of(content[f"{name}.csv"]), newline="")))
        for name in ("articles", "claims")
    }
    claim = tables["claims"][0]
    found = tables["articles"][0]["text"][int(claim["content_start"]) : int(claim["content_end"])]
    assert found == claim["content"]
    return found


def of_arrow(content: Content) -> str:
    assert isinstance(content, Mapping)
    tables: dict[str, pa.Table] = {}
    for name, data in content.items():
        assert isinstance(data, bytes)
        stem, _, suffix = name.partition(".")
        tables[stem] = parquet.read_table(BytesIO(data)) if suffix == "parquet" else pa.ipc.open_file(data).read_all()
    claim, text = tables["claims"].to_pylist()[0], tables["articles"].to_pylist()[0]["text"]
    found: str = text[claim["content_start"] : claim["content_end"]]
    assert found == claim["content"]
    return found


READERS: Mapping[str, Callable[[Content], str]] = {
    "arrow": of_arrow,
    "csv": of_csv,
    "json": lambda content: of_document(json.loads(text_of(content))),
    "jsonl": lambda content: of_document(json.loads(text_of(content))),
    "parquet": of_arrow,
    "yaml": lambda content: of_document(yaml.safe_load(text_of(content))),
}


@pytest.mark.parametrize("format", READERS)
def test_claim_after_an_emoji_is_where_the_format_says(format: str) -> None:
    expected = BRIEF[CONTENT]

    assert "quotas would end" in expected
    assert READERS[format](tb.export(BRIEF, format).content) == expected


@pytest.mark.parametrize("format", [format for format in FORMATS if format.is_readable], ids=lambda format: format.name)
def test_spans_come_back_after_an_emoji(format: tb.OutputFormat) -> None:
    export = tb.export(BRIEF, format.name)
    found = tb.loads(export.content, format.name)

    words = {BRIEF[span] for claim in BRIEF.claims for span in claim.content}
    assert {found[span] for claim in found.claims for span in claim.content} <= words
    assert [found[span] for stance in found.stances for span in stance.evidence] == [
        BRIEF[span] for stance in BRIEF.stances for span in stance.evidence
    ]
