"""A sentence and the block it stands in."""

from __future__ import annotations

from attrs import frozen

from tradebrief.text import Span

__all__ = ["Sentence"]


@frozen
class Sentence:
    """One sentence of an article.

    Attributes:
        span: Its words, from the first to the final mark, without white space around them.
        block: Index of its block in ``article.blocks``.
    """

    span: Span
    block: int
