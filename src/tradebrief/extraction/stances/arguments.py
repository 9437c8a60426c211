"""Judgments on the case for a thing, which speak for or against the thing: "the case for a quota looks weak"."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.judgments import Judgment
from tradebrief.extraction.stances.weighing import negates, predicate_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = ["argument", "correlative"]

_FOR = frozenset({"for", "against"})
_SUBJECT_REACH = 8
_PREDICATE_REACH = 6


def argument(analysis: Analysis, found: FoundClaim | None, first: int, verb: int, end: int) -> Judgment | None:
    """What a subject argues for or against, by how strong the argument is said to be.

    "the case for a quota is weak", "the arguments against the levy have never been stronger".
    """
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    opener = next((at for at in range(first + 1, min(verb, first + _SUBJECT_REACH)) if lowers[at] in _FOR), verb)
    if opener >= verb or lowers[opener - 1] not in sets["judged.arguments"]:
        return None
    thing = noun_phrase_after(analysis, opener + 1, verb)
    if thing is None:
        return None
    last = min(predicate_end(analysis, verb, end), verb + _PREDICATE_REACH)
    at = next((at for at in range(verb, last) if lowers[at] in sets["judged.cogent"] | sets["judged.feeble"]), last)
    if at >= last:
        return None
    strong, never = lowers[at] in sets["judged.cogent"], range(max(first, verb - 1), at)
    negated = any(negates(analysis, probe) for probe in never)
    if negated and lowers[at].endswith("er"):
        negated = False  # "has never been stronger"
    favoured = (strong != negated) == (lowers[opener] == "for")
    side = Polarity.SUPPORT if favoured else Polarity.OPPOSE
    return Judgment(claim=found, target=thing, polarity=side, opening=first, end=at + 1, close=end, of_worth=True)


def correlative(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """What had better happen soon: "the sooner | the quota goes, | the better"."""
    lowers = analysis.tokens.lowers
    if first + 3 >= end or lowers[first] != "the" or lowers[first + 1] not in analysis.index.sets["judged.sooner"]:
        return None
    comma = analysis.tagged.find(",", first + 3, end)
    if comma < 0 or lowers[comma + 1 : comma + 3] != ["the", "better"]:
        return None
    return Judgment(
        claim=found,
        target=(first + 2, comma),
        polarity=Polarity.SUPPORT,
        opening=first,
        end=min(comma + 3, end),
        close=comma,
        clause=True,
    )
