"""Sides in clauses without a verb of their own: "So does Lima", "Lima does not", "as does Lima", "Lima will not"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.acts import AGREE, DEMAND, OFFER, REJECT, REQUEST, STATE
from tradebrief.extraction.stances.effects import is_effect
from tradebrief.extraction.stances.from_claims import attributed_to, bearers
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Assertion, Polarity, RuleId, Stance

__all__ = ["from_ellipsis"]

_SAME = RuleId("stance.ellipsis.same")
_OTHER = RuleId("stance.ellipsis.other")
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_ECHOING = frozenset({"so", "neither", "nor"})
_NEITHER = frozenset({"neither", "nor"})
_DOING = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})
_BEING = frozenset({"is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't"})
_WILLING = frozenset({"will", "would", "won't", "wouldn't"})
_AUXILIARIES = _DOING | _BEING | _WILLING
_ALIKE = (("too",), ("as", "well"), ("likewise",))
_ASKED = (REQUEST, DEMAND, OFFER)
_REACH = 4  # Tokens from "so" to its auxiliary: "So, oddly, do".
_HELD_REACH = 8
_GOING_ON = frozenset({"continues", "continue", "continued", "keeps", "kept"})
_NEAR = 24  # Tokens from a stance to the clause after it in its sentence.
_MODAL = "M"


class _Echo(NamedTuple):
    """A clause that takes up the verb of another.

    Attributes:
        subject: Tokens of its subject.
        auxiliary: The token of its auxiliary.
        same: Whether it says the same as the other clause.
        end: The token after it.
        act: What its subject does who answers what was asked for; None for one that takes up a verb.
        apart: Whether its subject does not go along with the others, whatever those have done.
    """

    subject: tuple[int, int]
    auxiliary: int
    same: bool
    end: int
    act: Act | None = None
    apart: bool = False


def from_ellipsis(
    analysis: Analysis, cast: Cast, found: Sequence[Stance], settings: Sequence[FoundClaim | None]
) -> Iterator[Stance]:
    """The stances of clauses that take up the verb of the one before, in whose sentence or after which they stand.

    Args:
        analysis: The article.
        cast: Its actors.
        found: The stances of its claims, in their order.
        settings: For each token the claim in whose content it stands.
    """
    last: dict[int, list[Stance]] = {}
    for stance in found:
        if stance.claim is not None and stance.polarity in _OPPOSITE and stance.target is not None:
            number = analysis.sentence_of(analysis.tokens.range(stance.evidence[-1])[0])
            kept = last.setdefault(number, [])
            if kept and kept[-1].claim != stance.claim:
                kept.clear()
            kept.append(stance)
    for number, stances in last.items():
        past = max(analysis.tokens.range(words)[1] for stance in stances for words in stance.evidence)
        turned = False
        for echo in _echoes(analysis, number, past):
            again = turned and analysis.tokens.lowers[echo.auxiliary - 1] in _NEITHER
            turned = again or not echo.same  # "France does not, and nor does Spain"
            yield from _echoed(analysis, cast, echo._replace(same=not turned), stances, settings)


def _echoes(analysis: Analysis, number: int, past: int) -> Iterator[_Echo]:
    """The clauses after a token, in its sentence and at the start of the next one, that take up a verb."""
    tags, (first, end) = analysis.tags, analysis.bounds[number]
    for at in range(max(first, past - _NEAR), min(end - 2, past + _NEAR)):
        if tags[at] in ",;-" or (tags[at] == "C" and tags[at - 1] != ","):
            echo = _echo(analysis, at + 1, end)
            if echo is not None:
                yield echo
    if number + 1 < len(analysis.bounds):
        start, stop = analysis.bounds[number + 1]
        echo = _echo(analysis, start, stop)
        if echo is not None:
            yield echo


def _echo(analysis: Analysis, first: int, end: int) -> _Echo | None:
    """A clause at a token that takes up the verb of another."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    first += first < end and tags[first] == "C" and lowers[first] not in _ECHOING
    first += first < end and lowers[first] == "only"  # "only Lima holds out"
    if first + 2 >= end:
        return None
    if lowers[first] in _ECHOING or lowers[first] == "as":
        reach = range(first + 1, min(end - 1, first + 1 + _REACH))
        auxiliary = next((at for at in reach if lowers[at] in _AUXILIARIES), None)
        if auxiliary is None or any(tags[at] not in ",AN" for at in range(first + 1, auxiliary)):
            return None
        subject = noun_phrase_after(analysis, auxiliary + 1, end)
        if subject is None or not _is_closed(analysis, subject[1], end):
            return None
        return _Echo(subject, auxiliary, same=True, end=subject[1])
    subject = noun_phrase_after(analysis, first, end) if tags[first] in "DSENKR" else None
    auxiliary = None if subject is None else _past_aside(analysis, subject[1], end)
    if subject is None or auxiliary is None or auxiliary >= end:
        return None
    answer = _answer(analysis, subject, auxiliary, end)
    if answer is not None or lowers[auxiliary] not in _AUXILIARIES:
        return answer
    negated = lowers[auxiliary].endswith("n't") or tags[auxiliary + 1 : auxiliary + 2] == ["X"]
    after = auxiliary + 1 + (negated and not lowers[auxiliary].endswith("n't"))
    if negated:
        return _Echo(subject, auxiliary, same=False, end=after) if _is_closed(analysis, after, end) else None
    alike = next((len(words) for words in _ALIKE if tuple(lowers[after : after + len(words)]) == words), 0)
    if not alike or not _is_closed(analysis, after + alike, end):
        return None
    return _Echo(subject, auxiliary, same=True, end=after + alike)


