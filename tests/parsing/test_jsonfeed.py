"""JSON Feed: an article an item, with what the item and its feed state."""

import datetime as dt
import json
import sys
from typing import Any

import pytest

import tradebrief as tb


def feed(*items: Any, **fields: Any) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Northwire", **fields, "items": items})


def test_item_is_an_article_with_what_it_states() -> None:
    item = {
        "id": "n-1",
        "url": "https://n.example/1",
        "title": "Levy put off",
        "content_html": "<p>Ottawa <b>objects</b>. 😀</p>",
        "content_text": "not read",
        "summary": "not read",
        "date_published": "2026-03-04T01:02:03-05:00",
        "authors": [{"name": "Ana Ruiz"}, {"name": "Jon Dahl"}],
        "tags": ["steel", "cars"],
        "language": "en-CA",
    }

    article = tb.parse(feed(item, language="fr"))

    source = article.provenance
    assert article.text == "Levy put off\nOttawa objects. 😀\n"
    assert article.published == dt.datetime(2026, 3, 4, 1, 2, 3, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert (article.language, source.format, source.media_type) == ("en-CA", "jsonfeed", "application/feed+json")
    assert (source.url, source.id, source.tags) == ("https://n.example/1", "n-1", ("steel", "cars"))
    assert (source.author, source.publisher, source.entry) == ("Ana Ruiz, Jon Dahl", "Northwire", 1)


def test_plain_text_is_read_as_it_is() -> None:
    (article,) = tb.parse_many(feed({"id": "https://n.example/2", "content_text": "a <p> &amp; b\n\nc"}))

    assert article.text == "a <p> &amp; b\n\nc"
    assert (article.provenance.url, article.provenance.id) == ("https://n.example/2", None)


def test_feed_speaks_for_items_that_do_not() -> None:
    (article,) = tb.parse_many(feed({"summary": "Ottawa objects."}, author={"name": "Desk"}, language="en"))

    assert (article.text, article.language, article.provenance.author) == ("Ottawa objects.", "en", "Desk")


def test_bad_item_costs_no_other() -> None:
    errors: list[str] = []
    found = tb.parse_many(
        feed({"id": "1"}, 7, {"content_text": "a"}), on_error=lambda error: errors.append(str(error).split("\n")[0])
    )

    assert [article.text for article in found] == ["a"]
    assert errors == [
        "<text>, entry 1:1:1: no text is found in the entry",
        "<text>:1:1: item 2 of the feed is no object",
    ]


@pytest.mark.parametrize("text", ["{}", "[]", '{"items": 3}', "", "{", '{"version": "jsonfeed.org/version/1", "items"'])
def test_what_is_no_feed_is_an_error(text: str) -> None:
    with pytest.raises(tb.ParseError):
        list(tb.parse_many(text, format="jsonfeed"))


def test_feed_is_told_by_its_version_wherever_it_stands() -> None:
    first = feed({"content_text": "a"})
    last = json.dumps(json.loads(first), sort_keys=True)

    assert [tb.parse(text).provenance.format for text in (first, last)] == ["jsonfeed", "jsonfeed"]


def test_item_of_html_costs_no_other_where_nothing_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    errors: list[str] = []

    found = tb.parse_many(
        feed({"content_html": "<p>a"}, {"content_text": "b"}), on_error=lambda error: errors.append(str(error))
    )

    assert [article.text for article in found] == ["b"]
    assert errors == ['the format html needs an extra: pip install "tradebrief[html]"']
