"""Titles and offices that stand with a person's name: "Treasury Secretary", "the chief negotiator,"."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = [
    "fields_end",
    "is_plural_title",
    "is_portfolio",
    "portfolio_end",
    "row_end",
    "row_start",
    "title_before",
    "title_end",
]

_LONGEST_TITLE = 6
_ADJECTIVES = ("al", "ic", "ign", "ean", "ive", "ary")
_LONGEST_ROW = 14  # Words of an office for several things: "Economy, Trade and Industry Minister".
_REACH = 8  # Words within which the second of several names stands.
_ROW = frozenset({"and", ",", "&"})
_FOR = frozenset({"of", "for"})


def title_end(analysis: Analysis, first: int, end: int) -> int | None:
    """Where a title that starts at a token ends, or None: a listed one, or modifiers before a head noun."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    limit = min(end, first + _LONGEST_TITLE)
    if lowers[first] in sets["titles.honorifics"]:
        stop = first + 1
        while stop < end - 1 and lowers[stop] in sets["titles.honorifics"]:  # "Datuk Seri Anwar"
            stop += 1
        return stop + 1 if stop < end and lowers[stop] == "." else stop
    row = row_end(analysis, first)
    if row is not None and row <= end:
        return row
    known = analysis.index.title_phrases.at(lowers[first:limit], 0)
    listed = first + known[0] if known is not None else None
    at = first
    while at < limit and lowers[at] in sets["titles.modifiers"]:
        at += 1
    if at == limit or lowers[at] not in sets["titles.heads"]:
        return listed or _plural_end(analysis, first, end)
    return max(listed or 0, portfolio_end(analysis, at + 1, end))


def is_plural_title(analysis: Analysis, end: int) -> bool:
    """Whether the title that ends before a token is that of several persons: "Senators", "Messrs."."""
    last = analysis.tokens.lowers[end - 1 - (analysis.tokens.lowers[end - 1] == ".")]
    return last in analysis.index.plural_titles or last in analysis.index.sets["titles.plural_honorifics"]


def _plural_end(analysis: Analysis, first: int, end: int) -> int | None:
    """Where the title of several persons ends before the first one's name: "Senators Ana Ruiz and Per Lund"."""
    lowers, sets, offices = analysis.tokens.lowers, analysis.index.sets, analysis.index.plural_titles
    for at in range(first, min(end - 1, first + _LONGEST_TITLE)):
        head = offices.get(lowers[at])
        if head is not None and lowers[at + 1] in _ROW:
            return None  # "the Forum of Growers and the ...": no name comes next.
        if head is not None:
            whole = " ".join((*lowers[first:at], head))
            modified = all(word in sets["titles.modifiers"] for word in lowers[first:at])
            return at + 1 if modified or whole in analysis.index.titles else None
    return None


