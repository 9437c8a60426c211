"""Web pages into blocks: their main text and no more, with what they state about it."""

import datetime as dt
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parsing.markup import html_of, words_of
from tests.parsing.plans import Plan, facts, plans
from tests.parsing.structure import describe

import tradebrief as tb
from tradebrief.parsing.html import declared_encoding, recognize

KIND = tb.BlockKind
CASES = Path(__file__).parents[1] / "cases" / "html"
PARAGRAPH = "The ministers of the corridor met in Nairobi on Monday, and parted without a decision on the levy."
LONG = f"<h1>Title</h1><p>{PARAGRAPH}</p>"


def parse(page: str | bytes, **options: str) -> tb.Article:
    return tb.parse(page, format="html", **options)  # type: ignore[arg-type] # All options are texts.


def blocks(page: str) -> list[tuple[str, str]]:
    """Kind and words of each block that is not blank."""
    article = parse(page)
    return [(block.kind.value, article[block.content]) for block in article.blocks if block.kind is not KIND.BLANK]


@pytest.mark.parametrize("page", sorted(CASES.glob("*.html")), ids=lambda path: path.stem)
def test_main_text_of_a_page_is_found(page: Path) -> None:
    assert tb.parse(page).text == page.with_suffix(".txt").read_bytes().decode()


@given(plans())
def test_brief_is_read_as_it_was_planned(plan: Plan) -> None:
    article = parse(html_of(plan))

    assert describe(article) == facts(plan)
    assert article.text.splitlines() == words_of(plan)


@given(st.lists(st.sampled_from(["Ottawa", "5\xa0%", "é", "e\u0301", "😀", "日本", "&amp;", "a &lt; b"]), min_size=1))
def test_words_come_back_as_they_are(words: list[str]) -> None:
    line = f"Quota: {' '.join(words)}."

    text = parse(f"<h1>Title</h1><p><i>Quota</i>: <a href=x>{' '.join(words)}</a>.</p>").text

    assert text == f"Title\n{line}\n".replace("&amp;", "&").replace("&lt;", "<")


def test_headings_keep_their_level_and_parts_their_role() -> None:
    page = f"{LONG}<h2>First</h2><p>{PARAGRAPH}</p><h3>Second</h3><p>{PARAGRAPH}</p><h2>Commentary</h2>"
    page += f"<h3>Third</h3><p>{PARAGRAPH}</p>"

    assert describe(parse(page)) == [
        "headline: Title",
        "section 1 body 1:",
        "section 1 body 1: First",
        "section 2 body 1: Second",
        "section 1 commentary 0: Commentary",
        "section 2 commentary 1: Third",
    ]


def test_quotations_say_whose_they_are() -> None:
    page = (
        f"{LONG}<blockquote><p>We pay rent.</p><p>— Chou Mei-ling</p></blockquote><blockquote>We do not.<cite>L</cite>"
    )
    page += "</blockquote><figure><blockquote>Nor we.</blockquote><figcaption>A shipper</figcaption></figure>"

    assert blocks(page)[2:] == [
        ("quotation", "We pay rent."),
        ("attribution", "— Chou Mei-ling"),
        ("quotation", "We do not."),
        ("attribution", "L"),
        ("quotation", "Nor we."),
        ("attribution", "A shipper"),
    ]


def test_captions_tables_and_notes_are_named() -> None:
    page = f"{LONG}<figure><img src=a><figcaption>A port.</figcaption></figure>"
    page += "<table><caption>Duties</caption><tr><th>Good<th>Duty<tr><td><p>Tin</p><td></table>"
    page += f"<p>{PARAGRAPH}<sup><a href='#n'>1</a></sup></p>"
    page += "<section class=footnotes><ol><li id=n>In May. <a href='#m'>↩</a></li></ol></section>"

    assert blocks(page)[2:] == [
        ("caption", "A port."),
        ("caption", "Duties"),
        ("table", "Good"),
        ("table", "Duty"),
        ("table", "Tin"),
        ("paragraph", PARAGRAPH),
        ("footnote", "In May."),
    ]
    assert "\nGood\tDuty\nTin\t\n" in parse(page).text


