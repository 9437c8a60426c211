from decimal import Decimal
from itertools import pairwise

import pytest
from tests.extraction.reading import read

import tradebrief as tb

Found = tuple[tb.MeasureKind, str, tb.MeasureValue | None]


def numbers(text: str) -> list[Found]:
    """Kind, words and value of the measures that have a value."""
    return [found for found in measures(text) if found[2] is not None]


def measures(text: str) -> list[Found]:
    """Kind, words and value of all measures."""
    brief = read(text)
    return [(measure.kind, brief[measure.span], measure.value) for measure in brief.measures]


def percent(value: str) -> tb.Amount:
    """So many percent."""
    return tb.Amount(value=Decimal(value), unit="percent")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Exports rose by 12 percent last year.", "12 percent", "12"),
        ("Exports rose by 3.5% last year.", "3.5%", "3.5"),
        ("Exports rose by 12 per cent last year.", "12 per cent", "12"),
        ("Exports rose by twelve percent last year.", "twelve percent", "12"),
    ],
)
def test_share_is_a_percentage(text: str, words: str, value: str) -> None:
    assert numbers(text) == [(tb.MeasureKind.PERCENTAGE, words, percent(value))]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Norway set a tariff of 25 percent on steel.", "25 percent", "25"),
        ("A 27.5% duty applies in May.", "27.5%", "27.5"),
        ("The rate fell to 8.5 percent.", "8.5 percent", "8.5"),
    ],
)
def test_percentage_of_a_duty_is_its_rate(text: str, words: str, value: str) -> None:
    assert numbers(text) == [(tb.MeasureKind.TARIFF_RATE, words, percent(value))]


def test_duty_in_another_sentence_makes_no_rate() -> None:
    assert numbers("The duty fell. Output rose by 3 percent.") == [
        (tb.MeasureKind.PERCENTAGE, "3 percent", percent("3"))
    ]


def test_percentage_points_are_a_unit_of_their_own() -> None:
    assert numbers("Output rose by two percentage points.") == [
        (
            tb.MeasureKind.PERCENTAGE,
            "two percentage points",
            tb.Amount(value=Decimal(2), unit="percentage point"),
        )
    ]


@pytest.mark.parametrize(
    ("words", "value", "currency"),
    [
        ("$1.2 billion", "1200000000", "USD"),
        ("$1.2bn", "1200000000", "USD"),
        ("€140 million", "140000000", "EUR"),
        ("¥5,000", "5000", "JPY"),
        ("300 million yen", "300000000", "JPY"),
        ("1,200 euros", "1200", "EUR"),
        ("2 million Canadian dollars", "2000000", "CAD"),
    ],
)
def test_money_has_scale_and_currency(words: str, value: str, currency: str) -> None:
    assert numbers(f"The fund holds {words} in all.") == [
        (tb.MeasureKind.MONEY, words, tb.Amount(value=Decimal(value), currency=currency))
    ]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Output fell by between 10 and 15 percent.", "10 and 15 percent", "10", "15"),
        ("Output fell by 10 to 15 percent.", "10 to 15 percent", "10", "15"),
        ("Output fell by 45–50 percent.", "45–50 percent", "45", "50"),
        ("Output fell by 50–45 percent.", "50–45 percent", "45", "50"),
    ],
)
def test_two_ends_are_an_interval(text: str, words: str, low: str, high: str) -> None:
    interval = tb.Interval(low=Decimal(low), high=Decimal(high), unit="percent")

    assert numbers(text) == [(tb.MeasureKind.PERCENTAGE, words, interval)]


def test_scale_after_the_second_end_counts_for_both() -> None:
    interval = tb.Interval(low=Decimal(5000000), high=Decimal(10000000), unit="tonne")

    assert numbers("Mills ship between 5 and 10 million tonnes a year.") == [
        (tb.MeasureKind.QUANTITY, "5 and 10 million tonnes", interval)
    ]


def test_from_and_to_are_a_change() -> None:
    change = tb.Change(before=Decimal("2.5"), after=Decimal("27.5"), unit="percent")

    assert numbers("The tariff rose from 2.5 to 27.5 percent.") == [
        (tb.MeasureKind.TARIFF_RATE, "from 2.5 to 27.5 percent", change)
    ]


