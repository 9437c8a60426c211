"""Nouns and adjectives that take a side: "her scorn for the levy", "drew fire from Lima", "is loyal to"."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index_stances import StanceForm
from tradebrief.extraction.stances.company import company_of
from tradebrief.extraction.stances.copular import read_copular
from tradebrief.extraction.stances.holders import Control, author_of, control_of
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.stances.verbs import Bearing, slot_after, with_agent
from tradebrief.extraction.stances.withstood import aside_subject, past_withstanding, withstood
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, MentionForm

__all__ = ["bearer_of", "near_slot", "read_adjective", "read_noun"]

_MODIFIERS = 4
_AFTER = frozenset({"from", "by", "among"})
_COME = frozenset({"came", "come", "comes"})
_NEAR = 2
_ONE_OF = ["one", "of"]
_CLAUSE_REACH = 16
_ASIDE = 6
_LONGEST_ASIDE = 20
_NAMING = (["among"], ["including"], ["such"], ["like"], ["notably"])
_INCLUDING = frozenset({"include", "includes", "included"})
_VOICED = frozenset({"with", "into"})
_SPENDING = frozenset({"spend", "spends", "spent", "spending"})
_SPOKEN = (Act.CRITICIZE, Act.ACCUSE, Act.PRAISE)


def read_noun(analysis: Analysis, cast: Cast, at: int) -> list[Bearing]:
    """The reading of a stance noun, if it has one."""
    tag, lowers = analysis.tags[at], analysis.tokens.lowers
    if tag != "N" and not (tag == "v" and _is_modified(analysis, at)):
        return []
    floor, ceiling = analysis.reach(at)
    for form in analysis.index.stance_nouns.at(lowers, at):
        if form.rule.category == "copular":
            if (equated := read_copular(analysis, at, form, floor, ceiling)) is not None:
                return [equated]
            continue
        read = _role if form.rule.category == "role" else _noun
        found = read(analysis, cast, at, form, floor, ceiling)
        if found is not None:
            return [found, *_members(analysis, cast, found, ceiling)] if read is _role else [found]
    return []


def _is_modified(analysis: Analysis, at: int) -> bool:
    """Whether what looks like a verb is a plural noun, as an adjective of a people stands before it."""
    lowers = analysis.tokens.lowers
    if at == 0 or lowers[at - 1].endswith("s") or not lowers[at].endswith("s"):
        return False
    before = analysis.index.names.at(analysis.tokens.words, at - 1)
    return before is not None and before[0] == at and before[1].form is MentionForm.DEMONYM


def _noun(analysis: Analysis, cast: Cast, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """A noun with its target after a preposition, or its target as the one who receives it."""
    end = at + 1 + len(form.tail)
    if end < ceiling and analysis.tags[end] == "N":
        return None  # "attack helicopters"
    holder_after, resumed = _named_after(analysis, end, ceiling, of=_is_withstood(analysis, at, floor))
    target = near_slot(analysis, resumed, ceiling, form.rule.slots)
    if target is not None and holder_after is None:
        target, holder_after = with_agent(analysis, target)
        if holder_after is None:
            holder_after, _ = _named_after(analysis, _past_coming(analysis, target[1], ceiling), ceiling)
    if target is None and holder_after is None:
        opener = _opener(analysis, at, floor)
        if opener <= floor or analysis.tags[opener] not in "GE":
            return None
        won = _won(analysis, at, opener, form, floor)
        own = _holder_of_noun(analysis, cast, at, form, floor, None, None) if won is None else None
        return won or _despite(analysis, at, form, floor, ceiling, own)
    verb = _governor(analysis, at, floor, received=holder_after is not None)
    if verb is not None and _is_received(analysis, verb, form, holder_after):
        return _received(analysis, at, form, verb, floor, holder_after)
    if target is None:
        return _despite(analysis, at, form, floor, ceiling, Control(holder_after, at) if holder_after else None)
    if form.heads and analysis.tokens.lowers[plain_head_end(analysis, *target) - 1] not in form.heads:
        return None
    control = _holder_of_noun(analysis, cast, at, form, floor, verb, holder_after)
    if control is None:
        return None
    if _is_denied(analysis, at, verb, floor):
        control = control._replace(negated=not control.negated)
    return Bearing(at=at, form=form, control=control, target=target, first=min(control.first, at), end=target[1])


def _despite(
    analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int, control: Control | None
) -> Bearing | None:
    """A side in spite of which something goes on: "Despite opposition from Lima, the deal was signed"."""
    if control is None:
        return None
    first = min(control.source.first, _opener(analysis, at, floor) + 1)
    after = control.source.end if control.source.first > at else at + 1
    target = withstood(analysis, at, first, after, floor, ceiling)
    if target is None:
        return None
    return Bearing(at=at, form=form, control=control, target=target, first=first, end=max(after, at + 1))


def _is_denied(analysis: Analysis, at: int, verb: int | None, floor: int) -> bool:
    """Whether there is none of what a noun says, or no more: "no objection to", "withdrew its support for"."""
    opener = _opener(analysis, at, floor)
    if opener >= floor and analysis.tokens.lowers[opener] in {"no", "little", "neither"}:
        return True
    if verb is None and opener > floor and analysis.tags[opener] == "S" and analysis.tags[opener - 1] in "vdgi":
        verb = opener - 1  # "lifted its ban on"
    if verb is None:
        return False
    ended = analysis.index.changes.at(analysis.tokens.lowers, verb)
    return analysis.tokens.lowers[verb] in analysis.index.dropping or (ended is not None and ended[1] in {"end", "cut"})


def near_slot(analysis: Analysis, at: int, ceiling: int, slots: tuple[str, ...]) -> tuple[int, int] | None:
    """The target after a preposition that stands right after the noun, adverbs and times passed over."""
    lowers = analysis.tokens.lowers
    for probe in range(at, min(ceiling - 1, at + 1 + _NEAR)):
        if lowers[probe] in slots and (found := slot_after(analysis, probe, ceiling, slots)) is not None:
            return found
        if analysis.tags[probe] not in "AN" and not _is_time(analysis, probe):
            return None
    return None


def _past_coming(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after a verb that says where something comes from: "criticism of the levy has come | from Lima"."""
    verb = at
    while verb < ceiling and analysis.tags[verb] in "VA":
        verb += 1
    if verb + 1 >= ceiling or analysis.tokens.lowers[verb] not in _COME:
        return at
    return next((probe for probe in range(verb + 1, ceiling) if analysis.tags[probe] != "A"), at)


