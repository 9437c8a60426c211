"""The plain noun phrase that ends before a token, walked from its end: without appositions, with a relative clause."""

from __future__ import annotations

from collections.abc import Callable

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["phrase_before", "plain_before"]

_REACH = 40
_RELATIVES = frozenset({"who", "which", "that"})
_RELATIVE_REACH = 16
_IN_RELATIVE = "dgiXATPNEDSKGh"  # Tags of a relative clause, its pronoun and verbs left out.
_OF_RELATIVE = _IN_RELATIVE + "WHvMBVO"
_LONGEST_BRACKET = 12
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_NO_SUBJECTS = frozenset({"himself", "herself", "itself", "themselves", "there"})
_FLOATING = frozenset({"all", "both", "each"})
_TOGETHER = frozenset({"along", "together"})


def phrase_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, relative clauses included, appositions left out."""
    last = analysis.tags[end - 1]
    if last == "d" and end - 2 > floor and analysis.tags[end - 2] in "NE":
        head = plain_before(analysis, end - 1, floor)  # "the growers polled"
        return (head[0], end) if head else None
    if last in "vdiA":
        return _with_relative(analysis, end, end, floor)
    found = plain_before(analysis, end, floor)
    if found is None or found[0] <= floor + 1 or analysis.tags[found[0] - 1] not in _OF_RELATIVE:
        return found
    return _with_relative(analysis, found[0], end, floor) or found


def _with_relative(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase whose relative clause ends with what stands between two tokens: "lawyers who read | the text"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    verbs, at, lowest = 0, first - 1, max(floor, first - _RELATIVE_REACH)
    while at > lowest:
        found = tags[at]
        if found in "WH" and lowers[at] in _RELATIVES:
            break
        if found in "vMBVO" and tags[at - 1] != "T":
            verbs += tags[at + 1] not in "vMBVOdgiXA" or at + 1 >= first
            if found == "v" and {"that", "bare"} & _frames_at(analysis, at) and not _plans(analysis, at, first):
                return None  # "who said | the duty": what follows is its content.
        elif found not in _OF_RELATIVE:
            return None
        at -= 1
    else:
        return None
    after = at + 1
    while after < first and tags[after] in "AX":
        after += 1
    if verbs > 1 or after >= first or tags[after] not in "vMBVO":
        return None
    head = plain_before(analysis, at, floor)
    if tags[end - 1] == "i" and tags[end] == "A" and lowers[end].endswith("ly"):
        end += 1  # "who was not authorized to speak publicly | said"
    return (head[0], end) if head else None


def _plans(analysis: Analysis, verb: int, first: int) -> bool:
    """Whether an infinitive, and no clause, follows a verb: "who asked not to be named"."""
    after = verb + 1
    while after < first and analysis.tags[after] in "AX":
        after += 1
    return after < first and analysis.tags[after] == "T"


def _frames_at(analysis: Analysis, at: int) -> set[str]:
    """The frames of the cues that a verb may be by itself."""
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[at], ())
    return {frame for form in forms if not form.tail for frame in form.cue.frames}


def plain_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, relative clauses and appositions left out.

    It is walked from its end: nouns and names join on; each other tag says how many tokens do (none: the phrase has
    begun), and whether it goes on before them.
    """
    if end <= floor:
        return None
    tags = analysis.tags
    if tags[end - 1] not in "NEK)G":
        return _without_noun(analysis, end, floor) if tags[end - 1] in "RD" else None
    at, lowest = end - 1, max(floor, end - _REACH)
    listed: int | None = None  # Where the part after the first comma of a list begins.
    coordinated: int | None = None  # Where the part after "and" begins, until it is sure that it is one phrase.
    while at >= lowest:
        found = tags[at]
        if found in "NEKGh":
            at -= 1
            continue
        join = _LEFTWARD.get(found) if found != "," or coordinated else None
        taken = join(analysis, at, lowest) if join else 0
        if taken == 0:
            break
        if found == "C":
            coordinated = coordinated or at + 1
        elif found == ",":
            listed = at + 1
        at -= abs(taken)
        if taken < 0:
            break
    first = at + 1
    if listed is not None and at == floor and tags[at] in "PT":
        first = listed  # "In May, Norway, Chile and Peru": the first comma is none of the list.
    elif coordinated is not None and at >= floor and tags[at] in "vMBVOiPT":
        first = coordinated  # A verb before it: "A said X and B" are two clauses, not one phrase.
    first = _trimmed(analysis, first, end, floor)
    return (first, end) if first < end else None


