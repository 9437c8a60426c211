"""Who takes a side in a verb: its subject, or that of the verb which governs an infinitive or gerund."""

from __future__ import annotations

import re
from typing import NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.actors.joint import joint_actors
from tradebrief.extraction.claims.certainty import is_unreal_perfect
from tradebrief.extraction.claims.conditions import is_supposed
from tradebrief.extraction.claims.denials import denying_words, doubting_words
from tradebrief.extraction.claims.papers import is_others_paper
from tradebrief.extraction.claims.sources import Source, can_hold, head_end, holder_of, is_nobody
from tradebrief.extraction.claims.subjects import subject_of
from tradebrief.extraction.grammar.phrases import VerbGroup, is_to_come, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.stances.company import company_of
from tradebrief.extraction.stances.undeterred import undeterred
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId, HolderReason

__all__ = ["Control", "author_of", "control_of", "holders_of", "listed", "possessor_of"]

_DEEPEST = 3
_SHORTEST_LIST = 5
_LIST = re.compile("D?[EN]+(?:,D?[EN]+)+,?CD?[EN]+")  # Over tags.
_OBJECT_REACH = 12
_POSSESSOR_REACH = 4
_COUNT_REACH = 5
_WHICH_TIME = frozenset({"last", "this", "next", "earlier"})
_FLOATING = frozenset({"both", "all", "each"})
_SUCH = frozenset({"those", "few", "many", "several"})
_OF_THEM = frozenset({"among", "one"})
_UNREAL = frozenset({"if", "unless", "whether", "should", "lest"})
_ONLY = frozenset({"just", "only", "merely", "simply", "solely"})  # "not only to back Lima"
_DUE = frozenset({"need", "needs", "needed", "has", "have"})
_TIME = "time"
_OPEN_MODALS = frozenset({"could", "can", "may", "might", "should", "must", "ought", "shall"})


class Control(NamedTuple):
    """Who does what a verb says, and how real it is.

    Attributes:
        source: The words that name who does it.
        first: The first token of what shows it: of the verb, or of the one that governs it.
        negated: Whether it is not done.
        open: Whether it only may be done, or is asked of somebody else.
        asked: Whether it is open for no other reason than that it is asked of somebody else.
        modal: Whether any modal stands by it, such as "will".
        refused: Whether it is not done as somebody will not do it: "refused to", "would not", "vowed never to".
    """

    source: Source
    first: int
    negated: bool = False
    open: bool = False
    modal: bool = False
    asked: bool = False
    refused: bool = False


def control_of(analysis: Analysis, group: VerbGroup, floor: int, depth: int = 0) -> Control | None:
    """Who does what a verb in the active says; None where nothing tells, or where it hangs on a condition."""
    if group.infinitive:
        return _of_infinitive(analysis, group, floor, depth)
    if group.gerund:
        found = _of_gerund(analysis, group, floor, depth)
        if found is not None:
            return found
    source = subject_of(analysis, group, floor)
    if source is None and group.gerund:
        return _of_adjunct(analysis, group, floor, depth)
    source = source or _of_copula_before(analysis, group, floor)
    if source is None or source.first < 0:
        return None
    if source.first > floor and analysis.tokens.lowers[source.first - 1] in _UNREAL:
        return None
    if _is_high_time(analysis, source.first, floor):
        return None
    if is_supposed(analysis, source.first, group.verb) or doubting_words(analysis, source.first, possible=False):
        return None
    if _is_counterfactual(analysis, group, source, floor):
        return None
    first = min(group.first, group.verb)
    head = head_end(analysis, source) - 1
    if depth < _DEEPEST and _has_author(analysis, head, floor):
        author = author_of(analysis, head, floor, depth=depth + 1)  # "tabled a resolution that praised"
        source = author.source if author is not None and not author.open and not author.negated else source
    to_come = is_to_come(analysis, group)
    negated = (group.negated and not to_come) != is_nobody(analysis, source)
    if denying_words(analysis, source.first):
        negated = not negated
    unwilling = group.negated and group.modal in analysis.index.sets["control.planning"]
    return Control(source, first, negated, to_come or group.modal in _OPEN_MODALS, bool(group.modal), refused=unwilling)


