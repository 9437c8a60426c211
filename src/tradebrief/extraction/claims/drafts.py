"""A claim in tokens, before nesting and ids."""

from __future__ import annotations

from attrs import define

from tradebrief.extraction.claims.sources import Source
from tradebrief.lexicon import Cue

__all__ = ["ClaimDraft"]


@define
class ClaimDraft:
    """A claim in tokens, before nesting and ids.

    Attributes:
        cue: The lexicon's entry.
        frame: The complement that it was read with.
        source: Who it belongs to.
        cue_range: Tokens of the cue, auxiliaries included.
        content: Tokens of the content.
        negated: Whether the cue is negated.
        direct: Whether the whole content is quoted.
        object: Tokens between cue and content: whom a demand or an accusation is addressed to.
        strong: How many of the cue's words the lexicon fixes beyond one; of two that share a word the stronger wins.
        heard: Whether the text has it by hearsay: "is said to oppose".
    """

    cue: Cue
    frame: str
    source: Source
    cue_range: tuple[int, int]
    content: list[tuple[int, int]]
    negated: bool = False
    direct: bool = False
    object: tuple[int, int] | None = None
    strong: int = 0
    heard: bool = False

    @property
    def first(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """The token after the content."""
        return self.content[-1][1]
