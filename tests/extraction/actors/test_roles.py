"""Offices that the text sets beside names, and what titles tell."""

import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


def roles(brief: tb.Brief) -> dict[str, list[tuple[str, str]]]:
    """Title and rule of each role, by person."""
    return {actor.id: [(role.title, role.rule) for role in actor.roles] for actor in brief.actors if actor.roles}


@pytest.mark.parametrize(
    ("text", "title", "rule"),
    [
        ("The mills thanked Trade Minister Ana Ruiz in May.", "Trade Minister", "role.title"),
        ("Ana Ruiz, the trade minister, said the duty was fair.", "trade minister", "role.apposition"),
        ("Ana Ruiz, Norway's trade minister, said the duty was fair.", "trade minister", "role.apposition"),
        ("Ana Ruiz is the trade minister.", "trade minister", "role.apposition"),
        ("The Trade Minister, Ana Ruiz, said the duty was fair.", "Trade Minister", "role.apposition"),
        ("As Trade Minister, Ana Ruiz said the duty was fair.", "Trade Minister", "role.apposition"),
    ],
)
def test_office_beside_a_name_is_its_role_and_nobody_else(text: str, title: str, rule: str) -> None:
    brief = read(text)

    assert roles(brief) == {"person:ana-ruiz": [(title, rule)]}
    assert [id for id in mentions_of(brief) if id.startswith("person:")] == ["person:ana-ruiz"]


def test_word_of_address_is_no_role() -> None:
    assert roles(read("The mills thanked Mr. Pedro Ruiz in May.")) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The mills thanked Norwegian Trade Minister Ana Ruiz in May.",
        "The mills thanked Norway's trade minister, Ana Ruiz, in May.",
        "Ana Ruiz, the Norwegian trade minister, said the duty was fair.",
        "Ana Ruiz, Norwegian Trade Minister, said the duty was fair.",
    ],
)
def test_title_tells_the_country_of_a_person(text: str) -> None:
    assert [actor.country for actor in read(text).actors if actor.id == "person:ana-ruiz"] == ["NO"]


def test_name_further_on_is_not_beside_an_office() -> None:
    brief = read("The minister, who had waited in the north since May, thanked Ana Ruiz.")

    assert roles(brief) == {}


def test_description_beside_a_bodys_name_means_the_body() -> None:
    brief = read("Northern Lund Mills, the country's biggest miller, said that the duty was fair.")

    assert mentions_of(brief)["org:northern-lund-mills"][-1] == "country's biggest miller"


def test_description_before_a_bodys_name_is_nobody_else() -> None:
    brief = read("The growers waited. Their lobby, the Northern Lund Council, said that the duty was fair.")

    assert [claim.holder for claim in brief.claims] == ["org:northern-lund-council"]
    assert "org:lobby" not in mentions_of(brief)


def test_title_that_holds_a_country_tells_it() -> None:
    brief = read("The mills thanked US Treasury Secretary Ana Ruiz in May.")

    assert [(actor.id, actor.country) for actor in brief.actors if actor.roles] == [("person:ana-ruiz", "US")]


def test_role_leaves_out_whose_it_is() -> None:
    brief = read("Ana Ruiz, her deputy, said the duty was fair.")

    assert roles(brief) == {"person:ana-ruiz": [("deputy", "role.apposition")]}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Minister of Commerce Lan Wei said no.", "Minister of Commerce"),
        ("Secretary of State for Trade Lan Wei said no.", "Secretary of State for Trade"),
        ("Chancellor of the Exchequer Lan Wei said no.", "Chancellor of the Exchequer"),
        ("The envoys met Minister of Trade and Industry Lan Wei.", "Minister of Trade and Industry"),
        ("Lan Wei, trade minister of Norway, said no.", "trade minister of Norway"),
        ("Trade commissioner Lan Wei said no.", "Trade commissioner"),
    ],
)
def test_office_with_what_it_is_for_is_a_role(text: str, role: str) -> None:
    brief = read(text)

    assert [(actor.id, [found.title for found in actor.roles]) for actor in brief.actors if actor.roles] == [
        ("person:lan-wei", [role])
    ]


@pytest.mark.parametrize("role", ["trade and industry minister", "minister of trade and industry"])
def test_office_is_one_however_it_is_put(role: str) -> None:
    brief = read(f"Minister of Trade and Industry Lan Wei said no. The {role} left.")

    assert len(mentions_of(brief)["person:lan-wei"]) > 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ex-minister Per Tan left.", "Ex-minister"),
        ("Acting Minister Per Tan left.", "Acting Minister"),
        ("On Friday acting minister Per Tan left.", "acting minister"),
        ("Then-President Per Tan left.", "Then-President"),
        ("The then-minister Per Tan left.", "then-minister"),
        ("Then Minister Per Tan left.", "Minister"),
    ],
)
def test_title_keeps_what_qualifies_it(text: str, title: str) -> None:
    (actor,) = read(text).actors

    assert (actor.name, [role.title for role in actor.roles]) == ("Per Tan", [title])


@pytest.mark.parametrize(
    "title", ["head of the Turkish Steel Exporters' Union", "a spokesman for Norway's trade ministry"]
)
def test_office_keeps_whom_it_is_for_though_that_is_owned(title: str) -> None:
    brief = read(f"Ana Ruiz, {title}, said the duty was fair.")

    assert roles(brief) == {"person:ana-ruiz": [(title.removeprefix("a "), "role.apposition")]}


@pytest.mark.parametrize(
    "told",
    [
        "Ana Ruiz, who is trade minister, praised the levy.",
        "Ana Ruiz is the trade minister.",
        "Ana Ruiz is Peru's trade minister.",
        "Ana Ruiz became trade minister in May.",
        "Ana Ruiz became Peru's trade minister.",
        "Ana Ruiz was named trade minister.",
        "Ana Ruiz has been appointed trade minister.",
    ],
)
def test_office_that_somebody_is_said_to_hold(told: str) -> None:
    brief = read(f"{told} The minister rejected the quota.")
    actor = next(actor for actor in brief.actors if actor.id == "person:ana-ruiz")

    assert [role.title for role in actor.roles] == ["trade minister"]
    assert mentions_of(brief)["person:ana-ruiz"] == ["Ana Ruiz", "minister"]


@pytest.mark.parametrize(
    "told",
    ["Ana Ruiz is not trade minister.", "Ana Ruiz met the trade minister.", "Ana Ruiz may become trade minister."],
)
def test_office_that_somebody_is_not_said_to_hold(told: str) -> None:
    assert all(not actor.roles for actor in read(told).actors)
