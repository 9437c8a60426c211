"""PDF files into blocks: lines put together, running heads left out, headings told by their size."""

import datetime as dt
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.test_linear import check
from tests.parsing.pdfs import Setting, pdf_of

import tradebrief as tb
from tradebrief.parsing._pdf_lines import Chunk, PdfLine, lines_of
from tradebrief.parsing._pdf_running import without_running_lines
from tradebrief.parsing._pdf_text import passages_of
from tradebrief.parsing.pdf import recognize

TEXT = "Norway rejected the quota on Monday, and its envoy said that negotiations would go on until the summer ends."
LONG = " ".join([TEXT] * 4)
BRIEF = [("title", "Quota talks fail"), ("p", LONG), ("h1", "In Oslo"), ("p", LONG), ("h2", "At night"), ("p", LONG)]


def parse(data: bytes, **options: tb.Limits) -> tb.Article:
    return tb.parse(data, format="pdf", limits=options.get("limits"))


def blocks(data: bytes) -> list[tuple[str, int | None, str]]:
    """Kind, level and words of each block that is not blank."""
    article = parse(data)
    return [
        (block.kind.value, block.level, article[block.content])
        for block in article.blocks
        if block.kind is not tb.BlockKind.BLANK
    ]


def notes(data: bytes) -> list[str]:
    return [f"{note.rule}: {note.message}" for note in parse(data).diagnostics]


def raw(objects: Sequence[bytes]) -> bytes:
    """A file of objects, the first of which is its root."""
    out, places = b"%PDF-1.4\n", []
    for number, inner in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return b"%s%s%strailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        out,
        head,
        table,
        len(objects) + 1,
        len(out),
    )


