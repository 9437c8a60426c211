"""What the names of a text name, by the evidence of all the places where they stand.

A surname is a person's wherever it stands once its full name has been read; a name in a row with others is what they
are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from tradebrief.extraction.actors.cuts import Piece
from tradebrief.extraction.actors.openers import OPENER, opening_evidence
from tradebrief.extraction.actors.personal import find_personal
from tradebrief.extraction.actors.speaking import speaks
from tradebrief.extraction.lookups.index import NameForm
from tradebrief.extraction.lookups.kinds import COUNTRY, DEMONYM, PERSON, SUBNATIONAL
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, NameKind, Strength, settle
from tradebrief.model import ActorId

__all__ = ["SHORT_PERSON", "Known", "is_any_countrys", "is_row", "settle_names"]

_PERSON, _BODY, _PLACE, _ = NameKind
_WEAK, _FAIR, _STRONG, _SURE = Strength
SHORT_PERSON = Evidence(_PERSON, _STRONG, "actor.short-name")
_SHORT_BODY = Evidence(_BODY, _FAIR, "actor.short-name")
_LONGEST_ASIDE = 6
_ROW = frozenset({",", "and", "or", "&", "/"})
_OF = (("of",), ("for",))


@frozen
class Known:
    """What has been settled of the names of a text.

    Attributes:
        verdicts: For each name by its words what it names.
        inside: Names that stand within a sentence, where a capital tells a name.
        surnames: Words of persons' full names that may stand for them.
        families: Those of them that do not begin a name.
        often: Names that stand more than once.
        countries: Codes of the countries that are named for certain.
        spoken_of: Those of the countries that these names have to do with.
        own: Ids of whom the text calls by a name that no other body has.
        shown: Names that open a sentence in a way that shows them to be names.
    """

    verdicts: Mapping[tuple[str, ...], Evidence]
    inside: set[tuple[str, ...]]
    surnames: set[str]
    families: set[str]
    often: set[tuple[str, ...]]
    countries: set[str | None]
    spoken_of: set[str]
    own: set[ActorId]
    shown: set[tuple[str, ...]]


def settle_names(analysis: Analysis, words: NameWords, pieces: Sequence[Piece]) -> Known:
    """What the evidence of all places comes to, short names with that of the full ones."""
    evidence: dict[tuple[str, ...], list[Evidence]] = {}
    for piece in pieces:
        if piece.known is None and piece.evidence is not None:
            evidence.setdefault(piece.words, []).append(piece.evidence)
    inside = {piece.words for piece in pieces if not piece.opens}
    for name, sign in find_personal(analysis, words, pieces, inside):
        evidence.setdefault(name, []).append(sign)
    shown: set[tuple[str, ...]] = set()
    for name, sign in _openers(analysis, words, pieces):
        shown.add(name)
        if sign is not OPENER:
            evidence.setdefault(name, []).append(sign)
    full: dict[tuple[str, ...], Evidence] = {
        name: verdict for name, found in evidence.items() if name[1:] and (verdict := settle(found))
    }
    persons = {name: verdict.strength for name, verdict in full.items() if verdict.kind is _PERSON}
    listed = (piece.words for piece in pieces if piece.known and piece.known.entry.kind is PERSON)
    persons.update(dict.fromkeys(listed, _SURE))
    surnames, families = _surnames(words, persons)
    bodies = {
        name[0]
        for name, verdict in full.items()
        if verdict.kind is _BODY and not words.is_given(name[0]) and not _is_known(analysis, words, name[0])
    }
    full.update(dict.fromkeys(_short_bodies(analysis, words, pieces, full), _SHORT_BODY))
    verdicts = dict(full)
    single = {piece.words for piece in pieces if piece.known is None and len(piece.words) == 1}
    for name in sorted(single):
        found = evidence.get(name, [])
        if name[0] in surnames:
            strength = min(_STRONG, surnames[name[0]])
            found = [*found, Evidence(_PERSON, strength, "actor.short-name")]
        elif name[0] in bodies:
            found = [*found, _SHORT_BODY]
        if verdict := settle(found):
            verdicts[name] = verdict
    present = {piece.words for piece in pieces if piece.known is None}
    for name in _ends(persons):
        if name in present and full.get(name, SHORT_PERSON).rule != "place.known":
            verdicts[name] = SHORT_PERSON
    for words_of, beside in _rows(analysis, pieces, verdicts):
        verdicts.setdefault(words_of, beside)
    once: set[tuple[str, ...]] = set()
    often: set[tuple[str, ...]] = set()
    for piece in pieces:
        (often if piece.words in once else once).add(piece.words)
    known = [piece.known.entry for piece in pieces if piece.known is not None and not piece.known.weak]
    own = {
        piece.known.entry.id
        for piece in pieces
        if piece.known is not None and not piece.known.weak and not is_any_countrys(words, piece.known, piece)
    }
    countries = {entry.country for entry in known if entry.kind is COUNTRY}
    spoken_of = {entry.country for entry in known if entry.country is not None}
    return Known(verdicts, inside, set(surnames), families, often, countries, spoken_of, own, shown)


def _surnames(words: NameWords, persons: Mapping[tuple[str, ...], Strength]) -> tuple[dict[str, Strength], set[str]]:
    """The words of persons' full names that may stand for them, and those that do not begin a name."""
    surnames: dict[str, Strength] = {}
    families: set[str] = set()
    for name, strength in persons.items():
        shorts = _shorts(words, name) if name[1:] else ()
        for word in shorts:
            if word != name[0]:
                families.add(word)
            surnames[word] = max(surnames.get(word, strength), strength)
    return surnames, families