def _without_noun(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The phrase that ends in a pronoun or determiner: "she", "one of them", "many", "the growers all"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if tags[end - 1] == "R":
        if end - 3 >= floor and lowers[end - 2] == "of" and lowers[end - 3] in analysis.index.sets["groups.portions"]:
            return end - 3, end
        return None if lowers[end - 1] in _NO_SUBJECTS else (end - 1, end)
    if lowers[end - 1] not in analysis.index.sets["grammar.lone_subjects"]:
        return None
    floats = lowers[end - 1] in _FLOATING and end - 2 >= floor and tags[end - 2] in "NE"
    head = plain_before(analysis, end - 1, floor) if floats else None
    return (head[0], end) if head else (end - 1, end)


def _trimmed(analysis: Analysis, first: int, end: int, floor: int) -> int:
    """Where a phrase begins without what opens none, and with a pronoun that "and" joins to it: "he and the envoy"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    while first < end and tags[first] in "APTC,Gh":
        first += 1
    if tags[first - 1] == "P" and first + 1 < end and lowers[first] in analysis.index.sets["grammar.time"]:
        dated = first + 1 + (tags[first + 1] == "K")
        first = dated if dated < end and tags[dated] == "E" else first  # "on Tuesday | Oslo said"
    joined = first - 2 >= floor and lowers[first - 1] == "and" and lowers[first - 2] in _SUBJECTS
    return first - 2 * joined


def _left_determiner(analysis: Analysis, at: int, lowest: int) -> int:
    """A determiner opens the phrase, unless a preposition, "and" or a participle ties it to one before."""
    before, second = _two_before(analysis, at, lowest)
    tied = before in "PDT" or (before == "C" and second in "NEK") or (before == "d" and second in "NE")
    return 1 if tied or (before == "g" and second == "N" and not _may_report(analysis, at - 1)) else -1


def _may_report(analysis: Analysis, verb: int) -> bool:
    """Whether a clause may follow a verb: "with mills saying | the levy was high", but "mills facing the levy"."""
    return analysis.tokens.lowers[verb] in analysis.index.clausal


def _left_preposition(analysis: Analysis, at: int, lowest: int) -> int:
    before, second = _two_before(analysis, at, lowest)
    if analysis.tags[at + 1] in "iv":
        return 0
    if (
        analysis.tokens.lowers[at] == "as"
        and analysis.tokens.lowers[at - 1] not in analysis.index.sets["grammar.offices"]
    ):
        return 0  # "weighs quotas as mills plead", but "his role as envoy"
    if before in "DR" and analysis.tokens.lowers[at - 1] in analysis.index.sets["grammar.lone_subjects"]:
        joined = second == "C" and at - 3 >= lowest and analysis.tags[at - 3] in "NE"
        return 2 if joined else -2  # "Oslo and some of its allies", "many in Accra"
    if before == "P" and second in "NE" and analysis.tokens.lowers[at - 1] in _TOGETHER:
        return 2  # "Oslo along with its allies"
    if before == "d":
        return (
            0 if second in "VBAX" else 1
        )  # "has emerged among officials" is no phrase, "mills hit by the duty" is one.
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
    return 1 if before in "NEK)" and analysis.tokens.lowers[at] in {"and", "or", "nor"} else 0


def _left_comma(analysis: Analysis, at: int, lowest: int) -> int:
    """A comma of a list, "and" seen already."""
    before, _ = _two_before(analysis, at, lowest)
    return 1 if before in "NEK" and analysis.tags[at + 1] in "NEDSK" else 0


def _left_bracket(analysis: Analysis, at: int, lowest: int) -> int:
    opening = next((o for o in range(at, max(lowest, at - _LONGEST_BRACKET) - 1, -1) if analysis.tags[o] == "("), None)
    return at - opening + 1 if opening is not None else 0


def _two_before(analysis: Analysis, at: int, lowest: int) -> tuple[str, str]:
    """The tags of the two tokens before one; a stop where the walk may not go."""
    before = analysis.tags[at - 1] if at > lowest else "."
    return before, analysis.tags[at - 2] if at - 1 > lowest else "."


_LEFTWARD: dict[str, Callable[[Analysis, int, int], int]] = {
    **dict.fromkeys("DS", _left_determiner),
    **dict.fromkeys("PT", _left_preposition),
    "d": _left_participle,
    "g": _left_gerund,
    "A": _left_adverb,
    "C": _left_conjunction,
    ",": _left_comma,
    ")": _left_bracket,
}
