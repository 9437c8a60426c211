"""Sources and contents where the clause is not the plain one: relative clauses, asides, fronted phrases, marks."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def told(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of each claim by their words."""
    brief = read(text)
    return [
        (
            brief[claim.source] if claim.source else None,
            brief[claim.cue] if claim.cue else "",
            [brief[part] for part in claim.content],
        )
        for claim in brief.claims
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A poll released last week showed that voters are wary.", "A poll released last week", "voters are wary"),
        ("The audit published Tuesday showed that duties rose.", "The audit published Tuesday", "duties rose"),
        ("Norway on Monday said that the duty was unfair.", "Norway", "the duty was unfair"),
        ("Officials late on Friday said the talks had failed.", "Officials", "the talks had failed"),
        ("The minister this week said the talks had failed.", "The minister", "the talks had failed"),
    ],
)
def test_time_before_a_verb_is_not_its_subject(text: str, source: str, content: str) -> None:
    assert [(found, words) for found, _, words in told(text)] == [(source, [content])]


def test_month_that_is_a_name_is_a_subject() -> None:
    assert told("April said that the mill had closed.") == [("April", "said", ["the mill had closed"])]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "There is a plan, which mill owners said was unfair.",
            ("mill owners", "said", ["which", "was unfair"]),
        ),
        (
            "It offers what analysts said is a way out.",
            ("analysts", "said", ["what", "is a way out"]),
        ),
        (
            "The licence, which the minister said had lapsed, is valid.",
            ("the minister", "said", ["which", "had lapsed"]),
        ),
        ("It is a duty that Beijing opposes.", ("Beijing", "opposes", ["a duty"])),
        ("The pact, which the growers rejected, is old.", ("the growers", "rejected", ["The pact"])),
        ("The cut he seeks in the port fee is small.", ("he", "seeks", ["The cut"])),
        ("The pact, which the minister described as a trap, is old.",
         ("the minister", "described", ["The pact", "as a trap"])),
        ("The port, which Lima blamed for the delay, is closed.", ("Lima", "blamed", ["the delay"])),
        ("The mill, which the minister calls a disgrace, is closed.",
         ("the minister", "calls", ["The mill", "a disgrace"])),
        ("The concessions Tokyo says would hurt mills are small.",
         ("Tokyo", "says", ["The concessions", "would hurt mills"])),
    ],
)  # fmt: skip
def test_what_a_relative_clause_goes_with_is_its_content(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert told(text) == [claim]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Officials said that Lima had paid the mills, a claim that Oslo denies.", ["Lima had paid the mills"]),
        ("Growers accuse the mills of hiding veneer, a charge that Oslo denies.", ["hiding veneer"]),
    ],
)
def test_noun_that_sums_up_a_clause_stands_for_it(text: str, denied: list[str]) -> None:
    first, second = told(text)

    assert (first[2], second) == (denied, ("Oslo", "denies", denied))


def test_clause_of_manner_or_time_has_no_object_before_it() -> None:
    assert told("The year he wrote the book, prices rose.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund said the duty was “stiff. And slow. And old.”", ["the duty was “stiff. And slow. And old"]),
        ("Lund told the crowd, “I mill,” and, “Who does not?”", ["I mill", "Who does not"]),
        ("“It is stiff,” Lund said when asked about the duty.", ["It is stiff"]),
        ("“It is stiff,” Lund said by telephone on Friday.", ["It is stiff"]),
    ],
)
def test_quotation_is_whole_and_alone(text: str, content: list[str]) -> None:
    ((_, _, found),) = told(text)

    assert found == content


