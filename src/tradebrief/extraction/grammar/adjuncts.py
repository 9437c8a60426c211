"""What may stand between a cue and its complement: adverbs, times, places and those addressed."""

from __future__ import annotations

import re

from tradebrief.extraction.grammar.clauses import main_clause_follows
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["opens_adjunct", "past_insertion", "past_score", "place_end", "skip_adjuncts", "time_end", "time_start"]

_MOST = 4
_REACH = 14
_SHORT = 8
_LONGEST_INSERTION = 7
_WHERE = frozenset({"in", "at", "with"})
_LONGEST_PLACE = 4
_VOTE = "vote"
_SCORE = re.compile("P?KN?[Th]KN?")  # Over tags.
_ABOUT = frozenset({"on", "of"})
_ON_CONDITION = frozenset({"of", "that"})
_TIME_BEFORE_THAT = frozenset({"before", "earlier", "elsewhere"})
_ADVERBIAL = frozenset({"early", "late"})  # Of those near a time.
_TIME_PREPOSITIONS = frozenset({"on", "in", "at", "during", "since", "by", "before", "after", "until"})
_NEAR_TIME = frozenset(
    {"last", "next", "this", "early", "late", "earlier", "later", "previous", "past", "the", "that", "same"}
)


def skip_adjuncts(analysis: Analysis, at: int, ceiling: int, before: str = "Hq:") -> int:
    """The token after adverbs and phrases that stand before a complement: "on Friday", "in a letter to the port".

    Args:
        analysis: The article's analysis.
        at: The token after the cue.
        ceiling: Where the sentence ends.
        before: Tags of what opens the complement. A phrase that names no time and no way of speaking ("in a letter")
            is passed over only right before one.
    """
    for _ in range(_MOST):
        if not opens_adjunct(analysis, at, ceiling):
            break
        while at < ceiling and (analysis.tags[at] == "A" or _is_adverbial(analysis, at)):
            at += 1
        end = time_end(analysis, at, ceiling) or _prepositional_end(analysis, at, ceiling, before)
        if end is None:
            break
        at = end
    return at


