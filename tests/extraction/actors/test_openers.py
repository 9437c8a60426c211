"""Lone names that open their sentence, and the common words that stand there."""

import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


def kinds(text: str) -> dict[str, tb.ActorKind]:
    """The kind of each actor by its name."""
    return {actor.name: actor.kind for actor in read(text).actors}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vosk later led the drive to scrap the levy.", tb.ActorKind.ORGANIZATION),
        ("Vosk in August appointed a new envoy.", tb.ActorKind.ORGANIZATION),
        ("Vosk in the past has promised to lift the cap.", tb.ActorKind.ORGANIZATION),
        ("Vosk, meanwhile, told mills to wait.", tb.ActorKind.ORGANIZATION),
        ("Vosk has filed two suits over the cap.", tb.ActorKind.ORGANIZATION),
        ("Vosk's third letter annoyed Peru.", tb.ActorKind.ORGANIZATION),
        ("Vosk teased his return on Monday.", tb.ActorKind.PERSON),
        ("Vosk, meanwhile, used her visit to praise Peru.", tb.ActorKind.PERSON),
        ("Vosk was originally an economist.", tb.ActorKind.PERSON),
        ("Kelly did rebuke her envoys.", tb.ActorKind.PERSON),
        ("Vosk, a former tram driver who left, praised Peru.", tb.ActorKind.PERSON),
    ],
)
def test_lone_name_that_opens_its_sentence_is_shown_by_what_it_does(text: str, kind: tb.ActorKind) -> None:
    assert kinds(text)[text.split(maxsplit=1)[0].removesuffix("'s").strip(",")] is kind


def test_both_names_of_a_row_that_opens_a_sentence_are_found() -> None:
    brief = read("Vosk and Tarnley rejected the cap of Peru.")

    assert set(mentions_of(brief)) == {"org:vosk", "org:tarnley", "country:pe"}


@pytest.mark.parametrize(
    "text",
    [
        "Democracy has rejected such bans.",
        "Smoke killed his cattle.",
        "Progress has been slow.",
        "Growth slowed.",
        "Vosks pay for the cap.",
        "Vosks led the drive.",
        "Vosk pay for the cap.",
        "Vosk are led by the cap.",
        "Vosk is a grain.",
        "Vosk fell by half.",
        "Vosk's",
        "Vosk and",
        "Vosk,",
        "Vosk in",
        "Vosk has",
        "Vosk is a",
        "Vosk led",
        "The mills buy vosk. Vosk led the way.",
    ],
)
def test_other_words_that_open_a_sentence_name_nobody(text: str) -> None:
    assert kinds(text) == {}
