"""Briefs drawn from a plan, so that the plan says what must be read from their text.

The words mean nothing; their shape does: a headline and key points are one sentence each, a heading is a
few words without a full stop, a paragraph is longer than any of them and ends with a full stop.
"""

import string
import textwrap
from collections.abc import Iterator
from itertools import pairwise, product

from attrs import frozen
from hypothesis import assume
from hypothesis import strategies as st

import tradebrief as tb

__all__ = ["Part", "Plan", "facts", "layouts", "line_ends_tell", "opens_alike", "paragraphs", "plans", "text_of"]

_NOUNS = ("envoys", "ministers", "growers", "mills", "ports", "tariffs", "quotas", "steel", "beef", "rice", "talks")
_VERBS = ("want", "seek", "question", "raise", "lower", "meet", "weigh", "expect", "drop", "share", "judge", "support")
_TAILS = ["in the spring", "after the talks", "without delay", "at the port", "for good", "by a wide margin"]
_JOINS = [", while ", ", although ", ", because ", " and "]
_CLAUSES = tuple(map(" ".join, product(_NOUNS, _VERBS, _NOUNS, _TAILS)))
_ROLES = {
    tb.SectionRole.COMMENTARY: (
        *("commentary", "comment", "our take", "our view", "editor's comment", "author’s commentary"),
        *("trade commentary", "commentary and analysis", "final thoughts", "perspective", "remarks"),
    ),
    tb.SectionRole.OPINION: (
        *("opinion", "author's opinion", "editorial", "op-ed", "viewpoint", "guest column"),
        *("opinion & analysis", "expert opinion"),
    ),
    tb.SectionRole.ANALYSIS: (
        *("analysis", "news analysis", "market analysis", "analyst's view", "analyst’s comment"),
        *("assessment", "the bottom line", "why it matters", "expert view", "our takeaway"),
    ),
}
_ALSO_OF_A_REPORT = ("the bottom line", "why it matters")  # Before a paragraph.
_INNER = (  # Headings within a part, though some of them open one in a report, or would end it over a list.
    *("background", "what to watch", "timeline", "by the numbers", "what it means", "why it matters"),
    *("the bottom line", "final thoughts", "reality check", "perspective", "remarks", "assessment"),
)
_SIGNED = ("commentary", "opinion", "analysis", "expert analysis", "guest column", "op-ed")
_BYLINES = (
    "By Ana Ruiz",
    "Reported by Jun Ito and Mia Berg",
    "BY LI WEI",
    "By Ana Ruiz, Trade Correspondent",
    "Written by Ana Ruiz",
    "By the Trade Desk",
    "By our trade correspondent",
    "by a staff reporter",
    "Author: Ana Ruiz",
    "Prepared by Ana Ruiz",
    "By Ana Ruiz | Trade Desk",
)
_DATELINES = (
    *("OSLO, 9 April 2025", "Tuesday, 4 March 2025", "NEW DELHI, Sept. 3", "April 9, 2025", "2025-04-09", "09/04/2025"),
    *("Date: 9 April 2025", "Oslo, Monday", "Oslo — April 9", "Oslo | 9 April 2025", "Week of 7 April 2025"),
)
_TOPICS = ("Textiles", "WORLD TRADE", "Sugar", "EXCLUSIVE")
_TITLES = ("", "", "", "Headline: ", "Title: ")
_STYLES = ("", "", "", "colon", "small")  # Of all headings.
_KICKERS = ("TRADE BRIEF", "Daily Briefing", "Weekly Trade News", "Trade Update No. 14", "Morning Briefing, April 9")
_OPENINGS = {"OSLO, April 9 (Reuters) - ": "OSLO, April 9", "NEW DELHI — ": "NEW DELHI"}
_KEY_POINTS = (
    "Key points",
    "KEY TAKEAWAYS:",
    "At a glance",
    "Highlights:",
    "What you need to know",
    "SUMMARY",
    "Three things to know",
)
_BULLETS = ("- ", "• ", "* ", "– ", "1. ", "1) ", "(1) ", "→ ", "✓ ", "➢ ", "o ", "#1 ")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMBERS = ("", "1. ", "1) ", "I. ", "Part 1: ")
_COUNTS = ("1. ", "1) ", "(1) ", "a) ", "I. ", "Part 1: ")  # Of headings that are counted through the whole brief.
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TOPIC_OVER = 4  # So many words at most stand no topic over them.
_NOTES = ("Editor's note: ", "EDITOR’S NOTE: ", "Correction: ", "Note to readers: ", "[Editor's note: ", "Ed. note: ")
_NOTE_LABELS = ("Editor's Note", "EDITOR’S NOTE:", "Correction")


