"""Word documents into blocks, as their styles and properties say what they are."""

import datetime as dt
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any

import docx
import pytest
from attrs import evolve
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.test_linear import check

import tradebrief as tb
from tradebrief.parsing.docx import recognize

TEXT = "Norway rejected the quota on Monday."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(document: Any) -> bytes:
    """The bytes of a document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def document(fill: Callable[[Any], object]) -> bytes:
    """A document that is filled in."""
    made: Any = docx.Document()
    fill(made)
    return written(made)


def with_parts(data: bytes, **changed: Callable[[str], str] | str | None) -> bytes:
    """The same archive with some parts changed, added or left out; their names without folder and ending."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.infolist():
            words = old.read(entry).decode("utf-8", "surrogateescape")
            name = entry.filename.rpartition("/")[2].removesuffix(".xml").removeprefix(".")
            if name in changed:
                change = changed[name]
                if change is None:
                    continue
                words = change if isinstance(change, str) else change(words)
            how = zipfile.ZIP_DEFLATED if len(words) > 20_000 else zipfile.ZIP_STORED
            new.writestr(entry.filename, words.encode("utf-8", "surrogateescape"), how)
    return file.getvalue()


EMPTY = written(docx.Document())


def body_of(xml: str) -> bytes:
    """A document whose body is written out."""
    whole = f"<w:document {W} {R}><w:body>{xml}</w:body></w:document>"
    return with_parts(EMPTY, document=whole)


def parse(data: bytes, **options: Any) -> tb.Article:
    return tb.parse(data, format="docx", **options)


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


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def test_styles_say_what_paragraphs_are() -> None:
    def fill(made: Any) -> None:
        made.add_heading("Quota talks fail", 0)
        made.add_heading("In Oslo", 1)
        made.add_paragraph(TEXT)
        made.add_heading("After noon", 2)
        made.add_paragraph("Steel", style="List Bullet 2")
        made.add_paragraph("Tin", style="List Number")
        made.add_paragraph("We pay.", style="Intense Quote")
        made.add_paragraph("A mill in Oslo", style="Caption")

    assert blocks(document(fill)) == [
        ("headline", 1, "Quota talks fail"),
        ("heading", 2, "In Oslo"),
        ("paragraph", None, TEXT),
        ("heading", 3, "After noon"),
        ("list_item", None, "Steel"),
        ("list_item", None, "Tin"),
        ("quotation", None, "We pay."),
        ("caption", None, "A mill in Oslo"),
    ]


def test_first_heading_is_the_headline_where_there_is_no_title() -> None:
    def fill(made: Any) -> None:
        made.add_heading("Quota talks fail", 1)
        made.add_paragraph(TEXT)
        made.add_heading("In Oslo", 2)
        made.add_paragraph(TEXT)

    assert [block[:2] for block in blocks(document(fill))] == [
        ("headline", 1),
        ("paragraph", None),
        ("heading", 2),
        ("paragraph", None),
    ]


def test_style_is_what_the_one_is_that_it_is_based_on() -> None:
    def fill(made: Any) -> None:
        style = made.styles.add_style("House heading", 1)
        style.base_style = made.styles["Heading 2"]
        made.add_paragraph("Levy", style="Title")
        made.add_paragraph("In Oslo", style="House heading")
        made.add_paragraph(TEXT)

    assert blocks(document(fill))[1] == ("heading", 3, "In Oslo")


def test_properties_of_a_paragraph_win_over_its_style() -> None:
    xml = paragraph(run("Levy"), "<w:outlineLvl w:val='0'/>")
    xml += paragraph(run("In Oslo"), "<w:outlineLvl w:val='1'/>") + paragraph(run(TEXT), "<w:outlineLvl w:val='9'/>")
    xml += paragraph(run("Tin"), "<w:numPr><w:numId w:val='3'/></w:numPr>")
    xml += paragraph(run(TEXT), "<w:pStyle w:val='ListBullet'/><w:numPr><w:numId w:val='0'/></w:numPr>")

    assert blocks(body_of(xml)) == [
        ("headline", 1, "Levy"),
        ("heading", 2, "In Oslo"),
        ("paragraph", None, TEXT),
        ("list_item", None, "Tin"),
        ("paragraph", None, TEXT),
    ]


