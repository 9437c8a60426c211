"""Whom a description with a possessive means: "his country", "her company", "its neighbour"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.governments import Governments, foremost
from tradebrief.extraction.actors.players import Player
from tradebrief.extraction.actors.represented import Bodies as Employers
from tradebrief.extraction.actors.represented import body_of, find_bodies
from tradebrief.extraction.lookups.kinds import COUNTRY, GOVERNMENT, ORGANIZATION, PERSON, PRONOUN
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["Possessed"]

_STATES = (COUNTRY, GOVERNMENT)
_PARTY = frozenset({"party"})


class Possessed(Governments):
    """The actors so far, and whose a country, a body or a neighbour is that a pronoun owns."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(analysis)
        self._places: list[tuple[int, str]] | None = None  # Once all mentions are known.

    def join_possessed(self, cast: Sequence[tuple[Candidate, Player]]) -> None:
        """Join "his country" and "her government" to the country of him or her, if the text has told it."""
        tags = self._analysis.tags
        employers = self._identity.companies | self._identity.any_bodies | _PARTY
        owned = [
            (candidate, player)
            for candidate, player in cast
            if tags[candidate.first] == "S"
            and (
                candidate.kind in _STATES
                or (candidate.kind is ORGANIZATION and (candidate.head in employers or self._is_neighbour(candidate)))
            )
        ]
        if not owned:
            return
        bodies = find_bodies(self.players)
        moved: dict[Player, set[Player]] = {}
        owners = {place: player for player in self.players for place in player.mentions}
        for candidate, player in owned:
            owner = owners.get((candidate.first, candidate.first + 1))
            whose = self._owned_by(owner, candidate, bodies) if owner is not None else None
            place = (candidate.first, candidate.end)
            if whose is None and candidate.kind is COUNTRY and self._is_neighbour(candidate):
                player.mentions.pop(place)
            if whose is None or whose is player:
                continue
            whose.mentions[place] = player.mentions.pop(place)
            moved.setdefault(player, set()).add(whose)
        for player, found in moved.items():
            if len(found) == 1 and all(form is PRONOUN for form, _ in player.mentions.values()):
                found.pop().mentions.update(player.mentions)  # "Her firm left. It said": the pronouns go along.
                player.mentions = {}

    def _owned_by(self, owner: Player, candidate: Candidate, employers: Employers) -> Player | None:
        """The actor that is somebody's: the country of a person or body, or the company or party of a person."""
        if self._is_neighbour(candidate):
            return self._neighbour_of(owner, candidate)
        if candidate.kind is not ORGANIZATION:
            return self._of_country(owner.country, candidate) if owner.country is not None else None
        body = body_of(self._analysis, employers, owner) if owner.kind is PERSON else None
        if body is None or body.kind is not ORGANIZATION:
            return None
        return body if candidate.head not in _PARTY or self._may_be_party(body) else None

    def _neighbour_of(self, owner: Player, candidate: Candidate) -> Player | None:
        """The only other country of its paragraph, or one that the text speaks of far more than of any other."""
        if owner.country is None or owner.kind not in _STATES:
            return None
        first, (_, end) = self._paragraph(candidate.first), self._analysis.reach(candidate.first)
        spoken = self._spoken_of()
        here = {code for _, code in spoken[bisect_left(spoken, (first, "")) : bisect_left(spoken, (end, ""))]}
        others = here - {owner.country}
        told = [one for one in self._countries.most_common(3) if one[0] != owner.country]
        code = others.pop() if len(others) == 1 else None if others else foremost(told)
        return self._of_country(code, candidate._replace(kind=COUNTRY)) if code is not None else None

    def _spoken_of(self) -> list[tuple[int, str]]:
        """Where the text speaks of countries: the first tokens of their mentions and their codes, in order."""
        if self._places is None:
            states = (one for one in self.players if one.kind in (COUNTRY, GOVERNMENT) and one.country)
            self._places = sorted((first, str(one.country)) for one in states for first, _ in one.mentions)
        return self._places

    def _is_neighbour(self, candidate: Candidate) -> bool:
        return candidate.head in self._analysis.index.sets["groups.neighbours"]

    def _may_be_party(self, body: Player) -> bool:
        """Whether no noun of a body's name says that it is anything but a party, such as a committee."""
        nouns = self._analysis.index.sets["groups.collective_heads"] - self._identity.party_nouns
        return nouns.isdisjoint(body.name.lower().split())
