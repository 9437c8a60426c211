"""Whom a noun or an adjective presents: whoever it modifies, has it, is called so, or does what it is said of."""

from __future__ import annotations

from attrs import frozen

from tradebrief.extraction.appraisals.bearers import Bearer
from tradebrief.extraction.appraisals.scope import NOBODY, Presented, Scope, after_preposition
from tradebrief.extraction.appraisals.verbs import subject_of
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.grammar.phrases import verb_group

__all__ = ["bearer_of", "owner_of", "receiver_of"]

_HEAD_REACH = 8
_MODIFIERS = 7
_POSSESSOR_REACH = 3
_CLAUSE_REACH = 14
_AS_REACH = 16
_NAMED_REACH = 5
_OBJECT_REACH = 8
_MET_BY = frozenset({"under", "with", "to", "amid", "through", "into", "by"})
_DEGREES = frozenset({"such", "quite", "all", "both", "one", "of"})


@frozen(kw_only=True)
class _Phrase:
    """The noun phrase around a word.

    Attributes:
        opener: The token before the phrase and its article; before the floor of the sentence where there is none.
        end: The token after its head.
        own: Whom the phrase itself names: as its head, its modifier or its possessor.
        negated: Whether it is negated.
    """

    opener: int
    end: int
    own: tuple[Bearer, ...]
    negated: bool


def owner_of(scope: Scope, at: int, end: int, *, quality: bool) -> Presented:
    """Who is or has what a noun or an adjective says, or does something with it.

    Args:
        scope: The article's.
        at: The first token of the word.
        end: The token after it.
        quality: Whether it is an adjective: what stands after "wary of" is not wary.
    """
    floor, ceiling = scope.analysis.reach(at)
    phrase = _phrase(scope, at, end, floor, ceiling, called=False)
    if phrase.own:
        return Presented(phrase.own, phrase.negated)
    if phrase.end > end or not quality:
        after = after_preposition(scope, phrase.end, ceiling, ("of", "by", "from"), 1)
        if after:
            return Presented(after, phrase.negated)
    return _predicated(scope, phrase, floor, ceiling) or _in_clause(scope, phrase, floor, ceiling)


def bearer_of(scope: Scope, at: int, end: int) -> Presented:
    """Who is called what a noun says: "is a crook", "the crook Lund", "Lund, a crook,"."""
    floor, ceiling = scope.analysis.reach(at)
    phrase = _phrase(scope, at, end, floor, ceiling, called=True)
    if phrase.own:
        return Presented(phrase.own, phrase.negated)
    met = _governor(scope, phrase, floor) is not None  # "met a crook": somebody else
    return _predicated(scope, phrase, floor, ceiling) or Presented(negated=phrase.negated, void=met)


def receiver_of(scope: Scope, at: int, end: int) -> Presented:
    """Who is met with what a noun says: the subject of the verb that governs it, as in "faces charges"."""
    floor, ceiling = scope.analysis.reach(at)
    phrase = _phrase(scope, at, end, floor, ceiling, called=False)
    if phrase.own:
        return Presented(void=True)
    verb, index = _governor(scope, phrase, floor), scope.analysis.index
    if verb is None:
        return NOBODY
    word = scope.analysis.tokens.lowers[verb]
    if scope.analysis.tags[phrase.opener] == "P" and scope.analysis.tokens.lowers[phrase.opener] not in _MET_BY:
        return NOBODY
    if word in index.giving and word not in index.receiving:
        return Presented(void=True)  # "voiced concerns", "launched a probe"
    return _by_governor(scope, verb, phrase, floor)


def _phrase(scope: Scope, at: int, end: int, floor: int, ceiling: int, *, called: bool) -> _Phrase:
    """The noun phrase around a word; of one that somebody is called, its possessor is not who is called so."""
    tags, lowers, bearers = scope.analysis.tags, scope.analysis.tokens.lowers, scope.bearers.at
    head = end
    while head < ceiling and tags[head] in "NEKdghA" and head - end < _HEAD_REACH:
        head += 1
    while head > end and tags[head - 1] in "Adg":
        head -= 1
    named = next((bearers[token] for token in range(at, head) if token in bearers and bearers[token].end >= end), None)
    if named is not None and named.first >= at:
        return _Phrase(opener=at - 1, end=head, own=(named,), negated=False)
    opener, negated = at - 1, False
    while (
        opener >= floor and at - opener <= _MODIFIERS and (tags[opener] in "NAEKdghqX" or _coordinates(scope, opener))
    ):
        negated = negated != scope.is_negation(opener)
        if not called and opener in bearers and tags[opener] in "NE":
            return _Phrase(opener=opener, end=head, own=(bearers[opener],), negated=negated)
        opener -= 1
    if opener < floor:
        return _Phrase(opener=opener, end=head, own=(), negated=negated)
    negated = negated != scope.is_negation(opener)
    own: tuple[Bearer, ...] = ()
    if not called and tags[opener] == "S" and opener in bearers:
        own = (bearers[opener],)
    elif not called and tags[opener] == "G":
        own = scope.bearers.before(opener, max(floor, opener - _POSSESSOR_REACH))
    if tags[opener] in "DSG":
        opener -= 1
        while opener >= floor and (tags[opener] in "AX" or lowers[opener] in _DEGREES):
            negated = negated != scope.is_negation(opener)
            opener -= 1
    return _Phrase(opener=opener, end=head, own=own, negated=negated)


