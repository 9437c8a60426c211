"""Who is who: candidates into actors, each with all its mentions.

Names first: full names found actors, short ones join the one actor that they fit. Then descriptions
("the minister" joins the only person of that office), then pronouns, where the text leaves one choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from attrs import define, field, frozen

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.index import Trigger
from tradebrief.model import Actor, ActorId, ActorKind, Diagnostic, Mention, MentionForm, Role, RuleId
from tradebrief.model.ids import slug, unique

__all__ = ["Cast", "find_actors"]

_BODIES = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.BLOC, ActorKind.ORGANIZATION, ActorKind.SUBNATIONAL)
_NAMESAKES = 50
_MOST_ROLES = 20
_RECENT = 4  # Sentences over which a pronoun looks back.


@define(eq=False)
class _Draft:
    """An actor under construction."""

    id: ActorId
    name: str
    kind: ActorKind
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    head: str = ""
    mentions: dict[tuple[int, int], Mention] = field(factory=dict[tuple[int, int], Mention])
    places: list[tuple[int, int]] = field(factory=list[tuple[int, int]])
    roles: list[Role] = field(factory=list[Role])
    same_as: tuple[str, ...] = ()

    @property
    def is_body(self) -> bool:
        """Whether "it" can mean the actor."""
        return self.kind in _BODIES

    def add_role(self, analysis: Analysis, first: int, end: int, rule: str) -> None:
        span = analysis.tokens.span(first, end)
        title = " ".join(analysis.article[span].split())
        if len(self.roles) < _MOST_ROLES and all(role.title.lower() != title.lower() for role in self.roles):
            self.roles.append(Role(title=title, span=span, rule=RuleId(rule)))


@frozen(kw_only=True)
class Cast:
    """The actors of an article, and who is mentioned where.

    Attributes:
        actors: The actors by first mention.
        at: For each token range of a mention its actor.
        starting: For each token the ends and actors of the mentions that start there.
        diagnostics: Mentions that were left out.
    """

    actors: tuple[Actor, ...]
    at: dict[tuple[int, int], ActorId]
    starting: dict[int, list[tuple[int, ActorId]]]
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def _kinds(self) -> dict[ActorId, ActorKind]:
        return {actor.id: actor.kind for actor in self.actors}

    def kind(self, id: ActorId) -> ActorKind:
        """What sort of actor an id names."""
        return self._kinds[id]


def find_actors(analysis: Analysis, candidates: Sequence[Candidate]) -> Cast:
    """The actors that the candidates and the pronouns of a text come to."""
    drafts = _Drafts(analysis)
    by_place: list[tuple[Candidate, _Draft]] = []
    diagnostics: list[Diagnostic] = []
    persons = _full_names(analysis, candidates)
    names = {(found.first, found.end): found for found in candidates if found.beside is None}
    for number, candidate in enumerate(candidates):
        named = names.get(candidate.beside) if candidate.beside else None
        draft = drafts.of(named, persons) if named is not None else None
        if draft is not None and candidate.kind is ActorKind.PERSON:
            # "As Trade Minister, Lan ...": an office of hers, and no mention of somebody else.
            draft.add_role(analysis, candidate.first, candidate.end, "role.apposition")
            drafts.note_office(draft)
            continue
        if draft is not None:  # "SteelWatch, the biggest lobby, ...": another mention of it.
            _mention(analysis, draft, candidate)
            by_place.append((candidate, draft))
            continue
        draft = drafts.of(candidate, persons)
        if draft is None:
            if candidate.kind is not None:
                diagnostics.append(_open(analysis, candidate))
            continue
        _mention(analysis, draft, candidate)
        if draft.roles:
            drafts.note_office(draft)
        if draft.kind is ActorKind.PERSON and candidate.title is not None and draft.country is None:
            draft.country = _country_before(analysis, candidates, number)
        by_place.append((candidate, draft))
    _appositive_roles(analysis, by_place)
    _pronouns(analysis, drafts, by_place)
    found = [draft for draft in drafts.all if draft.mentions]
    actors = sorted((_finish(draft) for draft in found), key=lambda actor: (actor.mentions[0].span, actor.id))
    at = {place: draft.id for draft in found for place in draft.places}
    starting: dict[int, list[tuple[int, ActorId]]] = {}
    for (first, end), id in sorted(at.items()):
        starting.setdefault(first, []).append((end, id))
    return Cast(actors=tuple(actors), at=at, starting=starting, diagnostics=tuple(diagnostics))


def _country_before(analysis: Analysis, candidates: Sequence[Candidate], number: int) -> str | None:
    """The country that a title belongs to: "US Treasury Secretary Ana Ruiz", "Japan's negotiator, Ren Mori"."""
    title = candidates[number].title
    before = candidates[number - 1] if number else None
    if title is None or before is None or before.entry is None:
        return None
    possessive = before.end == title[0] - 1 and analysis.tags[before.end] == "G"
    return before.country if before.end == title[0] or possessive else None


def _finish(draft: _Draft) -> Actor:
    return Actor(
        id=draft.id,
        name=draft.name,
        kind=draft.kind,
        mentions=tuple(sorted(draft.mentions.values(), key=lambda mention: mention.span)),
        roles=_fullest(draft.roles),
        country=draft.country,
        same_as=draft.same_as,
    )


def _fullest(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles in order, without those whose words another one holds ("Minister" beside "Trade Minister")."""
    words = [set(role.title.lower().split()) for role in roles]
    kept = [role for role, own in zip(roles, words, strict=True) if not any(own < other for other in words)]
    return tuple(sorted(kept, key=lambda role: role.span))


