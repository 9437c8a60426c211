"""The HTML text of a mail: which of its blocks are its author's, and which a mail program put there."""

from __future__ import annotations

import regex

from tradebrief.formats import Layout
from tradebrief.model import BlockKind
from tradebrief.parsing._layouts import arranged
from tradebrief.parsing._mail_letter import is_introduction, read_header

__all__ = ["says_more", "take_apart"]

_STRUCTURE = regex.compile(r"<(?:h[1-6]|li|th)[\s>]|<blockquote(?![^<>]{0,300}(?:cite|quote))[\s>]", regex.IGNORECASE)
_QUOTED = frozenset({BlockKind.QUOTATION, BlockKind.ATTRIBUTION, BlockKind.BLANK, BlockKind.TABLE})
_SIGNATURE = 30  # Blocks under "--".
_UNSEEN = regex.compile(r"<(?P<name>style|script|title)\b", regex.IGNORECASE)
_TAG = regex.compile(r"<[^<>]{0,2000}+>")
_STUB = 0.5  # Of the words of the page: plain text with fewer is a note that there is a page.


def says_more(page: str, plain: str) -> bool:
    """Whether a page states more than the plain text beside it.

    It does where it has headings, lists, tables with heads, or quotations other than of the mail that it answers, or
    twice as many words.
    """
    return _STRUCTURE.search(page) is not None or len(plain.split()) < _STUB * len(_seen(page).split())


def _seen(page: str) -> str:
    """The text of a page, about: without tags, styles and scripts."""
    parts: list[str] = []
    lower = page.lower()
    at = 0
    while found := _UNSEEN.search(page, at):
        parts.append(page[at : found.start()])
        end = lower.find(f"</{found['name'].lower()}", found.end())
        at = end if end >= 0 else len(page)
    return _TAG.sub(" ", "".join((*parts, page[at:])))


def take_apart(layout: Layout, *, is_forward: bool, most: int) -> tuple[Layout, dict[str, str]]:
    """The layout with what is not its author's at the end or as boilerplate, and the header of a mail passed on.

    Args:
        layout: The layout of the page.
        is_forward: Whether the subject says that the mail is passed on.
        most: Code points of what may be written over a mail that is passed on, and is not the text itself.
    """
    kinds = [block.kind for block in layout.blocks]
    lines = [layout.text[block.content.start : block.content.end] for block in layout.blocks]
    written = 0  # Code points so far.
    at = 0
    while at < len(kinds):
        if not lines[at]:
            at += 1
        elif found := read_header(lines, at):
            end, fields = found
            if (is_forward or not written) and written <= most:
                order = ((index, kinds[index]) for index in (*range(end, len(kinds)), *range(at)))
                kinds[:at] = [_put_aside(kind) for kind in kinds[:at]]
                rest, _ = take_apart(arranged(layout, order), is_forward=False, most=-1)  # Once is enough.
                return rest, fields
            kinds[at:] = [_put_aside(kind) for kind in kinds[at:]]
            break
        elif lines[at] in {"--", "-- "} and len(kinds) - at <= _SIGNATURE:
            kinds[at:] = [_put_aside(kind) for kind in kinds[at:]]
            break
        elif is_introduction(lines[at]) and at + 1 < len(kinds) and kinds[at + 1] in _QUOTED:
            kinds[at] = BlockKind.BOILERPLATE
            at += 1
            while at < len(kinds) and kinds[at] in _QUOTED:
                kinds[at] = _put_aside(kinds[at])
                at += 1
        else:
            written += len(lines[at])
            at += 1
    return arranged(layout, enumerate(kinds)), {}


def _put_aside(kind: BlockKind) -> BlockKind:
    return kind if kind is BlockKind.BLANK else BlockKind.BOILERPLATE
