import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


def test_titles_of_two_genders_part_two_people_of_one_name() -> None:
    brief = read("Mr. Lee met Ms. Lee. Mr. Lee said that he was glad. Ms. Lee said that she was not.")

    assert mentions_of(brief) == {
        "person:mr-lee": ["Lee", "Lee", "he"],
        "person:ms-lee": ["Lee", "Lee", "she"],
    }


def test_name_without_a_title_is_left_open_where_two_genders_bear_it() -> None:
    brief = read("Mr. Lee met Ms. Lee. Lee said that the talks were long.")

    assert mentions_of(brief) == {"person:mr-lee": ["Lee"], "person:ms-lee": ["Lee"], "person:lee": ["Lee"]}
    assert [note.rule for note in brief.diagnostics] == ["actor.undecided"]


def test_titles_of_two_genders_tell_who_of_them_has_the_full_name() -> None:
    brief = read("Ms. Ana Lee met Mr. Lee. Ms. Lee said that the talks were long.")

    assert mentions_of(brief) == {"person:ana-lee": ["Ana Lee", "Lee"], "person:mr-lee": ["Lee"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An official said no. The official left.", {"anonymous:official": ["official", "official"]}),
        (
            "A senior diplomat said no. The diplomat left.",
            {"anonymous:senior-diplomat": ["senior diplomat", "diplomat"]},
        ),
        (
            "A senior diplomat said no. Another diplomat said yes. The diplomat left.",
            {
                "anonymous:senior-diplomat": ["senior diplomat"],
                "anonymous:another-diplomat": ["Another diplomat"],
                "person:diplomat": ["diplomat"],
            },
        ),
    ],
)
def test_source_without_a_name_is_meant_again_where_only_one_fits(text: str, expected: dict[str, list[str]]) -> None:
    assert mentions_of(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru raised the duty. The country said that it would last.", {"country:pe": ["Peru", "country", "it"]}),
        ("Cyprus raised the duty. The island nation wants a deal.", {"country:cy": ["Cyprus", "island nation"]}),
        (
            "Peru met Chile. The country said that the duty would last.",
            {"country:pe": ["Peru"], "country:cl": ["Chile"], "country:the-country": ["country"]},
        ),
        ("The country said that the duty would last.", {"country:the-country": ["country"]}),
    ],
)
def test_country_without_its_name_is_the_only_one_of_the_paragraph(text: str, expected: dict[str, list[str]]) -> None:
    assert mentions_of(read(text)) == expected


def test_firm_of_somebody_is_where_the_text_says_that_one_works() -> None:
    brief = read("Ana Ruiz of Ode Research left. Her firm lowered its forecast. It sees a duty.")

    assert mentions_of(brief)["org:ode-research"] == ["Ode Research", "Her firm", "its", "It"]


def test_firm_of_somebody_whose_employer_is_not_told_stays_its_own() -> None:
    brief = read("Ana Ruiz met Ode Research. Her firm said that it would wait.")

    assert mentions_of(brief)["org:her-firm"] == ["Her firm", "it"]


def test_government_is_that_of_the_country_of_the_dateline() -> None:
    text = "OSLO, May 4 - Norway and Chile met Peru.\n\nLund Mills, Chile and Norway think the government is late."

    assert mentions_of(tb.read(text))["government:no"] == ["government"]


def test_government_is_the_one_that_was_meant_before() -> None:
    brief = read(
        "Norway met the millers. The government is late.",
        "Chile met Peru.",
        "The millers have asked the government to hurry.",
    )

    assert mentions_of(brief)["government:no"] == ["government", "government"]


def test_government_is_no_partys() -> None:
    brief = read(
        "Norway met the millers. The government is late.",
        "Chile met Peru.",
        "The Liberal Democrats told the government to hurry.",
    )

    assert mentions_of(brief)["government:no"] == ["government", "government"]


def test_government_is_that_of_the_country_of_which_nearly_all_is_told() -> None:
    brief = read("American mills met US growers. American shops left. Americans shrug. The government is late.")

    assert mentions_of(brief)["government:us"] == ["government"]


def test_party_of_a_person_is_the_one_that_stands_with_the_name() -> None:
    brief = read("Ana Lund of the Fjord Alliance spoke. Her party opposes the levy.")

    assert mentions_of(brief)["org:fjord-alliance"] == ["Fjord Alliance", "Her party"]


def test_party_of_a_person_is_no_committee() -> None:
    brief = read("Ana Lund of the Trade Committee spoke. Her party opposes the levy.")

    assert mentions_of(brief)["org:trade-committee"] == ["Trade Committee"]


def test_office_in_a_headline_is_that_of_the_only_one_who_holds_it() -> None:
    brief = tb.read("Mills cheer as Minister rejects levy\n\nTrade Minister Ana Lund said so on Friday.\n")

    assert mentions_of(brief)["person:ana-lund"] == ["Minister", "Ana Lund"]


def test_post_of_a_writer_is_nobody() -> None:
    brief = tb.read("Mills cheer the levy\n\nBy Ana Lund, Industry Correspondent\n\nOslo met the mills on Friday.\n")

    assert [actor.name for actor in brief.actors] == ["Mills", "Ana Lund", "Norway"]


def test_company_is_the_only_one_that_the_headline_names() -> None:
    brief = tb.read(
        "Duties hit the plans of Ulvik Toys\n\nUlvik Toys, a toymaker in Odense, said that prices would rise.\n\n"
        "Shares fell by 3 percent in the course of a long and nervous day of trade.\n\n"
        "The company will open a shop in Lima. It said that the lease was not yet signed.\n"
    )

    assert mentions_of(brief)["org:ulvik-toys"] == [
        "Ulvik Toys", "Ulvik Toys", "toymaker in Odense", "company", "It",
    ]  # fmt: skip


def test_name_beside_a_noun_for_firms_is_a_companys() -> None:
    brief = read("Lekkomis, the Danish toymaker, cut its forecast.")

    assert [(actor.name, actor.kind) for actor in brief.actors if actor.id.startswith("org")] == [
        ("Lekkomis", tb.ActorKind.ORGANIZATION)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ghana accused Togo of dumping. Its neighbour denied the charge.",
        "Ghana and Togo met. Accra blamed its neighbour.",
        "Ghana has counted on selling its neighbor 40 tonnes, but Togo wants none.",
    ],
)
def test_neighbour_of_a_country_is_the_only_other_one_that_is_spoken_of(text: str) -> None:
    found = mentions_of(read(text))

    assert set(found) == {"country:gh", "country:tg"}
    assert any(words.lower().startswith("its neighbo") for words in found["country:tg"])


def test_neighbour_is_nobody_where_two_others_are_spoken_of() -> None:
    found = mentions_of(read("Ghana, Togo and Benin met. Ghana blamed its neighbour."))

    assert set(found) == {"country:gh", "country:tg", "country:bj"}
    assert all("its neighbour" not in words for words in found.values())
