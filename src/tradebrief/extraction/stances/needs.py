"""Judgments in a noun: what somebody says there is a need for, or speaks of the importance or the dangers of."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.judgments import Judgment
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = ["NOMINAL", "in_a_noun", "past_worth"]

NOMINAL = frozenset({"np", "pp", "bare"})
_HEAD_REACH = 5


def in_a_noun(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """The judgment of a noun phrase: "the need for Lima to wait", "the importance of the pact"."""
    sets, head = analysis.index.sets, _head(analysis, first, end)
    if head is None or found.draft.cue.id in sets["judged.misstating"]:
        return None
    word = analysis.tokens.lowers[head]
    about = _about(analysis, head, end)
    if about is None:
        return None
    (begin, stop), deed = about
    needed = word in sets["judged.needed"]
    return Judgment(
        claim=found,
        target=(begin, stop),
        polarity=Polarity.OPPOSE if word in sets["judged.perils"] else Polarity.SUPPORT,
        opening=head,
        end=stop,
        close=end,
        clause=deed,
        needed=needed,
        of_worth=not deed and word in sets["judged.valued"],
    )


def past_worth(analysis: Analysis, first: int, end: int) -> int:
    """Where the words begin for what is needed or worth something: "questioned the need for | a levy"."""
    head = _head(analysis, first, end)
    if head is None or analysis.tokens.lowers[head] in analysis.index.sets["judged.perils"]:
        return first
    about = _about(analysis, head, end)
    return first if about is None else about[0][0]


def _head(analysis: Analysis, first: int, end: int) -> int | None:
    """The noun at the head of a phrase that says what is needed, good or bad."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    needed, valued, perils = sets["judged.needed"], sets["judged.valued"], sets["judged.perils"]
    for at in range(first, min(end - 2, first + _HEAD_REACH)):
        if lowers[at] in needed or lowers[at] in valued or lowers[at] in perils:
            return at
        if tags[at] not in "DSKNAd":
            return None
    return None


def _about(analysis: Analysis, head: int, end: int) -> tuple[tuple[int, int], bool] | None:
    """The tokens of what a noun is about, and whether that is something done: "the need | to wait"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    needed, begin, opener = lowers[head] in sets["judged.needed"], head + 2, lowers[head + 1]
    if opener not in ({"for", "of", "to"} if needed else {"of", "in"}) or (lowers[head] == "case" and opener != "for"):
        return None
    if (opener == "to" and tags[begin] in "iBA") or tags[begin] == "g":
        return (begin, trim_end(analysis, begin, end)), True
    phrase = noun_phrase_after(analysis, begin, end)
    if phrase is None or opener == "to":
        return None
    to = phrase[1]
    if opener == "for" and to + 1 < end and tags[to] == "T" and tags[to + 1] in "iBA":  # "need for Lima | to wait"
        return (to + 1, trim_end(analysis, to + 1, end)), True
    return phrase, False
