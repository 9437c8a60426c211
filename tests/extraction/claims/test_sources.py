import pytest
from tests.extraction.reading import claims_of, read, words_of

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


@pytest.mark.parametrize("source", ["Several groups in the south", "A handful of mills", "A number of senators"])
def test_what_tells_how_many_or_where_is_part_of_the_source(source: str) -> None:
    assert [words for words, _ in sources(f"{source} want the duty kept.")] == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Norway said the duty was unfair.", "Norway"),
        ("Norway, which exports salmon, said the duty was unfair.", "Norway, which exports salmon"),
        ("Speaking in the port, Norway said the duty was unfair.", "Norway"),
        ("Norway itself said the duty was unfair.", "Norway itself"),
        ("Norway, in a letter to the mills, said the duty was unfair.", "Norway"),
        ("Norway, at a fair in Lima, Peru, said the duty was unfair.", "Norway"),
        (
            "Norway, owner of the “letter, or note”, said the duty was unfair.",
            "Norway, owner of the “letter, or note”",
        ),
        ("Norway — after a pause — said the duty was unfair.", "Norway"),
        ("Norway went on to say that the duty was unfair.", "Norway"),
        ("Norway issued a letter saying the duty was unfair.", "Norway"),
        ("Norway, including its mills, said the duty was unfair.", "Norway, including its mills"),
        (
            "“The duty is unfair,” said Norway, 44, a state, which exports salmon.",
            "Norway, 44, a state, which exports salmon",
        ),
        ("In May, Norway said the duty was unfair.", "Norway"),
        ("The minister was pleased, with Norway calling the duty unfair.", "Norway"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that it had dumped salmon, and said the duty was unfair.",
        "Norway welcomed mills that have moved there and said the duty was unfair.",
        "“The duty is low,” said Norway, which exports salmon, adding that mills would close.",
        "The duty is low, Norway said in May, adding that mills would close.",
    ],
)
def test_shared_subject_is_the_speakers(text: str) -> None:
    assert [holder for _, holder in sources(text)] == ["country:no", "country:no"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Lawyers who have read the text said the duty was unfair.", "Lawyers who have read the text"),
        ("Two people briefed on the plan said the duty was unfair.", "Two people briefed on the plan"),
        ("Those who export salmon said the duty was unfair.", "Those who export salmon"),
        ("A poll of mills released Friday said the duty was unfair.", "A poll of mills released Friday"),
        ("“The duty is unfair,” said a miller who runs a port in Bergen.", "a miller who runs a port in Bergen"),
        (
            "Lena Varga, who went to Lima, Peru, in May, said the duty was unfair.",
            "Lena Varga, who went to Lima, Peru, in May",
        ),
    ],
)
def test_subject_keeps_its_relative_clause(text: str, source: str) -> None:
    ((found, _),) = sources(text)

    assert found == source


def test_relative_pronoun_stands_for_the_name_before_its_apposition() -> None:
    assert sources("Norway met the Fish Council, a group of mills, which said the duty was unfair.") == [
        ("the Fish Council, a group of mills", "org:fish-council")
    ]


def test_list_begins_after_an_adjunct() -> None:
    ((source, _),) = sources("In May, mills, ports and growers said the duty was unfair.")

    assert source == "mills, ports and growers"


def test_words_that_are_quoted_as_said_are_the_quoted_ones() -> None:
    assert sources("The minister quoted Norway as saying the duty was unfair.")[-1] == ("Norway", "country:no")
    assert sources("Norway was quoted as saying that the duty was unfair.") == [("Norway", "country:no")]


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


def test_phrase_begins_after_a_finite_verb_group() -> None:
    brief = read("Doubt has emerged among Norwegian officials who question the use of the pact.")

    assert "Norwegian officials" in words_of(brief, (claim.source for claim in brief.claims if claim.source))


def test_source_that_its_mention_goes_on_after_is_held_by_the_actor() -> None:
    brief = read("The quota is dead, according to three people briefed on the talks.")

    assert [claim.holder for claim in brief.claims] == ["anonymous:three-people-briefed-on-the-talks"]


def test_apposition_to_a_body_in_an_apposition_is_no_source() -> None:
    (claim,) = read("Ana Lund, head of the Velk Institute, a think tank, said prices fell.").claims
    assert claim.holder == "person:ana-lund"


