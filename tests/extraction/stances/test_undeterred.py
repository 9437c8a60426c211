"""A side in a gerund or an infinitive that hangs on a noun or on another verb: whose it is."""

import pytest
from tests.extraction.reading import sides


@pytest.mark.parametrize(
    "words",
    [
        "The storm did not stop Lima from praising Oslo.",
        "The vote has not kept Lima from praising Oslo.",
        "Nothing could deter Lima from praising Oslo.",
        "The court failed to stop Lima from praising Oslo.",
    ],
)
def test_whoever_is_not_kept_from_a_deed_does_it(words: str) -> None:
    assert sides(words) == [("country:pe", "support", "Oslo")]


@pytest.mark.parametrize(
    "words",
    [
        "The court will not stop Lima from praising Oslo.",
        "The storm did not stop talks from failing.",
    ],
)
def test_nobody_does_what_they_may_yet_be_kept_from(words: str) -> None:
    assert sides(words) == []


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Lima's attempt at using the fair to praise Oslo failed.", ("country:pe", "support", "Oslo")),
        ("Lima's habit of insulting Oslo annoyed nobody.", ("country:pe", "oppose", "Oslo")),
        ("Lima's practice of punishing Oslo went on.", ("country:pe", "oppose", "Oslo")),
        ("Lima was among those to back Oslo.", ("country:pe", "support", "Oslo")),
        ("Lima was one of the few to defend Oslo.", ("country:pe", "support", "Oslo")),
        ("Lima wrote a report that accused Oslo of fraud.", ("country:pe", "oppose", "Oslo")),
        ("Lima this week rebuked Oslo.", ("country:pe", "oppose", "Oslo")),
    ],
)
def test_owner_of_a_noun_does_what_hangs_on_it(words: str, side: tuple[str, str, str]) -> None:
    assert sides(words) == [side]


@pytest.mark.parametrize(
    "words",
    ["Lima received a letter that praised Oslo.", "Lima ignored a report that accused Oslo of fraud."],
)
def test_reader_of_a_paper_does_not_say_what_it_says(words: str) -> None:
    assert sides(words) == []


def test_habit_that_somebody_does_not_have_is_negated() -> None:
    assert ("country:pe", "support", "Oslo") not in sides("Lima is not in the habit of praising Oslo.")
