"""Who is who: candidates into actors, each with all its mentions.

Names first: full names found actors, short ones join the one actor that they fit. Then descriptions
("the minister" joins the only person of that office), then pronouns, where the text leaves one choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.casting import Casting
from tradebrief.extraction.players import Player
from tradebrief.extraction.pronouns import join_pronouns
from tradebrief.extraction.roles import apposed_name
from tradebrief.extraction.speakers import join_speakers
from tradebrief.model import Actor, ActorId, ActorKind, Diagnostic, MentionForm

__all__ = ["Cast", "find_actors"]


@frozen(kw_only=True)
class Cast:
    """The actors of an article, and who is mentioned where.

    Attributes:
        actors: The actors by first mention.
        at: For each token range of a mention its actor.
        starting: For each token the ends and actors of the mentions that start there.
        named: The tokens inside names of actors.
        diagnostics: Mentions that fit several actors.
    """

    actors: tuple[Actor, ...]
    at: dict[tuple[int, int], ActorId]
    starting: dict[int, list[tuple[int, ActorId]]]
    named: frozenset[int]
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def _kinds(self) -> dict[ActorId, ActorKind]:
        return {actor.id: actor.kind for actor in self.actors}

    def kind(self, id: ActorId) -> ActorKind:
        """What sort of actor an id names."""
        return self._kinds[id]

    @cached_property
    def authors(self) -> dict[ActorId, Actor]:
        """The authors of the article by their ids."""
        return {actor.id: actor for actor in self.actors if actor.kind is ActorKind.AUTHOR}

    def is_author(self, id: ActorId | None) -> bool:
        """Whether an id is that of an author of the article."""
        return id in self.authors


def find_actors(analysis: Analysis, candidates: Sequence[Candidate]) -> Cast:
    """The actors that the candidates and the pronouns of a text come to."""
    casting = Casting(analysis, candidates)
    cast: list[tuple[Candidate, Player]] = []
    names = {(name.first, name.end): name for name in candidates if name.beside is None}
    for number, candidate in enumerate(candidates):
        beside = names.get(candidate.beside) if candidate.beside else None
        named = beside if beside is not None else apposed_name(analysis, candidates, number)
        if named is not None and (candidate.kind is ActorKind.PERSON or beside is None):
            casting.give_office(named, number)  # "Lan, the minister,": an office of hers, and no mention of another.
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
        [player for player in casting.players if player.mentions], _tokens_of_names(cast), casting.diagnostics
    )


def _tokens_of_names(cast: Sequence[tuple[Candidate, Player]]) -> frozenset[int]:
    """The tokens inside the names of actors."""
    found: set[int] = set()
    for candidate, _ in cast:
        if candidate.form is MentionForm.NAME:
            found.update(range(candidate.first, candidate.end))
    return frozenset(found)


def _place(actor: Actor) -> tuple[int, int, ActorId]:
    """Where an actor is mentioned first, and its id."""
    span = actor.mentions[0].span
    return span.start, span.end, actor.id


def _finish(players: Sequence[Player], named: frozenset[int], diagnostics: Sequence[Diagnostic]) -> Cast:
    actors = sorted((player.finish() for player in players), key=_place)
    at = {place: player.id for player in players for place in player.places}
    starting: dict[int, list[tuple[int, ActorId]]] = {}
    for (first, end), id in sorted(at.items()):
        starting.setdefault(first, []).append((end, id))
    return Cast(actors=tuple(actors), at=at, starting=starting, named=named, diagnostics=tuple(diagnostics))