def _has_author(analysis: Analysis, head: int, floor: int) -> bool:
    """Whether what a noun for a paper does is its author's doing, as that of a bill is if somebody puts it forward."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    if lowers[head] in sets["control.documents"]:
        return True
    if lowers[head] not in sets["control.bills"]:
        return False
    verb = head - 1
    while verb > floor and tags[verb] in "DNEKAh":
        verb -= 1
    return verb >= floor and lowers[verb] in analysis.index.giving  # "introduced a bill that would ban Lima's ships"


def _is_high_time(analysis: Analysis, subject: int, floor: int) -> bool:
    """Whether it is only said to be time for a deed: "it is time (that) Lima lifted the ban"."""
    lowers = analysis.tokens.lowers
    at = subject if lowers[subject] == _TIME else subject - 1 - (lowers[subject - 1] == "that")
    if at - 2 < floor or lowers[at] != _TIME:
        return False
    return "B" in analysis.tags[max(floor, at - 3) : at]  # "is time", "is about time", "is high time"


def _is_counterfactual(analysis: Analysis, group: VerbGroup, source: Source, floor: int) -> bool:
    """Whether a deed is only imagined in the past: "would have lifted the ban", "had Oslo lifted it"."""
    lowers, opener = analysis.tokens.lowers, source.first - 1
    if opener >= floor and lowers[opener] == "had" and (opener == floor or analysis.tags[opener - 1] in ",C"):
        return True
    return is_unreal_perfect(analysis, group.first, group.verb + 1)


def _of_gerund(analysis: Analysis, group: VerbGroup, floor: int, depth: int) -> Control | None:
    """A gerund under a verb of phase ("kept attacking") or after a noun of speech ("a statement condemning")."""
    at, sets = group.subject_end - 1, analysis.index.sets
    while at > floor and (
        analysis.tokens.lowers[at] in sets["grammar.time"] or analysis.tokens.lowers[at] in _WHICH_TIME
    ):
        at -= 1  # "ran an ad last week attacking"
    if at < floor or depth >= _DEEPEST:
        return None
    word = analysis.tokens.lowers[at]
    if word in sets["control.documents"]:
        return author_of(analysis, at, floor, turned=group.negated, depth=depth)
    if analysis.tags[at] == "P" and (habit := _of_habit(analysis, group, at, floor)) is not None:
        return habit
    if analysis.tags[at] == "P" and word in sets["control.adverbial"]:
        return _of_adverbial(analysis, group, at, floor, depth)
    if analysis.tags[at] not in "vdig":
        return None
    if word not in analysis.index.aspect and word not in sets["control.avoiding"]:
        return None
    outer = control_of(analysis, verb_group(analysis, at, floor), floor, depth + 1)
    turned = word in sets["control.avoiding"]
    return outer._replace(negated=outer.negated != (turned or group.negated)) if outer else None


def _of_habit(analysis: Analysis, group: VerbGroup, at: int, floor: int) -> Control | None:
    """Whose attempt or habit a gerund after a noun and a preposition tells: "Lund's attempt at | praising Lima"."""
    sets, noun = analysis.index.sets, analysis.tokens.lowers[at - 1]
    if at <= floor or (noun not in sets["control.nouns"] and noun not in sets["control.habits"]):
        return None
    own = possessor_of(analysis, at - 1, floor)
    return Control(own, at - 1, group.negated) if own is not None else None


def author_of(analysis: Analysis, at: int, floor: int, *, turned: bool = False, depth: int = 0) -> Control | None:
    """Whose paper or words a noun names: its possessor's, or the one's who gives it ("issued a statement")."""
    own = possessor_of(analysis, at, floor)
    if own is None and is_others_paper(analysis, at, floor):
        return None
    return Control(own, at, turned) if own else _of_clause(analysis, at, floor, turned=turned, depth=depth)


def _of_adjunct(analysis: Analysis, group: VerbGroup, floor: int, depth: int) -> Control | None:
    """A gerund after a noun: done by whom that names ("mills boycotting Lima"), or else by the subject of the clause.

    "Spent a fortune attacking Lima": a fortune attacks nobody.
    """
    found = noun_phrase_before(analysis, group.subject_end, floor)
    if found is None or depth >= _DEEPEST or analysis.tags[found[1] - 1] not in "NEK":
        return None
    head = head_end(analysis, Source(*found)) - 1
    if analysis.tokens.lowers[head] in analysis.index.sets["control.documents"]:
        return author_of(analysis, head, floor, turned=group.negated, depth=depth)  # "a suit in court accusing"
    if can_hold(analysis, Source(*found)):
        return Control(Source(*found), group.verb, group.negated)
    verb = found[0] - 1
    if verb <= floor or analysis.tags[verb] not in "vdgi":
        return None
    outer = control_of(analysis, verb_group(analysis, verb, floor), floor, depth + 1)
    return outer._replace(first=group.verb, negated=group.negated) if outer else None


def _of_copula_before(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject that a verb shares with a form of be before "and": "is a miller and is suing Lima"."""
    tags, joint = analysis.tags, group.subject_end - 1
    if joint <= floor or tags[joint] != "C" or not group.finite or analysis.tokens.lowers[joint] not in {"and", "but"}:
        return None
    for probe in range(joint - 1, max(floor, joint - _OBJECT_REACH), -1):
        if tags[probe] in "BV" and tags[probe + 1] not in "vd":
            return subject_of(analysis, verb_group(analysis, probe, floor), floor)
        if tags[probe] in "vMVO.;:UWH":
            return None
    return None


