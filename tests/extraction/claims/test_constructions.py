"""Claims in constructions that part a cue from its holder or its content, or set them in another order."""

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
        ("What the tanners seek is not a ban but time.", "the tanners", ["time"]),
        ("What porters object to is paying twice.", "porters", ["paying twice"]),
        ("What Quito hopes for is a truce.", "Quito", ["a truce"]),
        ("What Hanoi wants most is calm.", "Hanoi", ["calm"]),
        ("What Tunis plans to do is wait.", "Tunis", ["wait"]),
        ("All the weavers want is a fair price.", "the weavers", ["a fair price"]),
        ("All they ask is that rules be kept.", "they", ["rules be kept"]),
        ("Time is not what Accra is asking for.", "Accra", ["Time"]),
    ],
)
def test_cleft_sets_the_content_beside_its_cue(text: str, source: str, content: list[str]) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize("text", ["What Hanoi wants is unclear.", "What porters object to is plain."])
def test_cleft_with_an_adjective_sets_no_content_beside_its_cue(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The tolls, the guild said in its yearly review, have helped nobody.",
            ("the guild", ["The tolls", "have helped nobody"]),
        ),
        (
            "There is, the bank concedes in its yearly review, little proof of gain.",
            ("the bank", ["There is", "little proof of gain"]),
        ),
        ("The tanners resent the fee when, they say, rivals are exempt.", ("they", ["rivals are exempt"])),
        ("The port will shut unless, it adds, aid comes.", ("it", ["aid comes"])),
        (
            "The pact has a clause that, by the guild’s count, would cost 900 jobs.",
            ("the guild", ["would cost 900 jobs"]),
        ),
        ("Ferries that, according to the board, lost money will get aid.", ("the board", ["lost money"])),
        ("The guild wants it gone, since in its estimation nobody gains.", ("its", ["nobody gains"])),
    ],
)
def test_attribution_amid_a_clause_leaves_it_whole(text: str, claim: tuple[str, list[str]]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ban angered the dyers, one of whom called it theft.", ("one of whom", ["it theft"])),
        ("The ban angered ten firms, most of which say they will sue.", ("most of which", ["they will sue"])),
        ("The porters left, several of them arguing that it was late.", ("several of them", ["it was late"])),
        ("The envoys met, each insisting that the other pay first.", ("each", ["the other pay first"])),
        ("We at this paper believe that tolls fail.", ("We at this paper", ["tolls fail"])),
        ("Those of us in the trade believe that tolls fail.", ("Those of us in the trade", ["tolls fail"])),
        ("Most, however, say the price is fair.", ("Most", ["the price is fair"])),
        ("Shippers were led to believe that the fee would go.", ("Shippers", ["the fee would go"])),
    ],
)
def test_source_is_a_part_of_those_told_of(text: str, claim: tuple[str, list[str]]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The refusal of Peru’s premier, Ana Ruiz, to sign the pact strained ties.",
            "Peru’s premier, Ana Ruiz",
            ["sign the pact"],
        ),
        ("The insistence of the chairman that the fee stay was futile.", "the chairman", ["the fee stay"]),
        ("The hope of the dyers is that the fee goes.", "the dyers", ["the fee goes"]),
        ("The demand of the porters for aid was met.", "the porters", ["aid"]),
        ("The claim by the mayor, Ana Ruiz, that trade had doubled was wrong.", "the mayor, Ana Ruiz",
         ["trade had doubled"]),
    ],
)  # fmt: skip
def test_noun_with_of_names_its_holder(text: str, source: str, content: list[str]) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The hope of a truce to end the strike is gone.",
        "The fee rose in the hope of finding a way to pay for docks.",
    ],
)
def test_noun_with_of_and_a_thing_names_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ruling clears us, exulted Ana Ruiz of the honey board.", "Ana Ruiz of the honey board",
         ["The ruling clears us"]),
        ("Why should a ferry pay for a dock, wondered deputy Ana Ruiz.", "deputy Ana Ruiz",
         ["Why should a ferry pay for a dock"]),
        ("What is the point of a truce, the guild asks.", "the guild", ["What is the point of a truce"]),
        ("This is madness, sighed one of the porters.", "one of the porters", ["This is madness"]),
    ],
)  # fmt: skip
def test_speech_needs_no_marks_before_its_speaker(text: str, source: str, content: list[str]) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    "text", ["When the docks closed, the strike went on.", "Despite the rain, the talks continued."]
)
def test_clause_that_opens_a_sentence_is_no_speech(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The port is adamant: no rebate will come.", [("The port", ["no rebate will come"])]),
        ("Steel users are less happy: the rule costs them dear.", []),
        ("The porters have one demand: that the fee go.", [("The porters", ["the fee go"])]),
        ("The porters have one demand: an end to the fee.", [("The porters", ["an end to the fee"])]),
        ("Quito’s position is simple: the fee stays.", [("Quito", ["the fee stays"])]),
        ("Dyers have taken a softer line: rain came.", []),
        ("Peru says not yet.", [("Peru", ["not yet"])]),
        ("The guild thinks otherwise: rain fell.", []),
    ],
)
def test_colon_and_answer(text: str, claims: list[tuple[str | None, list[str]]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Dyers are begging Quito for aid, having failed to find buyers.", "Dyers", ["aid"]),
        ("Shepherds are wary of the pact, the ban being fresh in memory.", "Shepherds", ["the pact"]),
        ("Brewers have lobbied fiercely in Oslo against the duty.", "Brewers", ["the duty"]),
        ("Lima complained bitterly in March about the fee.", "Lima", ["the fee"]),
        ("The panel voted 3-2 to uphold the duty.", "The panel", ["uphold the duty"]),
        ("The panel voted by 60 votes to 40 to uphold the duty.", "The panel", ["uphold the duty"]),
        ("The pact, long regarded by growers as a tax, is gone.", "growers", ["The pact", "as a tax"]),
        ("The pact, once described by the mayor, Ana Ruiz, as brief, is gone.", "the mayor, Ana Ruiz",
         ["The pact", "as brief"]),
        ("Profits doubled, a gain that its owner, Jan Berg, put down to rain.", "its owner, Jan Berg",
         ["a gain", "to rain"]),
        ("The firm put the losses down to rain.", "The firm", ["the losses", "to rain"]),
        ("Dyers took the delay to mean that mills were exempt.", "Dyers", ["mills were exempt"]),
    ],
)  # fmt: skip
def test_content_begins_and_ends_where_it_should(text: str, source: str, content: list[str]) -> None:
    assert (source, content) in told(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Muscat will not hear of a truce.", 1),
        ("Muscat has heard of a truce.", 0),
        ("Muscat had never heard of the truce.", 0),
        ("Muscat did not hear of the truce until May.", 0),
        ("The mayor will not stand for re-election.", 0),
        ("The mayor will not stand for the council.", 0),
        ("The mayor will not stand for a waiver.", 1),
        ("Muscat will not entertain the guests.", 0),
        ("Muscat will not entertain the idea.", 1),
        ("Muscat won’t stand for a ban.", 1),
    ],
)
def test_verb_that_attributes_only_where_it_is_negated(text: str, found: int) -> None:
    claims = read(text).claims

    assert [claim.assertion.value for claim in claims] == ["denied"] * found


