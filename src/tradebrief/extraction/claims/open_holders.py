"""Notes on claims whose holder the text names by a word that may mean several, or nobody whom it has named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.actors.joint import is_joint, joint_actors
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.sources import Source, head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Diagnostic, HolderReason, RuleId

__all__ = ["note_open_holders"]

_RULE = RuleId("actor.undecided")
_PRONOUN = "a pronoun that several actors fit, or none that is named"
_PAIR = "words for two that fit more actors, or fewer"


def note_open_holders(analysis: Analysis, cast: Cast, claims: Iterable[FoundClaim]) -> Iterator[Diagnostic]:
    """A note on each pronoun and each phrase for two ("both sides") that holds a claim and stays open."""
    noted: set[Source] = set()
    for found in claims:
        source, reason = found.draft.source, found.claim.holder_reason
        if found.claim.holder is not None or source.first < 0 or source in noted:
            continue
        message = None
        if reason is HolderReason.UNRESOLVED and _is_pronoun(analysis, source):
            message = _PRONOUN
        elif reason is HolderReason.JOINT and _is_open_pair(analysis, cast, source):
            message = _PAIR
        if message is not None:
            noted.add(source)
            yield Diagnostic(rule=_RULE, message=message, span=analysis.tokens.span(source.first, source.end))


def _is_pronoun(analysis: Analysis, source: Source) -> bool:
    """Whether a source is one pronoun of the third person."""
    pronoun = analysis.lexicon.pronouns.get(analysis.tokens.lowers[source.first])
    return source.end - source.first == 1 and pronoun is not None and pronoun.person == 3


def _is_open_pair(analysis: Analysis, cast: Cast, source: Source) -> bool:
    """Whether a source is a phrase for two of whom the text does not tell who they are."""
    end = head_end(analysis, source)
    return is_joint(analysis, source.first, end) and not joint_actors(analysis, cast, source.first, end)
