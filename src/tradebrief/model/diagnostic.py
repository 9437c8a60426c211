"""What reading could not settle."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model.ids import RuleId
from tradebrief.text import Span

__all__ = ["Diagnostic"]


@frozen(kw_only=True)
class Diagnostic:
    """A doubtful passage: what was left open, and where.

    Attributes:
        rule: Id of the check that noticed it, such as ``"quote.unclosed"``.
        message: What is doubtful, in words for a reader.
        span: The passage, or None where the text as a whole is meant.
    """

    rule: RuleId
    message: str
    span: Span | None = None

    def __attrs_post_init__(self) -> None:
        if not self.rule or not self.message:
            raise ValueError("a diagnostic has a rule and a message")
