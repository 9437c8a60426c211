import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.strategies import articles, briefs

from tradebrief.errors import TradebriefError
from tradebrief.model import Article, Brief
from tradebrief.serialize import json_schema
from tradebrief.serialize._converter import explain
from tradebrief.serialize._schema import build_schema, main
from tradebrief.serialize.json import dumps, loads

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
OF_BRIEF = Draft202012Validator({"$ref": "#/$defs/Brief", "$defs": SCHEMA["$defs"]})
OF_ARTICLE = Draft202012Validator({"$ref": "#/$defs/ArticleDocument", "$defs": SCHEMA["$defs"]})
MISFITS = [None, 7, -1, 2.5, True, "", "what", [], [1], {}, {"what": 1}]

Holder = dict[str, Any] | list[Any]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_shipped_schema_is_what_the_model_says(capsys: pytest.CaptureFixture[str]) -> None:
    main()

    shipped = files("tradebrief.serialize").joinpath("schema", "brief-1.json").read_text(encoding="utf-8")
    assert shipped == capsys.readouterr().out, "run: python -m tradebrief.serialize._schema > .../schema/brief-1.json"
    assert build_schema() == SCHEMA


def test_every_field_is_described() -> None:
    objects = [made for made in SCHEMA["$defs"].values() if "properties" in made]

    assert all(field["description"] for made in objects for field in made["properties"].values())


@given(briefs())
def test_every_brief_is_valid(value: Brief) -> None:
    VALIDATOR.validate(json.loads(dumps(value)))
    OF_BRIEF.validate(json.loads(dumps(value)))


@given(articles())
def test_every_article_is_valid(value: Article) -> None:
    OF_ARTICLE.validate(json.loads(dumps(value)))
    VALIDATOR.validate(json.loads(dumps(value)))
    assert not OF_BRIEF.is_valid(json.loads(dumps(value)))


def places(value: Any) -> Iterator[tuple[Holder, Any]]:
    """Every object and list of a document with each of its keys and indexes."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield value, step
        yield from places(inner)


@given(briefs(min_size=1), st.data())
def test_document_of_the_wrong_shape_is_refused_by_reader_and_schema(value: Brief, data: st.DataObject) -> None:
    document = json.loads(dumps(value))
    holder, step = data.draw(st.sampled_from(list(places(document))))
    match data.draw(st.sampled_from(["replace", "remove", "add"])):
        case "replace":
            holder[step] = data.draw(st.sampled_from(MISFITS))
        case "remove":
            del holder[step]
        case _ if isinstance(holder, dict):
            holder["what"] = 1
        case _:
            holder.append(data.draw(st.sampled_from(MISFITS)))
    try:
        loads(json.dumps(document))
    except TradebriefError:
        misfits = list(explain(document, Brief))
        assume(any(misfit.unknown or "expected" in misfit.message or "missing" in misfit.message for misfit in misfits))
        assert not VALIDATOR.is_valid(document)
    else:
        VALIDATOR.validate(document)
