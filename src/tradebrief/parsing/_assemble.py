"""Blocks into an article: what is headline, key points, byline, and how sections nest.

The grammar of a brief, the same for every input format::

    brief    = [headline] {byline | dateline | key points} {section}
    key points = [label] {list item} | [label] {short line}       short lines end at a blank line or heading
    section  = heading {paragraph}
    part     = label {paragraph} {section}                        "Commentary", "Opinion", "Editor's note", ...
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import evolve

from tradebrief.formats import Layout, Limits
from tradebrief.lexicon import LayoutWords
from tradebrief.model import Article, Block, BlockKind, Diagnostic, Provenance, RuleId, SectionRole
from tradebrief.parsing._first_person import speaks_in_first_person
from tradebrief.parsing._front import read_front
from tradebrief.parsing._kinds import BLANK, BOILERPLATE, BYLINE, CAPTION, DATELINE, HEADING, PARAGRAPH
from tradebrief.parsing._sections import build_sections
from tradebrief.text import Span

__all__ = ["assemble"]

_SHORT = 160  # Longer than any label, byline or caption.
_OPENING = 60  # A label at the start of a paragraph ends before this.
_CREDIT = 400  # Longer than any credit.
_CLOSING = 3  # Blocks at the end of a text that may tell what it is.


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
    text = layout.text
    kinds = [block.kind for block in layout.blocks]
    front = read_front(layout, kinds, words)
    _name_lines(text, layout.blocks, kinds, front.body, words)
    is_opinion = _name_disclaimer(text, layout.blocks, kinds, front.body, words)
    blocks = tuple(_named(block, kind) for block, kind in zip(layout.blocks, kinds, strict=True))
    if front.contents:
        blocks = tuple(evolve(block, content=front.contents.get(at, block.content)) for at, block in enumerate(blocks))
    stated = layout.metadata
    provenance = evolve(
        provenance,
        url=provenance.url or stated.url,
        id=stated.id,
        title=stated.title,
        author=provenance.author or stated.author,
        publisher=provenance.publisher or stated.publisher,
        tags=stated.tags,
        links=layout.links,
    )
    notes = layout.diagnostics
    if all(kind is BLANK for kind in kinds):
        notes += (Diagnostic(rule=RuleId("layout.empty"), message="the text has no words"),)
    dateline = front.dateline or _inline_dateline(text, blocks, words)
    told = [(block.kind, block.content) for block in blocks[front.body :]]
    is_opinion = is_opinion or speaks_in_first_person(text, told, words, front.byline, dateline)
    return Article(
        text=text,
        provenance=provenance,
        headline=front.headline,
        key_points=front.key_points,
        byline=front.byline,
        dateline=dateline,
        published=published or stated.published,
        language=stated.language,
        sections=build_sections(
            text,
            blocks[front.body :],
            words,
            limits,
            layout.role or (SectionRole.OPINION if is_opinion else None),
            headline=front.headline,
            kicker=front.kicker,
            byline=front.byline,
        ),
        blocks=blocks,
        diagnostics=notes,
    )


def _named(block: Block, kind: BlockKind) -> Block:
    if block.kind is kind:
        return block
    return Block(kind=kind, span=block.span, content=block.content, level=block.level)


def _inline_dateline(text: str, blocks: Sequence[Block], words: LayoutWords) -> Span | None:
    """The dateline that opens the first paragraph ("OSLO, 9 April (AP) - ..."), without agency and dash.

    What opens another paragraph too is a speaker's name ("MODERATOR: ...").
    """
    paragraphs = [block.content for block in _unnoted(text, blocks, words)]
    while paragraphs and words.role_of_opening(text[paragraphs[0].start : paragraphs[0].start + _OPENING]):
        paragraphs.pop(0)  # An editor's note stands before the text.
    if not paragraphs:
        return None
    start, end = paragraphs[0].start, paragraphs[0].end
    found = words.dateline(text[start : min(end, start + _SHORT)])
    place = text[start : start + found]
    if not found or any(text.startswith(place, other.start) for other in paragraphs[1:]):
        return None
    return Span(start, start + found)


def _unnoted(text: str, blocks: Sequence[Block], words: LayoutWords) -> Iterator[Block]:
    """The paragraphs, without the first one under the label of an editor's note."""
    is_noted = False
    for block in blocks:
        if block.kind is HEADING:
            heading = text[block.content.start : block.content.end]
            is_noted = words.role_of_label(heading) is SectionRole.EDITORS_NOTE
        elif block.kind is PARAGRAPH:
            if not is_noted:
                yield block
            is_noted = False


