"""Claims whose noun is said to exist or to grow among somebody: "doubts about the quota linger among exporters"."""

from __future__ import annotations

from tradebrief.extraction.claims.complements import possible_frames, read_frame
from tradebrief.extraction.claims.denials import none_before
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.grammar.clauses import before_verb
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue

__all__ = ["prevailing_draft"]

_CLAUSE_REACH = 40
_PREDICATE_REACH = 5
_MODIFIERS = 5
_COMPLEMENTS = ("pp", "that")


def prevailing_draft(analysis: Analysis, form: CueForm, at: int, floor: int, ceiling: int) -> ClaimDraft | None:
    """The claim of those among whom what a noun says exists or grows.

    "doubts about the quota linger among exporters", "concern is growing among millers over the levy", "among millers,
    there is concern about the levy".
    """
    cue, end, lowers = form.cue, at + 1 + len(form.tail), analysis.tokens.lowers
    if (
        lowers[at] in analysis.index.sets["grammar.of_buyers"]
        or cue.agent
        or not any(frame in cue.frames for frame in _COMPLEMENTS)
        or not _is_subject(analysis, at, floor)
    ):
        return None
    reach = lowers[end : min(ceiling, end + _CLAUSE_REACH)]
    fronted = _fronted(analysis, at, floor)
    if fronted is None and analysis.index.sets["grammar.among"].isdisjoint(reach) and "in" not in reach:
        return None
    content = _content(analysis, cue, end, ceiling)
    there = _follows_there(analysis, at, floor)
    if there and fronted is not None and content is not None:
        return ClaimDraft(
            cue, content[0], fronted, (at, end), [content[1]], negated=bool(none_before(analysis, floor, at))
        )
    stop = end if content is None else content[1][1]
    main = _prevailing(analysis, stop, ceiling)
    if main is None or there:
        return None
    giver = fronted or _giver(analysis, cue, main + 1, ceiling)
    if giver is None:
        return None
    after = giver.end if fronted is None else main + 1
    content = content or _content(analysis, cue, after, ceiling)
    if content is None:
        return None
    said = (
        lowers[main + 1 : giver.first] if fronted is None else lowers[main + 1 : min(ceiling, main + _PREDICATE_REACH)]
    )
    slight = not analysis.index.sets["grammar.slight"].isdisjoint(said)
    none = bool(none_before(analysis, floor, at)) or "X" in analysis.tags[stop : main + 1]
    return ClaimDraft(cue, content[0], giver, (at, end), [content[1]], negated=none != slight)


def _is_subject(analysis: Analysis, at: int, floor: int) -> bool:
    """Whether a noun opens a clause, or stands after "there is", and belongs to nobody."""
    tags, start = analysis.tags, at
    while start > floor and tags[start - 1] in "NAKdg" and at - start < _MODIFIERS:
        start -= 1
    start -= start > floor and tags[start - 1] == "D"
    return start == floor or tags[start - 1] in ",;CUH" or _follows_there(analysis, at, floor)


def _follows_there(analysis: Analysis, at: int, floor: int) -> bool:
    """Whether a noun is said to be there: "there is some concern"."""
    return "there" in analysis.tokens.lowers[max(floor, at - _MODIFIERS - 2) : at]


def _fronted(analysis: Analysis, at: int, floor: int) -> Source | None:
    """Those who are named in a phrase that opens the sentence: "Among growers, | there is concern"."""
    if analysis.tokens.lowers[floor] not in analysis.index.sets["grammar.among"] or floor + 2 >= at:
        return None
    found = noun_phrase_after(analysis, floor + 1, at)
    if found is None or analysis.tags[found[1]] != ",":
        return None
    giver = Source(*found)
    return giver if can_hold(analysis, giver) else None


def _content(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> tuple[str, tuple[int, int]] | None:
    """The frame and the content of a noun that begin at a token, up to the verb of the noun's clause."""
    for frame in possible_frames(analysis, cue.frames, at, ceiling):
        content = read_frame(analysis, cue, frame, at, ceiling) if frame in _COMPLEMENTS else None
        if content is not None:
            return frame, before_verb(analysis, *content[0], clause=frame == "that")
    return None


def _prevailing(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """The last word of a verb group from a token on, if it says that something exists or grows."""
    tags, verb = analysis.tags, at
    while verb < ceiling and tags[verb] in "MBVOXA":
        verb += 1
    if verb >= ceiling or tags[verb] not in "vdgi":
        verb -= 1
    return verb if at <= verb and analysis.tokens.lowers[verb] in analysis.index.prevailing else None


def _giver(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Source | None:
    """Those who are named after a predicate and "among": "remains | strong among millers"."""
    tags, lowers, among = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.among"]
    last = min(ceiling - 1, at + _PREDICATE_REACH)
    while at < last and tags[at] in "ANdKDX" and lowers[at] not in among:
        at += 1
    if at >= last or (lowers[at] not in among and (lowers[at] != "in" or tags[at + 1] != "E")):
        return None
    found = noun_phrase_after(analysis, at + 1, ceiling)
    if found is None:
        return None
    first, end = found
    ends = (probe for probe in range(first + 1, end) if lowers[probe] in cue.prepositions or tags[probe] in ",WH")
    giver = Source(first, next(ends, end))
    return giver if can_hold(analysis, giver) else None
