"""Losses of several values, put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from tradebrief.formats import Loss

__all__ = ["gather"]

_ANY = "[*]"


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
