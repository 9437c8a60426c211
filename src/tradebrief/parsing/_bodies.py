"""The body of an article that stands inside another format, and the front that this format states beside it.

Feeds, wire files, mail, tables and JSON-LD hold bodies in plain text or HTML, and state headline, key points
and byline apart from them. Each body is read by one of two functions, and the front is put before it by one.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from tradebrief.formats import Layout, Limits
from tradebrief.model import Block, BlockKind
from tradebrief.parsing import html, plain
from tradebrief.text import Source, Span

__all__ = ["has_tags", "scan_body", "with_front"]

_TAG = regex.compile(
    r"<(?:p|br|hr|div|h[1-6]|[uo]l|li|blockquote|table|figure|section|article|pre|img|a|b|i|u|q|em|strong|span|cite)"
    r"(?:\s[^<>]{0,500})?/?>",
    regex.IGNORECASE,
)
_SPACE = regex.compile(r"[ \t\r\n\f\v]++")
_FRONT = 3  # Blocks among which a title may stand,
_OPENING = 6  # and a stated line of the front.


def has_tags(words: str) -> bool:
    """Whether words are HTML, as one of its usual tags in them shows."""
    return _TAG.search(words) is not None


def scan_body(
    words: str, name: str, limits: Limits, *, is_html: bool | None = None, under_title: bool = False
) -> Layout:
    """The layout of a body.

    Args:
        words: The body.
        name: What to call it in errors.
        limits: How much it may hold.
        is_html: Whether it is HTML rather than plain text; None where its tags are to tell.
        under_title: Whether the format states a title for it, so that its first line is none by its looks.

    Raises:
        LimitError: If it holds more than the limits allow.
        ParseError: If it is HTML with no words in it.
        ModuleNotFoundError: If it is HTML, and what reads that is not installed.
    """
    limits.check("text", len(words), name)
    source = Source(words, name)
    if has_tags(words) if is_html is None else is_html:
        return html.scan_fragment(source, limits, under_title=under_title)
    return plain.scan(source, limits, under_title=under_title)


def with_front(
    layout: Layout,
    *,
    headline: str | None = None,
    key_points: Sequence[str] = (),
    byline: str | None = None,
    dateline: str | None = None,
) -> Layout:
    """A layout under what its format states to stand over it; what the body opens with is not put there twice.

    Args:
        layout: The layout of the body.
        headline: The headline. Where the body opens with it, it is named there.
        key_points: Lines that sum the text up, such as a standfirst.
        byline: The line that names the author, as it is printed.
        dateline: The line of place and date, likewise.
    """
    words = [layout.text[block.content.start : block.content.end] for block in layout.blocks[: 2 * _OPENING]]
    opening = [at for at, block in enumerate(words) if block][:_OPENING]
    there = {_plain(words[at]) for at in opening}
    cut = 0
    lines: list[tuple[BlockKind, str]] = []
    if headline and _plain(headline):
        if opening and _plain(words[opening[0]]) == _plain(headline):
            layout = _renamed(layout, opening[0], BlockKind.HEADLINE)
            cut = layout.blocks[opening[0]].span.end
        elif not _has_title(layout, opening[:_FRONT], words, _plain(headline)):
            lines.append((BlockKind.HEADLINE, headline))
    lines += [(BlockKind.KEY_POINT, point) for point in key_points]
    lines += [(BlockKind.BYLINE, byline)] if byline else []
    lines += [(BlockKind.DATELINE, dateline)] if dateline else []
    clean = [(kind, _SPACE.sub(" ", line).strip()) for kind, line in lines]
    return _inserted(layout, cut, [(kind, line) for kind, line in clean if _plain(line) and _plain(line) not in there])


def _plain(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _has_title(layout: Layout, front: Sequence[int], words: Sequence[str], title: str) -> bool:
    """Whether a title stands at the front already: this one, or the only heading of the first level."""
    tops = [at for at, block in enumerate(layout.blocks) if block.level == 1]
    return (len(tops) == 1 and tops[0] in front) or any(_plain(words[at]) == title for at in front)


def _renamed(layout: Layout, at: int, kind: BlockKind) -> Layout:
    blocks = list(layout.blocks)
    blocks[at] = evolve(blocks[at], kind=kind)
    return evolve(layout, blocks=tuple(blocks))


def _inserted(layout: Layout, cut: int, lines: Sequence[tuple[BlockKind, str]]) -> Layout:
    """The layout with lines put in before a place where a block starts or the text ends."""
    if not lines:
        return layout
    before, after = layout.text[:cut], layout.text[cut:]
    parts: list[str] = []
    blocks: list[Block] = []
    at = cut

    def add(kind: BlockKind, words: str, end: str) -> None:
        nonlocal at
        content = Span(at, at + len(words))
        parts.append(words + end)
        at = content.end + len(end)
        blocks.append(Block(kind=kind, span=Span(content.start, at), content=content))

    if before and not before.endswith("\n"):
        add(BlockKind.BLANK, "", "\n")
    for kind, words in lines:
        add(kind, words, "\n")
    if not layout.is_apart and after.strip():
        add(BlockKind.BLANK, "", "\n")
    by = at - cut
    kept = [block for block in layout.blocks if block.span.end <= cut]
    moved = [
        evolve(block, span=block.span.shifted(by), content=block.content.shifted(by))
        for block in layout.blocks[len(kept) :]
    ]
    return evolve(
        layout,
        text="".join((before, *parts, after)),
        blocks=(*kept, *blocks, *moved),
        links=tuple(evolve(link, span=_moved(link.span, cut, by)) for link in layout.links),
        diagnostics=tuple(
            evolve(note, span=_moved(note.span, cut, by)) if note.span else note for note in layout.diagnostics
        ),
    )


def _moved(span: Span, cut: int, by: int) -> Span:
    return span.shifted(by) if span.start >= cut else span
