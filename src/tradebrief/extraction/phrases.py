"""Noun phrases, verb groups and clause ends, over tags, each found by a bounded walk from one token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from tradebrief.extraction.analysis import Analysis

__all__ = [
    "CLAUSE_REACH",
    "VerbGroup",
    "clause_end",
    "noun_phrase_after",
    "noun_phrase_before",
    "trim_end",
    "verb_group",
]

_REACH = 40
CLAUSE_REACH = 240
_CONTRAST = frozenset({"but", "yet", "while", "whereas", "although", "though", "nor"})
_HARDLY = frozenset({"hardly", "scarcely"})
_NO_SUBJECTS = frozenset({"there", "himself", "herself", "itself", "themselves"})


class VerbGroup(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    """A verb with its auxiliaries.

    Attributes:
        first: Token where the group begins, adverbs before it left out.
        verb: Token of the verb.
        subject_end: Token before which the subject ends, adverbs skipped.
        negated: Whether it is negated.
        passive: Whether it is a passive.
        modal: Its modal in lower case, or empty.
        infinitive: Whether "to" stands before it.
        finite: Whether it has a finite verb.
        gerund: Whether it is an -ing form without an auxiliary.
    """

    first: int
    verb: int
    subject_end: int
    negated: bool
    passive: bool
    modal: str
    infinitive: bool
    finite: bool
    gerund: bool


def verb_group(analysis: Analysis, verb: int, floor: int) -> VerbGroup:
    """The verb group whose main verb stands at a token."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    main = tags[verb]
    at, first = verb - 1, verb
    negated = be = infinitive = False
    modal = ""
    finite = main == "v"
    while at >= floor and (found := tags[at]) in "AXMBVOT":
        if found == "T":
            infinitive, first = True, at
            at -= 1
            break
        if found == "M":
            if modal:
                break
            modal = lowers[at]
        if found == "X" or lowers[at].endswith("n't") or lowers[at] in _HARDLY:
            negated = True
        if found == "B" and not (lowers[at] == "'s" and main == "d"):  # "he's said"
            be = True
        if found in "MBVO":
            first, finite = at, True
        at -= 1
    if main == "i" and not modal and not finite:
        infinitive = True  # The second of two: "to push for lower tariffs and emphasize".
    return VerbGroup(
        first, verb, at + 1, negated, be and main == "d", modal, infinitive, finite and not infinitive,
        main == "g" and not be,
    )  # fmt: skip


