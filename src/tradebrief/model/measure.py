"""Amounts, rates, dates and instruments that a text speaks of."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import regex
from attrs import frozen

from tradebrief.model._choice import Choice
from tradebrief.model.ids import MeasureId, RuleId
from tradebrief.text import Span

__all__ = ["Amount", "Change", "Day", "Duration", "Interval", "Measure", "MeasureKind", "MeasureValue"]

_DAY = regex.compile(r"(?:[0-9]{4}-?|--)(?:(?<=-)(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?(?<!-)")
_DURATION = regex.compile(r"P(?=.)(?:\d++Y)?(?:\d++M)?(?:\d++W)?(?:\d++D)?(?:T(?=.)(?:\d++H)?(?:\d++M)?(?:\d++S)?)?")


class MeasureKind(Choice):
    """What sort of measure it is."""

    TARIFF_RATE = "tariff_rate"
    PERCENTAGE = "percentage"
    MONEY = "money"
    QUOTA = "quota"
    QUANTITY = "quantity"
    DATE = "date"
    DEADLINE = "deadline"
    PRODUCT = "product"
    AGREEMENT = "agreement"
    POLICY = "policy"


def _check_unit(unit: str | None, currency: str | None) -> None:
    if (unit is None) == (currency is None):
        raise ValueError("an amount has a unit or a currency, and not both")


def _check_finite(*amounts: Decimal) -> None:
    for amount in amounts:
        if not amount.is_finite():
            raise ValueError("an amount is a finite number")


@frozen(kw_only=True)
class Amount:
    """A number with its unit.

    Attributes:
        value: The number, scale words applied ("1.2 billion" is 1200000000).
        unit: Singular name of the unit, such as ``"percent"`` or ``"tonne"``.
        currency: ISO 4217 code, for money.
    """

    value: Decimal
    unit: str | None = None
    currency: str | None = None

    def __attrs_post_init__(self) -> None:
        _check_unit(self.unit, self.currency)
        _check_finite(self.value)


@frozen(kw_only=True)
class Interval:
    """A range by its two ends ("between 10 and 15 percent").

    Attributes:
        low: The lower end.
        high: The upper end.
        unit: As in ``Amount``.
        currency: As in ``Amount``.
    """

    low: Decimal
    high: Decimal
    unit: str | None = None
    currency: str | None = None

    def __attrs_post_init__(self) -> None:
        _check_unit(self.unit, self.currency)
        _check_finite(self.low, self.high)
        if self.low > self.high:
            raise ValueError(f"an interval's low end {self.low} is above its high end {self.high}")


@frozen(kw_only=True)
class Change:
    """A change by what was and what is to be ("from 2.5 to 27.5 percent").

    Attributes:
        before: The number before.
        after: The number after.
        unit: As in ``Amount``.
        currency: As in ``Amount``.
    """

    before: Decimal
    after: Decimal
    unit: str | None = None
    currency: str | None = None

    def __attrs_post_init__(self) -> None:
        _check_unit(self.unit, self.currency)
        _check_finite(self.before, self.after)


@frozen
class Day:
    """A year, month or day.

    Attributes:
        date: ISO 8601, as exact as the text: ``2026-08-01``, ``2026-08``, ``2026``, or ``--08-01`` where
            the text leaves the year open.
    """

    date: str

    def __attrs_post_init__(self) -> None:
        if not _DAY.fullmatch(self.date):
            raise ValueError(f"not an ISO 8601 date: {self.date!r}")
        if self.date.count("-") > 1 and len(self.date) > 6:
            dt.date.fromisoformat(self.date.replace("--", "2000-"))  # A leap year, where the year is open.


@frozen
class Duration:
    """A stretch of time.

    Attributes:
        duration: ISO 8601, such as ``P90D``.
    """

    duration: str

    def __attrs_post_init__(self) -> None:
        if not _DURATION.fullmatch(self.duration):
            raise ValueError(f"not an ISO 8601 duration: {self.duration!r}")


MeasureValue = Amount | Interval | Change | Day | Duration


@frozen(kw_only=True)
class Measure:
    """One amount, rate, date, product or instrument.

    Attributes:
        id: Unique within the brief, derived from the words.
        kind: What sort it is.
        span: Its words.
        value: What they come to; None for products, agreements and policies, and where it is open.
        concept: Normalized name of a product, agreement or policy, by which other words for it stand beside it:
            ``"auto tariff"`` for "car duties". None for numbers and dates.
        hs: Chapter of the Harmonized System in which a product lies, such as ``"72"``, where that is sure.
        rule: Id of the rule that read it.

    Raises:
        ValueError: If the span is empty, or the chapter is not two digits.
    """

    id: MeasureId
    kind: MeasureKind
    span: Span
    value: MeasureValue | None = None
    concept: str | None = None
    hs: str | None = None
    rule: RuleId

    def __attrs_post_init__(self) -> None:
        if not self.id or not self.rule or self.span.start == self.span.end:
            raise ValueError("a measure has an id, a rule and words")
        if self.concept is not None and not self.concept:
            raise ValueError("a concept has words")
        if self.hs is not None and not (len(self.hs) == 2 and self.hs.isascii() and self.hs.isdigit()):
            raise ValueError(f"not a chapter of the Harmonized System: {self.hs!r}")
