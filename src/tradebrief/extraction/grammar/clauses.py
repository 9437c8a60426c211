"""Where clauses begin and end, over tags, by bounded walks: what a cue governs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from tradebrief.extraction.grammar.tenses import is_present_in_past, is_present_of_one
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import BlockKind

__all__ = [
    "CLAUSE_REACH",
    "Ranges",
    "before_verb",
    "clause_end",
    "main_clause_follows",
    "opens_attribution",
    "sums_up",
    "to_clause_end",
    "trim_end",
    "withholds",
]

CLAUSE_REACH = 240
Ranges = tuple[tuple[int, int], ...]

_REACH = 40
# Over tags: a subject, its relative clause or whom it is not, and a verb; a clause beside the next of two subjects.
_SUBJECT_PARTED = re.compile("[DSRNEKAGPhCgd]++,[WX][^,.;:q]{1,24}+,[AX]*+([MBVOv])")
_PARTING = re.compile(",[WX]")
_VERB = re.compile("[vMBVO]")
_PARTICIPLE_OF_OWN = re.compile("[DSNEKAdghG]{1,8}[BV]")
_NEXT_SUBJECT = re.compile(",C[DSNEKGhA]++,W")
_OPENERS = {"”": "“", "»": "«"}
_ASIDES = frozenset({"who", "whom", "which", "as"})
_MAIN_REACH = 18
_LONGEST_SPEAKER = 9
_NEAR_CUE = 4
_LONGEST_ASIDE = 8
_LONGEST_OPENING = 10
_LONGEST_NAME = 6
_SHELL_REACH = 4
_BETWEEN_REACH = 4
_HEADLINES = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.KEY_POINT)
_JOINS_THAT = frozenset({"but", "and"})
_BEFORE_AS = frozenset({"such", "well", "far", "soon", "long", "much", "many", "same"})
_PROVISOS = frozenset({"provided", "providing"})
_PERSONAL = frozenset({"he", "she"})
_PRESENT_PARTICIPLES = frozenset({"being", "having"})
_CONTRAST = frozenset({"but", "yet", "while", "whereas", "although", "though", "nor"})


def trim_end(analysis: Analysis, first: int, end: int) -> int:
    """The end of a range without marks at its end; a bracket or quotation that it opens keeps its close."""
    tags, words, whole = analysis.tags, analysis.tokens.words, end
    while end > first and tags[end - 1] in ",.;:-qUCh(":
        if tags[end - 1] in "UC" and _closes_quotation(analysis, end - 1, whole):
            break  # "We will sign when it is good for us, not before"
        if tags[end - 1] == "." and analysis.tokens.words[end - 1] == "…":
            break
        if tags[end - 1] == "q" and _is_opened(words[first : end - 1], words[end - 1]):
            break
        end -= 1
    return end


def _is_opened(words: list[str], closing: str) -> bool:
    """Whether what a mark closes is opened by one of some words; an apostrophe closes a curly mark as well."""
    opening = words.count(_OPENERS.get(closing, closing))
    return bool(opening % 2 if closing not in _OPENERS else opening) or (closing == "'" and "‘" in words)


def _closes_quotation(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a token is the last word of a quotation that closes at the end of a range."""
    number = analysis.quoted[at]
    return number >= 0 and analysis.quotations[number].close == end


