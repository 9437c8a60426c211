"""Headings and paragraphs into sections, and how they nest.

A heading lies under those of a lower level where the format states levels; in plain text only one does whose number
says so ("2.1 Mills" under "2. Who wants what"). A part ("Commentary", "Opinion") opens with its label and holds all
headings after it, up to the next part; a box that leads to other texts ("Related stories") holds the lines under it,
and the text goes on with the next paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import define, frozen

from tradebrief.formats import Limits
from tradebrief.lexicon import LayoutWords
from tradebrief.model import Block, Section, SectionRole
from tradebrief.parsing import _kinds
from tradebrief.text import Span

__all__ = ["build_sections"]

_OPENING = 60  # A label at the start of a paragraph ends before this.
_PROSE = 50  # A paragraph of a text rather than the title of another one is at least so long, and ends with a stop.
_STOPS = (".", '."', ".”", "…")
_RUN_IN = regex.compile(
    r"\p{Lu}[^.:;,\n]{1,40}: [\p{Lu}“\"]"
)  # A label before its paragraph: "What comes next: The ..."
_NUMBER = regex.compile(
    r"(?P<number>\d{1,2}(?:\.[1-9]\d?){0,3})(?:\.0|\.)? (?=\S)"
)  # Of a section: "2.", "2.0", "2.1".
_HEADING_KINDS = (_kinds.HEADING, _kinds.BYLINE)  # "Commentary by Ana Ruiz" heads a part.
_BODY, _NOTE, _BOILERPLATE = SectionRole.BODY, SectionRole.EDITORS_NOTE, SectionRole.BOILERPLATE
_AUTHORED = (SectionRole.COMMENTARY, SectionRole.OPINION, SectionRole.ANALYSIS)


@frozen
class _Draft:
    """A section under construction; ``depth`` orders it among those that are open, ``number`` is its heading's."""

    heading: Span | None
    depth: int
    role: SectionRole
    paragraphs: list[Span]
    sections: list[_Draft]
    number: str = ""


