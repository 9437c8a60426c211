"""The noun phrase that ends before a token, found by a bounded walk to the left."""

from __future__ import annotations

from collections.abc import Callable

from tradebrief.extraction.adjuncts import time_start
from tradebrief.extraction.analysis import Analysis

__all__ = ["noun_phrase_before"]

_REACH = 40
_RELATIVES = frozenset({"who", "which", "that"})
_RELATIVE_REACH = 16
_IN_RELATIVE = "dgiXATPNEDSKGh"  # Tags of a relative clause, its pronoun and verbs left out.
_OF_RELATIVE = _IN_RELATIVE + "WHvMBVO"
_LONGEST_BRACKET = 12
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})


_NO_SUBJECTS = _REFLEXIVES | {"there"}


_NAMING = frozenset({"including", "along", "then", "now", "formerly", "once"})


_WHEN = frozenset({"when", "where"})


_FLOATING = frozenset({"all", "both", "each"})


_TOGETHER = frozenset({"along", "together"})


_SPOKEN_IN = frozenset({"in", "at", "on", "during"})
_VENUE_REACH = 6


_GENERATIONS = frozenset({"jr", "sr"})


_MONTHS_AS_NAMES = frozenset({"april", "may", "june", "august"})


def noun_phrase_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, with its complements and appositions, as a range of tokens."""
    if end <= floor:
        return None
    place, known = (end, floor), analysis.phrases_before
    if place not in known:
        known[place] = _read_before(analysis, end, floor)
    return known[place]


def _read_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    tags = analysis.tags
    if tags[end - 1] == ",":
        opening = _opening_comma(analysis, end - 1, floor)
        if opening is None:
            return None
        head = _phrase_before(analysis, opening - (tags[opening - 1] == "h"), floor)  # "Lund Jr., the miller,"
        if head is None:
            return None
        head = _before_age(analysis, *head, floor)
        head = _before_description(analysis, *head, floor)
        word = analysis.tokens.lowers[opening + 1]
        named = (tags[opening + 1] not in "PUAg" and word not in _WHEN) or word in _NAMING
        return (head[0], end - 1) if named else head  # An adjunct names nobody.
    if tags[end - 1] == "q" and tags[end - 2 : end - 1] == [","] and analysis.quoted[end - 2] >= 0:
        return _before_titled(analysis, end, floor)
    if tags[end - 1] == "-":  # "the miller — after a pause — said"
        inside = analysis.quoted[end - 1]
        dash = next(
            (
                at
                for at in range(end - 2, max(floor, end - _REACH), -1)
                if tags[at] in "-.;" and analysis.quoted[at] == inside
            ),
            floor,
        )
        return _phrase_before(analysis, dash, floor) if tags[dash] == "-" and dash > floor else None
    if end - 1 > floor and analysis.tokens.lowers[end - 1] in _REFLEXIVES and tags[end - 2] in "NE":
        head = _phrase_before(analysis, end - 1, floor)
        return (head[0], end) if head else None
    found = _phrase_before(analysis, end, floor)
    last = analysis.tokens.lowers[end - 1]
    if found is not None and (tags[end - 1] == "K" or last in analysis.index.sets["adjuncts.times"]):
        found = _without_time(analysis, found, floor)
    return _without_venue(analysis, *found) if found is not None else None


def _before_age(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int]:
    """A phrase with the name before it, where it is an age or a home town: "Lund, 30, of Bergen, a miller,"."""
    tags = analysis.tags
    for _ in range(2):
        comma = first - 1 - (tags[first - 1] == "P" and first - 1 > floor)
        attached = tags[first - 1] == "P" or (end - first == 1 and tags[first] == "K")
        if not attached or comma <= floor or tags[comma] != "," or tags[comma - 1] not in "EKN)":
            break
        head = _phrase_before(analysis, comma, floor)
        if head is None:
            break
        first = head[0]
        end = head[1]
    return first, end


def _before_description(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int]:
    """A phrase with the name that opens the sentence before it: "Lund, Oslo's envoy, a miller,".

    "Lund, head of the Velk Institute, a think tank,": what is said of the institute is no further subject.
    """
    tags, comma = analysis.tags, first - 1
    if comma <= floor or tags[comma] != "," or not _is_name(analysis, comma - 1):
        return first, end
    if tags[end - 1] != "N" and not (tags[end - 1] == "E" and tags[first] in "DN"):
        return first, end
    name = _phrase_before(analysis, comma, floor)
    timed = analysis.tokens.lowers[comma - 1] in analysis.index.sets["adjuncts.times"]
    opens = name is not None and name[0] == floor and not timed
    return (floor, end) if opens else (first, end)


def _without_time(analysis: Analysis, found: tuple[int, int], floor: int) -> tuple[int, int] | None:
    """A noun phrase without the time between it and its verb: "the mill on Friday", "a poll held in May"."""
    first, end = found
    start = time_start(analysis, first, end)
    if start is None:
        return found
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if start > first:
        return (first, start) if tags[start - 1] in "NEK)" else found
    if end - first == 1 and lowers[first] in _MONTHS_AS_NAMES:
        return found
    timed = first - 1 if first - 1 > floor and tags[first - 1] == "P" else first
    participle = timed - 1
    if participle <= floor or (tags[participle] not in "NE" and not _is_participle(analysis, participle)):
        return None
    if tags[participle] in "NE":
        return _phrase_before(analysis, timed, floor)
    head = _plain_before(analysis, participle, floor)
    return (head[0], end) if head is not None else None


def _is_name(analysis: Analysis, at: int) -> bool:
    """Whether a word is a name, also where it opens its sentence."""
    return analysis.tags[at] == "E" or (analysis.tags[at] == "N" and analysis.tokens.words[at][0].isupper())


def _without_venue(analysis: Analysis, first: int, end: int) -> tuple[int, int]:
    """A phrase without the way of speaking after a name: "Lund in her speech", but "a passage in the letter"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if lowers[end - 1] not in analysis.index.sets["grammar.venues"]:
        return first, end
    at = end - 1
    while at > max(first, end - _VENUE_REACH) and tags[at] in "NESDKG":
        at -= 1
    spoken = (
        tags[at] == "P"
        and lowers[at] in _SPOKEN_IN
        and tags[at + 1] in "DS"
        and at > first
        and _is_name(analysis, at - 1)
    )
    return (first, at) if spoken else (first, end)


