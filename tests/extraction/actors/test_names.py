import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


def person(text: str) -> tuple[str, list[str]]:
    """Name and roles of the only person of a text."""
    (actor,) = (actor for actor in read(text).actors if actor.kind is tb.ActorKind.PERSON)
    return actor.name, [role.title for role in actor.roles]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Energy Minister Lena Varga said the duty was too high.", "Energy Minister"),
        ("Norwegian trade minister Lena Varga said the duty was too high.", "trade minister"),
        ("Norway’s trade minister, Lena Varga, said the duty was too high.", "trade minister"),
        ("The mills thanked the energy minister, Lena Varga, for the quota.", "energy minister"),
    ],
)
def test_title_before_a_name_is_its_role(text: str, title: str) -> None:
    assert person(text) == ("Lena Varga", [title])


@pytest.mark.parametrize(
    "text",
    [
        "Lena Varga, the energy minister, said the duty was too high.",
        "Lena Varga, who leads the team, said the duty was too high.",
        "Lena Varga said the duty was too high.",
        "The duty was too high, said Lena Varga.",
        "According to Lena Varga, the duty was too high.",
        "Lena Varga of the mill said the duty was too high.",
    ],
)
def test_name_is_a_person_where_the_words_around_it_say_so(text: str) -> None:
    assert mentions_of(read(text))["person:lena-varga"] == ["Lena Varga"]


@pytest.mark.parametrize("honorific", ["Mr.", "Mr", "Ms.", "Mrs", "Dr."])
def test_honorific_makes_a_name_a_person_and_is_no_role(honorific: str) -> None:
    assert person(f"The growers met {honorific} Lund in the north.") == ("Lund", [])


@pytest.mark.parametrize(
    "name",
    ["Anne-Grethe Moe", "J. Lund", "Piet de Vries", "Zoë Łęcz", "Søren O'Brien", "Be\u0301la Kun", "Nguyen Hoang Long"],
)
def test_name_of_several_parts_is_kept_whole(name: str) -> None:
    assert person(f"The growers and the mills in the north met Trade Minister {name} in May.") == (
        name,
        ["Trade Minister"],
    )


@pytest.mark.parametrize(
    ("text", "id", "kind", "form"),
    [
        ("Norway opposes the levy.", "country:no", tb.ActorKind.COUNTRY, tb.MentionForm.NAME),
        ("The U.S. opposes the levy.", "country:us", tb.ActorKind.COUNTRY, tb.MentionForm.NAME),
        ("The US opposes the levy.", "country:us", tb.ActorKind.COUNTRY, tb.MentionForm.NAME),
        ("The Norwegian levy fell.", "country:no", tb.ActorKind.COUNTRY, tb.MentionForm.DEMONYM),
        ("Oslo opposes the levy.", "country:no", tb.ActorKind.COUNTRY, tb.MentionForm.METONYM),
        ("The European Union opposes the levy.", "bloc:eu", tb.ActorKind.BLOC, tb.MentionForm.NAME),
        ("California opposes the levy.", "subnational:us-ca", tb.ActorKind.SUBNATIONAL, tb.MentionForm.NAME),
        ("The WTO opposes the levy.", "org:wto", tb.ActorKind.ORGANIZATION, tb.MentionForm.NAME),
        (
            "In the north the Northern Mill Association opposes the levy.",
            "org:northern-mill-association",
            tb.ActorKind.ORGANIZATION,
            tb.MentionForm.NAME,
        ),
    ],
)
def test_known_name_has_its_id_kind_and_form(text: str, id: str, kind: tb.ActorKind, form: tb.MentionForm) -> None:
    (actor,) = read(text).actors

    assert (actor.id, actor.kind, [mention.form for mention in actor.mentions]) == (id, kind, [form])


@pytest.mark.parametrize(
    "text",
    [
        "Washington warned that the duty would stay.",
        "The mills heard a warning from Washington.",
        "Growers urged Washington to wait.",
        "The talks between Washington and the mills failed.",
    ],
)
def test_capital_that_speaks_or_is_spoken_to_is_its_government(text: str) -> None:
    assert mentions_of(read(text))["country:us"] == ["Washington"]


