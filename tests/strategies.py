"""Hypothesis strategies for every class of the model, valid by construction.

What they draw is well formed and means nothing: any kind of block may stand anywhere, and a claim's cue
is any stretch of text beside its content.
"""

import datetime as dt
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import TypeVar

from hypothesis import strategies as st

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
    Link,
    Measure,
    MeasureId,
    MeasureKind,
    MeasureValue,
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
    Sentence,
    Stance,
    StanceAttribution,
    StanceId,
    Target,
    TargetKind,
    Voice,
    VoiceKind,
)
from tradebrief.text import Span

E = TypeVar("E", bound=Enum)

AWKWARD = [
    "\n",
    "\r\n",
    "\r",
    "\ufeff",
    "\x00",
    "\x1b[2J",
    "\u202e",
    "\u2028",
    "é",
    "e\u0301",
    "“",
    "”",
    "😀",
    "日本",
    '"',
    "\\",
]

characters = st.one_of(st.characters(codec="ascii"), st.characters(exclude_categories=["Cs"]), st.sampled_from(AWKWARD))
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
ids = st.text("abcdefghijklmnopqrstuvwxyz-:0123456789é", min_size=1, max_size=8)
rules = st.from_regex(r"[a-z]{1,6}(\.[a-z-]{1,8}){0,2}", fullmatch=True).map(RuleId)
decimals = st.decimals(allow_nan=False, allow_infinity=False)
units = st.one_of(
    st.fixed_dictionaries({"unit": st.sampled_from(["percent", "tonne", "vehicle"])}),
    st.fixed_dictionaries({"currency": st.sampled_from(["USD", "JPY", "EUR"])}),
)
offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
days = st.one_of(st.dates(), st.datetimes(timezones=st.none() | offsets))


def texts(min_size: int = 0, max_size: int = 60) -> st.SearchStrategy[str]:
    """Texts with whatever a stranger may send, save halves of surrogate pairs."""
    return st.lists(characters, min_size=min_size, max_size=max_size).map("".join)


def members(enum: type[E]) -> st.SearchStrategy[E]:
    """Members of an enumeration."""
    return st.sampled_from(list(enum))


@st.composite
def spans(draw: st.DrawFn, within: Span, min_size: int = 0) -> Span:
    """Spans within a span that is at least as long as their least size."""
    start = draw(st.integers(within.start, within.end - min_size))
    return Span(start, draw(st.integers(start + min_size, within.end)))


@st.composite
def tilings(draw: st.DrawFn, whole: Span) -> tuple[Span, ...]:
    """Spans that cover a span without gap or overlap; none where it is empty."""
    if not len(whole):
        return ()
    inner = draw(st.sets(st.integers(whole.start, whole.end), max_size=6)) - {whole.start, whole.end}
    cuts = [whole.start, *sorted(inner), whole.end]
    return tuple(Span(start, end) for start, end in pairwise(cuts))


@st.composite
def disjoint(draw: st.DrawFn, within: Span, max_size: int = 3, min_length: int = 1) -> tuple[Span, ...]:
    """Up to so many spans in order, none overlapping, none where there is no room."""
    found: list[Span] = []
    at = within.start
    for _ in range(draw(st.integers(0, max_size))):
        if within.end - at < min_length:
            break
        found.append(draw(spans(Span(at, within.end), min_length)))
        at = found[-1].end
    return tuple(found)


def some_disjoint(within: Span) -> st.SearchStrategy[tuple[Span, ...]]:
    """The same, and at least one, in a span that is not empty."""
    return disjoint(within).filter(lambda found: len(found) > 0)


@st.composite
def blocks(draw: st.DrawFn, whole: Span) -> tuple[Block, ...]:
    """Blocks that tile a text."""
    found: list[Block] = []
    for span in draw(tilings(whole)):
        kind = draw(members(BlockKind))
        content = Span(span.end, span.end) if kind is BlockKind.BLANK else draw(spans(span))
        level = draw(st.none() | st.integers(1, 6)) if kind is BlockKind.HEADING else None
        found.append(Block(kind=kind, span=span, content=content, level=level))
    return tuple(found)


@st.composite
def sections(draw: st.DrawFn, within: Span, level: int = 1) -> Section:
    """Sections within a span, three deep at most."""
    parts = draw(disjoint(within))
    is_headed = bool(parts) and draw(st.booleans())
    heading = parts[0] if is_headed else None
    paragraphs = parts[1:] if is_headed else parts
    rest = Span(parts[-1].end if parts else within.start, within.end)
    inner = draw(disjoint(rest, max_size=2)) if level < 3 else ()
    return Section(
        heading=heading,
        level=level,
        role=draw(members(SectionRole)),
        span=within,
        paragraphs=paragraphs,
        sections=tuple(draw(sections(span, level + 1)) for span in inner),
    )


