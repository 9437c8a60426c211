"""Claims whose cue has an object amid its words: "ruled the cut out", "gave Lund credit for", "let Lima know that"."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.claims.complements import possible_frames, read_frame
from tradebrief.extraction.claims.denials import none_before
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.relatives import of_antecedent
from tradebrief.extraction.claims.sources import Source, agent_of, can_hold
from tradebrief.extraction.claims.subjects import subject_of
from tradebrief.extraction.grammar.clauses import Ranges, before_verb, clause_end
from tradebrief.extraction.grammar.phrases import VerbGroup, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm, Trigger
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import HolderReason

__all__ = ["split_drafts"]

_REACH = 12  # Tokens within which the words after the object begin.
_OPENS_OBJECT = "DSNEKRHdA"
_OF_OBJECT = "DSNEKGAhdgPC"
_NEAR = 2
_PLACE = "*"


def split_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of verbs whose other words stand after an object, in the order of the text."""
    tags, lowers, splits = analysis.tags, analysis.tokens.lowers, analysis.index.cue_splits
    for at in analysis.hits(Trigger.CUE_SPLIT):
        if tags[at] not in "vdgi":
            continue
        floor, ceiling = analysis.reach(at)
        ahead = lowers[at + 1 : min(ceiling, at + _REACH)]
        forms = [form for form in splits[lowers[at]] if form.tail[-1] in ahead]
        found = (_split(analysis, at, form, floor, ceiling) for form in forms)
        draft = next((draft for draft in found if draft is not None), None)
        if draft is not None:
            yield draft


def _split(analysis: Analysis, at: int, form: CueForm, floor: int, ceiling: int) -> ClaimDraft | None:
    group, place = verb_group(analysis, at, floor), form.tail.index(_PLACE)
    before, tail = form.tail[:place], form.tail[place + 1 :]
    if group.passive or (analysis.tags[at] == "d" and not group.finite):
        return _passive(analysis, group, form, ceiling)
    first = at + 1 + place
    fits = tuple(analysis.tokens.lowers[at + 1 : first]) == before
    end = _object_end(analysis, first, tail, ceiling) if fits else None
    if fits and end is None and tuple(analysis.tokens.lowers[first : first + len(tail)]) == tail:
        return _with_gap(analysis, group, form, first + len(tail), floor, ceiling)
    source = subject_of(analysis, group, floor) if end is not None else None
    if end is None or source is None or not can_hold(analysis, source):
        return None
    beyond, whom, whole = end + len(tail), (first, end), _PLACE in form.cue.lemma
    if not whole and (analysis.tags[first] in "RH" or _is_supposed(analysis, source, floor)):
        return None
    found = (_complement if whole else _object)(analysis, form, whom, beyond, ceiling)
    if found is None:
        return None
    frame, content = found
    return ClaimDraft(
        form.cue,
        frame,
        source,
        (group.first, at + 1 if content[0] == whom else beyond),
        list(content),
        negated=group.negated != (whole and _is_none(analysis, max(first, end - _NEAR), end)),
        strong=2 * len(tail),
        object=whom if whole else None,
    )


def _with_gap(
    analysis: Analysis, group: VerbGroup, form: CueForm, after: int, floor: int, ceiling: int
) -> ClaimDraft | None:
    """A verb whose object stands before its clause: "a fall that Lund put down to frost", "which he took to mean"."""
    if "np_with_pp" in form.cue.frames:
        return of_antecedent(analysis, group, [form], floor, ceiling, after)
    subject = noun_phrase_before(analysis, group.subject_end, floor)
    if subject is None or subject[0] - 1 <= floor or not can_hold(analysis, Source(*subject)):
        return None
    opener, found = subject[0] - 1, _complement(analysis, form, None, after, ceiling)
    if found is None or analysis.tags[opener] not in "WHN":
        return None
    frame, (content, *_) = found
    content, strong = before_verb(analysis, *content, clause=True), 2 * len(form.tail)
    return ClaimDraft(
        form.cue, frame, Source(*subject), (group.first, after), [content], negated=group.negated, strong=strong
    )


