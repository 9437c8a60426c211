"""Whom pronouns mean: the actor that fits in number and gender, a subject rather than anything else."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from attrs import frozen

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.index import Trigger
from tradebrief.extraction.players import Player
from tradebrief.lexicon import Pronoun
from tradebrief.model import ActorKind, MentionForm

__all__ = ["join_pronouns"]

_RECENT = 4  # Sentences over which a pronoun looks back for a person.
_MOST_SEEN = 30
_LONGEST_APPOSITION = 12
_SUBJECT, _OBJECT, _OWNER, _OBLIQUE = 4, 2, 2, 1
_FARTHER = 2  # What a sentence between costs.


@frozen
class _Seen:
    """A mention that a pronoun may refer to.

    Attributes:
        token: Its first token.
        sentence: The index of its sentence.
        quotation: The index of its quotation, or -1.
        weight: How prominent its place is: a subject's more than an object's, an object's more than a preposition's.
        player: The actor.
    """

    token: int
    sentence: int
    quotation: int
    weight: int
    player: Player


def join_pronouns(
    analysis: Analysis, cast: Sequence[tuple[Candidate, Player]], author_at: Callable[[int], Player]
) -> None:
    """Join each pronoun to the actor that it must mean, or leave it.

    Args:
        analysis: The text.
        cast: The mentions by name and description, with their actors.
        author_at: The author who speaks at a token of a section that is an author's.
    """
    seen: deque[_Seen] = deque(maxlen=_MOST_SEEN)
    named = [(found.first, found, player) for found, player in cast if found.form is not MentionForm.DEMONYM]
    named.sort(key=lambda item: item[0])
    pending = iter(named)
    upcoming = next(pending, None)
    for at in analysis.hits(Trigger.PRONOUN):
        while upcoming is not None and upcoming[0] <= at:
            seen.append(_see(analysis, upcoming[1].first, upcoming[1].end, upcoming[2]))
            upcoming = next(pending, None)
        found = analysis.tags[at]
        pronoun = analysis.lexicon.pronouns.get(analysis.tokens.lowers[at]) if found in "RS" else None
        if pronoun is None:
            continue
        if pronoun.person == 1 and pronoun.number == "singular":
            if analysis.quoted[at] < 0 and analysis.is_authored(analysis.tokens.starts[at]):
                _mention(analysis, author_at(at), at)
            continue
        if pronoun.person != 3 or _is_expletive(analysis, at):
            continue
        player = _antecedent(analysis, seen, at, pronoun, possessive=found == "S")
        if player is not None:
            if pronoun.gender in {"male", "female"}:
                player.gender = player.gender or pronoun.gender
            _mention(analysis, player, at)
            seen.append(_see(analysis, at, at + 1, player))


def _mention(analysis: Analysis, player: Player, at: int) -> None:
    player.mention(analysis, at, at + 1, MentionForm.PRONOUN, "actor.pronoun")


def _see(analysis: Analysis, first: int, end: int, player: Player) -> _Seen:
    return _Seen(first, analysis.sentence_at[first], analysis.quoted[first], _weight(analysis, first, end), player)


def _is_expletive(analysis: Analysis, at: int) -> bool:
    """Whether "it" stands for a clause to come: "it is clear that", "it remains to be seen"."""
    tags, probe = analysis.tags, at + 1
    if analysis.tokens.lowers[at] != "it":
        return False
    while probe < len(tags) and tags[probe] in "AXMVBv":
        probe += 1
    stop = min(len(tags), probe + 4)
    return probe > at + 1 and any(tags[here] in "HT" for here in range(probe, stop)) and tags[probe] in "NdATEP"


def _weight(analysis: Analysis, first: int, end: int) -> int:
    """How prominent the place of a mention is."""
    tags = analysis.tags
    if tags[first] == "S" or tags[end : end + 1] == ["G"]:
        return _OWNER
    if _is_subject(analysis, first, end):
        return _SUBJECT
    before = first - 1 - (first > 0 and tags[first - 1] == "D")
    return _OBLIQUE if before >= 0 and tags[before] in "PT" else _OBJECT


def _is_subject(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a mention is a subject: its verb follows, or a verb of saying stands before it."""
    tags = analysis.tags
    if _finite_follows(analysis, end):
        return True
    if tags[end : end + 1] == [","]:
        closing = analysis.tagged.find(",", end + 1, end + _LONGEST_APPOSITION)
        if closing > 0 and _finite_follows(analysis, closing + 1):
            return True
    return first > 0 and tags[first - 1] == "v" and analysis.tokens.lowers[first - 1] in analysis.index.verb_cues


def _finite_follows(analysis: Analysis, at: int) -> bool:
    tags = analysis.tags
    while at < len(tags) and tags[at] == "A":
        at += 1
    return at < len(tags) and tags[at] in "vMBVO"


def _suits(player: Player, pronoun: Pronoun) -> bool:
    if pronoun.gender in {"male", "female"}:
        return player.kind is ActorKind.PERSON and player.gender in {None, pronoun.gender}
    if pronoun.number == "plural":
        return player.plural
    return not player.plural and player.is_body


def _antecedent(
    analysis: Analysis, seen: Sequence[_Seen], at: int, pronoun: Pronoun, *, possessive: bool
) -> Player | None:
    """The actor that a pronoun of the third person means: the most prominent one in reach that fits."""
    sentence, quotation = analysis.sentence_at[at], analysis.quoted[at]
    personal = pronoun.gender in {"male", "female"}
    reach = _RECENT if personal else 1
    best: dict[int, tuple[int, Player]] = {}
    for found in reversed(seen):
        if sentence - found.sentence > reach:
            break
        if not _suits(found.player, pronoun) or (quotation >= 0 and found.quotation != quotation):
            continue
        score = found.weight - _FARTHER * (sentence - found.sentence)
        if id(found.player) not in best or best[id(found.player)][0] < score:
            best[id(found.player)] = (score, found.player)
    if not best or (quotation >= 0 and len(best) > 1):
        return None
    score, player = max(best.values(), key=lambda item: item[0])
    if not personal and pronoun.number != "plural" and not possessive and score < _SUBJECT - _FARTHER:
        return None
    return player
