"""Whom pronouns mean: the actor that fits in number and gender, a subject rather than anything else."""

from __future__ import annotations

from collections import Counter, deque
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


@frozen
class _Seen:
    """A mention that a pronoun may refer to."""

    token: int
    sentence: int
    subject: bool
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
            token, candidate, player = upcoming
            sentence = analysis.sentence_of(token)
            seen.append(_Seen(token, sentence, _is_subject(analysis, candidate, sentence), player))
            upcoming = next(pending, None)
        found = analysis.tags[at]
        pronoun = analysis.lexicon.pronouns.get(analysis.tokens.lowers[at]) if found in "RS" else None
        if pronoun is None:
            continue
        if pronoun.person == 1 and pronoun.number == "singular":
            if analysis.quoted[at] < 0 and analysis.is_authored(analysis.tokens.starts[at]):
                _mention(analysis, author_at(at), at)
            continue
        if pronoun.person != 3 or analysis.quoted[at] >= 0 or _is_expletive(analysis, at):
            continue
        player = _antecedent(analysis, seen, at, pronoun, possessive=found == "S")
        if player is not None:
            if pronoun.gender in {"male", "female"}:
                player.gender = pronoun.gender
            _mention(analysis, player, at)
            subject = found == "R" and _finite_follows(analysis, at + 1)
            seen.append(_Seen(at, analysis.sentence_of(at), subject, player))


def _mention(analysis: Analysis, player: Player, at: int) -> None:
    player.mention(analysis, at, at + 1, MentionForm.PRONOUN, "actor.pronoun")


def _is_expletive(analysis: Analysis, at: int) -> bool:
    """Whether "it" stands for a clause to come: "it is clear that", "it remains to be seen"."""
    tags, probe = analysis.tags, at + 1
    if analysis.tokens.lowers[at] != "it":
        return False
    while probe < len(tags) and tags[probe] in "AXMVBv":
        probe += 1
    stop = min(len(tags), probe + 4)
    return probe > at + 1 and any(tags[here] in "HT" for here in range(probe, stop)) and tags[probe] in "NdATEP"


def _is_subject(analysis: Analysis, candidate: Candidate, sentence: int) -> bool:
    """Whether a mention is the subject of its clause: a verb follows it, or it opens its sentence's main clause."""
    first, _ = analysis.bounds[sentence]
    return _finite_follows(analysis, candidate.end) or candidate.first - first <= 1


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
    """The actor that a pronoun of the third person means, if only one is in reach, or one is the subject."""
    sentence = analysis.sentence_at[at]
    personal = pronoun.gender in {"male", "female"}
    reach = _RECENT if personal else 1
    fits: list[_Seen] = []
    for found in reversed(seen):
        if sentence - found.sentence > reach:
            break
        if _suits(found.player, pronoun):
            fits.append(found)
    if not fits or personal or pronoun.number == "plural":
        return _choose(fits, sentence)
    if possessive:
        same = [found for found in fits if found.sentence == sentence]
        return _choose(same, sentence) or _choose(fits, sentence)
    subjects = [found for found in fits if found.subject]
    return _choose(subjects, sentence) if subjects else None


def _choose(fits: Sequence[_Seen], sentence: int) -> Player | None:
    """The last subject among the nearest mentions, or the last of them if all are one actor."""
    if not fits:
        return None
    here = [found for found in fits if found.sentence == sentence]
    for group in (here, [found for found in fits if found.sentence == fits[0].sentence], fits):
        subjects = [found for found in group if found.subject]
        if subjects:
            return subjects[0].player
        if group and len({found.player.id for found in group}) == 1:
            return group[0].player
    counts = Counter(found.player.id for found in fits)
    best, times = counts.most_common(1)[0]
    return next(found.player for found in fits if found.player.id == best) if times > 1 else fits[0].player
