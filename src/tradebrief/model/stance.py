"""Where an actor stands, on what, and how it shows."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model._choice import Choice
from tradebrief.model.claim import Certainty
from tradebrief.model.ids import ActorId, ClaimId, MeasureId, RuleId, StanceId
from tradebrief.text import Span

__all__ = ["Act", "Outlook", "Polarity", "Stance", "StanceAttribution", "Target", "TargetKind"]


class TargetKind(Choice):
    """What a stance is about."""

    ACTOR = "actor"
    MEASURE = "measure"
    PROPOSAL = "proposal"
    AGREEMENT = "agreement"
    OUTCOME = "outcome"
    ISSUE = "issue"


class Polarity(Choice):
    """The side taken. ``neutral`` means that the text says so."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    MIXED = "mixed"
    NEUTRAL = "neutral"


class Act(Choice):
    """What the holder does in taking the stance."""

    STATE = "state"
    PRAISE = "praise"
    CRITICIZE = "criticize"
    ACCUSE = "accuse"
    REQUEST = "request"
    DEMAND = "demand"
    OFFER = "offer"
    AGREE = "agree"
    CONCEDE = "concede"
    REJECT = "reject"
    THREATEN = "threaten"
    CONSULT = "consult"
    IMPLEMENT = "implement"


class Outlook(Choice):
    """How the holder looks ahead, apart from any side."""

    OPTIMISTIC = "optimistic"
    SKEPTICAL = "skeptical"
    UNCERTAIN = "uncertain"


class StanceAttribution(Choice):
    """How the stance comes to the reader."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    RELAYED = "relayed"
    ACTION = "action"
    COMMENTARY = "commentary"


_ACTOR = TargetKind.ACTOR


@frozen(kw_only=True)
class Target:
    """What a stance is about.

    Attributes:
        kind: What sort of thing it is.
        span: Its words here.
        concept: A normalized name by which stances in different words stand side by side.
        actor: Id of the actor that it is, if it is one.
        measure: Id of the measure that it is, if it is one.
    """

    kind: TargetKind
    span: Span
    concept: str
    actor: ActorId | None = None
    measure: MeasureId | None = None

    def __attrs_post_init__(self) -> None:
        if self.span.start == self.span.end or not self.concept:
            raise ValueError("a target has words and a concept")
        if (self.kind is _ACTOR) != (self.actor is not None):
            raise ValueError("a target is of kind actor exactly where it names one")


@frozen(kw_only=True)
class Stance:
    """One actor's stance as one passage shows it: side, act and outlook, each on its own axis.

    Attributes:
        id: Unique within the brief, derived from the words.
        holder: Id of the actor who holds it.
        target: What it is about; None only for an outlook or a neutral stance whose object the passage leaves unsaid.
        polarity: The side taken; None where only an outlook is stated.
        act: What the holder does in taking it.
        outlook: How the holder looks ahead; None where nothing says.
        certainty: How sure the holder is said to be.
        attribution: How the stance comes to the reader.
        conditions: The conditions that the text puts on it.
        evidence: The words that show it, in order; never empty.
        claim: Id of the claim that it rests on, if any.
        rule: Id of the rule that read it.

    Raises:
        ValueError: If there is no evidence, neither side nor outlook, or a side without a target.
    """

    id: StanceId
    holder: ActorId
    target: Target | None
    polarity: Polarity | None
    act: Act
    outlook: Outlook | None = None
    certainty: Certainty
    attribution: StanceAttribution
    conditions: tuple[Span, ...] = ()
    evidence: tuple[Span, ...]
    claim: ClaimId | None = None
    rule: RuleId

    def __attrs_post_init__(self) -> None:
        if not self.rule:
            raise ValueError("a stance has a rule")
        if not self.evidence:
            raise ValueError(f"stance {self.id} has no evidence")
        for words in self.evidence:
            if words.start == words.end:
                raise ValueError(f"stance {self.id} has evidence without words")
        if self.polarity is None and self.outlook is None:
            raise ValueError(f"stance {self.id} has neither a side nor an outlook")
        if self.target is None and self.polarity not in {None, Polarity.NEUTRAL}:
            raise ValueError(f"stance {self.id} takes a side on nothing")
