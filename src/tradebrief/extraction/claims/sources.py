"""Who a cue belongs to: the words that name a source, and the actor that they name."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.actors.joint import is_joint, joint_actors
from tradebrief.extraction.actors.pronouns import may_act
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId, HolderReason

__all__ = [
    "Source",
    "after_apposition",
    "agent_of",
    "can_hold",
    "head_end",
    "holder_of",
    "is_document",
    "is_nobody",
    "subject_after",
]
_AGENT_REACH = 6
_ONE = ["one"]
_WHAT_REACH = 12
_AUTHOR = frozenset({"by", "from"})
_PART_OF = frozenset({"of", "in"})
_NOBODY = frozenset({"neither", "no", "nobody", "none", "few"})
_AFFIRMED = frozenset({".", "fewer", "less"})  # After "no": "No. 10 said", "no fewer than ten mills said".
_BOTH, _THOSE = ["both"], ["those"]
_JOINING = frozenset({"and", "nor", "or"})
_FLOATING = frozenset({"both", "all"})
_WITH_DESCRIPTION = 2  # Pieces between commas: a name and what it is.
_NO_LIST = re.compile("[vMBVOWHT;:q]|,[dgPU]")  # Over tags.
_ROUGHLY = frozenset({("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"), ("up", "to")})
_APPOSED = 2  # Tokens from a comma to the name after it, an article counted.

_AFTER_HEAD = re.compile("[P,HWT(-]|(?<!h)d|(?<=N)g(?=[DSNEK])")  # Over tags; "US-based" goes on.
_STANDS_FOR = frozenset({"side", "government", "administration", "capital", "delegation"})
_AGENTS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "crat", "crats")  # miller, economist


class Source(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    """The words that name whose claim it is.

    Attributes:
        first: First token; -1 where nothing names anybody.
        end: Token after the last.
        reason: Why there are no words, or why nobody is meant.
    """

    first: int
    end: int
    reason: HolderReason | None = None


def subject_after(analysis: Analysis, at: int, ceiling: int) -> Source | None:
    """The subject that follows its verb: "..., said the envoy, who ..."."""
    found = noun_phrase_after(analysis, at, ceiling)
    return Source(*found) if found else None


def agent_of(analysis: Analysis, at: int, ceiling: int) -> Source | None:
    """The agent of a passive: the noun phrase after "by" within a few words."""
    for probe in range(at, min(ceiling - 1, at + 6)):
        if analysis.tokens.lowers[probe] == "by":
            return subject_after(analysis, probe + 1, ceiling)
        if analysis.tags[probe] not in "ANEDPSq":
            return None
    return None


def after_apposition(analysis: Analysis, source: Source, ceiling: int) -> int:
    """The token after a source and the comma that closes its apposition: "the refusal of the mayor, Ana Ruiz, | to"."""
    tags, end = analysis.tags, source.end
    return end + (end + 1 < ceiling and tags[end] == "," and "," in tags[source.first : end])


def holder_of(analysis: Analysis, cast: Cast, source: Source) -> tuple[ActorId | None, HolderReason | None]:
    """The actor that a source names, or why there is none.

    The person in it if there is one, else the mention at its head, else the first mention that is not a
    mere modifier. A document speaks for its author.
    """
    if source.first < 0:
        return None, source.reason or HolderReason.NO_SOURCE
    lowers, first, end = analysis.tokens.lowers, source.first, source.end
    words = lowers[first:end]
    if words[:1] == _BOTH or "sides" in words[1:3] or (words[1:2] == ["and"] and analysis.tags[first] == "R"):
        return None, HolderReason.JOINT
    if is_nobody(analysis, source) and words[0] != "neither":
        return None, HolderReason.GENERIC
    found = cast.at.get((first, end))
    if found is not None:
        return found, None
    if words == _ONE and analysis.is_authored(analysis.tokens.starts[first]) and _is_generic(analysis, end):
        author = cast.author_near(analysis.tokens.starts[first])  # "One can only hope that"
        return author, HolderReason.GENERIC if author is None else None
    head = head_end(analysis, source)
    if is_joint(analysis, first, head):
        return None, HolderReason.JOINT
    reason = _reason_of_pronoun(analysis, cast, source)
    if reason is not None:
        presented = _presented(analysis, cast, source) if words == _THOSE else None
        return presented or (None, reason)
    if lowers[head - 1] in analysis.index.sets["grammar.documents"]:
        author = _author_of(analysis, cast, source)
        return author, HolderReason.UNRESOLVED if author is None else None
    found, reason = _named_in(analysis, cast, source, head)
    if found is None and reason is HolderReason.UNRESOLVED:
        return _presented(analysis, cast, source) or (None, reason)
    return found, reason


def _is_generic(analysis: Analysis, after: int) -> bool:
    """Whether a verb follows "one", so that it means the writer: "one | can only hope"."""
    return after < len(analysis.tags) and analysis.tags[after] in "MBv"


def _presented(analysis: Analysis, cast: Cast, source: Source) -> tuple[ActorId, None] | None:
    """The actor of whom a source says who it is: "Norway is one of the states", "Norway, the only state that"."""
    tags, first = analysis.tags, source.first
    floor, _ = analysis.reach(first)
    at = first - 1 - (analysis.tokens.lowers[first - 1] == "among")
    while at > floor and tags[at] == "A":
        at -= 1
    if at <= floor or tags[at] not in "B,":
        return None
    subject = noun_phrase_before(analysis, at, floor)
    if tags[at] == "B" and subject is not None and "what" in analysis.tokens.lowers[max(floor, at - _WHAT_REACH) : at]:
        return None  # "What troubles Norway is Lima's silence."
    found = cast.at.get(subject) if subject is not None else None
    return (found, None) if found is not None else None


def _named_in(analysis: Analysis, cast: Cast, source: Source, head: int) -> tuple[ActorId | None, HolderReason | None]:
    """The actor whose mention within a source stands for the whole; ``head`` is where its head ends."""
    lowers, tags, starting = analysis.tokens.lowers, analysis.tags, cast.starting
    inside = [
        (first, end, id)
        for first in range(source.first, source.end)
        if first in starting
        for end, id in starting[first]
        if end <= source.end and (tags[first] != "S" or end > first + 1) and (end == source.end or tags[end] != "G")
    ]
    if not inside:
        around = _around(cast, source)
        return around, HolderReason.UNRESOLVED if around is None else None
    if not _JOINING.isdisjoint(lowers[source.first : source.end]) and (
        _is_joint(analysis, source.first, head, inside) or _is_listed(analysis, source, inside)
    ):
        return None, HolderReason.JOINT
    at_head = [id for _, end, id in inside if end == head]
    if at_head:
        return at_head[-1], None
    persons = [id for first, _, id in inside if id.startswith("person:") and (first < head or tags[first] != "R")]
    beside = [id for first, _, id in inside if tags[head : head + 1] == [","] and 1 <= first - head <= _APPOSED]
    later = [id for first, end, id in inside if end > head and first < head]
    for fits in (later, persons, beside):  # The last: "their lobby, the Lund Council,".
        if fits:
            return fits[0], None
    if lowers[head - 1] in _STANDS_FOR:
        return inside[0][2], None
    return None, HolderReason.UNRESOLVED


def _author_of(analysis: Analysis, cast: Cast, source: Source) -> ActorId | None:
    """Whose a document is: "a report by the OECD", "Oslo's letter", "a ministry statement"; not who has seen it."""
    tags, lowers, head = analysis.tags, analysis.tokens.lowers, head_end(analysis, source)
    by = _author_at(analysis, head, source.end)
    if by is not None:
        return next((id for first in (by, by + 1) for _, id in cast.starting.get(first, ())), None)
    for first in range(source.first, head):
        for end, id in cast.starting.get(first, ()):
            owns = tags[end] == "G" or (tags[first] == "S" and end == first + 1)
            country = id.startswith("country:") and lowers[first:end] != ["white", "house"]
            if owns or (end == head - 1 and not country):
                return id
    return None


def _author_at(analysis: Analysis, head: int, end: int) -> int | None:
    """The token after "by" or "from" that follows a document, or a verb for how it came from its author."""
    lowers, issued = analysis.tokens.lowers, analysis.index.sets["grammar.issued"]
    at = head + (head < end and analysis.tags[head] == ",")
    at += at < end and analysis.tags[at] == "A"
    if at < end and lowers[at] in issued:  # "issued on Friday by"
        at = next((agent for agent in range(at + 1, min(end, at + _AGENT_REACH)) if lowers[agent] == "by"), end)
    return at + 1 if at + 1 < end and lowers[at] in _AUTHOR else None


def _reason_of_pronoun(analysis: Analysis, cast: Cast, source: Source) -> HolderReason | None:
    """Why a pronoun that is joined to nobody has no holder; None for any other words."""
    words = analysis.tokens.lowers[source.first : source.end]
    if words == ["they"]:
        pair = joint_actors(analysis, cast, source.first, source.end)
        return HolderReason.JOINT if pair else HolderReason.UNRESOLVED
    if words == ["it"] and may_act(analysis, source.first):
        return HolderReason.UNRESOLVED
    nobody = len(words) == 1 and (
        words[0] in analysis.index.sets["grammar.lone_subjects"] or words[0] in {"it", "there"}
    )
    return HolderReason.GENERIC if nobody else None


def is_nobody(analysis: Analysis, source: Source) -> bool:
    """Whether what is said of a source is denied of it: "no minister", "few mills", "neither Oslo nor Lima"."""
    lowers, first = analysis.tokens.lowers, source.first
    return first >= 0 and lowers[first] in _NOBODY and _AFFIRMED.isdisjoint(lowers[first + 1 : first + 2])


def _around(cast: Cast, source: Source) -> ActorId | None:
    """The actor whose mention begins as a source does and goes on after it: "three people", "briefed on the talks"."""
    return next((id for end, id in cast.starting.get(source.first, ()) if end > source.end), None)


def _is_joint(analysis: Analysis, first: int, head: int, inside: list[tuple[int, int, ActorId]]) -> bool:
    """Whether "and", "or" or "nor" joins two actors before the end of a head: "Norway and Chile"."""
    joints = [at for at in range(first, head) if analysis.tags[at] == "C" and analysis.tokens.lowers[at] in _JOINING]
    return any(
        any(end <= at for _, end, _ in inside) and any(at < begin for begin, _, _ in inside)
        for at in joints
        if not any(begin < at < end for begin, end, _ in inside)
    )


def _is_listed(analysis: Analysis, source: Source, inside: list[tuple[int, int, ActorId]]) -> bool:
    """Whether "and" joins more than two, or two with a description: "Peru, Oslo and Chile", "Lund, a miller, and Berg".

    Not where it joins what one of them is or heads: "Lund, an envoy to Peru and Chile".
    """
    tags, lowers, (first, end, _) = analysis.tags, analysis.tokens.lowers, source
    if lowers[end - 1] in _FLOATING:
        return True
    parting = [
        at
        for at in range(first, end)
        if (tags[at] == "," or lowers[at] == "and") and not any(begin < at < stop for begin, stop, _ in inside)
    ]
    joint = next((at for at in reversed(parting) if lowers[at] == "and"), first)
    if first in {joint, *parting[:1]} or tags[parting[0]] != "," or _NO_LIST.search(analysis.tagged, first, end):
        return False
    edges = [first - 1, *parting, end]
    pieces = [(left + 1, right) for left, right in pairwise(edges) if right > left + 1]
    if "P" in tags[pieces[0][0] : pieces[0][1]]:
        return False
    described = tags[joint - 1] == "," and sum(right <= joint for _, right in pieces) == _WITH_DESCRIPTION
    if described:
        before = {id for _, stop, id in inside if stop <= joint}
        return bool(before) and any(begin > joint and id not in before for begin, _, id in inside)
    named = [next((id for begin, stop, id in inside if left <= begin and stop == right), "") for left, right in pieces]
    ids = [id for id in named if id]
    unnamed = [piece for piece, id in zip(pieces, named, strict=True) if not id]
    plain = all(
        tags[at] == "E" or (tags[at] == "N" and lowers[right - 1].endswith("s"))  # "farmers, unions and Norway"
        for left, right in unnamed
        for at in range(left, right)
    )
    return plain and len(set(ids)) == len(ids) > 1 and len(pieces) > _WITH_DESCRIPTION


def can_hold(analysis: Analysis, source: Source) -> bool:
    """Whether the words can name somebody who holds a view: a name, a pronoun, people, a body or a document."""
    if source.first < 0:
        return True
    tags, lowers, holders = analysis.tags, analysis.tokens.lowers, analysis.index.holders
    end = head_end(analysis, source)
    if end + 1 < source.end and lowers[end] in _PART_OF and _is_amount(analysis, end - 1):
        if tags[end + 1] == "K":
            return True  # "one in 10", "two of 12"
        if lowers[end] == "of":  # "a number of senators", but "a group in the south"
            return can_hold(analysis, Source(end + 1, source.end))
    for at in range(source.first, end):
        if tags[at] in "RSE" or lowers[at] in holders:
            return True
    if lowers[source.end - 1] == "whom":
        return True  # "one of whom"
    head = lowers[end - 1]
    if end == source.end and head.rpartition("-")[2] in analysis.index.sets["grammar.amounts"]:
        return True  # "two-thirds"
    if end - source.first == 1 and analysis.tokens.words[end - 1][0].isupper() and not head.endswith("s"):
        return True  # A name that opens its sentence.
    return head.endswith(_AGENTS) and head.removesuffix("s") not in analysis.index.sets["grammar.no_agents"]


def _is_amount(analysis: Analysis, at: int) -> bool:
    """Whether a word tells how many of somebody: "a majority of mills", "3 in 10 mills", "two-thirds of mills"."""
    word, amounts = analysis.tokens.lowers[at], analysis.index.sets["grammar.amounts"]
    return analysis.tags[at] == "K" or word in amounts or word.rpartition("-")[2] in amounts


def is_document(analysis: Analysis, source: Source) -> bool:
    """Whether the words name what is written or measured: a report, a poll, figures."""
    end = head_end(analysis, source)
    documents = analysis.index.sets["grammar.documents"]
    return source.first >= 0 and not documents.isdisjoint(analysis.tokens.lowers[source.first : end])


def head_end(analysis: Analysis, source: Source) -> int:
    """Where the head noun of a phrase ends: before its first preposition, comma or relative."""
    tagged, lowers, first, end = analysis.tagged, analysis.tokens.lowers, source.first, source.end
    found = _AFTER_HEAD.search(tagged, first + 1, end)
    if found is None:
        return end
    at = found.start()
    if tagged[at] == "g" and lowers[at - 1] not in analysis.index.holders:
        found = _AFTER_HEAD.search(tagged, at + 1, end)  # "steel making states", but "firms making steel"
        at = found.start() if found is not None else end
    if at - 2 >= first and lowers[at - 1] in analysis.index.adjective_cues and lowers[at - 2] in analysis.index.holders:
        return at - 1  # "growers angry at the levy"
    if at == first + 1 and 0 <= first < end - 2 and (lowers[first], lowers[at]) in _ROUGHLY:
        found = _AFTER_HEAD.search(tagged, at + 1, end)  # "up to 500 settlers"
        return found.start() if found is not None else end
    return at