def _is_time(analysis: Analysis, at: int) -> bool:
    """Whether a preposition opens a time: "on Monday", "in May"."""
    times = analysis.index.sets["grammar.time"]
    return analysis.tags[at] == "P" and not times.isdisjoint(analysis.tokens.lowers[at + 1 : at + 2])


def _is_withstood(analysis: Analysis, at: int, floor: int) -> bool:
    """Whether something goes on in spite of what a noun says, and "of" tells whose it is: "over the objections of"."""
    if analysis.tokens.lowers[at + 1 : at + 2] != ["of"]:
        return False
    opener = _opener(analysis, at, floor)
    opener -= opener > floor and analysis.tags[opener] == "D"
    return opener >= floor and analysis.tokens.lowers[opener] in analysis.index.sets["control.withstanding"]


def _named_after(analysis: Analysis, at: int, ceiling: int, *, of: bool = False) -> tuple[Source | None, int]:
    """Who is named after "from", "by" or "among", or after "of" where that is asked for, and the token after that."""
    while at + 1 < ceiling and analysis.tokens.lowers[at] in analysis.index.sets["grammar.time"]:
        at += 1  # "won praise Monday from"
    if at + 1 < ceiling and (analysis.tokens.lowers[at] in _AFTER or (of and analysis.tokens.lowers[at] == "of")):
        found = noun_phrase_after(analysis, at + 1, ceiling)
        if found is not None:
            return Source(*found), found[1]
    return None, at