def test_lines_in_heavy_type_are_headings() -> None:
    xml = paragraph(run("Levy"), "<w:pStyle w:val='Title'/>")
    for words in ("In Oslo", "In Paris"):
        xml += paragraph(run(words, "<w:b/>")) + paragraph(run(TEXT, "<w:b w:val='0'/>"))

    assert [kind for kind, *_ in blocks(body_of(xml))] == ["headline", "heading", "paragraph", "heading", "paragraph"]


def test_words_come_back_as_they_are() -> None:
    pieces = (run("A"), "<w:r><w:tab/></w:r>", run("b"), "<w:r><w:noBreakHyphen/></w:r>", run("c e\u0301 5\xa0% 😀"))
    xml = paragraph("".join(pieces) + "<w:smartTag>" + run(" Oslo") + "</w:smartTag>") + paragraph(run(TEXT))

    assert parse(body_of(xml)).text == f"A b-c e\u0301 5\xa0% 😀 Oslo\n{TEXT}\n"


def test_breaks_part_lines() -> None:
    xml = paragraph(f"{run(TEXT)}<w:r><w:br/></w:r>{run(TEXT)}<w:r><w:br w:type='page'/></w:r>{run('End.')}")

    assert parse(body_of(xml)).text == f"{TEXT}\n{TEXT} End.\n"


def test_tables_are_read_cell_by_cell() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph(TEXT)
        table = made.add_table(3, 2)
        for at, words in enumerate(["Good", "Duty", "Tin", "5 %", "", "6 %"]):
            table.cell(*divmod(at, 2)).text = words
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(0, 1).add_paragraph("from May")
        inner = table.cell(2, 1).add_table(1, 2)
        inner.cell(0, 1).text = "or 7 %"

    assert parse(document(fill)).text == f"{TEXT}\nGood\tDuty from May\nTin\t5 %\n\t6 % or 7 %\n"


def test_box_around_a_text_is_no_table() -> None:
    def fill(made: Any) -> None:
        made.add_heading("Levy", 0)
        made.add_table(1, 1).cell(0, 0).text = "Key points"
        made.add_paragraph(TEXT)

    assert [kind for kind, *_ in blocks(document(fill))][1] != "table"


def test_links_are_kept_and_not_followed() -> None:
    def fill(made: Any) -> None:
        link = made.part.relate_to("https://example.org/quota", f"{RELATIONS}/hyperlink", is_external=True)
        made.part.relate_to("https://example.org/pixel.png", f"{RELATIONS}/image", is_external=True)
        xml = f"<w:p {W} {R}>{run('See ')}<w:hyperlink r:id='{link}'>{run('the quota')}</w:hyperlink>{run('.')}</w:p>"
        made.element.body.insert(0, parse_xml(xml))
        made.add_paragraph(TEXT)

    article = parse(document(fill))

    assert [(article[link.span], link.target) for link in article.provenance.links] == [
        ("the quota", "https://example.org/quota")
    ]


def test_footnotes_stand_at_the_end() -> None:
    def fill(made: Any) -> None:
        notes = [(-1, "w:type='separator'", "x"), (2, "", "In May."), (3, "", "In June."), (4, "", "Never.")]
        inner = (
            f"<w:footnote w:id='{id}' {kind}>{paragraph('<w:r><w:footnoteRef/></w:r>' + run(words))}</w:footnote>"
            for id, kind, words in notes
        )
        xml = f"<w:footnotes {W}>{''.join(inner)}</w:footnotes>"
        name = PackURI("/word/footnotes.xml")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        made.part.relate_to(Part(name, kind, xml.encode(), made.part.package), f"{RELATIONS}/footnotes")
        refer = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
        text = f"<w:p {W}>{run(TEXT)}{refer.format(3)}{refer.format(2)}{refer.format(3)}{refer.format(9)}</w:p>"
        made.element.body.insert(0, parse_xml(text))

    assert blocks(document(fill))[1:] == [
        ("footnote", None, "In June."),
        ("footnote", None, "In May."),
    ]


