"""Cells that no spreadsheet takes for a formula, and that can be turned back into what they were.

A spreadsheet that opens a CSV file computes a cell that starts with ``=``, ``+``, ``-`` or ``@``, and some skip what
shows nothing before it, or start a cell anew after a line end. An apostrophe before such a start, which a spreadsheet
takes for "this is text", makes it harmless. What starts with an apostrophe by itself gets a second one, so that there
is no doubt which are ours.
"""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["neutralized", "restored"]

_MARK = "'"


@cache
def _start() -> regex.Pattern[str]:
    # The start of the cell or of a line in it; then whatever shows nothing; then what a formula starts with, in
    # ASCII or full width. Tab and carriage return count by themselves, as OWASP's list has them.
    return regex.compile(
        r"(?:\A|(?<=[\n\r]))(?=[\t\r]|[[\p{Z}\p{C}]--[\n\r\t]]*+(?:[=+\-@＝＋－＠﹢﹣﹦﹫']|[\t]))", regex.V1
    )


@cache
def _marked() -> regex.Pattern[str]:
    return regex.compile(r"(?:\A|(?<=[\n\r]))'", regex.V1)


def neutralized(text: str) -> str:
    """The text, with an apostrophe wherever a formula might start."""
    return _start().sub(_MARK, text)


def restored(text: str) -> str:
    """The text that ``neutralized`` was given."""
    return _marked().sub("", text)
