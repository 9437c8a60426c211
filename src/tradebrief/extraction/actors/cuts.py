"""A run of capitalised words into the names that it holds: known ones, a title with a name, a body and its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.described import holds_office
from tradebrief.extraction.actors.evidence import COMPANY, evidence_of
from tradebrief.extraction.actors.runs import Run, opens
from tradebrief.extraction.actors.titles import fields_end, is_plural_title, is_portfolio, title_before, title_end
from tradebrief.extraction.lookups.index import NameForm
from tradebrief.extraction.lookups.kinds import ANONYMOUS, BLOC, COUNTRY, DEMONYM, METONYM, ORGANIZATION, PERSON, ROLE
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, is_body, looks_like_person

__all__ = ["Piece", "cut_run"]

_ROW_REACH = 8  # Words within which the second of several names stands.
_BODIES = (ORGANIZATION, BLOC)
_ONE = frozenset({"a", "an", "one", "another"})
_LINKS = frozenset({"of", "for", "on", "and", "the"})
_MARKS = frozenset({".", "-", "&"})
_UNWRITTEN = frozenset({".", "-"})  # Marks that are left out where names are compared.
_LINKS_AND_MARKS = _LINKS | _MARKS


class Piece(NamedTuple):  # Hundreds are made for each article: several times as fast as a frozen class.
    """One name in a run.

    Attributes:
        first: First token.
        end: Token after the last.
        words: Its words as written, marks left out.
        opens: Whether it opens a sentence, where its capital tells nothing.
        title: Tokens of the title that goes with it.
        known: The lexicon's entry for it.
        evidence: What this place tells of it.
        office: A title that stands alone, as a candidate.
    """

    first: int
    end: int
    words: tuple[str, ...]
    opens: bool
    title: tuple[int, int] | None = None
    known: NameForm | None = None
    evidence: Evidence | None = None
    office: Candidate | None = None


def cut_run(analysis: Analysis, words: NameWords, run: Run) -> list[Piece]:
    """The names in a run of capitalised words, in order."""
    first, end, known = run
    if known is not None and known[0] < end and known[1].form is DEMONYM:
        place = words.places.at(analysis.tokens.words, first)
        if place is not None and place[0] > known[0]:  # "Thai Nguyen" is no Thai.
            return _unknown(analysis, words, first, place[0], None) + _cut(analysis, words, place[0], end)
    if known is not None and not _is_surname(analysis, first, known[1]):
        whole = known[0] if known[0] >= end else fields_end(analysis, first, known[0])
        if whole >= end:
            return _owned(analysis, first, max(whole, known[0]), known[1])
    title = _title_in(analysis, words, first, end)
    if title is not None:
        return _titled(analysis, words, first, title, end)
    parts = _parted(analysis, words, run) if end - first > 1 else None
    return parts if parts is not None else _unknown(analysis, words, first, end, None)


def _parted(analysis: Analysis, words: NameWords, run: Run) -> list[Piece] | None:
    """The names in a run that is no name as a whole: a body and its speaker, a known name and another."""
    first, end, known = run
    written = analysis.tokens.words
    if not words.partisans.isdisjoint(analysis.tokens.lowers[first:end]):  # As in few runs.
        partisan = _of_partisan(analysis, words, run)
        if partisan is not None:
            return partisan
    speaker = _speaker_at(analysis, words, first, end)
    if speaker is not None:
        before = _cut(analysis, words, first, _trimmed(analysis, first, speaker))
        return before + _cut(analysis, words, speaker, end)
    if is_body(words, written[first:end]):
        return None
    named_so = words.is_given(written[first]) and looks_like_person(words, written[first:end], doubtful=True)
    if known is not None and not named_so:
        rest = known[0] + (written[known[0]] == "-")
        if _goes_alone(analysis, words, known[1], rest, end):
            return [_listed(analysis, first, *known), *_cut(analysis, words, rest, end)]
    for inner in range(first + 1, end):
        if written[inner - 1] == "-" and written[inner] in analysis.index.names:
            return _cut(analysis, words, inner, end)  # "Anti-American": it ends in a known name.
    return None


def _of_partisan(analysis: Analysis, words: NameWords, run: Run) -> list[Piece] | None:
    """A state's name and that of one of its politicians with the party between: "Texas Republican Ana Ruiz"."""
    first, end, known = run
    lowers, at = analysis.tokens.lowers, known[0] if known is not None else first
    stop = at
    while stop < end and lowers[stop] in words.partisans:  # "Liberal Democrat Ana Ruiz"
        stop += 1
    if stop == at or analysis.tokens.words[end - 1] in words.body_heads:  # "Texas Republican Party"
        return None
    found = [_listed(analysis, first, *known)] if known is not None else []
    if stop == end:
        return found if known is not None else None  # "Texas Republicans" is a description.
    return found + _unknown(analysis, words, stop, end, (at, stop)) if end - stop > 1 else None


def _cut(analysis: Analysis, words: NameWords, first: int, end: int) -> list[Piece]:
    """The names in a part of a run."""
    written = analysis.tokens.words
    while first < end and written[first] in _MARKS:
        first += 1
    return cut_run(analysis, words, (first, end, analysis.index.names.at(written, first))) if first < end else []


