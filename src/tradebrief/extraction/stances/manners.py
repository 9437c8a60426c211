"""Judgments by how something is done and on what it rests: "acted with great care", "rests on a shaky foundation"."""

from __future__ import annotations

from typing import NamedTuple

from tradebrief.extraction.stances.weighing import PREDICATE_REACH
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = ["Manner", "manner"]

_TELLING = frozenset(
    {"with", "well", "admirably", "handsomely", "faithfully", "badly", "poorly", "ill", "too", "than", "on", "upon"}
)
_UPON = frozenset({"on", "upon"})
_TOWARD = frozenset({"on", "upon", "to"})
_MARKS = ",;:"
_GROUP_REACH = 5
_PHRASE_REACH = 7
_SERVED_REACH = 8
_SUPPORT, _OPPOSE = Polarity.SUPPORT, Polarity.OPPOSE


class Manner(NamedTuple):
    """What the manner of a predicate says for or against its subject.

    Attributes:
        polarity: For or against.
        conduct: Whether it judges somebody alone, and no thing: "acted too slowly", but "prices rose too slowly".
    """

    polarity: Polarity
    conduct: bool = False


def manner(analysis: Analysis, verb: int, end: int, *, turned: bool) -> Manner | None:
    """The side that a predicate takes by how something is done or what it rests on, where no word of it judges.

    Args:
        analysis: The article.
        verb: The first token of the predicate.
        end: The token after its clause.
        turned: Whether a negation stands before it.
    """
    lowers, tags = analysis.tokens.lowers, analysis.tags
    last = min(end, verb + PREDICATE_REACH)
    if _TELLING.isdisjoint(lowers[verb:last]):
        return None
    stop = next((at for at in range(verb, last) if tags[at] in _MARKS), last)
    denied = turned or "X" in tags[verb:stop]
    side = _served(analysis, verb, stop)
    if side is not None:
        return Manner((_OPPOSE if side is _SUPPORT else _SUPPORT) if denied else side)
    if denied:
        return None
    side = _founded(analysis, verb, stop) or _inclined(analysis, verb, stop) or _conducted(analysis, verb, stop)
    if side is not None:
        return Manner(side)
    return Manner(_OPPOSE, conduct=True) if _is_overdone(analysis, verb, stop) else None


def _served(analysis: Analysis, verb: int, stop: int) -> Polarity | None:
    """How somebody or something is served: "has served the talks well"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    group = range(verb, min(stop, verb + _GROUP_REACH))
    at = next((at for at in group if lowers[at] in sets["aspect.serving"] and analysis.tags[at] in "vdig"), stop)
    for probe in range(at + 2, min(stop, at + _SERVED_REACH)):
        if lowers[probe] in sets["aspect.well"]:
            return _SUPPORT
        if lowers[probe] in sets["aspect.ill"]:
            return _OPPOSE
    return None


def _founded(analysis: Analysis, verb: int, stop: int) -> Polarity | None:
    """What a thing rests on: "rests on a legitimate grievance", "is built on a fallacy"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    group = range(verb, min(stop - 2, verb + _GROUP_REACH))
    at = next((at for at in group if lowers[at] in sets["aspect.resting"] and lowers[at + 1] in _UPON), stop)
    balance = 0
    for probe in range(at + 2, min(stop, at + _PHRASE_REACH)):
        if analysis.tags[probe] not in "DSNAdgK":
            return None
        balance += _side(analysis, probe)
        if lowers[probe] in sets["aspect.grounds"] and analysis.tags[probe + 1 : probe + 2] not in (["N"], ["E"]):
            return _of_balance(balance or -(lowers[probe] in sets["aspect.fallacies"]))
    return None


def _inclined(analysis: Analysis, verb: int, stop: int) -> Polarity | None:
    """Whether a thing is decided by reasons or by impulses: "relies more on emotion than on evidence"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    words = lowers[verb:stop]
    if "than" not in words or "more" not in words or sets["aspect.leaning"].isdisjoint(words):
        return None
    more, than = lowers.index("more", verb), lowers.index("than", verb)
    if more > than or lowers[more + 1] not in _TOWARD:
        return None
    reasons, impulses = sets["aspect.reasons"], sets["aspect.impulses"]
    former, latter = lowers[more:than], lowers[than:stop]
    if not impulses.isdisjoint(former) and not reasons.isdisjoint(latter):
        return _OPPOSE
    return _SUPPORT if not reasons.isdisjoint(former) and not impulses.isdisjoint(latter) else None


def _conducted(analysis: Analysis, verb: int, stop: int) -> Polarity | None:
    """How somebody acts, by a noun after "with": "conducted its review with admirable care"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    place = next((at for at in range(verb + 1, stop - 1) if lowers[at] == "with"), stop)
    if place >= stop or not sets["aspect.regarding"].isdisjoint(lowers[verb:place]):
        return None
    if "B" in tags[verb:place] and "d" in tags[verb:place]:
        return None  # "was treated with contempt": that is another's doing.
    balance = 0
    for probe in range(place + 1, min(stop, place + _GROUP_REACH)):
        if lowers[probe] in sets["aspect.conduct"] and tags[probe] == "N":
            done = (lowers[probe] in sets["aspect.well_done"]) - (lowers[probe] in sets["aspect.badly_done"])
            return _of_balance(balance or done)
        if tags[probe] not in "DNAdg":
            return None
        balance += _side(analysis, probe)
    return None


def _is_overdone(analysis: Analysis, verb: int, stop: int) -> bool:
    """Whether something is done too fast or too slowly: "reacted too late", "resort too quickly to tariffs"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    at = next((at for at in range(verb + 1, stop - 1) if lowers[at] == "too"), stop)
    if at >= stop or "B" in tags[verb:at] or not {"v", "d", "i"}.intersection(tags[verb:at]):
        return False
    adverb = lowers[at + 1]
    return adverb in analysis.index.sets["aspect.overdoing"] or (adverb.endswith("ly") and tags[at + 1] == "A")


def _side(analysis: Analysis, at: int) -> int:
    """The side of a word that judges by itself: 1, -1, or 0 where it does not."""
    side = analysis.index.judgments.alone(analysis.tokens.lowers[at]) or 0
    return (side > 0) - (side < 0)


def _of_balance(balance: int) -> Polarity | None:
    """The side of a balance."""
    if not balance:
        return None
    return _SUPPORT if balance > 0 else _OPPOSE
