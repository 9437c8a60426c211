"""Runs of capitalised words: the stretches in which names stand.

A run goes on over the small words and marks that hold names together ("Bank of Japan", "J. Ruiz", "de Vries",
"Farmers' Forum"). It begins after a word that only has its capital from opening a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.name_words import NameWords
from tradebrief.extraction.titles import is_portfolio, row_end
from tradebrief.model import MeasureKind

__all__ = ["find_runs", "opens"]

_LONGEST = 12
_LINKS = frozenset({"of", "for", "on"})
_JOINTS = _LINKS | {"and", "&", "-", "."}
_CLOSED = frozenset("DSRWHPTCUMBVOXA")


def find_runs(analysis: Analysis, words: NameWords, crowded: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The runs in order, as ranges of tokens; none in stretches where nearly every word has a capital."""
    written, lowers, capitals = analysis.tokens.words, analysis.tokens.lowers, analysis.capitals
    names, terms = analysis.index.names, analysis.index.terms
    done = 0
    for upper in analysis.uppers:
        if upper < done or crowded[upper]:
            continue
        if upper not in capitals and not (written[upper][0].isupper() and _may_name(analysis, words, upper)):
            continue
        if "-" in written[upper] and lowers[upper].endswith(words.compound_endings):
            continue  # "London-based Lund Metals"
        at = upper - (upper > done and _is_ordinal(analysis, words, upper))
        if _is_short_month(analysis, at) or (opens(analysis, at) and _is_mere_opener(analysis, words, at)):
            continue
        term = terms.at(lowers, at)
        if term is not None and term[1].kind is MeasureKind.AGREEMENT and term[1].role == "name":
            done = term[0]  # An agreement is a measure, and nobody who acts.
            continue
        listed, office = names.at(written, at), row_end(analysis, at)
        start = office - 1 if office is not None and written[office - 1][0].isupper() else at
        done = max(_run_end(analysis, words, start), listed[0] if listed else 0)
        yield at, done


def opens(analysis: Analysis, at: int) -> bool:
    """Whether a token opens a sentence, a quotation or a bracket, so that its capital tells nothing."""
    return at in analysis.walls or at == 0 or analysis.tags[at - 1] in "q(:-."


