"""Complements that are an object and what it is called or held to be: "called it unfair", "thinks it unwise to"."""

from __future__ import annotations

from tradebrief.extraction.grammar.clauses import Ranges, clause_end, to_clause_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import REFLEXIVES
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue
from tradebrief.model import ClaimKind

__all__ = ["read_np_adj"]

_OBJECT_REACH = 24
_COMPLEMENTS = frozenset({"of", "on", "to", "from", "in"})  # As prepositions that go with a noun.
_DEMONSTRATIVES = frozenset({"this", "these", "those"})
_LONGEST_STATE = 4
_LONGEST_PREDICATE = 6


def read_np_adj(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An object and what it is called."""
    if at >= ceiling or analysis.tags[at] not in "DSRENHKW":
        return None
    word, tag = analysis.tokens.lowers[at], analysis.tags[at]
    if tag == "H":
        return _read_that(analysis, at, ceiling)
    end = clause_end(analysis, at, ceiling)
    whole = ((at, end),)
    if tag == "W":
        return whole if word == "what" and _closes_quoted(analysis, at, end) else None
    if word == "it" and _is_hard_to_think(analysis, at, end):
        return None
    if word == "it" and _is_extraposed(analysis, at + 1, ceiling):
        return whole  # "thinks it unwise to raise the levy"
    if word in REFLEXIVES and cue.id in analysis.index.sets["grammar.befalling"]:
        return None  # "found itself alone"
    if cue.kind is ClaimKind.BELIEF and "bare" in cue.frames:  # Mostly over a whole clause: "thinks the levy unfair"
        return whole if _is_verbless(analysis, at, end) and _closes_with_judgment_alone(analysis, end) else None
    if word in _DEMONSTRATIVES and end == at + 2 and _closes_with_adjective(analysis, end):
        return whole  # "called this unfair"
    # An object and a predicate: at least two words beyond a determiner, and no phrase that opens with "for" or "on".
    if tag == "R":
        return _read_pronoun(analysis, at, end, ceiling)
    return whole if _is_called_something(analysis, at, end, ceiling) else None


def _read_that(analysis: Analysis, at: int, ceiling: int) -> Ranges | None:
    """What "that" is called: "called that “silly”", "called that unfair"."""
    end = clause_end(analysis, at + 1, ceiling)
    if end == at + 2 and _may_judge(analysis, at + 1):
        return ((at, end),)
    opens = analysis.tags[at + 1 : at + 2] in (["q"], ["D"])
    return to_clause_end(analysis, at, ceiling) if opens else None


def _read_pronoun(analysis: Analysis, at: int, end: int, ceiling: int) -> Ranges | None:
    """What a pronoun is called: "called it a trap", "called her, among other things, a liar"."""
    if (beyond := _past_comma_phrase(analysis, at + 1, ceiling)) > at + 1:
        return (at, at + 1), (beyond, clause_end(analysis, beyond, ceiling))
    return ((at, end),) if end >= at + 2 and analysis.tags[at + 1] in "NADEqSd" else None


def _is_called_something(analysis: Analysis, at: int, end: int, ceiling: int) -> bool:
    """Whether an object that is no pronoun and a predicate stand in a range."""
    tags = analysis.tags
    predicate = next((probe for probe in range(at, end) if tags[probe] in "PTHWUq"), end)
    if (
        (predicate < end and tags[predicate] == "q")
        or _is_called(analysis, predicate, end)
        or _is_called_state(analysis, predicate, end)
    ):
        return True
    if tags[at] == "E" and tags[at - 1] in "vd" and _is_name_only(analysis, at, ceiling):
        return False  # "a port called Velk Point"
    least = 3 if tags[at] in "DSN" else 2
    return (
        predicate - at >= least
        or _is_called_thing(analysis, predicate, end)
        or _closes_with_judgment(analysis, predicate, end)
    )


def _past_comma_phrase(analysis: Analysis, at: int, ceiling: int) -> int:
    """What somebody is called after a phrase between commas: "called her, among others, | a liar"; else ``at``."""
    tags = analysis.tags
    if at + 2 >= ceiling or tags[at] != "," or tags[at + 1] not in "PA":
        return at
    closing = analysis.tagged.find(",", at + 2, min(ceiling - 1, at + _LONGEST_PREDICATE))
    return closing + 1 if 0 < closing < ceiling - 1 and tags[closing + 1] in "Dq" else at


def _closes_quoted(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a quotation that opens in a range ends it: "called what she saw “terrible”"."""
    opening = analysis.tagged.find("q", first, end - 1)
    number = analysis.quoted[opening + 1] if opening > 0 else -1
    return number >= 0 and analysis.quotations[number].close >= end - 1


def _is_name_only(analysis: Analysis, first: int, ceiling: int) -> bool:
    """Whether a name stands here with nothing after it that it is called: the name itself is what is called so."""
    end = first
    while end < ceiling and analysis.tags[end] in "Eh":
        end += 1
    if end < ceiling and analysis.tags[end] == "v":
        return analysis.index.judgments.alone(analysis.tokens.lowers[end]) is None
    return end >= ceiling or analysis.tags[end] in ".;:CMBVOPWH"


def _is_extraposed(analysis: Analysis, first: int, ceiling: int) -> bool:
    """Whether a predicate without a verb stands before the clause that it judges: "it | unwise to wait", "a pity that".

    A verb after "it" would end in -s, or be a past form.
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    end = first
    while end < min(ceiling, first + _LONGEST_PREDICATE) and tags[end] in "DNAdh":
        end += 1
    if end == first or end + 1 >= ceiling or not (tags[end] in "TH" or lowers[end] == "for"):
        return False
    if lowers[end] == "for" and tags[end + 1] not in "DSEN":
        return False
    if tags[first] == "D":
        return True
    word = lowers[end - 1]
    may_be_verb = tags[end - 1] == "d" or (word.endswith("s") and not word.endswith(("ss", "ous")))
    return tags[end - 1] in "Nd" and (not may_be_verb or _closes_with_adjective(analysis, end))


def _may_judge(analysis: Analysis, at: int) -> bool:
    """Whether a word may be an adjective, by what is known of it: no name, plural or verb."""
    word = analysis.tokens.words[at]
    return analysis.tags[at] in "NAd" and word.islower() and not word.endswith("s")


def _is_hard_to_think(analysis: Analysis, at: int, end: int) -> bool:
    """Whether an object only says how hard a thing is to believe, which is the claim: "finds | it hard to believe"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if at + 4 >= end or lowers[at + 1] not in sets["aspect.hard"]:
        return False
    return analysis.tags[at + 2] == "T" and lowers[at + 3] in sets["judged.supposing"]


def _closes_with_adjective(analysis: Analysis, end: int) -> bool:
    """Whether the word before a token is an adjective, by the lexicon or as one that judges."""
    word = analysis.tokens.lowers[end - 1]
    return word in analysis.index.sets["grammar.adjectives"] or analysis.index.judgments.alone(word) is not None


def _is_verbless(analysis: Analysis, at: int, end: int) -> bool:
    """Whether an object and its predicate stand in a range, and no clause: "the levy | unfair", "that | mad"."""
    tags = analysis.tags[at:end]
    return end > at + 1 and {"v", "M", "B", "V", "O", "T", "W", "U", ","}.isdisjoint(tags) and "H" not in tags[1:]


def _closes_with_judgment_alone(analysis: Analysis, end: int) -> bool:
    """Whether the word before a token is one that judges."""
    return analysis.index.judgments.alone(analysis.tokens.lowers[end - 1]) is not None


def _closes_with_judgment(analysis: Analysis, after: int, end: int) -> bool:
    """Whether an adjective that judges closes what begins with a complement: "called the levy | on tin unfair"."""
    lowers = analysis.tokens.lowers
    return (
        after + 2 < end
        and (lowers[after] in _COMPLEMENTS or lowers[after] == "for")
        and analysis.tags[end - 1] in "NAdv"
        and analysis.index.judgments.alone(lowers[end - 1]) is not None
    )


def _is_called_thing(analysis: Analysis, after: int, end: int) -> bool:
    """Whether a complement of an object comes before its predicate: "called the removal | of the duty a mistake"."""
    if after + 1 >= end or analysis.tokens.lowers[after] not in _COMPLEMENTS:
        return False
    phrase = noun_phrase_after(analysis, after + 1, end)
    if phrase is None or phrase[1] + 1 >= end or analysis.tags[phrase[1]] != "D":
        return False
    return analysis.index.sets["grammar.time"].isdisjoint(
        analysis.tokens.lowers[phrase[1] : min(end, phrase[1] + _OBJECT_REACH)]
    )


def _is_called_state(analysis: Analysis, after: int, end: int) -> bool:
    """Whether a state in several words closes what begins with a preposition: "thinks the data | out of date"."""
    states, lowers = analysis.index.sets["grammar.states"], analysis.tokens.lowers
    stops = range(after + 2, min(end, after + _LONGEST_STATE) + 1)
    return any(" ".join(lowers[after:stop]) in states for stop in stops)


def _is_called(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a quotation right after a noun ends a range, as what something is called: "the duty on tea “unfair”"."""
    tags, quoted = analysis.tags, analysis.quoted
    opening = next((at for at in range(first, end - 1) if tags[at] == "q"), None)
    if opening is None or quoted[opening + 1] < 0 or tags[opening - 1] not in "NE":
        return False
    return analysis.quotations[quoted[opening + 1]].close >= end - 1
