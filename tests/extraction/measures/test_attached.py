"""Sums that stand against their currency."""

from decimal import Decimal

import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


@pytest.mark.parametrize(
    ("money", "value", "currency"),
    [
        ("Rs500", 500, "INR"),
        ("Rp50,000", 50_000, "IDR"),
        ("RM20bn", 20_000_000_000, "MYR"),
        ("SFr40m", 40_000_000, "CHF"),
        ("SFr81.20", Decimal("81.20"), "CHF"),
        ("DKr5bn", 5_000_000_000, "DKK"),
        ("NKr4m", 4_000_000, "NOK"),
        ("EUR90m", 90_000_000, "EUR"),
    ],
)
def test_sum_stands_against_its_currency(money: str, value: Decimal | int, currency: str) -> None:
    brief = read(f"The permit will cost {money} next year.")

    assert tb.Amount(value=Decimal(value), unit=None, currency=currency) in [found.value for found in brief.measures]
    assert mentions_of(brief) == {}


@pytest.mark.parametrize("name", ["COP26", "CO2", "HS7208", "USB3"])
def test_other_letters_against_a_number_are_no_currency(name: str) -> None:
    brief = read(f"The permit will mention {name} next year.")

    assert all(found.kind is not tb.MeasureKind.MONEY for found in brief.measures)