def _name_lines(text: str, blocks: Sequence[Block], kinds: list[BlockKind], body: int, words: LayoutWords) -> None:
    """Name the part labels, credits, bylines, captions and dates after the front."""
    asked = False  # Whether the last heading asks.
    for at in range(body, len(blocks)):
        kind = kinds[at]
        if kind is not PARAGRAPH and kind is not HEADING:
            continue
        content = blocks[at].content
        size = content.end - content.start
        if size <= _CREDIT:
            line = text[content.start : content.end]
            if words.is_boilerplate(line):
                kinds[at] = BOILERPLATE
            elif size <= _SHORT and not (asked and kind is HEADING and words.is_follow_up(line)):
                kinds[at] = _kind_of_line(line, kind, words, is_stated=blocks[at].level is not None)
            asked = line.endswith("?") if kinds[at] is HEADING else asked
        if kinds[at] is BOILERPLATE and not words.is_interruption(text[content.start : content.end]):
            _take_back_heading(text, blocks, kinds, at, words)


def _name_disclaimer(text: str, blocks: Sequence[Block], kinds: list[BlockKind], body: int, words: LayoutWords) -> bool:
    """Name the closing block that tells that the text is its author's opinion; whether the whole text is.

    It is no part of it that is ("Opinion") which the line speaks of: no heading opens one.
    """
    for at in _closing(kinds, body):
        content = blocks[at].content
        if content.end - content.start <= _CREDIT and words.states_opinion(text[content.start : content.end]):
            kinds[at] = BOILERPLATE
            _take_back_heading(text, blocks, kinds, at, words)
            headings = (block.content for block, kind in zip(blocks, kinds, strict=True) if kind is HEADING)
            return all(words.role_of_label(text[line.start : line.end]) is None for line in headings)
    return False


def _closing(kinds: Sequence[BlockKind], body: int) -> list[int]:
    """The last blocks with words, the last one first."""
    last = (at for at in range(len(kinds) - 1, body, -1) if kinds[at] is not BLANK)
    return list(islice(last, _CLOSING))


def _take_back_heading(text: str, blocks: Sequence[Block], kinds: list[BlockKind], at: int, words: LayoutWords) -> None:
    """Make the heading right before a credit a paragraph: nothing stands under it. A label stays one."""
    before = at - 1
    while before >= 0 and kinds[before] is BLANK:
        before -= 1
    if before >= 0 and kinds[before] is HEADING and blocks[before].level is None:
        content = blocks[before].content
        if words.role_of_label(text[content.start : content.end]) is None:
            kinds[before] = PARAGRAPH


def _kind_of_line(line: str, kind: BlockKind, words: LayoutWords, *, is_stated: bool) -> BlockKind:
    """What a short line is; one that the format states to be a heading is no caption, whatever its words."""
    if words.role_of_label(line) is not None:
        return HEADING
    if words.is_byline(line):
        return BYLINE
    if words.is_interruption(line):
        return BOILERPLATE
    if words.is_date(line) or words.dateline_of_line(line):
        return DATELINE
    if not is_stated and (kind is HEADING or not line.endswith((".", "!", "?"))):
        if words.is_caption(line):
            return CAPTION
        if words.role_of_opening(line) in {SectionRole.EDITORS_NOTE, SectionRole.BOILERPLATE}:
            return PARAGRAPH
        if words.is_follow_up(line):
            return PARAGRAPH
    return kind
