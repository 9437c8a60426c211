"""Who is who: candidates into actors, each with all its mentions.

Names first: full names found actors, short ones join the one actor that they fit. Then descriptions
("the minister" joins the only person of that office), then pronouns, where the text leaves one choice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from attrs import field, frozen

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.casting import Casting
from tradebrief.extraction.actors.descriptions import COUNTERPART
from tradebrief.extraction.actors.players import Player
from tradebrief.extraction.actors.pronouns import join_pronouns
from tradebrief.extraction.actors.roles import apposed_name
from tradebrief.extraction.actors.speakers import join_speakers
from tradebrief.extraction.lookups.kinds import AUTHOR, NAME, PERSON
from tradebrief.extraction.lookups.late import late
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Actor, ActorId, ActorKind, Diagnostic

__all__ = ["Cast", "find_actors"]


@frozen(kw_only=True)
class Cast:
    """The actors of an article, and who is mentioned where.

    Attributes:
        actors: The actors by first mention.
        at: For each token range of a mention its actor.
        named: The tokens inside names of actors.
        diagnostics: Mentions that fit several actors.
        lates: What has been worked out since.
    """

    actors: tuple[Actor, ...]
    at: dict[tuple[int, int], ActorId]
    named: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]
    lates: dict[str, Any] = field(factory=dict[str, Any], init=False, repr=False)

    @late
    def starting(self) -> dict[int, list[tuple[int, ActorId]]]:
        """For each token the ends and actors of the mentions that start there."""
        found: dict[int, list[tuple[int, ActorId]]] = {}
        for (first, end), id in sorted(self.at.items()):
            found.setdefault(first, []).append((end, id))
        return found

    @late
    def places(self) -> tuple[tuple[int, int], ...]:
        """The token ranges of the mentions in order."""
        return tuple(sorted(self.at))

    @late
    def _by_id(self) -> dict[ActorId, Actor]:
        return {actor.id: actor for actor in self.actors}

    def actor(self, id: ActorId) -> Actor:
        """The actor that an id names."""
        return self._by_id[id]

    def kind(self, id: ActorId) -> ActorKind:
        """What sort of actor an id names."""
        return self._by_id[id].kind

    @late
    def authors(self) -> dict[ActorId, Actor]:
        """The authors of the article by their ids."""
        return {actor.id: actor for actor in self.actors if actor.kind is AUTHOR}

    def author_near(self, place: int) -> ActorId | None:
        """The author who speaks at an offset: the one who says "I" nearest to it, or the only one there is."""
        said, at = self._said, bisect_left(self._said, (place, ActorId("")))
        near = [(abs(start - place), id) for start, id in said[max(0, at - 1) : at + 1]]
        return min(near)[1] if near else None

    @late
    def _said(self) -> list[tuple[int, ActorId]]:
        """Where each author is mentioned, in order."""
        authors = self.authors.values()
        return sorted((mention.span.start, actor.id) for actor in authors for mention in actor.mentions)

    def is_author(self, id: ActorId | None) -> bool:
        """Whether an id is that of an author of the article."""
        return id in self.authors


def find_actors(analysis: Analysis, candidates: Sequence[Candidate]) -> Cast:
    """The actors that the candidates and the pronouns of a text come to."""
    casting = Casting(analysis, candidates)
    cast: list[tuple[Candidate, Player]] = []
    names = _names_beside(candidates)
    for number, candidate in enumerate(candidates):
        beside = names.get(candidate.beside) if candidate.beside else None
        named = beside if beside is not None else apposed_name(analysis, candidates, number)
        if named is not None and (candidate.kind is PERSON or beside is None):
            casting.give_office(named, number)  # "Lan, the minister,": an office of hers, and no mention of another.
            if candidate.head != COUNTERPART or beside is None or beside.first < candidate.first:
                continue  # "her Lao counterpart, Lan,": whose counterpart is of interest, too.
        if beside is not None and beside.first > candidate.first and casting.is_owned_association(candidate):
            casting.note_apposition(candidate, beside)  # "the bakers' union, Lund": a title of Lund's.
            continue
        # "SteelWatch, the biggest lobby, ...": another mention of it.
        player = casting.player_of(number, beside)
        if player is not None:
            cast.append((candidate, player))
    cast = casting.settle(cast)
    join_pronouns(analysis, cast, casting.author_at)
    join_speakers(analysis, casting.players)
    casting.join_possessed(cast)
    return _finish(
        analysis, [player for player in casting.players if player.mentions], _tokens_of_names(cast), casting.diagnostics
    )


def _names_beside(candidates: Sequence[Candidate]) -> dict[tuple[int, int], Candidate]:
    """The names beside which descriptions stand, by their tokens."""
    places = {candidate.beside for candidate in candidates if candidate.beside is not None}
    if not places:
        return {}
    return {
        (name.first, name.end): name for name in candidates if name.beside is None and (name.first, name.end) in places
    }


def _tokens_of_names(cast: Sequence[tuple[Candidate, Player]]) -> frozenset[int]:
    """The tokens inside the names of actors."""
    return frozenset([token for found, _ in cast if found.form is NAME for token in range(found.first, found.end)])


def _place(actor: Actor) -> tuple[int, int, ActorId]:
    """Where an actor is mentioned first, and its id."""
    span = actor.mentions[0].span
    return span.start, span.end, actor.id


def _finish(
    analysis: Analysis, players: Sequence[Player], named: frozenset[int], diagnostics: Sequence[Diagnostic]
) -> Cast:
    actors = sorted([player.finish(analysis.tokens) for player in players], key=_place)
    at = {place: player.id for player in players for place in player.mentions}
    return Cast(actors=tuple(actors), at=at, named=named, diagnostics=tuple(diagnostics))