def diagnostics(whole: Span) -> st.SearchStrategy[tuple[Diagnostic, ...]]:
    """Notes on a text."""
    note = st.builds(Diagnostic, rule=rules, message=words, span=st.none() | spans(whole))
    return st.lists(note, max_size=2).map(tuple)


def provenances(whole: Span) -> st.SearchStrategy[Provenance]:
    """Where a text comes from, and where its links lead."""
    link = st.builds(Link, span=spans(whole), target=words)
    return st.builds(
        Provenance,
        format=st.just("text"),
        media_type=st.sampled_from(["text/plain", "text/markdown"]),
        sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
        name=st.none() | words,
        encoding=st.sampled_from([None, "utf-8", "utf-16-le"]),
        bom=st.booleans(),
        url=st.none() | words,
        title=st.none() | words,
        author=st.none() | words,
        publisher=st.none() | words,
        tags=st.lists(words, max_size=2).map(tuple),
        links=st.lists(link, max_size=2).map(tuple),
    )


@st.composite
def articles(draw: st.DrawFn, min_size: int = 0) -> Article:
    """Articles whose text has at least so many characters."""
    text = draw(texts(min_size))
    whole = Span(0, len(text))
    place = st.none() | spans(whole)
    outermost = draw(disjoint(whole, max_size=2))
    return Article(
        text=text,
        provenance=draw(provenances(whole)),
        headline=draw(place),
        key_points=draw(disjoint(whole)),
        byline=draw(place),
        dateline=draw(place),
        published=draw(st.none() | days),
        language=draw(st.none() | st.sampled_from(["en", "en-GB"])),
        sections=tuple(draw(sections(span)) for span in outermost),
        blocks=draw(blocks(whole)),
        diagnostics=draw(diagnostics(whole)),
    )


def sentences(whole: Span, blocks: int) -> st.SearchStrategy[Sentence]:
    """Sentences of a text of so many blocks, at least one."""
    return st.builds(Sentence, span=spans(whole, 1), block=st.integers(0, blocks - 1))


@st.composite
def mentions(draw: st.DrawFn, whole: Span) -> tuple[Mention, ...]:
    """Mentions in a text that is not empty, at least one, in order."""
    spots = sorted(draw(st.lists(spans(whole, 1), min_size=1, max_size=3, unique=True)))
    return tuple(Mention(span=spot, form=draw(members(MentionForm)), rule=draw(rules)) for spot in spots)


@st.composite
def actors(draw: st.DrawFn, whole: Span, id: ActorId) -> Actor:
    """Actors in a text that is not empty."""
    role = st.builds(Role, title=words, span=spans(whole, 1), rule=rules)
    return Actor(
        id=id,
        name=draw(words),
        kind=draw(members(ActorKind)),
        mentions=draw(mentions(whole)),
        roles=tuple(draw(st.lists(role, max_size=2))),
        country=draw(st.none() | st.sampled_from(["JP", "US"])),
        same_as=tuple(draw(st.lists(words, max_size=2))),
    )


def places(whole: Span, id: PlaceId) -> st.SearchStrategy[Place]:
    """Places in a text that is not empty."""
    country = st.none() | st.sampled_from(["JP", "US"])
    return st.builds(Place, id=st.just(id), name=words, mentions=mentions(whole), country=country)


@st.composite
def claims(draw: st.DrawFn, whole: Span, id: ClaimId, known: list[ActorId], outer: list[Claim]) -> Claim:
    """Claims in a text that is not empty, held by one of the actors and perhaps within one of the claims."""
    content = draw(some_disjoint(whole))
    room = [Span(0, content[0].start), Span(content[-1].end, whole.end)]
    cues = [draw(spans(space, 1)) for space in room if len(space)]
    holder = draw(st.none() | st.sampled_from(known)) if known else None
    around = [claim.id for claim in outer if all(any(part in held for held in claim.content) for part in content)]
    return Claim(
        id=id,
        holder=holder,
        holder_reason=None if holder else draw(members(HolderReason)),
        source=draw(st.none() | spans(whole, 1)),
        cue=draw(st.sampled_from([None, *cues])),
        content=content,
        kind=draw(members(ClaimKind)),
        mode=draw(members(ClaimMode)),
        voice=draw(members(VoiceKind)),
        assertion=draw(members(Assertion)),
        certainty=draw(members(Certainty)),
        conditions=draw(disjoint(whole, max_size=1)),
        within=draw(st.sampled_from([None, *around])),
        relayed_by=draw(st.sampled_from([None, *known])),
        rule=draw(rules),
    )


