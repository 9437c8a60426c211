"""Judgments whose subject stands elsewhere: "it is regrettable that", "it was Lima that", "what troubles us is"."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.aspects import hard_to, missing, standing_out
from tradebrief.extraction.stances.judgments import Judgment
from tradebrief.extraction.stances.weighing import PREDICATE_REACH, does_wrong, predicate_end, weigh
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = ["about_deeds", "cleft", "expletive", "extraposed", "pseudo_cleft"]

_SUBJECT_REACH = 20
_RELATIVES = frozenset({"that", "who", "which"})
_TIMELY_REACH = 5
_TIMES = (["the", "time", "has", "come"], ["the", "time", "had", "come"], ["now", "is", "the", "time"])
_HERE = frozenset({"this", "now"})
_MOMENTS = frozenset({"time", "moment", "hour", "occasion"})
_OPENERS = frozenset({"for", "to"})
_SPEAKERS = frozenset({"me", "us"})
_OPPOSE = Polarity.OPPOSE


def expletive(analysis: Analysis, first: int, end: int, found: FoundClaim | None) -> Judgment | None:
    """What "it" stands for: "it is regrettable that Lima waited", "it would be a pity if", "it is time to wait"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    due = _due(analysis, first, end)
    if due is not None:
        return Judgment(claim=found, target=(due, end), polarity=None, end=end, close=end)
    if lowers[first] in _HERE:
        return _timely(analysis, found, first, end)
    if lowers[first] != "it" or first + 3 >= end or tags[first + 1] not in "MBv":
        return None
    reach = range(first + 2, min(end - 1, first + PREDICATE_REACH))
    opener = next((at for at in reach if _opens(analysis, at)), None)
    if opener is None:
        return None
    if (judged := hard_to(analysis, found, first, end)) is not None:
        return judged
    if tags[opener] == "T" and lowers[opener - 1] in analysis.index.sets["aspect.hard"]:
        return None  # "it is hard to fault"
    polarity = weigh(analysis, first + 1, opener)
    if polarity is None:
        return None
    begin = opener + 1
    if (
        tags[opener] == "T"
        and lowers[begin] in analysis.index.sets["judged.noticing"]
        and tags[begin + 1 : begin + 2] == ["H"]
        and begin + 2 < end
    ):
        begin += 2  # "it is heartening to see that | Lima has waited"
    return Judgment(claim=found, target=(begin, end), polarity=polarity, end=end, close=end, clause=True)


