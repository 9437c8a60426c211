"""What DNA calls the holder, the target and the side of a stance, and how it counts in a text."""

from __future__ import annotations

from bisect import bisect_left

import regex
from attrs import frozen

from tradebrief.model import Actor, ActorKind, Brief, Polarity, Stance
from tradebrief.serialize.dna._schema import LONGEST
from tradebrief.text import OffsetConverter, OffsetUnit, Span

__all__ = ["Labels", "PlainText", "folded", "labels_of", "name_of", "shortened"]

_LINE_END = regex.compile(r"\r\n?")
_PERSONS = frozenset({ActorKind.PERSON, ActorKind.AUTHOR, ActorKind.ANONYMOUS})
_SIDES = {Polarity.SUPPORT: True, Polarity.OPPOSE: False}


@frozen(kw_only=True)
class Labels:
    """What a DNA statement says.

    Attributes:
        person: Name of the holder where it is a person, or empty.
        organization: Name of the holder where it is none, or empty.
        concept: Name of what the statement is about.
        agreement: Whether the holder is for it.
    """

    person: str
    organization: str
    concept: str
    agreement: bool


def labels_of(brief: Brief, stance: Stance) -> Labels | None:
    """What a statement says of a stance, or None where DNA can't hold it: it has two sides and no third."""
    if stance.target is None or stance.polarity not in _SIDES:
        return None
    holder = brief.actor(stance.holder)
    is_person = holder.kind in _PERSONS
    about = stance.target.actor
    return Labels(
        person=name_of(holder) if is_person else "",
        organization="" if is_person else name_of(holder),
        concept=shortened(brief.actor(about).name if about else stance.target.concept),
        agreement=_SIDES[stance.polarity],
    )


def name_of(actor: Actor) -> str:
    """The name under which an actor stands in DNA."""
    return shortened(actor.name)


def shortened(words: str) -> str:
    """Words on one line that are no longer than DNA allows."""
    line = " ".join(words.split()) or words
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def folded(words: str) -> str:
    """Words as they are compared: white space and case do not count."""
    return " ".join(words.split()).casefold()


class PlainText:
    """A text as DNA holds it: lines end in LF alone, and offsets count UTF-16 units.

    Args:
        original: The text of an article.

    Attributes:
        text: The text with LF alone.
    """

    def __init__(self, original: str) -> None:
        self.text = _LINE_END.sub("\n", original)
        pairs = [match.start() for match in _LINE_END.finditer(original) if len(match.group()) == 2]
        self._removed = pairs
        self._places = [place - number for number, place in enumerate(pairs)]
        self._converter = OffsetConverter(self.text, OffsetUnit.UTF16)

    def units(self, span: Span) -> tuple[int, int]:
        """A span of the original, not empty, as start and stop in UTF-16 units of the text."""
        start = span.start - bisect_left(self._removed, span.start)
        stop = max(start + 1, span.end - bisect_left(self._removed, span.end))
        return self._converter.from_code_points(start), self._converter.from_code_points(stop)

    def span(self, start: int, stop: int) -> Span:
        """The span of the original that start and stop, in UTF-16 units of the text, stand for.

        Raises:
            ValueError: If they lie outside the text or within a character, or stop comes before start.
        """
        found = Span(self._converter.to_code_points(start), self._converter.to_code_points(stop))
        return Span(self._original(found.start), self._original(found.end))

    def _original(self, offset: int) -> int:
        return offset + bisect_left(self._places, offset)
