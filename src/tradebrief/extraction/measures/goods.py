"""Whether words that are as often something else are goods here: "imports of paper", "on paper"."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import MeasureKind, MentionForm

__all__ = ["Goods", "is_name", "is_no_good"]

_SHORTEST_END = 4
_WINDOW = 5  # Tokens on either side of a good in which trade is spoken of.
_SCALES = frozenset({"thousand", "million", "billion"})
_PARTS = frozenset({"part", "parts"})
_LISTED = frozenset({",", "and", "or"})


def is_name(analysis: Analysis, first: int, end: int) -> bool:
    """Whether words for goods are part of a name or of an office: "Southern Cream", "energy minister"."""
    words, walls = analysis.tokens.words, analysis.walls
    capital = words[end - 1].istitle()  # "EVs" and headlines in capitals tell nothing.
    following = words[end] if end < len(words) and end not in walls else ","
    if (capital and following[0].isupper()) or following.lower() in analysis.index.sets["measures.offices"]:
        return True
    return (
        capital and first > 0 and first not in walls and words[first - 1][0].isupper() and not _origin(analysis, first)
    )


def _origin(analysis: Analysis, first: int) -> bool:
    """Whether goods are said to come from somewhere: "Norwegian fish", "US oil", "imported paper"."""
    if not first or first in analysis.walls:
        return False
    if analysis.tokens.lowers[first - 1] in analysis.index.sets["measures.origins"]:
        return True
    name = analysis.index.names.at(analysis.tokens.words, first - 1)
    return (
        name is not None
        and name[0] == first
        and (name[1].form is MentionForm.DEMONYM or analysis.tokens.words[first - 1].isupper())
    )


def _is_counted(analysis: Analysis, first: int) -> bool:
    """Whether a number in the thousands counts goods: "20,000 trucks"."""
    before = analysis.tokens.lowers[first - 1] if first and first not in analysis.walls else ""
    return before in _SCALES or ("," in before and before[0].isdigit())


def _is_taxed(analysis: Analysis, first: int) -> bool:
    """Whether "on" lays on goods a duty of which the sentence has spoken: "the levy will vanish on rum and on cars"."""
    lowers = analysis.tokens.lowers
    if not first or first in analysis.walls or lowers[first - 1] != "on":
        return False
    floor, _ = analysis.reach(first)
    return not analysis.index.sets["measures.duties"].isdisjoint(lowers[floor:first])


def is_no_good(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a word for goods can only be a body, a share or a deed here: "the cabinet", "part of"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    word = lowers[end - 1]
    if word in _PARTS:
        return lowers[end : end + 1] == ["of"]
    if (word in sets["measures.never_alone"] and end - first == 1) or (first and lowers[first - 1] == "who"):
        return True  # "Who seeds 90 acres"
    if word not in sets["groups.collective_heads"] or end - first > 1:
        return False
    return end >= len(lowers) or end in analysis.walls or lowers[end] not in sets["measures.trade_nouns"]


class Goods:
    """The goods of an article, as far as it has been read.

    Args:
        analysis: The article.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._ends: set[int] = set()
        self._words: set[str] = set()
        self._lasts: set[str] = set()
        self._concepts: set[str] = set()

    def add(self, first: int, end: int, concept: str) -> None:
        """Take note of goods."""
        lowers = self._analysis.tokens.lowers
        self._ends.add(end)
        self._words.add(" ".join(lowers[first:end]))
        self._lasts.add(lowers[end - 1].removesuffix("s"))
        self._concepts.add(concept)

    def knows(self, first: int, end: int, concept: str) -> bool:
        """Whether words are the goods of another place in the text: its words, their last one, or another name."""
        lowers = self._analysis.tokens.lowers
        if " ".join(lowers[first:end]) in self._words:
            return True
        last = lowers[end - 1].removesuffix("s")
        return lowers[end - 1].endswith("s") and (
            concept in self._concepts or last in self._lasts or self._is_written_in_one(last)
        )

    def _is_written_in_one(self, last: str) -> bool:
        """Whether a word ends that of goods of another place: "beans", after "soybeans"."""
        return len(last) >= _SHORTEST_END and any(known.endswith(last) for known in self._lasts)

    def trades(self, first: int, end: int) -> bool:
        """Whether words around show that goods are traded, made or taxed, or stand in a list of goods."""
        analysis, lowers = self._analysis, self._analysis.tokens.lowers
        sets = analysis.index.sets
        trade, verbs, before = (sets[f"measures.{name}"] for name in ("trade_nouns", "trade_verbs", "before_goods"))
        if _origin(analysis, first) or _is_counted(analysis, first) or _is_taxed(analysis, first):
            return True
        if end < len(lowers) and end not in analysis.walls:
            if lowers[end] in trade or self._is_listed(end):
                return True
            for at in range(end, min(end + _WINDOW - 1, len(lowers))):
                if at in analysis.walls or analysis.tags[at] in ".,;:P":
                    break
                if lowers[at] in verbs:
                    return True
        at = first
        while at > 0 and at not in analysis.walls and first - at < _WINDOW:
            at -= 1
            if lowers[at] in trade or lowers[at] in verbs or lowers[at] in before:
                return True
            if analysis.tags[at] in ".;:":
                return False
            if lowers[at] in _LISTED:
                return at in self._ends
        return False

    def _is_listed(self, end: int) -> bool:
        """Whether a good follows after a comma or "and"."""
        lowers, terms = self._analysis.tokens.lowers, self._analysis.index.terms
        after = terms.at(lowers, end + 1) if lowers[end] in _LISTED and end + 1 < len(lowers) else None
        return after is not None and after[1].kind is MeasureKind.PRODUCT and after[1].role == "name"
