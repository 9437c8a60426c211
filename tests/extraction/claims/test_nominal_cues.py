import pytest
from tests.extraction.reading import claims_of, read, words_of

import tradebrief as tb


@pytest.mark.parametrize(
    ("text", "cue", "content", "rule"),
    [
        ("Norway’s promise to cut the duty came late.", "promise", "cut the duty", "claim.promise-noun.to"),
        (
            "Norway’s claim that the duty was unfair drew applause.",
            "claim",
            "the duty was unfair",
            "claim.claim-noun.that",
        ),
        ("Norway voiced doubts about the duty.", "voiced doubts", "the duty", "claim.doubt-noun.pp"),
        ("Norway has doubts about the duty.", "has doubts", "the duty", "claim.doubt-noun.pp"),
        (
            "Norway expressed its hope that rates would fall.",
            "expressed its hope",
            "rates would fall",
            "claim.hope-noun.that",
        ),
    ],
)
def test_noun_is_its_possessors_or_its_light_verbs_subjects(text: str, cue: str, content: str, rule: str) -> None:
    brief = read(text)

    assert claims_of(brief) == [("country:no", [content], rule)]
    assert words_of(brief, (claim.cue for claim in brief.claims if claim.cue)) == [cue]


@pytest.mark.parametrize(
    ("text", "cue", "content", "rule"),
    [
        ("Norway is wary of the duty.", "is wary", "the duty", "claim.wary.pp"),
        ("Norway is not optimistic about the talks.", "is not optimistic", "the talks", "claim.optimistic.pp"),
        (
            "Norway remains confident that rates will fall.",
            "remains confident",
            "rates will fall",
            "claim.confident.that",
        ),
        (
            "Norway is uncertain whether rates will fall.",
            "is uncertain",
            "whether rates will fall",
            "claim.uncertain.wh",
        ),
    ],
)
def test_adjective_is_its_copulas_subjects(text: str, cue: str, content: str, rule: str) -> None:
    brief = read(text)

    assert claims_of(brief) == [("country:no", [content], rule)]
    assert words_of(brief, (claim.cue for claim in brief.claims if claim.cue)) == [cue]


def test_noun_without_a_holder_is_no_claim() -> None:
    assert claims_of(read("The promise was old, and the doubts were new.")) == []


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Criticism from Norway of the duty was loud.", "the duty", "claim.criticism-noun.pp"),
        ("The warning by Norway that rates would rise came late.", "rates would rise", "claim.warning-noun.that"),
        ("Norway's argument was that the duty is void.", "the duty is void", "claim.argument-noun.that"),
        ("Norway is a harsh critic of the duty.", "the duty", "claim.critic-noun.pp"),
        ("Norway is against the duty.", "the duty", "claim.against.np"),
    ],
)
def test_noun_is_the_givers_and_that_of_whom_it_is_said(text: str, content: str, rule: str) -> None:
    assert claims_of(read(text)) == [("country:no", [content], rule)]


def test_noun_of_nobody_attributes_a_clause() -> None:
    (claim,) = read("Prices rose amid fears that the port would close.").claims

    assert (claim.holder, claim.holder_reason) == (None, tb.HolderReason.NO_SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        "They read the claim that was sent by mail.",
        "There is no fear that the port would close.",
        "A critic of the duty sold his mill.",
    ],
)
def test_noun_with_a_relative_clause_denied_or_without_a_verb_is_no_claim(text: str) -> None:
    assert claims_of(read(text)) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Peru dismissed a Chinese claim that its mills dump steel.", "Chinese", "its mills dump steel"),
        ("Peru rejected a U.S. demand that it scrap the duty.", "U.S.", "it scrap the duty"),
        ("South Korean opposition to the levy has grown.", "South Korean", "the levy"),
        ("Mills welcomed an EU promise to cut the duty.", "EU", "cut the duty"),
    ],
)
def test_holder_of_a_noun_may_be_a_nation_before_it(text: str, source: str, content: str) -> None:
    brief = read(text)
    (claim,) = (claim for claim in brief.claims if claim.rule.split(".")[1].endswith("-noun"))

    assert claim.source is not None
    assert brief[claim.source] == source
    assert words_of(brief, claim.content) == [content]


def test_name_before_a_noun_may_be_its_topic() -> None:
    assert claims_of(read("A Mill Road promise to sell was void.")) == []
    assert claims_of(read("Peru doubts the Norway claim that is cited.")) == [
        ("country:pe", ["the Norway claim that is cited"], "claim.doubt.np")
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Norway, wary of higher costs for mills, waits.", "wary", "higher costs for mills"),
        ("Wary of higher costs, Norway has waited.", "Wary", "higher costs"),
        ("Norway, keen to avoid a trade war, waits.", "keen", "avoid a trade war"),
    ],
)
def test_adjective_may_stand_beside_its_holder(text: str, cue: str, content: str) -> None:
    brief = read(text)
    (claim,) = brief.claims

    assert (claim.holder, claim.cue and brief[claim.cue]) == ("country:no", cue)
    assert words_of(brief, claim.content) == [content]


def test_adjective_beside_a_thing_says_nothing_of_a_holder() -> None:
    assert read("The duty, doubtful of purpose, was cut.").claims == ()
    assert read("Wary of higher costs, and late.").claims == ()


def test_adjective_may_open_a_quotation() -> None:
    brief = read("Norway would be “open to a lower cap”, Chile said.")

    assert ("country:no", ["a lower cap"], "claim.open.pp") in claims_of(brief)


@pytest.mark.parametrize("verb", ["is", "remains", "remained"])
def test_position_is_or_remains_what_follows(verb: str) -> None:
    assert claims_of(read(f"Oslo's position {verb} that rice is excluded.")) == [
        ("country:no", ["rice is excluded"], "claim.position-noun.that")
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ode Bank expects losses, a forecast that the finance ministry disputes.", "the finance ministry"),
        ("Chile expects losses, an estimate that the mill owners contest.", "the mill owners"),
        ("Mills face a levy that the trade ministry backs.", "the trade ministry"),
    ],
)
def test_verb_that_ends_a_relative_clause_is_no_noun(text: str, source: str) -> None:
    brief = read(text)

    assert [brief[claim.source] for claim in brief.claims if claim.source][-1] == source
    assert all(claim.source for claim in brief.claims)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chile made no secret of its hunger for cheaper barley.", "its hunger for cheaper barley"),
        ("Chile made no bones about its plan to tax Peruvian anchovies.", "its plan to tax Peruvian anchovies"),
    ],
)
def test_what_is_avowed_is_one_claim(text: str, content: str) -> None:
    ((holder, words, _),) = claims_of(read(text))

    assert (holder, words) == ("country:cl", [content])