def _answer(analysis: Analysis, subject: tuple[int, int], verb: int, end: int) -> _Echo | None:
    """A clause of a subject and a verb that answers what was asked for: "Lima complied", "Lima refused"."""
    word, sets = analysis.tokens.lowers[verb], analysis.index.sets
    same = word in sets["control.complying"]
    if same or word in sets["control.declining"]:
        closed = _is_closed(analysis, verb + 1, end)
        return _Echo(subject, verb, same=same, end=verb + 1, act=AGREE if same else REJECT) if closed else None
    held = _held_out(analysis, verb, end)
    return None if held is None else _Echo(subject, verb, same=False, end=held, act=REJECT, apart=True)


def _held_out(analysis: Analysis, verb: int, end: int) -> int | None:
    """The token after a predicate by which somebody does not go along: "holds out", "is still resisting"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    last = min(end, verb + _HELD_REACH)
    at = next((at for at in range(verb, last) if tags[at] not in "ABVOT" and lowers[at] not in _GOING_ON), last)
    if at >= last:
        return None
    if lowers[at] in sets["control.holding"] and lowers[at + 1 : at + 2] == ["out"]:
        at += 1
    elif lowers[at] not in sets["control.resisting"]:
        return None
    return at + 1 if _is_closed(analysis, at + 1, end) else None


def _past_aside(analysis: Analysis, at: int, end: int) -> int:
    """The token after what stands between commas: "Lima, home to two mills, | does not"."""
    if analysis.tags[at : at + 1] != [","]:
        return at
    if at + 1 < end and analysis.tokens.lowers[at + 1] in _AUXILIARIES:
        return at + 1
    closing = analysis.tagged.find(",", at + 1, min(end, at + _NEAR))
    if closing >= 0:
        return closing + 1
    return at + (analysis.tags[at + 1 : at + 2] == ["v"])  # The aside is part of the subject.


def _is_closed(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a clause ends at a token."""
    return at >= end or analysis.tags[at] in ".,;:-UqC)"


def _echoed(
    analysis: Analysis, cast: Cast, echo: _Echo, stances: Sequence[Stance], settings: Sequence[FoundClaim | None]
) -> Iterator[Stance]:
    """The stances of one such clause: the side of the clause before it, or the other one."""
    setting, lowers = settings[echo.auxiliary], analysis.tokens.lowers
    if setting is not None and setting.claim.id in {stance.claim for stance in stances}:
        setting = None  # "Oslo opposes the levy, as does Lima"
    if setting is not None and setting.claim.assertion is not Assertion.ASSERTED:
        return
    holders = bearers(analysis, cast, Source(*echo.subject), setting)
    words = analysis.tokens.span(min(echo.subject[0], echo.auxiliary), echo.end)
    for stance in stances:
        if is_effect(stance.rule) or not (echo.apart or _fits(analysis, lowers[echo.auxiliary], stance)):
            continue
        if echo.apart and stance.polarity is not Polarity.SUPPORT:
            continue
        if echo.act is not None and not echo.apart and stance.act not in _ASKED:
            continue
        polarity = stance.polarity if echo.same or stance.polarity is None else _OPPOSITE[stance.polarity]
        refused = not echo.same and lowers[echo.auxiliary] in _WILLING
        act = REJECT if refused and polarity is Polarity.OPPOSE else stance.act if echo.same else STATE
        act = echo.act or act
        for holder in holders:
            if holder == stance.holder or (stance.target is not None and stance.target.actor == holder):
                continue
            yield evolve(
                stance,
                id=stance_id(analysis, holder, polarity, act, words),
                holder=holder,
                polarity=polarity,
                act=act,
                attribution=attributed_to(cast, holder, setting),
                evidence=(words,),
                conditions=(),
                claim=None,
                rule=_SAME if echo.same else _OTHER,
            )


def _fits(analysis: Analysis, auxiliary: str, stance: Stance) -> bool:
    """Whether an auxiliary can stand for the verb of a stance: "is", "does" or "would"."""
    first, end = analysis.tokens.range(stance.evidence[0])
    tags = analysis.tags[first:end]
    if auxiliary in _BEING:
        return "B" in tags
    if auxiliary in _WILLING:
        return _MODAL in tags or stance.act in _ASKED
    return "v" in tags or "i" in tags