def test_number_may_open_what_is_thought_of_it() -> None:
    assert told("Dyers consider 41 percent much too dear.") == [("Dyers", ["41 percent much too dear"])]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The guild contends that porters in Mombasa relabel tea.", tb.ClaimKind.ASSERTION),
        ("The guild insists that the board in Quito lift the ban.", tb.ClaimKind.EVENTUALITY),
    ],
)
def test_demand_is_told_by_the_head_of_its_subject(text: str, kind: tb.ClaimKind) -> None:
    assert [claim.kind for claim in read(text).claims] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "What Quito wants is unclear.",
        "What Quito objects to is still quite obvious.",
        "To hear the envoy talk about tea is a joy.",
        "To listen to the envoy is a joy.",
    ],
)
def test_what_only_looks_like_an_attribution_is_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The hope of the tanners that the toll goes is small.", ("the tanners", ["the toll goes"])),
        ("Quito’s hope that tanners survive is known.", ("Quito", ["tanners survive"])),
        ("The tanners’ hope that price rises will end is small.", ("The tanners", ["price rises will end"])),
        ("The tanners resent the fee when, they say, rivals are exempt.", ("The tanners", ["the fee"])),
    ],
)
def test_content_ends_where_the_sentence_goes_on(text: str, claim: tuple[str, list[str]]) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("words", "assertion"),
    [("anything but", tb.Assertion.DENIED), ("hardly anything but", tb.Assertion.ASSERTED)],
)
def test_denial_of_a_denial_asserts(words: str, assertion: tb.Assertion) -> None:
    (claim,) = read(f"Quito is {words} keen on the toll.").claims

    assert claim.assertion is assertion
