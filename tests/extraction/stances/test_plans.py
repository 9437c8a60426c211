"""Sides that somebody means to take, or asks others to take."""

import pytest
from tests.extraction.reading import read


def told(text: str) -> list[str]:
    """Side, act, target and rule of each stance."""
    brief = read(text)
    return [
        f"{stance.polarity.value} {stance.act.value}: {brief[stance.target.span]} [{stance.rule.split('.', 1)[1]}]"
        for stance in brief.stances
        if stance.polarity and stance.target
    ]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("urged lawmakers to reject the pact", "oppose request: the pact"),
        ("called on Peru to oppose the levy", "oppose request: the levy"),
        ("wants Peru to support the pact", "support demand: the pact"),
        ("plans to fight the levy", "oppose state: the levy"),
        ("hopes to block the accord", "oppose state: the accord"),
        ("promised to back the accord", "support offer: the accord"),
        ("agreed to support the pact", "support agree: the pact"),
    ],
)
def test_side_that_is_to_be_taken_is_the_holders(words: str, side: str) -> None:
    assert f"{side} [effect.plan]" in told(f"Chile {words}.")


@pytest.mark.parametrize(
    "words",
    [
        "refused to support the pact",
        "does not plan to oppose the levy",
        "urged Peru not to oppose the levy",
        "plans to impose a levy",
        "plans to discuss the pact",
        "wants Peru to study the levy",
        "wants to",
        "urged Peru to oppose",
    ],
)
def test_what_is_not_meant_or_takes_no_side_says_nothing_of_the_thing(words: str) -> None:
    assert not [line for line in told(f"Chile {words}") if "effect.plan" in line]


@pytest.mark.parametrize("words", ["vowed to oppose", "pledged to campaign against", "threatened to vote against"])
def test_opposition_that_is_vowed_is_a_threat_to_the_thing(words: str) -> None:
    assert told(f"Chile {words} the accord.")[0].startswith("oppose threaten: the accord")


def test_whom_a_peoples_name_modifies_is_not_that_people() -> None:
    assert told("Chile promised European tanners regular deliveries of hides.") == [
        "support offer: European tanners regular deliveries of hides [promise.np]"
    ]
