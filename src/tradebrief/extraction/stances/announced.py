"""What a clause announces: what its holder won't do, or will to strike back, or what is to be, or could be.

"Said it would not sell its mills", "said it would sue", "is adamant that the levy be kept", "there can be no waiver".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.commands import commanded, leaves_off, past_condition, restrains
from tradebrief.extraction.stances.effects import changed_by
from tradebrief.extraction.stances.from_claims import attribution_of, bearers, held_by
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.lawsuits import strikes_back
from tradebrief.extraction.stances.targets import ON_THE_TABLE, plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import (
    Act,
    ActorId,
    ActorKind,
    Assertion,
    Polarity,
    RuleId,
    Stance,
    Target,
    TargetKind,
)

__all__ = ["from_announced", "with_announced"]

_CLAUSES = frozenset({"that", "bare", "quote", "np_that", "np_quote", "np_bare"})
_REACH = 24
_GROUP_REACH = 6
_OWN = frozenset({"i", "we"})
_OWN_SEVERAL = frozenset({"we", "they"})
_WEIGHING = frozenset({"consider", "weigh", "contemplate"})
_GOING = ("going", "to")
_QUOTED = frozenset({"quote", "np_quote"})
_MAY_BE = frozenset({"can", "could", "must", "may"})
_BE_NO = ("be", "no")
_BE = ["be"]
_HINT = "hint"
_OPEN = frozenset({"could", "might", "may", "can"})
_RULES = {
    Act.REJECT: RuleId("stance.announced.reject"),
    Act.THREATEN: RuleId("stance.announced.threaten"),
    Act.DEMAND: RuleId("stance.announced.demand"),
    Act.CONCEDE: RuleId("stance.announced.concede"),
    Act.OFFER: RuleId("stance.announced.offer"),
}
_SETTLED = (Act.REJECT, Act.DEMAND)
_JUDGMENT = "stance.judgment"
_UNLESS = frozenset({"unless", "until"})
_AT_ISSUE = (*ON_THE_TABLE, "control.negotiations")
_CROWDS = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION})
_OF_OTHERS = (["by"], ["from"])
_STATES = frozenset({ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.BLOC})


def with_announced(found: Sequence[Stance], announced: Sequence[Stance]) -> list[Stance]:
    """Stances with what is announced, as far as no word takes that side by itself; what is refused judges nobody.

    A threat stands beside the side toward whom it is against: "would ban Chilean pears unless".
    """
    refused = {stance.claim for stance in announced}
    kept = [stance for stance in found if stance.claim not in refused or not stance.rule.startswith(_JUDGMENT)]
    everything = {(stance.holder, stance.evidence[-1].end) for stance in kept}
    things = {
        (stance.holder, stance.evidence[-1].end)
        for stance in kept
        if stance.target is None or stance.target.actor is None
    }
    return [
        *kept,
        *(stance for stance in announced if not _is_said(stance, things if stance.act is Act.THREATEN else everything)),
    ]


def _is_said(announced: Stance, said: Iterable[tuple[ActorId, int]]) -> bool:
    """Whether another word within what is announced takes a side for the same holder."""
    shown = announced.evidence[0]
    return any(holder == announced.holder and shown.start < end <= shown.end for holder, end in said)


class _Announced(NamedTuple):
    """A verb group that says what is to be done, or not.

    Attributes:
        subject: Tokens of who is to do it.
        first: Its first token.
        verb: The token of its verb.
        negated: Whether it is not to be done.
        open: Whether it is only said to be possible.
        conditional: Whether it hangs on a condition before it.
    """

    subject: tuple[int, int]
    first: int
    verb: int
    negated: bool
    open: bool
    conditional: bool


class _Wanted(NamedTuple):
    """What somebody wants to be or not to be.

    Attributes:
        act: What they do by saying so.
        thing: Tokens of what they want or refuse.
        shown: The first token that shows it.
    """

    act: Act
    thing: tuple[int, int]
    shown: int


def from_announced(
    analysis: Analysis,
    cast: Cast,
    claims: Sequence[FoundClaim],
    concepts: Concepts,
    used: set[int],
    settings: Sequence[FoundClaim | None],
) -> Iterator[Stance]:
    """The stances of what holders refuse to do, and of what they announce only to strike back with it."""
    for found in claims:
        claim, draft = found.claim, found.draft
        if claim.assertion is not Assertion.ASSERTED:
            continue
        if draft.frame == "pp" and (warned := _warned_of(analysis, cast, found)) is not None:
            for holder in held_by(analysis, cast, found, settings):
                yield from _stances(analysis, cast, found, concepts, holder, warned)
        if draft.frame not in _CLAUSES:
            continue
        if draft.cue.polarity is not None or draft.cue.outlook is not None:
            continue
        if draft.frame not in _QUOTED and (wanted := _wanted(analysis, found)) is not None:
            for holder in held_by(analysis, cast, found, settings):
                yield from _stances(analysis, cast, found, concepts, holder, wanted)
            continue
        if draft.frame in _QUOTED and (order := commanded(analysis, *draft.content[0])) is not None:
            for holder in held_by(analysis, cast, found, settings):
                wanted = _Wanted(Act.DEMAND, (order[0], _end(analysis, *order)), order[0])
                yield from _stances(analysis, cast, found, concepts, holder, wanted)
            continue
        for first, end in draft.content:
            read = _announced(analysis, first, end)
            act = None if read is None or read.verb in used else _act_of(analysis, found, read)
            if read is None or act is None:
                continue
            doers = _doers(analysis, cast, found, read, settings)
            if doers:
                wanted = _Wanted(act, _done(analysis, read, end), read.first)
                for doer in doers:
                    yield from _stances(analysis, cast, found, concepts, doer, wanted)
                break


def _warned_of(analysis: Analysis, cast: Cast, found: FoundClaim) -> _Wanted | None:
    """What whoever warns of it threatens with: "warned of countermeasures", of growers "warned of blockades"."""
    draft, lowers, sets = found.draft, analysis.tokens.lowers, analysis.index.sets
    first, end = draft.content[0]
    if draft.cue.id not in sets["control.warning"] or lowers[first - 1] != "of" or found.claim.holder is None:
        return None
    head = plain_head_end(analysis, first, end)
    able = cast.kind(found.claim.holder) in _CROWDS and lowers[head - 1] in sets["control.stoppages"]
    if not (able or lowers[head - 1] in sets["control.reprisals"]) or lowers[head : head + 1] in _OF_OTHERS:
        return None
    return _Wanted(Act.THREATEN, (first, _end(analysis, first, end)), draft.cue_range[0])


def _act_of(analysis: Analysis, found: FoundClaim, read: _Announced) -> Act | None:
    """What somebody does who announces that: refuses it, threatens with it, or shows themselves open to it."""
    sets, verb = analysis.index.sets, analysis.tokens.lowers[read.verb]
    threat = strikes_back(analysis, read.verb) or (read.conditional and leaves_off(analysis, read.verb))
    if threat and not read.negated:
        return Act.THREATEN
    if read.open or (verb in _WEIGHING and not read.negated):
        return Act.CONCEDE if not read.negated and verb in sets["control.yielding"] else None
    unwilled = verb in sets["control.unwilled"]
    if read.negated:
        return None if unwilled else Act.REJECT
    if found.draft.cue.id in sets["control.promising"] and not unwilled:
        return Act.OFFER
    if found.draft.cue.id not in sets["control.warning"]:
        return Act.THREATEN if restrains(analysis, read.verb) and _is_up_to_others(analysis, found) else None
    return Act.THREATEN if not unwilled or verb in sets["control.striking"] else None


def _is_up_to_others(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a clause hangs on what others do: "unless the levy goes", "if Lima leaves"; not "if the lease ends"."""
    lowers, tags, index = analysis.tokens.lowers, analysis.tags, analysis.index
    for span in found.claim.conditions:
        first, end = analysis.tokens.range(span)
        if lowers[first - 1] in _UNLESS or "E" in tags[first:end] or not index.holders.isdisjoint(lowers[first:end]):
            return True
        if any(not index.sets[key].isdisjoint(lowers[first:end]) for key in _AT_ISSUE):
            return True
    return False


