"""Who a cue belongs to: the subject of a verb, before it, after it, or shared with another verb."""

from __future__ import annotations

from attrs import frozen

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.phrases import VerbGroup, noun_phrase_after, noun_phrase_before, verb_group
from tradebrief.model import ActorId, HolderReason

_APPOSED = 2  # Tokens from a comma to the name after it, an article counted.
__all__ = ["Source", "agent_of", "head_end", "holder_of", "subject_after", "subject_of"]

_RELATIVE = frozenset({"who", "which", "that"})
_SHARED_REACH = 60
_STANDS_FOR = frozenset({"side", "government", "administration", "capital", "delegation"})
_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "crat", "crats")  # miller, economist


@frozen
class Source:
    """The words that name whose claim it is.

    Attributes:
        first: First token; -1 where nothing names anybody.
        end: Token after the last.
        reason: Why there are no words, or why nobody is meant.
    """

    first: int
    end: int
    reason: HolderReason | None = None


def subject_of(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject of a verb group: before it, through a relative pronoun, or shared with the verb before."""
    if group.infinitive:
        return _raised(analysis, group, floor)
    if group.gerund:
        return _of_participle(analysis, group, floor)
    return _before(analysis, group.subject_end, floor)


def _before(analysis: Analysis, end: int, floor: int) -> Source | None:
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if end <= floor:
        return None
    before = tags[end - 1]
    if before in "WH" and lowers[end - 1] in _RELATIVE:
        stop = end - 1 - (end - 2 >= floor and tags[end - 2] == ",")
        found = noun_phrase_before(analysis, stop, floor)
        return Source(*found) if found else None
    if before == "C" or (
        before == ","
        and end - 2 >= floor
        and _verb_before(analysis, end - 1, floor) is not None
        and not noun_phrase_before(analysis, end, floor)
    ):
        return _shared(analysis, end - 1, floor)
    found = noun_phrase_before(analysis, end, floor)
    if (
        found
        and lowers[found[0]] in {"it", "there"}
        and found[1] - found[0] == 1
        and lowers[end] in {"is", "was", "has", "had"}
    ):
        return Source(*found)
    return Source(*found) if found else None


def _verb_before(analysis: Analysis, at: int, floor: int) -> int | None:
    """The nearest finite verb before a token in its sentence, relative clauses not excluded."""
    for probe in range(at - 1, max(floor, at - _SHARED_REACH) - 1, -1):
        if analysis.tags[probe] == "v" or (
            analysis.tags[probe] in "dg" and analysis.tags[probe - 1] in "BVA" and probe > floor
        ):
            return probe
        if analysis.tags[probe] in ".;":
            return None
    return None


def _first_verb(analysis: Analysis, floor: int, end: int) -> int | None:
    """The main verb of the clause that a sentence begins with: the first finite one outside relative clauses."""
    skipping = False
    for probe in range(floor, min(end, floor + _SHARED_REACH)):
        found = analysis.tags[probe]
        if found in "WU" or (found == "H" and probe > floor and analysis.tags[probe - 1] in "NE"):
            skipping = True
        elif found == ",":
            skipping = False
        elif (
            found == "v"
            or (
                found in "dg"
                and probe > floor
                and analysis.tags[probe - 1] in "BVA"
                and _has_auxiliary(analysis, probe, floor)
            )
            or (found == "B" and analysis.tags[probe + 1 : probe + 2] not in (["d"], ["g"], ["A"]))
        ):
            if not skipping:
                return probe
            skipping = False
    return None


def _has_auxiliary(analysis: Analysis, verb: int, floor: int) -> bool:
    at = verb - 1
    while at >= floor and analysis.tags[at] in "AX":
        at -= 1
    return at >= floor and analysis.tags[at] in "BV"


def _shared(analysis: Analysis, at: int, floor: int) -> Source | None:
    """The subject of the verb that a coordinated verb follows."""
    verb = _verb_before(analysis, at, floor)
    for _ in range(3):
        if verb is None:
            return None
        group = verb_group(analysis, verb, floor)
        end = group.subject_end
        if end <= floor or analysis.tags[end - 1] != "C":
            return _before(analysis, end, floor) if end > floor else None
        verb = _verb_before(analysis, end - 1, floor)
    return None


def _of_participle(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject of a participle: the noun right before it, or that of its main clause."""
    tags, at = analysis.tags, group.subject_end
    if at <= floor:  # It opens the sentence: the subject follows the comma.
        return _after_comma(analysis, group.verb)
    before = tags[at - 1]
    if before in "NE" and analysis.tokens.lowers[at - 1] not in analysis.index.sets["grammar.time"]:
        if analysis.tags[group.verb + 1 : group.verb + 2] not in (["H"], ["q"], [","], [":"]):
            return None  # "a statement saying that", but not "a vital negotiating point"
        found = noun_phrase_before(analysis, at, floor)
        return Source(*found) if found else None
    if before not in ",UC-" and not (
        before == "P" and analysis.tokens.lowers[at - 1] in {"by", "in", "while", "after", "before"}
    ):
        return None
    verb = _first_verb(analysis, floor, at)
    if verb is None:
        return _after_comma(analysis, group.verb) if before in "UP" else None
    return _before(analysis, verb_group(analysis, verb, floor).subject_end, floor)


def _after_comma(analysis: Analysis, verb: int) -> Source | None:
    _, ceiling = analysis.bounds[analysis.sentence_of(verb)]
    for probe in range(verb, min(ceiling, verb + 40)):
        if analysis.tags[probe] == ",":
            found = noun_phrase_after(analysis, probe + 1, ceiling)
            return Source(*found) if found else None
    return None


def _raised(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject of an infinitive under a verb that only adds a phase or a look: "began to argue"."""
    at = group.first - 1
    if at < floor or analysis.tags[at] not in "vdgi" or analysis.tokens.lowers[at] not in analysis.index.aspect:
        return None
    outer = verb_group(analysis, at, floor)
    return None if outer.infinitive else subject_of(analysis, outer, floor)


def subject_after(analysis: Analysis, at: int, ceiling: int) -> Source | None:
    """The subject that follows its verb: "..., said the envoy, who ..."."""
    found = noun_phrase_after(analysis, at, ceiling)
    return Source(*found) if found else None


def agent_of(analysis: Analysis, at: int, ceiling: int) -> Source | None:
    """The agent of a passive: the noun phrase after "by" within a few words."""
    for probe in range(at, min(ceiling - 1, at + 6)):
        if analysis.tokens.lowers[probe] == "by":
            return subject_after(analysis, probe + 1, ceiling)
        if analysis.tags[probe] not in "ANEDP":
            return None
    return None


def holder_of(analysis: Analysis, cast: Cast, source: Source) -> tuple[ActorId | None, HolderReason | None]:
    """The actor that a source names, or why there is none.

    The person in it if there is one, else the mention at its head, else the first mention that is not a
    mere modifier.
    """
    if source.first < 0:
        return None, source.reason or HolderReason.NO_SOURCE
    lowers, tags = analysis.tokens.lowers, analysis.tags
    words = lowers[source.first : source.end]
    if "both" in words[:1] or "sides" in words[1:3] or ("side" in words[1:2] and words[0] == "neither"):
        return None, HolderReason.JOINT
    found = cast.at.get((source.first, source.end))
    if found is not None:
        return found, None
    if len(words) == 1 and (words[0] in analysis.index.sets["grammar.lone_subjects"] or words[0] in {"it", "there"}):
        return None, HolderReason.GENERIC
    inside = [
        (first, end, id)
        for first in range(source.first, source.end)
        for end, id in cast.starting.get(first, ())
        if end <= source.end and (tags[first] != "S" or end > first + 1) and (end == source.end or tags[end] != "G")
    ]
    head = head_end(analysis, source)
    if _is_joint(analysis, source.first, head, inside):
        return None, HolderReason.JOINT
    at_head = [id for _, end, id in inside if end == head]
    persons = [id for _, _, id in inside if id.startswith("person:")]
    beside = [id for first, _, id in inside if tags[head : head + 1] == [","] and 1 <= first - head <= _APPOSED]
    later = [id for first, end, id in inside if end > head and first < head]
    for fits in (at_head[-1:], later, persons, beside):  # The last: "their lobby, the Lund Council,".
        if fits:
            return fits[0], None
    if lowers[head - 1] in _STANDS_FOR and inside:
        return inside[0][2], None
    return None, HolderReason.UNRESOLVED


def _is_joint(analysis: Analysis, first: int, head: int, inside: list[tuple[int, int, ActorId]]) -> bool:
    """Whether "and" joins two actors before the end of a head: "Norway and Chile"."""
    joints = [at for at in range(first, head) if analysis.tags[at] == "C" and analysis.tokens.lowers[at] == "and"]
    return any(
        any(end <= at for _, end, _ in inside) and any(at < begin for begin, _, _ in inside)
        for at in joints
        if not any(begin < at < end for begin, end, _ in inside)
    )


def can_hold(analysis: Analysis, source: Source) -> bool:
    """Whether the words can name somebody who holds a view: a name, a pronoun, people, a body or a document."""
    if source.first < 0:
        return True
    tags, lowers, holders = analysis.tags, analysis.tokens.lowers, analysis.index.holders
    end = head_end(analysis, source)
    if any(tags[at] in "RSE" or lowers[at] in holders for at in range(source.first, end)):
        return True
    head = lowers[end - 1]
    if end - source.first == 1 and analysis.tokens.words[end - 1][0].isupper() and not head.endswith("s"):
        return True  # A name that opens its sentence.
    return head.endswith(_AGENTS)


def head_end(analysis: Analysis, source: Source) -> int:
    """Where the head noun of a phrase ends: before its first preposition, comma or relative."""
    for at in range(source.first, source.end):
        if analysis.tags[at] in "P,HWT(d-" and at > source.first:
            return at
    return source.end
