"""A brief made by hand, so that what formats make of it does not hang on what the rules read."""

from decimal import Decimal

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
    Claim,
    ClaimId,
    ClaimKind,
    ClaimMode,
    Generator,
    HolderReason,
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

TEXT = """\
Duties loom

Ottawa rejected the new duty of 25 percent. 😀 Tokyo welcomed the talks in Geneva.\r
Envoy Ana Ruiz said: “We want Brussels to drop the quota.”\r
It is said that more will follow.\r
Commentary\r
A quick deal looks likely to me.\r
"""


def at(words: str, after: str = "") -> Span:
    """Where words stand in the text, or where they stand first after other words."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def mention(words: str, form: MentionForm, after: str = "") -> Mention:
    return Mention(span=at(words, after), form=form, rule=RuleId("mention.test"))


def _article() -> Article:
    paragraphs = (
        at("Ottawa rejected the new duty of 25 percent. 😀 Tokyo welcomed the talks in Geneva."),
        at("Envoy Ana Ruiz said: “We want Brussels to drop the quota.”"),
        at("It is said that more will follow."),
    )
    opinion = at("A quick deal looks likely to me.")
    label = at("Commentary")
    cuts = [0, 12, 13, *(span.end + 2 for span in paragraphs), label.end + 2, len(TEXT)]
    kinds = [
        (BlockKind.HEADLINE, at("Duties loom")),
        (BlockKind.BLANK, Span(12, 12)),
        *((BlockKind.PARAGRAPH, span) for span in paragraphs),
        (BlockKind.LABEL, label),
        (BlockKind.PARAGRAPH, opinion),
    ]
    return Article(
        text=TEXT,
        provenance=Provenance(
            format="text",
            media_type="text/plain",
            sha256="5" * 64,
            name="duties.txt",
            url="https://news.example/duties",
            author="Bea Nowak",
            publisher="Trade Daily",
            tags=("duties",),
        ),
        headline=at("Duties loom"),
        language="en",
        sections=(
            Section(
                heading=None,
                level=1,
                role=SectionRole.BODY,
                span=paragraphs[0].through(paragraphs[2]),
                paragraphs=paragraphs,
            ),
            Section(
                heading=label,
                level=1,
                role=SectionRole.COMMENTARY,
                span=label.through(opinion),
                paragraphs=(opinion,),
            ),
        ),
        blocks=tuple(
            Block(kind=kind, span=Span(start, end), content=content)
            for (kind, content), start, end in zip(kinds, cuts[:-1], cuts[1:], strict=True)
        ),
    )


CANADA, JAPAN, RUIZ, EU, AUTHOR = map(ActorId, ("country:ca", "country:jp", "person:ana-ruiz", "bloc:eu", "author"))


def _actors() -> tuple[Actor, ...]:
    return (
        Actor(
            id=CANADA,
            name="Canada",
            kind=ActorKind.COUNTRY,
            mentions=(mention("Ottawa", MentionForm.METONYM),),
            country="CA",
            same_as=("wikidata:Q16",),
        ),
        Actor(
            id=JAPAN,
            name="Japan",
            kind=ActorKind.COUNTRY,
            mentions=(mention("Tokyo", MentionForm.METONYM),),
            country="JP",
        ),
        Actor(
            id=RUIZ,
            name="Ana Ruiz",
            kind=ActorKind.PERSON,
            mentions=(mention("Ana Ruiz", MentionForm.NAME), mention("We", MentionForm.PRONOUN)),
            roles=(Role(title="Envoy", span=at("Envoy"), rule=RuleId("role.test")),),
        ),
        Actor(id=EU, name="European Union", kind=ActorKind.BLOC, mentions=(mention("Brussels", MentionForm.METONYM),)),
        Actor(
            id=AUTHOR,
            name="author",
            kind=ActorKind.AUTHOR,
            mentions=(mention("me", MentionForm.PRONOUN, after="likely to"),),
        ),
    )


def _claims() -> tuple[Claim, ...]:
    said = Claim(
        id=ClaimId("claim:said"),
        holder=RUIZ,
        source=at("Envoy Ana Ruiz"),
        cue=at("said"),
        content=(at("We want Brussels to drop the quota."),),
        kind=ClaimKind.ASSERTION,
        mode=ClaimMode.DIRECT,
        voice=VoiceKind.REPORTED,
        assertion=Assertion.ASSERTED,
        certainty=Certainty.CERTAIN,
        rule=RuleId("claim.say.quote"),
    )
    wants = Claim(
        id=ClaimId("claim:wants"),
        holder=RUIZ,
        source=at("We"),
        cue=at("want"),
        content=(at("Brussels"), at("drop the quota")),
        kind=ClaimKind.EVENTUALITY,
        mode=ClaimMode.DIRECT,
        voice=VoiceKind.ATTRIBUTED,
        assertion=Assertion.ASSERTED,
        certainty=Certainty.UNKNOWN,
        within=said.id,
        relayed_by=RUIZ,
        rule=RuleId("claim.want.clause_to"),
    )
    rumour = Claim(
        id=ClaimId("claim:rumour"),
        holder=None,
        holder_reason=HolderReason.PASSIVE,
        source=None,
        cue=at("It is said"),
        content=(at("more will follow"),),
        kind=ClaimKind.BELIEF,
        mode=ClaimMode.INDIRECT,
        voice=VoiceKind.REPORTED,
        assertion=Assertion.NOT_ASSERTED,
        certainty=Certainty.PROBABLE,
        rule=RuleId("claim.say.passive"),
    )
    opinion = Claim(
        id=ClaimId("claim:opinion"),
        holder=AUTHOR,
        source=at("me", after="likely to"),
        cue=None,
        content=(at("A quick deal looks likely"),),
        kind=ClaimKind.BELIEF,
        mode=ClaimMode.INDIRECT,
        voice=VoiceKind.AUTHOR,
        assertion=Assertion.ASSERTED,
        certainty=Certainty.PROBABLE,
        rule=RuleId("claim.author"),
    )
    return (said, wants, rumour, opinion)


def stance(
    id: str, holder: ActorId, target: Target | None, evidence: str, polarity: Polarity | None, act: Act
) -> Stance:
    return Stance(
        id=StanceId(f"stance:{id}"),
        holder=holder,
        target=target,
        polarity=polarity,
        act=act,
        outlook=None if polarity else Outlook.OPTIMISTIC,
        certainty=Certainty.CERTAIN,
        attribution=StanceAttribution.INDIRECT,
        evidence=(at(evidence),),
        rule=RuleId(f"stance.{id}"),
    )


def _stances() -> tuple[Stance, ...]:
    duty = Target(kind=TargetKind.MEASURE, span=at("new duty"), concept="tariff", measure=MeasureId("measure:rate"))
    talks = Target(kind=TargetKind.ISSUE, span=at("talks"), concept="talks")
    quota = Target(kind=TargetKind.PROPOSAL, span=at("quota"), concept="quota")
    deal = Target(kind=TargetKind.OUTCOME, span=at("quick deal"), concept="quick deal")
    union = Target(kind=TargetKind.ACTOR, span=at("Brussels"), concept="bloc:eu", actor=EU)
    wanted = stance("want", RUIZ, quota, "want Brussels to drop the quota", Polarity.OPPOSE, Act.DEMAND)
    return (
        stance("reject", CANADA, duty, "rejected the new duty", Polarity.OPPOSE, Act.REJECT),
        stance("welcome", JAPAN, talks, "welcomed the talks in Geneva", Polarity.SUPPORT, Act.PRAISE),
        Stance(
            id=wanted.id,
            holder=wanted.holder,
            target=wanted.target,
            polarity=wanted.polarity,
            act=wanted.act,
            certainty=wanted.certainty,
            attribution=StanceAttribution.DIRECT,
            evidence=wanted.evidence,
            claim=ClaimId("claim:wants"),
            rule=wanted.rule,
        ),
        stance("ask", RUIZ, union, "Brussels to drop the quota", Polarity.NEUTRAL, Act.REQUEST),
        stance("likely", AUTHOR, deal, "looks likely", None, Act.STATE),
    )


def brief() -> Brief:
    """A brief with an emoji, line ends of two kinds, and something of every kind that the model knows."""
    rate = Measure(
        id=MeasureId("measure:rate"),
        kind=MeasureKind.TARIFF_RATE,
        span=at("25 percent"),
        value=Amount(value=Decimal(25), unit="percent"),
        rule=RuleId("measure.rate"),
    )
    quoted, opinion = at("“We want Brussels to drop the quota.”"), at("A quick deal looks likely to me.")
    cuts = [0, quoted.start, quoted.end, opinion.start, len(TEXT)]
    kinds = [VoiceKind.REPORTED, VoiceKind.ATTRIBUTED, VoiceKind.REPORTED, VoiceKind.AUTHOR]
    return Brief(
        article=_article(),
        actors=_actors(),
        places=(Place(id=PlaceId("place:geneva"), name="Geneva", mentions=(mention("Geneva", MentionForm.NAME),)),),
        claims=_claims(),
        stances=_stances(),
        measures=(rate,),
        voices=tuple(
            Voice(kind, Span(start, end)) for kind, start, end in zip(kinds, cuts[:-1], cuts[1:], strict=True)
        ),
        generator=Generator(name="tradebrief", version="1.0", lexicon="0" * 16),
    )
