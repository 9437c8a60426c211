"""Labels, bylines, datelines, captions and credits."""

import pytest

import tradebrief as tb
from tradebrief.model import SectionRole

WORDS = tb.Lexicon.default().layout


@pytest.mark.parametrize(
    "line",
    [
        "Key points",
        "KEY POINTS:",
        "  Key takeaways –",
        "At a glance",
        "TL;DR",
        "The key points",
        "1. Key points",
        "I. Summary",
    ],
)
def test_label_of_key_points(line: str) -> None:
    assert WORDS.is_key_points_label(line)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Commentary", SectionRole.COMMENTARY),
        ("COMMENTARY:", SectionRole.COMMENTARY),
        (">> Commentary", SectionRole.COMMENTARY),
        ("Our verdict", SectionRole.COMMENTARY),
        ("Opinion", SectionRole.OPINION),
        ("Op-Ed", SectionRole.OPINION),
        ("Author’s Opinion", SectionRole.OPINION),
        ("Trade Commentary", SectionRole.COMMENTARY),
        ("News analysis", SectionRole.ANALYSIS),
        ("* Analysis *", SectionRole.ANALYSIS),
        ("Editor’s note", SectionRole.EDITORS_NOTE),
        ("EDITOR'S NOTE:", SectionRole.EDITORS_NOTE),
        ("About the author", SectionRole.BOILERPLATE),
        ("3. Commentary", SectionRole.COMMENTARY),
        ("(3) Commentary:", SectionRole.COMMENTARY),
        ("3.1 Commentary", SectionRole.COMMENTARY),
        ("III. COMMENTARY", SectionRole.COMMENTARY),
        ("IV) Opinion", SectionRole.OPINION),
        ("B. Analysis", SectionRole.ANALYSIS),
        ("Part 3: Analysis", SectionRole.ANALYSIS),
        ("5. Editor’s note", SectionRole.EDITORS_NOTE),
        ("Expert view", SectionRole.ANALYSIS),
        ("Analyst’s comment", SectionRole.ANALYSIS),
        ("Our takeaway", SectionRole.ANALYSIS),
        ("[Commentary]", SectionRole.COMMENTARY),
        ("3 Commentary", SectionRole.COMMENTARY),
        ("3 Comments", None),  # They are counted.
        ("Outlook", None),
        ("Insight", None),
        ("5. Contacts", None),  # A section like any other.
        ("3 comments", None),
        ("3.", None),
        ("Mix. Opinion", None),
        ("Opinions differ in Geneva", None),
        ("An analysis", None),
        ("", None),
    ],
)
def test_role_of_a_label(line: str, role: SectionRole | None) -> None:
    assert WORDS.role_of_label(line) is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Editor's note: a date was wrong.", SectionRole.EDITORS_NOTE),
        ("Editor’s Note – a date was wrong.", SectionRole.EDITORS_NOTE),
        ("Opinion | Drop the quota", SectionRole.OPINION),
        ("[Editor's note: a date was wrong.]", SectionRole.EDITORS_NOTE),
        ("Ed. note: a date was wrong.", SectionRole.EDITORS_NOTE),
        ("This brief has been updated with a reply.", SectionRole.EDITORS_NOTE),
        ("An earlier version of this story named the wrong port.", SectionRole.EDITORS_NOTE),
        ("This report was published by the port.", None),
        ("ANALYSIS - What the quota costs", SectionRole.ANALYSIS),
        ("Editor's note", None),
        ("Editor's note:", None),
        ("Post-analysis: none", None),
        ("The ministers: a portrait", None),
    ],
)
def test_role_of_a_text_that_opens_with_its_label(line: str, role: SectionRole | None) -> None:
    assert WORDS.role_of_opening(line) is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Commentary by Ana Ruiz", SectionRole.COMMENTARY),
        ("ANALYSIS BY LI WEI", SectionRole.ANALYSIS),
        ("Op-ed by: Ana de la Cruz, Trade Correspondent", SectionRole.OPINION),
        ("By Ana Ruiz", None),
        ("Reported by Ana Ruiz", None),
        ("Analysis by the ministry", None),
        ("Analysis by Ana Ruiz shows a loss.", None),
        ("Remarks by Ana Ruiz", None),  # Hers, in a report.
        ("", None),
    ],
)
def test_role_of_a_byline(line: str, role: SectionRole | None) -> None:
    assert WORDS.role_of_byline(line) is role


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ana Ruiz", True),
        ("by Ana Ruiz and Li Wei", True),
        ("Reported by: Ana Ruiz", True),
        ("By Ana de la Cruz, Trade Correspondent", True),
        ("By Tuesday it was over.", False),
        ("By the end of the month", False),
        ("By Monday, Ottawa must reply", False),
        ("By Jun Ito and Mia Berg", True),
        ("By the Trade Desk", True),
        ("by our trade correspondent", True),
        ("By a staff reporter in Oslo", True),
        ("Author: Ana Ruiz", True),
        ("Text: The treaty of March", False),
        ("Byron Ruiz", False),
        ("Our Bureau", True),
        ("Staff Reporter", True),
        ("Our bureau in Lima", False),
        ("By", False),
        ("", False),
    ],
)
def test_byline(line: str, expected: bool) -> None:
    assert WORDS.is_byline(line) is expected


