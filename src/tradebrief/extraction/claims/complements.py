"""What a cue governs: for each frame, where its content stands after the cue.

A frame is a function from the token after the cue to the ranges of the content, or None where the words do
not take that frame. ``FRAMES`` lists them from the one with the surest sign to the one with the least.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tradebrief.extraction.claims.called_complements import read_np_adj
from tradebrief.extraction.claims.clause_complements import (
    read_bare,
    read_np_bare,
    read_np_that,
    read_np_wh,
    read_that,
    read_wh,
)
from tradebrief.extraction.claims.object_complements import (
    read_clause_to,
    read_ing,
    read_np,
    read_np_as,
    read_np_number,
    read_np_participle,
    read_np_pp,
    read_np_to,
    read_np_with_pp,
    read_pp,
    read_to,
)
from tradebrief.extraction.claims.quoted_complements import read_np_quote, read_quote
from tradebrief.extraction.grammar.adjuncts import opens_adjunct
from tradebrief.extraction.grammar.clauses import (
    CLAUSE_REACH,
    Ranges,
)
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue

__all__ = ["FRAMES", "possible_frames", "read_frame"]

_Frame = Callable[[Analysis, Cue, int, int], Ranges | None]

_BEYOND = frozenset({"quote", "np_quote"})  # These may begin after their sentence's end.


def read_frame(analysis: Analysis, cue: Cue, frame: str, at: int, ceiling: int) -> Ranges | None:
    """The content of a cue in a frame, from the token after the cue; None where it does not fit."""
    if at >= ceiling and frame not in _BEYOND:
        return None
    sign = _SIGNS.get(frame)
    if sign is not None and analysis.tagged.find(sign, at, min(ceiling, at + CLAUSE_REACH) + 2) < 0:
        return None
    return FRAMES[frame](analysis, cue, at, ceiling)


def possible_frames(analysis: Analysis, frames: tuple[str, ...], at: int, ceiling: int) -> tuple[str, ...]:
    """Those of some frames that a token may begin, by its tag, or that may follow an adjunct which it begins.

    The one with the surest sign comes first.
    """
    if at >= ceiling:
        return _among(frames, _BEYOND)
    begun = _BEGUN_OR_LATER if opens_adjunct(analysis, at, ceiling) else _BEGUN
    return _among(frames, begun[analysis.tags[at]])


@lru_cache(maxsize=4096)
def _among(frames: tuple[str, ...], begun: frozenset[str]) -> tuple[str, ...]:
    return tuple(frame for frame in FRAMES if frame in begun and frame in frames)


def _nothing(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del analysis, cue, at, ceiling
    return None


FRAMES: dict[str, _Frame] = {
    "quote": read_quote,
    "np_quote": read_np_quote,
    "np_that": read_np_that,
    "np_wh": read_np_wh,
    "that": read_that,
    "wh": read_wh,
    "to": read_to,
    "np_to": read_np_to,
    "clause_to": read_clause_to,
    "np_as": read_np_as,
    "np_number": read_np_number,
    "np_pp": read_np_pp,
    "np_with_pp": read_np_with_pp,
    "pp": read_pp,
    "np_bare": read_np_bare,
    "bare": read_bare,
    "ing": read_ing,
    "np_participle": read_np_participle,
    "np_adj": read_np_adj,
    "np": read_np,
    "bare_adj": _nothing,
    "subject_to": _nothing,
    "impression": _nothing,
    "passive_to": _nothing,
    "pattern": _nothing,
}
_OBJECT = "PDSRENKdgA"
_ANY = "DSRWHPTCUMBVOXAGKENvidg,;:.q()-h"  # Prepositions are looked up as words.
_OPENERS = {  # For each frame the tags of the tokens that it may begin with, adjuncts left out.
    "quote": ",:qPAWU",
    "np_quote": ",:qDSRENKGAPh",
    "np_that": "DSRENKdg",
    "np_wh": "DSREN",
    "that": "H,-",
    "wh": "WU",
    "to": "TAX",
    "np_to": _OBJECT,
    "clause_to": _OBJECT,
    "np_as": _OBJECT,
    "np_participle": _OBJECT,
    "np_number": _OBJECT,
    "np_pp": _OBJECT,
    "np_with_pp": _OBJECT,
    "pp": _ANY,
    "np_bare": "DSREN",
    "bare": "DSRENKdg(qPA:UVBX,",
    "ing": "gVB",
    "np_adj": "DSRENHKW",
    "np": "DSRENKdqAgW",
    "bare_adj": "",
    "subject_to": "",
    "impression": "",
    "passive_to": "",
    "pattern": "",
}
_SIGNS = {  # For some frames the tag of a token without which nothing is one.
    "quote": "q",
    "np_quote": "q",
    "that": "H",
    "np_that": "H",
    "to": "T",
    "np_to": "T",
    "clause_to": "T",
}
_AFTER_ADJUNCTS = frozenset({"quote", "that", "wh", "to", "np_bare", "bare"})
# For each tag the frames that a token may begin, and these with those that may follow an adjunct.
_BEGUN = {tag: frozenset(frame for frame, tags in _OPENERS.items() if tag in tags) for tag in _ANY}
_BEGUN_OR_LATER = {tag: frames | _AFTER_ADJUNCTS for tag, frames in _BEGUN.items()}
