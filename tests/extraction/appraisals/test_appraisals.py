"""Whom a word presents in a good or a bad light, and whose word it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extraction.reading import commentary_of

import tradebrief as tb


def shown(text: str, *, lexicon: tb.Lexicon | None = None) -> list[tuple[str, str, str]]:
    """Words, light and mention of what the grammar ties together."""
    brief = tb.read(text)
    return [
        (brief[found.span], found.light.value, brief[found.mention])
        for found in tb.find_appraisals(brief, lexicon=lexicon)
        if found.tied
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Lund is dishonest.",
        "Minister Ana Lund seems dishonest.",
        "The dishonest Ana Lund left Lima.",
        "Growers called Ana Lund dishonest.",
        "Ana Lund, dishonest as ever, left Lima.",
    ],
)
def test_adjective_presents_whom_it_modifies_or_is_said_of(text: str) -> None:
    assert ("dishonest", "unfavourable", "Ana Lund") in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ana Lund is a liar.",
        "Growers described Ana Lund as a liar.",
        "Ana Lund, a liar, left Lima.",
    ],
)
def test_name_for_somebody_presents_who_is_called_so(text: str) -> None:
    assert ("liar", "unfavourable", "Ana Lund") in shown(text)


def test_quality_of_what_somebody_has_is_theirs() -> None:
    assert shown("Minister Ana Lund's reckless letter came late.") == [("reckless", "unfavourable", "Ana Lund")]


def test_quality_of_somebody_else_is_not_theirs() -> None:
    assert shown("Minister Ana Lund met an honest miller.") == []


def test_object_of_an_attack_and_its_subject_are_both_shown_badly() -> None:
    assert shown("Minister Ana Lund mocked Ivo Ruiz.") == [
        ("mocked", "unfavourable", "Ana Lund"),
        ("mocked", "unfavourable", "Ivo Ruiz"),
    ]


def test_subject_of_a_passive_is_presented_as_the_object() -> None:
    assert shown("Minister Ana Lund was arrested in Lima.") == [("arrested", "unfavourable", "Ana Lund")]


def test_all_of_a_list_are_presented() -> None:
    found = shown("Police arrested Ana Lund, Ivo Ruiz and Eva Akers.")

    assert [mention for _, _, mention in found] == ["Ana Lund", "Ivo Ruiz", "Eva Akers"]


def test_who_is_not_good_is_bad_and_who_is_not_bad_may_be_anything() -> None:
    assert shown("Minister Ana Lund is not honest.") == [("honest", "unfavourable", "Ana Lund")]
    assert shown("Minister Ana Lund is not dishonest.") == []


def test_who_refuses_to_do_good_is_shown_badly() -> None:
    assert ("rescue", "unfavourable", "Ana Lund") in shown("Minister Ana Lund refused to rescue the mill.")


@pytest.mark.parametrize("verb", ["rejected", "welcomed", "opposed", "blocked"])
def test_side_toward_a_thing_shows_nobody_in_any_light(verb: str) -> None:
    assert tb.find_appraisals(tb.read(f"Minister Ana Lund {verb} the levy.")) == ()


def test_what_somebody_denies_does_not_present_them() -> None:
    assert shown("Minister Ana Lund denied the fraud.") == []


def test_word_without_an_owner_goes_to_the_nearest_mention_and_is_not_tied() -> None:
    brief = tb.read("Amid the chaos, Minister Ana Lund left.")

    assert [(brief[found.mention], found.tied) for found in tb.find_appraisals(brief)] == [("Ana Lund", False)]


def test_word_that_somebody_says_does_not_go_to_the_speaker() -> None:
    assert tb.find_appraisals(tb.read("“A disgrace,” Minister Ana Lund said.")) == ()


def test_who_is_accused_of_something_does_it_and_not_the_accuser() -> None:
    found = shown("Minister Ana Lund accused Ivo Ruiz of lying.")

    assert ("lying", "unfavourable", "Ivo Ruiz") in found
    assert ("lying", "unfavourable", "Ana Lund") not in found


def test_what_somebody_is_called_is_not_the_callers() -> None:
    assert ("weird", "unfavourable", "Ana Lund") not in shown("Minister Ana Lund called it weird.")


def test_word_in_a_name_presents_nobody() -> None:
    assert shown("Minister Ana Brave left Lima.") == []


def test_pronoun_of_nobody_known_is_presented_without_an_actor() -> None:
    brief = tb.read("He lied.")

    assert [(found.actor, brief[found.mention]) for found in tb.find_appraisals(brief)] == [(None, "He")]


def test_voice_and_claim_tell_whose_words_they_are() -> None:
    brief = tb.read("Minister Ivo Ruiz said that Minister Ana Lund was dishonest. Minister Ana Lund is dishonest.")
    (claim,) = brief.claims

    found = tb.find_appraisals(brief)

    assert [(item.voice, item.claim) for item in found] == [
        (tb.VoiceKind.ATTRIBUTED, claim.id),
        (tb.VoiceKind.REPORTED, None),
    ]


def test_word_of_a_commentary_is_the_authors() -> None:
    (found,) = tb.find_appraisals(commentary_of("Minister Ana Lund is dishonest."))

    assert found.voice is tb.VoiceKind.AUTHOR


def test_loaded_brief_gives_the_same_as_the_one_that_was_read() -> None:
    brief = tb.read("Minister Ana Lund lied. Growers mocked her.")

    assert tb.find_appraisals(tb.loads(tb.dumps(brief))) == tb.find_appraisals(brief) != ()


def test_words_of_ones_own_count(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[[appraisal]]\nid = "my.natter"\nreason = "Who argues on is weak."\ncategory = "verb"\n'
        'light = "unfavourable"\nslots = ["subject"]\nwords = ["argue on"]\n',
        encoding="utf-8",
    )

    found = shown("Minister Ana Lund argued on.", lexicon=tb.Lexicon.load([own]))

    assert shown("Minister Ana Lund argued on.") == []
    assert found == [("argued on", "unfavourable", "Ana Lund")]


def test_appraisal_needs_words_and_a_mention() -> None:
    with pytest.raises(ValueError, match="has words"):
        tb.Appraisal(
            actor=None,
            light=tb.Light.FAVOURABLE,
            span=tb.Span(0, 0),
            mention=tb.Span(0, 1),
            tied=True,
            voice=tb.VoiceKind.REPORTED,
            rule=tb.RuleId("appraisal.a"),
        )