def page_of(content: bytes, entries: bytes = b"") -> bytes:
    """A file of one page with a content."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</A 5 0 R>>>>>>"
    stream = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)
    return raw([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream, font])


SETTINGS = {
    "space between paragraphs": Setting(),
    "indents": Setting(indents=True),
    "columns": Setting(columns=2, lines=30),
    "words placed alone": Setting(by_word=True, columns=2),
    "broken words": Setting(hyphens=True, columns=2, indents=True, lines=20),
    "many pages": Setting(lines=6),
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_brief_is_read_alike_however_it_is_set(setting: Setting) -> None:
    assert blocks(pdf_of(BRIEF, setting)) == [
        ("headline", 1, "Quota talks fail"),
        ("paragraph", None, LONG),
        ("heading", 2, "In Oslo"),
        ("paragraph", None, LONG),
        ("heading", 3, "At night"),
        ("paragraph", None, LONG),
    ]


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    data = pdf_of(BRIEF, Setting(lines=6))

    assert "Northwire" not in parse(data).text
    assert notes(data) == ["pdf.running-heads: heads, feet and numbers of pages left out: 8"]


@pytest.mark.parametrize("foot", ["3", "- {} -", "Page {} of 9", "{} / 9"])
def test_number_of_the_only_page_is_left_out(foot: str) -> None:
    assert parse(pdf_of(BRIEF, Setting(head=None, foot=foot))).text.endswith(f"{LONG}\n")


def test_year_within_a_text_is_no_number_of_a_page() -> None:
    lines = [line(0, 700 - 12 * at, words) for at, words in enumerate(["In", "2026", "Oslo said no."])]

    assert without_running_lines(lines) == (lines, 0)


def test_items_of_lists_are_named() -> None:
    told = [("title", "Levy"), ("item", TEXT), ("item", "Steel stays."), ("p", LONG)]

    for setting in (Setting(), Setting(columns=2, indents=True)):
        assert [kind for kind, *_ in blocks(pdf_of(told, setting))] == [
            "headline",
            "key_point",
            "key_point",
            "paragraph",
        ]


def test_lines_in_heavy_type_of_the_usual_size_are_headings() -> None:
    told = [("title", "Levy"), ("p", LONG), ("bold", "In Oslo"), ("p", LONG)]

    assert [kind for kind, *_ in blocks(pdf_of(told))] == ["headline", "paragraph", "heading", "paragraph"]


def test_notes_stand_at_the_end_without_their_marks() -> None:
    told = [("p", LONG), ("note", "1 In May, it said."), ("note", "2 Never.")]

    assert blocks(pdf_of(told, Setting(foot=None)))[-2:] == [
        ("footnote", None, "In May, it said."),
        ("footnote", None, "Never."),
    ]


def test_short_lines_over_the_title_come_under_it() -> None:
    data = pdf_of([("p", "4 March 2026"), ("title", "Quota talks fail"), ("p", LONG)])

    assert [kind for kind, *_ in blocks(data)] == ["headline", "dateline", "paragraph"]


def line(page: int, y: float, words: str, *, x: float = 72.0, size: float = 10.0) -> PdfLine:
    return PdfLine(page, x, y, size, is_bold=False, words=words)


WIDE = "The envoy of the fjords said on Monday that he would not sign, and went on to"


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "joined"),
    [
        ("nego-", "tiations failed", "", "negotiations failed"),
        ("nego\u00ad", "tiations failed", "", "negotiations failed"),
        ("long-", "standing talks", "A long-standing claim", "long-standing talks"),
        ("long-", "standing talks", "A longstanding claim", "longstanding talks"),
        ("Faal-", "Mbodj failed", "", "Faal-Mbodj failed"),
        ("2019-", "2023", "", "2019- 2023"),
        ("said -", "and left", "", "said - and left"),
    ],
)
def test_word_that_is_broken_is_mended(before: str, after: str, elsewhere: str, joined: str) -> None:
    lines = [line(0, 700, f"{WIDE} {before}"), line(0, 688, after), *([line(0, 600, elsewhere)] if elsewhere else [])]

    assert passages_of(lines)[0].words == f"{WIDE} {joined}"


def test_paragraph_goes_on_over_columns_and_pages_unless_a_sentence_ends() -> None:
    lines = [
        line(0, 100, f"{WIDE} say"),
        line(1, 700, "more."),
        line(1, 688, f"{WIDE} end it all."),
        line(2, 700, "Oslo waits."),
    ]

    assert [passage.words for passage in passages_of(lines)] == [
        f"{WIDE} say more.",
        f"{WIDE} end it all.",
        "Oslo waits.",
    ]


def chunk(text: str, x: float, y: float, *, size: float = 10.0, turned: bool = False) -> Chunk:
    inner = (0.0, 1.0, -1.0, 0.0, x, y) if turned else (1.0, 0.0, 0.0, 1.0, x, y)
    return Chunk.of(text, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), inner, size, "/Sans")


def test_chunks_on_one_baseline_make_a_line() -> None:
    chunks = [chunk("Oslo", 72, 700), chunk("\n", 0, 0), chunk("waits", 96, 701), chunk(".", 118, 700)]

    assert [found.words for found in lines_of(chunks, 0)[0]] == ["Oslo waits."]


def test_chunks_in_another_column_make_another_line() -> None:
    chunks = [chunk("Oslo waits\n", 72, 700), chunk("Tokyo sleeps\n", 300, 700)]

    assert [found.words for found in lines_of(chunks, 0)[0]] == ["Oslo waits", "Tokyo sleeps"]


def test_marks_of_notes_and_turned_lines_are_left_out() -> None:
    chunks = [chunk("Oslo waits.", 72, 700), chunk("12", 130, 704, size=6), chunk("Draft", 20, 300, turned=True)]

    found, turned = lines_of(chunks, 0)

    assert ([each.words for each in found], turned) == (["Oslo waits."], 1)


def test_size_is_that_of_the_page_and_not_of_the_font() -> None:
    scaled = Chunk.of("a", (2.0, 0.0, 0.0, -2.0, 10.0, 800.0), (6.0, 0.0, 0.0, -6.0, 5.0, 20.0), 1.0, "/Sans-Bold")

    assert (scaled.x, scaled.y, scaled.size, scaled.is_bold) == (20.0, 760.0, 12.0, True)


def test_file_states_title_author_and_day() -> None:
    stated = (("Title", "Microsoft Word - quota"), ("Author", "Ana Ruiz; Li Wei"), ("Keywords", "steel; Japan"))
    article = parse(pdf_of(BRIEF, Setting(properties=stated)))
    source = article.provenance

    assert (source.title, source.author, source.tags) == ("quota", "Ana Ruiz, Li Wei", ("steel", "Japan"))
    assert (source.format, source.media_type) == ("pdf", "application/pdf")
    assert article.published == dt.datetime(
        2000, 1, 1, tzinfo=dt.UTC
    )  # So the library writes a file that never varies.


def test_file_that_states_nothing_states_nothing() -> None:
    source = parse(pdf_of(BRIEF)).provenance

    assert (source.title, source.author, source.tags) == (None, None, ())


def test_pages_without_text_are_told() -> None:
    pages = raw(
        [
            b"<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>",
            b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</A 6 0 R>>>>>>",
            b"<</Length 44>>\nstream\nBT /A 9 Tf 72 700 Td (Oslo said no to it.) Tj ET\nendstream",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )

    assert (parse(pages).text, parse(pages).language) == ("Oslo said no to it.\n", "en-GB")
    assert notes(pages) == ["pdf.no-text: pages without text: 1"]


WHOLE = pdf_of(BRIEF)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a PDF file"),
        (TEXT.encode(), "not a PDF file"),
        (b"%PDF-1.7\n", "not a PDF file, or a broken one: "),
        (WHOLE[: len(WHOLE) // 2], "not a PDF file, or a broken one: "),
        (pdf_of(BRIEF, Setting(encrypt="secret")), "the PDF file is encrypted, and needs a password"),
        (page_of(b"0 0 100 100 re f"), "no text is found in the PDF file: its pages are pictures, or empty"),
        (page_of(b"BT /A 9 Tf (a) Tj", b"/Filter/FlateDecode"), "no text is found in the PDF file"),
    ],
    ids=["empty", "text", "header", "truncated", "encrypted", "picture", "broken"],
)
def test_file_without_a_text_is_an_error(data: bytes, told: str) -> None:
    with pytest.raises(tb.ParseError) as caught:
        parse(data)

    assert caught.value.message.startswith(told)


def test_file_with_more_pages_or_text_than_allowed_is_beyond_a_limit() -> None:
    with pytest.raises(tb.LimitError, match="over the limit nodes"):
        parse(pdf_of(BRIEF, Setting(lines=6)), limits=evolve(tb.Limits(), nodes=2))
    with pytest.raises(tb.LimitError, match="over the limit text"):
        parse(
            page_of(zlib.compress(b"BT /A 9 Tf " + b"(aaaaaaaa) Tj " * 5_000), b"/Filter/FlateDecode"),
            limits=evolve(tb.Limits(), text=20_000),
        )


def test_forms_within_forms_do_not_multiply() -> None:
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</A 5 0 R>>/XObject<</F %d 0 R>>>>"
    form = b"<<" + entries + b"/Length %d>>\nstream\n%s\nendstream"
    inner = b"/F Do " * 10
    forms = [form % (7 + at, len(inner), inner) for at in range(8)]
    text = b"BT /A 9 Tf (Oslo.) Tj ET"
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</A 5 0 R>>/XObject<</F 6 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    content = b"<</Length %d>>\nstream\n%s\nendstream" % (len(inner), inner)
    head = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content, font]

    with suppress(tb.TradebriefError):  # A hundred million times the same word are not read.
        parse(raw([*head, *forms, form % (5, len(text), text)]))


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)

    with pytest.raises(tb.MissingExtraError, match=r'pip install "tradebrief\[pdf\]"'):
        parse(WHOLE)


def test_file_is_told_by_its_first_bytes() -> None:
    assert recognize(WHOLE)
    assert not recognize(b"A %PDF-1.7 file")
    assert tb.parse(WHOLE).provenance.format == "pdf"


SMALL = page_of(b"BT /A 9 Tf 72 700 Td (Oslo said no to it.) Tj 0 -12 Td [(And) -300 (Tokyo)] TJ ET")


@given(st.binary(max_size=20), st.integers(0, len(SMALL)), st.integers(0, 30))
def test_any_bytes_give_an_article_or_an_error_of_ours(new: bytes, start: int, size: int) -> None:
    with suppress(tb.TradebriefError):
        parse(SMALL[:start] + new + SMALL[start + size :])


OPERATORS = st.sampled_from(
    [
        *(
            b"BT ",
            b"ET ",
            b"/A 9 Tf ",
            b"/B 9 Tf ",
            b"(Oslo) Tj ",
            b"[(Os) -200 (lo)] TJ ",
            b"1 0 0 1 72 700 Tm ",
            b"T* ",
        ),
        *(
            b"q ",
            b"Q ",
            b"0 -12 Td ",
            b"0 1 -1 0 5 5 cm ",
            b"<41> Tj ",
            b"1e99 0 0 0 0 0 Tm ",
            b"(",
            b"[",
            b"BI ID EI ",
            b"Do ",
        ),
    ]
)


@given(st.lists(OPERATORS, max_size=30).map(b"".join))
def test_any_page_gives_an_article_or_an_error_of_ours(content: bytes) -> None:
    with suppress(tb.TradebriefError):
        parse(page_of(content))


line_values = st.builds(
    line,
    st.integers(0, 2),
    st.sampled_from([700.0, 688.0, 676.0, 100.0, 0.0, -1e300]),
    st.sampled_from(["a", "•", "• a", "A-", "1", "Page 2", "1 A note.", WIDE, TEXT]),
    x=st.sampled_from([72.0, 84.0, 300.0]),
    size=st.sampled_from([0.0, 7.0, 10.0, 14.0, 1e300]),
)


@given(st.lists(line_values, max_size=20).map(lambda lines: sorted(lines, key=lambda each: each.page)))
def test_no_word_is_lost_between_lines_and_passages(lines: list[PdfLine]) -> None:
    passages = passages_of(lines)

    words = sorted("".join(passage.words for passage in passages).replace("-", ""))
    assert [each for each in words if each.isalpha()] == sorted(
        letter for each in lines for letter in each.words if letter.isalpha()
    )


@pytest.mark.parametrize(
    "unit",
    [
        "BT /A 9 Tf 72 700 Td (Oslo) Tj ET ",
        "BT /A 9 Tf 1 0 0 1 72 700 Tm (Oslo) Tj ET ",
        "BT /A 9 Tf 12 TL (Oslo) Tj T* ET ",
        "q ",
        "[(a) 5] TJ ",
        "<",
    ],
)
def test_time_grows_with_the_length_of_a_page(unit: str) -> None:
    def parse_page(text: str) -> None:
        with suppress(tb.TradebriefError):
            parse(page_of(text.partition("\n")[2].encode()))

    check(parse_page, unit, 1_200)
