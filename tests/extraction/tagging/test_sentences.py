from collections.abc import Callable
from functools import partial
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.reading import article_of
from tests.strategies import articles

import tradebrief as tb
from tradebrief.extraction.tagging.abbreviations import Abbreviation, abbreviations_of

PIECES = [
    "U.S.",
    "Inc.",
    "J.",
    "No.",
    "p.m.",
    "27.5",
    "5",
    "percent",
    "The",
    "I",
    "mills",
    "wait",
    "wait.The",
    "iPhone",
    ".",
    "?",
    "...",
    "…",
    "“",
    "”",
    '"',
    ")",
    "(",
    "[7]",
    "。",
    "—",
    " ",
    "\n",
]
TABLES = [
    "titles",
    "given_names",
    "name_openings",
    "introducers",
    "before_numbers",
    "months",
    "weekdays",
    "units",
    "hours",
    "list_ends",
    "companies",
    "states",
    "streets",
    "after_names",
    "learned",
]


def sentences(*paragraphs: str) -> list[str]:
    """The words of the sentences of paragraphs."""
    article = article_of(*paragraphs)
    return [article[sentence.span] for sentence in tb.find_sentences(article)]


def check(marked: str) -> None:
    """Split a paragraph, and compare it with the places of its bars."""
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Petrov met Dr. Lund. |They spoke.",
        "Sen. Ruiz, Gov. Lund and Lt. Col. Okafor met Rev. Moe. |Nobody else came.",
        "Maj.-Gen. Lund and Lt. Gov. Ruiz agreed.",
        "Sec. Ruiz wrote to Amb. Lund and Atty. Gen. Moe.",
        "Geo. Lund and Wm. Moe sold it near Mt. Hamar and Ft. Ruiz.",
        "Dem. Sen. Ruiz met Lt. Col. (ret.) Lund at P.O. Box 12.",
        "It is made of metal, e.g. Norwegian steel, i.e. Hamar steel.",
        "The case Lund v. Ruiz and the match Hamar vs. Oslo ended.",
        "It took approx. 5 days and cost ca. 90 crowns.",
        "SEN. RUIZ SPOKE TO MR. LUND. |THEN HE LEFT.",
    ],
)
def test_stop_before_a_name_never_ends_a_sentence(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "See No. 5, p. 12, vol. 3 and Fig. 3 for the rates. |They rose.",
        "See Vol. II, Annex B and Art. XX for more. |It is long.",
        "Berth No. One is shut.",
        "Was it one? |“No. |Five of them came.”",
        "Was it one? |No. |Five of them came.",
        "The answer is no. |Canada will wait.",
        "He loves art. |Canada does too.",
        "She wrote a new app. |Oslo bought it.",
        "He sat near the fig. |Trees grew.",
        "Bill No. 12 of them passed.",
        "They agreed to the max. |I did not.",
    ],
)
def test_stop_before_a_number_ends_no_sentence(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Quotas end on Dec. 4 at last. |Nobody minds.",
        "Quotas end in Dec. 2025 at last.",
        "They met on Fri. Jan. 5 in Oslo.",
        "Quotas end in Dec. |Exports will rise.",
        "The quotas of all mills end in Dec. |Canada waits.",
        "In Dec. Canada waits.",
        "The ship sat. |Lund left in the sun. |Moe stayed.",
    ],
)
def test_stop_of_a_month_or_day_ends_no_sentence_before_its_date(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Talks began at 9 a.m. on Monday. |They went on.",
        "Talks begin at 9 a.m. Monday and end at 5 p.m. Eastern time.",
        "Talks begin at 9 p.m. E.T. on Friday.",
        "Talks begin at 9 a.m. Oslo time and at 3 p.m. New Delhi time.",
        "Talks begin at 9 a.m. (0800 GMT) in Oslo.",
        "All of the talks ended at 5 p.m. |Ruiz had left.",
        "Talks ended at 5 p.m. |The envoys had left.",
        "By 9 a.m. Ruiz had left. |At 5 p.m. I had too.",
    ],
)
def test_stop_of_an_hour_ends_a_sentence_before_what_is_no_day_and_no_zone(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The U.S. warned Chile. |It waited.",
        "The U.S. Treasury and U.S. Sen. Ruiz agreed.",
        "It left the U.S. on Monday. |It stayed away.",
        "It left the U.S. |The envoy stayed.",
        "It left the U.S. |Exports fell.",
        "It left the U.S. |Officials said so.",
        "It left for the U.S. |“We know it,” Lund said.",
        "Acme Inc. sued. |It won.",
        "Acme Inc. Chairman Ana Ruiz sued Okafor Co. |But it won.",
        "Rep. Lund (D-Conn.) and Del. Moe of Boston, Mass. |He spoke.",
        "He felt ill. |Lund did not.",
        "Ana Ruiz, Ph.D., and Per Lund Jr. of Oslo, D.Phil. |They wrote it.",
        "They live on Main St. |It is near St. Olav.",
        "Lund et al. (2019) say so. |Moe et al. |The rest does not.",
        "The envoy, a Ph.D. |She left.",
        "WASHINGTON, D.C. |The envoy left.",
    ],
)
def test_stop_of_an_abbreviation_ends_a_sentence_before_a_word_that_opens_one(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "It sells cars, ships, etc. |Canada buys them.",
        "It sells cars, ships, etc. in Oslo.",
        "It cost $1.2 bn. |Exports rose.",
        "It cost $1.2bn. |Exports rose.",
        "It weighs 5 kg. |Steel is heavy.",
        "It is 5 ft. 3 in. tall and 5ft. 3in. wide.",
        "It cost $1.2 bn. in all. |Canada paid.",
        "The mill let them in. |Ruiz left.",
    ],
)
def test_stop_of_a_unit_or_a_list_ends_a_sentence_before_a_capital(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "J. Lund spoke. |K. M. Ruiz left.",
        "Ana K. Ruiz and J.K. Lund spoke to George W. Moe. |Then they left.",
        "Take vitamin C. |Ruiz does.",
        "See Annex B. |Members agreed.",
        "They chose plan B. |The envoy left.",
        "She and I. |Lund was not there.",
        "He left the U. S. |The envoy stayed.",
        "The prize went to J. K. He. |World War I. |Nobody spoke of it.",
        "The office is at 319 S. Main in Hamar.",
    ],
)
def test_initials_stay_with_their_name(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The rate is 27.5 percent. |It rose by .5 points.",
        "It fell to 5. |The mill shut.",
        "It rose in 2025. |12 ships left.",
        "Version 2.1.3 is out. |Nobody knows.",
        "See www.example.com/a.html for more. |Write to ana.ruiz@example.com. |She answers.",
        "Read it on example.Com now.",
        "It fell in 2011.|Norway left.",
    ],
)
def test_point_inside_a_number_or_an_address_ends_no_sentence(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "He said: “We wait. |We trade.” |Then he left.",
        "“Stop. |Go,” he said.",
        "He asked “Why?” and left. |They wait... and trade.",
        "“Why now?” Ruiz asked. |Nobody knew.",
        "“Why now?” Mr. Ruiz asked in Oslo.",
        "“Why now?” |Ruiz said he would leave.",
        "“Why now?” |The envoy asked.",
        "“I don't know...” Ruiz said. |She left.",
        'The mill shut.|""We wait,"" Ruiz said.|""Then we trade.""',
        'He said ""never.""|The mill shut.',
        "The question — is it legal? — remains.",
        "“We know it.” — Ana Ruiz, Oslo",
        "He left. ” |Then she did.",
        "He left. |”Then she did.” |»It is so.«",
        "He left. »",
        "'Mills wait.' |'Ports open.'",
        "«Mills wait.» |«Ports open.»",
        '"Mills wait?!" |She left.',
    ],
)
def test_quotation_may_hold_several_sentences(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("mark", ["...", "…", "?", "!", ".)", ".”", ".»", "?!", '!"', "....", " . . .", " ..."])
def test_mark_with_what_closes_after_it_ends_a_sentence(mark: str) -> None:
    assert sentences(f"They wait{mark} The ports open.") == [f"They wait{mark}", "The ports open."]


@pytest.mark.parametrize(
    "marked",
    [
        "The mill left (he said). |(He left.) |She stayed.",
        "The levy (is it legal?) Canada wants is new.",
        "The levy is new (is it legal?). |Nobody knows.",
        "He laughed. (laughs) |She did not.",
    ],
)
def test_brackets_may_hold_a_sentence_or_a_part_of_one(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The duty rose.[7][8] |It fell in May. [9] |It is gone. [10] [11]",
        "The duty rose. [citation needed] |It fell. [note 2] |It is gone. [when?]",
        "The duty rose [7] in May. |It fell, [8] they say.",
        "The duty rose [7]. |It fell. [1, 2–4] |It is gone.",
        "The duty rose.¹ |It fell.” |It is gone.*",
        "The duty rose in all mills. 8 |Yet it fell.",
        "The duty rose in all mills.8 |Ruiz knew.",
        "The duty rose. |8 mills shut.",
        "The duty rose. |[Ana] Ruiz knew.",
    ],
)
def test_reference_marks_stand_with_the_sentence_before_them(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "1. Open the ports. |2. Cut duties. |a. On steel. |II. On cars.",
        "2.1. Rates by port",
        "Figure 1. Duties by year",
        "Q. Who left? |A. The envoy.",
    ],
)
def test_number_stands_with_what_it_numbers(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "He left. |iPhone makers stayed. |eBay too. |al-Masri came.",
        "He left in a hurry. mills stayed.",
        "He left. |https://example.org has it.",
        "Yahoo! Japan sued. |Okafor bought Yahoo! |It won.",
        "It ended there.|The mill shut. |“Later.”|Then it left.",
        "They wait ... and I ... I trade.",
        "They wait for a ... Canadian mill.",
        "They wait. ... |I trade.",
        "... and so they wait.",
        "They wait\u00a0now.\u2009|Ports\u202fopen.\n|Mills shut.",
        "税率上升。|米国は待つ。",
        "दर बढ़ी। |They wait.",
        "“税率上升。” he said.",
        "It sued, etc. , and won.",
    ],
)
def test_other_starts_and_marks(marked: str) -> None:
    check(marked)


