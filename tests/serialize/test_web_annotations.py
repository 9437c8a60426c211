"""Web annotations: what the standard asks for, and what people have made of them."""

import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pyld import jsonld as pyld  # type: ignore[import-untyped, unused-ignore]
from tests.serialize.sample import TEXT, at, brief
from tests.strategies import articles, briefs

import tradebrief as tb
from tradebrief.serialize.web_annotations import revised
from tradebrief.text import Span

# From the W3C recommendations "Web Annotation Data Model" and "Web Annotation Vocabulary" (23 February 2017).
MOTIVATIONS = [
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
]
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "label", "total", "first"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "partOf", "items", "startIndex"],
            "properties": {
                "id": {"type": "string", "format": "uri"},
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "target"],
            "properties": {
                "id": {"type": "string", "format": "uri"},
                "type": {"const": "Annotation"},
                "motivation": {"enum": MOTIVATIONS},
                "body": {"type": "array", "items": {"$ref": "#/$defs/body"}},
                "target": {
                    "oneOf": [
                        {"$ref": "#/$defs/target"},
                        {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/target"}},
                    ]
                },
            },
            "additionalProperties": False,
        },
        "body": {
            "oneOf": [
                {
                    "required": ["type", "value"],
                    "properties": {
                        "type": {"const": "TextualBody"},
                        "value": {"type": "string"},
                        "purpose": {"enum": MOTIVATIONS},
                        "format": {"type": "string"},
                        "language": {"type": "string"},
                    },
                    "additionalProperties": False,
                },
                {
                    "required": ["type", "source"],
                    "properties": {
                        "type": {"const": "SpecificResource"},
                        "source": {"type": "string", "format": "uri"},
                        "purpose": {"enum": MOTIVATIONS},
                    },
                    "additionalProperties": False,
                },
            ]
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": {"type": "string", "format": "uri"},
                "selector": {
                    "prefixItems": [
                        {
                            "required": ["type", "exact"],
                            "properties": {
                                "type": {"const": "TextQuoteSelector"},
                                "exact": {"type": "string", "minLength": 1},
                                "prefix": {"type": "string"},
                                "suffix": {"type": "string"},
                            },
                            "additionalProperties": False,
                        },
                        {
                            "required": ["type", "start", "end"],
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0},
                            },
                            "additionalProperties": False,
                        },
                    ],
                    "items": False,
                },
            },
            "additionalProperties": False,
        },
    },
}


def written(*values: tb.Brief | tb.Article) -> dict[str, Any]:
    content = tb.export(values, "annotations").content
    assert isinstance(content, str)
    found: dict[str, Any] = json.loads(content)
    return found


def annotation(collection: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any]
    (found,) = (item for item in collection["first"]["items"] if item["id"].endswith(f":{key}"))
    return found


def read(collection: Any) -> tb.Brief:
    return tb.loads(json.dumps(collection), "annotations")


def moved(words: str) -> list[dict[str, Any]]:
    start = TEXT.index(words)
    return [
        {"type": "TextQuoteSelector", "exact": words},
        {"type": "TextPositionSelector", "start": start, "end": start + len(words)},
    ]


@settings(max_examples=20)
@given(briefs())
def test_collection_is_of_the_standard_and_leads_to_the_words(value: tb.Brief) -> None:
    collection = written(value)
    Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(collection)
    text = value.article.text
    for item in collection["first"]["items"]:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            quoted, place = target["selector"]
            assert text[place["start"] : place["end"]] == quoted["exact"]
            assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text


@settings(max_examples=20)
@given(briefs() | articles())
def test_values_come_back(value: tb.Brief | tb.Article) -> None:
    content = tb.export(value, "annotations").content

    assert list(tb.loads_many(content, "annotations", type=type(value))) == [value]


def test_several_come_back() -> None:
    values = [brief(), brief()]

    assert list(tb.loads_many(tb.export(values, "annotations").content, "annotations")) == values