def _of_adverbial(analysis: Analysis, group: VerbGroup, at: int, floor: int, depth: int) -> Control | None:
    """A gerund after a preposition, done by the subject of the clause ("made its name by attacking Lima").

    After an object before "for" or "of" it is the object that does it: "thanked Oslo for backing Lima".
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if (let := undeterred(analysis, at, floor)) is not None:
        return Control(let, group.verb, group.negated)
    verb = next(
        (probe for probe in range(at - 1, max(floor, at - _OBJECT_REACH) - 1, -1) if tags[probe] in "vdB;:WHU"), None
    )
    if verb is None or tags[verb] not in "vdB":
        return None
    if (
        lowers[at - 1] in analysis.index.sets["control.proposals"]
        or lowers[at - 1] in analysis.index.sets["control.nouns"]
    ):
        return None  # "a plan for lifting it": whoever's plan that is
    outer_group = verb_group(analysis, verb, floor)
    if not (outer_group.finite or tags[verb] == "B") or outer_group.infinitive:
        return None
    forms = analysis.index.verb_cues.get(lowers[verb], ())
    addressed = any(not form.tail and "np_pp" in form.cue.frames for form in forms)
    if lowers[at] in {"from", "against"}:
        return None  # "warned Oslo against backing Lima", "kept Oslo from it": nobody has done it.
    if addressed and not outer_group.passive and lowers[at] in {"for", "of"}:
        found = noun_phrase_before(analysis, at, verb + 1)
        return Control(Source(*found), group.verb, group.negated) if found is not None else None
    outer = control_of(analysis, outer_group._replace(passive=False), floor, depth + 1)
    negated = group.negated != (lowers[at] in analysis.index.sets["control.avoiding"])
    if lowers[at - 1] in analysis.index.sets["control.habits"]:
        negated = negated != ("X" in tags[verb:at])  # "is not in the habit of | praising Lima"
    return outer._replace(first=group.verb, negated=negated) if outer else None


def _of_infinitive(analysis: Analysis, group: VerbGroup, floor: int, depth: int) -> Control | None:
    """The controller of an infinitive: the subject of the verb, adjective or noun that it hangs on."""
    if depth >= _DEEPEST:
        return None
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    at = group.first - 1
    if tags[group.first] != "T":  # The second of two infinitives: "to push for cuts and praise".
        return _second(analysis, group, floor, depth)
    if at >= floor and lowers[at] in sets["aspect.hard"]:
        return None  # "found it hard to fault the plan"
    shunned = group.negated
    while at >= floor and tags[at] in "AX":
        shunned = shunned or (tags[at] == "X" and lowers[at + 1] not in _ONLY)  # "vowed never to back Lima"
        at -= 1
    if at < floor:
        return None
    word = lowers[at]
    turned = (word in sets["control.refusing"]) != shunned
    refused = turned and (shunned or word in sets["control.unwilling"])
    found = _governing(analysis, at, floor, turned=turned, depth=depth)
    return found._replace(refused=refused) if refused and found is not None else found


def _governing(analysis: Analysis, at: int, floor: int, *, turned: bool, depth: int) -> Control | None:
    """The controller of an infinitive that hangs on the word at a token."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    word = lowers[at]
    if tags[at] == "B":
        return _of_role(analysis, at, floor, turned=turned, depth=depth)
    if tags[at] in "vdgiV" or (tags[at] == "N" and word in analysis.index.verbs and word in sets["control.ready"]):
        outer = control_of(analysis, verb_group(analysis, at, floor), floor, depth + 1)
        due = word in _DUE  # "needs to lift the ban": it is not lifted yet.
        return outer._replace(negated=outer.negated != turned, open=outer.open or due) if outer else None
    if word in sets["control.ready"] or word in sets["control.refusing"]:
        copula = _copula_before(analysis, at, floor)
        if copula is not None:
            outer = control_of(analysis, verb_group(analysis, copula, floor), floor, depth + 1)
            return outer._replace(negated=outer.negated != turned) if outer else None
    if word in sets["control.nouns"] or word in sets["control.refusing"]:
        source = possessor_of(analysis, at, floor)
        if source is not None:
            return Control(source, at, turned)
    return _of_clause(analysis, at, floor, turned=turned, depth=depth)


