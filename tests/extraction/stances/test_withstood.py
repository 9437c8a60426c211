"""Sides in spite of which something goes on, and those of groups that are named by their side."""

import pytest
from tests.extraction.reading import sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Despite opposition from Lima, the accord was signed.", ("country:pe", "oppose", "the accord")),
        ("Oslo signed the accord despite Lima's objections.", ("country:pe", "oppose", "the accord")),
        ("Oslo kept the levy over Lima's strong opposition.", ("country:pe", "oppose", "the levy")),
        ("Oslo, despite objections from Lima, signed the accord.", ("country:pe", "oppose", "the accord")),
        ("Oslo kept the levy, despite objections from Lima, and left.", ("country:pe", "oppose", "the levy")),
        ("In the face of objections from Lima, Oslo signed the accord.", ("country:pe", "oppose", "the accord")),
        ("Despite objections from growers, Oslo imposed the levy.", ("group:growers", "oppose", "the levy")),
        ("Oslo imposed the levy despite objections from growers.", ("group:growers", "oppose", "the levy")),
        ("The accord went through over Peruvian opposition.", ("country:pe", "oppose", "The accord")),
        ("Over Lima's objections, Quito signed the accord.", ("country:pe", "oppose", "the accord")),
        ("The accord, in the face of resistance from Lima, was signed.", ("country:pe", "oppose", "The accord")),
        ("Despite its criticism of the levy, Oslo signed the accord.", ("country:no", "oppose", "the levy")),
    ],
)
def test_side_is_told_of_in_spite_of_which_something_goes_on(text: str, side: tuple[str, str, str]) -> None:
    assert side in sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "Despite opposition, the accord was signed.",
        "Despite opposition from Lima, the talks went on.",
        "Despite opposition from Lima, the accord and the levy came in.",
        "The accord was signed without support from Lima.",
    ],
)
def test_side_on_what_stays_open_is_not_guessed(text: str) -> None:
    assert [side for side in sides(text) if side[0] == "country:pe"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Critics of the tariff, among them Lima, said prices would rise.",
            {"group:critics-of-the-tariff", "country:pe"},
        ),
        (
            "Critics of the tariff, including Chile and Peru, warned that prices would rise.",
            {"group:critics-of-the-tariff", "country:cl", "country:pe"},
        ),
        ("Opponents of the tariff have sued.", {"group:opponents-of-the-tariff"}),
        ("Oslo met a critic of the tariff.", set[str]()),
    ],
)
def test_group_that_is_named_by_its_side_holds_it_with_its_members(text: str, found: set[str]) -> None:
    assert {holder for holder, _, target in sides(text) if target == "the tariff"} == found
