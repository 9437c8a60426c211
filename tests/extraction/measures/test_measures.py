import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.reading import read

import tradebrief as tb

PIECES = [
    *(
        "$",
        "€",
        "C$",
        "5",
        "2.5",
        "1,200",
        "a",
        "half",
        "two-thirds",
        "million",
        "bn",
        "percent",
        "%",
        "tonnes",
        "pesos",
    ),
    *(
        "from",
        "to",
        "between",
        "and",
        "-",
        "up",
        "of",
        "zero",
        "tariff",
        "duties",
        "quota",
        "steel",
        "frozen",
        "ban on",
    ),
    *(
        "exports of",
        "March",
        "2025",
        "by",
        "within",
        "days",
        "90-day",
        "Agreement",
        "trade",
        "Phase One deal",
        ".",
        ",",
    ),
]
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
        ("A 27.5% duty applies.", "27.5%", "27.5"),
        ("The rate fell to 8.5 percent.", "8.5 percent", "8.5"),
        ("Chile levies a 9 percent across-the-board import tariff.", "9 percent", "9"),
        ("Goods would pay 10 percent, a duty that few expected.", "10 percent", "10"),
        ("Tariffs on toys may reach 40 percent.", "40 percent", "40"),
        ("Duties of up to 60% apply.", "up to 60%", "60"),
        ("Norway enjoys a rate of zero.", "zero", "0"),
        ("Peru granted zero-duty access.", "zero-duty", "0"),
        ("They agreed on zero tariffs.", "zero", "0"),
        ("The duty is zero on aircraft.", "zero", "0"),
        ("Oslo wants the rate for toys to be fixed at 30 percent.", "30 percent", "30"),
        ("Wine at the port pays a twenty-five percent levy.", "twenty-five percent", "25"),
    ],
)
def test_percentage_of_a_duty_is_its_rate(text: str, words: str, value: str) -> None:
    assert numbers(text) == [(tb.MeasureKind.TARIFF_RATE, words, percent(value))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("With the tariff gone, sales would rise by 12 percent.", "12"),
        ("Under the duty 30 percent of growers gave up.", "30"),
        ("Despite the levy, imports were 8 percent higher.", "8"),
        ("The bank left its interest rate at 4 percent.", "4"),
        ("The corporate tax rate stays at 21 percent.", "21"),
        ("Few of the mills paid 3 percent.", "3"),
    ],
)
def test_percentage_near_a_duty_is_not_always_its_rate(text: str, value: str) -> None:
    assert numbers(text) == [(tb.MeasureKind.PERCENTAGE, f"{value} percent", percent(value))]


def test_percentage_that_words_leave_open_is_a_rate_where_an_equal_one_is() -> None:
    text = (
        "Oslo set a tariff of 35 percent. Few mills could live with 35 percent, and 36 percent is out of the question."
    )

    assert [found[:2] for found in numbers(text)] == [
        (tb.MeasureKind.TARIFF_RATE, "35 percent"),
        (tb.MeasureKind.TARIFF_RATE, "35 percent"),
        (tb.MeasureKind.PERCENTAGE, "36 percent"),
    ]


def test_percentages_set_against_each_other_are_of_one_kind() -> None:
    found = numbers("Under the tariff importers face 10 percent instead of the promised 5 percent.")

    assert [kind for kind, _, _ in found] == [tb.MeasureKind.TARIFF_RATE] * 2


def test_goods_come_in_at_a_rate() -> None:
    found = numbers("Lima suggests letting in 900 tonnes of rice a year at 4 percent.")

    assert [(kind, words) for kind, words, _ in found] == [
        (tb.MeasureKind.QUANTITY, "900 tonnes"),
        (tb.MeasureKind.TARIFF_RATE, "4 percent"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Exports fell by a third.", "a third", "33.33"),
        ("About two-thirds of growers left.", "two-thirds", "66.67"),
        ("Nearly three quarters of mills closed.", "three quarters", "75"),
        ("That is one tenth of one percent.", "one tenth of one percent", "0.1"),
    ],
)
def test_fraction_is_a_share_in_percent(text: str, words: str, value: str) -> None:
    assert numbers(text) == [(tb.MeasureKind.PERCENTAGE, words, percent(value))]


