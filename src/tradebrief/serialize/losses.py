"""Losses of several values, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from tradebrief.formats import Loss
from tradebrief.model import Article, Brief

__all__ = ["gather", "left_out"]

_ANY = "[*]"
_PARTS = ("actors", "places", "claims", "stances", "measures", "voices", "diagnostics")


def left_out(value: Brief | Article, reason: str, *, parts: Iterable[str] = _PARTS) -> tuple[Loss, ...]:
    """A loss for each part of a brief, such as ``actors``, that holds anything and finds no place in a format.

    Args:
        value: What is written; an article alone has none of these parts.
        reason: Why they have no place.
        parts: The parts to look at.
    """
    if isinstance(value, Article):
        return ()
    return tuple(Loss(path=f"$.{part}", reason=reason) for part in parts if getattr(value, part))


def gather(of_each: Sequence[Iterable[Loss]]) -> tuple[Loss, ...]:
    """The losses of values that are written together, in their order, from those of each value by itself.

    Of one value they stay as they are. Of several a path gets the value's place, ``$[2].stances[3].polarity``; what
    is lost of a whole field (``[*]``, or no index at all) of several is told once, as ``$[*].stances[*].rule``.
    """
    if len(of_each) == 1:
        return tuple(dict.fromkeys(of_each[0]))
    found: dict[Loss, None] = {}
    for number, losses in enumerate(of_each):
        for loss in losses:
            is_general = _ANY in loss.path or "[" not in loss.path
            place = _ANY if is_general else f"[{number}]"
            found.setdefault(evolve(loss, path=f"${place}{loss.path[1:]}"))
    return tuple(found)
