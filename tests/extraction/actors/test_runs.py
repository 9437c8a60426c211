import pytest
from tests.extraction.reading import mentions_of, read, words_of

import tradebrief as tb


@pytest.mark.parametrize(
    "name",
    [
        "Northern Cocoa, Coffee and Nut Farmers Association",
        "Ministry of Agriculture, Fisheries and Food",
        "Danish Coffee and Tea Board",
        "Garment Association in Fiji",
    ],
)
def test_name_of_a_body_goes_on_over_what_it_lists(name: str) -> None:
    found = mentions_of(read(f"The {name} (GAIF) said that the levy was high."))

    assert name in [words[0] for words in found.values()]


@pytest.mark.parametrize(
    "text",
    [
        "Canada, Mexico and the Federation of Millers left.",
        "Ana Ruiz, Per Lund and the Federation of Millers left.",
        "The Ministry of Trade, Ana Ruiz and Per Lund left.",
    ],
)
def test_row_of_several_is_not_one_name(text: str) -> None:
    assert len(mentions_of(read(text))) == 3


def test_compound_with_the_name_of_a_town_is_no_part_of_a_bodys_name() -> None:
    assert list(mentions_of(read("London-based Lund Metals said that prices fell."))) == ["org:lund-metals"]


def test_party_and_state_behind_a_lawmakers_name_are_nobody() -> None:
    assert list(mentions_of(read("Sen. Ana Ruiz, D-Minn., left."))) == ["person:ana-ruiz"]


def test_acronym_that_the_text_introduces_is_not_whom_the_lexicon_has_it_for() -> None:
    assert mentions_of(read("The Federation of Southern Millers (FSM) left. FSM has 140 mills.")) == {
        "org:federation-of-southern-millers": ["Federation of Southern Millers", "FSM", "FSM"]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tokyo shares fell. London traders sold.", {"group:london-traders": ["London traders"]}),
        (
            "Tokyo negotiators left.",
            {"country:jp": ["Tokyo"], "group:tokyo-negotiators": ["Tokyo negotiators"]},
        ),
        ("Europe wants a deal.", {"bloc:eu": ["Europe"]}),
        ("Asia and Europe are far apart.", {}),
        ("Chile raised the duty. She urged Santiago to end it.", {"country:cl": ["Chile", "Santiago"]}),
    ],
)
def test_capital_is_a_town_before_what_towns_have(text: str, expected: dict[str, list[str]]) -> None:
    assert mentions_of(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ode president Ana Ruiz left.", {"org:ode": ["Ode"], "person:ana-ruiz": ["Ana Ruiz"]}),
        ("BCDG president Ana Ruiz left.", {"org:bcdg": ["BCDG"], "person:ana-ruiz": ["Ana Ruiz"]}),
        ("Chief executive Ana Ruiz left.", {"person:ana-ruiz": ["Ana Ruiz"]}),
        ("Energy Minister Prince Karim bin Ode left. Prince Karim said no.",
         {"person:karim-bin-ode": ["Karim bin Ode", "Karim"]}),
        ("The Varga Institute of Trade left. The Institute said no.",
         {"org:varga-institute-of-trade": ["Varga Institute of Trade", "Institute"]}),
    ],
)  # fmt: skip
def test_name_beside_an_office_or_a_title_is_read_apart_from_it(text: str, expected: dict[str, list[str]]) -> None:
    assert mentions_of(read(text)) == expected


def test_office_beside_an_office_is_its_bearers_too() -> None:
    (person,) = read("President and Chief Executive Ana Ruiz left.").actors

    assert [role.title for role in person.roles] == ["President", "Chief Executive"]


def test_former_office_beside_a_name_is_a_role() -> None:
    (person,) = read("Ana Ruiz, a former negotiator, left.").actors

    assert [role.title for role in person.roles] == ["former negotiator"]


def test_its_means_the_subject_and_not_the_place_that_ends_its_phrase() -> None:
    found = mentions_of(read("The Chamber of Commerce in China said that sales fell. Its members left."))

    assert found["org:chamber-of-commerce"] == ["Chamber of Commerce", "Its"]


def test_ministry_is_named_with_all_of_its_fields() -> None:
    assert mentions_of(read("Rwanda’s Ministry of Trade and Industry said no.")) == {
        "country:rw": ["Rwanda"],
        "org:rw-trade": ["Ministry of Trade and Industry"],
    }