@pytest.mark.parametrize("text", ["A third country joined.", "It fell in the third quarter.", "Half of it is gone."])
def test_ordinal_is_no_share(text: str) -> None:
    assert numbers(text) == []


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
        ("1,200 maloti", "1200", "LSL"),
        ("3 million kyat", "3000000", "MMK"),
        ("N$50", "50", "NAD"),
        ("1,200 euros", "1200", "EUR"),
        ("2 million Canadian dollars", "2000000", "CAD"),
        ("US$600m", "600000000", "USD"),
        ("C$3bn", "3000000000", "CAD"),
        ("Rs 5,000 crore", "50000000000", "INR"),
        ("5,00,000 rupees", "500000", "INR"),
        ("3 trillion won", "3000000000000", "KRW"),
        ("EUR 40 million", "40000000", "EUR"),
        ("half a billion euros", "500000000", "EUR"),
        ("a quarter of a million euros", "250000", "EUR"),
        ("one and a half billion dollars", "1500000000", "USD"),
        ("two hundred and fifty dollars", "250", "USD"),
        ("a million yuan", "1000000", "CNY"),
    ],
)
def test_money_has_scale_and_currency(words: str, value: str, currency: str) -> None:
    assert numbers(f"The fund holds {words} in all.") == [
        (tb.MeasureKind.MONEY, words, tb.Amount(value=Decimal(value), currency=currency))
    ]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Chile will spend 90 million pesos.", "CLP"),
        ("Mexico will spend 90 million pesos.", "MXN"),
        ("Chile met Mexico, which will spend 90 million pesos.", "MXN"),
        ("The mill paid 90 million pesos to Chile.", "CLP"),
        ("The mill paid 90 million rupees.", "INR"),
        ("Pakistan paid 90 million rupees.", "PKR"),
    ],
)
def test_money_of_several_countries_is_that_of_the_one_named(text: str, currency: str) -> None:
    assert [found for _, _, found in numbers(text)] == [tb.Amount(value=Decimal(90000000), currency=currency)]


def test_money_that_no_country_tells_is_left_open_with_a_note() -> None:
    brief = read("The mill paid 90 million kroner.")

    assert [(measure.kind, measure.value) for measure in brief.measures] == [(tb.MeasureKind.MONEY, None)]
    assert [note.message for note in brief.diagnostics if note.rule == "measure.money"] == [
        "money of several countries"
    ]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("$5-10 billion", 5, 10), ("$5 to $10 billion", 5, 10), ("between $5 billion and $10 billion", 5, 10)],
)
def test_sign_and_scale_count_for_both_ends(words: str, low: int, high: int) -> None:
    ends = tb.Interval(low=Decimal(low * 10**9), high=Decimal(high * 10**9), currency="USD")

    assert [value for _, _, value in numbers(f"The fund holds {words} in all.")] == [ends]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Output fell by between 10 and 15 percent.", "10 and 15 percent", "10", "15"),
        ("Output fell by 10 to 15 percent.", "10 to 15 percent", "10", "15"),
        ("Output fell by 45–50 percent.", "45–50 percent", "45", "50"),
        ("Output fell by 50–45 percent.", "50–45 percent", "45", "50"),
        ("A 10-to-15 percent fall followed.", "10-to-15 percent", "10", "15"),
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


@pytest.mark.parametrize(
    "words", ["from 25 percent to 15", "from 25 percent to 15 percent", "from 25 to 15%", "to 15% from 25%"]
)
def test_change_is_read_in_either_order(words: str) -> None:
    change = tb.Change(before=Decimal(25), after=Decimal(15), unit="percent")

    assert numbers(f"The duty was cut {words}.") == [(tb.MeasureKind.TARIFF_RATE, words, change)]


@pytest.mark.parametrize("hedge", ["at least", "as much as", "about", "just", "at most"])
def test_word_before_the_second_number_belongs_to_the_change(hedge: str) -> None:
    change = tb.Change(before=Decimal(8), after=Decimal(35), unit="percent")

    assert numbers(f"The duty rose from 8 percent to {hedge} 35 percent.") == [
        (tb.MeasureKind.TARIFF_RATE, f"from 8 percent to {hedge} 35 percent", change)
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
    ("words", "value", "unit"),
    [
        ("1.5 million barrels a day", "1500000", "barrel per day"),
        ("30 million bushels", "30000000", "bushel"),
        ("5,000 head of cattle", "5000", "head"),
        ("2.5m tonnes", "2500000", "tonne"),
        ("2,000 TEU", "2000", "TEU"),
        ("4 GW", "4", "gigawatt"),
        ("fifteen thousand tonnes", "15000", "tonne"),
        ("120,000 vehicles", "120000", "vehicle"),
    ],
)
def test_quantity_has_its_unit(words: str, value: str, unit: str) -> None:
    assert numbers(f"Mills moved {words} in all.") == [
        (tb.MeasureKind.QUANTITY, words, tb.Amount(value=Decimal(value), unit=unit))
    ]


def test_few_people_or_things_are_no_quantity() -> None:
    assert numbers("Two people and four companies left.") == []
    assert [words for _, words, _ in numbers("The mill has 3,000 workers.")] == ["3,000 workers"]