def _coordinates(scope: Scope, at: int) -> bool:
    """Whether a comma or "and" stands after another word of the lexicon: "an honest and brave envoy"."""
    tags, lowers = scope.analysis.tags, scope.analysis.tokens.lowers
    return tags[at] in ",C" and at > 0 and tags[at - 1] in "NAd" and lowers[at - 1] in scope.words.forms


def _predicated(scope: Scope, phrase: _Phrase, floor: int, ceiling: int) -> Presented | None:
    """Whom a phrase is said of: by apposition, "as", a copula, or a verb of naming."""
    tags, lowers, bearers = scope.analysis.tags, scope.analysis.tokens.lowers, scope.bearers
    opener, negated = phrase.opener, phrase.negated
    if opener > floor and tags[opener] == "," and opener - 1 in bearers.at:
        return Presented((bearers.at[opener - 1],), negated)
    if opener < floor:
        return _before_name(scope, phrase, floor, ceiling)
    if lowers[opener] == "with" and opener - 1 in bearers.at:
        return Presented((bearers.at[opener - 1],), negated)
    if lowers[opener] == "as":
        found = bearers.before(opener, max(floor, opener - _AS_REACH))
        return Presented(found, negated) if found else None
    if tags[opener] == "B" or lowers[opener] in scope.words.copulas or lowers[opener] in scope.words.naming:
        return _by_copula(scope, phrase, floor)
    if tags[opener] in "RE":
        named = bearers.at.get(opener)
        first = opener if named is None else named.first
        if not scope.words.naming.isdisjoint(lowers[max(floor, first - _NAMED_REACH) : first]):
            return Presented(void=True) if named is None else Presented((named,), negated)
    return _before_name(scope, phrase, floor, ceiling)


def _before_name(scope: Scope, phrase: _Phrase, floor: int, ceiling: int) -> Presented | None:
    """The name after a comma that a phrase stands in apposition to: "a hero, Lund", "Hapless as ever, Lund"."""
    tags, end, opener = scope.analysis.tags, phrase.end, phrase.opener
    if end + 1 >= ceiling or tags[end] != "," or tags[end + 1] != "E" or end + 1 not in scope.bearers.at:
        return None
    fronted = opener < floor or tags[opener] in ",;:q" or _is_person(scope, phrase)
    return Presented((scope.bearers.at[end + 1],), phrase.negated) if fronted else None


def _by_copula(scope: Scope, phrase: _Phrase, floor: int) -> Presented | None:
    """The subject of a copula or of a passive of naming: "is a crook", "was called a crook"."""
    analysis, verb = scope.analysis, phrase.opener
    group = verb_group(analysis, verb, floor)
    negated = phrase.negated != (group.negated or scope.is_negation(verb))
    if group.passive or analysis.tokens.lowers[verb] in scope.words.naming:
        return Presented(scope.bearers.before(group.first, floor), negated)
    found = subject_of(scope, group)
    if found.void:
        return found
    return Presented(found.bearers or scope.bearers.before(group.first, floor), negated)


def _governor(scope: Scope, phrase: _Phrase, floor: int) -> int | None:
    """The verb before a phrase in whose object or complement it stands."""
    tags = scope.analysis.tags
    for probe in range(phrase.opener, max(floor, phrase.opener - _CLAUSE_REACH) - 1, -1):
        if tags[probe] in ".;:":
            break
        modifies = tags[probe] in "dg" and probe > floor and tags[probe - 1] in "DSG"
        if tags[probe] in "BVO" or (tags[probe] in "vigd" and not modifies):
            return probe
    return None


def _in_clause(scope: Scope, phrase: _Phrase, floor: int, ceiling: int) -> Presented:
    """Who does something with what a phrase says, or to whom it does something: "told lies", "a scandal hurt Lund"."""
    verb = _governor(scope, phrase, floor)
    if verb is not None:
        return Presented(void=True) if _is_person(scope, phrase) else _by_governor(scope, verb, phrase, floor)
    tags = scope.analysis.tags
    for probe in range(phrase.end, min(ceiling, phrase.end + _CLAUSE_REACH)):
        if tags[probe] in ".;:":
            break
        if tags[probe] in "vdgi":
            return Presented(scope.bearers.after(probe + 1, ceiling, _OBJECT_REACH), phrase.negated)
    return Presented(negated=phrase.negated)


def _is_person(scope: Scope, phrase: _Phrase) -> bool:
    """Whether the head of a phrase names somebody: an "honest miller" whom an envoy meets is not the envoy."""
    lowers, head = scope.analysis.tokens.lowers, phrase.end - 1
    return lowers[head] not in scope.analysis.index.sets["grammar.documents"] and can_hold(
        scope.analysis, Source(head, phrase.end)
    )


def _by_governor(scope: Scope, verb: int, phrase: _Phrase, floor: int) -> Presented:
    """The subject of the verb that governs a phrase; nobody where that speaks against what the phrase says."""
    analysis = scope.analysis
    if analysis.tokens.lowers[verb] in scope.words.opposing:
        return Presented(void=True)
    if analysis.tags[verb] in "BVO":
        return Presented(scope.bearers.before(verb, floor), phrase.negated)
    group = verb_group(analysis, verb, floor)
    if group.passive:
        return Presented(scope.bearers.before(group.first, floor), phrase.negated != group.negated)
    found = subject_of(scope, group)
    return Presented(found.bearers, phrase.negated != found.negated)
