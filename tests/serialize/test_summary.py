from decimal import Decimal
from itertools import pairwise

import pytest
import regex
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import articles, briefs

from tradebrief.corpus import read
from tradebrief.model import (
    Act,
    Actor,
    ActorId,
    ActorKind,
    Article,
    Assertion,
    Block,
    BlockKind,
    Brief,
    Certainty,
    Change,
    Claim,
    ClaimId,
    ClaimKind,
    ClaimMode,
    Diagnostic,
    Generator,
    HolderReason,
    Measure,
    MeasureId,
    MeasureKind,
    Mention,
    MentionForm,
    Outlook,
    Polarity,
    Provenance,
    Role,
    RuleId,
    Section,
    SectionRole,
    Stance,
    StanceAttribution,
    StanceId,
    Target,
    TargetKind,
    Voice,
    VoiceKind,
)
from tradebrief.serialize.summary import dumps, summarize
from tradebrief.text import Span

STEERING = regex.compile(r"[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}--\n]", regex.V1)

TEXT = "Duties loom\n\nOttawa denies that quotas end. It is said to dislike a rise from 5 to 10 percent.\n"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def brief() -> Brief:
    line = Span(0, 12)
    cuts = [0, 12, 13, len(TEXT)]
    kinds = [BlockKind.HEADLINE, BlockKind.BLANK, BlockKind.PARAGRAPH]
    covers = [Span(start, end) for start, end in pairwise(cuts)]
    body = Span(13, len(TEXT) - 1)
    article = Article(
        text=TEXT,
        provenance=Provenance(format="text", media_type="text/plain", sha256=""),
        headline=Span(0, 11),
        sections=(Section(heading=None, level=1, role=SectionRole.COMMENTARY, span=body, paragraphs=(body,)),),
        blocks=tuple(
            Block(kind=kind, span=span, content=Span(span.end, span.end))
            for kind, span in zip(kinds, covers, strict=True)
        ),
        diagnostics=(Diagnostic(rule=RuleId("layout.short"), message="no key points", span=line),),
    )
    ottawa = ActorId("country:ca")
    claim = Claim(
        id=ClaimId("c1"),
        holder=ottawa,
        source=at("Ottawa"),
        cue=at("denies"),
        content=(at("quotas end"),),
        kind=ClaimKind.ASSERTION,
        mode=ClaimMode.INDIRECT,
        voice=VoiceKind.REPORTED,
        assertion=Assertion.DENIED,
        certainty=Certainty.CERTAIN_NOT,
        rule=RuleId("claim.deny.that"),
    )
    rumour = evolve(
        claim,
        id=ClaimId("c2"),
        holder=None,
        holder_reason=HolderReason.NO_SOURCE,
        source=None,
        cue=at("is said to"),
        content=(at("dislike a rise"),),
        assertion=Assertion.ASSERTED,
        rule=RuleId("claim.say.passive"),
    )
    return Brief(
        article=article,
        actors=(
            Actor(
                id=ottawa,
                name="Canada",
                kind=ActorKind.COUNTRY,
                mentions=(Mention(span=at("Ottawa"), form=MentionForm.METONYM, rule=RuleId("mention.capital")),),
                roles=(Role(title="Host", span=at("Ottawa"), rule=RuleId("role.title")),),
                country="CA",
            ),
        ),
        claims=(claim, rumour),
        stances=(
            Stance(
                id=StanceId("s1"),
                holder=ottawa,
                target=Target(kind=TargetKind.OUTCOME, span=at("quotas end"), concept="quotas"),
                polarity=Polarity.OPPOSE,
                act=Act.REJECT,
                outlook=Outlook.SKEPTICAL,
                certainty=Certainty.CERTAIN,
                attribution=StanceAttribution.INDIRECT,
                evidence=(at("denies"),),
                rule=RuleId("stance.deny"),
            ),
        ),
        measures=(
            Measure(
                id=MeasureId("m1"),
                kind=MeasureKind.TARIFF_RATE,
                span=at("from 5 to 10 percent"),
                value=Change(before=Decimal(5), after=Decimal(10), unit="percent"),
                rule=RuleId("measure.change"),
            ),
        ),
        voices=(Voice(VoiceKind.REPORTED, Span(0, len(TEXT))),),
        generator=Generator(name="tradebrief", version="1", lexicon="0"),
    )


def test_summary_shows_everything_at_a_glance() -> None:
    assert (
        dumps(brief())
        == """\
Duties loom

Outline
  (no heading) (commentary, 1 paragraph)

Actors
  Canada (country, CA), 1 mention [country:ca]
    Host

Positions
  Canada
    quotas: oppose, skeptical (reject; CT+) 3:8 denies

Claims
  Canada
    3:1 denies: quotas end (assertion, indirect, denied) [claim.deny.that]
  (no source)
    3:35 is said to: dislike a rise (assertion, indirect) [claim.say.passive]

Stances
  Canada
    3:8 oppose, reject, skeptical -> quotas end [stance.deny]

Measures
  3:61 tariff rate: from 5 to 10 percent = from 5 to 10 percent [measure.change]

Open questions
  1:1 no key points [layout.short]
"""
    )


def test_summary_says_what_a_target_is_called_elsewhere_and_how_sure_its_holder_is() -> None:
    text = summarize(read("Ottawa opposes the levy. Ottawa may back the Finns. Ottawa offered a quota."))

    assert "oppose, state -> the levy = tariff [" in text
    assert "support, offer, probably -> a quota [" in text


def test_summary_of_an_article_is_its_layout() -> None:
    assert (
        dumps(brief().article)
        == """\
Duties loom

Outline
  (no heading) (commentary, 1 paragraph)

Open questions
  1:1 no key points [layout.short]
"""
    )


def test_color_sets_off_headings_and_rules_and_changes_no_word() -> None:
    colored = summarize(brief(), color=True)

    assert "\x1b[1mClaims\x1b[0m" in colored
    assert "\x1b[2m[stance.deny]\x1b[0m" in colored
    assert regex.sub(r"\x1b\[\d*m", "", colored) == dumps(brief())


@given(briefs() | articles(), st.integers(0, 200))
def test_nothing_in_a_summary_steers_a_terminal(value: Brief | Article, width: int) -> None:
    assert not STEERING.search(summarize(value, width=width))


@pytest.mark.parametrize("words", ["quota " * 100_000, "q" * 1_000_000])
def test_huge_passage_is_shortened(words: str) -> None:
    whole = Span(0, len(words))
    article = Article(
        text=words,
        provenance=Provenance(format="text", media_type="text/plain", sha256=""),
        headline=whole,
        blocks=(Block(kind=BlockKind.HEADLINE, span=whole, content=whole),),
    )

    assert len(dumps(article)) < 500
