"""Quotations that go on after their speaker's name, or over several paragraphs."""

import pytest
from tests.extraction.reading import claims_of, mentions_of, read

LUND, QUOTE = "person:ana-lund", "claim.say.quote"


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "«»"])
def test_speech_over_paragraphs_is_the_speakers_whom_its_first_names(opening: str, closing: str) -> None:
    brief = read(
        f"Trade Minister Ana Lund said: {opening}The mills have closed.",
        f"{opening}We cannot wait.",
        f"{opening}We will not sign.{closing}",
        "The talks go on.",
    )

    assert claims_of(brief) == [(LUND, ["The mills have closed", "We cannot wait", "We will not sign"], QUOTE)]


def test_speech_goes_on_after_its_speakers_name_and_in_the_next_paragraph() -> None:
    brief = read("“The duty hurts,” Ana Lund said. “The mills have closed.", "“We will not sign.”")

    assert claims_of(brief) == [(LUND, ["The duty hurts", "The mills have closed", "We will not sign"], QUOTE)]


def test_speech_over_paragraphs_is_the_speakers_whom_its_last_names() -> None:
    brief = read("“The duty hurts. I know.", "“The mills have closed.", "“We will not sign,” Ana Lund said.")

    assert claims_of(brief) == [(LUND, ["The duty hurts. I know", "The mills have closed", "We will not sign"], QUOTE)]
    assert mentions_of(brief)[LUND] == ["I", "Ana Lund"]


def test_speech_left_open_does_not_take_what_another_says() -> None:
    brief = read("Ana Lund said: “The mills have closed.", "“The mills will wait,” Mia Varga said.")

    assert claims_of(brief) == [
        (LUND, ["The mills have closed"], QUOTE),
        ("person:mia-varga", ["The mills will wait"], QUOTE),
    ]


def test_speech_that_opens_amid_anothers_paragraph_is_left() -> None:
    brief = read("Mia Varga said the duty was bad. “The mills have closed.", "“We will not sign,” Ana Lund said.")

    assert (LUND, ["We will not sign"], QUOTE) in claims_of(brief)


@pytest.mark.parametrize("between", ["She spoke in Oslo.", "She said it at a port on Friday."])
def test_quotation_after_a_sentence_on_its_speaker_goes_on(between: str) -> None:
    brief = read(f"“The duty hurts,” Ana Lund said. {between} “We will not sign.”")

    assert (LUND, ["The duty hurts", "We will not sign"], QUOTE) in claims_of(brief)


@pytest.mark.parametrize(
    "beyond",
    [
        "Mia Varga disagreed. “We will sign.”",
        "She met Mia Varga in Oslo. “We will sign.”",
        "She met him in Oslo. He left. “We will sign.”",
        "She spoke in Oslo. “We will sign” stood on a wall.",
    ],
)
def test_quotation_after_a_sentence_on_somebody_else_is_left(beyond: str) -> None:
    brief = read(f"“The duty hurts,” Ana Lund said. {beyond}")

    assert (LUND, ["The duty hurts"], QUOTE) in claims_of(brief)


@pytest.mark.parametrize("said", ["Ana Lund said.", "Ana Lund told growers in Oslo on Friday."])
def test_paragraph_that_is_nothing_but_a_quotation_goes_on(said: str) -> None:
    brief = read(f"“The duty hurts,” {said}", "“The mills have closed.”", "“We will not sign.”")

    assert [parts for _, parts, _ in claims_of(brief)] == [
        ["The duty hurts", "The mills have closed", "We will not sign"]
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“The duty is unfair,” Ana Lund said.", "“The mills have closed,” a sign reads."),
        ("“The duty is unfair,” Ana Lund said. The talks go on.", "“The mills have closed.”"),
        ("The duty is unfair, Ana Lund said.", "“The mills have closed.”"),
    ],
)
def test_quotation_in_the_next_paragraph_is_another_s_where_anything_is_between(first: str, second: str) -> None:
    assert ["The duty is unfair"] in [parts for _, parts, _ in claims_of(read(first, second))]