def test_credit_of_a_caption_is_a_sentence_of_its_own() -> None:
    assert sentences("A berth in Hamar at dawn Photo: Ana Ruiz.") == ["A berth in Hamar at dawn", "Photo: Ana Ruiz."]
    assert sentences("Photo: Ana Ruiz.") == ["Photo: Ana Ruiz."]


def test_capital_tells_nothing_in_a_title() -> None:
    article = tb.parse("Okafor Co. And U.S. In Talks Over Duties\n\nThe firm left the U.S. In May it came back.")

    assert [article[sentence.span] for sentence in tb.find_sentences(article)] == [
        "Okafor Co. And U.S. In Talks Over Duties",
        "The firm left the U.S.",
        "In May it came back.",
    ]


def test_sentence_without_a_final_mark_ends_with_its_block() -> None:
    assert sentences("Mills wait", "Ports open") == ["Mills wait", "Ports open"]


def test_headline_and_heading_are_sentences_of_their_own() -> None:
    article = tb.parse("Ports open again\n\nRates\n\nThe rate rose. It will fall.")

    assert [article[sentence.span] for sentence in tb.find_sentences(article)] == [
        "Ports open again",
        "Rates",
        "The rate rose.",
        "It will fall.",
    ]


def test_dateline_is_no_part_of_the_first_sentence() -> None:
    article = tb.parse(
        "Canada to appeal duty\n\nOTTAWA, 4 March — Canada will appeal. It said so.\n\nMore words follow here."
    )

    found = [article[sentence.span] for sentence in tb.find_sentences(article)]

    assert found[:3] == ["Canada to appeal duty", "Canada will appeal.", "It said so."]