def _of_role(analysis: Analysis, copula: int, floor: int, *, turned: bool, depth: int) -> Control | None:
    """Whose role or aim it is to do what an infinitive after a form of be says: "Oslo's aim is to sink the pact"."""
    outer = control_of(analysis, verb_group(analysis, copula, floor), floor, depth + 1)
    if outer is None:
        return None
    source, head = outer.source, head_end(analysis, outer.source) - 1
    if source.first >= 0 and analysis.tokens.lowers[head] in analysis.index.sets["control.aims"]:
        source = possessor_of(analysis, head, max(floor, source.first)) or source
    return outer._replace(source=source, negated=outer.negated != turned)


def _copula_before(analysis: Analysis, at: int, floor: int) -> int | None:
    probe = at - 1
    while probe > floor and (analysis.tags[probe] in "AX" or analysis.tokens.lowers[probe] in {"more", "less"}):
        probe -= 1
    fits = probe >= floor and analysis.tags[probe] in "vBdi" and analysis.tokens.lowers[probe] in analysis.index.copulas
    return probe if fits else None


def _second(analysis: Analysis, group: VerbGroup, floor: int, depth: int) -> Control | None:
    """The controller that an infinitive shares with the one before "and"."""
    tags = analysis.tags
    for probe in range(group.first - 2, max(floor, group.first - 1 - 2 * _OBJECT_REACH), -1):
        if tags[probe] == "i":
            return control_of(analysis, verb_group(analysis, probe, floor), floor, depth + 1)
        if tags[probe] in "vMB.;:":
            return None
    return None


def possessor_of(analysis: Analysis, noun: int, floor: int) -> Source | None:
    """Whose plan or attempt it is: "Berlin's plan to", "its bid to"."""
    tags = analysis.tags
    for probe in range(noun - 1, max(floor, noun - 1 - _POSSESSOR_REACH) - 1, -1):
        if tags[probe] == "S":
            return Source(probe, probe + 1)
        if tags[probe] == "G":
            found = noun_phrase_before(analysis, probe, floor)
            return _owner_in(analysis, *found) if found else None
        if tags[probe] not in "NAEKdh":
            return None
    return None


def _owner_in(analysis: Analysis, first: int, end: int) -> Source:
    """Who owns something by the words before "'s": in those for a thing the last name, "criticism of | Oslo | 's"."""
    at = analysis.tagged.rfind("P", first + 1, end - 1)
    whole, inner = Source(first, end), Source(at + 1, end)
    return whole if at < 0 or can_hold(analysis, whole) or not can_hold(analysis, inner) else inner


