"""What a predicate says to be done to people, which speaks for or against what does it: "has raised prices"."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import is_negation
from tradebrief.extraction.stances.weighing import MERELY, NONE, negates
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ClaimKind, Polarity

__all__ = ["burden_of"]

_LESSENING = frozenset({"less", "no", "not", "neither"})
_GROUP_REACH = 5
_BURDEN_REACH = 10
_SUPPORT, _OPPOSE = Polarity.SUPPORT, Polarity.OPPOSE


def burden_of(analysis: Analysis, found: FoundClaim, verb: int, end: int) -> Polarity | None:
    """The side of what a predicate says to be done to people: "has raised prices", "would cost them 300 jobs".

    Who reckons what a measure does takes no side by that.
    """
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    last = min(end, verb + _GROUP_REACH)
    if index.affecting.begins.isdisjoint(lowers[verb:last]):
        return None
    if found.claim.kind is ClaimKind.FACT or found.draft.cue.id in index.sets["judged.reckoning"]:
        return None
    at = next((at for at in range(verb, last) if lowers[at] in index.affecting.begins), last)
    read = index.affecting.at(lowers, at)
    if read is None or any(is_negation(analysis, probe) or negates(analysis, probe) for probe in range(verb, at)):
        return None
    if tags[at] not in "vdigM" and tags[at - 1] not in "MA":
        return None
    begin, sides = read
    passive = tags[at] == "d" and "B" in tags[verb:at]
    if passive or begin >= end or tags[begin] in "AP,;.vMBVOWHU":
        return None
    stop = min(end, begin + _BURDEN_REACH)
    stop = next((probe for probe in range(begin, stop) if tags[probe] in ",;vMBVOWHU"), stop)
    words = lowers[begin:stop]
    if not all(
        words_of.isdisjoint(words) for words_of in (MERELY, _LESSENING, NONE, index.sets["control.instruments"])
    ):
        return None  # "has raised no prices", "would delay the levy by two weeks"
    counted = "#" if "K" in tags[begin:stop] else "*"
    side = next((sides[word] for word in (*words, counted, "*") if word in sides), None)
    return None if side is None else _SUPPORT if side > 0 else _OPPOSE
