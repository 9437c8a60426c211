"""The verb of a clause, past what stands between it and its subject: "mills that bought abroad | should pay"."""

from __future__ import annotations

import re

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["main_verb", "verb_past_relative"]

_TO_VERB = re.compile("[^vMBVOWHU;:]*+[vMBVO]")  # Over tags: no mark and no other clause before the verb.
_SUBJECT_REACH = 20
_ASIDE = 7
_CONCESSIVE = frozenset({"however", "though", "although", "while", "if", "even"})
_PRONOUN_REACH = 10  # Tokens to the relative pronoun.
_RELATIVE_REACH = 20  # Tokens of the relative clause.
_FINITE = "vMBVO"  # Tags.
_PAST_OR_FINITE = "vMBVOd"  # "who cheated"
_GROUP = "BVOXAdgiv"  # "who had been told", "who do not pay"
_CLOSING = "UWH;:(-"  # Tags.
_PRONOUNS = frozenset({"that", "who", "which", "whose", "whom"})
_JOINED = frozenset("CTX,")  # A verb after one of these is no new one.


def main_verb(analysis: Analysis, first: int, end: int) -> int | None:
    """The first token of the verb group of a clause that begins with its subject."""
    opening = _TO_VERB.match(analysis.tagged, first, min(end, first + _SUBJECT_REACH))
    if opening is not None and "whose" in analysis.tokens.lowers[first : opening.end()]:
        return verb_past_relative(analysis, first, end)
    comma = analysis.tagged.find(",", first + 1, opening.end()) if opening is not None else -1
    if opening is not None and not (comma > 0 and analysis.tokens.lowers[comma + 1] in _CONCESSIVE):
        return opening.end() - 1
    return _past_aside(analysis, first, end) or verb_past_relative(analysis, first, end)


def verb_past_relative(analysis: Analysis, first: int, end: int) -> int | None:
    """The main verb of a clause, where a relative clause stands between it and its subject; None without one."""
    last = min(end, first + _PRONOUN_REACH)
    lowers, tags = analysis.tokens.lowers, analysis.tags
    stops = (at for at in range(first + 1, last) if tags[at] in _FINITE or tags[at] in "WH" or lowers[at] == "whose")
    pronoun = next(stops, last)
    if pronoun + 2 >= end or lowers[pronoun] not in _PRONOUNS:
        return None
    stop = min(end - 1, pronoun + _RELATIVE_REACH)
    if tags[pronoun - 1] == ",":
        return _past_comma(analysis, pronoun + 1, stop)
    if tags[pronoun - 1] not in "NER" or "," in analysis.tagged[first:pronoun]:
        return None
    inner = next((at for at in range(pronoun + 1, stop) if tags[at] in _PAST_OR_FINITE), None)
    if inner is None:
        return None
    while tags[inner] in "MBVOXA" and inner + 1 < stop and tags[inner + 1] in _GROUP:
        inner += 1
    for at in range(inner + 1, stop):
        if tags[at] in _CLOSING or tags[at] == ",":
            return None
        if tags[at] in _FINITE and tags[at - 1] not in _JOINED:
            return at
    return None


def _past_comma(analysis: Analysis, first: int, stop: int) -> int | None:
    """The finite verb after the comma that closes a relative clause: "growers, who had hoped for it, | are"."""
    tags = analysis.tags
    for at in range(first, stop):
        if tags[at] in _CLOSING:
            return None
        if tags[at] == "," and tags[at + 1] in _FINITE:
            return at + 1
    return None


def _past_aside(analysis: Analysis, first: int, end: int) -> int | None:
    """The verb of a clause after an aside: "the levy, for its part, | was unfair"."""
    tags, last = analysis.tags, min(end - 1, first + _SUBJECT_REACH)
    opening = next((at for at in range(first + 1, last) if tags[at] == ","), last)
    aside = opening < last and (tags[opening + 1] == "P" or analysis.tokens.lowers[opening + 1] in _CONCESSIVE)
    if not aside or not {"v", "M", "B", "V"}.isdisjoint(tags[first:opening]):
        return None
    closing = next((at for at in range(opening + 2, min(last, opening + _ASIDE)) if tags[at] == ","), last)
    return closing + 1 if closing < last and tags[closing + 1] in "vMBVO" else None
