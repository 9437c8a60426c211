"""Auxiliaries that an insertion between commas parts from their verb: "would, with some luck, oppose"."""

from __future__ import annotations

import re

from tradebrief.extraction.lookups.index import Index
from tradebrief.extraction.tokens import Tokens

__all__ = ["join_parted"]

_PARTED = re.compile(r"([MBVO])[AX]*+(,)[PUARENSDvg][^,.;:q-]{0,11}+(,)(?=[AX]*+([vNidgBV])(.?))")  # Over tags.
_SLOTS = {"M": "b", "O": "b", "V": "n", "B": "ng"}
_FORMS = {"M": "i", "O": "i", "V": "d", "B": "d"}
_OBJECTS = frozenset("DSRETH")


def join_parted(tokens: Tokens, index: Index, tags: list[str], tagged: str) -> dict[int, tuple[int, int]]:
    """For each token of an insertion its two commas; the verbs that are waited for are tagged by their auxiliary."""
    parted: dict[int, tuple[int, int]] = {}
    for found in _PARTED.finditer(tagged):
        auxiliary, verb, form = found[1], found.start(4), found[4]
        slots = index.verbs.get(tokens.lowers[verb], "")
        if form not in "BV":
            if not any(slot in slots for slot in _SLOTS[auxiliary]) or (form == "N" and found[5] not in _OBJECTS):
                continue
            tags[verb] = "g" if form == "g" else _FORMS[auxiliary]
        opening, closing = found.start(2), found.start(3)
        parted.update(dict.fromkeys(range(opening, closing + 1), (opening, closing)))
    return parted
