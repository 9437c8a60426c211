"""Where actors are described by common nouns: groups, bodies, offices, unnamed people."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.index import Trigger
from tradebrief.model import ActorKind, MentionForm

__all__ = ["find_descriptions"]

_LONGEST = 6
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her", "both"})
_ANY = frozenset({"a", "an", "any", "each", "every", "no", "another", "some"})


def find_descriptions(
    analysis: Analysis, named: list[Candidate], taken: list[bool], crowded: list[bool]
) -> Iterator[Candidate]:
    """Groups, bodies and unnamed people described by common nouns."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    titled = {at for found in named if found.title for at in range(*found.title)}
    countries = {at: found for found in named if found.entry is not None for at in range(found.first, found.end)}
    done = 0
    for at in analysis.hits(Trigger.DESCRIPTION):
        if at < done or tags[at] not in "NE" or taken[at] or at in titled or crowded[at] or _goes_on(analysis, at):
            continue
        read = _group if lowers[at] in sets["groups.heads"] else _body
        if read is _body and lowers[at] not in sets["groups.collective_heads"]:
            read = _person
        found = read(analysis, _describe(analysis, _description_start(analysis, at, taken, countries), at, countries))
        if found is not None:
            done = found.end
            yield found


def _goes_on(analysis: Analysis, head: int) -> bool:
    """Whether a noun is only the first part of a compound ("union leaders", "company law")."""
    at = head + 1
    tags, tokens = analysis.tags, analysis.tokens
    if at >= len(tags):
        return False
    if tags[at] == "h":
        return True
    return tags[at] == "N" and tokens.lowers[at] not in analysis.index.verbs and analysis.tokens.words[at].isalpha()