def _open(analysis: Analysis, candidate: Candidate) -> Diagnostic:
    span = analysis.tokens.span(candidate.first, candidate.end)
    return Diagnostic(rule=RuleId("actor.undecided"), message="words that fit several actors", span=span)


def _mention(analysis: Analysis, draft: _Draft, candidate: Candidate) -> None:
    span = analysis.tokens.span(candidate.first, candidate.end)
    draft.mentions[span.start, span.end] = Mention(span=span, form=candidate.form, rule=RuleId(candidate.rule))
    draft.places.append((candidate.first, candidate.end))
    if candidate.title is not None and candidate.rule != "actor.office":
        first, end = candidate.title
        lowers = analysis.tokens.lowers
        gendered = analysis.index.sets
        for at in range(first, end):
            for gender in ("male", "female"):
                if lowers[at] in gendered.get(f"gendered.{gender}", ()):
                    draft.gender = draft.gender or gender
        if (
            lowers[first] not in gendered["titles.honorifics"]
            or end - first > 2
            or lowers[first] in gendered["titles.heads"]
        ):
            draft.add_role(analysis, first, end, "role.title")


def _words(analysis: Analysis, candidate: Candidate) -> tuple[str, ...]:
    words = analysis.tokens.words
    return tuple(words[at] for at in range(candidate.first, candidate.end) if words[at] not in {".", "-"})


def _full_names(analysis: Analysis, candidates: Iterable[Candidate]) -> dict[str, list[tuple[str, ...]]]:
    """Names of persons of two words and more by each of their words; one for each set of words."""
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for candidate in candidates:
        if candidate.kind is ActorKind.PERSON and candidate.form is MentionForm.NAME and candidate.entry is None:
            words = _words(analysis, candidate)
            if len(words) > 1:
                found.setdefault(frozenset(words), words)
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for name in found.values():
        for word in dict.fromkeys(name):
            by_word.setdefault(word, []).append(name)
    return by_word


