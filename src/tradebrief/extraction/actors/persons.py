"""Which names of persons mean one person, and whom a short name means where it stands.

Full names that can be one person's are one: in either order, with or without middle names, with initials, with a
familiar form of the given name. A single name stands for whoever bears it. Where several do, a title, the order in
which they are introduced and the paragraph decide, or nothing does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import define

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.players import Player, folded_words
from tradebrief.extraction.lookups.identity_words import IdentityWords, identity_words_of
from tradebrief.extraction.lookups.kinds import NAME, PERSON
from tradebrief.extraction.lookups.name_words import NameWords, name_words_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tokens import scan_tokens
from tradebrief.lexicon import ActorEntry
from tradebrief.model.ids import slug

__all__ = ["Namesake", "People", "PersonName", "is_person_name"]

_MOST_PLAIN = 3  # Words of a name up to which one in the middle is hardly what its bearer is called by.
_MOST_NAMESAKES = 40  # Further bearers of one name are not compared.
_FIRST, _NUMBERED = "I", frozenset({"II", "III", "IV", "V", "VI", "VII", "VIII"})


class PersonName(NamedTuple):  # A hundred are looked up for each article: they are hashed faster than a frozen class.
    """A person's name as its words can be compared.

    Attributes:
        keys: Its words in lower case, without accents, particles and marks; an initial is one letter.
        suffix: "jr", "iii" and the like.
    """

    keys: tuple[str, ...]
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it tells its bearer from others of the family."""
        return len(self.keys) > 1 or self.suffix.upper() in _NUMBERED


@define(eq=False)
class Namesake:
    """A person of whom the text gives a full name, or the lexicon one.

    Attributes:
        written: The fullest name, as the text writes it.
        name: The same as words to compare.
        shorts: The keys of the single names that may stand for it, the likeliest first.
        likely: How many of these are as likely as the first: of two family names either.
        entry: The lexicon's entry.
        player: The actor that it has come to, once it is mentioned.
        introduced: First token of the first full name.
        last: First token of the last full name that has been read.
    """

    written: str
    name: PersonName
    shorts: tuple[str, ...]
    introduced: int
    likely: int = 1
    entry: ActorEntry | None = None
    player: Player | None = None
    last: int = -1


def is_person_name(candidate: Candidate) -> bool:
    """Whether a candidate is a person's name."""
    return candidate.form is NAME and candidate.kind is PERSON


