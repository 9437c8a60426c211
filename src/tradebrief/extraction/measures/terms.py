"""Products, agreements and policies by their names, and by what stands together: "tin ore", "auto parts tariffs".

Words of the table of measures that stand side by side make a chain. Its instrument makes a policy of what stands
before it; goods in a row are one good.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.measures.agreements import called_agreement, parties_end
from tradebrief.extraction.measures.goods import Goods, is_name, is_no_good
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import MeasureTerm
from tradebrief.model import MeasureKind

__all__ = ["TermReading", "find_terms"]

_POLICY, _PRODUCT, _AGREEMENT = MeasureKind.POLICY, MeasureKind.PRODUCT, MeasureKind.AGREEMENT
_HEADS = frozenset({"head", "bound"})
_LONGEST_CHAIN = 8
_NEEDY = frozenset({"modifier", "bound"})  # Nothing by themselves.
_LONGEST_NAME = 12  # Tokens of an agreement's name on either side of its head.
_NAME_LINKS = frozenset({"of", "and", "on", "for", "to", "the", "-"})
_FLOWS = {"exports": "export", "imports": "import"}
_LAID_REACH = 3
_LINKS_AFTER = frozenset({"on", "for", "to"})


class TermReading(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    """A product, agreement or policy.

    Attributes:
        first: Its first token.
        end: The token after it.
        kind: What it is.
        concept: The normalized name that its words come to.
        hs: Chapter of the Harmonized System of a product, where it is sure.
        weak: Whether its words are as often something else.
    """

    first: int
    end: int
    kind: MeasureKind
    concept: str
    hs: str | None = None
    weak: bool = False


class _Part(NamedTuple):
    """Words of the table, where they stand."""

    first: int
    end: int
    term: MeasureTerm

    @property
    def is_good(self) -> bool:
        return self.term.kind is _PRODUCT and self.term.role != "modifier"


def find_terms(
    analysis: Analysis, named: AbstractSet[int], places: Mapping[int, int] = MappingProxyType({})
) -> Iterator[TermReading]:
    """The products, agreements and policies of an article, in no order.

    Args:
        analysis: The article.
        named: Tokens inside names of actors, where goods are no goods.
        places: The first tokens of the names of places, by the token after them.
    """
    sure, left = Goods(analysis), list[TermReading]()
    for chain in _chains(analysis):
        if len(chain) == 1 and chain[0].term.kind is _AGREEMENT and chain[0].term.role in _NEEDY:
            own = called_agreement(analysis, chain[0].first, chain[0].end, places)
            if own is not None:
                yield TermReading(own.first, own.end, _AGREEMENT, own.concept)
                continue
        for found in (_single if len(chain) == 1 else _several)(analysis, chain):
            if found.kind is not _PRODUCT:
                part = found.end - found.first == 1 and found.kind is not _AGREEMENT
                if found.first not in named or not (part or _is_part_of_name(found, named)):
                    yield _between_parties(analysis, found) if found.kind is _AGREEMENT else found
            elif not (found.first in named or found.end - 1 in named or is_name(analysis, found.first, found.end)):
                if found.weak and is_no_good(analysis, found.first, found.end):
                    continue
                if not found.weak or sure.trades(found.first, found.end):
                    sure.add(found.first, found.end, found.concept)
                    yield found
                else:
                    left.append(found)
    yield from (found for found in left if sure.knows(found.first, found.end, found.concept))


def _between_parties(analysis: Analysis, found: TermReading) -> TermReading:
    """An agreement with the two whose it is: "the trade agreement between Peru and the EU"."""
    named = analysis.tokens.lowers[found.end - 1] in analysis.index.sets["control.agreements"]
    stop = parties_end(analysis, found.end) if named else found.end
    if stop == found.end:
        return found
    concept = " ".join([found.concept, *analysis.tokens.words[found.end : stop]])
    return TermReading(found.first, stop, found.kind, concept)


def _is_part_of_name(found: TermReading, named: AbstractSet[int]) -> bool:
    """Whether words stand with others in a name: "the Fjord | Customs Union", "Trade Remedies | Board"."""
    inside = all(at in named for at in range(found.first, found.end))
    return inside and (found.first - 1 in named or found.end in named)


def _chains(analysis: Analysis) -> Iterator[list[_Part]]:
    """Words of the table that stand side by side, where one of them or all together can be a measure."""
    lowers, terms, walls = analysis.tokens.lowers, analysis.index.terms, analysis.walls
    chain: list[_Part] = []
    done = 0
    for at in analysis.hits(Trigger.TERM):
        if at < done:
            continue
        found = terms.at(lowers, at)
        if found is None:
            continue
        if chain and (at != done or at in walls or len(chain) == _LONGEST_CHAIN):
            if len(chain) > 1 or _stands_alone(analysis, chain[0]):
                yield chain
            chain = []
        done = found[0]
        chain.append(_Part(at, done, found[1]))
    if chain:
        yield chain


def _stands_alone(analysis: Analysis, part: _Part) -> bool:
    """Whether words of the table can be a measure with nothing of the table beside them."""
    return part.term.role not in _NEEDY or part.term.kind is _AGREEMENT or _laid(analysis, part)


def _single(analysis: Analysis, chain: list[_Part]) -> list[TermReading]:
    """What words by themselves are."""
    part = chain[0]
    term = part.term
    if term.role in _HEADS:
        found = _headed(analysis, chain, 0)
        return [found] if found is not None else []
    if term.kind is _AGREEMENT:
        named = term.role == "name" and (part.end - part.first > 2 or analysis.tokens.words[part.first][0].isupper())
    else:
        named = term.role != "modifier" and analysis.tags[part.end - 1] not in "vig"
    if not named:
        return []
    return [TermReading(part.first, part.end, term.kind, term.name, term.hs, term.role == "weak")]


def _several(analysis: Analysis, chain: list[_Part]) -> list[TermReading]:
    """What words side by side are: the last head takes what stands before it."""
    for at in range(len(chain) - 1, -1, -1):
        if chain[at].term.role in _HEADS and (found := _headed(analysis, chain, at)) is not None:
            return [
                *_goods(analysis, [part for part in chain[:at] if part.end <= found.first]),
                found,
                *_goods(analysis, [part for part in chain[at + 1 :] if part.first >= found.end]),
            ]
    return list(_goods(analysis, chain))


def _headed(analysis: Analysis, chain: Sequence[_Part], at: int) -> TermReading | None:
    """The policy or agreement that a head makes with what stands before it; None where it makes none."""
    head = chain[at]
    if head.term.kind is _AGREEMENT:
        return _agreement(analysis, chain, at)
    first = at
    while first and _qualifies(chain[first - 1], chain[first]) and not _is_done(analysis, chain[first - 1]):
        first -= 1
    before = chain[first:at]
    if analysis.tags[head.first] in "vi" and (
        not before or analysis.tags[head.end : head.end + 1] in (["D"], ["S"], ["R"])
    ):
        return None
    if head.term.role == "bound" and not any(_binds(part) for part in before) and not _laid(analysis, head):
        return None
    if (not before and _is_task(analysis, head)) or _is_field(analysis, chain[first].first, head):
        return None
    end, extra = _laid_on_trade(analysis, head)
    names = [part.term.name for part in before if part.is_good or part.term.kind is _POLICY]
    return TermReading(chain[first].first, end, _POLICY, " ".join((*extra, *names, head.term.name)))


def _is_done(analysis: Analysis, part: _Part) -> bool:
    """Whether words for goods are a verb instead: "will scrap | duties on pork"."""
    verb = analysis.tags[part.first] in "iv" and part.end == part.first + 1
    return verb and analysis.index.changes.at(analysis.tokens.lowers, part.first) is not None


def _is_field(analysis: Analysis, first: int, head: _Part) -> bool:
    """Whether law is only what one teaches or knows: "trade law", but not "the trade law", "Peruvian trade law"."""
    tags = analysis.tags
    return analysis.tokens.lowers[head.first] == "law" and (not first or tags[first - 1] not in "DSGENd")


def _is_task(analysis: Analysis, head: _Part) -> bool:
    """Whether a duty is what somebody has to do: "dereliction of duty", "his duties"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[head.first] not in {"duty", "duties"} or not head.first:
        return False
    after = lowers[head.end] if head.end < len(lowers) else ""
    if after == "to" and analysis.tags[head.end + 1 : head.end + 2] != ["i"]:
        return False  # "halved the duty to 4 percent"
    return after != "on" and (
        lowers[head.first - 1] in sets["measures.before_task"] or after in sets["measures.after_task"]
    )