def test_powers_and_units_are_no_notes() -> None:
    assert parse(
        f"{LONG}<p>It takes 10<sup>3</sup> km<sup>2</sup> and CO<sub>2</sub> in May<sup>3</sup>.</p>"
    ).text.endswith("It takes 103 km2 and CO2 in May.\n")


def test_breaks_part_lines_and_two_part_paragraphs() -> None:
    page = f"<h1>Title</h1>By Ana Ruiz<br>9 April 2025<br><br>{PARAGRAPH}<br/>{PARAGRAPH}<ul><li>a<br>b</ul>"

    assert blocks(page) == [
        ("headline", "Title"),
        ("byline", "By Ana Ruiz"),
        ("dateline", "9 April 2025"),
        ("paragraph", PARAGRAPH),
        ("paragraph", PARAGRAPH),
        ("list_item", "a b"),
    ]


def test_targets_of_links_are_kept() -> None:
    article = parse(f"<h1>Title</h1><p>{PARAGRAPH} <a href=' b '>A <b>c</b></a><a>d</a> <a href=''>e</a></p>")

    assert [(article[link.span], link.target) for link in article.provenance.links] == [("A c", "b")]


def test_struck_out_words_are_left_out_and_told() -> None:
    article = parse(f"<h1>Title</h1><p>{PARAGRAPH} <del>a</del><s>b</s></p>")

    assert article.text == f"Title\n{PARAGRAPH}\n"
    assert [note.message for note in article.diagnostics] == ["passages left out that are struck out: 2"]


JSON_LD = """
<html lang=de><head><link rel=canonical href="https://example.org/canonical">
<meta property=og:title content="From OpenGraph"><meta name=author content="Meta Author">
<script type="application/ld+json">not JSON</script>
<script type="application/ld+json">[{"@graph": [{"@type": "WebPage"}, {"@type": ["OpinionNewsArticle"],
"headline": "From\\nJSON-LD", "author": [{"name": "Ana Ruiz"}, "Li Wei", "https://example.org/who"],
"publisher": {"name": "Northwire"}, "datePublished": "2026-03-04T08:30:00+09:00", "inLanguage": "en-GB",
"keywords": "steel, Japan", "url": "https://example.org/json"}]}]</script></head><body>"""
META = """
<html lang=en-GB><head><link rel="canonical" href="https://example.org/canonical">
<meta property="og:title" content="From JSON-LD | Northwire"><meta property="og:site_name" content="Northwire">
<meta name="Author" content="By Ana Ruiz"><meta property="article:author" content="Li Wei">
<meta property="article:author" content="https://example.org/who">
<meta property="article:published_time" content="2026-03-04T08:30:00+09:00">
<meta property="article:tag" content="steel"><meta property="article:tag" content="Japan"></head><body>"""


@pytest.mark.parametrize("head", [JSON_LD, META], ids=["JSON-LD", "meta elements"])
def test_what_the_page_states_is_kept(head: str) -> None:
    article = parse(f"{head}{LONG}")

    provenance = article.provenance
    assert (provenance.title, provenance.author) == ("From JSON-LD", "Ana Ruiz, Li Wei")
    assert (provenance.publisher, provenance.url) == ("Northwire", "https://example.org/canonical")
    assert (provenance.tags, article.language) == (("steel", "Japan"), "en-GB")
    assert article.published == dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    assert article.text == f"Title\n{PARAGRAPH}\n"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("<time datetime=2026-03-04>today</time>", dt.date(2026, 3, 4)),
        ("<time>4 March 2026</time>", dt.date(2026, 3, 4)),
        ("<time>Wednesday, March 4th, 2026</time>", dt.date(2026, 3, 4)),
        ("<meta itemprop=datePublished content=2026-03-04>", dt.date(2026, 3, 4)),
        ("<time datetime=2026-02-30>x</time>", None),
        ("<time>soon</time>", None),
    ],
)
def test_time_element_states_the_day(words: str, day: dt.date | None) -> None:
    assert parse(f"{words}{LONG}").published == day