@define
class _Outline:
    """The sections found so far, and those that are still open.

    Attributes:
        limits: How deep they may nest.
        outermost: The lowest level of a heading.
        role: Of the part that is being read.
        part: Depth of that part's label; None in the body.
        top: The outermost sections.
        path: The open sections, from the outermost to the innermost.
        resumed: Role and part to which the text goes back after a box that leads to other texts.
        noted: Role and part to which the text goes back after an editor's note under its label.
        is_loose: Whether that label has no stated level, so that a blank line may end the note.
        run_in: The section that a paragraph with its label before it has opened.
        has_spoken: Whether a paragraph stands in the part that is being read.
    """

    limits: Limits
    outermost: int
    role: SectionRole
    part: int | None
    top: list[_Draft]
    path: list[_Draft]
    resumed: tuple[SectionRole, int | None] | None = None
    noted: tuple[SectionRole, int | None] | None = None
    is_loose: bool = False
    run_in: _Draft | None = None
    has_spoken: bool = False

    def open(self, heading: Span | None, depth: int, role: SectionRole, number: str = "") -> _Draft:
        while self.path and self.path[-1].depth >= depth:
            self.path.pop()
        draft = _Draft(heading, depth, role, [], [], number)
        (self.path[-1].sections if self.path else self.top).append(draft)
        self.path.append(draft)
        self.limits.check("depth", len(self.path), "sections")
        return draft

    def head(
        self, block: Block, role: SectionRole | None, *, teases: bool, ends: bool = False, number: str = ""
    ) -> None:
        """Open the section of a heading.

        One with a role is the label of a part, or of a box that ``teases``; one that ``ends`` the part before it is
        the text's own. One without a stated level lies under that whose ``number`` its own goes on.
        """
        depth = self._level(block)
        self.end_run_in()
        if role is None and self.part is not None and (block.level is None or depth - 1 <= self.part):
            self.end_note()
        if role is not None:
            is_note, self.is_loose = role is SectionRole.EDITORS_NOTE, block.level is None
            self.noted = (self.noted or (self.role, self.part)) if is_note else None
            # A box within a box goes back to the text around both.
            self.resumed = (self.resumed or (self.role, self.part)) if teases else None
            self.role, self.part, self.has_spoken = role, depth - 1, False
            self.open(block.content, depth - 1, role)
            return
        if self.part is not None and (depth <= self.part or (ends and block.level is None)):
            while self.path and self.path[-1].depth >= self.part:
                self.path.pop()
            self.role, self.part = SectionRole.BODY, None
        if block.level is None and "." in number:
            above = (draft.depth for draft in self.path if draft.number and number.startswith(f"{draft.number}."))
            depth = max(above, default=depth - 2) + 2
        self.open(block.content, depth, self.role, number)

    def end_note(self) -> None:
        """Go back to the text after an editor's note under its label: it has no headings of its own."""
        if self.noted is not None:
            while self.path and self.part is not None and self.path[-1].depth >= self.part:
                self.path.pop()
            (self.role, self.part), self.noted = self.noted, None

    @property
    def is_authored(self) -> bool:
        """Whether the part that is being read is somebody's commentary, opinion or analysis."""
        return self.part is not None and self.role in _AUTHORED

    def stands_beside(self, block: Block) -> bool:
        """Whether a heading is stated to be of the part's own level, or of a lower one."""
        return block.level is not None and self.part is not None and self._level(block) - 1 <= self.part

    @property
    def opens_with_note(self) -> bool:
        """Whether nothing but an editor's note has been read, label and words."""
        return self.is_loose and self.noted is not None and len(self.top) == 1 and bool(self.top[0].paragraphs)

    @property
    def may_open_run_in(self) -> bool:
        """Whether a paragraph with its label before it can be a part: it stands in the report, or ends a note."""
        return self.role is _BODY or self.noted is not None

    def open_run_in(self, paragraph: Span, role: SectionRole) -> None:
        """Open a section with the paragraph whose label stands before it; the next heading or label ends it."""
        self.end_run_in()
        self.run_in = self.open(None, self._depth(), role)
        self.run_in.paragraphs.append(paragraph)

    def end_run_in(self) -> None:
        """Close the section of a paragraph with its label before it."""
        if self.run_in is not None and self.path and self.path[-1] is self.run_in:
            self.path.pop()
        self.run_in = None

    def _level(self, block: Block) -> int:
        """The depth that a heading's stated level gives it, or the outermost."""
        return 2 * ((block.level or self.outermost) - self.outermost) + 2

    def _depth(self) -> int:
        """How deep a section lies that stands beside the one that is open."""
        return self.path[-1].depth if self.path and self.path[-1].depth > (self.part or 0) else 2

    def resume(self) -> None:
        """Go back to the text after a box; a heading that nothing stands under yet is the text's again."""
        if self.resumed is None:
            return
        heading = None
        if len(self.path) > 1 and not self.path[-1].paragraphs and not self.path[-1].sections:
            heading = self.path[-2].sections.pop().heading
        while self.path and self.part is not None and self.path[-1].depth >= self.part:
            self.path.pop()
        (self.role, self.part), self.resumed = self.resumed, None
        self.open(heading, 2 if self.part is None else self.part + 1, self.role)

    def add(self, paragraph: Span) -> None:
        """Add to the innermost section, or to a new one where that has sections of its own already."""
        if not self.path or self.path[-1].sections:
            depth = self.path[-1].depth + 1 if self.path else 2
            self.open(None, depth, self.role)
        self.path[-1].paragraphs.append(paragraph)
        self.has_spoken = True

    def note(self, paragraph: Span, role: SectionRole) -> None:
        """Add a section of one paragraph beside the one that is open; the part goes on after it."""
        self.open(None, self._depth(), role)
        self.path.pop().paragraphs.append(paragraph)

    def close(self, paragraph: Span) -> None:
        """Add to a section of boilerplate, which ends whatever is open."""
        if self.path or not self.top or self.top[-1].role is not SectionRole.BOILERPLATE or self.top[-1].heading:
            self.open(None, 1, SectionRole.BOILERPLATE)
            self.path.clear()
        self.top[-1].paragraphs.append(paragraph)


def build_sections(
    text: str,
    blocks: Sequence[Block],
    words: LayoutWords,
    limits: Limits,
    role: SectionRole | None = None,
    *,
    headline: Span | None = None,
    kicker: Span | None = None,
    byline: Span | None = None,
) -> tuple[Section, ...]:
    """The sections that the blocks after the front make up. What breaks into the text is in none of them.

    Raises:
        LimitError: If they nest deeper than the limits allow.
    """
    levels = [block.level for block in blocks if block.kind in _HEADING_KINDS and block.level is not None]
    whole = role or _role_of_whole(text, headline, kicker, byline, words)
    outline = _Outline(limits, min(levels, default=1), whole, None, [], [])
    for at, block in enumerate(blocks):
        content = block.content
        match block.kind:
            case _kinds.PARAGRAPH:
                if len(content) >= _PROSE and text.endswith(_STOPS, content.start, content.end):
                    outline.resume()
                role = words.role_of_opening(text[content.start : min(content.end, content.start + _OPENING)])
                is_note = role is _NOTE and outline.role is not role
                if role is not None and (is_note or role is _BOILERPLATE):
                    outline.note(content, role)
                elif outline.may_open_run_in and (part := _role_of_run_in(text, content, words)):
                    outline.end_note()
                    outline.open_run_in(content, part)
                elif outline.run_in is not None and _RUN_IN.match(text, content.start):
                    outline.open_run_in(content, outline.role)
                else:
                    outline.add(content)
            case _kinds.BLANK if outline.opens_with_note:
                outline.end_note()
            case _kinds.HEADING:
                _open_heading(outline, text, blocks, at, words)
            case _kinds.BYLINE if content != byline and _heads(blocks, at):
                if (named := words.role_of_byline(text[content.start : content.end])) is not None:
                    outline.head(block, named, teases=False)
            case _kinds.BOILERPLATE if not words.is_interruption(text[content.start : content.end]):
                outline.close(content)
            case _kinds.LIST_ITEM | _kinds.QUOTATION | _kinds.CAPTION:
                outline.add(content)
            case _kinds.KEY_POINT:
                outline.end_note()
            case _:
                pass
    return tuple(_finish(draft, 1) for draft in outline.top)