def test_amount_equal_to_a_quota_is_one() -> None:
    found = numbers("Lima offers a quota of 800 tonnes. It grew 700 tonnes. Nobody needs 800 tonnes.")

    assert [(kind, words) for kind, words, _ in found] == [
        (tb.MeasureKind.QUOTA, "800 tonnes"),
        (tb.MeasureKind.QUANTITY, "700 tonnes"),
        (tb.MeasureKind.QUOTA, "800 tonnes"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words", "duration"),
    [
        ("They agreed on a 90-day pause.", tb.MeasureKind.QUANTITY, "90-day", "P90D"),
        ("They agreed on a six-month pause.", tb.MeasureKind.QUANTITY, "six-month", "P6M"),
        ("The ban runs for three years.", tb.MeasureKind.QUANTITY, "three years", "P3Y"),
        ("Oslo must answer within two weeks.", tb.MeasureKind.DEADLINE, "within two weeks", "P2W"),
    ],
)
def test_stretch_of_time_ahead_is_a_duration(text: str, kind: tb.MeasureKind, words: str, duration: str) -> None:
    assert numbers(text) == [(kind, words, tb.Duration(duration))]


@pytest.mark.parametrize(
    "text",
    [
        "He left three years ago.",
        "The 60-year-old mill burnt.",
        "It lasted the past three years.",
        "Three days passed.",
    ],
)
def test_stretch_of_time_that_is_over_measures_nothing(text: str) -> None:
    assert numbers(text) == []


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
        ("in March", "--03"),
        ("on 9 July", "--07-09"),
        ("on Sept. 9, 2025", "2025-09-09"),
        ("by late March 2025", "2025-03"),
        ("by the end of June", "--06-30"),
        ("by the end of February", "--02"),
        ("by the end of February 2028", "2028-02-29"),
        ("by the end of 2027", "2027-12-31"),
        ("at the end of March 2025", "2025-03-31"),
        ("by the end of 9 July", "--07-09"),
        ("after a 2023 study", "2023"),
        ("after Oslo's 2021 review", "2021"),
        ("before the 2030 tests", "2030"),
    ],
)
def test_date_is_as_exact_as_its_words(words: str, day: str) -> None:
    assert [value for _, _, value in numbers(f"The pact was signed {words}.")] == [tb.Day(day)]


@pytest.mark.parametrize("before", ["by", "before", "until", "no later than", "with a deadline of", "by the end of"])
def test_date_by_which_something_is_due_is_a_deadline(before: str) -> None:
    assert numbers(f"The mills must pay {before} 1 August 2026.") == [
        (tb.MeasureKind.DEADLINE, "1 August 2026", tb.Day("2026-08-01"))
    ]


@pytest.mark.parametrize(
    "words",
    [
        *("February 30", "30 February 2024", "29 February 2025", "2026-13-01", "April 31, 2025", "30.2.2026"),
        *("31/11/2026", "15/15/2026", "August 45"),
    ],
)
def test_day_that_is_not_in_the_calendar_is_noted_and_left_out(words: str) -> None:
    brief = read(f"The mills must pay on {words}.")

    assert brief.measures == ()
    assert [(note.rule, note.message, brief[note.span]) for note in brief.diagnostics if note.span] == [
        ("measure.date", "no such day", words)
    ]


def _dates(text: str, published: dt.date | None = None) -> list[tuple[str, tb.MeasureKind, str | None]]:
    brief = tb.read(text, published=published)
    dates = (tb.MeasureKind.DATE, tb.MeasureKind.DEADLINE)
    return [
        (brief[found.span], found.kind, found.value.date if isinstance(found.value, tb.Day) else None)
        for found in brief.measures
        if found.kind in dates
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway must lift the ban by Friday.", "2026-11-27"),
        ("Norway demanded a reply by Tuesday.", "2026-12-01"),
        ("Norway will decide by next Friday.", None),
        ("Norway will decide by Wednesday.", None),
        ("The envoy had left Oslo by Friday.", None),
    ],
)
def test_weekday_is_due_after_the_day_of_publication_where_that_is_sure(text: str, day: str | None) -> None:
    weekday = text.rstrip(".").rpartition(" ")[2]

    assert _dates(text, dt.date(2026, 11, 25)) == [(weekday, tb.MeasureKind.DEADLINE, day)]
    assert _dates(text) == [(weekday, tb.MeasureKind.DEADLINE, None)]