@frozen
class Headed:
    """A heading, and the paragraphs under it; without one they stand for themselves."""

    heading: str
    paragraphs: tuple[str, ...]


@frozen
class Part:
    """The label of a part, with its number or author, the role that it opens, and what stands under it.

    A label that ends in ": " stands on the line of the first paragraph.
    """

    label: str
    role: tb.SectionRole
    sections: tuple[Headed, ...]


@frozen(kw_only=True)
class Plan:
    """A brief before it is written down.

    Attributes:
        kicker: The name of the series over the headline, or its topic, if any.
        title: The label before the headline.
        headline: One sentence, or a few words.
        lines: Byline and dateline, each with its name, in the order in which they stand.
        opening: The dateline that runs into the first paragraph, with its dash.
        label: Stands over the key points.
        bullet: Stands before each of them, counted where it has a number.
        key_points: One sentence each; with a bullet the full stop may be left out.
        lead: The paragraph that stands before the key points, if any.
        note: Before what an editor's note stands ("top", "front", "parts" or "end"), its label if that has a line of
            its own, and its words.
        body: The report.
        parts: What the author says about it.
    """

    kicker: str
    title: str
    headline: str
    lines: tuple[tuple[str, str], ...]
    opening: str
    label: str | None
    bullet: str
    key_points: tuple[str, ...]
    lead: str | None
    note: tuple[str, str, str] | None
    body: tuple[Headed, ...]
    parts: tuple[Part, ...]


@frozen(kw_only=True)
class Layout:
    """How a brief is written down.

    Attributes:
        spaced: Whether a blank line stands between all blocks but the key points.
        points_apart: Whether one stands after the key points.
        headings_apart: Whether one stands before each heading.
        points_spaced: Whether blank lines stand between the key points, if a label or bullets tell them.
        newline: The line end.
        blank: What a blank line holds.
        trailing: White space at the end of each line.
    """

    spaced: bool
    points_apart: bool
    headings_apart: bool
    points_spaced: bool
    newline: str
    blank: str
    trailing: str


def sentences(size: int) -> st.SearchStrategy[str]:
    """So many clauses, with a capital and a full stop."""
    clauses = st.sampled_from(_CLAUSES)  # Whole ones: drawing them word by word takes most of the tests' time.
    first, rest = clauses, [st.tuples(st.sampled_from(_JOINS), clauses).map("".join)] * (size - 1)
    return st.builds(lambda *parts: _capital("".join(parts)) + ".", first, *rest)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def bare_headings() -> st.SearchStrategy[str]:
    """Words without a full stop: as titles, as sentences, as questions, in two halves."""
    plain = st.builds("{} {} {}".format, *map(st.sampled_from, (_NOUNS, _VERBS, _NOUNS)))
    long = st.builds(
        "{} {}: the {} {} by the {}".format, *map(st.sampled_from, (_NOUNS, _VERBS, _NOUNS, _VERBS, _NOUNS))
    )
    forms = [str.title, _capital, str.upper, lambda words: f"{words.title()}?"]
    return st.builds(lambda words, form: form(words), plain | long, st.sampled_from(forms))


def headlines() -> st.SearchStrategy[str]:
    """One sentence with a full stop or without, with a topic before it, or a few words."""
    topics = st.builds(lambda topic, rest: f"{topic.title()} Talks: {rest}", st.sampled_from(_NOUNS), sentences(2))
    return sentences(2) | topics | sentences(2).map(lambda words: words.removesuffix(".")) | bare_headings()


def paragraphs() -> st.SearchStrategy[str]:
    """Two or three long sentences."""
    return st.lists(sentences(4), min_size=2, max_size=3).map(" ".join)


