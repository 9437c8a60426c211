"""Whether a name speaks, acts or takes a side, as the words around it tell."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act

__all__ = ["acts", "has_view", "speaks"]

_ASIDE = 24
_VIEW_REACH = 8
_ROLE_REACH = 5


def has_view(analysis: Analysis, end: int) -> bool:
    """Whether a name owns or has what only those have who take sides.

    "Lund's criticism", "Lund was critical of", "Lund has been a loud backer of".
    """
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    last = min(len(tags) - 1, end + _VIEW_REACH)
    if end >= last or end in analysis.walls:
        return False
    if tags[end] == "G":
        owned = next((at for at in range(end + 1, last) if tags[at] not in "AKdgh"), last)
        papers = index.sets["control.documents"]  # "Lund's statement"
        views = range(owned, min(last, owned + 2))
        return any(lowers[at] in index.stance_nouns or lowers[at] in papers for at in views if tags[at] in "Nv")
    at = end
    while at < last and (tags[at] in "AVX" or _is_dated(analysis, at)):
        at += 2 if tags[at] == "P" else 1
    if at > last or tags[at] != "B":  # A text may end with a day.
        return False
    while at < last and tags[at] in "BAX":
        at += 1
    if tags[at] == "d" and lowers[at] in index.sets["grammar.actor_patients"]:
        return True
    if tags[at] == "D":
        named = range(at + 1, min(last, at + _ROLE_REACH))
        return any(form.rule.category == "role" for at in named for form in index.stance_nouns.get(lowers[at], ()))
    forms = index.stance_adjectives.get(lowers[at], ()) if at < last and tags[at + 1] == "P" else ()
    return any(lowers[at + 1] in form.rule.slots for form in forms)


def _is_dated(analysis: Analysis, at: int) -> bool:
    """Whether a preposition opens a day or month: "on Sunday"."""
    return analysis.tags[at] == "P" and analysis.tokens.lowers[at + 1] in analysis.index.sets["grammar.time"]


def acts(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a name speaks or acts: a verb after it, "of" and its employer, or "according to" before it."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, end
    while at < len(tags) and tags[at] == "A":
        at += 1
    if at < len(tags) and (tags[at] in "vMBVOG" or lowers[at] in {"of", "at", "from", "with"}):
        return True
    cited = first > 1 and lowers[first - 2 : first] == ["according", "to"]
    inverted = first > 0 and tags[first - 1] == "v" and lowers[first - 1] in analysis.index.verb_cues
    return cited or inverted


def speaks(analysis: Analysis, end: int) -> bool:
    """Whether a verb of saying or thinking follows a name, in the active."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, end
    if at < len(tags) and tags[at] == ",":  # "Lund, for his part, backed"
        closing = next((mark for mark in range(at + 2, min(len(tags), at + _ASIDE)) if tags[mark] in ",.;:"), at)
        at = closing + 1 if tags[closing] == "," and closing > at else len(tags)
    elif lowers[at : at + 1] == ["as"]:
        return tags[at + 1 : at + 2] == ["g"] and lowers[at + 1] in analysis.index.clausal  # "quoted Lund as saying"
    while at < len(tags) and (tags[at] in "AVMXO" or (tags[at] == "B" and tags[at + 1 : at + 2] != ["d"])):
        at += 1
    if at >= len(tags) or tags[at] not in "vdig":
        return False
    index = analysis.index
    sides = index.stance_verbs.get(lowers[at], ())
    return (
        lowers[at] in index.verb_cues
        or lowers[at] in index.sets["grammar.actor_deeds"]
        or any(not form.tail and form.rule.act is not Act.IMPLEMENT for form in sides)
    )
