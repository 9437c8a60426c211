"""Who and what places a text mentions, where nothing more of it is read."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from tradebrief.model.actor import Actor
from tradebrief.model.article import Article
from tradebrief.model.diagnostic import Diagnostic
from tradebrief.model.ids import ActorId
from tradebrief.model.place import Place
from tradebrief.text import Span

__all__ = ["Mentioned"]


@frozen(kw_only=True)
class Mentioned:
    """An article with those who are spoken of in it; the same actors and places as in its ``Brief``.

    Attributes:
        article: The text and its layout.
        actors: Who is spoken of, by first mention.
        places: Where things happen, by first mention.
        diagnostics: Mentions and names that reading left open.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def _actors(self) -> dict[ActorId, Actor]:
        return {actor.id: actor for actor in self.actors}

    def __getitem__(self, span: Span) -> str:
        """The words of a span of the article."""
        return self.article[span]

    def actor(self, id: ActorId) -> Actor:
        """The actor with an id.

        Raises:
            KeyError: If there is none.
        """
        return self._actors[id]
