"""How a notebook shows a value: by a view that stands outside the model and is found when it is first asked for."""

from __future__ import annotations

from functools import cache
from pkgutil import resolve_name
from typing import Protocol

__all__ = ["HTML_VIEW", "as_html"]

HTML_VIEW = "tradebrief.serialize.html:fragment"
"""Where the view is, as an entry point would name it: the model knows its name, and nothing of what it does."""


class _View(Protocol):
    def __call__(self, value: object, /) -> str: ...


def as_html(value: object) -> str:
    """A value as a part of a page, with styles and ids of its own."""
    return str(_html_view()(value))


@cache
def _html_view() -> _View:
    view: _View = resolve_name(HTML_VIEW)
    return view
