"""Places: names that mean no actor, each place once with all its mentions."""

from __future__ import annotations

from collections.abc import Iterable

from tradebrief.extraction.actors.candidates import Candidate, PlaceName
from tradebrief.extraction.lookups.identity_words import identity_words_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Mention, Place, PlaceId, RuleId

__all__ = ["find_places"]

_CITY = " City"
_TOWN = "place:"  # The ids of states begin otherwise.


def find_places(analysis: Analysis, candidates: Iterable[Candidate]) -> tuple[Place, ...]:
    """The places that the candidates name, by first mention; equal ids are one place."""
    names: dict[str, PlaceName] = {}
    mentions: dict[str, list[Mention]] = {}
    named = [(candidate, place) for candidate in candidates if (place := candidate.place) is not None]
    towns = {place.name: place for _, place in named if place.id.startswith(_TOWN)}
    openers = identity_words_of(analysis.lexicon).town_openers
    for candidate, own in named:
        # "Taipei City" where "Taipei" stands as well; "Oklahoma City" is not the state.
        place = towns.get(_town(own.name, openers), own)
        names.setdefault(place.id, place)
        span = analysis.tokens.span(candidate.first, candidate.end)
        mention = Mention(span=span, form=candidate.form, rule=RuleId(candidate.rule))
        mentions.setdefault(place.id, []).append(mention)
    return tuple(
        Place(id=PlaceId(id), name=place.name, country=place.country, mentions=tuple(mentions[id]))
        for id, place in names.items()
    )


def _town(name: str, openers: tuple[str, ...]) -> str:
    """The name of a town without what only says that it is one: "City of Halden", "Taipei City"."""
    if name.startswith(openers):  # As few do.
        opener = next((opener for opener in openers if name.startswith(f"{opener} ")), "")
        name = name.removeprefix(opener).strip()
    return name.removesuffix(_CITY)