def _openers(
    analysis: Analysis, words: NameWords, pieces: Sequence[Piece]
) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """The lone names that are shown where they open a sentence, with what shows them."""
    for piece in pieces:
        if piece.opens and piece.known is None and piece.office is None and len(piece.words) == 1:
            sign = opening_evidence(analysis, words, piece)
            if sign is not None:
                yield piece.words, sign


def _is_known(analysis: Analysis, words: NameWords, word: str) -> bool:
    """Whether a word is by itself an actor's or for certain a place's name: "Boston", where its university is named."""
    place = words.places.alone(word)
    return analysis.index.names.alone(word) is not None or (place is not None and not place.ambiguous)


def _short_bodies(
    analysis: Analysis, words: NameWords, pieces: Sequence[Piece], full: Mapping[tuple[str, ...], Evidence]
) -> set[tuple[str, ...]]:
    """First words of bodies' longer names that act by themselves, where no more tells of them: "Silver Arrow said"."""
    starts = {
        name[:size]
        for name, verdict in full.items()
        if verdict.kind is _BODY and name[2:] and verdict.strength >= _STRONG
        for size in range(2, len(name))
    }
    shorts = [piece for piece in pieces if piece.words in starts and piece.known is None] if starts else ()
    acting = {piece.words for piece in shorts if _acts_as_body(analysis, words, full.get(piece.words), piece)}
    if not acting:
        return acting
    lowers = analysis.tokens.lowers
    return acting.difference([piece.words for piece in shorts if lowers[piece.first - 1] in words.locatives])


def _acts_as_body(analysis: Analysis, words: NameWords, verdict: Evidence | None, piece: Piece) -> bool:
    """Whether a name is a person's for no better reason than that it acts, or headed like a place's that does not."""
    if verdict is None or verdict.rule == "place.head":
        headed = verdict is None or piece.words[-1] in words.place_heads  # And not "San Lund".
        return headed and speaks(analysis, piece.end) and words.places.at(list(piece.words), 0) is None
    return verdict.kind is _PERSON and verdict.strength is _WEAK


def _ends(names: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The last words of persons' full names, as they are written where they stand alone: "Van der Ode"."""
    for name in names:
        for at in range(1, len(name) - 1) if name[2:] else ():
            yield name[at:]
            yield (name[at].capitalize(), *name[at + 1 :])


def _rows(
    analysis: Analysis, pieces: Sequence[Piece], verdicts: Mapping[tuple[str, ...], Evidence]
) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """Names without evidence that stand in a row with ones that have it, with what those are."""
    unsettled = [
        at
        for at, piece in enumerate(pieces)
        if piece.known is None and piece.office is None and piece.words not in verdicts
    ]
    for order, step in ((unsettled, -1), (unsettled[::-1], 1)):
        for at in order:
            piece = pieces[at]
            if piece.words in verdicts or not 0 <= at + step < len(pieces):
                continue  # What a name before has told counts at once.
            other = pieces[at + step]
            found = verdicts.get(other.words) if other.known is None else _of_entry(other.known)
            if found is not None and (is_row(analysis, other, piece) or is_row(analysis, piece, other)):
                yield piece.words, _beside(found)


def is_row(analysis: Analysis, one: Piece, other: Piece) -> bool:
    """Whether only a comma, "and" or "or" parts two names, of which the first ends before the other."""
    end, lowers = one.end, analysis.tokens.lowers
    if lowers[end : end + 1] == ["("] and ")" in lowers[end : end + _LONGEST_ASIDE]:
        end = lowers.index(")", end) + 1
    return 0 < other.first - end <= 2 and _ROW.issuperset(lowers[end : other.first])


def _beside(found: Evidence) -> Evidence:
    """What a name with some evidence tells of one in a row with it."""
    return _BESIDE.get(found.kind, found)


def _of_entry(known: NameForm) -> Evidence | None:
    """What a row with a name of the lexicon tells; nothing for peoples and bodies."""
    is_place = known.entry.kind in (COUNTRY, SUBNATIONAL) and known.form is not DEMONYM
    return _BESIDE[_PLACE] if is_place else None


_BESIDE = {
    _PERSON: Evidence(_PERSON, _WEAK, "actor.beside"),
    _BODY: Evidence(_BODY, _WEAK, "actor.beside"),
    _PLACE: Evidence(_PLACE, _WEAK, "place.beside"),
}


def _shorts(words: NameWords, name: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a person's full name by which the person may be called alone."""
    plain = [
        word
        for word in name
        if word not in words.suffixes
        and len(word) > 1
        and word[0].isupper()
        and not (word.isupper() and len(word) <= 5)
    ]
    return (plain[0], *plain[-2:]) if plain else ()


def is_any_countrys(words: NameWords, known: NameForm, piece: Piece) -> bool:
    """Whether a name could be that of a body of many countries: "Ministry of Trade and Industry"."""
    return known.entry.country is not None and piece.words[0] in words.common_bodies and piece.words[1:2] in _OF