def test_every_abbreviation_stands_in_one_list_that_is_used() -> None:
    lexicon = tb.Lexicon.default()
    known = abbreviations_of(lexicon)
    words = [word for table in TABLES if table != "units" for word in lexicon.words("abbreviations", table)]

    assert [word for word in words if word not in known.kinds] == []
    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert not any(word.endswith(".") or "’" in word for word in words)


def test_abbreviation_in_capitals_is_known_only_among_capitals() -> None:
    known = abbreviations_of(tb.Lexicon.default())

    assert known.kind("SEN", "RUIZ") is Abbreviation.NEVER_LAST
    assert known.kind("SEC", "The") is None


TEXTS = (
    articles()
    | st.lists(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join), min_size=1, max_size=3).map(
        lambda parts: article_of(*parts)
    )
    | st.lists(st.sampled_from(PIECES), min_size=1).map("".join).map(article_of)
)


@given(TEXTS)
def test_sentences_stand_in_order_inside_their_blocks(article: tb.Article) -> None:
    found = tb.find_sentences(article)

    assert all(len(sentence.span) > 0 for sentence in found)
    assert all(sentence.span in article.blocks[sentence.block].content for sentence in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join), min_size=1, max_size=3))
def test_sentences_leave_out_nothing_but_white_space(paragraphs: list[str]) -> None:
    assert "".join("".join(sentences(*paragraphs)).split()) == "".join("".join(paragraphs).split())


