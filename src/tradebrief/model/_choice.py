"""The base of the model's enumerations."""

from __future__ import annotations

from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING

__all__ = ["Choice"]


class Choice(Enum):
    """One of a few values; each is a single object, and hashed as such.

    The hash of Python's own is that of the member's name, and a call in Python, as is its look-up of the value:
    several times as slow, some hundreds of times for each article.
    """

    __hash__ = object.__hash__
    if not TYPE_CHECKING:
        value = property(attrgetter("_value_"))
