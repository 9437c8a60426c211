"""What somebody would give something up rather than do: "would sooner burn it | than sell"."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Target, TargetKind

__all__ = ["shunned_by"]

_REACH = 24
_BARE = "infinitive"
_BASE = "b"
_ENDS = ",;:.q"  # Tags.


def shunned_by(analysis: Analysis, found: FoundClaim, concepts: Concepts) -> tuple[Target, ...]:
    """What stands after "than" or "rather than", where a claim would make a sacrifice rather than do it; else nothing.

    Not so what is only less welcome: "would sooner talk than sue".
    """
    draft, lowers, tags = found.draft, analysis.tokens.lowers, analysis.tags
    if draft.negated or draft.cue.id not in analysis.index.sets["control.choosing"]:
        return ()  # As most.
    _, ceiling = analysis.reach(draft.first)
    last = min(ceiling - 1, draft.first + _REACH)
    than = next((at for at in range(draft.first + 1, last) if lowers[at] == "than"), last)
    if than >= last or (lowers[than - 1] == "rather") == (draft.frame == _BARE):
        return ()  # "would sooner pay more than the others", "chose to pay more than the others"
    if analysis.index.sets["control.sacrificing"].isdisjoint(lowers[draft.first : than]):
        return ()
    first = than + 1 + (tags[than + 1] == "T")
    if _BASE not in analysis.index.verbs.get(lowers[first], "") or tags[first] in "DSR":
        return ()
    stop = min(ceiling, first + _REACH)
    end = next((at for at in range(first + 1, stop) if tags[at] in _ENDS), stop)
    concept = concepts.of_clause(first, end)
    return (Target(kind=TargetKind.PROPOSAL, span=analysis.tokens.span(first, end), concept=concept),)
