"""Blocks into an article: what is headline, key points, byline, and how sections nest.

The grammar of a brief, the same for every input format::

    brief    = [headline] {byline | dateline | key points} {section}
    key points = [label] {list item} | [label] {short line}       short lines end at a blank line or heading
    section  = heading {paragraph}
    part     = label {paragraph} {section}                        "Commentary", "Opinion", "Editor's note", ...

Each function below takes one of these off the front of the list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from statistics import median

import regex
from attrs import evolve, frozen

from tradebrief.formats import Layout, Limits
from tradebrief.lexicon import LayoutWords
from tradebrief.model import Article, Block, BlockKind, Diagnostic, Provenance, RuleId, Section, SectionRole
from tradebrief.text import Span

__all__ = ["assemble"]

_SENTENCE_END = regex.compile(r"[.!?][\"'”’)]{0,2}[ \xa0]++(?=[\p{Lu}“‘\"'])")
_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CAPTION})
_KEY_POINT_LENGTH = 280
_HEADLINE_LENGTH = 300


@frozen(kw_only=True)
class _Front:
    """What stands before the sections, and the blocks with their kinds settled."""

    headline: Span | None
    key_points: tuple[Span, ...]
    byline: Span | None
    dateline: Span | None
    blocks: list[Block]
    body: int


def assemble(
    layout: Layout,
    *,
    provenance: Provenance,
    words: LayoutWords,
    limits: Limits,
    published: dt.date | None = None,
) -> Article:
    """The article that the blocks make up.

    Raises:
        LimitError: If sections nest deeper than the limits allow.
    """
    front = _front(layout, words)
    blocks = [*front.blocks[: front.body], *_label_parts(layout.text, front.blocks[front.body :], words)]
    sections = _sections(layout.text, blocks[front.body :], words, limits)
    stated = layout.metadata
    diagnostics: tuple[Diagnostic, ...] = ()
    if not any(block.kind is not BlockKind.BLANK for block in blocks):
        diagnostics = (Diagnostic(rule=RuleId("layout.empty"), message="the text has no words"),)
    return Article(
        text=layout.text,
        provenance=evolve(
            provenance,
            url=provenance.url or stated.url,
            author=provenance.author or stated.author,
            publisher=provenance.publisher or stated.publisher,
        ),
        headline=front.headline,
        key_points=front.key_points,
        byline=front.byline,
        dateline=front.dateline or _inline_dateline(layout.text, blocks, words),
        published=published or stated.published,
        language=stated.language,
        sections=sections,
        blocks=tuple(blocks),
        diagnostics=diagnostics,
    )


def _front(layout: Layout, words: LayoutWords) -> _Front:
    """Headline, key points, byline and dateline, taken off the front."""
    text, blocks = layout.text, list(layout.blocks)
    at = _skip_blank(blocks, 0)
    headline = _headline(text, blocks, at)
    if headline is not None:
        blocks[at] = evolve(blocks[at], kind=BlockKind.HEADLINE)
        at = _skip_blank(blocks, at + 1)
    byline = dateline = None
    points: list[int] = []
    while at < len(blocks):
        content = text[blocks[at].content.start : blocks[at].content.end]
        if byline is None and words.is_byline(content):
            byline = blocks[at].content
            blocks[at] = evolve(blocks[at], kind=BlockKind.BYLINE)
        elif dateline is None and headline is not None and words.dateline(content) == len(content):
            dateline = blocks[at].content
            blocks[at] = evolve(blocks[at], kind=BlockKind.DATELINE)
        elif headline is not None and not points and (found := _key_points(text, blocks, at, words)):
            label, points = found
            if label is not None:
                blocks[label] = evolve(blocks[label], kind=BlockKind.LABEL)
            for point in points:
                blocks[point] = evolve(blocks[point], kind=BlockKind.KEY_POINT)
            at = points[-1]
        else:
            break
        at = _skip_blank(blocks, at + 1)
    return _Front(
        headline=headline,
        key_points=tuple(blocks[point].content for point in points),
        byline=byline,
        dateline=dateline,
        blocks=blocks,
        body=at,
    )


def _skip_blank(blocks: Sequence[Block], at: int) -> int:
    while at < len(blocks) and blocks[at].kind is BlockKind.BLANK:
        at += 1
    return at


def _headline(text: str, blocks: Sequence[Block], at: int) -> Span | None:
    """The first block, if it is a heading, or one sentence with more text after it."""
    if at >= len(blocks):
        return None
    block = blocks[at]
    if block.kind is BlockKind.HEADING:
        return block.content
    words = text[block.content.start : block.content.end]
    more = _skip_blank(blocks, at + 1) < len(blocks)
    short = len(words) <= _HEADLINE_LENGTH and not _SENTENCE_END.search(words)
    return block.content if block.kind is BlockKind.PARAGRAPH and more and short else None


def _key_points(
    text: str, blocks: Sequence[Block], at: int, words: LayoutWords
) -> tuple[int | None, list[int]] | None:
    """The label's index, if there is one, and the indexes of the key points that start here."""
    label = None
    if words.is_key_points_label(text[blocks[at].content.start : blocks[at].content.end]):
        label, at = at, _skip_blank(blocks, at + 1)
    if at < len(blocks) and blocks[at].kind is BlockKind.LIST_ITEM:
        points = _run_of_items(blocks, at)
    else:
        points = _run_of_lines(text, blocks, at, labelled=label is not None)
    rest = _skip_blank(blocks, points[-1] + 1) if points else at
    return (label, points) if points and rest < len(blocks) else None


