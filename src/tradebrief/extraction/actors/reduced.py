"""What a participle after a noun says of it, up to the noun's own verb: "mills hit by the ban", "firms making tin"."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["FOLLOWING", "participle_end"]

FOLLOWING = {"d": "PT", "g": "DSNEKP"}  # Tags of such a participle, each with those that may follow it.
_REACH = 20
_FINITE = "vMBVO"
_CLOSING = "HWU;:q,.-("


def participle_end(analysis: Analysis, end: int) -> int:
    """Where the participle with what it governs ends after a noun, if a finite verb follows; else the end of the noun.

    Args:
        analysis: The article's.
        end: The token after the noun.
    """
    tags, walls = analysis.tags, analysis.walls
    if end + 1 >= len(tags) or end in walls or tags[end + 1] not in FOLLOWING.get(tags[end], ""):
        return end
    if tags[end] == "g" and analysis.tokens.lowers[end] in analysis.index.clausal:
        return end  # "with growers saying the levy was high"
    for at in range(end + 2, min(len(tags), end + _REACH)):
        if at in walls or tags[at] in _CLOSING:
            return end
        if tags[at] in _FINITE and tags[at - 1] not in "TCX":
            closing = at
            while tags[closing - 1] in "AX":
                closing -= 1
            return closing
    return end
