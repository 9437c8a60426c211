"""Signs in a text that a name without any other is a person's: what only persons do and own, and "he" or "she" for it.

A pronoun counts where nobody else can be meant: the name is the subject before it, and no person is named or described
around.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.cuts import Piece
from tradebrief.extraction.actors.speaking import speaks
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, NameKind, Strength

__all__ = ["find_personal"]

_REACH = 40  # Words from a name to the pronoun that shows what it names.
_OWNED = 3
_VENUE = 4
_ASKED = frozenset({"asked", "pressed"})
_RECENT = 2  # Sentences in which another person may be the one whom a pronoun means.
_MOST_WORDS = 4
_SUBJECTS, _OTHERS = frozenset({"he", "she"}), frozenset({"his", "her", "himself", "herself"})
_HIS_OR_HER = (["his"], ["her"])
_SIGN = Evidence(NameKind.PERSON, Strength.FAIR, "actor.personal")
_OPENING = Evidence(NameKind.PERSON, Strength.WEAK, "actor.personal")


def find_personal(
    analysis: Analysis, words: NameWords, pieces: Sequence[Piece], inside: set[tuple[str, ...]]
) -> Iterator[tuple[tuple[str, ...], Evidence]]:
    """For each name that such a sign stands with its words and the evidence.

    Args:
        analysis: The text.
        words: The lexicon's words.
        pieces: Its names in order.
        inside: The words of those that stand within a sentence, where a capital tells a name.
    """
    last_person = -1  # Index of the sentence in which a person stood last.
    for number, piece in enumerate(pieces):
        if piece.known is not None:
            continue
        sentence = analysis.sentence_at[piece.first]
        if not _is_open(piece):
            if _is_person(piece):
                last_person = sentence
            continue
        found = _deed(analysis, words, piece) or _patient(analysis, words, pieces, number)
        if found is None and analysis.tags[piece.first - 1] == "," and _is_named_late(analysis, pieces, number):
            found = _SIGN
        alone = last_person < 0 or sentence - last_person > _RECENT
        if (
            found is None
            and alone
            and (not piece.opens or piece.words in inside or speaks(analysis, piece.end))  # "Rain fell. She left."
        ):
            following = pieces[number + 1].first if number + 1 < len(pieces) else len(analysis.tags)
            found = _pronoun(analysis, piece, following)
        if found is not None:
            yield piece.words, found


def _is_open(piece: Piece) -> bool:
    """Whether nothing strong tells yet what a name names."""
    if piece.office is not None or piece.title is not None or len(piece.words) > _MOST_WORDS:
        return False
    return piece.evidence is None or (piece.evidence.strength <= _SIGN.strength and not _is_person(piece))


def _is_person(piece: Piece) -> bool:
    if piece.office is not None or piece.title is not None:
        return True
    return piece.evidence is not None and piece.evidence.kind is _SIGN.kind


def _deed(analysis: Analysis, words: NameWords, piece: Piece) -> Evidence | None:
    """What a verb or a possession after a name tells, of which only persons are capable."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at, size = piece.end, len(tags)
    if at < size and tags[at] == "G":
        owned = lowers[at + 1 : at + 1 + _OWNED]
        return None if words.personal_owned.isdisjoint(owned) else _SIGN
    if lowers[at : at + 1] == ["and"] and lowers[at + 1 : at + 2] in _HIS_OR_HER:  # "Lund and his wife"
        return None if words.personal_owned.isdisjoint(lowers[at + 2 : at + 2 + _OWNED]) else _SIGN
    if at + 2 < size and tags[at] == "," and (lowers[at + 1] in _ASKED or lowers[at + 1 : at + 3] == ["when", "asked"]):
        return _SIGN  # "Lund, when asked about it, said"
    while at < size and tags[at] in "AMV":
        at += 1
    if at >= size or at in analysis.walls:
        return None
    if lowers[at] in words.personal_verbs:
        return _SIGN
    spoken = tags[at] == "v" and lowers[at] in analysis.index.verb_cues
    return _SIGN if spoken and (_is_in_person(analysis, words, at + 1) or _is_asked(analysis, piece.first)) else None


