"""Claims whose cue is a fixed phrase: "according to the ministry", "in her view"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.grammar.surroundings import around
from tradebrief.extraction.lookups.index import PhrasePattern, Trigger
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["phrase_drafts"]

_TO = ("to",)
_FINITE = re.compile("[vMBVO]")  # Over tags.


def phrase_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of phrase cues, in the order of the text."""
    lowers, index = analysis.tokens.lowers, analysis.index
    for at in analysis.hits(Trigger.PHRASE):
        for pattern in index.phrases[lowers[at]]:
            floor, ceiling = analysis.reach(at)
            if _is_lone_to(pattern) and at != floor:
                continue  # As nearly always.
            draft = _phrase(analysis, pattern, at, floor, ceiling)
            if draft is not None:
                yield draft
                break


def _phrase(analysis: Analysis, pattern: PhrasePattern, anchor: int, floor: int, ceiling: int) -> ClaimDraft | None:
    lowers, tags = analysis.tokens.lowers, analysis.tags
    before, after = len(pattern.before), len(pattern.after)
    if pattern.place < before:
        first = anchor - pattern.place
        slot = first + before
        if first < floor or tuple(lowers[first:slot]) != pattern.before:
            return None
        found = _possessor(analysis, slot, ceiling) if pattern.possessive else _slot(analysis, pattern, slot, ceiling)
        if found is None:
            return None
        end = found[1] + (pattern.possessive and found[1] < ceiling and tags[found[1]] == "G")
        if tuple(lowers[end : end + after]) != pattern.after:
            return None
    else:
        end = anchor - (pattern.place - before)
        if tuple(lowers[end : end + after]) != pattern.after:
            return None
        found = (
            _possessor_before(analysis, end, floor) if pattern.possessive else noun_phrase_before(analysis, end, floor)
        )
        if found is None:
            return None
        first = found[0] - before
        if first < floor or tuple(lowers[first : found[0]]) != pattern.before:
            return None
    if pattern.possessive and first > floor and tags[first - 1] not in ",C-qUH":
        return None  # "smoke got in the drivers' eyes"
    if not can_hold(analysis, Source(*found)):
        return None
    if tags[first : first + 2] == ["T", "i"] and tags[end + after : end + after + 1] != [","]:
        return None  # "To hear the drivers talk of smoke is a joy"
    if before + after == 1 and not _stands_apart(analysis, first, found, floor):
        return None
    cue_range = (end, end + after) if after > before else (first, first + before)
    content = around(analysis, first, end + after, floor, ceiling)
    lone = _is_lone_to(pattern)
    if not content or (lone and not _is_judged(analysis, *content[0])):
        return None  # "To the growers, Lund promised help"
    strong = 2 if lone else 3  # "To the growers' minds" has more words.
    return ClaimDraft(pattern.cue, "pattern", Source(*found), cue_range, list(content), strong=strong)


def _is_lone_to(pattern: PhrasePattern) -> bool:
    """Whether a phrase is "to" with its holder and no more."""
    return pattern.before == _TO and not pattern.after


def _stands_apart(analysis: Analysis, first: int, slot: tuple[int, int], floor: int) -> bool:
    """Whether a lone preposition opens its clause or follows a comma, before more than a unit: not "per tonne"."""
    unit = (
        slot[1] == slot[0] + 1 and analysis.tags[slot[0]] == "N" and not analysis.tokens.lowers[slot[0]].endswith("s")
    )
    opens = first == floor and analysis.tags[slot[1] : slot[1] + 1] == [","]  # Not "Per Lund sold the mill".
    return not unit and (opens or (first > floor and analysis.tags[first - 1] in ",-("))


def _is_judged(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a clause says what its subject is or seems, by its first verb: "the levy | is a gift", "feels like"."""
    found = _FINITE.search(analysis.tagged, first, end)
    if found is None or found.start() == first:
        return False
    verb = found.start()
    said = verb + 1
    while said < end and analysis.tags[said] in "AX":
        said += 1
    sets, word = analysis.index.sets, analysis.tokens.lowers[verb]
    if (
        said >= end
        or analysis.tags[said] in "dgiM"
        or (analysis.tags[said] == "T" and word not in sets["grammar.seeming"])
    ):
        return False
    return analysis.tags[verb] == "B" or word in sets["grammar.impressing"]


def _possessor_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """A possessive pronoun, or a noun phrase and its 's, that ends before a token."""
    if end <= floor:
        return None
    if analysis.tags[end - 1] == "S":
        return end - 1, end
    return noun_phrase_before(analysis, end - 1, floor) if analysis.tags[end - 1] == "G" else None


def _slot(analysis: Analysis, pattern: PhrasePattern, at: int, ceiling: int) -> tuple[int, int] | None:
    found = noun_phrase_after(analysis, at, ceiling)
    if found is None or not pattern.after:
        return found
    lowers = analysis.tokens.lowers
    for end in range(at + 1, min(ceiling, at + 16)):
        if tuple(lowers[end : end + len(pattern.after)]) == pattern.after:
            return at, end
    return None


def _possessor(analysis: Analysis, at: int, ceiling: int) -> tuple[int, int] | None:
    """A possessive pronoun, or a noun phrase before its 's."""
    if at < ceiling and analysis.tags[at] == "S":
        return at, at + 1
    for end in range(at, min(ceiling, at + 12)):
        if analysis.tags[end] == "G":
            return (at, end) if end > at else None
        if analysis.tags[end] not in "DSNEKAh":
            return None
    return None
