"""Denials of what a noun sums up, questions put to somebody, and what is left unsaid."""

import pytest
from tests.extraction.reading import read, words_of

import tradebrief as tb


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chile said that Oslo had hoarded cork. Oslo rejected the claim.", "Oslo had hoarded cork"),
        ("Chile accused Oslo of hoarding cork. Oslo denied those charges.", "hoarding cork"),
        ("Chile said Oslo had hoarded cork, but Oslo denied the allegation.", "Oslo had hoarded cork"),
        ("Chile said that ports were shut. The account was disputed by Oslo.", "ports were shut"),
        ("Oslo rejected the claim.", "the claim"),
        ("Chile said that ports were shut. Ferries sailed on. Oslo rejected the claim.", "the claim"),
        ("Chile said cork was cheap. Peru said tin was dear. Oslo rejected the latest claim.", "the latest claim"),
        ("Oslo said that ports were shut. Oslo denied the charge.", "the charge"),
    ],
)
def test_denial_denies_what_its_noun_sums_up(text: str, content: str) -> None:
    denial = read(text).claims[-1]

    assert denial.assertion is tb.Assertion.DENIED
    assert words_of(read(text), denial.content) == [content]


def test_denial_of_one_of_several_claims_keeps_its_noun() -> None:
    brief = read("Chile said cork was cheap, while Peru said that tin was dear. Oslo rejected the claim.")

    assert words_of(brief, brief.claims[-1].content) == ["the claim"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Pressed on whether ports would shut, the envoy left.", "whether ports would shut"),
        ("When questioned about why ports would shut, the envoy left.", "why ports would shut"),
        ("Quito has kept silent on whether it will join.", "whether it will join"),
        ("Quito said nothing about the ferry fee.", "the ferry fee"),
        ("Quito has not made up its mind whether to join.", "whether to join"),
        ("Quito left it open whether it would join.", "whether it would join"),
        ("The envoy sidestepped questions about the ferry fee.", "the ferry fee"),
        ("The envoy did not elaborate on the ferry fee.", "the ferry fee"),
        ("The envoy did not reveal that ports were shut.", "ports were shut"),
        ("The guild pressed Quito on whether ports would shut.", "whether ports would shut"),
    ],
)
def test_what_is_asked_or_left_unsaid_is_not_asserted(text: str, content: str) -> None:
    (claim,) = read(text).claims

    assert claim.assertion is tb.Assertion.NOT_ASSERTED
    assert words_of(read(text), claim.content) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It is feared that ports will shut.", "ports will shut"),
        ("The ferry is feared to have sunk.", "have sunk"),
        ("The canal is hoped to open in June.", "open in June"),
    ],
)
def test_passive_without_an_agent_is_nobodys(text: str, content: str) -> None:
    brief = read(text)

    assert [(claim.holder_reason, words_of(brief, claim.content)) for claim in brief.claims] == [
        (tb.HolderReason.PASSIVE, [content])
    ]
