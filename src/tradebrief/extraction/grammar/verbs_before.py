"""The verbs before a token in its sentence: the nearest, the first, and whether two go together."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = [
    "are_parallel",
    "auxiliary_before",
    "clause_verb_before",
    "disagree",
    "first_verb",
    "reporting_before",
    "reports",
    "verb_before",
]

_REPORTS = frozenset({"that", "bare", "np_that", "np_bare"})
_ASIDE_REACH = 6
_TIMING = frozenset({"when", "as", "while", "where"})
_SHARED_REACH = 60
_OF_ONE = frozenset({"has", "is", "does", "was"})
_OF_MANY = frozenset({"have", "are", "do", "were"})


def verb_before(analysis: Analysis, at: int, floor: int) -> int | None:
    """The nearest finite verb before a token in its sentence, relative clauses not excluded."""
    quoted = analysis.quoted
    for probe in range(at - 1, max(floor, at - _SHARED_REACH) - 1, -1):
        if quoted[probe] >= 0 > quoted[at]:
            continue  # What is quoted has subjects of its own: "accused Lima of “surrender” and pledged".
        if analysis.tags[probe] == "v" or (
            analysis.tags[probe] in "dg" and analysis.tags[probe - 1] in "BVA" and probe > floor
        ):
            return probe
        if analysis.tags[probe] in ".;":
            return None
    return None


def auxiliary_before(analysis: Analysis, at: int, floor: int) -> int | None:
    """The nearest verb whose group is finite by a modal or "do", or copula: "did not attend", "will run", "is late"."""
    tags = analysis.tags
    for probe in range(at - 1, max(floor, at - _SHARED_REACH) - 1, -1):
        if tags[probe] in ".;":
            return None
        if tags[probe] == "B" or (tags[probe] == "i" and _has_modal(analysis, probe, floor)):
            return probe
    return None


def first_verb(analysis: Analysis, floor: int, end: int) -> int | None:
    """The main verb of a sentence's first clause: the first finite one outside relative clauses and quotations."""
    fronted = analysis.tags[floor] == "P" and "," in analysis.tags[floor : min(end - 1, floor + _SHARED_REACH)]
    skipping, quotation = fronted, analysis.quoted[end]
    for probe in range(floor, min(end, floor + _SHARED_REACH)):
        if analysis.quoted[probe] != quotation:
            continue
        found = analysis.tags[probe]
        if found in "WU" or (found == "H" and probe > floor and analysis.tags[probe - 1] in "NE"):
            skipping = True
        elif found == ",":
            skipping = False
        elif (
            found == "v"
            or (found == "i" and _has_modal(analysis, probe, floor))
            or (
                found in "dg"
                and probe > floor
                and analysis.tags[probe - 1] in "BVA"
                and _has_auxiliary(analysis, probe, floor)
            )
            or (found == "B" and not _is_auxiliary(analysis, probe, end))
        ):
            if not skipping:
                return probe
            skipping = False
    return None


def _is_auxiliary(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a participle follows a form of be, adverbs between allowed."""
    at, end = at + 1, min(end, at + _ASIDE_REACH)
    while at < end and analysis.tags[at] in "AX":
        at += 1
    return at < end and analysis.tags[at] in "dg"


def _has_modal(analysis: Analysis, verb: int, floor: int) -> bool:
    at = verb - 1
    while at >= floor and analysis.tags[at] in "AXR":
        at -= 1
    return at >= floor and analysis.tags[at] in "MO"


def _has_auxiliary(analysis: Analysis, verb: int, floor: int) -> bool:
    at = verb - 1
    while at >= floor and analysis.tags[at] in "AX":
        at -= 1
    return at >= floor and analysis.tags[at] in "BV"


def reports(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is a cue that a clause or a quotation follows."""
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[verb], ())
    return any(not form.tail and not _REPORTS.isdisjoint(form.cue.frames) for form in forms)


def are_parallel(analysis: Analysis, first: int, second: int) -> bool:
    """Whether two verbs have one form, as coordinated ones have."""
    tags, lowers, verbs = analysis.tags, analysis.tokens.lowers, analysis.index.verbs
    while second + 1 < len(tags) and tags[second] in "AX":
        second += 1
    if tags[first] != "v" or tags[second] != "v":
        return False
    return bool(set(verbs.get(lowers[first], "")) & set(verbs.get(lowers[second], "")) - {"n"})


def disagree(analysis: Analysis, first: int, second: int) -> bool:
    """Whether one of two verbs is of one and the other of many, so that they have not one subject."""
    one = _is_of_one(analysis, first)
    return one is not None and _is_of_one(analysis, second) is (not one)


def _is_of_one(analysis: Analysis, verb: int) -> bool | None:
    """Whether a verb shows that its subject is one, or that it is many; None where it shows neither."""
    word, tag = analysis.tokens.lowers[verb], analysis.tags[verb]
    if tag in "BVO":
        return True if word in _OF_ONE else False if word in _OF_MANY else None
    return True if tag == "v" and analysis.index.verbs.get(word) == "t" else None


def reporting_before(analysis: Analysis, at: int, floor: int) -> int | None:
    """The nearest finite verb of saying before a token, outside quotations."""
    tags, quoted = analysis.tags, analysis.quoted
    for probe in range(at - 1, max(floor, at - _SHARED_REACH) - 1, -1):
        if tags[probe] in ".;":
            return None
        if tags[probe] == "v" and quoted[probe] < 0 and reports(analysis, probe):
            return probe
    return None


def clause_verb_before(analysis: Analysis, comma: int, floor: int) -> int | None:
    """The verb of a clause with "when" or "as" that ends at a comma: "came when she spoke there, shouting"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for at in range(comma - 1, max(floor, comma - _SHARED_REACH) - 1, -1):
        if tags[at] in ",.;:q":
            return None
        if lowers[at] in _TIMING and at > floor:
            return next((verb for verb in range(at + 1, comma) if tags[verb] == "v"), None)
    return None
