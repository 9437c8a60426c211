"""Which names of bodies mean one body, and which body a description means.

A name with the same words is the same body, with or without "The", "Inc" and small words. A short form is the first
or the last words of one longer name, or its initials. A description ("the department") means the only body whose
name has its noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from attrs import define, field

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.players import Player, folded_words
from tradebrief.extraction.lookups.identity_words import IdentityWords, identity_words_of
from tradebrief.extraction.lookups.kinds import BLOC, NAME, ORGANIZATION
from tradebrief.extraction.lookups.name_words import name_words_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tokens import scan_tokens
from tradebrief.lexicon import ActorEntry, Lexicon
from tradebrief.model import ActorId, ActorKind
from tradebrief.model.ids import slug

__all__ = ["Bodies", "Body", "is_body_name"]

_KINDS = (ORGANIZATION, BLOC)
_SHORTEST_ACRONYM = 3  # Without brackets that introduce it.
_MOST_WORDS = 12
_STEM = 4
_MOST_FITS = 20


class _Name(NamedTuple):  # A hundred are looked up for each article: they are hashed faster than a frozen class.
    """A body's name as its words can be compared.

    Attributes:
        words: Its words in lower case, without accents and marks.
        keys: The same without small words and forms of companies.
    """

    words: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def letters(self) -> str:
        """Its words written as one, as an acronym is."""
        return "".join(self.words)


class _Known(NamedTuple):
    """What the names of a lexicon's entry come to.

    Attributes:
        name: The name that it goes by.
        shorts: The short forms of that.
        initials: The acronyms of that.
        described: The words of all its names, by the nouns that may stand for it.
    """

    name: _Name
    shorts: tuple[tuple[str, ...], ...]
    initials: tuple[str, ...]
    described: dict[str, frozenset[str]]


@define(eq=False)
class Body:
    """A body that the text names.

    Attributes:
        written: Its fullest name, as the text writes it.
        kind: What sort of body it is.
        introduced: First token of its first name.
        entry: The lexicon's entry.
        player: The actor that it has come to, once it is mentioned.
        last: First token of the last mention that has been read.
        described: The words of its names, by the nouns that may stand for it.
    """

    written: str
    kind: ActorKind
    introduced: int
    entry: ActorEntry | None = None
    player: Player | None = None
    last: int = -1
    described: dict[str, frozenset[str]] = field(factory=dict[str, frozenset[str]])


def is_body_name(candidate: Candidate) -> bool:
    """Whether a candidate is the name of a body, known or not."""
    return candidate.form is NAME and candidate.kind in _KINDS and candidate.rule != "actor.named-body"


class Bodies:
    """The bodies that the names of a text come to.

    Args:
        analysis: The text.
        candidates: All candidates in order.
    """

    def __init__(self, analysis: Analysis, candidates: Sequence[Candidate]) -> None:
        self._analysis = analysis
        self._identity = identity_words_of(analysis.lexicon)
        self._places = name_words_of(analysis.lexicon).places
        self._names: dict[tuple[str, ...], _Name] = {}
        self._by_entry: dict[str, Body] = {}
        self._by_keys: dict[tuple[str, ...], list[Body]] = {}
        self._by_short: dict[tuple[str, ...], list[Body]] = {}
        self._by_initials: dict[str, list[Body]] = {}
        self._by_head: dict[str, list[Body]] = {}
        self._implied: dict[str, list[Body]] = {}
        self._beside: dict[int, _Name] = {}
        self._group([candidate for candidate in candidates if is_body_name(candidate)])

    def fits(self, candidate: Candidate) -> Sequence[Body]:
        """The bodies that a name may mean."""
        if candidate.entry is not None:
            return [self._by_entry[candidate.entry.id]]
        if candidate.first in self._beside:
            return self._by_keys[self._beside[candidate.first].keys]  # Another body may have its acronym as well.
        return self._by_keys.get(self._name_of(candidate).keys, ())

    def described(self, head: str, modifiers: Iterable[str], country: str | None) -> list[Body]:
        """The bodies that a description may mean, by its noun and what stands before that."""
        wanted = {key for word in modifiers for key in _keys(word)}
        if not wanted and all(
            body.kind is BLOC for body in self._by_head.get(head, ())
        ):  # "the union" is hardly the EU.
            implied = [body for body in self._implied.get(head, ()) if not _differs(country, body)]
            if implied:
                return implied
        found = [
            body
            for body in self._by_head.get(head, ())[:_MOST_FITS]
            if wanted <= body.described[head] and not _differs(country, body)
        ]
        return [body for body in found if country and _country(body) == country] or found

    def describe(self, body: Body, words: Sequence[str]) -> None:
        """Note what a body is called beside its name, the noun last: "Ode, a kelp processor", "carmaker Ode"."""
        head = words[-1]
        if head not in body.described:
            self._by_head.setdefault(head, []).append(body)
        body.described[head] = body.described.get(head, frozenset()).union(words)

    def may_be_company(self, body: Body) -> bool:
        """Whether no noun of a body's name says that it is another sort of body, such as a ministry."""
        nouns = self._analysis.index.sets["groups.collective_heads"] - self._identity.companies
        return body.kind is ORGANIZATION and nouns.isdisjoint(body.described)

    def _name_of(self, candidate: Candidate) -> _Name:
        written = tuple(self._analysis.tokens.words[candidate.first : candidate.end])
        found = self._names.get(written)
        if found is None:
            found = self._names[written] = _read(written, self._identity)
        return found

    def _group(self, candidates: Sequence[Candidate]) -> None:
        """Found the bodies: those of the lexicon, then by the length of their names."""
        first_at: dict[_Name, Candidate] = {}
        for candidate in candidates:
            if candidate.entry is None:
                first_at.setdefault(self._name_of(candidate), candidate)
            else:
                self._found_entry(candidate, candidate.entry)
        self._place_generic()
        introduced: dict[tuple[str, ...], list[_Name]] = {}
        for short, full, at in self._introduced(candidates):
            names = introduced.setdefault(short, [])
            names[:] = [name for name in names if not _is_variant(name, full)]
            names.append(full)
            if len(names) > 1:
                self._beside[at] = full
        for name, candidate in sorted(first_at.items(), key=lambda item: (-len(item[0].keys), item[1].first)):
            if name.keys in self._by_keys:
                continue
            fits = self._fitting(name, candidate, introduced)
            if not fits or (len(fits) > 1 and len(name.keys) > 1):
                written = folded_words(self._analysis, candidate.first, candidate.end)
                fits = [Body(written, candidate.kind or ORGANIZATION, candidate.first)]
            self._by_keys[name.keys] = fits
            if len(fits) == 1:
                self._register(fits[0], name)
                fits[0].introduced = min(fits[0].introduced, candidate.first)

    def _found_entry(self, candidate: Candidate, entry: ActorEntry) -> None:
        name = self._name_of(candidate)
        body = self._by_entry.get(entry.id)
        if body is None:
            known = _known(self._analysis.lexicon, entry.id)
            body = Body(entry.name, entry.kind, candidate.first, entry, described=known.described.copy())
            self._by_entry[entry.id] = body
            for head in known.described:
                self._by_head.setdefault(head, []).append(body)
            self._shorten(body, known.shorts, known.initials)
        if name.keys not in self._by_keys:
            self._by_keys[name.keys] = [body]
            self._register(body, name)

    def _place_generic(self) -> None:
        """Take what many countries have ("Congress", "the Senate") for that of the only country that the text names."""
        for id, body in self._by_entry.items():
            entry = body.entry
            if entry is None or entry.country is not None:
                continue
            name = _known(self._analysis.lexicon, entry.id).name
            fits = [
                other
                for other in self._by_short.get(name.keys, ())[:_MOST_FITS]
                if other.entry is not None and other.entry.country is not None
            ]
            if len(fits) == 1:
                fits[0].introduced = min(fits[0].introduced, body.introduced)
                self._by_entry[id] = fits[0]

    def _introduced(self, candidates: Sequence[Candidate]) -> Iterator[tuple[tuple[str, ...], _Name, int]]:
        """The short names that brackets introduce, with the full ones beside them, whichever comes first.

        Each with the token at which the short one begins.
        """
        words = self._analysis.tokens.words
        for one, other in pairwise(candidates):
            opened = one.end + 1 == other.first and words[one.end] == "("
            if not opened or words[other.end : other.end + 1] != [")"]:
                continue
            full, short = self._name_of(one), self._name_of(other)
            if len(full.keys) > 1 and other.entry is None and _is_acronym(words[other.first : other.end]):
                yield short.keys, full, other.first
            elif len(full.keys) > 1 and one.entry is None and other.entry is not None:
                yield full.keys, short, one.first  # "the Union of Chambers (UCCAEP)": the lexicon has the acronym.
            elif one.entry is None and _is_acronym(words[one.first : one.end]) and full.letters in _initials(short):
                yield full.keys, short, one.first

    def _fitting(self, name: _Name, candidate: Candidate, introduced: dict[tuple[str, ...], list[_Name]]) -> list[Body]:
        """The bodies of longer names that a name may be short for."""
        fits: list[Body] = []
        for full in introduced.get(name.keys, ()):
            for body in self._by_keys.get(full.keys, ())[:1]:
                _add(fits, body)
        if fits:
            return fits
        written = self._analysis.tokens.words[candidate.first : candidate.end]
        if _is_acronym(written):
            fits = self._by_initials.get(name.letters, [])[:_MOST_FITS]
            return fits if len(name.letters) >= _SHORTEST_ACRONYM else []
        if len(name.keys) == 1 and (name.keys[0] in self._identity.given or self._is_place(written)):
            return []
        return self._by_short.get(name.keys, [])[:_MOST_FITS]

    def _is_place(self, written: list[str]) -> bool:
        return self._places.at(written, 0) is not None

    def _register(self, body: Body, name: _Name) -> None:
        """Note by which short forms and nouns a body may be meant."""
        self._shorten(body, _shorts(name, self._identity.small_words), _initials(name) if len(name.keys) > 1 else ())
        for head in _heads(name, body.kind, self._identity):
            if head not in body.described:
                self._by_head.setdefault(head, []).append(body)
            body.described[head] = body.described.get(head, frozenset()).union(name.words, (head,))
        for word in name.words:
            for noun in self._identity.implied.get(word, ()):
                _add(self._implied.setdefault(noun, []), body)

    def _shorten(self, body: Body, shorts: Iterable[tuple[str, ...]], initials: Iterable[str]) -> None:
        """Note by which short forms a body may be meant."""
        for short in shorts:
            _add(self._by_short.setdefault(short, []), body)
        for letters in initials:
            _add(self._by_initials.setdefault(letters, []), body)


