"""Tables of texts: an article a row, with what its columns state."""

import csv
import datetime as dt
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parsing.structure import describe
from tests.strategies import texts

import tradebrief as tb
from tradebrief.formats import Columns

TEXT = "The ministers met in Nairobi on Monday. They parted without a decision."


def articles(table: str | bytes, **columns: str) -> list[tb.Article]:
    return list(tb.parse_many(table, format="csv", columns=Columns(**columns)))


def entries(table: str, **columns: str) -> list[str]:
    """The text of each row that can be read, and what is told of the others, line first."""
    found: list[str] = []

    def tell(error: Exception) -> None:
        found.append(str(error).split("\n", maxsplit=1)[0])

    for article in tb.parse_many(table, format="csv", columns=Columns(**columns), on_error=tell):
        found.append(article.text)  # noqa: PERF401 - errors come in between.
    return found


def test_row_is_an_article_with_what_its_columns_state() -> None:
    table = (
        "ID,Headline,Authors,Source,Published_At,lang,Link,Keywords,Body\r\n"
        f'17,"Levy, put off",By Ana Ruiz,Northwire,2026-03-04T08:00Z,en-GB,https://n.example/17,'
        f'"steel, cars","{TEXT}"\r\n'
    )

    (article,) = articles(table)

    source = article.provenance
    assert describe(article) == ["headline: Levy, put off", "section 1 body 1:"]
    assert article.text == f"Levy, put off\n\n{TEXT}"
    assert article.published == dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)
    assert (source.title, source.author, source.publisher, source.url, source.id, source.tags, source.entry) == (
        *("Levy, put off", "Ana Ruiz", "Northwire", "https://n.example/17", "17", ("steel", "cars"), 1),
    )
    assert (article.language, source.format, source.media_type) == ("en-GB", "csv", "text/csv")


def test_columns_are_those_that_the_caller_names() -> None:
    table = "text,body,day\nLevy put off,The ministers met.,2026-03-04\n"

    (article,) = articles(table, text="body", title="TEXT", published="day")

    assert article.text == "Levy put off\n\nThe ministers met."
    assert article.published == dt.date(2026, 3, 4)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"text": "words"}, "no column 'words' (there are: id, date, story line)"),
        ({"text": "date", "author": "by"}, "no column 'by' (there are: id, date, story line)"),
        ({}, "no column is known to hold the text, name it (there are: id, date, story line)"),
    ],
)
def test_missing_column_is_one_error_that_lists_those_there_are(columns: dict[str, str], told: str) -> None:
    assert entries("id,date,story line\n1,2,3\n4,5,6\n", **columns) == [f"<text>:1:1: {told}"]


def test_bad_rows_are_told_with_their_line_and_cost_no_other() -> None:
    table = 'text,id\n"Two\nlines",1\nshort\n"a" b,3\n ,4\ngood,5\n"open,6\nnever read,7\n'

    assert entries(table) == [
        "Two\nlines",
        "<text>:4:1: the row has 1 cells, and there are 2 columns",
        "<text>:5:5: words stand after the closing quotation mark of a cell",
        "<text>:6:1: there is no text in the column 'text'",
        "good",
        "<text>:8:1: the quotation mark is never closed",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiter_is_told_by_the_names_of_the_columns(delimiter: str, end: str) -> None:
    lines = [["title, and more", "text"], ["Levy", "One; two, three|four"], ["Quota", "Five\tsix"]]
    table = end.join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)

    assert [article.text for article in articles(table)] == ["One; two, three|four", "Five\tsix"]


def test_delimiter_may_be_said_in_the_first_line() -> None:
    assert entries("sep=;\r\ntext;a,b,c,title\r\nx,y;z\r\n") == ["x,y"]


def test_html_in_a_cell_is_read_as_such() -> None:
    assert entries("text\n<p>One &amp; <b>two</b>.</p><p>Three.</p>\n") == ["One & two.\nThree.\n"]


def test_blank_rows_are_none() -> None:
    assert entries("\n\ntext,id\n\n,\n  ,  \na,1\n\n") == ["a"]
    assert entries("") == entries("text\n") == []


def test_date_that_cannot_be_read_is_noted() -> None:
    (article,) = articles("text,date\na,soon\n")

    assert [(note.rule, note.message) for note in article.diagnostics] == [
        ("rows.date", "the date of the row is none that could be read: soon")
    ]


def test_columns_that_are_not_read_are_noted() -> None:
    first, second = articles("text,score,mood\na,7,\nb,,\n")

    assert [(note.rule, note.message) for note in first.diagnostics] == [
        ("rows.column", "columns of the row that are not read: score")
    ]
    assert second.diagnostics == ()


def test_address_may_stand_as_the_id() -> None:
    (article,) = articles("text,guid\na,https://n.example/17\n")

    assert (article.provenance.url, article.provenance.id) == ("https://n.example/17", None)


def test_text_of_a_row_is_bounded() -> None:
    table = "text\n" + "a" * 30 + "\nb\n"
    limits = tb.Limits(text=29)
    errors: list[Exception] = []

    assert [a.text for a in tb.parse_many(table, format="csv", limits=limits, on_error=errors.append)] == ["b"]
    assert str(errors[0]) == "<text>, line 2: over the limit text: 30 found, 29 allowed"


def test_table_with_one_row_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("text\tid\nOttawa objects.\t1\n", encoding="utf-8")

    assert tb.parse(path).text == "Ottawa objects."


@given(
    rows=st.lists(st.tuples(texts(max_size=20), texts(max_size=8)), max_size=5),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_cells_come_back_as_the_standard_library_wrote_them(rows: list[tuple[str, str]], delimiter: str) -> None:
    file = StringIO(newline="")
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([("words", "id"), *rows])
    kept = [words for words, key in rows if words.strip()]

    found = [entry for entry in entries(file.getvalue(), text="words") if "there is no text in the column" not in entry]

    assert [entry for entry, words in zip(found, kept, strict=True) if "<" not in words] == [
        words for words in kept if "<" not in words
    ]


def test_cell_of_html_costs_no_other_where_nothing_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)

    assert entries("text\n<p>a</p>\nb\n") == ['the format html needs an extra: pip install "tradebrief[html]"', "b"]
