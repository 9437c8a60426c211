"""Strings from strangers, made safe to show: nothing in them moves the cursor or turns the line around."""

from __future__ import annotations

from functools import cache

import regex

__all__ = ["escaped", "one_line", "visible"]


@cache
def _unsafe() -> regex.Pattern[str]:
    # Controls (ANSI escapes start with one), line and paragraph separators, bidirectional controls, halves of
    # surrogate pairs, and characters that are there and show nothing. Line feed and tab may stay.
    return regex.compile(
        r"[[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
        r"--[\n\t]]",
        regex.V1,
    )


def visible(text: str) -> str:
    r"""The text with every unsafe character written as an escape, such as ``\x1b`` or ``\u202e``.

    Line feeds and tabs stay, and so does a carriage return before a line feed.
    """
    if text.isascii() and text.isprintable():
        return text
    return "\r\n".join(_unsafe().sub(_escape, line) for line in text.split("\r\n"))


def one_line(text: str) -> str:
    """The text in one line, white space folded, every unsafe character written as an escape."""
    return visible(" ".join(text.split()))


def escaped(text: str) -> str:
    r"""The text in one line, as a file's name: line feeds and tabs stand as ``\n`` and ``\t``, not folded."""
    return visible(text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t"))


def _escape(match: regex.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