def _qualifies(part: _Part, following: _Part) -> bool:
    """Whether a part belongs to the head after it; an adjective of goods only with its good."""
    if part.term.kind is _PRODUCT:
        return part.is_good or following.is_good
    return part.term.kind is _POLICY


def _binds(part: _Part) -> bool:
    role = part.term.role
    return role == "name" or (part.term.kind is _POLICY and role in {"head", "modifier"})


def _laid(analysis: Analysis, head: _Part) -> bool:
    """Whether a head is laid on goods or their trade: "a cap on rice imports", "restrictions on Norwegian fish"."""
    lowers, tags, terms, at = analysis.tokens.lowers, analysis.tags, analysis.index.terms, head.end + 1
    if lowers[head.end : at] != ["on"] or head.term.name not in analysis.index.sets["measures.laid"]:
        return False
    for place in range(at, min(at + _LAID_REACH, len(lowers))):
        found = None if place in analysis.walls else terms.at(lowers, place)
        if found is not None and found[1].kind is _PRODUCT and found[1].role != "modifier":
            traded = lowers[found[0] : found[0] + 1] in (["imports"], ["exports"]) or tags[place - 1] == "E"
            return traded or found[1].role != "weak"
        if lowers[place] in _FLOWS or tags[place] not in "DSNEK":
            return lowers[place] in _FLOWS
    return False


