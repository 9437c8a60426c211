"""An article's structure as lines that a person can read, in the form of ``tests/cases/structure``."""

import re
from collections.abc import Iterator
from pathlib import Path

import tradebrief as tb

__all__ = ["describe", "expected"]

_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")


def describe(article: tb.Article) -> list[str]:
    """One fact a line: headline, byline, dateline, key points, sections."""
    return list(_facts(article))


def expected(path: Path) -> list[str]:
    """The facts that a case file states."""
    return path.read_text(encoding="utf-8").splitlines()


def _facts(article: tb.Article) -> Iterator[str]:
    named = {"headline": article.headline, "byline": article.byline, "dateline": article.dateline}
    for name, span in named.items():
        if span is not None:
            yield f"{name}: {_joined(article, span)}"
    for point in article.key_points:
        yield f"key point: {_joined(article, point)}"
    for section in article.walk():
        heading = f" {_joined(article, section.heading)}" if section.heading else ""
        yield f"section {section.level} {section.role.value} {len(section.paragraphs)}:{heading}"


def _joined(article: tb.Article, span: tb.Span) -> str:
    """The words of a span on one line."""
    return _BREAK.sub(" ", article[span])