def extraposed(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """What "it" stands for in an object: "finds it unacceptable that | the levy stays", "deems it wise to | wait"."""
    if analysis.tokens.lowers[first] != "it":
        return None
    if (judged := hard_to(analysis, found, first, end)) is not None:
        return judged
    reach = range(first + 1, min(end - 1, first + PREDICATE_REACH))
    opener = next((at for at in reach if _opens(analysis, at)), None)
    polarity = weigh(analysis, first + 1, opener) if opener is not None and opener > first + 1 else None
    if opener is None or polarity is None:
        return None
    return Judgment(claim=found, target=(opener + 1, end), polarity=polarity, end=end, close=end, clause=True)


def _opens(analysis: Analysis, at: int) -> bool:
    """Whether a token opens what "it" stands for: "that", "if", or "to" with a verb that is no passive of the verb."""
    tags = analysis.tags
    if tags[at] != "T":
        return tags[at] == "H" or (tags[at] == "U" and analysis.tokens.lowers[at] == "if")
    return tags[at + 1] in "iBA" and tags[at + 1 : at + 3] != ["B", "d"]  # "it is | to be hoped that"


def _due(analysis: Analysis, first: int, end: int) -> int | None:
    """Where what it is time for begins: "it is high time for Lima | to lift the ban", "the time has come | to talk"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at = first + len(_TIMES[0])
    if lowers[first:at] not in _TIMES:
        if lowers[first] != "it" or tags[first + 1 : first + 2] != ["B"]:
            return None
        last = min(end, first + _TIMELY_REACH)
        at = next((at + 1 for at in range(first + 2, last) if lowers[at] == "time"), end)
        if "X" in tags[first:at]:
            return None  # "it is not yet time to"
    if at + 2 >= end:
        return None
    if lowers[at] == "for":
        phrase = noun_phrase_after(analysis, at + 1, end)
        at = phrase[1] if phrase is not None else end
    elif tags[at] == "H" or tags[at] in "DSNER":
        return at + (tags[at] == "H")  # "it is high time Lima lifted the ban"
    return at + 1 if at + 1 < end and tags[at] == "T" else None


def _timely(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """What it is the time for, or not: "this is not the time for a levy", "now is the wrong moment to raise it"."""
    tags, lowers, last = analysis.tags, analysis.tokens.lowers, min(end - 1, first + _TIMELY_REACH + 1)
    at = next((at for at in range(first + 2, last) if lowers[at] in _MOMENTS), last)
    if at >= last or tags[first + 1] != "B" or lowers[at + 1] not in _OPENERS:
        return None
    against = "X" in tags[first:at] or not analysis.index.sets["judged.untimely"].isdisjoint(lowers[first:at])
    if against:
        polarity = _OPPOSE
    elif lowers[at - 1] == "the" and lowers[at + 1] == "for":
        polarity = Polarity.SUPPORT
    else:
        return None  # "this was a time of"
    clause = tags[at + 1] == "T"
    phrase = (at + 2, end) if clause else noun_phrase_after(analysis, at + 2, end)
    if phrase is None or phrase[0] >= end:
        return None
    return Judgment(
        claim=found, target=phrase, polarity=polarity, opening=first, end=phrase[1], close=end, clause=clause
    )


def pseudo_cleft(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """What a clause with "what" judges: "what troubles us is the silence of Lima", "what remains fair is the quota"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    last, own = min(end - 1, first + _SUBJECT_REACH), first + 1
    if (judged := missing(analysis, found, first, end) or standing_out(analysis, found, first, end)) is not None:
        return judged
    if lowers[first] != "what" or own >= last or tags[own] not in "vMBVO":
        return None
    copula = next((at for at in range(own + 1, last) if tags[at] == "B" and tags[at - 1] not in "MVXAO"), None)
    if copula is None:
        return None
    polarity = weigh(analysis, own, copula)
    felt = next((at for at in range(own, copula) if tags[at] in "vid"), copula)
    pleases, displeases = lowers[felt] in sets["judged.pleasing"], lowers[felt] in sets["judged.displeasing"]
    if pleases or displeases:
        if lowers[felt + 1] not in _SPEAKERS:
            return None  # "what troubles Norway is": that is Norway's view.
        polarity = Polarity.SUPPORT if pleases else _OPPOSE
    if polarity is None:
        return None
    begin = copula + 1
    if lowers[begin : begin + 1] == ["not"]:  # "what troubles us is not the levy but | the quota"
        begin = next((at + 1 for at in range(begin, min(end - 1, begin + _SUBJECT_REACH)) if lowers[at] == "but"), end)
    while begin < end and tags[begin] in "AX":
        begin += 1
    clause = tags[begin : begin + 1] == ["H"]
    phrase = (begin + 1, end) if clause else noun_phrase_after(analysis, begin, end)
    if phrase is None or phrase[0] >= end:
        return None
    return Judgment(
        claim=found, target=phrase, polarity=polarity, opening=first, end=phrase[1], close=end, clause=clause
    )


def cleft(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """Who it is that has done something: "it was Lima that had broken the truce"."""
    tags, last = analysis.tags, min(end - 1, first + _SUBJECT_REACH)
    relative = next((at for at in range(first, last) if tags[at] not in "DSENKGh"), last)
    if relative in (first, last) or analysis.tokens.lowers[relative] not in _RELATIVES:
        return None
    if relative == first + 1 and tags[first] == "N" and not analysis.tokens.lowers[first].endswith("s"):
        return None  # "it is clear that the levy hurts"
    polarity = weigh(analysis, relative + 1, end)
    if polarity is None:
        return None
    stop = predicate_end(analysis, relative + 1, end)
    wrong = polarity is _OPPOSE and does_wrong(analysis, relative + 1, stop)
    return Judgment(claim=found, target=(first, relative), polarity=polarity, end=stop, close=end, wrong=wrong)


def about_deeds(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """What somebody has done, with its predicate: "what Lima did is shameful"."""
    tags, last = analysis.tags, min(end - 1, first + _SUBJECT_REACH)
    own = next((at for at in range(first + 1, last) if tags[at] in "vMBVO"), last)
    verb = next((at for at in range(own + 1, last) if tags[at] == "B"), None)
    polarity = weigh(analysis, verb, end) if verb is not None and tags[own] != "B" else None
    if verb is None or polarity is None or own == first + 1:
        return None
    return Judgment(
        claim=found, target=(first + 1, own), polarity=polarity, end=predicate_end(analysis, verb, end), close=end
    )
