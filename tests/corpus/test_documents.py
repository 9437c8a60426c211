"""Documents that tradebrief wrote come back as what they hold."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from tests.strategies import articles, briefs

import tradebrief as tb

BRIEF = tb.read("Levy put off\n\nOttawa said that quotas would stay.\n")


def test_brief_comes_back_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    tb.dump(BRIEF, path)

    assert tb.read(path) == tb.read(tb.dumps(BRIEF)) == tb.read(path, published=dt.date(2026, 3, 4)) == BRIEF
    assert tb.parse(path) == BRIEF.article


def test_article_is_extracted(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    tb.dump(BRIEF.article, path)

    assert tb.parse(path) == BRIEF.article
    assert tb.read(path) == BRIEF
    assert tb.parse(path, published=dt.date(2026, 3, 4)).published == dt.date(2026, 3, 4)


def test_lines_hold_briefs_articles_and_texts() -> None:
    lines = tb.dumps(BRIEF) + tb.dumps(BRIEF.article) + '{"text": "Quota stays"}\n'

    found = list(tb.read_many(lines, format="jsonl"))

    assert found[:2] == [BRIEF, BRIEF]
    assert (found[2].article.text, found[2].article.provenance.entry) == ("Quota stays", 3)


def test_document_is_known_whatever_the_order_of_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(json.loads(tb.dumps(BRIEF)), sort_keys=True), encoding="utf-8")

    assert tb.read(path) == BRIEF


def test_faults_of_a_document_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(tb.dumps(BRIEF) + tb.dumps(BRIEF).replace('"headline":[0,12]', '"headline":[0,999]'))

    found = tb.read_many(path)

    assert next(found) == BRIEF
    with pytest.raises(tb.ValidationError, match=r"a\.jsonl:2:\d+: \$\.article\.headline: the span \[0, 999\] is out"):
        next(found)


def test_document_of_another_version_is_refused() -> None:
    with pytest.raises(tb.UnsupportedVersionError):
        tb.read(tb.dumps(BRIEF).replace('"schema_version":"1.0"', '"schema_version":"2.0"'))


def test_json_of_no_known_make_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"text": "Quota"}')

    with pytest.raises(tb.ParseError, match=r"a\.json:1:1: nothing in the text tells which of these it is: .*json"):
        tb.parse(path)


@given(briefs() | articles())
def test_whatever_is_written_comes_back(value: tb.Brief | tb.Article) -> None:
    found = tb.read(tb.dumps(value)) if isinstance(value, tb.Brief) else tb.parse(tb.dumps(value))

    assert found == value