@pytest.mark.parametrize(
    ("text", "kind", "words", "day"),
    [
        ("They meet on Friday.", tb.MeasureKind.DATE, "Friday", "2026-11-27"),
        ("They will meet on Tuesday.", tb.MeasureKind.DATE, "Tuesday", "2026-12-01"),
        ("They met on Monday.", tb.MeasureKind.DATE, "Monday", "2026-11-23"),
        ("On Monday, Norway refused.", tb.MeasureKind.DATE, "Monday", "2026-11-23"),
        ("They met last Wednesday.", tb.MeasureKind.DATE, "Wednesday", "2026-11-18"),
        ("They will meet next Friday.", tb.MeasureKind.DATE, "Friday", None),
        ("The duty starts next month.", tb.MeasureKind.DATE, "next month", "2026-12"),
        ("The duty began last month.", tb.MeasureKind.DATE, "last month", "2026-10"),
        ("The duty starts next year.", tb.MeasureKind.DATE, "next year", "2027"),
        ("The duty starts next week.", tb.MeasureKind.DATE, "next week", None),
        ("Norway must pay by the end of the month.", tb.MeasureKind.DEADLINE, "the end of the month", "2026-11-30"),
        ("Norway must pay before the end of next year.", tb.MeasureKind.DEADLINE, "the end of next year", "2027-12-31"),
        ("Norway must pay by the end of the quarter.", tb.MeasureKind.DEADLINE, "the end of the quarter", "2026-12-31"),
        ("Norway must pay by year-end.", tb.MeasureKind.DEADLINE, "year-end", "2026-12-31"),
        ("Norway must pay by year's end.", tb.MeasureKind.DEADLINE, "year's end", "2026-12-31"),
    ],
)
def test_date_that_is_told_from_the_day_of_publication(text: str, kind: tb.MeasureKind, words: str, day: str) -> None:
    assert _dates(text, dt.date(2026, 11, 25)) == [(words, kind, day)]
    assert _dates(text) == [(words, kind, None)]


@pytest.mark.parametrize("text", ["Over the next year sales will fall.", "The month passed.", "They met on Fridays."])
def test_stretch_of_time_or_habit_is_no_date(text: str) -> None:
    assert _dates(text, dt.date(2026, 11, 25)) == []


def _stretch(text: str, published: dt.date | None) -> list[tuple[str, str]]:
    brief = tb.read(text, published=published)
    values = [(brief[found.span], found.value) for found in brief.measures]
    return [
        (words, value.date if isinstance(value, tb.Day) else value.duration)
        for words, value in values
        if isinstance(value, tb.Day | tb.Duration)
    ]


@pytest.mark.parametrize(
    ("text", "words", "duration", "day"),
    [
        ("Oslo must answer within two weeks.", "within two weeks", "P2W", "2026-12-09"),
        ("Oslo will answer within 90 days.", "within 90 days", "P90D", "2027-02-23"),
        ("Oslo will answer within three months.", "within three months", "P3M", "2027-02-25"),
        ("Talks resume in three weeks' time.", "three weeks' time", "P3W", "2026-12-16"),
        ("The levy begins in 30 days.", "30 days", "P30D", "2026-12-25"),
        ("The levy will lapse in two years.", "two years", "P2Y", "2028"),
        ("Oslo will answer ten days from now.", "ten days from now", "P10D", "2026-12-05"),
    ],
)
def test_stretch_of_time_from_publication_comes_to_a_day(text: str, words: str, duration: str, day: str) -> None:
    assert _stretch(text, dt.date(2026, 11, 25)) == [(words, day)]
    assert _stretch(text, None) == [(words, duration)]


@pytest.mark.parametrize(
    ("text", "words", "duration"),
    [
        ("Oslo must answer within 90 days of the ruling.", "within 90 days", "P90D"),
        ("Oslo answered within 90 days.", "within 90 days", "P90D"),
        ("Oslo will answer within 99999999999 days.", "within 99999999999 days", "P99999999999D"),
    ],
)
def test_stretch_of_time_that_counts_from_elsewhere_stays_open(text: str, words: str, duration: str) -> None:
    assert _stretch(text, dt.date(2026, 11, 25)) == [(words, duration)]


@pytest.mark.parametrize("text", ["It will be the first rise in five years.", "Prices fell in three weeks."])
def test_stretch_of_time_in_which_something_was_done_is_no_date(text: str) -> None:
    assert _stretch(text, dt.date(2026, 11, 25)) == []


