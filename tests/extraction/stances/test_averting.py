"""What somebody wants to keep from coming about."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Norway is keen to avoid a trade war.", "a trade war", tb.TargetKind.OUTCOME),
        ("Norway wants to avert a levy.", "a levy", tb.TargetKind.PROPOSAL),
        ("Norway hoped to stave off a levy.", "a levy", tb.TargetKind.PROPOSAL),
        ("Norway aims to head off the levy.", "the levy", tb.TargetKind.MEASURE),
    ],
)
def test_what_is_to_be_kept_off_is_opposed(text: str, words: str, kind: tb.TargetKind) -> None:
    brief = read(text)
    found = [
        (brief[stance.target.span], stance.target.kind, stance.act)
        for stance in brief.stances
        if stance.target and stance.polarity is tb.Polarity.OPPOSE
    ]
    assert found == [(words, kind, tb.Act.STATE)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway wants to prevent Chile from raising the levy.",
        "Norway wants to head home.",
        "Norway wants to avoid paying.",
    ],
)
def test_nothing_else_is(text: str) -> None:
    against = [stance.target for stance in read(text).stances if stance.polarity is tb.Polarity.OPPOSE]
    assert [target for target in against if target is not None and target.actor is None] == []