def test_change_may_go_down() -> None:
    change = tb.Change(before=Decimal(60000), after=Decimal(45000), unit="tonne")

    assert numbers("Shipments fell from 60,000 to 45,000 tonnes.") == [
        (tb.MeasureKind.QUANTITY, "from 60,000 to 45,000 tonnes", change)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A quota of 60,000 tonnes applies.", tb.MeasureKind.QUOTA),
        ("Mills shipped 60,000 tonnes in May.", tb.MeasureKind.QUANTITY),
    ],
)
def test_quantity_of_a_quota_is_a_quota(text: str, kind: tb.MeasureKind) -> None:
    tonnes = tb.Amount(value=Decimal(60000), unit="tonne")

    assert [found for found in numbers(text) if found[0] is not tb.MeasureKind.DATE] == [
        (kind, "60,000 tonnes", tonnes)
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on 4 March 2025", "2025-03-04"),
        ("on March 4, 2025", "2025-03-04"),
        ("on the 4th of March 2025", "2025-03-04"),
        ("on 2025-03-04", "2025-03-04"),
        ("on 29 February 2024", "2024-02-29"),
        ("on March 4", "--03-04"),
        ("on 4 March", "--03-04"),
        ("in March 2025", "2025-03"),
        ("in 2025", "2025"),
    ],
)
def test_date_is_as_exact_as_its_words(words: str, day: str) -> None:
    assert [(kind, value) for kind, _, value in numbers(f"The pact was signed {words}.")] == [
        (tb.MeasureKind.DATE, tb.Day(day))
    ]


@pytest.mark.parametrize("before", ["by", "before", "until", "no later than", "with a deadline of"])
def test_date_by_which_something_is_due_is_a_deadline(before: str) -> None:
    assert numbers(f"The mills must pay {before} 1 August 2026.") == [
        (tb.MeasureKind.DEADLINE, "1 August 2026", tb.Day("2026-08-01"))
    ]


@pytest.mark.parametrize(
    "words", ["February 30", "30 February 2024", "29 February 2025", "2026-13-01", "April 31, 2025"]
)
def test_day_that_is_not_in_the_calendar_is_noted_and_left_out(words: str) -> None:
    brief = read(f"The mills must pay on {words}.")

    assert brief.measures == ()
    assert [(note.rule, note.message, brief[note.span]) for note in brief.diagnostics if note.span] == [
        ("measure.date", "no such day", words)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ships carry steel.", [(tb.MeasureKind.PRODUCT, "steel", None)]),
        ("They signed the USMCA.", [(tb.MeasureKind.AGREEMENT, "USMCA", None)]),
        ("They fear an anti-dumping duty.", [(tb.MeasureKind.POLICY, "anti-dumping duty", None)]),
    ],
)
def test_product_agreement_and_policy_have_no_value(text: str, found: list[Found]) -> None:
    assert [measure for measure in measures(text) if measure[1] != "ships"] == found


def test_bare_number_measures_nothing() -> None:
    assert measures("The mills met 7 times.") == []


@pytest.mark.parametrize(
    "number",
    ["9" * 44, "9" * 5000, "0" * 3000 + ".5", ",".join(["999"] * 900), "1." + "3" * 4000, "-" * 3000, "1e9999"],
)
def test_absurd_number_breaks_nothing(number: str) -> None:
    assert read(f"The fund holds {number} dollars, and the tariff is {number} percent.").measures


def test_ids_of_measures_outlive_a_paragraph_put_before() -> None:
    text = "The tariff rose to 25 percent, then 25 percent again, on 4 March 2025."
    alone, after = read(text), read("Rain fell on the port.", text)

    assert [measure.id for measure in after.measures] == [measure.id for measure in alone.measures]
    assert len({measure.id for measure in alone.measures}) == len(alone.measures)


def test_measures_stand_in_order_and_do_not_overlap() -> None:
    spans = [measure.span for measure in read("The 25 percent tariff on steel rose by 5 percent on 4 March.").measures]

    assert spans == sorted(spans)
    assert not any(before.overlaps(after) for before, after in pairwise(spans))
