"""The light in which a text presents an actor, and the words that do so."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model._choice import Choice
from tradebrief.model.ids import ActorId, ClaimId, RuleId
from tradebrief.model.voice import VoiceKind
from tradebrief.text import Span

__all__ = ["Appraisal", "Light", "Tone"]


class Light(Choice):
    """The light in which an actor is presented."""

    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"


@frozen(kw_only=True)
class Appraisal:
    """Words of a text that present an actor in a good or a bad light, whoever says so and whatever is meant by it.

    Attributes:
        actor: Id of whom they present; None where the mention is a name or pronoun of nobody among the actors.
        light: The light, a negation counted in.
        span: The words that appraise; never empty.
        mention: The words that mention whom they present; never empty.
        tied: Whether the grammar ties the words to the mention; if not, it is only the nearest one in the sentence.
        voice: Whose words they are: the outlet's, those of somebody who is cited, or the author's.
        claim: Id of the claim inside whose content they stand, the innermost of several; None outside of all.
        rule: Id of the rule that read them.
    """

    actor: ActorId | None
    light: Light
    span: Span
    mention: Span
    tied: bool
    voice: VoiceKind
    claim: ClaimId | None = None
    rule: RuleId

    def __attrs_post_init__(self) -> None:
        if not self.rule:
            raise ValueError("an appraisal has a rule")
        if not len(self.span) or not len(self.mention):
            raise ValueError("an appraisal has words, and those that mention somebody")


@frozen(kw_only=True)
class Tone:
    """The good and the bad words of a sentence, whomever they present and whoever says so.

    Attributes:
        sentence: The sentence.
        favourable: The words that present somebody or something in a good light.
        unfavourable: Those that do so in a bad one, and good ones that are negated.
    """

    sentence: Span
    favourable: tuple[Span, ...] = ()
    unfavourable: tuple[Span, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not (self.favourable or self.unfavourable):
            raise ValueError("a tone has words")

    @property
    def balance(self) -> int:
        """How many more good than bad words there are; below zero where there are more bad ones."""
        return len(self.favourable) - len(self.unfavourable)
