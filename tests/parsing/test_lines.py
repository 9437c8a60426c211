"""JSON Lines of texts: an article a line, with what its keys state."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

import tradebrief as tb
from tradebrief.formats import Columns


def entries(lines: str, **columns: str) -> list[str]:
    """The text of each line that can be read, and what is told of the others, line first."""
    found: list[str] = []

    def tell(error: Exception) -> None:
        found.append(str(error).split("\n", maxsplit=1)[0])

    for article in tb.parse_many(lines, format="jsonl", columns=Columns(**columns), on_error=tell):
        found.append(article.text)  # noqa: PERF401 - errors come in between.
    return found


def test_line_is_an_article_with_what_its_keys_state() -> None:
    line = {
        "content": "Ottawa objects.\n\nParis does not. 😀",
        "headline": "Quota",
        "authors": [{"name": "Ana Ruiz"}, "Jon Dahl"],
        "date": "4 March 2026",
        "keywords": ["steel", "cars"],
        "id": 17,
        "url": None,
    }

    (article,) = tb.parse_many(json.dumps(line), format="jsonl")

    assert article.text == "Quota\n\nOttawa objects.\n\nParis does not. 😀"
    assert article.published == dt.date(2026, 3, 4)
    source = article.provenance
    assert (source.author, source.tags, source.id, source.entry) == ("Ana Ruiz, Jon Dahl", ("steel", "cars"), "17", 1)


def test_bad_lines_are_told_with_their_place_and_cost_no_other() -> None:
    lines = '{"text": "a"}\n\n[1]\n{"text": null}\n{"title": "b"}\n{"text": "c\n{"text": "\\ud800"}\r\n{"text": "d"}'

    assert entries(lines) == [
        "a",
        "<text>:3:1: a line holds an object",
        "<text>:4:1: there is no text in the column 'text'",
        "<text>:5:1: no column is known to hold the text, name it (there are: title)",
        "<text>:6:10: not JSON: unterminated string",
        "<text>:7:11: half of a surrogate pair",
        "d",
    ]


def test_values_of_any_kind_are_no_fault() -> None:
    line = {"text": "a", "date": {"name": 3}, "author": {"name": ["x"]}, "tags": 7, "url": [], "language": {}, "id": {}}

    assert entries(json.dumps(line)) == ["a"]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"text": "words"}, "no column 'words' (there are: story, id)"),
        ({}, "no column is known to hold the text, name it (there are: story, id)"),
    ],
)
def test_missing_key_is_one_error_that_lists_those_there_are(columns: dict[str, str], told: str) -> None:
    assert entries('{"story": "a", "id": 1}\n{"story": "b"}\n', **columns) == [f"<text>:1:1: {told}"]
    assert entries('{"story": "a"}\n{"story": "b"}\n', text="story") == ["a", "b"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": NaN}', "not JSON: there is no NaN"),
        ('{"text": "a", "text": "b"}', "not JSON: the key 'text' stands twice"),
        ("[" * 100_000, "over the limit depth"),
        ('{"text"', "not JSON: expecting ':' delimiter"),
    ],
)
def test_what_is_no_json_is_an_error(line: str, told: str) -> None:
    (found,) = entries(line)

    assert told in found


def test_numbers_of_any_size_are_kept_as_they_are_written() -> None:
    (article,) = tb.parse_many('{"text": "a", "id": ' + "1" * 450 + ', "x": 1e999}', format="jsonl")

    assert article.provenance.id == "1" * 450


@given(st.lists(texts(max_size=20), max_size=5), st.booleans())
def test_texts_come_back_as_they_are(words: list[str], is_ascii: bool) -> None:
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=is_ascii) for text in words)

    found = [entry for entry in entries(lines) if "there is no text in the column" not in entry]

    assert [entry for entry in found if "<" not in entry] == [
        text for text in words if text.strip() and "<" not in text
    ]
