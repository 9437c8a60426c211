"""Participles beside a noun take sides too, each of several: "the pact, backed by Seoul but opposed by Tokyo"."""

import pytest
from tests.extraction.reading import read, sides


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The quota, backed by Oslo but opposed by Lima, has lapsed.",
            [("country:no", "support"), ("country:pe", "oppose")],
        ),
        (
            "The duties, imposed by Ottawa and resisted by Quito, expire in May.",
            [("country:ca", "support"), ("country:ec", "oppose")],
        ),
        (
            "Hailed by Oslo but rejected by Lima, the quota has lapsed.",
            [("country:no", "support"), ("country:pe", "oppose")],
        ),
        (
            "The quota, praised by Oslo, endorsed by Quito and rejected by Lima, has lapsed.",
            [("country:no", "support"), ("country:ec", "support"), ("country:pe", "oppose")],
        ),
    ],
)
def test_each_of_several_participles_takes_its_side(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted((holder, side) for holder, side, _ in sides(text)) == sorted(found)


def test_participle_after_its_noun_is_no_part_of_what_the_noun_names() -> None:
    brief = read("Quito rejects the levy imposed by Lima.")

    found = [
        (stance.holder, stance.target.concept, stance.target.kind.value) for stance in brief.stances if stance.target
    ]
    assert found == [("country:ec", "tariff", "measure"), ("country:pe", "tariff", "measure")]


def test_pact_that_somebody_signed_is_not_them() -> None:
    assert ("country:ec", "oppose", "Chile") not in sides("Quito rejects the pact signed by Chile.")


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Lund wants to end the quota imposed by Lima.", {"country:pe"}),
        ("Mills demanded repeal of the quota that Lima imposed.", {"country:pe"}),
        ("Quito wants the accord signed by Lima.", set[str]()),
        ("Oslo fears the quota was imposed by Lima.", set[str]()),
        ("Quito seeks a quota imposed by Lima.", set[str]()),
    ],
)
def test_what_a_thing_is_said_to_have_undergone_is_done_though_something_is_wanted_of_it(
    text: str, holders: set[str]
) -> None:
    states = {holder for holder, side, _ in sides(text) if side == "support"} & {"country:pe"}
    assert states == holders


def test_end_of_a_ban_that_somebody_imposed_is_against_the_ban() -> None:
    assert ("country:pe", "oppose", "the ban imposed by Oslo") in sides(
        "Lima welcomed the end of the ban imposed by Oslo."
    )


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The levy was lifted by the High Court of Kenya.", "org:high-court-of-kenya"),
        ("The levy was lifted by the ministry of trade in Lima.", "org:ministry-of-trade-in-lima"),
    ],
)
def test_agent_goes_on_past_its_head(text: str, holder: str) -> None:
    assert sides(text) == [(holder, "oppose", "The levy")]


def test_participle_with_a_particle_goes_with_its_noun() -> None:
    assert sides("A plan put forward by Norway has lapsed.") == [("country:no", "support", "A plan")]
