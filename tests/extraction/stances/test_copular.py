"""What a noun of somebody's is said to be: a demand, an offer, an answer, an objection."""

import pytest
from tests.extraction.reading import read, sides


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("Norway's response: a ban on pears.", "support", "a ban"),
        ("Norway's answer, at last, was small: a duty of 5 percent.", "support", "a duty of 5 percent"),
        ("Norway's main demand in the talks is a quota.", "support", "a quota"),
        ("Norway's priority is not a levy but a quota.", "support", "a quota"),
        ("Norway said its quarrel was with the levy.", "oppose", "the levy"),
    ],
)
def test_noun_of_somebodys_shows_a_side(text: str, side: str, target: str) -> None:
    assert sides(text) == [("country:no", side, target)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's response: a shrug.",
        "Norway's answer, at last, was small.",
        "Norway's priority is a bad deal.",
        "Norway's concern is access to the ports.",
        "Norway's worry is about relief.",
        "Norway's target is the pear duty.",
        "The main demand is a quota.",
    ],
)
def test_other_predicates_show_none(text: str) -> None:
    assert read(text).stances == ()
