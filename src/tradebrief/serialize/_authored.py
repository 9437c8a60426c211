"""Who the author of an article is, and where the author speaks."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tradebrief.model import Article, Section

__all__ = ["author_of", "authored_sections"]

_BY = regex.compile(r"(?i:by)\s++(?=\S)")


def author_of(article: Article) -> str:
    """The author as the input states it, or as the byline does, without "By"; empty where nothing does."""
    if article.provenance.author:
        return article.provenance.author
    byline = " ".join(article[article.byline].split()) if article.byline else ""
    return byline[found.end() :] if (found := _BY.match(byline)) else byline


def authored_sections(article: Article) -> Iterator[Section]:
    """The outermost sections in which the author speaks, in the order of the text."""
    waiting = list(reversed(article.sections))
    while waiting:
        section = waiting.pop()
        if section.role.is_authored:
            yield section
        else:
            waiting.extend(reversed(section.sections))
