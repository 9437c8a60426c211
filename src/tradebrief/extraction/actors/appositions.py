"""The names that a description may stand beside: before it as a title, or after it as an apposition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.roles import name_start
from tradebrief.extraction.lookups.kinds import METONYM, NAME, PERSON
from tradebrief.extraction.lookups.name_words import name_words_of
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["Names", "beside_its_name", "name_after", "name_before", "name_said_to_be", "names_of"]


_WHOLE = (NAME, METONYM)
_LONGEST_PLACE = 3  # Words of "Hong Kong-listed" and the like.


@frozen(kw_only=True)
class Names:
    """The names of a text, as descriptions look at them.

    Attributes:
        countries: Names of the lexicon and their demonyms, by each of their tokens.
        places: Names of mere places, by each of their tokens.
        starting: Names of actors by their first token, a title counted.
        ending: The same by the token after their last.
    """

    countries: Mapping[int, Candidate]
    places: Mapping[int, Candidate]
    starting: Mapping[int, Candidate]
    ending: Mapping[int, Candidate]


def names_of(found: Iterable[Candidate]) -> Names:
    """The names among the candidates of a text."""
    found = tuple(found)
    whole = [name for name in found if name.place is None and name.form in _WHOLE]
    return Names(
        countries={at: name for name in found if name.entry is not None for at in range(name.first, name.end)},
        places={at: name for name in found if name.place is not None for at in range(name.first, name.end)},
        starting={first: name for name in whole for first in (name.first, name_start(name))},
        ending={name.end: name for name in whole},
    )


def name_after(analysis: Analysis, names: Names, end: int) -> Candidate | None:
    """The name that follows a description at once, or past a comma: "their lobby, the Lund Group"."""
    tags = analysis.tags
    if tags[end : end + 1] == [","]:
        end = _compound_end(analysis, end + (2 if tags[end + 1 : end + 2] == ["D"] else 1))
    elif tags[end : end + 1] == ["("]:  # "the trade minister (Ana Ruiz)"
        name = names.starting.get(end + 1)
        return name if name is not None and tags[name.end : name.end + 1] == [")"] else None
    return names.starting.get(end)


def _compound_end(analysis: Analysis, at: int) -> int:
    """Where the compound ends that says where a name is at home: "Oslo-based Lund Metals"."""
    for end, word in enumerate(analysis.tokens.words[at : at + _LONGEST_PLACE], at + 1):
        if "-" in word:
            return end if word.endswith(name_words_of(analysis.lexicon).compound_endings) else at
    return at


def name_before(analysis: Analysis, names: Names, opening: int, end: int) -> Candidate | None:
    """The name after which a description stands as its apposition: "SteelWatch, the industry's lobby,"."""
    tags, comma = analysis.tags, opening - 1
    if comma < 1 or tags[comma] not in ",(" or opening in analysis.walls:
        return None
    if tags[comma] == "(":  # "Ana Ruiz (the trade minister)"
        return names.ending.get(comma) if tags[end : end + 1] == [")"] else None
    closed = end >= len(tags) or tags[end] in ",.;PWHq"
    return names.ending.get(comma) if closed else None


def name_said_to_be(analysis: Analysis, names: Names, opening: int) -> Candidate | None:
    """The name of whom an office is told: "Ana Ruiz, who is trade minister,", "Ana Ruiz was named minister"."""
    tags, lowers, sets, at = analysis.tags, analysis.tokens.lowers, analysis.index.sets, opening - 1
    if at < 1 or opening in analysis.walls:
        return None
    if lowers[at] in sets["titles.naming"] and tags[at - 1] == "B":
        at -= 2
        while at > 0 and tags[at] == "V":  # "has been named"
            at -= 1
    elif lowers[at] in sets["titles.holding"]:
        at -= 1
    else:
        return None
    if at > 1 and lowers[at] == "who":
        at -= 2 if tags[at - 1] == "," else 1
    return names.ending.get(at + 1)


def beside_its_name(analysis: Analysis, names: Names, office: Candidate) -> Candidate:
    """An office in capitals, with the person's name before which it stands: "As Trade Minister, Ana Ruiz left"."""
    name = name_after(analysis, names, office.end)
    if name is None and analysis.tokens.lowers[office.end : office.end + 1] == ["and"]:
        name = names.starting.get(office.end + 1)  # "President and Chief Executive Ana Ruiz"
        double = name is not None and name.title is not None and name.title[0] == office.end + 1
        shared = double and analysis.tokens.lowers[office.first - 1 : office.first] != ["the"]
        return office._replace(beside=(name.first, name.end)) if name is not None and shared else office
    if name is None or name.kind not in (PERSON, None) or analysis.tags[office.end] not in ",(":
        return office
    return office._replace(beside=(name.first, name.end))
