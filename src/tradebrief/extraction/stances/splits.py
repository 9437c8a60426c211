"""Verbs whose target stands amid their words ("took Lima to court"), and those whose object feels ("angered Lima")."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.phrases import VerbGroup, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index_stances import StanceForm
from tradebrief.extraction.stances.holders import Control, control_of
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.stances.verbs import Bearing, antecedent, read_passive, slot_after
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act

__all__ = ["read_split"]

_PLACE = "*"
_NAMED = "{"  # Opens the name of a list, of which the phrase at the end of the words must have one: "to {forum}".
_NAMED_REACH = 8
_REACH = 14  # Tokens within which the words after the target begin.
_COURTS = frozenset({"{forum}", "court", "wto", "organization", "organisation", "arbitration"})
_OVER = (["over"], ["about"])
_SUE = "sue"
_PLAN_REACH = 8
_OF_PHRASE = "DSNEKGAhdgP"
_OBJECT = ("object",)
_FAILING = frozenset({"fail", "fails", "failed", "failing"})  # "failed to satisfy | Lima"


def read_split(analysis: Analysis, cast: Cast, at: int) -> list[Bearing]:
    """The reading of a verb with its target amid its words, or of one whose object takes the side."""
    lowers = analysis.tokens.lowers
    if analysis.tags[at] not in "vdgi":
        return []
    floor, ceiling = analysis.reach(at)
    ahead = lowers[at + 1 : min(ceiling, at + _REACH)]
    for form in analysis.index.stance_splits.get(lowers[at], ()):
        if form.rule.category == "feeling":
            found = _felt(analysis, at, form, floor, ceiling)
        else:
            last = form.tail[-1 - form.tail[-1].startswith(_NAMED)]
            found = _split(analysis, at, form, floor, ceiling) if last in ahead else None
        if found is None or (form.heads and not _has_head(analysis, form, found)):
            continue
        if form.rule.actors and form.rule.category == "split" and not _names_actor(cast, found):
            continue  # "added six tons to the sanctions list"
        return [found, *_grounds(analysis, form, found, ceiling)]
    return []


def _grounds(analysis: Analysis, form: StanceForm, found: Bearing, ceiling: int) -> Iterator[Bearing]:
    """The measure over which somebody is taken to court: "took Lima to the WTO over | its levy"."""
    after, lowers, sets = found.end, analysis.tokens.lowers, analysis.index.sets
    if not form.tail or form.tail[-1] not in _COURTS or lowers[after : after + 1] not in _OVER:
        return
    suits = (deed for deed in analysis.index.deeds.get(_SUE, ()) if not deed.tail and deed.rule.category == "deed")
    suit = next(suits, None)
    thing = noun_phrase_after(analysis, after + 1, ceiling)
    head = plain_head_end(analysis, *thing) if thing is not None else after
    if suit is not None and thing is not None and lowers[head - 1] in suit.heads | sets["control.instruments"]:
        yield found._replace(form=suit, target=(thing[0], head), end=head)


def _names_actor(cast: Cast, found: Bearing) -> bool:
    """Whether somebody is mentioned in the target."""
    return found.target is None or not cast.starting.keys().isdisjoint(range(*found.target))


def _has_head(analysis: Analysis, form: StanceForm, found: Bearing) -> bool:
    """Whether the target has one of the heads that a rule asks for: "took the levy to court"."""
    target = found.target
    return target is not None and analysis.tokens.lowers[plain_head_end(analysis, *target) - 1] in form.heads


def _split(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    place = form.tail.index(_PLACE)
    before, after = form.tail[:place], form.tail[place + 1 :]
    lowers = analysis.tokens.lowers
    group = verb_group(analysis, at, floor)
    if group.passive or (analysis.tags[at] == "d" and not (group.finite or group.gerund)):
        words = (*before, *after)  # "was taken to court by Lima"
        if tuple(lowers[at + 1 : at + 1 + len(words)]) != words:
            return None
        return read_passive(analysis, group, StanceForm(form.rule, words), floor, ceiling)
    first = at + 1 + len(before)
    if tuple(lowers[at + 1 : first]) != before:
        return None
    stop = first + len(after)
    if not before and tuple(lowers[first:stop]) == after:
        return _of_relative(analysis, at, form, group, (floor, stop))
    named = after[-1] if after[-1].startswith(_NAMED) else ""
    after = after[: len(after) - bool(named)]
    end = _target_end(analysis, first, after, ceiling)
    if named and end is not None:
        end = end if _is_named(analysis, named, end + len(after), ceiling) else None
    if end is not None and _is_continued(analysis, form, end + len(after), ceiling):
        return None
    control = control_of(analysis, group, floor) if end is not None else None
    if end is None or control is None:
        return None
    stop = end + len(after) - (analysis.tags[first] == "S" and end == first + 1)
    return Bearing(at=at, form=form, control=control, target=(first, end), first=control.first, end=stop)


def _of_relative(
    analysis: Analysis, at: int, form: StanceForm, group: VerbGroup, around: tuple[int, int]
) -> Bearing | None:
    """The reading of a verb in a relative clause on its target: "a gesture that Lima greeted with relief"."""
    floor, stop = around
    control = control_of(analysis, group, floor)
    target = antecedent(analysis, control.source.first, floor) if control is not None else None
    if control is None or target is None:
        return None
    return Bearing(at=at, form=form, control=control, target=target, first=control.source.first, end=stop)


def _is_continued(analysis: Analysis, form: StanceForm, after: int, ceiling: int) -> bool:
    """Whether the words that close a verb go with what follows: "accountable | to voters", "poorly | understood"."""
    if after >= ceiling:
        return False
    accountable = form.rule.act is Act.ACCUSE and analysis.tags[after] == "T"
    return accountable or (analysis.tags[after] == "d" and analysis.tags[after - 1] == "A")


def _is_named(analysis: Analysis, name: str, first: int, ceiling: int) -> bool:
    """Whether the noun phrase at a token has a word of a list: "to | the International Court of Justice"."""
    words = analysis.index.sets[f"control.{name[1:-1]}s"]
    phrase = noun_phrase_after(analysis, first, min(ceiling, first + _NAMED_REACH))
    return phrase is not None and not words.isdisjoint(analysis.tokens.lowers[phrase[0] : phrase[1]])


def _target_end(analysis: Analysis, first: int, after: tuple[str, ...], ceiling: int) -> int | None:
    """Where a target ends that begins at a token, before the words that close a verb: "took | Lima | to court"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if first >= ceiling:
        return None
    owned = after[0] == "'s"
    if owned and tags[first] == "S":  # "came to his aid"
        return first + 1 if tuple(lowers[first + 1 : first + len(after)]) == after[1:] else None
    if lowers[first] == "that" and tuple(lowers[first + 1 : first + 1 + len(after)]) == after:
        return first + 1  # "ruled that out"
    if tags[first] not in "DSNEKR":
        return None
    for end in range(first + 1, min(ceiling, first + _REACH)):
        closed = tags[end] == "G" if owned else lowers[end] == after[0]
        if closed and tuple(lowers[end + 1 : end + len(after)]) == after[1:]:
            return end
        beside = tags[end] == "," and (tags[end - 1 : end] == ["E"] or tags[end + 1 : end + 2] == ["E"])
        if tags[end] not in _OF_PHRASE and not beside:  # "placed the general, Ana Ruiz, under arrest"
            return None
    return None