def test_dateline_stands_in_for_the_day_of_publication() -> None:
    brief = tb.read("LIMA, November 25, 2026 - Peru must answer within two weeks. They meet on Friday.")
    without = tb.read("LIMA, November 25 - Peru must answer within two weeks. They meet on Friday.")

    assert [found.value for found in brief.measures[1:]] == [tb.Day("2026-12-09"), tb.Day("2026-11-27")]
    assert [found.value for found in without.measures[1:]] == [tb.Duration("P2W"), None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oslo won a quota of 100,000 cars.", [(tb.MeasureKind.QUOTA, "100,000", "100000", "auto")]),
        ("Ottawa let in 49,000 electric cars.", [(tb.MeasureKind.QUANTITY, "49,000", "49000", "electric vehicle")]),
        ("Oslo sold ten thousand lorries.", [(tb.MeasureKind.QUANTITY, "ten thousand", "10000", "truck")]),
        ("Oslo won a quota of 80,000 fresh Chilean avocados.", [(tb.MeasureKind.QUOTA, "80,000", "80000", "avocado")]),
        ("Oslo bought 2.5 million doses.", [(tb.MeasureKind.QUANTITY, "2.5 million doses", "2500000", "dose")]),
        ("Oslo buys 12 tractors.", []),
        ("In 2026 tractors will be taxed.", []),
        ("Oslo has 300 car plants.", []),
    ],
)
def test_goods_that_are_counted_are_the_unit(text: str, found: list[tuple[tb.MeasureKind, str, str, str]]) -> None:
    assert [
        (kind, words, str(value.value), value.unit)
        for kind, words, value in numbers(text)
        if isinstance(value, tb.Amount)
    ] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The quota is between 10,000 and 20,000 lorries.",
            tb.Interval(low=Decimal(10000), high=Decimal(20000), unit="truck"),
        ),
        (
            "The quota rose from 10,000 to 20,000 lorries.",
            tb.Change(before=Decimal(10000), after=Decimal(20000), unit="truck"),
        ),
        ("Oslo pledged half a billion euros.", tb.Amount(value=Decimal(500000000), currency="EUR")),
        ("Oslo pledged half-a-billion euros.", tb.Amount(value=Decimal(500000000), currency="EUR")),
    ],
)
def test_two_counts_are_a_range_or_a_change(text: str, value: tb.MeasureValue) -> None:
    assert [found for _, _, found in numbers(text)] == [value]


@pytest.mark.parametrize(
    ("text", "words", "concept"),
    [
        ("Oslo praised the deal of July 22.", "deal", "July 22 deal"),
        ("Oslo praised the July 22 deal.", "deal", "July 22 deal"),
        ("Oslo praised the 22 July 2025 deal.", "deal", "July 22, 2025 deal"),
        ("Oslo praised the March 2019 pact.", "pact", "March 2019 pact"),
        ("Oslo praised the May accord.", "accord", "May accord"),
        ("Oslo praised the accord of 2019.", "accord", "2019 accord"),
        ("Oslo praised the Geneva truce.", "Geneva truce", "Geneva truce"),
        ("Oslo praised the Kuala Lumpur accord.", "accord", None),
        ("Oslo praised the Japan deal.", "Japan deal", "Japan deal"),
        ("Beijing fulfilled phase one.", "phase one", "US-China Phase One Agreement"),
    ],
)
def test_agreement_goes_by_its_place_or_day(text: str, words: str, concept: str | None) -> None:
    found = [found for found in read(text).measures if found.kind is tb.MeasureKind.AGREEMENT]

    assert [(read(text)[one.span], one.concept) for one in found] == ([(words, concept)] if concept else [])


@pytest.mark.parametrize(
    "text",
    ["Oslo won the deal of the year.", "Oslo signed a deal of 300 pages.", "Oslo praised Japan's deal.",
     "Oslo entered phase one.",
     "In phase one, Beijing buys soy.", "Beijing began phase one trials."],
)  # fmt: skip
def test_deal_or_phase_that_nothing_names_is_no_agreement(text: str) -> None:
    assert [found for found in read(text).measures if found.kind is tb.MeasureKind.AGREEMENT] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sales fell in the third quarter of 2026.", ["third quarter of 2026"]),
        ("Sales fell in Q3 2025.", ["Q3 2025"]),
        ("The duty lapses in the second quarter.", ["second quarter"]),
        ("Norway won the first quarter final.", []),
        ("Norway met Chile on Monday.", ["Monday"]),
    ],
)
def test_quarter_is_a_date_without_a_day(text: str, words: list[str]) -> None:
    assert [found for found, _, day in _dates(text) if day is None] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ships carry steel.", [(tb.MeasureKind.PRODUCT, "steel", None)]),
        ("They signed the USMCA.", [(tb.MeasureKind.AGREEMENT, "USMCA", None)]),
        ("They fear an anti-dumping duty.", [(tb.MeasureKind.POLICY, "anti-dumping duty", None)]),
        ("Norway exports frozen salmon.", [(tb.MeasureKind.PRODUCT, "frozen salmon", None)]),
        ("Prices of terbium fell.", [(tb.MeasureKind.PRODUCT, "terbium", None)]),
        ("Chile sells hinges.", [(tb.MeasureKind.PRODUCT, "hinges", None)]),
        ("The vote hinges on Chile.", []),
        ("They live off the GSP.", [(tb.MeasureKind.POLICY, "GSP", None)]),
        ("They want a safeguard clause.", [(tb.MeasureKind.POLICY, "safeguard clause", None)]),
        ("They fear the 232 duties.", [(tb.MeasureKind.POLICY, "232 duties", None)]),
    ],
)
def test_product_agreement_and_policy_have_no_value(text: str, found: list[Found]) -> None:
    assert measures(text) == found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The 36% and 46% rates may return.", [tb.MeasureKind.TARIFF_RATE] * 2),
        ("Ana Ruiz of Bank Landolt fears that the 39% rate will stay.", [tb.MeasureKind.TARIFF_RATE]),
        ("The Bank of Japan left its 1% rate alone.", [tb.MeasureKind.PERCENTAGE]),
        ("The Reserve Bank left its 1% rate alone.", [tb.MeasureKind.PERCENTAGE]),
    ],
)
def test_rate_of_a_bank_is_no_duty_s(text: str, kinds: list[tb.MeasureKind]) -> None:
    assert [kind for kind, _, _ in numbers(text)] == kinds


