"""Feeds in XML: an article an entry, with what the entry and its feed state."""

import datetime as dt
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradebrief as tb
from tradebrief.parsing._xml import root_name

CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss(items: str, channel: str = "") -> str:
    return f'<?xml version="1.0"?>\n<rss version="2.0" {CONTENT}><channel>{channel}{items}</channel></rss>'


def entries(feed: str | bytes) -> list[str]:
    """The text of each entry that can be read, and what is told of the others."""
    found: list[str] = []

    def tell(error: Exception) -> None:
        found.append(str(error).split("\n", maxsplit=1)[0])

    for article in tb.parse_many(feed, on_error=tell):
        found.append(article.text)  # noqa: PERF401 - errors come in between.
    return found


def test_entry_is_an_article_with_what_it_states() -> None:
    feed = rss(
        "<item><title>Levy put off</title><link>https://n.example/1</link><guid isPermaLink='false'>n-1</guid>"
        "<dc:creator>Ana Ruiz</dc:creator><author>jon@n.example (Jon Dahl)</author><category>steel</category>"
        "<category>cars</category><pubDate>Tue, 03 Mar 2026 22:00:00 -0500</pubDate><description>Short.</description>"
        "<content:encoded><![CDATA[<p>Read the <a href='https://n.example/note'>note</a>.</p><p>😀 e\u0301 &amp; so "
        "on.</p><script>alert(1)</script>]]></content:encoded></item>",
        "<title>Northwire</title><language>en-GB</language>",
    )

    (article,) = tb.parse_many(feed)

    source = article.provenance
    assert article.text == "Levy put off\nRead the note.\n😀 e\u0301 & so on.\n"
    assert article.headline == tb.Span(0, 12)
    assert article.published == dt.datetime(2026, 3, 3, 22, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert (article.language, source.format, source.media_type) == ("en-GB", "rss", "application/rss+xml")
    assert (source.url, source.id, source.tags) == ("https://n.example/1", "n-1", ("steel", "cars"))
    assert (source.author, source.publisher, source.entry) == ("Ana Ruiz, Jon Dahl", "Northwire", 1)
    assert [(article[link.span], link.target) for link in source.links] == [("note", "https://n.example/note")]


def test_atom_states_the_same_in_its_own_words() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Northwire</title>'
        "<author><name>Desk</name></author>"
        '<entry><title type="html">Levy &amp;lt;put&amp;gt; off</title><id>https://n.example/?p=1</id>'
        '<link href="https://n.example/1"/><category term="steel"/><updated>2026-03-04T08:00:00Z</updated>'
        '<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One<br/>two &lt; '
        "three.</p></div></content></entry></feed>"
    )

    article = tb.parse(feed)

    source = article.provenance
    assert article.text == "Levy <put> off\nOne\ntwo < three.\n"
    assert (article.published, article.language) == (dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC), "en")
    assert (source.url, source.id, source.tags) == ("https://n.example/1", "https://n.example/?p=1", ("steel",))
    assert (source.author, source.publisher, source.format) == ("Desk", "Northwire", "atom")


def test_items_beside_the_channel_are_read() -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>'
        "<title>Northwire</title></channel><item><title>Levy</title><description>Ottawa objects.</description></item>"
        "</rdf:RDF>"
    )

    (article,) = tb.parse_many(feed)

    assert (article.text, article.provenance.publisher) == ("Levy\n\nOttawa objects.", "Northwire")


def test_lines_of_a_description_without_tags_are_lines() -> None:
    assert entries(rss("<item><description>One &amp;amp; two.\n\nThree &lt; four.</description></item>")) == [
        "One & two.\n\nThree < four."
    ]


def test_entry_without_a_text_is_its_title_and_one_without_either_an_error() -> None:
    feed = rss("<item><title>Levy put off</title></item><item><guid>1</guid></item><item><title>Quota</title></item>")

    assert entries(feed) == [
        "Levy put off\n",
        "<text>, entry 2:1:1: no text is found in the entry",
        "Quota\n",
    ]
    (note,) = next(tb.parse_many(feed)).diagnostics
    assert note.message == "the entry has no text but its title"


def test_content_without_words_gives_way_to_the_summary() -> None:
    item = "<content:encoded>&lt;img src='a'&gt;</content:encoded><description>Ottawa objects.</description>"

    assert entries(rss(f"<item>{item}</item>")) == ["Ottawa objects."]


def test_author_of_the_feed_is_that_of_an_entry_without_one() -> None:
    feed = rss("<item><description>a</description></item>", "<dc:creator>Desk</dc:creator>")

    assert next(tb.parse_many(feed)).provenance.author == "Desk"


@pytest.mark.parametrize(
    ("written", "read"), [("Q & A", "Q & A"), ("a &nbsp;b", "a \xa0b"), ("Q &what; A", "Q &what; A"), ("&#8217;", "’")]
)
def test_names_and_ampersands_of_html_are_mended(written: str, read: str) -> None:
    assert entries(rss(f"<item><description>x {written} y</description></item>")) == [f"x {read} y"]


