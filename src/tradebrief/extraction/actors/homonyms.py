"""A country and a state of one name, such as Georgia: which of the two a text means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.name_candidates import entry_candidate
from tradebrief.extraction.lookups.identity_words import identity_words_of
from tradebrief.extraction.lookups.index import NameForm
from tradebrief.extraction.lookups.kinds import COUNTRY, DEMONYM, METONYM, NAME, ORGANIZATION, SUBNATIONAL
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import ActorEntry, Lexicon
from tradebrief.model import ActorId

__all__ = ["UNDECIDED", "settle_homonyms", "states_of_countries"]

UNDECIDED = "actor.namesake"  # The rule of a name that may be a country's or a state's.
_STATE = "subnational:"
_ROW = frozenset({",", "and", "or", "&", "/"})
_LONGEST_OFFICE = 4
_OF = frozenset({"of", "from"})
_APPOSITION = 7  # Words from the comma to the noun of an apposition.
_ONLY_OPENS = frozenset({",", "("})


class _Signs(NamedTuple):
    """The tokens at which something shows which of two namesakes a text means.

    Attributes:
        state: Names that stand where a state's would.
        country: Names that stand where a country's would.
        near_state: What else shows the state: its towns and companies.
        near_country: What else shows the country: its capital, its towns, its people.
        domestic: Whether the text names something of the state's country that hardly concerns other countries.
        abroad: Whether the text names another country.
    """

    state: frozenset[int]
    country: frozenset[int]
    near_state: tuple[int, ...]
    near_country: tuple[int, ...]
    domestic: bool
    abroad: bool


def settle_homonyms(analysis: Analysis, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those of a country changed for those of its namesake among states where the text means that.

    What stands with the name decides: a row with other states, a town before it, an office that states have; a row
    with other countries. Else it is what the rest of the text speaks of, or the rest of the paragraph where that is
    both. Where nothing tells, the name is the country's if the text names other countries and nothing of the state's
    country at home; else it stays open.
    """
    states = states_of_countries(analysis.lexicon)
    doubtful = {found.entry.id for found in candidates if found.entry is not None} & states.keys()
    if not doubtful:
        return list(candidates)
    signs = {id: _signs(analysis, candidates, id, states[id]) for id in doubtful}
    return [_changed(analysis, found, states, signs) for found in candidates]


@lru_cache(maxsize=8)
def states_of_countries(lexicon: Lexicon) -> dict[ActorId, ActorEntry]:
    """The states that have a country's name, by the country's id."""
    countries = {entry.name: entry for entry in lexicon.actors.values() if entry.kind is COUNTRY}
    return {
        countries[entry.name].id: entry
        for entry in lexicon.actors.values()
        if entry.kind is SUBNATIONAL and entry.name in countries
    }


def _changed(
    analysis: Analysis, found: Candidate, states: dict[ActorId, ActorEntry], signs: dict[ActorId, _Signs]
) -> Candidate:
    entry = found.entry
    if entry is None or entry.id not in states or found.form is METONYM:
        return found
    meant = _is_state(analysis, found, signs[entry.id])
    if meant is None and found.form is NAME:
        return Candidate(found.first, found.end, NAME, COUNTRY, UNDECIDED)
    if not meant:
        return found
    return entry_candidate(analysis, found.first, found.end, NameForm(states[entry.id], found.form, weak=False))


def _is_state(analysis: Analysis, found: Candidate, signs: _Signs) -> bool | None:
    """Whether a name is the state's; None if that stays open."""
    at = found.first
    if (at in signs.state) != (at in signs.country):
        return at in signs.state
    states, countries = [*signs.state, *signs.near_state], [*signs.country, *signs.near_country]
    if states and countries:
        first, end = _paragraph(analysis, at)
        states = [sign for sign in states if first <= sign < end]
        countries = [sign for sign in countries if first <= sign < end]
    elif not states and not countries:
        return False if signs.abroad and not signs.domestic else None
    return None if bool(states) == bool(countries) else bool(states)


