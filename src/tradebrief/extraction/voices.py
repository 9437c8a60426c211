"""Whose words each stretch of a text is: a tiling by outlet, sources and author."""

from __future__ import annotations

from collections.abc import Container, Sequence

from tradebrief.model import Article, Claim, Voice, VoiceKind
from tradebrief.text import Span

__all__ = ["find_voices"]


def find_voices(article: Article, claims: Sequence[Claim], authors: Container[str]) -> tuple[Voice, ...]:
    """Voices that tile the text.

    Sections in which the author speaks are the author's; everything else is the outlet's; what somebody
    is said to say, think or want is theirs, unless one of the authors is that somebody.
    """
    marks = [
        (section.span.start, section.span.end, VoiceKind.AUTHOR)
        for section in article.walk()
        if section.role.is_authored
    ]
    for claim in sorted(claims, key=lambda claim: claim.content[0]):
        if claim.holder is None or claim.holder in authors:
            continue
        marks.extend((part.start, part.end, VoiceKind.ATTRIBUTED) for part in claim.content)
    return _tile(len(article.text), marks)


def _tile(size: int, marks: Sequence[tuple[int, int, VoiceKind]]) -> tuple[Voice, ...]:
    """Stretches of one kind; where marks overlap, attributed wins over author, author over reported."""
    events: list[tuple[int, int, VoiceKind]] = []
    for start, end, kind in marks:
        events.extend([(start, 1, kind), (end, -1, kind)])
    events.sort(key=lambda event: event[0])
    depth = {VoiceKind.ATTRIBUTED: 0, VoiceKind.AUTHOR: 0}
    voices: list[Voice] = []
    at, kind, number = 0, VoiceKind.REPORTED, 0
    while number < len(events):
        place = events[number][0]
        while number < len(events) and events[number][0] == place:
            depth[events[number][2]] += events[number][1]
            number += 1
        fresh = next((name for name in depth if depth[name] > 0), VoiceKind.REPORTED)
        if fresh is not kind:
            if place > at:
                voices.append(Voice(kind, Span(at, place)))
            at, kind = place, fresh
    if size > at:
        voices.append(Voice(kind, Span(at, size)))
    return tuple(voices)