class People:
    """The persons that the full names of a text come to.

    Args:
        analysis: The text.
        candidates: All candidates in order.
    """

    def __init__(self, analysis: Analysis, candidates: Iterable[Candidate]) -> None:
        self._analysis = analysis
        self._words = name_words_of(analysis.lexicon)
        self._identity = identity_words_of(analysis.lexicon)
        self._particles = analysis.index.sets["grammar.name_particles"]
        self._names: dict[tuple[str, ...], PersonName] = {}
        self._by_name: dict[PersonName, Namesake] = {}
        self._by_short: dict[str, list[Namesake]] = {}
        self._by_word: dict[str, list[Namesake]] = {}
        self._habits: dict[str, set[int]] = {}
        self._group([candidate for candidate in candidates if is_person_name(candidate)])

    def name_of(self, candidate: Candidate) -> PersonName:
        """The words of a candidate to compare."""
        written = tuple(self._analysis.tokens.words[candidate.first : candidate.end])
        found = self._names.get(written)
        if found is None:
            found = self._names[written] = _read(written, self._words, self._particles)
        return found

    def full(self, name: PersonName) -> Namesake | None:
        """The person whose full name it is, if it fits one only."""
        return self._by_name.get(name)

    def bearers(self, name: PersonName) -> Sequence[Namesake]:
        """The persons whom a single name may mean; of very many only the first."""
        return () if name.is_full else self._by_short.get(name.keys[0], [])[: _MOST_NAMESAKES + 1]

    def choose(self, candidate: Candidate, fits: Sequence[Namesake], paragraph: int) -> Namesake | None:
        """Whom a single name means of several who bear it; None if that stays open.

        Args:
            candidate: Where the name stands.
            fits: Who bears it.
            paragraph: First token of the paragraph.
        """
        key, at = self.name_of(candidate).keys[0], candidate.first
        if len(fits) > _MOST_NAMESAKES:
            return None
        called = [found for found in fits if key in found.shorts[: found.likely]]
        known = [found for found in called or fits if found.introduced < at]
        here = [found for found in known if found.last >= paragraph]
        habit = self._habits.setdefault(key, set())
        usual = [found for found in known if id(found) in habit]
        if len(known) == 1:
            chosen = known[0]
        elif len(here) == 1 and usual in ([], here):
            chosen = here[0]
        elif len(usual) == 1 and (not here or usual[0] in here):
            chosen = usual[0]
        else:
            return None
        habit.add(id(chosen))
        return chosen

    def read_full(self, person: Namesake, at: int) -> None:
        """Note that a person's full name stands at a token."""
        person.last = at

    def _group(self, candidates: Sequence[Candidate]) -> None:
        """Found the persons: those of the lexicon first, then by the length of their names."""
        tokens, written = self._analysis.tokens, dict[PersonName, tuple[int, int, int]]()
        entries: dict[str, Candidate] = {}
        for candidate in candidates:
            if candidate.entry is not None:
                entries.setdefault(candidate.entry.id, candidate)
            elif (name := self.name_of(candidate)).is_full:
                first, *place = written.get(name, (candidate.first, candidate.first, candidate.end))
                if tokens.words[place[1] - 1].isupper() and not tokens.words[candidate.end - 1].isupper():
                    place = [candidate.first, candidate.end]  # A headline's capitals are not how a name is written.
                written[name] = (first, place[0], place[1])
        for candidate in entries.values():
            self._found_entry(candidate)
        for name, (first, *place) in sorted(written.items(), key=lambda item: (-_weight(item[0]), item[1])):
            fits = [found for found in self._comparable(name) if _is_same(name, found.name, self._identity)]
            if not fits:
                full = folded_words(self._analysis, place[0], place[1])
                self._add(Namesake(full, name, self._shorts(name), first, 1 + self._has_two_surnames(name)))
            elif len(fits) == 1:
                self._join(name, fits[0], first)

    def _found_entry(self, candidate: Candidate) -> None:
        entry = candidate.entry
        if entry is None:
            return
        names = [
            _read(tuple(scan_tokens(name).words), self._words, self._particles) for name in (entry.name, *entry.aliases)
        ]
        person = Namesake(entry.name, names[0], self._shorts(names[0]), candidate.first, entry=entry)
        self._add(person)
        for name in names[1:]:
            self._join(name, person, candidate.first)

    def _add(self, person: Namesake) -> None:
        self._by_name[person.name] = person
        for key in dict.fromkeys(person.name.keys):
            self._by_word.setdefault(key, []).append(person)
        for key in person.shorts:
            self._by_short.setdefault(key, []).append(person)

    def _join(self, name: PersonName, person: Namesake, first: int) -> None:
        """Take a further name for a person's."""
        self._by_name.setdefault(name, person)
        person.introduced = min(person.introduced, first)
        for key in self._shorts(name):
            bearers = self._by_short.setdefault(key, [])
            if person not in bearers[:_MOST_NAMESAKES]:
                bearers.append(person)

    def _comparable(self, name: PersonName) -> list[Namesake]:
        """The persons with whom a name shares a whole word, by the two words that fewest share."""
        shared = [self._by_word.get(key, []) for key in name.keys if len(key) > 1]
        rare = sorted(shared, key=len)[:2]
        return list(dict.fromkeys([person for bearers in rare for person in bearers[:_MOST_NAMESAKES]]))

    def _shorts(self, name: PersonName) -> tuple[str, ...]:
        """The single names that may stand for a person, the family name first where it can be told."""
        keys = [key for key in name.keys if len(key) > 1]
        if not keys:
            return ()
        ends = [keys[-1], keys[0]]
        if keys[0] in self._identity.family_first and keys[0] not in self._identity.given:
            ends.reverse()
        if len(keys) > 2 and keys[-2] not in self._identity.given:
            ends.insert(1, keys[-2])  # "Rojas" of "Camila Rojas Prieto"
        if len(keys) > _MOST_PLAIN:
            ends += keys[1:-1]  # "Chico" of "Paulo Jorge Chico da Rocha"
        return tuple(dict.fromkeys(ends))

    def _has_two_surnames(self, name: PersonName) -> bool:
        """Whether a name ends in two family names, as Spanish and Portuguese ones do: "Rojas Prieto"."""
        keys, identity = name.keys, self._identity
        return len(keys) > 2 and keys[-2] in identity.surnames and keys[-3] in identity.given


def _read(written: tuple[str, ...], words: NameWords, particles: frozenset[str]) -> PersonName:
    """A name as its words can be compared."""
    suffix = ""
    if len(written) > 1 and (written[-1] == _FIRST or written[-1] in words.suffixes or written[-1] in _NUMBERED):
        suffix, written = written[-1].lower(), written[:-1]
    plain = [word for word in written if word[0].isalpha() and word.lower() not in particles]
    return PersonName(tuple([key for word in plain or written for key in _keys(word)]), suffix)


def _keys(word: str) -> list[str]:
    """A word to compare, a compound in its parts."""
    return [word.lower()] if word.isascii() and word.isalpha() else slug(word).split("-")


def _weight(name: PersonName) -> int:
    return sum([2 if len(key) > 1 else 1 for key in name.keys])


def _is_same(one: PersonName, other: PersonName, identity: IdentityWords) -> bool:
    """Whether two full names can be one person's: the words of the shorter stand in the longer, in its order."""
    if one.suffix != other.suffix and one.suffix and other.suffix:
        return False
    if sorted(one.keys) == sorted(other.keys) or "".join(one.keys) == "".join(other.keys):
        return True
    short, full = sorted((one.keys, other.keys), key=len)
    if len(short) < 2:
        return False
    at, whole = 0, False
    for number, key in enumerate(short):
        while at < len(full) and not _matches(key, full[at], (number, at), identity):
            at += 1
        if at == len(full):
            return False
        whole = whole or (key == full[at] and len(key) > 1)
        at += 1
    return whole


def _matches(key: str, other: str, places: tuple[int, int], identity: IdentityWords) -> bool:
    """Whether a word of one name can be one of another: the same, or in the same place its initial or familiar form."""
    if key == other and len(key) > 1:
        return True
    number, at = places
    if number != at:
        return False
    initial = 1 in {len(key), len(other)} and key[0] == other[0]
    return initial or (number == 0 and identity.is_familiar(key, other))
