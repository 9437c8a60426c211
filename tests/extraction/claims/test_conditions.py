"""The conditions of claims and stances."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def conditions(text: str) -> list[str]:
    """The conditions of the first stance of a text."""
    brief = read(text)
    return [brief[span] for span in brief.stances[0].conditions]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Norway is open to a quota if Chile cuts its duties.", "Chile cuts its duties"),
        ("Norway would accept the quota only if duties fall.", "duties fall"),
        ("Norway backed the deal, but only if Chile lifts the ban.", "Chile lifts the ban"),
        ("Norway opposes the quota unless Chile lifts its ban.", "Chile lifts its ban"),
        ("If Chile cuts its duties, Norway would accept the quota.", "Chile cuts its duties"),
        ("Norway will sign the deal provided that Chile lifts its ban.", "Chile lifts its ban"),
        ("Norway will sign the deal provided Chile lifts its ban.", "Chile lifts its ban"),
        ("Norway backs the quota as long as Chile keeps its promise.", "Chile keeps its promise"),
        ("Norway is willing to drop the levy so long as Chile does the same.", "Chile does the same"),
        ("Norway agreed to the quota on condition that Chile cut duties.", "Chile cut duties"),
        ("Norway offered to cut its duty in return for lower quotas.", "lower quotas"),
        ("Norway offered to lift its ban in exchange for access to the market.", "access to the market"),
        ("In return for lower duties, Norway offered to end its ban.", "lower duties"),
        ('The ministry said it was "open to a quota" if Chile asked for one.', "Chile asked for one"),
        ("A spokesman said Norway would accept the quota if prices fell.", "prices fell"),
        ("Norway would, if Chile agreed, accept the quota.", "Chile agreed"),
        ("If prices fall, Norway would welcome the quota.", "prices fall"),
        ("Norway said it would lift the ban should Chile refuse.", "should Chile refuse"),
        ("Norway will lift the ban should the talks fail.", "should the talks fail"),
        ("Were Chile to end its ban, Norway would welcome the quota.", "Were Chile to end its ban"),
    ],
)
def test_condition_of_a_stance(text: str, condition: str) -> None:
    assert conditions(text) == [condition]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway threatened a boycott unless Chile yields.", "a boycott"),
        ("Norway has called for a boycott if talks collapse.", "a boycott"),
        ("Norway favours a longer quota, provided it is fair.", "a longer quota"),
        ("Norway expressed openness to a quota, provided that Chile reopens its ports.", "a quota"),
        ("Norway could accept a quota, but only if Chile reopens its ports.", "a quota"),
        ("Norway backs a rule that lets mills sell if prices fall.", "a rule that lets mills sell if prices fall"),
        ("Norway would not accept a quota if it were offered.", "a quota if it were offered"),
    ],
)
def test_condition_is_no_part_of_the_thing_wanted_on_it(text: str, content: str) -> None:
    brief = read(text)

    assert [brief[span] for span in brief.claims[0].content] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Norway backs the quota.",
        "Norway backs the quota, and envoys met as long as they could.",
        "Norway said on condition of anonymity that it backs the quota.",
    ],
)
def test_stance_without_a_condition(text: str) -> None:
    assert all(stance.conditions == () for stance in read(text).stances)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Norway would have accepted the quota had Chile signed it.", "had Chile signed it"),
        ("Norway would have backed the deal had the quota been larger.", "had the quota been larger"),
        ("Norway said prices would rise were the ban to stay.", "were the ban to stay"),
        ("Norway said duties would rise should the talks fail.", "should the talks fail"),
    ],
)
def test_condition_of_a_claim_whose_subject_stands_after_its_verb(text: str, condition: str) -> None:
    brief = read(text)

    assert [[brief[span] for span in claim.conditions] for claim in brief.claims] == [[condition]]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the talks had Chile worried.",
        "Norway said that the mills were the first to close.",
        "Norway said the council should lift the ban.",
        "Norway asked what the council should lift.",
    ],
)
def test_auxiliary_after_its_subject_opens_no_condition(text: str) -> None:
    assert [claim.conditions for claim in read(text).claims] == [()]


@pytest.mark.parametrize("opening", ["Had Norway said", "Should Norway say", "If Norway says"])
def test_content_in_a_condition_ends_before_the_main_clause(opening: str) -> None:
    brief = read(f"{opening} that it will sign, the talks will end.")

    assert [(brief[claim.content[0]], claim.assertion) for claim in brief.claims] == [
        ("it will sign", tb.Assertion.NOT_ASSERTED)
    ]


def test_price_is_no_condition_of_what_is_said_to_be_so() -> None:
    (claim,) = read("Norway said prices fell in return for lower duties.").claims

    assert claim.conditions == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway will sign the deal provided that Chile lifts its ban.",
        "Norway will sign the deal provided Chile lifts its ban.",
        "Norway opposes the deal until Chile lifts its ban.",
        "Norway backs the deal as long as Chile lifts its ban.",
    ],
)
def test_what_is_only_a_condition_is_not_done(text: str) -> None:
    assert [stance.holder for stance in read(text).stances] == ["country:no"]


def test_what_has_come_about_before_is_done() -> None:
    found = read("Norway opposed the deal until Chile lifted its ban.").stances

    assert [(stance.holder, stance.act) for stance in found][-1] == ("country:cl", tb.Act.IMPLEMENT)


def test_agreement_on_condition_is_no_agreement_that_it_is_met() -> None:
    (claim,) = read("Norway agreed to the quota on condition that Chile cut duties.").claims

    assert claim.rule == "claim.agree-to.pp"


@pytest.mark.parametrize("reason", ["because it is cheap", "to save time"])
def test_only_a_reason_is_no_condition(reason: str) -> None:
    (claim,) = read(f"Norway wants a quota, if only {reason}.").claims

    assert claim.conditions == ()


@pytest.mark.parametrize("term", ["on condition that", "so long as", "provided that"])
def test_what_would_be_praised_has_its_condition(term: str) -> None:
    brief = read(f"Norway would welcome a price floor, {term} it applied to Peru as well.")
    (claim,) = brief.claims

    assert [brief[span] for span in claim.conditions] == ["it applied to Peru as well"]
    assert brief[claim.content[0]].startswith("a price floor")
    assert not brief[claim.content[0]].endswith(",")
