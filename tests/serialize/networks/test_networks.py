from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.serialize.networks.taking import OPPOSE, SUPPORT, brief_of
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.networks import NodeKind, Relation, actor_network, stance_network
from tradebrief.text import Span

JAPAN, CANADA, CHILE = "country:jp", "country:ca", "country:cl"


def test_each_side_is_a_tie_and_weighs_as_often_as_it_is_taken() -> None:
    network = stance_network(
        [brief_of((JAPAN, "quota", OPPOSE), (JAPAN, "quota", OPPOSE)), brief_of((JAPAN, "quota", SUPPORT))]
    )

    assert [(tie.holder, tie.target, tie.weight, tie.sign) for tie in network.ties] == [
        (JAPAN, "concept:quota", 2, -1),
        (JAPAN, "concept:quota", 1, 1),
    ]
    assert [(node.id, node.kind) for node in network.nodes] == [
        (JAPAN, NodeKind.ACTOR),
        ("concept:quota", NodeKind.CONCEPT),
    ]


def test_tie_has_the_words_that_show_it() -> None:
    ((_, stance, words),) = stance_network([brief_of((JAPAN, "quota", OPPOSE))]).ties[0].stances

    assert (stance.id, words) == ("s0", "Sides … are")


def test_target_that_is_an_actor_is_that_actors_node() -> None:
    network = stance_network([brief_of((JAPAN, CHILE, OPPOSE))])

    assert [(tie.holder, tie.target) for tie in network.ties] == [(JAPAN, CHILE)]


def test_outlook_without_a_side_is_no_tie() -> None:
    assert stance_network([brief_of((JAPAN, "quota", None))]).ties == ()


def test_those_of_whom_nobody_can_tell_are_apart_in_several_briefs() -> None:
    first = brief_of(("anonymous:officials", "quota", SUPPORT))
    second = brief_of(("anonymous:officials", "quota", SUPPORT), text="Other sides are taken.")
    keys = article_ids([first, second])

    assert [node.id for node in stance_network([first]).nodes] == ["anonymous:officials", "concept:quota"]
    assert [node.id for node in stance_network([first, second]).nodes] == [
        f"anonymous:officials@{keys[0]}",
        "concept:quota",
        f"anonymous:officials@{keys[1]}",
    ]


def test_body_that_is_only_described_is_apart_and_a_group_is_not() -> None:
    texts = ("Sides are taken.", "Other sides are taken.")
    described = [
        evolve(
            actor,
            mentions=(tb.Mention(span=Span(0, 5), form=tb.MentionForm.ROLE, rule=tb.RuleId("actor.role")),),
            kind=kind,
        )
        for kind in (tb.ActorKind.GOVERNMENT, tb.ActorKind.GROUP)
        for actor in brief_of((f"{kind.value}:x", "quota", SUPPORT)).actors
    ]
    taken = (("government:x", "quota", SUPPORT), ("group:x", "quota", SUPPORT))
    values = [evolve(brief_of(*taken, text=text), actors=tuple(described)) for text in texts]
    keys = article_ids(values)

    ids = [node.id for node in stance_network(values).nodes if node.kind is NodeKind.ACTOR]

    assert ids == [f"government:x@{keys[0]}", "group:x", f"government:x@{keys[1]}"]


def test_node_of_several_briefs_knows_what_each_says_of_it() -> None:
    first, second = brief_of((JAPAN, "quota", SUPPORT)), brief_of((JAPAN, "quota", SUPPORT), text="Taken once more.")
    told = evolve(second, actors=tuple(evolve(actor, country="JP") for actor in second.actors))

    node = stance_network([first, told]).nodes[0]

    assert (node.country, node.briefs) == ("JP", article_ids([first, told]))


def test_actors_agree_where_they_take_the_same_side_and_dispute_where_opposite_ones() -> None:
    network = actor_network(
        [
            brief_of(
                (JAPAN, "quota", OPPOSE),
                (CANADA, "quota", OPPOSE),
                (JAPAN, "talks", SUPPORT),
                (CANADA, "talks", OPPOSE),
                (JAPAN, "audit", SUPPORT),
                (CHILE, "audit", SUPPORT),
            )
        ]
    )

    assert network.relations == (
        Relation(one=JAPAN, other=CANADA, agreed=("concept:quota",), disputed=("concept:talks",), activity=2.5),
        Relation(one=JAPAN, other=CHILE, agreed=("concept:audit",), activity=2.0),
    )


def test_measures_are_those_of_discourse_network_analysis() -> None:
    relation = Relation(one="a", other="b", agreed=("w", "x", "y"), disputed=("z",), activity=4.0)

    assert (relation.congruence, relation.conflict, relation.net, relation.normalized) == (3, 1, 2, 0.5)


def test_side_counts_once_however_often_it_is_taken() -> None:
    network = actor_network([brief_of(*[(JAPAN, "quota", OPPOSE)] * 3, (CANADA, "quota", OPPOSE))])

    assert [relation.congruence for relation in network.relations] == [1]


def test_actor_that_takes_both_sides_agrees_and_disputes() -> None:
    network = actor_network([brief_of((JAPAN, "quota", OPPOSE), (JAPAN, "quota", SUPPORT), (CANADA, "quota", SUPPORT))])

    assert [(relation.congruence, relation.conflict) for relation in network.relations] == [(1, 1)]


def test_who_is_neutral_or_of_two_minds_agrees_with_nobody() -> None:
    neutral = actor_network([brief_of((JAPAN, "quota", tb.Polarity.NEUTRAL), (CANADA, "quota", tb.Polarity.NEUTRAL))])

    assert neutral.relations == ()
    assert [node.id for node in neutral.nodes] == [JAPAN, CANADA]


def test_sides_taken_toward_each_other_are_summed() -> None:
    network = actor_network([brief_of((JAPAN, CHILE, OPPOSE), (CHILE, JAPAN, OPPOSE), (CHILE, CHILE, SUPPORT))])

    assert [(relation.one, relation.other, relation.toward) for relation in network.relations] == [(JAPAN, CHILE, -2)]


@settings(max_examples=40)
@given(st.lists(briefs(), max_size=3))
def test_relations_are_between_different_actors_of_the_network(values: list[tb.Brief]) -> None:
    network = actor_network(values)

    known = {node.id for node in network.nodes}
    assert all(relation.one != relation.other for relation in network.relations)
    assert all({relation.one, relation.other} <= known for relation in network.relations)
    assert len({frozenset((each.one, each.other)) for each in network.relations}) == len(network.relations)
