"""Who takes a side with a holder: "Norway, along with Chile,", "some states, notably Norway,", "two, A and B,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.sources import Source, head_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.stances.company import company_of, may_have_company
from tradebrief.extraction.stances.holders import control_of, holders_of, listed
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId, ActorKind

__all__ = ["allies_of", "sharers_of", "with_partners"]

_TOGETHER = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("in", "concert", "with"))
_OPENING_WORDS = frozenset(words[0] for words in _TOGETHER)
_VERB = re.compile("[vdMBVO.;:UH]")  # Over tags.
_CLOSING = "vMBVO.;:UH"  # Tags.
_REACH = 16


def with_partners(analysis: Analysis, cast: Cast, source: Source, holders: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Holders with those who take the side together with them, or are named as some of them, each once.

    Args:
        analysis: The text.
        cast: Who is who in it.
        source: The words for the holders.
        holders: Who they are.
    """
    if source.first < 0:
        return holders
    head = head_end(analysis, source)
    if head >= len(analysis.tags) or analysis.tags[head] not in ",PAU(":
        return holders  # As most do.
    _, ceiling = analysis.reach(source.first)
    closing = _VERB.search(analysis.tagged, head, min(ceiling, head + _REACH))
    end = closing.start() if closing is not None else min(ceiling, max(source.end, head))
    partners = _together(analysis, cast, head, end)
    if not partners and _are_several(analysis, cast, head, holders) and may_have_company(analysis, head - 1, end):
        partners = tuple(_some_of_them(analysis, cast, head, end))
    elif not partners and "C" in analysis.tagged[head : source.end] and _is_person(cast, holders[:1]):
        named = _some_of_them(analysis, cast, head, source.end)  # "President Ana Ruiz, Senator Eva Lund of Utah and"
        partners = tuple(actor for actor in named if _is_person(cast, (actor,)))
    return tuple(dict.fromkeys((*holders, *partners))) if partners else holders


def _is_person(cast: Cast, holders: tuple[ActorId, ...]) -> bool:
    return any(cast.actor(holder).kind is ActorKind.PERSON for holder in holders)


def _are_several(analysis: Analysis, cast: Cast, head: int, holders: tuple[ActorId, ...]) -> bool:
    """Whether a noun means several, of whom some may be named."""
    if not holders:
        return analysis.tags[head - 1] == "N" and analysis.tokens.lowers[head - 1].endswith("s")
    return len(holders) == 1 and cast.actor(holders[0]).kind is ActorKind.GROUP


def _some_of_them(analysis: Analysis, cast: Cast, head: int, end: int) -> Iterator[ActorId]:
    """The actors that are named as some of those before them, or are all of them: "two envoys, Ruiz and Lund,"."""
    tags = analysis.tags
    at = head if tags[head] in ",(" else next((at for at in range(head, end) if tags[at] == ","), head)
    for target in company_of(analysis, cast, at, end):
        if target.actor is not None:
            yield target.actor


def _together(analysis: Analysis, cast: Cast, at: int, end: int) -> tuple[ActorId, ...]:
    """Who is named after "along with" or the like, which may follow a comma."""
    lowers = analysis.tokens.lowers
    at += at < end and analysis.tags[at] == ","
    if at >= end or lowers[at] not in _OPENING_WORDS:
        return ()
    for words in _TOGETHER:
        first = at + len(words)
        if tuple(lowers[at:first]) == words and first < end:
            found = noun_phrase_after(analysis, first, end)
            return holders_of(analysis, cast, Source(*found)) if found is not None else ()
    return ()


def allies_of(analysis: Analysis, cast: Cast, to: int) -> Iterator[ActorId]:
    """With whom somebody joins to do what stands after "to": "joined forces with | Lima and Quito | to condemn it"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    floor, _ = analysis.reach(to)
    stop = max(floor, to - _REACH)
    opener = next((at for at in range(to - 1, stop, -1) if lowers[at] == "with" or tags[at] in _CLOSING), stop)
    if lowers[opener] != "with" or lowers[opener - 1] not in sets["control.allying"]:
        return
    at = opener + 1
    while at < to:
        named = max(cast.starting.get(at, ()), default=None)
        if named is not None and tags[at] not in "SR":
            yield named[1]
        at = named[0] if named is not None else at + 1


def sharers_of(analysis: Analysis, cast: Cast, verb: int) -> tuple[ActorId, ...]:
    """Who shares what is somebody's: "Finland and Austria | share | Lima's doubts about the levy"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if verb <= 0 or lowers[verb] not in analysis.index.sets["control.sharing"] or tags[verb] not in "vdi":
        return ()
    floor, _ = analysis.reach(verb)
    group = verb_group(analysis, verb, floor)
    control = None if group.negated or group.passive else control_of(analysis, group, floor)
    if control is None or control.negated or control.modal:
        return ()
    return listed(analysis, cast, control.source) or holders_of(analysis, cast, control.source)
