"""Which format an input is of."""

from pathlib import Path

import pytest
from attrs import evolve

import tradebrief as tb
from tradebrief import corpus
from tradebrief.formats import InputFormat, Layout, Limits, Registry
from tradebrief.parsing import plain


def scan(source: tb.Source, limits: Limits) -> Layout:
    return plain.scan(source, limits)


def scan_bytes(data: bytes, name: str, limits: Limits) -> Layout:
    return plain.scan(tb.Source(data.removeprefix(b"%NOTE").decode(), name), limits)


ORDERS = InputFormat(
    name="orders",
    suffixes=(".json",),
    media_types=("application/x-orders",),
    scan=scan,
    recognize=lambda opening: "orders" in opening,
)
BILLS = evolve(ORDERS, name="bills", recognize=lambda opening: "bills" in opening)
NOTE = InputFormat(
    name="note",
    suffixes=(".note",),
    media_types=("application/x-note",),
    scan_bytes=scan_bytes,
    recognize_bytes=lambda first: first.startswith(b"%NOTE"),
)


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(corpus, "FORMATS", Registry("none", (plain.FORMAT, ORDERS, BILLS, NOTE)))
    monkeypatch.chdir(tmp_path)


def format_of(source: str | bytes | Path) -> str:
    return tb.parse(source).provenance.format


def written(name: str, data: bytes) -> Path:
    Path(name).write_bytes(data)
    return Path(name)


@pytest.mark.parametrize(
    ("source", "expected"), [("orders", "orders"), (b"bills", "bills"), (b"%NOTE", "note"), ("%NOTE", "text")]
)
def test_format_is_told_by_how_a_text_opens(source: str | bytes, expected: str) -> None:
    assert format_of(source) == expected


def test_text_that_only_later_looks_like_a_format_is_plain_text() -> None:
    assert format_of("a " * 5_000 + "bills") == "text"


def test_of_formats_with_one_suffix_the_content_tells() -> None:
    assert format_of(written("a.json", b"[bills]")) == "bills"
    assert format_of(written("a.json", b"a " * 5_000 + b"bills")) == "bills"


def test_file_whose_suffix_tells_several_formats_and_content_none_is_an_error() -> None:
    with pytest.raises(tb.ParseError, match=r"^a\.json:1:1: .* which of these it is: orders, bills; name its format"):
        format_of(written("a.json", b"{}"))

    assert tb.parse(Path("a.json"), format="orders").text == "{}"
    with pytest.raises(tb.ParseError, match=r"^a\.json:1:1: nothing in the text"):
        format_of(written("a.json", b""))


def test_suffix_wins_over_content() -> None:
    assert format_of(written("a.txt", b"orders")) == "text"


def test_format_that_is_no_text_gets_the_bytes() -> None:
    article = tb.parse(written("a.note", b"%NOTEQuota"))

    assert (article.text, article.provenance.encoding, article.provenance.name) == ("Quota", None, "a.note")
    assert tb.parse("%NOTEQuota", format="note").text == "Quota"


@pytest.mark.parametrize("ways", [{}, {"scan": scan, "scan_bytes": scan_bytes}], ids=["none", "two"])
def test_format_has_one_way_to_read_a_text(ways: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="the format odd needs exactly one of scan, "):
        InputFormat(name="odd", suffixes=(), media_types=(), **ways)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