def test_policy_by_its_acronym_is_no_actor() -> None:
    brief = read("They say that AGOA lapsed. The CBAM Authority waits.")
    assert [str(actor) for actor in brief.actors if actor.kind is tb.ActorKind.ORGANIZATION] == ["CBAM Authority"]
    assert [brief.article[found.span] for found in brief.measures] == ["AGOA"]


def test_round_number_before_a_plural_is_no_year() -> None:
    assert numbers("The 2000 mills wait.") == []


def test_most_that_money_comes_to_is_no_part_of_its_words() -> None:
    assert [words for _, words, _ in numbers("The refunds come to up to $6.3 billion.")] == ["$6.3 billion"]


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


@given(
    value=st.decimals("0.01", 9999, places=2),
    scale=st.sampled_from([("", 1), (" thousand", 10**3), (" million", 10**6), ("bn", 10**9)]),
    unit=st.sampled_from(["percent", "tonnes", "euros"]),
)
def test_number_is_read_as_it_is_written(value: Decimal, scale: tuple[str, int], unit: str) -> None:
    words = f"{value}{scale[0]} {unit}"

    ((_, found, amount),) = numbers(f"The mills moved {words} in all.")

    assert found == words
    assert isinstance(amount, tb.Amount)
    assert amount.value == value * scale[1]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join))
def test_measures_lie_in_the_text_in_order(text: str) -> None:
    spans = [measure.span for measure in read(text).measures]

    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert not any(before.overlaps(after) for before, after in pairwise(spans))


def test_measures_stand_in_order_and_do_not_overlap() -> None:
    spans = [measure.span for measure in read("The 25 percent tariff on steel rose by 5 percent on 4 March.").measures]

    assert spans == sorted(spans)
    assert not any(before.overlaps(after) for before, after in pairwise(spans))


@pytest.mark.parametrize("words", ["10^400 %", "1e400 percent", "1/0 percent", "10×3 percent", "-5 to 5 percent"])
def test_end_of_a_formula_is_no_number(words: str) -> None:
    brief = read(f"Norway set a tariff of {words}.")

    assert [measure.kind for measure in brief.measures] == [tb.MeasureKind.POLICY]
    assert [brief[note.span] for note in brief.diagnostics if note.span is not None] == [words]


@pytest.mark.parametrize("words", ["1,00,0 percent", "$1e999", "1.000.000 percent"])
def test_digits_that_are_no_number_measure_nothing(words: str) -> None:
    assert not [measure for measure in read(f"Norway lost {words}.").measures if measure.value]


@pytest.mark.parametrize(
    ("words", "value"),
    [("-5 percent", "-5"), ("−5 percent", "-5"), ("½ percent", "0.5"), ("2½ percent", "2.5"), ("2 ½ percent", "2.5")],
)
def test_sign_and_fraction_are_part_of_a_number(words: str, value: str) -> None:
    brief = read(f"Norway had growth of {words} in all.")

    assert [(brief[found.span], found.value) for found in brief.measures] == [
        (words, tb.Amount(value=Decimal(value), unit="percent"))
    ]


def test_range_may_have_a_hyphen_at_either_number() -> None:
    (rate, _) = read("Norway set a 15- to 20-percent duty.").measures

    assert rate.value == tb.Interval(low=Decimal(15), high=Decimal(20), unit="percent")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norway demanded that Chile lift its export curbs by August 1.", "2026-08-01"),
        ("Norway must reply by May 2.", "2027-05-02"),
        ("The envoy had left Oslo by May 4.", "2026-05-04"),
        ("Norway suspended the duty until August 1.", "2026-08-01"),
        ("Norway suspended the duty until February 1.", "--02-01"),
        ("Norway must reply by February 29.", "--02-29"),
        ("Norway imposed a duty on June 2.", "2026-06-02"),
        ("Norway met Chile on December 2.", "2025-12-02"),
        ("Norway will meet Chile on March 2.", "2027-03-02"),
        ("Norway raised the duty from August 1.", "2026-08-01"),
        ("The duty was lifted in September.", "2025-09"),
        ("The truce was extended to 9 November.", "2026-11-09"),
        ("The truce was prolonged until December 12.", "2026-12-12"),
        ("Norway moved the vote to the end of January.", "2027-01-31"),
        ("Norway signed an order extending the truce to 2 May.", "2027-05-02"),
        ("The hearing was set for May 2.", "2027-05-02"),
        ("The vote was postponed on 2 May.", "2026-05-02"),
        ("Norway must reply by mid-September.", "2026-09"),
    ],
)
def test_day_of_publication_gives_a_date_its_year_where_that_is_sure(text: str, day: str) -> None:
    ((_, _, found),) = _dates(text, dt.date(2026, 7, 3))
    ((_, _, left),) = _dates(text)

    assert found == day
    assert left is not None
    assert left.startswith("--")


