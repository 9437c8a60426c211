"""Strings that break programs, in every field of a brief that is a string, and in every format."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

import pytest
from tests.laws.naughty import NAUGHTY

import tradebrief as tb
from tradebrief.formats import Content, OutputFormat
from tradebrief.serialize import FORMATS

FORMS = list(FORMATS)
A_FEW = "a few of each"
# Formats that take long, and get a few of each kind: pictures are drawn.
CASES = [(format, kind) for format in FORMS for kind in ([A_FEW] if format.extra == "plot" else NAUGHTY)]


def with_strings(strings: Sequence[str], *, ids: Sequence[str]) -> tb.Brief:
    """A brief whose strings are all of these: its text, names, titles, targets, concepts, ids, rules and messages."""
    text = "".join(strings)
    ends = [0]
    for string in strings:
        ends.append(ends[-1] + len(string))
    spans = [tb.Span(start, end) for start, end in pairwise(ends)]
    rules = [tb.RuleId(string) for string in strings]
    items = list(zip(strings, spans, ids, rules, strict=True))
    mention = [
        tb.Mention(span=span, form=tb.MentionForm.NAME, rule=rule) for span, rule in zip(spans, rules, strict=True)
    ]
    article = tb.Article(
        text=text,
        provenance=tb.Provenance(
            format="text",
            media_type="text/plain",
            sha256=strings[0],
            name=strings[-1],
            url=strings[0],
            id=strings[-1],
            title=strings[0],
            author=strings[-1],
            publisher=strings[0],
            tags=tuple(strings),
            links=tuple(tb.Link(span, string) for string, span, _, _ in items),
        ),
        headline=spans[0],
        key_points=tuple(spans[1:3]),
        byline=spans[-1],
        dateline=spans[0],
        published=dt.date(2026, 1, 2),
        sections=tuple(
            tb.Section(heading=span, level=1, role=tb.SectionRole.BODY, span=span) for _, span, _, _ in items
        ),
        blocks=tuple(tb.Block(kind=tb.BlockKind.PARAGRAPH, span=span, content=span) for _, span, _, _ in items),
        diagnostics=tuple(tb.Diagnostic(rule=rule, message=string, span=span) for string, span, _, rule in items),
    )
    return tb.Brief(
        article=article,
        actors=tuple(
            tb.Actor(
                id=tb.ActorId(id),
                name=string,
                kind=tb.ActorKind.PERSON,
                mentions=(mention[index],),
                roles=(tb.Role(title=string, span=span, rule=rule),),
                country=string,
                same_as=(string, "x"),
            )
            for index, (string, span, id, rule) in enumerate(items)
        ),
        places=tuple(
            tb.Place(id=tb.PlaceId(id), name=string, mentions=(mention[index],), country=string)
            for index, (string, _, id, _) in enumerate(items)
        ),
        claims=tuple(
            tb.Claim(
                id=tb.ClaimId(id),
                holder=tb.ActorId(id),
                source=span,
                cue=None,
                content=(span,),
                kind=tb.ClaimKind.ASSERTION,
                mode=tb.ClaimMode.INDIRECT,
                voice=tb.VoiceKind.REPORTED,
                assertion=tb.Assertion.ASSERTED,
                certainty=tb.Certainty.CERTAIN,
                conditions=(span,),
                relayed_by=tb.ActorId(id),
                rule=rule,
            )
            for _, span, id, rule in items
        ),
        stances=tuple(
            tb.Stance(
                id=tb.StanceId(id),
                holder=tb.ActorId(id),
                target=tb.Target(
                    kind=tb.TargetKind.ACTOR, span=span, concept=string, actor=tb.ActorId(id), measure=tb.MeasureId(id)
                ),
                polarity=tb.Polarity.OPPOSE,
                act=tb.Act.STATE,
                certainty=tb.Certainty.CERTAIN,
                attribution=tb.StanceAttribution.DIRECT,
                evidence=(span,),
                claim=tb.ClaimId(id),
                rule=rule,
            )
            for string, span, id, rule in items
        ),
        measures=tuple(
            tb.Measure(
                id=tb.MeasureId(id),
                kind=tb.MeasureKind.QUANTITY,
                span=span,
                value=tb.Amount(value=Decimal("-1.50"), unit=string),
                concept=string,
                rule=rule,
            )
            for string, span, id, rule in items
        ),
        voices=tuple(tb.Voice(tb.VoiceKind.REPORTED, span) for _, span, _, _ in items),
        diagnostics=article.diagnostics,
        generator=tb.Generator(name=strings[0], version=strings[-1], lexicon=strings[0]),
    )


@cache
def brief_of(kind: str) -> tb.Brief:
    few = [string for found in NAUGHTY.values() for string in found[:: max(1, len(found) // 2)]]
    strings = list(dict.fromkeys(few if kind == A_FEW else NAUGHTY[kind]))
    return with_strings(strings, ids=strings)


def parts_of(content: Content) -> list[str | bytes]:
    return list(content.values()) if isinstance(content, Mapping) else [content]


def test_there_are_enough() -> None:
    strings = [string for found in NAUGHTY.values() for string in found]

    assert len(set(strings)) >= 515
    assert all(strings)


@pytest.mark.parametrize(("format", "kind"), CASES, ids=lambda it: it if isinstance(it, str) else it.name)
def test_strings_go_into_every_format_and_come_back(format: OutputFormat, kind: str) -> None:
    brief = brief_of(kind)

    export = tb.export(brief, format.name)

    assert all(part.encode() for part in parts_of(export.content) if isinstance(part, str) and part)
    if not format.is_readable:
        return
    found = tb.loads(export.content, format.name)
    if not export.losses:
        assert found == brief


@pytest.mark.parametrize("format", FORMS, ids=lambda format: format.name)
def test_half_of_a_surrogate_pair_is_refused_or_told(format: OutputFormat) -> None:
    """No input has one, but a value made by hand may: a document with it in could not be read."""
    brief = with_strings(["a\ud83d", "b"], ids=["a", "b"])

    try:
        content = tb.export(brief, format.name).content
        for part in parts_of(content):
            part.encode() if isinstance(part, str) else part.decode("utf-8", "strict")
    except (tb.FormatError, UnicodeError):
        return
    assert not format.is_readable
