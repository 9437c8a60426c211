"""What somebody does who claims something: states, asks for, demands, offers, concedes, rejects or threatens it."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.lookups.acts import (
    AGREE,
    CONCEDE,
    CRITICIZE,
    DEMAND,
    OFFER,
    PRAISE,
    REJECT,
    REQUEST,
    STATE,
    THREATEN,
)
from tradebrief.extraction.stances.contents import CLAUSES, INFINITIVES, OBJECT_FRAMES, is_negated, taken_back
from tradebrief.extraction.stances.lawsuits import strikes_back
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, ClaimKind, Polarity

__all__ = ["act_of", "hints_at_suit", "is_about_told"]

_OF_OTHERS = frozenset({"np", "np_participle", "pp", "clause_to"})
_GIVEN = (AGREE, CONCEDE, OFFER)
_SHOWN = frozenset({STATE, PRAISE, CRITICIZE, AGREE, CONCEDE, OFFER, REJECT})  # Acts that give way to another.
_IMAGINED = frozenset({"would", "'d"})
_POSSIBLE = frozenset({"could", "might", "may"})
_FUTURE = frozenset({"will", "would"})
_AHEAD = frozenset({*_FUTURE, *_POSSIBLE, "can", "ever"})
_REFUSING = frozenset({"will", "would", "won't", "wouldn't"})
_QUESTIONS = frozenset({"wh", "np_wh"})
_TOLD = ("grammar.told", "control.qualms", "control.reckoned")
_TABLED = ("control.bids", "control.steps")
_REACH = 24


def act_of(analysis: Analysis, found: FoundClaim) -> Act:
    """The act of a claim: to want something of others is to ask it of them."""
    draft, cue = found.draft, found.draft.cue
    if cue.act in _SHOWN and (shown := _shown(analysis, found)) is not None:
        return shown
    if cue.act is OFFER and (draft.frame == "to" or draft.frame in CLAUSES):
        return _of_step(analysis, found)
    if cue.act is STATE and _is_refused(analysis, found):
        return REJECT
    if draft.frame in CLAUSES and cue.id in analysis.index.sets["control.preferring"]:
        return REQUEST  # "would prefer that Lima lift the levy"
    return _of_others(analysis, found) if draft.frame in _OF_OTHERS or draft.frame == "to" else cue.act


def _shown(analysis: Analysis, found: FoundClaim) -> Act | None:
    """Another act than the cue's, where its negation, its modal or what it governs shows one."""
    draft, cue, sets = found.draft, found.draft.cue, analysis.index.sets
    act, thing = cue.act, draft.frame in OBJECT_FRAMES
    agreeable = act is STATE and cue.id in sets["control.objecting"] and is_negated(analysis, found)
    if cue.polarity is Polarity.OPPOSE and (agreeable or taken_back(analysis, found) is not None):
        return CONCEDE  # "does not object to a quota", "dropped its objections"
    if act is PRAISE and (is_negated(analysis, found) or (thing and _is_imagined(analysis, found))):
        return STATE  # "did not welcome the quota", "would welcome a quota"
    told = cue.id in sets["control.dismissing"] and is_about_told(analysis, found)
    if told or (cue.id in sets["control.turning_away"] and _is_tabled(analysis, found)):
        return REJECT  # "dismissed the charge as false", "the offer as late"
    if act is CRITICIZE and cue.outlook is not None and draft.frame in _QUESTIONS and _is_ahead(analysis, found):
        return STATE  # "questioned whether the levy would last"
    if act in _GIVEN and (is_negated(analysis, found) or _is_withheld(analysis, found)):
        return REJECT
    if act is AGREE and thing and _is_possible(analysis, found):
        return CONCEDE  # "could accept a quota"
    if act is REJECT and cue.id in sets["control.contesting"] and _is_announced(analysis, found):
        return THREATEN  # "will challenge the levy at the WTO"
    if act is STATE and draft.frame == "to" and not is_negated(analysis, found) and strikes_back(analysis, draft.first):
        return THREATEN  # "intends to sue"
    if act is OFFER and cue.id in sets["control.attached"] and analysis.tags[draft.first] not in "gi":
        return STATE  # "is committed to the pact"
    if act is OFFER and cue.id in sets["control.mooting"] and hints_at_suit(analysis, found):
        return THREATEN  # "raised the possibility of a lawsuit"
    if act is CONCEDE and cue.id in sets["control.hinting"]:
        struck = _is_measure(analysis, *min(draft.content)) or hints_at_suit(analysis, found)
        return THREATEN if struck else None  # "hinted at duties"
    return None


