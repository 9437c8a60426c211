"""Whom a verb presents by what it says of its subject or of its object."""

from __future__ import annotations

from tradebrief.extraction.appraisals.bearers import Bearer
from tradebrief.extraction.appraisals.scope import NOBODY, Presented, Scope
from tradebrief.extraction.claims.sources import agent_of
from tradebrief.extraction.grammar.phrases import VerbGroup, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.stances.holders import control_of

__all__ = ["adverb_presents", "is_passive", "object_of", "subject_of", "verb_presents"]

_FRONTED_REACH = 12
_ADVERB_REACH = 3
_CHARGING = frozenset({"of", "for", "from"})


def is_passive(scope: Scope, group: VerbGroup) -> bool:
    """Whether a verb group is a passive, or a participle by itself."""
    participle = scope.analysis.tags[group.verb] == "d"
    return group.passive or (participle and not group.finite and not group.infinitive)


def verb_presents(scope: Scope, at: int, end: int, slot: str, *, toward: bool = False) -> Presented:
    """Whom a verb presents by its subject or its object.

    Args:
        scope: The article's.
        at: The token of the verb.
        end: The token after the verb and its particles.
        slot: ``subject`` or ``object``.
        toward: Whether it presents its subject only where its object mentions somebody.
    """
    floor, _ = scope.analysis.reach(at)
    group = verb_group(scope.analysis, at, floor)
    if slot == "subject":
        return Presented(void=True) if toward and not object_of(scope, group, end).bearers else subject_of(scope, group)
    found = object_of(scope, group, end)
    control = control_of(scope.analysis, group, floor) if found.bearers and not is_passive(scope, group) else None
    return found if control is None else found._replace(negated=control.negated)


def subject_of(scope: Scope, group: VerbGroup) -> Presented:
    """Who does what a verb says: its subject or agent, or else the nearest mention before it."""
    analysis, bearers = scope.analysis, scope.bearers
    floor, ceiling = analysis.reach(group.verb)
    if is_passive(scope, group):
        agent = agent_of(analysis, group.verb + 1, ceiling)
        return NOBODY if agent is None else Presented(bearers.of_phrase(agent.first, agent.end), group.negated)
    if group.gerund and (doer := _beside_gerund(scope, group.subject_end - 1, floor)) is not None:
        return Presented((doer,), group.negated)
    if group.infinitive and (doer := _asked(scope, group.first, floor)) is not None:
        return Presented((doer,), group.negated)
    control = control_of(analysis, group, floor)
    if control is not None and control.source.first >= 0:
        named = bearers.of_phrase(control.source.first, control.source.end)
        return Presented(named, control.negated, void=not named)
    start = group.first if group.finite or group.infinitive else group.verb
    return Presented(bearers.before(start, floor), group.negated)


def _beside_gerund(scope: Scope, at: int, floor: int) -> Bearer | None:
    """Who does what a gerund says, before it or before its preposition: "accused Lund of lying", "saw Lund lying"."""
    tags, lowers = scope.analysis.tags, scope.analysis.tokens.lowers
    at -= at > floor and lowers[at] in _CHARGING
    found = scope.bearers.at.get(at) if at >= floor and tags[at] in "ER" else None
    return found if found is None or found.first == floor or lowers[found.first - 1] != "by" else None


def _asked(scope: Scope, to: int, floor: int) -> Bearer | None:
    """Who is asked or made to do what an infinitive says: "called for Lund to resign", "urged him to help"."""
    found = scope.bearers.at.get(to - 1) if to > floor else None
    if found is None or scope.analysis.tags[to] != "T" or scope.analysis.tags[to - 1] not in "ER":
        return None
    before = found.first - 1
    return found if before >= floor and scope.analysis.tags[before] in "vdgiP" else None


def object_of(scope: Scope, group: VerbGroup, end: int) -> Presented:
    """Those to whom is done what a verb says: its object, the subject of a passive, what a participle modifies."""
    analysis, bearers = scope.analysis, scope.bearers
    (floor, ceiling), tags, at = analysis.reach(group.verb), analysis.tags, group.verb
    if not is_passive(scope, group):
        while end < ceiling and tags[end] in "Aq":
            end += 1
        return _named(scope, noun_phrase_after(analysis, end, ceiling), group)
    before = group.subject_end
    if before <= floor:
        return _named(scope, _after_comma(scope, end, ceiling), group)
    if not group.passive and tags[at - 1] in "DS" and at + 1 in bearers.at:
        return Presented((bearers.at[at + 1],), group.negated)  # "the disgraced Lund"
    relative = tags[before - 1] in "WH"
    before -= relative
    before -= before > floor and tags[before - 1] == "," and (relative or not group.passive)
    phrase = noun_phrase_before(analysis, before, floor)
    if phrase is None:
        return Presented(bearers.before(before, floor), group.negated)
    return _named(scope, phrase, group)


def _named(scope: Scope, phrase: tuple[int, int] | None, group: VerbGroup) -> Presented:
    """Whom a phrase names, with those that a list goes on with; nobody where it is a thing's: "rejected the levy"."""
    if phrase is None:
        return Presented(negated=group.negated)
    found = scope.bearers.listed(scope.bearers.of_phrase(*phrase))
    return Presented(found, group.negated, void=not found)


def _after_comma(scope: Scope, at: int, ceiling: int) -> tuple[int, int] | None:
    """The phrase that a participle which opens its sentence is about: "Accused of fraud, Lund ..."."""
    tags = scope.analysis.tags
    comma = next((probe for probe in range(at, min(ceiling - 1, at + _FRONTED_REACH)) if tags[probe] == ","), None)
    return noun_phrase_after(scope.analysis, comma + 1, ceiling) if comma is not None else None


def adverb_presents(scope: Scope, at: int, end: int) -> Presented:
    """Whom an adverb of manner presents: the subject of the verb beside it."""
    tags = scope.analysis.tags
    floor, ceiling = scope.analysis.reach(at)
    beside = (
        *range(end, min(ceiling, end + _ADVERB_REACH - 1)),
        *range(at - 1, max(floor, at - _ADVERB_REACH) - 1, -1),
    )
    verb = next((probe for probe in beside if tags[probe] in "vdgi"), None)
    if verb is None:
        return NOBODY
    group = verb_group(scope.analysis, verb, floor)
    if group.passive:
        return Presented(scope.bearers.before(group.first, floor), group.negated)
    return subject_of(scope, group)