def row_end(analysis: Analysis, first: int) -> int | None:
    """Where an office for several things ends that begins at a token: "Economy, Trade and Industry Minister"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    at, joined, highest = first, False, min(len(lowers) - 1, first + _LONGEST_ROW)
    if _ROW.isdisjoint(lowers[at + 1 : at + 3]):  # Most words begin no row.
        return None
    while at < highest and is_portfolio(analysis, at):
        while at < highest and is_portfolio(analysis, at):
            at += 1
        if lowers[at] in sets["titles.heads"]:
            return at + 1 if joined else None
        while at < highest and lowers[at] in _ROW:
            joined = joined or lowers[at] != ","
            at += 1
    return at + 1 if joined and at <= highest and lowers[at] in sets["titles.heads"] else None


def is_portfolio(analysis: Analysis, at: int) -> bool:
    """Whether a word says what an office is for: "State", "Commerce", "Affairs"."""
    sets, lower = analysis.index.sets, analysis.tokens.lowers[at]
    return lower in sets["titles.modifiers"] or lower in sets["titles.portfolios"]


def portfolio_end(analysis: Analysis, head_end: int, end: int) -> int:
    """Where a title ends with what the office is for: "Secretary of State for Trade", "Minister of Trade and Fish"."""
    lowers, reached = analysis.tokens.lowers, head_end
    stopgaps = analysis.index.sets["titles.stopgaps"]  # "praised the minister for acting"
    while reached + 1 < end and lowers[reached] in _FOR:
        at, before = reached + 1 + (lowers[reached + 1] == "the"), reached
        while at < end and is_portfolio(analysis, at) and lowers[at] not in stopgaps:
            if lowers[at].endswith(_ADJECTIVES):  # "President of the International Union" is of no international.
                at += 1
                continue
            reached = at + 1
            at = reached + (reached + 1 < end and lowers[reached] in _ROW)
        if reached == before:
            break
    return reached


def fields_end(analysis: Analysis, first: int, end: int) -> int:
    """Where a ministry's name that ends before a token ends with further fields: "Ministry of Trade" and "Industry"."""
    lowers, written = analysis.tokens.lowers, analysis.tokens.words
    if "of" not in lowers[first:end]:
        return end
    at = end
    while at + 1 < min(len(lowers), end + _LONGEST_ROW) and at not in analysis.walls:
        field = at + (lowers[at] in _ROW)
        if not (written[field][0].isupper() and is_portfolio(analysis, field)) or (field == at and at == end):
            break
        at = field + 1
    return at


def title_before(analysis: Analysis, first: int) -> tuple[int, int] | None:
    """A title in lower case right before a name, or before the comma that sets the name off."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if not first or lowers[first - 1] not in sets["titles.before_names"]:  # As before most names.
        return None
    tags, words, stop = analysis.tags, analysis.tokens.words, first
    if lowers[stop - 1] == "," and first + 1 < len(words):
        opener = stop - 1
        while opener > 0 and opener > stop - 10 and tags[opener - 1] in "NEPDhdA":
            opener -= 1
            if lowers[opener] in sets["titles.heads"]:
                if opener + 1 < stop - 1 and tags[opener + 1] == "E":
                    break  # "former president Per Lund, Ruiz's mentor": a title with a name of its own
                # "its chief executive, Anne Moe": from the head back over its modifiers to the comma.
                return _title_start(analysis, opener), stop - 1
        stop -= 1
        if not stop or lowers[stop - 1] not in sets["titles.heads"]:
            return None
    plural = stop > 0 and lowers[stop - 1] in analysis.index.plural_titles and "and" in lowers[first : first + _REACH]
    if not stop or not (plural or lowers[stop - 1] in sets["titles.heads"]) or words[stop - 1][0].isupper():
        return None
    return _title_start(analysis, stop - 1), stop


def _title_start(analysis: Analysis, head: int) -> int:
    """Where the title with a head noun begins: after the determiner, possessive or country."""
    tags, at = analysis.tags, head
    while (
        at > 0
        and (tags[at - 1] in "Nhd" or (tags[at - 1] == "g" and is_portfolio(analysis, at - 1)))  # "acting minister"
        and head - at < _LONGEST_TITLE
        and analysis.index.names.at(analysis.tokens.words, at - 1) is None
        and (analysis.tokens.words[at - 1][0].islower() or is_portfolio(analysis, at - 1))
    ):
        at -= 1
    opener = row_start(analysis, at, head)
    return opener if opener < at and row_end(analysis, opener) == head + 1 else at


def row_start(analysis: Analysis, at: int, head: int) -> int:
    """Where a row of things begins that goes on at a token and that an office is for."""
    lowers, opener = analysis.tokens.lowers, at
    while opener > 1 and head - opener < _LONGEST_ROW and lowers[opener - 1] in _ROW:  # "trade and industry minister"
        if not is_portfolio(analysis, opener - 2):
            break
        opener -= 2
    return opener if opener < at and row_end(analysis, opener) == head + 1 else at