@pytest.mark.parametrize(
    ("source", "holder"),
    [
        ("A report by the OECD", "org:oecd"),
        ("A statement issued on Friday by Norway", "country:no"),
        ("The letter, published by the OECD,", "org:oecd"),
        ("Norway’s draft", "country:no"),
        ("A World Bank study", "org:world-bank"),
        ("A letter to the OECD", None),
        ("A letter seen by the OECD", None),
        ("A study commissioned by the OECD", None),
        ("A Chinese study", None),
    ],
)
def test_document_speaks_for_its_author(source: str, holder: str | None) -> None:
    assert [found for found, _, _ in claims_of(read(f"{source} said that the duty was unfair."))] == [holder]


@pytest.mark.parametrize(
    "source",
    [
        "Norway, Chile and Peru",
        "Norway, Chile, and Peru",
        "Norway's miners, Chile's growers and Peru's fishers",
        "Ana Ruiz, Chile's envoy, and Lena Varga",
    ],
)
def test_row_of_sources_is_joint(source: str) -> None:
    (claim,) = read(f"{source} said that the duty was fair.").claims

    assert (claim.holder, claim.holder_reason) == (None, tb.HolderReason.JOINT)
    assert claim.source == tb.Span(0, len(source))


def test_two_sources_with_descriptions_of_both_are_joint() -> None:
    source = "The Chilean envoy, Ana Ruiz, and her Peruvian counterpart, Lena Varga"
    (claim,) = read(f"{source}, said that the duty was fair.").claims

    assert (claim.source, claim.holder_reason) == (tb.Span(0, len(source)), tb.HolderReason.JOINT)


@pytest.mark.parametrize("row", ["Norway, Chile and Peru", "Norway, Chile, and Peru"])
@pytest.mark.parametrize(
    "text", ["The duty was fair, said {}.", "In May, {} said the duty was fair.", "{} all want a cut."]
)
def test_row_of_sources_is_joint_wherever_it_stands(text: str, row: str) -> None:
    brief = read(text.format(row))

    assert [claim.holder_reason for claim in brief.claims] == [tb.HolderReason.JOINT]
    assert [brief[claim.source or tb.Span(0, 0)].removesuffix(" all") for claim in brief.claims] == [row]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ana Ruiz, Chile's minister of trade, industry and energy, said the duty was fair.", "person:ana-ruiz"),
        ("Ana Ruiz, an envoy to Chile, Peru and Norway, said the duty was fair.", "person:ana-ruiz"),
        ("The Bank of Trade and Industry, a lender, said the duty was fair.", "org:bank-of-trade-and-industry"),
        ("Norway, backed by Chile and Peru, said the duty was fair.", "country:no"),
        ("Norway, backed by Chile and Peru, wants a cut.", "country:no"),
        ("The pact helps mills, ports, and Norway said it would last.", "country:no"),
    ],
)
def test_row_within_a_description_or_of_objects_is_no_row_of_sources(text: str, holder: str) -> None:
    assert [claim.holder for claim in read(text).claims] == [holder]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Commission, he said, believes that Oslo needs the deal.", "The Commission"),
        ("Lima, Oslo said on Monday, wants a quota.", "Lima"),
        ("The mills, Oslo says, reject the quota.", "The mills"),
        ("Lima, whose envoy said so, wants a quota.", "Lima, whose envoy said so"),
    ],
)
def test_subject_before_an_attribution_between_commas_is_its_verb_s(text: str, source: str) -> None:
    assert source in dict(sources(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Officials in her own department worry about the cost.", "Officials in her own department"),
        ("Members of the cabinet blame the mills.", "Members of the cabinet"),
        ("Many in his party demand relief.", "Many in his party"),
        ("Members of the union lobby said that it was late.", "Members of the union lobby"),
        ("That, mill owners say, is unfair.", "mill owners"),
    ],
)
def test_people_of_a_body_are_the_subject(text: str, source: str) -> None:
    assert [words for words, _ in sources(text)] == [source]


@pytest.mark.parametrize("rest", ["when it met them", "while talks went on", "until May"])
def test_noun_that_sums_up_a_claim_is_no_part_of_it(rest: str) -> None:
    brief = read(f"Chile asked for exemptions, a request that Norway refused {rest}.")

    assert ("Chile", ["exemptions"]) in [
        (brief[claim.source], words_of(brief, claim.content)) for claim in brief.claims if claim.source
    ]
