"""Briefs from inputs, one or many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from tradebrief.extraction import extract
from tradebrief.formats import Limits
from tradebrief.lexicon import Lexicon
from tradebrief.model import Brief
from tradebrief.parsing import Input, parse

__all__ = ["read", "read_many"]


def read(
    source: Input,
    *,
    format: str | None = None,
    name: str | None = None,
    encoding: str | None = None,
    published: dt.date | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon | None = None,
) -> Brief:
    """Parse and extract at once; arguments and errors are those of ``parse``."""
    article = parse(
        source, format=format, name=name, encoding=encoding, published=published, limits=limits, lexicon=lexicon
    )
    return extract(article, lexicon=lexicon)


def read_many(
    sources: Iterable[Input],
    *,
    format: str | None = None,
    encoding: str | None = None,
    limits: Limits | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[Brief]:
    """The briefs of many inputs, one at a time and in their order; each is read when it is asked for.

    Raises:
        TradebriefError: At an input that can't be read; go through them with ``read`` to carry on after one.
    """
    for source in sources:
        yield read(source, format=format, encoding=encoding, limits=limits, lexicon=lexicon)
