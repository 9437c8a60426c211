"""YAML says what JSON says, to any safe reader, and comes back."""

import json
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.texts import SEEDS
from tests.strategies import articles, briefs

import tradebrief as tb

ARTICLE = tb.parse("Quotas loom\n\nOttawa objects.\n")
LOADERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@settings(max_examples=25)
@given(briefs())
def test_document_is_that_of_json_and_comes_back(value: tb.Brief) -> None:
    text = tb.dumps(value, "yaml")

    for loader in LOADERS:
        assert yaml.load(text, Loader=loader) == json.loads(tb.dumps(value))
    assert tb.loads(text, "yaml") == value


@settings(max_examples=25)
@given(st.lists(articles(), min_size=1, max_size=3))
def test_stream_of_several_comes_back(values: list[tb.Article]) -> None:
    text = tb.dumps(values, "yaml")

    assert list(tb.loads_many(text.encode(), "yaml", type=tb.Article)) == values


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_seed_is_the_same_to_all_readers(seed: Path) -> None:
    brief = tb.read(seed)
    text = tb.dumps(brief, "yaml")

    assert yaml.safe_load(text) == json.loads(tb.dumps(brief))
    assert tb.loads(text, "yaml") == brief


WORDS = ["yes", "No", "on", "null", "~", "true", "1e3", "0o7", "1_0", "12:30", "2026-01-01", "=", "<<", ".inf", "y"]


@pytest.mark.parametrize("word", WORDS)
def test_word_that_some_reader_takes_for_something_else_is_quoted(word: str) -> None:
    (line,) = [
        line for line in tb.dumps(tb.parse("A\n", name=word), "yaml").splitlines() if line.startswith("    name:")
    ]

    assert line == f'    name: "{word}"'


def test_text_stands_as_its_lines_and_a_span_in_one() -> None:
    lines = tb.dumps(ARTICLE, "yaml").splitlines()

    assert lines[:7] == [
        "---",
        'schema_version: "1.0"',
        "article:",
        "  text: |",
        "    Quotas loom",
        "",
        "    Ottawa objects.",
    ]
    assert "  headline: [0, 11]" in lines


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: [\n", 2, "not YAML"),
        ("a: 1\nb: *x\n", 2, "not YAML|an alias"),
        ("a: &x [1]\nb: *x\n", 2, "an alias: a document has none"),
        ("a: 1\na: 2\n", 2, 'the key "a" stands twice'),
        ("1: 2\n", 1, "a key is a string"),
        ("!!python/object/apply:os.system ['true']", 1, "not YAML"),
        ("- 1\n", 1, "expected an object"),
        ("a: .inf\n", 1, "JSON has no Infinity|Infinity"),
        ("a: \x01\n", 0, "not YAML"),
        ("---\n---\n", 2, "expected an object"),
    ],
)
def test_stream_that_is_no_document_is_refused_with_its_place(text: str, line: int, message: str) -> None:
    with pytest.raises(tb.ValidationError, match=message) as caught:
        list(tb.loads_many(text, "yaml", type=tb.Article, name="a.yaml"))

    assert caught.value.name == "a.yaml"
    assert caught.value.faults[0].line == line


def test_bytes_are_utf_8() -> None:
    assert tb.loads(b"\xef\xbb\xbf" + tb.dumps(ARTICLE, "yaml").encode(), "yaml", type=tb.Article) == ARTICLE
    with pytest.raises(tb.ValidationError, match="not YAML"):
        tb.loads(b"a: \xff", "yaml")


def test_fault_of_a_later_document_has_the_line_where_that_starts() -> None:
    text = tb.dumps(ARTICLE, "yaml") + "---\nschema_version: '1.0'\narticle: 7\n"

    found = tb.loads_many(text, "yaml", type=tb.Article)

    assert next(found) == ARTICLE
    with pytest.raises(tb.ValidationError) as caught:
        next(found)
    assert [(fault.path, fault.line) for fault in caught.value.faults] == [
        ("$.article", tb.dumps(ARTICLE, "yaml").count("\n") + 2)
    ]


def test_stream_beyond_the_limits_is_not_read() -> None:
    bomb = "a: &a [x]\n" + "".join(f"b{number}: [*a, *a]\n" for number in range(5))

    with pytest.raises(tb.ValidationError, match="an alias"):
        tb.loads(bomb, "yaml")
    with pytest.raises(tb.LimitError):
        tb.loads("[" * 200 + "]" * 200, "yaml")
    with pytest.raises(tb.TradebriefError):
        tb.loads("[" * 100_000, "yaml")
    with pytest.raises(tb.LimitError):
        tb.loads(tb.dumps(ARTICLE, "yaml"), "yaml", type=tb.Article, limits=tb.Limits(document=10))


def test_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(tb.FormatError, match="a document is a file"):
        tb.load(tmp_path, "yaml")


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)

    with pytest.raises(tb.MissingExtraError, match=r'the format yaml needs an extra: pip install "tradebrief\[yaml\]"'):
        tb.dumps(ARTICLE, "yaml")
