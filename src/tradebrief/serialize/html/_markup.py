"""Markup that is built, never pasted: whatever comes from a text is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tradebrief.serialize.terminal import visible

__all__ = ["NOTHING", "Markup", "element", "join", "opening", "words"]

_INLINE = frozenset({"a", "b", "bdi", "code", "i", "mark", "q", "small", "span"})  # A line ends after all others.
_VOID = frozenset({"br", "hr", "link", "meta"})


class Markup(str):
    """A string that is markup already. Only this module makes one out of a string that may hold anything."""

    __slots__ = ()


NOTHING = Markup()


def words(text: str) -> Markup:
    """A text as markup that shows it: escaped, and with an escape for what would show nothing or turn it around.

    Line ends become line feeds, so that a browser shows what a carriage return would hide.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Markup(escape(visible(text), quote=False))


def join(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup as one."""
    return Markup("".join(parts))


def element(name: str, /, *children: Markup, **attributes: str | bool | None) -> Markup:
    """An element with its children.

    Args:
        name: Name of the element.
        children: What stands in it; a void element has none.
        attributes: Their values, which are escaped; underscores stand for hyphens, and one at the end is left
            out. None and False leave the attribute out, True gives it without a value.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{written}>\n")
    end = "" if name in _INLINE else "\n"
    return Markup(f"<{name}{written}>{''.join(children)}</{name}>{end}")


def opening(name: str, /, **attributes: str | bool | None) -> Markup:
    """The opening tag of an element alone, for elements whose end is found later."""
    return Markup(f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>")


def _attribute(key: str, value: str | bool | None) -> str:  # noqa: FBT001 - a value of an attribute, not a switch.
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(visible(value))}"'