def test_annotation_says_what_was_read_and_where() -> None:
    found = annotation(written(brief()), "stance:stance:welcome")

    assert found == {
        "id": "urn:tradebrief:5555555555555555:stance:stance:welcome",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": "stance", "format": "text/plain", "language": "en"},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": "Japan: support, praise → talks [stance.welcome]",
                "format": "text/plain",
                "language": "en",
            },
        ],
        "target": {
            "source": "https://news.example/duties",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "welcomed the talks in Geneva",
                    "prefix": TEXT[TEXT.index("welcomed") - 32 : TEXT.index("welcomed")],
                    "suffix": ".\r\nEnvoy Ana Ruiz said: “We want",
                },
                {"type": "TextPositionSelector", "start": TEXT.index("welcomed"), "end": TEXT.index("welcomed") + 28},
            ],
        },
    }


def test_briefs_beside_the_annotations_are_json_to_readers_of_linked_data() -> None:
    """What the W3C's context says of the collection stands for the context, which may not be fetched here."""
    terms = {"id": "@id", "type": "@type", "@vocab": "http://www.w3.org/ns/oa#"}

    def load(url: str, _: object) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"document": {"@context": terms}, "documentUrl": url, "contextUrl": None}

    options: Any = {"documentLoader": load}
    (found,) = pyld.expand(written(brief()), options)

    assert found["@type"] == ["http://www.w3.org/ns/oa#AnnotationCollection"]
    assert found["urn:tradebrief:documents"] == [{"@type": "@json", "@value": [json.loads(tb.dumps(brief()))]}]


def test_nothing_is_lost() -> None:
    assert tb.export(brief(), "annotations").losses == ()


def test_annotations_that_were_deleted_are_gone() -> None:
    collection = written(brief())
    gone = ("actor:0:country:ca", "claim:claim:wants", "measure:measure:rate")
    collection["first"]["items"] = [item for item in collection["first"]["items"] if not item["id"].endswith(gone)]

    found = read(collection)

    assert [actor.id for actor in found.actors] == ["country:jp", "person:ana-ruiz", "bloc:eu", "author"]
    assert [claim.id for claim in found.claims] == ["claim:said", "claim:rumour", "claim:opinion"]
    assert [stance.id for stance in found.stances] == ["stance:welcome", "stance:want", "stance:ask", "stance:likely"]
    assert found.stances[1].claim is None
    assert found.measures == ()


def test_holder_who_is_gone_leaves_the_claim_open() -> None:
    collection = written(brief())
    items = collection["first"]["items"]
    collection["first"]["items"] = [item for item in items if "person:ana-ruiz" not in item["id"]]

    said, wants, *_ = read(collection).claims

    assert (said.holder, said.holder_reason) == (None, tb.HolderReason.UNRESOLVED)
    assert wants.relayed_by is None


def test_annotations_that_were_moved_take_their_words_along() -> None:
    collection = written(brief())
    annotation(collection, "stance:stance:welcome")["target"]["selector"] = moved("welcomed the talks")
    annotation(collection, "claim:claim:rumour")["target"]["selector"] = moved("It is said that more will follow")
    annotation(collection, "claim:claim:said")["target"]["selector"] = moved("We want Brussels")
    annotation(collection, "actor:0:country:jp")["target"]["selector"] = moved("Tokyo welcomed")

    found = read(collection)

    assert found[found.stances[1].evidence[0]] == "welcomed the talks"
    said, wants, rumour, _ = found.claims
    assert [found[part] for part in said.content] == ["We want Brussels"]
    assert (wants.within, rumour.cue) == (None, None)
    assert found[found.actors[1].mentions[0].span] == "Tokyo welcomed"


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "TextQuoteSelector", "exact": "Tokyo"},
        [{"type": "TextPositionSelector", "start": 59, "end": 64}],
        [{"type": "TextQuoteSelector", "exact": "Tokyo"}, {"type": "TextPositionSelector", "start": 3, "end": 9}],
        [
            {"type": "TextQuoteSelector", "exact": "Tokyo", "prefix": "another ", "suffix": " welcomed"},
            {"type": "TextPositionSelector", "start": 60, "end": 65},  # As JavaScript counts.
        ],
    ],
)
def test_words_are_found_by_whatever_a_client_keeps(selector: Any) -> None:
    collection = written(brief())
    target = annotation(collection, "actor:0:country:jp")["target"]
    assert target["selector"][1]["start"] == TEXT.index("Tokyo") == 59
    target["selector"] = selector

    assert read(collection) == brief()


