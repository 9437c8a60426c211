"""What an apposition or relative clause after a name says that it is."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import (
    Evidence,
    NameKind,
    Strength,
)

__all__ = ["apposition", "holds_office", "is_described", "is_of_office"]

_APPOSITION = 9
_DESCRIPTION = 8
_PERSON, _BODY = NameKind.PERSON, NameKind.BODY  # Looking one up on its class takes long, and is done often.
_WEAK, _FAIR, _STRONG = Strength.WEAK, Strength.FAIR, Strength.STRONG


def is_of_office(analysis: Analysis, first: int) -> bool:
    """Whether a name says of what somebody has an office, whom "who" after it means: "the mayor of Lund, who"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    return (
        first > 1
        and lowers[first - 1] in {"of", "in", "at", "for"}
        and (lowers[first - 2] in sets["titles.heads"] or lowers[first - 2] in sets["groups.singular_heads"])
    )


def is_described(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a name is followed by what one is or does who is a person: "Lund, who", "Lund, a longtime analyst"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if end + 2 >= len(tags) or tags[end] != "," or end in analysis.walls:
        return False
    if lowers[end + 1] == "who":
        return not is_of_office(analysis, first)
    if lowers[end + 1] not in {"a", "an", "the"}:
        return False
    for at in range(end + 2, min(len(tags), end + _DESCRIPTION)):
        if tags[at] not in "NEAKhdgG":
            return False
        if (lowers[at] in sets["groups.singular_heads"] or lowers[at] in sets["titles.heads"]) and (
            tags[at + 1 : at + 2] not in (["N"], ["E"], ["h"])
        ):
            return lowers[at] not in sets["groups.collective_heads"]
    return False


def apposition(analysis: Analysis, first: int, end: int) -> Evidence | None:
    """What an apposition or relative clause after a name says that it is."""
    tokens, sets = analysis.tokens, analysis.index.sets
    lowers = tokens.lowers
    if end + 2 >= len(lowers):
        return None
    opener = lowers[end + 1]
    if opener in {"who", "whose", "whom"} and is_of_office(analysis, first):
        return None
    if opener in {"who", "whose", "whom"}:
        party = lowers[first - 1 : first] == ["the"] and lowers[first] in sets["groups.parties"]  # "the Greens, who"
        return Evidence(_BODY if party and end - first == 1 else _PERSON, _STRONG, "actor.described")
    if opener.isdigit() and len(opener) == 2 and lowers[end + 2] in {",", "."}:
        return Evidence(_PERSON, _STRONG, "actor.described")  # "Ana Ruiz, 43, ..."
    if opener == "which":
        trades = lowers[end + 2] in sets["grammar.trading"] or lowers[end + 2] in sets["grammar.speaking_for"]
        stands_for = trades or lowers[end + 2 : end + 4] == ["speaks", "for"]
        stands_for = stands_for or (end - first > 1 and analysis.tags[first - 1 : first] != ["P"])
        return Evidence(_BODY, _FAIR if stands_for else _WEAK, "actor.described")
    if analysis.tags[end + 1] not in "DSNE" and opener not in {"chief", "president", "director"}:
        return None
    for at in range(end + 1, min(len(lowers), end + _APPOSITION)):
        if lowers[at] in sets["groups.kin"] and analysis.tags[at + 1 : at + 2] not in (["N"], ["G"], ["E"]):
            return Evidence(NameKind.PERSON, Strength.FAIR, "actor.described")
        if lowers[at] in sets["titles.heads"] or lowers[at] in sets["groups.singular_heads"]:
            bodily = lowers[at] in sets["groups.collective_heads"]
            if bodily and (lowers[at] not in sets["titles.heads"] or lowers[at] in sets["groups.weak_heads"]):
                firm = lowers[at] in sets["groups.introducing"]  # "Ode, the Danish toymaker,"
                return Evidence(_BODY, _STRONG if firm else _FAIR, "actor.described")
            closes = at + 1 >= len(lowers) or analysis.tags[at + 1] in ",.PGW"
            return Evidence(_PERSON, _FAIR if closes else _WEAK, "actor.described")
        holds_office = not sets["titles.heads"].isdisjoint(lowers[at + 1 : at + 2])  # ", the US Treasury Secretary,"
        if (
            lowers[at] in sets["groups.collective_heads"]
            and analysis.tags[at + 1 : at + 2] != ["N"]
            and not holds_office
        ):
            return Evidence(_BODY, _STRONG, "actor.described")
        if analysis.tags[at] not in "NEDSAGhdK":
            return None
    return None


def holds_office(analysis: Analysis, end: int) -> bool:
    """Whether an apposition after a name gives it an office that persons have: "Lincoln, minister of trade,"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if end + 1 >= len(tags) or lowers[end] != "," or end in analysis.walls or tags[end + 1] not in "DSNE":
        return False
    for at in range(end + 1, min(len(tags), end + _APPOSITION)):
        if lowers[at] in analysis.index.sets["titles.personal_offices"]:
            return at + 1 >= len(tags) or tags[at + 1] in ",.;P)"
        if tags[at] not in "NEDSAGhdK":
            return False
    return False
