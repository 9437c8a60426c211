"""Deeds: what an actor does to a measure ("imposed duties on barley") or toward another ("severed ties with Lima")."""

from __future__ import annotations

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.lifting import is_raised
from tradebrief.extraction.grammar.phrases import VerbGroup, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index_stances import StanceForm
from tradebrief.extraction.stances.holders import Control, control_of
from tradebrief.extraction.stances.targets import core_end, plain_head_end
from tradebrief.extraction.stances.verbs import Bearing, past_time, read_passive, read_verb, slot_after
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Polarity

__all__ = ["read_deed"]

_LONGEST_RECIPIENT = 8
_LONGEST_LIST = 3
_PARTICLES = frozenset({"down", "off", "aside", "away", "forward", "forth", "out", "to"})
_OUT = frozenset({"out"})
_RULED_ON = frozenset({"deed.clear", "deed.quash"})
_ONES_OWN = frozenset({"its", "their", "our"})
_OBJECT_RELATIVES = frozenset({"which", "that"})
_REACH = 60  # Tokens from a verb within which the head of its object stands.


def read_deed(analysis: Analysis, cast: Cast, at: int) -> list[Bearing]:
    """The readings of a deed or dealing.

    A deed on a measure may be a dealing with somebody too: "signed a pact with Lima".
    """
    lowers = analysis.tokens.lowers
    if analysis.tags[at] not in "vdgi":
        return []
    forms = analysis.index.deeds.at(lowers, at)
    if not forms:
        return []
    found: list[Bearing] = []
    floor, ceiling = analysis.reach(at)
    if lowers[at] in analysis.index.sets["control.lifting"]:
        raised = is_raised(analysis, at, ceiling)
        forms = [form for form in forms if _is_raising(form) is raised]
    ahead = lowers[at + 1 : min(ceiling, at + _REACH)]
    alone = analysis.tags[at] == "d" or _has_no_object(analysis, at, ceiling)
    around = lowers[max(floor, at - _REACH) : at] + ahead if alone else ahead
    done: set[str] = set()
    for form in forms:
        category = form.rule.category
        if form.heads.isdisjoint(around) or category in done or at + len(form.tail) >= ceiling:
            continue
        if category == "dealing" and form.heads != _OUT:
            bearing = _dealing(analysis, cast, at, form, floor, ceiling)
        else:
            bearing = (_deed if category == "deed" else _ousting)(analysis, at, form, floor, ceiling)
        if bearing is not None:
            done.add(category)
            found.append(bearing)
            if form.rule.slots and category == "deed":  # "retaliated against Lima with a ban" is against Lima too.
                found += read_verb(analysis, cast, at)
    return found


def _is_raising(form: StanceForm) -> bool:
    """Whether a reading of "lift" is that of a rise rather than of an end."""
    return form.rule.category == "deed" and form.rule.polarity is Polarity.SUPPORT