def noun_phrase_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, with its complements and appositions, as a range of tokens."""
    tags = analysis.tags
    if end <= floor:
        return None
    if tags[end - 1] == ",":
        opening = _opening_comma(analysis, end - 1, floor)
        if opening is None:
            return None
        head = _phrase_before(analysis, opening, floor)
        return (head[0], end - 1) if head else None
    return _phrase_before(analysis, end, floor)


def _opening_comma(analysis: Analysis, closing: int, floor: int) -> int | None:
    """The comma that opens an apposition or relative clause which another closes."""
    tags = analysis.tags
    for at in range(closing - 1, max(floor, closing - _REACH) - 1, -1):
        if tags[at] in ".;:q":
            return None
        if tags[at] == ",":
            opens = tags[at + 1]
            if opens in "WDSNEdgPAK" and at > floor and tags[at - 1] in "NEKR)q":
                return at
            if opens != "C":
                return None
    return None


def _phrase_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, appositions left out.

    It is walked from its end: each tag says how many tokens join on (none: the phrase has begun), and whether
    it goes on before them.
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    last = tags[end - 1]
    if last == "R":
        if end - 3 >= floor and lowers[end - 2] == "of" and lowers[end - 3] in analysis.index.sets["groups.portions"]:
            return end - 3, end  # "one of them"
        return None if lowers[end - 1] in _NO_SUBJECTS else (end - 1, end)
    if last == "D" and lowers[end - 1] in analysis.index.sets["grammar.lone_subjects"]:
        return end - 1, end
    if last not in "NEK)":
        return None
    at, lowest = end - 1, max(floor, end - _REACH)
    coordinated: int | None = None  # Where the part after "and" begins, until it is sure that it is one phrase.
    while at >= lowest:
        found = tags[at]
        taken = _LEFTWARD[found](analysis, at, lowest) if found in _LEFTWARD else 0
        if found == "," and coordinated is None:
            taken = 0
        if taken == 0:
            break
        if found == "C" and coordinated is None:
            coordinated = at + 1
        at -= abs(taken)
        if taken < 0:
            break
    first = at + 1
    if coordinated is not None and at >= floor and tags[at] in "vMBVOiPT":
        first = coordinated  # A verb before it: "A said X and B" are two clauses, not one phrase.
    while first < end and tags[first] in "APTC,Gh":
        first += 1
    return (first, end) if first < end else None


def _one(analysis: Analysis, at: int, lowest: int) -> int:
    del analysis, at, lowest
    return 1


def _left_determiner(analysis: Analysis, at: int, lowest: int) -> int:
    """A determiner opens the phrase, unless a preposition, "and" or a participle ties it to one before."""
    before, second = _two_before(analysis, at, lowest)
    tied = before in "PDT" or (before == "C" and second in "NEK") or (before == "d" and second in "NE")
    return 1 if tied else -1


def _left_preposition(analysis: Analysis, at: int, lowest: int) -> int:
    before, _ = _two_before(analysis, at, lowest)
    if analysis.tags[at + 1] in "iv":
        return 0
    if before in "DR" and analysis.tokens.lowers[at - 1] in analysis.index.sets["grammar.lone_subjects"]:
        return -2  # "many in Accra"
    return 1 if before in "NEK)" else 0


def _left_participle(analysis: Analysis, at: int, lowest: int) -> int:
    """A participle before its noun ("the proposed duty") or after it ("mills hit by the duty")."""
    before, _ = _two_before(analysis, at, lowest)
    after = analysis.tags[at + 1]
    if before in "NEK":
        return 1 if after in "PTNEA" else 0
    return 1 if before in "DSGAPT" or after in "PT" else 0


def _left_gerund(analysis: Analysis, at: int, lowest: int) -> int:
    return 1 if _two_before(analysis, at, lowest)[0] in "DSPNEKA" else 0


def _left_adverb(analysis: Analysis, at: int, lowest: int) -> int:
    before, _ = _two_before(analysis, at, lowest)
    return 1 if before in "DSCNE" and analysis.tags[at + 1] in "NdgEK" else 0


def _left_conjunction(analysis: Analysis, at: int, lowest: int) -> int:
    before, _ = _two_before(analysis, at, lowest)
    return 1 if before in "NEK)" and analysis.tokens.lowers[at] in {"and", "or"} else 0


def _left_comma(analysis: Analysis, at: int, lowest: int) -> int:
    """A comma of a list, "and" seen already."""
    before, _ = _two_before(analysis, at, lowest)
    return 1 if before in "NEK" and analysis.tags[at + 1] in "NEDSK" else 0


def _left_bracket(analysis: Analysis, at: int, lowest: int) -> int:
    opening = next((o for o in range(at, max(lowest, at - 12) - 1, -1) if analysis.tags[o] == "("), None)
    return at - opening + 1 if opening is not None else 0


def _two_before(analysis: Analysis, at: int, lowest: int) -> tuple[str, str]:
    """The tags of the two tokens before one; a stop where the walk may not go."""
    before = analysis.tags[at - 1] if at > lowest else "."
    return before, analysis.tags[at - 2] if at - 1 > lowest else "."


_LEFTWARD: dict[str, Callable[[Analysis, int, int], int]] = {
    **dict.fromkeys("NEKGh", _one),
    **dict.fromkeys("DS", _left_determiner),
    **dict.fromkeys("PT", _left_preposition),
    "d": _left_participle,
    "g": _left_gerund,
    "A": _left_adverb,
    "C": _left_conjunction,
    ",": _left_comma,
    ")": _left_bracket,
}


def noun_phrase_after(analysis: Analysis, first: int, ceiling: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token, with "of" phrases, an apposition or a relative clause."""
    tags = analysis.tags
    end = _simple_after(analysis, first, ceiling)
    if end is None:
        return None
    if tags[first] == "R":
        return first, end
    if end + 1 < ceiling and tags[end] == ",":
        closing = _closing_comma(analysis, end, ceiling)
        if closing is not None:
            return first, closing
    return first, end