def _of_clause(analysis: Analysis, at: int, floor: int, *, turned: bool, depth: int) -> Control | None:
    """The subject of the verb before an object: its purpose ("staged a rally to demand"), or what it asks of others.

    Who is asked to do something has not done it; who asks for it takes the side.
    """
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    for probe in range(at, max(floor, at - _OBJECT_REACH) - 1, -1):
        found = tags[probe]
        if found in "vdg" and (found == "v" or tags[probe - 1 : probe] not in (["D"], ["S"], ["A"])):
            effort = lowers[at] in sets["control.nouns"]  # "led the effort to"
            if lowers[probe] in sets["control.causing"] and not effort:
                return Control(Source(probe + 1, at + 1), probe + 1, turned) if at > probe else None
            if lowers[at] in sets["control.documents"] and lowers[probe] in sets["control.reading"]:
                return None  # "received a letter praising Lima": somebody else wrote it.
            outer = control_of(analysis, verb_group(analysis, probe, floor), floor, depth + 1)
            if outer is None:
                return None
            asked = lowers[probe] in analysis.index.verb_cues and lowers[probe] not in sets["control.writing"]
            dissuaded = lowers[probe] in sets["control.refusing"]
            return outer._replace(
                negated=outer.negated != (turned or dissuaded),
                open=outer.open or asked,
                asked=asked and (outer.asked or not outer.open),
            )
        if found == "B" and _is_one_of_a_kind(analysis, probe + 1, at):
            outer = control_of(analysis, verb_group(analysis, probe, floor), floor, depth + 1)
            return outer._replace(negated=turned, modal=False) if outer is not None else None
        if found in ".;:,HWUMi":
            return None
    return None


def _is_one_of_a_kind(analysis: Analysis, first: int, head: int) -> bool:
    """Whether a predicate says that its subject, too, does what follows: "is (not) the first state | to back it"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[head] in _SUCH:
        return not _OF_THEM.isdisjoint(lowers[first:head])  # "was among those | to back it"
    if sets["control.ranks"].isdisjoint(lowers[first:head]):
        return False
    kinds = ("groups.singular_heads", "groups.collective_heads", "titles.heads", "control.doers")
    return any(lowers[head] in sets[kind] for kind in kinds)


def listed(analysis: Analysis, cast: Cast, source: Source) -> tuple[ActorId, ...]:
    """Each of the actors in a list of three names or more: "Peru, Chile and Norway"; none for any other words."""
    if source.end - source.first < _SHORTEST_LIST or not _LIST.fullmatch(analysis.tagged, source.first, source.end):
        return ()
    return _each_of(analysis, cast, source)


def _longer(analysis: Analysis, cast: Cast, source: Source) -> ActorId | None:
    """Who is meant by a head whose mention goes on past it: "a court | in Lima", "the association | of growers"."""
    if analysis.tags[source.end : source.end + 1] != ["P"]:
        return None
    first = source.first + (analysis.tags[source.first] == "D")
    longer = [(end, id) for end, id in cast.starting.get(first, ()) if end > source.end]
    return max(longer)[1] if longer else None


def _each_of(analysis: Analysis, cast: Cast, source: Source) -> tuple[ActorId, ...]:
    found: list[ActorId] = []
    at = source.first
    while at < source.end:
        at += analysis.tags[at] == "D"
        named = [(end, id) for end, id in cast.starting.get(at, ()) if end == source.end or analysis.tags[end] in ",C"]
        if not named:
            stop = at
            while stop < source.end and analysis.tags[stop] == "N":
                stop += 1
            if stop == at or not analysis.tokens.lowers[stop - 1].endswith("s"):
                return ()
            at = stop + (stop < source.end)  # "farmers, unions and Norway"
            at += at < source.end and analysis.tags[at] == "C"
            continue
        at, id = max(named)
        found.append(id)
        while at < source.end and analysis.tags[at] in ",C":
            at += 1
    return tuple(dict.fromkeys(found))


def holders_of(analysis: Analysis, cast: Cast, source: Source) -> tuple[ActorId, ...]:
    """The actors that words name: one, or each of several that "and" joins."""
    if source.first >= 0:
        if several := listed(analysis, cast, source):
            return several
        mentioned = cast.at.get((source.first, source.end))
        if mentioned is not None:
            return (mentioned,)
        if (longer := _longer(analysis, cast, source)) is not None:
            return (longer,)
        if cast.starting.keys().isdisjoint(range(source.first, source.end)):
            return joint_actors(analysis, cast, source.first, head_end(analysis, source))
        source = _without_time(analysis, source)
        if source.end > source.first + 1 and analysis.tokens.lowers[source.end - 1] in _FLOATING:
            source = Source(source.first, source.end - 1)  # "Oslo and Lima both"
        owner = _owner_of(analysis, cast, source)
        if owner is not None:
            return (owner,)
    holder, reason = holder_of(analysis, cast, source)
    if holder is None and source.first >= 0 and (counted := _counted(analysis, source)) is not None:
        return holders_of(analysis, cast, counted)
    if holder is not None:
        return (holder,)
    if reason not in {HolderReason.JOINT, HolderReason.UNRESOLVED}:
        return ()
    last = head_end(analysis, source)
    if "or" in analysis.tokens.lowers[source.first : last]:
        return ()  # "either Peru or Norway"
    tags, found = analysis.tags, list[ActorId]()
    at = source.first
    while at < last:
        starting = cast.starting.get(at)
        inside = [(end, id) for end, id in starting if end <= last or end == source.end] if starting else None
        if not inside:
            at += 1
            continue
        end, id = max(inside)
        if (end in (last, source.end) or tags[end] in ",C(") and id not in found:
            found.append(id)
        at = end
    return tuple(found) or _state_of(analysis, cast, source.first, last) or _examples(analysis, cast, last, source.end)


def _examples(analysis: Analysis, cast: Cast, head: int, end: int) -> tuple[ActorId, ...]:
    """The actors that are named as examples of those who act: "some members, notably Lima and Quito"."""
    named = (target.actor for target in company_of(analysis, cast, head, end))
    return tuple(dict.fromkeys(actor for actor in named if actor is not None))


def _counted(analysis: Analysis, source: Source) -> Source | None:
    """Those whom a number of is named: "tens of thousands of growers", "a group of envoys"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    for at in range(source.first + 1, min(source.end - 1, source.first + _COUNT_REACH)):
        if tags[at] == "C":
            return None  # "Oslo and some of its allies"
        if lowers[at] == "of" and lowers[at - 1] in sets["control.quantities"]:
            return Source(at + 1, source.end)
    return None


