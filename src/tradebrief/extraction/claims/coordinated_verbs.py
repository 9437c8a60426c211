"""The verbs of a coordination: which of those before a joint shares its subject with the verb after it."""

from __future__ import annotations

import re

from tradebrief.extraction.grammar.phrases import verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.grammar.verbs_before import are_parallel, auxiliary_before, reports, verb_before
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = [
    "before_aside",
    "before_attribution",
    "is_cue",
    "is_in_free_relative",
    "is_relative",
    "is_speaker_again",
    "main_verb",
    "parallel_report",
    "report_before",
    "wanting",
]

_RELATIVE = frozenset({"who", "which", "that"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me", "it"})
_VERB = re.compile("[vMBVO]")  # Over tags.
_REPORT_REACH = 60
_SINGULAR, _PLURAL = frozenset({"has", "is", "does"}), frozenset({"have", "are", "do"})


def main_verb(analysis: Analysis, at: int) -> int:
    """The main verb of a group that begins at a token with "has" or a form of be: "has | threatened"."""
    tags, last = analysis.tags, len(analysis.tags) - 1
    if tags[at] not in "VB":
        return at
    main = at
    while main < last and tags[main] in "VBA":
        main += 1
    return main if tags[main] in "dg" else at


def is_cue(analysis: Analysis, at: int) -> bool:
    """Whether a verb that may be a cue stands here."""
    return analysis.tags[at] in "vdg" and analysis.tokens.lowers[at] in analysis.index.verb_cues


def before_aside(analysis: Analysis, verb: int, joint: int, floor: int) -> int | None:
    """The verb before a relative clause between commas, in the form of the one after it.

    "Oslo backed the truce, which Lima opposed, and praised Peru."
    """
    comma = analysis.tagged.rfind(",", floor, joint - 1)
    if not floor < comma < verb or analysis.tags[comma + 1] not in "Wg":
        return None
    outer = verb_before(analysis, comma, floor)
    if analysis.tags[comma + 1] == "g":  # "has sued Lima, alleging that it lied, and wants a refund"
        apart = analysis.tags[joint + 1] == "v" and not are_parallel(analysis, verb, joint + 1)
        return outer if apart or (outer is not None and are_parallel(analysis, outer, joint + 1)) else None
    return outer if outer is not None and are_parallel(analysis, outer, joint + 1) else None


def wanting(analysis: Analysis, verb: int, end: int, floor: int) -> int | None:
    """The verb whose object is to undergo what a participle tells: "wants its mills | spared the duty"."""
    if "n" not in analysis.index.verbs.get(analysis.tokens.lowers[verb], "") or end != verb:
        return None
    found = noun_phrase_before(analysis, end, floor)
    governor = found[0] - 1 if found is not None else -1
    if governor < floor or analysis.tags[governor] != "v":
        return None
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[governor], ())
    return governor if any(not form.tail and "clause_to" in form.cue.frames for form in forms) else None


def report_before(analysis: Analysis, at: int, floor: int) -> int | None:
    """A verb of saying before a coordinated one, in the same form: "said that the mill had closed, and warned that"."""
    tags = analysis.tags
    second = at + 1
    while second + 1 < len(tags) and tags[second] in "AX":
        second += 1
    if not reports(analysis, second) and not _is_other_clause(analysis, at, second, floor):
        return None
    return parallel_report(analysis, at, second, floor)


def parallel_report(analysis: Analysis, at: int, second: int, floor: int) -> int | None:
    """The nearest verb of saying before a token, in the form of another verb and with a subject of its own."""
    tags = analysis.tags
    probe, lowest = at, max(floor, at - _REPORT_REACH)
    while probe > lowest:
        probe -= 1
        if tags[probe] == "q" and probe > lowest and analysis.quoted[probe - 1] >= 0 > analysis.quoted[at]:
            probe = analysis.quotations[analysis.quoted[probe - 1]].open  # "said it was “late” and warned that"
            continue
        if tags[probe] in ".;q":
            return None
        tells = tags[probe] == "v" and (reports(analysis, probe) or _reports_by_words(analysis, probe))
        if tells and are_parallel(analysis, probe, second):
            end = verb_group(analysis, probe, floor).subject_end
            # "Lund, a miller, said"
            closes = tags[end - 1] == "," and noun_phrase_before(analysis, end, floor) is not None
            joined = tags[end - 1] == "C" and _VERB.search(analysis.tagged, floor, end) is not None
            aside = is_relative(analysis, end - 1) or _lacks_clause(analysis, probe, at)
            if end > floor and not aside and (closes or joined or tags[end - 1] not in "C,q"):
                return probe
    return None


def _lacks_clause(analysis: Analysis, verb: int, joint: int) -> bool:
    """Whether a verb of saying has an object alone before "and": "told mills that Lima understood them, but warned"."""
    if analysis.tags[verb + 1] != "R" or _VERB.search(analysis.tagged, verb + 1, joint) is not None:
        return False
    return analysis.tokens.lowers[verb + 1] in _OBJECTS


def _reports_by_words(analysis: Analysis, verb: int) -> bool:
    """Whether a verb and the words after it are a cue that a clause follows: "let slip that", "made clear that"."""
    lowers = analysis.tokens.lowers
    return any(
        form.tail and form.speaks and tuple(lowers[verb + 1 : verb + 1 + len(form.tail)]) == form.tail
        for form in analysis.index.verb_cues.get(lowers[verb], ())
    )


def before_attribution(analysis: Analysis, comma: int, second: int, floor: int) -> int | None:
    """The verb before an attribution between commas, if what comes after goes on with it.

    "Oslo is wary, aides say, but has offered talks"; but "Oslo is wary, Lund said, and warned": Lund did.
    """
    cue, tags = comma - 1, analysis.tags
    if tags[cue] != "v" or not reports(analysis, cue) or not _is_apart(analysis, cue, second):
        return None
    speaker = noun_phrase_before(analysis, cue, floor)
    if speaker is None or speaker[0] - 1 <= floor or tags[speaker[0] - 1] != ",":
        return None
    outer = speaker[0] - 1
    verb, copula = verb_before(analysis, outer, floor), auxiliary_before(analysis, outer, floor)
    return max(verb or 0, copula or 0) or None


def _is_apart(analysis: Analysis, cue: int, second: int) -> bool:
    """Whether a verb of saying and one after "and" differ in number or tense, so that they have not one subject."""
    slots, tag = analysis.index.verbs.get(analysis.tokens.lowers[cue], ""), analysis.tags[second]
    if tag == "v":
        return not are_parallel(analysis, cue, second)
    word = analysis.tokens.lowers[second]
    return (word in _SINGULAR and "t" not in slots) or (word in _PLURAL and "b" not in slots)


def _is_other_clause(analysis: Analysis, at: int, second: int, floor: int) -> bool:
    """Whether a verb that speaks of others can't be of one clause with that before it, as their forms differ.

    "Said the mill was losing money, and praised Lima": "was losing" and "praised" are not joined.
    """
    nearest = verb_before(analysis, at, floor)
    if nearest is None or analysis.tokens.lowers[second] not in analysis.index.verb_cues:
        return False
    if analysis.tags[nearest] == "v":
        return not are_parallel(analysis, nearest, second)
    return analysis.tags[nearest] in "dg" and analysis.tags[nearest - 1] in "BAV"


def is_speaker_again(analysis: Analysis, at: int, floor: int) -> bool:
    """Whether a pronoun is the subject of what is reported, and so the speaker: "Norway denied that it had"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if tags[at] != "R" or lowers[at] == "i" or at - 1 <= floor:
        return False
    cue = at - 1 - (tags[at - 1] == "H")
    return tags[cue] in "vd" and lowers[cue] in analysis.index.verb_cues


def is_in_free_relative(analysis: Analysis, end: int, floor: int) -> bool:
    """Whether a subject stands after "what", in an object of the verb before: "hailed what he called a truce"."""
    found = noun_phrase_before(analysis, end, floor)
    return found is not None and found[0] > floor and analysis.tokens.lowers[found[0] - 1] == "what"


def is_relative(analysis: Analysis, at: int) -> bool:
    """Whether a token is a relative pronoun that may be the subject of its clause."""
    return analysis.tags[at] in "WH" and analysis.tokens.lowers[at] in _RELATIVE
