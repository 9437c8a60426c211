import pytest

import tradebrief as tb


def tones(text: str) -> list[tuple[list[str], list[str]]]:
    """The good and the bad words of each sentence that has any."""
    brief = tb.read(text, format="text")
    return [
        ([brief[word] for word in tone.favourable], [brief[word] for word in tone.unfavourable])
        for tone in tb.find_tones(brief)
    ]


def test_tone_holds_the_good_and_the_bad_words_of_a_sentence() -> None:
    text = "Lund praised the brave crew. It was Monday. The cruel war brought hunger and, in the end, hope."

    assert tones(text) == [(["praised", "brave"], []), (["hope"], ["cruel", "war", "hunger"])]


def test_good_word_that_is_negated_is_bad_and_a_bad_one_nothing() -> None:
    assert tones("The offer was not generous. The crew was not cruel.") == [([], ["generous"])]


def test_negation_ends_at_a_mark() -> None:
    assert tones("It was not, they say, a brave offer.") == [(["brave"], [])]


def test_name_has_no_tone() -> None:
    assert tones("The envoy met Ana Crisis in Lima.") == []


def test_longest_words_count_once() -> None:
    (tone,) = tb.find_tones(tb.read("Lund pleaded guilty."))

    assert tone.balance == -1


def test_tone_has_words() -> None:
    with pytest.raises(ValueError, match="has words"):
        tb.Tone(sentence=tb.Span(0, 4))