@pytest.mark.parametrize(
    "text",
    [
        "The envoys flew to Washington on Monday.",
        "The talks were held in Washington and Oslo.",
        "The mill near Washington burned.",
        "The envoys returned from Washington on Friday.",
        "The trip to Washington was short.",
    ],
)
def test_capital_where_things_happen_is_a_place(text: str) -> None:
    assert "country:us" not in mentions_of(read(text))


def test_same_capital_may_be_place_and_government_in_one_sentence() -> None:
    brief = read("The envoy returned from Beijing on Friday, and Beijing offered a quota.")

    (mention,) = next(actor for actor in brief.actors if actor.id == "country:cn").mentions

    assert mention.span.start == brief.article.text.rindex("Beijing")


@pytest.mark.parametrize("text", ["OSLO, Nov 12 (Kyodo) - Norway said no.", "On Jan. 3 Norway said no."])
def test_short_month_of_a_date_names_nothing(text: str) -> None:
    assert not {place.name for place in read(text).places} - {"OSLO"}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("The Northern Fitters' Union said that the quota was fair.", "org:northern-fitters-union"),
        ("Her Norwegian counterpart, Lund Kvam, welcomed the quota.", "person:lund-kvam"),
    ],
)
def test_kind_of_an_unknown_name_is_told_by_what_owns_or_precedes_it(text: str, id: str) -> None:
    assert id in {actor.id for actor in read(text).actors}


@pytest.mark.parametrize(
    "text",
    [
        "Hodgkin's criticism of Norway went on.",
        "Hodgkin on Monday was still critical of Norway.",
        "Hodgkin has been a loud supporter of Norway.",
        "Hodgkin himself left for Norway.",
        "Hodgkin, a longtime analyst, left for Norway.",
        "Hodgkin, who left, praised Norway.",
        "Hodgkin had prosecuted Norway.",
        "Hodgkin was sued by Norway.",
        "The Hodgkin campaign left for Norway.",
    ],
)
def test_word_that_opens_its_sentence_is_a_name_by_what_only_actors_do_or_have(text: str) -> None:
    assert "Hodgkin" in {actor.name for actor in tb.read(text).actors}


@pytest.mark.parametrize("text", ["Wheat, the main crop, fell.", "Levy stays in Norway."])
def test_word_that_opens_its_sentence_is_no_name_by_its_capital(text: str) -> None:
    assert {actor.name for actor in tb.read(text).actors} <= {"Norway"}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("The Office of the US Trade Representative objects.", "org:ustr"),
        ("The Ministry of Commerce of China objects.", "org:cn-mofcom"),
    ],
)
def test_body_is_its_countrys_where_its_name_says_so(text: str, id: str) -> None:
    assert [actor.id for actor in read(text).actors] == [id]


def test_form_of_address_alone_is_nobody() -> None:
    assert {actor.id for actor in read("Mr. Per Ruiz said no.").actors} == {"person:per-ruiz"}


def test_two_bodies_of_people_are_no_title_with_a_name() -> None:
    found = read("The Federation of Northern Growers and the Forum of National Grain met.").actors

    assert all(actor.kind is not tb.ActorKind.PERSON for actor in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Texas Republican Eva Lund opposes the levy.",
            {"subnational:us-tx": ["Texas"], "person:eva-lund": ["Eva Lund"]},
        ),
        ("Liberal Democrat Ed Lund opposes the levy.", {"person:ed-lund": ["Ed Lund"]}),
        ("Texas Republicans oppose the levy.", {"group:texas-republicans": ["Texas Republicans"]}),
        ("The Texas Republican Party opposes the levy.", {"org:texas-republican-party": ["Texas Republican Party"]}),
    ],
)
def test_party_stands_before_a_name_and_is_none_of_its_words(text: str, expected: dict[str, list[str]]) -> None:
    assert mentions_of(read(text)) == expected


