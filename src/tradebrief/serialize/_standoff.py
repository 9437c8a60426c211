"""Annotations as people edit them in tools: words with a type, and events that join them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from attrs import field, frozen

from tradebrief.errors import Fault
from tradebrief.model import (
    Act,
    ActorKind,
    Assertion,
    Certainty,
    ClaimKind,
    ClaimMode,
    HolderReason,
    MeasureKind,
    MentionForm,
    Outlook,
    Polarity,
    StanceAttribution,
    TargetKind,
    VoiceKind,
)
from tradebrief.text import Span

__all__ = ["ACTORS", "ATTRIBUTES", "CLAIM", "MEASURE", "PLACE", "STANCE", "Annotations", "Bound", "Event"]

ACTORS: Mapping[str, str] = {kind.value.capitalize(): kind.value for kind in ActorKind}
"""Types of actors, with the kind of each."""

PLACE, MEASURE, CLAIM, STANCE = "Place", "Measure", "Claim", "Stance"
ATTRIBUTES: Mapping[str, Mapping[str, tuple[str, type[Enum]]]] = {
    CLAIM: {
        "ClaimKind": ("kind", ClaimKind),
        "ClaimMode": ("mode", ClaimMode),
        "ClaimVoice": ("voice", VoiceKind),
        "ClaimAssertion": ("assertion", Assertion),
        "ClaimCertainty": ("certainty", Certainty),
        "HolderReason": ("holder_reason", HolderReason),
    },
    STANCE: {
        "Polarity": ("polarity", Polarity),
        "Act": ("act", Act),
        "Outlook": ("outlook", Outlook),
        "StanceCertainty": ("certainty", Certainty),
        "Attribution": ("attribution", StanceAttribution),
    },
    "Target": {"TargetKind": ("kind", TargetKind)},
    MEASURE: {"MeasureKind": ("kind", MeasureKind)},
    "Mention": {"Form": ("form", MentionForm)},
}
"""Attributes by the type that they are of: each with the field and the values that it stands for."""


@frozen(kw_only=True)
class Bound:
    """A text-bound annotation.

    Attributes:
        id: Its id in the file.
        type: What it is.
        parts: Its words, in order.
        line: Its line, from 1.
    """

    id: str
    type: str
    parts: tuple[Span, ...]
    line: int


@frozen(kw_only=True)
class Event:
    """An event.

    Attributes:
        id: Its id in the file.
        type: What it is.
        trigger: Id of the text-bound annotation that shows it.
        arguments: Roles, without the number that tells several of one role apart, each with an id.
        line: Its line, from 1.
    """

    id: str
    type: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]
    line: int


@frozen(kw_only=True)
class Annotations:
    """What an ``.ann`` file holds.

    Attributes:
        bounds: Text-bound annotations by id, in the order of the file.
        events: Events by id, likewise.
        attributes: For each id its attributes; one without a value is ``""``.
        notes: For each id its note.
        faults: What could not be read.
    """

    bounds: Mapping[str, Bound]
    events: Mapping[str, Event]
    attributes: Mapping[str, Mapping[str, str]]
    notes: Mapping[str, str]
    faults: tuple[Fault, ...] = field(default=())