@st.composite
def targets(draw: st.DrawFn, whole: Span, known: list[ActorId], measured: list[MeasureId]) -> Target:
    """Targets of a stance."""
    kinds = [kind for kind in TargetKind if known or kind is not TargetKind.ACTOR]
    kind = draw(st.sampled_from(kinds))
    return Target(
        kind=kind,
        span=draw(spans(whole, 1)),
        concept=draw(words),
        actor=draw(st.sampled_from(known)) if kind is TargetKind.ACTOR else None,
        measure=draw(st.sampled_from([None, *measured])),
    )


@st.composite
def stances(
    draw: st.DrawFn,
    whole: Span,
    id: StanceId,
    known: list[ActorId],
    made: list[ClaimId],
    measured: list[MeasureId],
) -> Stance:
    """Stances of one of the actors, of whom there is at least one."""
    target = draw(st.none() | targets(whole, known, measured))
    polarity = draw(st.none() | members(Polarity)) if target else None
    outlook = members(Outlook)
    return Stance(
        id=id,
        holder=draw(st.sampled_from(known)),
        target=target,
        polarity=polarity,
        act=draw(members(Act)),
        outlook=draw(st.none() | outlook if polarity else outlook),
        certainty=draw(members(Certainty)),
        attribution=draw(members(StanceAttribution)),
        conditions=draw(disjoint(whole, max_size=1)),
        evidence=draw(some_disjoint(whole)),
        claim=draw(st.sampled_from([None, *made])),
        rule=draw(rules),
    )


def intervals(ends: tuple[Decimal, Decimal], unit: dict[str, str]) -> Interval:
    """The interval between two numbers, whichever is lower."""
    low, high = sorted(ends)
    return Interval(low=low, high=high, **unit)


measure_values: st.SearchStrategy[MeasureValue] = st.one_of(
    st.builds(lambda value, unit: Amount(value=value, **unit), decimals, units),
    st.builds(intervals, st.tuples(decimals, decimals), units),
    st.builds(lambda before, after, unit: Change(before=before, after=after, **unit), decimals, decimals, units),
    st.sampled_from(["2026", "2026-08", "2026-08-01", "--08-01", "--08"]).map(Day),
    st.sampled_from(["P90D", "P1Y6M", "PT12H", "P2W"]).map(Duration),
)


def measures(whole: Span, id: MeasureId) -> st.SearchStrategy[Measure]:
    """Measures in a text that is not empty."""
    kinds = members(MeasureKind)
    values = st.none() | measure_values
    return st.builds(
        Measure,
        id=st.just(id),
        kind=kinds,
        span=spans(whole, 1),
        value=values,
        concept=st.none() | words,
        hs=st.none() | st.integers(1, 97).map("{:02}".format),
        rule=rules,
    )


@st.composite
def voices(draw: st.DrawFn, whole: Span) -> tuple[Voice, ...]:
    """Voices that tile a text."""
    return tuple(Voice(draw(members(VoiceKind)), span) for span in draw(tilings(whole)))


generators = st.builds(Generator, name=words, version=words, lexicon=words)


def distinct_ids() -> st.SearchStrategy[list[str]]:
    """A few ids."""
    return st.lists(ids, max_size=3, unique=True)


@st.composite
def briefs(draw: st.DrawFn, min_size: int = 0) -> Brief:
    """Briefs whose ids lead somewhere; without findings where the text is empty."""
    article = draw(articles(min_size))
    whole = Span(0, len(article.text))
    if not len(whole):
        return Brief(article=article, diagnostics=draw(diagnostics(whole)), generator=draw(generators))
    people = [draw(actors(whole, ActorId(id))) for id in draw(distinct_ids())]
    known = [actor.id for actor in people]
    made: list[Claim] = []
    for id in draw(distinct_ids()):
        made.append(draw(claims(whole, ClaimId(id), known, made)))  # Each may lie within one before.
    found = [draw(measures(whole, MeasureId(id))) for id in draw(distinct_ids())]
    claimed, measured = [claim.id for claim in made], [measure.id for measure in found]
    taken = draw(distinct_ids()) if known else []
    return Brief(
        article=article,
        actors=tuple(people),
        places=tuple(draw(places(whole, PlaceId(id))) for id in draw(distinct_ids())),
        claims=tuple(made),
        stances=tuple(draw(stances(whole, StanceId(id), known, claimed, measured)) for id in taken),
        measures=tuple(found),
        voices=draw(voices(whole)),
        diagnostics=draw(diagnostics(whole)),
        generator=draw(generators),
    )
