"""What the readers of appraisals share, and what they give: whom a word presents."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from tradebrief.extraction.appraisals.bearers import Bearer, Bearers
from tradebrief.extraction.grammar.phrases import is_negation, noun_phrase_after
from tradebrief.extraction.lookups.appraisal_words import AppraisalWords
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["NOBODY", "Presented", "Scope", "after_preposition"]

_NEAR = 4


class Presented(NamedTuple):
    """Whom a word presents.

    Attributes:
        bearers: Their mentions; none where the grammar does not tell.
        negated: Whether the word is negated.
        void: Whether the word presents nobody, as it is denied or said of something else.
    """

    bearers: tuple[Bearer, ...] = ()
    negated: bool = False
    void: bool = False


NOBODY = Presented()


@frozen(kw_only=True)
class Scope:
    """An article with its mentions and the words that appraise."""

    analysis: Analysis
    bearers: Bearers
    words: AppraisalWords

    def is_negation(self, at: int) -> bool:
        """Whether a token negates what it stands before."""
        lower = self.analysis.tokens.lowers[at]
        return lower in self.words.negating or is_negation(self.analysis, at)


def after_preposition(
    scope: Scope, at: int, ceiling: int, prepositions: tuple[str, ...], reach: int = _NEAR
) -> tuple[Bearer, ...]:
    """Whom the noun phrase after one of some prepositions is about, which stands within a few tokens."""
    tags, lowers = scope.analysis.tags, scope.analysis.tokens.lowers
    for probe in range(at, min(ceiling - 1, at + reach)):
        if lowers[probe] in prepositions:
            first = probe + 1 + (tags[probe + 1] == "q")
            found = noun_phrase_after(scope.analysis, first, ceiling)
            if found is not None and (bearers := scope.bearers.of_phrase(*found)):
                return bearers
        if tags[probe] in ",;:vMBVOHWUC":
            break
    return ()
