"""Items of NewsML-G2, and NITF, into articles."""

import base64
import datetime as dt
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.test_linear import check

import tradebrief as tb
from tradebrief.parsing.newsml import recognize

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
TEXT = "Norway rejected the quota on Monday."
META = """
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NW"><name xml:lang="de">Nordnetz</name>
<name>Northwire</name></provider><versionCreated>2026-03-04T08:30:00+09:00</versionCreated>
<firstCreated>2026-03-03</firstCreated><pubStatus qcode="stat:usable"/><edNote>Adds a quote.</edNote></itemMeta>
<contentMeta><located qcode="city:1"><name>Oslo</name></located><by>By Ana Ruiz</by>
<headline role="hld:sub">Talks</headline><headline>Quota <em>talks</em> fail</headline>
<dateline>OSLO, 4 March</dateline>
<language tag="en-GB"/><subject qcode="medtop:1"><name>steel</name></subject><keyword>quotas</keyword></contentMeta>"""
ZONE = dt.timezone(dt.timedelta(hours=9))


def item_of(content: str, meta: str = META, attributes: str = 'guid="urn:newsml:example:1"') -> str:
    return f'<?xml version="1.0"?><newsItem {NAR} {attributes}>{meta}<contentSet>{content}</contentSet></newsItem>'


def inline(xml: str, contenttype: str = "application/xhtml+xml") -> str:
    return f'<inlineXML contenttype="{contenttype}">{xml}</inlineXML>'


PAGE = inline(
    f"<html {XHTML}><head><title>x</title></head><body><p>{TEXT}</p><h2>Next</h2><p>Talks go on.</p></body></html>"
)
NITF = """<nitf><head><title>x</title><docdata><doc-id id-string="nw-1"/><date.issue norm="20260304T083000+0900"/>
<doc.copyright holder="Northwire"/><key-list><keyword key="steel"/></key-list></docdata></head><body><body.head>
<hedline><hl1>Quota talks fail</hl1><hl2>Oslo says no.</hl2></hedline>
<byline>By <person>Ana Ruiz</person><byttl>Envoy</byttl></byline>
<dateline><location>OSLO</location>, <story.date>4 March</story.date></dateline></body.head><body.content><block>
<p><org>Norway</org> rejected the quota on <chron norm="20260302">Monday</chron>.</p>
<hl2>Next</hl2><p>Talks <em>go</em> on.</p>
<media media-type="image"><media-reference source="a.jpg"/><media-caption>A port.</media-caption></media>
<bq><block><p>We pay.</p></block><credit>Jon Dahl</credit></bq><ul><li>Tin</li></ul>
<p>Oslo <datasource>x</datasource>waits, <i>it</i> <datasource>y</datasource>said.</p>
</block></body.content></body></nitf>"""