@pytest.mark.parametrize(
    "name", ["Southern Milk", "Prairie Wheat", "Acme Steel", "Baltic Grain Holdings", "Lund Copper"]
)
def test_goods_in_a_name_tell_a_company(name: str) -> None:
    (actor,) = read(f"{name} opposes the levy.").actors

    assert (actor.name, actor.kind) == (name, tb.ActorKind.ORGANIZATION)


@pytest.mark.parametrize(
    "name", ["King Abdullah University", "Prince Rupert Port Authority", "Doctor Ode Society of Oslo"]
)
def test_form_of_address_may_open_the_name_of_a_body(name: str) -> None:
    (actor,) = read(f"{name} opposes the levy.").actors

    assert (actor.name, actor.kind) == (name, tb.ActorKind.ORGANIZATION)


def test_prince_with_an_article_is_an_office() -> None:
    found = mentions_of(read("Prince Abdulaziz met Doctor Ana Lund. The Prince opposes the levy."))

    assert found == {"person:abdulaziz": ["Abdulaziz", "Prince"], "person:ana-lund": ["Ana Lund"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NatureSweet, an Oslo-based grower, opposes the levy.", "NatureSweet"),
        ("Walmart de Mexico opposes the levy.", "Walmart de Mexico"),
        ("Shares in Ana Pond fell.", "Ana Pond"),
        ("Stools of Ashley Furniture are cheap.", "Ashley Furniture"),
        ("Oxfam International opposes the levy.", "Oxfam International"),
        ("Lund Metals-owned Ode Furniture opposes the levy.", "Ode Furniture"),
    ],
)
def test_company_is_told_by_its_name_and_what_one_holds_of_it(text: str, name: str) -> None:
    found = {actor.name: actor.kind for actor in read(text).actors}

    assert found[name] is tb.ActorKind.ORGANIZATION


@pytest.mark.parametrize("name", ["MacDonald", "DeSantis", "McLeod"])
def test_surname_of_two_parts_is_no_brand(name: str) -> None:
    (actor,) = read(f"Ana {name} left. {name} opposes the levy.").actors

    assert actor.kind is tb.ActorKind.PERSON


def test_title_with_a_name_of_its_own_is_not_the_next_names() -> None:
    (ruiz, lund) = (
        actor
        for actor in read("Ana Ruiz left. Former president Juan Lund, Ruiz's mentor, opposes the levy.").actors
        if actor.kind is tb.ActorKind.PERSON
    )

    assert ([role.title for role in ruiz.roles], [role.title for role in lund.roles]) == ([], ["Former president"])


def test_office_that_owns_another_is_not_its_bearers() -> None:
    (adviser,) = (
        actor for actor in read("Ana Ruiz, the president's trade adviser, left.").actors if "ruiz" in actor.id
    )

    assert [role.title for role in adviser.roles] == ["trade adviser"]


def test_town_that_begins_like_a_people_is_a_town() -> None:
    assert mentions_of(read("Mills in Thai Nguyen closed.")).keys().isdisjoint({"country:th"})


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("United Steelworkers wants a quota.", "org:us-usw"),
        ("United Auto Workers said that the quota is small.", "org:us-uaw"),
        ("United Millers Union wants a quota.", "org:united-millers-union"),
    ],
)
def test_body_may_open_a_sentence_with_a_participle(text: str, id: str) -> None:
    assert id in mentions_of(read(text))


@pytest.mark.parametrize("text", ["Varlow and Meloni met.", "Varlow and Trump flew north. Trump was pleased."])
def test_surname_before_another_opens_a_sentence(text: str) -> None:
    assert mentions_of(read(text))["person:varlow"] == ["Varlow"]


def test_plural_before_a_name_is_none() -> None:
    assert list(mentions_of(read("Bananas and Meloni matter."))) == ["person:meloni"]


@pytest.mark.parametrize("text", ["Ana Ruiz met Varlow in May.", "Varlow praised Akazawa. Akazawa thanked Varlow."])
def test_whom_a_person_meets_is_one(text: str) -> None:
    assert "person:varlow" in mentions_of(read(text))


