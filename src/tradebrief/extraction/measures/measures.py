"""Measures: rates, amounts, dates, goods and instruments, with the value that their words come to.

tokens of numbers and months -> dates, numbers with units -> what they are, by the words around them
words of the table of measures -> products, agreements, policies
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.lookups.measure_words import MeasureWords, UnitWord, measure_words
from tradebrief.extraction.measures.dates import read_date
from tradebrief.extraction.measures.near_dates import side_of
from tradebrief.extraction.measures.quantities import LONGEST_NUMBER, Reading, read_count, read_number
from tradebrief.extraction.measures.rates import (
    Verdict,
    after_another,
    is_zero_rate,
    quota_or_quantity,
    rate_or_percentage,
)
from tradebrief.extraction.measures.relative_dates import day_after, is_ahead
from tradebrief.extraction.measures.terms import TermReading, find_terms
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.numbers import MOST_DIGITS, VULGAR
from tradebrief.extraction.tokens import Tokens
from tradebrief.model import (
    Amount,
    BlockKind,
    Change,
    Diagnostic,
    Duration,
    Measure,
    MeasureId,
    MeasureKind,
    MeasureValue,
    RuleId,
)
from tradebrief.model.ids import digest, unique
from tradebrief.text import Span

__all__ = ["find_measures"]

_PRODUCT: Final = MeasureKind.PRODUCT
_OPEN = {MeasureKind.PERCENTAGE: MeasureKind.TARIFF_RATE, MeasureKind.QUANTITY: MeasureKind.QUOTA}
_NOTHING = frozenset({"zero", "nil"})
_ZERO = Amount(value=Decimal(0), unit="percent")
_FEW = 100  # Below this, things that are counted one by one are no quantity.
_RULES = {kind: f"measure.{kind.value.replace('_', '-')}" for kind in MeasureKind}
_ODD = re.compile(r"\d+(?:[.,]\d+)+")
_OPERATORS = frozenset("^*/×·÷.,_\\")
_LONGEST_FORMULA = 30
_COUNTED_REACH = 3  # Tokens from a number to the goods that it counts: "80,000 fresh Mexican avocados".
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNREAD = (BlockKind.BLANK, BlockKind.DATELINE)


class _Found(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    span: Span
    kind: MeasureKind
    value: MeasureValue | None = None
    rule: str = ""
    sure: bool = True
    bargained: bool = False
    concept: str | None = None
    hs: str | None = None


def find_measures(
    analysis: Analysis, cast: Cast, places: Iterable[Candidate]
) -> tuple[tuple[Measure, ...], tuple[Diagnostic, ...]]:
    """The measures of an article in order, and numbers that were left open.

    Args:
        analysis: The article.
        cast: Its actors.
        places: The names of its places, by which agreements go: "the Geneva truce".
    """
    named = list(find_terms(analysis, cast.named, {place.end: place.first for place in places}))
    reader = _Reader(analysis, cast, {term.first: term for term in named if term.kind is _PRODUCT})
    numbers = _settled(list(reader.numbers()))
    terms = [
        _Found(
            analysis.tokens.span(term.first, term.end), term.kind, concept=term.concept, hs=term.hs
        )
        for term in named
    ]  # fmt: skip
    taken: dict[str, int] = {}
    measures: list[Measure] = []
    last, text = 0, analysis.article.text
    for item in sorted((*numbers, *terms), key=lambda item: (item.span.start, -item.span.end)):
        if item.span.start < last:
            continue
        last = item.span.end
        words = text[item.span.start : item.span.end].lower()
        id = MeasureId(unique(f"measure:{digest(item.kind.value, words)}", taken))
        rule = RuleId(item.rule or _RULES[item.kind])
        measures.append(
            Measure(
                id=id, kind=item.kind, span=item.span, value=item.value, concept=item.concept, hs=item.hs, rule=rule
            )
        )
    return tuple(measures), tuple(reader.notes)


def _settled(found: list[_Found]) -> list[_Found]:
    """Numbers whose own words leave their kind open, after others that leave no doubt.

    An equal one elsewhere tells, and for what somebody bargains is a rate where the text has one, or a quota.
    """
    if all(item.sure for item in found):
        return found
    sure = [item for item in found if item.sure and item.kind in _OPEN.values()]
    kinds = {item.kind for item in found}
    known = {(item.kind, value) for item in sure for value in _amounts(item.value)}
    return [
        item._replace(kind=_OPEN[item.kind])
        if not item.sure
        and item.kind in _OPEN
        and ((_OPEN[item.kind], item.value) in known or (item.bargained and _OPEN[item.kind] in kinds))
        else item
        for item in found
    ]


def _amounts(value: MeasureValue | None) -> Iterator[MeasureValue]:
    """A value, and either side of a change: "from 26% to 14%" is at 14% in the end."""
    if value is not None:
        yield value
    if isinstance(value, Change):
        for side in (value.before, value.after):
            yield Amount(value=side, unit=value.unit, currency=value.currency)


class _Reader:
    """Reads numbers and dates of an article, and notes what it leaves open."""

    def __init__(self, analysis: Analysis, cast: Cast, goods: Mapping[int, TermReading]) -> None:
        self.notes: list[Diagnostic] = []
        self._analysis = analysis
        self._goods = goods
        self._cast = cast
        self._words: MeasureWords = measure_words(analysis.lexicon)
        self._moneys: dict[tuple[str, ...], list[tuple[int, str]]] = {}

    def numbers(self) -> Iterator[_Found]:
        """Numbers with a unit, and dates, in order."""
        analysis = self._analysis
        places = _places(analysis)
        for block, (first, end) in zip(analysis.article.blocks, analysis.blocks, strict=True):
            if block.kind in _UNREAD:
                continue
            done = first
            before: _Found | None = None
            for at in places[bisect_left(places, first) : bisect_left(places, end)]:
                if at >= done:
                    done, found = self._at(at, end, before)
                    if found is not None:
                        before = found
                        yield found

    def _at(self, at: int, end: int, before: _Found | None) -> tuple[int, _Found | None]:
        """The token from which to read on, and what begins at a token."""
        analysis, words, tokens = self._analysis, self._words, self._analysis.tokens
        date = read_date(analysis, words, at, end)
        if date is not None:
            if date.day is None and not date.open:
                self.notes.append(Diagnostic(rule=RuleId("measure.date"), message="no such day", span=date.span))
                return date.end, None
            if date.note:
                self.notes.append(Diagnostic(rule=RuleId("measure.date"), message=date.note, span=date.span))
            return date.end, _Found(date.span, date.kind, date.day, "measure.date")
        if tokens.words[at][0].isdigit() and tokens.ends[at] - tokens.starts[at] > MOST_DIGITS:
            note = "a number too long to read"
            self.notes.append(Diagnostic(rule=RuleId("measure.number"), message=note, span=tokens.span(at, at + 1)))
            return at + 1, None
        reading = read_number(analysis, words, at, end, self._currency)
        if reading is None:
            if tokens.lowers[at].partition("-")[0] in _NOTHING and is_zero_rate(analysis, at):
                return at + 1, _Found(tokens.span(at, at + 1), MeasureKind.TARIFF_RATE, _ZERO)
            self._note_odd(at, end)
            return self._count(at, end)
        whole = _formula(tokens, reading.start)
        if whole < reading.start or (reading.signed and reading.value is None):
            note, span = "a number that is not read", Span(whole, reading.stop)
            self.notes.append(Diagnostic(rule=RuleId("measure.number"), message=note, span=span))
            return reading.end, None
        verdict = self._verdict(reading, before)
        if verdict is None:
            return reading.end, None
        if reading.unit.kind == "duration":
            return _stretched(analysis, reading, verdict.kind)
        found = _Found(Span(reading.start, reading.stop), verdict.kind, reading.value)
        return reading.end, found._replace(sure=verdict.sure, bargained=verdict.bargained)

    def _note_odd(self, at: int, end: int) -> None:
        """Note digits before a unit that are no number as it is written: "1,23,4 percent", "12,5 percent"."""
        tokens = self._analysis.tokens
        odd = _ODD.fullmatch(tokens.words[at]) is not None and at + 1 < end
        if odd and tokens.lowers[at + 1] in self._words.followers:
            note, span = "a number that is not read", tokens.span(at, at + 1)
            self.notes.append(Diagnostic(rule=RuleId("measure.number"), message=note, span=span))

    def _count(self, at: int, end: int) -> tuple[int, _Found | None]:
        """The number that counts the goods after it, with their concept for its unit: "a quota of 100,000 cars"."""
        reading = read_count(self._analysis, self._words, at, end, self._counted) if self._has_goods_near(at) else None
        if reading is None:
            return at + 1, None
        verdict = quota_or_quantity(self._analysis, reading.first, reading.end)
        value = reading.value
        few = isinstance(value, Amount) and value.value < _FEW
        if few or (not verdict.sure and _YEAR.fullmatch(self._analysis.tokens.words[at])):
            return at + 1, None
        return reading.end, _Found(Span(reading.start, reading.stop), verdict.kind, value, sure=verdict.sure)

    def _has_goods_near(self, at: int) -> bool:
        """Whether goods begin where those that a number counts may begin: most numbers have none near them."""
        return not self._goods.keys().isdisjoint(range(at + 1, at + LONGEST_NUMBER + _COUNTED_REACH))

    def _counted(self, at: int) -> str | None:
        """The concept of the goods, in the plural, that stand from a token on: "fresh Mexican avocados"."""
        tags, walls, size = self._analysis.tags, self._analysis.walls, len(self._analysis.tags)
        for place in range(at, min(at + _COUNTED_REACH, size)):
            if place in walls:
                return None
            good = self._goods.get(place)
            if good is not None:
                plural = self._analysis.tokens.lowers[good.end - 1].endswith("s")
                alone = good.end == size or good.end in walls or tags[good.end] not in "NE"  # "300 car plants"
                return good.concept if plural and alone else None
            if tags[place] not in "NE":
                return None
        return None

    def _verdict(self, reading: Reading, before: _Found | None) -> Verdict | None:
        """What a number is; None where it is no measure."""
        analysis, first, end = self._analysis, reading.first, reading.end
        sets, lowers = analysis.index.sets, analysis.tokens.lowers
        if (
            reading.share
            and lowers[end : end + 1] == ["of"]
            and not sets["measures.times"].isdisjoint(lowers[end + 1 : end + 3])
        ):
            return None  # "a quarter of a century"
        if reading.share and not (lowers[first - 1] in sets["measures.shared"] or lowers[end : end + 1] == ["of"]):
            return None
        match reading.unit.kind:
            case "percent":
                verdict = rate_or_percentage(analysis, first, end)
            case "currency":
                return Verdict(MeasureKind.MONEY, sure=True)
            case "duration":
                return _stretch(analysis, reading)
            case _:
                small = isinstance(reading.value, Amount) and reading.value.value < _FEW
                if small and reading.unit.names[0] in sets["measures.counted"]:
                    return None
                verdict = quota_or_quantity(analysis, first, end)
        if verdict.sure or before is None:
            return verdict
        return after_another(analysis, verdict, before.span, before.kind, (first, end))

    def _currency(self, unit: UnitWord, at: int) -> str | None:
        """The currency that a word names at a token; None where the text leaves it open."""
        if len(unit.names) == 1:
            return unit.names[0]
        if unit.names not in self._moneys:
            self._moneys[unit.names] = [(place, code) for place, code in self._currencies if code in unit.names]
        named = self._moneys[unit.names]
        code = named[max(0, bisect_right(named, (at, "~")) - 1)][1] if named else unit.default
        if code is None:
            span = self._analysis.tokens.span(at, at + 1)
            self.notes.append(Diagnostic(rule=RuleId("measure.money"), message="money of several countries", span=span))
        return code

    @cached_property
    def _currencies(self) -> list[tuple[int, str]]:
        """The currencies of the countries that the text names, with the tokens at which it does."""
        of, country = self._words.currency_of, {actor.id: actor.country for actor in self._cast.actors}
        named = ((first, country[id]) for first, several in self._cast.starting.items() for _, id in several)
        return sorted((at, of[code]) for at, code in named if code is not None and code in of)


def _stretch(analysis: Analysis, reading: Reading) -> Verdict | None:
    """A stretch of time: a deadline after "within", and nothing where it is over or an age."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    before = lowers[reading.first - 1] if reading.first else ""
    after = lowers[reading.end] if reading.end < len(lowers) else ""
    compound = "-" in analysis.article[Span(reading.start, reading.stop)]
    if not isinstance(reading.value, Duration) or before in sets["measures.past"] or after in sets["measures.elapsed"]:
        return None
    if before != "within" and not compound and is_ahead(analysis, reading.first, reading.end):
        return Verdict(MeasureKind.DATE, sure=True)
    if not compound and before not in sets["measures.spans"]:
        return None
    return Verdict(MeasureKind.DEADLINE if before == "within" else MeasureKind.QUANTITY, sure=True)


