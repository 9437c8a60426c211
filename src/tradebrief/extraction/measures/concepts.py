"""What a target is called wherever it stands: its measure's concept, a name of the table, or its head words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tradebrief.extraction.grammar.lifting import is_raised
from tradebrief.extraction.grammar.phrases import before_participle
from tradebrief.extraction.measures.references import (
    REFERRED,
    Core,
    cores,
    is_object_pronoun,
    only_referent,
    undergoes,
    was_refused,
)
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Measure, MeasureKind

__all__ = ["COMPLEMENTED", "Change", "Concepts", "Referent"]

_POLICY: Final = MeasureKind.POLICY
_AGREEMENT: Final = MeasureKind.AGREEMENT
_LONGEST = 8
_GOODS_REACH = 5
_CLAUSE_REACH = 8
_ON_IMPORTS, _TARIFF = " import tariff", " tariff"
_BACK = 2  # Sentences over which "the measure" looks back.
_FEW = 8  # Measures before it that "the measure" is held against.
_LESS = frozenset({"of", "to", "in"})
_TOWARD = frozenset({"on", "for", "of", "against", "to", "from"})
COMPLEMENTED = _LESS | _TOWARD  # Only after these do a phrase's complements matter.
_CHANGE_REACH = 14
_PHRASE_REACH = 40
_LONGEST_LIST = 4
_DEEPEST = 2
_NOMINAL = frozenset("DSNEKdgA")
_FREED = "exemption"
_FLOWS = {"imports": "import", "exports": "export"}
_LESSENED = frozenset({"end", "cut"})
_NOMINAL_CHANGES = (
    ("concepts.ends", "end"),
    ("concepts.cuts", "cut"),
    ("concepts.raises", "rise"),
    ("concepts.keeps", ""),
)
_AMOUNTS = (("concepts.less", "cut"), ("concepts.more", "rise"), ("concepts.none", "end"))
_SINCE = 120  # Tokens over which another agreement may be brought up.
_NOUN_ALONE = 2  # Tokens of "the deal".
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_NARROWERS = (["on"], ["against"], ["for"], ["from"], ["of"])  # After them a phrase says itself which one it is.
_ANOTHER = frozenset({"a", "an", "another", "new", "other"})
_OPENERS = (["D"], ["S"])  # Before them a base form is a verb: "that Lima lift the ban".


class Change(NamedTuple):
    """What is to become of a thing: "lift the ban", "the levy to be kept", "lower duties".

    Attributes:
        kind: ``end``, ``cut``, ``rise``, ``exemption``; or nothing, where it is to be or to stay.
        at: The token of the word that says so.
        first: First token of the thing.
        end: Token after it, complements included.
    """

    kind: str
    at: int
    first: int
    end: int


class Referent(NamedTuple):
    """What "it" or "the move" means: a policy or agreement, or the end or cut of one.

    Attributes:
        concept: Its normalized name.
        measure: The measure that it is; None where it is what becomes of one, or no known measure.
        head: The head of a thing that is no known measure.
    """

    concept: str
    measure: Measure | None
    head: str = ""


class Concepts:
    """The concepts of an article's measures, by which targets are named.

    Args:
        analysis: The article's analysis.
        measures: Its measures in order.
    """

    def __init__(self, analysis: Analysis, measures: Sequence[Measure]) -> None:
        self._analysis = analysis
        self._by_end = {measure.span.end: measure for measure in measures}
        self._by_start = {measure.span.start: measure for measure in measures}
        self._policies = [measure for measure in measures if measure.kind is _POLICY and measure.concept]
        self._agreements = [found for found in measures if found.kind is _AGREEMENT and found.concept]
        self._agreement_starts = [found.span.start for found in self._agreements]
        self._starts = [measure.span.start for measure in self._policies]
        self._meanings: list[tuple[str, str]] = []  # Of the policies, as far as they were asked for.

    def measure_at(self, first: int, head: int) -> Measure | None:
        """The policy, product or agreement that a noun phrase is about: the one its head ends with."""
        if first >= head:
            return None
        start, end = self._analysis.tokens.starts[first], self._analysis.tokens.ends[head - 1]
        found = self._by_end.get(end) or self._by_start.get(start)
        if found is not None and start <= found.span.start and found.span.end <= end:
            return found
        longer = self._by_start.get(self._analysis.tokens.starts[head - 1])  # "a ban | on imports of rice"
        return longer if longer is not None and longer.kind is MeasureKind.POLICY and longer.span.end > end else None

    def of_phrase(self, first: int, head: int, end: int, depth: int = 0) -> str:
        """The concept of a noun phrase.

        Args:
            first: Its first token.
            head: The token after its head noun.
            end: The token after its complements.
            depth: How many changes it stands in: "an end to the cut in duties".
        """
        if is_object_pronoun(self._analysis, first) and (referent := self.pronoun(first)) is not None:
            return referent.concept
        change = self._nominal_change(first, head, end) if depth < _DEEPEST else None
        if change is not None:
            return self._changed(change, depth + 1)
        measure = self.measure_at(first, head)
        if measure is not None and measure.concept:
            named = self._with_goods(measure, first, head, end)
            return self._spoken_of(named, first, head) or named
        spoken = self.generic(first, head)
        if spoken is not None:
            return spoken.concept
        done = self._attained(first, end) if self._analysis.tags[first] == "g" else None
        return self._named(first, head) or done or self._plain(first, head)

    def pronoun(self, at: int) -> Referent | None:
        """What "it" or "them" at a token means; None where that is no measure, or several, or one that was ended."""
        core = only_referent(self._analysis, at, self._instrument, self._core_name)
        if core is None or undergoes(self._analysis, core) in _LESSENED:
            return None
        if core.governor is not None and was_refused(self._analysis, core.governor):
            return None  # "rejected the levy. Oslo welcomed it": the levy, or that it was rejected?
        return self._core(core)

    def _core_name(self, core: Core) -> str | None:
        """What a thing that "it" may mean is called."""
        referent = self._core(core)
        return None if referent is None else referent.concept

    def _core(self, core: Core) -> Referent | None:
        """What a phrase means to which "it" may refer: a measure, or a thing of a kind that sides are taken on."""
        if core.measure is not None:
            return Referent(self._meaning(core.measure)[0], core.measure)
        sets, word = self._analysis.index.sets, self._analysis.tokens.lowers[core.head]
        if (meant := self.generic(core.first, core.head + 1)) is not None:
            return meant
        known = any(word in sets[key] for key in REFERRED) and word not in sets["concepts.events"]
        return Referent(self._plain(core.first, core.head + 1), None, word) if known else None

    def generic(self, first: int, head: int) -> Referent | None:
        """What "the measure" or "the move" means: the only measure named before, or what became of that.

        A move may be to end something, and then it is not the thing: "dropped its duty. Oslo praised the move".
        """
        analysis, word = self._analysis, self._analysis.tokens.lowers[head - 1]
        sets = analysis.index.sets
        event = word in sets["concepts.events"]
        if word in sets["control.agreements"] and analysis.tags[first] == "D" and head - first == _NOUN_ALONE:
            return self._agreed(first, word)
        if analysis.tags[first] != "D" or not (event or word in sets["concepts.generic"]):
            return None
        found = self._meant(first)
        if found is None or not event:
            return found
        start, end = analysis.tokens.range(found.measure.span) if found.measure is not None else (0, 0)
        core = next((core for core in self._cores_around(start, end)), None)
        became = None if core is None else undergoes(analysis, core)
        if became is None:
            return found if word in sets["concepts.generic"] else None
        return Referent(f"{became} of {found.concept}", None) if became in _LESSENED else found

    def kept(self, first: int, head: int, end: int) -> Referent | None:
        """The measure that is to be or to stay by a noun: "the ban's survival", "the imposition of a levy"."""
        change = self._nominal_change(first, head, end)
        if change is None or change.kind:
            return None
        measure = self.measure_at(change.first, self._head(change.first, change.end))
        return None if measure is None or not measure.concept else Referent(self._changed(change), measure)

    def of_clause(self, first: int, end: int) -> str:
        """The concept of what is to be done: "lift the ban" is the end of the ban, "reach a deal" is the deal."""
        named = self.of_change(first, end) or self._attained(first, end)
        return named or self._plain(first, self._narrowed(first, end))

    def _attained(self, first: int, end: int) -> str | None:
        """The concept of the thing that a clause is to bring about, if its verb says so."""
        thing = self.past_attaining(first, end)
        if thing == first:
            return None
        head = self._head(thing, end)
        if self._analysis.tags[head : head + 1] == ["C"] and self.measure_at(thing, head) is None:
            return None  # "reach rapid and fair agreements"
        return self.of_phrase(thing, head, end)

    def past_attaining(self, first: int, end: int) -> int:
        """Where the thing begins that a verb brings about or pursues: "push for | lower duties"; else the start."""
        found = self._analysis.index.attaining.at(self._analysis.tokens.lowers, first)
        if found is None or found[0] >= end or self._analysis.tags[found[0]] not in _NOMINAL:
            return first
        return found[0]

    def _narrowed(self, first: int, end: int) -> int:
        """Where a clause ends before what only narrows its last noun down: "terms | that would help both"."""
        tags = self._analysis.tags
        after_nouns = (at for at in range(first + 2, end) if tags[at - 1] in "NE")
        return next((at for at in after_nouns if tags[at] in "HW" or _opens_by(tags, at)), end)

    def of_change(self, first: int, end: int) -> str | None:
        """The concept of what a verb says is to become of a thing, if one does."""
        change = self._verbal_change(first, end)
        return None if change is None else self._changed(change)

    def change(self, first: int, end: int) -> Change | None:
        """What is to become of a thing, by the verb, the noun or the comparative of a content."""
        verbal = self._verbal_change(first, end)
        if verbal is not None and verbal.kind:
            return verbal
        first = self.past_attaining(first, end)
        nominal = self._nominal_change(first, self._head(first, end), end)
        return nominal or verbal  # "the end of the ban imposed by Lima"

    def _changed(self, change: Change, depth: int = 0) -> str:
        """The concept of a change: that of its thing, or the end, the cut or the rise of it."""
        named = self.of_phrase(change.first, self._head(change.first, change.end), change.end, depth)
        if change.kind == _FREED:
            return f"{named} {_FREED}"
        return f"{change.kind} of {named}" if change.kind else named

    def _verbal_change(self, first: int, end: int) -> Change | None:
        """The change that a verb makes to its object ("lift the ban"), or to its subject in a passive."""
        tags, lowers, changes = self._analysis.tags, self._analysis.tokens.lowers, self._analysis.index.changes
        reach, changing = range(first, min(end, first + _CHANGE_REACH)), self._analysis.index.changing
        having = self._analysis.index.sets["concepts.having"]
        if changing.isdisjoint(lowers[first : reach.stop]):
            return None  # As most contents.
        for at in reach:
            tag = tags[at]
            if tag in ",;:WU":
                break
            if tag not in "vidgN" or lowers[at] not in changing:
                continue
            if tag in "viNd" and at > first and (alone := self._change_alone(first, at, end)) is not None:
                return alone
            if tag == "N" and at > first and tags[at + 1 : at + 2] not in _OPENERS and not self._acts_on_it(at):
                continue
            found = changes.at(lowers, at)
            if found is None:
                continue
            after, kind = found
            if kind == "end" and is_raised(self._analysis, at, end):
                kind = "rise"
            if after < end and tags[at] != "d":
                if tags[after] in _NOMINAL:
                    return Change(kind, at, after, end)
                if is_object_pronoun(self._analysis, after) and self.pronoun(after) is not None:
                    return Change(kind, at, after, end)
            if at > first and (tags[at] == "d" or (tags[at] == "v" and lowers[at].endswith("ed"))):
                if tags[first] == "i" and tags[at - 1] not in "BAX" and lowers[first] not in having:
                    continue  # "tackle the duties imposed by Lima"
                begin, stop = first + (tags[first] == "i"), at  # "get | the ban lifted"
                while stop > begin + 1 and tags[stop - 1] in "BMTXAV":
                    stop -= 1
                return Change(kind, at, begin, stop)
        return None

    def _acts_on_it(self, at: int) -> bool:
        """Whether a base form has a pronoun for its object: "that Lima lift it", but not "the cut it made"."""
        tags = self._analysis.tags
        after = tags[at + 2] if at + 2 < len(tags) else "."
        return at + 1 < len(tags) and is_object_pronoun(self._analysis, at + 1) and after not in "vMBVO"

    def _change_alone(self, first: int, at: int, end: int) -> Change | None:
        """What a verb without an object says of its subject: "the ban must go", "that the tariffs end"."""
        tags, lowers, sets = self._analysis.tags, self._analysis.tokens.lowers, self._analysis.index.sets
        kind = self._analysis.index.going.get(lowers[at])
        if kind is None or (at + 1 < end and tags[at + 1] not in "PAU,;"):
            return None
        stop = at
        while stop > first + 1 and tags[stop - 1] in "BMTXA":
            stop -= 1
        if tags[stop - 1] not in "NE" or (tags[at] == "N" and not lowers[at - 1].endswith("s")):
            return None  # "the year end"
        head = self._head(first, stop)
        known = self.measure_at(first, head) is not None or lowers[head - 1] in sets["control.instruments"]
        return Change(kind, at, first, stop) if known else None

    def _nominal_change(self, first: int, head: int, end: int) -> Change | None:
        """The change in "an end to the ban", "a cut in duties" and "lower duties"."""
        lowers, sets = self._analysis.tokens.lowers, self._analysis.index.sets
        complemented = head + 1 < end and lowers[head] in COMPLEMENTED
        if complemented and lowers[head] in _LESS:
            for key, kind in _NOMINAL_CHANGES:
                if lowers[head - 1] in sets[key]:
                    return Change(kind, first, head + 1, end)
        if complemented and lowers[head] == "from" and lowers[head - 1] in sets["concepts.freeing"]:
            thing = self._head(head + 1, end)
            if (freed := self.measure_at(head + 1, thing)) is not None and freed.kind is MeasureKind.POLICY:
                return Change(_FREED, first, head + 1, end)
        if head - first > 2 and self._analysis.tags[head - 2] == "G" and self.measure_at(first, head - 2) is not None:
            for key, kind in _NOMINAL_CHANGES:  # "the ban's removal"
                if lowers[head - 1] in sets[key]:
                    return Change(kind, head - 1, first, head - 2)
        opener = first + (self._analysis.tags[first] in "DS")
        if opener + 1 < head:
            for key, kind in _AMOUNTS:
                if lowers[opener] in sets[key]:
                    return Change(kind, first, opener + 1, end)
        return None

    def _head(self, first: int, end: int) -> int:
        tags = self._analysis.tags
        end = min(end, first + _PHRASE_REACH)
        openers = self._analysis.condition_openers
        if openers and (place := bisect_left(openers, first + 1)) < len(openers):
            end = min(end, openers[place])  # "the levy so long as"
        head = next(
            (
                at
                for at in range(first + 1, end)
                if tags[at] not in "DSNEKGAhdg" and not self._shares_head(at) and not self._is_inside(first, at)
            ),
            end,
        )
        return before_participle(self._analysis, first, head)

    def _is_inside(self, first: int, at: int) -> bool:
        """Whether a token is part of a measure that begins between it and another: "the Growth and Jobs Act"."""
        starts = self._analysis.tokens.starts
        before = (self._by_start.get(starts[place]) for place in range(first, at))
        return any(measure is not None and measure.span.end > starts[at] for measure in before)

    def _shares_head(self, mark: int) -> bool:
        """Whether "and" or a comma stands between goods that share an instrument: "steel and aluminium tariffs"."""
        analysis, tokens = self._analysis, self._analysis.tokens
        if analysis.tags[mark] not in ",C" or mark + 1 >= len(tokens.starts):
            return False
        before = self._by_end.get(tokens.ends[mark - 1])
        after = self._by_start.get(tokens.starts[mark + 1])
        goods = before is not None and before.kind is MeasureKind.PRODUCT
        return goods and after is not None and after.kind in {MeasureKind.PRODUCT, MeasureKind.POLICY}

    def _with_goods(self, measure: Measure, first: int, head: int, end: int) -> str:
        """A policy by its goods too, in the order of the alphabet: "duties on eel and cod" as "cod and eel tariff"."""
        analysis, concept = self._analysis, measure.concept or ""
        if measure.kind is not MeasureKind.POLICY:
            return concept
        listed = self._listed(first, analysis.tokens.range(measure.span)[0])
        if listed:  # "steel and aluminium tariffs"
            own, _, instrument = concept.rpartition(" ")
            return f"{_joined([*listed, own])} {instrument}" if own else f"{_joined(listed)} {concept}"
        if concept.endswith(_ON_IMPORTS) and concept != _ON_IMPORTS[1:]:
            concept = concept.removesuffix(_ON_IMPORTS) + _TARIFF
        if head < len(analysis.tags) and analysis.tags[head] in "vdHW" and (on := self._laid_on(head)) is not None:
            head, end = on, min(on + _GOODS_REACH, analysis.reach(on)[1])
        if head >= end or analysis.tokens.lowers[head] not in _TOWARD:
            return concept
        begin = next(
            (at for at in range(head + 1, min(end, head + _GOODS_REACH)) if self._good_at(at) is not None), None
        )
        named = [] if begin is None else self._listed(begin, end)
        if begin is None or not named or named[0] in concept:
            return concept
        good = self._good_at(begin)
        after = 0 if good is None or len(named) > 1 else analysis.tokens.range(good.span)[1]
        flow = _FLOWS.get(analysis.tokens.lowers[after]) if 0 < after < len(analysis.tokens.lowers) else None
        if flow == "import" and concept.endswith(_TARIFF[1:]):
            flow = None  # A tariff is one on imports.
        return f"{_joined(named)} {flow} {concept}" if flow else f"{_joined(named)} {concept}"

    def _laid_on(self, after: int) -> int | None:
        """The "on" of a clause that says on what a measure is laid: "imposed on autos", "that Oslo imposed on cars"."""
        tags, lowers, at = self._analysis.tags, self._analysis.tokens.lowers, after
        if tags[at] in "HW":
            last = min(len(tags) - 1, after + _CLAUSE_REACH)
            at = next((place for place in range(after + 1, last) if tags[place] in "vd,;:."), last)
        laid = self._analysis.index.changes.at(lowers, at) if tags[at] in "vd" else None
        if laid is None or laid[1]:
            return None
        on = at + 1
        if lowers[on : on + 1] == ["by"]:  # "imposed by Oslo on cars"
            on = next(
                (place for place in range(on + 1, min(len(tags), on + _GOODS_REACH)) if tags[place] not in "DEN"), on
            )
        return on if lowers[on : on + 1] == ["on"] else None

    def _good_at(self, at: int) -> Measure | None:
        found = self._by_start.get(self._analysis.tokens.starts[at])
        return found if found is not None and found.kind is MeasureKind.PRODUCT and found.concept else None

    def _listed(self, first: int, end: int) -> list[str]:
        """The goods that stand in a row with nothing but commas, "and" and "or" between them."""
        found: list[str] = []
        at = first
        while at < end and len(found) < _LONGEST_LIST:
            good = self._good_at(at)
            if good is not None:
                found.append(good.concept or "")
                at = self._analysis.tokens.range(good.span)[1]
            elif self._analysis.tags[at] in ",CDSE":
                at += 1
            else:
                break
        return found

    def _spoken_of(self, name: str, first: int, head: int) -> str | None:
        """The instrument with its goods that "those duties" means, where only one of its kind is named before it."""
        analysis, lowers = self._analysis, self._analysis.tokens.lowers
        own = self._by_start.get(analysis.tokens.starts[first + 1]) if first + 1 < head else None
        if own is None or own.concept != name or lowers[first] not in _DEFINITE:
            return None
        if analysis.tags[head : head + 1] in (["W"], ["H"]) or lowers[head : head + 1] in _NARROWERS:
            return None  # "the tariff on glue", "the tariffs that Oslo wants"
        return _only_one(name, self._before(first, bisect_left(self._starts, own.span.start)))

    def _meant(self, first: int) -> Referent | None:
        """The measure that "the measure" means, where the sentences before it name only one."""
        high = bisect_left(self._starts, self._analysis.tokens.starts[first])
        before = [found for found, _ in self._before(first, high)]
        named = {found for found in before if not any(other.endswith(f" {found}") for other in before)}
        if len(named) != 1:
            return None
        name = named.pop()
        return Referent(name, self._policies[high - len(before) + before.index(name)])

    def _agreed(self, first: int, word: str) -> Referent | None:
        """The agreement that "the deal" means: the only one named before, with no other one brought up since."""
        analysis, lowers = self._analysis, self._analysis.tokens.lowers
        after = lowers[first + 2 : first + 3]
        if (
            lowers[first] not in _DEFINITE
            or after in _NARROWERS
            or after == ["with"]
            or analysis.tags[first + 2 : first + 3] == ["H"]
        ):
            return None
        floor = analysis.tokens.starts[analysis.bounds[max(0, analysis.sentence_of(first) - _BACK)][0]]
        high = bisect_left(self._agreement_starts, analysis.tokens.starts[first])
        before = self._agreements[max(0, high - _FEW) : high]
        before = [found for found in before if found.span.start >= floor]
        if len({found.concept for found in before}) != 1:
            return None
        since = range(max(analysis.tokens.range(before[-1].span)[1], first - _SINCE), first)
        if any(lowers[at] == word and lowers[at - 1] not in _DEFINITE for at in since):
            return None  # "a deal with Seoul"
        return Referent(before[-1].concept or word, before[-1])

    def _instrument(self, head: int) -> Measure | None:
        """The policy or agreement whose words end with a token."""
        found = self._by_end.get(self._analysis.tokens.ends[head])
        return found if found is not None and found.concept and found.kind is not MeasureKind.PRODUCT else None

    def _cores_around(self, start: int, end: int) -> Iterator[Core]:
        """The phrases of a sentence that end with the measure at a range of tokens."""
        if end > start:
            floor, ceiling = self._analysis.reach(start)
            floor, ceiling = max(floor, start - _PHRASE_REACH), min(ceiling, end + _PHRASE_REACH)
            found = cores(self._analysis, floor, ceiling, self._instrument)
            yield from (core for core in found if core.head == end - 1)

    def _before(self, first: int, high: int) -> list[tuple[str, str]]:
        """The policies up to one, in reach of a token, by what they mean and with the word before each."""
        analysis = self._analysis
        sentence = max(0, analysis.sentence_of(first) - _BACK)
        low = max(high - _FEW, bisect_left(self._starts, analysis.tokens.starts[analysis.bounds[sentence][0]]))
        while len(self._meanings) < high:
            self._meanings.append(self._meaning(self._policies[len(self._meanings)]))
        return self._meanings[low:high]

    def _meaning(self, measure: Measure) -> tuple[str, str]:
        """What a policy is called with its goods, or what it refers to, and the word before it."""
        start, end = self._analysis.tokens.range(measure.span)
        stop = min(end + _GOODS_REACH, len(self._analysis.tags))
        name = self._with_goods(measure, self._list_start(start), end, stop)
        opener = self._analysis.tokens.lowers[start - 1] if start else ""
        return (self._spoken_of(name, start - 1, end) if start else None) or name, opener

    def _list_start(self, start: int) -> int:
        """The first token of the goods that share the instrument at a token: "steel and aluminium tariffs"."""
        tokens, tags, first = self._analysis.tokens, self._analysis.tags, start
        for _ in range(_LONGEST_LIST):
            good = self._by_end.get(tokens.ends[first - 2]) if first > 1 and tags[first - 1] in ",C" else None
            if good is None or good.kind is not MeasureKind.PRODUCT:
                break
            first = tokens.range(good.span)[0]
        return start if first and tokens.lowers[first - 1] in _TOWARD else first

    def _named(self, first: int, head: int) -> str | None:
        """The table's name for a phrase that ends with one of its words."""
        names, lowers = self._analysis.index.concepts, self._analysis.tokens.lowers
        for at in range(first, head) if names.may_begin(lowers, first, head) else ():
            found = names.at(lowers, at)
            if found is not None and found[0] >= head:
                return found[1]
        return None

    def _plain(self, first: int, end: int) -> str:
        """The words of a phrase: lower case but for acronyms, without determiners, at most eight of them."""
        tokens, tags, names = self._analysis.tokens, self._analysis.tags, self._analysis.index.names
        lowers, words = tokens.lowers, list[str]()
        for at in range(first, end):
            word = tokens.words[at]
            if tags[at] not in "DSq," and word[0].isalnum():
                words.append(word if len(word) > 1 and word.isupper() and word in names else lowers[at])
                if len(words) == _LONGEST:
                    break
        return " ".join(words or lowers[first:end])


def _opens_by(tags: Sequence[str], at: int) -> bool:
    """Whether a participle narrows down the noun before it: "the duties | imposed by Lima"."""
    return tags[at] == "d" and tags[at + 1 : at + 2] == ["P"]


def _only_one(name: str, before: Sequence[tuple[str, str]]) -> str | None:
    """The one instrument of a kind that stands before; None where there are several, or another one was spoken of."""
    several = {found for found, _ in before if found.endswith(f" {name}")}
    another = any(found == name and opener in _ANOTHER for found, opener in before)
    return several.pop() if len(several) == 1 and not another else None


def _joined(names: Sequence[str]) -> str:
    """Names of goods as one, the same in whatever order they stand."""
    *others, last = sorted(set(names))
    return f"{', '.join(others)} and {last}" if others else last
