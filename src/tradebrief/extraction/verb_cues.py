"""Claims whose cue is a verb: after it, before it, around it, or in the passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.clauses import Ranges, before_verb
from tradebrief.extraction.complements import FRAMES, read_frame
from tradebrief.extraction.drafts import ClaimDraft
from tradebrief.extraction.index import CueForm, Trigger
from tradebrief.extraction.phrases import VerbGroup, noun_phrase_before, verb_group
from tradebrief.extraction.preceding import SPEECH_FRAMES, cue_first, preceded_draft
from tradebrief.extraction.sources import Source, agent_of, can_hold, in_relative, subject_of
from tradebrief.model import (
    ClaimKind,
    HolderReason,
)

__all__ = ["verb_drafts"]

_ORDER = {frame: number for number, frame in enumerate(FRAMES)}
_CLAUSAL_FRAMES = frozenset({"bare", "that", "np_that", "wh"})


def verb_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of verb cues, in the order of the text."""
    tags, lowers, cues = analysis.tags, analysis.tokens.lowers, analysis.index.verb_cues
    for at in analysis.hits(Trigger.VERB):
        if tags[at] in "vdgi":
            draft = _verb(analysis, at, cues[lowers[at]], *analysis.reach(at))
            if draft is not None:
                yield draft


def _verb(analysis: Analysis, at: int, forms: Sequence[CueForm], floor: int, ceiling: int) -> ClaimDraft | None:
    group = _cited(analysis, verb_group(analysis, at, floor), floor)
    if analysis.tags[at] == "d" and not group.finite and not group.infinitive:
        return None
    if group.passive:
        passive = _passive(analysis, group, forms, floor, ceiling)
        if passive is not None and passive.frame != "np":
            passive.content = list(_confined(analysis, group, passive.frame, passive.content, floor))
        return passive
    found = _complement(analysis, group, forms, ceiling)
    draft = preceded_draft(analysis, group, forms, floor, ceiling, found)
    if draft is not None:
        return draft
    if found is None:
        return None
    form, frame, content = found
    source = subject_of(analysis, group, floor)
    if source is None or (frame not in SPEECH_FRAMES and not can_hold(analysis, source)):
        return None
    cue_end = at + 1 + len(form.tail)
    return ClaimDraft(
        form.cue,
        frame,
        source,
        (cue_first(group), cue_end),
        list(_confined(analysis, group, frame, content, floor)),
        negated=group.negated,
        direct=frame in {"quote", "np_quote"} and analysis.quoted[content[0][0]] >= 0,
        strong=2 * len(form.tail),
        object=(cue_end, content[0][0]) if frame in {"np_to", "np_pp", "np_that"} and content[0][0] > cue_end else None,
    )


def _cited(analysis: Analysis, group: VerbGroup, floor: int) -> VerbGroup:
    """A verb group; one under a passive that cites ("was quoted as saying") with that passive as its auxiliary."""
    as_, passive = group.verb - 1, group.verb - 2
    if not group.gerund or passive <= floor or analysis.tokens.lowers[as_] != "as" or analysis.tags[passive] != "d":
        return group
    outer = verb_group(analysis, passive, floor)
    return outer._replace(verb=group.verb, passive=False) if outer.passive else group


def _confined(
    analysis: Analysis, group: VerbGroup, frame: str, content: Sequence[tuple[int, int]], floor: int
) -> Ranges:
    """What a cue governs, and of that only what belongs to its relative clause if it stands in one."""
    first, *rest = content
    if frame in {"quote", "np_quote"} or not in_relative(analysis, group, floor):
        return (first, *rest)
    return (before_verb(analysis, *first, clause=frame in _CLAUSAL_FRAMES), *rest)


def _complement(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], ceiling: int
) -> tuple[CueForm, str, Ranges] | None:
    """The surest frame that one of the cues takes here; longer cues first."""
    lowers = analysis.tokens.lowers
    at = group.verb + 1
    longest = -1
    best: tuple[int, CueForm, str, Ranges] | None = None
    for form in forms:
        size = len(form.tail)
        if size < longest or (size and tuple(lowers[at : at + size]) != form.tail):
            continue
        for frame in form.cue.frames:
            order = _ORDER[frame]
            if best is not None and len(best[1].tail) == size and order > best[0]:
                continue
            content = read_frame(analysis, form.cue, frame, at + size, ceiling)
            if content is None or (
                best is not None
                and len(best[1].tail) == size
                and order == best[0]
                and not (
                    frame == "that" and form.cue.kind is ClaimKind.EVENTUALITY and _is_subjunctive(analysis, content[0])
                )
            ):
                continue
            best, longest = (order, form, frame, content), size
    return best[1:] if best else None


def _is_subjunctive(analysis: Analysis, content: tuple[int, int]) -> bool:
    """Whether a that-clause is a demand: its verb is a bare "be" or base form ("insists that it be weighed")."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    for at in range(content[0] + 1, min(content[1], content[0] + 14)):
        if tags[at] in "vMBVO":
            return lowers[at] == "be"
    return False


def _passive(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """A claim in the passive: by its agent, or by nobody in particular ("it was reported that", "is expected to")."""
    at = group.verb + 1
    agent = agent_of(analysis, at, ceiling)
    start = agent.end if agent else at
    for form in forms:
        if form.tail:
            continue
        for frame in ("np_that", "that", "np_to", "clause_to", "np_pp"):
            if frame not in form.cue.frames:
                continue
            active = {"np_to": "to", "clause_to": "to", "np_pp": "pp", "np_that": "that"}.get(frame, frame)
            content = read_frame(analysis, form.cue, active, start, ceiling)
            if content is None and agent:
                content = read_frame(analysis, form.cue, active, at, agent.first - 1)
            if content is not None:
                nobody = Source(-1, -1, HolderReason.PASSIVE if frame != "clause_to" else HolderReason.NO_SOURCE)
                return ClaimDraft(
                    form.cue, frame, agent or nobody, (cue_first(group), at), list(content), negated=group.negated
                )
        if agent and {"np", "np_as"} & set(form.cue.frames):
            subject = noun_phrase_before(analysis, group.subject_end, floor)
            if subject:
                return ClaimDraft(form.cue, "np", agent, (cue_first(group), at), [subject], negated=group.negated)
    return None
