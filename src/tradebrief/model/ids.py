"""Ids: derived from content, so that the same words give the same id in every run.

Actors have readable ids (``country:jp``, ``person:akazawa-ryosei``). Claims, stances and measures are
named by a digest of their own words, not by their place, so that an id survives a new paragraph
further up; equal ones are numbered in the order of the text.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import NewType

import regex

__all__ = ["ActorId", "ClaimId", "MeasureId", "PlaceId", "RuleId", "StanceId", "digest", "slug", "unique"]

ActorId = NewType("ActorId", str)
ClaimId = NewType("ClaimId", str)
StanceId = NewType("StanceId", str)
MeasureId = NewType("MeasureId", str)
PlaceId = NewType("PlaceId", str)
RuleId = NewType("RuleId", str)

_LONGEST_KNOWN = 60  # Longer ones are hardly names, and not worth their memory.
_EMPTY = blake2b(digest_size=5)
_NOT_SLUG = regex.compile(r"[^\p{L}\p{N}]++")


def slug(words: str) -> str:
    """Words as the part of an id: lower case, hyphens, letters of any script.

    Accents of Latin letters go (``Élysée`` gives ``elysee``); what has no letter or digit gives ``"x"``.
    """
    return _known_slug(words) if len(words) <= _LONGEST_KNOWN else _slug(words)


def _slug(words: str) -> str:
    plain = words.casefold()
    if plain.isascii():
        parts = plain.split()
        if "".join(parts).isalnum():
            return "-".join(parts)  # As most names are.
    else:
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_SLUG.sub("-", plain.replace("'", "").replace("’", "")).strip("-") or "x"


_known_slug = lru_cache(maxsize=4096)(_slug)  # Names come back, within a text and in the next one.


def digest(*parts: str) -> str:
    """Ten hexadecimal digits that stand for the parts, white space folded."""
    flat = " ".join(parts)
    if "  " in flat or flat != flat.strip() or not flat.isprintable():  # Most words need no folding.
        parts = tuple([" ".join(part.split()) for part in parts])
    joined = "\x1f".join(parts)
    hashed = _EMPTY.copy()  # Takes two thirds of the time of a new one.
    hashed.update(joined.encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def unique(wanted: str, taken: dict[str, int]) -> str:
    """The wanted id, or the first of ``wanted-2``, ``wanted-3``, ... that is free; marks it as taken.

    Args:
        wanted: The id to have.
        taken: The ids in use, each with the number that was last given to it.
    """
    if wanted not in taken:
        taken[wanted] = 1
        return wanted
    number = taken[wanted] + 1
    while f"{wanted}-{number}" in taken:
        number += 1
    found = f"{wanted}-{number}"
    taken[wanted], taken[found] = number, 1
    return found
