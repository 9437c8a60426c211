"""Identifiers for articles, actors and results in formats that ask for a URI."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlsplit

from tradebrief.model import Article

__all__ = ["actor_iri", "is_ours", "item_iri", "item_of", "source_iri"]

_SAFE = ":-._~"
_ROOT = "urn:tradebrief:"


def source_iri(article: Article, article_id: str) -> str:
    """The address of an article where one is stated, or else an identifier of its own."""
    url = article.provenance.url
    if url is not None and _is_address(url):
        return url
    return f"{_ROOT}article:{article_id}"


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    is_plain = url.isascii() and url.isprintable() and not set(url) & set(' "<>\\^`{|}')
    return is_plain and parts.scheme in {"http", "https"} and bool(parts.hostname)


def actor_iri(id: str) -> str:
    """The identifier of an actor or a place, the same in all articles."""
    return f"{_ROOT}actor:{quote(id, safe=_SAFE)}"


def item_iri(article_id: str, *parts: str) -> str:
    """The identifier of something in an article."""
    return _ROOT + ":".join([article_id, *(quote(part, safe=_SAFE) for part in parts)])


def is_ours(iri: str) -> bool:
    """Whether tradebrief gave an identifier."""
    return iri.startswith(_ROOT)


def item_of(iri: str, article_id: str) -> str | None:
    """What stands after the article in the identifier of something in it; None where it is of something else."""
    root = f"{_ROOT}{article_id}:"
    return unquote(iri[len(root) :]) if iri.startswith(root) else None
