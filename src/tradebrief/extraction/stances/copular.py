"""What a noun of somebody's is said to be: "Lima's main demand is a quota", "its quarrel is with the clause"."""

from __future__ import annotations

from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index_stances import StanceForm
from tradebrief.extraction.stances.holders import Control
from tradebrief.extraction.stances.targets import ON_THE_TABLE, plain_head_end
from tradebrief.extraction.stances.verbs import Bearing
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import MentionForm, Polarity

__all__ = ["read_copular"]

_OWNER_REACH = 4
_ASIDE_REACH = 6
_BUT_REACH = 10
_BEING = frozenset({"is", "was", "are", "were", "remains", "remained", "remain"})
_TOLD = (*ON_THE_TABLE, "control.moves", "control.wanted")


def read_copular(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """The reading of a noun with a possessor before it and a form of be after it."""
    owner = _owner(analysis, at, floor)
    be = None if owner is None else _be(analysis, at + 1 + len(form.tail), ceiling)
    target = None if be is None else _told(analysis, form, be + 1, ceiling)
    if owner is None or target is None:
        return None
    control = Control(owner, owner.first)
    return Bearing(at=at, form=form, control=control, target=target, first=owner.first, end=target[1])


def _owner(analysis: Analysis, noun: int, floor: int) -> Source | None:
    """Whose noun it is that opens a clause: "Lima's main | demand", "its | offer"."""
    tags = analysis.tags
    for probe in range(noun - 1, max(floor, noun - 1 - _OWNER_REACH) - 1, -1):
        if tags[probe] == "S":
            return Source(probe, probe + 1)
        if tags[probe] == "G":
            found = noun_phrase_before(analysis, probe, floor)
            return Source(*found) if found is not None else None
        if tags[probe] == "E" and (nation := _nation(analysis, probe)) is not None:
            return nation
        if tags[probe] not in "NAK":
            return None
    return None


def _nation(analysis: Analysis, at: int) -> Source | None:
    """The nation whose noun it is by the word for it: "the main Danish | demand"."""
    known = analysis.index.names.at(analysis.tokens.words, at)
    of_people = known is not None and known[0] == at + 1 and known[1].form is MentionForm.DEMONYM
    return Source(at, at + 1) if of_people else None


def _be(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """The form of be, or the colon, that follows a noun at once or after an aside: "in the talks | is"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if tags[at : at + 1] == [","]:  # "its reply, when it came, | was"
        at = analysis.tagged.find(",", at + 1, min(ceiling - 1, at + 2 * _ASIDE_REACH)) + 1
        return at if at and lowers[at] in _BEING else None
    for probe in range(at, min(ceiling - 1, at + _ASIDE_REACH)):
        if lowers[probe] in _BEING or tags[probe] == ":":
            return probe
        if tags[probe] not in ("PA" if probe == at else "DSNEKAg"):
            return None
    return None


def _told(analysis: Analysis, form: StanceForm, at: int, ceiling: int) -> tuple[int, int] | None:
    """What a noun is said to be, or what it is said to be for, to or with; of "not a levy but a quota" the second."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    while at < ceiling and tags[at] == "A":
        at += 1
    if at < ceiling and tags[at] == "X":
        last = min(ceiling - 1, at + _BUT_REACH)
        at = next((probe + 1 for probe in range(at + 1, last) if lowers[probe] == "but"), ceiling)
    if at < ceiling and tags[at] == "N" and tags[at + 1 : at + 2] == [":"]:
        at += 2  # "was mild: | a duty"
    if at >= ceiling - 1:
        return None
    if lowers[at] in form.rule.slots:
        lacked = lowers[at] == "about" and _is_lacked(analysis, form, plain_head_end(analysis, at + 1, ceiling) - 1)
        return None if lacked else noun_phrase_after(analysis, at + 1, ceiling)
    if "object" not in form.rule.slots or tags[at] not in "DSNEK":
        return None
    phrase = noun_phrase_after(analysis, at, ceiling)
    head = plain_head_end(analysis, at, ceiling) - 1
    if phrase is None or head < at or all(lowers[head] not in sets[key] for key in _TOLD):
        return None
    if (form.heads and lowers[head] not in form.heads) or _is_lacked(analysis, form, head):
        return None
    return None if analysis.index.judgments.may_begin(lowers, at, head + 1) else phrase


def _is_lacked(analysis: Analysis, form: StanceForm, head: int) -> bool:
    """Whether what a problem is said to be is what is missing, and nothing to object to: "its problem is | access"."""
    return (
        form.rule.polarity is Polarity.OPPOSE and analysis.tokens.lowers[head] in analysis.index.sets["control.wanted"]
    )
