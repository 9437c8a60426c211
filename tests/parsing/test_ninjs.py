"""Items of IPTC ninjs into articles, whatever the version of the standard that they are written in."""

import datetime as dt
import json
import sys
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradebrief as tb
from tradebrief.parsing.ninjs import recognize

TEXT = "Norway rejected the quota on Monday."
OLD: dict[str, Any] = {
    "uri": "https://example.org/items/1",
    "type": "text",
    "versioncreated": "2026-03-04T08:30:00+09:00",
    "firstcreated": "2026-03-03",
    "headline": "Quota talks fail",
    "byline": "By Ana Ruiz",
    "located": "Oslo, Norway",
    "language": "en-GB",
    "copyrightholder": "Northwire",
    "subject": [{"name": "steel"}, {"name": "quotas"}],
    "person": [{"name": "Jon Dahl", "rel": "about"}],
    "body_text": TEXT,
    "body_xhtml": f"<p>{TEXT}</p><h2>Next</h2><p>Talks go on.</p>",
}
NEW: dict[str, Any] = {
    "uri": "https://example.org/items/1",
    "type": "text",
    "versionCreated": "2026-03-04T08:30:00+09:00",
    "headlines": [{"role": "short", "value": "Talks fail"}, {"role": "main", "value": "Quota talks fail"}],
    "people": [{"name": "Ana Ruiz", "rel": "creator"}, {"name": "Jon Dahl", "rel": "about"}],
    "located": "Oslo, Norway",
    "language": "en-GB",
    "infoSources": [{"name": "Northwire"}],
    "subjects": [{"name": "steel"}, {"name": "quotas"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": TEXT},
        {"role": "rich", "contentType": "application/xhtml+xml; charset=utf-8", "value": OLD["body_xhtml"]},
    ],
}


def parse(item: object) -> tb.Article:
    return tb.parse(json.dumps(item), format="ninjs")


def blocks(item: object) -> list[tuple[str, str]]:
    """Kind and words of each block that is not blank."""
    article = parse(item)
    return [
        (block.kind.value, article[block.content]) for block in article.blocks if block.kind is not tb.BlockKind.BLANK
    ]


def notes(item: object) -> list[str]:
    return [f"{note.rule}: {note.message}" for note in parse(item).diagnostics]


@pytest.mark.parametrize("item", [OLD, NEW], ids=["1.x", "3.x"])
def test_item_of_any_version_is_read_alike(item: dict[str, Any]) -> None:
    article = parse(item)
    source = article.provenance

    assert blocks(item) == [
        ("headline", "Quota talks fail"),
        ("dateline", "Oslo, Norway"),
        ("paragraph", TEXT),
        ("heading", "Next"),
        ("paragraph", "Talks go on."),
    ]
    assert (source.title, source.author, source.publisher) == ("Quota talks fail", "Ana Ruiz", "Northwire")
    assert (source.url, source.id, source.tags) == (item["uri"], None, ("steel", "quotas", "Jon Dahl"))
    assert article.published == dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    assert (article.language, article.diagnostics) == ("en-GB", ())


def test_second_version_writes_its_keys_in_lower_case() -> None:
    item = {key.lower(): value for key, value in NEW.items()}
    item["bodies"] = [{"contenttype": "text/plain", "value": TEXT}]

    assert blocks(item)[2:] == [("paragraph", TEXT)]


def test_name_that_is_no_address_is_the_item_s_id() -> None:
    source = parse(OLD | {"uri": "urn:newsml:example:1"}).provenance

    assert (source.url, source.id) == (None, "urn:newsml:example:1")


def test_place_is_not_told_twice() -> None:
    item = OLD | {"body_xhtml": f"<p>OSLO (AP) - {TEXT}</p>"}

    assert blocks(item)[1] == ("paragraph", f"OSLO (AP) - {TEXT}")


@pytest.mark.parametrize("opening", ["Oslo said no.", "Oslo's mills said no.", "Osloers said no."])
def test_place_that_the_first_sentence_speaks_of_is_told(opening: str) -> None:
    item = OLD | {"body_xhtml": f"<p>{opening}</p>"}

    assert blocks(item)[1:] == [("dateline", "Oslo, Norway"), ("paragraph", opening)]


def test_plain_body_is_read_where_there_is_no_other() -> None:
    item = {key: value for key, value in OLD.items() if key != "body_xhtml"}

    assert blocks(item)[2:] == [("paragraph", TEXT)]
    assert blocks(OLD | {"body_xhtml": "<p> </p>"})[2:] == [("paragraph", TEXT)]


def test_description_stands_for_a_body_that_is_missing() -> None:
    item = {"uri": "urn:1", "headline": "Quota", "description_text": TEXT}

    assert blocks(item) == [("headline", "Quota"), ("paragraph", TEXT)]
    assert notes(item) == ["ninjs.no-body: the item has no body: its description is read"]


def test_what_is_left_out_is_told() -> None:
    item = OLD | {"associations": {"mainpic": {"uri": "urn:2"}}, "ednote": "Adds a quote.", "body_nitf": "<nitf/>"}

    assert notes(item) == [
        "ninjs.associations: associated items left out: 1",
        "ninjs.ednote: note to editors: Adds a quote.",
        "ninjs.bodies: bodies left out: nitf",
    ]


def test_package_gives_the_items_that_it_holds() -> None:
    package = {"uri": "urn:1", "type": "composite", "associations": [NEW, OLD | {"headline": "Levy"}, {"uri": "urn:3"}]}

    assert [a.provenance.title for a in tb.parse_many(json.dumps(package), format="ninjs")] == [
        "Quota talks fail",
        "Levy",
    ]


def test_list_and_lines_hold_items() -> None:
    items = [OLD, NEW | {"headlines": [{"value": "Levy"}]}]
    lines = "\n".join(json.dumps(item) for item in items) + "\n"

    for text in (json.dumps(items), lines):
        found = list(tb.parse_many(text, format="ninjs"))
        assert [(a.provenance.entry, a.provenance.title) for a in found] == [(1, "Quota talks fail"), (2, "Levy")]


def test_item_that_can_t_be_read_does_not_cost_the_others() -> None:
    errors: list[str] = []

    found = list(tb.parse_many(json.dumps([OLD, 5, {"uri": "urn:2"}, NEW]), format="ninjs", on_error=keep(errors)))

    assert [article.provenance.entry for article in found] == [1, 4]
    assert errors == ["an item is an object", "no text is found in the item"]


def keep(errors: list[str]) -> Any:
    """What keeps the messages of errors."""
    return lambda error: errors.append(error.message)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "<text>:1:1: not JSON: expecting value"),
        ('{"uri": "urn:1",\n "headline": Quota}', "<text>:2:14: not JSON: expecting value"),
        ('{"uri": "urn:1"', "<text>:1:16: not JSON: expecting ',' delimiter"),
        ("[]", "<text>:1:1: it is empty"),
        ('{"uri": "urn:1"}', "no text is found in the item"),
        (f"[{'9' * 5000}]", "<text>:1:1: an item is an object"),
        ('{"uri": "urn:1", "body_text": "A.", "urgency": NaN}', "<text>:1:1: not JSON: there is no NaN"),
        ('{"uri": "urn:1", "body_text": "A.", "uri": "urn:2"}', "<text>:1:1: not JSON: the key 'uri' stands twice"),
        ('{"uri": "urn:1", "body_text": "A."}\n {"uri": NaN}', "<text>:2:2: not JSON: there is no NaN"),
        (r'{"uri": "urn:1", "body_text": "A.", "byline": "B \ud800"}', "<text>:1:50: half of a surrogate pair"),
    ],
)
def test_what_is_no_item_is_an_error_with_its_place(text: str, told: str) -> None:
    with pytest.raises(tb.ParseError) as caught:
        tb.parse(text, format="ninjs")

    assert told in str(caught.value)