@pytest.mark.parametrize(("name", "office"), [("Lincoln", "minister of trade"), ("Paris", "the trade minister")])
def test_town_with_an_office_is_a_person(name: str, office: str) -> None:
    found = mentions_of(read(f"“The quota is small,” said {name}, {office}. {name} left."))

    assert found[f"person:{name.lower()}"] == [name, name]


def test_capital_with_a_leaders_noun_is_no_person() -> None:
    assert "country:fr" in mentions_of(read("Paris, the leader of the group, wants a quota."))


def test_ministry_is_the_countrys_whose_acronym_stands_for_it() -> None:
    found = mentions_of(read("The Ministry of Economy, Trade and Industry objects. METI wants talks."))

    assert found["org:jp-meti"] == ["Ministry of Economy, Trade and Industry", "METI"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Abdulaziz bin Nasser Al-Harbi", "Al-Harbi"),
        ("Mariam Al Thani", "Al Thani"),
        ("João Pedro da Costa e Silva", "Costa e Silva"),
        ("Jan-Willem van der Meer", "Van der Meer"),
        ("Nur Aisyah binti Rahman", "Aisyah"),
    ],
)
def test_last_words_of_a_name_stand_for_the_person(full: str, short: str) -> None:
    brief = read(f"{full}, a trade envoy, left Oslo. {short} praised the duty.")

    assert [words for id, words in mentions_of(brief).items() if id.startswith("person:")] == [[full, short]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Andean Court of Justice ruled against Peru.", "Andean Court of Justice"),
        ("Carmaker Orvana will close a plant.", "Orvana"),
        ("Ratings agency Helvetia Credit cut its outlook.", "Helvetia Credit"),
        ("The growers and Peru Fruct signed a deal.", "Peru Fruct"),
        ("The Nordic Export Credit Facility will lend more.", "Nordic Export Credit Facility"),
    ],
)
def test_name_is_a_body_where_its_words_or_its_trade_say_so(text: str, name: str) -> None:
    bodies = [actor.name for actor in read(text).actors if actor.kind is tb.ActorKind.ORGANIZATION]

    assert bodies == [name]


def test_name_of_a_union_keeps_what_could_be_a_trade() -> None:
    assert "org:retailer-association-of-lund" in mentions_of(read("Retailer Association of Lund said no."))


def test_acronym_in_brackets_is_of_a_body_for_something() -> None:
    brief = read("The Kenya Institute for Trade Studies (KITS) left. KITS was closed in May.")

    assert mentions_of(brief) == {
        "org:kenya-institute-for-trade-studies": ["Kenya Institute for Trade Studies", "KITS", "KITS"]
    }


@pytest.mark.parametrize("region", ["Caribbean", "Pacific", "Balkans"])
def test_region_with_an_article_that_acts_is_no_body(region: str) -> None:
    assert mentions_of(read(f"Fear is that the {region} will lose. The {region} wants a deal.")) == {}


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        ("The movement Our Harvest, which has closed roads, opposes the duty.", "org:our-harvest", ["Our Harvest"]),
        ("Ministers met Your Land on Monday.", "org:your-land", ["Your Land"]),
        ("Nordex, which owns three mills, wants a quota. It is losing money.", "org:nordex", ["Nordex", "It"]),
        ("Nordex, which represents the mills, wants a quota.", "org:nordex", ["Nordex"]),
        ("The mills left their union, Cerámica Ulvik, which backs it. Cerámica Ulvik wants calm.",
         "org:ceramica-ulvik", ["Cerámica Ulvik", "Cerámica Ulvik"]),
        ("The largest producer, Hong Kong-listed Ulvik Metals, opposes its quota.",
         "org:ulvik-metals", ["largest producer", "Ulvik Metals", "its"]),
        ("The Congo opposes the levy on ore.", "country:cd", ["Congo"]),
    ],
)  # fmt: skip
def test_unknown_name_is_read_whole_and_of_its_body(text: str, id: str, words: list[str]) -> None:
    assert mentions_of(read(text))[id] == words


