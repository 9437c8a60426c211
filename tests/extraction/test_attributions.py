"""Attributions in unusual places and orders, and those that are still to come."""

import pytest
from tests.extraction.reading import claims_of, read, words_of

import tradebrief as tb


def told(text: str) -> list[tuple[str, list[str]]]:
    """Source and content of each claim."""
    brief = read(text)
    return [(brief[claim.source] if claim.source else "", words_of(brief, claim.content)) for claim in brief.claims]


@pytest.mark.parametrize(
    "words",
    [
        "has yet to say whether it will reply",
        "is yet to decide on the duty",
        "has still to approve the pact",
        "has not yet agreed to lift the ban",
        "hasn't yet accepted the cap",
        "stopped short of endorsing the cap",
        "fell short of endorsing the cap",
        "was careful not to blame the ports",
    ],
)
def test_what_is_still_to_come_is_not_asserted(words: str) -> None:
    (claim,) = read(f"Norway {words}.").claims

    assert (claim.holder, claim.assertion, claim.certainty) == (
        "country:no", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN,
    )  # fmt: skip


def test_what_is_still_to_come_gives_no_stance() -> None:
    assert read("Norway has not yet accepted the quota plan. Lima has yet to reject the duty.").stances == ()


def test_what_has_so_far_not_been_agreed_is_denied() -> None:
    (claim,) = read("Norway has so far not agreed to lift the ban.").claims

    assert (claim.holder, claim.assertion) == ("country:no", tb.Assertion.DENIED)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway will drop the levy, as first reported by the Herald.", ["Norway will drop the levy"]),
        ("As reported by the Herald, Norway will drop the levy.", ["Norway will drop the levy"]),
        ("Norway will, as was first reported by the Herald, drop the levy.", ["Norway will", "drop the levy"]),
        ("The plan to drop the levy was first reported by the Herald.", ["The plan to drop the levy"]),
        ("Norway will drop the levy, the Herald first reported.", ["Norway will drop the levy"]),
    ],
)
def test_what_was_reported_by_somebody_is_their_claim(text: str, content: list[str]) -> None:
    assert told(text) == [("the Herald", content)]


def test_silence_has_no_content() -> None:
    assert told("Norway has so far refrained from comment.") == []


def test_manner_of_a_deed_is_no_claim() -> None:
    assert told("The miller was paid as agreed by the board.") == []


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("Said Lund:", "Lund"),
        ("Says Lund:", "Lund"),
        ("Notes Lund:", "Lund"),
        ("Added Lund,", "Lund"),
        ("Said Lund of the plan:", "Lund"),
        ("Added the miller, who has opposed the levy:", "the miller, who has opposed the levy"),
        ("Said Norway’s envoy, Ana Lund, on Tuesday:", "Norway’s envoy, Ana Lund"),
    ],
)
def test_verb_may_open_the_sentence_before_its_speaker_and_a_quotation(opening: str, source: str) -> None:
    assert (source, ["It will work"]) in told(f"{opening} “It will work.”")


@pytest.mark.parametrize(
    "aside",
    [
        ", on condition of anonymity,",
        " late on Tuesday, after talks in Oslo with his counterpart,",
        " in Oslo on Monday, ahead of a meeting with growers,",
        " in Oslo, where he met the growers,",
        ", if only in passing,",
    ],
)
def test_aside_may_stand_before_that(aside: str) -> None:
    assert told(f"The miller said{aside} that duties would fall.") == [("The miller", ["duties would fall"])]


def test_aside_may_stand_between_an_addressee_and_that() -> None:
    assert told("Lund told reporters, before boarding his ship to Lima, that the levy would stay.") == [
        ("Lund", ["the levy would stay"])
    ]


def test_quotation_after_an_opening_verb_has_its_rule() -> None:
    assert [rule for _, _, rule in claims_of(read("Said the miller: “No.”"))] == ["claim.say.quote"]
