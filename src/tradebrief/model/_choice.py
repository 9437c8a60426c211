"""The base of the model's enumerations."""

from __future__ import annotations

from enum import Enum

__all__ = ["Choice"]


class Choice(Enum):
    """One of a few values; each is a single object, and hashed as such.

    The hash of Python's own is that of the member's name, and a call in Python: several times as slow, some hundreds
    of times for each article.
    """

    __hash__ = object.__hash__
