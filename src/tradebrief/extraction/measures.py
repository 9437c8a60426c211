"""Measures: rates, amounts, dates and instruments, with the value that their words come to.

One pattern finds numbers with what stands around them; names of products, agreements and policies are
looked up token by token.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import regex
from attrs import frozen

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.index import Trigger
from tradebrief.lexicon import Lexicon
from tradebrief.model import (
    Amount,
    BlockKind,
    Change,
    Day,
    Diagnostic,
    Interval,
    Measure,
    MeasureId,
    MeasureKind,
    MeasureValue,
    RuleId,
)
from tradebrief.model.ids import digest, unique
from tradebrief.text import Span

__all__ = ["find_measures"]

_MOST_DIGITS = 26  # With its commas; a Decimal holds 28 digits without rounding.
_RATE_REACH = 60
_LINK = regex.compile(r"[\s\xa0]{1,3}+(to|and)[\s\xa0]{1,3}+")


@frozen(kw_only=True)
class _Patterns:
    """The patterns and look-ups that the words of a lexicon make."""

    number: regex.Pattern[str]
    date: regex.Pattern[str]
    year: regex.Pattern[str]
    numbers: dict[str, Decimal]
    scales: dict[str, Decimal]
    currencies: dict[str, str]
    units: dict[str, str]
    months: dict[str, int]
    rate: regex.Pattern[str]
    quota: regex.Pattern[str]
    deadline: regex.Pattern[str]


def _alternatives(words: object) -> str:
    listed = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))  # type: ignore[attr-defined]
    return "|".join(regex.escape(word).replace(r"\ ", r"[\s\xa0]{1,3}+") for word in listed)


@lru_cache(maxsize=8)
def _patterns(lexicon: Lexicon) -> _Patterns:
    words = lexicon.table("measures")
    currencies = {word.lower(): currency.code for currency in lexicon.currencies for word in currency.words}
    symbols = {symbol: currency.code for currency in lexicon.currencies for symbol in currency.symbols}
    units = {word.lower(): unit.name for unit in lexicon.units for word in unit.words}
    numbers = {word: value for word, value in lexicon.number_words.items() if " " not in word}
    percent, points = words.get("percent", ["percent", "per cent", "%"]), words.get("points", ["percentage points"])
    months = _months(lexicon.layout.months)
    digits = r"\d{1,3}(?:,\d{3}){1,12}+(?:\.\d{1,6}+)?|\d{1,30}+(?:\.\d{1,6}+)?"
    spelled = _alternatives(word for word in numbers if word not in {"a", "an", "second"})
    gap = r"[\s\xa0]{0,3}+"
    scale = rf"(?:{gap}-?(?P<scale>{_alternatives(lexicon.scales)})\b)?"
    amount = (
        rf"(?:(?<![\w.,])(?P<symbol>{_alternatives(symbols)}){gap})?(?<![\w.,])(?P<number>{digits}|(?i:{spelled})\b)"
    )
    second = (
        rf"(?:{gap}(?P<link>to|and|or|–|—|-){gap}(?:{_alternatives(symbols)})?(?P<other>{digits}|(?i:{spelled})\b))?"
    )
    spelled_percent = _alternatives(word for word in percent if word != "%")
    unit = (
        rf"(?:{gap}-?(?:(?P<points>{_alternatives(points)})\b|(?P<percent>(?:{spelled_percent})\b|%)"
        rf"|(?P<currency>(?i:{_alternatives(currencies)}))\b(?:[’']s?(?=\s))?|(?P<unit>(?i:{_alternatives(units)}))\b))?"
    )
    day, month = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?", rf"(?P<month>{_alternatives(months)})\b(?:(?<!\w{{5}})\.)?"
    year = r"(?:,?[\s\xa0]{1,3}+(?P<year>(?:19|20)\d\d)\b)?"
    return _Patterns(
        number=regex.compile(
            f"{amount}{scale}{second}(?:{gap}-?(?P<scale2>{_alternatives(lexicon.scales)})\\b)?{unit}"
        ),
        date=regex.compile(
            rf"\b{day}(?:[\s\xa0]of)?[\s\xa0]{{1,3}}+{month}{year}"
            rf"|\b{month}[\s\xa0]{{1,3}}+{day}\b(?![\d.,]*\d|[\s\xa0](?:percent|per cent|%)){year}"
            rf"|\b{month}[\s\xa0]{{1,3}}+(?P<year>(?:19|20)\d\d)\b"
            rf"|\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"
        ),
        year=regex.compile(
            r"(?<=\b(?:in|since|until|by|from|of|for|before|after|during|to|late|early|mid)[-\s\xa0])(?P<year>(?:19|20)\d\d)\b(?![,.]\d|[\s\xa0](?:percent|tonnes|tons))(?P<month>(?!))?(?P<day>(?!))?",
        ),
        numbers=numbers,
        scales={word.lower(): value for word, value in lexicon.scales.items()},
        currencies={**currencies, **symbols},
        units=units,
        months=months,
        rate=regex.compile(r"\b(?:tariff|dut(?:y|ies)|lev(?:y|ies)|surtax|surcharge|rate|tax)s?\b", regex.IGNORECASE),
        quota=regex.compile(r"\bquotas?\b", regex.IGNORECASE),
        deadline=regex.compile(
            r"\b(?:by|before|until|from|due(?: on| by)?|deadline(?: of)?|no later than|expires?(?: on)?"
            r"|effect(?:ive)?(?: on| from)?)\s(?:the\s)?$",
        ),
    )


def _months(names: tuple[str, ...]) -> dict[str, int]:
    order = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return {name: order.index(name[:3].lower()) + 1 for name in names}


@frozen
class _Found:
    start: int
    end: int
    kind: MeasureKind
    value: MeasureValue | None
    rule: str


def find_measures(analysis: Analysis) -> tuple[tuple[Measure, ...], tuple[Diagnostic, ...]]:
    """The measures of an article in order, and numbers that were left open."""
    patterns = _patterns(analysis.lexicon)
    diagnostics: list[Diagnostic] = []
    found: list[_Found] = []
    places = _places(analysis)
    starts = [analysis.tokens.starts[at] for at in places]
    for block in analysis.article.blocks:
        if block.kind is not BlockKind.BLANK and block.kind is not BlockKind.DATELINE:
            first, end = bisect_left(starts, block.content.start), bisect_left(starts, block.content.end)
            if first < end:
                found.extend(_in_block(analysis, patterns, places[first:end], block.content, diagnostics))
    found.extend(_terms(analysis))
    taken: dict[str, int] = {}
    measures: list[Measure] = []
    last = 0
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if item.start < last:
            continue
        last = item.end
        span = Span(item.start, item.end)
        words = analysis.article[span]
        id = MeasureId(unique(f"measure:{digest(item.kind.value, words.lower())}", taken))
        measures.append(Measure(id=id, kind=item.kind, span=span, value=item.value, rule=RuleId(item.rule)))
    return tuple(measures), tuple(diagnostics)


def _in_block(
    analysis: Analysis, patterns: _Patterns, places: list[int], content: Span, diagnostics: list[Diagnostic]
) -> Iterator[_Found]:
    text = analysis.article.text
    tokens = analysis.tokens
    done = content.start
    for at in places:
        start = tokens.starts[at]
        if start < done:
            continue
        dated = tokens.words[at][0].isdigit() or tokens.words[at] in patterns.months
        match = dated and (
            patterns.date.match(text, start, content.end) or patterns.year.match(text, start, content.end)
        )
        if match:
            date = _date(match, patterns)
            done = match.end()
            if date is None:
                span = Span(match.start(), match.end())
                diagnostics.append(Diagnostic(rule=RuleId("measure.date"), message="no such day", span=span))
                continue
            before = text[max(content.start, match.start() - 24) : match.start()]
            kind = MeasureKind.DEADLINE if patterns.deadline.search(before) else MeasureKind.DATE
            yield _Found(match.start(), match.end(), kind, Day(date), "measure.date")
            continue
        signed = not tokens.words[at][0].isalnum() and at + 1 < len(tokens.words) and tokens.words[at + 1][0].isdigit()
        done = tokens.ends[at + signed]
        if done - start > _MOST_DIGITS:
            span = Span(start, done)
            diagnostics.append(
                Diagnostic(rule=RuleId("measure.number"), message="a number too long to read", span=span)
            )
            continue
        match = patterns.number.match(text, _sign_start(text, start), content.end)
        if match is not None:
            item = _number(text, content, match, patterns)
            item = _changed(text, content, item, patterns) if item is not None else None
            done = max(done, match.end(), item.end if item is not None else 0)
            if item is not None:
                yield item


def _sign_start(text: str, start: int) -> int:
    """Where a currency sign begins, letters before it included ("C$", "US$")."""
    begin = start
    while text[start] == "$" and begin > max(0, start - 3) and text[begin - 1].isupper():
        begin -= 1
    return begin


def _changed(text: str, content: Span, item: _Found, patterns: _Patterns) -> _Found:
    """An amount, or the change or range that it opens: "from 2.5 percent to 27.5 percent"."""
    link = _LINK.match(text, item.end, content.end)
    if link is None or not isinstance(item.value, Amount):
        return item
    before = text[max(content.start, item.start - 8) : item.start].lower()
    opened = {"to": "from ", "and": "between "}[link[1]]
    match = patterns.number.match(text, link.end(), content.end) if before.endswith(opened) else None
    other = _number(text, content, match, patterns) if match is not None else None
    if other is None or not isinstance(other.value, Amount) or other.kind is not item.kind:
        return item
    first, second = item.value, other.value
    if (first.unit, first.currency) != (second.unit, second.currency):
        return item
    own = {"unit": first.unit, "currency": first.currency}
    if link[1] == "to":
        value: MeasureValue = Change(before=first.value, after=second.value, **own)
        return _Found(item.start - len(opened), other.end, item.kind, value, item.rule)
    low, high = min(first.value, second.value), max(first.value, second.value)
    return _Found(item.start, other.end, item.kind, Interval(low=low, high=high, **own), item.rule)


def _places(analysis: Analysis) -> list[int]:
    """Tokens at which a number or a date can begin: digits, currency signs, number words, months."""
    spelled = analysis.hits(Trigger.MEASURE)
    marked = [at for at, word in enumerate(analysis.tokens.words) if word[0] in _NUMBER_STARTS]
    return sorted({*spelled, *marked}) if marked else spelled


_NUMBER_STARTS = frozenset("0123456789$€£¥₩₹₽")


def _date(match: regex.Match[str], patterns: _Patterns) -> str | None:
    """The ISO 8601 form of a date; None where there is no such day."""
    year, month, day = match["year"], match["month"], match["day"]
    number = (int(month) if month.isdigit() else patterns.months.get(month)) if month else None
    if month and (number is None or not 1 <= number <= 12):
        return None
    if day:
        longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[(number or 1) - 1]
        if number == 2 and year and (int(year) % 4 or (int(year) % 100 == 0 and int(year) % 400)):
            longest = 28
        if not 1 <= int(day) <= longest:
            return None
    if not month:
        return str(year)
    head = f"{year}-{number:02d}" if year else f"--{number:02d}"
    return f"{head}-{int(day):02d}" if day else head


def _value(words: str, patterns: _Patterns) -> Decimal | None:
    lower = words.lower()
    if lower in patterns.numbers:
        return patterns.numbers[lower]
    try:
        return Decimal(lower.replace(",", ""))
    except InvalidOperation:
        return None


def _number(text: str, content: Span, match: regex.Match[str], patterns: _Patterns) -> _Found | None:
    """The measure that a number with its unit comes to; None for a bare number."""
    first, other = _value(match["number"], patterns), _value(match["other"], patterns) if match["other"] else None
    if first is None:
        return None
    own = patterns.scales.get((match["scale"] or "").lower())
    shared = patterns.scales.get((match["scale2"] or "").lower())
    scale = own or shared or Decimal(1)
    code = patterns.currencies.get(match["symbol"] or "") or patterns.currencies.get(
        " ".join((match["currency"] or "").lower().split())
    )
    start, end = match.start(), match.end()
    if match["percent"] or match["points"]:
        unit, currency = ("percentage point" if match["points"] else "percent"), None
        kind = _percent_kind(text, content, start, end, patterns)
    elif code:
        unit, currency, kind = None, code, MeasureKind.MONEY
    elif match["unit"]:
        name = patterns.units.get(" ".join(match["unit"].lower().split()))
        unit, currency = name or match["unit"].lower(), None
        near = text[max(content.start, start - 40) : min(content.end, end + 30)]
        kind = MeasureKind.QUOTA if patterns.quota.search(near) else MeasureKind.QUANTITY
    else:
        return None
    rule = f"measure.{kind.value.replace('_', '-')}"
    if other is None:
        return _Found(start, end, kind, Amount(value=first * scale, unit=unit, currency=currency), rule)
    low, high = first * (own or shared or 1), other * (shared or own or 1)
    before = text[max(content.start, start - 8) : start].lower()
    if before.endswith("from "):
        value: MeasureValue = Change(before=low, after=high, unit=unit, currency=currency)
        return _Found(start - 5, end, kind, value, rule)
    if match["link"] == "and" and not before.endswith("between "):
        return _Found(start, end, kind, None, rule)
    low, high = min(low, high), max(low, high)
    return _Found(start, end, kind, Interval(low=low, high=high, unit=unit, currency=currency), rule)


def _percent_kind(text: str, content: Span, start: int, end: int, patterns: _Patterns) -> MeasureKind:
    """Whether a percentage is the rate of a duty: a word for one stands close by in its clause."""
    after = regex.split(r"[.;]\s", text[end : min(content.end, end + _RATE_REACH)])[0]
    before = regex.split(r"[.;]\s", text[max(content.start, start - _RATE_REACH) : start])[-1]
    rated = patterns.rate.search(after) or patterns.rate.search(before)
    return MeasureKind.TARIFF_RATE if rated else MeasureKind.PERCENTAGE


def _terms(analysis: Analysis) -> Iterator[_Found]:
    """Products, agreements and policies by their names, the longest at each token."""
    tokens, tags, terms = analysis.tokens, analysis.tags, analysis.index.terms
    done = 0
    for at in analysis.hits(Trigger.TERM):
        found = terms.at(tokens.lowers, at) if at >= done else None
        if found is None:
            continue
        end, term = found
        if term.kind is MeasureKind.AGREEMENT:
            if not tokens.words[at][0].isupper():
                continue
        elif tags[at] in "vig":
            continue
        yield _Found(tokens.starts[at], tokens.ends[end - 1], term.kind, None, f"measure.{term.kind.value}")
        done = end