def _before_titled(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase whose apposition ends in a title: "Lund, host of “The Port,”"."""
    mark = analysis.quotations[analysis.quoted[end - 2]].open
    opening = _opening_comma(analysis, mark, floor)
    if opening is None or analysis.tags[opening + 1] not in "DSNEW":
        return None
    head = _phrase_before(analysis, opening, floor)
    return (head[0], end) if head else None


def _is_participle(analysis: Analysis, at: int) -> bool:
    """Whether a verb can be a passive participle that goes with the noun before it."""
    return analysis.tags[at] == "d" or (_is_past_participle(analysis, at) and analysis.tags[at - 1] in "NE")


def _is_past_participle(analysis: Analysis, at: int) -> bool:
    """Whether a finite verb has the form of a participle, and an adjunct follows it: ", prepared for the port,"."""
    slots = analysis.index.verbs.get(analysis.tokens.lowers[at], "")
    return analysis.tags[at] == "v" and "n" in slots and analysis.tags[at + 1 : at + 2] in (["P"], ["E"], ["N"])


def _opening_comma(analysis: Analysis, closing: int, floor: int) -> int | None:
    """The comma that opens an apposition, relative clause or adjunct which another closes."""
    tags, quoted = analysis.tags, analysis.quoted
    at, lowest = closing - 1, max(floor, closing - _REACH)
    while at >= lowest:
        found = tags[at]
        if found in ".;:":
            return None
        if found == "q":  # What is quoted within it is passed over.
            if at == 0 or quoted[at - 1] < 0 or analysis.quotations[quoted[at - 1]].close != at:
                return None
            at = analysis.quotations[quoted[at - 1]].open
        elif found == ",":
            opens = "d" if _is_past_participle(analysis, at + 1) else tags[at + 1]
            if opens in "WDSNEdgPAKU" and at > floor and tags[at - 1] == "h":
                party = _party_comma(analysis, at, floor)
                return at if party is None and analysis.tokens.lowers[at - 2] in _GENERATIONS else party
            if opens in "WDSNEdgPAKU" and at > floor and tags[at - 1] in "NEKR)q":
                outer = _adjunct_comma(analysis, at, floor) if opens == "E" else None
                return _relative_comma(analysis, at, lowest) if outer is None else outer
            if opens != "C":
                return None
        at -= 1
    return None


def _party_comma(analysis: Analysis, comma: int, floor: int) -> int | None:
    """The comma before a party and a state: the first of "Lund, R-S.C., a miller,"."""
    at, floor = comma - 1, max(floor, comma - _RELATIVE_REACH)
    while at > floor and analysis.tags[at] in "Eh":
        at -= 1
    return at if analysis.tags[at] == "," and at > floor and analysis.tags[at - 1] in "NEKR)" else None


def _relative_comma(analysis: Analysis, comma: int, lowest: int) -> int:
    """The comma that opens a relative clause which others divide: the first of ", who went to Lima, Peru, in May,"."""
    tags = analysis.tags
    for at in range(comma - 1, lowest, -1):
        if tags[at] in ".;:qUCv" and not (tags[at] == "v" and tags[at - 1] == "W"):
            break
        if tags[at] == "," and tags[at + 1] == "W" and tags[at - 1] in "NEKR)":
            return at
    return comma


def _adjunct_comma(analysis: Analysis, comma: int, floor: int) -> int | None:
    """The comma before an adjunct that ends in a place of two names: the first one of ", in Bergen, Norway,"."""
    tags = analysis.tags
    at, lowest = comma - 1, max(floor, comma - _RELATIVE_REACH)
    while at > lowest and tags[at] in "NEDSKGAPhgd":
        at -= 1
    return at if at > lowest and tags[at] == "," and tags[at + 1] in "PU" and tags[at - 1] in "NEKR)" else None


def _phrase_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, relative clauses included, appositions left out."""
    last = analysis.tags[end - 1]
    if last == "d" and end - 2 > floor and analysis.tags[end - 2] in "NE":
        head = _plain_before(analysis, end - 1, floor)  # "the growers polled"
        return (head[0], end) if head else None
    if last in "vdiA":
        return _with_relative(analysis, end, end, floor)
    found = _plain_before(analysis, end, floor)
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
        if found in "vMBVO":
            verbs += tags[at + 1] not in "vMBVOdgiXA" or at + 1 >= first
            if found == "v" and {"that", "bare"} & _frames_at(analysis, at):
                return None  # "who said | the duty": what follows is its content.
        elif found not in _IN_RELATIVE:
            return None
        at -= 1
    else:
        return None
    after = at + 1
    while after < first and tags[after] in "AX":
        after += 1
    if verbs > 1 or after >= first or tags[after] not in "vMBVO":
        return None
    head = _plain_before(analysis, at, floor)
    return (head[0], end) if head else None


def _frames_at(analysis: Analysis, at: int) -> set[str]:
    """The frames of the cues that a verb may be by itself."""
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[at], ())
    return {frame for form in forms if not form.tail for frame in form.cue.frames}


