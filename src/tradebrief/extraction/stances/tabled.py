"""Which measures a text has only on the table: proposed, planned or weighed, and by nobody put in force so far."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Measure, MeasureKind

__all__ = ["Tabled"]

_LONGEST = 8  # Tokens of a measure's phrase up to its words.
_ALREADY, _HAVING = "already", frozenset({"has", "have", "had"})
_OWNED = frozenset("DNEKAh")
_PLANNED = frozenset({"for", "of", "to"})
_MODIFIERS = frozenset("NEKAdhg")


class Tabled:
    """The measures that a text has put forward up to a place, by their concepts.

    Args:
        analysis: The article's analysis.
        measures: Its measures in order.
    """

    def __init__(self, analysis: Analysis, measures: Sequence[Measure]) -> None:
        self._analysis = analysis
        self._ahead = [
            measure for measure in reversed(measures) if measure.kind is MeasureKind.POLICY and measure.concept
        ]
        self._proposed: set[str] = set()
        self._done: set[str] = set()

    def read_to(self, offset: int) -> None:
        """Take in the measures that begin before an offset of the text."""
        while self._ahead and self._ahead[-1].span.start < offset:
            measure = self._ahead.pop()
            if not measure.concept:
                continue
            if _is_put_forward(self._analysis, measure):
                self._proposed.add(measure.concept)
            if self._proposed and _is_in_force(self._analysis, measure):
                self._done.add(measure.concept)

    def propose(self, concept: str) -> None:
        """Take in that somebody has put a thing forward."""
        self._proposed.add(concept)

    def enact(self, concept: str) -> None:
        """Take in that somebody has put a thing in force, or ended it."""
        self._done.add(concept)

    def holds(self, concept: str, *, alone: bool) -> bool:
        """Whether a thing has been put forward and not done.

        Args:
            concept: What it is called.
            alone: Whether it is named by its head alone ("the quota"), and may be one whose name goes on before that.
        """
        if not alone:
            return concept in self._proposed and concept not in self._done
        tail = f" {concept}"
        if any(done == concept or done.endswith(tail) for done in self._done):
            return False
        return any(found == concept or found.endswith(tail) for found in self._proposed)


def _is_put_forward(analysis: Analysis, measure: Measure) -> bool:
    """Whether a measure is named as one to come: "a proposed levy", "plans for a levy", "to impose a levy"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    head, end = analysis.tokens.range(measure.span)
    floor = max(analysis.reach(head)[0], head - _LONGEST)
    first = head
    while first > floor and tags[first - 1] in _MODIFIERS:
        first -= 1
    if not sets["control.mooted"].isdisjoint(lowers[first:end]):
        return True
    opener = first - 1
    if opener >= floor and tags[opener] in "DS":
        if lowers[opener] not in sets["control.indefinite"]:
            return False
        opener -= 1
    if opener < floor:
        return False
    if tags[opener] == "i":
        if opener - 1 == analysis.reach(head)[0]:
            return False  # "To impose a levy was wrong."
        return lowers[opener] in sets["control.imposing"]
    return lowers[opener] in _PLANNED and lowers[opener - 1] in sets["control.proposals"]


def _is_in_force(analysis: Analysis, measure: Measure) -> bool:
    """Whether a measure is told to have come into force or to be there: "a levy took effect", "already has a levy"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    head, end = analysis.tokens.range(measure.span)
    floor, ceiling = analysis.reach(head)
    has = head - 1
    while has > floor and analysis.tags[has] in _OWNED:
        has -= 1
    if has > floor and lowers[has] in _HAVING and lowers[has - 1] == _ALREADY:
        return True
    at = end
    while at < ceiling and analysis.tags[at] in "ABO":
        at += 1
    return any(" ".join(lowers[at : min(at + size, ceiling)]) in sets["control.in_force"] for size in (2, 3))
