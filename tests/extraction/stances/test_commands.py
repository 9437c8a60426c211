"""Orders that open a quotation, and threats under a condition."""

import pytest
from tests.extraction.reading import read


def announced(text: str) -> list[tuple[str, str]]:
    brief = read(text)
    return [
        (stance.act.value, brief[stance.target.span])
        for stance in brief.stances
        if stance.target and stance.rule.startswith("stance.announced")
    ]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ('"Lift the ban," said Jon Berg.', "Lift the ban"),
        ('"Give us a quota," said Jon Berg.', "Give us a quota"),
        ('"Do not sign the pact," said Jon Berg.', "Do not sign the pact"),
        ('"Cut the tariff and we will invest," said Jon Berg.', "Cut the tariff"),
    ],
)
def test_order_that_opens_a_quotation_is_a_demand(text: str, order: str) -> None:
    assert announced(text) == [("demand", order)]


@pytest.mark.parametrize(
    "text",
    [
        '"Take the quota," said Jon Berg. "It is tiny."',
        '"Look at the levy," said Jon Berg.',
        '"Cut flowers and the ban are old hat," said Jon Berg.',
        '"Drop the pen," said Jon Berg.',
        '"We do," said Jon Berg. "Do not."',
        'Jon Berg said: "Do"',
        '"Free trade is dead," said Jon Berg.',
    ],
)
def test_other_openings_ask_for_nothing(text: str) -> None:
    assert announced(text) == []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ('"If the duty rises we close the mill," said Jon Berg.', "close the mill"),
        ('"If the duty rises, we will shut the mill," said Jon Berg.', "shut the mill"),
        ('"Unless the duty goes we will move to Oslo," said Jon Berg.', "move to Oslo"),
        ("If Oslo raises the duty, Chile will retaliate, Chile's minister warned.", "retaliate"),
        ("Chile said it would go it alone.", "go it alone"),
        ("Chile said it would act on its own.", "act on its own"),
    ],
)
def test_step_under_a_condition_is_a_threat(text: str, step: str) -> None:
    assert announced(text) == [("threaten", step)]


@pytest.mark.parametrize(
    "text",
    [
        '"If the duty rises, we lose money," said Jon Berg.',
        '"If the duty rises, prices close higher," said Jon Berg.',
        '"We close the mill on Sundays," said Jon Berg.',
    ],
)
def test_what_follows_otherwise_is_none(text: str) -> None:
    assert announced(text) == []
