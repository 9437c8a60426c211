import pytest
from tests.extraction.reading import read

import tradebrief as tb


def sources(text: str) -> list[tuple[str | None, str | None]]:
    """The words that name each claim's holder, and the holder."""
    brief = read(text)
    return [(brief[claim.source] if claim.source else None, claim.holder) for claim in brief.claims]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The duty is expected to rise.", tb.HolderReason.NO_SOURCE),
        ("It was reported that the duty would rise.", tb.HolderReason.PASSIVE),
        ("Chile was urged to cut the duty.", tb.HolderReason.PASSIVE),
        ("Few believe that the duty is unfair.", tb.HolderReason.GENERIC),
        ("Everyone says that the duty is unfair.", tb.HolderReason.GENERIC),
        ("Both sides said that the duty was unfair.", tb.HolderReason.JOINT),
        ("Neither side said that the duty was unfair.", tb.HolderReason.JOINT),
        ("She said that the duty was unfair.", tb.HolderReason.UNRESOLVED),
        ("The ship said that the duty was unfair.", tb.HolderReason.UNRESOLVED),
    ],
)
def test_claim_without_a_holder_says_why(text: str, reason: tb.HolderReason) -> None:
    (claim,) = read(text).claims

    assert (claim.holder, claim.holder_reason) == (None, reason)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norway said the duty was unfair.", "Norway"),
        ("Norway, which exports salmon, said the duty was unfair.", "Norway, which exports salmon"),
        ("Speaking in the port, Norway said the duty was unfair.", "Norway"),
    ],
)
def test_subject_is_the_source(text: str, source: str) -> None:
    assert sources(text) == [(source, "country:no")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected the duty and demanded a review.",
        "Norway rejected the duty, demanding a review.",
        "Norway rejected the duty, and it demanded a review.",
    ],
)
def test_second_verb_shares_the_subject(text: str) -> None:
    assert [holder for _, holder in sources(text)] == ["country:no", "country:no"]


def test_two_clauses_have_subjects_of_their_own() -> None:
    assert sources("Norway rejected the duty, but Chile demanded a review.") == [
        ("Norway", "country:no"),
        ("Chile", "country:cl"),
    ]


def test_infinitive_under_a_verb_of_phase_has_its_subject() -> None:
    assert sources("Norway began to argue that the duty was unfair.") == [("Norway", "country:no")]


def test_head_of_the_subject_holds_and_not_its_possessor() -> None:
    assert sources("Norway’s trade minister, Lena Varga, said the duty was unfair.") == [
        ("Norway’s trade minister, Lena Varga", "person:lena-varga")
    ]


def test_word_that_ends_like_one_for_people_holds_no_view() -> None:
    brief = read("Quotas, once they are set by big buyers, hold the power to close mills.")

    assert not brief.claims