def test_boxes_of_text_stand_after_their_paragraph_and_once() -> None:
    box = "<w:txbxContent>" + paragraph(run("Boxed words.")) + "</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = f"<mc:AlternateContent xmlns:mc='{mc}'><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    xml = paragraph(f"{run('Oslo ')}<w:r>{both}</mc:AlternateContent></w:r>{run('waits.')}") + paragraph(run(TEXT))

    assert parse(body_of(xml)).text == f"Oslo waits.\nBoxed words.\n{TEXT}\n"


def test_what_is_left_out_is_told() -> None:
    deleted = f"<w:del>{run('no')}</w:del><w:ins>{run(' twice')}</w:ins>"
    xml = paragraph(run(TEXT) + deleted + run("secret", "<w:vanish/>") + "<w:r><w:drawing/></w:r>")
    xml += paragraph(run("In Oslo 1"), "<w:pStyle w:val='TOC1'/>") + paragraph(
        "<w:r><w:commentReference/></w:r>" + run(TEXT)
    )
    xml += "<w:altChunk/>"
    style = "<w:style w:type='paragraph' w:styleId='TOC1'><w:name w:val='toc 1'/></w:style></w:styles>"
    data = with_parts(body_of(xml), styles=lambda text: text.replace("</w:styles>", style))

    assert parse(data).text == f"{TEXT} twice\n{TEXT}\n"
    assert notes(data) == [
        "docx.deleted: passages left out that are deleted in tracked changes: 1",
        "docx.hidden: passages left out that are hidden: 1",
        "docx.contents: lines left out of tables of contents: 1",
        "docx.picture: pictures left out: 1",
        "docx.comment: comments left out: 1",
        "docx.chunk: embedded documents left out: 1",
    ]


def test_properties_state_title_author_and_day() -> None:
    def fill(made: Any) -> None:
        made.add_paragraph(TEXT)
        core = made.core_properties
        core.title, core.author, core.keywords, core.language = "Quota", "Ana Ruiz; Li Wei", "steel; Japan", "en-GB"
        core.created = dt.datetime(2026, 3, 4, 8, 30)  # noqa: DTZ001 - the library writes times of UTC so.

    article = parse(document(fill))
    source = article.provenance

    assert (source.title, source.author, source.tags) == ("Quota", "Ana Ruiz, Li Wei", ("steel", "Japan"))
    assert (article.published, article.language) == (dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.UTC), "en-GB")
    assert (article.text, source.media_type) == (
        f"{TEXT}\n",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )


def test_properties_of_a_template_state_nothing() -> None:
    article = parse(document(lambda made: made.add_paragraph(TEXT)))

    assert (article.published, article.provenance.author) == (None, None)


def test_properties_may_be_missing() -> None:
    data = with_parts(body_of(paragraph(run(TEXT))), rels=lambda text: text.replace("core-properties", "no"))

    assert (parse(data).text, parse(data).published) == (f"{TEXT}\n", None)


WHOLE = document(lambda made: made.add_paragraph(TEXT))
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a Word document: File is not a zip file"),
        (TEXT.encode(), "not a Word document: File is not a zip file"),
        (WHOLE[: len(WHOLE) // 2], "not a Word document, or a truncated one: File is not a zip file"),
        (ENCRYPTED, "the document is encrypted"),
        (ENCRYPTED[:60], "a document of the old Word format; save it as .docx"),
        (EMPTY, "no text is found in the document"),
        (body_of("<w:p>"), "not a Word document, or a broken one: "),
        (with_parts(WHOLE, document=None), "not a Word document, or a broken one: "),
        (with_parts(WHOLE, rels=None), "not a Word document, or a broken one: "),
    ],
    ids=["empty", "text", "truncated", "encrypted", "old", "without words", "broken", "without body", "without links"],
)
def test_what_is_no_document_is_an_error(data: bytes, told: str) -> None:
    with pytest.raises(tb.ParseError) as caught:
        parse(data)

    assert caught.value.message.startswith(told)