def _open_heading(outline: _Outline, text: str, blocks: Sequence[Block], at: int, words: LayoutWords) -> None:
    """Open the section of a heading; one of ordinary words goes on with the commentary in which it stands."""
    block = blocks[at]
    heading = text[block.content.start : block.content.end]
    role = _role_of_heading(heading, words)
    if role is not None and outline.is_authored and words.is_inner_label(heading) and not outline.stands_beside(block):
        role = None
    ends = outline.is_authored and outline.has_spoken and _is_agenda(text, blocks, at, words)
    number = found["number"] if (found := _NUMBER.match(heading)) else ""
    outline.head(block, role, teases=words.is_teaser(heading), ends=ends, number=number)


def _is_agenda(text: str, blocks: Sequence[Block], at: int, words: LayoutWords) -> bool:
    """Whether a heading announces what is to come or gives figures, in a list or with the day or the figure first."""
    content = blocks[at].content
    heading = text[content.start : content.end]
    if not words.is_timeline(heading):
        return words.is_agenda(heading)
    at += 1
    while at < len(blocks) and blocks[at].kind is _kinds.BLANK:
        at += 1
    if at == len(blocks):
        return False
    under = blocks[at].content
    return blocks[at].kind is _kinds.LIST_ITEM or words.opens_with_figure(
        text[under.start : min(under.end, under.start + _OPENING)]
    )


def _role_of_run_in(text: str, content: Span, words: LayoutWords) -> SectionRole | None:
    """The role that a paragraph opens whose label stands before it, as "Commentary: I doubt it" does."""
    if len(content) < _PROSE or not text.endswith(_STOPS, content.start, content.end):
        return None
    return words.role_of_part(text[content.start : min(content.end, content.start + _OPENING)])


def _role_of_heading(heading: str, words: LayoutWords) -> SectionRole | None:
    """The role that a heading opens: of a label alone, or of one before its own words ("Analysis: ...")."""
    role = words.role_of_label(heading)
    if role is None and (opening := words.role_of_opening(heading)) in _AUTHORED:
        return opening
    return role


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Whether text stands under a line, as under "Commentary by Ana Ruiz"; at the foot of a text it only signs it."""
    at += 1
    while at < len(blocks) and blocks[at].kind is _kinds.BLANK:
        at += 1
    return at < len(blocks) and blocks[at].kind is not _kinds.BOILERPLATE


def _role_of_whole(
    text: str, headline: Span | None, kicker: Span | None, byline: Span | None, words: LayoutWords
) -> SectionRole:
    """What the whole text is: a label over its headline tells, "Opinion by Ana Ruiz", or a headline "Opinion: ..."."""
    if kicker is not None and (stated := words.role_of_label(text[kicker.start : kicker.end])) in _AUTHORED:
        return stated
    if byline is not None and (stated := words.role_of_byline(text[byline.start : byline.end])) in _AUTHORED:
        return stated
    if headline is None:
        return SectionRole.BODY
    line = text[headline.start : headline.end]
    role = words.role_of_opening(line)
    return role if role in _AUTHORED and line.lower().startswith(role.value) else SectionRole.BODY


def _finish(draft: _Draft, level: int) -> Section:
    sections = tuple(_finish(inner, level + 1) for inner in draft.sections)
    first = draft.heading or (draft.paragraphs[0] if draft.paragraphs else sections[0].span)
    last = sections[-1].span if sections else draft.paragraphs[-1] if draft.paragraphs else first
    return Section(
        heading=draft.heading,
        level=level,
        role=draft.role,
        span=Span(first.start, last.end),
        paragraphs=tuple(draft.paragraphs),
        sections=sections,
    )
