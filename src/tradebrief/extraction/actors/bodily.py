"""Whether what is told of a name only bodies have or do: "Ode Vale raised its forecast", "Ode Vale, whose mills"."""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["shows_body"]

_REACH = 7  # Tokens from the verb of a name to "its".
_APPOSITION = 9
_ITS = "its"
_GROUP, _PHRASE = frozenset("vidATVMBOX"), frozenset("NDA")  # Tags of a verb's group, and of what stands between.


def shows_body(analysis: Analysis, first: int, end: int, owned: frozenset[str]) -> bool:
    """Whether the clause of a name of several words shows that it is a body's.

    Args:
        analysis: The text.
        first: The name's first token.
        end: The token after its last.
        owned: Nouns for what only bodies have, in lower case.
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if end - first == 1 or end + 2 >= len(tags) or end in analysis.walls:
        return False
    if tags[end] == ",":
        if lowers[end + 1] == "whose" and end + 1 not in analysis.walls:
            return lowers[end + 2] in owned
        if tags[end + 1] not in "DSN":
            return False
        closing = analysis.tagged.find(",", end + 1, end + _APPOSITION)
        return closing > 0 and _keeps_its(analysis, first, closing + 1)
    return _keeps_its(analysis, first, end)


def _keeps_its(analysis: Analysis, first: int, verb: int) -> bool:
    """Whether a verb with "its" follows a name that is its subject: "Ode Vale raised its forecast"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if _ITS not in lowers[verb + 1 : verb + _REACH] or tags[verb] not in "vVMBOA":
        return False
    if first and first not in analysis.walls and tags[first - 1] in ",P":
        return False  # "The head of the council, Ana Ode, raised its forecast"
    until = lowers.index(_ITS, verb)
    noun = next((at for at in range(verb, until) if tags[at] not in _GROUP), until)
    return all(tags[at] in _PHRASE and at not in analysis.walls for at in range(noun, until))
