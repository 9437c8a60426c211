"""The noun phrase that ends before a token, found by a bounded walk to the left."""

from __future__ import annotations

import re

from tradebrief.extraction.grammar.adjuncts import time_start
from tradebrief.extraction.grammar.object_relatives import with_object_relative
from tradebrief.extraction.grammar.opening_commas import is_past_participle, opening_comma
from tradebrief.extraction.grammar.plain_phrases import phrase_before, plain_before
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["REFLEXIVES", "THEREABOUTS", "noun_phrase_before"]

_REACH = 40
REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me", "it"})
_PLACED = frozenset({"we", "they", "us", "them"})
_COUNTED = frozenset({"whom", "which"})
_LONGEST_COUNT = 6
_RELATED = frozenset({"close", "loyal", "sympathetic", "hostile", "opposed", "near", "familiar", "friendly"})
THEREABOUTS = frozenset({"there", "elsewhere", "nearby", "overseas"})
_NAMING = frozenset({"including", "along", "then", "now", "formerly", "once"})
_WHEN = frozenset({"when", "where"})
_SPOKEN_IN = frozenset({"in", "at", "on", "during"})
_VENUE_REACH = 6
_LONGEST_ROW = 5
_VERB = re.compile("[vMBVO]")  # Over tags.
_MONTHS_AS_NAMES = frozenset({"april", "may", "june", "august"})


def noun_phrase_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, with its complements and appositions, as a range of tokens."""
    if end <= floor:
        return None
    place, known = (end, floor), analysis.phrases_before
    if place not in known:
        found = _read_before(analysis, end, floor)
        if found is not None and found[0] - 3 >= floor and analysis.tagged.startswith(",C", found[0] - 2):
            found = (_first_of_row(analysis, found[0], floor), found[1])
        known[place] = found
    return known[place]


def _first_of_row(analysis: Analysis, first: int, floor: int) -> int:
    """Where a row begins that a comma and "and" part a phrase from: "Lund, a miller, and Berg", "Peru, Oslo, and Bern".

    The row opens its sentence or clause, and no verb stands in it; else "and" joins clauses.
    """
    tags, lowers, comma = analysis.tags, analysis.tokens.lowers, first - 2
    if lowers[first - 1] != "and":
        return first
    opening = opening_comma(analysis, comma, floor)
    if opening is None or tags[opening + 1] not in "DSNEK":
        return first
    start, times = opening, analysis.index.sets["adjuncts.times"]
    for _ in range(_LONGEST_ROW):
        piece = phrase_before(analysis, start, floor)
        if piece is None or lowers[piece[1] - 1] in times:
            break
        begin = piece[0]
        if begin > floor and tags[begin - 1] not in "Hq,":
            break
        start = begin - (begin > floor and tags[begin - 1] == ",")
        if start == begin:
            break
    start += tags[start] == ","
    if start > opening or not (start == floor or tags[start - 1] in "Hq" or _is_aside(analysis, start, floor)):
        return first
    return first if _VERB.search(analysis.tagged, start, first) is not None else start


def _is_aside(analysis: Analysis, start: int, floor: int) -> bool:
    """Whether what stands before a comma and a row opens the sentence as an adjunct: "In May, Peru, Oslo, and Bern"."""
    return analysis.tags[floor] in "PUA" and _VERB.search(analysis.tagged, floor, start) is None


def _read_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    tags, lowers = analysis.tags, analysis.tokens.lowers
    last, word = tags[end - 1], lowers[end - 1]
    if last == ",":
        opening = opening_comma(analysis, end - 1, floor)
        if opening is None:
            return phrase_before(analysis, end - 1, floor) if tags[end - 2] == ")" else None  # "Lund (D), said"
        head = phrase_before(analysis, opening - (tags[opening - 1] == "h"), floor)  # "Lund Jr., the miller,"
        if head is None:
            return None
        head = _before_age(analysis, *head, floor)
        head = _before_description(analysis, *head, floor)
        word = lowers[opening + 1]
        feels = word in analysis.index.adjective_cues and not is_past_participle(analysis, opening + 1)  # "wary of"
        named = (tags[opening + 1] not in "PUAgXR" and word not in _WHEN and not feels) or word in _NAMING
        return (head[0], end - 1) if named else head  # An adjunct names nobody.
    if last == "q" and tags[end - 2 : end - 1] == [","] and analysis.quoted[end - 2] >= 0:
        return _before_titled(analysis, end, floor)
    if last == "-":  # "the miller — after a pause — said"
        dash = _dash_before(analysis, end - 1, floor)
        return phrase_before(analysis, dash, floor) if tags[dash] == "-" and dash > floor else None
    placed = word in THEREABOUTS and tags[end : end + 1] != ["B"]  # "officials there", but no "there is"
    if (word in REFLEXIVES or placed) and end - 1 > floor and tags[end - 2] in "NE":
        head = phrase_before(analysis, end - 1, floor)
        return (head[0], end) if head else None
    if last in "WR" and (head := (_counted if last == "W" else _around_pronoun)(analysis, end, floor)) is not None:
        return head
    found = phrase_before(analysis, end, floor)
    if found is None:
        return with_object_relative(analysis, end, end, floor) if last in "ivd" else None
    if (whole := _with_opener(analysis, *found, floor)) is not None:
        return whole
    if last == "K" or word in analysis.index.sets["adjuncts.times"]:
        found = _without_time(analysis, found, floor)
    if found is not None and found[0] - 1 > floor and tags[found[0]] == "D" and lowers[found[0] - 1] == "as":
        return _before_capacity(analysis, *found, floor)
    if found is None or lowers[found[1] - 1] not in analysis.index.sets["grammar.venues"]:
        return found
    return _without_venue(analysis, *found)


def _with_opener(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int] | None:
    """A phrase with the noun or pronoun whose relative clause or place it ends: "the cap Oslo set | in May"."""
    placed = analysis.tags[first - 1] == "P"
    opener = first - 1 - placed
    whole = None
    if opener > floor and analysis.tags[opener] in "ivd":
        whole = with_object_relative(analysis, opener + 1, end, floor)
    if whole is None and placed and opener >= floor:
        whole = _of_pronoun(analysis, first, end, floor)
    return whole


def _counted(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """How many of those before a comma a relative clause tells of: "the mills, | one of whom" (says)."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, end - 2
    if at <= floor or lowers[end - 1] not in _COUNTED or lowers[at] != "of":
        return None
    while at > floor and tags[at - 1] in "DKNA" and end - at < _LONGEST_COUNT:
        at -= 1
    return (at, end) if at < end - 2 and at > floor and tags[at - 1] in ",C" else None


