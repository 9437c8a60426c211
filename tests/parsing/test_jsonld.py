"""Articles of schema.org by themselves: one, a list, a graph."""

import datetime as dt
import json
from typing import Any

import pytest

import tradebrief as tb

CONTEXT = {"@context": "https://schema.org"}
ARTICLE = {
    "@type": "NewsArticle",
    "@id": "https://n.example/1#article",
    "headline": "Levy &amp; quota",
    "articleBody": "Ottawa objects.\n\nParis does not &amp; will not. 😀",
    "datePublished": "2026-03-04T08:00:00+01:00",
    "inLanguage": {"@type": "Language", "name": "en"},
    "author": [{"@type": "Person", "name": "Ana Ruiz"}, "Jon Dahl"],
    "publisher": {"@type": "Organization", "name": "Northwire"},
    "url": "https://n.example/1",
    "keywords": ["steel", {"@type": "DefinedTerm", "name": "cars"}],
}


def articles(value: Any) -> list[tb.Article]:
    return list(tb.parse_many(json.dumps(value), format="jsonld"))


def test_article_is_read_with_what_it_states() -> None:
    article = tb.parse(json.dumps({**CONTEXT, **ARTICLE}))

    source = article.provenance
    assert article.text == "Levy & quota\n\nOttawa objects.\n\nParis does not & will not. 😀"
    assert article.published == dt.datetime(2026, 3, 4, 8, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert (article.language, source.format, source.media_type) == ("en", "jsonld", "application/ld+json")
    assert (source.title, source.author, source.publisher) == ("Levy & quota", "Ana Ruiz, Jon Dahl", "Northwire")
    assert (source.url, source.id) == ("https://n.example/1", "https://n.example/1#article")
    assert source.tags == ("steel", "cars")


@pytest.mark.parametrize(
    "wrap",
    [
        lambda node: [node],
        lambda node: {"@graph": [{"@type": "WebSite", "name": "x"}, node]},
        lambda node: {"@type": "WebPage", "mainEntity": node},
        lambda node: {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": node}]},
        lambda node: {**node, "@type": ["Thing", "https://schema.org/ReportageNewsArticle"]},
        lambda node: {**node, "articleBody": {"@value": node["articleBody"], "@language": "en"}},
    ],
)
def test_article_is_found_in_every_form(wrap: Any) -> None:
    assert [article.text for article in articles(wrap(ARTICLE))] == [
        "Levy & quota\n\nOttawa objects.\n\nParis does not & will not. 😀"
    ]


def test_author_may_stand_elsewhere_in_the_graph() -> None:
    graph = [{**ARTICLE, "author": {"@id": "#ana"}}, {"@id": "#ana", "@type": "Person", "name": "Ana Ruiz"}]

    assert articles({"@graph": graph})[0].provenance.author == "Ana Ruiz"


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("NewsArticle", tb.SectionRole.BODY),
        ("OpinionNewsArticle", tb.SectionRole.OPINION),
        ("AnalysisNewsArticle", tb.SectionRole.ANALYSIS),
    ],
)
def test_type_says_what_the_text_is(kind: str, role: tb.SectionRole) -> None:
    (article,) = articles({**ARTICLE, "@type": kind})

    assert {section.role for section in article.walk()} == {role}


def test_part_with_a_text_of_its_own_is_an_article() -> None:
    own = {"@type": "OpinionNewsArticle", "headline": "A view", "articleBody": "I doubt it."}
    same = {"@type": "OpinionNewsArticle", "articleBody": "Paris does not &amp; will not."}

    found = articles({**ARTICLE, "hasPart": [own, same]})

    assert [article.text.partition("\n")[0] for article in found] == ["Levy & quota", "A view"]
    assert [article.provenance.entry for article in found] == [1, 2]


def test_html_in_the_body_is_read_as_such() -> None:
    (article,) = articles({**ARTICLE, "articleBody": "<p>Ottawa &amp; Paris.</p><p>Rome.</p>"})

    assert article.text == "Levy & quota\nOttawa & Paris.\nRome.\n"


@pytest.mark.parametrize("body", ["Ottawa objects.", "OSLO, 4 March - Ottawa objects."])
def test_dateline_stands_once(body: str) -> None:
    (article,) = articles({**ARTICLE, "articleBody": body, "dateline": "OSLO, 4 March"})

    assert article.text.count("OSLO") == 1
    assert article.dateline is not None
    assert article[article.dateline].startswith("OSLO, 4 March")


def test_article_without_a_body_gives_its_description() -> None:
    (article,) = articles({"@type": "NewsArticle", "headline": "Levy", "description": "Ottawa objects."})

    assert article.text == "Levy\n\nOttawa objects."
    assert [note.rule for note in article.diagnostics] == ["jsonld.no-body"]


@pytest.mark.parametrize("text", ["{}", "[]", '{"@type": "Person"}', "", "{", "3", '{"@type": 3, "@graph": "x"}'])
def test_what_holds_no_article_is_an_error(text: str) -> None:
    with pytest.raises(tb.ParseError):
        list(tb.parse_many(text, format="jsonld"))


def test_depth_is_bounded() -> None:
    text = '{"@graph":' * 70 + "1" + "}" * 70

    with pytest.raises(tb.LimitError, match="over the limit depth"):
        list(tb.parse_many(text, format="jsonld"))


def test_part_elsewhere_in_the_graph_is_none_of_its_own() -> None:
    graph = [
        {**ARTICLE, "hasPart": [{"@id": "#view"}]},
        {"@type": "OpinionNewsArticle", "@id": "#view", "articleBody": "Paris does not &amp; will not."},
        {"@type": "OpinionNewsArticle", "isPartOf": ARTICLE["@id"], "articleBody": "Ottawa objects."},
        {"@type": "OpinionNewsArticle", "isPartOf": {"@id": ARTICLE["@id"]}, "articleBody": "I doubt it."},
    ]

    found = articles({"@graph": graph})

    assert [article.text.partition("\n")[0] for article in found] == ["Levy & quota", "I doubt it."]


def test_article_of_our_own_linked_data_comes_back() -> None:
    text = "Levy put off\n\nOttawa objects.\n\nCommentary\n\nI doubt that it will.\n"
    brief = tb.read(text)

    assert tb.parse(tb.dumps(brief, "jsonld"), format="jsonld").text.strip() == text.strip()
