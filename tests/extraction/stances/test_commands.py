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
        ('"Lift the embargo and exports will grow," said Jon Berg.', "Lift the embargo"),
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
        '"Keep the quota out of this," said Jon Berg.',
        '"Lift the quota and the harbour is swamped," said Jon Berg.',
        '"Drop the levy and you will rue the day," said Jon Berg.',
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
        ('"If the duty stays, we will cut shifts," said Jon Berg.', "cut shifts"),
        ("Chile said it would freeze aid if Oslo keeps the duty.", "freeze aid"),
        ("Chile said it would freeze aid unless rates drop.", "freeze aid"),
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
        '"If the duty falls, we ship more pears," said Jon Berg.',
        '"If the pact passes, we will cut fares," said Jon Berg.',
        '"If we lease the yard, we close the mill," said Jon Berg.',
        '"If the duty goes, we move on," said Jon Berg.',
        '"Unless it snows, we close early," said Jon Berg.',
        "Chile said it would shut its pavilion if the fair ends.",
        "Chile said it would proceed on its own terms.",
    ],
)
def test_what_follows_otherwise_is_none(text: str) -> None:
    assert announced(text) == []