def _laid_on_trade(analysis: Analysis, head: _Part) -> tuple[int, tuple[str, ...]]:
    """The end of "ban on exports of tin ore" from its head on, and what that adds to the concept."""
    lowers, terms, at = analysis.tokens.lowers, analysis.index.terms, head.end
    if lowers[at : at + 1] != ["on"] or at + 1 >= len(lowers):
        return at, ()
    if lowers[at + 1] not in _FLOWS:
        return _laid_on_flow(analysis, at)
    end, names = at + 2, (_FLOWS[lowers[at + 1]],)
    if lowers[end : end + 1] != ["of"]:
        return end, names
    good, stop = "", end + 1
    while stop < len(lowers) and (found := terms.at(lowers, stop)) is not None and found[1].kind is _PRODUCT:
        good, stop = found[1].name, found[0]
    return (stop, (good, *names)) if good else (end, names)


def _laid_on_flow(analysis: Analysis, on: int) -> tuple[int, tuple[str, ...]]:
    """The same where the goods stand before their flow: "tax on | tin exports"."""
    lowers, terms, at, name = analysis.tokens.lowers, analysis.index.terms, on + 1, ""
    while at < len(lowers) and at not in analysis.walls and (found := terms.at(lowers, at)) is not None:
        if found[1].kind is not _PRODUCT:
            break
        name, at = found[1].name, found[0]
    traded = name and at < len(lowers) and at not in analysis.walls and lowers[at] in _FLOWS
    return (at + 1, (name, _FLOWS[lowers[at]])) if traded else (on, ())


def _agreement(analysis: Analysis, chain: Sequence[_Part], at: int) -> TermReading | None:
    """An agreement by its last word: a name with capitals, or words before it that make it one."""
    words, lowers, head = analysis.tokens.words, analysis.tokens.lowers, chain[at]
    first = head.first
    before = chain[at - 1] if at else None
    if before is not None and (before.term.kind is not _PRODUCT or before.term.role == "name"):
        first = before.first
    named = words[head.first][0].isupper() and not _is_titled(analysis, head.first)
    first, end = _name_around(analysis, first, head) if named else (first, head.end)
    if head.term.role == "bound" and first == head.first and end == head.end:
        return None
    name = " ".join((words if named else lowers)[first:end])
    return TermReading(
        first, end, _AGREEMENT, head.term.name if head.term.role == "head" and first == head.first else name
    )


def _is_titled(analysis: Analysis, at: int) -> bool:
    """Whether a token stands in a headline or heading, where a capital makes no name, or is a plural."""
    if analysis.tokens.lowers[at].endswith("s"):
        return True
    return analysis.in_title(at)


def _name_around(analysis: Analysis, first: int, head: _Part) -> tuple[int, int]:
    """The tokens of a capitalised name around its head: "Agreement for Trans-Pacific Partnership"."""
    words, lowers, walls, tags = analysis.tokens.words, analysis.tokens.lowers, analysis.walls, analysis.tags
    start = at = first
    while at > 0 and at not in walls and head.first - at < _LONGEST_NAME:
        at -= 1
        if words[at][0].isupper() and tags[at] not in "DSP":
            start = at
        elif lowers[at] not in _NAME_LINKS:
            break
    end = at = head.end
    if at < len(words) and lowers[at] in _LINKS_AFTER:
        at += 1
        while at < len(words) and at not in walls and at - head.end < _LONGEST_NAME:
            if words[at][0].isupper():
                end = at + 1
            elif lowers[at] not in _NAME_LINKS:
                break
            at += 1
    return start, end


def _goods(analysis: Analysis, parts: Sequence[_Part]) -> Iterator[TermReading]:
    """Goods in a row as one, and what is a policy or an agreement by its whole name."""
    row: list[_Part] = []
    for part in parts:
        if part.term.kind is not _PRODUCT:
            yield from _good(analysis, row)
            row = []
            yield from _single(analysis, [part])
        else:
            if part.term.role == "modifier" and row and row[-1].is_good:
                yield from _good(analysis, row)
                row = []
            row.append(part)
    yield from _good(analysis, row)


def _good(analysis: Analysis, row: list[_Part]) -> list[TermReading]:
    """Goods side by side with the modifiers before them."""
    while row and not row[-1].is_good:
        row = row[:-1]
    while len(row) > 1 and row[0].term.role == "weak" and analysis.tags[row[0].end - 1] in "vi":
        row = row[1:]  # "to ship corn"
    if not row or analysis.tags[row[-1].end - 1] in "vig":
        return []
    first, terms = row[0].first, [part.term for part in row if part.is_good]
    chapter = terms[-1].hs if all(term.hs == terms[-1].hs for term in terms) else None
    made = analysis.index.sets["measures.made"]
    weak = all(term.role == "weak" for term in terms) and not any(part.term.name in made for part in row)
    return [TermReading(first, row[-1].end, _PRODUCT, " ".join(term.name for term in terms), chapter, weak)]
