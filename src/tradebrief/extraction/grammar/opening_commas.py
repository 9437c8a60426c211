"""The comma that opens what another one closes before a verb: an apposition, a relative clause or an adjunct."""

from __future__ import annotations

from tradebrief.extraction.grammar.impersonal import is_hearsay
from tradebrief.extraction.grammar.works import is_title
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["is_past_participle", "opening_comma"]

_REACH = 40
_RELATIVE_REACH = 16
_GENERATIONS = frozenset({"jr", "sr"})
_PRESENT_PARTICIPLES = frozenset({"being", "having"})


def is_past_participle(analysis: Analysis, at: int) -> bool:
    """Whether a finite verb has the form of a participle, and an adjunct follows it: ", prepared for the port,"."""
    slots = analysis.index.verbs.get(analysis.tokens.lowers[at], "")
    return analysis.tags[at] == "v" and "n" in slots and analysis.tags[at + 1 : at + 2] in (["P"], ["E"], ["N"])


def _opener(analysis: Analysis, at: int) -> str:
    """The tag of what a comma opens with, a participle's for "having sold" and for a past form that may be one."""
    if is_past_participle(analysis, at):
        return "d"
    return "g" if analysis.tokens.lowers[at] in _PRESENT_PARTICIPLES else analysis.tags[at]


def opening_comma(analysis: Analysis, closing: int, floor: int) -> int | None:
    """The comma that opens an apposition, relative clause or adjunct which another closes."""
    tags, quoted = analysis.tags, analysis.quoted
    at, lowest = closing - 1, max(floor, closing - _REACH)
    while at >= lowest:
        found = tags[at]
        if found in ".;:":
            return None
        if found == "q":  # What is quoted within it is passed over.
            if at == 0 or quoted[at - 1] < 0 or analysis.quotations[quoted[at - 1]].close != at:
                return None
            at = analysis.quotations[quoted[at - 1]].open
        elif found == ",":
            opens = _opener(analysis, at + 1)
            if opens in "WDSNEdgPAKU" and at > floor and tags[at - 1] == "h":
                party = _party_comma(analysis, at, floor)
                return at if party is None and analysis.tokens.lowers[at - 2] in _GENERATIONS else party
            if opens in "WDSNEdgPAKUX" and at > floor and (tags[at - 1] in "NEKR)q" or _is_lone(analysis, at - 1)):
                outer = _adjunct_comma(analysis, at, floor) if opens == "E" else None
                return _relative_comma(analysis, at, lowest) if outer is None else outer
            if opens == "R" and at > floor and is_hearsay(analysis, at + 1):
                return at
            if opens != "C" and not (opens == "q" and _is_before_title(analysis, at)):
                return None
        at -= 1
    return None


def _is_before_title(analysis: Analysis, comma: int) -> bool:
    """Whether a comma stands before the title of a work: "a singer on the show, “The Long Quay,” who"."""
    number = analysis.quoted[comma + 2] if comma + 2 < len(analysis.tags) else -1
    return number >= 0 and is_title(analysis, analysis.quotations[number])


def _is_lone(analysis: Analysis, at: int) -> bool:
    """Whether a determiner stands for those whom it counts: "Some, however, say"."""
    return analysis.tags[at] == "D" and analysis.tokens.lowers[at] in analysis.index.sets["grammar.lone_subjects"]


def _party_comma(analysis: Analysis, comma: int, floor: int) -> int | None:
    """The comma before a party and a state: the first of "Lund, R-S.C., a miller,"."""
    at, floor = comma - 1, max(floor, comma - _RELATIVE_REACH)
    while at > floor and analysis.tags[at] in "Eh":
        at -= 1
    return at if analysis.tags[at] == "," and at > floor and analysis.tags[at - 1] in "NEKR)" else None


def _relative_comma(analysis: Analysis, comma: int, lowest: int) -> int:
    """The comma that opens a relative clause which others divide: the first of ", who went to Lima, Peru, in May,"."""
    tags = analysis.tags
    for at in range(comma - 1, lowest, -1):
        if tags[at] in ".;:qUCv" and not (tags[at] == "v" and tags[at - 1] == "W"):
            break
        if tags[at] == "," and tags[at + 1] == "W" and tags[at - 1] in "NEKR)":
            return at
    return comma


def _adjunct_comma(analysis: Analysis, comma: int, floor: int) -> int | None:
    """The comma before an adjunct that ends in a place of two names: the first one of ", in Bergen, Norway,"."""
    tags = analysis.tags
    at, lowest = comma - 1, max(floor, comma - _RELATIVE_REACH)
    while at > lowest and tags[at] in "NEDSKGAPhgd":
        at -= 1
    return at if at > lowest and tags[at] == "," and tags[at + 1] in "PU" and tags[at - 1] in "NEKR)" else None
