"""Titles and offices that stand with a person's name: "Treasury Secretary", "the chief negotiator,"."""

from __future__ import annotations

from tradebrief.extraction.analysis import Analysis

__all__ = ["is_portfolio", "title_before", "title_end"]

_LONGEST_TITLE = 6
_FOR = frozenset({"of", "for"})


def title_end(analysis: Analysis, first: int, end: int) -> int | None:
    """Where a title that starts at a token ends, or None: a listed one, or modifiers before a head noun."""
    lowers, sets, titles = analysis.tokens.lowers, analysis.index.sets, analysis.index.titles
    limit = min(end, first + _LONGEST_TITLE)
    if lowers[first] in sets["titles.honorifics"]:
        stop = first + 1
        return stop + 1 if stop < end and lowers[stop] == "." else stop
    listed = next(
        (stop for stop in range(limit, first, -1) if " ".join(lowers[first:stop]).replace(" - ", "-") in titles), None
    )
    at = first
    while at < limit and lowers[at] in sets["titles.modifiers"]:
        at += 1
    if at == limit or lowers[at] not in sets["titles.heads"]:
        return listed
    return max(listed or 0, _portfolio_end(analysis, at + 1, end))


def is_portfolio(analysis: Analysis, at: int) -> bool:
    """Whether a word says what an office is for: "State", "Commerce", "Affairs"."""
    sets, lower = analysis.index.sets, analysis.tokens.lowers[at]
    return lower in sets["titles.modifiers"] or lower in sets["titles.portfolios"]


def _portfolio_end(analysis: Analysis, head_end: int, end: int) -> int:
    """Where a title ends with what the office is for: "Secretary of State for Trade", "Minister of Trade and Fish"."""
    lowers, reached = analysis.tokens.lowers, head_end
    while reached + 1 < end and lowers[reached] in _FOR:
        at = reached + 1 + (lowers[reached + 1] == "the")
        if at >= end or not is_portfolio(analysis, at):
            break
        while at < end and is_portfolio(analysis, at):
            reached = at + 1
            at = reached + (reached + 1 < end and lowers[reached] in {"and", ",", "&"})
    return reached


def title_before(analysis: Analysis, first: int) -> tuple[int, int] | None:
    """A title in lower case right before a name, or before the comma that sets the name off."""
    lowers, sets, tags, words = analysis.tokens.lowers, analysis.index.sets, analysis.tags, analysis.tokens.words
    stop = first
    if stop and lowers[stop - 1] == "," and first + 1 < len(words):
        opener = stop - 1
        while opener > 0 and opener > stop - 10 and tags[opener - 1] in "NEPDhdA":
            opener -= 1
            if lowers[opener] in sets["titles.heads"]:
                # "its chief executive, Anne Moe": from the head back over its modifiers to the comma.
                return _title_start(analysis, opener), stop - 1
        stop -= 1
        if not stop or lowers[stop - 1] not in sets["titles.heads"]:
            return None
    if not stop or lowers[stop - 1] not in sets["titles.heads"] or words[stop - 1][0].isupper():
        return None
    return _title_start(analysis, stop - 1), stop


def _title_start(analysis: Analysis, head: int) -> int:
    """Where the title with a head noun begins: after the determiner, possessive or country."""
    tags, at = analysis.tags, head
    while (
        at > 0
        and tags[at - 1] in "Nhd"
        and head - at < _LONGEST_TITLE
        and analysis.index.names.at(analysis.tokens.words, at - 1) is None
    ):
        at -= 1
    return at
