"""Where actors are mentioned by name or description, whoever they turn out to be.

This step finds the words and what they tell by themselves; who is who is settled in ``actors``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from attrs import frozen

from tradebrief.extraction.actors.appositions import beside_its_name, names_of
from tradebrief.extraction.actors.authors import byline_ranges
from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.descriptions import find_descriptions
from tradebrief.extraction.actors.homonyms import settle_homonyms
from tradebrief.extraction.actors.names import find_names
from tradebrief.extraction.lookups.kinds import DEMONYM, ORGANIZATION, PERSON
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import BlockKind

__all__ = ["Candidates", "find_candidates"]

_LONGEST_TITLE_LINE = 160
_LONGEST_SIGNATURE = 5
_LONGEST_LABEL = 9  # Words before the colon of a headline.
_BYLINE, _HEADING = BlockKind.BYLINE, BlockKind.HEADING
_NEVER_CROWDED = (BlockKind.BLANK, BlockKind.BYLINE)
_NAMELESS = (BlockKind.BOILERPLATE, BlockKind.LABEL)
_PLACE = attrgetter("first", "end")
_TITLES = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.LABEL)


@frozen
class Candidates:
    """What names or describes something, in the order of the text.

    Attributes:
        actors: Candidates for actors; only demonyms stand inside others.
        places: Names of mere places.
    """

    actors: tuple[Candidate, ...]
    places: tuple[Candidate, ...]


def find_candidates(analysis: Analysis) -> Candidates:
    """All candidates of a text."""
    crowded = _crowded(analysis)
    named = settle_homonyms(analysis, find_names(analysis, crowded))
    taken = {at for candidate in named if candidate.form is not DEMONYM for at in range(candidate.first, candidate.end)}
    governing = analysis.index.sets["groups.government_heads"]
    names = names_of(named)
    named = [
        beside_its_name(analysis, names, candidate) if candidate.rule == "actor.office" else candidate
        for candidate in named
    ]
    described = [
        candidate
        for candidate in find_descriptions(analysis, names, taken, crowded)
        if candidate.rule != "actor.named-body" or candidate.head in governing  # "the Lund group" is a name and a noun.
    ]
    inside = {
        at
        for candidate in described
        if candidate.rule == "actor.named-body"  # "the Trump administration" is not a mention of Trump
        for at in range(candidate.first, candidate.end)
    }
    credited = _credits(analysis)
    signed = _signed(analysis)
    posts = {
        at
        for block, tokens in zip(analysis.article.blocks, analysis.blocks, strict=True)
        if block.kind is _BYLINE
        for at in range(*tokens)
    }
    writers = _writers(analysis, named) if credited else frozenset[str]()
    kept = [
        found
        for found in named
        if (found.first not in credited or (found.kind is PERSON and _name(analysis, found) in writers))
        and (found.form is DEMONYM or found.first not in inside)
        and not (found.first in signed and found.kind is ORGANIZATION)
        and not (found.first in posts and _is_post(analysis, found))
    ]
    actors = [
        *(found for found in kept if found.place is None),
        *(found for found in described if found.first not in credited),
    ]
    actors.sort(key=_PLACE)
    return Candidates(tuple(actors), tuple(found for found in kept if found.place is not None))


def _is_post(analysis: Analysis, found: Candidate) -> bool:
    """Whether the words after a writer's name are what he or she is: "By Ana Lund, Industry Correspondent"."""
    sets, last = analysis.index.sets, analysis.tokens.lowers[found.end - 1]
    after = found.first > 0 and analysis.tags[found.first - 1] == "," and found.end - found.first > 1
    return after and (last in sets["groups.singular_heads"] or last in sets["titles.heads"])


def _signed(analysis: Analysis) -> range:
    """The tokens of the dateline, where an agency signs and is not spoken of: "OSLO (Ode Press) -"."""
    dateline = analysis.article.dateline
    if dateline is None:
        return range(0)
    starts, lowers = analysis.tokens.starts, analysis.tokens.lowers
    end = bisect_left(starts, dateline.end)
    if lowers[end : end + 1] == ["("] and ")" in lowers[end : end + _LONGEST_SIGNATURE]:
        end = lowers.index(")", end)
    return range(bisect_left(starts, dateline.start), end)


