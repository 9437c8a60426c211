"""A judgment: what somebody says, thinks or calls good or bad."""

from __future__ import annotations

from attrs import frozen

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.model import Polarity

__all__ = ["Judgment"]


@frozen(kw_only=True)
class Judgment:
    """A judgment within a claim or a commentary.

    Attributes:
        claim: The claim; None where the author judges.
        target: Tokens of what is judged.
        polarity: For or against; None where it is asked for instead ("the ministry must").
        end: The token after the predicate.
        close: The token after the clause.
        clause: Whether what is judged is a clause.
        wrong: Whether a verb of doing wrong judges.
        burden: Whether it judges by an effect, which speaks for or against a measure alone.
        turned: Whether what must be is that something be not done.
        needed: Whether it is what there is said to be a need for.
        of_worth: Whether a noun says that it is worth something, which speaks for measures, agreements and plans alone.
        conduct: Whether it judges how somebody acts, and no thing.
        advice: Whether somebody is advised to do it: "would do well to wait".
        opening: The token at which its words begin, where that is not the target's first one.
    """

    claim: FoundClaim | None
    target: tuple[int, int]
    polarity: Polarity | None
    end: int
    close: int
    clause: bool = False
    wrong: bool = False
    turned: bool = False
    needed: bool = False
    of_worth: bool = False
    opening: int | None = None
    burden: bool = False
    conduct: bool = False
    advice: bool = False