def test_author_is_told_by_the_relation() -> None:
    assert parse(f"{LONG}<p>By <a rel=author href=a>Ana  Ruiz</a></p>").provenance.author == "Ana Ruiz"


def test_stated_title_is_the_headline_where_the_page_has_none() -> None:
    head = "<meta property=og:title content='The quota'>"

    assert parse(f"{head}<p>{PARAGRAPH}</p><h2>A</h2><p>{PARAGRAPH}</p>").text.startswith(f"The quota\n{PARAGRAPH}\n")
    assert parse(f"{head}<h2>The Quota</h2><p>{PARAGRAPH}</p>").text == f"The Quota\n{PARAGRAPH}\n"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        (b"<meta charset=windows-1252>", "cp1252"),
        (b"<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "cp1252"),
        (b"<?xml version='1.0' encoding='iso-8859-15'?><p>", "iso8859-15"),
        (b"<meta charset='gb2312'>", "gb18030"),
        (b"<meta charset='utf-8'>", "utf-8"),
        (b"<meta charset='utf-16'>", "utf-8"),
        (b"<meta charset='klingon'>", None),
        (b"<p>", None),
    ],
)
def test_encoding_is_the_one_that_the_page_declares(declared: bytes, encoding: str | None) -> None:
    words = "Élysée: “quota” – 日本" if encoding in {"gb18030", "utf-8", None} else "Élysée: quota"
    raw = declared + f"<h1>{words}</h1><p>{PARAGRAPH}</p>".encode(encoding or "utf-8")

    article = parse(raw)

    assert declared_encoding(raw) == encoding
    assert article.text == f"{words}\n{PARAGRAPH}\n"
    assert article.provenance.encoding == (encoding or "utf-8")


def test_encoding_that_is_given_or_marked_overrules_the_declared() -> None:
    page = f"<meta charset=shift_jis><h1>Élysée</h1><p>{PARAGRAPH}</p>"

    assert parse(page.encode("cp1252"), encoding="cp1252").text.startswith("Élysée\n")
    assert parse(b"\xef\xbb\xbf" + page.encode()).text.startswith("Élysée\n")
    assert tb.parse(page.encode("cp1252"), format="text/html; charset=windows-1252").text.startswith("Élysée\n")


@pytest.mark.parametrize(
    "page",
    [
        "",
        " ",
        "<html></html>",
        "<!-- a -->",
        "<script>a()</script>",
        "<nav><a href=/>Home</a></nav>",
        "<p>&nbsp;</p>",
    ],
)
def test_page_without_text_is_an_error(page: str) -> None:
    with pytest.raises(tb.ParseError, match="no text is found on the page"):
        parse(page)


def test_limits_hold() -> None:
    with pytest.raises(tb.LimitError, match="nodes"):
        tb.parse(f"{LONG}<p>a", format="html", limits=tb.Limits(nodes=2))
    with pytest.raises(tb.LimitError, match="depth"):
        parse("<div>" * 3000 + PARAGRAPH)


def test_entities_of_the_page_are_not_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]>'

    assert "aaaa" not in parse(f"{page}<h1>T</h1><p>{PARAGRAPH} &a; &b;</p>").text


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("<!DOCTYPE html>", True),
        ("\n<html lang=en>", True),
        ("<?xml version='1.0'?><!-- a --><!doctype HTML PUBLIC 'x'>", True),
        ("<p>Text", True),
        ("<article class=a>", True),
        ("<https://example.org> says", False),
        ("<pre-war duties", False),
        ("5 < 6", False),
        ("", False),
    ],
)
def test_content_tells_html(opening: str, expected: bool) -> None:
    assert recognize(opening) is expected


def test_format_is_told_by_content_and_overruled_by_name() -> None:
    assert tb.parse(LONG).provenance.format == "html"
    assert tb.parse(LONG.encode()).provenance.format == "html"
    assert tb.parse(LONG, format="text").text == LONG


def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)

    with pytest.raises(tb.MissingExtraError, match=r'the format html needs an extra: pip install "tradebrief\[html\]"'):
        parse(LONG)
