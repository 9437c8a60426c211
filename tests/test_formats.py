"""Formats, found by name or suffix, built in or brought by other packages."""

from importlib.metadata import EntryPoint, EntryPoints
from pathlib import PurePath

import pytest
from attrs import evolve

import tradebrief as tb
from tradebrief.formats import InputFormat, Layout, Limits, Registry
from tradebrief.text import Source


def scan(source: Source, limits: Limits) -> Layout:
    limits.check("text", len(source.text), source.name)
    return Layout(text=source.text, blocks=())


PLAIN = InputFormat(name="plain", suffixes=(".txt",), media_types=("text/plain",), scan=scan)
NOTES = evolve(PLAIN, name="notes", suffixes=(".note", ".txt"))


def registry(monkeypatch: pytest.MonkeyPatch, **entries: str) -> Registry[InputFormat]:
    """A registry with one format of its own, and those of entry points."""
    found = EntryPoints(EntryPoint(name, value, "formats") for name, value in entries.items())
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: found.select(group=group))
    return Registry("formats", (PLAIN,))


def test_format_is_found_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert registry(monkeypatch).get("plain") is PLAIN


def test_unknown_name_is_an_error_that_lists_the_known(monkeypatch: pytest.MonkeyPatch) -> None:
    found = registry(monkeypatch, notes=f"{__name__}:NOTES")
    monkeypatch.setattr(EntryPoint, "load", lambda _: NOTES)

    with pytest.raises(tb.FormatError, match=r"no format 'csv' \(there are: notes, plain\)"):
        found.get("csv")


def test_format_of_another_package_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = registry(monkeypatch, notes="elsewhere:NOTES")
    monkeypatch.setattr(EntryPoint, "load", lambda _: NOTES)

    assert found.get("notes") is NOTES
    assert list(found) == [PLAIN, NOTES]
    assert found.for_path(PurePath("a.note")) is NOTES


def test_built_in_format_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    found = registry(monkeypatch, plain="elsewhere:PLAIN")
    monkeypatch.setattr(EntryPoint, "load", lambda _: evolve(NOTES, name="plain"))

    assert list(found) == [PLAIN]


def test_format_that_can_t_be_loaded_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    found = registry(monkeypatch, notes="no_such_package:NOTES")

    assert list(found) == [PLAIN]
    assert found.for_path(PurePath("a.note")) is None
    with pytest.raises(tb.FormatError, match=r"the format notes of another package: no_such_package:NOTES can't be"):
        found.get("notes")


@pytest.mark.parametrize(("path", "expected"), [("a.txt", PLAIN), ("a.TXT", PLAIN), ("a", None), ("a.doc", None)])
def test_format_is_told_by_the_suffix(monkeypatch: pytest.MonkeyPatch, path: str, expected: InputFormat | None) -> None:
    assert registry(monkeypatch).for_path(PurePath(path)) is expected


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [("text/plain", PLAIN), ("Text/Plain; charset=utf-8", PLAIN), ("text/html", None), ("", None)],
)
def test_format_is_told_by_the_media_type(
    monkeypatch: pytest.MonkeyPatch, media_type: str, expected: InputFormat | None
) -> None:
    assert registry(monkeypatch).for_media_type(media_type) is expected


@pytest.mark.parametrize("limit", ["text", "depth", "nodes", "document"])
def test_limit_is_reached_and_not_passed(limit: str) -> None:
    limits = evolve(Limits(), **{limit: 3})

    limits.check(limit, 3, "brief")
    with pytest.raises(tb.LimitError) as caught:
        limits.check(limit, 4, "brief")

    assert (caught.value.limit, caught.value.allowed, caught.value.found) == (limit, 3, 4)


def test_limit_is_an_integer_from_nought() -> None:
    with pytest.raises(ValueError, match=r"the limit depth can't be negative: -1"):
        Limits(depth=-1)
    with pytest.raises(TypeError, match=r"the limit text is an integer, not str"):
        Limits(text="3")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_limits_are_those_that_are_documented() -> None:
    limits = Limits()

    assert (limits.text, limits.depth, limits.nodes) == (10_000_000, 64, 100_000)