def _run_of_items(blocks: Sequence[Block], at: int) -> list[int]:
    points: list[int] = []
    while at < len(blocks) and blocks[at].kind in {BlockKind.LIST_ITEM, BlockKind.BLANK}:
        if blocks[at].kind is BlockKind.LIST_ITEM:
            points.append(at)
        at += 1
    return points


def _run_of_lines(text: str, blocks: Sequence[Block], at: int, *, labelled: bool) -> list[int]:
    """Lines of one sentence each, up to a blank line or a heading.

    Without a label they must be at least two, and shorter than the paragraphs after them.
    """
    points: list[int] = []
    start = at
    while at < len(blocks) and blocks[at].kind is not BlockKind.BLANK:
        block = blocks[at]
        words = text[block.content.start : block.content.end]
        if len(words) > _KEY_POINT_LENGTH or _SENTENCE_END.search(words) or block.kind not in {
            BlockKind.PARAGRAPH,
            BlockKind.HEADING,
        }:
            break
        if block.kind is BlockKind.HEADING and not _is_short_list(text, blocks, at):
            break
        points.append(at)
        at += 1
    if at < len(blocks) and blocks[at].kind not in {BlockKind.BLANK, BlockKind.HEADING}:
        # The run flows into a longer paragraph: its last line may head that paragraph, the rest is body.
        return []
    if labelled:
        return points
    if len(points) < 2:
        return []
    here = [len(blocks[point].content) for point in points]
    later = [len(block.content) for block in blocks[max(at, start) :] if block.kind is BlockKind.PARAGRAPH]
    return points if later and median(later) > 1.3 * median(here) else []


def _is_short_list(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether a line that looks like a heading is one of a list of lines: the next line is no paragraph under it."""
    following = at + 1
    if following >= len(blocks):
        return False
    if blocks[following].kind is BlockKind.BLANK:
        return True
    words = text[blocks[following].content.start : blocks[following].content.end]
    return len(words) <= _KEY_POINT_LENGTH and not _SENTENCE_END.search(words)


def _inline_dateline(text: str, blocks: Sequence[Block], words: LayoutWords) -> Span | None:
    """The dateline that opens the first paragraph ("OSLO, 9 April (AP) - ..."), without agency and dash."""
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            found = words.dateline(text[block.content.start : min(block.content.end, block.content.start + 120)])
            return Span(block.content.start, block.content.start + found) if found else None
    return None


def _label_parts(text: str, blocks: Sequence[Block], words: LayoutWords) -> list[Block]:
    """The blocks with part labels as headings, and boilerplate marked."""
    found: list[Block] = []
    for block in blocks:
        content = text[block.content.start : min(block.content.end, block.content.start + 400)]
        if block.kind is BlockKind.PARAGRAPH and words.role_of_label(content):
            found.append(evolve(block, kind=BlockKind.HEADING))
        elif block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and words.is_boilerplate(content):
            found.append(evolve(block, kind=BlockKind.BOILERPLATE))
        elif block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and words.is_byline(content):
            found.append(evolve(block, kind=BlockKind.BYLINE))
        else:
            found.append(block)
    return found


@frozen(slots=True)
class _Draft:
    """A section under construction."""

    heading: Span | None
    depth: int
    role: SectionRole
    paragraphs: list[Span]
    sections: list[_Draft]

    def finish(self, level: int) -> Section:
        sections = tuple(draft.finish(level + 1) for draft in self.sections)
        parts = [*([self.heading] if self.heading else []), *self.paragraphs, *(part.span for part in sections)]
        return Section(
            heading=self.heading,
            level=level,
            role=self.role,
            span=Span(parts[0].start, parts[-1].end),
            paragraphs=tuple(self.paragraphs),
            sections=sections,
        )


def _sections(text: str, blocks: Sequence[Block], words: LayoutWords, limits: Limits) -> tuple[Section, ...]:
    """Sections nested by the headings' stated levels, and within the part whose label stands before them."""
    top: list[_Draft] = []
    path: list[_Draft] = []  # From the outermost open section to the innermost.

    def open_section(heading: Span | None, depth: int, role: SectionRole) -> None:
        while path and path[-1].depth >= depth:
            path.pop()
        draft = _Draft(heading, depth, role, [], [])
        (path[-1].sections if path else top).append(draft)
        path.append(draft)
        limits.check("depth", len(path), "sections")

    levels = [block.level for block in blocks if block.kind is BlockKind.HEADING and block.level is not None]
    outermost = min(levels, default=1)
    part: _Draft | None = None
    for block in blocks:
        content = text[block.content.start : min(block.content.end, block.content.start + 400)]
        if block.kind is BlockKind.HEADING:
            depth = 2 * ((block.level or outermost) - outermost) + 2
            role = words.role_of_label(content)
            if role is not None:
                open_section(block.content, depth - 1, role)
                part = path[-1]
            else:
                inherited = part.role if part is not None and part in path else SectionRole.BODY
                if part is not None and depth <= part.depth:
                    inherited, part = SectionRole.BODY, None
                open_section(block.content, depth, inherited)
        elif block.kind is BlockKind.BOILERPLATE:
            if not path or path[-1].role is not SectionRole.BOILERPLATE:
                open_section(None, 1, SectionRole.BOILERPLATE)
            path[-1].paragraphs.append(block.content)
        elif block.kind in _PARAGRAPHS:
            role = words.role_of_opening(content)
            if role is not None:  # "Editor's note: ..." holds its one paragraph and closes.
                open_section(None, 1, role)
                path.pop().paragraphs.append(block.content)
                part = None
                continue
            if not path or path[-1].role is SectionRole.BOILERPLATE:
                open_section(None, 2 if part is None else part.depth + 1, part.role if part else SectionRole.BODY)
            path[-1].paragraphs.append(block.content)
    return tuple(draft.finish(1) for draft in top)