def _of_pronoun(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int] | None:
    """A phrase with the pronoun that it places or of which it is a part: "we at this paper", "those of us in Oslo"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, first - 2
    if lowers[at] not in _PLACED:
        return None
    if at - 2 >= floor and lowers[at - 1] == "of" and tags[at - 2] in "DKN":
        return at - 2, end  # "those of us in Oslo", "some of them in Oslo"
    opens = lowers[at] == "we" or (lowers[at] == "they" and (at == floor or tags[at - 1] in ",;:qHCU"))
    return (at, end) if opens else None


def _around_pronoun(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The phrase that ends in an object pronoun: "a person close to him", "two envoys involved in drafting it"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, end - 2
    if lowers[end - 1] not in _OBJECTS or at <= floor:
        return None
    at -= tags[at] == "g"
    if at <= floor or tags[at] not in "PT" or tags[at - 1] not in "NEdA":
        return None
    head = phrase_before(analysis, at - (tags[at - 1] == "A" and lowers[at - 1] in _RELATED), floor)
    return (head[0], end) if head is not None else None


def _dash_before(analysis: Analysis, closing: int, floor: int) -> int:
    """The dash that opens what another one closes, or what ends a clause before it; the floor where neither stands."""
    tags, quoted = analysis.tags, analysis.quoted
    places = range(closing - 1, max(floor, closing + 1 - _REACH), -1)
    return next((at for at in places if tags[at] in "-.;" and quoted[at] == quoted[closing]), floor)


def _before_age(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int]:
    """A phrase with the name before it, where it is an age or a home town: "Lund, 30, of Bergen, a miller,"."""
    tags = analysis.tags
    for _ in range(2):
        comma = first - 1 - (tags[first - 1] == "P" and first - 1 > floor)
        attached = tags[first - 1] == "P" or (end - first == 1 and tags[first] == "K")
        if not attached or comma <= floor or tags[comma] != "," or tags[comma - 1] not in "EKN)":
            break
        head = phrase_before(analysis, comma, floor)
        if head is None:
            break
        first = head[0]
        end = head[1]
    return first, end


def _before_description(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int]:
    """A phrase with the name that opens the sentence before it: "Lund, Oslo's envoy, a miller,".

    "Lund, head of the Velk Institute, a think tank,": what is said of the institute is no further subject.
    """
    tags, comma = analysis.tags, first - 1
    if comma <= floor or tags[comma] != "," or not _is_name(analysis, comma - 1):
        return first, end
    if tags[end - 1] != "N" and not (tags[end - 1] == "E" and tags[first] in "DN"):
        return first, end
    name = phrase_before(analysis, comma, floor)
    timed = analysis.tokens.lowers[comma - 1] in analysis.index.sets["adjuncts.times"]
    opens = name is not None and name[0] == floor and not timed
    return (floor, end) if opens else (first, end)


def _without_time(analysis: Analysis, found: tuple[int, int], floor: int) -> tuple[int, int] | None:
    """A noun phrase without the time between it and its verb: "the mill on Friday", "a poll held in May"."""
    first, end = found
    start = time_start(analysis, first, end)
    if start is None:
        return found
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if start > first:
        return (first, start) if tags[start - 1] in "NEK)" else found
    if end - first == 1 and lowers[first] in _MONTHS_AS_NAMES:
        return found
    timed = first - 1 if first - 1 > floor and tags[first - 1] == "P" else first
    participle = timed - 1
    if participle >= floor and tags[participle] in "NE":
        return phrase_before(analysis, timed, floor)  # "Oslo this week"
    if participle <= floor or not _is_participle(analysis, participle):
        return None
    head = plain_before(analysis, participle, floor)
    return (head[0], end) if head is not None else None


def _is_name(analysis: Analysis, at: int) -> bool:
    """Whether a word is a name, also where it opens its sentence."""
    return analysis.tags[at] == "E" or (analysis.tags[at] == "N" and analysis.tokens.words[at][0].isupper())


def _before_capacity(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int]:
    """The subject before the capacity that it acts in: "Lund | as a candidate" (accused)."""
    head = phrase_before(analysis, first - 1, floor) if analysis.tags[first - 2] == "E" else None
    opens = head is not None and (head[0] == floor or analysis.tags[head[0] - 1] in ",;:qHC")
    return head if head is not None and opens else (first, end)


def _without_venue(analysis: Analysis, first: int, end: int) -> tuple[int, int]:
    """A phrase without the way of speaking after a name: "Lund in her speech", but "a passage in the letter"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at = end - 1
    while at > max(first, end - _VENUE_REACH) and tags[at] in "NESDKG":
        at -= 1
    spoken = (
        tags[at] == "P"
        and lowers[at] in _SPOKEN_IN
        and tags[at + 1] in "DS"
        and at > first
        and _is_name(analysis, at - 1)
    )
    return (first, at) if spoken else (first, end)


def _before_titled(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase whose apposition ends in a title: "Lund, host of “The Port,”"."""
    mark = analysis.quotations[analysis.quoted[end - 2]].open
    mark -= analysis.tags[mark - 1] == "," and mark - 1 > floor  # "Lund, host of a show, “The Port,”"
    opening = opening_comma(analysis, mark, floor)
    if opening is None or analysis.tags[opening + 1] not in "DSNEW":
        return None
    head = phrase_before(analysis, opening, floor)
    return (head[0], end) if head else None


def _is_participle(analysis: Analysis, at: int) -> bool:
    """Whether a verb can be a passive participle that goes with the noun before it."""
    return analysis.tags[at] == "d" or (is_past_participle(analysis, at) and analysis.tags[at - 1] in "NE")
