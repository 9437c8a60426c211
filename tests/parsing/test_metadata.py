"""Dates, names, languages and topics, in the ways in which formats state them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

import tradebrief as tb
from tradebrief.parsing._metadata import is_address, names_of, one_line, read_day, read_language, tags_of

UTC = dt.UTC


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-03-04", dt.date(2026, 3, 4)),
        ("2026-3-4", dt.date(2026, 3, 4)),
        ("2026-03-04 08:30", dt.datetime(2026, 3, 4, 8, 30)),  # noqa: DTZ001 - no zone is stated.
        ("2026-03-04T08:30:15.123Z", dt.datetime(2026, 3, 4, 8, 30, 15, tzinfo=UTC)),
        ("2026-03-04T08:30:15+0530", dt.datetime(2026, 3, 4, 8, 30, 15, tzinfo=dt.timezone(dt.timedelta(hours=5.5)))),
        ("2026-03-04T08:30-02:00", dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=-2)))),
        ("4 March 2026", dt.date(2026, 3, 4)),
        ("Wed, 4 Mar 2026 08:30:00 GMT", dt.date(2026, 3, 4)),
        ("March 4th, 2026", dt.date(2026, 3, 4)),
        ("Wednesday, Sept. 3, 2025", dt.date(2025, 9, 3)),
        ("2026-13-04", None),
        ("2026-03-04T25:00", None),
        ("2026-03-04T08:30+99:00", None),
        ("31 February 2026", None),
        ("0000-01-01", None),
        ("March 2026", None),
        ("", None),
        (None, None),
        (20260304, None),
    ],
)
def test_day_is_read_as_it_is_written(words: object, day: dt.date | None) -> None:
    assert read_day(words) == day


@given(texts() | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", fullmatch=True))
def test_day_is_one_of_the_calendar_or_none(words: str) -> None:
    day = read_day(words)

    assert day is None or day.year in range(1, 10_000)


@pytest.mark.parametrize(
    ("tag", "expected"), [("en", "en"), ("en_GB", "en-GB"), ("zh-Hant-TW", "zh-Hant-TW"), ("English", None), ("", None)]
)
def test_language_is_a_tag(tag: str, expected: str | None) -> None:
    assert read_language(tag) == expected


def test_names_are_joined_without_by_and_each_once() -> None:
    assert names_of(["By Ana  Ruiz", "Li Wei", "Ana Ruiz", None, 7, " "]) == "Ana Ruiz, Li Wei"
    assert names_of(["Byron"]) == "Byron"
    assert names_of([]) is None


def test_tags_are_parted_by_commas_and_each_once() -> None:
    assert tags_of(["steel, tin", "Tin", "steel", None]) == ("steel", "tin", "Tin")


def test_address_is_a_whole_one() -> None:
    assert is_address("https://example.org/a?b=c")
    assert not any(map(is_address, ["/a", "example.org", "https://a b", "javascript:a()", None]))


def test_what_is_too_long_is_no_value() -> None:
    assert one_line(" a\n b ") == "a b"
    assert one_line("a" * 501) is None


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("rss", "<rss><channel><item><title>A</title><pubDate>{}</pubDate></item></channel></rss>"),
        ("jsonfeed", '{{"items": [{{"content_text": "A.", "date_published": "{}"}}]}}'),
        ("jsonld", '{{"@type": "NewsArticle", "articleBody": "A.", "datePublished": "{}"}}'),
        ("ninjs", '{{"uri": "urn:1", "body_text": "A.", "versioncreated": "{}"}}'),
        (
            "newsml",
            (
                '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>{}</versionCreated>'
                "</itemMeta><contentSet><inlineData>A.</inlineData></contentSet></newsItem>"
            ),
        ),
        ("mail", "Subject: A\nFrom: a@example.org\nDate: {}\n\nB.\n"),
    ],
)
def test_date_that_can_t_be_read_is_told(format: str, text: str) -> None:
    read, unread = (tb.parse(text.format(day), format=format) for day in ("Mon, 2 Mar 2026 08:00:00 +0000", "soon"))

    assert (str(read.published)[:10], unread.published) == ("2026-03-02", None)
    assert [note.message for note in read.diagnostics if note.rule.endswith(".date")] == []
    assert [note.message for note in unread.diagnostics if note.rule.endswith(".date")] == [
        "the date is none that could be read: soon"
    ]