def _plain_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token, relative clauses and appositions left out.

    It is walked from its end: nouns and names join on; each other tag says how many tokens do (none: the phrase has
    begun), and whether it goes on before them.
    """
    if end <= floor:
        return None
    tags, lowers = analysis.tags, analysis.tokens.lowers
    last = tags[end - 1]
    if last == "R":
        if end - 3 >= floor and lowers[end - 2] == "of" and lowers[end - 3] in analysis.index.sets["groups.portions"]:
            return end - 3, end  # "one of them"
        return None if lowers[end - 1] in _NO_SUBJECTS else (end - 1, end)
    if last == "D" and lowers[end - 1] in analysis.index.sets["grammar.lone_subjects"]:
        floats = lowers[end - 1] in _FLOATING and end - 2 >= floor and tags[end - 2] in "NE"
        head = _plain_before(analysis, end - 1, floor) if floats else None
        return (head[0], end) if head else (end - 1, end)
    if last not in "NEK)":
        return None
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


def _trimmed(analysis: Analysis, first: int, end: int, floor: int) -> int:
    """Where a phrase begins without what opens none, and with a pronoun that "and" joins to it: "he and the envoy"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    while first < end and tags[first] in "APTC,Gh":
        first += 1
    joined = first - 2 >= floor and lowers[first - 1] == "and" and lowers[first - 2] in _SUBJECTS
    return first - 2 * joined


def _left_determiner(analysis: Analysis, at: int, lowest: int) -> int:
    """A determiner opens the phrase, unless a preposition, "and" or a participle ties it to one before."""
    before, second = _two_before(analysis, at, lowest)
    tied = before in "PDT" or (before == "C" and second in "NEK") or (before == "d" and second in "NE")
    return 1 if tied else -1


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
