import pytest
from tests.extraction.reading import read


def told(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Side, outlook, act and kind of target of each stance."""
    return [
        (
            stance.polarity and stance.polarity.value,
            stance.outlook and stance.outlook.value,
            stance.act.value,
            stance.target.kind.value,
        )
        for stance in read(text).stances
        if stance.target
    ]


@pytest.mark.parametrize(
    ("text", "act", "kind"),
    [
        ("Norway is sceptical of the duty.", "state", "measure"),
        ("Norway voiced misgivings about the pact.", "criticize", "agreement"),
        ("Norway doubts the plan.", "criticize", "proposal"),
        ("Norway questioned the duty.", "criticize", "measure"),
        ("Norway fears the duty.", "state", "measure"),
        ("Norway is sceptical of new duties.", "state", "proposal"),
        ("Norway questioned the gesture.", "criticize", "proposal"),
    ],
)
def test_doubt_about_a_thing_is_a_side_against_it(text: str, act: str, kind: str) -> None:
    assert told(text) == [("oppose", None, act, kind)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway is sceptical of a deal.", None),
        ("Norway doubts that the duty will help.", None),
        ("Norway fears a duty.", "oppose"),
        ("Norway is worried that a duty would follow.", "oppose"),
        ("Norway worries that a duty would follow.", "oppose"),
        ("Norway is anxious that a ruling could wreck the pact.", "oppose"),
    ],
)
def test_doubt_about_what_may_come_is_an_outlook(text: str, side: str | None) -> None:
    assert told(text) == [(side, "skeptical", "state", "outcome")]


@pytest.mark.parametrize(
    "text", ["Norway does not see prices easing before March.", "Norway does not foresee the duty falling."]
)
def test_what_is_not_expected_is_doubted(text: str) -> None:
    assert told(text) == [(None, "skeptical", "state", "outcome")]
