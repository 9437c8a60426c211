"""Verbs that take a side toward what they govern: "backed", "called for", "sided with", "was condemned by"."""

from __future__ import annotations

from typing import NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.certainty import is_unreal_perfect
from tradebrief.extraction.claims.sources import Source, agent_of, head_end
from tradebrief.extraction.grammar.inserted import past_inserted
from tradebrief.extraction.grammar.phrases import VerbGroup, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index_stances import StanceForm
from tradebrief.extraction.stances.holders import Control, control_of, possessor_of
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["Bearing", "is_nominal", "past_time", "read_passive", "read_verb", "slot_after", "with_agent"]

_LONGEST_TIME = 3
_LASTING = frozenset({"several", "some", "many", "a", "two", "three", "weeks", "months", "years"})
_DUE = frozenset({"has", "have", "had", "needs", "need", "needed", "yet"})
_SLOT_REACH = 14
_HEAD_REACH = 40  # Tokens from a verb within which the head of its object stands.
_SHARED_REACH = 5
_CLAUSE_REACH = 12
_SERIES_REACH = 16
_ASIDE_REACH = 24
_ROUGHLY = frozenset({("up", "to"), ("at", "least"), ("more", "than"), ("fewer", "than")})
_BY = ("by",)
_NONE_OF = frozenset({"neither", "no"})
_OBJECT_RELATIVES = frozenset({"who", "whom", "which", "that"})


class Bearing(NamedTuple):
    """A word that takes a side, with the words for who takes it and toward what, before they are resolved.

    Attributes:
        at: The token of the word.
        form: The rule's form that it is.
        control: Who takes it.
        target: Tokens of the noun phrase toward which it is taken; None where the words leave it unsaid.
        first: First token of the evidence.
        end: Token after it.
    """

    at: int
    form: StanceForm
    control: Control
    target: tuple[int, int] | None
    first: int
    end: int


def read_verb(analysis: Analysis, cast: Cast, at: int) -> list[Bearing]:  # noqa: ARG001 - one signature
    """The readings of a stance verb."""
    tag, lowers = analysis.tags[at], analysis.tokens.lowers
    nominal = is_nominal(analysis, at)
    if tag not in "vdgiVM" and not nominal:
        return []
    forms = analysis.index.stance_verbs.at(lowers, at)
    if not forms:
        return []
    found: list[Bearing] = []
    floor, ceiling = analysis.reach(at)
    read = _nominal if nominal else _participle if tag == "d" else _active
    longest = 0
    for form in forms:
        size = len(form.tail)
        if size < longest or (not size and tag in "VM"):
            continue
        if form.heads and form.heads.isdisjoint(lowers[max(floor, at - _HEAD_REACH) : min(ceiling, at + _HEAD_REACH)]):
            continue  # As most forms of "make" and "present".
        bearing = read(analysis, at, form, floor, ceiling)
        if bearing is not None:
            longest = size
            found.append(bearing)
    return found


def is_nominal(analysis: Analysis, at: int) -> bool:
    """Whether a form in "-ing" is a noun with its object after "of": "the | jailing | of Lund"."""
    lowers = analysis.tokens.lowers
    return lowers[at].endswith("ing") and analysis.tags[at] in "Ng" and lowers[at + 1 : at + 2] == ["of"]