def _trimmed(analysis: Analysis, first: int, end: int) -> int:
    written = analysis.tokens.words
    while end > first and written[end - 1] in _LINKS_AND_MARKS:
        end -= 1
    return end


def _listed(analysis: Analysis, first: int, end: int, known: NameForm) -> Piece:
    return Piece(first, end, tuple(analysis.tokens.words[first:end]), opens(analysis, first), known=known)


def _owned(analysis: Analysis, first: int, end: int, known: NameForm) -> list[Piece]:
    """A known name, after that of its country where it has both: "China's Commerce Ministry".

    With "ministry" the words describe it, and are one mention.
    """
    capital = analysis.tokens.words[end - 1][0].isupper()
    if capital and known.entry.kind is ORGANIZATION and "G" in analysis.tags[first + 1 : end - 1]:
        mark = analysis.tags.index("G", first + 1)
        owner = analysis.index.names.at(analysis.tokens.words[first:mark], 0)
        if owner is not None and owner[0] == mark - first and owner[1].entry.kind is COUNTRY:
            return [_listed(analysis, first, mark, owner[1]), _listed(analysis, mark + 1, end, known)]
    return [_listed(analysis, first, end, known)]


def _is_surname(analysis: Analysis, at: int, known: NameForm) -> bool:
    """Whether a name that is often another's is a person's here: a title stands before it, or an office beside it."""
    if known.form is METONYM and holds_office(analysis, at + 1):
        return True  # "said Paris, the trade minister"
    return known.weak and at > 0 and analysis.tokens.lowers[at - 1] in analysis.index.sets["titles.honorifics"]


def _goes_alone(analysis: Analysis, words: NameWords, known: NameForm, rest: int, end: int) -> bool:
    """Whether a known name stands for itself before other capitals, and is not the first part of a longer name.

    "Japanese Toyota" holds two names, "Boston Red Sox" one.
    """
    if known.form is DEMONYM or rest >= end:
        return True
    written = analysis.tokens.words
    following = analysis.index.names.at(written, rest)
    if following is not None or looks_like_person(words, written[rest:end]) or written[rest - 1] == "-":
        return True
    office = written[rest - 1].isupper() and known.entry.kind in _BODIES  # "USTR Jamieson Ode"
    last = written[end - 1]
    return office and 2 <= end - rest <= 3 and last not in words.body_heads and last not in words.event_heads


def _speaker_at(analysis: Analysis, words: NameWords, first: int, end: int) -> int | None:
    """Where a person's name begins that follows a body or a description: "Refugee Council Ana Ruiz"."""
    written = analysis.tokens.words
    if end - first < 3 or written[end - 1] in words.body_heads:
        return None
    if words.is_given(written[first]) or written[first] in words.family_first or written[first] in words.place_openers:
        return None
    for at in range(first + 1, end - 1):
        if written[at] in words.given and written[at - 1] not in _MARKS:
            before = written[at - 1]
            bodily = before in words.body_heads or before in analysis.index.names or before.endswith(("ist", "ian"))
            if (bodily or at - first >= 2) and before not in _LINKS and looks_like_person(words, written[at:end]):
                return at
    return None


def _title_in(analysis: Analysis, words: NameWords, first: int, end: int) -> tuple[int, int] | None:
    """The title that stands in a run before a name, or fills its end."""
    lowers = analysis.tokens.lowers
    if words.title_openers.isdisjoint(lowers[first:end]):  # As in most runs.
        return None
    honorifics = analysis.index.sets["titles.honorifics"]
    for at in range(first, end):
        stop = title_end(analysis, at, end) if lowers[at] in words.title_openers else None
        if stop is None or (stop < end and analysis.tags[stop] == "G"):  # "King's College"
            continue
        if end - stop == 1 and analysis.tokens.words[stop] in words.body_heads:
            continue  # "USTR Office"
        if at and lowers[at - 1] in words.locatives and lowers[at] in honorifics:
            continue  # "near King George"
        if stop == end and _is_for_office(analysis, first, at) and is_body(words, analysis.tokens.words[first:end]):
            continue  # "Court of Justice", "Office of the Trade Negotiator"
        if stop == end and at > first and lowers[at] in honorifics and words.is_given(analysis.tokens.words[first]):
            continue  # "Ana Major"
        if lowers[stop : stop + 1] == ["and"] and stop < end and analysis.tokens.words[end - 1] in words.body_heads:
            continue  # "Justice and Welfare Party"
        if lowers[at] in honorifics and is_body(words, analysis.tokens.words[at:end]):
            continue  # "King Ode University", "Doctor Ode Society of Oslo"
        if is_plural_title(analysis, stop) and not _goes_with_several(analysis, words, stop, end):
            continue
        return at, stop
    return None


def _is_for_office(analysis: Analysis, first: int, at: int) -> bool:
    """Whether "of" stands before an office within a run that begins at a token."""
    lowers = analysis.tokens.lowers
    while at > first and is_portfolio(analysis, at - 1):
        at -= 1
    return lowers[at - 1 - (lowers[at - 1] == "the")] == "of" and at > first + 1


