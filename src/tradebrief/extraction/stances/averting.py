"""What somebody wants to keep from coming about is what they are against: "is keen to avoid a trade war"."""

from __future__ import annotations

from attrs import evolve

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.targets import core_end, thing_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Target, TargetKind

__all__ = ["averted_by"]

_OFF = "off"


def averted_by(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> tuple[Target, ...]:
    """What a claim is about keeping away: "wants to avert | a levy"; empty where it is about something else.

    To keep somebody from doing something is not meant: "wants to prevent Lima from".
    """
    draft, sets = found.draft, analysis.index.sets
    if draft.frame != "to" or draft.negated or draft.cue.outlook is not None or draft.cue.act is Act.THREATEN:
        return ()
    first, end = min(draft.content)
    lowers, after = analysis.tokens.lowers, first + 1
    if lowers[first] in sets["control.keeping_off"] and lowers[after : after + 1] == [_OFF]:
        after += 1  # "head off a levy"
    elif lowers[first] not in sets["control.averting"]:
        return ()
    phrase = noun_phrase_after(analysis, after, end) if after < end and analysis.tags[after] in "DSNKAE" else None
    if phrase is None or phrase[0] in cast.starting:
        return ()
    target = thing_of(analysis, concepts, phrase[0], core_end(analysis, *phrase))
    return (evolve(target, kind=TargetKind.OUTCOME) if target.kind is TargetKind.ISSUE else target,)