def test_exporter_beside_a_name_makes_a_body_of_it() -> None:
    assert mentions_of(read("Levant Stitch, the largest exporter, said that sales fell.")) == {
        "org:levant-stitch": ["Levant Stitch", "largest exporter"]
    }


def test_name_of_a_place_with_a_particle_stays_whole_in_a_description() -> None:
    assert "group:growers-in-rio-grande-do-sul" in mentions_of(read("Growers in Rio Grande do Sul disagree."))


def test_body_whose_acronym_the_lexicon_knows_is_that_one() -> None:
    assert mentions_of(read("The Costa Rican Union of Chambers (UCCAEP) said no.")) == {
        "org:cr-uccaep": ["Costa Rican Union of Chambers", "UCCAEP"]
    }


@pytest.mark.parametrize(
    "name", ["Dairy and Meat Workers' Union", "Justice and Welfare Party", "Steel and Cement Council"]
)
def test_name_may_begin_with_a_trade_or_what_is_an_office_elsewhere(name: str) -> None:
    assert name in {actor.name for actor in read(f"Lena Berg, president of the {name}, was no kinder.").actors}


def test_lawmakers_of_a_row_share_their_title_past_brackets() -> None:
    brief = read(
        "It was led by Sens. Ana Lund (D-NM) and Tom Pruss (R-IA).", "Pruss told reporters so. The senator left."
    )

    assert mentions_of(brief)["person:tom-pruss"] == ["Tom Pruss", "Pruss", "senator"]


def test_names_before_a_verb_in_the_plural_are_two() -> None:
    found = mentions_of(read("Lund Milk and Ode Steel have said that the levy was high."))

    assert [len(words) for words in found.values()] == [1, 1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Union of Dock and Rail Workers objects.", ["Union of Dock and Rail Workers"]),
        ("The Federation of Maize and Sorghum Growers objects.", ["Federation of Maize and Sorghum Growers"]),
        ("The Ministry of Trade and Lofoten Growers object.", ["Ministry of Trade", "Lofoten Growers"]),
    ],
)
def test_two_words_for_the_people_of_one_body_are_one_name(text: str, names: list[str]) -> None:
    found = mentions_of(read(text)).values()

    assert [words for mentions in found for words in mentions] == names


@pytest.mark.parametrize(
    "name",
    [
        "Ulvik Tackle AS", "Ulvik Tackle A/S", "Ulvik Tackle, Inc", "Ulvik Tackle Co., Ltd", "Ulvik GmbH & Co. KG",
        "Ulvik Tackle d.o.o.", "Ulvik Tackle Pvt. Ltd", "Ulvik Tackle S.A.B. de C.V.", "Ulvik JSC", "Ulvik Sdn Bhd",
    ],
)  # fmt: skip
def test_name_of_a_company_goes_on_over_its_legal_form(name: str) -> None:
    brief = read(f"{name} opposes the levy. Ulvik wants a refund.")

    (company,) = brief.actors
    assert company.kind is tb.ActorKind.ORGANIZATION
    assert words_of(brief, [mention.span for mention in company.mentions]) == [name, "Ulvik"]
    assert [claim.holder for claim in brief.claims] == [company.id, company.id]


@pytest.mark.parametrize("sign", ["C$", "Mex$", "NT$"])
def test_letters_against_a_sign_of_money_name_nobody(sign: str) -> None:
    assert not mentions_of(read(f"The levy costs {sign}40 million."))


def test_ministry_in_capitals_is_named_without_the_country_that_owns_it() -> None:
    found = mentions_of(read("Norway's Trade Ministry said no."))

    assert found["country:no"] == ["Norway"]
    assert ["Trade Ministry"] in found.values()


def test_office_named_after_an_office_is_a_body() -> None:
    found = mentions_of(read("The Office of the Deputy Trade Commissioner said no."))

    assert found == {"org:office-of-the-deputy-trade-commissioner": ["Office of the Deputy Trade Commissioner"]}


@pytest.mark.parametrize("name", ["al-Ulvi", "el-Ulvi"])
def test_name_with_a_particle_is_its_bearers_within_a_sentence_and_where_it_opens_one(name: str) -> None:
    brief = read(f"Amira {name} left. {name.capitalize()[:3]}{name[3:]}, for her part, left. On Friday {name} left.")

    assert mentions_of(brief)[f"person:amira-{name.lower()}"] == [
        f"Amira {name}", f"{name[:2].capitalize()}{name[2:]}", "her", name,
    ]  # fmt: skip
