"""Bodies of news items in XML as HTML: XHTML without its namespace, NITF by what its elements stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["NitfHead", "as_html", "child", "children", "name_of", "nitf_as_html", "read_nitf_head", "words_of"]

# What elements of NITF are in HTML. Those that are not named are running text: names, places, sums, dates.
_TAGS = {
    "block": "div",
    "body.content": "div",
    "body.end": "div",
    "hl1": "h2",
    "hl2": "h3",
    "bq": "blockquote",
    "credit": "cite",
    "media": "figure",
    "media-caption": "figcaption",
    "note": "div",
    "tagline": "p",
    "em": "em",
    **{
        name: name
        for name in ("p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "tr", "td", "th", "br", "a")
    },
    **{name: name for name in ("thead", "tbody", "tfoot", "pre", "q", "sub", "sup")},
}
_LEFT_OUT = frozenset(
    {"media-reference", "media-metadata", "media-object", "media-producer", "datasource", "bibliography"}
)
_KEPT = frozenset({"href", "colspan", "rowspan"})


@frozen(kw_only=True)
class NitfHead:
    """What stands over the text of a NITF body.

    Attributes:
        headline: Its headline.
        lines: The lines under it that sum the text up.
        byline: Who wrote it.
        dateline: Place and date.
    """

    headline: str | None = None
    lines: tuple[str, ...] = ()
    byline: str | None = None
    dateline: str | None = None


def name_of(element: _Element) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    tag: Any = element.tag  # A function, where it is a comment.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: _Element | None, name: str, *rest: str) -> Iterator[_Element]:
    """The elements of some names right within another, or at the end of a path of names, in their order."""
    if element is None:
        return
    for inner in element:
        if name_of(inner) == name:
            if rest:
                yield from children(inner, *rest)
            else:
                yield inner


def child(element: _Element | None, name: str, *rest: str) -> _Element | None:
    """The first of them."""
    return next(children(element, name, *rest), None)


def words_of(element: _Element | None) -> str | None:
    """The words in an element on one line; None where there are none."""
    if element is None:
        return None
    return " ".join("".join(map(str, element.itertext())).split()) or None


def as_html(root: _Element) -> str:
    """An element of XHTML, whatever its namespace is called, as HTML."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    made = _copy(root, lambda name: name or None)
    return etree.tostring(made, encoding="unicode", method="html", with_tail=False)


def nitf_as_html(root: _Element) -> str:
    """The text of a NITF document as HTML."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    body = child(root, "body") if name_of(root) == "nitf" else root
    parts = [part for name in ("body.content", "body.end") for part in children(body, name)] or [root]
    made = (_copy(part, lambda name: None if name in _LEFT_OUT else _TAGS.get(name, "span")) for part in parts)
    return "".join(etree.tostring(part, encoding="unicode", method="html", with_tail=False) for part in made)


def _copy(root: _Element, rename: Callable[[str], str | None]) -> _Element:
    """A copy of an element with others names for all in it; what gets none is left out, but not the text after it."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    made = etree.Element(rename(name_of(root)) or "div")
    made.text = root.text
    waiting = [(root, made)]
    while waiting:
        old, new = waiting.pop()
        for inner in old:
            tag = rename(name_of(inner)) if name_of(inner) else None
            if tag is None:
                _add_text(new, inner.tail)
                continue
            copied = etree.SubElement(new, tag)
            for key, value in inner.attrib.items():
                if str(key) in _KEPT:
                    copied.set(key, value)
            copied.text, copied.tail = inner.text, inner.tail
            waiting.append((inner, copied))
    return made


def _add_text(element: _Element, text: str | None) -> None:
    """Add text at the end of an element."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def read_nitf_head(root: _Element) -> NitfHead:
    """What stands over the text of a NITF document."""
    head = child(root, "body", "body.head")
    lines = [*children(head, "hedline", "hl2")]
    byline = child(head, "byline")
    person = child(byline, "person")
    return NitfHead(
        headline=words_of(child(head, "hedline", "hl1")),
        lines=tuple(words for line in lines if (words := words_of(line))),
        byline=words_of(person if person is not None else byline),
        dateline=words_of(child(head, "dateline")),
    )