def _may_name(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether a word that is tagged as a verb or the like names somebody all the same ("Will Ode", "Rose Lund")."""
    if analysis.tags[at] in _CLOSED and analysis.tokens.words[at] not in words.doubtful:
        return False
    if analysis.tokens.lowers[at] in analysis.index.sets["grammar.time"] and _is_dated(analysis, at):
        return False
    return words.is_given(analysis.tokens.words[at]) and at + 1 in analysis.capitals


def _is_short_month(analysis: Analysis, at: int) -> bool:
    """Whether a word is a month in a date: "Nov 12", "Jan. 3"."""
    words = analysis.tokens.words
    after = at + 1 + (words[at + 1 : at + 2] == ["."])
    dated = after < len(words) and words[after][0].isdigit()
    return dated and analysis.tokens.lowers[at] in analysis.index.sets["grammar.short_months"]


def _is_dated(analysis: Analysis, at: int) -> bool:
    """Whether a month that is a given name too is the month: "in May Norway", "in early April Lund"."""
    before = analysis.tokens.lowers[at - 1] if at else ""
    known = at + 1 < len(analysis.tags) and analysis.tokens.words[at + 1] in analysis.index.names
    return (
        known
        or (at > 0 and analysis.tags[at - 1] in "PKA")
        or before in {"last", "next", "early", "late", "mid", "this"}
    )


def _is_ordinal(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether a number stands before a word that heads names, and opens one: "51st Street", "7th Brigade"."""
    number = analysis.tokens.lowers[at - 1] if at else "."
    if not number[0].isdigit() or number[-2:] not in {"st", "nd", "rd", "th"} or at in analysis.walls:
        return False
    head = analysis.tokens.words[at]
    return head in words.place_heads or head in words.body_heads


def _is_mere_opener(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether a word that opens a sentence before a name is no part of it ("Yesterday Lund", "Later Ruiz")."""
    word, lower = analysis.tokens.words[at], analysis.tokens.lowers[at]
    if at + 1 not in analysis.capitals or word in analysis.index.names or words.is_given(word):
        return False
    if word in analysis.index.closed_names and analysis.tags[at] == "E":
        return False  # "To Lam visited"
    if lower in analysis.index.sets["grammar.time"] or lower in analysis.index.tags:
        return True
    return "g" in analysis.index.verbs.get(lower, "") or lower.endswith("ly")


def _run_end(analysis: Analysis, words: NameWords, first: int) -> int:
    """The end of a run, with the links between its words."""
    tags, written, walls, capitals = analysis.tags, analysis.tokens.words, analysis.walls, analysis.capitals
    at, highest, linked = first + 1, min(len(tags), first + _LONGEST), False
    while at < highest and at not in walls:
        if at in capitals or (at + 1 in capitals and written[at][0].isupper()):
            at += 1  # "Sydney Morning Herald": a day or time within a name is part of it.
            continue
        size = _link(analysis, words, first, at, linked=linked)
        if not size or at + size >= len(tags) or not walls.isdisjoint(range(at, at + size + 1)):
            break
        linked = linked or analysis.tokens.lowers[at] in _LINKS
        at += size + 1
    return min(at, len(tags))


def _link(analysis: Analysis, words: NameWords, first: int, at: int, *, linked: bool) -> int:
    """How many small words or marks link the word before to the name that goes on after them; 0 if they do not."""
    tokens, tags, sets = analysis.tokens, analysis.tags, analysis.index.sets
    lowers, word = tokens.lowers, tokens.words[at]
    if word not in _JOINTS and tags[at] != "G" and lowers[at] not in sets["grammar.name_particles"]:
        return 0
    if at + 1 >= len(tags):
        return 0
    if word == "-":
        return 1 if tokens.starts[at] == tokens.ends[at - 1] and tokens.words[at + 1][0].isupper() else 0
    if tags[at] == "G":
        return 1 if _owns(analysis, words, at) else 0
    if lowers[at] in sets["grammar.name_particles"] and word[0].islower() and at + 1 not in analysis.capitals:
        hyphen = at + 2 < len(tags) and tokens.words[at + 1] == "-" and at + 2 in analysis.capitals
        double = lowers[at + 1] in sets["grammar.name_particles"] and at + 2 in analysis.capitals
        return 2 if hyphen or double else 0
    after = at + 1 + (lowers[at + 1] == "the" and (word in _LINKS or word == "and"))
    if after not in analysis.capitals or (tags[after] != "E" and word != "."):
        return 0
    if word == "&":
        joined = tokens.starts[at] == tokens.ends[at - 1] and tokens.starts[at + 1] == tokens.ends[at]
        return 1 if joined or _closes_in_body(analysis, words, after) else 0
    if word == ".":
        before = tokens.words[at - 1]
        return (
            1 if len(before) == 1 or before in words.place_openers or before.lower() in sets["titles.honorifics"] else 0
        )
    if lowers[after] in sets["grammar.time"]:
        return 0
    if word in _LINKS:
        office = lowers[at - 1] in sets["titles.heads"] and is_portfolio(analysis, after)
        return after - at if linked or office or _heads(words, tokens.words[first:at]) else 0
    if word == "and":
        return after - at if _coordinates(analysis, words, first, after, linked=linked) else 0
    return 1 if word in sets["grammar.name_particles"] and after == at + 1 else 0


def _heads(words: NameWords, before: Sequence[str]) -> bool:
    """Whether a name that goes on with "of" begins as a body's or a place's does ("Ministry of", "Gulf of")."""
    last = before[-1]
    return last in words.body_heads or last in words.place_heads or last in words.event_heads


def _owns(analysis: Analysis, words: NameWords, mark: int) -> bool:
    """Whether a possessive is part of a body's name: "People's Bank", "All India Farmers' Forum", "Fitters' Union"."""
    owner = analysis.tokens.lowers[mark - 1]
    people = owner.endswith(("ers", "ors")) and analysis.tokens.lowers[mark] in {"'", "’"}
    if not people and owner.removesuffix("s") not in words.possessive_openers:
        return False
    end = mark + 1
    while end < min(len(analysis.tags), mark + 6) and end in analysis.capitals:
        end += 1
    return end > mark + 1 and analysis.tokens.words[end - 1] in words.body_heads


def _coordinates(analysis: Analysis, words: NameWords, first: int, after: int, *, linked: bool) -> bool:
    """Whether "and" stands within a name: "Ministry of Trade and Industry", "Food and Drug Administration"."""
    written, names = analysis.tokens.words, analysis.index.names
    if written[after - 1] == "the" and written[after] not in words.body_heads and not linked:
        return False
    if words.is_given(written[after]) or names.at(written, after) is not None:
        return False
    closes = _closes_in_body(analysis, words, after)
    if linked:
        return not closes
    return closes and not any(
        names.at(written, at) is not None or words.is_given(written[at]) or written[at] in words.body_heads
        for at in range(first, after - 1)
    )


def _closes_in_body(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether several capitalised words begin at a token, the last of which heads names of bodies."""
    end = at
    while end < min(len(analysis.tags), at + 5) and end in analysis.capitals:
        end += 1
    return end > at + 1 and analysis.tokens.words[end - 1] in words.body_heads
