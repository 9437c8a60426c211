"""Claims whose content is speech without marks before a verb that else goes with quotations: "Why pay, asked Lund."."""

from __future__ import annotations

import re

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.preceding import is_opening_phrase
from tradebrief.extraction.claims.sources import Source, can_hold, subject_after
from tradebrief.extraction.grammar.clauses import CLAUSE_REACH, trim_end
from tradebrief.extraction.grammar.phrases import VerbGroup
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["free_speech_draft"]

_CLAUSES = frozenset({"bare", "np_bare", "that", "np_that"})
_VERB = re.compile("[vMBVO]")  # Over tags.
_SHORTEST = 3


def free_speech_draft(
    analysis: Analysis, group: VerbGroup, form: CueForm, subject: tuple[int, int] | None, floor: int, ceiling: int
) -> ClaimDraft | None:
    """What somebody is said to say in a sentence that ends with its verb and speaker, in either order.

    "The ruling clears us, exulted the miller.", "Why should we pay, the union asks."

    Args:
        analysis: The article's.
        group: The cue's verb.
        form: The cue.
        subject: The noun phrase before the verb.
        floor: Where the sentence begins.
        ceiling: Where it ends.
    """
    tags, after = analysis.tags, group.verb + 1 + len(form.tail)
    if "quote" not in form.cue.frames or not _CLAUSES.isdisjoint(form.cue.frames) or group.first != group.verb:
        return None
    first = subject[0] if subject is not None else group.first
    if first - 1 <= floor or tags[first - 1] != "," or first - floor > CLAUSE_REACH:
        return None
    source = subject_after(analysis, after, ceiling) if subject is None else Source(*subject)
    end = after if source is None or subject is not None else source.end
    if source is None or not (end >= ceiling or tags[end] == ".") or not can_hold(analysis, source):
        return None
    end = trim_end(analysis, floor, first - 1)
    clause = end - floor >= _SHORTEST and _VERB.search(analysis.tagged, floor, end) is not None
    if not clause or "q" in tags[floor:end] or (tags[floor] != "W" and is_opening_phrase(analysis, floor, end)):
        return None
    return ClaimDraft(form.cue, "quote", source, (group.first, after), [(floor, end)], strong=2 * len(form.tail))