def past_insertion(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after an adverbial between commas ("insists, all the same, that"); the same token if none is there."""
    if at + 2 >= ceiling or analysis.tags[at] != ",":
        return at
    closing = analysis.tagged.find(",", at + 2, min(ceiling, at + _LONGEST_INSERTION))
    if closing < 0:
        return at
    adverbs = all(tag == "A" for tag in analysis.tags[at + 1 : closing])
    listed = " ".join(analysis.tokens.lowers[at + 1 : closing]) in analysis.index.sets["grammar.insertions"]
    return closing + 1 if adverbs or listed else at


def place_end(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after a name that says where or with whom: "agreed in Lima to", "agreed with Oslo on Monday to"."""
    tags = analysis.tags
    if at + 2 >= ceiling or analysis.tokens.lowers[at] not in _WHERE:
        return at
    after = at + 1
    while after < ceiling and after < at + _LONGEST_PLACE and tags[after] == "E":
        after += 1
    return after if after > at + 1 else at


def past_score(analysis: Analysis, verb: str, at: int, ceiling: int) -> int:
    """The token after how a vote went: "voted 4 to 1 that", "voted by 60 votes to 40 to"; else the same token."""
    if verb != _VOTE or at >= ceiling or analysis.tags[at] not in "PK":
        return at
    score = _SCORE.match(analysis.tagged, at, ceiling)
    return at if score is None else score.end()


def opens_adjunct(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether an adverb, a time or a phrase may begin at a token, by the token and the one after it."""
    if at + 1 >= ceiling:
        return at < ceiling and _begins_adjunct(analysis, at, ceiling)
    found = analysis.adjuncts.get(at)
    if found is None:
        found = analysis.adjuncts[at] = _begins_adjunct(analysis, at, ceiling)
    return found


def _begins_adjunct(analysis: Analysis, at: int, ceiling: int) -> bool:
    word = analysis.tokens.lowers[at]
    if analysis.tags[at] in "AK" or word in analysis.index.sets["adjuncts.openers"] or word in _TIME_BEFORE_THAT:
        return True
    if word not in _NEAR_TIME:
        return False
    if at + 1 >= ceiling or word in _ADVERBIAL:
        return word in _ADVERBIAL
    following = analysis.tokens.lowers[at + 1]
    if following in _NEAR_TIME or following in analysis.index.sets["adjuncts.times"]:
        return True
    return analysis.tags[at + 1] in "KA"


def _is_adverbial(analysis: Analysis, at: int) -> bool:
    """Whether a word qualifies the time after it ("late on Friday"), or is a time by itself ("argued before that")."""
    word, following = analysis.tokens.lowers[at], analysis.tags[at + 1 : at + 2]
    return (word in _ADVERBIAL and following == ["P"]) or (word in _TIME_BEFORE_THAT and following == ["H"])


def time_end(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """The token after a time without a preposition: "Friday", "last week", "late Tuesday night", "two days later"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    if at >= ceiling or not (tags[at] in "KA" or lowers[at] in sets["adjuncts.times"] or lowers[at] in _NEAR_TIME):
        return None
    times, periods = sets["grammar.time"], sets["grammar.periods"]
    end: int | None = None
    for probe in range(at, min(ceiling, at + 5)):
        word = lowers[probe]
        if word in periods or (word in times and tags[probe] in "NE"):
            end = probe + 1
        elif tags[probe] not in "KA" and (end is not None or word not in _NEAR_TIME):
            break
    if end is not None and end < ceiling and tags[end] in "NGv":
        return None  # "this week's debate", "a two-day strike"
    return end


def time_start(analysis: Analysis, first: int, end: int) -> int | None:
    """Where a time ends a stretch of tokens begins, with its preposition: "on Friday", "last week"; None if none."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    named = sets["adjuncts.times"]
    if end <= first or not (lowers[end - 1] in named or tags[end - 1] == "K"):
        return None
    times = sets["grammar.time"]
    at, timed = end - 1, False
    while at >= first and (lowers[at] in named or lowers[at] in _NEAR_TIME or tags[at] == "K"):
        timed = timed or lowers[at] in times
        at -= 1
    if not timed:
        return None
    if at >= first and lowers[at] in _TIME_PREPOSITIONS:
        at -= 1
    return at + (1 if at < first or lowers[at] not in _ADVERBIAL else 0)


def _prepositional_end(analysis: Analysis, at: int, ceiling: int, before: str) -> int | None:
    """Where a prepositional phrase ends that names a time or a way of speaking, or stands right before a complement."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if at + 1 >= ceiling or lowers[at] not in sets["grammar.adjunct_prepositions"]:
        return None
    timed = time_end(analysis, at + 1, ceiling)
    if timed is not None:
        return timed
    if not before and _is_day(analysis, at) and main_clause_follows(analysis, at + 2, ceiling):
        return at + 2  # "said on Friday exports had risen"
    if tags[at] == "P" and lowers[at + 1] in sets["grammar.adverbial"]:
        return at + 2  # "in principle"
    simple, limit = at + 1 + (tags[at + 1] in "DS"), min(ceiling, at + _SHORT)
    if simple < limit and lowers[simple] in sets["grammar.speaking_terms"]:
        return _terms_end(analysis, at, simple, ceiling)
    while simple < limit and tags[simple] in "NEKAhG":
        simple += 1
    venue = None if sets["grammar.venues"].isdisjoint(lowers[at + 1 : simple]) else simple
    if not before or (lowers[at] in _ABOUT and venue is None and tags[simple - 1] == "N"):
        return venue  # "on a joint reply to the duty that Lima imposed" says on what, not where or when.
    end, limit = at + 1, min(ceiling, at + _REACH)
    while end < limit and _goes_on(analysis, end):
        end += 1
    mark = end + (end + 1 < ceiling and tags[end] == "," and tags[end + 1] in before)
    return end if mark < ceiling and tags[mark] in before and end > at + 1 else venue


def _is_day(analysis: Analysis, at: int) -> bool:
    """Whether "on" and a day of the week stand here, before a noun that is no time of day: "on Friday exports"."""
    lowers, times = analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    if lowers[at] != "on" or at + 2 >= len(lowers) or analysis.tags[at + 2] != "N" or lowers[at + 2] in times:
        return False
    return lowers[at + 1] in times and lowers[at + 1].endswith("day")


def _terms_end(analysis: Analysis, at: int, noun: int, ceiling: int) -> int | None:
    """Where a phrase ends on what terms something is said: "on background", "on condition that he not be named".

    Args:
        analysis: The article's.
        at: The preposition.
        noun: The word for the terms.
        ceiling: Where the sentence ends.
    """
    tags, lowers, named, end = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.named"], noun + 1
    if lowers[noun] == "condition" and end < ceiling and lowers[end] in _ON_CONDITION:
        for probe in range(end + 1, min(ceiling, end + _SHORT)):
            if lowers[probe] in named:
                return probe + (3 if lowers[probe + 1 : probe + 3] == ["by", "name"] else 1)
            if tags[probe] in ",;:q":
                break
        return end if lowers[end] == "of" else None  # "agreed on condition that Lima paid"
    modifies = lowers[at] != "of" and end < ceiling and tags[end] in "NGh"  # "on background checks"
    return None if modifies else end


def _goes_on(analysis: Analysis, at: int) -> bool:
    """Whether a token goes on a prepositional phrase: nouns, what joins them, a participle with a preposition."""
    tags = analysis.tags
    found = tags[at]
    if found in "DSNEKAGhgPC":
        return True
    following = tags[at + 1 : at + 2]
    if found in "dv":
        return following in (["P"], ["N"], ["E"]) and (found == "d" or following == ["P"])
    return found == "T" and bool(following) and following[0] in "DSEN"
