import pytest
from tests.extraction.reading import claims_of, read, words_of

import tradebrief as tb


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mills were “slow and small,” Norway said.", ["The mills were “slow and small,”"]),
        ("“We are angry” about the duty, Norway said.", ["“We are angry” about the duty"]),
        (
            "The mills were “slow. They were small” in May, Norway said.",
            ["The mills were “slow. They were small” in May"],
        ),
        (
            "The mills have “no future,” and “hurt the coast,” Norway said.",
            ["The mills have “no future,” and “hurt the coast,”"],
        ),
        (
            "The mills are “slow,” and they “will not last,” Norway said.",
            ["The mills are “slow,” and they “will not last,”"],
        ),
        ("“They are slow,” and “none will last,” Norway said.", ["“They are slow,” and “none will last,”"]),
        (
            "The mills were “slow,” Norway said. “They were small.”",
            ["The mills were “slow,”", "They were small"],
        ),
    ],
)
def test_words_quoted_in_part_are_one_content_with_their_clause(text: str, content: list[str]) -> None:
    (claim,) = read(text).claims

    assert claims_of(read(text)) == [("country:no", content, "claim.say.bare")]
    assert claim.mode is tb.ClaimMode.MIXED


def test_words_that_somebody_else_is_said_to_say_are_no_part_of_the_clause() -> None:
    assert claims_of(read("“They are slow,” Norway said, and “none will last,” Chile said."))[1] == (
        "country:cl",
        ["none will last"],
        "claim.say.quote",
    )


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("“The duty is a wall,” Lena Varga, 33, said of the plan.", "person:lena-varga", ["The duty is a wall"]),
        ("“The duty is a wall,” the speaker, Lena Varga, said.", "person:lena-varga", ["The duty is a wall"]),
        ("“The duty is a wall,” Norway is quoted as saying.", "country:no", ["The duty is a wall"]),
        ("The duty should fall, Norway told reporters on Monday.", "country:no", ["The duty should fall"]),
        ("If mills close, ports will suffer, Norway said.", "country:no", ["If mills close, ports will suffer"]),
        ("In the long run, Norway said, mills will close.", "country:no", ["In the long run", "mills will close"]),
        ("Moving salmon by night, Norway said, is costly.", "country:no", ["Moving salmon by night", "is costly"]),
        (
            "The duty, Norway said, is high, and mills will close.",
            "country:no",
            ["The duty", "is high, and mills will close"],
        ),
    ],
)
def test_content_stands_before_its_attribution(text: str, holder: str, content: list[str]) -> None:
    assert [(claim[0], claim[1]) for claim in claims_of(read(text))] == [(holder, content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Norway said in May, the duty is unfair.", ["the duty is unfair"]),
        ("The duty is unfair, as Norway said in May.", ["The duty is unfair"]),
        ("The duty, as Norway said, is unfair.", ["The duty", "is unfair"]),
    ],
)
def test_clause_beside_as_somebody_said_is_theirs(text: str, content: list[str]) -> None:
    assert claims_of(read(text)) == [("country:no", content, "claim.say.bare")]


def test_clause_after_the_cue_is_its_content_and_not_the_one_before() -> None:
    brief = read("Mills closed, and on Monday, Norway said the duty was unfair.")

    assert claims_of(brief) == [("country:no", ["the duty was unfair"], "claim.say.bare")]


def test_sentence_that_ends_with_a_quotation_is_not_the_next_speakers() -> None:
    brief = read("Norway called the duty “unfair.” Chile said mills would close.")

    assert [
        (brief[claim.source] if claim.source else None, words_of(brief, claim.content)) for claim in brief.claims
    ] == [
        ("Norway", ["the duty “unfair.”"]),
        ("Chile", ["mills would close"]),
    ]


def test_adjunct_alone_is_no_content() -> None:
    assert read("On Friday, Norway said.").claims == ()


@pytest.mark.parametrize("pronoun", ["which", "that"])
def test_attribution_amid_a_relative_clause_is_about_the_noun_before_it(pronoun: str) -> None:
    brief = read(f"Norway set a quota {pronoun}, the minister said, would hurt mills.")

    assert [words_of(brief, claim.content) for claim in brief.claims] == [[f"a quota {pronoun}", "would hurt mills"]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Whether it would pay, Norway did not say.", "Whether it would pay"),
        ("What the mills owe, Norway would not disclose.", "What the mills owe"),
        ("How long the ban will last, Norway has not said.", "How long the ban will last"),
    ],
)
def test_question_may_stand_before_whoever_leaves_it_open(text: str, content: str) -> None:
    (claim,) = read(text).claims

    assert (claim.holder, words_of(read(text), claim.content)) == ("country:no", [content])
    assert claim.assertion is tb.Assertion.NOT_ASSERTED


def test_time_before_a_verb_is_no_question() -> None:
    assert [rule for _, _, rule in claims_of(read("When the talks failed, Norway did not say no."))] == [
        "claim.say.bare"
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Dried fish can wait, Norway said, and traders will hold it back.",
            ["Dried fish can wait", "and traders will hold it back"],
        ),
        ("A drought, Norway said, would ruin mills, and he would like Oslo to pay.", ["A drought", "would ruin mills"]),
        ("The mills are weighing a suit, Norway said, but she would not say when.", ["The mills are weighing a suit"]),
    ],
)
def test_a_clause_around_its_attribution_ends_before_the_speaker_is_the_subject(text: str, content: list[str]) -> None:
    assert claims_of(read(text))[0] == ("country:no", content, "claim.say.bare")
