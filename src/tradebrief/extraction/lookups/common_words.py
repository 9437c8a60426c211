"""All words in small letters that any table of the lexicon holds, by which a common word with a capital is known."""

from __future__ import annotations

from functools import lru_cache

from tradebrief.extraction.lookups.index import index_of
from tradebrief.lexicon import Lexicon

__all__ = ["common_words"]


@lru_cache(maxsize=8)
def common_words(lexicon: Lexicon) -> frozenset[str]:
    """Closed classes, verbs, nouns and adjectives of all tables, in lower case."""
    index = index_of(lexicon)
    listed = (word for words in index.sets.values() for word in words if word.islower() and word.isalpha())
    tables = (index.tags, index.verbs, index.noun_cues, index.stance_nouns, index.stance_adjectives, index.outlooks)
    return frozenset(listed).union(
        lexicon.words("names", "mass_nouns"),
        index.holders,
        index.terms.begins,
        index.concepts.begins,
        index.judgments.begins,
        *tables,
    )
