import pytest
from tests.extraction.reading import claims_of, read

import tradebrief as tb


def test_colon_after_a_name_attributes_the_quotation_after_it() -> None:
    assert claims_of(read("Lena Varga: “The duty is a mistake.”")) == [
        ("person:lena-varga", ["The duty is a mistake"], "claim.speaker-label.quote")
    ]


def test_headline_says_whose_it_is_before_a_colon() -> None:
    brief = tb.read("Norway: no truce without rice\n\nThe round in Oslo went on for a week. It was cold.\n")

    assert claims_of(brief) == [("country:no", ["no truce without rice"], "claim.speaker-label.bare")]


def test_turns_of_a_transcript_are_their_speakers() -> None:
    brief = read("VARGA: The duty is a mistake. It hurts us.", "RUIZ: It was agreed.")

    assert [(content, rule) for _, content, rule in claims_of(brief)] == [
        (["The duty is a mistake. It hurts us"], "claim.speaker-label.bare"),
        (["It was agreed"], "claim.speaker-label.bare"),
    ]


def test_surname_alone_is_a_label_where_the_text_has_the_name() -> None:
    brief = read("Ana Lund came to Oslo for talks.", "Lund: “The duty is a mistake.”")

    assert claims_of(brief) == [("person:ana-lund", ["The duty is a mistake"], "claim.speaker-label.quote")]


@pytest.mark.parametrize("label", ["LUND", "ANA LUND", "MS. LUND"])
def test_label_in_capitals_is_the_person_whom_the_text_names(label: str) -> None:
    brief = read("Ana Lund met Mia Varga in Oslo.", f"{label}: The duty is a mistake. It hurts us.")

    assert [holder for holder, *_ in claims_of(brief)] == ["person:ana-lund"]


@pytest.mark.parametrize(
    "text",
    [
        "The result: the duty is gone.",
        "On Friday: the duty is gone.",
        "SECTION: Foreign trade.",
        "Q: Is the duty gone?",
        "Lena Varga named her terms: an end to the duty.",
    ],
)
def test_colon_after_anything_else_attributes_nothing(text: str) -> None:
    assert [rule for _, _, rule in claims_of(read(text)) if rule.startswith("claim.speaker-label.")] == []


def test_label_of_a_part_speaks_nothing() -> None:
    assert read("Opinion: Truces Are Not Peace").claims == ()


def test_town_in_capitals_before_a_colon_is_no_speaker() -> None:
    assert [claim.rule for claim in read("NEW DELHI: India will sign the pact, which cuts the duty.").claims] == []


@pytest.mark.parametrize(
    "text", ["Ana Lund on rice: “The duty is a mistake.”", "Ana Lund on the Oslo talks: “The duty is a mistake.”"]
)
def test_name_and_its_topic_before_a_colon_attribute_the_quotation(text: str) -> None:
    assert claims_of(read("Ana Lund came to Oslo for talks.", text)) == [
        ("person:ana-lund", ["The duty is a mistake"], "claim.speaker-label.quote")
    ]


def test_unnamed_people_before_a_colon_attribute_the_quotation() -> None:
    assert claims_of(read("A customs official: “The duty stays.”")) == [
        ("anonymous:customs-official", ["The duty stays"], "claim.speaker-label.quote")
    ]


@pytest.mark.parametrize("text", ["The result on rice: “We lost.”", "Notes on rice: “No deal.”"])
def test_thing_and_its_topic_before_a_colon_say_nothing(text: str) -> None:
    assert claims_of(read(text)) == []


PROSE = "Norway wants a quota for its salmon, and the growers in the north said on Monday that they were glad of it."


@pytest.mark.parametrize("heading", ["Peru: grapes on the move", "Peru: “a wall of sand”", "Costa Rica: a slow start"])
def test_country_before_words_without_a_verb_only_heads_a_part(heading: str) -> None:
    claims = tb.read(f"Talks drag on\n\n{PROSE}\n\n{heading}\n\n{PROSE}\n").claims

    assert [claim for claim in claims if claim.rule.startswith("claim.speaker-label")] == []


@pytest.mark.parametrize("label", ["Tariffs", "Duty Dispute"])
def test_topic_before_a_colon_speaks_not(label: str) -> None:
    claims = tb.read(f"{label}: Norway’s minister heads to Lima with little to give\n\n{PROSE}\n").claims

    assert [claim for claim in claims if claim.rule.startswith("claim.speaker-label")] == []
