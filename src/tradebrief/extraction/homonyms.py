"""A country and a state of one name, such as Georgia: which of the two a text means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.identity_words import identity_words_of
from tradebrief.extraction.index import NameForm
from tradebrief.extraction.kinds import COUNTRY, METONYM, NAME, SUBNATIONAL
from tradebrief.extraction.names import entry_candidate
from tradebrief.lexicon import ActorEntry, Lexicon
from tradebrief.model import ActorId

__all__ = ["settle_homonyms"]

_STATE = "subnational:"
_ROW = frozenset({",", "and", "or", "&", "/"})


def settle_homonyms(analysis: Analysis, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those of a country changed for those of its namesake among states where the text means that.

    It does where the name stands in a row with other states, after a town of the state's country, or with an office
    that states have. Unless the text names the country's capital as well, that goes for all places of the name.
    """
    states = _states(analysis.lexicon)
    doubtful = {found.entry.id for found in candidates if found.entry is not None} & states.keys()
    if not doubtful:
        return list(candidates)
    signs = {id: set(_signs(analysis, candidates, id, states[id])) for id in doubtful}
    whole = {id for id in doubtful if signs[id] and not any(_is_capital(found, id) for found in candidates)}
    return [_changed(analysis, found, states, signs, whole) for found in candidates]


@lru_cache(maxsize=8)
def _states(lexicon: Lexicon) -> dict[ActorId, ActorEntry]:
    """The states that have a country's name, by the country's id."""
    countries = {entry.name: entry for entry in lexicon.actors.values() if entry.kind is COUNTRY}
    return {
        countries[entry.name].id: entry
        for entry in lexicon.actors.values()
        if entry.kind is SUBNATIONAL and entry.name in countries
    }


def _changed(
    analysis: Analysis,
    found: Candidate,
    states: dict[ActorId, ActorEntry],
    signs: dict[ActorId, set[int]],
    whole: set[ActorId],
) -> Candidate:
    entry = found.entry
    if entry is None or entry.id not in states or found.form is METONYM:
        return found
    if entry.id not in whole and found.first not in signs[entry.id]:
        return found
    return entry_candidate(analysis, found.first, found.end, NameForm(states[entry.id], found.form, weak=False))


def _is_capital(found: Candidate, country: ActorId) -> bool:
    return found.form is METONYM and found.entry is not None and found.entry.id == country


def _signs(analysis: Analysis, candidates: Sequence[Candidate], id: ActorId, state: ActorEntry) -> Iterator[int]:
    """The first tokens of the names that stand where a state's would."""
    for number, found in enumerate(candidates):
        if found.entry is None or found.entry.id != id or found.form is not NAME:
            continue
        around = (*candidates[max(0, number - 1) : number], *candidates[number + 1 : number + 2])
        beside = any(_is_beside(analysis, found, other, state) for other in around)
        if beside or _has_office(analysis, found.first, found.end):
            yield found.first


def _is_beside(analysis: Analysis, found: Candidate, other: Candidate, state: ActorEntry) -> bool:
    """Whether another name in a row, or a town before a comma, is of the state's country."""
    before, after = sorted((found, other), key=lambda one: one.first)
    between = analysis.tokens.lowers[before.end : after.first]
    if not 0 < len(between) <= 2 or not _ROW.issuperset(between):
        return False
    place, entry = other.place, other.entry
    if place is not None and place.country == state.country:
        return place.id.startswith(_STATE) or (other is before and between == [","])
    return entry is not None and entry.kind is SUBNATIONAL and entry.country == state.country


def _has_office(analysis: Analysis, first: int, end: int) -> bool:
    """Whether an office of states stands with a name: "the governor of Georgia", "Georgia's governor"."""
    lowers, offices = analysis.tokens.lowers, identity_words_of(analysis.lexicon).state_offices
    if first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in offices:
        return True
    at = end + (end < len(lowers) and lowers[end] == "'s")
    return at < len(lowers) and lowers[at] in offices
