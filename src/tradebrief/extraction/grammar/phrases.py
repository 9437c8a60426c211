"""Noun phrases and verb groups, over tags, each found by a bounded walk from one token."""

from __future__ import annotations

import re

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.verb_groups import VerbGroup

__all__ = [
    "VerbGroup",
    "as_heard",
    "before_participle",
    "is_negation",
    "is_to_come",
    "noun_phrase_after",
    "verb_group",
    "without_degree",
]

_REACH = 40
_AMID = {
    "first": "REBV",
    "herself": "BVM",
    "himself": "BVM",
    "itself": "BVM",
    "likely": "MV",
    "neither": "NERKBVM),",
    "since": "BV",
    "so": "BVMX",
    "themselves": "BVM",
    "yet": "XBVMO",
}  # Words that may stand within a verb group after some tags.
_AMID_OR_NOR = frozenset({*_AMID, "nor"})
_AUXILIARY = frozenset("AXMBVOT")  # Tags of what may stand between a subject and its verb.
_BEFORE_VERB = _AUXILIARY | {"q"}
_DEGREES = frozenset({"more", "less"})
_DENYING = frozenset({"hardly", "scarcely", "neither", "cannot"})
_ONLY = frozenset({"just", "only", "merely", "simply", "solely"})  # After "not" these leave what is said to be true.
_RELATIVES = frozenset({"who", "which", "that"})
_LONGEST_BRACKET = 12
_MOST_APPOSITIONS = 3
_AGENT_REACH = 14  # From "to" back to the "by" of an agent.
_OFFICES = frozenset({"managing", "acting", "founding", "presiding", "governing", "commanding", "deputy"})


_MARK = re.compile("[,.;:q-]")  # Over tags.
_TO_NOUN = re.compile("[DSAdgG]*+[NEKh]++")  # Over tags: what can modify a noun, and nouns.


def is_negation(analysis: Analysis, at: int) -> bool:
    """Whether a token is "not" or "never", or has it in it: "don't", "cannot"."""
    lower = analysis.tokens.lowers[at]
    return analysis.tags[at] == "X" or lower == "cannot" or lower.endswith("n't")


def is_to_come(analysis: Analysis, group: VerbGroup) -> bool:
    """Whether a verb group tells what has not been done so far: "has not yet agreed"."""
    return group.negated and "yet" in analysis.tokens.lowers[group.first : group.verb]


def verb_group(analysis: Analysis, verb: int, floor: int) -> VerbGroup:
    """The verb group whose main verb stands at a token."""
    place, known = (verb, floor), analysis.verb_groups
    if place not in known:
        known[place] = _read_group(analysis, verb, floor)
    return known[place]


def _read_group(analysis: Analysis, verb: int, floor: int) -> VerbGroup:
    tags, lowers = analysis.tags, analysis.tokens.lowers
    main, at, first = tags[verb], verb - 1, verb
    if tags[at] == "N" and at > floor and tags[at - 1] == "P":
        at -= 2 * _is_amid(analysis, at, floor)
    if at < floor or not (tags[at] in _BEFORE_VERB or lowers[at] in _AMID_OR_NOR or at in analysis.parted):  # As most.
        return VerbGroup(verb, verb, verb, False, False, "", main == "i", main == "v", main == "g")  # noqa: FBT003
    negated = be = infinitive = having = False
    modal, whole = "", True
    finite = main == "v"
    mark = _mark_amid(analysis, analysis.quoted[verb])
    while at >= floor:
        if tags[at] == "," and at in analysis.parted and analysis.parted[at][1] == at:
            at, whole = analysis.parted[at][0] - 1, False  # "would, however, oppose"
        found, word = tags[at], lowers[at]
        if found not in _AUXILIARY:
            amid = word in _AMID and at > floor and tags[at - 1] in _AMID[word]
            adverbs = found == "C" and at > floor and tags[at - 1] == tags[at + 1] == "A"  # "openly or quietly backed"
            if not (amid or adverbs or at == mark):
                break
        elif found == "T":
            infinitive, first = True, at
            at -= 1
            break
        elif found == "M":
            if modal:
                break
            modal = word
        if found == "X" or word in _DENYING or word.endswith("n't"):
            negated = lowers[at + 1] not in _ONLY
        if found in "MBVO":
            having = having or word == "having"
            first, finite = at if whole else first, not having
            if found == "B" and not (word == "'s" and main == "d"):  # "he's said"
                be = True
        at -= 1
    if at >= floor and lowers[at] == "nor":
        negated = True  # "would neither confirm nor deny"
    if main == "i" and not modal and not finite:
        infinitive = True  # The second of two: "to ask for a hearing and stress".
    return VerbGroup(
        first, verb, at + 1, negated, be and main == "d", modal, infinitive, finite and not infinitive,
        having or (main == "g" and not be),
    )  # fmt: skip


