"""What goes on against or for somebody's will, where only the clause says what: "despite opposition from Paris"."""

from __future__ import annotations

from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["aside_subject", "past_withstanding", "withstood"]

_KNOWN = ("control.instruments", "control.agreements", "control.proposals")
_FACING = frozenset({("face", "of"), ("spite", "of"), ("teeth", "of")})
_REACH = 24
_OPENING_REACH = 3
_ASIDE_REACH = 14


def withstood(analysis: Analysis, noun: int, first: int, end: int, floor: int, ceiling: int) -> tuple[int, int] | None:
    """The only measure, agreement or plan of the clause in which a noun for a side stands after "despite" or "over".

    Args:
        analysis: The article.
        noun: The noun's token.
        first: The first token of its phrase.
        end: The token after the words for who takes the side.
        floor: Where the sentence begins.
        ceiling: Where it ends.
    """
    lowers, tags, place = analysis.tokens.lowers, analysis.tags, first - 1
    place -= place > floor and tags[place] == "D"  # "over the objections of"
    if place < floor:
        return None
    facing = tuple(lowers[place - 1 : place + 1]) in _FACING
    if not facing and lowers[place] not in analysis.index.sets["control.withstanding"]:
        return None
    after = max(noun + 1, end)
    opening = place - facing * (2 + (lowers[place - 2] == "the"))  # "in the face of"
    amid = opening - 1 > floor and tags[opening - 1] == "," and tags[after : after + 1] == [","]
    before, beyond = (max(floor, place - _REACH), place), (after + 1, min(ceiling, after + _REACH))
    if opening <= floor:
        return _only_thing(analysis, *beyond) if tags[after : after + 1] == [","] else None
    if amid and tags[after + 1] != "C" and (found := _only_thing(analysis, *beyond)) is not None:
        return found  # "Oslo, despite opposition from Lima, signed the deal"
    return _only_thing(analysis, *before)


def _only_thing(analysis: Analysis, begin: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase in a range that is a measure, an agreement or a plan, where there is one alone."""
    heads = [at for at in range(begin, stop) if _is_thing(analysis, at)]
    if len(heads) != 1:
        return None
    start = heads[0]
    while start > begin and analysis.tags[start - 1] in "NEKAdhG":
        start -= 1
    return start - (start > begin and analysis.tags[start - 1] in "DS"), heads[0] + 1


def _is_thing(analysis: Analysis, at: int) -> bool:
    """Whether a token is the head noun of a measure, an agreement or a plan."""
    tags, sets = analysis.tags, analysis.index.sets
    if tags[at] != "N" or (at + 1 < len(tags) and tags[at + 1] in "NEG"):
        return False
    return any(analysis.tokens.lowers[at] in sets[key] for key in _KNOWN)


def past_withstanding(analysis: Analysis, first: int, end: int) -> int:
    """Where a noun phrase begins without what stands before "despite" or "over": "the levy despite | Oslo"."""
    words = analysis.index.sets["control.withstanding"]
    return next((at + 1 for at in range(end - 2, first, -1) if analysis.tokens.lowers[at] in words), first)


def aside_subject(analysis: Analysis, possessive: int, floor: int, ceiling: int) -> Source | None:
    """The subject after the opening phrase in which "its" stands: "Despite its criticism of the levy, Oslo signed"."""
    tags = analysis.tags
    if possessive - floor > _OPENING_REACH or any(tags[at] not in "PA" for at in range(floor, possessive)):
        return None
    stop = next(
        (at for at in range(possessive, min(ceiling, possessive + _ASIDE_REACH)) if tags[at] in ",vMBVOWHU;:"), ceiling
    )
    if stop >= ceiling or tags[stop] != "," or possessive == floor:
        return None
    found = noun_phrase_after(analysis, stop + 1, ceiling)
    if found is None or tags[found[0]] == "S":
        return None
    return Source(found[0], plain_head_end(analysis, *found))