def _of_step(analysis: Analysis, found: FoundClaim) -> Act:
    """The act of an offer by what is to be done: a threat, or what somebody only puts up with."""
    draft, cue, sets = found.draft, found.draft.cue, analysis.index.sets
    step = draft.first if draft.frame == "to" else _step(analysis, *min(draft.content))
    word = analysis.tokens.lowers[step]
    if strikes_back(analysis, step):
        return THREATEN  # "vowed to retaliate"
    borne = cue.category != "verb" and draft.frame == "to" and word in sets["control.bearing"]
    return CONCEDE if borne else OFFER  # "is prepared to swallow a quota"


def _of_others(analysis: Analysis, found: FoundClaim) -> Act:
    """The act of wanting something, by whether it is wanted of others: "seeks to join", "would like Lima to join"."""
    draft, cue, sets = found.draft, found.draft.cue, analysis.index.sets
    if draft.frame == "to":
        asked = cue.id in sets["control.requesting"] and _is_of_others(analysis, draft.first)
        return STATE if cue.id in sets["control.striving"] else REQUEST if asked else cue.act
    if cue.id in sets["control.demanding"]:
        return DEMAND
    return REQUEST if cue.id in sets["control.requesting"] else cue.act


def _is_withheld(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what is promised is not to be done: "vowed not to lift the ban"."""
    return found.draft.frame in INFINITIVES and analysis.tags[found.draft.first] == "X"


def _is_imagined(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue stands under "would"."""
    cue = found.draft.cue_range[0]
    return not _IMAGINED.isdisjoint(analysis.tokens.lowers[max(0, cue - 2) : found.draft.cue_range[1]])


def _is_possible(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue tells of what somebody could do."""
    first, end = found.draft.cue_range
    return not _POSSIBLE.isdisjoint(analysis.tokens.lowers[first:end])


def is_about_told(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a claim is about what somebody has told: "dismissed | the charge", "scoffed at | claims that"."""
    (first, end), sets = min(found.draft.content), analysis.index.sets
    if found.draft.frame in CLAUSES:
        words = analysis.tokens.lowers[found.draft.cue_range[1] : first]
        return any(not sets[key].isdisjoint(words) for key in _TOLD)
    words = analysis.tokens.lowers[first : plain_head_end(analysis, first, end)]
    return any(not sets[key].isdisjoint(words) for key in (*_TOLD, "control.charges"))


def _is_tabled(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what a cue governs was offered or asked for: "the offer", "the timetable", "any exemption"."""
    first, end = min(found.draft.content)
    head = analysis.tokens.lowers[plain_head_end(analysis, first, end) - 1]
    return any(head in analysis.index.sets[key] for key in _TABLED)


def _is_ahead(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what is asked lies ahead: "whether the levy would last"."""
    first, end = min(found.draft.content)
    return not _AHEAD.isdisjoint(analysis.tokens.lowers[first : min(end, first + _REACH)])


def hints_at_suit(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what is hinted at is a case before a court: "hinted at legal action"."""
    first, end = min(found.draft.content)
    head = analysis.tokens.lowers[plain_head_end(analysis, first, end) - 1]
    return head in analysis.index.sets["control.suits"]


def _is_measure(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a phrase is about a measure rather than a relief from one: "duties of 5 percent"."""
    head, sets = analysis.tokens.lowers[plain_head_end(analysis, first, end) - 1], analysis.index.sets
    return head in sets["control.instruments"] and head not in sets["control.steps"]


def _is_refused(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether somebody will not do what would be for a thing: "will not vote for the bill"."""
    draft, cue, sets = found.draft, found.draft.cue, analysis.index.sets
    if cue.polarity is not Polarity.SUPPORT or cue.kind is not ClaimKind.EVENTUALITY:
        return False
    if not draft.negated or any(cue.id in sets[f"control.{key}"] for key in ("demanding", "requesting", "preferring")):
        return False
    first, end = draft.cue_range
    return not _REFUSING.isdisjoint(analysis.tokens.lowers[first:end])


def _is_of_others(analysis: Analysis, first: int) -> bool:
    """Whether what somebody would like is done by others: "would like to be left out", "to see the levy cut"."""
    if analysis.tokens.lowers[first] == "see":
        return True
    return analysis.tokens.lowers[first] == "be" and analysis.tags[first + 1 : first + 2] == ["d"]


def _step(analysis: Analysis, first: int, end: int) -> int:
    """The verb of what is promised in a clause: "that growers would | march"."""
    return next((at for at in range(first, min(end, first + _REACH)) if analysis.tags[at] == "i"), first)


def _is_announced(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue tells of what is to be done: "will challenge"."""
    first, end = found.draft.cue_range
    return not _FUTURE.isdisjoint(analysis.tokens.lowers[first:end])