@pytest.mark.parametrize(
    "text",
    [
        "And yet, mill owners say, the duty is fair.",
        "But, mill owners say, the duty is fair.",
        "Mill owners say: the duty is fair.",
        "Since the pact, mill owners say, the duty is fair.",
    ],
)
def test_attribution_after_an_opening_word_has_the_clause_that_follows(text: str) -> None:
    ((source, _, content),) = told(text)

    assert (source, content[-1]) == ("Mill owners" if text.startswith("Mill") else "mill owners", "the duty is fair")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Lund, R-S.C., a miller, said that the duty was fair.", "Ana Lund, R-S.C., a miller"),
        ("Joe Lund, host of “The Port,” said that the duty was fair.", "Joe Lund, host of “The Port,”"),
        ("Ruiz, whose sole mill closed, said that the duty was fair.", "Ruiz, whose sole mill closed"),
        ("Ruiz, when asked about it, said that the duty was fair.", "Ruiz"),
        ("The envoys of Chile and Peru all said that the duty was fair.", "The envoys of Chile and Peru all"),
        ("A growing number of senators said that the duty was fair.", "A growing number of senators"),
        ("Lima rebels on Friday again said that the duty was fair.", "Lima rebels"),
        ("Another said that the duty was fair.", "Another"),
        ("A forecast by Lund Economics, prepared for the port, said that the duty was fair.",
         "A forecast by Lund Economics, prepared for the port"),
    ],
)  # fmt: skip
def test_subject_is_found_beside_asides(text: str, source: str) -> None:
    assert told(text) == [(source, "said", ["the duty was fair"])]


@pytest.mark.parametrize(
    "text",
    [
        "Lund said that Chile had moved the line but implied that the port was slow.",
        "Lund said the mill had closed and added that the port was slow.",
        "Lund would not name the mill, saying that the port was slow.",
        "In a letter released on Monday, Lund attacked the pact, arguing that the port was slow.",
        "Lund is making a pitch to growers saying the port was slow.",
        "Lund called the pact “toxic,” dismissed the duty and said the port was slow.",
    ],
)
def test_speaker_of_a_sentence_goes_on_speaking(text: str) -> None:
    source, _, content = told(text)[-1]

    assert (source, content) == ("Lund", ["the port was slow"])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Two groups backing the levy have closed.", ("Two groups", "backing", ["the levy"])),
        ("A mill seeking relief has closed.", ("A mill", "seeking", ["relief"])),
        ("Lund rejected the plan on Friday.", ("Lund", "rejected", ["the plan"])),
        ("Lund rejected the plan, which Lima wrote in May.", ("Lund", "rejected", ["the plan"])),
        ("Lund rejected the plan during a rally.", ("Lund", "rejected", ["the plan"])),
        ("He called his rank on the list “unheard of.”", ("He", "called", ["his rank on the list “unheard of.”"])),
        ("Lund called on growers “not to sell the mill.”", ("Lund", "called on", ["not to sell the mill"])),
        ("Growers “strongly agree” that the duty is fair.", ("Growers", "agree", ["the duty is fair"])),
        ("Lund said despite all that, the duty was fair.", ("Lund", "said", ["despite all that, the duty was fair"])),
        ("Asked about it, Lund said no.", ("Lund", "said", ["no"])),
        ("The mills have closed, reports the Lund Gazette.",
         ("the Lund Gazette", "reports", ["The mills have closed"])),
        ("In all, the port has raised the fee, campaign officials said.",
         ("campaign officials", "said", ["In all, the port has raised the fee"])),
        ("Exit polling shows why the anger is a problem.", ("Exit polling", "shows", ["why the anger is a problem"])),
    ],
)  # fmt: skip
def test_object_ends_where_the_verb_s_own_adjuncts_begin(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert claim in told(text)


def test_names_after_an_object_that_can_speak_are_one_subject() -> None:
    ((source, _, _),) = told("Trade officials Lund and Ruiz said that the duty was fair.")

    assert source == "Trade officials Lund and Ruiz"


def test_every_claim_names_its_rule() -> None:
    brief = read("It is a duty that Beijing opposes.")

    assert [str(claim.rule) for claim in brief.claims] == ["claim.oppose.np"]
    assert brief.claims[0].holder == tb.ActorId("country:cn")
