"""Those with whom a thing goes down well or badly, and what somebody says of themselves."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb

SUPPORT, OPPOSE = tb.Polarity.SUPPORT, tb.Polarity.OPPOSE


def sides(text: str) -> list[tuple[str, str, tb.Polarity | None, tb.Act]]:
    brief = read(text)
    return [
        (str(stance.holder), brief[stance.target.span], stance.polarity, stance.act)
        for stance in brief.stances
        if stance.target
    ]


@pytest.mark.parametrize(
    ("text", "thing", "side", "act"),
    [
        ("The levy sits ill with Norway.", "The levy", OPPOSE, tb.Act.CRITICIZE),
        ("The levy went down badly in Norway.", "The levy", OPPOSE, tb.Act.CRITICIZE),
        ("The proposal found no favour with Norway.", "The proposal", OPPOSE, tb.Act.CRITICIZE),
        ("The levy met with resistance from Norway.", "The levy", OPPOSE, tb.Act.REJECT),
        ("The accord went down well in Norway.", "The accord", SUPPORT, tb.Act.PRAISE),
        ("The accord does not sit well with Norway.", "The accord", OPPOSE, tb.Act.STATE),
        ("The accord is popular with Norway.", "The accord", SUPPORT, tb.Act.STATE),
        ("The levy is unpopular in Chile and with Norway.", "", None, tb.Act.STATE),
        ("The levy was unpopular with Norway.", "The levy", OPPOSE, tb.Act.CRITICIZE),
        ("The ruling dismayed Norway.", "The ruling", OPPOSE, tb.Act.CRITICIZE),
        ("The decision delighted Norway.", "The decision", SUPPORT, tb.Act.PRAISE),
        ("The offer failed to satisfy Norway.", "The offer", OPPOSE, tb.Act.REJECT),
        ("The offer did not win over Norway.", "The offer", OPPOSE, tb.Act.REJECT),
        ("The offer won over Norway.", "The offer", SUPPORT, tb.Act.PRAISE),
        ("The offer is meant to satisfy Norway.", "", None, tb.Act.STATE),
    ],
)
def test_a_thing_goes_down_well_or_badly(text: str, thing: str, side: tb.Polarity | None, act: tb.Act) -> None:
    assert sides(text) == ([("country:no", thing, side, act)] if side else [])


@pytest.mark.parametrize(
    "text",
    [
        "Norway declared itself opposed to the levy.",
        "Norway pronounced itself firmly opposed to the levy.",
        "Norway described itself as opposed to the levy.",
    ],
)
def test_what_somebody_says_of_themselves(text: str) -> None:
    assert sides(text) == [("country:no", "the levy", OPPOSE, tb.Act.STATE)]


@pytest.mark.parametrize("text", ["Norway bought itself opposed paint.", "Norway found itself near the levy."])
def test_other_reflexives_say_nothing(text: str) -> None:
    assert sides(text) == []


def test_growers_with_whom_a_thing_goes_down_badly_are_actors() -> None:
    assert sides("The levy went down badly with the growers.") == [
        ("group:growers", "The levy", OPPOSE, tb.Act.CRITICIZE)
    ]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("What pleases the growers is the quota.", "support"),
        ("What troubles the growers is the quota.", "oppose"),
    ],
)
def test_cause_may_stand_at_the_end(text: str, polarity: str) -> None:
    brief = read(text)
    (stance,) = brief.stances

    assert stance.target is not None
    assert stance.polarity is not None
    assert (stance.holder, stance.polarity.value, brief[stance.target.span]) == ("group:growers", polarity, "the quota")