@lru_cache(maxsize=4096)
def _known(lexicon: Lexicon, id: ActorId) -> _Known:
    """What the names of an entry of a lexicon come to, read once for all texts."""
    entry, identity = lexicon.actors[id], identity_words_of(lexicon)
    names = [_read(scan_tokens(written).words, identity) for written in (entry.name, *entry.aliases)]
    described: dict[str, frozenset[str]] = {}
    for name in names:
        for head in _heads(name, entry.kind, identity):
            described[head] = described.get(head, frozenset()).union(name.words, (head,))
    initials = tuple(_initials(names[0])) if len(names[0].keys) > 1 else ()
    return _Known(names[0], tuple(_shorts(names[0], identity.small_words)), initials, described)


def _read(written: Sequence[str], identity: IdentityWords) -> _Name:
    """A name as its words can be compared."""
    words = tuple([key for word in written if word[0].isalnum() for key in _keys(word)])
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    end = len(words)
    while end > 1 and words[end - 1] in identity.company_forms:
        end -= 1
    keys = tuple([word for word in words[:end] if word not in identity.small_words])
    return _Name(words[:end], keys or words)


def _heads(name: _Name, kind: ActorKind, identity: IdentityWords) -> set[str]:
    """The nouns of a name by which a description may mean its body."""
    words = name.words
    link = _head_end(name, identity.small_words)
    heads = {words[-1], *words[max(0, link - 1) : link]}
    if link > 1 and words[link - 1] in identity.postposed:
        heads.add(words[link - 2])  # "the directorate" for the Directorate General of Trade
    if kind is BLOC:
        heads.add("bloc")
    return heads


