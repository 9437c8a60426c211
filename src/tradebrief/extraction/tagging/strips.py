"""A few words from a token on, compounds taken apart: what a number and its unit are read from."""

from __future__ import annotations

from typing import NamedTuple

from tradebrief.extraction.tokens import Tokens

__all__ = ["Strip", "cut_strip"]


class Strip(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    """Words from a token on, as parallel lists; "30-million-tonne" is three.

    Attributes:
        words: What stands there.
        lowers: The same in lower case.
        starts: Offset of the first code point.
        ends: Offset just past the last.
        tokens: The token that each belongs to.
    """

    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    tokens: list[int]


def cut_strip(tokens: Tokens, first: int, end: int) -> Strip:
    """The words of a half-open range of tokens."""
    words, starts, ends = tokens.words[first:end], tokens.starts[first:end], tokens.ends[first:end]
    lowers, places = tokens.lowers[first:end], list(range(first, first + len(words)))
    if "-" in "".join(words):
        parts = [
            (part, start + offset, place)
            for word, start, place in zip(words, starts, places, strict=True)
            for part, offset in (_parts(word) if "-" in word else ((word, 0),))
        ]
        words, starts, places = [part for part, _, _ in parts], [at for _, at, _ in parts], [at for _, _, at in parts]
        ends = [start + len(part) for start, part in zip(starts, words, strict=True)]
        lowers = list(map(str.lower, words))
    return Strip(words, lowers, starts, ends, places)


def _parts(word: str) -> list[tuple[str, int]]:
    """The parts of a compound with their offsets; a word of hyphens alone is one part."""
    found: list[tuple[str, int]] = []
    at = 0
    for part in word.split("-"):
        if part:
            found.append((part, at))
        at += len(part) + 1
    return found or [(word, 0)]