class _Drafts:
    """The actors so far, and how a candidate finds its own."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._taken: dict[str, int] = {}
        self._by_key: dict[object, _Draft] = {}
        self._bodies: dict[str, list[_Draft]] = {}
        self._by_head: dict[tuple[ActorKind, str], list[_Draft]] = {}
        self.all: list[_Draft] = []
        self.officers: dict[str, list[_Draft]] = {}

    def _new(self, key: object, id: str, name: str, kind: ActorKind, **more: object) -> _Draft:
        draft = _Draft(ActorId(unique(id, self._taken)), name, kind, **more)  # type: ignore[arg-type]
        self._by_key[key] = draft
        if kind is ActorKind.ORGANIZATION:
            self._bodies.setdefault(name.rsplit(maxsplit=1)[-1], []).append(draft)
        if draft.head:
            self._by_head.setdefault((kind, draft.head), []).append(draft)
        self.all.append(draft)
        return draft

    def author(self) -> _Draft:
        """The author of the article, who is nobody's name."""
        return self._by_key.get("author") or self._new("author", "author", "author", ActorKind.AUTHOR)

    def note_office(self, draft: _Draft) -> None:
        """Remember a person by the head noun of the last office that the text gave."""
        head = draft.roles[-1].title.lower().split()[-1]
        officers = self.officers.setdefault(head, [])
        if draft not in officers[:2]:
            officers.append(draft)

    def of(self, candidate: Candidate, persons: dict[str, list[tuple[str, ...]]]) -> _Draft | None:
        """The actor of a candidate; None where its words fit several, or show nobody."""
        if candidate.entry is not None:
            return self._entry(candidate)
        if candidate.form is MentionForm.NAME and candidate.rule != "actor.named-body":
            return self._name(candidate, persons)
        if candidate.kind is ActorKind.PERSON:
            return self._office(candidate)
        return self._description(candidate)

    def _entry(self, candidate: Candidate) -> _Draft | None:
        entry = candidate.entry
        if entry is None:
            return None
        found = self._by_key.get(entry.id)
        return found or self._new(
            entry.id, entry.id, entry.name, entry.kind, country=entry.country, same_as=entry.same_as
        )

    def _name(self, candidate: Candidate, persons: dict[str, list[tuple[str, ...]]]) -> _Draft | None:
        words = _words(self._analysis, candidate)
        key = frozenset(words)
        if found := self._by_key.get(key):
            return found
        if candidate.rule == "actor.short-body":
            bodies = self._bodies.get(words[-1], [])
            return bodies[-1] if bodies else None
        fits = [name for name in persons.get(words[0], ())[:_NAMESAKES] if _fits(words, name)]
        if len(fits) == 1 and len(words) < len(fits[0]):
            full = frozenset(fits[0])
            return self._by_key.get(full) or self._new(
                full, f"person:{slug(' '.join(fits[0]))}", " ".join(fits[0]), ActorKind.PERSON
            )
        if len(fits) > 1 and len(words) == 1:
            return None
        if candidate.kind is None:
            return None
        name = self._analysis.article[self._analysis.tokens.span(candidate.first, candidate.end)]
        prefix = "person" if candidate.kind is ActorKind.PERSON else "org"
        name = " ".join(name.split())
        return self._new(key, f"{prefix}:{slug(name)}", name, candidate.kind)

    def _office(self, candidate: Candidate) -> _Draft | None:
        """The only person whose title ends in the head noun of "the minister"; without any, an actor of its own."""
        fits = self.officers.get(candidate.head, [])
        if fits:
            return fits[0] if len(fits) == 1 else None
        span = self._analysis.tokens.span(candidate.first, candidate.end)
        words = " ".join(self._analysis.article[span].split())
        key = (ActorKind.PERSON, words.lower())
        return self._by_key.get(key) or self._new(key, f"person:{slug(words)}", words, ActorKind.PERSON)

    def _description(self, candidate: Candidate) -> _Draft:
        """An actor for each description; definite ones join an earlier one of the same head noun."""
        analysis, kind = self._analysis, candidate.kind or ActorKind.GROUP
        words = " ".join(analysis.article[analysis.tokens.span(candidate.first, candidate.end)].split())
        if kind is ActorKind.GOVERNMENT and candidate.country:
            key: object = (kind, candidate.head == "administration" and "administration", candidate.country)
            if found := self._by_key.get(key):
                return found
            if candidate.head != "administration":
                code = candidate.country.lower()
                return self._new(key, f"government:{code}", words, kind, country=candidate.country, head=candidate.head)
        key = (kind, words.lower(), candidate.country)
        if found := self._by_key.get(key):
            return found
        if candidate.definite or kind is ActorKind.GOVERNMENT:
            same = self._by_head.get((kind, candidate.head), [])
            bare = words.lower() == candidate.head
            named = candidate.rule == "actor.named-body"
            if kind is ActorKind.GOVERNMENT and candidate.head == "administration" and len(same) == 1 and not named:
                same[0].country = same[0].country or candidate.country
                return same[0]
            if bare and same:
                return same[-1]
        prefix = {ActorKind.ORGANIZATION: "org"}.get(kind, kind.value)
        return self._new(
            key, f"{prefix}:{slug(words)}", words, kind,
            country=candidate.country, head=candidate.head, plural=kind in {ActorKind.GROUP, ActorKind.ANONYMOUS},
        )  # fmt: skip


