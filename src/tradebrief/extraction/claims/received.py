"""Claims about a subject that receives what a noun says: "the plan drew criticism from growers"."""

from __future__ import annotations

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.grammar.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ClaimKind, Polarity

__all__ = ["received_draft"]

_MODIFIERS = 4
_GIVERS = frozenset({"from", "among", "by"})
_HARDLY_ANY = frozenset({"little", "no", "scant", "scarcely", "hardly", "few", "minimal"})
_MET = frozenset({"met", "greeted", "received"})


def received_draft(analysis: Analysis, form: CueForm, at: int, floor: int, ceiling: int) -> ClaimDraft | None:
    """The claim of whoever a noun of support or opposition comes from, about the subject of its verb."""
    cue, end = form.cue, at + 1 + len(form.tail)
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if end + 1 >= ceiling or lowers[at] not in analysis.index.sets["grammar.granted"]:
        return None
    owned = lowers[end] == "of" and cue.polarity is Polarity.SUPPORT
    felt = cue.kind is ClaimKind.BELIEF or lowers[at] in analysis.index.sets["grammar.sides_felt"]
    seated = felt and lowers[end] == "in" and tags[end + 1] == "E"  # "met with scepticism in Lima"
    if lowers[end] not in _GIVERS and not owned and not seated:
        return None
    verb = at - 1
    receiving = analysis.index.receiving
    while verb > floor and tags[verb] in "NAKdD" and at - verb < _MODIFIERS and lowers[verb] not in receiving:
        verb -= 1
    met = lowers[verb] == "with" and lowers[verb - 1] in _MET  # "was met with scepticism by growers"
    verb -= met
    received = lowers[verb] in receiving and lowers[end] != "by"
    if verb < floor or tags[verb] not in "vdgiV" or not (met or received):
        return None
    if owned and lowers[verb + 1] != "the":
        return None  # "drew praise of the port"
    found = noun_phrase_after(analysis, end + 1, ceiling)
    if found is None:
        return None
    stop = next((probe for probe in range(*found) if tags[probe] in ",WH"), found[1])
    giver = Source(end + 1, stop)
    if not can_hold(analysis, giver):
        return None
    group = verb_group(analysis, verb, floor)
    about = noun_phrase_before(analysis, group.subject_end, floor)
    if about is None:
        return None
    frame = "pp" if "pp" in cue.frames else cue.frames[-1]
    negated = group.negated != (not _HARDLY_ANY.isdisjoint(lowers[verb + 1 : at]))
    return ClaimDraft(cue, frame, giver, (group.first, end + 1), [about], negated=negated, strong=1)
