"""Where actors and places are named: known names, titles with names, and names that the text shows the kind of.

A run of capitalised words is cut into the names that it holds. What an unknown name names is settled by the evidence
of the whole text, so that a surname is a person's wherever it stands once its full name has been read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from attrs import frozen

from tradebrief.extraction.actors.candidates import Candidate, PlaceName
from tradebrief.extraction.actors.cuts import Piece, cut_run
from tradebrief.extraction.actors.evidence import TITLED
from tradebrief.extraction.actors.personal import find_personal
from tradebrief.extraction.actors.players import folded_words
from tradebrief.extraction.actors.runs import find_runs
from tradebrief.extraction.actors.seats import may_stand
from tradebrief.extraction.actors.speaking import speaks
from tradebrief.extraction.actors.titles import is_plural_title, title_end
from tradebrief.extraction.lookups.index import NameForm
from tradebrief.extraction.lookups.kinds import COUNTRY, DEMONYM, METONYM, NAME, ORGANIZATION, PERSON, SUBNATIONAL
from tradebrief.extraction.lookups.name_words import NameWords, name_words_of
from tradebrief.extraction.lookups.phrasebook import Phrasebook
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, NameKind, Strength, settle
from tradebrief.model import ActorId, ActorKind, Diagnostic, MeasureKind, RuleId
from tradebrief.model.ids import slug

__all__ = ["find_names", "note_unknown"]

_PERSON, _BODY, _PLACE, _OTHER = NameKind
_WEAK, _FAIR, _STRONG, _SURE = Strength
_SHORT_PERSON = Evidence(_PERSON, _STRONG, "actor.short-name")
_SHORT_BODY = Evidence(_BODY, _FAIR, "actor.short-name")
_ACRONYM = Evidence(_BODY, _SURE, "actor.acronym")
_LONGEST_ASIDE = 6
_ROW = frozenset({",", "and", "or", "&", "/"})
_LONGEST_TITLED, _LONGEST_NAME = 6, 5
_SINGULAR = frozenset({"has", "is", "was", "does", "himself", "herself", "itself"})
_OF = (("of",), ("for",))
_UNSURE = frozenset({"actor.unknown", "actor.speaker"})
_SHOWN = frozenset(
    {"actor.speaker", "actor.personal"}
)  # Signs that tell even a word that opens its sentence is a name.
_FIRST = attrgetter("first")
_ACTORS = {_PERSON: PERSON, _BODY: ORGANIZATION}
_RULES = {NAME: "actor.name", DEMONYM: "actor.demonym", METONYM: "actor.seat"}


@frozen
class _Known:
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
    """

    verdicts: Mapping[tuple[str, ...], Evidence]
    inside: set[tuple[str, ...]]
    surnames: set[str]
    families: set[str]
    often: set[tuple[str, ...]]
    countries: set[str | None]
    spoken_of: set[str]
    own: set[ActorId]


def find_names(analysis: Analysis, crowded: Sequence[bool]) -> list[Candidate]:
    """The names in order; where nearly every word has a capital (``crowded``), only those known otherwise."""
    words = name_words_of(analysis.lexicon)
    pieces = [piece for run in find_runs(analysis, words, crowded) for piece in cut_run(analysis, words, run)]
    pieces = list(_share_titles(analysis, _with_own_acronyms(analysis, pieces)))
    known = _settle(analysis, words, pieces)
    found = [candidate for piece in pieces if (candidate := _candidate(analysis, words, piece, known)) is not None]
    found.extend(_in_titles(analysis, words, crowded, known))
    found.extend(owner for piece in pieces if (owner := _owner_in(analysis, piece)) is not None)
    return sorted(found, key=_FIRST)