def test_day_from_which_something_was_moved_is_a_near_one() -> None:
    found = _dates("Norway extended the truce from 9 August to 9 November.", dt.date(2026, 7, 3))

    assert [day for *_, day in found] == ["2026-08-09", "2026-11-09"]


def test_day_that_had_been_fixed_is_a_near_one() -> None:
    assert [day for *_, day in _dates("The vote had been set for May 2.", dt.date(2026, 5, 9))] == ["2026-05-02"]


@pytest.mark.parametrize(
    ("words", "day"), [("13/04/2025", "2025-04-13"), ("4/13/2025", "2025-04-13"), ("12.2.2026", "2026-02-12")]
)
def test_date_in_digits(words: str, day: str) -> None:
    assert _dates(f"Norway raised the duty on {words}.") == [(words, tb.MeasureKind.DATE, day)]


def test_digits_may_name_either_of_two_days() -> None:
    brief = read("The duty applies until 03/04/2025.")

    assert [brief[note.span] for note in brief.diagnostics if note.span] == ["03/04/2025"]
    assert _dates("The duty applies until 03/04/2025.") == [("03/04/2025", tb.MeasureKind.DEADLINE, None)]
    assert _dates("The duty applies until 04/04/2025.")[0][2] == "2025-04-04"


@pytest.mark.parametrize("words", ["next Friday", "last week"])
def test_day_that_is_left_open_is_noted(words: str) -> None:
    brief = tb.read(f"The envoys meet {words}.", published=dt.date(2026, 11, 25))

    assert [(note.rule, note.message) for note in brief.diagnostics] == [("measure.date", "a day that is left open")]


def test_tomorrow_is_the_day_after_publication() -> None:
    today = dt.date(2026, 12, 31)

    assert _dates("The duty starts tomorrow.", today) == [("tomorrow", tb.MeasureKind.DATE, "2027-01-01")]
    assert _dates("The mills of tomorrow need tin.", today) == []
    assert _dates("\u201cAnd tomorrow it will be us,\u201d said Lena Varga.", today) == []


def test_part_of_a_month_is_the_month_in_its_own_words() -> None:
    today = dt.date(2026, 11, 25)

    assert _dates("Norway must reply by mid-April 2027.", today) == [
        ("mid-April 2027", tb.MeasureKind.DEADLINE, "2027-04")
    ]


def test_month_before_what_is_counted_is_no_day() -> None:
    assert _dates("In August 45 mills closed.") == [("August", tb.MeasureKind.DATE, "--08")]