def _done(analysis: Analysis, read: _Announced, end: int) -> tuple[int, int]:
    """What is to be done: from its verb, or from the gerund after one of weighing ("would consider | lifting it")."""
    weighed = analysis.tokens.lowers[read.verb] in _WEIGHING and analysis.tags[read.verb + 1 : read.verb + 2] == ["g"]
    first = read.verb + weighed
    return first, _end(analysis, first, end)


def _announced(analysis: Analysis, first: int, end: int) -> _Announced | None:
    """What the first clause of a content announces: its subject, "will", "would" or "could", and the verb."""
    tags, lowers, planning = analysis.tags, analysis.tokens.lowers, analysis.index.sets["control.planning"]
    main = past_condition(analysis, first, end)
    first = first if main is None else main
    last = min(end, first + _REACH)
    while first < last and tags[first] in "qA":
        first += 1
    at = next((at for at in range(first, last) if tags[at] in "vMBVOWHUP,;:"), last)
    if main is not None and at < last and tags[at] == "v" and at == first + 1 and lowers[first] in _OWN:
        return _Announced((first, at), at, at, negated=False, open=False, conditional=True)  # "we close the mill"
    going = at < last and tags[at] == "B" and _GOING in (tuple(lowers[at + 1 : at + 3]), tuple(lowers[at + 2 : at + 4]))
    open_to = at < last and lowers[at] in _OPEN
    if at >= last or at == first or not (going or open_to or lowers[at] in planning):
        return None
    verb = next((v for v in range(at + 1, min(last, at + _GROUP_REACH)) if tags[v] == "i"), None)
    if verb is None or any(tags[v] not in "XABTgC" and lowers[v] != "going" for v in range(at + 1, verb)):
        return None
    negated = lowers[at].endswith("n't") or "X" in tags[at + 1 : verb]
    return _Announced((first, at), at, verb, negated, open_to, main is not None)


