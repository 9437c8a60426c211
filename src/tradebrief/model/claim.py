"""Who says, thinks, knows or wants what."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model._choice import Choice
from tradebrief.model.ids import ActorId, ClaimId, RuleId
from tradebrief.model.voice import VoiceKind
from tradebrief.text import Span

__all__ = ["Assertion", "Certainty", "Claim", "ClaimKind", "ClaimMode", "HolderReason"]


class ClaimKind(Choice):
    """The attribution types of the Penn Discourse Treebank 2.0 (Prasad et al. 2007)."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    FACT = "fact"
    EVENTUALITY = "eventuality"


class ClaimMode(Choice):
    """Whether the content is quoted, partly quoted, or reported in other words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Assertion(Choice):
    """Whether the holder is said to hold the content.

    ``denied``: to hold it false, unlikely or unwanted; ``not_asserted``: neither.
    """

    ASSERTED = "asserted"
    DENIED = "denied"
    NOT_ASSERTED = "not_asserted"


class Certainty(Choice):
    """How sure the holder is of the content: FactBank's values (Saurí and Pustejovsky 2009).

    CT certain, PR probable, PS possible, U unknown; + positive, - negative, u unknown polarity.
    """

    CERTAIN = "CT+"
    CERTAIN_NOT = "CT-"
    PROBABLE = "PR+"
    PROBABLE_NOT = "PR-"
    POSSIBLE = "PS+"
    POSSIBLE_NOT = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNKNOWN = "Uu"


class HolderReason(Choice):
    """Why a claim has no holder.

    ``no_source``: the text names nobody ("was expected to"); ``passive``: a passive leaves the agent out
    ("it was reported that"); ``generic``: the source is nobody in particular ("few", "many believe");
    ``joint``: several actors share it and none stands for all ("both sides"); ``unresolved``: the words
    name somebody, but who it is can't be told.
    """

    NO_SOURCE = "no_source"
    PASSIVE = "passive"
    GENERIC = "generic"
    JOINT = "joint"
    UNRESOLVED = "unresolved"


@frozen(kw_only=True)
class Claim:
    """One attribution: somebody is said to say, think, know or want something.

    Attributes:
        id: Unique within the brief, derived from the words.
        holder: Id of the actor whose claim it is; None with a ``holder_reason``.
        holder_reason: Why there is no holder; None exactly where there is one.
        source: The words that name the holder here ("he"); None where nothing does.
        cue: The words that attribute ("said", "According to"); None where only layout does.
        content: What is claimed, in one or more spans, in order; never empty.
        kind: Whether the holder says, thinks, knows or wants it.
        mode: Whether the content is quoted.
        voice: Whose report it is: the outlet's (``reported``), another source's (``attributed``) or the
            author's (``author``).
        assertion: Whether the holder is said to hold it.
        certainty: How sure of the content the holder is said to be.
        conditions: The conditions that the text puts on it, without "if".
        within: Id of the claim in whose content this one stands.
        relayed_by: Id of the actor who reports it, where not the outlet does.
        rule: Id of the rule that read it, such as ``"claim.say.that"``.

    Raises:
        ValueError: If the content is empty, out of order or overlaps the cue, or holder and reason disagree.
    """

    id: ClaimId
    holder: ActorId | None
    holder_reason: HolderReason | None = None
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: ClaimKind
    mode: ClaimMode
    voice: VoiceKind
    assertion: Assertion
    certainty: Certainty
    conditions: tuple[Span, ...] = ()
    within: ClaimId | None = None
    relayed_by: ActorId | None = None
    rule: RuleId

    def __attrs_post_init__(self) -> None:
        if not self.id or not self.rule:
            raise ValueError("a claim has an id and a rule")
        if not self.content:
            raise ValueError(f"claim {self.id} has no content")
        source, cue, reached = self.source, self.cue, 0
        for part in self.content:
            if part.start == part.end:
                raise ValueError(f"claim {self.id} has a content without words")
            if part.start < reached:
                raise ValueError(f"the contents of claim {self.id} are out of order")
            if cue is not None and cue.start < part.end and part.start < cue.end:
                raise ValueError(f"the cue of claim {self.id} is part of its content")
            reached = part.end
        if (self.holder is None) == (self.holder_reason is None):
            raise ValueError(f"claim {self.id} needs a holder or a reason why there is none, and not both")
        if self.within == self.id:
            raise ValueError(f"claim {self.id} can't be within itself")
        if (source is not None and source.start == source.end) or (cue is not None and cue.start == cue.end):
            raise ValueError(f"claim {self.id} has a source or cue without words")

    @property
    def span(self) -> Span:
        """The shortest span that holds source, cue and content."""
        parts = [part for part in (self.source, self.cue, *self.content) if part is not None]
        return Span(min(part.start for part in parts), max(part.end for part in parts))