def _simple_after(analysis: Analysis, first: int, ceiling: int) -> int | None:
    """Where a phrase ends, prepositional phrases included, appositions not."""
    tags = analysis.tags
    if first >= ceiling:
        return None
    if tags[first] == "R":
        return first + 1
    at, highest = first, min(ceiling, first + _REACH)
    nominal = False
    while at < highest and _goes_on(analysis, at, highest, nominal=nominal):
        nominal = nominal or tags[at] in "NEKh"
        at += 1
    while at > first and tags[at - 1] in "PTCDSAh":
        at -= 1
    return at if nominal and at > first else None


def _goes_on(analysis: Analysis, at: int, highest: int, *, nominal: bool) -> bool:
    """Whether a token goes on a noun phrase: before its noun anything that can modify, after it what attaches."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    found = tags[at]
    following = tags[at + 1] if at + 1 < highest else "."
    if found in "NEKGh":
        return True
    if not nominal:
        return found in "DSAdg"
    if found in "DSA":
        return tags[at - 1] in "PTC"
    if found in "dg":
        return tags[at - 1] in "PTCDS" or following in "PT"
    if found == "P":
        return following in "NEKDSdg" and lowers[at] not in {"as", "than"}
    if found == "C":
        return following in "NEDS" and lowers[at] in {"and", "or"}
    return found == "T" and following in "NEDS"


def _closing_comma(analysis: Analysis, comma: int, ceiling: int) -> int | None:
    """Where an apposition or relative clause that a comma opens ends: at the next comma or the end."""
    tags = analysis.tags
    if tags[comma + 1] not in "WDSNE" or analysis.tokens.lowers[comma + 1] in {"adding", "saying"}:
        return None
    relative, indefinite = tags[comma + 1] == "W", analysis.tokens.lowers[comma + 1] in {"a", "an"}
    for at in range(comma + 1, min(ceiling, comma + _REACH)):
        if tags[at] in ",.;:q":
            return at
        if tags[at] in "vMBVO" and not relative and not (indefinite and tags[at] == "v"):
            return None
    return ceiling if ceiling <= comma + _REACH else None


def trim_end(analysis: Analysis, first: int, end: int) -> int:
    """The end of a range without marks at its end; a bracket or quotation that it opens keeps its close."""
    tags, words = analysis.tags, analysis.tokens.words
    while end > first and tags[end - 1] in ",.;:-qUCh(":
        if tags[end - 1] == "." and analysis.tokens.words[end - 1] == "…":
            break
        if tags[end - 1] == "q":
            opener = {"”": "“", "’": "‘", "»": "«"}.get(words[end - 1], words[end - 1])
            inside = sum(words[at] == opener for at in range(first, end - 1))
            if inside % 2 if opener == words[end - 1] else inside:
                break
        end -= 1
    return end


def clause_end(analysis: Analysis, first: int, ceiling: int, *, clausal: bool = False) -> int:
    """Where a reported clause or object that begins at a token ends.

    It runs to the end of its sentence, but not over a contrast (", but"), a second predicate of the same
    speaker ("... and urged"), a participle that attributes (", adding"), another attribution, or a semicolon.
    An object or infinitive (not ``clausal``) does not run over "and" into a clause with a subject of its own.
    """
    if first >= ceiling:
        return first
    quoted, brinks = analysis.quoted, analysis.brinks
    inside, highest = quoted[first], min(ceiling, first + CLAUSE_REACH)
    end = min(highest, analysis.quotations[inside].close) if inside >= 0 else highest
    opened = _is_in_opening_clause(analysis, first)
    for at in brinks[bisect_right(brinks, first) : bisect_left(brinks, end)]:
        # What is quoted within it belongs to it as a whole.
        if quoted[at] == inside and _ends_before(analysis, at, highest, opened=opened, clausal=clausal):
            return trim_end(analysis, first, at)
    return trim_end(analysis, first, end)


def _ends_before(analysis: Analysis, at: int, ceiling: int, *, opened: bool, clausal: bool) -> bool:
    """Whether a reported clause or object ends before a token, one of ``Analysis.brinks`` (see ``clause_end``)."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    found = tags[at]
    if found == ",":
        if _breaks_after_comma(analysis, at, ceiling):
            return True
        joined = at + 1 < ceiling and lowers[at + 1] == "and"
        fresh = opened or (joined and not clausal)
        return fresh and _main_clause_follows(analysis, at + 1 + joined, ceiling)
    if found == "C":
        return _is_cue_predicate(analysis, at + 1, ceiling) or (
            not clausal and _main_clause_follows(analysis, at + 1, ceiling)
        )
    return True


