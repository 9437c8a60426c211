"""Where the author of an article speaks."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.model import Article, Section

__all__ = ["authored_sections"]


def authored_sections(article: Article) -> Iterator[Section]:
    """The outermost sections in which the author speaks, in the order of the text."""
    waiting = list(reversed(article.sections))
    while waiting:
        section = waiting.pop()
        if section.role.is_authored:
            yield section
        else:
            waiting.extend(reversed(section.sections))
