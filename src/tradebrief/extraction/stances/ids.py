"""The id of a stance, by who holds it, the side taken and the words that show it."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, ActorId, Polarity, StanceId
from tradebrief.model.ids import digest
from tradebrief.text import Span

__all__ = ["stance_id"]


def stance_id(analysis: Analysis, holder: ActorId, polarity: Polarity | None, act: Act, evidence: Span) -> StanceId:
    """The id of a stance, which another one of the same words may have too."""
    words = analysis.article[evidence]
    return StanceId(f"stance:{digest(holder, polarity.value if polarity else '', act.value, words)}")
