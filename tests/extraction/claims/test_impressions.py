"""Claims of those on whom something makes an impression, and of what "it" is judged to be."""

import pytest
from tests.extraction.reading import read, words_of

import tradebrief as tb


def told(text: str) -> list[tuple[str | None, list[str]]]:
    """The source and content of each claim of a text."""
    brief = read(text)
    return [(brief[claim.source] if claim.source else None, words_of(brief, claim.content)) for claim in brief.claims]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The toll strikes weavers in Ghana as a fine.", "weavers in Ghana", ["The toll", "as a fine"]),
        ("The choice to begin with oil struck Accra as wise.", "Accra", ["The choice to begin with oil", "as wise"]),
        ("The toll, which strikes Accra as unfair, will stay.", "Accra", ["which", "as unfair"]),
        ("The pact looks to tanners like a trap.", "tanners", ["The pact", "like a trap"]),
        ("The note sounded to Quito as if talks were over.", "Quito", ["The note", "as if talks were over"]),
        ("The fee seems to Quito unfair.", "Quito", ["The fee", "unfair"]),
        ("The fee appeared to Hanoi to have lapsed.", "Hanoi", ["The fee", "have lapsed"]),
        ("It occurred to Hanoi that the fee had lapsed.", "Hanoi", ["the fee had lapsed"]),
        ("To Hanoi, the offer appears to be a bluff.", "Hanoi", ["the offer appears to be a bluff"]),
        ("To its friends, the toll is not a fine.", "its friends", ["the toll is not a fine"]),
    ],
)
def test_impression_is_the_claim_of_whoever_has_it(text: str, source: str, content: list[str]) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The pact seems to be late.",
        "The ferry looks to the port for shelter.",
        "The tanners struck for a week as a last resort.",
        "To the tanners, Accra sold hides.",
        "To the tanners, hides were sold in May.",
        "The pact appears to",
        "The pact seems to Accra",
        "To Accra, the pact is",
    ],
)
def test_what_is_no_impression_of_anybody_is_no_claim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("The toll does not strike Accra as unfair.", tb.Assertion.DENIED),
        ("The toll may strike Accra as unfair.", tb.Assertion.NOT_ASSERTED),
        ("It has not occurred to Accra that weavers may leave.", tb.Assertion.NOT_ASSERTED),
    ],
)
def test_impression_may_be_denied_or_left_open(text: str, assertion: tb.Assertion) -> None:
    assert [claim.assertion for claim in read(text).claims] == [assertion]


def test_impression_takes_the_side_of_its_predicate() -> None:
    brief = read("The toll strikes Accra as unfair.")

    sides = [(stance.polarity, brief[stance.target.span]) for stance in brief.stances if stance.target]
    assert sides == [(tb.Polarity.OPPOSE, "The toll")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Quito thinks it rash to close the port.", "it rash to close the port"),
        ("Quito believes it unfair that tolls stay.", "it unfair that tolls stay"),
        ("Quito thinks it a pity that nobody came.", "it a pity that nobody came"),
        ("Quito thinks it wise for ports to wait.", "it wise for ports to wait"),
        ("Quito thinks it pays to wait.", "it pays to wait"),
    ],
)
def test_clause_that_is_judged_is_content_with_its_judgment(text: str, content: str) -> None:
    assert told(text) == [("Quito", [content])]


def test_what_somebody_finds_hard_to_do_is_not_done() -> None:
    brief = read("Quito finds it very hard to accept that the port is full.")

    assert [(claim.rule, claim.assertion) for claim in brief.claims] == [
        ("claim.find.np_adj", tb.Assertion.ASSERTED),
        ("claim.accept-that.that", tb.Assertion.DENIED),
    ]
