"""An actor under construction: what the text has told of it so far."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from tradebrief.extraction.analysis import Analysis
from tradebrief.model import Actor, ActorId, ActorKind, Mention, MentionForm, Role, RuleId

__all__ = ["Player", "folded_words"]

_BODIES = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.BLOC, ActorKind.ORGANIZATION, ActorKind.SUBNATIONAL)
_MOST_ROLES = 20


@define(eq=False)
class Player:
    """An actor under construction.

    Attributes:
        id: Its id.
        name: The fullest name so far.
        kind: What sort of actor it is.
        country: Code of the country that it belongs to, where the text tells.
        gender: ``male`` or ``female``, where the text tells.
        plural: Whether "they" can mean it.
        mentions: Its mentions by their span.
        places: Token ranges of the mentions.
        roles: Offices that the text gives.
        same_as: Ids of the same actor elsewhere.
    """

    id: ActorId
    name: str
    kind: ActorKind
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    mentions: dict[tuple[int, int], Mention] = field(factory=dict[tuple[int, int], Mention])
    places: list[tuple[int, int]] = field(factory=list[tuple[int, int]])
    roles: list[Role] = field(factory=list[Role])
    same_as: tuple[str, ...] = ()

    @property
    def is_body(self) -> bool:
        """Whether "it" can mean the actor."""
        return self.kind in _BODIES

    def mention(self, analysis: Analysis, first: int, end: int, form: MentionForm, rule: str) -> None:
        """Note a place where the actor is mentioned."""
        span = analysis.tokens.span(first, end)
        self.mentions[span.start, span.end] = Mention(span=span, form=form, rule=RuleId(rule))
        self.places.append((first, end))

    def add_role(self, analysis: Analysis, first: int, end: int, rule: str) -> None:
        """Note an office, once for each wording."""
        span = analysis.tokens.span(first, end)
        title = _singular(analysis, folded_words(analysis, first, end))
        if len(self.roles) < _MOST_ROLES and all(role.title.lower() != title.lower() for role in self.roles):
            self.roles.append(Role(title=title, span=span, rule=RuleId(rule)))

    def finish(self) -> Actor:
        """The actor that it has come to."""
        return Actor(
            id=self.id,
            name=self.name,
            kind=self.kind,
            mentions=tuple([mention for _, mention in sorted(self.mentions.items())]),
            roles=_fullest(self.roles) if self.roles else (),
            country=self.country,
            same_as=self.same_as,
        )


def folded_words(analysis: Analysis, first: int, end: int) -> str:
    """The words of a range of tokens as they are written, white space folded."""
    tokens = analysis.tokens
    return " ".join(tokens.text[tokens.starts[first] : tokens.ends[end - 1]].split())


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
    words = [set(role.title.lower().split()) for role in roles]
    kept = [role for role, own in zip(roles, words, strict=True) if not any(own < other for other in words)]
    return tuple(sorted(kept, key=lambda role: role.span))
