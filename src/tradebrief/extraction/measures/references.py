"""What "it", "them" and "the move" refer to, where only one thing stands before them that they can mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Measure, Polarity

__all__ = ["REFERRED", "Core", "cores", "is_object_pronoun", "only_referent", "undergoes", "was_refused"]

REFERRED = ("control.instruments", "control.agreements", "control.proposals", "concepts.generic")
_SINGULAR = frozenset({"it", "this", "that"})
_PLURAL = frozenset({"them", "these", "those"})
_PRONOUNS = _SINGULAR | _PLURAL
_WINDOW = 60  # Tokens of a sentence, from its end, in which a pronoun's meaning is looked for.
_LONGEST_CHAIN = 4  # Sentences, its own one included, over which "it" is what "it" meant in the one before.
_LONGEST = 10  # Tokens of a noun phrase up to its head.
_VERBS = frozenset("vigd")
_OPENERS = frozenset(",;:CUH")
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
    return at < len(analysis.tags) and analysis.tags[at] == "R" and analysis.tokens.lowers[at] in _PRONOUNS


def only_referent(
    analysis: Analysis, pronoun: int, measure_of: Callable[[int], Measure | None], name: Callable[[Core], str | None]
) -> Core | None:
    """The phrase that a pronoun means: the only thing of its number that the clauses before it are about.

    These are those of its own sentence or, where they are about nothing of the kind, of the one before, or of the one
    before that which is about "it" or "them" itself: "backs the levy. Oslo opposes it. Lima wants to end it". None
    where several things are meant, or something that is no policy, agreement or plan.

    Args:
        analysis: The article.
        pronoun: The pronoun's token.
        measure_of: The policy or agreement whose words end with a token.
        name: What a thing is called; None for one that no pronoun is taken to mean.
    """
    plural = analysis.tokens.lowers[pronoun] in _PLURAL
    number = analysis.sentence_of(pronoun)
    start, _ = analysis.reach(pronoun)
    end = pronoun - (pronoun > start and analysis.tags[pronoun - 1] == "N")  # "that Lima lift it"
    for back in range(_LONGEST_CHAIN):
        begin = max(start, end - _WINDOW)
        found = [core for core in cores(analysis, begin, end, measure_of) if _is_plural(analysis, core.head) is plural]
        if found:
            called = {name(core) for core in found}
            return found[-1] if len(called) == 1 and None not in called else None
        if number < back + 1 or (back and not _goes_on(analysis, begin, end, plural=plural)):
            return None
        start, end = analysis.reaches[number - back - 1]
    return None


def _goes_on(analysis: Analysis, begin: int, end: int, *, plural: bool) -> bool:
    """Whether a range of tokens is about a pronoun of a number too."""
    meant = "them" if plural else "it"
    return any(analysis.tags[at] == "R" and analysis.tokens.lowers[at] == meant for at in range(begin, end))


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
        if measure is None and (tags[head] == "E" or lowers[head] in sets["grammar.time"]):
            continue
        holds = measure is None and lowers[head] in analysis.index.holders
        if holds and not any(lowers[head] in sets[key] for key in REFERRED):
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
    """Whether a verb tells of a past act that may end its object: "rejected", but neither "opposes" nor "blamed"."""
    word = analysis.tokens.lowers[verb]
    forms = analysis.index.verb_cues.get(word, ())
    return word.endswith("ed") and any(
        form.cue.polarity is Polarity.OPPOSE and form.cue.act is Act.REJECT for form in forms
    )