def _is_in_opening_clause(analysis: Analysis, first: int) -> bool:
    """Whether a token stands in a clause or phrase that comes before the main one ("While ...,", "By ...ing ...,")."""
    floor, _ = analysis.bounds[analysis.sentence_of(first)]
    opener = analysis.tags[floor]
    if opener not in "UPg" or first - floor > _REACH:
        return False
    return not any(
        analysis.tags[at] == "," and _main_clause_follows(analysis, at + 1, first) for at in range(floor, first)
    )


def _main_clause_follows(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a noun phrase and a finite verb follow."""
    tags = analysis.tags
    nominal = False
    for probe in range(at, min(ceiling, at + 14)):
        if tags[probe] in "vMBVO":
            return nominal
        if tags[probe] not in "DSRNEKGAPhdg":
            return False
        nominal = nominal or tags[probe] in "NER"
    return False


def _breaks_after_comma(analysis: Analysis, comma: int, ceiling: int) -> bool:
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    at = comma + 1
    if at >= ceiling:
        return True
    if lowers[at] in _CONTRAST or (lowers[at] == "even" and at + 1 < ceiling and lowers[at + 1] == "as"):
        return True
    if lowers[at] in {"and", "or"} and at + 1 < ceiling:
        return _is_cue_predicate(analysis, at + 1, ceiling) or _subject_and_cue(analysis, at + 1, ceiling)
    participle = at
    while participle < ceiling and tags[participle] == "A":
        participle += 1
    if participle < ceiling and tags[participle] == "g" and lowers[participle] in index.verb_cues:
        return True
    if lowers[at] == "according":
        return True
    return _subject_and_cue(analysis, at, ceiling, to_end=True)


def _is_cue_predicate(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a finite cue verb stands here, adverbs before it allowed."""
    tags = analysis.tags
    while at < ceiling and tags[at] in "AX":
        at += 1
    if at < ceiling and tags[at] in "BV" and at + 1 < ceiling and tags[at + 1] in "dg":
        at += 1
    return at < ceiling and tags[at] in "vd" and analysis.tokens.lowers[at] in analysis.index.verb_cues


def _subject_and_cue(analysis: Analysis, at: int, ceiling: int, *, to_end: bool = False) -> bool:
    """Whether a short subject and a cue verb stand here, in either order: ", the envoy said" or ", said the envoy"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    limit = min(ceiling, at + 12)
    probe = at
    while probe < limit and tags[probe] in "DSNEKGRPh":
        probe += 1
    if probe >= limit or probe == at:
        return bool(probe == at and tags[at] == "v" and _is_cue_predicate(analysis, at, ceiling))
    while probe < limit and tags[probe] in "AVB":
        probe += 1
    if probe >= limit or tags[probe] not in "vd" or lowers[probe] not in analysis.index.verb_cues:
        return False
    return (
        not to_end
        or probe + 1 >= ceiling
        or tags[probe + 1] in ",.;Pq"
        or (tags[probe + 1] in "NE" and probe + 3 >= ceiling)
    )
