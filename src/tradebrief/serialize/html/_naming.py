"""What results are called on a page: ids to link to, numbers to tell them by, colours, and words."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from attrs import frozen

from tradebrief.model import ActorId, Brief, Claim, Polarity, Stance
from tradebrief.serialize.html._markup import Markup, element, words
from tradebrief.text import Span

__all__ = ["HUES", "View", "label", "listed", "shortened", "shown", "sign"]

HUES = 8
_SIGNS = {Polarity.SUPPORT: "+", Polarity.OPPOSE: "−", Polarity.MIXED: "±", Polarity.NEUTRAL: "="}
_OUTLOOK_SIGN = "~"
_LONGEST = 240  # Of a passage beside the text, in code points.


@frozen(kw_only=True)
class View:
    """One brief as a page shows it.

    Attributes:
        brief: The brief.
        prefix: What its ids start with, so that several can stand in one page.
        level: Level of its headline: 1 where it is the page's title.
    """

    brief: Brief
    prefix: str
    level: int

    @cached_property
    def claim_numbers(self) -> dict[str, int]:
        """Each claim's number, from 1 in the order of the text."""
        return {claim.id: number for number, claim in enumerate(self.brief.claims, start=1)}

    @cached_property
    def stance_numbers(self) -> dict[str, int]:
        """Each stance's number, likewise."""
        return {stance.id: number for number, stance in enumerate(self.brief.stances, start=1)}

    @cached_property
    def actor_numbers(self) -> dict[str, int]:
        """Each actor's number, likewise."""
        return {actor.id: number for number, actor in enumerate(self.brief.actors, start=1)}

    @cached_property
    def _hues(self) -> dict[ActorId, int]:
        found: dict[ActorId, int] = {}
        holders = [claim.holder for claim in self.brief.claims] + [stance.holder for stance in self.brief.stances]
        for holder in holders:
            if holder is not None:
                found.setdefault(holder, len(found) % HUES)
        return found

    def hue(self, actor: ActorId | None) -> str:
        """The class of an actor's colour; those who hold nothing have none of their own."""
        hue = self._hues.get(actor) if actor is not None else None
        return "hue-none" if hue is None else f"hue-{hue}"

    def id(self, what: str, number: int | str | None = None) -> str:
        """The id of a part of this brief's view."""
        return f"{self.prefix}-{what}" if number is None else f"{self.prefix}-{what}-{number}"

    def heading(self, below: int) -> str:
        """The element of a heading so many levels below the headline."""
        return f"h{self.level + below}"

    def claim_id(self, claim: Claim) -> str:
        """The id under which a claim is explained."""
        return self.id("claim", self.claim_numbers[claim.id])

    def stance_id(self, stance: Stance) -> str:
        """The id under which a stance is explained."""
        return self.id("stance", self.stance_numbers[stance.id])

    def actor_id(self, actor: ActorId) -> str:
        """The id under which an actor is listed."""
        return self.id("actor", self.actor_numbers[actor])

    def actor_name(self, actor: ActorId) -> str:
        """The name of an actor in one line, shortened where it is a whole passage."""
        return shortened(self.brief.actor(actor).name)

    def holder_name(self, claim: Claim) -> str:
        """Whose claim it is, or why that is open."""
        if claim.holder is not None:
            return self.actor_name(claim.holder)
        reason = label(claim.holder_reason) if claim.holder_reason else "nobody"
        return f"“{shortened(self.brief[claim.source])}” ({reason})" if claim.source else f"({reason})"

    def concept(self, stance: Stance) -> str:
        """What a stance is about, as positions are compared by; the name of an actor where it is one."""
        if stance.target is None:
            return "what is not said"
        if stance.target.actor is not None:
            return self.actor_name(stance.target.actor)
        return shortened(stance.target.concept)

    def passage(self, *spans: Span) -> Markup:
        """Words of the text, in one line and shortened, set apart from the words around them."""
        return shown(" … ".join(shortened(self.brief[span]) for span in spans))


def label(value: Enum) -> str:
    """A member of an enumeration in words."""
    return str(value.value).replace("_", " ")


def sign(stance: Stance) -> str:
    """A sign for the side of a stance, which tells it where colours can't."""
    return _SIGNS[stance.polarity] if stance.polarity else _OUTLOOK_SIGN


def listed(*items: str | None) -> str:
    """The items that are there, parted by commas."""
    return ", ".join(item for item in items if item)


def shown(text: str) -> Markup:
    """A text whose direction is its own."""
    return element("bdi", words(text))


def shortened(text: str, longest: int = _LONGEST) -> str:
    """White space folded, and the middle left out of what is longer than so many code points."""
    if len(text) > 4 * longest:  # Before folding, so that a huge passage costs no more than a long one.
        text = f"{text[:longest]} … {text[-longest:]}"
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest * 2 // 3].rstrip()} … {line[-longest // 3 :].lstrip()}"
