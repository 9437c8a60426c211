"""The one scan of the text that feeds every step: words, numbers and marks with their places."""

from __future__ import annotations

from bisect import bisect_left

import regex
from attrs import frozen

from tradebrief.text import Span

__all__ = ["Tokens", "scan_tokens"]

_TOKEN = regex.compile(
    r"(?:\p{L}\.){2,}+"  # U.S., a.m.
    r"|\p{L}{1,2}['’]\p{Lu}[\p{L}\p{M}]++"  # O'Brien, d'Ivoire
    r"|[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*+(?:['’]t\b)?(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*+)*+"  # words, don't, anti-dumping
    r"|\p{N}++(?:[.,]\p{N}++)*+(?:-?\p{L}++)*+"  # 27.5, 1,200, 90-day, 1st
    r"|(?<=[\p{L}\p{M}\p{N}.])['’](?:s|re|ll|ve|d|m)\b"  # Japan's, they're
    r"|\.{2,}+|-{2,}+"
    r"|\S",
)


@frozen
class Tokens:
    """The tokens of a text, as parallel lists; a token is its index.

    Attributes:
        text: The text.
        words: What stands there.
        lowers: The same in lower case, apostrophes straight.
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


def scan_tokens(text: str) -> Tokens:
    """The tokens of a text in order. Compounds that hold a name ("US-made") are taken apart."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        word, start = match.group(), match.start()
        if "-" in word and len(word) > 2 and word[-1] != "-" and _holds_name(word):
            for part in _parts(word):
                words.append(part)
                starts.append(start)
                start += len(part)
                ends.append(start)
        else:
            words.append(word)
            starts.append(start)
            ends.append(match.end())
    lowers = [word.lower().replace("’", "'") if "’" in word else word.lower() for word in words]
    return Tokens(text, words, lowers, starts, ends)


def _holds_name(word: str) -> bool:
    parts = word.split("-")
    if not word[0].isalpha():
        return False
    return any(part[:1].isupper() for part in parts[1:]) or (parts[0].isupper() and len(parts[0]) > 1)


def _parts(word: str) -> list[str]:
    first, *rest = word.split("-")
    return [first, *(piece for part in rest for piece in ("-", part))]
