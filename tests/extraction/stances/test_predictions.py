"""What somebody predicts for better or worse."""

import pytest
from tests.extraction.reading import read


def predicted(text: str) -> list[tuple[str, str, str | None]]:
    """Words, outlook and side of each prediction."""
    brief = read(text)
    return [
        (brief[stance.target.span], stance.outlook.value, stance.polarity.value if stance.polarity else None)
        for stance in brief.stances
        if stance.rule == "stance.prediction" and stance.target and stance.target.span and stance.outlook
    ]


@pytest.mark.parametrize(
    ("text", "words", "outlook"),
    [
        ("Norway predicts that its exports will rise.", "its exports will rise", "optimistic"),
        ("Norway predicted that mills would close.", "mills would close", "skeptical"),
        ("Norway believes that jobs will be lost.", "jobs will be lost", "skeptical"),
        ("Norway reckons the mills will not survive.", "the mills will not survive", "skeptical"),
        ("Norway expects sales to recover.", "sales to recover", "optimistic"),
        ("Norway does not expect sales to recover.", "sales to recover", "skeptical"),
        ("Norway expects inflation to ease.", "inflation to ease", "optimistic"),
        ("Norway foresees a fall in orders.", "a fall in orders", "skeptical"),
        ("Norway anticipates a drop in costs.", "a drop in costs", "optimistic"),
        ("Norway expects a lean winter.", "a lean winter", "skeptical"),
        ("Norway expects a deal by May.", "a deal by May", "optimistic"),
        ("Norway does not expect a deal.", "a deal", "skeptical"),
        ("Norway expects the two sides to reach a deal.", "the two sides to reach a deal", "optimistic"),
        ("Norway thinks Chile will relent.", "Chile will relent", "optimistic"),
    ],
)
def test_prediction_looks_ahead_and_takes_no_side(text: str, words: str, outlook: str) -> None:
    assert predicted(text) == [(words, outlook, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway expects prices to fall.",
        "Norway believes that exports rose.",
        "Norway expects a delegation.",
        "Norway expects exports to go up.",
        "Norway expects unemployment to reach 9 percent.",
        "Norway expects the danger to pass.",
        "Norway thinks the sun will rise.",
        "Exports are expected to fall.",
        "If Norway expects exports to fall, it will wait.",
    ],
)
def test_what_is_neither_good_nor_bad_tells_no_outlook(text: str) -> None:
    assert predicted(text) == []


def test_judgment_of_a_measure_is_no_prediction_as_well() -> None:
    brief = read("Norway believes that the levy would destroy jobs.")
    assert [stance.rule for stance in brief.stances] == ["stance.judgment.predicate"]
