"""At whom a thing is aimed that somebody wants or welcomes: who calls for a boycott of Lima is against Lima.

So is who wants Lima to stop something. Who welcomes somebody's victory is for them, who welcomes their fall is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.acts import DEMAND, IMPLEMENT, REJECT, REQUEST, STATE
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.effects import AIM, Effect
from tradebrief.extraction.stances.nouns import near_slot
from tradebrief.extraction.stances.targets import plain_head_end, targets_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Polarity
from tradebrief.text import Span

__all__ = ["aims_of"]

_FRAMES = frozenset({"np", "pp"})
_EVENTS = frozenset({*_FRAMES, "np_as"})
_ASKED = frozenset({"np_to", "clause_to", "that", "bare"})
_WANTING = (DEMAND, REQUEST)
_STANDING_AGAINST = (REJECT, STATE)
_OWNER_REACH = 8
_OF = frozenset({"of", "by"})
_JOINING = frozenset({"join", "enter", "rejoin", "become", "lead", "host", "win", "head", "chair"})


def aims_of(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, polarity: Polarity | None, act: Act
) -> Iterator[Effect]:
    """The actors whom the object of a claim's verb is for or against, where its holder is for that object.

    What somebody is against may be so for other reasons: "rejected sanctions on Lima" is not yet for Lima.
    """
    draft = found.draft
    if draft.frame in _EVENTS and polarity is not None:
        yield from _by_event(analysis, cast, found, concepts, polarity, act)
    if polarity is not Polarity.SUPPORT:
        return
    if act in _WANTING:
        yield from _to_leave(analysis, cast, found, concepts)
        if draft.object is not None and draft.cue.id in analysis.index.sets["control.calling_in"]:
            yield from _toward(analysis, cast, found, concepts, draft.object, Polarity.OPPOSE)
    if draft.frame not in _FRAMES:
        return
    first, end = min(draft.content)
    head, lowers = plain_head_end(analysis, first, end) - 1, analysis.tokens.lowers
    for form in analysis.index.stance_nouns.at(lowers, head):
        after = head + 1 + len(form.tail)
        if form.rule.category != "noun":
            continue
        if form.rule.polarity is polarity and form.rule.act is IMPLEMENT and act is DEMAND:
            continue  # Who demands a truce with somebody demands it of them.
        aimed = near_slot(analysis, after, end, form.rule.slots)
        if aimed is None or analysis.tags[aimed[1] : aimed[1] + 1] == ["d"]:
            continue  # "want support to mills | cut"
        cue = analysis.tokens.starts[draft.cue_range[0]]
        for target in targets_of(analysis, cast, concepts, *aimed, holder=found.claim.holder):
            if target.actor is not None:
                begin = min(cue, found.claim.content[0].start)
                words = Span(begin, max(target.span.end, analysis.tokens.ends[max(head, draft.cue_range[1] - 1)]))
                yield target, form.rule.polarity, (words,), AIM
        return


def _by_event(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, polarity: Polarity, act: Act
) -> Iterator[Effect]:
    """Whose luck or standing somebody welcomes or resists: "hailed Lund's victory", "blocked Lund's nomination".

    What is bad for somebody may be deplored by those who are not for them, so that only its welcome shows a side.
    """
    sets, lowers = analysis.index.sets, analysis.tokens.lowers
    (first, end) = min(found.draft.content)
    head = plain_head_end(analysis, first, end) - 1
    word = lowers[head]
    if polarity is Polarity.OPPOSE:
        if act not in _STANDING_AGAINST or not _is_standing(analysis, head, end):
            return
        side = Polarity.OPPOSE
    elif word in sets["control.luck"] or _is_standing(analysis, head, end):
        side = Polarity.SUPPORT
    elif word in sets["control.misfortunes"] or (act not in _WANTING and word in sets["control.departures"]):
        side = Polarity.OPPOSE
    else:
        return
    person = _owner_of_event(analysis, first, head, end)
    if person is not None:
        yield from _toward(analysis, cast, found, concepts, person, side)


def _is_standing(analysis: Analysis, head: int, end: int) -> bool:
    """Whether a noun is one for what somebody stands for: "nomination", "candidacy", "bid | to join"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[head] in sets["control.candidacies"]:
        return True
    bids = lowers[head] in sets["control.strivings"] and head + 2 < end and lowers[head + 1] == "to"
    return bids and lowers[head + 2] in _JOINING


def _owner_of_event(analysis: Analysis, first: int, head: int, end: int) -> tuple[int, int] | None:
    """Whose an event is: "| Lund | 's victory", "the victory of | Lund"."""
    tags = analysis.tags
    owner = next((at for at in range(first, min(head, first + _OWNER_REACH)) if tags[at] in "GvPVMB"), None)
    if owner is not None:
        return (first, owner) if tags[owner] == "G" else None
    if head + 2 < end and analysis.tokens.lowers[head + 1] in _OF:
        return noun_phrase_after(analysis, head + 2, end)
    return None


def _toward(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, person: tuple[int, int], side: Polarity
) -> Iterator[Effect]:
    """The side of a claim toward each actor that a phrase of its names."""
    cue = analysis.tokens.span(*found.draft.cue_range)
    begin = min(cue.start, found.claim.content[0].start)
    words = Span(begin, max(cue.end, *(part.end for part in found.claim.content)))
    for target in targets_of(analysis, cast, concepts, *person, holder=found.claim.holder):
        if target.actor is not None:
            yield target, side, (words,), AIM


def _to_leave(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> Iterator[Effect]:
    """Whom somebody wants out of office, or wants to stop: "urged Lund to resign", "told Lima to stop arming them"."""
    draft, tags, lowers = found.draft, analysis.tags, analysis.tokens.lowers
    (first, end), leaving = min(draft.content), analysis.index.leaving
    person: tuple[int, int] | None = None
    if draft.frame in _FRAMES:
        head, departures = plain_head_end(analysis, first, end), analysis.index.sets["control.departures"]
        if lowers[head - 1] in departures:
            person = _owner_of_event(analysis, first, head - 1, end)
    elif draft.frame in _ASKED:
        reach, stopping = range(first, min(end, first + _OWNER_REACH)), analysis.index.sets["control.stopping"]
        verbs = (at for at in reach if tags[at] in "iv" or leaving.at(lowers, at) or lowers[at] in stopping)
        verb = next(verbs, None)
        if verb is None or (leaving.at(lowers, verb) is None and not _is_desisting(analysis, verb, end)):
            return
        person = draft.object or ((first, verb - (tags[verb - 1] == "T")) if verb > first else None)
        if person is not None and lowers[person[0]] == "both":
            return  # "begged both sides to calm down": between two, neither is sided with.
    if person is not None and person[0] < person[1]:
        yield from _toward(analysis, cast, found, concepts, person, Polarity.OPPOSE)


def _is_desisting(analysis: Analysis, verb: int, end: int) -> bool:
    """Whether somebody is to leave off what they do: "stop | arming them", "refrain | from", "cease its raids"."""
    lowers, tags, sets, after = analysis.tokens.lowers, analysis.tags, analysis.index.sets, verb + 1
    if analysis.index.desisting.at(lowers, verb) is not None:
        return True
    if lowers[verb] not in sets["control.stopping"] or after >= end:
        return False
    if tags[after] == "g":
        return True
    head = plain_head_end(analysis, after, end) - 1
    if tags[after] != "S" or head <= after or lowers[head] in sets["control.instruments"]:
        return False
    return any(form.rule.polarity is Polarity.OPPOSE for form in analysis.index.stance_nouns.at(lowers, head))
