"""Claims that share the verb of the first of them."""

import pytest
from tests.extraction.reading import read, sides, words_of


def told(text: str) -> list[tuple[str | None, list[str]]]:
    """Holder and content of each claim."""
    brief = read(text)
    return [(claim.holder, words_of(brief, claim.content)) for claim in brief.claims]


@pytest.mark.parametrize("joint", [", ", " and ", ", and "])
def test_second_subject_and_object_share_the_verb(joint: str) -> None:
    assert told(f"Norway backed the levy{joint}Chile the quota.") == [
        ("country:no", ["the levy"]),
        ("country:cl", ["the quota"]),
    ]


@pytest.mark.parametrize("joint", [", ", " and "])
def test_each_subject_takes_its_own_side(joint: str) -> None:
    assert sides(f"Norway opposed the levy{joint}Chile the quota.") == [
        ("country:no", "oppose", "the levy"),
        ("country:cl", "oppose", "the quota"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway condemned the ban and Chile the next day.", "the ban and Chile"),
        ("Norway backed the levy and the quota.", "the levy and the quota"),
        ("Norway backed the pact with Peru and the quota.", "the pact with Peru and the quota"),
    ],
)
def test_one_object_stays_whole(text: str, content: str) -> None:
    assert told(text) == [("country:no", [content])]
