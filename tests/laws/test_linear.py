"""Time grows with the length of a text and no faster, whatever a stranger repeats in it.

Eight times the text may take sixteen times as long: quadratic work would take sixty-four times. Process
time is measured, the best of five, and a failure once more.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import process_time

import pytest

import tradebrief as tb

UNITS = {
    "spaces": " ",
    "spaces in a line": "a" + " " * 60,
    "no-break spaces": "\xa0",
    "blank lines": "\n",
    "blank lines with CR LF": "\r\n",
    "carriage returns": "\r",
    "form feeds": "\f\n",
    "straight quotes": '"',
    "curly quotes": "“",
    "quotes with a word": '"a ',
    "curly quotes with a word": "“Ab ",
    "quotes and said": "“a,” he said, ",
    "quotes joined by and": "“a,” and, ",
    "fronted phrases and participles": "in a mill by saying a ",
    "adverbs and participles": "is very very saying ",
    "denials": ", a claim the mill denies",
    "denials with a pronoun": ", a claim that Oslo denies",
    "objects before verbs": "the duty Oslo opposes ",
    "attributions amid": ", they say",
    "joined verbs": "simplify the forms, accept permits, ",
    "conditions and deeds": "If the levy stays, Lima will boycott Oslo. ",
    "statements": "a statement condemning ",
    "clauses and colons": "the levy was late: ",
    "apostrophes": "'",
    "names": "Ab ",
    "names without spaces": "Ab",
    "names in a list": "Ab, ",
    "titles and names": "President Ab ",
    "names joined": "Ab and ",
    "possessives": "Ab’s ",
    "grouped digits": "1,111,",
    "digits": "1",
    "numbers": "1 ",
    "percentages": "5% to ",
    "money": "$5 billion ",
    "currency signs": "$",
    "changes": "from 5 to ",
    "money of several countries": "Chile has 5 pesos, ",
    "number words": "two hundred and ",
    "compounds of numbers": "5-a-",
    "goods": "raw steel ",
    "goods in a list": "paper, ",
    "instruments": "import tariff ",
    "agreements": "Ab Agreement on ",
    "months": "May ",
    "dates": "4 March 2025, ",
    "abbreviations": "U.S.",
    "abbreviations with spaces": "U.S. ",
    "dots": "...",
    "dots with spaces": ". ",
    "questions": "What? ",
    "one word": "a",
    "one capital word": "Aa",
    "capitals": "A",
    "combining marks": "\u0301",
    "wide characters": "😀",
    "headings": "Heading here\n",
    "headings in capitals": "HEADING HERE\n",
    "lines": "The envoy left.\n",
    "paragraphs": "The envoy left.\n\n",
    "bullets": "- a\n",
    "bullet marks": "- ",
    "numbers of a list": "1. ",
    "labels": "Key points\n",
    "parts": "Commentary\n",
    "hopes of one": "Commentary\nI wait. One can only hope so. ",
    "doubts that linger": "doubts about the levy linger among ",
    "needs": "stressed the need for the importance of ",
    "what troubles": "what troubles us is not the levy but ",
    "critics": "Among the pact's critics is ",
    "time to": "it is time for Japan to ",
    "notes": "Editor's note: a\n\n",
    "bylines": "By Ana Ruiz\n",
    "datelines": "OSLO, 9 April - a\n\n",
    "credits": "(Reporting by Ana\n",
    "speakers": "ANA: a\n",
    "colons": ": ",
    "dashes": " – ",
    "brackets": "[1] ",
    "open brackets": "(",
    "conditions": "if a, ",
    "relative clauses": "who said that ",
    "claims": "Japan said that ",
    "one long sentence": "Lima opposes the ban that Oslo imposed after Rome said that Bern backs it, ",
    "a long sentence of relatives": "Lima said that Oslo, which opposes the ban, would not ",
    "according to": "according to ",
    "According to": "According to him, ",
    "sentences": "Japan said that the US would lower duties on cars by 5 percent. ",
    "he said": "He said so. ",
    "rejections of it": "Japan rejected it ",
    "demands": "Japan demanded a quota. Peru rejected the demand. ",
    "moves": "Japan dropped the duty and praised the move ",
    "days ahead": "next month on Friday within 90 days ",
    "goods counted": "100,000 cars ",
    "deals": "the deal of July 22 ",
    "wordings of claims": "Fees, as he put it, rose. ",
    "offices quoted": "Ana Ruiz left. “No,” says the mill’s head.\n\n",
    "offices before a name": "The duty is old, its trade minister said.\n\nAna Ruiz left.\n\n",
    "conditions met": "backs it as long as Japan pays, but only if ",
}

MARKS = {
    "comments": "<!--",
    "ends of comments": "</<!--",
    "declarations": "<![",
    "tags": "<a ",
    "attributes": '<a x="',
    "instructions": "<?",
    "angles": "<",
    "elements": "<div>",
    "closing tags": "</div>",
    "paragraphs": "<p>a",
    "bold": "<b>a",
    "cells": "<table><td>",
    "scripts": "<script>",
    "scripts with half an end": "<script></scrip",
    "numbers of characters": "&#",
    "entities": "&amp",
    "links in tags": "<a href=b>c</a> ",
    "breaks": "a<br>",
    "open brackets": "[a",
    "closing brackets": "a]",
    "images": "![[]()",
    "targets": "[a](<b",
    "links": "[a](b) ",
    "definitions": "[a]: b\n",
    "quotations": "> ",
    "lines of quotations": "> a\n",
    "items": "- a\n",
    "nested items": "- ",
    "stars": "*a **a ",
    "underscores": "_a ",
    "struck out": "~~a ",
    "headings": "# a\n",
    "underlined": "a\n=\n",
    "bold lines": "**a**\n",
    "rows": "|a|\n",
    "one row": "a|",
    "footnotes": "[^1]: a\n",
    "references": "[^1]",
    "notes": "^[",
    "fences": "```\n",
    "elements in Markdown": "<div>\n\n",
    "backslashes": "\\",
    "texts": "Japan said that the US would lower duties on cars.\n\n",
}


def seconds(function: Callable[[], object]) -> float:
    """Process time of a call, the best of five."""
    found = []
    for _ in range(5):
        started = process_time()
        function()
        found.append(process_time() - started)
    return min(found)


def growth(function: Callable[[str], object], unit: str, size: int) -> float:
    """How much longer eight times as much of a unit takes, from some ``size`` characters up."""
    count = max(1, size // len(unit))
    few, many = f"Levy put off\n{unit * count}", f"Levy put off\n{unit * count * 8}"
    function(few)  # What is loaded on first use is not measured.
    # What takes less than a clock can tell counts as the least that it can.
    return seconds(partial(function, many)) / max(seconds(partial(function, few)), 1e-4)


def check(function: Callable[[str], object], unit: str, size: int) -> None:
    grown = growth(function, unit, size)
    if grown > 16:
        grown = growth(function, unit, size)  # Another process may have been in the way.
    assert grown <= 16


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_parse_is_linear(unit: str) -> None:
    check(tb.parse, unit, 6_000)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_read_is_linear(unit: str) -> None:
    check(tb.read, unit, 2_000)


APPRAISALS = {
    "liars": "a liar, ",
    "liars called so": "called a liar ",
    "good and bad": "not good and bad ",
    "praise": "praised ",
    "praise of names": "praised Ab, ",
    "charges": "charges against ",
    "failures": "failed to help ",
    "lies of his": "his lies of ",
    "as a hero": "as a hero ",
    "bravely": "bravely ",
    "quoted lies": "“a lie,” he said, ",
    "doubts of doubts": "who doubt officials ",
    "claims of lies": "Japan said that he lied. ",
}


@pytest.mark.parametrize("unit", [*UNITS.values(), *APPRAISALS.values()], ids=[*UNITS, *APPRAISALS])
def test_appraisals_are_linear(unit: str) -> None:
    check(lambda text: tb.find_appraisals(tb.read(text)), unit, 1_000)
    check(lambda text: tb.find_tones(tb.read(text)), unit, 1_000)


@pytest.mark.parametrize("format", ["markdown", "html"])
@pytest.mark.parametrize("unit", MARKS.values(), ids=MARKS)
def test_parse_of_markup_is_linear(unit: str, format: str) -> None:
    def parse(text: str) -> None:
        with suppress(tb.TradebriefError):
            tb.parse(text, format=format)

    check(parse, unit, 1_500)


def made_up(count: int) -> list[str]:
    """So many different words."""
    letters = "abcdefghij"
    return ["".join(letters[int(digit)] for digit in f"{number:06d}") for number in range(count)]


SENTENCES = {
    "different names": "Ana K{0} of the M{0} Council left. K{0} said that M{0} would stay.",
    "namesakes": "Envoy K{0} Ruiz left. Ruiz said that Mr. Ruiz would stay, and he left.",
    "middle names": "Envoy Ana K{0} Ruiz left. Ana Ruiz said that A. K. Ruiz would stay.",
    "holders of one office": "Trade Minister K{0} Lund left. The trade minister said that the minister would stay.",
    "bodies of one noun": "The M{0} Council left. The Council said that the council would stay, and it left.",
    "acronyms": "The K{0} Lund Council (KLC) left. KLC said that the Lund Council would stay.",
    "companies in a row": "The K{0} Mills left.\n\nThe company left. The company stayed. The company left.\n",
    "persons with an office quoted": "Ana K{0} left. “No,” says the mill’s head.",
    "persons after an office": "The duty is old, its trade minister said on Friday.\n\nAna K{0} left.\n",
    "groups of one noun": "The K{0} growers left. The growers said that growers would stay, and they left.",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_reading_many_different_names_is_linear(sentence: str) -> None:
    few, many = ("Levy put off\n\n" + "\n".join(map(sentence.format, made_up(count))) for count in (40, 320))
    tb.read(few)

    grown = seconds(partial(tb.read, many)) / seconds(partial(tb.read, few))

    assert grown <= 16
