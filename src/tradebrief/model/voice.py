"""Who speaks where."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model._choice import Choice
from tradebrief.text import Span

__all__ = ["Voice", "VoiceKind"]


class VoiceKind(Choice):
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
        if self.span.start == self.span.end:
            raise ValueError("a voice covers at least one character")
