"""Briefs from inputs, one or many."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

import tradebrief as tb
from tradebrief import corpus
from tradebrief.formats import InputFormat, Layout, Limits, Registry
from tradebrief.parsing import plain

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def scan_pages(source: tb.Source, limits: Limits) -> Iterator[Layout | tb.TradebriefError]:
    """Texts with form feeds between them; one that is empty can't be read."""
    for page in source.text.split("\f") if source.text else ():
        yield plain.scan(tb.Source(page), limits) if page else tb.ParseError("no words", source, tb.Span(0, 0))


PAGES = InputFormat(name="pages", suffixes=(".pages",), media_types=("text/x-pages",), scan_many=scan_pages)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format whose inputs hold any number of texts."""
    monkeypatch.setattr(corpus, "FORMATS", Registry("none", (plain.FORMAT, PAGES)))


def test_read_is_parse_and_extract() -> None:
    assert tb.read(SEEDS[0]) == tb.extract(tb.parse(SEEDS[0]))


def test_briefs_come_in_the_order_of_their_inputs() -> None:
    names = [brief.article.provenance.name for brief in tb.read_many(SEEDS)]

    assert names == [path.name for path in SEEDS]


def test_input_is_read_when_its_brief_is_asked_for() -> None:
    taken: list[int] = []

    def sources() -> Iterator[str]:
        for number in range(5):
            taken.append(number)
            yield f"Quota {number}"

    briefs = list(islice(tb.read_many(sources()), 2))

    assert [brief.article.text for brief in briefs] == ["Quota 0", "Quota 1"]
    assert taken == [0, 1]


def test_arguments_are_passed_on() -> None:
    (brief,) = tb.read_many(["Genève".encode("cp1252")], encoding="cp1252", format="text")

    assert brief.article.text == "Genève"
    with pytest.raises(tb.LimitError):
        list(tb.read_many(["Quota"], limits=tb.Limits(text=4)))


def test_input_that_cannot_be_read_stops_the_rest() -> None:
    briefs = tb.read_many([b"Quota", b"\xff", b"Tariff"])

    assert next(briefs).article.text == "Quota"
    with pytest.raises(tb.ParseError):
        next(briefs)


def test_one_input_is_enough() -> None:
    assert [article.text for article in tb.parse_many("Quota")] == ["Quota"]
    assert [brief.article.text for brief in tb.read_many(b"Quota")] == ["Quota"]


@pytest.mark.usefixtures("pages")
def test_input_may_hold_several_articles() -> None:
    articles = list(tb.parse_many(["a\fb", "c"], format="pages"))

    assert [(article.text, article.provenance.entry) for article in articles] == [("a", 1), ("b", 2), ("c", 1)]
    assert [brief.article for brief in tb.read_many(["a\fb", "c"], format="pages")] == articles


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize(("text", "told"), [("a\fb\f\fd", "4 articles are in it, not one"), ("", "it is empty")])
def test_parse_wants_one_article(text: str, told: str) -> None:
    with pytest.raises(tb.ParseError, match=f"^x:1:1: {told}"):
        tb.parse(text, format="pages", name="x")


@pytest.mark.usefixtures("pages")
def test_parse_takes_the_only_article_of_an_input() -> None:
    assert tb.parse("a", format="pages").text == "a"


@pytest.mark.usefixtures("pages")
def test_entry_that_cannot_be_read_costs_no_other_if_its_error_is_taken(tmp_path: Path) -> None:
    errors: list[Exception] = []
    sources: list[str | bytes | Path] = [b"a\f\fb", b"\xff", tmp_path / "none", "c"]

    texts = [article.text for article in tb.parse_many(sources, format="pages", on_error=errors.append)]

    assert texts == ["a", "b", "c"]
    assert [type(error) for error in errors] == [tb.ParseError, tb.ParseError, FileNotFoundError]


@pytest.mark.usefixtures("pages")
def test_error_of_an_entry_is_raised_in_its_place() -> None:
    articles = tb.parse_many("a\f\fb", format="pages")

    assert next(articles).text == "a"
    with pytest.raises(tb.ParseError, match="no words"):
        next(articles)


@pytest.mark.usefixtures("pages")
def test_only_entry_that_cannot_be_read_is_the_error() -> None:
    with pytest.raises(tb.LimitError):
        tb.parse("a\nb", format="pages", limits=tb.Limits(nodes=1))


@pytest.mark.usefixtures("pages")
def test_articles_of_an_input_are_bounded_one_by_one_and_together() -> None:
    limits = tb.Limits(document=4, text=1)

    assert len(list(tb.parse_many("a\fb", format="pages", limits=limits))) == 2
    with pytest.raises(tb.LimitError, match="over the limit document"):
        list(tb.parse_many("a\fb\fc", format="pages", limits=limits))


def test_wrong_argument_is_told_at_once() -> None:
    with pytest.raises(TypeError, match="limits: expected a Limits or None, not int"):
        tb.parse_many([], limits=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
