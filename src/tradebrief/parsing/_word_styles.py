"""What the styles of a Word document say that a paragraph is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from attrs import evolve, frozen

from tradebrief.model import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["Look", "W", "is_on", "read_styles", "value_of"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = regex.compile(r"heading (?P<level>[1-9])")
_CONTENTS = regex.compile(r"toc (?:[1-9]|heading)|table of figures|table of authorities")
_LEVELS = 9  # Of an outline; the tenth is that of text.
_KINDS = {
    "title": BlockKind.HEADLINE,
    "quote": BlockKind.QUOTATION,
    "intense quote": BlockKind.QUOTATION,
    "block text": BlockKind.QUOTATION,
    "caption": BlockKind.CAPTION,
    "footnote text": BlockKind.FOOTNOTE,
    "endnote text": BlockKind.FOOTNOTE,
}
_LISTS = ("list bullet", "list number")
_OFF = frozenset({"0", "false", "off", "none"})


@frozen(kw_only=True)
class Look:
    """What a paragraph is by its style and its own properties.

    Attributes:
        kind: What it is; a headline where its style is that of the title.
        level: Its level in the outline, from 1.
        is_bold: Whether its characters are set in heavy type unless they say otherwise.
        is_hidden: Likewise hidden.
        is_contents: Whether it is a line of a table of contents.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    is_bold: bool = False
    is_hidden: bool = False
    is_contents: bool = False

    def with_properties(self, properties: _Element | None) -> Look:
        """The same, as far as a paragraph's own properties do not say otherwise."""
        if properties is None:
            return self
        look = self
        outline = properties.find(f"{W}outlineLvl")
        if outline is not None and (stated := value_of(outline) or "").isascii() and stated.isdigit():
            level = int(stated[:2]) + 1
            look = evolve(look, level=level if level <= _LEVELS else None)
            if look.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
                look = evolve(look, kind=BlockKind.HEADING if look.level else BlockKind.PARAGRAPH)
        number = properties.find(f"{W}numPr/{W}numId")
        if number is not None and look.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            look = evolve(look, kind=BlockKind.PARAGRAPH if value_of(number) == "0" else BlockKind.LIST_ITEM)
        return look


def value_of(element: _Element | None) -> str | None:
    """The value that an element states."""
    return None if element is None else element.get(f"{W}val")


def is_on(properties: _Element | None, name: str, *, default: bool) -> bool:
    """Whether a property of characters is switched on."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return default if found is None else (value_of(found) or "1") not in _OFF


def read_styles(root: _Element | None) -> tuple[dict[str | None, Look], str | None]:
    """What each style says, by its id, that of paragraphs without one under None; and the language of the text."""
    looks: dict[str | None, Look] = {None: Look()}
    if root is None:
        return looks, None
    styles = {style.get(f"{W}styleId"): style for style in root.iterchildren(f"{W}style")}
    for name in styles:
        chain: list[str | None] = []  # From a style to the outermost that it is based on.
        at: str | None = name
        while at is not None and at in styles and at not in looks and at not in chain:
            chain.append(at)
            at = value_of(styles[at].find(f"{W}basedOn"))
        for inner in reversed(chain):
            base = looks.get(value_of(styles[inner].find(f"{W}basedOn")), Look())
            looks[inner] = _look(styles[inner], base)
    for name, style in styles.items():
        if style.get(f"{W}type") == "paragraph" and (style.get(f"{W}default") or "0") not in _OFF:
            looks[None] = looks[name]
    language = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return looks, value_of(language)


def _look(style: _Element, base: Look) -> Look:
    name = (value_of(style.find(f"{W}name")) or "").lower()
    characters = style.find(f"{W}rPr")
    look = evolve(
        base,
        is_bold=is_on(characters, "b", default=base.is_bold),
        is_hidden=is_on(characters, "vanish", default=base.is_hidden),
        is_contents=base.is_contents or _CONTENTS.fullmatch(name) is not None,
    )
    look = look.with_properties(style.find(f"{W}pPr"))
    if heading := _HEADING.fullmatch(name):
        return evolve(look, kind=BlockKind.HEADING, level=int(heading["level"]))
    if name in _KINDS:
        return evolve(look, kind=_KINDS[name], level=None)
    if name.startswith(_LISTS):
        return evolve(look, kind=BlockKind.LIST_ITEM)
    return look