def test_what_is_mended_is_noted_where_it_stands() -> None:
    feed = rss(
        "<item>\n<description>a</b></description></item>\n<item>\n<description>c</description>\n</item>"
        "\n<item>\n<description>d</description></item>"
    )

    notes = [[note.message for note in article.diagnostics] for article in tb.parse_many(feed)]

    assert [len(found) for found in notes] == [1, 0, 1]
    assert notes[0][0].startswith("the feed is no XML in line 3 and was mended: ")


@pytest.mark.parametrize("end", ["<item><title>Quo", "<item><title>Quota</title><description>Ot", "<it", ""])
def test_feed_that_is_cut_off_gives_its_whole_entries(end: str) -> None:
    feed = rss(f"<item><title>Levy</title></item>{end}").removesuffix("</channel></rss>")

    first, last = entries(feed)

    assert (first, "the feed is cut off, or can't be read" in last) == ("Levy\n", True)


def test_feed_that_cannot_be_read_to_its_end_says_so() -> None:
    feed = rss("<item><title>a</b></title></item>\n\n<item><title>b</title></item>").replace("</b>", "</b></b></b>")

    assert entries(feed) == [
        "a\n",
        "<text>:2:1: the feed is cut off, or can't be read from here on",
    ]


@pytest.mark.parametrize(
    ("feed", "told"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "a document type with declarations of its own is refused"),
        ('<!DOCTYPE rss SYSTEM "x.dtd" [<!ENTITY % a SYSTEM "file:///etc/passwd">]><rss/>', "own is refused"),
        ("<html/>", "a feed starts with <rss>, <rdf:RDF> or <feed>, not <html>"),
        ("", "no element of XML is found"),
        ("Levy put off", "no element of XML is found"),
    ],
)
def test_what_is_no_feed_is_an_error(feed: str, told: str) -> None:
    with pytest.raises(tb.ParseError, match=told):
        list(tb.parse_many(feed, format="rss"))


def test_document_type_is_not_loaded() -> None:
    feed = f'<!DOCTYPE rss PUBLIC "-//x" "http://n.example/rss.dtd">{rss("<item><title>a</title></item>")[22:]}'

    assert entries(feed) == ["a\n"]


def test_no_connection_is_opened_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    tb.parse(rss("<item><description>&lt;p&gt;a&lt;/p&gt;</description></item>"))  # What is loaded once, is loaded.
    calls: list[str] = []
    sys.addaudithook(lambda event, _: calls.append(event))
    monkeypatch.setattr("builtins.open", None)

    for words in ("http://n.example/feed", "file:///etc/passwd", "/etc/passwd"):
        feed = rss(f"<item><title>a</title><link>{words}</link><source url='{words}'>x</source></item>")
        entries(feed.replace("<channel>", f"<channel xml:base='{words}'><link>{words}</link>"))

    assert not [call for call in calls if call.startswith(("open", "socket", "urllib", "http", "subprocess", "os.sys"))]


def test_encoding_is_the_one_that_is_declared() -> None:
    feed = rss("<item><title>Genève</title></item>").replace('"1.0"', '"1.0" encoding="iso-8859-1"', 1)

    assert entries(feed.encode("latin-1")) == ["Genève\n"]
    assert entries(feed.encode("utf-16")) == ["Genève\n"]


def test_entries_are_bounded() -> None:
    feed = rss("<item><title>a</title></item>" * 3)

    with pytest.raises(tb.LimitError, match="over the limit nodes"):
        list(tb.parse_many(feed, limits=tb.Limits(nodes=2)))
    deep = rss("<item>" + "<a>" * 3_000 + "</a>" * 3_000 + "</item>")
    with pytest.raises(tb.LimitError, match="over the limit depth"):
        list(tb.parse_many(deep))


def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)

    with pytest.raises(tb.MissingExtraError, match=r'pip install "tradebrief\[feeds\]"'):
        tb.parse(rss("<item><title>a</title></item>"))


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("<rss>", "rss"),
        ("\n<?xml version='1.0'?><!-- <feed> --><?x <a> ?><!DOCTYPE a>\n<rdf:RDF x='y'>", "rdf:RDF"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><rss>", ""),
        ("rss", ""),
    ],
)
def test_format_is_told_by_the_root_element(opening: str, name: str) -> None:
    assert root_name(opening) == name


marks = st.sampled_from(
    ["<item>", "</item>", "<title>", "</title>", "<description>", "<![CDATA[", "]]>", "&amp;", "&", "<p>", "<", "<!--"]
)


@given(st.lists(marks | st.text(max_size=5), max_size=12).map("".join))
def test_any_feed_gives_articles_or_errors_of_ours(items: str) -> None:
    for entry in entries(f"<rss><channel>{items}"):
        assert isinstance(entry, str)