def _nominal(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """A deed that a noun in "-ing" names: "Oslo's jailing of Lund", "the jailing of Lund by Oslo"."""
    if form.tail or "object" not in form.rule.slots or at + 2 >= ceiling:
        return None
    held = slot_after(analysis, at + 2, ceiling, ("object",))
    if held is None:
        return None
    target, agent = with_agent(analysis, held)
    owner = possessor_of(analysis, at, floor) or agent
    if owner is None:
        return None
    first = min(owner.first, at)
    return Bearing(
        at=at, form=form, control=Control(owner, first), target=target, first=first, end=max(target[1], owner.end)
    )


def with_agent(analysis: Analysis, target: tuple[int, int]) -> tuple[tuple[int, int], Source | None]:
    """A target without the agent after it, and the agent: "the arrest of | Lund | by Oslo"; of a name alone."""
    first, end = target
    by = next((at for at in range(first + 1, end - 1) if analysis.tokens.lowers[at] == "by"), end)
    agent = noun_phrase_after(analysis, by + 1, end) if by < end and analysis.tags[by - 1] == "E" else None
    return ((first, by), Source(*agent)) if agent is not None else (target, None)


def _participle(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """A participle in a passive, by itself ("a plan backed by Lima") or in a perfect."""
    group = verb_group(analysis, at, floor)
    if group.passive:
        if form.rule.slots == _BY:
            return _active(analysis, at, form, floor, ceiling)  # "will not be lectured by Lima": its subject's side.
        return read_passive(analysis, group, form, floor, ceiling)
    if group.infinitive:
        return None
    if not group.finite and not group.gerund and not _is_coordinate(analysis, group, floor, ceiling):
        return read_passive(analysis, group, form, floor, ceiling)
    return _active(analysis, at, form, floor, ceiling)


def _is_coordinate(analysis: Analysis, group: VerbGroup, floor: int, ceiling: int) -> bool:
    """Whether what looks like a participle is the second verb of a clause: "left early and blasted Lima"."""
    before, after = group.subject_end - 1, group.verb + 1
    joined = before > floor and analysis.tokens.lowers[before] in {"and", "but"}
    return joined and after < ceiling and analysis.tags[after] in "DSRE"


def _active(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    after = at + 1 + len(form.tail)
    target = slot_after(analysis, after, ceiling, form.rule.slots)
    if target is None and after < ceiling and analysis.tags[after] == "C":
        target = _shared_object(analysis, after, ceiling, form)
    elif target is None and after + 2 < ceiling and analysis.tags[after] == "," and "object" in form.rule.slots:
        target = _raised_object(analysis, after, ceiling)
    if target is None:
        reach = max(floor, at - _SLOT_REACH)
        tagged = analysis.tagged  # Most verbs without an object have no relative pronoun before them either.
        if "object" not in form.rule.slots or max(tagged.rfind("W", reach, at), tagged.rfind("H", reach, at)) < 0:
            return None
    control = control_of(analysis, verb_group(analysis, at, floor), floor)
    if control is None:
        return None
    if target is None:
        target = antecedent(analysis, control.source.first, floor)
        first = control.source.first
        return target and Bearing(at=at, form=form, control=control, target=target, first=first, end=after)
    if analysis.tokens.lowers[target[0]] in _NONE_OF:
        if analysis.tokens.lowers[target[0]] == "no" or target[1] - target[0] == 1:
            return None  # "expelled no diplomats"
        control = control._replace(negated=not control.negated)  # "trusts neither Lima nor Quito"
        target = (target[0] + 1, _past_nor(analysis, target[1], ceiling))
    return Bearing(at=at, form=form, control=control, target=target, first=control.first, end=target[1])


def _past_nor(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after the second of two that "neither" opens: "neither Lima | nor Quito"."""
    if at + 1 >= ceiling or analysis.tokens.lowers[at] != "nor":
        return at
    further = noun_phrase_after(analysis, at + 1, ceiling)
    return at if further is None else further[1]


def _shared_object(analysis: Analysis, joint: int, ceiling: int, form: StanceForm) -> tuple[int, int] | None:
    """The object that a verb shares with the one after "and": "backs and will defend the pact"."""
    tags = analysis.tags
    if "object" not in form.rule.slots or analysis.tokens.lowers[joint] == "nor":
        return None  # "neither supports nor opposes the pact" takes no side.
    verb = joint + 1
    while verb < ceiling and verb < joint + _SHARED_REACH and tags[verb] in "AXMVO":
        verb += 1
    if verb >= ceiling or tags[verb] not in "vdi":
        return None
    return slot_after(analysis, verb + 1, ceiling, ("object",))


def _raised_object(analysis: Analysis, mark: int, ceiling: int) -> tuple[int, int] | None:
    """The object after the second of two clauses that share it: "Lima has resisted, and Oslo has backed, the deal"."""
    tagged, tags = analysis.tagged, analysis.tags
    second = mark if tags[mark + 1] not in "CU" else tagged.find(",", mark + 2, ceiling)
    first = tagged.rfind(",", max(0, second - _CLAUSE_REACH), second)
    if not 0 < first < second <= mark + _CLAUSE_REACH or tags[first + 1] not in "CU":
        return None
    if tags[first - 1] not in "vd" or tags[second - 1] not in "vd" or tags[first + 2] not in "DSREN":
        return None
    return slot_after(analysis, second + 1, ceiling, ("object",))


def antecedent(analysis: Analysis, subject: int, floor: int) -> tuple[int, int] | None:
    """What a relative pronoun before a subject stands for, as the object: "the port that Lima blockaded"."""
    at = subject - 1
    if at <= floor or analysis.tags[at] not in "WH" or analysis.tokens.lowers[at] not in _OBJECT_RELATIVES:
        return None
    return noun_phrase_before(analysis, at - (analysis.tags[at - 1] == ","), floor)


def read_passive(analysis: Analysis, group: VerbGroup, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """The object before the verb, and the agent after it: "was condemned by Lima", "a plan backed by Lima"."""
    if "object" not in form.rule.slots and not form.tail and form.rule.category == "verb":
        return None
    if group.infinitive and group.first > floor and analysis.tokens.lowers[group.first - 1] in _DUE:
        return None  # "has to be ratified by Lima": it is yet to be done.
    after = group.verb + 1 + len(form.tail)
    agent = agent_of(analysis, after, ceiling)
    if agent is None:
        return None
    target = _undergoer(analysis, group, floor, agent.end, ceiling)
    if target is None or _stands_for_clause(analysis, target, agent.end):
        return None
    named = Source(agent.first, head_end(analysis, agent))
    if is_unreal_perfect(analysis, group.first, group.verb + 1):
        return None
    control = Control(named, min(group.first, group.verb), group.negated)
    first = min(target[0], control.first)
    return Bearing(at=group.verb, form=form, control=control, target=target, first=first, end=max(agent.end, after))


def _stands_for_clause(analysis: Analysis, target: tuple[int, int], after: int) -> bool:
    """Whether "it" only stands for the clause after the agent: "it was suggested by Lima that"."""
    first, end = target
    return end - first == 1 and analysis.tokens.lowers[first] == "it" and analysis.tags[after : after + 1] == ["H"]


def _undergoer(
    analysis: Analysis, group: VerbGroup, floor: int, agent_end: int, ceiling: int
) -> tuple[int, int] | None:
    """What is done something to in a passive with an agent: its subject, or the noun that the participle goes with."""
    tags, end = analysis.tags, group.subject_end
    if group.infinitive:  # "is likely to be welcomed by": what is likely to be
        raised = control_of(analysis, group, floor)
        return (raised.source.first, raised.source.end) if raised is not None else None
    if end > floor and tags[end - 1] in ",C" and (first := _series_start(analysis, group, floor)) is not None:
        return _undergoer(analysis, first, floor, agent_end, ceiling)
    if end <= floor or (end - 1 == floor and tags[floor] == "A"):
        return _after_comma(analysis, _last_agent_end(analysis, agent_end, ceiling), ceiling)
    if tags[end - 1] in ",WH":
        opener = analysis.tagged.rfind(",W", max(floor, end - _ASIDE_REACH), end - 1) if tags[end - 1] == "," else -1
        if opener > floor:
            end = opener  # "the bill, which would sanction Lima, | was tabled by"
        else:
            end -= 1 + (tags[end - 2] == "," and tags[end - 1] in "WH")
    return noun_phrase_before(analysis, end, floor)


def _series_start(analysis: Analysis, group: VerbGroup, floor: int) -> VerbGroup | None:
    """The first of a series of passives: "was dismissed, arrested by Lima", "backed by Quito but opposed by Lima"."""
    tags, lowers, joint = analysis.tags, analysis.tokens.lowers, group.subject_end - 1
    for probe in range(joint - 1, max(floor - 1, joint - _SERIES_REACH), -1):
        if tags[probe] == "d":
            before = verb_group(analysis, probe, floor)
            alone = not before.finite and not before.infinitive and lowers[probe + 1] == "by"
            return before if before.passive or alone else None
        if tags[probe] == "B" and lowers[joint] in {"and", "but"}:  # "is costly and opposed by Lima"
            return verb_group(analysis, probe, floor)
        if tags[probe] in "vMBVO.;:UWHgi":
            return None
    return None


def _last_agent_end(analysis: Analysis, at: int, ceiling: int) -> int:
    """The end of the last agent of a series that opens a sentence: "Backed by Lima but opposed by Quito, the pact"."""
    while at + 2 < ceiling and analysis.tags[at] == "C" and analysis.tags[at + 1] == "d":
        further = agent_of(analysis, at + 2, ceiling)
        if further is None:
            break
        at = further.end
    return at


def _after_comma(analysis: Analysis, at: int, ceiling: int) -> tuple[int, int] | None:
    if at + 1 < ceiling and analysis.tags[at] == ",":
        return noun_phrase_after(analysis, at + 1, ceiling)
    return None


def slot_after(analysis: Analysis, at: int, ceiling: int, slots: tuple[str, ...]) -> tuple[int, int] | None:
    """The noun phrase in the first slot that fits: the object right after a verb, or one after a preposition."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at = past_inserted(analysis, past_time(analysis, at, ceiling), ceiling)
    if at >= ceiling:
        return None
    if tags[at] == "v" and lowers[at].endswith("ed") and tags[at + 1 : at + 2] in (["N"], ["E"]):
        at += 1  # "rejects proposed changes"
    if "object" in slots and tags[at] in "DSRENKdg":
        found = _phrase(analysis, at, ceiling)
        if found is not None:
            return found
    if len(slots) == 1 and slots[0] == "object":
        return None
    for probe in range(at, min(ceiling - 1, at + _SLOT_REACH)):
        if lowers[probe] in slots and (found := _phrase(analysis, probe + 1, ceiling)) is not None:
            return found
        if tags[probe] in ",;:vMBVOHWUCTi":
            return None
    return None


def past_time(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after adverbs, marks of quotation and days ("lifted Friday the ban")."""
    tags, lowers, times = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    while at < ceiling and (tags[at] in "Aq" or lowers[at] in times) and tags[at + 1 : at + 2] != ["N"]:
        at += 1
    if at + 2 < ceiling and tags[at + 2] == "K" and (lowers[at], lowers[at + 1]) in _ROUGHLY:
        at += 2  # "up to 500 settlers"
    return at


def _phrase(analysis: Analysis, at: int, ceiling: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token, if it is neither a time nor the holder again ("himself")."""
    sets, lowers = analysis.index.sets, analysis.tokens.lowers
    while at < ceiling and analysis.tags[at] == "q":
        at += 1
    if at >= ceiling or lowers[at] in sets["grammar.time"] or lowers[at].endswith(("self", "selves")):
        return None
    if lowers[at] == "back":
        return None  # "hit back with a levy": no noun.
    found = noun_phrase_after(analysis, at, ceiling)
    lasting = found is not None and found[1] - at <= _LONGEST_TIME and lowers[at] in _LASTING
    if found is not None and lasting and lowers[found[1] - 1].removesuffix("s") in sets["grammar.time"]:
        return None  # "has argued for several weeks"
    return found
