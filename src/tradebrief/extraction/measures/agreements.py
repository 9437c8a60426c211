"""Agreements by where, when or between whom they were made: "the Geneva truce", "the deal of July 22", "phase one"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tradebrief.extraction.lookups.measure_words import measure_words
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorKind, MentionForm
from tradebrief.text import Span

__all__ = ["CalledAgreement", "called_agreement", "parties_end"]

_LONGEST_PARTIES = 10  # "between the European Union and the South African Customs Union"
_JOINING = frozenset({"the", "and"})
_PARTIES_OF = frozenset({"bloc", "countries", "economies", "members", "nations", "states"})
_LONGEST_DATE = 4  # "July 22, 2025 deal"
_PARTIES = (ActorKind.COUNTRY, ActorKind.BLOC)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STAGES = frozenset({"in", "during", "into", "for", "through", "after", "a"})  # "In phase one" is a time.


class CalledAgreement(NamedTuple):
    """An agreement that is told by something beside its noun.

    Attributes:
        first: Its first token.
        end: The token after it.
        concept: Its normalized name. A date in it stands in front, wherever it is in the text, and is no part of
            the agreement's words: it is a measure of its own.
    """

    first: int
    end: int
    concept: str


def called_agreement(analysis: Analysis, first: int, end: int, places: Mapping[int, int]) -> CalledAgreement | None:
    """The agreement that a noun such as "deal", or "phase one" by itself, is; None where nothing tells which one.

    Args:
        analysis: The article.
        first: The first token of the noun.
        end: The token after it.
        places: The first tokens of the names of places, by the token after them.
    """
    lowers = analysis.tokens.lowers
    noun = " ".join(lowers[first:end])
    if noun.startswith("phase"):
        return _phase(analysis, first, end, noun)
    if end - first > 1 or noun.endswith("s") or analysis.tags[first] in "vi":
        return None
    if first and first not in analysis.walls:
        place = places.get(first, first if not _is_party(analysis, first - 1) else first - 1)
        if place == first and _are_parties(analysis, first):
            place = first - 3
        if place < first:
            return CalledAgreement(place, end, f"{_written(analysis, place, first)} {noun}")
    date = _date_around(analysis, first, end)
    if date is not None:
        return CalledAgreement(first, end, f"{date} {noun}")
    stop = parties_end(analysis, end)
    return None if stop == end else CalledAgreement(first, stop, " ".join([noun, *analysis.tokens.words[end:stop]]))


def parties_end(analysis: Analysis, end: int) -> int:
    """The end of the names of two parties after a noun, or the noun's own: "between Peru and the EU"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if lowers[end : end + 1] != ["between"]:
        return end
    at, stop = end + 1, min(len(tags), end + _LONGEST_PARTIES)
    while at < stop and at not in analysis.walls and (tags[at] == "E" or lowers[at] in _JOINING):
        at += 1
    while tags[at - 1] != "E" and at > end:
        at -= 1
    whole = at == len(tags) or at in analysis.walls or lowers[at] not in _PARTIES_OF  # "Peru and the EU countries"
    return at if whole and "and" in lowers[end:at] else end


def _phase(analysis: Analysis, first: int, end: int, noun: str) -> CalledAgreement | None:
    """A phase that is an agreement by itself: no stage of something, nor what modifies another noun."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    after = tags[end] if end < len(tags) and end not in analysis.walls else "."
    staged = first and first not in analysis.walls and lowers[first - 1] in _STAGES
    if after in "NEg" or staged or lowers[end : end + 1] in (["of"], ["-"]):
        return None
    for row in analysis.lexicon.table("measure_policies")["phase"]:
        if noun == row["words"] and any(word in analysis.article.text for word in row["party"]):
            return CalledAgreement(first, end, row["name"])
    return None


def _is_party(analysis: Analysis, at: int) -> bool:
    """Whether a token is the name of a country or bloc, or of its capital, and no possessor: "the Japan deal"."""
    found = analysis.index.names.at(analysis.tokens.words, at)
    return (
        found is not None
        and found[0] == at + 1
        and found[1].entry.kind in _PARTIES
        and found[1].form is not MentionForm.DEMONYM
        and at > 0
        and at not in analysis.walls
        and analysis.tags[at - 1] in "DSPT"
    )


def _are_parties(analysis: Analysis, first: int) -> bool:
    """Whether a hyphen or dash joins the names of two parties before a noun: "the Peru-Chile | deal"."""
    words, names = analysis.tokens.words, analysis.index.names
    if first < 3 or words[first - 2] not in {"-", "–"} or not analysis.walls.isdisjoint((first - 2, first - 1, first)):
        return False
    found = (names.at(words, first - 3), names.at(words, first - 1))
    return all(name is not None and name[1].entry.kind in _PARTIES for name in found)


def _written(analysis: Analysis, first: int, end: int) -> str:
    """Names as the text has them, with single spaces: "Peru-Chile"."""
    return " ".join(analysis.article[Span(analysis.tokens.starts[first], analysis.tokens.ends[end - 1])].split())


def _date_around(analysis: Analysis, first: int, end: int) -> str | None:
    """The date before a noun, or after it with "of", as a concept has it: "July 22" for "22 July"."""
    lowers, walls = analysis.tokens.lowers, analysis.walls
    begin, stop = first, first
    if lowers[end : end + 1] == ["of"] and walls.isdisjoint((end, end + 1)):
        begin, stop = end + 1, min(end + 1 + _LONGEST_DATE, len(lowers))
    else:
        while begin and begin not in walls and first - begin < _LONGEST_DATE and _is_dated(analysis, begin - 1):
            begin -= 1
    if begin == stop:
        return None
    words, tokens = measure_words(analysis.lexicon), analysis.tokens
    found = words.dates.match(tokens.text, tokens.starts[begin], tokens.ends[stop - 1])
    if found is None:  # "The May accord", "the deal of 2019"
        word = tokens.words[begin]
        if begin < first and stop - begin > 1:
            return None
        return words.month_names.get(word) or (word if _YEAR.fullmatch(word) else None)
    if found["month"] is None or found["month"].isdecimal():
        return found[0]
    parts = (words.month_names[found["month"].rstrip(".")], found["day"] and str(int(found["day"])))
    named = " ".join(part for part in parts if part)
    return named if not found["year"] else f"{named}, {found['year']}" if found["day"] else f"{named} {found['year']}"


def _is_dated(analysis: Analysis, at: int) -> bool:
    word = analysis.tokens.words[at]
    return word in measure_words(analysis.lexicon).months or word[0].isdigit() or word == ","