def labels() -> st.SearchStrategy[tuple[str, tb.SectionRole]]:
    """Labels of parts, in all the ways in which they are written, with their role.

    A "1" or "I" before one stands for its number; one with ": " at its end stands before its first paragraph.
    """
    known = [(words, role) for role, labels in _ROLES.items() for words in labels]
    forms = [_capital, str.upper, string.capwords, lambda words: f"{_capital(words)}:"]
    bare = [*forms, lambda words: f"— {string.capwords(words)} —"]
    signed = [label for label in known if label[0] in _SIGNED]
    return (
        st.builds(lambda label, form: (form(label[0]), label[1]), st.sampled_from(known), st.sampled_from(bare))
        | st.builds(
            lambda label, form: (f"{form(label[0])}: ", label[1]),
            st.sampled_from([label for label in known if label[0] not in _ALSO_OF_A_REPORT]),
            st.sampled_from([_capital, str.upper, string.capwords]),
        )
        | st.builds(
            lambda label, form, number: (number + form(label[0]), label[1]),
            st.sampled_from(known),
            st.sampled_from(forms),
            st.sampled_from(_NUMBERS[1:]),
        )
        | st.builds(
            lambda label, form, name: (f"{form(label[0])} by {name}", label[1]),
            st.sampled_from(signed),
            st.sampled_from([_capital, str.upper]),
            st.sampled_from(("Ana Ruiz", "Jun Ito and Mia Berg")),
        )
    )


@st.composite
def headed(
    draw: st.DrawFn,
    used: set[str],
    *,
    first: bool = True,
    count: str = "",
    start: int = 1,
    style: str = "",
    is_part: bool = False,
) -> tuple[Headed, ...]:
    """One to three sections of one to three paragraphs, all with headings of one kind of number.

    With a ``count`` that is the kind, and the numbers go on from ``start``. With a ``style`` they have no number, and
    end in a colon or have no capitals. Within a part some are labels that elsewhere open one.

    No heading is used twice: a line that stands time and again between paragraphs is none.
    """
    number = count or ("" if style else draw(st.sampled_from(_NUMBERS)))
    forms = bare_headings()
    if is_part:
        forms |= st.builds(
            lambda words, form: form(words),
            st.sampled_from(_INNER),
            st.sampled_from([_capital, str.upper, string.capwords]),
        )
    if style == "small":  # Small letters on both sides of a colon are those of a sentence.
        forms = forms.filter(lambda words: ":" not in words)
    sections = []
    for at in range(start, draw(st.integers(1, 3)) + start):
        words = draw(forms.filter(lambda words: words.rstrip("?").lower() not in used))
        used.add(words.rstrip("?").lower())
        under = draw(st.lists(paragraphs(), min_size=1, max_size=3))
        sections.append(Headed(_numbered(number, at) + _styled(words, style), tuple(under)))
    if first and draw(st.booleans()):
        sections.insert(0, Headed("", tuple(draw(st.lists(paragraphs(), min_size=1, max_size=2)))))
    return tuple(sections)


def _styled(words: str, style: str) -> str:
    """A heading with a colon at its end, or without capitals."""
    if not style:
        return words
    return f"{words.rstrip('?')}:" if style == "colon" else words.rstrip("?").lower()


def _numbered(number: str, at: int) -> str:
    if number == "a) ":
        return f"{_LETTERS[at - 1]}) "
    return number.replace("1", str(at)).replace("I", _ROMAN[at - 1])


def _with_number(label: str, at: int) -> str:
    """A label with the number of its part, if it has one."""
    number = _number_of(label)
    return _numbered(number, at) + label.removeprefix(number)