@pytest.mark.parametrize(
    "text",
    ["Drought, which hurts crops, has raised prices.", "In Our View, the duty hurts.", "“Our Duty Hurts,” said Lund."],
)
def test_word_that_only_opens_names_nobody(text: str) -> None:
    assert not {"org:drought", "org:our-view", "org:our-duty-hurts"} & mentions_of(read(text)).keys()


def test_place_of_a_listing_is_not_cut() -> None:
    assert "org:hong" not in mentions_of(read("The levy hurts Hong Kong-listed Ulvik Metals."))


def test_officers_of_a_service_are_one_group() -> None:
    found = mentions_of(read("Dutch customs officers found moths. Dutch customs opposes the levy."))

    assert found == {
        "group:dutch-customs-officers": ["Dutch customs officers"],
        "org:nl-customs": ["Dutch customs"],
        "country:nl": ["Dutch", "Dutch"],
    }


@pytest.mark.parametrize("before", ["", "The Peruvian government opposes the levy. "])
def test_authorities_of_a_country_are_its_government(before: str) -> None:
    found = mentions_of(read(f"{before}The Peruvian authorities oppose the duty. They want a quota."))

    assert found["government:pe"][-2:] == ["Peruvian authorities", "They"]


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        (
            "Jordan opposes the levy. Jordan Bardell, a lawyer, praised the levy. Jordan rejected the quota.",
            "country:jo",
            ["Jordan", "Jordan"],
        ),
        ("Jordan, Egypt and Israel oppose the levy. Analyst Jordan Bardell disagreed.", "country:jo", ["Jordan"]),
        ("Chad opposes the levy. Chad Lund, an economist, praised it.", "country:td", ["Chad"]),
        (
            "Michael Jordan, a lawyer, praised it. Jordan rejected it.",
            "person:michael-jordan",
            ["Michael Jordan", "Jordan"],
        ),
        (
            "Jordan Lund praised it. Mr Jordan said no. Jordan rejected it.",
            "person:jordan-lund",
            ["Jordan Lund", "Jordan", "Jordan"],
        ),
    ],
)
def test_country_that_is_a_given_name_stays_one_beside_its_bearer(text: str, id: str, words: list[str]) -> None:
    assert mentions_of(read(text))[id] == words


@pytest.mark.parametrize(
    ("text", "country", "body"),
    [
        ("The French finance ministry denied it.", "French", "French finance ministry"),
        ("France's finance ministry denied it.", "France", "France's finance ministry"),
    ],
)
def test_country_is_mentioned_within_the_name_of_its_ministry(text: str, country: str, body: str) -> None:
    assert mentions_of(read(text)) == {"country:fr": [country], "org:fr-bercy-ministry": [body]}


@pytest.mark.parametrize(
    "text",
    [
        "Cocoa has begun to divide the talks.",
        "Welders, who number 4,000, have left.",
        "Everybody dreads a quota.",
        "The ham is sold at 9 degrees Celsius.",
        "The Deforestation Delay Mechanism begins to bite.",
    ],
)
def test_noun_with_a_capital_is_nobodys_name(text: str) -> None:
    assert not [actor for actor in read(text).actors if actor.kind in (tb.ActorKind.PERSON, tb.ActorKind.ORGANIZATION)]


def test_party_called_after_its_members_is_a_body() -> None:
    assert "org:greens" in mentions_of(read("The Greens, who oppose the quota, left."))


@pytest.mark.parametrize("text", ["Consultancy Ulvik Trade doubts it.", "Conglomerate Ulvik Trade left."])
def test_trade_that_opens_a_sentence_is_no_part_of_the_name(text: str) -> None:
    assert mentions_of(read(text))["org:ulvik-trade"] == ["Ulvik Trade"]


def test_town_called_as_a_prince_is_nobody() -> None:
    assert "person:rupert" not in mentions_of(read("The mill near Prince Rupert is idle."))


def test_whole_line_after_by_is_a_writer() -> None:
    brief = tb.read("Oslo lifts its duty\nBy Zanele Qwabe\n\nOSLO, May 4 (Ode Wire) - Norway has lifted its duty.\n")

    assert [actor.id for actor in brief.actors if actor.name == "Zanele Qwabe"] == ["author:zanele-qwabe"]
