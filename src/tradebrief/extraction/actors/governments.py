"""Whose "the government" is and which "the country": the one beside it, or the one that the text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.founding import Founding, noun_of
from tradebrief.extraction.actors.homonyms import states_of_countries
from tradebrief.extraction.actors.players import Player, folded_words
from tradebrief.extraction.actors.represented import country_of_dateline
from tradebrief.extraction.actors.roles import (
    is_epithet,
)
from tradebrief.extraction.lookups.kinds import (
    COUNTRY,
    GOVERNMENT,
    SUBNATIONAL,
)
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId

__all__ = ["Governments", "foremost"]

_FAR_MORE = 3  # How many times as often a country stands of which "the government" means the government.


class Governments(Founding):
    """The actors so far, and how a description of a country or government finds its own."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(analysis)
        self._countries: Counter[str] = Counter()
        self._countries_here: set[str] = set()
        self._states_here: set[str] = set()  # Those of them of which more than a body of theirs is spoken.
        self._governed: str | None = None

    def _government(self, candidate: Candidate) -> Player:
        """The government of a country, or one that is named after a person."""
        named = candidate.rule == "actor.named-body" or self._is_of_part(candidate)
        country = candidate.country
        if country is None and not named:
            country = self._country_of_government(candidate)
            if candidate.head not in self._identity.governments:
                self._governed = country or self._governed
        if not named and candidate.head in self._identity.governments:
            of_persons = self._by_head.get((GOVERNMENT, candidate.head), ())
            if len(of_persons) == 1 and of_persons[0].country in {None, country}:
                of_persons[0].country = country
                return of_persons[0]
        if country is not None and not named:
            return self._of_country(country, candidate)
        if not named and candidate.definite and len(self._countries) > 1 and not self._is_possessed(candidate):
            self._leave_open(candidate)
        return self._own(candidate, GOVERNMENT)

    def _of_country(self, country: str, candidate: Candidate) -> Player:
        """The country of a code, or its government, as a description says."""
        entry = self._analysis.lexicon.actors.get(ActorId(f"country:{country.lower()}"))
        if candidate.kind is COUNTRY and entry is not None:
            return self._of_entry(entry)
        key = (GOVERNMENT, country)
        name = folded_words(self._analysis, candidate.first, candidate.end)
        found = self._by_key.get(key) or self._new(key, f"government:{country.lower()}", name, GOVERNMENT, country)
        if candidate.head in self._analysis.index.sets["groups.governing"]:
            found.plural = True
        return found

    def _described_country(self, candidate: Candidate) -> Player:
        """The only country that its paragraph has spoken of; without one, an actor of its own."""
        if self._is_possessed(candidate):
            return self._own(candidate, COUNTRY)
        if candidate.definite and is_epithet(self._analysis, *noun_of(candidate)):
            code = self._only_country()
            if code is not None:
                return self._of_country(code, candidate)
            self._leave_open(candidate)
        return self._own(candidate, COUNTRY)

    def _only_country(self) -> str | None:
        """The only country that its paragraph has spoken of, or that the text speaks of far more than of others."""
        if self._countries_here:
            return next(iter(self._countries_here)) if len(self._countries_here) == 1 else None
        ranked = self._countries.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
            return None
        return ranked[0][0]

    def _is_of_part(self, candidate: Candidate) -> bool:
        """Whether a government is of a part of a country: "the provincial government", "the government of Ontario"."""
        tokens, names = self._analysis.tokens, self._analysis.index.names
        if not self._identity.lower_governments.isdisjoint(tokens.lowers[candidate.first : candidate.end]):
            return True
        reach = range(candidate.first, min(candidate.end + 1, len(tokens) - 1))
        owners = (names.at(tokens.words, at + 1) for at in reach if tokens.lowers[at] == "of")
        owner = next(owners, None)
        return owner is not None and owner[1].entry.kind is SUBNATIONAL

    def _country_of_government(self, candidate: Candidate) -> str | None:
        """The country of a government that the text does not name beside it.

        The one that English news calls so; else the only other one that the paragraph has spoken of, that the text
        speaks of far more than of any other, that the dateline names, or whose government was meant last.
        """
        own_word = self._identity.governments.get(candidate.head)
        if own_word is not None:
            return own_word
        others = set(self._identity.governments.values())
        here = self._countries_here - others
        if self._governed is not None and here and self._states_here.isdisjoint(here):
            return self._governed  # A party or lobby tells less than which government was spoken of before.
        if len(here) == 1:
            return here.pop()
        told = self._countries.most_common(4)
        topic = None if here else foremost([one for one in told if one[0] not in others])
        home = country_of_dateline(self._analysis)
        if topic is None and home is not None and home not in others and (not here or home in here):
            topic = home
        if topic is None and (not here or self._governed in here):
            topic = self._governed
        return topic if topic is not None or here else foremost(told)

    def _country_within(self, candidate: Candidate) -> str | None:
        """The only country that a body's name holds: "Confederation of Danish Growers"; none for "Georgia Mills"."""
        names, words = self._analysis.index.names, self._analysis.tokens.words
        opening = [at for at in range(candidate.first, candidate.end) if words[at] in names]
        if not opening:
            return None
        known = [names.at(words, at) for at in opening]
        countries = {found[1].entry.id for found in known if found is not None and found[1].entry.kind is COUNTRY}
        country = countries.pop() if len(countries) == 1 else None
        if country is None or country in states_of_countries(self._analysis.lexicon):
            return None
        return self._analysis.lexicon.actors[country].country


def foremost(told: Sequence[tuple[str, int]]) -> str | None:
    """The country that a text speaks of far more than of any other, of those with their numbers, the most first."""
    far = told and (len(told) == 1 or told[0][1] >= _FAR_MORE * told[1][1])
    return told[0][0] if far else None
