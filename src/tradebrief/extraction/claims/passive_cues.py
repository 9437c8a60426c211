"""Claims whose cue is a verb in the passive: by an agent, by nobody, or as a participle after its noun."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.claims.complements import read_frame
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, after_apposition, agent_of, can_hold
from tradebrief.extraction.grammar.clauses import before_verb, clause_end
from tradebrief.extraction.grammar.phrases import VerbGroup, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue
from tradebrief.model import Assertion, HolderReason

__all__ = ["may_be_passive", "passive_draft", "reduced_passive"]

_JOINED_REACH = 12
_CLAUSE_REACH = 40
_DEMANDING = frozenset({"np_to"})
# The frames that a passive keeps, each with what stands after it there.
_PASSIVE_FRAMES = {
    "np_that": "that", "that": "that", "np_wh": "wh", "np_to": "to", "clause_to": "to", "passive_to": "to",
    "np_pp": "pp",
    "np_bare": "bare", "np_quote": "quote",
}  # fmt: skip


def may_be_passive(forms: Sequence[CueForm]) -> bool:
    """Whether a verb that is a cue by itself may be a participle."""
    return bool(forms) and "n" in forms[-1].slots


def reduced_passive(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """A passive participle after its noun, where it names its agent: "a clause opposed by the growers"."""
    if _is_put_to_one(analysis, group, forms, floor):
        return passive_draft(analysis, group, forms, floor, ceiling)
    before = analysis.tags[group.verb - 1] if group.verb > floor else "."
    if (
        (before == "A" or analysis.tokens.lowers[group.verb - 1] == "once")
        and group.subject_end > floor
        and analysis.tags[group.subject_end - 1] == ","
    ):
        before = ","  # "the levy, long regarded by growers as", "the levy, once described by Lima as"
    if before == "C":
        group = _joined_passive(analysis, group, floor)
    elif before not in "NE),":
        return None
    draft = passive_draft(analysis, group, forms, floor, ceiling)
    return draft if draft is not None and draft.source.first >= 0 and can_hold(analysis, draft.source) else None


def _joined_passive(analysis: Analysis, group: VerbGroup, floor: int) -> VerbGroup:
    """A participle after "and" with the subject of the passive before it: "was praised by Oslo and mocked by Lima"."""
    tags = analysis.tags
    for at in range(group.verb - 2, max(floor, group.verb - _JOINED_REACH), -1):
        if tags[at] == "d":
            outer = verb_group(analysis, at, floor)
            return group._replace(subject_end=outer.subject_end) if outer.passive else group
        if tags[at] in "vMBVO.;:q":
            break
    return group


def _is_put_to_one(analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int) -> bool:
    """Whether a participle tells what somebody was asked, at a start or after "when": "Asked about it, Lima".

    After a comma only where a question follows, as after one that asks for something as well: "Pressed on whether".
    """
    opens = group.subject_end == floor or analysis.tags[group.subject_end - 1] in "WU,"
    if not opens:
        return False
    single, asked = [form.cue for form in forms if not form.tail], _is_question(analysis, group.verb + 1)
    if any("np_wh" in cue.frames and cue.assertion is Assertion.NOT_ASSERTED for cue in single):
        return asked or group.subject_end == floor or analysis.tags[group.subject_end - 1] != ","
    return asked and any("np_pp" in cue.frames and _DEMANDING.isdisjoint(cue.frames) for cue in single)


def _is_question(analysis: Analysis, at: int) -> bool:
    """Whether a question begins at a token, or after a preposition there: "asked | whether", "pressed | on why"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at += at + 1 < len(tags) and tags[at] == "P"
    return at < len(tags) and (tags[at] == "W" or lowers[at] == "if")