def _owner_in(analysis: Analysis, piece: Piece) -> Candidate | None:
    """The country whose name opens that of one of its bodies, where a noun ends it: "French finance ministry"."""
    if piece.known is None or not piece.words[-1].islower() or piece.known.entry.kind is not ORGANIZATION:
        return None
    owner = analysis.index.names.at(list(piece.words[:-1]), 0)
    if owner is None or owner[1].entry.kind is not COUNTRY or owner[1].form is METONYM:
        return None
    return entry_candidate(analysis, piece.first, piece.first + owner[0], owner[1])


def _with_own_acronyms(analysis: Analysis, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The names, acronyms that the text introduces for a body of its own taken from whom the lexicon has them for.

    Those of which nothing else tells that they are a body's are told by it, too.
    """
    written = analysis.tokens.words
    own = {
        short.words
        for full, short in pairwise(pieces)
        if full.end + 1 == short.first
        and full.known is None
        and written[full.end] == "("
        and (short.known is not None or (_is_body(full) and short.evidence is None))
        and written[short.end : short.end + 1] == [")"]
        and len(short.words) == 1
        and short.words[0] in _initials(full.words)
    }
    if not own:
        return pieces
    return [piece._replace(known=None, evidence=_ACRONYM) if piece.words in own else piece for piece in pieces]


def _is_body(piece: Piece) -> bool:
    return piece.evidence is not None and piece.evidence.kind is _BODY


def _initials(name: Sequence[str]) -> tuple[str, str]:
    """The acronyms that a name may have: of all its words, and of those with a capital."""
    letters = [word for word in name if word[0].isalpha()]
    return "".join(word[0] for word in letters).upper(), "".join(word[0] for word in letters if word[0].isupper())


def _share_titles(analysis: Analysis, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The names, the further ones of a row with the title in the plural before its first: "Senators Ode and Ruiz"."""
    before: Piece | None = None
    for piece in pieces:
        if before is not None and analysis.tags[piece.first - 1] == "(":
            yield piece  # "Senators Ode (D-NM) and Ruiz": what brackets add of one of them.
            continue
        if before is not None and piece.title is None and _shares(analysis, before, piece):
            shared = piece._replace(title=before.title, evidence=TITLED)
            before = shared if analysis.tokens.lowers[piece.first - 1] == "," else None
            yield shared
            continue
        titled = piece.title is not None and is_plural_title(analysis, piece.title[1])
        before = piece if titled else None
        yield piece


def _shares(analysis: Analysis, before: Piece, piece: Piece) -> bool:
    unknown = piece.known is None and piece.office is None
    body = _is_body(piece) and len(piece.words) > 1
    return unknown and not body and _is_row(analysis, before, piece)


def note_unknown(analysis: Analysis, candidates: Iterable[Candidate]) -> Iterator[Diagnostic]:
    """A note on each name that nothing tells the kind of, where it stands first."""
    noted: set[str] = set()
    for candidate in candidates:
        if candidate.rule in _UNSURE:
            span = analysis.tokens.span(candidate.first, candidate.end)
            if (name := analysis.article[span]) not in noted:
                noted.add(name)
                message = "a name of which nothing tells what it names: taken for a body's"
                yield Diagnostic(rule=RuleId(candidate.rule), message=message, span=span)


def _settle(analysis: Analysis, words: NameWords, pieces: Sequence[Piece]) -> _Known:
    """What the evidence of all places comes to, short names with that of the full ones."""
    evidence: dict[tuple[str, ...], list[Evidence]] = {}
    for piece in pieces:
        if piece.known is None and piece.evidence is not None:
            evidence.setdefault(piece.words, []).append(piece.evidence)
    inside = {piece.words for piece in pieces if not piece.opens}
    for name, sign in find_personal(analysis, words, pieces, inside):
        evidence.setdefault(name, []).append(sign)
    full: dict[tuple[str, ...], Evidence] = {
        name: verdict for name, found in evidence.items() if name[1:] and (verdict := settle(found))
    }
    persons = {name: verdict.strength for name, verdict in full.items() if verdict.kind is _PERSON}
    listed = (piece.words for piece in pieces if piece.known and piece.known.entry.kind is PERSON)
    persons.update(dict.fromkeys(listed, _SURE))
    surnames: dict[str, Strength] = {}
    families: set[str] = set()
    for name, strength in persons.items():
        shorts = _shorts(words, name) if name[1:] else ()
        for word in shorts:
            if word != name[0]:
                families.add(word)
            surnames[word] = max(surnames.get(word, strength), strength)
    bodies = {
        name[0]
        for name, verdict in full.items()
        if verdict.kind is _BODY and not words.is_given(name[0]) and name[0] not in analysis.index.names
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
    for name in _ends(persons):
        if name in evidence and full.get(name, _SHORT_PERSON).rule != "place.known":
            verdicts[name] = _SHORT_PERSON
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
        if piece.known is not None and not piece.known.weak and not _is_any_countrys(words, piece.known, piece)
    }
    countries = {entry.country for entry in known if entry.kind is COUNTRY}
    spoken_of = {entry.country for entry in known if entry.country is not None}
    return _Known(verdicts, inside, set(surnames), families, often, countries, spoken_of, own)


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
            if found is not None and (_is_row(analysis, other, piece) or _is_row(analysis, piece, other)):
                yield piece.words, _beside(found)


def _is_row(analysis: Analysis, one: Piece, other: Piece) -> bool:
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


def _candidate(analysis: Analysis, words: NameWords, piece: Piece, known: _Known) -> Candidate | None:
    """The candidate of a piece; None where it names neither an actor nor a place."""
    if piece.office is not None:
        return piece.office
    if piece.known is not None:
        entry = piece.known
        if piece.words[-1].isupper() and _is_part_of_number(analysis, piece.end):
            return None
        if (
            piece.words[-1].islower()
            and entry.entry.kind is ORGANIZATION
            and analysis.tags[piece.end : piece.end + 1] == ["N"]
        ):
            return None  # "Dutch customs officers"
        country = entry.form is NAME and entry.entry.kind is COUNTRY
        persons = known.families if country else known.surnames  # "Jordan", where a Jordan Lund is spoken of.
        surname = len(piece.words) == 1 and (piece.words[0] in persons or _is_called_so(piece, known))
        if surname and (entry.weak or entry.form is METONYM):
            return _named(piece, PERSON, "actor.short-name")
        if entry.weak and entry.entry.kind is ORGANIZATION and _is_common(analysis, piece, known):
            return None
        common = entry.weak and piece.words[-1].lower() in analysis.index.sets["groups.collective_heads"]
        abroad = common and entry.entry.kind is ORGANIZATION and entry.entry.country is not None
        if abroad and known.spoken_of and entry.entry.country not in known.spoken_of:
            return _named(piece, ORGANIZATION, "actor.body")  # "the Treasury", where Britain is spoken of.
        shared = _is_any_countrys(words, entry, piece) and entry.entry.country not in known.countries
        shared = shared and entry.entry.id not in known.own
        if shared and not _names_country(analysis, entry, piece):
            return _named(piece, ORGANIZATION, "actor.body")
        if entry.weak and entry.form is METONYM and entry.entry.country in known.countries:
            entry = NameForm(entry.entry, entry.form, weak=False)  # "Santiago", where Chile is spoken of.
        return entry_candidate(analysis, piece.first, piece.end, entry)
    if _stands_against_number(analysis, piece.end):
        return None  # "SFr40m"
    verdict = known.verdicts.get(piece.words)
    if piece.opens and not _stands_out(analysis, words, piece, verdict, known):
        return None
    if verdict is None:
        return _named(piece, ORGANIZATION, "actor.unknown") if _may_be_body(analysis, words, piece) else None
    return _of_verdict(analysis, words, piece, verdict)


def _is_called_so(piece: Piece, known: _Known) -> bool:
    """Whether the text has shown for certain that a single name is a person's."""
    verdict = known.verdicts.get(piece.words)
    return verdict is not None and verdict.kind is _PERSON and verdict.strength >= _STRONG


def _of_verdict(analysis: Analysis, words: NameWords, piece: Piece, verdict: Evidence) -> Candidate | None:
    """The candidate of a name that is settled; by its own evidence where that agrees."""
    rule = piece.evidence.rule if piece.evidence is not None and piece.evidence.kind is verdict.kind else verdict.rule
    if verdict.kind is _PLACE:
        return _place(analysis, words, piece, rule)
    kind = _ACTORS.get(verdict.kind)
    return _named(piece, kind, rule) if kind is not None else None


def _stands_out(analysis: Analysis, words: NameWords, piece: Piece, verdict: Evidence | None, known: _Known) -> bool:
    """Whether a name that opens its sentence is one, though its capital tells nothing."""
    if piece.words in known.inside or piece.title is not None:
        return True
    if verdict is None:
        return False
    if len(piece.words) == 1 and _is_common_noun(analysis, piece, verdict):
        return False
    if verdict.strength >= _FAIR:
        return True
    first = piece.words[0]
    lower = first.lower()
    if len(piece.words) > 2 or (len(piece.words) == 2 and words.is_given(first)):
        return True
    beside = verdict.kind is _PERSON and (verdict.rule == "actor.beside" or _opens_row(analysis, piece, verdict))
    if len(piece.words) == 1 and piece.words not in known.often and verdict.rule not in _SHOWN and not beside:
        return False
    common = lower in analysis.index.tags or lower in analysis.index.verbs or lower in analysis.index.holders
    if (
        len(piece.words) == 1
        and verdict.rule in {"actor.speaker", "actor.beside"}
        and lower.endswith("s")
        and not lower.endswith("ss")
    ):
        single = analysis.tokens.lowers[piece.end : piece.end + 1]
        return piece.words in known.often or not _SINGULAR.isdisjoint(single)  # "Economists warn": a plural.
    return not common and not lower.endswith(words.common_endings)


def _is_common_noun(analysis: Analysis, piece: Piece, verdict: Evidence) -> bool:
    """Whether a single word that opens its sentence is a noun for people or goods: "Welders, who", "Copper has"."""
    lower, sets = piece.words[0].lower(), analysis.index.sets
    people = lower in sets["groups.heads"]
    if verdict.rule not in _SHOWN or people:
        return people and verdict.rule in _SHOWN | {"actor.described"}
    good = analysis.index.terms.at([lower], 0)
    return good is not None and good[1].kind is MeasureKind.PRODUCT and good[1].role != "modifier"


def _opens_row(analysis: Analysis, piece: Piece, verdict: Evidence) -> bool:
    """Whether a family name opens a sentence as the first of two names: "Macron and Trump met"."""
    joined = analysis.tokens.lowers[piece.end : piece.end + 1] == ["and"] and piece.end + 1 in analysis.capitals
    return joined and verdict.rule == "actor.surname"


def _is_any_countrys(words: NameWords, known: NameForm, piece: Piece) -> bool:
    """Whether a name could be that of a body of many countries: "Ministry of Trade and Industry"."""
    return known.entry.country is not None and piece.words[0] in words.common_bodies and piece.words[1:2] in _OF


def _names_country(analysis: Analysis, known: NameForm, piece: Piece) -> bool:
    """Whether a body's name holds that of its country: "Office of the US Trade Representative"."""
    inside = (analysis.index.names.at(list(piece.words), at) for at in range(2, len(piece.words)))
    return any(found is not None and found[1].entry.country == known.entry.country for found in inside)


def _is_part_of_number(analysis: Analysis, end: int) -> bool:
    """Whether letters belong to a sum or a number after them: "US$ 20,000", "US-75", "left US 75 at noon"."""
    tokens, tags = analysis.tokens, analysis.tags
    if end >= len(tokens):
        return False
    if tokens.words[end].isdigit() and len(tokens.words[end]) <= 3:
        return end + 1 >= len(tokens) or tags[end + 1] in ".,;)PC"
    if tokens.starts[end] != tokens.ends[end - 1]:
        return False
    joined = tokens.words[end] == "-" and end + 1 < len(tokens) and tokens.words[end + 1][0].isdigit()
    return joined or tokens.words[end] in {"$", "£"}


def _stands_against_number(analysis: Analysis, end: int) -> bool:
    """Whether a number follows without a space."""
    tokens = analysis.tokens
    return end < len(tokens) and tokens.words[end][0].isdigit() and tokens.starts[end] == tokens.ends[end - 1]


def _is_common(analysis: Analysis, piece: Piece, known: _Known) -> bool:
    """Whether a word that is a body's name and a common noun as well only opens its sentence: "Labour costs rose"."""
    if not piece.opens or len(piece.words) > 1 or piece.words in known.inside:
        return False
    return piece.end >= len(analysis.tags) or analysis.tags[piece.end] not in "vMBVOG,"


def _may_be_body(analysis: Analysis, words: NameWords, piece: Piece) -> bool:
    """Whether a name without evidence is one at all: no term, no title of a work, no mere modifier."""
    tags, written, last = analysis.tags, analysis.tokens.words, piece.words[-1]
    if piece.words[0] in words.no_names or last.lower().endswith(words.common_endings):
        return False
    if len(piece.words) == 1 and (len(last) < 3 or last.isupper() or any(char.isdigit() for char in last)):
        return False
    before = analysis.tokens.lowers[piece.first - 1] if piece.first else ""
    if (
        before in {"a", "an", "called", "named"}
        or (before == "the" and len(piece.words) == 1)
        or (piece.first and tags[piece.first - 1] == "q")
    ):
        return False
    following = tags[piece.end] if piece.end < len(tags) else "."
    modifies = following == "N" and written[piece.end][0].islower()
    return not modifies and not (following == "P" and analysis.tokens.lowers[piece.end] == "of")


def _named(piece: Piece, kind: ActorKind | None, rule: str) -> Candidate:
    return Candidate(piece.first, piece.end, NAME, kind, rule, title=piece.title)


def _place(analysis: Analysis, words: NameWords, piece: Piece, rule: str) -> Candidate:
    listed = words.places.at(list(piece.words), 0)
    entry = listed[1] if listed is not None and listed[0] == len(piece.words) else None
    name = folded_words(analysis, piece.first, piece.end)
    place = PlaceName(id=f"place:{slug(name)}", name=name, country=entry.country if entry else None)
    return Candidate(first=piece.first, end=piece.end, form=NAME, kind=None, place=place, rule=rule)


def entry_candidate(analysis: Analysis, first: int, end: int, known: NameForm) -> Candidate:
    """The candidate of a name that the lexicon knows: its actor, or the mere place."""
    entry = known.entry
    dated = known.form is METONYM and _is_in_dateline(analysis, first)
    if not dated and may_stand(analysis, first, end, known):
        return Candidate(first, end, known.form, entry.kind, _RULES[known.form], entry, country=entry.country)
    name = folded_words(analysis, first, end)
    id = entry.id if entry.kind is SUBNATIONAL else f"place:{slug(name)}"
    place = PlaceName(id=id, name=entry.name if entry.kind is SUBNATIONAL else name, country=entry.country)
    return Candidate(first=first, end=end, form=NAME, kind=None, place=place, rule="place.known")


def _is_in_dateline(analysis: Analysis, at: int) -> bool:
    dateline = analysis.article.dateline
    return dateline is not None and dateline.start <= analysis.tokens.starts[at] < dateline.end


def _in_capitals(analysis: Analysis, words: NameWords, known: _Known, at: int) -> tuple[int, Evidence] | None:
    """A name that the text does not write so: a surname or a given name before it, in small letters or capitals."""
    written = analysis.tokens.words
    plain = [word.title() if word.isupper() else word for word in written[at : at + 2]]
    full = words.is_given(plain[0]) and len(plain) > 1 and plain[1] in known.surnames
    if full:
        return at + 2, _SHORT_PERSON
    heads = plain[0] in words.place_heads or plain[0] in words.body_heads or words.is_given(plain[0])
    if plain[0] in known.surnames and not heads and analysis.tokens.lowers[at] not in analysis.index.tags:
        return at + 1, _SHORT_PERSON
    return None


def _titled_in_capitals(analysis: Analysis, words: NameWords, at: int) -> Piece | None:
    """The person's name after a title, where all is in capitals: "TRADE MINISTER ANA RUIZ SAID"."""
    written, lowers, index = analysis.tokens.words, analysis.tokens.lowers, analysis.index
    if not written[at].isupper() or lowers[at] not in words.title_openers:
        return None
    stop = title_end(analysis, at, min(len(written), at + _LONGEST_TITLED))
    if stop is None or is_plural_title(analysis, stop):
        return None
    end = stop
    while (
        end < min(len(written), stop + _LONGEST_NAME)
        and end not in analysis.walls
        and ((written[end].isupper() and len(written[end]) > 1) or (written[end] == "-" and end > stop))
        and lowers[end] not in index.tags
        and lowers[end] not in index.verbs
        and lowers[end] not in index.sets["grammar.time"]
        and index.names.at(written, end) is None
    ):
        end += 1
    end -= written[end - 1] == "-"
    if end <= stop:
        return None
    return Piece(
        first=stop, end=end, words=tuple(written[stop:end]), opens=False, title=(at, stop), evidence=TITLED,
    )  # fmt: skip


def _asks(analysis: Analysis, at: int, end: int) -> bool:
    """Whether an acronym in a line of capitals is rather the word that asks: "WHO WANTS WHAT"."""
    return (
        end == at + 1
        and analysis.tokens.lowers[at] == "who"
        and analysis.tokens.words[at].isupper()
        and _shouts(analysis, at)
    )


def _shouts(analysis: Analysis, at: int) -> bool:
    """Whether the next word is in capitals throughout as well."""
    following = analysis.tokens.words[at + 1 : at + 2]
    return bool(following) and following[0].isupper() and len(following[0]) > 1


def _in_titles(analysis: Analysis, words: NameWords, crowded: Sequence[bool], known: _Known) -> Iterator[Candidate]:
    """Names in lines of capitals: those of the lexicon, and those that the text shows elsewhere."""
    if not any(crowded):
        return
    written, tags = analysis.tokens.words, analysis.tags
    openers = {written[at] for at in analysis.uppers if crowded[at]}
    told = {
        name: verdict
        for name, verdict in known.verdicts.items()
        if verdict.kind is not _OTHER and (name[0] in openers or name[0].upper() in openers)
    }
    upper = {tuple(map(str.upper, name)): verdict for name, verdict in told.items()}
    read = Phrasebook((upper | told).items())
    done = 0
    for at in analysis.uppers:
        if at < done or not crowded[at] or not written[at][0].isupper():
            continue
        titled = _titled_in_capitals(analysis, words, at)
        if titled is not None:
            done = titled.end
            yield _named(titled, PERSON, TITLED.rule)
            continue
        listed, found = (
            analysis.index.names.at(written, at),
            read.at(written, at) or _in_capitals(analysis, words, known, at),
        )
        if found is not None and (listed is None or found[0] > listed[0]):
            done = found[0]
            piece = Piece(first=at, end=done, words=tuple(written[at:done]), opens=False, evidence=found[1])
            candidate = _of_verdict(analysis, words, piece, found[1])
            if candidate is not None:
                yield candidate
        elif listed is not None and tags[at] not in "DP" and not _asks(analysis, at, listed[0]):
            done = listed[0]
            yield entry_candidate(analysis, at, *listed)