def _doers(
    analysis: Analysis, cast: Cast, found: FoundClaim, read: _Announced, settings: Sequence[FoundClaim | None]
) -> tuple[ActorId, ...]:
    """Who is to do it: the speaker, the state for which they speak, or each of several who say so of themselves."""
    if found.claim.holder is not None:
        doer = _doer(analysis, cast, found, read)
        return () if doer is None else (doer,)
    first, end = read.subject
    own = end - first == 1 and analysis.tokens.lowers[first] in _OWN_SEVERAL
    return held_by(analysis, cast, found, settings) if own else ()


def _doer(analysis: Analysis, cast: Cast, found: FoundClaim, read: _Announced) -> ActorId | None:
    """Who is to do it: the speaker, or the state for which they speak."""
    holder = found.claim.holder
    first, end = read.subject
    if holder is None or (end - first == 1 and analysis.tokens.lowers[first] in _OWN):
        return holder
    if analysis.tags[first] == "S" and analysis.tokens.lowers[end - 1] in analysis.index.sets["control.agents"]:
        return holder  # "said his lawyers would sue"
    named = bearers(analysis, cast, Source(first, end), found)
    if len(named) != 1:
        return None
    if named[0] == holder:
        return holder
    if cast.kind(named[0]) not in _STATES:
        return None
    own, state = cast.actor(holder).country, cast.actor(named[0]).country
    return named[0] if own == state or (own is None and _is_official(analysis, cast, holder)) else None


def _is_official(analysis: Analysis, cast: Cast, holder: ActorId) -> bool:
    """Whether somebody has an office in which they speak for their state."""
    offices = analysis.index.sets["control.offices"]
    actor = cast.actor(holder)
    named = not offices.isdisjoint(actor.name.lower().split())  # "the spokesman", "an aide to the president"
    return named or any(not offices.isdisjoint(role.title.lower().split()) for role in actor.roles)


