import pytest
from tests.extraction.reading import read

import tradebrief as tb
from tradebrief.model import Assertion, Certainty

ASSERTED, DENIED, OPEN = Assertion.ASSERTED, Assertion.DENIED, Assertion.NOT_ASSERTED


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Norway has no plans to lift the ban.", DENIED),
        ("Norway has no intention of lifting the ban.", DENIED),
        ("Norway has no wish to lift the ban.", DENIED),
        ("Norway made no promise to lift the ban.", DENIED),
        ("Norway offered no apology for the levy.", DENIED),
        ("Norway expressed no support for the truce.", DENIED),
        ("Norway has little interest in the truce.", DENIED),
        ("Norway gave no indication that the levy would end.", OPEN),
        ("Norway gave no assurance that the levy would end.", OPEN),
        ("Norway has no objection to the truce.", OPEN),
        ("Norway has plans to lift the ban.", ASSERTED),
    ],
)
def test_none_of_what_a_noun_names_denies_it(text: str, assertion: Assertion) -> None:
    (claim,) = read(text).claims

    assert claim.assertion is assertion


@pytest.mark.parametrize(
    "text",
    [
        "Norway has no doubt that the levy will end.",
        "Norway does not doubt that the levy will end.",
        "No one doubts that the levy will end.",
    ],
)
def test_no_doubt_is_certain(text: str) -> None:
    (claim,) = read(text).claims

    assert (claim.assertion, claim.certainty) == (ASSERTED, Certainty.CERTAIN)


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Nor did Norway say that the levy was fair.", DENIED),
        ("At no point did Norway claim that the levy was fair.", DENIED),
        ("Not once did Norway claim that the levy was fair.", DENIED),
        ("Never has Norway claimed that the levy was fair.", DENIED),
        ("The mill is shut, nor has it agreed to a cap.", DENIED),
        ("Not only did Norway say that the levy was fair.", ASSERTED),
        ("Only then did Norway say that the levy was fair.", ASSERTED),
    ],
)
def test_negation_before_an_inverted_verb_denies(text: str, assertion: Assertion) -> None:
    (claim,) = read(text).claims

    assert claim.assertion is assertion


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("It is false that Norway wants a truce.", DENIED),
        ("It isn’t true that Norway wants a truce.", DENIED),
        ("It is not true that Ottawa never said that the levy was fair.", ASSERTED),
        ("It is doubtful that Norway wants a truce.", OPEN),
        ("It is possible that Norway wants a truce.", OPEN),
        ("It is not clear that Norway wants a truce.", OPEN),
        ("There is no sign that Norway wants a truce.", OPEN),
        ("There has been no evidence that Norway wants a truce.", OPEN),
        ("It is true that Norway wants a truce.", ASSERTED),
        ("It is clear that Norway wants a truce.", ASSERTED),
        ("It is no secret that Norway wants a truce.", ASSERTED),
        ("There is no doubt that Norway wants a truce.", ASSERTED),
    ],
)
def test_what_is_no_fact_is_denied_or_open(text: str, assertion: Assertion) -> None:
    (claim,) = read(text).claims

    assert claim.assertion is assertion


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Nor is Norway willing to lift the ban.", "Norway", "willing", "lift the ban"),
        ("Neither are Peruvian mills keen on a quota.", "Peruvian mills", "keen", "a quota"),
        ("Never was Chile happy with the text.", "Chile", "happy", "the text"),
    ],
)
def test_fronted_negation_before_an_adjective(text: str, source: str, cue: str, content: str) -> None:
    brief = read(text)
    (claim,) = brief.claims

    assert claim.source is not None
    assert claim.cue is not None
    assert (brief[claim.source], brief[claim.cue], brief[claim.content[0]]) == (source, cue, content)
    assert claim.assertion is DENIED


@pytest.mark.parametrize("text", ["Is Norway willing to lift the ban?", "The ship is Norway keen on."])
def test_copula_before_its_subject_denies_nothing_by_itself(text: str) -> None:
    assert not any(claim.assertion is DENIED for claim in read(text).claims)


@pytest.mark.parametrize("text", ["There is no sign that Norway wants a truce.", "Nor did Norway lift the ban."])
def test_what_is_no_fact_is_no_stance(text: str) -> None:
    assert tb.read(text).stances == ()


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Norway scoffs at the idea that tea is safe.", DENIED),
        ("Norway sneered at the notion that its cheese is stale.", DENIED),
        ("Norway criticised the claim that tea is safe.", DENIED),
        ("Norway scoffed at the new rate.", ASSERTED),
        ("Norway remains to be convinced that the plan would work.", DENIED),
        ("Norway has yet to be persuaded that the plan would work.", DENIED),
        ("Norway is convinced that the plan would work.", ASSERTED),
        ("Norway waved aside the figures as stale.", ASSERTED),
        ("Norway waved aside the figures.", DENIED),
    ],
)
def test_what_is_scorned_or_has_yet_to_convince_is_denied(text: str, assertion: Assertion) -> None:
    (claim,) = read(text).claims

    assert claim.assertion is assertion
