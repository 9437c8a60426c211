"""Runs of capitalised words: the stretches in which names stand.

A run goes on over the small words and marks that hold names together ("Bank of Japan", "J. Ruiz", "de Vries",
"Farmers' Forum"). It begins after a word that only has its capital from opening a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from tradebrief.extraction.actors.titles import fields_end, is_portfolio, portfolio_end, row_end, title_end
from tradebrief.extraction.lookups.index import NameForm
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import MeasureTerm
from tradebrief.model import MeasureKind

__all__ = ["Run", "find_runs", "opens"]

_AGREEMENT, _POLICY = MeasureKind.AGREEMENT, MeasureKind.POLICY
_LONGEST = 12
_LINKS = frozenset({"of", "for", "on"})
_OF = (["of"], ["for"])
_JOINTS = _LINKS | {"and", "&", "-", ".", ",", "in"}
_PARTIES, _APART = frozenset({"D", "R", "I"}), frozenset({",", "("})
_PLURAL = frozenset({"have", "are", "were"})
_LISTING = frozenset({",", "and", "&"})
_LONGEST_FIELD = 3  # Words of one thing that an office is for.
_LONGEST_LIST = 12  # Words of a body's name that lists things: "Cocoa, Coffee and Sheanut Farmers Association".
_CLOSED = frozenset("DSRWHPTCUMBVOXA")


# Its first token, the one after its last, and the name of the lexicon with which it begins, by its end.
Run: TypeAlias = tuple[int, int, tuple[int, NameForm] | None]


def find_runs(analysis: Analysis, words: NameWords, crowded: Sequence[bool]) -> Iterator[Run]:
    """The runs in order; none in stretches where nearly every word has a capital."""
    written, lowers, capitals = analysis.tokens.words, analysis.tokens.lowers, analysis.capitals
    names, terms, months = analysis.index.names, analysis.index.terms, analysis.index.sets["grammar.short_months"]
    entries, particles, done = analysis.entries, analysis.index.sets["grammar.name_particles"], 0
    for upper in analysis.uppers:
        if upper < done or crowded[upper]:
            continue
        word = written[upper]
        told = upper in capitals or (word[0].isupper() and _may_name(analysis, words, upper))
        if not told and not _opens_name(analysis, words, upper):
            continue
        if "-" in word and lowers[upper].endswith(words.compound_endings):
            continue  # "London-based Lund Metals"
        if word in _PARTIES and upper and written[upper - 1] in _APART and written[upper + 1 : upper + 2] == ["-"]:
            done = upper + 3  # "Ana Lund, D-Minn.,"
            continue
        at = upper - (upper > done and lowers[upper - 1][0].isdigit() and _is_ordinal(analysis, words, upper))
        if upper > done + 1 and written[upper - 1] == "-" and lowers[upper - 2] in particles:
            at = upper - 2  # "al-Ode"
        elif upper > done and lowers[upper - 1] in particles and upper not in analysis.walls:
            article = names.at(written, upper - 1)
            at -= article is not None and article[0] > upper  # "al Qaeda"
        if lowers[at] in months and _is_dated(analysis, at):
            continue
        if opens(analysis, at) and _is_mere_opener(analysis, words, at):
            continue
        term = terms.at(lowers, at) if entries[at].steps is not None else None
        if term is not None and term[1].role == "name" and _is_named_measure(written, term[0], term[1]):
            done = term[0]  # An agreement is a measure, and nobody who acts.
            continue
        listed = names.at(written, at)
        done = max(_run_end(analysis, words, at), fields_end(analysis, at, listed[0]) if listed else 0)
        office = _office_in(analysis, at, done) if done < len(lowers) and lowers[done] in _LISTING else None
        if office is not None:
            done = _run_end(analysis, words, office - 1)
        if done in capitals and "-" in written[done] and lowers[done].endswith(words.compound_endings):
            continue  # "Hong Kong-listed Lund Metals"
        yield at, done, listed


def _is_named_measure(written: Sequence[str], end: int, term: MeasureTerm) -> bool:
    """Whether words that a term names up to a token are an agreement, or a policy by its acronym: "AGOA"."""
    if term.kind is _AGREEMENT:
        return True
    last = written[end - 1]
    apart = end == len(written) or not written[end][0].isupper()  # "CBAM Authority" is a body.
    return term.kind is _POLICY and last.isupper() and len(last) > 2 and apart


def _office_in(analysis: Analysis, first: int, end: int) -> int | None:
    """The end of an office for several things that begins in a run: "Danish Trade, Industry and Growth Minister"."""
    written = analysis.tokens.words
    for at in range(end - 1, max(first - 1, end - _LONGEST_FIELD - 1), -1):
        office = row_end(analysis, at)
        if office is not None and written[office - 1][0].isupper():
            return office
    return None


def opens(analysis: Analysis, at: int) -> bool:
    """Whether a token opens a sentence, a quotation or a bracket, so that its capital tells nothing."""
    return at in analysis.walls or at == 0 or analysis.tags[at - 1] in "q(:-."


def _may_name(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether a word that is tagged as a verb or the like names somebody all the same ("Will Ode", "Rose Lund")."""
    if analysis.tags[at] in _CLOSED and analysis.tokens.words[at] not in words.doubtful:
        return False
    if analysis.tokens.lowers[at] in analysis.index.sets["grammar.time"] and _is_month(analysis, at):
        return False
    if analysis.tags[at] == "M" and _asks(analysis, at):
        return False  # "Will Oslo pay?"
    return words.is_given(analysis.tokens.words[at]) and at + 1 in analysis.capitals


