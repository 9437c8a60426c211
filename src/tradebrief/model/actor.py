"""Who is spoken of: actors and the places where they are mentioned."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model._choice import Choice
from tradebrief.model.ids import ActorId, RuleId
from tradebrief.text import Span

__all__ = ["Actor", "ActorKind", "Mention", "MentionForm", "Role"]


class ActorKind(Choice):
    """What sort of actor it is."""

    PERSON = "person"
    COUNTRY = "country"
    GOVERNMENT = "government"
    ORGANIZATION = "organization"
    BLOC = "bloc"
    GROUP = "group"
    SUBNATIONAL = "subnational"
    ANONYMOUS = "anonymous"
    AUTHOR = "author"


class MentionForm(Choice):
    """How a mention names its actor."""

    NAME = "name"
    ROLE = "role"
    PRONOUN = "pronoun"
    METONYM = "metonym"
    DEMONYM = "demonym"


@frozen(kw_only=True)
class Mention:
    """One place where an actor is named or meant.

    Attributes:
        span: The words: a name without its title, a whole description, a pronoun.
        form: How they name the actor.
        rule: Id of the rule that read them.

    Raises:
        ValueError: If the span is empty.
    """

    span: Span
    form: MentionForm
    rule: RuleId

    def __attrs_post_init__(self) -> None:
        if self.span.start == self.span.end or not self.rule:
            raise ValueError("a mention has words and a rule")


def check_mentions(whose: str, mentions: tuple[Mention, ...]) -> None:
    """Refuse mentions that are none, doubled, or not in the order of the text.

    Raises:
        ValueError: If they are.
    """
    if not mentions:
        raise ValueError(f"{whose} is never mentioned")
    last = (-1, -1)
    for mention in mentions:
        place = (mention.span.start, mention.span.end)
        if place <= last:
            raise ValueError(f"mentions of {whose} are not in the order of the text")
        last = place


@frozen(kw_only=True)
class Role:
    """An office or description that the text gives an actor.

    Attributes:
        title: Its words, white space folded, such as ``"Economic Revitalization Minister"``.
        span: Where it stands first.
        rule: Id of the rule that read it.
    """

    title: str
    span: Span
    rule: RuleId

    def __attrs_post_init__(self) -> None:
        if not self.title or not len(self.span) or not self.rule:
            raise ValueError("a role has words and a rule")


@frozen(kw_only=True)
class Actor:
    """Someone or something that can hold a view.

    Attributes:
        id: Stable and derived from the name, such as ``country:jp`` or ``person:akazawa-ryosei``.
        name: The fullest name that the text or the lexicon gives.
        kind: What sort of actor it is.
        mentions: Where it is mentioned, in order; at least one.
        roles: Offices that the text gives, in order of their first place.
        country: ISO 3166-1 alpha-2 code of the country it belongs to, where the text tells.
        same_as: Ids of the same actor elsewhere (Wikidata, LEI, ...), from a lexicon.

    Raises:
        ValueError: If there is no name or no mention, or mentions are out of order or doubled.
    """

    id: ActorId
    name: str
    kind: ActorKind
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    country: str | None = None
    same_as: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.id or not self.name:
            raise ValueError("an actor has an id and a name")
        check_mentions(f"actor {self.id}", self.mentions)

    def __str__(self) -> str:
        return self.name
