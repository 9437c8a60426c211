"""The one scan of the text that feeds every step: words, numbers and marks with their places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import add

from attrs import frozen

from tradebrief.text import Span

__all__ = ["Tokens", "scan_tokens", "split_pieces"]

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # combining marks, which \w leaves out
_LETTER = r"[^\W\d_]"

# A piece is a token with the white space after it, so that pieces tile the text and places come from their
# lengths alone. `re` reads classes faster than `regex`; every alternative is a class run or excludes its own
# opener, so the scan is linear.
_PIECE = re.compile(
    r"[A-Za-z]++\s++"  # Most are a word and a space.
    r"|(?:[DNS]?[Kk]r|SFr|R[spM])(?=\d)"  # A currency stands against its number: Rs500, SFr40m.
    r"|[A-Z]{3}(?=\d[\d.,]*(?:mn|bn|tn|trn|m|b|k)\b)"  # EUR5bn
    r"|(?:[^\W\d](?:"  # Others begin with a letter, and then
    rf"\.(?:{_LETTER}\.)+"  # comes the rest of U.S. or a.m.,
    r"|'(?=[A-ZÀ-Þ])\w+"  # of O'Brien or d'Ivoire,
    rf"|\w*(?:'t\b|-[^\W_]\w*|[{_MARKS}]+\w*)*)"  # of a word, don't, anti-dumping.
    r"|[,.](?=\s)"
    rf"|\d+(?:[.,]\d+)*(?:-?{_LETTER}+)*"  # 27.5, 1,200, 90-day, 1st
    r"|''(?!')|(?<!\S)''|``|\"\"(?!\")"  # typed for a double mark; of three, the one inside is the single one
    r"|'(?:(?<=[\w.]')(?:s|re|ll|ve|d|m)\b)?"  # Japan's, they're
    r"|\.+|-+"
    r"|\S)\s*+",
)
_HYPHEN = re.compile("-")


@frozen
class Tokens:
    """The tokens of a text, as parallel lists; a token is its index.

    Attributes:
        text: The text.
        words: What stands there, apostrophes straight.
        lowers: The same in lower case.
        starts: Offset of the first code point.
        ends: Offset just past the last.
    """

    text: str
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, end: int) -> Span:
        """The span of a half-open range of tokens that is not empty."""
        return Span(self.starts[first], self.ends[end - 1])

    def range(self, span: Span) -> tuple[int, int]:
        """The half-open range of tokens that start within a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def ranges(self, spans: Iterable[Span]) -> list[tuple[int, int]]:
        """The ranges of spans, as ``range`` gives them one by one."""
        starts = self.starts
        return [(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans]


def split_pieces(text: str) -> tuple[list[str], list[int]]:
    """The tokens of a text with the white space after them, and where they start.

    Apostrophes are straight. Compounds that hold a name ("US-made") are taken apart.
    """
    body = text.lstrip()
    pieces = _PIECE.findall(body.replace("’", "'"))
    starts = list(accumulate(map(len, pieces), initial=len(text) - len(body)))
    starts.pop()  # The end of the text.
    if "-" in text:
        hyphenated = {bisect_right(starts, match.start()) - 1: None for match in _HYPHEN.finditer(text)}
        compounds = [at for at in hyphenated if _holds_name(pieces[at].rstrip())]
        if compounds:
            pieces, starts = _split_compounds(pieces, starts, compounds)
    return pieces, starts


def scan_tokens(text: str) -> Tokens:
    """The tokens of a text in order."""
    pieces, starts = split_pieces(text)
    words = list(map(str.rstrip, pieces))
    return Tokens(text, words, list(map(str.lower, words)), starts, list(map(add, starts, map(len, words))))


def _split_compounds(pieces: list[str], starts: list[int], compounds: list[int]) -> tuple[list[str], list[int]]:
    """The same lists with some of the pieces in parts."""
    done = 0
    new_pieces: list[str] = []
    new_starts: list[int] = []
    for at in compounds:
        new_pieces += pieces[done:at]
        new_starts += starts[done:at]
        place = starts[at]
        for part in _parts(pieces[at]):
            new_pieces.append(part)
            new_starts.append(place)
            place += len(part)
        done = at + 1
    return new_pieces + pieces[done:], new_starts + starts[done:]


def _holds_name(word: str) -> bool:
    parts = word.split("-")
    if len(word) < 3 or not word[0].isalpha():
        return False
    return any(part[:1].isupper() for part in parts[1:]) or (parts[0].isupper() and len(parts[0]) > 1)


def _parts(word: str) -> list[str]:
    first, *rest = word.split("-")
    return [first, *(piece for part in rest for piece in ("-", part))]