@pytest.mark.parametrize(
    ("line", "after", "expected"),
    [
        ("Ana Ruiz", "Business reporter, Aberdeen", True),
        ("Ana de la Cruz and Jun Ito", "Trade correspondents", False),
        ("Ana de la Cruz and Jun Ito", "Political correspondent", True),
        ("Ana Ruiz, Trade Editor", "Oslo waits.", True),
        ("Ana Ruiz", "Oslo waits for the ministers.", False),
        ("Trade Talks Resume", "A reporter was there, and so were the growers.", False),
        ("the writer", "Staff writer", False),
        ("Beef Talks Resume", "By our trade correspondent", False),
    ],
)
def test_signature_is_a_name_with_a_post(line: str, after: str, expected: bool) -> None:
    assert WORDS.is_signature(line, after) is expected


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("OSLO, April 9 (AP) - Norway said", "OSLO, April 9"),
        ("OSLO, 9 April 2025 — Norway said", "OSLO, 9 April 2025"),
        ("NEW DELHI, Sept. 3 - India", "NEW DELHI, Sept. 3"),
        ("GENEVA (Reuters) – The chair", "GENEVA"),
        ("TOKYO: The ministry", "TOKYO"),
        ("ST. JOHN'S, Canada, Monday, 3 March — Fishers", "ST. JOHN'S, Canada, Monday, 3 March"),
        ("Brussels, 14 May 2025", "Brussels, 14 May 2025"),
        ("OSLO/BRUSSELS, April 9 (Reuters) — Norway said", "OSLO/BRUSSELS, April 9"),
        ("OSLO/NEW DELHI (Reuters) - Norway said", "OSLO/NEW DELHI"),
        ("OSLO and BRUSSELS, April 9: Norway said", "OSLO and BRUSSELS, April 9"),
        ("Oslo/Brussels, 9 April 2025 – Norway said", "Oslo/Brussels, 9 April 2025"),
        ("New Delhi, 21 January: India has", "New Delhi, 21 January"),
        ("BEEF/PORK: the quotas at a glance", ""),
        ("Oslo/Brussels – the quarrel goes on", ""),
        ("Brussels said on 14 May", ""),
        ("EU offers Mercosur more", ""),
        ("In Oslo, April 9 was a holiday.", ""),
        ("", ""),
    ],
)
def test_dateline(text: str, dateline: str) -> None:
    assert text[: WORDS.dateline(text)] == dateline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Tuesday, 4 March 2025", True),
        ("March 4, 2025", True),
        ("Sept. 3", True),
        ("4 March", True),
        ("4 March was a holiday", False),
        ("Tuesday", False),
        ("November 12, 2026 9:14 AM GMT+1 Updated 2 hours ago", True),
        ("12 November 2026, 9.14am | Updated 14 November", True),
        ("12 November 2026 was the day of the vote", False),
        ("2026-11-12", True),
        ("12/11/2026", True),
        ("12-11/2026", False),
        ("Date: 12 November 2026", True),
        ("12 November 2026 | 3 min read", True),
    ],
)
def test_date(line: str, expected: bool) -> None:
    assert WORDS.is_date(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Figure 2. Hours lost at the gate", True),
        ("Photo: Ana Ruiz", True),
        ("Lorries before the gate. Photo: Ana Ruiz", True),
        ("Image courtesy of the port", True),
        ("Source: national statistics", True),
        ("Figures show a fall", False),
        ("Sources say that talks go on", False),
        ("Map of a quarrel", False),
        ("Getty Images A worker rolls a cask", True),
        ("Getty Images said no", False),
    ],
)
def test_caption(line: str, expected: bool) -> None:
    assert WORDS.is_caption(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Reporting by Ana Ruiz; editing by Li Wei)", True),
        ("(Additional reporting by Ana Ruiz)", True),
        ("Reporting by Ana Ruiz; Editing by Li Wei", True),
        ("© 2025 Northwire", True),
        ("Copyright 2025 Northwire. All rights reserved.", True),
        ("All rights reserved.", True),
        ("Associated Press writer Ana Ruiz in Lima contributed to this report.", True),
        ("Thanks to our editor, Ana Ruiz.", True),
        ("Thanks to our growers the duty fell.", False),
        ("The port contributed to this report, the ministry said.", False),
        ("Reporting by the port shows that traffic fell.", False),
        ("Copyright rules divide the two sides.", False),
        ("(The port declined to comment.)", False),
    ],
)
def test_boilerplate(line: str, expected: bool) -> None:
    assert WORDS.is_boilerplate(line) is expected