def _deed(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    group = verb_group(analysis, at, floor)
    alone = analysis.tags[at] == "d" and not (group.finite or group.infinitive or group.gerund)
    if group.passive or alone:
        if form.rule.slots:
            return None
        return _undergone(analysis, group, form, floor, ceiling) or _contact(analysis, at, group, form, floor)
    first = past_time(analysis, at + 1 + len(form.tail), ceiling)
    if form.rule.slots:  # "exempted prams from the levy"
        slot = slot_after(analysis, first, ceiling, form.rule.slots)
        if slot is None:
            return None
        first = slot[0]
    if not form.rule.slots and _has_no_object(analysis, first - 1, ceiling):
        return _contact(analysis, at, group, form, floor) or _relative(analysis, at, group, form, floor)
    end = plain_head_end(analysis, first, ceiling)
    if form.heads.isdisjoint(analysis.tokens.lowers[first:end]) or _is_told(analysis, form, first, end, ceiling):
        return None
    if form.rule.id in _RULED_ON and _is_own_or_another(analysis, form, first, end):
        return None
    tags = analysis.tags
    inner = next((at for at in range(first + 1, end) if tags[at] in "DS" and tags[at - 1] in "NE"), first)
    if not form.heads.isdisjoint(analysis.tokens.lowers[inner:end]):
        first = inner  # "granted Lima | a quota"
    control = control_of(analysis, group, floor)
    if control is None or (control.modal and not _is_planned(analysis, group)) or _is_on_paper(analysis, group):
        return None
    if control.modal and control.negated and analysis.index.changes.at(analysis.tokens.lowers, at) is not None:
        phrase = noun_phrase_after(analysis, first, ceiling)  # What is refused is the deed: "will not lift the ban".
        stop = max(end, phrase[1]) if phrase is not None else end
        return Bearing(at=at, form=form, control=control, target=(at, stop), first=control.first, end=stop)
    if end + 1 < ceiling and analysis.tags[end] == "d" and analysis.tokens.lowers[end + 1] == "by":
        held = noun_phrase_after(analysis, first, ceiling)  # "the rally staged by students"
        end = core_end(analysis, *held) if held is not None else end
    return Bearing(at=at, form=form, control=control, target=(first, end), first=control.first, end=end)


def _is_own_or_another(analysis: Analysis, form: StanceForm, first: int, end: int) -> bool:
    """Whether what is let pass or quashed is one's own, or is not of its rule: "its decision", "the deal hurdle"."""
    lowers = analysis.tokens.lowers
    return lowers[first] in _ONES_OWN or lowers[end - 1] not in form.heads


def _has_no_object(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether no noun phrase follows a token: "imposed | in May", "imposed | ."."""
    return at + 1 >= ceiling or analysis.tags[at + 1] not in "DSRENKgqAd"


def _contact(analysis: Analysis, at: int, group: VerbGroup, form: StanceForm, floor: int) -> Bearing | None:
    """A deed on what its clause is about, without a relative pronoun before the name: "the levy Lima set"."""
    tags, first = analysis.tags, at
    while first - 1 > floor and tags[first - 1] == "E":
        first -= 1
    if group.passive or group.first != at or first == at or analysis.tokens.lowers[first - 1] not in form.heads:
        return None
    held = noun_phrase_before(analysis, first, floor)
    control = Control(Source(first, at), at)
    return held and Bearing(at=at, form=form, control=control, target=held, first=held[0], end=at + 1)


def _relative(analysis: Analysis, at: int, group: VerbGroup, form: StanceForm, floor: int) -> Bearing | None:
    """A deed on what its clause is about: "the levy that Lima imposed", "the accord Chile signed"."""
    control = control_of(analysis, group, floor)
    if control is None or control.modal or control.negated or control.source.first <= floor:
        return None
    if not form.tail and not _PARTICLES.isdisjoint(analysis.tokens.lowers[at + 1 : at + 2]):
        return None  # "the levy that Lima put | down to greed"
    tags, lowers, subject = analysis.tags, analysis.tokens.lowers, control.source.first
    opener = subject - 1
    if tags[opener] in "WH" and lowers[opener] in _OBJECT_RELATIVES:
        opener -= tags[opener - 1] == ","
        held = noun_phrase_before(analysis, opener, floor)
    else:
        held = noun_phrase_before(analysis, subject, floor) if tags[opener] == "N" else None
    if held is None:
        return None
    first, head = _nearest_of(analysis, form, *held)
    if lowers[head - 1] not in form.heads:
        return None
    target = (first, held[1])
    return Bearing(at=at, form=form, control=control, target=target, first=first, end=at + 1 + len(form.tail))


def _is_told(analysis: Analysis, form: StanceForm, first: int, end: int, ceiling: int) -> bool:
    """Whether what is conceded is a clause: "conceded that the quota was small", "conceded the quota was small"."""
    told = end < ceiling and analysis.tags[end] in "vMBVO"
    return form.rule.act is Act.CONCEDE and (told or analysis.tags[first] in "HTW")


def _ousting(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """Whom somebody drives out: "forced the agency out of the country"."""
    lowers, first = analysis.tokens.lowers, past_time(analysis, at + 1, ceiling)
    phrase = noun_phrase_after(analysis, first, ceiling)
    out = phrase[1] if phrase is not None else ceiling
    out += out + 1 < ceiling and analysis.tags[out] == ","  # "drove the charity, Velk Relief, out of Lima"
    if phrase is None or out >= ceiling or lowers[out] not in form.heads:
        return None
    group = verb_group(analysis, at, floor)
    control = None if group.passive else control_of(analysis, group, floor)
    return control and Bearing(at=at, form=form, control=control, target=phrase, first=control.first, end=out + 1)


def _is_planned(analysis: Analysis, group: VerbGroup) -> bool:
    """Whether a modal says that a deed is to come: "will lift the ban", "would not lift it"."""
    return group.modal in analysis.index.sets["control.planning"]


def _is_on_paper(analysis: Analysis, group: VerbGroup) -> bool:
    """Whether a deed is only what a proposal is for: "shelved a plan | to raise its levy"."""
    if not group.infinitive or group.first < 2:
        return False
    before = group.first - 1 - (analysis.tags[group.first - 1] == "T")
    return analysis.tags[before] == "N" and analysis.tokens.lowers[before] in analysis.index.sets["control.proposals"]


def _undergone(analysis: Analysis, group: VerbGroup, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    """A deed in the passive with its agent: "the duty was imposed by Lima", "the duty imposed by Lima"."""
    read = read_passive(analysis, group, form, floor, ceiling)
    if read is None or read.target is None or (group.modal and not _is_planned(analysis, group)):
        return None
    first, end = _nearest_of(analysis, form, *read.target)
    if form.heads.isdisjoint(analysis.tokens.lowers[first:end]):
        return None
    return read._replace(target=(first, end), control=read.control._replace(modal=bool(group.modal)))


def _nearest_of(analysis: Analysis, form: StanceForm, first: int, end: int) -> tuple[int, int]:
    """The phrase up to its head, or the last one that it holds: "an end to | the levy" imposed by Lima."""
    head = plain_head_end(analysis, first, end)
    if form.heads.isdisjoint(analysis.tokens.lowers[first:head]):
        tagged = analysis.tagged
        first = max(tagged.rfind("P", first, end), tagged.rfind("T", first, end)) + 1 or first
        head = plain_head_end(analysis, first, end)
    return first, head


def _list_end(analysis: Analysis, at: int, ceiling: int) -> int:
    """Where a list ends whose first item ends at a token: "its inspectors and aid workers from"."""
    for _ in range(_LONGEST_LIST):
        after = at
        while after < ceiling and analysis.tags[after] in ",C":
            after += 1
        if after == at or after >= ceiling:
            break
        at = plain_head_end(analysis, after, ceiling)
    return at


def _owner(analysis: Analysis, cast: Cast, form: StanceForm, first: int, head: int) -> tuple[int, int] | None:
    """Whose an object is that a name opens: "froze | Lima's | assets", "burned the | Peruvian | flag"."""
    if analysis.tokens.lowers[head - 1] not in form.heads:
        return None
    begin = first
    while begin < head and analysis.tags[begin] in "DK":
        begin += 1
    if begin >= head or analysis.tags[begin] in "SR":
        return None
    owned = next((at for at in range(begin, head) if analysis.tags[at] == "G"), None)
    if owned is not None:
        return begin, owned
    stop = max((stop for stop, _ in cast.starting.get(begin, ()) if stop < head), default=None)
    return None if stop is None else (begin, stop)


def _dealing(analysis: Analysis, cast: Cast, at: int, form: StanceForm, floor: int, ceiling: int) -> Bearing | None:
    first = past_time(analysis, at + 1 + len(form.tail), ceiling)
    phrase = noun_phrase_after(analysis, first, ceiling)
    head = plain_head_end(analysis, first, ceiling)
    end = max(core_end(analysis, *phrase), head) if phrase is not None else head
    if analysis.tags[first : first + 1] == ["R"] and _gives(analysis, at):
        head = end = plain_head_end(analysis, first + 1, ceiling)  # "gave them aid"
    if form.heads.isdisjoint(analysis.tokens.lowers[first:end]):
        return _dealt_before(analysis, at, form, first, floor, ceiling)
    tags = analysis.tags
    group = verb_group(analysis, at, floor)
    if group.passive:  # "was refused a loan by Lima"
        return read_passive(analysis, group, form, floor, ceiling) if _gives(analysis, at) else None
    inner = next((at for at in range(first + 1, end) if tags[at] in "DS" and tags[at - 1] not in "PC"), None)
    # "gave Lima a loan", or "gave a loan to Lima"
    recipient: tuple[int, int] | None = (first, inner) if inner is not None else None
    if recipient is None and _gives(analysis, at) and (named := _name_end(analysis, first, head)) is not None:
        recipient = (first, named)  # "gave Lima aid"
    places = [head, end, _list_end(analysis, head, ceiling)]  # "the blockade of Lima", "part of the aid to Lima"
    if form.heads.isdisjoint(analysis.tokens.lowers[first:head]):
        places = places[1:]  # "a state of siege in Lima"
    if "owner" in form.rule.slots and recipient is None:
        recipient = _owner(analysis, cast, form, first, head)
    for place in places:
        if tags[place : place + 1] == ["d"] and analysis.tokens.lowers[place + 1 : place + 2] == ["by"]:
            continue  # "rejected the pact | signed by Lima"
        recipient = recipient or slot_after(analysis, place, ceiling, form.rule.slots)
    if recipient is None or recipient[1] - recipient[0] > 4 * _LONGEST_RECIPIENT:
        return None
    control = control_of(analysis, group, floor)
    if control is None:
        return None
    return Bearing(at=at, form=form, control=control, target=recipient, first=control.first, end=max(end, recipient[1]))


def _dealt_before(
    analysis: Analysis, at: int, form: StanceForm, first: int, floor: int, ceiling: int
) -> Bearing | None:
    """A dealing whose object stands before its subject: "the sanctions (that) it imposed on | Lima"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if first >= ceiling or lowers[first] not in form.rule.slots:
        return None
    group = verb_group(analysis, at, floor)
    begin = group.first
    while begin > floor and tags[begin - 1] in "ER":
        begin -= 1
    opener = begin - 1
    opener -= opener > floor and tags[opener] in "WH" and lowers[opener] in _OBJECT_RELATIVES
    opener -= opener > floor and tags[opener] == ","
    if begin == group.first or opener <= floor or group.passive or group.modal or lowers[opener] not in form.heads:
        return None
    target = slot_after(analysis, first, ceiling, form.rule.slots)
    control = Control(Source(begin, group.first), begin, group.negated)
    return target and Bearing(at=at, form=form, control=control, target=target, first=begin, end=target[1])


def _gives(analysis: Analysis, at: int) -> bool:
    """Whether a verb takes whom something is given or refused as its first object: "granted | Lima | a loan"."""
    return analysis.tokens.lowers[at] in analysis.index.sets["control.bestowing"]


def _name_end(analysis: Analysis, first: int, head: int) -> int | None:
    """Where a name or pronoun ends that stands before what is given: "former premier Ana Ruiz | permission"."""
    tags = analysis.tags
    if tags[first] == "R":
        return first + 1
    named = analysis.tagged.rfind("E", first, head) + 1
    return named if first < named < head and tags[named] in "NA" else None
