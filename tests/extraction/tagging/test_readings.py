import pytest

import tradebrief as tb
from tradebrief.extraction.lookups.index import Trigger, index_of
from tradebrief.extraction.tagging import readings
from tradebrief.extraction.tagging.readings import (
    CAPITAL,
    DESCRIBE,
    MARK,
    Question,
    Vocabulary,
    read_tokens,
    readings_of,
    vocabulary_of,
)


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(index_of(tb.Lexicon.default()))


def test_a_word_is_read_without_the_white_space_after_it(vocabulary: Vocabulary) -> None:
    for piece in ("Mills", "Mills ", "Mills\n\n"):
        entry = vocabulary[piece]
        assert (entry.word, entry.lower, entry.signs & CAPITAL) == ("Mills", "mills", CAPITAL)


def test_words_that_describe_people(vocabulary: Vocabulary) -> None:
    assert vocabulary["ministers "].signs == vocabulary["kiln-makers "].signs == DESCRIBE
    assert vocabulary["kilns "].signs == 0
    assert vocabulary["Ministers "].signs == CAPITAL | DESCRIBE
    assert vocabulary["“"].signs == MARK


def test_steps_that_read_on(vocabulary: Vocabulary) -> None:
    assert Trigger.VERB in (vocabulary["said"].steps or ())
    assert vocabulary["kilns"].steps is None


def test_a_capital_tells_nothing_at_the_start_of_a_sentence(vocabulary: Vocabulary) -> None:
    _, entries = read_tokens("Will mills wait", vocabulary)
    assert readings_of(entries, {0}, vocabulary)[0] == "M"
    assert readings_of(entries, (), vocabulary)[0] == "M"
    _, entries = read_tokens("Kilns sell", vocabulary)
    assert readings_of(entries, {0}, vocabulary)[0] == Question.CAPITAL.value
    assert readings_of(entries, (), vocabulary)[0] == "E"


def test_an_empty_text_has_no_openings(vocabulary: Vocabulary) -> None:
    tokens, entries = read_tokens(" \n", vocabulary)
    assert (len(tokens), readings_of(entries, {0}, vocabulary)) == (0, [])


def test_new_words_are_kept_while_there_is_room(vocabulary: Vocabulary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "_MOST_WORDS", 2)
    text = f"Kilns sell {'o' * 31}ps well"
    found = [entry.word for entry in read_tokens(text, vocabulary)[1]]
    assert found == text.split()
    assert list(vocabulary) == ["Kilns ", "sell "]
    assert [entry.word for entry in read_tokens(text, vocabulary)[1]] == found


def test_a_lexicon_has_one_vocabulary() -> None:
    assert vocabulary_of(tb.Lexicon.default()) is vocabulary_of(tb.Lexicon.default())