@given(st.lists(st.sampled_from([piece for piece in PIECES if piece.strip()]), min_size=1), st.data())
def test_sentences_are_the_same_however_the_lines_are_broken(pieces: list[str], data: st.DataObject) -> None:
    spaces = data.draw(st.lists(st.sampled_from([" ", "\n", "\xa0"]), min_size=len(pieces), max_size=len(pieces)))
    broken = "".join(piece + space for piece, space in zip(pieces, spaces, strict=True)).strip()

    assert [" ".join(words.split()) for words in sentences(broken)] == sentences(" ".join(pieces))


HOSTILE = {
    "abbreviations": "U.S. ",
    "abbreviations and capitals": "Inc. Ab ",
    "initials": "J. ",
    "dots": "...",
    "dots with spaces": ". ",
    "ellipses apart": " ...  ",
    "marks": "?!",
    "marks with brackets": "a?) B",
    "marks with brackets and spaces": "(a?) B ",
    "marks with quotes": "?” Ab Ab ",
    "quotes and names": "?” Ab",
    "reference marks": "a. [1] ",
    "reference marks alone": "[1]",
    "half reference marks": "a. [1, 2, 3",
    "asides": "a. (b ",
    "open brackets after a stop": "a. (",
    "openers": "a. “",
    "spaces": ".   ",
    "no-break spaces": "\u00a0",
    "numbers": "No. 1. ",
    "glued": "abc.Def",
    "wide marks": "。",
    "wide marks with spaces": "。 ",
    "credits": "a Photo: A",
    "labels": "Figure 1. ",
    "one word": "a",
    "hyphens": "a-",
    "Yahoo": "Yahoo! A",
}


def seconds(function: Callable[[], object]) -> float:
    found = []
    for _ in range(5):
        started = process_time()
        function()
        found.append(process_time() - started)
    return min(found)


def growth(unit: str) -> float:
    """How much longer eight times as much of a unit takes in one paragraph."""
    few, many = (article_of(unit * (times * 4_000 // len(unit)) + "x") for times in (1, 8))
    tb.find_sentences(few)
    return seconds(partial(tb.find_sentences, many)) / max(seconds(partial(tb.find_sentences, few)), 1e-4)


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_the_length_of_a_paragraph_and_no_faster(unit: str) -> None:
    assert min(growth(unit), growth(unit)) <= 16
