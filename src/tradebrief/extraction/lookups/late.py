"""Values of a frozen class that are worked out when they are asked for first, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

__all__ = ["late"]


class _Keeper(Protocol):
    """What keeps such values, by their names."""

    @property
    def lates(self) -> dict[str, Any]: ...


Owner = TypeVar("Owner", bound=_Keeper)
Value = TypeVar("Value")


class late(Generic[Owner, Value]):  # noqa: N801
    """A property like ``functools.cached_property``, kept in the dictionary ``lates`` of its owner.

    That one has attrs give a class with slots a ``__getattr__``, which makes each look at any attribute three times
    as slow, and an analysis is looked at all the time.
    """

    __slots__ = ("_make", "_name")

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        self._make = make
        self._name = make.__name__

    def __get__(self, owner: Owner, kind: type[Owner] | None = None) -> Value:
        try:  # Without a look whether it is there: it nearly always is.
            kept: Value = owner.lates[self._name]
        except KeyError:
            kept = owner.lates[self._name] = self._make(owner)
        return kept
