"""Briefs with the stances that a coder has."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from attrs import evolve

from tradebrief.model import (
    Act,
    Actor,
    ActorId,
    ActorKind,
    Brief,
    Certainty,
    Diagnostic,
    Mention,
    MentionForm,
    Polarity,
    RuleId,
    Stance,
    StanceAttribution,
    StanceId,
    Target,
    TargetKind,
)
from tradebrief.model.ids import digest, slug, unique
from tradebrief.serialize.dna._coding import CodedStatement, Coding
from tradebrief.serialize.dna._labels import folded, labels_of, name_of
from tradebrief.serialize.dna._matching import Pair, holder_of, match, prepare
from tradebrief.text import Span

__all__ = ["corrected"]

_WORD = regex.compile(r"\w")


def corrected(briefs: Sequence[Brief], coding: Coding, *, coder: str | None = None) -> tuple[Brief, ...]:
    """The briefs with the stances that a coder has in place of those that were read.

    A stance that the coder has as it was read stays as it is. Where holder, concept, side or words are others, the
    stance keeps its id and takes them over; where the coder has none, it is gone; where the coder alone has one, it
    is new, of an act and a certainty that DNA does not tell (``state``, ``Uu``). What the coder changed or added is
    read by the rule ``coder.`` with the coder's name. Stances that DNA can't hold stay. A statement without
    a holder or a concept is no stance: a diagnostic tells of it.

    Args:
        briefs: The briefs that were exported, or others on the same texts.
        coding: What ``load_coding`` gives.
        coder: Whose statements count; all if left out.

    Raises:
        ValueError: If there is no such coder, or a brief whose text is no document of the coding.
    """
    coded = prepare(briefs, coding, coder)
    return tuple(_corrected(brief, match(number, brief, coded[number])) for number, brief in enumerate(briefs))


def _corrected(brief: Brief, pairs: Sequence[Pair]) -> Brief:
    if all(pair.is_right and pair.words for pair in pairs):
        return brief
    cast = _Cast(brief)
    taken: dict[str, int] = {stance.id: 1 for stance in brief.stances}
    stances = [stance for stance in brief.stances if labels_of(brief, stance) is None]
    notes: list[Diagnostic] = []
    for pair in pairs:
        if pair.statement is None:
            continue
        if pair.is_right and pair.words and pair.stance:
            stances.append(pair.stance)
        elif not holder_of(pair.statement).strip() or not pair.statement.concept.strip():
            lacking = "concept" if holder_of(pair.statement).strip() else "holder"
            message = f"a statement of {pair.statement.coder} has no {lacking}: no stance comes of it"
            notes.append(Diagnostic(rule=RuleId(f"coding.no-{lacking}"), message=message, span=pair.span))
        else:
            stances.append(_stance(brief, pair, pair.statement, cast, taken))
    stances.sort(key=lambda stance: stance.evidence[0])
    return evolve(
        brief,
        actors=cast.in_order(),
        stances=tuple(stances),
        diagnostics=(*brief.diagnostics, *notes),
    )


def _stance(brief: Brief, pair: Pair, statement: CodedStatement, cast: _Cast, taken: dict[str, int]) -> Stance:
    rule = RuleId(f"coder.{slug(statement.coder)}")
    polarity = Polarity.SUPPORT if statement.agreement else Polarity.OPPOSE
    read = pair.stance
    if read is not None and pair.concept:
        target = read.target
    else:
        target = Target(kind=TargetKind.ISSUE, span=pair.span, concept=statement.concept)
    if read is not None:
        return evolve(
            read,
            holder=read.holder if pair.holder else cast.find(statement, pair.span, rule),
            target=target,
            polarity=polarity,
            evidence=read.evidence if pair.words else (pair.span,),
            rule=rule,
        )
    words = digest(brief[pair.span], holder_of(statement), statement.concept)
    return Stance(
        id=StanceId(unique(f"stance:{words}", taken)),
        holder=cast.find(statement, pair.span, rule),
        target=target,
        polarity=polarity,
        act=Act.STATE,
        certainty=Certainty.UNKNOWN,
        attribution=_attribution(brief, pair.span),
        evidence=(pair.span,),
        rule=rule,
    )


def _attribution(brief: Brief, span: Span) -> StanceAttribution:
    authored = (section for section in brief.article.walk() if section.role.is_authored)
    is_authored = any(span in section.span for section in authored)
    return StanceAttribution.COMMENTARY if is_authored else StanceAttribution.INDIRECT


class _Cast:
    """The actors of a brief, by the names that a coder may give them."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self.actors = list(brief.actors)
        self._taken: dict[str, int] = {actor.id: 1 for actor in brief.actors}
        self._by_name: dict[str, ActorId] = {}
        for actor in brief.actors:
            for name in (actor.name, name_of(actor)):
                self._by_name.setdefault(folded(name), actor.id)
        for actor in brief.actors:  # A name that the text gives counts where no actor is called that.
            for mention in actor.mentions:
                if mention.form in {MentionForm.NAME, MentionForm.METONYM}:
                    self._by_name.setdefault(folded(brief[mention.span]), actor.id)

    def find(self, statement: CodedStatement, span: Span, rule: RuleId) -> ActorId:
        """The actor who holds a statement; a new one where none has that name."""
        name = holder_of(statement)
        known = self._by_name.get(folded(name))
        if known is not None:
            return known
        kind = ActorKind.PERSON if statement.person else ActorKind.ORGANIZATION
        id = ActorId(unique(f"{'person' if statement.person else 'org'}:{slug(name)}", self._taken))
        place = self._place(name) or span
        mention = Mention(span=place, form=MentionForm.NAME if place is not span else MentionForm.ROLE, rule=rule)
        self.actors.append(Actor(id=id, name=name, kind=kind, mentions=(mention,)))
        self._by_name[folded(name)] = id
        return id

    def in_order(self) -> tuple[Actor, ...]:
        """All actors, by first mention where there are new ones."""
        if len(self.actors) == len(self._brief.actors):
            return self._brief.actors
        return tuple(sorted(self.actors, key=lambda actor: actor.mentions[0].span.start))

    def _place(self, name: str) -> Span | None:
        """Where the text first has a name, as a word of its own."""
        text = self._brief.article.text
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            before, after = text[max(0, start - 1) : start], text[end : end + 1]
            if not _WORD.match(before) and not _WORD.match(after):
                return Span(start, end)
            start = text.find(name, start + 1)
        return None
