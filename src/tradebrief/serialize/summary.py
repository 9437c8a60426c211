"""What a terminal shows: a brief at a glance, each result with its place and its rule.

It is for reading, not for reading back: long passages are shortened, and characters that would steer a
terminal stand as escapes.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from tradebrief.formats import Export, Loss, OutputFormat
from tradebrief.model import (
    Actor,
    ActorId,
    Amount,
    Article,
    Assertion,
    Brief,
    Certainty,
    Change,
    Claim,
    ClaimId,
    Day,
    Diagnostic,
    Duration,
    Interval,
    Measure,
    MeasureValue,
    Place,
    Section,
    SectionRole,
    Stance,
    Standing,
    Target,
)
from tradebrief.serialize.explanation import HeldBy, why_actor, why_claim, why_stance
from tradebrief.serialize.terminal import one_line
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "dumps", "export", "measured", "summarize"]

_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_LEAST_WIDTH = 40
_WORD = re.compile(r"\w+")
_SURE = {  # What is stated, denied or only wanted shows by the act.
    Certainty.PROBABLE: "probably",
    Certainty.PROBABLE_NOT: "probably not",
    Certainty.POSSIBLE: "possibly",
    Certainty.POSSIBLE_NOT: "possibly not",
}
_FEW = 3  # Passages that show one side; the stances have them all.
_LONGEST = 400  # Of a passage, in code points.


def summarize(
    value: Brief | Article,
    *,
    width: int = 80,
    color: bool = False,
    explain: bool = False,
    reasons: Mapping[ClaimId, Sequence[HeldBy]] | None = None,
) -> str:
    """Headline and outline; of a brief also actors, who stands where, claims and stances by holder, and measures.

    Args:
        value: A brief, or an article, of which only the layout is shown.
        width: Columns that a line may take, at least 40; a single word may take more.
        color: Whether to set off headings and rules by ANSI codes.
        explain: Whether to tell under each actor, claim and stance why it was read so.
        reasons: What is known of why claims are held as they are, to be told as well.
    """
    article = value.article if isinstance(value, Brief) else value
    page = _Page(article, max(width, _LEAST_WIDTH), color=color, explains=explain, reasons=reasons or {})
    lines = list(_layout(page))
    notes = article.diagnostics
    if isinstance(value, Brief):
        lines.extend(_findings(page, value))
        notes += value.diagnostics
    lines.extend(page.part("Open questions", (_note(page, note) for note in notes)))
    return "\n".join(lines).strip("\n") + "\n"


def dumps(value: Brief | Article) -> str:
    """The summary in 80 columns, without color."""
    return summarize(value)


def export(values: Sequence[Brief | Article]) -> Export:
    """The summary of one value, as ``dumps`` gives it; it is for reading, and no part of it is whole."""
    (value,) = values
    return Export(content=dumps(value), losses=(Loss(path="$", reason="a summary is for reading, and shortens"),))


class _Page:
    """How the words and places of one article are shown."""

    def __init__(
        self,
        article: Article,
        width: int,
        *,
        color: bool,
        explains: bool,
        reasons: Mapping[ClaimId, Sequence[HeldBy]],
    ) -> None:
        self.explains = explains
        self.reasons = reasons
        self.article = article
        self.source = Source(article.text)
        self.width = width
        self.color = color

    def words(self, *spans: Span) -> str:
        """The words of spans, in one line, safe to show, and not too long."""
        return " … ".join(_shorten(self.article[span]) for span in spans)

    def place(self, span: Span) -> str:
        at = self.source.position(span.start)
        return f"{at.line}:{at.column}"

    def bold(self, text: str) -> str:
        return f"{_BOLD}{text}{_END}" if self.color else text

    def wrap(self, text: str, indent: int = 2, rule: str = "", hang: int = 4) -> str:
        """A text wrapped under a hanging indent, with the rule that read it after it."""
        lines = textwrap.wrap(
            f"{text} [{rule}]" if rule else text,
            self.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_on_hyphens=False,
            break_long_words=False,
        )
        wrapped = "\n".join(lines)
        if self.color and rule and wrapped.endswith(f"[{rule}]"):
            return f"{wrapped.removesuffix(f'[{rule}]')}{_DIM}[{rule}]{_END}"
        return wrapped

    def why(self, lines: Iterable[str], indent: int = 8) -> Iterator[str]:
        """The lines of an explanation, if one is asked for."""
        return (self.wrap(line, indent) for line in lines) if self.explains else iter(())

    def part(self, title: str, lines: Iterable[str]) -> Iterator[str]:
        """Lines under a title; nothing where there are no lines."""
        found = list(lines)
        if found:
            yield ""
            yield self.bold(title)
            yield from found


def _shorten(words: str) -> str:
    if len(words) > 2 * _LONGEST:  # Before folding, so that a huge passage costs no more than a long one.
        words = f"{words[:_LONGEST]} … {words[-_LONGEST:]}"
    folded = " ".join(words.split())
    if len(folded) > _LONGEST:
        folded = f"{folded[: _LONGEST * 2 // 3].rstrip()} … {folded[-_LONGEST // 3 :].lstrip()}"
    return one_line(folded)


def _listed(items: Iterable[str | None]) -> str:
    return ", ".join(item for item in items if item)


def _layout(page: _Page) -> Iterator[str]:
    article = page.article
    yield page.bold(page.wrap(page.words(article.headline), 0, hang=0)) if article.headline else "(no headline)"
    published = article.published.isoformat() if article.published else None
    named = [page.words(span) for span in (article.byline, article.dateline) if span]
    if about := _listed((*named, published)):
        yield page.wrap(about)
    yield from page.part("Key points", (page.wrap(f"- {page.words(point)}") for point in article.key_points))
    yield from page.part("Outline", (line for section in article.sections for line in _outline(page, section, 2)))


def _outline(page: _Page, section: Section, indent: int) -> Iterator[str]:
    heading = page.words(section.heading) if section.heading else "(no heading)"
    count = len(section.paragraphs)
    paragraphs = f"{count} paragraph{'' if count == 1 else 's'}" if count else None
    role = None if section.role is SectionRole.BODY else section.role.value
    about = _listed((role, paragraphs))
    yield page.wrap(f"{heading} ({about})" if about else heading, min(indent, page.width // 2))
    for inner in section.sections:
        yield from _outline(page, inner, indent + 2)


def _findings(page: _Page, brief: Brief) -> Iterator[str]:
    yield from page.part("Actors", (line for actor in brief.actors for line in _actor(page, actor)))
    yield from page.part("Places", (page.wrap(_place(place)) for place in brief.places))
    yield from page.part("Positions", _positions(page, brief))
    yield from page.part("Claims", _claims(page, brief))
    yield from page.part("Stances", _stances(page, brief))
    yield from page.part("Measures", (_measure(page, measure) for measure in brief.measures))


def _actor(page: _Page, actor: Actor) -> Iterator[str]:
    about = _listed((actor.kind.value, one_line(actor.country) if actor.country else None))
    count = len(actor.mentions)
    mentions = f"{count} mention{'' if count == 1 else 's'}"
    yield page.wrap(f"{_shorten(actor.name)} ({about}), {mentions}", rule=one_line(actor.id))
    if actor.roles:
        yield page.wrap("; ".join(_shorten(role.title) for role in actor.roles), 4)
    yield from page.why(why_actor(actor), 4)


def _place(place: Place) -> str:
    return f"{_shorten(place.name)} [{one_line(place.country)}]" if place.country else _shorten(place.name)


def _positions(page: _Page, brief: Brief) -> Iterator[str]:
    """Where each actor stands on what: one line for each side, with the acts and the words that show it."""
    holder: ActorId | None = None
    names = {str(actor.id): actor.name for actor in brief.actors}
    for row in brief.positions():
        if row.holder != holder:
            holder = row.holder
            yield page.wrap(page.bold(_name(brief, holder)))
        yield _position(page, names, row)


def _position(page: _Page, names: Mapping[str, str], row: Standing) -> str:
    sides = _listed(axis.value for axis in (row.polarity, row.outlook) if axis is not None)
    sure = (certainty.value for certainty in row.certainties)
    about = f"{sides} ({_listed(act.value for act in row.acts)}; {_listed(sure)})"
    concept = _shorten(names.get(row.concept, row.concept)) if row.concept else "(unsaid)"
    shown = ", ".join(f"{page.place(span)} {page.words(span)}" for span in row.evidence[:_FEW])
    more = f", and {len(row.evidence) - _FEW} more" if len(row.evidence) > _FEW else ""
    return page.wrap(f"{concept}: {about} {shown}{more}", 4)


def _claims(page: _Page, brief: Brief) -> Iterator[str]:
    groups: dict[str, list[Claim]] = {}
    for claim in brief.claims:
        groups.setdefault(_holder(page, brief, claim), []).append(claim)
    for holder, claims in groups.items():
        yield page.wrap(page.bold(holder))
        for claim in claims:
            yield _claim(page, brief, claim)
            yield from page.why(why_claim(brief, claim, page.words, page.place, page.reasons.get(claim.id, ())))


def _holder(page: _Page, brief: Brief, claim: Claim) -> str:
    if claim.holder is not None:
        return _shorten(brief.actor(claim.holder).name)
    reason = claim.holder_reason.value.replace("_", " ") if claim.holder_reason else ""
    return f"{page.words(claim.source)} ({reason})" if claim.source else f"({reason})"


def _claim(page: _Page, brief: Brief, claim: Claim) -> str:
    about = _listed(
        (
            claim.kind.value,
            claim.mode.value,
            None if claim.assertion is Assertion.ASSERTED else claim.assertion.value.replace("_", " "),
            f"relayed by {_name(brief, claim.relayed_by)}" if claim.relayed_by else None,
        ),
    )
    cue = f"{page.words(claim.cue)}: " if claim.cue else ""
    text = f"{page.place(claim.span)} {cue}{page.words(*claim.content)} ({about})"
    return page.wrap(text, 4, one_line(claim.rule))


def _name(brief: Brief, id: ActorId) -> str:
    return _shorten(brief.actor(id).name)


def _stances(page: _Page, brief: Brief) -> Iterator[str]:
    groups: dict[ActorId, list[Stance]] = {}
    for stance in brief.stances:
        groups.setdefault(stance.holder, []).append(stance)
    for holder, stances in groups.items():
        yield page.wrap(page.bold(_name(brief, holder)))
        for stance in stances:
            yield _stance(page, brief, stance)
            yield from page.why(why_stance(brief, stance, page.words, page.place))


def _stance(page: _Page, brief: Brief, stance: Stance) -> str:
    axes = [axis.value for axis in (stance.polarity, stance.act, stance.outlook) if axis is not None]
    about = _listed([*axes, _SURE.get(stance.certainty)])
    target = f" -> {page.words(stance.target.span)}{_meant(page, brief, stance.target)}" if stance.target else ""
    return page.wrap(f"{page.place(stance.evidence[0])} {about}{target}", 4, one_line(stance.rule))


def _meant(page: _Page, brief: Brief, target: Target) -> str:
    """What a target is called wherever it stands, where that says more than its words here."""
    name = brief.actor(target.actor).name if target.actor is not None else target.concept
    said = set(_WORD.findall(page.article[target.span][: 2 * _LONGEST].casefold()))
    told = said.issuperset(_WORD.findall(name.casefold()))
    return "" if told else f" = {_shorten(name)}"


def _measure(page: _Page, measure: Measure) -> str:
    value = f" = {measured(measure.value)}" if measure.value is not None else ""
    text = f"{page.place(measure.span)} {measure.kind.value.replace('_', ' ')}: {page.words(measure.span)}{value}"
    return page.wrap(text, rule=one_line(measure.rule))


def measured(value: MeasureValue) -> str:
    """The value of a measure in words, with its unit or currency."""
    match value:
        case Amount():
            return f"{_number(value.value)} {_unit(value)}"
        case Interval():
            return f"{_number(value.low)} to {_number(value.high)} {_unit(value)}"
        case Change():
            return f"from {_number(value.before)} to {_number(value.after)} {_unit(value)}"
        case Day():
            return value.date
        case Duration():
            return value.duration


def _unit(value: Amount | Interval | Change) -> str:
    return one_line(value.currency or value.unit or "")


def _number(value: Decimal) -> str:
    return f"{value:,f}" if -12 < value.adjusted() < 18 else str(value)


def _note(page: _Page, note: Diagnostic) -> str:
    place = f"{page.place(note.span)} " if note.span else ""
    return page.wrap(f"{place}{_shorten(note.message)}", rule=one_line(note.rule))


FORMAT = OutputFormat(name="summary", suffixes=(".txt",), media_types=("text/plain",), dumps=dumps, export=export)
