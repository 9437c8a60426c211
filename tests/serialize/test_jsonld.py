"""Linked data in schema.org's terms, as other programs read it."""

import json
from pathlib import Path
from typing import Any, NoReturn

import attrs
import pytest
from hypothesis import given, settings
from pyld import jsonld as pyld  # type: ignore[import-untyped, unused-ignore]
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SDO
from tests.serialize.sample import TEXT, brief
from tests.strategies import articles, briefs

import tradebrief as tb
from tradebrief.serialize.jsonld import NAMESPACE

KEPT = sorted((Path(__file__).parents[1] / "golden" / "json").iterdir())
SCHEMA = "https://schema.org/"
SOURCE = "https://news.example/duties"
ROOT = "urn:tradebrief:5555555555555555"


def document(*values: tb.Brief | tb.Article) -> dict[str, Any]:
    content = tb.export(values, "jsonld").content
    assert isinstance(content, str)
    found: dict[str, Any] = json.loads(content)
    return found


def node(found: dict[str, Any], id: str) -> dict[str, Any]:
    (one,) = (one for one in found["@graph"] if one["@id"] == id)
    return dict(one)


def refuse(url: str, _: object) -> NoReturn:
    raise AssertionError(f"asks for {url}")


def expanded(found: dict[str, Any]) -> list[dict[str, Any]]:
    """The document as another program reads it, which may fetch nothing."""
    nodes: list[dict[str, Any]] = pyld.expand(found, {"documentLoader": refuse})
    return nodes


def graph(found: dict[str, Any]) -> Graph:
    return Graph().parse(data=json.dumps(found), format="json-ld")


def rows(result: Any) -> list[tuple[str, ...]]:
    return [tuple(map(str, row)) for row in result]


def terms(nodes: object) -> set[str]:
    """Every property and type of an expanded document."""
    if isinstance(nodes, list):
        return set().union(*map(terms, nodes))
    if not isinstance(nodes, dict):
        return set()
    found = {name for name in nodes if not name.startswith("@")} | set(nodes.get("@type") or ())
    return found.union(*map(terms, nodes.values()))


@settings(max_examples=20)
@given(briefs() | articles())
def test_nothing_has_to_be_fetched(value: tb.Brief | tb.Article) -> None:
    found = expanded(document(value))

    assert {term for term in terms(found) if not term.startswith((SCHEMA, NAMESPACE))} == set()


def test_terms_are_those_of_schema_org() -> None:
    used = terms(expanded(document(brief(), *(tb.load(path) for path in KEPT))))

    assert sorted(term for term in used if term.startswith(SCHEMA) and term.removeprefix(SCHEMA) not in SDO) == []
    assert f"{NAMESPACE}Stance" in used


def test_graph_answers_who_claims_what_and_where_each_stands() -> None:
    found = graph(document(brief()))

    claims = found.query("""
        PREFIX schema: <https://schema.org/>
        PREFIX tb: <urn:tradebrief:ns:>
        SELECT ?name ?text ?certainty WHERE {
            ?claim a schema:Claim; schema:text ?text; schema:creator/schema:name ?name; tb:certainty ?certainty;
                schema:appearance <https://news.example/duties> .
        } ORDER BY ?text
    """)
    stances = found.query("""
        PREFIX schema: <https://schema.org/>
        PREFIX tb: <urn:tradebrief:ns:>
        SELECT ?holder ?polarity ?target WHERE {
            ?stance a tb:Stance; tb:holder/schema:name ?holder; tb:polarity ?polarity; tb:target/schema:name ?target .
        } ORDER BY ?holder ?target
    """)

    assert rows(claims) == [
        ("author", "A quick deal looks likely", "PR+"),
        ("Ana Ruiz", "Brussels … drop the quota", "Uu"),
        ("Ana Ruiz", "We want Brussels to drop the quota.", "CT+"),
    ]
    assert rows(stances) == [
        ("Ana Ruiz", "neutral", "European Union"),
        ("Ana Ruiz", "oppose", "quota"),
        ("Canada", "oppose", "25 percent"),
        ("Japan", "support", "talks"),
    ]