def test_deep_nesting_is_beyond_a_limit() -> None:
    with pytest.raises(tb.LimitError, match="over the limit depth"):
        tb.parse("[" * 100_000, format="ninjs")


def test_body_in_html_alone_needs_what_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)

    assert notes(OLD) == [
        'ninjs.html: the body is read without the marks of its HTML form: pip install "tradebrief[html]"'
    ]
    with pytest.raises(tb.MissingExtraError, match=r"tradebrief\[html\]"):
        parse({"uri": "urn:1", "body_xhtml": "<p>a</p>"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (json.dumps(OLD), True),
        (json.dumps([NEW], indent=2), True),
        ('{"uri": "urn:1", "type": "text", "headline": "Quota"}', True),
        ('{"uri": "urn:1"}', False),
        ('{"version": "https://jsonfeed.org/version/1.1", "headlines": []}', False),
        ('{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Quota", "uri": "a"}', False),
        ('The minister\'s "bodies": a list.', False),
    ],
)
def test_item_is_told_by_its_keys(text: str, expected: bool) -> None:
    assert recognize(text) is expected


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(TEXT),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*OLD, *NEW, "value", "name"]), inner),
    max_leaves=8,
)


@given(json_values)
def test_any_json_gives_articles_or_errors_of_ours(value: object) -> None:
    with suppress(tb.TradebriefError):
        list(tb.parse_many(json.dumps(value), format="ninjs"))