def _owner_of(analysis: Analysis, cast: Cast, source: Source) -> ActorId | None:
    """Whom a mouthpiece speaks for: "Lund's office", "the Lund campaign"."""
    last, sets = head_end(analysis, source) - 1, analysis.index.sets
    if analysis.tokens.lowers[last] in sets["control.documents"]:
        owners = {at for at in range(source.first + 1, last) if analysis.tags[at] == "G"}
        found = [id for at in range(source.first, last) for end, id in cast.starting.get(at, ()) if end in owners]
        return found[-1] if found else None
    if analysis.tokens.lowers[last] not in sets["control.mouthpieces"]:
        return None
    ends = {last - 1, last} if analysis.tags[last - 1] == "G" else {last}
    inside = [id for at in range(source.first, last) for end, id in cast.starting.get(at, ()) if end in ends]
    return inside[-1] if inside else None


def _state_of(analysis: Analysis, cast: Cast, first: int, last: int) -> tuple[ActorId, ...]:
    """The state whose organ a phrase names: "Norwegian troops", "Norway's army"."""
    if analysis.tokens.lowers[last - 1] not in analysis.index.sets["control.organs"]:
        return ()
    inside = [id for at in range(first, last) for end, id in cast.starting.get(at, ()) if end < last]
    return tuple(inside[:1])


def _without_time(analysis: Analysis, source: Source) -> Source:
    """A subject without the day that stands between it and its verb: "Oslo Friday lifted the ban"."""
    end, times = source.end, analysis.index.sets["grammar.time"]
    while end > source.first + 1 and analysis.tokens.lowers[end - 1] in times:
        end -= 1
    return source if end == source.end else Source(source.first, end)