def _is_supposed(analysis: Analysis, source: Source, floor: int) -> bool:
    """Whether what a subject does is only supposed: "should Lima turn it down"."""
    supposing = analysis.index.sets["grammar.supposing"]
    return source.first > floor and analysis.tokens.lowers[source.first - 1] in supposing


def _is_none(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a word stands here by which there is hardly any of what comes next: "little", "scant"."""
    hardly = analysis.index.sets["grammar.hardly_any"]
    return bool(none_before(analysis, first, end)) or not hardly.isdisjoint(analysis.tokens.lowers[first:end])


def _object_end(analysis: Analysis, first: int, tail: tuple[str, ...], ceiling: int) -> int | None:
    """Where an object ends that begins at a token, before the words that close a verb: "gave | Lund | credit"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if first >= ceiling or tags[first] not in _OPENS_OBJECT:
        return None
    for end in range(first + 1, min(ceiling, first + _REACH)):
        if lowers[end] == tail[0] and tuple(lowers[end : end + len(tail)]) == tail:
            return end if tags[end - 1] not in "PC" else None
        if tags[end] not in _OF_OBJECT:
            return None
    return None


def _object(
    analysis: Analysis, form: CueForm, whom: tuple[int, int], at: int, ceiling: int
) -> tuple[str, Ranges] | None:
    """The object of a verb and particle as its content, and what it is taken as: "ruled | the cut | out | as rash"."""
    tags, frames = analysis.tags, form.cue.frames
    if "np_as" in frames and at + 1 < ceiling and analysis.tokens.lowers[at] == "as":
        return "np_as", (whom, (at, clause_end(analysis, at, ceiling, nominal=True)))
    closed = at >= ceiling or tags[at] in ",;:-CPUWATXq)"
    return ("np", (whom,)) if "np" in frames and closed else None


def _complement(
    analysis: Analysis, form: CueForm, whom: tuple[int, int] | None, at: int, ceiling: int
) -> tuple[str, Ranges] | None:
    """What follows the words of a cue, with its frame, and the object where that is content: "put | it | down to"."""
    frames, lowers = form.cue.frames, analysis.tokens.lowers
    if whom is not None and "np_with_pp" in frames and at + 1 < ceiling and lowers[at] in form.cue.prepositions:
        return "np_with_pp", (whom, (at, clause_end(analysis, at, ceiling, nominal=True)))
    for frame in possible_frames(analysis, frames, at, ceiling):
        content = read_frame(analysis, form.cue, frame, at, ceiling)
        if content is not None:
            return frame, content
    return None


def _passive(analysis: Analysis, group: VerbGroup, form: CueForm, ceiling: int) -> ClaimDraft | None:
    """The passive of a verb whose object is whom it is done to: "was given credit by Lima for mending it"."""
    words = tuple(word for word in form.tail if word != _PLACE)
    beyond = group.verb + 1 + len(words)
    if _PLACE not in form.cue.lemma or tuple(analysis.tokens.lowers[group.verb + 1 : beyond]) != words:
        return None
    agent = agent_of(analysis, beyond, ceiling)
    after = _without_opener(analysis, form, agent) if agent is not None else None
    found = _complement(analysis, form, None, after.end if after is not None else beyond, ceiling)
    if found is None:
        return None
    source = after or Source(-1, -1, HolderReason.PASSIVE)
    frame, content = found
    return ClaimDraft(
        form.cue, frame, source, (group.first, beyond), list(content), negated=group.negated, strong=2 * len(words)
    )


def _without_opener(analysis: Analysis, form: CueForm, agent: Source) -> Source:
    """An agent up to what opens the content: "held liable by the court | for the spill"."""
    lowers, openers = analysis.tokens.lowers, {*form.cue.prepositions, "that"}
    end = next((at for at in range(agent.first + 1, agent.end) if lowers[at] in openers), agent.end)
    return Source(agent.first, end)