def test_commentary_is_an_opinion_of_its_own() -> None:
    found = graph(document(brief()))
    (part,) = found.objects(URIRef(SOURCE), SDO.hasPart)

    assert (part, RDF.type, SDO.OpinionNewsArticle) in found
    assert (part, SDO.isPartOf, URIRef(SOURCE)) in found
    assert str(found.value(part, SDO.headline)) == "Commentary"


def test_quotation_is_interpreted_as_its_claim() -> None:
    found = document(brief())

    assert node(found, f"{ROOT}:quotation:claim:said") == {
        "@id": f"{ROOT}:quotation:claim:said",
        "@type": "Quotation",
        "text": "We want Brussels to drop the quota.",
        "creator": "urn:tradebrief:actor:person:ana-ruiz",
        "isPartOf": SOURCE,
        "interpretedAsClaim": f"{ROOT}:claim:claim:said",
    }


def test_claim_has_its_fields_and_the_places_of_its_words() -> None:
    start = TEXT.index("more will follow")

    assert node(document(brief()), f"{ROOT}:claim:claim:rumour") == {
        "@id": f"{ROOT}:claim:claim:rumour",
        "@type": "Claim",
        "text": "more will follow",
        "appearance": SOURCE,
        "holderReason": "passive",
        "kind": "belief",
        "mode": "indirect",
        "voice": "reported",
        "assertion": "not_asserted",
        "certainty": "PR+",
        "rule": "claim.say.passive",
        "words": f"{SOURCE}#char={start},{start + 16}",
        "cue": f"{SOURCE}#char={TEXT.index('It is said')},{TEXT.index('It is said') + 10}",
    }


def test_actors_are_of_their_types() -> None:
    found = document(brief())

    assert [node(found, f"urn:tradebrief:actor:{actor.id}")["@type"] for actor in brief().actors] == [
        *("Country", "Country", "Person", "Organization", "Person")
    ]
    assert node(found, "urn:tradebrief:actor:person:ana-ruiz")["jobTitle"] == "Envoy"
    assert node(found, "urn:tradebrief:actor:country:ca")["identifier"] == ["country:ca", "wikidata:Q16"]


def test_word_after_an_emoji_is_counted_in_code_points() -> None:
    found = node(document(brief()), "urn:tradebrief:actor:country:jp")["words"]

    assert found == f"{SOURCE}#char={TEXT.index('Tokyo')},{TEXT.index('Tokyo') + 5}"


def test_actor_of_two_articles_is_one_node_to_readers() -> None:
    provenance = tb.Provenance(format="text", media_type="text/plain", sha256="6" * 64)
    other = attrs.evolve(brief(), article=attrs.evolve(brief().article, provenance=provenance))
    found = graph(document(brief(), other))

    assert len(set(found.subjects(RDF.type, SDO.NewsArticle))) == 2
    assert len(list(found.objects(URIRef("urn:tradebrief:actor:country:ca"), SDO.name))) == 1


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_graph_of_a_seed_has_all_that_was_read(path: Path) -> None:
    value = tb.load(path)
    found = graph(document(value))

    assert len(set(found.subjects(RDF.type, SDO.Claim))) == len(value.claims)
    assert len(set(found.subjects(RDF.type, URIRef(f"{NAMESPACE}Stance")))) == len(value.stances)
    assert len(set(found.subjects(RDF.type, URIRef(f"{NAMESPACE}Measure")))) == len(value.measures)


def test_article_is_read_as_the_one_that_it_was() -> None:
    article = tb.parse(json.dumps(document(brief())), format="jsonld")

    assert "Ottawa rejected the new duty of 25 percent. 😀 Tokyo welcomed the talks in Geneva." in article.text
    assert (article.provenance.author, article.provenance.publisher) == ("Bea Nowak", "Trade Daily")
    assert article.provenance.url == SOURCE


def test_losses_are_told() -> None:
    assert {loss.path for loss in tb.export(brief(), "jsonld").losses} == {
        "$.article.sections[*]",
        "$.actors[*].mentions",
        "$.places[*].mentions",
        "$.actors[*].roles",
        "$.voices[*]",
    }
