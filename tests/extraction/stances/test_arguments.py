"""What an author judges by the case or the time for it, by its cost to others, or by how soon it should come."""

import pytest
from tests.extraction.reading import commentary_of


def judged(sentence: str) -> list[str]:
    """Side, kind and words of each target of the author."""
    brief = commentary_of(f"I have watched the talks. {sentence}")
    return [
        f"{stance.polarity.value} {stance.target.kind.value}: {brief[stance.target.span]}"
        for stance in brief.stances
        if stance.polarity and stance.target and stance.holder == "author"
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The case for a levy looks weaker by the day.", "oppose proposal: a levy"),
        ("The case for the pact is compelling.", "support agreement: the pact"),
        ("The arguments against the levy have never been stronger.", "oppose measure: the levy"),
        ("The rationale for the safeguard is not convincing.", "oppose measure: the safeguard"),
        ("The sooner the two sides sign, the better.", "support proposal: the two sides sign"),
        ("This is not the time for new tariffs.", "oppose proposal: new tariffs"),
        ("This is no time to raise duties.", "oppose proposal: raise duties"),
        ("Now is the time for a deal.", "support agreement: a deal"),
        ("Whatever its merits, the levy came at the wrong time.", "oppose measure: the levy"),
        ("The levy protects a few mills at the expense of millions.", "oppose measure: The levy"),
        ("The levy protects mills, never at the expense of growers.", "support measure: The levy"),
        ("The levy has outlived its usefulness.", "oppose measure: The levy"),
        ("The levy makes little economic sense.", "oppose measure: The levy"),
        ("The offer is too good to refuse.", "support proposal: The offer"),
        ("The ministry has shown courage.", "support actor: The ministry"),
        ("Punishing importers is hardly fair.", "oppose proposal: Punishing importers"),
    ],
)
def test_authors_judgment(sentence: str, found: str) -> None:
    assert judged(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "The case against the ministry opens on Monday.",
        "This was a time of plenty.",
        "This is the time for",
        "The sooner",
        "The sooner the better.",
        "Now is the",
        "The case for",
    ],
)
def test_no_judgment(sentence: str) -> None:
    assert judged(sentence) == []
