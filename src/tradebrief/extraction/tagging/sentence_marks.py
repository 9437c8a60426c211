"""The marks that may end a sentence, each with what closes after it and the words on either side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_uppercase
from typing import NamedTuple

import regex

__all__ = ["Mark", "bare", "find_marks", "last_part", "lone_stop", "mark_pattern", "next_word", "plain", "read_mark"]

_SPACE = r"[\s\u200b\u2060\ufeff]"
_MARKS = ".!?…‽؟۔।॥።"
_CAPITALS = frozenset(ascii_uppercase)
_WIDE = "。！？｡"  # No space stands after them.
_ANY_MARK = re.compile(f"[{_MARKS}{_WIDE}]")
_OPENERS = frozenset("\"'“”‘«»([{„‹¿¡「『（")
_BEFORE_WORD = "\"'“”‘«»([{„¿¡…"
_QUOTES = frozenset("\"'”’»")
_MOST_OPENERS = 5
_NEXT_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*+")
_PART = re.compile("[-–—]")


class Mark(NamedTuple):  # Hundreds are made for each article: several times as fast as a frozen class.
    """A mark that may end a sentence.

    Attributes:
        text: The whole text.
        opening: Where the sentence begins that the mark stands in.
        at: Where the mark stands.
        mark: The mark or run of marks.
        close: Quotation marks and brackets that close after it.
        is_noted: Whether a reference mark stands after those.
        end: Where what belongs to the mark ends.
        next: Where the next sentence would begin.
        first: Where its first letter or digit stands, opening quotation marks and brackets left out.
    """

    text: str
    opening: int
    at: int
    mark: str
    close: str
    is_noted: bool
    end: int
    next: int
    first: int

    @property
    def following(self) -> str:
        """The first character after opening quotation marks and brackets."""
        return self.text[self.first]

    @property
    def is_quoted(self) -> bool:
        """Whether a quotation ends here."""
        return not _QUOTES.isdisjoint(self.close)

    def before(self, length: int) -> str:
        """At most so many characters of the sentence before the mark."""
        return self.text[max(self.opening, self.at - length) : self.at]

    def next_word(self) -> str:
        """The next word, or nothing."""
        return next_word(self.text, self.first)


def mark_pattern(reference_words: str) -> regex.Pattern[str]:
    """A pattern for the marks that may end a sentence, with what closes after them and what refers to them.

    A run of marks is read from its first one only, and everything after it is bounded, so that it is linear.
    """
    digits = r"\d{1,3}+(?:\s?[,–-]\s?\d{1,3}+){0,6}+"
    reference = rf"\[(?:{digits}|\p{{Ll}}|(?i:{reference_words})(?:\s\d{{1,3}})?\??)\]"
    mark = rf"(?<![{_MARKS}])(?P<mark>[{_MARKS}]++(?:{_SPACE}{{0,2}}+[.…]++(?!\w)){{0,8}}+)"
    close = r"(?P<close>(?:[\"'”’»)\]]|\s[”»](?!\w)){0,4}+)"
    raised = r"[¹²³⁰⁴-⁹*†‡§]{0,4}+(?:(?<=\p{Ll}{2}[.!?][\"”’)]?)\d{1,3}+)?+"
    note = rf"(?P<note>(?:{_SPACE}{{0,2}}+{reference}){{0,12}}+{raised}[\"”’)]{{0,2}}+)"
    aside = rf"(?:{_SPACE}\((?=\p{{Ll}})[^()\[\].!?…]{{1,40}}+\)(?={_SPACE}))?+"
    spaced = rf"(?=(?P<space>{_SPACE}++)\S)"
    glued = r"(?<=(?:\p{Ll}{3}|\d{4})[.!?][\"”)]{0,4})(?P<glued>)(?=[\"“]{0,2}\p{Lu}[\p{Ll}\s,'’])"
    wide = rf"(?P<wide>[{_WIDE}]++[」』”’）)\]]{{0,3}}+)(?=(?P<space>{_SPACE}*+)\S)"
    return regex.compile(rf"{mark}{close}{note}{aside}(?:{spaced}|{glued})|{wide}")


def find_marks(
    pattern: regex.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, regex.Match[str] | None]]:
    """What a ``mark_pattern`` matches within a stretch, in order, with its place.

    None stands for the match of a lone stop before a space and a capital, as most marks are: nothing else is to be
    read there (see ``lone_stop``). Elsewhere the pattern is tried only where one of the marks stands.
    """
    done = start
    for place in _ANY_MARK.finditer(text, start, end - 1):  # The last character has nothing after it.
        at = place.start()
        if at < done:
            continue
        if text.startswith(". ", at) and text[at + 2 : at + 3] in _CAPITALS and text[at - 1] not in _MARKS:
            yield at, None
        elif (match := pattern.match(text, at, end)) is not None:
            yield at, match
            done = match.end()


def lone_stop(text: str, start: int, at: int) -> Mark:
    """A single stop with nothing but a space between it and the next word."""
    return Mark(
        text=text,
        opening=start,
        at=at,
        mark=".",
        close="",
        is_noted=False,
        end=at + 1,
        next=at + 2,
        first=at + 2,
    )


def read_mark(text: str, start: int, match: regex.Match[str]) -> Mark | None:
    """A mark that ``mark_pattern`` matched, or None if nothing but a closing quotation mark comes after it."""
    following = first = match.end("space")
    while first - following < _MOST_OPENERS and (text[first] in _OPENERS or text[first].isspace()):
        first += 1
        if first == match.endpos:
            return None
    return Mark(
        text=text,
        opening=start,
        at=match.start(),
        mark=match["mark"],
        close=match["close"],
        is_noted=bool(match["note"]),
        end=match.end(),
        next=following,
        first=first,
    )


def next_word(text: str, at: int) -> str:
    """The word that begins at a place, or nothing."""
    match = _NEXT_WORD.match(text, at)
    return match[0] if match else ""


def bare(word: str) -> str:
    """A word without what opens before it, apostrophes straight."""
    return word.replace("’", "'").lstrip(_BEFORE_WORD)


def last_part(word: str) -> str:
    """The last part of a compound, bare."""
    return _PART.split(bare(word))[-1]


def plain(word: str) -> str:
    """A word in lower case with straight apostrophes."""
    return word.lower().replace("’", "'")
