"""Briefs from inputs, one or many."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

import tradebrief as tb

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


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
