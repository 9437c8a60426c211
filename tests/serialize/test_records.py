"""Tables read back: the briefs that they were, in whatever order a program leaves them, or what is wrong with them."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from tests.laws.texts import MARKED_UP, SEEDS
from tests.serialize.sample import brief as sample
from tests.strategies import articles, briefs

import tradebrief as tb

FORMATS = ["csv", "parquet", "arrow"]
ALL = [tb.read(path) for path in [*SEEDS, *MARKED_UP]]
FILES = tb.export(sample(), "csv").content


def files(**changed: str) -> dict[str, str | bytes]:
    """The sample's tables, some of them changed."""
    assert isinstance(FILES, dict)
    return {**FILES, **{f"{name}.csv": text for name, text in changed.items()}}


def table(name: str) -> str:
    text = files()[f"{name}.csv"]
    assert isinstance(text, str)
    return text


@settings(max_examples=25)
@given(st.lists(briefs(), min_size=1, max_size=2))
def test_briefs_come_back_from_csv(values: list[tb.Brief]) -> None:
    assert list(tb.loads_many(tb.export(values, "csv").content, "csv")) == values


@settings(max_examples=15)
@given(articles())
def test_article_comes_back_from_csv(value: tb.Article) -> None:
    assert tb.loads(tb.export(value, "csv").content, "csv", type=tb.Article) == value


@pytest.mark.parametrize("format", FORMATS)
def test_briefs_and_articles_come_back(format: str, tmp_path: Path) -> None:
    tb.dump(ALL, tmp_path / "tables", format)

    assert list(tb.load_many(tmp_path / "tables", format)) == ALL
    assert tb.loads(tb.export(sample(), format).content, format) == sample()
    assert tb.loads(tb.export(sample().article, format).content, format, type=tb.Article) == sample().article


def test_order_of_rows_and_columns_and_columns_of_ones_own_do_not_count() -> None:
    def turned(name: str) -> str:
        header, *lines = csv.reader(StringIO(table(name), newline=""))
        out = StringIO()
        rows = [["mine", *reversed(header)], *(["=x", *reversed(line)] for line in reversed(lines))]
        csv.writer(out, lineterminator="\n").writerows(rows)
        return "\ufeff" + out.getvalue()

    names = ("articles", "blocks", "sections", "mentions", "voices", "spans")

    assert tb.loads(files(**{name: turned(name) for name in names}), "csv") == sample()


def test_bytes_and_texts_longer_than_the_library_allows_are_read() -> None:
    article = tb.parse("Quotas loom. " * 20_000)
    before = csv.field_size_limit()
    content = tb.export(article, "csv").content
    assert isinstance(content, dict)

    data = {name: text.encode() if isinstance(text, str) else text for name, text in content.items()}

    assert tb.loads(data, "csv", type=tb.Article) == article
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("claims", ",indirect,", ",gossip,", r'\$\.claims\[\d\]\.mode: expected one of "direct"'),
        ("claims", "person:ana-ruiz", "person:nobody", 'there is no "person:nobody" among the actors'),
        (
            "blocks",
            ",1,headline,0,",
            ",1,headline,zero,",
            r"blocks\.csv: \$: row 2, start: expected integer, not 'zero'",
        ),
        ("blocks", ",1,headline,0,", ",1,headline,,", r"\$\.article\.blocks\[0\]\.span: expected a span"),
        ("measures", ",25,", ",many,", r"measures\.csv: \$: row 2, value: expected number, not 'many'"),
        ("articles", ",false,", ",no,", r"articles\.csv: \$: row 2, bom: expected boolean, not 'no'"),
        ("voices", "voice,kind", "voice", r"voices\.csv: \$: row 2 has \d cells, and the first has \d"),
        ("actors", '"', '"x"y', r"not CSV in UTF-8|expected list|row 2"),
    ],
)
def test_cell_that_does_not_fit_is_told_with_its_place(name: str, old: str, new: str, message: str) -> None:
    changed = table(name).replace(old, new, 1)
    assert changed != table(name)

    with pytest.raises(tb.ValidationError, match=message):
        tb.loads(files(**{name: changed}), "csv")


def test_row_of_no_article_is_told() -> None:
    claims = table("claims").replace("\r\n", "\r\n0", 1)

    with pytest.raises(tb.ValidationError, match="a row of claims is of an article that is not there: 0"):
        tb.loads(files(claims=claims), "csv")


def test_section_in_one_that_is_not_there_is_told() -> None:
    header, *lines = csv.reader(StringIO(table("sections"), newline=""))
    lines[0][header.index("parent")] = "1"
    out = StringIO()
    csv.writer(out).writerows([header, *lines])

    with pytest.raises(tb.ValidationError, match="section 1 stands in section 1, which does not come before it"):
        tb.loads(files(sections=out.getvalue()), "csv")


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("content", ["", b"", {}, {"claims.csv": ""}])
def test_tables_are_a_folder_with_articles(format: str, content: str | bytes | dict[str, str | bytes]) -> None:
    with pytest.raises(tb.FormatError, match="is a folder with a file articles"):
        tb.loads(content, format)


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(tb.ValidationError, match=r"claims\.csv: \$: not CSV in UTF-8"):
        tb.loads({**files(), "claims.csv": b"\xff"}, "csv")


@pytest.mark.parametrize("format", ["parquet", "arrow"])
def test_bytes_that_are_no_table_are_told(format: str) -> None:
    content = tb.export(sample(), format).content
    assert isinstance(content, dict)

    for data in (b"", b"PAR1", b"x" * 1000, content[f"claims.{format}"][:200]):
        with pytest.raises(tb.ValidationError, match=r"claims: \$: not readable"):
            tb.loads({**content, f"claims.{format}": data}, format)


@pytest.mark.parametrize("format", FORMATS)
def test_tables_beyond_the_limits_are_not_read(format: str) -> None:
    with pytest.raises(tb.LimitError):
        tb.loads(tb.export(sample(), format).content, format, limits=tb.Limits(document=500))


def test_cell_of_another_type_is_refused_by_the_document() -> None:
    content = tb.export(sample(), "parquet").content
    assert isinstance(content, dict)
    (article,) = tb.to_arrow(sample())["articles"]["article"].to_pylist()
    out = BytesIO()
    row = {"article": article, "actor": b"y", "name": 1.5, "kind": True}
    parquet.write_table(pa.Table.from_pylist([row]), out)

    with pytest.raises(tb.ValidationError, match=r"\$\.actors\[0\]\.kind: expected one of .*, not true"):
        tb.loads({**content, "actors.parquet": out.getvalue()}, "parquet")