def _wanted(analysis: Analysis, found: FoundClaim) -> _Wanted | None:
    """What a clause says is to be, may not be or could be: "that the levy be kept", "there can be no waiver"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    first, end = found.draft.content[0]
    last = min(end, first + _REACH)
    if first < end and tags[first] in "PU":  # "without an end to the duties there can be no deal"
        first = next((at for at in range(first, last) if lowers[at] == "there"), first)
    at = next((at for at in range(first, last) if tags[at] in "vMBVOWHUP,;:"), last)
    if at >= last or at == first:
        return None
    going = found.draft.cue.id in sets["control.insisting"] and lowers[at] in sets["concepts.going"]
    if lowers[at] == "be" or (going and lowers[at - 1].endswith("s")):  # A subjunctive; "insists that the duties go".
        return _Wanted(Act.DEMAND, (first, _end(analysis, first, end)), first)
    if lowers[first] == "there" and lowers[at] in _MAY_BE and tuple(lowers[at + 1 : at + 3]) == _BE_NO:
        phrase = noun_phrase_after(analysis, at + 2, end)
        return phrase and _Wanted(Act.REJECT, phrase, first)
    if lowers[first] == "no" and lowers[at] in sets["control.planning"] and lowers[at + 1 : at + 2] == _BE:
        granted = not sets["control.granted"].isdisjoint(lowers[at + 2 : at + 3]) and lowers[at + 3 : at + 4] != ["by"]
        return _Wanted(Act.REJECT, (first, at), first) if granted else None
    if found.draft.cue.id == _HINT and lowers[at] in _OPEN and lowers[at + 1 : at + 2] == _BE:
        struck = not sets["control.withdrawing"].isdisjoint(lowers[at + 2 : at + 3])
        if struck:  # "hinted that the offer might be withdrawn"
            return _Wanted(Act.THREATEN, (first, _end(analysis, first, end)), first)
    open_to = found.draft.cue.id in sets["control.conceding"] and lowers[at] in _OPEN
    if open_to and lowers[at + 1 : at + 2] == _BE and not sets["control.reopening"].isdisjoint(lowers[at + 2 : at + 3]):
        return _Wanted(Act.CONCEDE, (first, _end(analysis, first, end)), first)
    return None


def _end(analysis: Analysis, first: int, end: int) -> int:
    """Where what is announced ends: before a mark or a subordinate clause."""
    stop = next((at for at in range(first + 1, end) if analysis.tags[at] in ",;:U"), end)
    return max(first + 1, trim_end(analysis, first, stop))


def _stances(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, holder: ActorId, wanted: _Wanted
) -> Iterator[Stance]:
    """The stance on what is announced, and that on the measure of which less is demanded or refused."""
    evidence = analysis.tokens.span(wanted.shown, wanted.thing[1])
    polarity = Polarity.OPPOSE if wanted.act is Act.REJECT else Polarity.SUPPORT
    (first, end), span = wanted.thing, analysis.tokens.span(*wanted.thing)
    none = analysis.tokens.lowers[first] == "no"  # "there can be no cut in the levy"
    concept = concepts.of_phrase(first + 1, plain_head_end(analysis, first + 1, end), end) if none else None
    target = Target(kind=TargetKind.PROPOSAL, span=span, concept=concept or concepts.of_clause(first, end))
    changed = changed_by(analysis, concepts, *wanted.thing, polarity) if wanted.act in _SETTLED else []
    sides = [(target, polarity, _RULES[wanted.act])]
    sides += [(thing, side, rule) for thing, side, _, rule in changed]
    for thing, side, rule in sides:
        yield Stance(
            id=stance_id(analysis, holder, side, wanted.act, evidence),
            holder=holder,
            target=thing,
            polarity=side,
            act=wanted.act,
            certainty=found.claim.certainty,
            attribution=attribution_of(analysis, cast, found),
            conditions=found.claim.conditions,
            evidence=(evidence,),
            claim=found.claim.id,
            rule=rule,
        )
