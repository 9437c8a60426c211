"""Names for articles, where a format needs a key or the name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from tradebrief.model import Article, Brief
from tradebrief.model.ids import unique

__all__ = ["article_ids"]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_DIGITS = 16


def article_ids(values: Iterable[Brief | Article]) -> tuple[str, ...]:
    """One id for each of the values: 16 hexadecimal digits, the first of the SHA-256 of the article's raw input.

    They are plain enough for the name of a file. Where an input holds several articles, ``-e`` and the number of the
    entry follow; the same article more than once gets ``-2``, ``-3``, and so on.
    """
    taken: dict[str, int] = {}
    articles = (value.article if isinstance(value, Brief) else value for value in values)
    return tuple(unique(_digits(article), taken) for article in articles)


def _digits(article: Article) -> str:
    stated = article.provenance.sha256
    if not _SHA256.fullmatch(stated):  # The model does not ask for it.
        stated = sha256(f"{stated}\n{article.text}".encode("utf-8", "surrogatepass")).hexdigest()
    entry = article.provenance.entry
    return stated[:_DIGITS] if entry is None else f"{stated[:_DIGITS]}-e{entry}"
