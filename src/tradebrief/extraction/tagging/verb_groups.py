"""What is read of a verb and its auxiliaries."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["VerbGroup"]


class VerbGroup(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    """A verb with its auxiliaries.

    Attributes:
        first: Token where the group begins, adverbs before it left out.
        verb: Token of the verb.
        subject_end: Token before which the subject ends, adverbs skipped.
        negated: Whether it is negated.
        passive: Whether it is a passive.
        modal: Its modal in lower case, or empty.
        infinitive: Whether "to" stands before it.
        finite: Whether it has a finite verb.
        gerund: Whether it is an -ing form without an auxiliary.
        heard: Whether it stands under a passive of hearsay: "is said to oppose".
    """

    first: int
    verb: int
    subject_end: int
    negated: bool
    passive: bool
    modal: str
    infinitive: bool
    finite: bool
    gerund: bool
    heard: bool = False
