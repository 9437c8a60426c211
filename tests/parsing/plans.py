"""Briefs drawn from a plan, so that the plan says what must be read from their text.

The words mean nothing; their shape does: a headline and key points are one sentence each, a heading is a
few capitalised words, a paragraph is longer than any of them and ends with a full stop.
"""

import textwrap
from enum import Enum

from attrs import frozen
from hypothesis import strategies as st

__all__ = ["Part", "Plan", "facts", "hard_wrapped", "plans", "text_of"]

_NOUNS = ("envoys", "ministers", "growers", "mills", "ports", "tariffs", "quotas", "steel", "beef", "rice", "talks")
_VERBS = ("want", "seek", "question", "raise", "lower", "meet", "weigh", "expect", "drop", "share", "judge", "support")
_TAILS = ["in the spring", "after the talks", "without delay", "at the port", "for good", "by a wide margin"]
_JOINS = [", while ", ", although ", ", because ", " and "]


class Part(Enum):
    """The label of a part, and the role that it opens."""

    COMMENTARY = "Commentary"
    OPINION = "OPINION"
    ANALYSIS = "News analysis:"

    @property
    def role(self) -> str:
        return self.name.lower()


@frozen
class Headed:
    """A heading, and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


@frozen(kw_only=True)
class Plan:
    """A brief before it is written down."""

    headline: str
    byline: str | None
    label: str | None
    bullet: str
    key_points: tuple[str, ...]
    body: tuple[Headed, ...]
    part: Part | None
    authored: tuple[Headed, ...]


def clauses() -> st.SearchStrategy[str]:
    """Three or four words that could be a clause."""
    return st.builds("{} {} {} {}".format, *map(st.sampled_from, (_NOUNS, _VERBS, _NOUNS, _TAILS)))


def sentences(size: int) -> st.SearchStrategy[str]:
    """So many clauses, with a capital and a full stop."""
    pairs = st.lists(st.tuples(st.sampled_from(_JOINS), clauses()), min_size=size - 1, max_size=size - 1)
    return st.builds(lambda first, rest: _capital(first + "".join(map("".join, rest))) + ".", clauses(), pairs)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def headings() -> st.SearchStrategy[str]:
    """Capitalised words without a full stop, as titles, as sentences or in capitals."""
    plain = st.builds("{} {} {}".format, *map(st.sampled_from, (_NOUNS, _VERBS, _NOUNS)))
    return st.builds(lambda words, form: form(words), plain, st.sampled_from([str.title, _capital, str.upper]))


def paragraphs() -> st.SearchStrategy[str]:
    """Two or three long sentences."""
    return st.lists(sentences(4), min_size=2, max_size=3).map(" ".join)


def headed() -> st.SearchStrategy[tuple[Headed, ...]]:
    """One to three headings, each with paragraphs."""
    under = st.lists(paragraphs(), min_size=1, max_size=3).map(tuple)
    return st.lists(st.builds(Headed, headings(), under), min_size=1, max_size=3).map(tuple)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Plans of briefs."""
    label = draw(st.sampled_from([None, "Key points", "KEY TAKEAWAYS:"]))
    bullet = draw(st.sampled_from(["", "- ", "• ", "* ", "– "]))
    part = draw(st.none() | st.sampled_from(Part))
    return Plan(
        headline=draw(sentences(2) | headings()),
        byline=draw(st.sampled_from([None, "By Ana Ruiz", "Reported by Jun Ito and Mia Berg"])),
        label=label,
        bullet=bullet,
        key_points=tuple(draw(st.lists(sentences(2), min_size=2, max_size=4))),
        body=draw(headed()),
        part=part,
        authored=draw(headed()) if part else (),
    )


def text_of(plan: Plan, *, spaced: bool, points_apart: bool, newline: str = "\n") -> str:
    """The brief as plain text.

    Args:
        plan: What to write.
        spaced: Whether blank lines stand between all blocks but the key points.
        points_apart: Whether a blank line stands after the key points.
        newline: The line end.
    """
    front = [plan.headline, *([plan.byline] if plan.byline else [])]
    label = [plan.label] if plan.label else []
    points = newline.join([*label, *(plan.bullet + point for point in plan.key_points)])
    rest = [line for part in plan.body for line in (part.heading, *part.paragraphs)]
    if plan.part:
        rest.append(plan.part.value)
        rest.extend(line for part in plan.authored for line in (part.heading, *part.paragraphs))
    gap = 2 * newline if spaced else newline
    after = 2 * newline if spaced or points_apart else newline
    return gap.join([*front, points]) + after + gap.join(rest) + newline


def hard_wrapped(text: str, width: int) -> str:
    """A text with its lines broken at a width."""
    lines = (textwrap.wrap(line, width, break_on_hyphens=False) or [""] for line in text.split("\n"))
    return "\n".join("\n".join(wrapped) for wrapped in lines)


def facts(plan: Plan) -> list[str]:
    """What must be read, in the form of ``tests/cases/structure``."""
    stated = [f"headline: {plan.headline}"]
    if plan.byline:
        stated.append(f"byline: {plan.byline}")
    stated += [f"key point: {point}" for point in plan.key_points]
    stated += [f"section 1 body {len(part.paragraphs)}: {part.heading}" for part in plan.body]
    if plan.part:
        role = plan.part.role
        stated.append(f"section 1 {role} 0: {plan.part.value}")
        stated += [f"section 2 {role} {len(part.paragraphs)}: {part.heading}" for part in plan.authored]
    return stated
