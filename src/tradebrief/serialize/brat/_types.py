"""What annotations are called in brat, and which attributes they have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

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

__all__ = ["ACTORS", "ATTRIBUTES", "CLAIM", "MEASURE", "PLACE", "STANCE", "configuration"]

ACTORS: Mapping[str, str] = {kind.value.capitalize(): kind.value for kind in ActorKind}
"""Types of actors, with the kind of each."""

PLACE, MEASURE, CLAIM, STANCE = "Place", "Measure", "Claim", "Stance"
_PARTS = ("Source", "Content", "Condition", "Target")

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


def configuration() -> str:
    """The file ``annotation.conf``, which tells brat what may be annotated."""
    actors = "|".join(ACTORS)
    entities = [*ACTORS, PLACE, MEASURE, *_PARTS]
    attributes = [
        f"{name}\tArg:{'<MENTION>' if type == 'Mention' else type}, Value:{'|'.join(one.value for one in values)}"
        for type, named in ATTRIBUTES.items()  # noqa: A001 - no other name says it.
        for name, (_, values) in named.items()
    ]
    lines = [
        "[entities]",
        *entities,
        "",
        "[relations]",
        "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
        "",
        "[events]",
        f"<ACTOR>={actors}",
        f"{CLAIM}\tHolder?:<ACTOR>, Source?:Source, Content+:Content, Condition*:Condition, RelayedBy?:<ACTOR>",
        f"{STANCE}\tHolder:<ACTOR>, Target?:Target, Condition*:Condition",
        "",
        "[attributes]",
        f"<MENTION>={actors}|{PLACE}",
        *attributes,
        "",
    ]
    return "\n".join(lines)