def before_verb(analysis: Analysis, first: int, end: int, *, clause: bool) -> tuple[int, int]:
    """A range up to the verb whose subject it belongs to; verbs of its own and of relative clauses are passed over.

    Args:
        analysis: The article's.
        first: The first token of the range.
        end: The token after it.
        clause: Whether the range is a clause, with a verb of its own.
    """
    own, tags, at = clause, analysis.tags, first
    while at < end:
        tag = tags[at]
        if tag == ":" and not clause and at > first:
            return first, trim_end(analysis, first, at)
        if tag in "WHU" or (tag == "C" and clause):
            own = True
        elif tag == ",":
            if _NEXT_SUBJECT.match(analysis.tagged, at, end):
                return first, at  # "Lund, who said it was late, and Ruiz, who called it slow, agreed"
            after = at + 1
            while after < end and tags[after] in "AX":
                after += 1
            if after < end and tags[after] in "vMBVO" and not (clause and own):
                return first, trim_end(analysis, first, at)
        elif clause and own and tag == "N" and at > first and _is_base_form(analysis, at, end):
            own = False  # "insistence that Lima open its market angered Oslo"
        elif tag in "vMBVO" and at > first and tags[at - 1] != "T":
            if not own:
                return first, trim_end(analysis, first, at)
            own = False
            while at + 1 < end and tags[at + 1] in "MBVOXAdgiv" and tags[at] in "MBVOXA":
                at += 1
        at += 1
    return first, end


