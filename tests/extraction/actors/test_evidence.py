import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


def named(text: str, *more: str) -> dict[str, str]:
    """Name and kind of the actors that are named."""
    return {
        actor.name: actor.kind.value
        for actor in read(text, *more).actors
        if any(mention.form is tb.MentionForm.NAME for mention in actor.mentions)
    }


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The levy angered Pedro Quill in May.", "Pedro Quill", "person"),
        ("The levy angered J. K. Quill in May.", "J. K. Quill", "person"),
        ("The levy angered Nguyen Quill Thuc in May.", "Nguyen Quill Thuc", "person"),
        ("The levy angered Orrin Quill Jr in May.", "Orrin Quill Jr", "person"),
        ("The levy angered Orrin Quill, who left.", "Orrin Quill", "person"),
        ("The levy angered Orrin Quill, 43, in May.", "Orrin Quill", "person"),
        ("The levy angered Orrin Quill (2014) in a way.", "Orrin Quill", "person"),
        ("The levy angered the Quill Growers Association in May.", "Quill Growers Association", "organization"),
        ("The levy angered the Ministry of Trade and Fisheries.", "Ministry of Trade and Fisheries", "organization"),
        (
            "The levy angered the Northern Board for the Safety of Millers.",
            "Northern Board for the Safety of Millers",
            "organization",
        ),
        ("The levy angered the Food and Fish Administration.", "Food and Fish Administration", "organization"),
        ("The levy angered the Quill Farmers’ Forum.", "Quill Farmers’ Forum", "organization"),
        ("The levy angered the Skerrow Morning Herald.", "Skerrow Morning Herald", "organization"),
        ("The levy angered Quill Skerrow, a brewery in the north.", "Quill Skerrow", "organization"),
        ("Quillco’s shares fell in May, as the levy angered Quillco.", "Quillco", "organization"),
        ("The levy angered Ana Ruiz of Quill Skerrow Pell.", "Quill Skerrow Pell", "organization"),
        ("The levy angered Ana Ruiz and Orrin Quill.", "Orrin Quill", "person"),
    ],
)
def test_words_and_neighbours_tell_what_a_name_names(text: str, name: str, kind: str) -> None:
    assert named(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "The levy broke the Skerrow Agreement in May.",
        "Growers sold it for 25 QLD a box.",
        "A light diode (LED) costs more.",
        "They met in May and again on Monday.",
        "A Quillon is a sort of apple.",
        "They wrote it in the Skerrow language.",
        "Nothing came of it. Yesterday rain fell.",
    ],
)
def test_what_is_no_actor_gives_none(text: str) -> None:
    assert named(text) == {}


def test_surname_is_a_person_wherever_it_stands() -> None:
    brief = read("Skerrow waited in the port. The growers thanked envoy Pedro Skerrow, and the mills cheered Skerrow.")

    assert mentions_of(brief)["person:pedro-skerrow"] == ["Skerrow", "Pedro Skerrow", "Skerrow"]


def test_stronger_evidence_wins_over_more_of_a_weaker_kind() -> None:
    text = "Skerrow said no. In the end Skerrow said yes. The mills met Mr. Skerrow in May."

    assert named(text) == {"Skerrow": "person"}


def test_word_that_opens_its_sentence_is_no_name_by_its_capital() -> None:
    assert named("Patience is needed. Duties fell. Skepticism grew.") == {}


def test_name_that_opens_its_sentence_is_one_where_another_place_shows_it() -> None:
    assert named("Quillco waited. The mills sold malt to Quillco for years.") == {"Quillco": "organization"}


def test_name_of_which_nothing_is_known_is_a_body_with_a_note() -> None:
    brief = read("The mills sold malt to Quillco for years.")

    assert {actor.name: actor.kind.value for actor in brief.actors if actor.name == "Quillco"} == {
        "Quillco": "organization"
    }
    assert [(note.rule, brief[note.span]) for note in brief.diagnostics if note.span] == [("actor.unknown", "Quillco")]


def test_body_before_a_speaker_is_cut_off() -> None:
    assert named("It was late, said Refugee Council Pedro Quill in May.") == {
        "Refugee Council": "organization",
        "Pedro Quill": "person",
    }


def test_label_of_a_headline_is_no_name() -> None:
    brief = tb.read("Milk and Patience: Norway waits for the mills.\n\nNorway waits. The mills wait too.\n")

    assert {actor.name for actor in brief.actors if actor.kind is not tb.ActorKind.GROUP} == {"Norway"}


def test_credits_name_nobody_but_who_wrote_the_text() -> None:
    brief = tb.read("Levy stays\n\nNorway said the levy stays.\n\n(Reporting by Ana Ruiz; editing by Bo Lund)\n")

    assert {actor.name for actor in brief.actors} == {"Norway", "Ana Ruiz"}


def test_month_before_a_country_is_no_given_name() -> None:
    assert named("In May Norway opposed the levy.") == {"Norway": "country"}


def test_common_word_that_opens_its_sentence_is_no_company() -> None:
    assert named("Apple growers fear the levy. Labour costs rose.") == {}


def test_company_named_like_a_common_word_is_one_where_it_acts() -> None:
    assert named("Apple said the levy would stay.") == {"Apple": "organization"}