def test_of_several_places_the_nearest_is_taken() -> None:
    collection = written(brief())
    annotation(collection, "measure:measure:rate")["target"]["selector"] = [
        {"type": "TextQuoteSelector", "exact": "said"},
        {"type": "TextPositionSelector", "start": len(TEXT), "end": len(TEXT)},
    ]

    assert read(collection).measures[0].span.start == TEXT.rindex("said")


def test_what_people_add_becomes_a_diagnostic() -> None:
    collection = written(brief())
    collection["first"]["items"].append(
        {
            "id": "https://reader.example/1",
            "type": "Annotation",
            "motivation": "questioning",
            "body": {"type": "TextualBody", "value": "Is this all of it?"},
            "target": {"source": "https://news.example/duties", "selector": moved("25 percent")},
        }
    )

    found = read(collection)

    assert found == attrs.evolve(
        brief(),
        diagnostics=(
            tb.Diagnostic(
                rule=tb.RuleId("annotation.questioning"), message="Is this all of it?", span=at("25 percent")
            ),
        ),
    )


@pytest.mark.parametrize(
    "keep", [lambda found: found, lambda found: found["first"], lambda found: found["first"]["items"]]
)
def test_annotations_alone_are_read_with_the_briefs(keep: Callable[[dict[str, Any]], Any]) -> None:
    collection = written(brief(), brief())
    collection["first"]["items"] = [item for item in collection["first"]["items"] if "-2:measure:" not in item["id"]]
    del collection["documents"]

    first, second = revised([brief(), brief()], json.dumps(keep(collection)))

    assert first == brief()
    assert second == attrs.evolve(
        brief(),
        measures=(),
        stances=tuple(
            attrs.evolve(one, target=attrs.evolve(one.target, measure=None)) if one.target else one
            for one in brief().stances
        ),
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "$: not JSON: "),
        ("[]", "$.documents: the briefs are missing"),
        ('{"documents": [{"schema_version": "1.0"}]}', 'the field "article" is missing'),
        ("[" * 100_000, "$: not JSON: "),
    ],
)
def test_what_is_no_collection_is_refused(content: str, message: str) -> None:
    with pytest.raises(tb.ValidationError) as raised:
        tb.loads(content, "annotations", name="notes.anno")

    assert message in str(raised.value)


def test_more_annotations_than_allowed_are_refused() -> None:
    content = json.dumps(written(brief()))

    with pytest.raises(tb.LimitError, match="over the limit nodes: 17 found, 16 allowed"):
        tb.loads(content, "annotations", name="notes.anno", limits=tb.Limits(nodes=16))


def test_words_that_are_not_there_are_refused() -> None:
    collection = written(brief())
    annotation(collection, "measure:measure:rate")["target"]["selector"] = moved("Tokyo")[0] | {"exact": "Kyoto"}

    with pytest.raises(tb.ValidationError, match=r"items\[\d+\]\.target: the text does not have these words"):
        read(collection)


def test_span_right_after_an_emoji_counts_code_points() -> None:
    place = annotation(written(brief()), "actor:0:country:jp")["target"]["selector"][1]

    assert Span(place["start"], place["end"]) == at("Tokyo")