def _felt(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """Who is angered or pleased by somebody takes the side: the object of the verb, toward its subject.

    With some verbs it stands after a preposition: "the levy sat ill with | growers".
    """
    group = verb_group(analysis, at, floor)
    if group.passive or (analysis.tags[at] == "d" and not group.finite):
        return None
    if group.infinitive and analysis.tokens.lowers[group.first - 1] not in _FAILING:
        return None
    after = at + 1 + len(form.tail)
    if tuple(analysis.tokens.lowers[at + 1 : after]) != form.tail:
        return None  # "won over", not "won"
    held = slot_after(analysis, after, ceiling, form.rule.slots or _OBJECT)
    if held is not None and analysis.tokens.lowers[group.first - 1] == "what" and form.rule.negation != "needed":
        return _felt_at_what(analysis, at, form, held, ceiling)
    control = control_of(analysis, group, floor) if held is not None else None
    if held is None or control is None or control.source.first < 0:
        return None
    if form.rule.negation != "turns" and control.negated != (form.rule.negation == "needed"):
        return None  # "did not please": that is for the rule about what fails to please.
    felt = Control(Source(*held), control.first, control.negated, control.open, control.modal)
    target = _whole_cause(analysis, control.source, floor)
    return Bearing(at=at, form=form, control=felt, target=target, first=min(target[0], at), end=held[1])


def _whole_cause(analysis: Analysis, source: Source, floor: int) -> tuple[int, int]:
    """What angers or pleases, with the plan whose object stands right before the verb: "Lima's vow to sue Oslo"."""
    tags, sets = analysis.tags, analysis.index.sets
    for at in range(source.first - 1, max(floor, source.first - _PLAN_REACH), -1):
        if tags[at] == "T" and tags[at + 1] == "i":
            noun = analysis.tokens.lowers[at - 1]
            planned = any(noun in sets[key] for key in ("control.nouns", "control.refusing", "control.proposals"))
            held = noun_phrase_before(analysis, at, floor) if planned else None
            return (held[0], source.end) if held is not None else (source.first, source.end)
        if tags[at] in "vMBVO,.;:UWH":
            break
    return source.first, source.end


def _felt_at_what(analysis: Analysis, at: int, form: StanceForm, held: tuple[int, int], ceiling: int) -> Bearing | None:
    """Who is angered or pleased where the cause stands at the end: "what worries growers most is | the levy"."""
    copula = held[1]
    while copula < ceiling and analysis.tags[copula] == "A":
        copula += 1
    told = analysis.tags[copula : copula + 1] == ["B"]
    cause = noun_phrase_after(analysis, copula + 1, ceiling) if told else None
    return cause and Bearing(
        at=at, form=form, control=Control(Source(*held), at), target=cause, first=at - 1, end=cause[1]
    )
