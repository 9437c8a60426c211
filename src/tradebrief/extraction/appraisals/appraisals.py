"""The words of a text that present an actor in a good or a bad light, read from a brief when they are asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tradebrief.extraction.appraisals.bearers import Bearer, find_bearers
from tradebrief.extraction.appraisals.owners import bearer_of, owner_of, receiver_of
from tradebrief.extraction.appraisals.scope import NOBODY, Presented, Scope, after_preposition
from tradebrief.extraction.appraisals.verbs import adverb_presents, verb_presents
from tradebrief.extraction.grammar.phrases import verb_group
from tradebrief.extraction.lookups.appraisal_words import AppraisalForm, words_of
from tradebrief.extraction.tagging.analysis import analyse
from tradebrief.lexicon import AppraisalRule, Lexicon
from tradebrief.model import Appraisal, Brief, ClaimId, Light, RuleId
from tradebrief.text import Span

__all__ = ["find_appraisals"]

_TAGS = {"verb": "vdgi", "noun": "N", "adjective": "NdgA", "adverb": "AN"}
_LOOSE = frozenset({"owner", "bearer", "subject", "object"})
_POSSESSIVE, _REFLEXIVE, _SELVES = "one's", "oneself", ("self", "selves")


def find_appraisals(brief: Brief, *, lexicon: Lexicon | None = None) -> tuple[Appraisal, ...]:
    """The words of a brief's article that present somebody in a good or a bad light, in the order of the text.

    Args:
        brief: A brief, as read or loaded.
        lexicon: Words and rules; the built-in ones if left out.
    """
    words = lexicon or Lexicon.default()
    analysis = analyse(brief.article, words)
    scope = Scope(analysis=analysis, bearers=find_bearers(analysis, brief), words=words_of(words))
    found = sorted(_read_all(scope), key=lambda read: (read.at, read.end, read.bearer.first, read.bearer.end))
    spans = [analysis.tokens.span(read.at, read.end) for read in found]
    starts = [voice.span.start for voice in brief.voices]
    return tuple(
        Appraisal(
            actor=read.bearer.actor,
            light=read.light,
            span=span,
            mention=analysis.tokens.span(read.bearer.first, read.bearer.end),
            tied=read.tied,
            voice=brief.voices[bisect_right(starts, span.start) - 1].kind,
            claim=claim,
            rule=RuleId(f"appraisal.{read.rule.id}"),
        )
        for read, span, claim in zip(found, spans, _innermost(brief, spans), strict=True)
    )


class _Read(NamedTuple):
    """A word with one of those whom it presents, in tokens."""

    at: int
    end: int
    bearer: Bearer
    light: Light
    tied: bool
    rule: AppraisalRule


def _read_all(scope: Scope) -> Iterator[_Read]:
    """What each word of the lexicon says of whom; a word in the name of somebody, or in a longer one, says nothing."""
    tags, lowers, bearers = scope.analysis.tags, scope.analysis.tokens.lowers, scope.bearers.at
    done = 0
    for at, lower in enumerate(lowers):
        forms = scope.words.forms.get(lower)
        if forms is None or at < done or (tags[at] == "E" and at in bearers):
            continue
        longest, said = 0, set[tuple[Light, Bearer]]()
        for form in forms:
            end = at + 1 + len(form.tail)
            if len(form.tail) < longest or not _fits(scope, at, form):
                continue
            presented, tied = _present(scope, at, end, form)
            if not presented.bearers:
                continue
            longest, done = len(form.tail), end
            light = _light(form.rule.light, negated=presented.negated)
            for bearer in presented.bearers if light is not None else ():
                if light is not None and (light, bearer) not in said:
                    said.add((light, bearer))
                    yield _Read(at, end, bearer, light, tied, form.rule)


def _fits(scope: Scope, at: int, form: AppraisalForm) -> bool:
    """Whether a form stands here as the part of speech that it is; one of several words tells that by itself."""
    tag = scope.analysis.tags[at]
    if form.tail:
        return _goes_on(scope, at + 1, form.tail) and (
            form.rule.category != "verb" or tag in _TAGS["verb"] or _is_rare_verb(scope, at)
        )
    if form.rule.category == "verb" and _is_rare_verb(scope, at):
        return True
    titled = tag == "E" and at in scope.analysis.titled
    return tag in _TAGS[form.rule.category] or (titled and form.rule.category != "verb")


def _goes_on(scope: Scope, at: int, tail: tuple[str, ...]) -> bool:
    """Whether words stand from a token on; "one's" and "oneself" stand for any pronoun of their sort."""
    lowers, tags = scope.analysis.tokens.lowers[at : at + len(tail)], scope.analysis.tags
    return len(lowers) == len(tail) and all(
        found == word
        or (word == _POSSESSIVE and tags[place] == "S")
        or (word == _REFLEXIVE and found.endswith(_SELVES))
        for place, (found, word) in enumerate(zip(lowers, tail, strict=True), at)
    )


def _is_rare_verb(scope: Scope, at: int) -> bool:
    """Whether a word that the tagger knows for no verb is one here: after a name, a pronoun, a modal or "to"."""
    analysis, before = scope.analysis, at - 1
    lower = analysis.tokens.lowers[at]
    if analysis.tags[at] != "N" or lower in analysis.index.verbs:
        return False
    while before > 0 and analysis.tags[before] in "AX":
        before -= 1
    if before < 0:
        return False
    named = analysis.tags[before] in "ER" and before in scope.bearers.at
    return analysis.tags[before] in "MTO" or (named and lower in scope.words.finite)


def _light(light: Light, *, negated: bool) -> Light | None:
    """The light of a word: who is not good is bad, who is not bad may be anything."""
    if not negated:
        return light
    return Light.UNFAVOURABLE if light is Light.FAVOURABLE else None


def _present(scope: Scope, at: int, end: int, form: AppraisalForm) -> tuple[Presented, bool]:
    """Whom a form presents, and whether the grammar tells; if it does not, the nearest mention of the sentence."""
    floor, ceiling = scope.analysis.reach(at)
    presented = NOBODY
    for slot in form.rule.slots:
        presented = _in_slot(scope, at, end, form, slot)
        if presented.bearers or presented.void:
            return presented, True
    if form.implied or _LOOSE.isdisjoint(form.rule.slots):
        return NOBODY, True
    if form.rule.slots[0] == "object" and scope.analysis.tags[at] != "d":
        floor = at  # Not its subject.
    return presented._replace(bearers=scope.bearers.nearest(at, floor, ceiling)), False


def _in_slot(scope: Scope, at: int, end: int, form: AppraisalForm, slot: str) -> Presented:
    _, ceiling = scope.analysis.reach(at)
    if slot in {"subject", "object"}:
        adverb = form.rule.category == "adverb"
        return (
            adverb_presents(scope, at, end) if adverb else verb_presents(scope, at, end, slot, toward=form.rule.toward)
        )
    match slot:
        case "owner":
            return owner_of(scope, at, end, quality=form.rule.category == "adjective")
        case "bearer":
            return bearer_of(scope, at, end)
        case "receiver":
            return receiver_of(scope, at, end)
        case _:
            return _after(scope, at, end, form, slot, ceiling)


def _after(scope: Scope, at: int, end: int, form: AppraisalForm, slot: str, ceiling: int) -> Presented:
    """Whom a word presents that stands after its preposition."""
    reach = 1 if form.rule.category == "adjective" else 4
    bearers = after_preposition(scope, end, ceiling, (slot,), reach)
    verb = form.rule.category == "verb"
    negated = verb and verb_group(scope.analysis, at, scope.analysis.reach(at)[0]).negated
    return Presented(bearers, negated)


def _innermost(brief: Brief, spans: list[Span]) -> list[ClaimId | None]:
    """For each of some spans, in the order of the text, the claim inside whose content it stands."""
    parts = sorted(((part, claim.id) for claim in brief.claims for part in claim.content), key=lambda item: item[0])
    found, around, following = list[ClaimId | None](), list[tuple[Span, ClaimId]](), 0
    for span in spans:
        while following < len(parts) and parts[following][0].start <= span.start:
            around = [item for item in around if item[0].end > parts[following][0].start] + [parts[following]]
            following += 1
        inside = [id for part, id in around if part.end >= span.end]
        found.append(inside[-1] if inside else None)
    return found