def _opener(analysis: Analysis, at: int, floor: int) -> int:
    """The token before a noun and what modifies it."""
    opener = at - 1
    while opener >= floor and at - opener <= _MODIFIERS and analysis.tags[opener] in "NAKdgh":
        opener -= 1
    return opener


def _governor(analysis: Analysis, at: int, floor: int, *, received: bool = False) -> int | None:
    """The verb whose object a noun is, or whose "under" and "in" it stands in ("came under fire")."""
    tags, opener = analysis.tags, _opener(analysis, at, floor)
    for _ in range(3):
        while opener >= floor and (tags[opener] in "DEhA" or (received and tags[opener] in "SNK")):
            opener -= 1
        lowers = analysis.tokens.lowers
        opener -= opener > floor and lowers[opener] == "up"  # "picked up", "stepped up"
        if (
            opener - 1 > floor
            and lowers[opener] == "of"
            and lowers[opener - 1] in analysis.index.sets["control.series"]
        ):
            opener = _opener(analysis, opener - 1, floor)  # "opened a third week of attacks"
            continue
        if opener >= floor and tags[opener] in "vdgiV":
            return _past_auxiliary(analysis, opener, at)
        if opener < floor or analysis.tokens.lowers[opener] not in {"under", "in", "out", "for", "on"}:
            break
        opener -= 1
        if lowers[opener + 1] == "on":  # "spent 2 million euros | on commercials against"
            while opener > floor and tags[opener] in "NKDA":
                opener -= 1
            return opener if lowers[opener] in _SPENDING else None
    # A verb that was taken for a modifier: "has received strong criticism".
    for probe in range(at - 1, max(floor, at - 1 - _MODIFIERS), -1):
        if tags[probe] in "PS":
            break  # "is seeing results | from her attacks on"
        if tags[probe] in "dg" and probe > floor and tags[probe - 1] in "VBAT":
            return probe
        if tags[probe] == "g" and tags[probe - 1] == "," and analysis.tokens.lowers[probe] in analysis.index.receiving:
            return probe  # ", drawing fire from"
    return None


def _past_auxiliary(analysis: Analysis, verb: int, noun: int) -> int:
    """The participle of a perfect that was taken for a modifier of a noun: "has | led | criticism of Lima"."""
    at = verb + 1
    while at < noun and analysis.tags[at] in "AX":
        at += 1
    return at if analysis.tags[verb] == "V" and at < noun and analysis.tags[at] == "d" else verb


def _is_received(analysis: Analysis, verb: int, form: StanceForm, giver: Source | None) -> bool:
    """Whether a verb tells what somebody gets from another: "drew fire from Lima", not "won a case against Lima"."""
    word, index = analysis.tokens.lowers[verb], analysis.index
    sought = giver is None and form.rule.act is Act.ACCUSE and word in index.giving
    return word in index.receiving and not sought


def _received(
    analysis: Analysis, at: int, form: StanceForm, verb: int, floor: int, giver: Source | None
) -> Bearing | None:
    """What somebody receives from somebody else: "drew criticism from Lima"."""
    group = verb_group(analysis, verb, floor)
    if giver is None or group.passive:
        return None
    taker = control_of(analysis, group, floor)
    if taker is None or taker.source.first < 0:
        return None
    control = Control(giver, taker.first, taker.negated, taker.open)
    return Bearing(
        at=at, form=form, control=control, target=(taker.source.first, taker.source.end),
        first=taker.first, end=giver.end,
    )  # fmt: skip


def _won(analysis: Analysis, at: int, opener: int, form: StanceForm, floor: int) -> Bearing | None:
    """What somebody receives whose giver owns it: "won Lima's support"."""
    if analysis.tags[opener] != "G":
        return None
    found = noun_phrase_before(analysis, opener, floor)
    verb = found[0] - 1 if found is not None else floor
    if found is None or verb <= floor or analysis.tags[verb] not in "vdgi":
        return None
    if analysis.tokens.lowers[verb] not in analysis.index.winning:
        return None
    bearing = _received(analysis, at, form, verb, floor, Source(*found))
    return bearing._replace(end=at + 1 + len(form.tail)) if bearing is not None else None