@pytest.mark.parametrize(
    ("line", "is_stated", "may_be"),
    [
        ("Ottawa, Monday", True, False),
        ("Ottawa | 4 March 2026", True, False),
        ("4 March 2026 · Ottawa", True, False),
        ("Week of 2 March", True, False),
        ("2-6 March 2026", True, False),
        ("OTTAWA", False, True),
        ("Ottawa, Canada", False, True),
        ("OSLO (Northwire)", False, True),
        ("March 2026", False, True),
        ("Growers", False, False),
        ("Ottawa waits", False, False),
        ("Good Friday", False, False),
    ],
)
def test_line_of_place_and_day(line: str, is_stated: bool, may_be: bool) -> None:
    assert WORDS.is_front_date(line) is is_stated
    assert is_stated or WORDS.may_be_front_date(line) is may_be


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("OSLO/LIMA, March 4 (Northwire)", 18),
        ("OSLO, March 4 (Northwire) –", 13),
        ("OSLO, March 4 (Northwire) - Mills", 0),
    ],
)
def test_agency_of_a_dateline_of_its_own_line_is_left_out(line: str, length: int) -> None:
    assert WORDS.dateline_of_line(line) == length


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TRADE BRIEF", True),
        ("Weekly Trade News", True),
        ("Trade Update No. 14", True),
        ("Morning Briefing, March 4", True),
        ("Trade Brief: Ottawa rejects the quota", False),
        ("Steel", False),
    ],
)
def test_name_of_a_series(line: str, expected: bool) -> None:
    assert WORDS.is_series(line) is expected


@pytest.mark.parametrize(
    "line", ["***", "###", "Reading time: 3 minutes", "Published: 3 March 2026 | Updated: 4 March 2026"]
)
def test_line_of_the_page(line: str) -> None:
    assert WORDS.is_interruption(line)


@pytest.mark.parametrize("line", ["Africa Trade Monitor, Vol. 3, No. 11", "TRADE WIRE | Tuesday 7 April 2026"])
def test_series_may_have_a_volume_or_a_day(line: str) -> None:
    assert WORDS.is_series(line)


def test_label_before_a_headline_is_measured_and_one_alone_has_a_mark() -> None:
    assert WORDS.headline_label("Headline: Oslo waits") == len("Headline: ")
    assert [WORDS.is_headline_label(line) for line in ("Title", "Title:", "1. Headline")] == [False, True, True]


def test_author_may_stand_after_the_day() -> None:
    assert WORDS.is_stamped_byline("Posted on 3 April 2026 by Sok Dara")
    assert not WORDS.is_stamped_byline("Posted on 3 April 2026")