def _paragraph(analysis: Analysis, at: int) -> tuple[int, int]:
    """The tokens of the block that a token stands in."""
    return analysis.blocks[max(0, bisect_right(analysis.blocks, at, key=itemgetter(0)) - 1)]


def _signs(analysis: Analysis, candidates: Sequence[Candidate], id: ActorId, state: ActorEntry) -> _Signs:
    """What shows whether a name is a country's or a state's."""
    identity = identity_words_of(analysis.lexicon)
    own = identity.state_signs.get(state.id, frozenset())
    near_state, near_country = list(_called_after(analysis, candidates, id, "state")), list[int]()
    near_country += _called_after(analysis, candidates, id, "country")
    domestic = abroad = False
    home = id.removeprefix("country:").upper()
    for found in candidates:
        place, entry = found.place, found.entry
        if place is not None:
            if place.name in own:
                near_state.append(found.first)
            elif place.country == home:
                near_country.append(found.first)
            domestic = domestic or (place.country == state.country and place.id != state.id)
        elif entry is not None and entry.id != id:
            if entry.id in own:
                near_state.append(found.first)
            elif entry.country == home:
                near_country.append(found.first)
            at_home = (entry.country == state.country and entry.kind is not COUNTRY) or entry.id in identity.state_homes
            domestic = domestic or at_home
            abroad = abroad or entry.kind is COUNTRY
        elif entry is not None and (found.form is METONYM or _is_adjective(analysis, found)):
            near_country.append(found.first)
        elif entry is None and found.form is NAME and _holds(analysis, found, own | {state.name}):
            near_state.append(found.first)
    return _Signs(
        state=frozenset(_of_state(analysis, candidates, id, state)),
        country=frozenset(_of_country(analysis, candidates, id)),
        near_state=tuple(near_state),
        near_country=tuple(near_country),
        domestic=domestic,
        abroad=abroad,
    )


def _holds(analysis: Analysis, found: Candidate, words: frozenset[str]) -> bool:
    """Whether a body's name begins with the state's ("Georgia Power") or one of its towns'."""
    return found.kind is ORGANIZATION and analysis.tokens.words[found.first] in words


def _called_after(analysis: Analysis, candidates: Sequence[Candidate], id: ActorId, noun: str) -> Iterator[int]:
    """Where "the state" or "the country" means a name that is the last one of its sort before it."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    named = [found for found in candidates if _is_land(found)]
    starts = [found.first for found in named]
    for at in range(1, len(tags)) if noun in lowers else ():
        if lowers[at] != noun or lowers[at - 1] != "the" or tags[at + 1 : at + 2] in (["N"], ["E"], ["h"]):
            continue
        if lowers[at + 1 : at + 2] == ["of"]:  # "the state of the mills"
            continue
        last = bisect_right(starts, at) - 1
        if last >= 0 and (entry := named[last].entry) is not None and entry.id == id:
            yield at


def _is_land(found: Candidate) -> bool:
    if found.place is not None:
        return found.place.id.startswith(_STATE)
    return found.entry is not None and found.entry.kind in (COUNTRY, SUBNATIONAL)


def _is_adjective(analysis: Analysis, found: Candidate) -> bool:
    """Whether a people's name stands before what is theirs: "Georgian wine". That of a state hardly does."""
    return found.form is DEMONYM and found.end < len(analysis.tags) and analysis.tags[found.end] == "N"


def _of_state(analysis: Analysis, candidates: Sequence[Candidate], id: ActorId, state: ActorEntry) -> Iterator[int]:
    """The first tokens of the names that stand where a state's would."""
    for found, around in _with_neighbours(candidates, id):
        beside = any(_is_beside(analysis, found, other, state) for other in around)
        named = _has_office(analysis, found.first, found.end) or _is_called_state(analysis, found.end)
        if beside or named or _has_people(analysis, found.end) or _sends(analysis, found, around[:1]):
            yield found.first


def _of_country(analysis: Analysis, candidates: Sequence[Candidate], id: ActorId) -> Iterator[int]:
    """The first tokens of the names that stand in a row with other countries, or with an office of countries."""
    for found, around in _with_neighbours(candidates, id):
        if _has_minister(analysis, found.first, found.end):
            yield found.first
        for other in around:
            is_country = other.form is NAME and other.entry is not None and other.entry.kind is COUNTRY
            if is_country and other.entry != found.entry and _between(analysis, found, other) not in (None, [","]):
                yield found.first