def _fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a short form can stand for a full name: its first or last word, or its words in either order."""
    if len(short) == 1:
        return short[0] in {full[0], full[-1]} or (len(full) > 2 and short[0] == full[-2])
    return set(short) <= set(full)


def _appositive_roles(analysis: Analysis, by_place: Sequence[tuple[Candidate, _Draft]]) -> None:
    """Offices in capitals right before a name and its comma: "Treasury Secretary, Ana Ruiz"."""
    tags = analysis.tags
    names = {
        found.first: draft
        for found, draft in by_place
        if draft.kind is ActorKind.PERSON and found.form is MentionForm.NAME
    }
    heads = analysis.index.sets["titles.heads"]
    for first, draft in names.items():
        at = first - 1
        if at > 0 and tags[at] == "," and analysis.tokens.lowers[at - 1] in heads:
            start = at - 1
            while start > 0 and tags[start - 1] == "E":
                start -= 1
            if analysis.tokens.words[start][0].isupper():
                draft.add_role(analysis, start, at, "role.apposition")


@frozen
class _Seen:
    """A mention that a pronoun may refer to."""

    token: int
    sentence: int
    subject: bool
    draft: _Draft


def _pronouns(analysis: Analysis, drafts: _Drafts, by_place: Sequence[tuple[Candidate, _Draft]]) -> None:
    """Join each pronoun to the actor that it must mean, or leave it."""
    seen: list[_Seen] = []
    places = [(found.first, found, draft) for found, draft in by_place if found.form is not MentionForm.DEMONYM]
    places.sort(key=lambda item: item[0])
    pending = iter(places)
    upcoming = next(pending, None)
    for at in analysis.hits(Trigger.PRONOUN):
        found = analysis.tags[at]
        while upcoming is not None and upcoming[0] <= at:
            token, candidate, draft = upcoming
            sentence = analysis.sentence_of(token)
            seen.append(_Seen(token, sentence, _is_subject(analysis, candidate, sentence), draft))
            upcoming = next(pending, None)
        if found not in "RS":
            continue
        pronoun = analysis.lexicon.pronouns.get(analysis.tokens.lowers[at])
        if pronoun is None:
            continue
        if pronoun.person == 1 and pronoun.number == "singular":
            if analysis.quoted[at] < 0 and analysis.is_authored(analysis.tokens.starts[at]):
                _add_pronoun(analysis, drafts.author(), at)
            continue
        if pronoun.person != 3 or analysis.quoted[at] >= 0 or _is_expletive(analysis, at):
            continue
        target = _antecedent(analysis, seen, at, pronoun.number, pronoun.gender, possessive=found == "S")
        if target is not None:
            if pronoun.gender in {"male", "female"}:
                target.gender = pronoun.gender
            _add_pronoun(analysis, target, at)
            seen.append(_Seen(at, analysis.sentence_of(at), found == "R" and _finite_follows(analysis, at + 1), target))


def _is_expletive(analysis: Analysis, at: int) -> bool:
    """Whether "it" stands for a clause to come: "it is clear that", "it remains to be seen"."""
    tags, probe = analysis.tags, at + 1
    if analysis.tokens.lowers[at] != "it":
        return False
    while probe < len(tags) and tags[probe] in "AXMVBv":
        probe += 1
    stop = min(len(tags), probe + 4)
    return probe > at + 1 and any(tags[here] in "HT" for here in range(probe, stop)) and tags[probe] in "NdATEP"


def _add_pronoun(analysis: Analysis, draft: _Draft, at: int) -> None:
    span = analysis.tokens.span(at, at + 1)
    draft.mentions[span.start, span.end] = Mention(span=span, form=MentionForm.PRONOUN, rule=RuleId("actor.pronoun"))
    draft.places.append((at, at + 1))


def _is_subject(analysis: Analysis, candidate: Candidate, sentence: int) -> bool:
    """Whether a mention is the subject of its clause: a verb follows it, or it opens its sentence's main clause."""
    first, _ = analysis.bounds[sentence]
    return _finite_follows(analysis, candidate.end) or candidate.first - first <= 1


def _finite_follows(analysis: Analysis, at: int) -> bool:
    tags = analysis.tags
    while at < len(tags) and tags[at] == "A":
        at += 1
    return at < len(tags) and tags[at] in "vMBVO"


def _antecedent(
    analysis: Analysis, seen: Sequence[_Seen], at: int, number: str | None, gender: str | None, *, possessive: bool
) -> _Draft | None:
    """The actor that a pronoun of the third person means, if only one is in reach, or one is the subject."""
    sentence = analysis.sentence_at[at]
    reach = _RECENT if gender in {"male", "female"} else 1
    fits: list[_Seen] = []
    for found in reversed(seen[-30:]):
        if sentence - found.sentence > reach:
            break
        draft = found.draft
        if gender in {"male", "female"}:
            suits = draft.kind is ActorKind.PERSON and draft.gender in {None, gender}
        elif number == "plural":
            suits = draft.plural
        else:
            suits = not draft.plural and draft.is_body
        if suits:
            fits.append(found)
    if not fits or gender in {"male", "female"} or number == "plural":
        return _choose(fits, sentence)
    if possessive:
        same = [found for found in fits if found.sentence == sentence]
        return _choose(same, sentence) or _choose(fits, sentence)
    subjects = [found for found in fits if found.subject]
    return _choose(subjects, sentence) if subjects else None


def _choose(fits: Sequence[_Seen], sentence: int) -> _Draft | None:
    """The last subject among the nearest mentions, or the last of them if all are one actor."""
    if not fits:
        return None
    here = [found for found in fits if found.sentence == sentence]
    for group in (here, [found for found in fits if found.sentence == fits[0].sentence], fits):
        subjects = [found for found in group if found.subject]
        if subjects:
            return subjects[0].draft
        if group and len({found.draft.id for found in group}) == 1:
            return group[0].draft
    counts = Counter(found.draft.id for found in fits)
    best, times = counts.most_common(1)[0]
    return next(found.draft for found in fits if found.draft.id == best) if times > 1 else fits[0].draft
