"""Which names of persons mean one person."""

import itertools
from pathlib import Path

import pytest
from tests.extraction.reading import article_of, mentions_of, read, undecided

import tradebrief as tb


def persons(brief: tb.Brief) -> dict[str, list[str]]:
    """The words that mention each person."""
    return {id: words for id, words in mentions_of(brief).items() if id.startswith("person:")}


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("Okada Haruto", "Haruto Okada"),
        ("Joseph Robert Lane", "Joseph Lane"),
        ("Joseph R. Lane", "Joseph Lane"),
        ("Joseph R. Lane", "J. R. Lane"),
        ("William Lane", "Bill Lane"),
        ("Camila Rojas Prieto", "Camila Rojas"),
        ("Tran Thi Mai", "Tran Mai"),
        ("Lin Tse-wei", "Lin Tse Wei"),
        ("Pedro Ruíz", "Pedro Ruiz"),
        ("Ana de la Cruz", "Ana De La Cruz"),
        ("Omar bin Nasser", "Omar Nasser"),
    ],
)
def test_two_full_names_of_one_person_are_one(full: str, other: str) -> None:
    brief = read(f"The growers met Trade Minister {full} in the north.", f"The mills thanked Minister {other} for it.")

    assert list(persons(brief).values()) == [[full, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pedro Ruiz", "Ana Ruiz"),
        ("John A. Lane", "John B. Lane"),
        ("John W. Lane", "John H. W. Lane"),
        ("John Lane Jr", "John Lane Sr"),
        ("Bill Lane", "Robert Lane"),
        ("Haruto Okada", "Haruto Mori"),
    ],
)
def test_full_names_of_two_persons_are_two(one: str, other: str) -> None:
    brief = read(f"The growers met envoy {one} in the north.", f"The mills thanked envoy {other} for it.")

    assert len(persons(brief)) == 2


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Haruto Okada", "Okada"),
        ("Okada Haruto", "Okada"),
        ("Tran Thi Mai", "Mai"),
        ("Lin Tse-wei", "Lin"),
        ("Camila Rojas Prieto", "Rojas"),
        ("Joseph R. Lane", "Lane"),
        ("Ingrid von Lund", "Lund"),
    ],
)
def test_one_name_means_the_person_who_bears_it(full: str, short: str) -> None:
    brief = read(f"The growers met Trade Minister {full} in the north. {short} said the quota was small.")

    assert list(persons(brief).values()) == [[full, short]]


def test_name_is_the_fullest_one_and_not_in_capitals() -> None:
    brief = read("The growers met envoy JOSEPH ROBERT LANE, then envoy Joe Lane, then envoy Joseph Robert Lane.")

    assert [(actor.id, actor.name) for actor in brief.actors if actor.kind is tb.ActorKind.PERSON] == [
        ("person:joseph-robert-lane", "Joseph Robert Lane")
    ]


def test_surname_means_the_only_namesake_introduced_so_far() -> None:
    brief = read(
        "The growers met envoy Pedro Ruiz in the north. Ruiz said the quota was small.",
        "The painter Ana Ruiz stayed at home.",
    )

    assert persons(brief)["person:pedro-ruiz"][:2] == ["Pedro Ruiz", "Ruiz"]


def test_surname_means_the_namesake_of_its_paragraph() -> None:
    brief = read(
        "The growers met envoy Pedro Ruiz and envoy Ana Ruiz in the north.",
        "Pedro Ruiz wants a quota. Ruiz opposes the levy.",
        "Ana Ruiz wants no quota. The mills thanked Lund.",
    )

    assert persons(brief)["person:pedro-ruiz"] == ["Pedro Ruiz", "Pedro Ruiz", "Ruiz"]


