"""Where things happen: towns, regions, buildings, and states and capitals where they are mere places."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model.actor import Mention, check_mentions
from tradebrief.model.ids import PlaceId

__all__ = ["Place"]


@frozen(kw_only=True)
class Place:
    """Somewhere that a text names, and nobody who could hold a view.

    "Washington" in "flew to Washington" is a place, in "Washington objects" a mention of a country: the same
    name may give both. Countries and blocs are always actors.

    Attributes:
        id: Stable and derived from the name, such as ``place:los-angeles``; for a state that the lexicon knows
            its own id, ``subnational:us-oh``, which is also that of the actor where it acts.
        name: The name as first read, or as the lexicon has it.
        mentions: Where it is named, in order; at least one.
        country: ISO 3166-1 alpha-2 code of the country in which the lexicon knows it to be.

    Raises:
        ValueError: If there is no id, no name or no mention, or mentions are out of order or doubled.
    """

    id: PlaceId
    name: str
    mentions: tuple[Mention, ...]
    country: str | None = None

    def __attrs_post_init__(self) -> None:
        if not self.id or not self.name:
            raise ValueError("a place has an id and a name")
        check_mentions("place", self.id, self.mentions)

    def __str__(self) -> str:
        return self.name
