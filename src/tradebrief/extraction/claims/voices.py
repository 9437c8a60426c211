"""Whose words each stretch of a text is: a tiling by outlet, sources and author."""

from __future__ import annotations

from collections.abc import Container, Sequence
from operator import itemgetter
from typing import Final

from tradebrief.model import Article, Claim, Voice, VoiceKind
from tradebrief.text import Span

__all__ = ["find_voices"]

_REPORTED: Final = VoiceKind.REPORTED
_ATTRIBUTED: Final = VoiceKind.ATTRIBUTED
_AUTHOR: Final = VoiceKind.AUTHOR


def find_voices(article: Article, claims: Sequence[Claim], authors: Container[str]) -> tuple[Voice, ...]:
    """Voices that tile the text.

    Sections in which the author speaks are the author's; everything else is the outlet's; what somebody
    is said to say, think or want is theirs, unless one of the authors is that somebody.
    """
    marks = [(section.span.start, section.span.end, _AUTHOR) for section in article.walk() if section.role.is_authored]
    for claim in claims:
        if claim.holder is None or claim.holder in authors:
            continue
        marks += [(part.start, part.end, _ATTRIBUTED) for part in claim.content]
    return _tile(len(article.text), marks)


def _tile(size: int, marks: Sequence[tuple[int, int, VoiceKind]]) -> tuple[Voice, ...]:
    """Stretches of one kind; where marks overlap, attributed wins over author, author over reported."""
    events = [(start, 1, kind) for start, _, kind in marks]
    events += [(end, -1, kind) for _, end, kind in marks]
    events.sort(key=itemgetter(0))
    events.append((size, 0, _REPORTED))
    voices: list[Voice] = []
    attributed = author = 0  # How many marks of each are open.
    begun, at, kind = 0, 0, _REPORTED
    for place, step, marked in events:
        if place > at:
            fresh = _ATTRIBUTED if attributed else _AUTHOR if author else _REPORTED
            if fresh is not kind:
                if at > begun:
                    voices.append(Voice(kind, Span(begun, at)))
                begun, kind = at, fresh
            at = place
        if marked is _ATTRIBUTED:
            attributed += step
        else:
            author += step
    if size > begun:
        voices.append(Voice(kind, Span(begun, size)))
    return tuple(voices)