def test_surname_goes_on_to_mean_whom_it_has_meant() -> None:
    brief = read(
        "The growers met envoy Pedro Ruiz in the north. Ruiz said the quota was small.",
        "They met the painter Ana Ruiz in the south.",
        "The levy will fall, said Ruiz.",
    )

    assert persons(brief)["person:pedro-ruiz"] == ["Pedro Ruiz", "Ruiz", "Ruiz"]


def test_surname_is_left_open_where_habit_and_paragraph_differ() -> None:
    brief = read(
        "The growers met envoy Pedro Ruiz in the north. Ruiz said the quota was small.",
        "Ana Ruiz stayed at home. The levy will fall, said Ruiz.",
    )

    assert persons(brief)["person:ruiz"] == ["Ruiz"]
    assert [note.rule for note in brief.diagnostics] == ["actor.undecided"]


@pytest.mark.parametrize(("title", "id"), [("Mr.", "person:pedro-ruiz"), ("Ms.", "person:ana-ruiz")])
def test_word_of_address_tells_namesakes_apart(title: str, id: str) -> None:
    brief = read(
        "The growers met Mr. Pedro Ruiz and Ms. Ana Ruiz in the north.", f"The quota was small, said {title} Ruiz."
    )

    assert persons(brief)[id][1:] == ["Ruiz"]


def test_office_tells_namesakes_apart() -> None:
    brief = read(
        "The growers met Trade Minister Pedro Ruiz and Senator Ana Ruiz in the north.",
        "The quota was small, said Senator Ruiz.",
    )

    assert persons(brief)["person:ana-ruiz"] == ["Ana Ruiz", "Ruiz"]


def test_family_is_none_of_its_members() -> None:
    brief = read("The growers met envoy Pedro Ruiz in the north. The Ruiz family said the quota was small.")

    assert mentions_of(brief)["group:ruiz-family"] == ["Ruiz"]
    assert persons(brief)["person:pedro-ruiz"] == ["Pedro Ruiz"]


def test_numbered_name_is_not_the_bare_one() -> None:
    brief = read("The growers met King Olaf Lund and King Olaf II in the north.")

    assert list(persons(brief).values()) == [["Olaf Lund"], ["Olaf II"]]


def test_order_of_paragraphs_does_not_change_who_is_one() -> None:
    paragraphs = [
        "The growers met envoy Joseph Robert Lane.",
        "The mills thanked envoy Joe Lane.",
        "The ports thanked envoy J. R. Lane.",
    ]

    found = {frozenset(persons(read(*order))) for order in itertools.permutations(paragraphs)}

    assert found == {frozenset({"person:joseph-robert-lane"})}


def test_person_of_ones_own_lexicon_goes_by_surname(tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    path.write_text('[[person]]\nid = "person:q1"\nname = "Joseph Ode"\naliases = ["Joe Ode"]\n', encoding="utf-8")
    text = "The growers met Joe Ode in the north. Ode said the quota was small. They thanked Joseph R. Ode."

    brief = tb.extract(article_of(text), lexicon=tb.Lexicon.load(extra=[path]))

    assert persons(brief) == {"person:q1": ["Joe Ode", "Ode", "Joseph R. Ode"]}


def test_first_of_two_surnames_may_be_anybodys_who_bears_it() -> None:
    brief = read("Ana María Rojas Prieto met Per Lund Rojas. Rojas said that the duty hurts.")

    found = mentions_of(brief)
    assert found["person:rojas"] == ["Rojas"]
    assert undecided(brief) == ["Rojas"]


def test_person_with_many_names_may_go_by_one_in_the_middle() -> None:
    found = mentions_of(read("President Paulo Jorge Chico da Rocha left. Chico said that the duty hurts."))

    assert found["person:paulo-jorge-chico-da-rocha"] == ["Paulo Jorge Chico da Rocha", "Chico"]


def test_woman_is_not_the_man_who_has_her_surname_too() -> None:
    found = mentions_of(read("Mr. Juan Rojas Prieto left. Ms. Prieto said that the duty hurts."))

    assert found["person:prieto"] == ["Prieto"]
