"""Under the article: every claim, stance and measure with why it was read so, and what was left open."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from tradebrief.model import ActorId, Assertion, Certainty, Claim, Diagnostic, Measure, RuleId, Stance
from tradebrief.serialize.html._markup import NOTHING, Markup, element, join, words
from tradebrief.serialize.html._naming import View, label, listed, shortened, shown, sign
from tradebrief.serialize.summary import measured
from tradebrief.text import Source, Span

__all__ = ["reasons"]

_Row = tuple[str, Markup]


def reasons(view: View, anchors: AbstractSet[str]) -> Markup:
    """The parts that a brief has something for, each under its heading."""
    brief = view.brief
    told = _Telling(view, anchors)
    notes = (*brief.article.diagnostics, *brief.diagnostics)
    return join(
        (
            _part(view, "claims", "Claims, and why they were read so", map(told.claim, brief.claims)),
            _part(view, "stances", "Stances, and why they were read so", map(told.stance, brief.stances)),
            told.measures(),
            _part(view, "notes", "Left open", (told.note(*found) for found in enumerate(notes, start=1))),
        )
    )


def _part(view: View, name: str, title: str, items: Iterator[Markup]) -> Markup:
    listed_items = list(items)
    if not listed_items:
        return NOTHING
    heading = element(view.heading(1), words(title), id=view.id(name))
    return element("section", heading, element("ol", *listed_items, class_="cards"), aria_labelledby=view.id(name))


class _Telling:
    """How the results of one brief are explained."""

    def __init__(self, view: View, anchors: AbstractSet[str]) -> None:
        self._view = view
        self._anchors = anchors
        self._source = Source(view.brief.article.text)

    def claim(self, claim: Claim) -> Markup:
        """One claim: who, by which words, what; then how it was read."""
        view = self._view
        holder = self._actor(claim.holder) if claim.holder else element("i", shown(view.holder_name(claim)))
        cue = element("i", words(" "), view.passage(claim.cue), words(":"), class_="cue") if claim.cue else words(":")
        head = self._head(f"C{view.claim_numbers[claim.id]}", f"claim {view.hue(claim.holder)}")
        said = element("p", head, holder, cue, words(" "), element("q", view.passage(*claim.content)), class_="said")
        rows: list[_Row] = [
            ("holder", self._why_holder(claim)),
            ("kind", words(listed(label(claim.kind), label(claim.mode)))),
            ("voice", words(label(claim.voice))),
            ("held as", words(f"{label(claim.assertion)}, {_certainty(claim.certainty)}")),
            *self._conditions(claim.conditions),
        ]
        if claim.within:
            rows.append(("within", self._claim_link(view.brief.claim(claim.within))))
        if claim.relayed_by:
            rows.append(("relayed by", self._actor(claim.relayed_by)))
        rows.append(("rule", _rule(claim.rule)))
        classes = "denied" if claim.assertion is Assertion.DENIED else None
        return self._card(view.claim_id(claim), said, rows, claim.span, classes)

    def stance(self, stance: Stance) -> Markup:
        """One stance: who, which side, on what; then how it was read."""
        view = self._view
        side = label(stance.polarity) if stance.polarity else "outlook"
        head = self._head(f"{sign(stance)}S{view.stance_numbers[stance.id]}", f"stance {side}")
        outlook = label(stance.outlook) if stance.outlook else None
        taken = listed(side if stance.polarity else None, label(stance.act), outlook)
        about = shown(view.concept(stance))
        said = element("p", head, self._actor(stance.holder), words(f" {taken}: "), element("b", about), class_="said")
        rows: list[_Row] = [("evidence", element("q", view.passage(*stance.evidence)))]
        if stance.target:
            on = join((words(f"{label(stance.target.kind)} "), element("q", view.passage(stance.target.span))))
            rows.append(("target", on))
        rows.append(("attribution", words(f"{label(stance.attribution)}, {_certainty(stance.certainty)}")))
        rows += self._conditions(stance.conditions)
        if stance.claim:
            rows.append(("rests on", self._claim_link(view.brief.claim(stance.claim))))
        rows.append(("rule", _rule(stance.rule)))
        return self._card(view.stance_id(stance), said, rows, stance.evidence[0])

    def measures(self) -> Markup:
        """A table of what is measured; nothing where nothing is."""
        view = self._view
        found = view.brief.measures
        if not found:
            return NOTHING
        title = element(view.heading(1), words("Measures"), id=view.id("measures"))
        heads = (element("th", words(name), scope="col") for name in ("words", "kind", "value", "place", "rule"))
        rows = (self._measure(number, measure) for number, measure in enumerate(found, start=1))
        table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
        framed = element("div", table, class_="wide", role="region", tabindex="0", aria_label="Table of measures")
        return element("section", title, framed, aria_labelledby=view.id("measures"))

    def _measure(self, number: int, measure: Measure) -> Markup:
        value = measured(measure.value) if measure.value is not None else measure.concept or ""
        return element(
            "tr",
            element("th", self._view.passage(measure.span), scope="row"),
            element("td", words(label(measure.kind))),
            element("td", shown(shortened(value))),
            element("td", self._place(f"{self._view.id('measure', number)}-words", measure.span)),
            element("td", _rule(measure.rule)),
        )

    def note(self, number: int, note: Diagnostic) -> Markup:
        """What was left open, with its place if it has one."""
        said = element("p", shown(shortened(note.message)), class_="said")
        rows: list[_Row] = [("rule", _rule(note.rule))]
        id = self._view.id("note", number)
        return self._card(id, said, rows, note.span) if note.span else element("li", said, _rows(rows), id=id)

    def _card(self, id: str, said: Markup, rows: list[_Row], span: Span, classes: str | None = None) -> Markup:
        place: _Row = ("place", self._place(f"{id}-words", span))
        return element("li", said, _rows([*rows, place]), id=id, class_=classes)

    def _place(self, anchor: str, span: Span) -> Markup:
        """Line and column, which lead to the words where the page shows them."""
        at = self._source.position(span.start)
        told = f"{at.line}:{at.column}"
        if anchor not in self._anchors:
            return words(told)
        return element("a", words(f"{told} ↑"), href=f"#{anchor}", aria_label=f"back to the words at {told}")

    def _head(self, name: str, classes: str) -> Markup:
        return join((element("span", words(name), class_=f"ref {classes}"), words(" ")))

    def _actor(self, actor: ActorId) -> Markup:
        view = self._view
        return element("a", shown(view.actor_name(actor)), href=f"#{view.actor_id(actor)}", class_=view.hue(actor))

    def _claim_link(self, claim: Claim) -> Markup:
        name = f"C{self._view.claim_numbers[claim.id]}"
        return element("a", words(name), href=f"#{self._view.claim_id(claim)}")

    def _conditions(self, spans: tuple[Span, ...]) -> list[_Row]:
        return [("if", element("q", self._view.passage(span))) for span in spans]

    def _why_holder(self, claim: Claim) -> Markup:
        """By which words the holder was found, or why there is none."""
        view = self._view
        reason = f"left open: {label(claim.holder_reason)}" if claim.holder_reason else ""
        if claim.source is None:
            return words(reason or "told by the layout")
        quoted = element("q", view.passage(claim.source))
        if claim.holder is None:
            return join((words(f"{reason}, "), quoted))
        named = [mention for mention in view.brief.actor(claim.holder).mentions if mention.span in claim.source]
        if not named:
            return quoted
        form = words(f", a {label(named[-1].form)} ")
        return join((quoted, form, _rule(named[-1].rule)))


def _rows(rows: list[_Row]) -> Markup:
    pairs = (element("div", element("dt", words(name)), element("dd", value)) for name, value in rows)
    return element("dl", *pairs)


def _certainty(certainty: Certainty) -> str:
    return f"{certainty.name.lower().replace('_', ' ')} ({certainty.value})"


def _rule(rule: RuleId) -> Markup:
    return element("code", words(shortened(rule)), class_="rule")