def _is_base_form(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a base form that is a noun or adjective as well stands between a subject and an object's opener."""
    opens = at + 1 < end and analysis.tags[at + 1] in "DS"
    return opens and analysis.tags[at - 1] in "NER" and "b" in analysis.index.verbs.get(analysis.tokens.lowers[at], "")


def clause_end(analysis: Analysis, first: int, ceiling: int, *, clausal: bool = False, nominal: bool = False) -> int:
    """Where a reported clause or object that begins at a token ends.

    It runs to the end of its sentence, but not over a contrast (", but"), a second predicate of the same
    speaker ("... and urged"), a participle that attributes (", adding"), another attribution, or a semicolon.
    An object or infinitive (not ``clausal``) does not run over "and" into a clause with a subject of its own.
    """
    if first >= ceiling:
        return first
    quoted, brinks, parted = analysis.quoted, analysis.brinks, analysis.parted
    inside, highest = quoted[first], min(ceiling, first + CLAUSE_REACH)
    within = parted.get(first)  # What stands in an insertion ends with it.
    highest = highest if within is None or within[1] == first else min(highest, within[1])
    end = min(highest, analysis.quotations[inside].close) if inside >= 0 else highest
    begin = bisect_right(brinks, first)
    between = brinks[begin : bisect_left(brinks, end, begin)]
    if not between:
        return trim_end(analysis, first, end)
    opened = _is_in_opening_clause(analysis, first)
    present = clausal and is_present_in_past(analysis, first, highest)
    resumed = _verb_after_aside(analysis, first, highest) if clausal else first
    for at in between:
        if at < resumed or (at in parted and parted[at] != within):
            continue  # "would, according to Lund, | sign"
        if present and analysis.tags[at] == "C" and is_present_of_one(analysis, at + 1, highest):
            continue  # "said the group is fair and supports mills"
        # What is quoted within it belongs to it as a whole.
        if quoted[at] == inside and (
            nominal and main_clause_follows(analysis, at + 1, highest)
            if _opens_time(analysis, at)
            else _ends_before(analysis, at, highest, opened=opened, clausal=clausal)
            or (_same_speech_follows if clausal else _that_follows)(analysis, first, at, highest)
        ):
            return trim_end(analysis, first, at)
        if nominal and analysis.tags[at] == "," and quoted[at] == inside and _participle_follows(analysis, at, highest):
            return trim_end(analysis, first, at)
        if quoted[at] != inside and (
            _is_named_after(analysis, at, end, highest)
            or _is_left_after(analysis, at, end)
            or (opened and _main_clause_after_title(analysis, at, highest))
        ):
            return trim_end(analysis, first, at + 2)
    return trim_end(analysis, first, end)


def to_clause_end(
    analysis: Analysis, first: int, ceiling: int, *, clausal: bool = False, nominal: bool = False
) -> Ranges | None:
    """The one range from a token to where its clause or object ends (see ``clause_end``); None where it is empty."""
    end = clause_end(analysis, first, ceiling, clausal=clausal, nominal=nominal)
    end -= nominal and end > first + 1 and analysis.tags[end - 1] == "W"  # "resent the fee | when, they say,"
    return ((first, end),) if end > first else None


def _verb_after_aside(analysis: Analysis, first: int, ceiling: int) -> int:
    """The verb of a clause that an insertion parts from its subject: "the cap, which Lima opposes, | will end".

    The first token if there is none.
    """
    if _PARTING.search(analysis.tagged, first, ceiling) is None:
        return first  # As most.
    found = _SUBJECT_PARTED.match(analysis.tagged, first, ceiling)
    if found is None or (found[1] == "v" and analysis.tokens.lowers[found.start(1)] in analysis.index.clausal):
        return first
    return found.start(1)


def _same_speech_follows(analysis: Analysis, first: int, joint: int, ceiling: int) -> bool:
    """Whether "and" joins what somebody else says with the verb before a content: "Oslo said X and Lima said Y"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, joint + 1
    if lowers[joint] != "and":
        return False
    while at < min(ceiling, joint + _LONGEST_SPEAKER) and tags[at] in "DNEKGPAh":
        at += 1
    speaks = joint + 1 < at < ceiling and tags[at] in "vN" and lowers[at] in analysis.index.clausal
    return speaks and lowers[at] in lowers[max(0, first - _NEAR_CUE) : first]


def _that_follows(analysis: Analysis, first: int, joint: int, ceiling: int) -> bool:
    """Whether "and" joins a that-clause with the one around an object: "said Lima wants a cap and that it is"."""
    tags = analysis.tags
    if tags[joint + 1 : joint + 2] != ["H"] or analysis.tagged.find("H", first, joint) >= 0:
        return False
    return main_clause_follows(analysis, joint + 2, ceiling)


def _opens_time(analysis: Analysis, at: int) -> bool:
    """Whether a token may open a clause that says when, which is no part of an object: "after", in headlines "as"."""
    lowers = analysis.tokens.lowers
    if lowers[at] == "as":
        block = analysis.article.blocks[analysis.sentences[analysis.sentence_at[at]].block]
        return block.kind in _HEADLINES and lowers[at - 1] not in _BEFORE_AS
    return analysis.tags[at] == "U" and lowers[at] not in _CONTRAST


def _participle_follows(analysis: Analysis, comma: int, ceiling: int) -> bool:
    at = comma + 1
    while at < ceiling and analysis.tags[at] in "AX":
        at += 1
    if at >= ceiling or analysis.tags[comma - 1] == "g":
        return False
    if analysis.tags[at] == "g" or analysis.tokens.lowers[at] in _PRESENT_PARTICIPLES:
        return True
    return _PARTICIPLE_OF_OWN.match(analysis.tagged, at, ceiling) is not None and _is_absolute(analysis, at, ceiling)


def _is_absolute(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a phrase with a participle of its own stands here: "the ban being fresh", "stocks having run out"."""
    while at < ceiling and analysis.tags[at] not in "BV":
        at += 1
    return at < ceiling and analysis.tokens.lowers[at] in _PRESENT_PARTICIPLES


def _main_clause_after_title(analysis: Analysis, comma: int, ceiling: int) -> bool:
    """Whether a comma and a mark close a title before the main clause: "Asked about “The Mill,” Lund said"."""
    return analysis.tags[comma + 1 : comma + 2] == ["q"] and main_clause_follows(analysis, comma + 2, ceiling)


def _is_named_after(analysis: Analysis, comma: int, end: int, ceiling: int) -> bool:
    """Whether a comma and a mark close a quotation before an attribution: "... “slow,” the source recalled"."""
    tags, after = analysis.tags, comma + 2
    return (
        after < end
        and tags[comma + 1] == "q"
        and tags[after] != "P"
        and _subject_and_cue(analysis, after, ceiling, to_end=True)
    )


def _is_left_after(analysis: Analysis, comma: int, end: int) -> bool:
    """Whether a comma and a mark close a quotation before a participle that attributes: "“slow,” saying that"."""
    tags, after = analysis.tags, comma + 2
    closes = after < end and tags[comma] == "," and tags[comma + 1] == "q" and tags[after] == "g"
    return closes and analysis.tokens.lowers[after] in analysis.index.verb_cues


def _ends_before(analysis: Analysis, at: int, ceiling: int, *, opened: bool, clausal: bool) -> bool:
    """Whether a reported clause or object ends before a token, one of ``Analysis.brinks`` (see ``clause_end``)."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    found = tags[at]
    if found == ",":
        if at + 2 < ceiling and lowers[at + 1] in _JOINS_THAT and tags[at + 2] == "H":
            return not clausal  # "said that it was late, but that it would come"
        if _breaks_after_comma(analysis, at, ceiling):
            return True
        joined = at + 1 < ceiling and lowers[at + 1] == "and"
        fresh = opened or (joined and not clausal)
        if joined and not clausal and _apposed_subject_follows(analysis, at + 2, ceiling):
            return True
        return fresh and main_clause_follows(analysis, at + 1 + joined, ceiling)
    if found == "C":
        if clausal and lowers[at] in _CONTRAST and _other_speaks(analysis, at + 1, ceiling):
            return True
        pair = lowers[at] == "and" and "between" in lowers[max(0, at - _BETWEEN_REACH) : at]
        if pair and not _is_finite(analysis, at + 1, ceiling):
            return False  # "how talks between Lima and Oslo will end"
        if lowers[at] == "but" and withholds(analysis, at + 1, ceiling):
            return True
        return _is_cue_predicate(analysis, at + 1, ceiling) or (
            not clausal
            and (
                _is_finite(analysis, at + 1, ceiling)
                or main_clause_follows(analysis, at + 1, ceiling)
                or _other_insists(analysis, at + 1, ceiling)
            )
        )
    return lowers[at] != "as" and not (found == "U" and _goes_on_after(analysis, at, ceiling))


def _other_insists(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a name and the -ing form of a cue stand here: "with Lima wanting a quota and | Oslo insisting on"."""
    tags, name = analysis.tags, at
    while at < ceiling and tags[at] == "E":
        at += 1
    return name < at < ceiling and tags[at] == "g" and analysis.tokens.lowers[at] in analysis.index.verb_cues


def withholds(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a predicate stands here by which somebody does not speak: "would not say", "did not elaborate"."""
    tags, withheld = analysis.tags, analysis.index.sets["grammar.withheld"]
    if at + 1 >= ceiling or tags[at] not in "MO":
        return False
    verb = at + 1 + (tags[at + 1] == "X")
    negated = verb > at + 1 or analysis.tokens.lowers[at].endswith("n't")
    return negated and verb < ceiling and analysis.tokens.lowers[verb] in withheld


def _is_finite(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a finite verb stands here, adverbs before it allowed: a second predicate of the subject's."""
    tags = analysis.tags
    if at < ceiling and tags[at] == ",":  # "wants a cap and, for once, is ready to pay"
        closing = analysis.tagged.find(",", at + 2, min(ceiling, at + _LONGEST_ASIDE))
        at = closing + 1 if closing > 0 and not _VERB.search(analysis.tagged, at, closing) else at
    while at < ceiling and tags[at] in "AX":
        at += 1
    return at < ceiling and tags[at] in "vMBVO"


def _is_in_opening_clause(analysis: Analysis, first: int) -> bool:
    """Whether a token stands in a clause or phrase that comes before the main one ("While ...,", "By ...ing ...,")."""
    floor, _ = analysis.bounds[analysis.sentence_of(first)]
    while floor < first and analysis.tags[floor] in "CAq":
        floor += 1
    if _is_in_reported_opening(analysis, first, floor):
        return True
    opener = analysis.tags[floor]
    word = analysis.tokens.lowers[floor]
    if word in {"when", "having"} or (opener in "MVB" and floor in analysis.condition_openers):
        opener = "U"  # "Having said that it was fair, Oslo"
    if opener not in "UPgd" or first - floor > _REACH:
        return False
    return not any(
        analysis.tags[at] == "," and main_clause_follows(analysis, at + 1, first) for at in range(floor, first)
    )


def _is_in_reported_opening(analysis: Analysis, first: int, floor: int) -> bool:
    """Whether a token stands in a clause that opens a reported one: "said that, while it liked | the cap, it"."""
    tags, lowest = analysis.tags, max(floor, first - _LONGEST_OPENING)
    if analysis.tagged.find("U", lowest, first) < 0:
        return False  # As most.
    at = first - 1
    while at > lowest and tags[at] not in "U,;:qWH":
        at -= 1
    before = at - 1 - (tags[at - 1] == ",")
    return at > floor + 1 and tags[at] == "U" and (tags[before] == "H" or tags[at - 1] == "v")


def main_clause_follows(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a noun phrase, with a relative clause or without, and a finite verb follow."""
    tags = analysis.tags
    nominal = relative = False
    for probe in range(at, min(ceiling, at + _MAIN_REACH)):
        if tags[probe] in "vMBVO":
            if not relative:
                return nominal and not _opens_condition(analysis, probe, ceiling)
            relative = tags[probe + 1 : probe + 2] != [] and tags[probe + 1] in "vMBVOXAdgi"
            if relative and tags[probe] in "BV" and tags[probe + 1] == "d" and tags[probe + 2 : probe + 3] != ["d"]:
                relative = False  # "which are sold | rose"
        elif tags[probe] in "WH" and nominal:
            relative = True
        elif tags[probe] not in "DSRNEKGAPhdgi" and not (
            nominal and tags[probe] == "C" and tags[probe + 1 : probe + 2] in (["D"], ["S"], ["E"], ["N"])
        ):
            return False
        nominal = nominal or tags[probe] in "NER"
    return False


def _opens_condition(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a verb form opens a clause with a subject instead: "provided Oslo agrees"."""
    return analysis.tokens.lowers[at] in _PROVISOS and main_clause_follows(analysis, at + 1, ceiling)


def _apposed_subject_follows(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a phrase, a name between commas and a finite verb follow: "his deputy, Aylin Demir, has"."""
    tags = analysis.tags
    comma = at
    while comma < min(ceiling - 1, at + _LONGEST_NAME) and tags[comma] in "DSNEK":
        comma += 1
    if comma >= ceiling:
        return False
    closing = comma + 1
    while closing < min(ceiling - 1, comma + _LONGEST_NAME) and tags[closing] in "Eh":
        closing += 1
    return (
        tags[comma] == ","
        and at < comma < closing - 1
        and closing + 1 < ceiling
        and tags[closing] == ","
        and tags[closing + 1] in "vMBVO"
    )


def _breaks_after_comma(analysis: Analysis, comma: int, ceiling: int) -> bool:
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    at = comma + 1
    if at >= ceiling:
        return True
    if lowers[at] in _CONTRAST and _goes_on_after(analysis, at, ceiling):
        return False
    if lowers[at] in _CONTRAST or (lowers[at] == "even" and at + 1 < ceiling and lowers[at + 1] == "as"):
        return True
    if lowers[at] in {"and", "or"} and at + 1 < ceiling:
        return opens_attribution(analysis, at + 1, ceiling)
    if lowers[at] == "then":  # "thanked the envoy for listening, then said"
        return _is_cue_predicate(analysis, at + 1, ceiling)
    if tags[at] == "D" and sums_up(analysis, at, ceiling):
        return True
    participle = at
    while participle < ceiling and tags[participle] == "A":
        participle += 1
    if participle < ceiling and tags[participle] == "g" and lowers[participle] in index.verb_cues:
        return True
    if lowers[at] == "according":
        return True
    if lowers[at] in _ASIDES:  # ", which she said was unfair", ", as she said"
        return tags[at + 1 : at + 2] != ["v"] and _subject_and_cue(analysis, at + 1, ceiling)
    return _subject_and_cue(analysis, at, ceiling, to_end=True)


def _goes_on_after(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a clause goes on after a contrast: "the cap, while late, was fair"; "it was late, but would come"."""
    tags, verb = analysis.tags, at + 1
    if tags[at] == "U":
        comma = analysis.tagged.find(",", at + 2, min(ceiling, at + _LONGEST_ASIDE))
        plain = comma > 0 and all(tag in "AdgNDPEK" for tag in tags[at + 1 : comma])
        return plain and comma + 1 < ceiling and tags[comma + 1] in "vMBVO"
    if verb >= ceiling or tags[verb] not in "MBV":
        return False
    while verb < ceiling and tags[verb] in "MBVXA":
        verb += 1
    return verb < ceiling and analysis.tokens.lowers[verb] not in analysis.index.verb_cues


def sums_up(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a noun that sums up the clause before it stands here, to be denied: "a claim that Oslo denies"."""
    tags, lowers, shells = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.shells"]
    for noun in range(at + 1, min(ceiling - 2, at + _SHELL_REACH)):
        if lowers[noun] in shells:
            relative = tags[noun + 1] in "HW"
            return (relative or tags[noun + 1] in "DSER") and _has_gap(analysis, noun + 1 + relative, ceiling)
        if tags[noun] not in "ANd":
            return False
    return False


def _has_gap(analysis: Analysis, first: int, ceiling: int) -> bool:
    """Whether a clause ends with its verb, so that its object stands before it."""
    tags = analysis.tags
    verbs = (at for at in range(first, min(ceiling, first + _MAIN_REACH)) if tags[at] in "vidg")
    verb = next((at for at in verbs if at + 1 >= ceiling or tags[at + 1] != "T"), None)  # "is said to be weighing"
    return verb is not None and (verb + 1 >= ceiling or tags[verb + 1] in ",.;-APUW")


def opens_attribution(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a cue verb begins at a token, with a short subject or without one."""
    return _is_cue_predicate(analysis, at, ceiling) or _subject_and_cue(analysis, at, ceiling)


def _is_cue_predicate(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a finite cue verb stands here, adverbs before it allowed."""
    tags = analysis.tags
    while at < ceiling and tags[at] in "AX":
        at += 1
    group = at < ceiling and tags[at] in "BV" and at + 1 < ceiling and tags[at + 1] in "dg"
    at += group
    progressive = group and tags[at - 2] == "C" and tags[at - 3 : at - 2] == [","]  # ", and are petitioning"
    return (
        at < ceiling
        and tags[at] in ("vdg" if progressive else "vd")
        and analysis.tokens.lowers[at] in analysis.index.verb_cues
    )


def _subject_and_cue(analysis: Analysis, at: int, ceiling: int, *, to_end: bool = False) -> bool:
    """Whether a short subject and a cue verb stand here, in either order: ", the envoy said" or ", said the envoy"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    limit = min(ceiling, at + 12)
    probe = at
    while probe < limit and tags[probe] in "DSNEKGRPh":
        probe += 1
    if probe >= limit or probe == at:
        return bool(probe == at < ceiling and tags[at] == "v" and _is_cue_predicate(analysis, at, ceiling))
    between = "AVBMX" if probe == at + 1 and lowers[at] in _PERSONAL else "AVB"  # "and she would not be drawn"
    while probe < limit and tags[probe] in between:
        probe += 1
    if probe >= limit or tags[probe] not in "vdi" or lowers[probe] not in analysis.index.verb_cues:
        return False
    return (
        not to_end
        or probe + 1 >= ceiling
        or tags[probe + 1] in ",.;Pq"
        or (tags[probe + 1] in "NE" and probe + 3 >= ceiling)
    )


def _other_speaks(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a name and a finite verb of saying stand here: "but Lima says it lives"."""
    tags, name = analysis.tags, at
    while at < min(ceiling, name + _LONGEST_NAME) and tags[at] in "DNEGh":
        at += 1
    return (
        name < at < ceiling
        and "E" in tags[name:at]
        and tags[at] == "v"
        and analysis.tokens.lowers[at] in analysis.index.clausal
    )
