"""What the text says that persons are: titles before their names, offices set beside them, gender, country."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.persons import is_person_name
from tradebrief.extraction.lookups.kinds import BLOC, COUNTRY, SUBNATIONAL
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import ActorEntry

__all__ = [
    "after_owner",
    "apposed_name",
    "country_of_title",
    "gender_of",
    "is_epithet",
    "name_start",
    "office_words",
    "set_off_title",
    "state_before",
    "state_of_office",
    "title_role",
]

_LIE = frozenset({"island", "landlocked", "desert", "archipelago", "alpine", "city"})  # "the island nation"
_RICH = ("-rich", "-producing", "-exporting", "-dependent", "-growing")
_REACH = 7  # Words of an apposition before its head noun.
_LONGEST_STATE = 3
_OWNERS = (COUNTRY, BLOC, SUBNATIONAL)
_DESCRIBED = frozenset({"actor.office", "actor.anonymous"})


def title_role(analysis: Analysis, candidate: Candidate) -> tuple[int, int] | None:
    """The tokens of the office that a name's title states; None where there is only a word of address."""
    if candidate.title is None or candidate.rule == "actor.office":
        return None
    first, end = candidate.title
    word, sets = analysis.tokens.lowers[first], analysis.index.sets
    office = word in sets["titles.heads"] or word in sets["titles.short_offices"]
    addressed = word in sets["titles.honorifics"] and end - first <= 2 and not office
    return None if addressed else (first, end)


def name_start(candidate: Candidate) -> int:
    """The first token of a name with its title."""
    title = candidate.title
    return title[0] if title is not None and candidate.first - title[1] <= 2 else candidate.first


def gender_of(analysis: Analysis, first: int, end: int) -> str | None:
    """The gender that the words of a title or description tell."""
    male, female = analysis.index.sets.get("gendered.male", ()), analysis.index.sets.get("gendered.female", ())
    for word in analysis.tokens.lowers[first:end]:
        if word in male:
            return "male"
        if word in female:
            return "female"
    return None


def is_epithet(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a country's description may stand for one just named: "the country", "the Andean nation"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    return all(tags[at] in "Eh" or lowers[at] in _LIE or lowers[at].endswith(_RICH) for at in range(first, end - 1))


def office_words(analysis: Analysis, first: int, end: int) -> tuple[str, ...]:
    """The words of an office, its noun last, countries, determiners and marks left out: "minister of trade" as well."""
    tags, tokens, at = analysis.tags, analysis.tokens, first
    parts: list[list[str]] = [[]]
    while at < end:
        named = analysis.index.names.at(tokens.words, at)
        if named is not None and named[0] < end and named[1].entry.kind in _OWNERS:
            at = named[0]
            continue
        if tags[at] == "P" and tokens.lowers[at] in {"of", "for"}:
            parts.append([])
        elif tags[at] not in "DSGhA,.(":
            parts[-1].append(analysis.index.plural_titles.get(tokens.lowers[at], tokens.lowers[at]))
        at += 1
    return tuple(word for part in reversed(parts) for word in part)


def after_owner(analysis: Analysis, first: int, end: int) -> int:
    """Where an office begins after whose it is: "Norway's trade minister", "her deputy", "a head of Oslo's mill"."""
    tags = analysis.tags
    link = next((at for at in range(first, end) if tags[at] == "P"), end)
    for at in range(min(link, end - 1) - 1, first - 1, -1):
        if tags[at] in "GS":
            return at + 1
    return first


def country_of_title(analysis: Analysis, candidates: Sequence[Candidate], number: int) -> str | None:
    """The country that a title belongs to: "US Treasury Secretary Ana Ruiz", "Japan's negotiator, Ren Mori"."""
    title = candidates[number].title
    before = candidates[number - 1] if number else None
    if title is None:
        return None
    within = analysis.index.names.at(analysis.tokens.words, title[0])
    if within is not None and within[0] < title[1] and within[1].entry.country is not None:
        return within[1].entry.country
    if before is not None and before.entry is not None:
        possessive = before.end == title[0] - 1 and analysis.tags[before.end] == "G"
        if before.end == title[0] or possessive:
            return before.country
    state = state_before(analysis, title[0])
    return state.country if state is not None else None


def state_before(analysis: Analysis, end: int) -> ActorEntry | None:
    """The state that is named right before a title: "Georgia governor", "Ontario's premier"."""
    if end < 1 or analysis.tags[end - 1] not in "EG":
        return None
    end -= end > 0 and analysis.tags[end - 1] == "G"
    for first in range(end - 1, max(-1, end - _LONGEST_STATE - 1), -1):
        known = analysis.index.names.at(analysis.tokens.words, first)
        if known is not None and known[0] == end and known[1].entry.kind is SUBNATIONAL:
            return known[1].entry
    return None


def state_of_office(analysis: Analysis, first: int, end: int) -> ActorEntry | None:
    """The state that an office is of: "the governor of Ohio", "Iowa's governor"; none for "the Ohio Bank's head"."""
    words, tags, names = analysis.tokens.words, analysis.tags, analysis.index.names
    for at in range(first, end):
        if tags[at] == "E" and words[at] in names:
            known = names.at(words, at)
            if known is not None and known[1].entry.kind is SUBNATIONAL:
                after = known[0]
                within = after < len(tags) and tags[after] == "E"
                heads = analysis.index.sets["titles.heads"]
                return None if within and analysis.tokens.lowers[after] not in heads else known[1].entry
    return None


def apposed_name(analysis: Analysis, candidates: Sequence[Candidate], number: int) -> Candidate | None:
    """The person's name beside which an office stands.

    "Lan, Norway's former trade minister,", "Lan is the minister"; ``appositions`` has those that stand right beside it.
    """
    office = candidates[number]
    if office.rule not in _DESCRIBED:
        return None
    before = _name_before(candidates, number)
    if before is not None and _is_set_beside(analysis, before.end, office):
        return before
    return None


def _name_before(candidates: Sequence[Candidate], number: int) -> Candidate | None:
    """The person's name before an office, with at most its country between them."""
    office = candidates[number]
    for before in candidates[max(0, number - 2) : number][::-1]:
        if is_person_name(before):
            return before if office.first - before.end <= _REACH else None
        if before.entry is None:
            return None
    return None


def _is_set_beside(analysis: Analysis, at: int, office: Candidate) -> bool:
    """Whether an office follows a name's end as an apposition that is closed, or as what the name is said to be."""
    tags = analysis.tags
    between = analysis.tagged[at : office.first]
    if between[:1] == "(":  # "Ana Ruiz (the trade minister)"
        return tags[office.end : office.end + 1] == [")"] and all(tag in "DSEGNhdAK" for tag in between[1:])
    if between[:1] == ",":
        closed = office.end >= len(tags) or tags[office.end] in ",.;P)-W"
        return closed and all(tag in "DSEGNhdAK" for tag in between[1:]) and len(between) > 1
    return between[:1] == "B" and all(tag in "DSEGhAdN" for tag in between[1:]) and len(between) > 1


def set_off_title(analysis: Analysis, first: int) -> tuple[int, int] | None:
    """The tokens of an office in capitals right before a name and its comma: "Treasury Secretary, Ana Ruiz"."""
    tags, at = analysis.tags, first - 1
    if at <= 0 or tags[at] != "," or analysis.tokens.lowers[at - 1] not in analysis.index.sets["titles.heads"]:
        return None
    start = at - 1
    while start > 0 and tags[start - 1] == "E" and at - start < _REACH:
        start -= 1
    return (start, at) if analysis.tokens.words[start][0].isupper() else None
