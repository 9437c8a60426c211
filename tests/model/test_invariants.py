import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from tests.strategies import briefs

import tradebrief.model
from tradebrief.model import (
    Act,
    Actor,
    ActorId,
    ActorKind,
    Amount,
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
    Day,
    Diagnostic,
    Duration,
    Generator,
    HolderReason,
    Interval,
    Measure,
    MeasureId,
    MeasureKind,
    Mention,
    MentionForm,
    Outlook,
    Place,
    PlaceId,
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
from tradebrief.text import Span

EMPTY, FIRST, REST, WHOLE, OUTSIDE = Span(3, 3), Span(0, 6), Span(7, 14), Span(0, 15), Span(7, 16)
RULE = RuleId("rule")
CANADA, NOBODY = ActorId("country:ca"), ActorId("country:xx")
C1, C2 = ClaimId("c1"), ClaimId("c2")

mention = Mention(span=FIRST, form=MentionForm.METONYM, rule=RULE)
role = Role(title="Host", span=FIRST, rule=RULE)
actor = Actor(id=CANADA, name="Canada", kind=ActorKind.COUNTRY, mentions=(mention,), roles=(role,))
place = Place(id=PlaceId("place:ottawa"), name="Ottawa", mentions=(mention,))
claim = Claim(
    id=C1,
    holder=CANADA,
    source=FIRST,
    cue=None,
    content=(REST,),
    kind=ClaimKind.ASSERTION,
    mode=ClaimMode.INDIRECT,
    voice=VoiceKind.REPORTED,
    assertion=Assertion.ASSERTED,
    certainty=Certainty.CERTAIN,
    rule=RULE,
)
target = Target(kind=TargetKind.ISSUE, span=REST, concept="objection")
stance = Stance(
    id=StanceId("s1"),
    holder=CANADA,
    target=target,
    polarity=Polarity.OPPOSE,
    act=Act.STATE,
    certainty=Certainty.CERTAIN,
    attribution=StanceAttribution.INDIRECT,
    evidence=(REST,),
    rule=RULE,
)
measure = Measure(id=MeasureId("m1"), kind=MeasureKind.POLICY, span=REST, rule=RULE)
note = Diagnostic(rule=RULE, message="doubtful", span=FIRST)
voice = Voice(VoiceKind.REPORTED, WHOLE)
block = Block(kind=BlockKind.PARAGRAPH, span=WHOLE, content=WHOLE)
section = Section(heading=FIRST, level=1, role=SectionRole.BODY, span=WHOLE, paragraphs=(REST,))
article = Article(
    text="Ottawa objects.",
    provenance=Provenance(format="text", media_type="text/plain", sha256="0" * 64),
    sections=(section,),
    blocks=(block,),
)
brief = Brief(
    article=article,
    actors=(actor,),
    places=(place,),
    claims=(claim,),
    stances=(stance,),
    measures=(measure,),
    voices=(voice,),
    diagnostics=(note,),
    generator=Generator(name="tradebrief", version="1", lexicon="0"),
)


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        (mention, {"span": EMPTY}),
        (role, {"span": EMPTY}),
        (role, {"title": ""}),
        (actor, {"id": ""}),
        (actor, {"name": ""}),
        (actor, {"mentions": ()}),
        (actor, {"mentions": (mention, mention)}),
        (actor, {"mentions": (evolve(mention, span=REST), mention)}),
        (place, {"id": ""}),
        (place, {"name": ""}),
        (place, {"mentions": ()}),
        (place, {"mentions": (mention, mention)}),
        (claim, {"content": ()}),
        (claim, {"content": (EMPTY,)}),
        (claim, {"content": (REST, FIRST)}),
        (claim, {"holder": None}),
        (claim, {"holder_reason": HolderReason.PASSIVE}),
        (claim, {"within": C1}),
        (claim, {"source": EMPTY}),
        (claim, {"cue": EMPTY}),
        (claim, {"cue": Span(8, 9)}),
        (target, {"span": EMPTY}),
        (target, {"concept": ""}),
        (target, {"kind": TargetKind.ACTOR}),
        (target, {"actor": CANADA}),
        (stance, {"evidence": ()}),
        (stance, {"evidence": (EMPTY,)}),
        (stance, {"polarity": None}),
        (stance, {"target": None}),
        (measure, {"id": ""}),
        (measure, {"span": EMPTY}),
        (voice, {"span": EMPTY}),
        (block, {"span": EMPTY, "content": EMPTY}),
        (block, {"content": OUTSIDE}),
        (section, {"level": 0}),
        (section, {"span": REST}),
        (section, {"paragraphs": (OUTSIDE,)}),
        (section, {"paragraphs": (REST, FIRST)}),
        (section, {"paragraphs": (Span(5, 8),)}),
        (article, {"text": "Ottawa"}),
        (article, {"blocks": ()}),
        (article, {"blocks": (block, block)}),
        (article, {"headline": OUTSIDE}),
        (article, {"byline": OUTSIDE}),
        (article, {"dateline": OUTSIDE}),
        (article, {"key_points": (OUTSIDE,)}),
        (article, {"diagnostics": (evolve(note, span=OUTSIDE),)}),
        (article, {"sections": (evolve(section, span=Span(0, 99)),)}),
        (article, {"sections": (section, section)}),
        (brief, {"actors": (evolve(actor, mentions=(evolve(mention, span=OUTSIDE),)),)}),
        (brief, {"actors": (evolve(actor, roles=(evolve(role, span=OUTSIDE),)),)}),
        (brief, {"places": (evolve(place, mentions=(evolve(mention, span=OUTSIDE),)),)}),
        (brief, {"places": (place, place)}),
        (brief, {"claims": (evolve(claim, content=(OUTSIDE,)),)}),
        (brief, {"claims": (evolve(claim, conditions=(OUTSIDE,)),)}),
        (brief, {"stances": (evolve(stance, evidence=(OUTSIDE,)),)}),
        (brief, {"stances": (evolve(stance, conditions=(OUTSIDE,)),)}),
        (brief, {"stances": (evolve(stance, target=evolve(target, span=OUTSIDE)),)}),
        (brief, {"measures": (evolve(measure, span=OUTSIDE),)}),
        (brief, {"diagnostics": (evolve(note, span=OUTSIDE),)}),
        (brief, {"actors": (actor, actor)}),
        (brief, {"claims": (claim, claim)}),
        (brief, {"stances": (stance, stance)}),
        (brief, {"measures": (measure, measure)}),
        (brief, {"claims": (evolve(claim, holder=NOBODY),)}),
        (brief, {"claims": (evolve(claim, relayed_by=NOBODY),)}),
        (brief, {"claims": (evolve(claim, within=C2),)}),
        (brief, {"stances": (evolve(stance, holder=NOBODY),)}),
        (brief, {"stances": (evolve(stance, claim=C2),)}),
        (brief, {"stances": (evolve(stance, target=evolve(target, kind=TargetKind.ACTOR, actor=NOBODY)),)}),
        (brief, {"stances": (evolve(stance, target=evolve(target, measure=MeasureId("m2"))),)}),
        (brief, {"voices": ()}),
        (brief, {"voices": (Voice(VoiceKind.REPORTED, REST),)}),
        (brief, {"voices": (Voice(VoiceKind.REPORTED, FIRST),)}),
        (brief, {"claims": (claim, evolve(claim, id=C2, content=(FIRST,), within=C1))}),
        (brief, {"claims": (evolve(claim, within=C2), evolve(claim, id=C2, within=C1))}),
    ],
    ids=lambda value: type(value).__name__ if attrs.has(type(value)) else "-".join(value),
)
def test_what_cannot_be_is_refused(value: Any, changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        evolve(value, **changes)


def test_outlook_without_a_side_is_a_stance() -> None:
    assert evolve(stance, polarity=None, target=None, outlook=Outlook.SKEPTICAL).polarity is None


def test_nested_claim_lies_within_its_outer_claim() -> None:
    inner = evolve(claim, id=C2, source=None, content=(Span(8, 9),), within=C1)

    assert evolve(brief, claims=(claim, inner)).claim(C2).within == C1


@pytest.mark.parametrize(
    "make",
    [
        lambda: Amount(value=Decimal(1)),
        lambda: Amount(value=Decimal(1), unit="percent", currency="USD"),
        lambda: Amount(value=Decimal("NaN"), unit="percent"),
        lambda: Interval(low=Decimal(2), high=Decimal(1), unit="percent"),
        lambda: Interval(low=Decimal(2), high=Decimal("Infinity"), unit="percent"),
        lambda: Change(before=Decimal("-Infinity"), after=Decimal(1), unit="percent"),
        lambda: Change(before=Decimal(1), after=Decimal(1)),
        lambda: Day("1 August"),
        lambda: Day(""),
        lambda: Duration("90 days"),
        lambda: Duration("P"),
        lambda: Duration("P1DT"),
    ],
)
def test_measure_value_that_says_nothing_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        make()


@pytest.mark.parametrize("date", ["2026", "2026-08", "2026-08-01", "--08", "--08-01"])
def test_day_is_as_exact_as_the_text(date: str) -> None:
    assert Day(date).date == date


def test_words_and_findings_are_looked_up() -> None:
    assert article[FIRST] == brief[FIRST] == "Ottawa"
    assert (brief.actor(CANADA), brief.claim(C1), brief.measure(MeasureId("m1"))) == (actor, claim, measure)
    assert (brief.claims_of(CANADA), brief.stances_of(CANADA)) == ((claim,), (stance,))
    assert (brief.claims_of(actor), brief.stances_of(actor)) == ((claim,), (stance,))
    assert (brief.claims_of(NOBODY), brief.stances_of(NOBODY)) == ((), ())
    assert (str(actor), str(place)) == ("Canada", "Ottawa")


def test_span_outside_the_text_has_no_words() -> None:
    with pytest.raises(ValueError, match="outside a text of 15 code points"):
        article[OUTSIDE]


@pytest.mark.parametrize("look_up", [brief.actor, brief.claim, brief.measure])
def test_unknown_id_is_a_key_error(look_up: Callable[[Any], object]) -> None:
    with pytest.raises(KeyError):
        look_up("unknown")


def test_sections_are_walked_from_outer_to_inner_in_order() -> None:
    inner = Section(heading=None, level=2, role=SectionRole.BODY, span=REST)
    outer = evolve(section, paragraphs=(), sections=(inner,))

    assert list(evolve(article, sections=(outer,)).walk()) == [outer, inner]


@pytest.mark.parametrize("role", SectionRole)
def test_author_speaks_in_commentary_and_its_like(role: SectionRole) -> None:
    assert role.is_authored == (role not in {SectionRole.BODY, SectionRole.BOILERPLATE})


def test_claim_spans_source_cue_and_content() -> None:
    assert claim.span == Span(0, 14)
    assert evolve(claim, source=None).span == REST


@pytest.mark.parametrize(
    "cls",
    [found for name in tradebrief.model.__all__ if attrs.has(found := getattr(tradebrief.model, name))],
)
def test_class_is_frozen_and_slotted(cls: type[Any]) -> None:
    assert "__setattr__" in vars(cls)
    assert "__slots__" in vars(cls)


def test_value_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        brief.article.text = "Ottawa agrees."  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


@given(briefs())
def test_brief_comes_whole_through_pickling(value: Brief) -> None:
    again = pickle.loads(pickle.dumps(value))

    assert again == value
    assert hash(again) == hash(value)


@pytest.mark.parametrize("date", ["2026-02-29", "--02-30", "2026-13", "2026-", "", "2026-99-99", "２０２６"])
def test_day_that_is_in_no_calendar_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match=r"date|day"):
        Day(date)
