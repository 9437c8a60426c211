"""Noun phrases, verb groups and clause ends, over tags, each found by a bounded walk from one token."""

from __future__ import annotations

from attrs import frozen

from tradebrief.extract.analysis import Analysis

__all__ = ["VerbGroup", "clause_end", "noun_phrase_after", "noun_phrase_before", "trim_end", "verb_group"]

_REACH = 40
_CLAUSE_REACH = 400
_CONTRAST = frozenset({"but", "yet", "while", "whereas", "although", "though", "nor"})
_ATTACHING = frozenset("PT")
_QUANTIFIERS = frozenset(
    {"many", "few", "some", "most", "several", "all", "none", "both", "each", "someone", "nobody", "everyone", "those"},
)


@frozen(kw_only=True)
class VerbGroup:
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
    at, first = verb - 1, verb
    negated = be = have = infinitive = False
    modal = ""
    finite = tags[verb] == "v"
    while at >= floor and tags[at] in "AXMBVOT":
        if tags[at] == "T":
            infinitive, first = True, at
            at -= 1
            break
        if tags[at] == "M" and modal:
            break
        negated |= tags[at] == "X" or lowers[at].endswith("n't") or lowers[at] in {"hardly", "scarcely"}
        clitic = tags[at] == "B" and lowers[at] == "'s" and tags[verb] == "d"  # "he's said"
        be |= tags[at] == "B" and not clitic
        have |= tags[at] == "V" or clitic
        if tags[at] == "M":
            modal = lowers[at]
        if tags[at] in "MBVO":
            first, finite = at, True
        at -= 1
    if tags[verb] == "i" and not modal and not finite:
        infinitive = True  # The second of two: "to push for lower tariffs and emphasize".
    return VerbGroup(
        first=first,
        verb=verb,
        subject_end=at + 1,
        negated=negated,
        passive=be and tags[verb] == "d",
        modal=modal,
        infinitive=infinitive,
        finite=finite and not infinitive,
        gerund=tags[verb] == "g" and not be,
    )


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
            if opens not in "C":
                return None
    return None


def _phrase_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at = end - 1
    if tags[at] == "R":
        return (at, end) if lowers[at] not in {"there", "himself", "herself", "itself", "themselves"} else None
    if tags[at] == "D" and (lowers[at] in _QUANTIFIERS or lowers[at] in {"neither", "this", "that"}):
        return at, end
    if tags[at] not in "NEK)":
        return None
    lowest = max(floor, end - _REACH)
    coordination: int | None = None  # Where the part after "and" begins, until it is sure that it is one phrase.
    stopped_at_verb = False
    while at >= lowest:
        found = tags[at]
        before = tags[at - 1] if at > floor else "."
        if found in "NEKGh":
            pass
        elif found in "DS":
            if before in "PD" or (before == "C" and at - 2 >= lowest and tags[at - 2] in "NEK") or (before == "T"):
                pass
            elif before in "d" and at - 2 >= lowest and tags[at - 2] in "NE":
                pass
            else:
                at -= 1
                break
        elif found == "P" and before in "DR" and lowers[at - 1] in _QUANTIFIERS and tags[at + 1] not in "iv":
            at -= 1
        elif found in _ATTACHING and before in "NEK)" and at + 1 < end and tags[at + 1] not in "iv":
            pass
        elif found == "d" and (before in "DSNEKGAPT" or tags[at + 1] in "PT"):
            if before in "NEK" and tags[at + 1] not in "PTNEA":
                break
        elif found == "g" and before in "DSPNEKA,":
            if before in "," or (before in "NE" and tags[at + 1] in "DSP"):
                at -= 0
                if before == ",":
                    break
        elif found == "A" and before in "DSCNE" and at + 1 < end and tags[at + 1] in "NdgEK":
            pass
        elif found == "C" and before in "NEK)" and lowers[at] in {"and", "or"}:
            coordination = at + 1 if coordination is None else coordination
        elif found == "," and coordination is not None and before in "NEK" and tags[at + 1] in "NEDSK":
            pass
        elif found == ")":
            opening = next((o for o in range(at, max(lowest, at - 12) - 1, -1) if tags[o] == "("), None)
            if opening is None:
                break
            at = opening
        else:
            stopped_at_verb = found in "vMBVOi"
            break
        at -= 1
    first = at + 1
    if coordination is not None and (stopped_at_verb or (at >= floor and tags[at] in "PT")):
        first = coordination
    while first < end and tags[first] in "APTC,Gh":
        first += 1
    return (first, end) if first < end else None


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
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if first >= ceiling:
        return None
    if tags[first] == "R":
        return first + 1
    at = first
    highest = min(ceiling, first + _REACH)
    nominal = False
    while at < highest:
        found = tags[at]
        if found in "NEKGh":
            nominal = nominal or found != "G"
        elif found in "DSA" and (not nominal or tags[at - 1] in "PTC"):
            pass
        elif found in "dg" and (not nominal or tags[at - 1] in "PTCDS" or (at + 1 < highest and tags[at + 1] in "PT")):
            pass
        elif (
            nominal
            and found == "P"
            and at + 1 < highest
            and tags[at + 1] in "NEKDSdg"
            and lowers[at] not in {"as", "than"}
        ):
            pass
        elif nominal and found == "T" and at + 1 < highest and tags[at + 1] in "NEDS":
            pass
        elif nominal and found == "C" and at + 1 < highest and tags[at + 1] in "NEDS" and lowers[at] in {"and", "or"}:
            pass
        else:
            break
        at += 1
    while at > first and tags[at - 1] in "PTCDSAh":
        at -= 1
    return at if nominal and at > first else None