def _with_neighbours(candidates: Sequence[Candidate], id: ActorId) -> Iterator[tuple[Candidate, tuple[Candidate, ...]]]:
    """The names of a country, each with the candidates before and after it."""
    for number, found in enumerate(candidates):
        if found.entry is not None and found.entry.id == id and found.form is NAME:
            yield found, (*candidates[max(0, number - 1) : number], *candidates[number + 1 : number + 2])


def _between(analysis: Analysis, one: Candidate, other: Candidate) -> list[str] | None:
    """The words that join two names in a row; None if they stand in none."""
    before, after = sorted((one, other), key=lambda found: found.first)
    between = analysis.tokens.lowers[before.end : after.first]
    return between if 0 < len(between) <= 2 and _ROW.issuperset(between) else None


def _is_beside(analysis: Analysis, found: Candidate, other: Candidate, state: ActorEntry) -> bool:
    """Whether another name in a row, or a town before a comma, is of the state's country; or that itself follows."""
    between = _between(analysis, found, other)
    if between is None:
        return False
    place, entry, comma = other.place, other.entry, between == [","]
    if place is not None and place.country == state.country:
        return place.id.startswith(_STATE) or (other.first < found.first and comma)
    if entry is None or entry.country != state.country:
        return False
    return entry.kind is SUBNATIONAL or (entry.kind is COUNTRY and comma and other.first > found.first)


def _has_office(analysis: Analysis, first: int, end: int) -> bool:
    """Whether an office of states stands with a name: "the governor of Georgia", "Georgia's governor"."""
    lowers, offices = analysis.tokens.lowers, identity_words_of(analysis.lexicon).state_offices
    if first > 1 and lowers[first - 1] in _OF and lowers[first - 2] in offices:
        return True
    at = end + (end < len(lowers) and lowers[end] == "'s")
    return at < len(lowers) and lowers[at] in offices


def _has_minister(analysis: Analysis, first: int, end: int) -> bool:
    """Whether an office of countries stands with a name: "the ambassador of Georgia", "Georgia's prime minister"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    offices = identity_words_of(analysis.lexicon).country_offices
    if first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in offices:
        return True
    at = end + (end < len(lowers) and lowers[end] == "'s")
    stop = next((probe for probe in range(at, min(len(tags), at + _LONGEST_OFFICE)) if tags[probe] not in "NAEd"), at)
    return stop > at and lowers[stop - 1] in offices


def _has_people(analysis: Analysis, end: int) -> bool:
    """Whether people follow a name at once: "Georgia growers". Those of a country are "Georgian growers"."""
    return end < len(analysis.tags) and analysis.tokens.lowers[end] in analysis.index.sets["groups.heads"]


def _sends(analysis: Analysis, found: Candidate, before: Sequence[Candidate]) -> bool:
    """Whether somebody with an office of states is of a name: "Sen. Ana Lund of Georgia"."""
    offices, lowers = identity_words_of(analysis.lexicon).state_offices, analysis.tokens.lowers
    return any(
        one.title is not None
        and one.end == found.first - 1
        and lowers[one.end] in _OF
        and not offices.isdisjoint(lowers[slice(*one.title)])
        for one in before
    )


def _is_called_state(analysis: Analysis, end: int) -> bool:
    """Whether an apposition after a name says that it is a state: "Georgia, the top peanut state,"."""
    tags, lowers, nouns = analysis.tags, analysis.tokens.lowers, identity_words_of(analysis.lexicon).state_nouns
    if end + 1 >= len(tags) or lowers[end] not in _ONLY_OPENS or tags[end + 1] not in "DS":
        return False
    for at in range(end + 2, min(len(tags), end + 1 + _APPOSITION)):
        if lowers[at] in nouns:
            return tags[at + 1 : at + 2] != ["N"]
        if tags[at] not in "NEAKdghG":
            return False
    return False
