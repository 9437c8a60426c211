"""How sure of a content its own words are: "might fall", "will probably fall", "is unlikely to fall"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.drafts import ClaimDraft
from tradebrief.model import Certainty

__all__ = ["is_open", "weakened"]

_REACH = 40
_TURN = re.compile("[WHU,vMBVO]")  # Tags of verbs, and of what opens and closes another clause.
_INVERTED = frozenset("OMBVW")
_BEFORE, _AFTER = 2, 3  # Tokens around the verb among which its adverbs stand.
_WEAKENED = {
    "grammar.possible": {Certainty.CERTAIN: Certainty.POSSIBLE, Certainty.PROBABLE: Certainty.POSSIBLE},
    "grammar.probable": {Certainty.CERTAIN: Certainty.PROBABLE},
    "grammar.improbable": {Certainty.CERTAIN: Certainty.PROBABLE_NOT, Certainty.PROBABLE: Certainty.PROBABLE_NOT},
}


def is_open(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a claim is only supposed or asked about: "if Lima says that", "did Lima say that ...?"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    cue = draft.cue_range[0]
    opener = (draft.source.first if 0 <= draft.source.first < cue else cue) - 1
    floor, ceiling = analysis.reach(cue)
    if opener >= floor and lowers[opener] in analysis.index.sets["grammar.supposing"]:
        return True
    mark = ceiling if ceiling < len(lowers) else ceiling - 1
    if lowers[mark] != "?":
        return False
    asked = analysis.quoted[mark] == analysis.quoted[cue] == analysis.quoted[floor]
    return asked and tags[floor] in _INVERTED and floor < cue


def weakened(analysis: Analysis, content: Sequence[tuple[int, int]], certainty: Certainty) -> Certainty:
    """A certainty as the modal or adverb of the content's main verb leaves it.

    The values are FactBank's: "may fall" is possible, "will probably fall" probable, "is unlikely to fall" not.
    What the cue denies or leaves open stays as it is.

    Args:
        analysis: The article's.
        content: The tokens of the content.
        certainty: How sure the cue says that its holder is.
    """
    if certainty is not Certainty.CERTAIN and certainty is not Certainty.PROBABLE:
        return certainty
    first, end = content[-1] if len(content) > 1 and not _has_verb(analysis, *content[0]) else content[0]
    verb = _main_verb(analysis, first, end)
    if verb is None:
        return certainty
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    around = range(max(first, verb - _BEFORE), min(end, verb + _AFTER + 1))
    words = [lowers[at] for at in around if tags[at] in "MAN"]  # No name: "in May".
    if sets["certainty.weakening"].isdisjoint(words):
        return certainty
    for degree, weaker in _WEAKENED.items():
        if not sets[degree].isdisjoint(words):
            return weaker.get(certainty, certainty)
    return certainty


def _has_verb(analysis: Analysis, first: int, end: int) -> bool:
    return any(tag in "vMBVO" for tag in analysis.tags[first:end])


def _main_verb(analysis: Analysis, first: int, end: int) -> int | None:
    """The first finite verb outside subordinate and relative clauses."""
    tags, aside = analysis.tags, False
    for match in _TURN.finditer(analysis.tagged, first, min(end, first + _REACH)):
        at = match.start()
        if tags[at] in "WHU":
            aside = True
        elif tags[at] == ",":
            aside = False
        elif not aside:
            return at
        else:
            aside = tags[at] in "MBVO" and tags[at + 1 : at + 2] != [] and tags[at + 1] in "AXdgi"
    return None
