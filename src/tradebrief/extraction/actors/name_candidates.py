"""From a name to the actor or the place that it may mean, once it is settled what the names of the text name."""

from __future__ import annotations

from tradebrief.extraction.actors.candidates import Candidate, PlaceName
from tradebrief.extraction.actors.cuts import Piece
from tradebrief.extraction.actors.players import folded_words
from tradebrief.extraction.actors.seats import may_stand
from tradebrief.extraction.actors.settling import Known, is_any_countrys
from tradebrief.extraction.lookups.index import NameForm
from tradebrief.extraction.lookups.kinds import COUNTRY, DEMONYM, METONYM, NAME, ORGANIZATION, PERSON, SUBNATIONAL
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, NameKind, Strength
from tradebrief.model import ActorKind, MeasureKind
from tradebrief.model.ids import slug

__all__ = ["candidate_of", "entry_candidate", "named", "of_verdict"]

_PERSON, _BODY, _PLACE, _ = NameKind
_SINGULAR = frozenset({"has", "is", "was", "does", "himself", "herself", "itself"})
# Signs that tell even a word that opens its sentence is a name.
_SHOWN = frozenset({"actor.speaker", "actor.personal"})
_MONEY_SIGNS = frozenset({"$", "£", "€", "¥"})
_ACTORS = {_PERSON: PERSON, _BODY: ORGANIZATION}
_RULES = {NAME: "actor.name", DEMONYM: "actor.demonym", METONYM: "actor.seat"}


def candidate_of(analysis: Analysis, words: NameWords, piece: Piece, known: Known) -> Candidate | None:
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
            return named(piece, PERSON, "actor.short-name")
        if entry.weak and entry.entry.kind is ORGANIZATION and _is_common(analysis, piece, known):
            return None
        common = entry.weak and piece.words[-1].lower() in analysis.index.sets["groups.collective_heads"]
        abroad = common and entry.entry.kind is ORGANIZATION and entry.entry.country is not None
        if abroad and known.spoken_of and entry.entry.country not in known.spoken_of:
            return named(piece, ORGANIZATION, "actor.body")  # "the Treasury", where Britain is spoken of.
        shared = is_any_countrys(words, entry, piece) and entry.entry.country not in known.countries
        shared = shared and entry.entry.id not in known.own
        if shared and not _names_country(analysis, entry, piece):
            return named(piece, ORGANIZATION, "actor.body")
        if entry.weak and entry.form is METONYM and entry.entry.country in known.countries:
            entry = NameForm(entry.entry, entry.form, weak=False)  # "Santiago", where Chile is spoken of.
        return entry_candidate(analysis, piece.first, piece.end, entry)
    if _stands_against_number(analysis, piece.end):
        return None
    verdict = known.verdicts.get(piece.words)
    if piece.opens and not _stands_out(analysis, words, piece, verdict, known):
        return None
    if verdict is None:
        return named(piece, ORGANIZATION, "actor.unknown") if _may_be_body(analysis, words, piece) else None
    return of_verdict(analysis, words, piece, verdict)


def _is_called_so(piece: Piece, known: Known) -> bool:
    """Whether the text has shown for certain that a single name is a person's."""
    verdict = known.verdicts.get(piece.words)
    return verdict is not None and verdict.kind is _PERSON and verdict.strength >= Strength.STRONG


def of_verdict(analysis: Analysis, words: NameWords, piece: Piece, verdict: Evidence) -> Candidate | None:
    """The candidate of a name that is settled; by its own evidence where that agrees."""
    rule = piece.evidence.rule if piece.evidence is not None and piece.evidence.kind is verdict.kind else verdict.rule
    if verdict.kind is _PLACE:
        return _place(analysis, words, piece, rule)
    kind = _ACTORS.get(verdict.kind)
    return named(piece, kind, rule) if kind is not None else None


def _stands_out(analysis: Analysis, words: NameWords, piece: Piece, verdict: Evidence | None, known: Known) -> bool:
    """Whether a name that opens its sentence is one, though its capital tells nothing."""
    if piece.words in known.inside or piece.title is not None or piece.words in known.shown:
        return True
    if verdict is None:
        return False
    if len(piece.words) == 1 and _is_common_noun(analysis, piece, verdict):
        return False
    if verdict.strength >= Strength.FAIR:
        return True
    first = piece.words[0]
    lower = first.lower()
    if len(piece.words) > 2 or (len(piece.words) == 2 and words.is_given(first)):
        return True
    beside = verdict.kind is _PERSON and (verdict.rule == "actor.beside" or _opens_row(analysis, piece, verdict))
    if len(piece.words) == 1 and piece.words not in known.often and verdict.rule not in _SHOWN and not beside:
        return False
    index = analysis.index
    common = lower in index.tags or lower in index.verbs or lower in index.holders or lower in words.mass_nouns
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
    return joined or tokens.words[end] in _MONEY_SIGNS


def _stands_against_number(analysis: Analysis, end: int) -> bool:
    """Whether a number or a sign of money follows without a space: "SFr40m", "C$2.3 billion"."""
    tokens = analysis.tokens
    if end >= len(tokens) or tokens.starts[end] != tokens.ends[end - 1]:
        return False
    return tokens.words[end][0].isdigit() or tokens.words[end] in _MONEY_SIGNS


def _is_common(analysis: Analysis, piece: Piece, known: Known) -> bool:
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


def named(piece: Piece, kind: ActorKind | None, rule: str) -> Candidate:
    """The candidate of a name of no entry."""
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
