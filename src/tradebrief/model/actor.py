"""Who is spoken of: actors and the places where they are mentioned."""

from __future__ import annotations

from operator import ge

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


@frozen(kw_only=True, init=False)
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

    def __init__(self, *, span: Span, form: MentionForm, rule: RuleId) -> None:
        if span.start == span.end or not rule:
            raise ValueError("a mention has words and a rule")
        _set_span(self, span)  # Dozens are made for each article: twice as fast as attrs' own.
        _set_form(self, form)
        _set_rule(self, rule)


_set_span = Mention.__dict__["span"].__set__
_set_form = Mention.__dict__["form"].__set__
_set_rule = Mention.__dict__["rule"].__set__


def check_mentions(sort: str, id: str, mentions: tuple[Mention, ...]) -> None:
    """Refuse mentions that are none, doubled, or not in the order of the text.

    Raises:
        ValueError: If they are.
    """
    if not mentions:
        raise ValueError(f"{sort} {id} is never mentioned")
    if len(mentions) > 1:
        places = [(mention.span.start, mention.span.end) for mention in mentions]
        if any(map(ge, places, places[1:])):
            raise ValueError(f"mentions of {sort} {id} are not in the order of the text")


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
        check_mentions("actor", self.id, self.mentions)

    def __str__(self) -> str:
        return self.name