def _stretched(analysis: Analysis, reading: Reading, kind: MeasureKind) -> tuple[int, _Found]:
    """The token after a stretch of time, and what it comes to: a day, where it counts from the day of publication."""
    tokens, end, start, stop = analysis.tokens, reading.end, reading.start, reading.stop
    value, duration = reading.value, reading.value if isinstance(reading.value, Duration) else None
    if duration is not None and kind is MeasureKind.DATE:
        end = is_ahead(analysis, reading.first, reading.end)
        stop = max(stop, tokens.ends[end - 1])
        value = day_after(analysis, duration, exact=False) or value
    elif duration is not None and kind is MeasureKind.DEADLINE:
        start = tokens.starts[reading.first - 1]
        after = tokens.lowers[end] if end < len(tokens.lowers) else ""
        if after not in analysis.index.sets["measures.counted_from"] and side_of(analysis, reading.first - 1) > 0:
            value = day_after(analysis, duration, exact=True) or value
    return end, _Found(Span(start, stop), kind, value, "measure.duration")


def _formula(tokens: Tokens, start: int) -> int:
    """Where what a number is only the end of begins: "10^400", "1/0", "1e400"; the number's start if it is whole."""
    text, at = tokens.text, start
    while at > max(0, start - _LONGEST_FORMULA) and (text[at - 1] in _OPERATORS or text[at - 1].isalnum()):
        at -= 1
    before = text[at:start]
    numeric = text[start : start + 1].isdigit() and before[:1].isdigit()
    return at if numeric or (before and before[-1] in _OPERATORS and any(map(str.isdigit, before))) else start


def _places(analysis: Analysis) -> list[int]:
    """Tokens at which a number or a date can begin: digits, number words, months."""
    words = analysis.tokens.words
    numbers = [match.start() for match in _NUMBER.finditer(analysis.tagged)]
    found = {*analysis.hits(Trigger.MEASURE), *[at for at in numbers if words[at][0] in _DIGITS]}
    text, starts = analysis.tokens.text, analysis.tokens.starts
    if text.isascii():
        return sorted(found)  # No sign for a fraction is.
    signs = [bisect_left(starts, match.start()) for match in _VULGAR.finditer(text)]
    return sorted(found.union(at for at in signs if at < len(words) and words[at] in VULGAR))


_NUMBER = re.compile("K")
_VULGAR = re.compile(f"[{''.join(VULGAR)}]")
_DIGITS = frozenset("0123456789")