def _description_start(analysis: Analysis, head: int, taken: list[bool], countries: dict[int, Candidate]) -> int:
    """The first token of a description: back from its head over what modifies it."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, head
    while (
        at > 0
        and head - at < _LONGEST
        and at not in analysis.barriers
        and _modifies(analysis, at - 1, taken, countries)
    ):
        at -= 1
    while at < head and (tags[at] in "hA" or lowers[at] in {"other", "such"}):
        at += 1
    return at


def _modifies(analysis: Analysis, at: int, taken: list[bool], countries: dict[int, Candidate]) -> bool:
    """Whether a token modifies the noun after it."""
    tags = analysis.tags
    found = tags[at]
    before = tags[at - 1] if at else "."
    if found == "E":
        return at in countries or not taken[at]
    if found == "d":
        return before in "DSN" and analysis.tokens.lowers[at] not in analysis.index.verb_cues
    return found in "NhK" or (found == "A" and before in "DS")


@frozen(kw_only=True)
class _Described:
    """What stands around the head noun of a description."""

    first: int
    head: int
    determiner: str
    possessor: bool
    country: str | None
    named: bool

    @property
    def definite(self) -> bool:
        return self.possessor or self.determiner in _DEFINITE

    def candidate(self, analysis: Analysis, end: int, kind: ActorKind, rule: str) -> Candidate:
        """The description as a candidate that ends at a token."""
        return Candidate(
            first=self.first,
            end=end,
            form=MentionForm.NAME if rule == "actor.named-body" else MentionForm.ROLE,
            kind=kind,
            head=analysis.tokens.lowers[self.head],
            country=self.country,
            definite=self.definite,
            rule=rule,
        )


def _describe(analysis: Analysis, first: int, head: int, countries: dict[int, Candidate]) -> _Described:
    tags, tokens = analysis.tags, analysis.tokens
    possessor = first >= 2 and tags[first - 1] == "G"
    modifier = next((countries[at] for at in range(first, head) if at in countries), None)
    if modifier is None and possessor:
        modifier = countries.get(first - 2)
    return _Described(
        first=first,
        head=head,
        determiner=tokens.lowers[first - 1] if first and tags[first - 1] in "DS" else "",
        possessor=possessor,
        country=modifier.country if modifier else None,
        named=first < head
        and tags[first] == "E"
        and any(tokens.words[at][0].isupper() and at not in countries for at in range(first, head)),
    )


def _group(analysis: Analysis, found: _Described) -> Candidate | None:
    """People in the plural ("Japanese officials", "growers in Sinaloa"); "both sides" are nobody in particular."""
    parties = analysis.index.sets["grammar.parties"]
    if found.determiner in {"both", "these", "those", "two"} and analysis.tokens.lowers[found.head] in parties:
        return None
    end = _place_after(analysis, found.head + 1)
    if _is_unnamed_source(analysis, end):
        return found.candidate(analysis, _unnamed_end(analysis, end), ActorKind.ANONYMOUS, "actor.anonymous")
    return found.candidate(analysis, end, ActorKind.GROUP, "actor.group")


def _body(analysis: Analysis, found: _Described) -> Candidate | None:
    """A body that speaks ("the finance ministry", "the Trump administration"), unless it is any one of its kind."""
    head = analysis.tokens.lowers[found.head]
    if not (found.determiner or found.possessor or found.first < found.head):
        return None
    government = head in analysis.index.sets["groups.government_heads"]
    kind = ActorKind.GOVERNMENT if government else ActorKind.ORGANIZATION
    if found.named:
        return found.candidate(analysis, found.head + 1, kind, "actor.named-body")
    if found.determiner in _ANY or head == "side":
        return None
    return found.candidate(analysis, found.head + 1, kind, "actor.collective")


def _person(analysis: Analysis, found: _Described) -> Candidate | None:
    """An office ("the minister"), or somebody without a name who says something ("a senior official")."""
    end = found.head + 1
    if found.determiner in {"a", "an", "one", "another"}:
        if _is_unnamed_source(analysis, end):
            end = _unnamed_end(analysis, end)
        elif not _speaks(analysis, end):
            return None
        return found.candidate(analysis, end, ActorKind.ANONYMOUS, "actor.anonymous")
    if found.definite and found.determiner != "both":
        return found.candidate(analysis, end, ActorKind.PERSON, "actor.office")
    return None


def _place_after(analysis: Analysis, end: int) -> int:
    """The end of a description with the place that narrows it down ("growers in Sinaloa and Sonora")."""
    tokens, tags = analysis.tokens, analysis.tags
    if end + 1 >= len(tokens) or tokens.lowers[end] not in {"in", "from"} or tags[end + 1] != "E":
        return end
    at = end + 1
    while at < len(tokens) and (
        tags[at] in "Eh" or (tokens.lowers[at] == "and" and at + 1 < len(tokens) and tags[at + 1] == "E")
    ):
        at += 1
    return end if tokens.lowers[end + 1] in analysis.index.sets["grammar.time"] else at


def _is_unnamed_source(analysis: Analysis, end: int) -> bool:
    """Whether a description is that of a source who is not to be named ("familiar with the talks")."""
    lowers = analysis.tokens.lowers
    at = end + (end + 1 < len(lowers) and analysis.tags[end] == "A")
    return (
        at + 1 < len(lowers)
        and lowers[at] in analysis.index.sets["grammar.unnamed_sources"]
        and analysis.tags[at + 1] in "PT"
    )


def _unnamed_end(analysis: Analysis, end: int) -> int:
    """The end of "familiar with the talks": the noun phrase after the preposition."""
    tags, at = analysis.tags, end + 2
    while at < min(len(tags), end + 14) and tags[at] not in "vMBVO,.;:qHRWU":
        at += 1
    return at


def _speaks(analysis: Analysis, end: int) -> bool:
    """Whether a cue verb follows a description."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, end
    while at < min(len(tags), end + 8) and tags[at] in "APNEDS":
        at += 1
    while at < len(tags) and tags[at] in "BVA":
        at += 1
    return at < len(tags) and tags[at] in "vd" and lowers[at] in analysis.index.verb_cues