def _number_of(label: str) -> str:
    """The number before a label."""
    return next((number for number in _NUMBERS if number and label.startswith(number)), "")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of briefs: all that a brief can have, in every combination."""
    points = tuple(draw(st.lists(sentences(2), min_size=2, max_size=5)))
    if not draw(st.integers(0, 7)):
        points = ()
    label = draw(st.none() | st.sampled_from(_KEY_POINTS)) if points else None
    has_lead = bool(points) and draw(st.booleans())
    bullet = draw(st.sampled_from(("", *_BULLETS)))
    if bullet and (label or not has_lead) and draw(st.booleans()):
        points = tuple(point.removesuffix(".") for point in points)
    used: set[str] = set()
    count = draw(st.sampled_from(("", "", *_COUNTS)))
    style = "" if count else draw(st.sampled_from(_STYLES))
    # Left out: bare lines without a label right before a paragraph. They could be paragraphs.
    body = draw(headed(used, first=not points or bool(label or bullet), count=count, style=style))
    if not points and body[0].heading and draw(st.booleans()):
        body = (Headed("", (draw(paragraphs()),)), *body)
    lines = [("byline", draw(st.sampled_from(_BYLINES)))] if draw(st.booleans()) else []
    if draw(st.booleans()):
        lines.append(("dateline", draw(st.sampled_from(_DATELINES))))
    has_line = any(name == "dateline" for name, _ in lines)
    note = draw(st.none() | notes(in_front=bool(points) and not has_lead))
    may_have_kicker = bool(lines) or (bool(points) and not has_lead and not (note and note[0] == "front"))
    headline = draw(headlines())
    may_have_kicker = may_have_kicker and not (note and note[0] == "top")
    topics = _TOPICS if len(headline.split()) > _TOPIC_OVER else ()
    kicker = draw(st.sampled_from(("", *_KICKERS, *topics))) if may_have_kicker else ""
    own = draw(parts(used, count, sum(bool(section.heading) for section in body) + 1, style))
    assume(
        not style
        or sum(bool(section.heading) for part in (body, *(part.sections for part in own)) for section in part) > 1
    )
    return Plan(
        kicker=kicker,
        title=draw(st.sampled_from(_TITLES)),
        headline=headline,
        lines=tuple(draw(st.permutations(lines))),
        opening="" if has_line else draw(st.sampled_from(["", "", *_OPENINGS])),
        label=label,
        bullet=bullet,
        key_points=points,
        lead=draw(paragraphs()) if has_lead else None,
        note=note,
        body=body,
        parts=own,
    )


@st.composite
def parts(draw: st.DrawFn, used: set[str], count: str, at: int, style: str = "") -> tuple[Part, ...]:
    """Up to two parts. Their numbers go on from the report's, and where all are counted, so do those under them."""
    made: list[Part] = []
    for words, role in draw(st.lists(labels(), max_size=2)):
        if words.endswith(": "):
            # Within a part such a paragraph is the part's; and no heading goes on with it.
            if not made:
                own = tuple(draw(st.lists(paragraphs(), min_size=1, max_size=2)))
                made.append(Part(words, role, (Headed("", own),)))
            continue
        plain = words.removeprefix(_number_of(words)).strip(" :—").lower()
        if plain in used | _inner_after(made):
            continue
        used.add(plain)
        if not count:
            made.append(Part(_with_number(words, at), role, draw(headed(used, style=style, is_part=True))))
            at += 1
            continue
        label = words.removeprefix(_number_of(words))
        is_counted = " by " not in label and label[0].isalnum()
        under = draw(headed(used, count=count, start=at + is_counted, is_part=True))
        made.append(Part((_numbered(count, at) if is_counted else "") + label, role, under))
        at += is_counted + sum(bool(section.heading) for section in under)
    return tuple(made)


def _inner_after(made: list[Part]) -> set[str]:
    """The labels that open no part, as they stand under the label of one."""
    return set(_INNER) if made and not made[-1].label.endswith(": ") else set()


def notes(*, in_front: bool) -> st.SearchStrategy[tuple[str, str, str]]:
    """An editor's note on one line, or under a label where it can be told from what follows."""
    inline = st.builds(
        lambda opening, rest: opening + (rest.removesuffix(".") + ".]" if opening[0] == "[" else rest),
        st.sampled_from(_NOTES),
        sentences(3),
    )
    places = ("front", "parts", "end") if in_front else ("end",)
    return st.tuples(st.sampled_from(("top", "front", "parts", "end")), st.just(""), inline) | st.tuples(
        st.sampled_from(places), st.sampled_from(_NOTE_LABELS), sentences(3)
    )


def layouts(newlines: tuple[str, ...] = ("\n", "\r\n", "\r")) -> st.SearchStrategy[Layout]:
    """Ways to write a brief down."""
    flags = {name: st.booleans() for name in ("spaced", "points_apart", "headings_apart", "points_spaced")}
    return st.builds(
        Layout,
        **flags,
        newline=st.sampled_from(newlines),
        blank=st.sampled_from(["", "", " ", "\t"]),
        trailing=st.sampled_from(["", "", "", " ", "  "]),
    )


def text_of(plan: Plan, layout: Layout, width: int | None = None) -> str:
    """The brief as plain text, hard-wrapped at a width if one is given."""
    lines: list[str] = []
    for block, gap in _blocks(plan, layout):
        if lines and gap:
            lines.append(layout.blank)
        lines.extend(hard_wrapped(block, width) if width else [block])
    return "".join(line + (layout.trailing if line.strip() else "") + layout.newline for line in lines)


