"""What a full stop after a word means, by the lists of ``abbreviations.toml``."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

import regex
from attrs import frozen

from tradebrief.lexicon import Lexicon
from tradebrief.lexicon.inflection import verb_forms

__all__ = ["Abbreviation", "Abbreviations", "abbreviations_of", "speech_verbs_of"]


class Abbreviation(Enum):
    """What follows a word whose stop may belong to it."""

    NEVER_LAST = 1  # Mr., e.g.: never the end of a sentence.
    BEFORE_NUMBER = 2  # No. 5: not the end before a number, otherwise a word like others.
    DATE = 3  # Dec. 4: not before a number or another such word.
    HOUR = 4  # 9 a.m.: not before a day, a month or a zone.
    LIST_END = 5  # etc.: the end before any capital.
    ANY = 6  # Inc., U.S.: the end before a word that opens a sentence.


_LISTS = {
    "titles": Abbreviation.NEVER_LAST,
    "given_names": Abbreviation.NEVER_LAST,
    "name_openings": Abbreviation.NEVER_LAST,
    "introducers": Abbreviation.NEVER_LAST,
    "before_numbers": Abbreviation.BEFORE_NUMBER,
    "months": Abbreviation.DATE,
    "weekdays": Abbreviation.DATE,
    "hours": Abbreviation.HOUR,
    "list_ends": Abbreviation.LIST_END,
    "companies": Abbreviation.ANY,
    "states": Abbreviation.ANY,
    "streets": Abbreviation.ANY,
    "after_names": Abbreviation.ANY,
    "learned": Abbreviation.ANY,
}
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_AMOUNT = re.compile(r"[\d.,]*\d")


@frozen(kw_only=True)
class Abbreviations:
    """The lists of abbreviations, and the words that tell what stands beside one.

    Attributes:
        kinds: Abbreviations as they are written, without their last stop.
        shouted: The same in capitals.
        units: What is an abbreviation only after a number.
        openers: Words in lower case that open a sentence.
        openers_and_names: Those of them that are family names too.
        first_person: Forms of "I" in lower case.
        nouns: Plural nouns in lower case that open one if the word after them has a small letter.
        after_hours: What goes on after "9 a.m.": days, months and zones.
        dates: Days and months, in full and short.
        number_words: Number words.
        address_endings: What addresses end in ("com").
        lettered: Nouns in lower case before a letter that is no initial.
        label: Matches a label with its number, such as "Figure 1".
        reference: Matches a reference mark in square brackets.
        credit: Matches the label of a credit.
        marked_name: Matches a name that ends in a mark, from its end.
    """

    kinds: dict[str, Abbreviation]
    shouted: dict[str, Abbreviation]
    units: frozenset[str]
    openers: frozenset[str]
    openers_and_names: frozenset[str]
    first_person: frozenset[str]
    nouns: frozenset[str]
    after_hours: frozenset[str]
    dates: frozenset[str]
    number_words: frozenset[str]
    address_endings: frozenset[str]
    lettered: frozenset[str]
    label: regex.Pattern[str]
    reference: str
    credit: regex.Pattern[str]
    marked_name: regex.Pattern[str]

    def kind(self, word: str, following: str) -> Abbreviation | None:
        """What a stop after a word means, or None if the word is no abbreviation.

        Args:
            word: The word without its stop, apostrophes straight.
            following: The word after it. Words in capitals are known only beside another one.
        """
        found = self.kinds.get(word)
        if found is not None:
            return found
        if word.isupper() and following.isupper() and len(following) > 1 and (found := self.shouted.get(word)):
            return found
        return Abbreviation.ANY if _LETTERS_WITH_STOPS.fullmatch(word) else None

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is one in small letters that is no abbreviation, letter or unit, as most before a stop are."""
        return len(word) > 1 and word.islower() and word.isalpha() and word not in self.kinds and word not in self.units

    def is_unit(self, word: str, before: str) -> bool:
        """Whether a word is a unit after a number, which may be written together with it ("5 kg", "5kg", "$1.2bn")."""
        amount = _AMOUNT.search(word)
        if amount is not None:
            return word[amount.end() :] in self.units
        return word in self.units and (before[-1:].isdigit() or before.lower() in self.number_words)


@lru_cache(maxsize=8)
def abbreviations_of(lexicon: Lexicon) -> Abbreviations:
    """The abbreviations of a lexicon."""
    kinds: dict[str, Abbreviation] = {}
    for key, kind in _LISTS.items():
        for word in sorted(lexicon.words("abbreviations", key)):
            kinds.setdefault(word, kind)
            if len(word) > 1:
                kinds.setdefault(word[0].upper() + word[1:], kind)
    short = lexicon.words("abbreviations", "months") | lexicon.words("abbreviations", "weekdays")
    dates = short | set(lexicon.layout.months) | set(lexicon.layout.weekdays)
    names = _either(lexicon.words("abbreviations", "names_with_marks"))
    labels = _either(lexicon.words("abbreviations", "numbered_labels"))
    credit = _either(lexicon.words("abbreviations", "credit_labels"))
    return Abbreviations(
        kinds=kinds,
        shouted={word.upper(): kind for word, kind in reversed(kinds.items()) if len(word) > 1},
        units=lexicon.words("abbreviations", "units"),
        openers=lexicon.words("abbreviations", "sentence_openers"),
        openers_and_names=lexicon.words("abbreviations", "openers_and_names"),
        first_person=lexicon.words("abbreviations", "first_person"),
        nouns=lexicon.words("abbreviations", "sentence_nouns") | lexicon.words("groups", "heads"),
        after_hours=frozenset(dates | lexicon.words("abbreviations", "time_zones")),
        dates=frozenset(dates),
        number_words=frozenset(lexicon.number_words) | frozenset(lexicon.scales),
        address_endings=lexicon.words("abbreviations", "address_endings"),
        lettered=lexicon.words("abbreviations", "lettered_nouns")
        | {word.lower() for word in lexicon.words("abbreviations", "numbered_labels")},
        label=regex.compile(rf"(?i:{labels})\s(?:\d{{1,4}}(?:[.-]\d{{1,3}}){{0,3}}[A-Za-z]?|[A-Z]|[IVXLC]{{2,6}})"),
        reference=_either(lexicon.words("abbreviations", "reference_words")),
        credit=regex.compile(rf"(?<=\S\s)(?:{credit}):\s(?=\p{{Lu}})"),
        marked_name=regex.compile(rf"(?<!\w)(?:{names})"),
    )


@lru_cache(maxsize=8)
def speech_verbs_of(lexicon: Lexicon) -> frozenset[str]:
    """Forms of the verbs that can stand after a quotation ("asked", "says")."""
    return frozenset(
        verb_forms(cue.lemma, cue.forms)[form]
        for cue in lexicon.cues
        if cue.category == "verb" and "quote" in cue.frames and " " not in cue.lemma
        for form in ("past", "third")
    )


def _either(words: frozenset[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