def test_letters_after_a_name_are_no_part_of_it() -> None:
    assert named("The levy angered Ana Skerrow OBE in May.") == {"Ana Skerrow": "person"}


@pytest.mark.parametrize(
    "text", ["The levy cost US$ 20,000 a year.", "The lorries came on US-75 by night.", "They left US 75 at noon."]
)
def test_letters_of_a_sum_or_a_road_are_no_country(text: str) -> None:
    assert named(text) == {}


def test_country_before_a_rate_is_one() -> None:
    assert named("The US 25 percent duty stays.") == {"United States": "country"}


def test_text_that_ends_with_a_day_after_a_name_is_read() -> None:
    assert tb.read("Sources praised Kovarik on Sunday").article.text.endswith("Sunday")


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Bharat Stal, the largest exporter, says the levy is low.", "org:bharat-stal"),
        ("Pampa Verde, the biggest of them, warned that it would close its plant.", "org:pampa-verde"),
        ("Southern Silk, the country's biggest processor, doubts it.", "org:southern-silk"),
        ("Supermarket chain Mallory's stopped sending meals.", "org:mallory"),
        ("Agrotextil, which speaks for clothing firms, is pleased.", "org:agrotextil"),
        ("Ana Lund, the leading candidate, said so.", "person:ana-lund"),
        ("The group Ana Lund leads is small.", "person:ana-lund"),
    ],
)
def test_rank_or_a_noun_before_it_tells_a_body(text: str, id: str) -> None:
    assert id in mentions_of(read(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Joan Wheat, a grower, said no.", "Joan Wheat", "person"),
        ("Elizabeth Banks, a trader, said no.", "Elizabeth Banks", "person"),
        ("Mark Mills said no.", "Mark Mills", "person"),
        ("The duty was wrong, said Ana Court.", "Ana Court", "person"),
        ("Howard Lane said no.", "Howard Lane", "person"),
        ("Moon Jae-in said the duty was wrong.", "Moon Jae-in", "person"),
        ("Sun Chunlan said the duty was wrong.", "Sun Chunlan", "person"),
        ("Mark Mills said its output fell.", "Mark Mills", "organization"),
        ("Mark Mills, a company, said no.", "Mark Mills", "organization"),
        ("The Mark Mills said no.", "Mark Mills", "organization"),
        ("Dean Foods said no.", "Dean Foods", "organization"),
        ("Charlotte Mills said no.", "Charlotte Mills", "organization"),
        ("Shares in Ana Mills fell.", "Ana Mills", "organization"),
    ],
)
def test_name_with_a_head_of_other_names_is_a_persons_where_one_is_shown(text: str, name: str, kind: str) -> None:
    assert named(text) == {name: kind}


def test_heavenly_body_that_opens_a_name_says_nothing_by_itself() -> None:
    assert named("The Moon Festival said no. The Sun Belt grew.") == {}


def test_who_after_the_place_of_an_office_means_its_holder() -> None:
    assert "Skerrow" not in {
        name for name, kind in named("The mayor of Skerrow, who left, was wary.").items() if kind == "person"
    }


def test_word_that_asks_in_a_line_of_capitals_is_no_acronym() -> None:
    text = "Norway drops levy\n\n{}\n\nNorway dropped the levy on salt. It said that it had no choice.\n"

    assert [actor.name for actor in tb.read(text.format("WHO WANTS WHAT")).actors] == ["Norway"]
    assert "World Health Organization" in [actor.name for actor in tb.read(text.format("The WHO left.")).actors]


def test_agency_in_a_dateline_is_not_spoken_of() -> None:
    brief = tb.read("Norway drops levy\n\nOSLO, 4 May (Skerrow Wire) - Norway dropped the levy.\n")

    assert [actor.name for actor in brief.actors] == ["Norway"]


@pytest.mark.parametrize("words", ["the envoy's mother", "the father of two", "a neighbour of hers"])
def test_who_is_somebodys_kin_is_a_person(words: str) -> None:
    brief = tb.read(f"Gianna Velk, {words}, met the growers.", format="text")

    assert "person:gianna-velk" in {actor.id for actor in brief.actors}


@pytest.mark.parametrize(
    "text",
    [
        "{} raised its forecast.",
        "{}, a broker, cut its forecast.",
        "The mill belongs to {}, whose managers disagree.",
        "Research house {} thinks so.",
        "Later {} said so, and brewery {} agreed.",
    ],
)
def test_name_is_a_bodys_as_what_it_has_shows(text: str) -> None:
    kinds = {actor.name: actor.kind for actor in read(text.replace("{}", "Merton Vale")).actors}

    assert kinds["Merton Vale"] is tb.ActorKind.ORGANIZATION


@pytest.mark.parametrize(
    "text",
    [
        "The head of the council, {}, raised its forecast.",
        "{}, whose growers left, thinks so.",
        "{} said the council had raised its forecast.",
    ],
)
def test_name_is_a_persons_beside_what_another_has(text: str) -> None:
    kinds = {actor.name: actor.kind for actor in read(text.replace("{}", "Merton Vale")).actors}

    assert kinds["Merton Vale"] is tb.ActorKind.PERSON


def test_surname_that_is_a_form_of_address_is_no_title() -> None:
    assert mentions_of(read("Robert Major of the Lund Union said so. He left."))["person:robert-major"] == [
        "Robert Major",
        "He",
    ]
