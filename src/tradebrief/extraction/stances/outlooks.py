"""Outlooks that govern no clause: "appears optimistic", "skepticism among officials"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.sources import Source, holder_of
from tradebrief.extraction.claims.subjects import subject_of
from tradebrief.extraction.grammar.clauses import clause_end
from tradebrief.extraction.grammar.phrases import verb_group
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue
from tradebrief.model import (
    Act,
    ActorId,
    Certainty,
    Outlook,
    RuleId,
    Stance,
    StanceAttribution,
    Target,
    TargetKind,
)

__all__ = ["CONTRARY", "from_outlooks"]

_DEGREES = frozenset({"more", "less", "much", "far", "little", "no"})
_LESSENING = frozenset({"less", "little", "no"})
CONTRARY = {Outlook.OPTIMISTIC: Outlook.SKEPTICAL, Outlook.SKEPTICAL: Outlook.OPTIMISTIC}


def from_outlooks(analysis: Analysis, cast: Cast, concepts: Concepts, claims: Sequence[FoundClaim]) -> Iterator[Stance]:
    """Outlooks that govern no clause: "appears optimistic", "skepticism among officials", "optimism shared by"."""
    hits = [at for at in analysis.hits(Trigger.OUTLOOK) if analysis.tags[at] in "NAdv"]
    cues = {at for item in claims for at in range(*item.draft.cue_range)} if hits else set[int]()
    for at in hits:
        if at in cues:
            continue  # A cue with a content has given its stance already.
        cue = analysis.index.outlooks[analysis.tokens.lowers[at]]
        floor, ceiling = analysis.bounds[analysis.sentence_of(at)]
        read = _noun_outlook if cue.category == "noun" else _adjective_outlook
        found = read(analysis, at, floor, ceiling)
        if found is None:
            continue
        source, first, end, negated = found
        holder, _ = holder_of(analysis, cast, source)
        if holder is not None:
            yield _outlook(analysis, cast, concepts, cue, holder, (first, end), at, negated=negated)


def _outlook(
    analysis: Analysis,
    cast: Cast,
    concepts: Concepts,
    cue: Cue,
    holder: ActorId,
    evidence: tuple[int, int],
    at: int,
    *,
    negated: bool,
) -> Stance:
    outlook = CONTRARY.get(cue.outlook, cue.outlook) if negated and cue.outlook else cue.outlook
    return Stance(
        id=stance_id(analysis, holder, None, Act.STATE, analysis.tokens.span(*evidence)),
        holder=holder,
        target=_outlook_target(analysis, concepts, at),
        polarity=None,
        act=Act.STATE,
        outlook=outlook,
        certainty=cue.certainty if cue.certainty is not Certainty.CERTAIN else Certainty.PROBABLE,
        attribution=StanceAttribution.COMMENTARY if cast.is_author(holder) else StanceAttribution.INDIRECT,
        evidence=(analysis.tokens.span(*evidence),),
        rule=RuleId(f"stance.{cue.id}.outlook"),
    )


def _outlook_target(analysis: Analysis, concepts: Concepts, at: int) -> Target | None:
    """What an outlook is about, where "about", "over" or "on" says so in its clause."""
    _, ceiling = analysis.bounds[analysis.sentence_of(at)]
    for probe in range(at + 1, min(ceiling - 1, at + 14)):
        if analysis.tags[probe] in ",;.:":
            return None
        if analysis.tokens.lowers[probe] in {"about", "over", "on", "regarding"}:
            end = clause_end(analysis, probe + 1, ceiling)
            end = next((mark for mark in range(probe + 1, end) if analysis.tags[mark] == ","), end)
            if end > probe + 1:
                concept = concepts.of_phrase(probe + 1, plain_head_end(analysis, probe + 1, end), end)
                return Target(kind=TargetKind.OUTCOME, span=analysis.tokens.span(probe + 1, end), concept=concept)
    return None


_Outlook = tuple[Source, int, int, bool]


def _adjective_outlook(analysis: Analysis, at: int, floor: int, ceiling: int) -> _Outlook | None:
    copula = at - 1
    lowers = analysis.tokens.lowers
    while copula > floor and (analysis.tags[copula] in "AX" or lowers[copula] in _DEGREES):
        copula -= 1
    if copula <= floor or lowers[copula] not in analysis.index.copulas:
        return None
    if at + 1 < ceiling and analysis.tags[at + 1] in "HT":
        return None  # With a clause it is a claim.
    group = verb_group(analysis, copula, floor)
    source = subject_of(analysis, group, floor)
    negated = group.negated or "X" in analysis.tags[copula:at] or not _LESSENING.isdisjoint(lowers[copula + 1 : at])
    return (source, group.first, at + 1, negated) if source else None


def _noun_outlook(analysis: Analysis, at: int, floor: int, ceiling: int) -> _Outlook | None:  # noqa: ARG001 - one signature
    """The holder after "among", "from" or "shared by", within the noun's own clause."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for probe in range(at + 1, min(ceiling - 1, at + 8)):
        word = lowers[probe]
        if word in {"among", "from", "within", "of", "by", "in"} and (word != "by" or tags[probe - 1] == "d"):
            end = probe + 1
            while end < ceiling and tags[end] in "DSNEKGAh":
                end += 1
            while end > probe + 1 and tags[end - 1] in "DSAh":
                end -= 1
            return (Source(probe + 1, end), at, end, False) if end > probe + 1 else None
        if tags[probe] in ",;.:WHT" or (tags[probe] == "P" and word != "in"):
            return None
    return None