def _closing_comma(analysis: Analysis, comma: int, ceiling: int) -> int | None:
    """Where an apposition or relative clause that a comma opens ends: at the next comma or the end."""
    tags = analysis.tags
    if tags[comma + 1] not in "WDSNE" or analysis.tokens.lowers[comma + 1] in {"adding", "saying"}:
        return None
    relative = tags[comma + 1] == "W"
    for at in range(comma + 1, min(ceiling, comma + _REACH)):
        if tags[at] in ",.;:q":
            return at
        if not relative and tags[at] in "vMBVO" and (analysis.tokens.lowers[comma + 1] not in {"a", "an"} or tags[at] != "v"):
            return None
    return ceiling if ceiling <= comma + _REACH else None


def trim_end(analysis: Analysis, first: int, end: int) -> int:
    """The end of a range without marks at its end; a bracket or quotation that it opens keeps its close."""
    tags, words = analysis.tags, analysis.tokens.words
    while end > first and tags[end - 1] in ",.;:-qUCh(":
        if tags[end - 1] == "." and analysis.tokens.words[end - 1] in "…":
            break
        if tags[end - 1] == "q":
            opener = {"”": "“", "’": "‘", "»": "«"}.get(words[end - 1], words[end - 1])
            inside = sum(words[at] == opener for at in range(first, end - 1))
            if inside % 2 if opener == words[end - 1] else inside:
                break
        end -= 1
    return end


def clause_end(analysis: Analysis, first: int, ceiling: int, *, quotation: bool = False) -> int:
    """Where a reported clause or object that begins at a token ends.

    It runs to the end of its sentence, but not over a contrast (", but"), a second predicate of the same
    speaker ("... and urged"), a participle that attributes (", adding"), another attribution, or a semicolon.
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    inside = analysis.quoted[first] if first < len(tags) else -1
    opened = _is_in_opening_clause(analysis, first) if first < len(tags) else False
    at = first
    highest = min(ceiling, first + _CLAUSE_REACH)
    while at < highest:
        if not quotation and analysis.quoted[at] != inside:
            if analysis.quoted[at] < 0:
                break  # The quotation that the clause began in is over.
            at = min(analysis.quotations[analysis.quoted[at]].close, highest)
            continue
        found = tags[at]
        if found == ";":
            break
        if found == "," and at > first:
            if _breaks_after_comma(analysis, at, highest) or (
                opened and _main_clause_follows(analysis, at + 1, highest)
            ):
                break
        if (
            found == "C"
            and at > first
            and at + 1 < highest
            and lowers[at] in {"and", "but"}
            and _is_cue_predicate(analysis, at + 1, highest)
        ):
            break
        if lowers[at] == "according" and at > first and at + 1 < highest and lowers[at + 1] == "to":
            break
        if found == "U" and lowers[at] in {"while", "whereas", "although", "though"} and at > first + 3:
            break
        at += 1
    return trim_end(analysis, first, at)


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
    if tags[at] == "g" and lowers[at] in index.verb_cues:
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
        if probe == at and tags[at] == "v" and _is_cue_predicate(analysis, at, ceiling):
            return True
        return False
    while probe < limit and tags[probe] in "AVB":
        probe += 1
    if probe >= limit or tags[probe] not in "vd" or lowers[probe] not in analysis.index.verb_cues:
        return False
    return (
        not to_end
        or probe + 1 >= ceiling
        or tags[probe + 1] in ",.;Pq"
        or tags[probe + 1] in "NE"
        and probe + 3 >= ceiling
    )