@pytest.mark.parametrize("words", ["1,23,4", "12,5", "1.2.3"])
def test_digits_before_a_unit_that_are_no_number_are_noted(words: str) -> None:
    brief = read(f"Norway pays {words} percent.")

    assert brief.measures == ()
    assert [brief[note.span] for note in brief.diagnostics if note.span] == [words]


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and words of all measures."""
    return [(kind.value, words) for kind, words, _ in measures(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile has capped imports of lamb at 5,000 tonnes for the year.", "5,000 tonnes"),
        ("Peru's sales have been limited to about 2 million tonnes a year.", "2 million tonnes"),
        ("Oslo will let in 700 tonnes of ham duty-free each year.", "700 tonnes"),
        ("The quota is 400 tonnes, instead of the 900 tonnes that Oslo had sought.", "900 tonnes"),
        ("The quota is 400 tonnes. Oslo is angling for 900 tonnes.", "900 tonnes"),
        ("Lima has an annual allotment of 900 tonnes.", "900 tonnes"),
        ("The limit for the year is 900 tonnes.", "900 tonnes"),
        ("Farmers may ship 900 tonnes of lamb free of duty.", "900 tonnes"),
        ("Exporters can send 900 tonnes at a reduced rate.", "900 tonnes"),
        ("The quota is 400 tonnes. Oslo holds out for at least 900 tonnes.", "900 tonnes"),
    ],
)
def test_amount_that_is_capped_free_or_bargained_for_is_a_quotas(text: str, words: str) -> None:
    assert ("quota", words) in kinds(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile shipped 5,000 tonnes duty-free last year.", "5,000 tonnes"),
        ("Chile hopes for 5,000 tonnes of rain.", "5,000 tonnes"),
        ("The quota is 400 tonnes. Chile sold 900 tonnes last year.", "900 tonnes"),
    ],
)
def test_amount_that_was_only_traded_is_a_quantity(text: str, words: str) -> None:
    assert ("quantity", words) in kinds(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The duty is 20 percent. Oslo had flirted with 30%.", "30%"),
        ("The duty is 20 percent. Lima would settle for 12 percent at most.", "12 percent"),
        ("The duty is 20 percent. Lima would swallow 12 percent.", "12 percent"),
        ("The duty fell from 26% to 14%. Fourteen percent, Lima says, will do.", "Fourteen percent"),
        ("Importers pay a duty of 50% on steel. Steel pays 50% and zinc 25%.", "25%"),
        ("Oslo's tariff would rise by 5 percentage points, to 15 percent.", "15 percent"),
    ],
)
def test_percentage_that_is_bargained_for_or_named_before_is_a_rate(text: str, words: str) -> None:
    assert ("tariff_rate", words) in kinds(text)


@pytest.mark.parametrize(
    "text", ["The duty is low. Lima would settle for 12 percent of the seats.", "Lima would settle for 12 percent."]
)
def test_percentage_that_is_bargained_for_without_a_duty_is_a_share(text: str) -> None:
    assert ("percentage", "12 percent") in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Output is likely to reach 90 million tonnes by 2030.", "date"),
        ("The mill expects sales to triple by 2030.", "date"),
        ("The levy could cost mills $40 million a year by 2030.", "date"),
        ("The mill will invest $5 billion by 2030.", "deadline"),
        ("The duty must fall to 5 percent by 2030.", "deadline"),
        ("Oslo pledged that sales would reach 5 million tonnes by 2030.", "deadline"),
        ("Oslo may drop the case before its report, due by 2030.", "deadline"),
    ],
)
def test_date_of_a_forecast_is_no_deadline(text: str, kind: str) -> None:
    assert (kind, "2030") in kinds(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ontario mills pay 30 cents a kilo in Canada.", tb.Amount(value=Decimal("0.30"), currency="CAD")),
        ("Tea costs 45 pence a cup.", tb.Amount(value=Decimal("0.45"), currency="GBP")),
        ("Ham is sold at 9 degrees Celsius.", tb.Amount(value=Decimal(9), unit="degree Celsius")),
        (
            "The price rose from 20 cents to 30 cents in Canada.",
            tb.Change(before=Decimal("0.20"), after=Decimal("0.30"), currency="CAD"),
        ),
    ],
)
def test_parts_of_money_and_degrees_are_read(text: str, value: tb.MeasureValue) -> None:
    assert value in [found for _, _, found in measures(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The agreement between Ecuador and the European Union is late.",
            "agreement between Ecuador and the European Union",
        ),
        ("The levy will vanish on cheddar and, over ten years, on cars.", "cars"),
        ("Oslo fears hormone-treated beef.", "hormone-treated beef"),
        ("Exporters pay 12 percent to ship corn ethanol.", "corn ethanol"),
        ("The animal health rules cost mills much.", "animal health rules"),
        ("Cocoa has begun to divide them.", "Cocoa"),
        ("Oslo would halve the duty to 12 percent.", "duty"),
    ],
)
def test_goods_and_policies_stand_with_what_is_theirs(text: str, found: str) -> None:
    assert found in [words for _, words in kinds(text)]


@pytest.mark.parametrize(
    "text", ["Oslo said the cabinet had bowed.", "Oslo will buy part of it.", "Talks between Oslo and Lima ended."]
)
def test_body_or_share_is_no_good(text: str) -> None:
    assert kinds(text) == []


def test_share_by_which_an_amount_falls_is_no_end_of_a_range() -> None:
    found = [(words, value) for _, words, value in measures("Output fell by a third to 900 tonnes.")]

    assert found[1] == ("900 tonnes", tb.Amount(value=Decimal(900), unit="tonne"))
    assert found[0][0] == "a third"


def test_percentage_that_shares_its_verb_with_a_growth_is_a_share() -> None:
    assert ("percentage", "25%") in kinds("Exports rose 40% and imports 25%, despite the duty.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Oslo extended its ban on eggs through June.", tb.MeasureKind.DEADLINE),
        ("The licence remains valid through 2031.", tb.MeasureKind.DEADLINE),
        ("The talks on eggs ran through June.", tb.MeasureKind.DATE),
    ],
)
def test_what_holds_through_a_day_is_over_then(text: str, kind: tb.MeasureKind) -> None:
    days = [found.kind for found in read(text).measures if found.kind in (tb.MeasureKind.DATE, tb.MeasureKind.DEADLINE)]

    assert days == [kind]
