"""What goes in comes out: the text byte for byte, and the document as the brief that it was."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.texts import MARKED_UP, SEEDS, any_markup, any_texts

import tradebrief as tb
from tradebrief.serialize.text import encoding_of

MARKS = {"utf-8": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def bytes_of(article: tb.Article) -> bytes:
    """The article's text as bytes, in the encoding that it came in."""
    return tb.dumps(article, "text").encode(encoding_of(article))


@given(any_texts())
def test_string_comes_back_unchanged(text: str) -> None:
    assert tb.dumps(tb.parse(text, format="text"), "text") == text


@given(any_texts(), st.sampled_from(list(MARKS)))
def test_bytes_with_a_mark_come_back_unchanged(text: str, encoding: str) -> None:
    raw = MARKS[encoding] + text.encode(encoding)

    article = tb.parse(raw, format="text")

    assert bytes_of(article) == raw
    assert article.provenance.sha256 == sha256(raw).hexdigest()


@given(any_texts(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"]))
def test_bytes_in_a_given_encoding_come_back_unchanged(text: str, encoding: str) -> None:
    raw = text.encode(encoding)

    assert bytes_of(tb.parse(raw, encoding=encoding, format="text")) == raw


@given(st.binary().map(lambda raw: raw.decode("latin-1")))
def test_bytes_of_a_one_byte_encoding_come_back_unchanged(text: str) -> None:
    raw = text.encode("latin-1")

    assert bytes_of(tb.parse(raw, encoding="latin-1", format="text")) == raw


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_comes_back_unchanged(path: Path, tmp_path: Path) -> None:
    written = tmp_path / path.name

    tb.dump(tb.read(path), written, "text")

    assert written.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", MARKED_UP, ids=lambda path: path.name)
def test_text_of_a_marked_up_seed_is_what_its_spans_count_in(path: Path, tmp_path: Path) -> None:
    brief, written = tb.read(path), tmp_path / "brief.txt"

    tb.dump(brief, written, "text")

    assert written.read_bytes() == brief.article.text.encode()


@given(any_markup(), st.sampled_from(["markdown", "html"]))
def test_article_of_markup_comes_back_from_its_document(text: str, format: str) -> None:
    try:
        article = tb.parse(text, format=format)
    except tb.ParseError:
        return

    assert tb.loads(tb.dumps(article), type=tb.Article) == article


@given(any_texts())
def test_brief_comes_back_from_its_document(text: str) -> None:
    brief = tb.read(text)

    assert tb.loads(tb.dumps(brief)) == brief


@given(any_texts())
def test_article_comes_back_from_its_document(text: str) -> None:
    article = tb.parse(text)

    assert tb.loads(tb.dumps(article), type=tb.Article) == article


@pytest.mark.parametrize("path", [*SEEDS, *MARKED_UP], ids=lambda path: path.stem)
def test_brief_of_a_seed_comes_back_from_its_document(path: Path) -> None:
    brief = tb.read(path)

    assert tb.loads(tb.dumps(brief).encode()) == brief
