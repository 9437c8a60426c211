"""A brief as a report: positions first, then claims by actor, then measures, each with its words and its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import regex

from tradebrief.model import (
    Actor,
    ActorId,
    Article,
    Assertion,
    Brief,
    Claim,
    Diagnostic,
    Measure,
    Section,
    Stance,
    Target,
)
from tradebrief.serialize.markdown import _escape
from tradebrief.serialize.summary import measured
from tradebrief.serialize.terminal import one_line
from tradebrief.text import Source, Span

__all__ = ["write_report"]

T = TypeVar("T")

_RULE = regex.compile(r"[a-zA-Z0-9._-]++\Z")
_SIDES = {"support": "supports", "oppose": "opposes", "mixed": "is of two minds on", "neutral": "is neutral on"}


def write_report(brief: Brief) -> str:
    """The report, as Markdown."""
    return "\n\n".join(_Report(brief).parts()) + "\n"


def inline(words: str) -> str:
    """Words that mean nothing but themselves, and neither hide nor turn around what follows them."""
    return _escape.inline(one_line(words))


def line(words: str) -> str:
    """The same for words at the start of a line."""
    return _escape.line(one_line(words))


def _code(rule: str) -> str:
    """A rule's id, which is plain unless somebody made it up."""
    return f"`{rule}`" if _RULE.match(rule) else inline(rule)


