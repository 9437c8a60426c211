"""Claims of those on whom their subject makes an impression: "the levy strikes growers as unfair", "seems to Lima"."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.grammar.clauses import before_verb, clause_end
from tradebrief.extraction.grammar.phrases import VerbGroup, noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["IMPRESSION", "impression_draft"]

IMPRESSION = "impression"
_EXPLETIVE = "it"
_BEING = "BV"  # Tags of "be" and "have".
_NOUN_REACH = 12
_FINITE = frozenset("vMBVO,;")
_AS_IF = frozenset({"if", "though"})


def impression_draft(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """The claim of whoever a verb of impressions has for its object, or after its preposition.

    The subject is the content with what it seems to be, and of "it" the clause after it alone.
    """
    lowers = analysis.tokens.lowers
    for form in forms:
        if IMPRESSION not in form.cue.frames:
            continue
        at = group.verb + 1 + len(form.tail)
        to_holder, openers = at, form.cue.prepositions
        if openers:
            if at + 1 >= ceiling or lowers[at] not in openers:
                continue
            to_holder = at + 1
        found = noun_phrase_after(analysis, to_holder, ceiling)
        if found is None or not can_hold(analysis, Source(*found)):
            continue
        holder = _without_predicate(analysis, *found)
        content = _content(analysis, group, holder[1], floor, ceiling, as_=not openers or bool(form.tail))
        if content is None:
            continue
        return ClaimDraft(
            form.cue, IMPRESSION, Source(*holder), (group.first, to_holder), content,
            negated=group.negated, strong=1 + 2 * len(form.tail),
        )  # fmt: skip
    return None


def _content(
    analysis: Analysis, group: VerbGroup, at: int, floor: int, ceiling: int, *, as_: bool
) -> list[tuple[int, int]] | None:
    """What stands before the verb and, from a token on, what it is said to be."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    subject = noun_phrase_before(analysis, group.subject_end, floor) or _relative_before(analysis, group, floor)
    if at >= ceiling or subject is None:
        return None
    subject = _with_noun_before(analysis, subject, floor)
    expletive = lowers[subject[0]] == _EXPLETIVE
    if tags[at] == "H":  # "it occurred to Lima that the levy stays"
        end = clause_end(analysis, at + 1, ceiling, clausal=True)
        return [(at + 1, end)] if expletive and end > at + 1 else None
    if not _opens_predicate(analysis, group, at, ceiling, as_=as_):
        return None
    said = at + (tags[at] == "T"), clause_end(analysis, at, ceiling)
    said = before_verb(analysis, *said, clause=False) if tags[subject[0]] in "WH" else said
    return [said] if expletive and "H" in tags[said[0] : said[1]] else [subject, said]


def _with_noun_before(analysis: Analysis, subject: tuple[int, int], floor: int) -> tuple[int, int]:
    """A subject with the noun whose infinitive it ends: "the choice to begin with | autos"."""
    to = analysis.tagged.rfind("T", max(floor, subject[0] - _NOUN_REACH), subject[0])
    if (
        to <= floor
        or analysis.tags[to - 1] not in "NE"
        or not set(analysis.tagged[to + 1 : subject[0]]).isdisjoint(_FINITE)
    ):
        return subject
    noun = noun_phrase_before(analysis, to, floor)
    return subject if noun is None else (noun[0], subject[1])


def _relative_before(analysis: Analysis, group: VerbGroup, floor: int) -> tuple[int, int] | None:
    """The relative pronoun right before a verb: "a levy | that strikes growers as unfair"."""
    before = group.subject_end - 1
    return (before, before + 1) if before > floor and analysis.tags[before] in "WH" else None


def _opens_predicate(analysis: Analysis, group: VerbGroup, at: int, ceiling: int, *, as_: bool) -> bool:
    """Whether a token opens what the subject seems to be: with some verbs "as", else "like", "to be" or a noun."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    if at + 1 >= ceiling:
        return not as_ and _judges(analysis, at)
    if lowers[at] == "as":
        return as_ or lowers[at + 1] in _AS_IF
    if as_:
        return False
    if tags[at] == "T":
        return tags[at + 1] in _BEING and lowers[group.verb] in sets["grammar.seeming"]
    return lowers[at] == "like" or tags[at] in "DA" or _judges(analysis, at)


def _judges(analysis: Analysis, at: int) -> bool:
    """Whether a word is an adjective, by the lexicon or as one that judges."""
    word = analysis.tokens.lowers[at]
    return word in analysis.index.sets["grammar.adjectives"] or analysis.index.judgments.alone(word) is not None


def _without_predicate(analysis: Analysis, first: int, end: int) -> tuple[int, int]:
    """A holder without what after it says what the subject seems: "seems to Oslo | unfair", "to Oslo | like a trap"."""
    end = next((at for at in range(first + 1, end) if analysis.tokens.lowers[at] == "like"), end)
    alone = end - first > 1 and analysis.tags[end - 1] == "N" and analysis.tags[end - 2] in "NE"
    alone = alone and analysis.tokens.words[end - 1].islower() and "P" not in analysis.tags[first:end]
    return (first, end - 1) if alone and _judges(analysis, end - 1) else (first, end)