def test_archive_that_unpacks_to_too_much_is_beyond_a_limit() -> None:
    bomb = with_parts(WHOLE, settings="0" * 30_000_000)

    assert len(bomb) < 100_000
    with pytest.raises(tb.LimitError, match="over the limit document"):
        parse(bomb, limits=evolve(tb.Limits(), document=10_000_000))


def test_entities_are_refused() -> None:
    entities = (
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/hosts'>]>"
    )
    data = with_parts(
        body_of(paragraph(run("A &b; &c; z.")) + paragraph(run(TEXT))),
        document=lambda text: entities + text,
    )

    with pytest.raises(tb.ParseError, match="a document type of its own stands in it"):
        parse(data)


@pytest.mark.parametrize("depth", [10, 200])
def test_tables_within_tables_are_beyond_a_limit(depth: int) -> None:
    xml = "<w:tbl><w:tr><w:tc/><w:tc>" * depth + paragraph(run(TEXT)) + "</w:tc></w:tr></w:tbl>" * depth

    with pytest.raises((tb.LimitError, tb.ParseError)):  # Elements themselves may nest 256 deep.
        parse(body_of(xml), limits=evolve(tb.Limits(), depth=8))


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(tb.MissingExtraError, match=r'pip install "tradebrief\[docx\]"'):
        parse(WHOLE)


def test_document_is_told_by_its_first_bytes() -> None:
    assert recognize(WHOLE)
    assert not recognize(b"PK\x03\x04 something else")
    assert tb.parse(WHOLE).provenance.format == "docx"


ELEMENTS = [
    f"<{sign}w:{name}>" for name in ("p", "r", "t", "tbl", "tr", "tc", "del", "hyperlink") for sign in ("", "/")
]
PIECES = st.sampled_from(
    [
        *ELEMENTS,
        *("<w:br/>", "<w:vMerge/>", "<w:pPr><w:pStyle w:val='Title'/></w:pPr>", "<w:footnoteReference w:id='1'/>"),
        *("<w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing>", "<w:sdt><w:sdtContent>", "<!-- a -->", "<?a?>"),
        *("<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", "a ", TEXT, paragraph(run(TEXT, "<w:b/>"))),
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join) | st.lists(PIECES).map(lambda parts: paragraph(run("".join(parts)))))
def test_any_body_gives_an_article_or_an_error_of_ours(xml: str) -> None:
    with suppress(tb.TradebriefError):
        parse(body_of(xml))


@given(st.binary(max_size=20), st.integers(0, len(WHOLE)), st.integers(0, 30))
def test_any_bytes_give_an_article_or_an_error_of_ours(new: bytes, start: int, size: int) -> None:
    with suppress(tb.TradebriefError):
        parse(WHOLE[:start] + new + WHOLE[start + size :])


@pytest.mark.parametrize(
    "unit",
    [
        paragraph(run("a")),
        run("a"),
        paragraph("<w:r><w:br/></w:r>"),
        f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc/></w:tr></w:tbl>",
        paragraph("<w:r><w:drawing><w:txbxContent>" + paragraph(run("a")) + "</w:txbxContent></w:drawing></w:r>"),
    ],
    ids=["paragraphs", "runs", "breaks", "tables", "boxes"],
)
def test_time_grows_with_the_length_of_a_document(unit: str) -> None:
    def parse_document(text: str) -> None:
        inner = text.partition("\n")[2]
        with suppress(tb.TradebriefError):
            parse(body_of(paragraph(inner) if inner.startswith("<w:r>") else inner))

    check(parse_document, unit, 6_000)
