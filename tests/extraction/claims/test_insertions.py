"""Claims whose parts stand apart: times and titles before a participle, insertions, and predicates that go on."""

import pytest
from tests.extraction.reading import read, words_of


def told(text: str) -> list[tuple[str | None, list[str]]]:
    """The source and content of each claim of a text."""
    brief = read(text)
    return [(brief[claim.source] if claim.source else None, words_of(brief, claim.content)) for claim in brief.claims]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The guild issued a note on Friday saying tolls were unfair.", "The guild", ["tolls were unfair"]),
        ("The mood was grim, with Quito calling for a ban on barges.", "Quito", ["a ban on barges"]),
        ("Quito said, if asked, it would sell cork.", "Quito", ["if asked, it would sell cork"]),
        ("She told members of the guild that tolls would fall.", "She", ["tolls would fall"]),
        ("She told cheering porters that tolls would fall.", "She", ["tolls would fall"]),
        ("She told a porters gathering in Quito she would cut tolls.", "She", ["she would cut tolls"]),
        ("Asa Moe (D-Quito), said on Tuesday that tolls were low.", "Asa Moe (D-Quito)", ["tolls were low"]),
        (
            "Asa Moe, the host of a show, “The Long Pier,” said tolls were low.",
            "Asa Moe, the host of a show, “The Long Pier,”",
            ["tolls were low"],
        ),
        ("Asa Moe called what she saw “a farce.”", "Asa Moe", ["what she saw “a farce.”"]),
        ("Porters called her, among other things, “a fraud.”", "Porters", ["her", "“a fraud.”"]),
        ("Moe recalled the year she and her sister sold cork.", "Moe", ["the year she and her sister sold cork"]),
        ("Moe spoke of how ties between Chad and Mali might end.", "Moe", ["how ties between Chad and Mali might end"]),
        ("The hope has been that tolls would fall.", None, ["tolls would fall"]),
        ("Quito clashed on Monday with the guild.", "Quito", ["the guild"]),
    ],
)
def test_claim_is_whole_around_what_stands_amid_it(text: str, source: str | None, content: list[str]) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Porters find themselves squeezed by tolls.",
        "One barge called Velk Star and another called Moon sank.",
        "“Barges must dock here.” Moe holds shares in two ports.",
        "Moe, who is a porter, recently posted a letter from a port.",
    ],
)
def test_what_befalls_is_named_or_follows_a_quotation_is_no_claim(text: str) -> None:
    assert told(text) == []


def test_predicate_in_the_present_goes_on_what_was_said() -> None:
    assert told("Moe said the guild is small and runs two ports.") == [
        ("Moe", ["the guild is small and runs two ports"])
    ]


def test_parallel_participles_are_claims_of_their_own() -> None:
    assert told("Moe left after dismissing it as a farce and calling the guild a fraud.") == [
        ("Moe", ["it as a farce"]),
        ("Moe", ["the guild a fraud"]),
    ]


def test_attribution_in_brackets_stays_within_them() -> None:
    text = "Moe is calm (she owns a port worth 9 million, according to the guild)."

    assert told(text) == [("the guild", ["she owns a port worth 9 million"])]


@pytest.mark.parametrize(
    "text", ["Quito said, if", "Quito said, if asked,", "They told cheering", "Moe called what she"]
)
def test_text_may_end_amid_an_insertion(text: str) -> None:
    assert told(text) == []
