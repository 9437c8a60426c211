"""What a speaker thanks somebody for, or asks others to do about somebody: "Thank you, Lund", "Vote for Lund"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.from_claims import attribution_of, held_by
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.targets import targets_of
from tradebrief.extraction.stances.verbs import slot_after
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Assertion, Polarity, RuleId, Stance

__all__ = ["from_addressed"]

_QUOTED = frozenset({"quote", "np_quote", "pattern"})
_MOST_OPENING = 3
_OPENING = frozenset({"well", "so", "and", "but", "please", "just", "now", ",", "ok", "okay"})
_AMID = frozenset({",", "to", "so", "very", "much", "again"})
_CAUSAL = "thanks"  # "Thanks to Oslo, the mill is open" thanks nobody.
_LONGEST = 3  # Words of a formula, and those that may stand after it.
_NOT = frozenset({"don't", "never"})
_BASE = "b"
_GOES_ON = "vMBVO"  # Tags of a verb whose subject would be what looks like an order: "Support for Lund is low".
_ORDER = RuleId("stance.order")
_THANKS = RuleId("stance.thanks")
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}


class _Address(NamedTuple):
    """The words about somebody that open a quotation, with the side that they show."""

    target: tuple[int, int]
    polarity: Polarity
    act: Act
    first: int
    rule: RuleId


def from_addressed(
    analysis: Analysis,
    cast: Cast,
    claims: Sequence[FoundClaim],
    concepts: Concepts,
    settings: Sequence[FoundClaim | None],
) -> Iterator[Stance]:
    """The sides that speakers show in thanking somebody, or in telling others to vote for, shun or stop somebody."""
    for found in claims:
        claim, draft = found.claim, found.draft
        if draft.frame not in _QUOTED or claim.assertion is not Assertion.ASSERTED:
            continue
        read = _read(analysis, *draft.content[0])
        if read is None:
            continue
        for holder in held_by(analysis, cast, found, settings):
            for target in targets_of(analysis, cast, concepts, *read.target, holder=holder):
                if target.actor is None or target.actor == holder:
                    continue
                evidence = analysis.tokens.span(read.first, read.target[1])
                yield Stance(
                    id=stance_id(analysis, holder, read.polarity, read.act, evidence),
                    holder=holder,
                    target=target,
                    polarity=read.polarity,
                    act=read.act,
                    certainty=claim.certainty,
                    attribution=attribution_of(analysis, cast, found),
                    conditions=claim.conditions,
                    evidence=(evidence,),
                    claim=claim.id,
                    rule=read.rule,
                )


def _read(analysis: Analysis, first: int, end: int) -> _Address | None:
    lowers, tags = analysis.tokens.lowers, analysis.tags
    for _ in range(_MOST_OPENING):
        first += first < end and (tags[first] == "q" or lowers[first] in _OPENING)
    return (_formula(analysis, first, end) or _order(analysis, first, end)) if first + 1 < end else None


def _formula(analysis: Analysis, first: int, end: int) -> _Address | None:
    """Thanks and the like, with whom they are for: "thank you, | Lund", "shame on | Oslo"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    for size in range(_LONGEST, 0, -1):
        words = " ".join(lowers[first : first + size])
        if words not in sets["control.thanking"] and words not in sets["control.shaming"]:
            continue
        at = first + size
        if words == _CAUSAL and lowers[at : at + 1] == ["to"]:
            return None
        while at < min(end, first + 2 * _LONGEST) and lowers[at] in _AMID:
            at += 1
        held = slot_after(analysis, at, end, ("object",)) if at < end and analysis.tags[at] in "ENDh" else None
        if held is None:
            return None
        good = words in sets["control.thanking"]
        polarity, act = (Polarity.SUPPORT, Act.PRAISE) if good else (Polarity.OPPOSE, Act.CRITICIZE)
        return _Address(held, polarity, act, first, _THANKS)
    return None


def _order(analysis: Analysis, first: int, end: int) -> _Address | None:
    """What others are told to do about somebody: "vote for | Lund", "don't trust | Oslo"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    denied = lowers[first] in _NOT or (lowers[first] == "do" and tags[first + 1] == "X")
    verb = first + denied * (1 + (lowers[first] == "do"))
    if verb + 1 >= end or _BASE not in analysis.index.verbs.get(lowers[verb], ""):
        return None
    for form in sorted(analysis.index.stance_verbs.at(lowers, verb), key=lambda form: -len(form.tail)):
        after, rule = verb + 1 + len(form.tail), form.rule
        if "object" not in rule.slots or rule.polarity not in _OPPOSITE or after >= end or tags[after] != "E":
            continue
        held = slot_after(analysis, after, end, ("object",))
        if held is None or (held[1] < end and tags[held[1]] in _GOES_ON):
            return None
        if denied and rule.negation != "turns":
            return None
        polarity = _OPPOSITE[rule.polarity] if denied else rule.polarity
        return _Address(held, polarity, Act.REQUEST, first, _ORDER)
    return None
