"""A stretch of tokens that names or describes an actor, before it is settled which."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from tradebrief.lexicon import ActorEntry
from tradebrief.model import ActorKind, MentionForm

__all__ = ["Candidate", "PlaceName"]


@frozen(kw_only=True)
class PlaceName:
    """The place that a name means where it means no actor.

    Attributes:
        id: Id of the place.
        name: Its name.
        country: Code of the country that it lies in, where the lexicon knows.
    """

    id: str
    name: str
    country: str | None = None


class Candidate(NamedTuple):  # Hundreds are made for each article: several times as fast as a frozen class.
    """A stretch of tokens that names or describes an actor.

    Attributes:
        first: First token.
        end: Token after the last.
        form: How it names.
        kind: What sort of actor the words show, if they do.
        rule: Id of the rule that read it.
        entry: The lexicon's entry, for a name that it knows.
        title: Tokens of the title that goes with a person's name, if one does.
        head: Head noun of a description, in lower case.
        country: Country that a modifier of a description names.
        definite: Whether a description is definite ("the minister").
        noun: Tokens of the head noun of a description with its modifiers, without owner and complements.
        opening: First token of a description with its article, which is no part of the mention.
        beside: Tokens of the name that a description stands beside as its apposition, if it does.
        place: The place that it means, if it means no actor.
    """

    first: int
    end: int
    form: MentionForm
    kind: ActorKind | None
    rule: str
    entry: ActorEntry | None = None
    title: tuple[int, int] | None = None
    head: str = ""
    country: str | None = None
    definite: bool = False
    noun: tuple[int, int] | None = None
    opening: int | None = None
    beside: tuple[int, int] | None = None
    place: PlaceName | None = None