def parse(text: str) -> tb.Article:
    return tb.parse(text, format="newsml")


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block that is not blank."""
    article = parse(text)
    return [
        (block.kind.value, article[block.content]) for block in article.blocks if block.kind is not tb.BlockKind.BLANK
    ]


def notes(text: str) -> list[str]:
    return [f"{note.rule}: {note.message}" for note in parse(text).diagnostics]


def test_item_is_read_with_all_that_it_states() -> None:
    article = parse(item_of(PAGE))
    source = article.provenance

    assert blocks(item_of(PAGE)) == [
        ("headline", "Quota talks fail"),
        ("dateline", "OSLO, 4 March"),
        ("paragraph", TEXT),
        ("heading", "Next"),
        ("paragraph", "Talks go on."),
    ]
    assert (source.title, source.author, source.publisher) == ("Quota talks fail", "Ana Ruiz", "Northwire")
    assert (source.url, source.id, source.tags) == (None, "urn:newsml:example:1", ("steel", "quotas"))
    assert (article.published, article.language) == (dt.datetime(2026, 3, 4, 8, 30, tzinfo=ZONE), "en-GB")
    assert notes(item_of(PAGE)) == ["newsml.ednote: note to editors: Adds a quote."]


def test_prefixes_of_namespaces_do_not_matter() -> None:
    page = f"<h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>{TEXT}</h:p><h:h2>Next</h:h2></h:div>"
    text = (
        "<n:newsItem xmlns:n='http://iptc.org/std/nar/2006-10-01/'><n:contentMeta><n:headline>Quota</n:headline>"
        f"</n:contentMeta><n:contentSet><n:inlineXML>{page}</n:inlineXML></n:contentSet></n:newsItem>"
    )

    assert tb.parse(text).provenance.format == "newsml"
    assert blocks(text) == [("headline", "Quota"), ("paragraph", TEXT), ("heading", "Next")]


def test_nitf_in_an_item_is_read_as_what_its_elements_stand_for() -> None:
    text = item_of(inline(NITF, "application/nitf+xml"), meta="")

    assert blocks(text) == [
        ("headline", "Quota talks fail"),
        ("key_point", "Oslo says no."),
        ("dateline", "OSLO, 4 March"),
        ("paragraph", "Norway rejected the quota on Monday."),
        ("heading", "Next"),
        ("paragraph", "Talks go on."),
        ("caption", "A port."),
        ("quotation", "We pay."),
        ("attribution", "Jon Dahl"),
        ("list_item", "Tin"),
        ("paragraph", "Oslo waits, it said."),
    ]
    assert parse(text).provenance.author == "Ana Ruiz"


def test_nitf_alone_states_the_rest_in_its_head() -> None:
    article = parse(NITF)
    source = article.provenance

    assert (source.title, source.author, source.publisher) == ("Quota talks fail", "Ana Ruiz", "Northwire")
    assert (source.id, source.tags) == ("nw-1", ("steel",))
    assert article.published == dt.datetime(2026, 3, 4, 8, 30, tzinfo=ZONE)


def test_plain_data_is_read() -> None:
    coded = base64.b64encode(f"{TEXT} 5\xa0% é".encode()).decode()

    broken = "<inlineData encoding='base64'>a</inlineData>"
    assert blocks(item_of(f"{broken}<inlineData>{TEXT}</inlineData>"))[2:] == [("paragraph", TEXT)]
    assert blocks(item_of(f"<inlineData contenttype='text/plain'>{TEXT}</inlineData>"))[2:] == [("paragraph", TEXT)]
    assert blocks(item_of(f"<inlineData encoding='http://www.iptc.org/base64'>{coded}</inlineData>"))[2:] == [
        ("paragraph", f"{TEXT} 5\xa0% é")
    ]


def test_what_is_left_out_is_told() -> None:
    content = f"{PAGE}<remoteContent href='http://example.org/a.jpg'/>{inline('<sports/>', 'application/sportsml+xml')}"

    assert notes(item_of(content)) == [
        "newsml.remote: content left out that is kept elsewhere: 1",
        "newsml.ednote: note to editors: Adds a quote.",
        "newsml.bodies: bodies left out: application/sportsml+xml",
    ]


def test_publisher_is_told_by_its_code_where_it_has_no_name() -> None:
    text = item_of(PAGE, meta="<itemMeta><provider qcode='nprov:NW'/></itemMeta>")

    assert parse(text).provenance.publisher == "NW"


MESSAGE = f"<newsMessage {NAR}><header/><itemSet>{{}}</itemSet></newsMessage>"


def test_message_holds_items_and_one_that_fails_does_not_cost_the_others() -> None:
    inner = "".join(part.removeprefix('<?xml version="1.0"?>') for part in (item_of(PAGE), item_of(""), item_of(PAGE)))
    errors: list[str] = []

    found = list(
        tb.parse_many(MESSAGE.format(inner), format="newsml", on_error=lambda error: errors.append(str(error)))
    )

    assert [article.provenance.entry for article in found] == [1, 3]
    assert errors[0].startswith("<text>, entry 2:8:1: no text is found in the item")


def test_encoding_is_the_one_that_is_declared() -> None:
    text = item_of(PAGE).replace('version="1.0"', 'version="1.0" encoding="iso-8859-1"').replace("Norway", "Évian")

    assert "Évian" in tb.parse(text.encode("iso-8859-1"), format="newsml").text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "<text>:1:1: not XML: "),
        ("Oslo", "<text>:1:1: not XML: Start tag expected"),
        (item_of(PAGE)[:-20], "not XML: "),
        ("<newsItem>\n<p></newsItem>", "<text>:2:15: not XML: Opening and ending tag mismatch"),
        ("<rss/>", "no NewsML-G2: its root is rss"),
        (item_of(""), "no text is found in the item"),
        (item_of(inline("<p>a&nbsp;b</p>")), "not XML: Entity 'nbsp' not defined"),
        (f"<!DOCTYPE d [<!ENTITY a 'b'>]>{item_of(PAGE)[21:]}", "it declares entities, which are not read"),
        (MESSAGE.format(""), "it is empty"),
    ],
)
def test_what_is_no_item_is_an_error_with_its_place(text: str, told: str) -> None:
    with pytest.raises(tb.ParseError) as caught:
        parse(text)

    assert told in str(caught.value)


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)

    with pytest.raises(tb.MissingExtraError, match=r'pip install "tradebrief\[newsml\]"'):
        parse(item_of(PAGE))


def test_elements_that_nest_too_deep_are_beyond_a_limit() -> None:
    with pytest.raises(tb.LimitError, match="over the limit depth"):
        parse("<newsItem>" * 300)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (item_of(PAGE), True),
        (MESSAGE, True),
        ("<!-- a -->\n<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf>", True),
        ("<newsItem>", False),
        ("<rss><newsItem xmlns='http://iptc.org/std/nar/'>", False),
    ],
)
def test_item_is_told_by_its_root(text: str, expected: bool) -> None:
    assert recognize(text) is expected


NAMES = (
    "newsItem",
    "itemMeta",
    "contentMeta",
    "contentSet",
    "inlineXML",
    "headline",
    "nitf",
    "body",
    "p",
    "inlineData",
)
PIECES = st.sampled_from(
    [
        *(f"<{sign}{name}>" for name in NAMES for sign in ("", "/")),
        *(
            "<body.content>",
            "</body.content>",
            "<media/>",
            "<!-- a -->",
            "<?a?>",
            "&amp;",
            "&a;",
            "<![CDATA[a]]>",
            TEXT,
            PAGE,
        ),
        *("<inlineData encoding='a'>!", "<inlineXML contenttype='text/nitf'>", "<versionCreated>2026-99-99", "<by>"),
    ]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_any_item_gives_articles_or_errors_of_ours(inner: str) -> None:
    for text in (inner, f"<newsItem>{inner}</newsItem>"):
        with suppress(tb.TradebriefError):
            list(tb.parse_many(text, format="newsml"))


HOSTILE = [
    "<newsItem>",
    "<p>a",
    "<!--",
    "<![CDATA[",
    "&#",
    "<a x='",
    "<?",
    f"<newsItem><contentSet>{PAGE}</contentSet></newsItem>",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_a_message(unit: str) -> None:
    def parse_message(text: str) -> None:
        with suppress(tb.TradebriefError):
            list(tb.parse_many(MESSAGE.format(text.partition("\n")[2]), format="newsml"))

    check(parse_message, unit, 2_000)