def _holder_of_noun(
    analysis: Analysis, cast: Cast, at: int, form: StanceForm, floor: int, verb: int | None, after: Source | None
) -> Control | None:
    """Whose noun it is: its possessor, the name that modifies it, who gives it, or who stands after "by"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    opener = _opener(analysis, at, floor)
    if opener >= floor and tags[opener] == "S":
        _, ceiling = analysis.reach(at)
        own = aside_subject(analysis, opener, floor, ceiling) or Source(opener, opener + 1)
        return Control(own, opener)
    if opener >= floor and tags[opener] == "G":
        found = noun_phrase_before(analysis, opener, floor)
        if found is None:
            return None
        first = past_withstanding(analysis, *found)
        return Control(Source(first, found[1]), first)
    if opener >= floor and tags[opener] == "E":
        first = opener
        while first > floor and tags[first - 1] in "Eh.":
            first -= 1
        named = next((begin for begin in range(first, opener + 1) if (begin, opener + 1) in cast.at), None)
        if named is not None:
            return Control(Source(named, opener + 1), named)
    if after is not None:
        return Control(after, at)
    if opener > floor and lowers[opener] == "in":
        return _in_doing(analysis, opener, floor)
    before = opener - (tags[opener] == "D")
    if before > floor and lowers[before] in _VOICED and form.rule.act in _SPOKEN:
        return _in_doing(analysis, before, floor, voiced=True)
    if verb is None:
        return _predicated(analysis, at, form, floor)
    index = analysis.index
    if lowers[verb] not in index.light_verbs and lowers[verb] not in index.giving:
        return None
    group = verb_group(analysis, verb, floor)
    return None if group.passive else control_of(analysis, group, floor)


def _predicated(analysis: Analysis, at: int, form: StanceForm, floor: int) -> Control | None:
    """Whose words or deed a noun of speech is said to be: "Lund's letter was, in short, an attack on Lima"."""
    tags, probe = analysis.tags, _opener(analysis, at, floor)
    if probe <= floor or analysis.tokens.lowers[probe] not in {"a", "an"}:
        return None
    while probe > floor and tags[probe] in "DA":
        probe -= 1
    if probe > floor and tags[probe] == ",":
        opening = (mark for mark in range(probe - 1, max(floor, probe - _ASIDE), -1) if tags[mark] == ",")
        probe = next(opening, floor) - 1
    if probe <= floor or tags[probe] != "B" or form.rule.act not in _SPOKEN:
        return None
    return control_of(analysis, verb_group(analysis, probe, floor), floor)


def _in_doing(analysis: Analysis, at: int, floor: int, *, voiced: bool = False) -> Control | None:
    """Who does something "in protest of", "in support of" or "in defiance of" somebody: the subject of the clause.

    Or who voices it in what they say: "responded with praise for", "launched into a tirade against".
    """
    tags, words = analysis.tags, analysis.index.sets["control.voicing"]
    for probe in range(at - 1, max(floor, at - _CLAUSE_REACH) - 1, -1):
        if tags[probe] in "vdgi":
            group = verb_group(analysis, probe, floor)
            if voiced and analysis.tokens.lowers[probe] not in words:
                return None
            if group.finite or group.infinitive or group.gerund:
                return None if group.passive else control_of(analysis, group, floor)
        if tags[probe] in ".;:WHU":
            return None
    return None


def _role(analysis: Analysis, cast: Cast, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """What somebody is: "is a critic of the levy", "Lund, a Ruiz ally,"."""
    tags, end = analysis.tags, at + 1 + len(form.tail)
    target = near_slot(analysis, end, ceiling, form.rule.slots)
    opener = _opener(analysis, at, floor)
    if target is None and (owned := _owned_role(analysis, cast, at, form, floor, ceiling)) is not None:
        return owned
    if target is None:
        named = opener - (tags[opener] == "G") if opener >= floor else opener
        thing = noun_phrase_before(analysis, opener, floor) if named >= floor and tags[named] == "N" else None
        if thing is not None and named < opener:  # "is one of the levy's fiercest critics"
            return _of_thing(analysis, at, form, thing, floor) or _turned(analysis, cast, at, form, thing, at + 1)
        if named < floor or tags[named] != "E":
            return None
        first = named
        while first > floor and tags[first - 1] in "Eh":
            first -= 1
        begin = next((begin for begin in range(first, named + 1) if (begin, named + 1) in cast.at), first)
        target, opener = (begin, named + 1), begin - 1
    if analysis.tokens.lowers[target[1] - 1] in analysis.index.sets["control.elective"]:
        return None  # "a campaigner for office"
    control = bearer_of(analysis, opener + 1, floor)
    if control is None and (turned := _turned(analysis, cast, at, form, target, max(end, target[1]))) is not None:
        return turned
    control = control or _group(analysis, cast, at, opener, target[1])
    if control is None:
        return None
    if opener >= floor and analysis.tokens.lowers[opener] == "no":  # "is no friend of the levy"
        control = control._replace(negated=not control.negated)
    return Bearing(
        at=at, form=form, control=control, target=target, first=min(at, control.first), end=max(at + 1, target[1])
    )


def _of_thing(analysis: Analysis, at: int, form: StanceForm, thing: tuple[int, int], floor: int) -> Bearing | None:
    """What somebody is to a thing that stands before the role as its owner: "is the levy's fiercest critic"."""
    first, end = thing
    first += 2 * (analysis.tokens.lowers[first : first + 2] == _ONE_OF)
    thing, control = (first, end), bearer_of(analysis, first, floor)
    return (
        Bearing(at=at, form=form, control=control, target=thing, first=min(thing[0], control.first), end=at + 1)
        if control is not None
        else None
    )


def _turned(
    analysis: Analysis, cast: Cast, at: int, form: StanceForm, target: tuple[int, int], after: int
) -> Bearing | None:
    """What somebody is who is named after the role: "among its critics is Lima", "critics of it include Lima"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if after + 1 >= len(tags) or (tags[after] != "B" and lowers[after] not in _INCLUDING):
        return None
    first = after + 1
    first += tags[first] in "DS" and first not in cast.starting
    stop = max((stop for stop, _ in cast.starting.get(first, ())), default=None)
    if stop is None or after in analysis.walls:
        return None
    begin = target[0] + 2 * (lowers[target[0] : target[0] + 2] == _ONE_OF)
    control = Control(Source(first, stop), first)
    return Bearing(at=at, form=form, control=control, target=(begin, target[1]), first=min(at, begin), end=stop)