def _mark_amid(analysis: Analysis, number: int) -> int:
    """The mark that opens a quotation amid a clause, which is passed over ("growers “strongly agree”"); -1 if none."""
    mark = analysis.quotations[number].open if number >= 0 else -1
    return -1 if mark > 0 and analysis.tags[mark - 1] not in "NEKR)" else mark


def as_heard(analysis: Analysis, group: VerbGroup, floor: int) -> VerbGroup:
    """The verb group of an infinitive, with the passive of hearsay above it as its auxiliary: "is said to oppose".

    Where the passive names its agent ("is said by two officials to oppose"), only the subject is taken from it.
    """
    tags, lowers, to = analysis.tags, analysis.tokens.lowers, group.first
    if not group.infinitive or tags[to] != "T":
        return group
    negated, at, said = group.negated, to - 1, analysis.index.sets["grammar.hearsay"]
    while at > floor and tags[at] in "AX":
        negated ^= tags[at] == "X"
        at -= 1
    agent = next((by for by in range(at, max(floor + 1, to - _AGENT_REACH), -1) if lowers[by] == "by"), None)
    passive = at if agent is None else agent - 1
    if passive <= floor or tags[passive] != "d" or lowers[passive] not in said:
        return group
    heard = verb_group(analysis, passive, floor)
    if not heard.passive:
        return group
    return heard._replace(
        first=heard.first if agent is None else to + 1,
        verb=group.verb,
        passive=group.passive,
        negated=negated != heard.negated,
        heard=True,
    )


def _is_amid(analysis: Analysis, noun: int, floor: int) -> bool:
    """Whether a noun ends an adverbial within a verb group: "has at times said", "would in turn lift"."""
    at = noun - 2
    adverbials = analysis.index.sets["grammar.adverbial"]
    return at >= floor and analysis.tags[at] in "VMBX" and analysis.tokens.lowers[noun] in adverbials


