"""Words as Markdown that means nothing but the words."""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["inline", "line"]


@cache
def _marks() -> regex.Pattern[str]:
    # What can start or end markup within a line: CommonMark's, tables, struck-out words, footnotes, mathematics.
    return regex.compile(r"[\\`*_\[\]<>&~|^$]|!(?=\[)")


@cache
def _opening() -> regex.Pattern[str]:
    # What at the start of a line is a heading, an item, a rule, front matter, an underline, or a definition.
    return regex.compile(r"(?P<number>[0-9]{1,9})(?=[.)](?:\s|$))|(?=[#+=:-])")


@cache
def _space() -> regex.Pattern[str]:
    return regex.compile(r"[\s\p{Cc}]++")


def inline(words: str) -> str:
    """Words in one line, white space and controls folded to a space, every mark escaped."""
    return _marks().sub(r"\\\g<0>", _space().sub(" ", words).strip(" "))


def line(words: str) -> str:
    """The same for words at the start of a line."""
    return (
        _opening().sub(r"\g<number>\\", inline(words), count=1) if _opening().match(words.lstrip()) else inline(words)
    )
