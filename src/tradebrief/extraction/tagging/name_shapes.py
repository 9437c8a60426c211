"""Evidence of what an unknown name names, and what the words of the name by themselves show of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, IntEnum
from typing import NamedTuple

from tradebrief.extraction.lookups.name_words import NameWords

__all__ = [
    "LONGEST_PERSON",
    "LONGEST_PREFIX",
    "Evidence",
    "NameKind",
    "Strength",
    "is_acronym",
    "is_body",
    "is_joined",
    "is_of_place",
    "is_plain",
    "looks_like_person",
    "may_be_person",
    "settle",
]

LONGEST_PERSON = 5
LONGEST_PREFIX = 4  # Letters before the second capital in the name of a person.
_LINKS = frozenset({"of", "for", "on", "in"})
_FIRM_MARKS = frozenset({"&", "/"})
_NEVER_PERSONAL = _LINKS | {"and"}


class NameKind(Enum):
    """What a name can name."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    OTHER = "other"

    __hash__ = object.__hash__


class Strength(IntEnum):
    """How much a piece of evidence weighs: a stronger one wins over any number of weaker ones."""

    WEAK = 1
    FAIR = 2
    STRONG = 3
    SURE = 4


class Evidence(NamedTuple):  # Hundreds are made for each article: several times as fast as a frozen class.
    """One sign of what a name names, and the rule that saw it."""

    kind: NameKind
    strength: Strength
    rule: str


_ORDER = tuple(NameKind)


def settle(found: Sequence[Evidence]) -> Evidence | None:
    """The evidence that decides: the strongest, then the kind with most of that strength."""
    if len(found) < 2:
        return found[0] if found else None
    strongest = max([item.strength for item in found])
    strong = [item for item in found if item.strength is strongest]
    kinds = [item.kind for item in strong]
    kind = max(_ORDER, key=kinds.count)  # Of equals the first.
    return strong[kinds.index(kind)]


def is_body(words: NameWords, written: Sequence[str]) -> bool:
    """Whether a name of several words is a body's: its last word, or the one before "of", heads such names.

    So does the first in languages where the noun comes first ("Banco Base"), "&" joins the names of firms, and a stroke
    stands in "A/S" alone.
    """
    if len(written) < 2:
        return False
    if written[-1] in words.body_heads or written[0] in words.body_openers or not _FIRM_MARKS.isdisjoint(written[1:-1]):
        return True
    for at, word in enumerate(written):
        if word in _LINKS:
            return at > 0 and written[at - 1] in words.body_heads
    return False


def is_of_place(words: NameWords, written: Sequence[str]) -> bool:
    """Whether a name is one such as "Gulf of Aqaba" or "City of London"."""
    return (
        len(written) > 2
        and written[1] == "of"
        and (written[0] in words.place_heads or written[0] in words.place_openers)
    )


def looks_like_person(words: NameWords, written: Sequence[str], *, doubtful: bool = False) -> bool:
    """Whether the words are a person's: a given name or initial before a name, or a family name first.

    Args:
        words: The lexicon's words.
        written: The words of the name.
        doubtful: Whether given names count that are as often something else.
    """
    size = len([word for word in written if len(word) > 1 and word[0].isalpha()])
    if not 1 <= size <= LONGEST_PERSON:
        return False
    if written[-1] in words.suffixes and len(written) > 2:
        return True
    if any(_is_initial(written, at) for at in range(len(written) - 1)) and written[0][0].isupper():
        return True
    if size < 2:
        return False
    if (written[0] in words.given or (doubtful and written[0] in words.doubtful)) and is_plain(written):
        return True
    return written[0] in words.family_first and len(written) <= 5 and is_plain(written) and not written[-1].isupper()


def may_be_person(words: NameWords, written: Sequence[str]) -> bool:
    """Whether the words may well be a person's: a doubtful given name first, or a given name or particle later."""
    if not is_plain(written):
        return False
    if written[0] in words.doubtful:
        return len([word for word in written if word[0].isupper()]) <= 4  # "Jan-Willem van der Ode"
    if len(written) > LONGEST_PERSON:
        return False
    return any(words.is_given(word) for word in written[1:]) and len(written) <= 4


def _is_initial(written: Sequence[str], at: int) -> bool:
    """Whether a word is one capital, or several with stops, followed by a name: "J. Ruiz", "J.K. Lund"."""
    word = written[at]
    return word[0].isupper() and ((len(word) == 1 and written[at + 1] == ".") or (word[1:2] == "." and len(word) <= 6))


def is_plain(written: Sequence[str]) -> bool:
    """Whether all words are such as stand in persons' names: letters, hyphens and stops."""
    for word in written:
        if word in _NEVER_PERSONAL or not (word.isalpha() or word == "." or "'" in word or "-" in word):
            return False
    return True


def is_joined(word: str) -> bool:
    """Whether a word is two written as one, as brands are ("NatureSweet"), and no "MacDonald" or "DeSantis"."""
    return word.isalpha() and not word[1:].islower() and word[1:LONGEST_PREFIX].islower() and word[-2:].islower()


def is_acronym(word: str) -> bool:
    """Whether a word is written as acronyms are."""
    return 2 <= len(word) <= 6 and word.isupper() and word.isalpha()
