"""Lone names that open their sentence, where a capital tells nothing: what shows them to be names all the same.

Hardly a common word does what they do: "Brinkov later led the effort", "Lund teased his return", "Ode's third letter".
Nouns without an article that could stand there are told apart by the lexicon's words, by common endings, by the plural
and by the text, where it has them in small letters.
"""

from __future__ import annotations

from tradebrief.extraction.actors.cuts import Piece
from tradebrief.extraction.lookups.common_words import common_words
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, NameKind, Strength
from tradebrief.model import Act

__all__ = ["OPENER", "opening_evidence"]

_FARTHEST = 8  # Words between a name and its verb.
_DESCRIPTION = 6
_SHORTEST = 3
_SINGULAR = frozenset({"has", "does", "was", "is"})
_PLURAL = frozenset({"have", "do", "were", "are"})
_REFERRING = frozenset({"his", "her"})
_THIS = frozenset({"this", "last"})
_PERSON, _BODY = NameKind.PERSON, NameKind.BODY
_HIS = Evidence(_PERSON, Strength.FAIR, "actor.personal")
_ONE = Evidence(_PERSON, Strength.FAIR, "actor.described")
OPENER = Evidence(_BODY, Strength.WEAK, "actor.unknown")


def opening_evidence(analysis: Analysis, words: NameWords, piece: Piece) -> Evidence | None:
    """What shows that a lone word that opens its sentence is a name, and whose; None where nothing does.

    It is ``OPENER`` where a name is shown, and not what it names.
    """
    at, tags = piece.end, analysis.tags
    if not piece.opens or len(piece.words) > 1 or at + 1 >= len(tags) or at in analysis.walls:
        return None
    if tags[at] not in "GAvMBVO,PDUC" or _is_common(analysis, words, piece) or analysis.in_title(piece.first):
        return None
    if tags[at] == "G":
        return OPENER if tags[at + 1] in "NEK" else None
    verb = _verb_after(analysis, _row_end(analysis, at))
    if verb is None or not _agrees(analysis, piece, verb):
        return None
    if tags[verb] == "B":
        return _ONE if _is_one(analysis, verb + 1) else None
    if analysis.tokens.lowers[verb + 1 : verb + 2] and analysis.tokens.lowers[verb + 1] in _REFERRING:
        return _HIS if at == piece.end else OPENER
    return OPENER if _is_agents(analysis, words, verb) else None


def _is_common(analysis: Analysis, words: NameWords, piece: Piece) -> bool:
    """Whether a word is, or may well be, a common one with the capital of its sentence."""
    word = piece.words[0]
    lower = word.lower()
    if len(word) < _SHORTEST or not word.isalpha() or lower in common_words(analysis.lexicon):
        return True
    if word in words.no_names or lower in analysis.small_words or lower.removesuffix("s") in analysis.small_words:
        return True
    if lower.endswith("s") and lower[:-1] in common_words(analysis.lexicon):
        return True
    return lower.endswith(words.common_endings) and not (words.is_given(word) or words.is_surname(word))


def _row_end(analysis: Analysis, at: int) -> int:
    """The end of a row that a name opens with one other: "Ode and Lund | condemned"."""
    written = analysis.tokens.words
    if written[at] != "and" or at + 1 not in analysis.capitals:
        return at
    end = at + 2
    while end < min(len(written), at + _FARTHEST) and end in analysis.capitals:
        end += 1
    return end


def _verb_after(analysis: Analysis, at: int) -> int | None:
    """The verb of a name that ends before a token, auxiliaries, adverbs and a time passed over; "be" without them."""
    tags, lowers, times = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    last = min(len(tags) - 1, at + _FARTHEST)
    bare = True
    while at < last and at not in analysis.walls:
        if tags[at] in "AX":
            at += 1
        elif tags[at] in "MVO":
            at, bare = at + 1, False
        elif tags[at] == "," and tags[at + 1] == "A" and tags[at + 2 : at + 3] == [","]:
            at += 3  # ", meanwhile,"
        elif lowers[at : at + 3] == ["in", "the", "past"]:
            at += 3
        elif (tags[at] == "P" or lowers[at] in _THIS) and lowers[at + 1] in times:
            at += 2  # "on Sunday", "this week"
        elif tags[at] == "B":
            return at if bare else None
        else:
            return at if tags[at] in ("v" if bare else "vid") else None
    return None


def _agrees(analysis: Analysis, piece: Piece, verb: int) -> bool:
    """Whether the verb is one of a single subject; the same of all in the past, save after a word in -s."""
    lowers = analysis.tokens.lowers
    if lowers[piece.end] == "and":
        return True
    between = lowers[piece.end : verb + 1]
    if not _PLURAL.isdisjoint(between):
        return False
    if not _SINGULAR.isdisjoint(between):
        return True
    slots = analysis.index.verbs.get(lowers[verb], "")
    modal = not {"M", "O"}.isdisjoint(analysis.tags[piece.end : verb])
    bare = analysis.tags[verb] == "v" and "b" in slots and "p" not in slots and not modal
    plural = lowers[piece.first].endswith("s") and not lowers[piece.first].endswith("ss")
    return not bare and (not plural or slots == "t")


def _is_one(analysis: Analysis, at: int) -> bool:
    """Whether one person is what a predicate says that a name is: "is a veteran journalist"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    while at < len(tags) and tags[at] == "A":
        at += 1
    if at >= len(tags) or lowers[at] not in {"a", "an"}:
        return False
    for head in range(at + 1, min(len(tags), at + _DESCRIPTION)):
        if tags[head] not in "NEAKhdg":
            return False
        if lowers[head] in sets["groups.singular_heads"] and tags[head + 1 : head + 2] not in (["N"], ["E"], ["h"]):
            return lowers[head] not in sets["groups.collective_heads"]
    return False


def _is_agents(analysis: Analysis, words: NameWords, verb: int) -> bool:
    """Whether only somebody who acts is the subject of a verb, and its object or clause follows."""
    index, lower = analysis.index, analysis.tokens.lowers[verb]
    if lower in words.personal_verbs or lower in index.sets["grammar.actor_deeds"]:
        return True
    if verb + 1 >= len(analysis.tags) or analysis.tags[verb + 1] not in "DSENTHRKW":
        return False
    if lower in index.verb_cues or lower in words.leading_verbs:
        return True
    return any(not form.tail and form.rule.act is not Act.IMPLEMENT for form in index.stance_verbs.get(lower, ()))