def _blocks(plan: Plan, layout: Layout) -> Iterator[tuple[str, bool]]:
    """The blocks, and whether a blank line stands before each."""
    spaced = layout.spaced
    yield from _note(plan, "top", spaced)
    if plan.kicker:
        yield plan.kicker, False
    yield plan.title + plan.headline, spaced
    for _, line in plan.lines:
        yield line, spaced
    yield from _note(plan, "front", spaced)
    opening = plan.opening
    if plan.lead:
        yield opening + plan.lead, spaced
        opening = ""
    if plan.label:
        yield plan.label, spaced
    # Left out: bare lines with neither label nor bullets, and blank lines between them. They could be paragraphs.
    points_spaced = layout.points_spaced and bool(plan.label or plan.bullet)
    for at, point in enumerate(plan.key_points, 1):
        yield _numbered(plan.bullet, at) + point, (spaced and not plan.label) if at == 1 else points_spaced
    apart = spaced or layout.points_apart
    for section in plan.body:
        if section.heading:
            yield section.heading, apart or layout.headings_apart
            apart = spaced
        for paragraph in section.paragraphs:
            yield opening + paragraph, apart
            opening, apart = "", spaced
    yield from _note(plan, "parts", spaced)
    for part in plan.parts:
        run_in = part.label if part.label.endswith(": ") else ""
        if not run_in:
            yield part.label, spaced or layout.headings_apart
        for section in part.sections:
            if section.heading:
                yield section.heading, spaced or layout.headings_apart
            for paragraph in section.paragraphs:
                yield run_in + paragraph, spaced
                run_in = ""
    yield from _note(plan, "end", spaced)


def _note(plan: Plan, place: str, spaced: bool) -> Iterator[tuple[str, bool]]:
    if plan.note and plan.note[0] == place:
        if plan.note[1]:
            yield plan.note[1], spaced
        yield plan.note[2], spaced


def hard_wrapped(words: str, width: int) -> list[str]:
    """The lines of words, broken at a width."""
    return textwrap.wrap(words, width, break_on_hyphens=False)


def line_ends_tell(plan: Plan, layout: Layout, width: int) -> bool:
    """Whether the end of each block of a hard-wrapped brief can be seen.

    It can where a blank line or a bullet stands after it, or where the next word would have fitted on its last
    line and goes on with no sentence. A block that fills its last line could go on with the next one, and a line
    within a block that opens as the block does could be the next row of a list.
    """
    blocks = [(hard_wrapped(block, width), gap) for block, gap in _blocks(plan, layout)]
    widest = max(len(line) for lines, _ in blocks for line in lines)
    return not any(opens_alike(lines) for lines, _ in blocks) and all(
        gap
        or after[0].startswith(_BULLETS)
        or (
            (not after[0][0].islower() or lines[-1].endswith("."))
            and len(lines[-1]) + 1 + len(after[0].split()[0]) <= widest
        )
        for (lines, _), (after, gap) in pairwise(blocks)
    )


def opens_alike(lines: list[str]) -> bool:
    """Whether a line of a block opens with the same two words as the first."""
    return any(line.split()[:2] == lines[0].split()[:2] for line in lines[1:])


def facts(plan: Plan) -> list[str]:
    """What must be read, in the form of ``tests/cases/structure``."""
    stated = [f"headline: {plan.headline}", *sorted(f"{name}: {line}" for name, line in plan.lines)]
    if plan.opening and (plan.lead or plan.body):
        stated.append(f"dateline: {_OPENINGS[plan.opening]}")
    stated += [f"key point: {point}" for point in plan.key_points]
    note = plan.note[0] if plan.note else None
    own = f" {plan.note[1]}" if plan.note and plan.note[1] else ""
    if note in {"top", "front"}:
        stated.append(f"section 1 editors_note 1:{own}")
    body = list(plan.body)
    if plan.lead and not body[0].heading:
        body[0] = Headed("", (plan.lead, *body[0].paragraphs))
    elif plan.lead:
        body.insert(0, Headed("", (plan.lead,)))
    stated += [_section(1, "body", section) for section in body]
    if note == "parts":
        stated.append(f"section 1 editors_note 1:{own}")
    for part in plan.parts:
        stated += _part(part)
    if note == "end":
        is_inner = not own and plan.parts and not plan.parts[-1].label.endswith(": ")
        stated.append(f"section {2 if is_inner else 1} editors_note 1:{own}")
    return stated


def _part(part: Part) -> Iterator[str]:
    role = part.role.value
    own = 0 if part.sections[0].heading else len(part.sections[0].paragraphs)
    yield f"section 1 {role} {own}: {part.label}".removesuffix(f" {part.label}" if part.label.endswith(": ") else "")
    for section in part.sections:
        if section.heading:
            yield _section(2, role, section)


def _section(level: int, role: str, section: Headed) -> str:
    heading = f" {section.heading}" if section.heading else ""
    return f"section {level} {role} {len(section.paragraphs)}:{heading}"