class _Report:
    """The parts of one report."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.article = brief.article
        self.source = Source(brief.article.text)

    def parts(self) -> Iterator[str]:
        yield f"# {inline(self.article[self.article.headline]) if self.article.headline else 'Brief'}"
        if about := _about(self.article):
            yield about
        yield from self._positions()
        yield from self._claims()
        yield from self._listed("Measures", map(self._measure, self.brief.measures))
        yield from self._listed("Actors", map(self._actor, self.brief.actors))
        notes = (*self.article.diagnostics, *self.brief.diagnostics)
        yield from self._listed("Open questions", map(self._note, notes))
        by = self.brief.generator
        yield f"Read by {inline(by.name)} {inline(by.version)} with the lexicon {inline(by.lexicon)}."

    def _positions(self) -> Iterator[str]:
        if not self.brief.stances:
            return
        yield "## Positions"
        groups: dict[ActorId, list[Stance]] = {}
        for stance in self.brief.stances:
            groups.setdefault(stance.holder, []).append(stance)
        for holder, stances in groups.items():
            yield f"### {inline(self.brief.actor(holder).name)}"
            yield "\n".join(f"- {self._stance(stance)}" for stance in stances)

    def _stance(self, stance: Stance) -> str:
        about = [stance.act.value, stance.attribution.value]
        if stance.polarity is not None:
            said = f"**{_SIDES[stance.polarity.value]}**"
            if stance.outlook:
                about.append(stance.outlook.value)
        else:
            said = f"**is {stance.outlook.value}** about" if stance.outlook else ""
        if stance.target and (concept := self._concept(stance.target)):
            about.insert(0, concept)
        on = inline(self.brief[stance.target.span]) if stance.target else "what is ahead"
        evidence = self._evidence(stance.evidence, stance.rule)
        return f"{said} {on}{self._if(stance.conditions)} ({', '.join(about)}): {evidence}"

    def _concept(self, target: Target) -> str:
        """The target's normalized name, where its words do not say it already."""
        said = self.brief[target.span].casefold().split()
        new = [word for word in target.concept.split() if word not in said] if target.concept else []
        return inline(target.concept) if target.concept and new else ""

    def _claims(self) -> Iterator[str]:
        if not self.brief.claims:
            return
        yield "## Claims"
        groups: dict[str, list[Claim]] = {}
        for claim in self.brief.claims:
            groups.setdefault(self._holder(claim), []).append(claim)
        for holder, claims in groups.items():
            yield f"### {holder}"
            yield "\n".join(f"- {self._claim(claim)}" for claim in claims)

    def _holder(self, claim: Claim) -> str:
        if claim.holder is not None:
            return inline(self.brief.actor(claim.holder).name)
        reason = claim.holder_reason.value.replace("_", " ") if claim.holder_reason else "open"
        return f"{inline(self.brief[claim.source])} ({reason})" if claim.source else f"Nobody named ({reason})"

    def _claim(self, claim: Claim) -> str:
        cue = f"*{words}*: " if claim.cue and (words := inline(self.brief[claim.cue])) else ""
        about = [claim.kind.value, claim.mode.value]
        if claim.assertion is not Assertion.ASSERTED:
            about.append(claim.assertion.value.replace("_", " "))
        if claim.relayed_by:
            about.append(f"relayed by {inline(self.brief.actor(claim.relayed_by).name)}")
        evidence = self._evidence(claim.content, claim.rule)
        return f"{cue}{evidence}{self._if(claim.conditions)} ({', '.join(about)})"

    def _evidence(self, spans: tuple[Span, ...], rule: str) -> str:
        """Words in quotation marks, with their section, place and rule."""
        words = " … ".join(inline(self.brief[span]) for span in spans)
        return f"“{words}” — {self._place(spans[0])}, {_code(rule)}"

    def _place(self, span: Span) -> str:
        at = self.source.position(span.start)
        return f"{self._section(span)}, {at.line}:{at.column}"

    def _section(self, span: Span) -> str:
        """Where in the article a span lies: the headings above it, or the front."""
        if self.article.headline and span in self.article.headline:
            return "headline"
        if _around(self.article.key_points, span, lambda point: point) is not None:
            return "key points"
        path: list[str] = []
        sections: tuple[Section, ...] = self.article.sections
        while around := _around(sections, span, lambda section: section.span):
            if around.heading:
                path.append(f"“{inline(self.article[around.heading])}”")
            sections = around.sections
        return " › ".join(path) or "text"

    def _if(self, conditions: tuple[Span, ...]) -> str:
        words = "; ".join(inline(self.brief[span]) for span in conditions)
        return f", if {words}" if words else ""

    def _measure(self, measure: Measure) -> str:
        value = f" = {inline(measured(measure.value))}" if measure.value is not None else ""
        about = measure.kind.value.replace("_", " ")
        concept = f", {inline(measure.concept)}" if measure.concept else ""
        return f"{line(self.brief[measure.span])}{value} ({about}{concept}) — {self._place(measure.span)}"

    def _actor(self, actor: Actor) -> str:
        roles = "; ".join(inline(role.title) for role in actor.roles)
        about = ", ".join(filter(None, (actor.kind.value, inline(actor.country or ""), roles)))
        count = len(actor.mentions)
        return f"{line(actor.name)} ({about}), {count} mention{'' if count == 1 else 's'}"

    def _note(self, note: Diagnostic) -> str:
        return f"{line(note.message)}{f' — {self._place(note.span)}' if note.span else ''}"

    def _listed(self, title: str, items: Iterable[str]) -> Iterator[str]:
        if lines := [f"- {item}" for item in items]:
            yield f"## {title}"
            yield "\n".join(lines)


def _around(parts: Sequence[T], span: Span, span_of: Callable[[T], Span]) -> T | None:
    """The one of several parts, in the order of the text, that holds a span."""
    before = bisect_right(parts, span.start, key=lambda part: span_of(part).start)
    found = parts[before - 1] if before else None
    return found if found is not None and span in span_of(found) else None


def _about(article: Article) -> str:
    """Byline, date and source, where they are known, in one line."""
    stated = article.provenance
    parts = (
        article[article.byline] if article.byline else stated.author,
        article[article.dateline] if article.dateline else None,
        article.published.isoformat() if article.published else None,
        stated.publisher,
        stated.name,
    )
    return line(" · ".join(part for part in parts if part and part.strip()))
