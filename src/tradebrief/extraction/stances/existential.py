"""Judgments by what there is: "there is much to be said for the deal", "there is no excuse for the levy"."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.judgments import Judgment
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = ["existential"]

_REACH = 5
_SOMETHING = frozenset({"something", "nothing", "anything", "much"})


def existential(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """The judgment of a clause that says what there is for or against a thing or a deed."""
    tags, lowers, book = analysis.tags, analysis.tokens.lowers, analysis.index.existentials
    if lowers[first] != "there" or first + 3 >= end:
        return None
    verb = next((at for at in range(first + 1, min(end, first + _REACH)) if tags[at] == "B"), None)
    if verb is None or "X" in tags[first:verb]:
        return None
    read = next((read for at in range(verb + 1, min(end - 1, verb + _REACH)) if (read := book.at(lowers, at))), None)
    read = read or _something(analysis, verb + 1, end)
    if read is None or read[0] >= end:
        return None
    begin, polarity = read
    deed = lowers[begin - 1] == "to"
    if deed and lowers[begin] in analysis.index.sets["judged.supposing"]:
        return None  # "there is little reason to believe that Lima will wait": what is to come
    phrase = (begin, end) if deed else noun_phrase_after(analysis, begin, end)
    if phrase is None and tags[begin] == "g":
        phrase, deed = (begin, end), True
    elif phrase is not None and not deed and phrase[1] + 1 < end and tags[phrase[1]] == "T":
        phrase, deed = (phrase[1] + 1, end), True  # "every reason for Lima | to wait"
    if phrase is None:
        return None
    return Judgment(claim=found, target=phrase, polarity=polarity, end=phrase[1], close=end, clause=deed)


def _something(analysis: Analysis, first: int, end: int) -> tuple[int, Polarity] | None:
    """Where what there is something good or bad about begins: "there is something troubling about | the haste"."""
    lowers = analysis.tokens.lowers
    if first >= end or lowers[first] not in _SOMETHING:
        return None
    last = min(end - 1, first + _REACH)
    judging = next((at for at in range(first + 1, last) if analysis.index.judgments.alone(lowers[at])), last)
    if judging >= last or lowers[judging + 1] not in {"about", "in"}:
        return None
    good = (analysis.index.judgments.alone(lowers[judging]) or 0) > 0
    return judging + 2, Polarity.SUPPORT if good != (lowers[first] == "nothing") else Polarity.OPPOSE
