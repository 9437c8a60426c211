from __future__ import annotations

import io
import re
import sys
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings
from tests.serialize.html.payloads import PAYLOADS
from tests.serialize.networks.taking import OPPOSE, SUPPORT, brief_of
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.serialize.networks.graphs import actor_graph, stance_graph

FORMATS = ["graphml", "gexf", "actors-graphml", "actors-gexf"]
JAPAN, CANADA = "country:jp", "country:ca"


def read_back(value: tb.Brief, format: str) -> nx.Graph[str]:
    """The graph that networkx reads from what a format makes of a brief."""
    file = io.BytesIO(tb.export(value, format).content.encode())  # type: ignore[union-attr]  # A string it is.
    graph: nx.Graph[str] = nx.read_graphml(file) if format.endswith("graphml") else nx.read_gexf(file)
    return graph


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_stances_are_read_back_as_signed_weighted_edges(format: str) -> None:
    brief = brief_of((JAPAN, "quota", OPPOSE), (JAPAN, "quota", OPPOSE), (CANADA, JAPAN, SUPPORT), names=("Japan",))

    graph = read_back(brief, format)

    assert graph.is_directed()
    assert {node: (data["label"], data["kind"]) for node, data in graph.nodes(data=True)} == {
        JAPAN: ("Japan", "actor"),
        "concept:quota": ("quota", "concept"),
        CANADA: ("ca", "actor"),
    }
    assert [
        (one, other, data["weight"], data["sign"], data["signed_weight"], data["polarity"], data["evidence"])
        for one, other, data in graph.edges(data=True)
    ] == [
        (JAPAN, "concept:quota", 2, -1, -2, "oppose", "Sides … are"),
        (CANADA, JAPAN, 1, 1, 1, "support", "Sides … are"),
    ]


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_edges_have_ids_of_their_own(format: str) -> None:
    brief = brief_of((JAPAN, "quota", OPPOSE), (JAPAN, "quota", SUPPORT), (CANADA, "quota", OPPOSE))

    ids = [element.get("id") for element in _elements(brief, format) if element.tag.endswith("}edge")]

    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("format", ["actors-graphml", "actors-gexf"])
def test_agreement_and_conflict_are_read_back(format: str) -> None:
    brief = brief_of(
        (JAPAN, "quota", OPPOSE),
        (CANADA, "quota", OPPOSE),
        (JAPAN, "talks", SUPPORT),
        (CANADA, "talks", OPPOSE),
        (JAPAN, "audit", SUPPORT),
        (CANADA, "audit", SUPPORT),
    )

    graph = read_back(brief, format)

    ((one, other, data),) = graph.edges(data=True)
    assert not graph.is_directed()
    assert {one, other} == {JAPAN, CANADA}
    assert {name: data[name] for name in ("congruence", "conflict", "net", "sign", "weight", "toward")} == {
        "congruence": 2,
        "conflict": 1,
        "net": 1,
        "sign": 1,
        "weight": 3,
        "toward": 0,
    }
    assert data["normalized"] == pytest.approx(1 / 3, abs=1e-6)
    assert (data["agreed"], data["disputed"]) == ("quota; audit", "talks")


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=25)
@given(brief=briefs())
def test_any_brief_is_read_back_with_all_its_nodes(format: str, brief: tb.Brief) -> None:
    expected = (actor_graph if format.startswith("actors") else stance_graph)([brief])

    graph = read_back(brief, format)

    assert set(graph.nodes) == set(expected.nodes)
    assert graph.number_of_edges() == expected.number_of_edges()


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_strings_are_read_back_as_text(format: str) -> None:
    for payload in PAYLOADS:
        brief = brief_of((JAPAN, payload.replace(":", ""), SUPPORT), (CANADA, "x", OPPOSE), names=(payload, payload))
        elements = {element.tag.rpartition("}")[2] for element in _elements(brief, format)}
        assert not elements & {"script", "img", "b", "style"}
        assert read_back(brief, format).number_of_nodes() >= 2


def _elements(brief: tb.Brief, format: str) -> list[ET.Element]:
    return list(ET.fromstring(str(tb.export(brief, format).content)).iter())


@pytest.mark.parametrize("format", FORMATS)
def test_several_briefs_are_one_network(format: str) -> None:
    values = [brief_of((JAPAN, "quota", OPPOSE)), brief_of((CANADA, "quota", OPPOSE), text="Taken elsewhere.")]

    written = str(tb.export(values, format).content)

    assert written.count(f'"{JAPAN}"') >= 1
    assert written.count(f'"{CANADA}"') >= 1
    assert "lastmodifieddate" not in written


def test_what_takes_no_side_is_told_as_lost() -> None:
    losses = tb.export(brief_of((JAPAN, "quota", SUPPORT), (JAPAN, "talks", None)), "graphml").losses

    assert [loss.path for loss in losses] == ["$.article", "$.voices", "$.stances[1]"]


def test_article_alone_is_an_empty_network() -> None:
    written = tb.export(tb.parse("Tokyo objects.\n"), "graphml")

    assert nx.parse_graphml(str(written.content)).number_of_nodes() == 0
    assert [loss.path for loss in written.losses] == ["$"]


def test_words_after_an_emoji_are_the_evidence() -> None:
    brief = tb.read("\U0001f600 Tokyo opposes the quota.\n")

    ((_, _, data),) = stance_graph([brief]).edges(data=True)

    assert data["evidence"] == "opposes the quota"


@pytest.mark.parametrize("format", FORMATS)
def test_without_networkx_the_error_says_what_to_install(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "networkx", None)

    with pytest.raises(tb.MissingExtraError, match=re.escape('pip install "tradebrief[graph]"')):
        tb.export(brief_of((JAPAN, "quota", SUPPORT)), format)
