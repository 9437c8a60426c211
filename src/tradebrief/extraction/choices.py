"""What somebody would have done rather than something else: "would rather wait", "would have growers sell to Lima"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.acts import REQUEST, STATE
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.claims import FoundClaim
from tradebrief.extraction.clauses import trim_end
from tradebrief.extraction.concepts import Concepts
from tradebrief.extraction.index import Trigger
from tradebrief.extraction.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.sources import Source
from tradebrief.extraction.stance_claims import bearers
from tradebrief.extraction.stance_holders import control_of
from tradebrief.extraction.stance_ids import stance_id
from tradebrief.extraction.subjects import subject_of
from tradebrief.model import Act, ActorId, Certainty, Polarity, RuleId, Stance, StanceAttribution, Target, TargetKind

__all__ = ["attributed_to", "from_choices"]

_WOULD = frozenset({"would", "'d"})
_CLAUSE_END = ",;:U"
_RATHER = RuleId("stance.choice.rather")
_CAUSED = RuleId("stance.choice.have-done")
_STOPS = frozenset({"than"})


def from_choices(
    analysis: Analysis,
    cast: Cast,
    concepts: Concepts,
    claims: Sequence[FoundClaim],
    settings: Sequence[FoundClaim | None],
    used: set[int],
) -> Iterator[Stance]:
    """The stances of what somebody would rather do, or would have others do; its verb is added to the words used."""
    lowers = analysis.tokens.lowers
    hits = [at for at in analysis.hits(Trigger.CHOICE) if at > 0 and lowers[at - 1] in _WOULD]
    cues = {at: item for item in claims for at in range(*item.draft.cue_range)} if hits else {}
    for at in hits:
        claimed = cues.get(at)
        if claimed is not None and (claimed.draft.cue.category != "modal" or claimed.draft.cue.polarity is not None):
            continue
        read = _caused(analysis, at) if lowers[at] == "have" else _chosen(analysis, at)
        if read is None:
            continue
        verb, act, negated = read
        floor, ceiling = analysis.reach(at)
        source = _subject(analysis, at, verb, floor)
        if source is None or source.first < 0:
            continue
        used.add(verb)
        setting, end = settings[at], _end(analysis, verb, ceiling)
        evidence = analysis.tokens.span(at - 1, end)
        target = Target(
            kind=TargetKind.PROPOSAL, span=analysis.tokens.span(verb, end), concept=concepts.of_clause(verb, end)
        )
        polarity = Polarity.OPPOSE if negated else Polarity.SUPPORT
        for holder in bearers(analysis, cast, source, setting):
            relayed = setting is not None and setting.claim.holder != holder
            yield Stance(
                id=stance_id(analysis, holder, polarity, act, evidence),
                holder=holder,
                target=target,
                polarity=polarity,
                act=act,
                certainty=Certainty.UNKNOWN,
                attribution=attributed_to(cast, holder, relayed=relayed),
                evidence=(evidence,),
                claim=None if claimed is None else claimed.claim.id,
                rule=_CAUSED if lowers[at] == "have" else _RATHER,
            )


def _subject(analysis: Analysis, at: int, verb: int, floor: int) -> Source | None:
    """Who would have something done: "would have" is no perfect here, by which a deed would only be imagined."""
    if analysis.tokens.lowers[at] == "have":
        return subject_of(analysis, verb_group(analysis, at, floor), floor)
    control = control_of(analysis, verb_group(analysis, verb, floor), floor)
    return None if control is None else control.source


def _chosen(analysis: Analysis, at: int) -> tuple[int, Act, bool] | None:
    """What somebody would rather do: its verb, the act, and whether it is not to be done."""
    tags, ceiling = analysis.tags, analysis.reach(at)[1]
    verb = at + 1
    while verb < ceiling and tags[verb] in "AX":
        verb += 1
    if verb >= ceiling or tags[verb] not in "ivN" or not _is_base(analysis, verb):
        return None
    return verb, STATE, "X" in tags[at + 1 : verb]


def _caused(analysis: Analysis, at: int) -> tuple[int, Act, bool] | None:
    """What somebody would have others do: "would have growers | sell to Lima"."""
    tags, ceiling = analysis.tags, analysis.reach(at)[1]
    phrase = noun_phrase_after(analysis, at + 1, ceiling)
    if phrase is None or tags[at + 1] not in "DSREN" or phrase[1] >= ceiling:
        return None
    verb = phrase[1]
    if tags[verb] in "DSRE" and phrase[1] - phrase[0] > 1 and _is_base(analysis, verb - 1):
        return verb - 1, REQUEST, False  # "would have Lima | drop the levy": many a verb is a noun as well.
    if tags[verb] not in "iv" or not _is_base(analysis, verb):
        return None
    return verb, REQUEST, False


def _is_base(analysis: Analysis, at: int) -> bool:
    """Whether a token is the base form of a verb."""
    return "b" in analysis.index.verbs.get(analysis.tokens.lowers[at], "")


def _end(analysis: Analysis, verb: int, ceiling: int) -> int:
    """Where what is chosen ends: before a mark, a clause, or what it is chosen over ("than wait")."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    stop = next((at for at in range(verb + 1, ceiling) if tags[at] in _CLAUSE_END or lowers[at] in _STOPS), ceiling)
    return max(verb + 1, trim_end(analysis, verb, stop))


def attributed_to(cast: Cast, holder: ActorId, *, relayed: bool) -> StanceAttribution:
    """How such a stance comes to the reader."""
    if cast.is_author(holder):
        return StanceAttribution.COMMENTARY
    return StanceAttribution.RELAYED if relayed else StanceAttribution.INDIRECT