def passive_draft(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """A claim in the passive: by its agent, or by nobody in particular ("it was reported that", "is expected to")."""
    at = group.verb + 1
    agent = agent_of(analysis, at, ceiling)
    for form in forms:
        if form.tail:
            continue
        by = _without_complement(analysis, form.cue, agent) if agent else None
        start = after_apposition(analysis, by, ceiling) if by else at
        for frame, active in _PASSIVE_FRAMES.items():
            if frame not in form.cue.frames:
                continue
            content = read_frame(analysis, form.cue, active, start, ceiling)
            opener = content[0][0] if content is not None and active == "wh" else None
            if opener is not None and analysis.tags[opener + 1 : opener + 2] == ["T"]:
                continue  # "were told how to file": taught, which is nobody's claim
            if content is None and by:
                content = read_frame(analysis, form.cue, active, at, by.first - 1)
            if content is not None:
                nobody = Source(-1, -1, HolderReason.PASSIVE if frame != "clause_to" else HolderReason.NO_SOURCE)
                return ClaimDraft(
                    form.cue, frame, by or nobody, (group.first, at), list(content), negated=group.negated
                )
        draft = _passive_object(analysis, group, form.cue, by, start, floor, ceiling)
        if draft is not None:
            return draft
    return None


def _passive_object(
    analysis: Analysis, group: VerbGroup, cue: Cue, by: Source | None, start: int, floor: int, ceiling: int
) -> ClaimDraft | None:
    """A passive whose subject is its content, alone or with what it is said to be: "was seen as a victory"."""
    subject, end = noun_phrase_before(analysis, group.subject_end, floor), group.subject_end
    aside = subject is None and group.first == group.verb and end > floor and analysis.tags[end - 1] == ","
    subject = noun_phrase_before(analysis, end - 1, floor) if aside else subject
    if subject is None:
        return None
    cue_range = (group.first, group.verb + 1)
    while start < ceiling and analysis.tags[start] == "A":
        start += 1
    frame = _frame_of_passive(analysis, cue, start, ceiling)
    if frame is not None:
        nobody = Source(-1, -1, HolderReason.PASSIVE)
        said = start, clause_end(analysis, start, ceiling)
        if group.first == group.verb:
            said = before_verb(analysis, *said, clause=False)  # "hailed as a breakthrough, | is"
        content = [subject, said]
        return ClaimDraft(cue, frame, by or nobody, cue_range, content, negated=group.negated)
    if by and start == by.end and "np_adj" in cue.frames and by.first - 1 > group.verb + 1:
        predicate = (group.verb + 1, by.first - 1)  # "was called unfair by Lima"
        if can_hold(analysis, by):
            return ClaimDraft(cue, "np_adj", by, cue_range, [subject, predicate], negated=group.negated)
    if by and "np" in cue.frames and not aside:  # "the pact, backed by Lima," takes a side and is no claim.
        subject = _with_clause(analysis, *_with_infinitive(analysis, *subject, floor), floor)
        return ClaimDraft(cue, "np", by, cue_range, [subject], negated=group.negated)
    return None


def _frame_of_passive(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> str | None:
    """The frame of what a passive says of its subject: "was seen | as a victory", "was ascribed | to the drought"."""
    if at + 1 >= ceiling:
        return None
    word, lowers = analysis.tokens.lowers[at], analysis.tokens.lowers
    if "np_with_pp" in cue.frames and word in cue.prepositions:
        return "np_with_pp"
    acts = analysis.tags[at + 1] == "g" and lowers[at + 1] in analysis.index.verb_cues
    return "np_as" if "np_as" in cue.frames and word == "as" and not acts else None


def _with_clause(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int]:
    """A phrase with the noun whose clause it ends: "the claim that mills pay | the duty" was rejected."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if first <= floor or tags[first - 1] not in "vi":
        return first, end
    that = analysis.tagged.rfind("H", max(floor, first - _CLAUSE_REACH) + 1, first)
    if that < 0 or lowers[that - 1] not in analysis.index.noun_cues:
        return first, end
    head = noun_phrase_before(analysis, that, floor)
    return (head[0], end) if head is not None else (first, end)


def _with_infinitive(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int]:
    """A phrase with the noun whose infinitive it is the object of: "the plan to drop the levy"."""
    tags = analysis.tags
    if first - 2 <= floor or tags[first - 1] != "i" or tags[first - 2] != "T" or tags[first - 3] != "N":
        return first, end
    head = noun_phrase_before(analysis, first - 2, floor)
    return (head[0] if head else first), end


def _without_complement(analysis: Analysis, cue: Cue, agent: Source) -> Source:
    """An agent up to what opens the content: "criticised by the growers for failing to act"."""
    lowers = analysis.tokens.lowers
    opens = {*cue.prepositions, "as"}
    end = next((at for at in range(agent.first + 1, agent.end) if lowers[at] in opens), agent.end)
    return Source(agent.first, end)