def _is_in_person(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether those who are told something, or how it is said, show a person: "told reporters", "said in a speech"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    venues = words.personal_hearers
    if tags[at : at + 1] == ["P"]:
        at, venues = at + 1, words.personal_venues
    for probe in range(at, min(len(tags), at + _VENUE)):
        if lowers[probe] in venues:
            return True
        if tags[probe] not in "DSNEA":
            return False
    return False


def _is_asked(analysis: Analysis, first: int) -> bool:
    """Whether what somebody was asked opens the sentence of a name: "Asked about it, Lund said"."""
    lowers, (floor, _) = analysis.tokens.lowers, analysis.bounds[analysis.sentence_at[first]]
    asked = lowers[floor] in _ASKED and lowers[first - 1] == "," and first - floor < _REACH
    return asked and lowers[floor + 1] not in {"for", "to"}  # "Asked for comment, the firm said"


def _is_named_late(analysis: Analysis, pieces: Sequence[Piece], number: int) -> bool:
    """Whether "he" or "she" of an opening clause can only be the name after it: "Even as he spoke, Lund said"."""
    piece = pieces[number]
    floor, _ = analysis.bounds[analysis.sentence_at[piece.first]]
    opens = analysis.tags[floor] == "U" or analysis.tokens.lowers[floor] in {"as", "even", "when"}
    alone = opens and (not number or pieces[number - 1].end <= floor) and piece.first - floor < _REACH
    return (
        alone and not _SUBJECTS.isdisjoint(analysis.tokens.lowers[floor : piece.first]) and speaks(analysis, piece.end)
    )


def _patient(analysis: Analysis, words: NameWords, pieces: Sequence[Piece], number: int) -> Evidence | None:
    """What a verb between a person and a single name tells: "Ana Ruiz met Lund"."""
    piece, lowers = pieces[number], analysis.tokens.lowers
    if not number or len(piece.words) > 1 or lowers[piece.first - 1] not in words.personal_objects:
        return None
    subject = pieces[number - 1]
    return _SIGN if subject.end == piece.first - 1 and _may_be_person(words, subject) else None


def _may_be_person(words: NameWords, piece: Piece) -> bool:
    """Whether a name is a person's, or a family name that nothing else tells of."""
    return _is_person(piece) or (piece.known is None and len(piece.words) == 1 and words.is_surname(piece.words[0]))


def _pronoun(analysis: Analysis, piece: Piece, following: int) -> Evidence | None:
    """What "he" or "she" after a name tells that is the subject, with no other name or person between."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    at = piece.end
    while at < len(tags) and tags[at] == "A":
        at += 1
    if at >= len(tags) or at in analysis.walls or tags[at] not in "vMBVO" or analysis.quoted[piece.first] >= 0:
        return None
    sentence = analysis.sentence_at[piece.first]
    first, _ = analysis.bounds[max(0, sentence - _RECENT)]
    if _describes_person(analysis, first, piece.first):
        return None
    for probe in range(at + 1, min(len(tags), piece.end + _REACH, following)):
        if analysis.quoted[probe] >= 0:
            continue
        apart = analysis.sentence_at[probe] - sentence
        if apart > 1 or probe in analysis.block_starts:
            return None
        word = lowers[probe]
        if tags[probe] in "RS" and (word in _SUBJECTS or (word in _OTHERS and not apart)):
            return _OPENING if apart else _SIGN
        if apart and probe > analysis.bounds[sentence + 1][0] + 1:
            return None
        if word in sets["groups.singular_heads"] or word in sets["titles.heads"]:
            return None
    return None


def _describes_person(analysis: Analysis, first: int, end: int) -> bool:
    """Whether one person is described in a range of tokens ("the minister")."""
    sets = analysis.index.sets
    described = analysis.tokens.lowers[max(first, end - _REACH) : end]
    return not (sets["groups.singular_heads"].isdisjoint(described) and sets["titles.heads"].isdisjoint(described))
