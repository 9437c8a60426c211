"""What numbers are by the words around them, dates that are partly sure, and policies by what they are laid on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and words of all measures."""
    brief = read(text)
    return [(measure.kind.value, brief[measure.span]) for measure in brief.measures]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The rate on Chilean wine came down from 18 percent to 12 percent.", "from 18 percent to 12 percent"),
        ("The rate for Kenyan roses stood at 12 percent.", "12 percent"),
        ("Lima cut its tax on tin exports from 9 to 6 percent.", "from 9 to 6 percent"),
        ("The rate on cement did not change: it stands at 19 percent.", "19 percent"),
        ("Oslo set an anti-dumping margin of 14 percent for Chilean salmon.", "14 percent"),
        ("Oslo fears dumping. Its mills had asked for margins of more than 40 percent.", "40 percent"),
        ("The duty was raised to 8 percent of the value.", "8 percent"),
        ("The levy, in Lima's view, is too high, and it rose to 9 percent.", "9 percent"),
        ("To fight inflation, Lima cut the duty to 8 percent.", "8 percent"),
        ("The duty is 4 percent, with a levy of 8 percent on top for mills.", "8 percent"),
        ("Oslo set a duty of 14 percent for Peru and 30 percent for Chile.", "30 percent"),
    ],
)
def test_percentage_that_is_said_of_a_rate_is_one(text: str, words: str) -> None:
    assert ("tariff_rate", words) in kinds(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tariffs on imports of steel hit Lima, whose share fell from 30 to 20 percent.", "from 30 to 20 percent"),
        ("The jobless rate in Chile stands at 6 percent.", "6 percent"),
        ("Oslo fears dumping. Its mills had profit margins of more than 40 percent.", "40 percent"),
        ("Its mills had margins of more than 40 percent.", "40 percent"),
        ("The top rate on incomes stands at 40 percent.", "40 percent"),
        ("Inflation rose in Chile: it stands at 19 percent.", "19 percent"),
        ("The tax take rose to 8 percent.", "8 percent"),
        ("In Lima the share of tax stands at 7 percent.", "7 percent"),
        ("The tariffs cut sales to 40 percent of last year's.", "40 percent"),
    ],
)
def test_percentage_of_something_else_is_no_rate(text: str, words: str) -> None:
    assert ("percentage", words) in kinds(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo lowered the limit from 0.4 to 0.2 milligrams per kilogram.", "from 0.4 to 0.2 milligrams per kilogram"),
        ("Lima offered 600 tonnes of plums free of pests.", "600 tonnes"),
    ],
)
def test_traces_and_sound_goods_are_no_quotas(text: str, words: str) -> None:
    assert ("quantity", words) in kinds(text)


def test_goods_free_of_duty_are_a_quotas() -> None:
    assert ("quota", "600 tonnes") in kinds("Lima may send 600 tonnes of plums free of any duty.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Copper rose $5 to $60 a tonne.", ["$5", "$60"]),
        ("Cocoa fell £40 to £600 a tonne.", ["£40", "£600"]),
        ("Aid comes to $5 to $60 million.", ["$5 to $60 million"]),
        ("Sales rose by $5 to $60 million.", ["$5 to $60 million"]),
    ],
)
def test_amount_of_a_move_is_not_where_it_ends(text: str, words: list[str]) -> None:
    assert [found for kind, found in kinds(text) if kind == "money"] == words


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Peru has a waiver until mid-2031.", tb.MeasureKind.DEADLINE, "mid-2031"),
        ("Oslo cut the duty in mid-1998.", tb.MeasureKind.DATE, "mid-1998"),
    ],
)
def test_middle_of_a_year_is_sure_of_the_year_alone(text: str, kind: tb.MeasureKind, words: str) -> None:
    brief = read(text)
    found = next(measure for measure in brief.measures if measure.kind is kind)
    assert brief[found.span] == words
    assert found.value == tb.Day(words[-4:])


@pytest.mark.parametrize("day", ["41st of June", "77th of August"])
def test_day_that_no_month_has_is_noted(day: str) -> None:
    brief = read(f"The levy starts on the {day}.")
    assert not [measure for measure in brief.measures if measure.kind is tb.MeasureKind.DATE]
    assert [(note.message, note.span and brief[note.span]) for note in brief.diagnostics] == [("no such day", day)]


@pytest.mark.parametrize(
    ("text", "words", "concept"),
    [
        ("Lima lifts its tax on tin exports.", "tax on tin exports", "tin export tax"),
        ("Oslo backs a ban on palm oil imports.", "ban on palm oil imports", "palm oil import ban"),
        ("Mirror clauses are on the table.", "Mirror clauses", "mirror clause"),
        ("Exporters fear the new residue rules.", "residue rules", "residue rule"),
        ("Lima keeps its limits on pesticide residues.", "limits on pesticide residues", "maximum residue limit"),
        ("Mills must show a certificate of origin.", "certificate of origin", "proof of origin"),
    ],
)
def test_policy_by_what_it_is_laid_on(text: str, words: str, concept: str) -> None:
    brief = read(text)
    found = [(brief[item.span], item.concept) for item in brief.measures if item.kind is tb.MeasureKind.POLICY]
    assert (words, concept) in found


def test_agreement_with_the_countries_of_a_bloc_is_not_named_by_the_bloc() -> None:
    assert "agreement" not in dict(kinds("The agreement between Peru and the EU countries is late."))


def test_seed_is_no_form_of_see() -> None:
    assert ("product", "seed") in kinds("Canadian seed exports to Chile fell.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The duty was cut to 12 percent from the current 26 percent.", "to 12 percent from the current 26 percent"),
        ("Lima cut the duty from its present 26 percent to 12.", "from its present 26 percent to 12"),
    ],
)
def test_number_that_holds_now_is_one_end_of_a_change(text: str, words: str) -> None:
    brief = read(text)
    found = next(measure for measure in brief.measures if measure.kind is tb.MeasureKind.TARIFF_RATE)
    assert brief[found.span] == words
    assert found.value == tb.Change(before=Decimal(26), after=Decimal(12), unit="percent")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lima exports soybeans. Beans are dear.", "Beans"),
        ("Oslo laid a duty on Chilean peas.", "peas"),
        ("Imports of champagne fell.", "champagne"),
        ("Norwegian plate is dear.", "plate"),
        ("Oslo dreads imports of wiring harnesses.", "wiring harnesses"),
    ],
)
def test_goods_by_what_the_text_trades_in(text: str, words: str) -> None:
    assert ("product", words) in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The champagne was opened in Oslo.",
        "Farmers came to Lima with tractors.",
        "They want no palm oil on Norwegian plates.",
        "Growers blame the imports for the price of a crop.",
        "Parts of the import law remain.",
        "Anna Lund, who seeds 90 acres of imported land, is glum.",
    ],
)
def test_words_for_goods_that_are_none_here(text: str) -> None:
    assert not {words for kind, words in kinds(text) if kind == "product"} - {"palm oil"}


def test_quarter_of_a_century_is_no_percentage() -> None:
    assert "percentage" not in dict(kinds("The duty has stood for a quarter of a century."))
    assert ("percentage", "A quarter") in kinds("A quarter of the exports is safe.")


@pytest.mark.parametrize("name", ["Peru-Chile deal", "ASEAN–India accord"])
def test_agreement_by_its_two_parties(name: str) -> None:
    brief = read(f"The {name} is dead.")
    assert [(brief[item.span], item.concept) for item in brief.measures] == [(name, name)]
