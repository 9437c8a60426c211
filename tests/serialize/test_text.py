from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import articles, texts

from tradebrief.corpus import parse
from tradebrief.model import Article
from tradebrief.serialize import dump, dumps, encode


@given(texts())
def test_text_comes_back(text: str) -> None:
    assert dumps(parse(text), "text") == text


@given(texts(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252"]))
def test_bytes_come_back(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")

    assert encode(parse(data, encoding=encoding), "text") == data


def test_utf_16_without_a_mark_comes_back_without_one() -> None:
    data = "Tokyo".encode("utf-16")[2:]

    assert encode(parse(data, encoding="utf-16"), "text") == data


def test_file_is_the_input_byte_for_byte(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfTokyo objects.\r\n\rSeoul agrees.\n\x0c"
    (tmp_path / "brief.txt").write_bytes(data)

    dump(parse(tmp_path / "brief.txt"), tmp_path / "again.txt", "text")

    assert (tmp_path / "again.txt").read_bytes() == data


@given(articles())
def test_markup_is_not_made_up(article: Article) -> None:
    provenance = evolve(article.provenance, media_type="text/html", bom=True, encoding="latin-1")
    marked_up = evolve(article, provenance=provenance)

    assert encode(marked_up, "text") == article.text.encode()


@pytest.mark.parametrize("format", ["json", "summary"])
def test_other_formats_are_utf_8_whatever_the_input_was(format: str) -> None:
    article = parse("Brasília objects\n\nIt says so.\n".encode("utf-16"))

    assert "Brasília" in encode(article, format).decode()