def noun_phrase_after(analysis: Analysis, first: int, ceiling: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token, with "of" phrases, appositions and relative clauses."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    end = _simple_after(analysis, first, ceiling)
    if end is None:
        return None
    if end >= ceiling or tags[end] not in ",WH" or tags[first] == "R":
        return first, end
    if end + 1 < ceiling and lowers[end] in _RELATIVES and tags[end] in "WH" and tags[end + 1] in "vMBVOAX":
        last = min(ceiling, end + _REACH)
        stop = _MARK.search(analysis.tagged, end, last)
        end = last if stop is None else stop.start()
    for _ in range(_MOST_APPOSITIONS):
        closing = _closing_comma(analysis, end, ceiling) if end + 1 < ceiling and tags[end] == "," else None
        if closing is None:
            break
        end = closing
    return first, _row_end(analysis, end, ceiling)


def without_degree(analysis: Analysis, first: int, end: int) -> int:
    """Where a noun phrase ends before a comparison of the verb: "opposes the ban | more strongly than"."""
    tags, last = analysis.tags, end
    while last > first + 2 and tags[last - 1] == "A":
        last -= 1
    if last < first + 2 or analysis.tokens.lowers[last - 1] not in _DEGREES or tags[last - 2] not in "NE":
        return end
    return last - 1


def before_participle(analysis: Analysis, first: int, end: int) -> int:
    """Where a noun phrase ends that a participle closes: "the levy | imposed" by Lima; else where it ended."""
    if analysis.tags[end - 1] == "A" or analysis.tokens.lowers[end - 1] in _DEGREES:
        end = without_degree(analysis, first, end)
    closed = end - 2 > first and analysis.tags[end - 1] == "d" and analysis.tags[end - 2] in "NE"
    return end - 1 if closed else end


def _row_end(analysis: Analysis, end: int, ceiling: int) -> int:
    """Where a row ends whose last part a comma and "and" set off, with its sentence: "said Peru, Chile, and Oslo."."""
    if end + 2 >= ceiling or not analysis.tagged.startswith(",C", end) or analysis.tokens.lowers[end + 1] != "and":
        return end
    last = _simple_after(analysis, end + 2, ceiling)
    return last if last is not None and (last >= ceiling or analysis.tags[last] == ".") else end


def _simple_after(analysis: Analysis, first: int, ceiling: int) -> int | None:
    """Where a phrase ends, prepositional phrases and brackets included, appositions not."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if first >= ceiling:
        return None
    if tags[first] == "R":
        return first + 1
    highest = min(ceiling, first + _REACH)
    opening = _TO_NOUN.match(analysis.tagged, first, highest)
    if opening is None:
        return None
    at = opening.end()
    while at < highest:
        found = tags[at]
        if found == "(" and ")" in tags[at : at + _LONGEST_BRACKET]:
            at = tags.index(")", at)
        elif found not in "NEKGh" and (found not in "DSAdgPCT" or not _goes_on(analysis, at, highest)):
            break
        at += 1
    while at > first and tags[at - 1] in "PTCDSAh" and lowers[at - 2 : at - 1] not in (["jr"], ["sr"]):
        at -= 1
    return at if at > first else None


def _goes_on(analysis: Analysis, at: int, highest: int) -> bool:
    """Whether a token after a noun goes on its phrase, though it is no noun."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    found = tags[at]
    following = tags[at + 1] if at + 1 < highest else "."
    if found in "DSA":
        return tags[at - 1] in "PTC"
    if found in "dg":
        return tags[at - 1] in "PTCDSh" or following in "PT"
    if found == "P":
        return following in "NEKDSdg" and lowers[at] not in {"as", "than"}
    if found == "C":
        return following in "NEDS" and lowers[at] in {"and", "or"}
    return found == "T" and following in "NEDS"


def _closing_comma(analysis: Analysis, comma: int, ceiling: int) -> int | None:
    """Where an apposition or relative clause that a comma opens ends: at the next comma or the end."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    opener = comma + 1
    while opener + 1 < ceiling and tags[opener] == "A":
        opener += 1
    from_town = (
        tags[opener] == "P" and tags[comma - 1] == "K" and lowers[opener] in {"of", "from"}
    )  # "Lund, 30, of Lima"
    office = lowers[opener] in _OFFICES and tags[opener + 1 : opener + 2] == ["N"]  # "managing director"
    if not (from_town or office) and (tags[opener] not in "WDSNEK" or lowers[opener] in {"adding", "saying"}):
        return None
    relative, indefinite = tags[opener] == "W" or lowers[opener] == "whose", lowers[opener] in {"a", "an"}
    for at in range(opener, min(ceiling, comma + _REACH)):
        if tags[at] in ",.;:q":
            return at
        relative = relative or (tags[opener] in "DS" and tags[at] in "WH" and lowers[at] in _RELATIVES)
        if tags[at] in "vMBVO" and not relative and not (indefinite and tags[at] == "v"):
            return None
    return ceiling if ceiling <= comma + _REACH else None
