"""Whatever a text, a name or an id holds, a page has the same elements and attributes."""

from functools import cache
from itertools import pairwise

import pytest
from attrs import evolve
from tests.serialize.html.payloads import PAYLOADS
from tests.serialize.html.reading import parse, parse_fragment, skeleton

import tradebrief as tb
from tradebrief.serialize.html import dumps, fragment
from tradebrief.text import Span

HARMLESS = "harmless"


def brief_of(payload: str) -> tb.Brief:
    """A brief in which the payload stands in every string and under every kind of mark."""
    parts = [payload, "\n", payload, " said that ", payload, " ends ", payload, " now.", "\n"]
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part))
    spans = [Span(start, end) for start, end in pairwise(ends)]
    head, _, source, cue, content, _, more, *_ = spans
    text = "".join(parts)
    id, rule = tb.ActorId(payload), tb.RuleId(payload)
    blocks = (
        tb.Block(kind=tb.BlockKind.HEADLINE, span=Span(0, spans[1].end), content=head),
        tb.Block(
            kind=tb.BlockKind.PARAGRAPH, span=Span(spans[2].start, len(text)), content=Span(source.start, len(text) - 1)
        ),
    )
    note = tb.Diagnostic(rule=rule, message=payload, span=more)
    article = tb.Article(
        text=text,
        provenance=tb.Provenance(
            format=payload,
            media_type=payload,
            sha256=payload,
            name=payload,
            url=payload,
            title=payload,
            author=payload,
            publisher=payload,
            tags=(payload,),
        ),
        headline=head,
        language=payload,
        blocks=blocks,
        sections=(
            tb.Section(heading=None, level=1, role=tb.SectionRole.OPINION, span=blocks[1].content, paragraphs=()),
        ),
        diagnostics=(note, evolve(note, span=None)),
    )
    claim = tb.Claim(
        id=tb.ClaimId(payload),
        holder=id,
        source=source,
        cue=cue,
        content=(content, more),
        kind=tb.ClaimKind.ASSERTION,
        mode=tb.ClaimMode.MIXED,
        voice=tb.VoiceKind.AUTHOR,
        assertion=tb.Assertion.DENIED,
        certainty=tb.Certainty.UNKNOWN,
        conditions=(more,),
        relayed_by=id,
        rule=rule,
    )
    measure = tb.Measure(id=tb.MeasureId(payload), kind=tb.MeasureKind.POLICY, span=more, concept=payload, rule=rule)
    stance = tb.Stance(
        id=tb.StanceId(payload),
        holder=id,
        target=tb.Target(kind=tb.TargetKind.MEASURE, span=more, concept=payload, measure=measure.id),
        polarity=tb.Polarity.OPPOSE,
        act=tb.Act.REJECT,
        outlook=tb.Outlook.SKEPTICAL,
        certainty=tb.Certainty.CERTAIN,
        attribution=tb.StanceAttribution.INDIRECT,
        conditions=(content,),
        evidence=(Span(cue.start, content.end),),
        claim=claim.id,
        rule=rule,
    )
    return tb.Brief(
        article=article,
        actors=(
            tb.Actor(
                id=id,
                name=payload,
                kind=tb.ActorKind.PERSON,
                mentions=(tb.Mention(span=source, form=tb.MentionForm.NAME, rule=rule),),
                roles=(tb.Role(title=payload, span=source, rule=rule),) * 2,
                country=payload,
                same_as=(payload,),
            ),
        ),
        claims=(claim, evolve(claim, id=tb.ClaimId(f"{payload}-"), holder=None, holder_reason=tb.HolderReason.GENERIC)),
        stances=(stance,),
        measures=(measure,),
        voices=(tb.Voice(tb.VoiceKind.AUTHOR, Span(0, len(text))),),
        generator=tb.Generator(name=payload, version=payload, lexicon=payload),
    )


@cache
def skeleton_of_harmless() -> list[object]:
    return skeleton(parse(dumps(brief_of(HARMLESS))))


def test_there_are_payloads_enough() -> None:
    assert len(set(PAYLOADS)) >= 150


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_payload_becomes_no_markup(payload: str) -> None:
    assert skeleton(parse(dumps(brief_of(payload)))) == skeleton_of_harmless()


@pytest.mark.parametrize("payload", PAYLOADS[::7], ids=ascii)
def test_payload_becomes_no_markup_in_a_notebook(payload: str) -> None:
    harmless = parse_fragment(fragment(brief_of(HARMLESS)))

    assert skeleton(parse_fragment(fragment(brief_of(payload)))) == skeleton(harmless)


def test_page_of_a_hostile_text_can_be_written_as_utf8() -> None:
    assert all(dumps(brief_of(payload)).encode() for payload in PAYLOADS)
