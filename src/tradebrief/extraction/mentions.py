"""Where actors are mentioned by name or description, whoever they turn out to be.

This step finds the words and what they tell by themselves; who is who is settled in ``actors``.
"""

from __future__ import annotations

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.descriptions import find_descriptions
from tradebrief.extraction.names import find_names
from tradebrief.model import BlockKind, MentionForm

__all__ = ["find_candidates"]

_LONGEST_TITLE_LINE = 160
_TITLES = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.LABEL)


def find_candidates(analysis: Analysis) -> list[Candidate]:
    """All candidates in the order of the text; only demonyms stand inside others."""
    crowded = _crowded(analysis)
    named = list(find_names(analysis, crowded))
    taken = [False] * len(analysis.tokens)
    for candidate in named:
        if candidate.form is not MentionForm.DEMONYM:
            for at in range(candidate.first, candidate.end):
                taken[at] = True
    described = list(find_descriptions(analysis, named, taken, crowded))
    inside = [False] * len(analysis.tokens)
    for candidate in described:
        if candidate.rule == "actor.named-body":  # "the Trump administration" is not a mention of Trump
            inside[candidate.first : candidate.end] = [True] * (candidate.end - candidate.first)
    kept = [found for found in named if found.form is MentionForm.DEMONYM or not inside[found.first]]
    return sorted([*kept, *described], key=lambda found: (found.first, found.end))


def _crowded(analysis: Analysis) -> list[bool]:
    """For each token, whether its block capitalises nearly every word, so that a capital tells nothing."""
    marks = [False] * len(analysis.tokens.words)
    words = analysis.tokens.words
    for block in analysis.article.blocks:
        if block.kind is BlockKind.BLANK or len(block.content) > _LONGEST_TITLE_LINE:
            continue
        first, end = analysis.tokens.range(block.content)
        letters = [word for word in words[first:end] if word[0].isalpha()]
        capitals = [word for word in letters if word[0].isupper()]
        share = 0.5 if block.kind in _TITLES else 0.8
        if len(letters) > (1 if block.kind in _TITLES else 5) and len(capitals) > share * len(letters):
            marks[first:end] = [True] * (end - first)
    return marks
