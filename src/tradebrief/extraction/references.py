"""What "it", "them" and "the move" refer to, where only one thing stands before them that they can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tradebrief.extraction.analysis import Analysis
from tradebrief.model import Measure, MeasureKind, Polarity

__all__ = ["Core", "cores", "is_object_pronoun", "only_referent", "undergoes", "was_refused"]

_SINGULAR = frozenset({"it", "this", "that"})
_PLURAL = frozenset({"them", "these", "those"})
_PRONOUNS = _SINGULAR | _PLURAL
_WINDOW = 60  # Tokens of a sentence, from its end, in which a pronoun's meaning is looked for.
_LONGEST = 10  # Tokens of a noun phrase up to its head.
_VERBS = frozenset("vigd")
_OPENERS = frozenset(",;:CUH")
_INSTRUMENTS = (MeasureKind.POLICY, MeasureKind.AGREEMENT)
_AUXILIARIES = frozenset("BXAM")


class Core(NamedTuple):
    """A noun phrase that its clause is about: a subject, or what a verb governs.

    Attributes:
        first: Its first token.
        head: Its head noun.
        governor: The token of the verb that governs it; None for a subject.
        measure: The policy or agreement that it is; None where it is something else.
    """

    first: int
    head: int
    governor: int | None
    measure: Measure | None


def is_object_pronoun(analysis: Analysis, at: int) -> bool:
    """Whether a token is a pronoun that can mean a measure: "rejected it", "opposes them"."""
    return analysis.tags[at] == "R" and analysis.tokens.lowers[at] in _PRONOUNS


def only_referent(
    analysis: Analysis, pronoun: int, measure_of: Callable[[int], Measure | None], meaning: Callable[[Measure], str]
) -> Core | None:
    """The phrase that a pronoun means: the only thing of its number that the clauses before it are about.

    These are those of its own sentence or, where they are about nothing of the kind, of the one before. None where
    several things are meant, or something that is no policy or agreement.

    Args:
        analysis: The article.
        pronoun: The pronoun's token.
        measure_of: The policy or agreement whose words end with a token.
        meaning: What a measure is called with its goods.
    """
    plural = analysis.tokens.lowers[pronoun] in _PLURAL
    number = analysis.sentence_of(pronoun)
    floor, _ = analysis.reach(pronoun)
    close = pronoun - (pronoun > floor and analysis.tags[pronoun - 1] == "N")  # "that Lima lift it"
    windows = [(floor, close), *([analysis.reaches[number - 1]] if number else [])]
    for start, end in windows:
        begin = max(start, end - _WINDOW)
        found = [core for core in cores(analysis, begin, end, measure_of) if _is_plural(analysis, core.head) is plural]
        if not found:
            continue
        last = found[-1].measure
        if last is None or any(core.measure is None or meaning(core.measure) != meaning(last) for core in found):
            return None
        return found[-1]
    return None


def cores(analysis: Analysis, begin: int, end: int, measure_of: Callable[[int], Measure | None]) -> Iterator[Core]:
    """The things that clauses are about, people and bodies left out."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    for head in range(begin, end):
        if tags[head] not in "NE":
            continue
        measure = measure_of(head)
        if head + 1 < end and tags[head + 1] in "NEG-":
            judged = measure is not None and analysis.index.judgments.alone(lowers[head + 1]) is not None
            if not judged:  # Other than in "called the levy unfair" the head is further on.
                continue
        elif head > begin and analysis.index.judgments.alone(lowers[head]) is not None and measure_of(head - 1):
            continue
        if measure is None and (
            tags[head] == "E" or lowers[head] in analysis.index.holders or lowers[head] in sets["grammar.time"]
        ):
            continue
        first = head
        while first > begin and head - first < _LONGEST and tags[first - 1] in "NEKGAhdg":
            first -= 1
        first -= first > begin and tags[first - 1] in "DS"
        before = first - 1
        if before < begin or tags[before] in _OPENERS:
            yield Core(first, head, None, measure)
        elif tags[before] in _VERBS:
            yield Core(first, head, before, measure)
        elif tags[before] in "PT" and before > begin and tags[before - 1] in _VERBS:
            yield Core(first, head, before - 1, measure)


def _is_plural(analysis: Analysis, head: int) -> bool:
    word = analysis.tokens.lowers[head]
    return word.endswith("s") and not word.endswith("ss")


def undergoes(analysis: Analysis, core: Core) -> str | None:
    """What becomes of a thing by its verb: ``end``, ``cut``, ``rise``, ``""`` where it is to be; None for no change."""
    tags, lowers, changes = analysis.tags, analysis.tokens.lowers, analysis.index.changes
    verb = core.governor
    if verb is None:  # "The duty on tin was dropped."
        _, ceiling = analysis.reach(core.head)
        verb = next((at for at in range(core.head + 1, min(ceiling, core.head + _LONGEST)) if tags[at] in "dvB"), None)
        while verb is not None and verb + 1 < ceiling and tags[verb] in _AUXILIARIES:
            verb += 1
        if verb is None or tags[verb] != "d":
            return None
    if lowers[verb] in analysis.index.sets["concepts.announcing"]:
        return ""
    for at in (verb, verb - 1):  # "scaled back", "did away with"
        found = changes.at(lowers, at) if at >= 0 else None
        if found is not None and found[0] > verb:
            return found[1]
    return None


def was_refused(analysis: Analysis, verb: int) -> bool:
    """Whether a verb tells of a past act against its object: "rejected", but not "opposes"."""
    word = analysis.tokens.lowers[verb]
    forms = analysis.index.verb_cues.get(word, ())
    return word.endswith("ed") and any(form.cue.polarity is Polarity.OPPOSE for form in forms)