def _writers(analysis: Analysis, named: Sequence[Candidate]) -> frozenset[str]:
    """The full names of bylines, whose bearers credits name again: "(Reporting by Ana Lund in Oslo)"."""
    return frozenset(
        _name(analysis, found)
        for first, end in byline_ranges(analysis)
        for found in named
        if first <= found.first < end and found.end - found.first > 1
    )


def _name(analysis: Analysis, found: Candidate) -> str:
    return " ".join(analysis.tokens.lowers[found.first : found.end])


def _credits(analysis: Analysis) -> frozenset[int]:
    """Tokens of credits, copyright lines and labels, which name nobody who is spoken of."""
    article, layout = analysis.article, analysis.lexicon.layout
    return _agency(analysis).union(
        at
        for block, tokens in zip(article.blocks, analysis.blocks, strict=True)
        if block.kind in _NAMELESS
        or (block.kind is _BYLINE and article[block.content].lower() in layout.nameless_bylines)
        or (block.kind is _HEADING and layout.role_of_label(article[block.content]) is not None)
        for at in range(*tokens)
    )


def _agency(analysis: Analysis) -> frozenset[int]:
    """Tokens of the agency that stands in brackets after a dateline's place: "OSLO, 4 May (Lund Wire) -"."""
    dateline = analysis.article.dateline
    if dateline is None:
        return frozenset()
    starts, lowers = analysis.tokens.starts, analysis.tokens.lowers
    first, end = bisect_left(starts, dateline.start), bisect_left(starts, dateline.end)
    line = lowers[first : end + 1]
    if "(" not in line:
        return frozenset()
    opening = first + line.index("(")
    closing = next((at for at in range(opening, len(lowers)) if lowers[at] == ")" or at in analysis.walls), opening)
    return frozenset(range(opening, closing))


def _has_small_verb(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a verb stands in lower case, as none does where all words have capitals: "Ruiz and Lund meet"."""
    words, tags, verbs = analysis.tokens.words, analysis.tags, analysis.index.verbs
    small = (at for at in range(first, end) if words[at][0].islower())
    return any(tags[at] in "vi" or (tags[at] == "N" and "t" in verbs.get(words[at], "")) for at in small)


def _crowded(analysis: Analysis) -> list[bool]:
    """For each token, whether its block capitalises nearly every word, so that a capital tells nothing."""
    marks = [False] * len(analysis.tags)
    words, uppers = analysis.tokens.words, analysis.uppers
    for block, tokens in zip(analysis.article.blocks, analysis.blocks, strict=True):
        if block.kind in _NEVER_CROWDED:
            continue
        first, end = tokens
        if ":" in words[first : min(end, first + _LONGEST_LABEL)]:
            colon = words.index(":", first)
            if all(word.isupper() for word in words[first:colon] if word[0].isalpha()):
                marks[first:colon] = [True] * (colon - first)  # "RUIZ: It was agreed.": a turn of a transcript.
        length = block.content.end - block.content.start
        if length > 2 * _LONGEST_TITLE_LINE:
            continue
        if block.kind in _TITLES and ":" in words[first : min(end, first + _LONGEST_LABEL)]:
            colon = words.index(":", first)  # "Milk and Patience: ministers meet": a label in capitals.
            marks[first:colon] = [True] * (colon - first)
            first = colon + 1
        if length > _LONGEST_TITLE_LINE:
            continue
        fewest, share = (2, 0.5) if block.kind in _TITLES else (6, 0.8)
        if bisect_left(uppers, end) - bisect_left(uppers, first) <= share * fewest:  # As in most paragraphs.
            continue
        letters = [word for word in words[first:end] if word[0].isalpha()]
        capitals = [word for word in letters if word[0].isupper()]
        if len(letters) >= fewest and len(capitals) > share * len(letters):
            if _has_small_verb(analysis, first, end):
                continue
            marks[first:end] = [True] * (end - first)
    return marks
