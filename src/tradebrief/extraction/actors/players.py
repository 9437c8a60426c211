"""An actor under construction: what the text has told of it so far."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.lookups.kinds import ANONYMOUS, BLOC, COUNTRY, GOVERNMENT, GROUP, ORGANIZATION, SUBNATIONAL
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tokens import Tokens
from tradebrief.model import Actor, ActorId, ActorKind, Mention, MentionForm, Role, RuleId
from tradebrief.text import Span

__all__ = ["Player", "folded_words"]

_BODIES = (COUNTRY, GOVERNMENT, BLOC, ORGANIZATION, SUBNATIONAL)
_MANY = (GROUP, ANONYMOUS)
_MOST_ROLES = 20


class Player:
    """An actor under construction.

    Attributes:
        id: Its id.
        name: The fullest name so far.
        kind: What sort of actor it is.
        country: Code of the country that it belongs to, where the text tells.
        place: Id of the state or province that a person holds an office of, where the text tells.
        gender: ``male`` or ``female``, where the text tells.
        plural: Whether "they" can mean it.
        mentions: Form and rule of each mention by its token range, as they were read.
        roles: Offices that the text gives.
        offices: The token ranges in which it gives them, with whose they are.
        same_as: Ids of the same actor elsewhere.
    """

    __slots__ = (
        "country",
        "gender",
        "id",
        "kind",
        "mentions",
        "name",
        "offices",
        "place",
        "plural",
        "roles",
        "same_as",
    )

    def __init__(self, id: ActorId, name: str, kind: ActorKind, country: str | None, same_as: tuple[str, ...]) -> None:
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.place: str | None = None
        self.gender: str | None = None
        self.plural = kind in _MANY
        self.mentions: dict[tuple[int, int], tuple[MentionForm, str]] = {}
        self.roles: list[Role] = []
        self.offices: list[tuple[int, int]] = []
        self.same_as = same_as

    @property
    def is_body(self) -> bool:
        """Whether "it" can mean the actor."""
        return self.kind in _BODIES

    def mention(self, first: int, end: int, form: MentionForm, rule: str) -> None:
        """Note a range of tokens where the actor is mentioned."""
        self.mentions[first, end] = (form, rule)

    @property
    def last(self) -> int:
        """The first token of the mention that was read last; -1 without any."""
        return next(reversed(self.mentions))[0] if self.mentions else -1

    def is_mentioned_since(self, token: int) -> bool:
        """Whether the mention that was read last begins at a token or after it."""
        return bool(self.mentions) and self.last >= token

    def add_role(self, analysis: Analysis, first: int, end: int, rule: str) -> None:
        """Note an office, once for each wording."""
        span = analysis.tokens.span(first, end)
        title = _singular(analysis, folded_words(analysis, first, end))
        if len(self.roles) < _MOST_ROLES and all(role.title.lower() != title.lower() for role in self.roles):
            self.roles.append(Role(title=title, span=span, rule=RuleId(rule)))

    def finish(self, tokens: Tokens) -> Actor:
        """The actor that it has come to."""
        starts, ends, told = tokens.starts, tokens.ends, self.mentions
        mentions: list[Mention] = []
        for place in sorted(told) if len(told) > 1 else told:
            form, rule = told[place]
            mentions.append(Mention(span=Span(starts[place[0]], ends[place[1] - 1]), form=form, rule=RuleId(rule)))
        return Actor(
            id=self.id,
            name=self.name,
            kind=self.kind,
            mentions=tuple(mentions),
            roles=_fullest(self.roles) if self.roles else (),
            country=self.country,
            same_as=self.same_as,
        )


def folded_words(analysis: Analysis, first: int, end: int) -> str:
    """The words of a range of tokens as they are written, white space folded."""
    tokens = analysis.tokens
    written = tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
    return " ".join(written.split()) if end - first > 1 else written


def _singular(analysis: Analysis, title: str) -> str:
    """A title that several persons share as one of them has it: "Senator" for "Senators"."""
    before, _, last = title.rpartition(" ")
    if last.lower().rstrip(".") in analysis.index.sets["titles.plural_honorifics"]:
        stem = title.rstrip(".")
        return stem[:-1] + title[len(stem) :]
    single = analysis.index.plural_titles.get(last.lower())
    if single is None:
        return title
    return f"{before} {single.capitalize() if last[0].isupper() else single}".strip()


def _fullest(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles in order, without those whose words another one holds ("Minister" beside "Trade Minister")."""
    if len(roles) == 1:
        return (roles[0],)
    words = [set(role.title.lower().split()) for role in roles]
    kept = [role for role, own in zip(roles, words, strict=True) if not any(own < other for other in words)]
    return tuple(sorted(kept, key=lambda role: role.span))