def _group(analysis: Analysis, cast: Cast, at: int, opener: int, end: int) -> Control | None:
    """Those who are named by their role: "critics of the levy said", "the pact's supporters"."""
    if not analysis.tokens.lowers[at].endswith("s"):
        return None  # "met a critic of the levy": who that is stays open.
    named = ((first, stop) for first in range(max(0, opener), at + 1) for stop, _ in cast.starting.get(first, ()))
    held = next(((first, stop) for first, stop in named if at < stop <= end), None)
    return None if held is None else Control(Source(*held), held[0])


def _members(analysis: Analysis, cast: Cast, group: Bearing, ceiling: int) -> Iterator[Bearing]:
    """The side for each of a group who is named: "critics of the levy, among them Lima and Quito"."""
    if group.target is None or group.control.source.end <= group.at:
        return
    place = plain_head_end(analysis, *group.target)
    if analysis.tokens.lowers[place + 1 : place + 2] not in _NAMING or analysis.tags[place] != ",":
        return
    for member in company_of(analysis, cast, place, min(ceiling, place + _LONGEST_ASIDE)):
        first, end = analysis.tokens.range(member.span)
        control = group.control._replace(source=Source(first, end))
        yield group._replace(control=control, end=max(group.end, end))


def _owned_role(analysis: Analysis, cast: Cast, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """Whom somebody has for a friend or foe, where the name follows: "Lima's ally Quito", "his rival, Ana Ruiz"."""
    if analysis.tokens.lowers[at] in analysis.index.sets["control.offices"]:
        return None  # "Norway's trade adviser, Ana Ruiz": whose office it is takes no side by that.
    tags, opener = analysis.tags, _opener(analysis, at, floor)
    first = at + 1 + len(form.tail)
    first += first < ceiling and tags[first] == ","
    if opener < floor or tags[opener] not in "GS" or first >= ceiling or tags[first] != "E":
        return None
    named = [stop for stop, _ in cast.starting.get(first, ()) if stop <= ceiling and tags[stop : stop + 1] != ["G"]]
    if not analysis.index.sets["control.bygone"].isdisjoint(analysis.tokens.lowers[opener + 1 : at]):
        return None
    owner = (opener, opener + 1) if tags[opener] == "S" else noun_phrase_before(analysis, opener, floor)
    if not named or owner is None:
        return None
    control = Control(Source(*owner), owner[0])
    return Bearing(at=at, form=form, control=control, target=(first, max(named)), first=owner[0], end=max(named))


def bearer_of(analysis: Analysis, first: int, floor: int) -> Control | None:
    """Who has a role: the subject of the copula before it, or the name that it stands in apposition to."""
    tags, at = analysis.tags, first - 1
    opener = at
    while opener >= floor and at - opener < _MODIFIERS and tags[opener] in "NKhg":
        opener -= 1
    if opener >= floor and tags[opener] == "D":  # "has been a prominent Lund critic"
        at = opener
    while at >= floor and (tags[at] in "DAdX" or analysis.tokens.lowers[at] in {"one", "of", "among"}):
        at -= 1
    if at > floor and analysis.tokens.lowers[at] == "as" and tags[at - 1] in "vd":  # "has emerged as a critic of"
        return control_of(analysis, verb_group(analysis, at - 1, floor), floor)
    if at < floor:
        return None
    if tags[at] in "vBdi" and analysis.tokens.lowers[at] in analysis.index.copulas:
        return control_of(analysis, verb_group(analysis, at, floor), floor)
    if tags[at] == "N" and analysis.tokens.lowers[at] in analysis.index.sets["control.documents"]:
        return author_of(analysis, at, floor)  # "issued a report critical of Lima"
    if tags[at] == "," and at > floor:
        found = noun_phrase_before(analysis, at, floor)
        return Control(Source(*found), first) if found else None
    copula = _copula_of_row(analysis, at, floor) if tags[at] == "C" and at > floor else None
    return control_of(analysis, verb_group(analysis, copula, floor), floor) if copula is not None else None


def _copula_of_row(analysis: Analysis, joint: int, floor: int) -> int | None:
    """The form of be whose second predicate follows "and": "was one of her backers and | a critic of the levy"."""
    tags = analysis.tags
    if analysis.tokens.lowers[joint] not in {"and", "but"}:
        return None
    for at in range(joint - 1, max(floor, joint - _CLAUSE_REACH), -1):
        if tags[at] == "B" and tags[at + 1] in "DN":
            return at
        if tags[at] in "vMVO.;:,UWHgi":
            return None
    return None


def read_adjective(analysis: Analysis, cast: Cast, at: int) -> list[Bearing]:  # noqa: ARG001 - one signature
    """The reading of a stance adjective, if it has one."""
    lowers = analysis.tokens.lowers
    floor, ceiling = analysis.reach(at)
    for form in analysis.index.stance_adjectives.at(lowers, at):
        end = at + 1 + len(form.tail)
        if end >= ceiling or lowers[end] not in form.rule.slots:
            continue
        target = slot_after(analysis, end, ceiling, form.rule.slots)
        control = bearer_of(analysis, at, floor) if target is not None else None
        if control is not None and target is not None:
            negated = control.negated or "X" in analysis.tags[max(floor, at - 2) : at]
            control = Control(control.source, control.first, negated, control.open)
            first, end = min(control.first, at), target[1]
            return [Bearing(at=at, form=form, control=control, target=target, first=first, end=end)]
    return []
