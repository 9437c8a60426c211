"""What a word is by itself: its tag, or the question that its neighbours must answer (see ``tagging``)."""

from __future__ import annotations

from enum import StrEnum

from tradebrief.extraction.index import MARKS, Index

__all__ = ["QUESTIONS", "Question", "read_words"]

_MOST_READINGS = 50_000  # Some 5 MB; and longer words than these are no words.
_LONGEST_WORD = 30
_CLITICS = {"'re": "B", "'m": "B", "'ll": "M", "'d": "M", "'ve": "V"}


class Question(StrEnum):
    """What stands for a tag that hangs on the neighbours, until they are asked."""

    VERB = "0"
    OPENING_VERB = "1"
    ING = "2"
    ED = "3"
    CAPITAL = "4"
    THAT = "5"
    TO = "6"
    LIKE = "7"
    HER = "8"
    POSSESSIVE = "9"
    APOSTROPHE = "'"
    HYPHEN = "="
    MAY = "~"
    LONGER = "^"
    PROVIDED = "%"


QUESTIONS = "".join(question.value for question in Question)
_HANGS_ON_NEIGHBOURS = {
    "that": Question.THAT,
    "like": Question.LIKE,
    "her": Question.HER,
    "'s": Question.POSSESSIVE,
    "'": Question.APOSTROPHE,
    "-": Question.HYPHEN,
    "longer": Question.LONGER,
    "provided": Question.PROVIDED,
}


def read_words(index: Index, words: list[str], starts: frozenset[int]) -> list[str]:
    """For each word its tag, or the value of a ``Question``.

    A reading hangs on nothing but the word, so the index keeps those of the words that it has met.

    Args:
        index: The lexicon's look-ups.
        words: The words of a text.
        starts: Which of them begin a sentence, where a capital tells nothing.
    """
    readings: list[str | None] = list(map(index.readings.get, words))
    if None in readings:
        readings = [_remember(index, word, opening=False) if found is None else found
                    for found, word in zip(readings, words, strict=True)]  # fmt: skip
    openings = index.openings
    for at in starts:
        if at < len(words):
            readings[at] = openings.get(words[at]) or _remember(index, words[at], opening=True)
    return readings  # type: ignore[return-value]  # No None is left.


def _remember(index: Index, word: str, *, opening: bool) -> str:
    known = index.openings if opening else index.readings
    found = known.get(word) or _read(index, word, opening=opening)
    if len(known) < _MOST_READINGS and len(word) <= _LONGEST_WORD:
        known[word] = found
    return found


def _read(index: Index, word: str, *, opening: bool) -> str:
    """A word's tag or question: within its sentence a capital makes a name, where it is ``opening`` it does not."""
    lower = word.lower()
    plain = index.plain_tags.get(lower) if word == lower else None
    if plain is not None:
        return Question.TO.value if plain == "T" else plain
    if not word[0].isalpha():
        return _mark(word, lower)
    if word != lower and word[0].isupper() and not opening:
        return _name(index, word, lower)
    if lower == "that":
        return Question.THAT.value
    if len(word) > 1 and word.isupper() and word in index.names:
        return "E"  # "US", which is no pronoun.
    if lower in _HANGS_ON_NEIGHBOURS:
        return _HANGS_ON_NEIGHBOURS[lower].value
    return index.tags.get(lower) or _open(index, word, lower, opening=opening)


def _mark(word: str, lower: str) -> str:
    if word[0].isdigit():
        return "K"
    if lower in _HANGS_ON_NEIGHBOURS:
        return _HANGS_ON_NEIGHBOURS[lower].value
    return _CLITICS.get(lower) or MARKS.get(lower) or ("." if set(lower) <= {"."} else "N")


def _name(index: Index, word: str, lower: str) -> str:
    """A word with a capital within its sentence: a name, unless it is a closed-class word that names nobody."""
    if word == "I":
        return "R"
    if word == "May":
        return Question.MAY.value
    if word in index.names or lower == "us" or lower in index.sets["grammar.time"]:
        return "E"  # "US" and "May" as well, which in lower case are others.
    return index.tags.get(lower, "E")


def _open(index: Index, word: str, lower: str, *, opening: bool) -> str:
    """A noun, verb, adjective or adverb, by the verbs that are known and its ending."""
    if lower in index.verbs:
        return (Question.OPENING_VERB if opening else Question.VERB).value
    if lower.endswith("ly") and len(lower) > 4 and lower not in index.sets["grammar.not_adverbs"]:
        return "A"
    if word[0].isupper():
        return "E" if word in index.names or (word.isupper() and len(word) > 1) else Question.CAPITAL.value
    if lower.endswith("ing") and len(lower) > 5 and lower not in index.sets["grammar.time"]:
        return Question.ING.value
    return Question.ED.value if lower.endswith("ed") and len(lower) > 4 else "N"
