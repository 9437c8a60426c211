"""Texts in each format of feeds, tables and JSON, many of them broken: each gives what the laws promise.

Every entry is an article whose blocks tile its text and whose findings lie in it, or an error of ours; the same text
gives the same; nothing is read beyond what is there.
"""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradebrief as tb
from tradebrief.corpus import FORMATS

WORDS = st.sampled_from(
    [
        *(
            "Levy put off",
            "Ottawa said that it would stay.",
            "é",
            "e\u0301",
            "😀",
            "&amp;",
            "<p>",
            "</p>",
            "<b>x</b>",
            "",
        ),
        *(
            "\n",
            "\r\n",
            '"',
            ",",
            ";",
            "\t",
            "\\",
            "\x00",
            "\ufeff",
            "]]>",
            "By Ana Ruiz",
            "4 March 2026",
            "https://n.example",
        ),
    ]
)
texts = st.lists(WORDS | st.text(max_size=3), max_size=4).map("".join)
VALUES = texts | st.none() | st.integers() | st.booleans() | st.lists(texts, max_size=2) | st.just({"name": "Ana"})
KEYS = st.sampled_from(
    [
        *("text", "title", "author", "authors", "date", "url", "id", "tags", "content_html", "content_text", "summary"),
        *("@type", "@id", "articleBody", "headline", "dateline", "hasPart", "schema_version", "article", "version"),
    ]
)
objects = st.dictionaries(KEYS, VALUES, max_size=5)


def mutated(text: str, at: int, to: str, cut: int) -> str:
    """A text with a piece put in, and its end cut off."""
    at = at % (len(text) + 1)
    return (text[:at] + to + text[at:])[: len(text) + 1 - cut % (len(text) + 1)]


@st.composite
def rows(draw: st.DrawFn) -> str:
    cells = st.lists(texts.map(lambda words: '"' + words.replace('"', '""') + '"') | texts, min_size=1, max_size=3)
    lines = draw(st.lists(cells.map(",".join), max_size=4))
    return "\n".join(["text,title,date", *lines])


@st.composite
def feeds(draw: st.DrawFn) -> str:
    tags = st.sampled_from(["title", "description", "pubDate", "author", "guid", "link", "category", "content", "id"])
    parts = draw(st.lists(st.tuples(tags, texts), max_size=5))
    item = "".join(f"<{tag}>{words}</{tag}>" for tag, words in parts)
    before, after = draw(
        st.sampled_from(
            [
                ("<rss><channel><item>", "</item></channel></rss>"),
                ('<feed xmlns="http://www.w3.org/2005/Atom"><entry>', "</entry></feed>"),
            ]
        )
    )
    return f"{before}{item}{after}"


def feed_of(items: list[Any]) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})


def graph_of(items: list[dict[str, Any]]) -> str:
    return json.dumps({"@graph": [{"@type": "NewsArticle", **item} for item in items]})


def lines_of(items: list[Any]) -> str:
    return "\n".join(json.dumps({"text": "a", **item}) for item in items)


many = st.lists(objects, max_size=3)
WRITTEN = {
    "csv": rows(),
    "rss": feeds(),
    "jsonfeed": many.map(feed_of),
    "jsonld": many.map(graph_of),
    "jsonl": many.map(lines_of),
}


def entries(text: str, format: str) -> list[tb.Article | str]:
    found: list[tb.Article | str] = []
    for article in tb.parse_many(text, format=format, on_error=lambda error: found.append(str(error))):
        found.append(article)  # noqa: PERF402 - errors come in between.
    return found


@pytest.mark.parametrize("format", WRITTEN)
@given(data=st.data())
def test_whatever_is_written_gives_articles_or_errors_of_ours(format: str, data: st.DataObject) -> None:
    whole = data.draw(WRITTEN[format])
    text = (
        whole
        if data.draw(st.booleans())
        else mutated(whole, data.draw(st.integers(0, 300)), data.draw(texts), data.draw(st.integers(0, 40)))
    )

    found = entries(text, format)

    for entry in found:
        if isinstance(entry, tb.Article):
            assert sum(len(block.span) for block in entry.blocks) == len(entry.text)
            assert tb.loads(tb.dumps(entry), type=tb.Article) == entry
    assert entries(text, format) == found


SUFFIXES = sorted({suffix for format in FORMATS for suffix in format.suffixes})
CONTENTS = {
    "nothing": b"",
    "a byte order mark": b"\xef\xbb\xbf",
    "white space": b" \r\n\t\n",
    "a text": b"Levy put off\n\nOttawa said that it would stay.\n",
    "a page": b"<!doctype html><p>Ottawa said that it would stay.</p>",
    "a feed": b"<rss><channel><item><title>Levy</title></item></channel></rss>",
    "JSON": b'{"version": "1", "items": [], "text": "a"}',
    "a number": b"1",
    "a document cut off": tb.dumps(tb.parse("Levy put off")).encode()[:-40],
    "bytes": bytes(range(256)),
    "gzip": gzip.compress(b"Levy"),
    "a PDF cut off": b"%PDF-1.7\n1 0 obj\n<<",
    "a ZIP cut off": b"PK\x03\x04\x14\x00\x06\x00",
    "UTF-16": "Levy put off".encode("utf-16"),
}


@pytest.mark.parametrize("packing", ["", ".gz"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_mislabelled_file_gives_articles_or_an_error_with_its_name(suffix: str, packing: str, tmp_path: Path) -> None:
    pack: Callable[[bytes], bytes] = gzip.compress if packing else bytes
    path = tmp_path / f"some brief{suffix}{packing}"
    told: list[str] = []
    for content in CONTENTS.values():
        path.write_bytes(pack(content))
        told += (str(error) for error in errors_of(path))

    assert all("some brief" in message or "name its format" in message for message in told)


def errors_of(path: Path) -> list[Exception]:
    """What is told of a file; nothing but errors of ours is raised."""
    errors: list[Exception] = []
    for brief in tb.read_many(path, on_error=errors.append):
        assert brief.article.provenance.sha256
    assert all(isinstance(error, tb.TradebriefError) for error in errors)
    return errors