def _keys(word: str) -> list[str]:
    """A word to compare; the letters of "U.S." are one."""
    if word.isascii() and word.isalpha():
        return [word.lower()]  # As most are.
    return [slug(word).replace("-", "")] if "." in word else slug(word).split("-")


def _is_variant(one: _Name, other: _Name) -> bool:
    """Whether two names with one acronym may be one body's: "Peru Traders Union", "Union of Peruvian Traders"."""
    first, second = ({key[:_STEM] for key in name.keys} for name in (one, other))
    return first <= second or second <= first


def _add(bodies: list[Body], body: Body) -> None:
    if body not in bodies[-_MOST_FITS:]:
        bodies.append(body)


def _head_end(name: _Name, small: frozenset[str]) -> int:
    """Where the words of a name before its first small word end."""
    link = 0
    while link < len(name.words) and name.words[link] not in small:
        link += 1
    return link


def _shorts(name: _Name, small: frozenset[str]) -> set[tuple[str, ...]]:
    """The first and the last words of a name and its head noun, by which its body may be meant."""
    keys = name.keys[:_MOST_WORDS]
    shorts = {short for size in range(1, len(keys)) for short in (keys[:size], keys[-size:])}
    link = _head_end(name, small)
    return (
        shorts | {(name.words[link - 1],)} if 0 < link < len(name.words) else shorts
    )  # "the Institute" for one of trade


def _initials(name: _Name) -> set[str]:
    """The acronyms that a name may have: of all its words, or of those that count."""
    return {"".join(word[0] for word in name.words), "".join(word[0] for word in name.keys)}


def _is_acronym(written: Sequence[str]) -> bool:
    """Whether a name is one word of capitals, a few small letters among them: "GATT", "U.S.", "ACPeds"."""
    return len(written) == 1 and sum(char.isupper() for char in written[0]) > 1 and len(written[0]) <= 8


def _country(body: Body) -> str | None:
    return body.player.country if body.player else body.entry.country if body.entry else None


def _differs(country: str | None, body: Body) -> bool:
    own = _country(body)
    return country is not None and own is not None and own != country
