"""What a word is by itself: its tag, or the question that its neighbours must answer (see ``tagging``)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from operator import add, itemgetter
from sys import intern
from typing import NamedTuple

from tradebrief.extraction.lookups.index import MARKS, Index, index_of
from tradebrief.extraction.tagging.quotes import QUOTATION_MARKS
from tradebrief.extraction.tokens import Tokens, split_pieces
from tradebrief.lexicon import Lexicon

__all__ = [
    "CAPITAL",
    "DESCRIBE",
    "MARK",
    "OWNER",
    "QUESTIONS",
    "SIGNS",
    "STEPS",
    "Entry",
    "Question",
    "Vocabulary",
    "read_tokens",
    "readings_of",
    "vocabulary_of",
]

_MOST_WORDS = 50_000  # Some 15 MB; and longer words than these are no words.
_LONGEST_PIECE = 30
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
    NOT = "!"


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
    "not": Question.NOT,
}


class Entry(NamedTuple):
    """What is known of a word by itself.

    Attributes:
        word: As it is written.
        lower: In lower case.
        reading: Its tag within a sentence, or the value of a ``Question``.
        signs: What steps look for in it, as a sum: whether it holds a ``CAPITAL``, is a quotation ``MARK``, and
            whether it may head a description of somebody, as "ministers" and "soybean-growers" ``DESCRIBE``, or be an
            ``OWNER`` that has lost its apostrophe, as "Chinas".
        names: Whether its capital may be that of a name: it is the first letter, or stands after an apostrophe, and the
            word is no day or month.
        steps: Numbers of the steps that read on from it (see ``Trigger``), if any.
    """

    word: str
    lower: str
    reading: str
    signs: int
    names: bool
    steps: tuple[int, ...] | None


_WORD, _LOWER, _READING, SIGNS, _, STEPS = map(itemgetter, range(6))
CAPITAL, MARK, DESCRIBE, OWNER = 1, 2, 4, 8
_SHORTEST_OWNER = 3  # "EUs"
_VOWELS = frozenset("aeiou")


class Vocabulary(dict[str, Entry]):
    """The words that a lexicon has met, by what stood there: the word and the white space after it.

    What is known of a word hangs on nothing but the word, so each is read once. Words of all texts share their
    strings, which makes them quick to look up.
    """

    def __init__(self, index: Index) -> None:
        super().__init__()
        self._index = index
        self._openings: dict[str, str] = {}
        self._people = tuple(index.sets["groups.suffixes"])

    def __missing__(self, piece: str) -> Entry:
        """Read a word that was not met before, and keep it while there is room."""
        index, word = self._index, intern(piece.rstrip())
        lower = intern(word.lower())
        entry = Entry(
            word=word,
            lower=lower,
            reading=intern(_read(index, word, opening=False)),
            signs=(
                (CAPITAL if word != lower else 0)
                | (MARK if word in QUOTATION_MARKS else 0)
                | (DESCRIBE if lower in index.describing or lower.endswith(self._people) else 0)
                | (OWNER if word[-1:] == "s" and _may_own(index, word, lower) else 0)
            ),
            names=word != lower and _may_name(word) and lower not in index.sets["grammar.time"],
            steps=index.triggers.get(lower),
        )
        if len(self) < _MOST_WORDS and len(piece) <= _LONGEST_PIECE:
            self[intern(piece)] = entry
        return entry

    def opening(self, word: str) -> str:
        """The tag or question of a word that opens a sentence, where a capital tells nothing."""
        known = self._openings
        found = known.get(word) or _read(self._index, word, opening=True)
        if len(known) < _MOST_WORDS and len(word) <= _LONGEST_PIECE:
            known[word] = found
        return found


@lru_cache(maxsize=8)
def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """The words that a lexicon has met."""
    return Vocabulary(index_of(lexicon))


def read_tokens(text: str, vocabulary: Vocabulary) -> tuple[Tokens, list[Entry]]:
    """The tokens of a text with what is known of each by itself."""
    pieces, starts = split_pieces(text)
    entries = list(map(vocabulary.__getitem__, pieces))
    words = list(map(_WORD, entries))
    return Tokens(text, words, list(map(_LOWER, entries)), starts, list(map(add, starts, map(len, words)))), entries


def readings_of(entries: Sequence[Entry], starts: Iterable[int], vocabulary: Vocabulary) -> list[str]:
    """For each token its tag, or the value of a ``Question``.

    Args:
        entries: What is known of each token by itself.
        starts: Which of them begin a sentence, where a capital tells nothing.
        vocabulary: The words of the lexicon.
    """
    readings = list(map(_READING, entries))
    for at in starts:
        if at < len(entries):
            readings[at] = vocabulary.opening(entries[at].word)
    return readings


def _may_name(word: str) -> bool:
    return word[0].isupper() or (word[1:2] == "'" and word[2:3].isupper())


def _may_own(index: Index, word: str, lower: str) -> bool:
    """Whether a word in -s may be a possessor that has lost its apostrophe, as it is no word or name as it stands."""
    if len(word) < _SHORTEST_OWNER or not word.isalpha() or word in index.names or lower in index.tags:
        return False
    if word == lower:
        return word[-2] == "y" and word[-3] not in _VOWELS and word[:-1] in index.holders  # "the countrys port"
    common = lower in index.verbs or lower in index.describing or lower in index.sets["grammar.time"]
    return word[0].isupper() and not common


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
    if "-" in lower and lower.rpartition("-")[2] in index.sets["grammar.compound_participles"]:
        return "N"  # "conservative-led"
    if lower in index.verbs:
        return (Question.OPENING_VERB if opening else Question.VERB).value
    if lower.endswith("ly") and len(lower) > 4 and lower not in index.sets["grammar.not_adverbs"]:
        return "A"
    if word[0].isupper():
        return "E" if word in index.names or (word.isupper() and len(word) > 1) else Question.CAPITAL.value
    if lower.endswith("ing") and len(lower) > 5 and lower not in index.sets["grammar.time"]:
        return Question.ING.value
    return Question.ED.value if lower.endswith("ed") and len(lower) > 4 else "N"
