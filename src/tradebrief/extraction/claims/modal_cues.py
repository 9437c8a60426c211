"""Claims whose cue is a modal with what follows it: "would rather wait", "would have the mills wait"."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.claims.complements import read_frame
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import can_hold
from tradebrief.extraction.claims.subjects import subject_before
from tradebrief.extraction.grammar.clauses import Ranges, to_clause_end
from tradebrief.extraction.grammar.objects import without_clause
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm, Trigger
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["modal_drafts", "object_verb"]

_MODALS = frozenset({"would", "'d"})
_DEGREES = frozenset({"much", "far", "just", "even", "always", "still", "now", "also"})
_MOST_DEGREES = 2
_OBJECT_REACH = 10
_OPENS_OBJECT = "DSNEKR"
_OF_OBJECT = "DSNEKGAhP"
_BASES = frozenset("iBVO")  # Tags of base forms, after a modal.


def modal_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of cues that begin with "would", in the order of the text."""
    lowers, cues = analysis.tokens.lowers, analysis.index.modal_cues
    for at in analysis.hits(Trigger.MODAL):
        floor, ceiling = analysis.reach(at)
        modal, lowest = at - 1, max(floor, at - 1 - _MOST_DEGREES)
        while modal > lowest and lowers[modal] in _DEGREES:
            modal -= 1
        if modal < lowest or lowers[modal] not in _MODALS:
            continue
        for form in cues.at(lowers, at):
            draft = _draft(analysis, form, at, modal, floor, ceiling)
            if draft is not None:
                yield draft
                break


def _draft(analysis: Analysis, form: CueForm, at: int, modal: int, floor: int, ceiling: int) -> ClaimDraft | None:
    end = at + 1 + len(form.tail)
    found = _complement(analysis, form, end, ceiling)
    if found is None:
        return None
    source = subject_before(analysis, modal, floor, noun_phrase_before(analysis, modal, floor))
    if source is None or not can_hold(analysis, source):
        return None
    frame, content = found
    return ClaimDraft(form.cue, frame, source, (modal, end), list(content), strong=1 + len(form.tail))


def _complement(analysis: Analysis, form: CueForm, at: int, ceiling: int) -> tuple[str, Ranges] | None:
    """What follows the words of a cue, with its frame."""
    for frame in form.cue.frames:
        read = _FRAMES.get(frame)
        content = read(analysis, at, ceiling) if read else read_frame(analysis, form.cue, frame, at, ceiling)
        if content is not None and not (frame == "np" and _is_to_act(analysis, *content[0])):
            return frame, content
    return None


def _is_to_act(analysis: Analysis, first: int, end: int) -> bool:
    """Whether an object is to do something, which another frame reads: "would like | the mills to wait"."""
    phrase = noun_phrase_after(analysis, first, end)
    stop = end if phrase is None else phrase[1]
    return stop < end and analysis.tags[stop] == "T"


def _infinitive(analysis: Analysis, at: int, ceiling: int) -> Ranges | None:
    """A bare infinitive, a negation before it included: "would rather | not wait"."""
    verb = at
    while verb < ceiling and analysis.tags[verb] in "AX":
        verb += 1
    return without_clause(analysis, to_clause_end(analysis, at, ceiling)) if _is_base(analysis, verb, ceiling) else None


def _object_infinitive(analysis: Analysis, at: int, ceiling: int) -> Ranges | None:
    """An object and a bare infinitive: "would have | the mills wait"."""
    return to_clause_end(analysis, at, ceiling) if object_verb(analysis, at, ceiling) is not None else None


def object_verb(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """The bare infinitive after an object that begins at a token: "the mills | wait", "Lima | drop the levy"."""
    tags = analysis.tags
    if at >= ceiling or tags[at] not in _OPENS_OBJECT:
        return None
    for verb in range(at + 1, min(ceiling, at + _OBJECT_REACH)):
        may_be = tags[verb] in "vi" or (tags[verb] == "N" and tags[verb + 1 : verb + 2] in (["D"], ["S"], ["E"], ["R"]))
        if may_be and tags[verb - 1] in "NEKR" and _is_base(analysis, verb, ceiling):
            return verb
        if tags[verb] not in _OF_OBJECT:
            return None
    return None


def _is_base(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a base form stands here; an unknown word counts if an object follows it."""
    tags = analysis.tags
    if at >= ceiling:
        return False
    known = "b" in analysis.index.verbs.get(analysis.tokens.lowers[at], "") and tags[at] not in "DSPR"
    return known or tags[at] in _BASES or (tags[at] == "N" and at + 1 < ceiling and tags[at + 1] in "DSR")


_FRAMES = {"infinitive": _infinitive, "np_infinitive": _object_infinitive}
