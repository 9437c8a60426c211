"""Who speaks as the author of a section: the one whom the nearest byline names, or whom the format states."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.persons import Namesake, People, is_person_name
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import BlockKind

__all__ = ["Bylines", "byline_ranges"]

_BYLINE, _BOILERPLATE = BlockKind.BYLINE, BlockKind.BOILERPLATE
_CREDIT = 4  # Words that open a credit, with its bracket.
_REPORTED = frozenset({"reporting", "writing", "reported", "written"})
_SEVERAL = re.compile(r"[,;&|/@]| and ", re.IGNORECASE)  # What parts several names, or stands in an address.


class Bylines:
    """The authors whom a text names in its bylines.

    Args:
        analysis: The text.
        candidates: All candidates in order.
        people: The persons of the text.
    """

    def __init__(self, analysis: Analysis, candidates: Iterable[Candidate], people: People) -> None:
        stated = analysis.article.provenance.author
        self._stated = stated if stated and not _SEVERAL.search(stated) else None
        self._lines = lines = byline_ranges(analysis)
        self._starts = [first for first, _ in self._lines]
        self._named: dict[int, list[Namesake]] = {}
        if not lines:
            return
        for candidate in candidates:
            line = bisect_right(self._starts, candidate.first) - 1
            if line >= 0 and candidate.end <= self._lines[line][1] and is_person_name(candidate):
                person = people.full(people.name_of(candidate))
                if person is not None:
                    self._named.setdefault(line, []).append(person)

    @property
    def authors(self) -> list[Namesake]:
        """All authors."""
        return [person for named in self._named.values() for person in named]

    def author_at(self, token: int) -> Namesake | str | None:
        """The only author whom the last byline before a token names, or else the first one of the text.

        An author whom the format states wins over the first byline, unless both may be one person, and stands in
        where no byline names anybody: then it is that name.
        """
        line = max(0, bisect_right(self._starts, token) - 1)
        named = self._named.get(line, ())
        person = named[0] if len(named) == 1 else None
        if self._stated is None or (line and named):
            return person
        return person if person and _may_be_one(person.written, self._stated) else self._stated


def byline_ranges(analysis: Analysis) -> list[tuple[int, int]]:
    """The tokens of the bylines; without any, of the credits that open with those who wrote the text.

    "(Reporting by Ana Lund in Oslo and Per Moe in Lima; editing by Jan Berg)": up to the semicolon.
    """
    blocks, tokens = analysis.article.blocks, analysis.tokens
    lines = [tokens.range(block.content) for block in blocks if block.kind is _BYLINE]
    if lines:
        return lines
    thanks = [tokens.range(block.content) for block in blocks if block.kind is _BOILERPLATE]
    return [
        (first, next((at for at in range(first, end) if tokens.lowers[at] in {";", "."}), end))
        for first, end in thanks
        if not _REPORTED.isdisjoint(tokens.lowers[first : first + _CREDIT])
    ]


def _may_be_one(name: str, other: str) -> bool:
    """Whether two names have a word in common."""
    return not set(name.casefold().split()).isdisjoint(other.casefold().split())
