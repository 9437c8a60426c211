"""Papers that somebody only gets, reads or turns down: "blocked a statement condemning Lima" condemns nobody."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["is_others_paper"]

_MODIFIERS = 6
_AGAINST = "against"


def is_others_paper(analysis: Analysis, noun: int, floor: int) -> bool:
    """Whether the verb before a noun for a paper says that its subject did not write it.

    Args:
        analysis: The article's.
        noun: A token of the noun phrase.
        floor: Where the sentence begins.
    """
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, noun - 1
    while at > floor and noun - at <= _MODIFIERS and tags[at] in "DNEKAdh":
        at -= 1
    at -= (
        at > floor and tags[at - 1] in "vdgi" and lowers[at] in analysis.index.sets["grammar.particles"]
    )  # "tore up a letter"
    return at >= floor and (lowers[at] == _AGAINST or lowers[at] in analysis.index.sets["grammar.others_papers"])
