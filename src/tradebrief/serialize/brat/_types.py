"""The file in which brat finds what may be annotated."""

from __future__ import annotations

from tradebrief.serialize._standoff import ACTORS, ATTRIBUTES, CLAIM, MEASURE, PLACE, STANCE

__all__ = ["configuration"]

_PARTS = ("Source", "Content", "Condition", "Target")


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
