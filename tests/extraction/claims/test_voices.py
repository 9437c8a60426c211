from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.reading import article_of, commentary_of, read
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.extraction.claims.voices import find_voices


def voices(brief: tb.Brief) -> list[tuple[tb.VoiceKind, str]]:
    """Each stretch in one voice, with its words."""
    return [(voice.kind, brief[voice.span]) for voice in brief.voices]


def test_content_of_a_claim_is_in_its_holders_voice() -> None:
    assert voices(read("In May Norway said that the duty would fall.")) == [
        (tb.VoiceKind.REPORTED, "In May Norway said that "),
        (tb.VoiceKind.ATTRIBUTED, "the duty would fall"),
        (tb.VoiceKind.REPORTED, "."),
    ]


def test_content_that_nobody_holds_is_the_outlets() -> None:
    assert voices(read("It was reported that the duty would fall.")) == [
        (tb.VoiceKind.REPORTED, "It was reported that the duty would fall.")
    ]


def test_commentary_is_in_the_authors_voice() -> None:
    assert voices(commentary_of("The duty is a mistake.")) == [(tb.VoiceKind.AUTHOR, "The duty is a mistake.")]


def test_what_the_author_thinks_is_in_the_authors_voice() -> None:
    assert voices(commentary_of("I think that the duty is a mistake.")) == [
        (tb.VoiceKind.AUTHOR, "I think that the duty is a mistake.")
    ]


def test_what_somebody_says_in_a_commentary_is_theirs() -> None:
    assert voices(commentary_of("Norway said that the duty would fall.")) == [
        (tb.VoiceKind.AUTHOR, "Norway said that "),
        (tb.VoiceKind.ATTRIBUTED, "the duty would fall"),
        (tb.VoiceKind.AUTHOR, "."),
    ]


def test_nested_contents_are_one_stretch() -> None:
    assert voices(read("Chile said that Norway believed that rates would fall.")) == [
        (tb.VoiceKind.REPORTED, "Chile said that "),
        (tb.VoiceKind.ATTRIBUTED, "Norway believed that rates would fall"),
        (tb.VoiceKind.REPORTED, "."),
    ]


def test_text_without_words_has_no_voices() -> None:
    assert find_voices(article_of(), (), ()) == ()


@given(briefs(), st.sampled_from([("author",), ()]))
def test_voices_tile_the_text_by_turns(brief: tb.Brief, authors: tuple[str, ...]) -> None:
    found = find_voices(brief.article, brief.claims, authors)

    assert "".join(brief.article[voice.span] for voice in found) == brief.article.text
    assert all(before.kind is not after.kind for before, after in pairwise(found))