def _asks(analysis: Analysis, at: int) -> bool:
    """Whether a token opens a sentence or a quotation that ends with a question mark."""
    if not opens(analysis, at):
        return False
    number = analysis.quoted[at]
    end = analysis.quotations[number].close if number >= 0 else analysis.reach(at)[1]
    return "?" in analysis.tokens.lowers[end - 1 : end + 1]


def _opens_name(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether a word that is tagged as another opens a title or a body's name ("Then-President", "United Growers")."""
    tokens, tags = analysis.tokens, analysis.tags
    if tokens.lowers[at] in analysis.index.sets["titles.prefixes"]:
        return tokens.words[at + 1 : at + 2] == ["-"] and at + 2 in analysis.capitals
    if tags[at] not in "dvgS" or at + 1 not in analysis.capitals:
        return False
    if tags[at] == "S":  # "the movement Our Harvest"
        return tokens.words[at] in words.owning_openers and not opens(analysis, at)
    if tags[at] == "g":  # "Acting Minister Per Tan"
        known = tokens.lowers[at] in analysis.index.sets["titles.modifiers"]
        return known and title_end(analysis, at, len(tags)) is not None
    listed = analysis.index.names.at(tokens.words, at)
    return (listed is not None and listed[0] > at + 1) or _closes_in_body(analysis, words, at + 1)


def _is_dated(analysis: Analysis, at: int) -> bool:
    """Whether a month stands in a date: "Nov 12", "Jan. 3"."""
    words = analysis.tokens.words
    after = at + 1 + (words[at + 1 : at + 2] == ["."])
    return after < len(words) and words[after][0].isdigit()


def _is_month(analysis: Analysis, at: int) -> bool:
    """Whether a month that is a given name too is the month: "in May Norway", "in early April Lund"."""
    before = analysis.tokens.lowers[at - 1] if at else ""
    known = at + 1 < len(analysis.tags) and analysis.tokens.words[at + 1] in analysis.index.names
    return (
        known
        or (at > 0 and analysis.tags[at - 1] in "PKA")
        or before in {"last", "next", "early", "late", "mid", "this"}
    )


def _is_ordinal(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether the number before a word that heads names is an ordinal and opens one: "51st Street", "7th Brigade"."""
    if analysis.tokens.lowers[at - 1][-2:] not in {"st", "nd", "rd", "th"} or at in analysis.walls:
        return False
    head = analysis.tokens.words[at]
    return head in words.place_heads or head in words.body_heads


def _is_mere_opener(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether a word that opens a sentence before a name is no part of it ("Yesterday Lund", "Later Ruiz")."""
    word, lower = analysis.tokens.words[at], analysis.tokens.lowers[at]
    if at + 1 not in analysis.capitals or word in analysis.index.names:
        return False
    if words.is_given(word):  # "Per Reuters", but not "Per Lund"
        return lower in analysis.index.phrases and analysis.tokens.words[at + 1] in analysis.index.names
    if word in analysis.index.closed_names and analysis.tags[at] == "E":
        return False  # "To Lam visited"
    if lower in analysis.index.sets["grammar.time"] or lower in analysis.index.tags:
        return True
    if lower in analysis.index.sets["titles.modifiers"] and title_end(analysis, at, len(analysis.tags)) is not None:
        return False  # "Acting Minister Per Tan"
    return "g" in analysis.index.verbs.get(lower, "") or lower.endswith("ly")


def _run_end(analysis: Analysis, words: NameWords, first: int) -> int:
    """The end of a run, with the links between its words."""
    tags, written, walls, capitals = analysis.tags, analysis.tokens.words, analysis.walls, analysis.capitals
    lowers, particles = analysis.tokens.lowers, analysis.index.sets["grammar.name_particles"]
    at, highest, linked = first + 1, min(len(tags), first + _LONGEST), False
    while at < highest and at not in walls:
        form = words.legal_forms.at(written, at)
        if form is not None and tags[at] in ",P":
            break  # "Paris, LP records", "Norway AS": the tags leave them apart.
        if form is not None and walls.isdisjoint(range(at, form[0])):
            at = form[0]  # "Lund Foods, Inc", "Ode Reederei GmbH & Co. KG"
            continue
        if at in capitals or (at + 1 in capitals and written[at][0].isupper()):
            if "-" in written[at] and lowers[at].endswith(words.compound_endings):
                break  # "Tata Motors-owned Lund Metals"
            at += 1  # "Sydney Morning Herald": a day or time within a name is part of it.
            continue
        if written[at] not in _JOINTS and tags[at] != "G" and lowers[at] not in particles:
            begun = written[max(first, at - 2) : at] if tags[at] in "Ahd" and written[at][0].isupper() else ()
            if begun and not words.family_first.isdisjoint(begun):
                at += 1  # "Tran Duc Long": what is a common word elsewhere ends a name after a family name.
                continue
            break
        size = _link(analysis, words, first, at, linked=linked)
        if not size or at + size >= len(tags) or not walls.isdisjoint(range(at, at + size + 1)):
            break
        linked = linked or lowers[at] in _LINKS
        at += size + 1
    return at


def _link(analysis: Analysis, words: NameWords, first: int, at: int, *, linked: bool) -> int:
    """How many joints and particles link the word before to the name that goes on after them; 0 if they do not."""
    tokens, tags, sets = analysis.tokens, analysis.tags, analysis.index.sets
    lowers, word = tokens.lowers, tokens.words[at]
    if at + 1 >= len(tags):
        return 0
    if word in {"in", ","}:
        lists = _lies_in(analysis, words, first, at) or (
            word == "," and _lists(analysis, words, first, at, linked=linked)
        )
        return 1 if lists else 0
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
        return 1 if joined or _closes_in_body(analysis, words, after) or _names_firm(analysis, words, at) else 0
    if word == ".":
        before = tokens.words[at - 1]
        return (
            1 if len(before) == 1 or before in words.place_openers or before.lower() in sets["titles.honorifics"] else 0
        )
    if lowers[after] in sets["grammar.time"]:
        return 0
    if word in _LINKS:
        office = lowers[at - 1] in sets["titles.heads"] and portfolio_end(analysis, at, len(tags)) > at
        return after - at if linked or office or _heads(words, tokens.words[first:at]) else 0
    if word == "and":
        return after - at if _coordinates(analysis, words, first, after, linked=linked) else 0
    return 1 if word in sets["grammar.name_particles"] and after == at + 1 else 0


def _names_firm(analysis: Analysis, words: NameWords, mark: int) -> bool:
    """Whether "&" joins the names of a firm ("Sidley & Crane"), not two known ones ("Peru & Chile") or authors."""
    written, names, tags = analysis.tokens.words, analysis.index.names, analysis.tags
    if any(written[at] in names or words.is_given(written[at]) for at in (mark - 1, mark + 1)):
        return False
    after = mark + 2 + (tags[mark + 2 : mark + 3] in ([","], ["("]))
    return tags[after : after + 1] != ["K"]  # "(Osgood & Crane, 2019)"


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
    if closes and after - first > 2 and _acts_as_several(analysis, after):
        return False  # "Lund Milk and Ode Steel have said": two companies.
    if linked and closes and _share_people(analysis, after):
        return True
    if linked:
        return not closes and not (written[after] in words.body_heads and written[after + 1 : after + 2] in _OF)
    owner = names.at(written, first)  # "Danish Coffee and Tea Board", but not "Denmark and Tea Board"
    start = owner[0] if owner is not None and owner[0] < after - 1 else first
    trade = start == after - 2 and analysis.index.terms.at(analysis.tokens.lowers, start) is not None
    # "Dairy and Food Union", but not "Ode Dairy and Food Union"
    return closes and not any(
        names.at(written, at) is not None
        or words.is_given(written[at])
        or (written[at] in words.body_heads and not trade)
        for at in range(start, after - 1)
    )


def _share_people(analysis: Analysis, after: int) -> bool:
    """Whether two single words modify the people whose body it is: "Union of Dock and Rail Workers"."""
    lowers, end = analysis.tokens.lowers, after
    if lowers[after - 3] != "of" or lowers[after - 4] in analysis.index.sets["groups.portfolio_bodies"]:
        return False
    while end < len(lowers) and end in analysis.capitals and end not in analysis.walls:
        end += 1
    return end == after + 2 and lowers[end - 1].endswith(("ers", "ors", "men")) and lowers[after - 2][-1] != "s"


def _acts_as_several(analysis: Analysis, at: int) -> bool:
    """Whether the verb after the capitalised words from a token on is in the plural."""
    while at < len(analysis.tags) and at in analysis.capitals:
        at += 1
    return analysis.tokens.lowers[at : at + 1] != [] and analysis.tokens.lowers[at] in _PLURAL


def _lies_in(analysis: Analysis, words: NameWords, first: int, at: int) -> bool:
    """Whether a body's name goes on with a place, as its acronym shows: "Garment Association in Fiji (GAIF)"."""
    written = analysis.tokens.words
    known = analysis.index.names.at(written, at + 1) if written[at] == "in" else None
    if known is None or not (_heads(words, written[first:at]) or "of" in written[first:at]):
        return False
    opening = written[known[0] : known[0] + 3]
    return len(opening) == 3 and opening[0] == "(" and opening[2] == ")" and opening[1][:1] == written[first][:1]


def _lists(analysis: Analysis, words: NameWords, first: int, comma: int, *, linked: bool) -> bool:
    """Whether a comma stands in a body's name that lists things: "Ministry of Food, Land and Water"."""
    written, lowers, capitals = analysis.tokens.words, analysis.tokens.lowers, analysis.capitals
    if comma + 3 >= len(written) or comma + 1 not in capitals:
        return False
    if linked and not (is_portfolio(analysis, comma - 1) and is_portfolio(analysis, comma + 1)):
        return False
    at, joined = comma + 1, 0
    while at < min(len(written), comma + _LONGEST_LIST) and at not in analysis.walls:
        if at in capitals:
            if words.is_given(written[at]) or (analysis.tags[at] != "E" and analysis.tags[at] != "N"):
                return False
        elif lowers[at] in {"and", "&"} and not joined:
            joined = at
        elif lowers[at] != "," or joined:
            break
        at += 1
    if not joined or joined + 1 not in capitals or written[joined + 1] in words.body_heads:
        return False
    if linked:
        return any(is_portfolio(analysis, probe) for probe in range(joined + 1, at))
    return at > joined + 2 and written[at - 1] in words.body_heads and not _names_among(analysis, first, at)


def _names_among(analysis: Analysis, first: int, end: int) -> bool:
    """Whether the lexicon knows one of the words of a list by itself, but the first: they are several bodies then."""
    return any(analysis.index.names.at(analysis.tokens.words, at) is not None for at in range(first + 1, end))


def _closes_in_body(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether several capitalised words begin at a token, the last of which heads names of bodies."""
    end = at
    while end < min(len(analysis.tags), at + 5) and end in analysis.capitals:
        end += 1
    return end > at + 1 and analysis.tokens.words[end - 1] in words.body_heads
