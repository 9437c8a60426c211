"""Whom words for several mean: "both countries", "the three sides", "they" after "Norway and Chile".

They are as many who fit in the nearest sentence that names any; where it names more than two, those two of whom it
speaks as one pair ("Norway and Chile criticized Peru. Both countries ..."). Where others fit as well, nobody is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.lookups.kinds import BLOC, COUNTRY, GOVERNMENT, GROUP, ORGANIZATION, PERSON
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId, ActorKind

__all__ = ["is_joint", "joint_actors"]

_STATES = frozenset({COUNTRY, GOVERNMENT, BLOC})
_PERSONS = frozenset({PERSON})
_BODIES = frozenset({ORGANIZATION, GROUP})
_BOTH, _TWO = frozenset({"both", "neither"}), frozenset({"the", "these", "those", "all"})
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PAIR = 2
_RECENT = 6  # Sentences before the own one.
_LONGEST_PAIR = 6  # Tokens from the end of the first of two to the other.
_MOST_MODIFIERS, _MOST_JOINING = 2, 2
_JOINING = frozenset({"and", "with", "met", "meets"})


class _Mention(NamedTuple):
    """Where somebody is mentioned who may be one of two."""

    first: int
    end: int
    id: ActorId
    side: str


def is_joint(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a noun phrase is one for some who are not named: "both sides", "the three countries", "the two"."""
    return _kinds(analysis, first, end) is not None


def joint_actors(analysis: Analysis, cast: Cast, first: int, end: int) -> tuple[ActorId, ...]:
    """The actors whom a noun phrase for so many means, two where it says no number; none where that is open.

    Args:
        analysis: The text.
        cast: Who is who in it.
        first: First token of the phrase.
        end: Token after its head.
    """
    pronoun = end - first == 1 and analysis.tokens.lowers[first] == "they"
    choices = (_STATES | _BODIES | _PERSONS,) if pronoun else _kinds(analysis, first, end)
    if not choices:
        return ()
    size = _COUNTS.get(analysis.tokens.lowers[first + 1], _PAIR) if first + 1 < end else _PAIR
    for number, kinds in enumerate(choices):
        paired = number > 0 or len(kinds) > len(_STATES)  # Others are only meant where they stand side by side.
        found = _nearest(analysis, cast, first, kinds, size, paired=paired)
        if found:
            return found
    return ()


def _has_complement(analysis: Analysis, end: int) -> bool:
    """Whether a phrase goes on after its head and says of whom it speaks: "both sides of the aisle"."""
    tags, lowers, times = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    if end + 1 >= len(tags) or lowers[end] not in {"of", "in"}:
        return False
    return lowers[end] == "of" or (tags[end + 1] in "ED" and lowers[end + 1] not in times)


def _kinds(analysis: Analysis, first: int, end: int) -> tuple[frozenset[ActorKind], ...] | None:
    """The kinds of actors of whom a phrase for several may speak, the likeliest first; None if it is none."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    opener, head = lowers[first], lowers[end - 1]
    if (opener not in _BOTH and opener not in _TWO) or _has_complement(analysis, end):
        return None
    if opener in _BOTH:
        counted = True
    else:
        counted = lowers[first + 1] in _COUNTS if first + 1 < end else False
        if not counted and not (end - first == 2 and head == "sides"):
            return None
    noun = first + 1 + (counted and opener in _TWO)
    if noun == end:  # "both", "the two"
        return (_STATES | _PERSONS | _BODIES,) if opener != "neither" else None
    if end - 1 - noun > _MOST_MODIFIERS or any(analysis.tags[at] not in "NAKEdg" for at in range(noun, end - 1)):
        return None
    if head in sets["grammar.joint_states"]:
        return (_STATES,)
    if head in sets["grammar.joint_persons"]:
        return (_PERSONS,)
    return (_STATES, _BODIES) if head in sets["grammar.joint_sides"] else None


def _nearest(
    analysis: Analysis, cast: Cast, at: int, kinds: frozenset[ActorKind], size: int, *, paired: bool
) -> tuple[ActorId, ...]:
    """As many as are meant who fit in the nearest sentence before a token that names so many."""
    own, places = analysis.sentence_at[at], cast.places
    sides: dict[str, ActorId] = {}
    for sentence in range(own, max(-1, own - 1 - _RECENT), -1):
        start, end = analysis.bounds[sentence]
        within = places[bisect_left(places, (start, 0)) : bisect_left(places, (min(end, at), 0))]
        fits = [found for place in within if (found := _mention(analysis, cast, place, kinds)) is not None]
        here = dict[str, ActorId]()
        for found in fits:
            here.setdefault(found.side, found.id)
        sides = here | {side: id for side, id in sides.items() if side not in here}
        if size > _PAIR:
            if len(sides) >= size:
                return tuple(sides.values()) if len(sides) == size else ()
            continue
        pair = _pair(analysis, fits)
        if pair and (paired or len(sides) > 2):
            return pair
        if len(sides) >= 2:
            return tuple(sides.values()) if len(sides) == 2 and not paired else ()
    return ()


def _mention(analysis: Analysis, cast: Cast, place: tuple[int, int], kinds: frozenset[ActorKind]) -> _Mention | None:
    """A mention that may be of one of two; a country in which something happens is none."""
    first, end = place
    id = cast.at[place]
    actor = cast.actor(id)
    if actor.kind not in kinds:
        return None
    if actor.kind is COUNTRY and analysis.tokens.lowers[first - 1 : first] in (["in"], ["at"]):
        return None
    side = actor.country if actor.kind in _STATES and actor.country is not None else id
    return _Mention(first, end, id, side)


def _pair(analysis: Analysis, fits: Sequence[_Mention]) -> tuple[ActorId, ...]:
    """The only two of some mentions that stand side by side, joined by "and"; none in a longer row."""
    found = {
        frozenset((one.side, other.side)): (one.id, other.id)
        for number, (one, other) in enumerate(pairwise(fits))
        if one.side != other.side
        and _are_joined(analysis, one, other)
        and not (number and _is_row(analysis, fits[number - 1], one))
    }
    return next(iter(found.values())) if len(found) == 1 else ()


def _are_joined(analysis: Analysis, one: _Mention, other: _Mention) -> bool:
    """Whether only "and" or "met", an article, titles and peoples stand between two mentions."""
    between = range(one.end, other.first)
    lowers, tags = analysis.tokens.lowers, analysis.tags
    joined = [at for at in between if lowers[at] in _JOINING]
    plain = all(tags[at] in "DENhdK" for at in between if at not in joined)
    return 1 <= len(joined) <= _MOST_JOINING and len(between) <= _LONGEST_PAIR and plain  # "and", "met with"


def _is_row(analysis: Analysis, one: _Mention, other: _Mention) -> bool:
    """Whether a comma parts two mentions of a row: "Peru, Norway and Chile"."""
    return analysis.tokens.lowers[one.end : other.first] == [","]
