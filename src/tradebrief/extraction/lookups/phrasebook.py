"""Phrases of several tokens, looked up at the place where they may begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

__all__ = ["Phrasebook"]

T = TypeVar("T")


class Phrasebook(Generic[T]):
    """Phrases by their first two tokens, so that looking for the longest one at a place costs two look-ups.

    Args:
        phrases: Each phrase as its tokens and what it stands for; of equal phrases the first one counts.

    Attributes:
        begins: The tokens with which a phrase begins.
        signs: The longest token of each phrase, without which it does not stand anywhere.
    """

    __slots__ = ("_by_first", "_longest", "begins", "signs")

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], T]]) -> None:
        single: dict[str, T] = {}
        longer: dict[str, dict[str, list[tuple[list[str], T]]]] = {}  # By two words, with those that follow.
        self.signs: set[str] = set()
        self._longest = 1
        for words, value in phrases:
            self.signs.add(max(words, key=len))
            self._longest = max(self._longest, len(words))
            if len(words) == 1:
                single.setdefault(words[0], value)
            else:
                longer.setdefault(words[0], {}).setdefault(words[1], []).append((list(words[2:]), value))
        for by_second in longer.values():
            for found in by_second.values():
                found.sort(key=lambda item: -len(item[0]))
        self._by_first = {first: (single.get(first), longer.get(first)) for first in {**single, **longer}}
        self.begins = frozenset(self._by_first)

    def __contains__(self, first: str) -> bool:
        return first in self.begins

    def alone(self, token: str) -> T | None:
        """What a token stands for as a phrase of its own."""
        begun = self._by_first.get(token)
        return begun[0] if begun is not None else None

    def may_begin(self, tokens: list[str], first: int, end: int) -> bool:
        """Whether a phrase may begin in a range of tokens, by the longest words of phrases: most ranges hold none."""
        return not self.signs.isdisjoint(tokens[first : end + self._longest - 1])

    def at(self, tokens: list[str], at: int) -> tuple[int, T] | None:
        """The end of the longest phrase that begins at a token, and what it stands for."""
        begun = self._by_first.get(tokens[at])
        if begun is None:
            return None
        single, by_second = begun
        if by_second is not None and at + 1 < len(tokens):
            for rest, value in by_second.get(tokens[at + 1], ()):
                end = at + 2 + len(rest)
                if not rest or tokens[at + 2 : end] == rest:
                    return end, value
        return (at + 1, single) if single is not None else None