def _goes_with_several(analysis: Analysis, words: NameWords, stop: int, end: int) -> bool:
    """Whether a title in the plural stands before names of persons, and not within a body's ("Importers League")."""
    last = analysis.tokens.words[end - 1]
    bodily = last in words.body_heads or last in words.event_heads or last in words.place_heads
    return not bodily and "and" in analysis.tokens.lowers[stop : stop + _ROW_REACH]


def _titled(analysis: Analysis, words: NameWords, first: int, title: tuple[int, int], end: int) -> list[Piece]:
    """A run with a title: what stands before it, then the name with it."""
    start, stop = title
    names, written = analysis.index.names, analysis.tokens.words
    found: list[Piece] = []
    if first < start:
        known = names.at(written, first)
        if known and known[0] == start:
            found.append(_listed(analysis, first, *known))
        else:  # Unknown words before a head belong to the title: "Economic Revitalization Minister".
            while known and known[0] <= start:
                found.append(_listed(analysis, first, *known))
                first = known[0]
                known = names.at(written, first) if first < start else None
            start = first
    name = stop
    while name + 1 < end and analysis.tokens.lowers[name] in analysis.index.sets["titles.honorifics"]:
        name += 1  # "Energy Minister Prince Ode"
    if name < end:
        found += _unknown(analysis, words, name, end, (start, stop))
    elif not _goes_on_small(analysis, stop) and not _is_form_of_address(analysis, start, stop):
        one = start > 0 and analysis.tokens.lowers[start - 1] in _ONE and start not in analysis.walls  # "an MP"
        office = Candidate(
            first=start, end=stop, form=ROLE, kind=ANONYMOUS if one else PERSON,
            head=analysis.tokens.lowers[stop - 1], title=(start, stop), definite=not one,
            rule="actor.anonymous" if one else "actor.office",
        )  # fmt: skip
        found.append(Piece(first=start, end=stop, words=(), opens=False, office=office))
    return found


def _is_form_of_address(analysis: Analysis, start: int, stop: int) -> bool:
    """Whether nothing but "Mr" or the like stands there, without the name that it goes with, and not "the Prince"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if stop - start > 1 or lowers[start] not in sets["titles.honorifics"]:
        return False
    return lowers[start] not in sets["titles.heads"] or lowers[start - 1 : start] != ["the"]


def _goes_on_small(analysis: Analysis, stop: int) -> bool:
    """Whether a title that opens a sentence goes on without a capital: "Chief executive Ana Ruiz"."""
    if stop >= len(analysis.tags) or stop in analysis.walls or not analysis.tokens.words[stop][0].islower():
        return False
    return analysis.tags[stop] in "Nh" and analysis.tokens.lowers[stop] in analysis.index.sets["titles.heads"]


def _is_personal(words: NameWords, written: Sequence[str], title: tuple[int, int] | None) -> bool:
    return title is not None or words.is_given(written[0])


def _unknown(analysis: Analysis, words: NameWords, first: int, end: int, title: tuple[int, int] | None) -> list[Piece]:
    """The name that the lexicon does not know, with what its place tells of it; none within a description."""
    written, lowers = analysis.tokens.words, analysis.tokens.lowers
    governing = analysis.index.sets["groups.government_heads"]
    while first < end and written[first] in _MARKS:
        first += 1
    if written[end - 1] in _LINKS_AND_MARKS and written[end - 1] != ".":
        end = _trimmed(analysis, first, end)
    if first >= end:
        return []
    if title is None and end < len(written) and lowers[end] in governing:
        return []  # "the Trump administration" is one description.
    if end - first == 1 and lowers[first] in governing:
        return []  # "the Government of Canada", "the Administration"
    while end - first > 2 and written[end - 1] in words.honours and _is_personal(words, written[first:end], title):
        end -= 1
    title = title or title_before(analysis, first)
    trades = analysis.index.sets["groups.introducing"]
    trade = title is None and lowers[first] in trades and _opens_with_trade(analysis, words, first, end)
    first += trade
    name = tuple(written[first:end])
    if end - first > 1:
        name = tuple([word for word in name if word not in _UNWRITTEN])
    evidence = COMPANY if trade else evidence_of(analysis, words, first, end, titled=title is not None)
    return [Piece(first, end, name, opens(analysis, first), title=title, evidence=evidence)]


def _opens_with_trade(analysis: Analysis, words: NameWords, first: int, end: int) -> bool:
    """Whether what a body makes stands before its name at the start of a sentence: "Carmaker Ode", "Brewer Pond"."""
    lowers = analysis.tokens.lowers
    rest = analysis.tokens.words[first + 1 : end]
    return (
        bool(rest)
        and (lowers[first].endswith("er") or lowers[first] in analysis.index.sets["groups.trade_openers"])
        and opens(analysis, first)
        and rest[0] not in words.body_heads
        and rest[0][0].isupper()
        and not looks_like_person(words, rest)
    )
