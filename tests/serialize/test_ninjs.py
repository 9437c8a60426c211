"""Items of IPTC ninjs 3.1."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.serialize.sample import TEXT, brief
from tests.strategies import articles, briefs

import tradebrief as tb

KEPT = sorted((Path(__file__).parents[1] / "golden" / "json").iterdir())

ABOUT = ("tariff", "talks", "quota", "quick deal")

STRING = {"type": "string"}
URI = {"type": "string", "format": "uri", "pattern": "^[a-z][a-z0-9+.-]*:[!-~]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
COUNT = {"type": "integer", "minimum": 0}


def listed(required: str = "", **fields: Any) -> dict[str, Any]:
    items = {"type": "object", "additionalProperties": False, "properties": fields, "required": required.split()}
    return {"type": "array", "items": items}


def named(**fields: Any) -> dict[str, Any]:
    return listed(name=STRING, rel=STRING, uri=URI, literal=STRING, **fields)


# What ninjs 3.1 says of the fields that are written, in this project's words; it allows no others.
ITEM: dict[str, Any] = {
    "uri": URI,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "contentCreated": MOMENT,
    "language": STRING,
    "title": STRING,
    "by": STRING,
    "descriptions": listed("value", role=STRING, contentType=STRING, value=STRING),
    "bodies": listed(
        "value", role=STRING, contentType=STRING, charCount={"type": "integer"}, wordCount=COUNT, value=STRING
    ),
    "headlines": listed("value", role=STRING, contentType=STRING, value=STRING),
    "people": named(),
    "organisations": named(),
    "places": named(),
    "subjects": named(creator=STRING, relevance=COUNT, confidence=COUNT),
    "infoSources": listed(name=STRING, role=STRING, uri=URI, literal=STRING),
    "altIds": listed(role=STRING, value=STRING),
    "genres": listed(name=STRING, uri=STRING, literal=STRING),
    "standard": {
        "type": "object",
        "additionalProperties": False,
        "properties": {"name": STRING, "version": STRING, "schema": URI},
    },
    "associations": {"type": "array", "items": {"$ref": "#/$defs/association"}},
}
SCHEMA = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": ITEM,
    "$defs": {
        "association": {
            "type": "object",
            "required": ["name", "uri"],
            "additionalProperties": False,
            "properties": ITEM | {"name": STRING, "rel": STRING},
        }
    },
}


def item(value: tb.Brief | tb.Article) -> dict[str, Any]:
    content = tb.export(value, "ninjs").content
    assert isinstance(content, str)
    found: dict[str, Any] = json.loads(content)
    return found


def association(found: dict[str, Any], key: str) -> dict[str, Any]:
    (one,) = (one for one in found["associations"] if one["uri"].endswith(f":{key}"))
    return dict(one)


def is_of_the_standard(found: dict[str, Any]) -> bool:
    Draft202012Validator(SCHEMA).validate(found)
    return True


@settings(max_examples=25)
@given(briefs() | articles())
def test_item_is_of_the_standard(value: tb.Brief | tb.Article) -> None:
    assert is_of_the_standard(item(value))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_items_of_seeds_are_of_the_standard(path: Path) -> None:
    assert is_of_the_standard(item(tb.load(path)))


def test_article_is_the_item() -> None:
    found = item(brief())

    assert {name: field for name, field in found.items() if name != "associations"} == {
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        },
        "uri": "https://news.example/duties",
        "type": "text",
        "representationType": "full",
        "language": "en",
        "by": "Bea Nowak",
        "headlines": [{"role": "main", "value": "Duties loom"}],
        "bodies": [
            {
                "role": "main",
                "contentType": "text/plain",
                "charCount": len(TEXT),
                "wordCount": len(TEXT.split()),
                "value": TEXT,
            }
        ],
        "infoSources": [{"name": "Trade Daily", "role": "publisher"}],
        "subjects": [
            {"name": "duties", "rel": "keyword"},
            *(
                {"name": name, "rel": "about", "creator": "tradebrief"}
                for name in ("tariff", "talks", "quota", "quick deal")
            ),
        ],
        "altIds": [{"role": "sha256", "value": "5" * 64}],
        "places": [
            {"name": "Canada", "rel": "source", "uri": "urn:tradebrief:actor:country:ca", "literal": "country:ca"},
            {"name": "Japan", "rel": "source", "uri": "urn:tradebrief:actor:country:jp", "literal": "country:jp"},
            {
                "name": "Geneva",
                "rel": "location",
                "uri": "urn:tradebrief:actor:place:geneva",
                "literal": "place:geneva",
            },
        ],
        "people": [
            {
                "name": "Ana Ruiz",
                "rel": "source",
                "uri": "urn:tradebrief:actor:person:ana-ruiz",
                "literal": "person:ana-ruiz",
            },
            {"name": "author", "rel": "source", "uri": "urn:tradebrief:actor:author", "literal": "author"},
        ],
        "organisations": [
            {"name": "European Union", "rel": "mentioned", "uri": "urn:tradebrief:actor:bloc:eu", "literal": "bloc:eu"}
        ],
    }


def test_claim_is_an_associated_item() -> None:
    found = association(item(brief()), "claim:wants")

    assert found == {
        "name": "claim of Ana Ruiz",
        "rel": "claim",
        "uri": "urn:tradebrief:5555555555555555:claim:claim:wants",
        "type": "component",
        "representationType": "partial",
        "language": "en",
        "people": [
            {
                "name": "Ana Ruiz",
                "rel": "holder",
                "uri": "urn:tradebrief:actor:person:ana-ruiz",
                "literal": "person:ana-ruiz",
            }
        ],
        "descriptions": [
            {"role": "kind", "value": "eventuality"},
            {"role": "mode", "value": "direct"},
            {"role": "voice", "value": "attributed"},
            {"role": "assertion", "value": "asserted"},
            {"role": "certainty", "value": "Uu"},
            {"role": "rule", "value": "claim.want.clause_to"},
        ],
        "bodies": [
            {"role": "source", "contentType": "text/plain", "value": "We"},
            {"role": "cue", "contentType": "text/plain", "value": "want"},
            {"role": "content", "contentType": "text/plain", "value": "Brussels"},
            {"role": "content", "contentType": "text/plain", "value": "drop the quota"},
        ],
        "altIds": [{"role": "id", "value": "claim:wants"}, {"role": "within", "value": "claim:said"}],
    }


def test_stance_on_an_actor_names_it_as_the_target() -> None:
    found = association(item(brief()), "stance:ask")

    assert [(one["name"], one["rel"]) for one in found["people"] + found["organisations"]] == [
        ("Ana Ruiz", "holder"),
        ("European Union", "target"),
    ]
    assert {"role": "polarity", "value": "neutral"} in found["descriptions"]


def test_commentary_is_an_associated_item_of_its_genre() -> None:
    found = association(item(brief()), "commentary:0")

    assert found["genres"] == [{"name": "Opinion", "uri": "http://cv.iptc.org/newscodes/genre/Opinion"}]
    assert (found["by"], found["bodies"][0]["value"]) == (
        "Bea Nowak",
        "Commentary\r\nA quick deal looks likely to me.",
    )


@pytest.mark.parametrize(
    ("published", "written"),
    [
        (dt.date(2026, 3, 4), "2026-03-04T00:00:00Z"),
        (dt.datetime(2026, 3, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=9))), "2026-03-04T00:30:00Z"),
        (dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=9))), "0001-01-01T00:00:00Z"),
    ],
)
def test_publication_is_a_moment(published: dt.date, written: str) -> None:
    assert item(attrs.evolve(brief().article, published=published))["contentCreated"] == written


def test_losses_are_told() -> None:
    assert {loss.path for loss in tb.export(brief(), "ninjs").losses} == {
        "$.article.sections[*]",
        "$.actors[*].mentions",
        "$.actors[*].roles",
        "$.places[*].mentions",
        "$.claims[*].content",
        "$.stances[*].evidence",
        "$.measures[*].span",
        "$.voices[*]",
    }


def test_item_is_read_as_the_article_that_it_was() -> None:
    text = TEXT.replace("\r\n", "\n")
    value = tb.read(text, name="duties.txt")

    again = tb.parse(json.dumps(item(value)), format="ninjs")

    assert "Ottawa rejected the new duty of 25 percent. 😀 Tokyo welcomed the talks in Geneva." in again.text


def test_address_that_is_none_becomes_an_identifier() -> None:
    article = brief().article
    odd = attrs.evolve(article, provenance=attrs.evolve(article.provenance, url="javascript:alert(1) //x"))

    assert item(odd)["uri"] == "urn:tradebrief:article:5555555555555555"
