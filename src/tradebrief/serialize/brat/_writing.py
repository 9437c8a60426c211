"""Writing texts and annotations for brat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from urllib.parse import quote

import regex

from tradebrief.formats import Export
from tradebrief.model import Actor, ActorId, Article, Brief, Claim, Place, Stance
from tradebrief.serialize._mentions import nearest
from tradebrief.serialize._standoff import ACTORS, ATTRIBUTES, CLAIM, MEASURE, PLACE, STANCE
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.brat._types import configuration
from tradebrief.serialize.json import dumps as dump_json
from tradebrief.text import Span

__all__ = ["SAFE", "ann_file", "fragments", "write"]

_TYPES = {kind: name for name, kind in ACTORS.items()}
_BREAK = regex.compile(r"[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]++")  # What brat, in Python, ends a line at.
SAFE = ":-._~+"


def write(values: Sequence[Brief | Article]) -> Export:
    """The folder, as ``export`` tells of it."""
    files: dict[str, str] = {"annotation.conf": configuration()}
    for id, value in zip(article_ids(values), values, strict=True):
        article = value.article if isinstance(value, Brief) else value
        files[f"{id}.txt"] = article.text
        files[f"{id}.ann"] = ann_file(value) if isinstance(value, Brief) else ""
        files[f"{id}.json"] = dump_json(value)
    return Export(content=files)


def ann_file(brief: Brief) -> str:
    """The ``.ann`` file of a brief."""
    return "".join(f"{line}\n" for line in _Writer(brief).lines())


def fragments(text: str, spans: Iterable[Span]) -> list[Span]:
    """The parts of spans that stand on one line each; brat takes no line end into an annotation."""
    found: list[Span] = []
    for span in spans:
        start = span.start
        for match in _BREAK.finditer(text, span.start, span.end):
            if match.start() > start:
                found.append(Span(start, match.start()))
            start = match.end()
        if start < span.end:
            found.append(Span(start, span.end))
    return found or list(spans)


class _Writer:
    """Numbers the annotations of a brief, and gives their lines."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._text = brief.article.text
        self._counts: dict[str, int] = {}
        self._mentions: dict[str, tuple[list[Span], list[str]]] = {}

    def lines(self) -> Iterator[str]:
        brief = self._brief
        for actor in brief.actors:
            yield from self._mention_lines(actor, _TYPES[actor.kind.value])
        for place in brief.places:
            yield from self._mention_lines(place, PLACE)
        for measure in brief.measures:
            bound, line = self._bound(MEASURE, [measure.span])
            yield line
            yield from self._attributes(MEASURE, bound, {"kind": measure.kind})
            yield self._note(bound, measure.id, measure.rule)
        for claim in brief.claims:
            yield from self._claim_lines(claim)
        for stance in brief.stances:
            yield from self._stance_lines(stance)

    def _mention_lines(self, named: Actor | Place, type_name: str) -> Iterator[str]:
        for mention in named.mentions:
            bound, line = self._bound(type_name, [mention.span])
            yield line
            yield from self._attributes("Mention", bound, {"form": mention.form})
            yield self._note(bound, named.id, mention.rule)
            if isinstance(named, Actor):
                spans, bounds = self._mentions.setdefault(named.id, ([], []))
                spans.append(mention.span)
                bounds.append(bound)

    def _claim_lines(self, claim: Claim) -> Iterator[str]:
        arguments: list[tuple[str, str]] = []
        trigger, line = self._bound(CLAIM, [claim.cue or claim.content[0]])
        yield line
        near = claim.source or claim.content[0]
        if claim.holder is not None:
            arguments.append(("Holder", self._nearest(claim.holder, near)))
        parts = [("Source", claim.source)] if claim.source else []
        parts += [("Content", span) for span in claim.content]
        parts += [("Condition", span) for span in claim.conditions]
        for role, span in parts:
            bound, line = self._bound(role, [span])
            yield line
            arguments.append((role, bound))
        if claim.relayed_by is not None:
            arguments.append(("RelayedBy", self._nearest(claim.relayed_by, near)))
        event, line = self._event(CLAIM, trigger, arguments)
        yield line
        fields = {field: getattr(claim, field) for field, _ in ATTRIBUTES[CLAIM].values()}
        yield from self._attributes(CLAIM, event, fields)
        yield self._note(event, claim.id, claim.rule)

    def _stance_lines(self, stance: Stance) -> Iterator[str]:
        trigger, line = self._bound(STANCE, stance.evidence)
        yield line
        arguments = [("Holder", self._nearest(stance.holder, stance.evidence[0]))]
        if stance.target is not None:
            bound, line = self._bound("Target", [stance.target.span])
            yield line
            yield from self._attributes("Target", bound, {"kind": stance.target.kind})
            yield f"{self._number('#')}\tAnnotatorNotes {bound}\t{' '.join(stance.target.concept.split())}"
            arguments.append(("Target", bound))
        for span in stance.conditions:
            bound, line = self._bound("Condition", [span])
            yield line
            arguments.append(("Condition", bound))
        event, line = self._event(STANCE, trigger, arguments)
        yield line
        fields = {field: getattr(stance, field) for field, _ in ATTRIBUTES[STANCE].values()}
        yield from self._attributes(STANCE, event, fields)
        yield self._note(event, stance.id, stance.rule)

    def _nearest(self, actor: ActorId, place: Span) -> str:
        """The mention of an actor beside a place that overlaps it, or the last before it, or the first."""
        spans, bounds = self._mentions[actor]
        return bounds[nearest(spans, place)]

    def _number(self, letter: str) -> str:
        self._counts[letter] = self._counts.get(letter, 0) + 1
        return f"{letter}{self._counts[letter]}"

    def _bound(self, type_name: str, spans: Iterable[Span]) -> tuple[str, str]:
        parts = fragments(self._text, list(spans))
        id = self._number("T")
        places = ";".join(f"{part.start} {part.end}" for part in parts)
        words = " ".join(_BREAK.sub(_blank, self._text[part.start : part.end]) for part in parts)
        return id, f"{id}\t{type_name} {places}\t{words}"

    def _event(self, type_name: str, trigger: str, arguments: Iterable[tuple[str, str]]) -> tuple[str, str]:
        id = self._number("E")
        taken: dict[str, int] = {}
        parts = [f"{type_name}:{trigger}"]
        for role, bound in arguments:
            taken[role] = taken.get(role, 0) + 1
            parts.append(f"{role}{taken[role] if taken[role] > 1 else ''}:{bound}")
        return id, f"{id}\t{' '.join(parts)}"

    def _attributes(self, type_name: str, id: str, fields: Mapping[str, Enum | None]) -> Iterator[str]:
        for name, (field, _) in ATTRIBUTES[type_name].items():
            value = fields[field]
            if value is not None:
                yield f"{self._number('A')}\t{name} {id} {value.value}"

    def _note(self, of: str, id: str, rule: str) -> str:
        return f"{self._number('#')}\tAnnotatorNotes {of}\t{quote(id, safe=SAFE)} {quote(rule, safe=SAFE)}"


def _blank(match: regex.Match[str]) -> str:
    return " " * len(match.group())
