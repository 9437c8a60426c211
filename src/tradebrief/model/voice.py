"""Who speaks where."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from tradebrief.text import Span

__all__ = ["Voice", "VoiceKind"]


class VoiceKind(Enum):
    """Whose words a stretch of text is, or whose view it gives."""

    REPORTED = "reported"
    ATTRIBUTED = "attributed"
    AUTHOR = "author"


@frozen
class Voice:
    """A stretch of text in one voice. The voices of a brief tile its text.

    Attributes:
        kind: ``reported``: the outlet states it; ``attributed``: someone is said to say or want it;
            ``author``: the author of a commentary speaks for themselves.
        span: The stretch; never empty.
    """

    kind: VoiceKind
    span: Span

    def __attrs_post_init__(self) -> None:
        if not len(self.span):
            raise ValueError("a voice covers at least one character")
