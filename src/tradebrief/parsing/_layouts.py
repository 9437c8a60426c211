"""Layouts put together and rearranged, with all that points into their text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from attrs import evolve

from tradebrief.formats import Layout, Metadata
from tradebrief.model import Block, BlockKind, Diagnostic, Link
from tradebrief.text import Span

__all__ = ["arranged", "joined"]


def joined(layouts: Sequence[Layout]) -> Layout:
    """Layouts one under the other, with an empty line between them; the metadata is that of the first."""
    if len(layouts) == 1:
        return layouts[0]
    text: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    notes: list[Diagnostic] = []
    at = 0
    for layout in layouts:
        if at and layout.blocks:
            text.append("\n\n")
            blocks.append(Block(kind=BlockKind.BLANK, span=Span(at, at + 2), content=Span(at, at)))
            at += 2
        text.append(layout.text)
        blocks += (
            evolve(block, span=block.span.shifted(at), content=block.content.shifted(at)) for block in layout.blocks
        )
        links += (evolve(link, span=link.span.shifted(at)) for link in layout.links)
        notes += (evolve(note, span=note.span and note.span.shifted(at)) for note in layout.diagnostics)
        at += len(layout.text)
    return Layout(
        text="".join(text),
        blocks=tuple(blocks),
        metadata=layouts[0].metadata if layouts else Metadata(),
        links=tuple(links),
        diagnostics=tuple(notes),
        is_apart=any(layout.is_apart for layout in layouts),
    )


def arranged(layout: Layout, blocks: Iterable[tuple[int, BlockKind]]) -> Layout:
    """A layout with its blocks in another order and of other kinds: each is given by its index and new kind.

    What points to a block that is left out is left out; what points to several of them keeps no place.
    """
    text: list[str] = []
    made: list[Block] = []
    by: dict[int, int] = {}  # How far each block has moved.
    at = 0
    for index, kind in blocks:
        block = layout.blocks[index]
        by[index] = at - block.span.start
        text.append(layout.text[block.span.start : block.span.end])
        level = block.level if kind is block.kind else None
        content = block.content.shifted(by[index])
        made.append(Block(kind=kind, span=block.span.shifted(by[index]), content=content, level=level))
        at += len(block.span)
    starts = [block.span.start for block in layout.blocks]

    def moved(span: Span) -> Span | None:
        index = bisect_right(starts, span.start) - 1
        return span.shifted(by[index]) if index in by and span in layout.blocks[index].span else None

    links = sorted(
        (evolve(link, span=place) for link in layout.links if (place := moved(link.span))), key=lambda link: link.span
    )
    notes = (evolve(note, span=note.span and moved(note.span)) for note in layout.diagnostics)
    return evolve(layout, text="".join(text), blocks=tuple(made), links=tuple(links), diagnostics=tuple(notes))
