"""Which names of bodies mean one body, and which body a description means."""

import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


def bodies(*paragraphs: str) -> dict[str, list[str]]:
    """The words that mention each body."""
    found = mentions_of(read(*paragraphs))
    return {id: words for id, words in found.items() if id.startswith(("org:", "bloc:"))}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Federation of Northern Growers", "Federation of Northern Growers"),
        ("Varga Institute of Trade Studies", "Varga Institute"),
        ("Varga Institute of Trade Studies", "Institute of Trade Studies"),
        ("Northern Lund Group", "Lund Group"),
        ("Varga Group", "Varga"),
        ("Lund Mills Inc", "Lund Mills"),
        ("Lund Mills Corp.", "Lund Mills Ltd."),
        ("Northern Growers' Council", "Growers' Council"),
    ],
)
def test_short_form_is_the_body_of_the_only_longer_name(full: str, short: str) -> None:
    found = bodies(f"The duty was lowered by the {full} in May.", f"According to {short}, the quota is small.")

    assert [len(words) for words in found.values()] == [2]


@pytest.mark.parametrize(
    "introduction",
    [
        "The duty hurts the Federation of Northern Growers (FNG) in May.",
        "The duty hurts the FNG (Federation of Northern Growers) in May.",
        "The duty hurts the Federation of Northern Growers in May.",
    ],
)
def test_acronym_means_the_body_whose_initials_it_has(introduction: str) -> None:
    found = bodies(introduction, "FNG said the quota was small.")

    assert list(found) == ["org:federation-of-northern-growers"]
    assert found["org:federation-of-northern-growers"][-1] == "FNG"


def test_acronym_in_brackets_need_not_be_made_of_initials() -> None:
    found = bodies("The duty hurts the Federation of Northern Growers (BNL) in May.", "BNL said the quota was small.")

    assert found["org:federation-of-northern-growers"] == ["Federation of Northern Growers", "BNL", "BNL"]


def test_other_acronym_is_another_body() -> None:
    found = bodies("The duty hurts the Federation of Northern Growers in May.", "NFG said the quota was small.")

    assert len(found) == 2


def test_name_comes_before_its_full_form() -> None:
    found = bodies("Lund Group said the quota was small.", "The duty hurts the Northern Lund Group in May.")

    assert list(found) == ["org:northern-lund-group"]


def test_short_form_that_fits_two_bodies_is_its_own() -> None:
    brief = read(
        "The duty hurts the Lund Council and the Varga Council in May.", "The Council said that the quota was small."
    )

    assert mentions_of(brief)["org:council"] == ["Council"]
    assert [(note.rule, brief[note.span]) for note in brief.diagnostics if note.span] == [
        ("actor.undecided", "Council")
    ]


def test_short_form_that_fits_two_bodies_means_the_one_of_its_paragraph() -> None:
    found = bodies(
        "The duty hurts the Lund Council and the Varga Council in May.",
        "The quota was set by the Varga Council in June. The Council said that the quota was small.",
    )

    assert found["org:varga-council"] == ["Varga Council", "Varga Council", "Council"]


def test_acronym_of_two_bodies_stays_open() -> None:
    text = "The Lund Ore Traders Alliance (LOTA) met the Lima Oats and Tea Association (LOTA). LOTA said no."

    assert bodies(text) == {
        "org:lund-ore-traders-alliance": ["Lund Ore Traders Alliance", "LOTA"],
        "org:lima-oats-and-tea-association": ["Lima Oats and Tea Association", "LOTA"],
        "org:lota": ["LOTA"],
    }
    assert [note.rule for note in read(text).diagnostics] == ["actor.undecided"]


def test_acronym_of_a_listed_and_another_body_stays_open() -> None:
    text = (
        "The Korea International Trade Association (KITA) and the Kansas Iron Traders Alliance (KITA) met. KITA left."
    )

    assert bodies(text)["org:kita"] == ["KITA"]


def test_acronym_of_two_forms_of_one_name_does_not() -> None:
    text = "The Lund Ore Traders Alliance (LOTA) met. The Alliance of Lund Ore Traders (LOTA) said no. LOTA left."

    assert "org:lota" not in bodies(text)


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        (
            "Silver Arrow Mining opposes the levy. Silver Arrow said it will sue.",
            "org:silver-arrow-mining",
            ["Silver Arrow Mining", "Silver Arrow", "it"],
        ),
        (
            "Copper Ridge Mining Corp. said no. Copper Ridge agreed.",
            "org:copper-ridge-mining-corp",
            ["Copper Ridge Mining Corp", "Copper Ridge"],
        ),
        ("Ana Ruiz Foundation said no. Ana Ruiz agreed.", "org:ana-ruiz-foundation", ["Ana Ruiz Foundation"]),
        (
            "Copper Ridge Mining said no. Growers in Copper Ridge left. Copper Ridge agreed.",
            "org:copper-ridge-mining",
            ["Copper Ridge Mining"],
        ),
        ("San Lund Herald said no. San Lund agreed.", "org:san-lund-herald", ["San Lund Herald"]),
    ],
)
def test_first_words_that_act_are_the_body(text: str, id: str, words: list[str]) -> None:
    assert bodies(text)[id] == words


def test_description_means_the_only_body_with_its_noun() -> None:
    found = bodies(
        "The duty was set by the US Commerce Department in May.", "The department said that the duty was fair."
    )

    assert found == {"org:us-commerce": ["US Commerce Department", "department"]}


def test_description_means_a_body_that_has_all_its_words() -> None:
    found = bodies(
        "The Ministry of Finance set the duty. The Ministry of Fisheries met in May.",
        "The fisheries ministry said that the quota was small.",
    )

    assert found["org:ministry-of-fisheries"] == ["Ministry of Fisheries", "fisheries ministry"]


def test_description_that_fits_two_bodies_is_noted() -> None:
    brief = read(
        "The Ministry of Finance set the duty. The Ministry of Fisheries met in May.",
        "The ministry said that the quota was small.",
    )

    assert mentions_of(brief)["org:ministry"] == ["ministry"]
    assert [note.rule for note in brief.diagnostics] == ["actor.undecided"]


def test_bloc_is_the_only_bloc() -> None:
    found = bodies("The European Union wants a quota. The bloc said that the duty was fair.")

    assert found == {"bloc:eu": ["European Union", "bloc"]}


def test_seat_and_name_of_a_bloc_are_one_actor() -> None:
    brief = read("The European Union wants a quota. Brussels said that the duty was fair.")

    assert mentions_of(brief) == {"bloc:eu": ["European Union", "Brussels"]}


def test_body_of_another_country_is_not_meant() -> None:
    found = bodies(
        "The duty was set by the US Commerce Department in May.", "The Chilean department said that the duty was fair."
    )

    assert found["org:us-commerce"] == ["US Commerce Department"]


def test_body_has_the_kind_of_its_first_name() -> None:
    brief = read("The duty hurts the Lund Group in May.", "Lund said the quota was small.")

    assert {actor.kind for actor in brief.actors} == {tb.ActorKind.ORGANIZATION}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Congress will vote in May, and so the US Congress waits.", "org:us-congress"),
        ("The US Senate met in May. The Senate wants a quota.", "org:us-senate"),
        ("Congress will vote in May.", "org:congress"),
    ],
)
def test_body_that_many_countries_have_is_that_of_the_only_one_named(text: str, id: str) -> None:
    assert list(bodies(text)) == [id]


def test_possessed_body_is_its_own() -> None:
    found = bodies("The duty was set by the US Commerce Department in May. Lund said that her department was late.")

    assert found["org:us-commerce"] == ["US Commerce Department"]


def test_company_is_the_only_one_that_its_paragraph_names() -> None:
    found = bodies("Northern Lund Mills said the quota was small. The company said that it would close.")

    assert found["org:northern-lund-mills"][:2] == ["Northern Lund Mills", "company"]


@pytest.mark.parametrize(
    "named", ["The Northern Lund Council", "Northern Lund Mills, Varga Mills", "Northern Lund Mills waits.\n\nIt"]
)
def test_company_is_no_council_nor_one_of_two(named: str) -> None:
    found = bodies(f"{named} said the quota was small.", "The company said that rates would fall.")

    assert found["org:company"] == ["company"]


@pytest.mark.parametrize(
    ("country", "id"), [("Singapore", "org:sg-mti"), ("Kenya", "org:ministry-of-trade-and-industry")]
)
def test_ministry_of_a_common_name_is_a_countrys_where_that_is_named(country: str, id: str) -> None:
    brief = read(f"{country} objected. The Ministry of Trade and Industry said no.")

    assert id in mentions_of(brief)


@pytest.mark.parametrize(
    ("text", "id", "name"),
    [
        ("Sidley & Crane said it would sue.", "org:sidley-crane", "Sidley & Crane"),
        ("Banco Base said it would sue.", "org:banco-base", "Banco Base"),
        ("Banco do Sul said it would sue.", "org:banco-do-sul", "Banco do Sul"),
    ],
)
def test_firms_are_told_by_their_first_word_or_an_ampersand(text: str, id: str, name: str) -> None:
    (actor,) = read(text).actors

    assert (actor.id, actor.name, actor.kind) == (id, name, tb.ActorKind.ORGANIZATION)


def test_ampersand_joins_neither_countries_nor_cited_authors() -> None:
    assert [actor.id for actor in read("Peru & Chile object.").actors] == ["country:pe", "country:cl"]
    assert "Ode & Varga" not in {actor.name for actor in read("It was low (Ode & Varga, 2019).").actors}


def test_newspaper_is_what_its_name_is() -> None:
    assert [actor.id for actor in read("The Nikkei newspaper reported that talks failed.").actors] == ["org:jp-nikkei"]


def test_body_of_a_known_body_is_one_by_all_its_names() -> None:
    brief = read("A WTO panel ruled for Peru. The World Trade Organization panel met.")

    assert mentions_of(brief)["org:wto-panel"] == ["WTO panel", "World Trade Organization panel"]


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        ("The Food Workers back the levy. The union said so.", "org:food-workers", ["Food Workers", "union"]),
        ("Hoshi Motors and Kita Steel object. The carmaker said so.", "org:hoshi-motors", ["Hoshi Motors", "carmaker"]),
        ("The Tin Federation spoke. The lobby wants more.", "org:tin-federation", ["Tin Federation", "lobby"]),
        (
            "The European Union met the Food Workers. The union was angry.",
            "org:food-workers",
            ["Food Workers", "union"],
        ),
        ("The Ode Group met the Tin Alliance. The group said no.", "org:ode-group", ["Ode Group", "group"]),
    ],
)
def test_noun_that_a_name_only_implies_may_mean_its_body(text: str, id: str, words: list[str]) -> None:
    assert mentions_of(read(text))[id] == words


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("The European Union objected. The 27-nation bloc fears the duty.", "bloc:eu"),
        ("The European Union objected. The Brussels-based bloc fears the duty.", "bloc:eu"),
        ("The World Trade Organization met. The Geneva-based body fears the duty.", "org:wto"),
        ("The Varga Council objected. The Oslo-based group fears the duty.", "org:varga-council"),
        ("A WTO panel objected. The three-member panel fears the duty.", "org:wto-panel"),
        ("The three-member WTO panel met. The three-member panel fears the duty.", "org:three-member-wto-panel"),
    ],
)
def test_size_and_seat_do_not_tell_a_body_from_another(text: str, id: str) -> None:
    (claim,) = read(text).claims[-1:]

    assert claim.holder == id


@pytest.mark.parametrize(
    "text",
    [
        "A group of growers met the WTO. The group fears the duty.",
        "The WTO met. The farm group fears the duty.",
        "The WTO met the Varga Council. The group fears the duty.",
        "The 27-nation bloc fears the duty. Later the European Union objected.",
    ],
)
def test_noun_for_any_body_means_none_that_it_may_not_be(text: str) -> None:
    (claim,) = (claim for claim in read(text).claims if claim.cue and claim.rule.startswith("claim.fear"))

    assert claim.holder not in {"org:wto", "org:varga-council", "bloc:eu"}


@pytest.mark.parametrize(
    ("name", "country"),
    [("Confederation of Danish Growers", "DK"), ("Georgia Mills Council", None), ("Danish Chilean Council", None)],
)
def test_body_is_of_the_only_country_that_its_name_holds(name: str, country: str | None) -> None:
    found = {actor.name: actor.country for actor in read(f"The {name} opposes the levy.").actors}

    assert found[name] == country


def test_government_is_that_of_the_country_after_of() -> None:
    found = mentions_of(read("Norway's government wants talks. The government of Chile refused."))

    assert found["government:no"] == ["Norway's government"]
    assert found["government:cl"] == ["government of Chile"]


def test_governments_of_two_countries_after_of_are_two() -> None:
    found = mentions_of(read("The government of Norway and the Government of Chile object."))

    assert found["government:no"] == ["government of Norway"]
    assert found["government:cl"] == ["Government of Chile"]


def test_government_of_a_country_is_one_however_it_is_called() -> None:
    found = mentions_of(read("The Chilean government objects. The government of Chile wants talks."))

    assert found["government:cl"] == ["Chilean government", "government of Chile"]


@pytest.mark.parametrize("verb", ["objects.", "objects to the quota.", "plans a levy."])
def test_government_of_a_country_ends_before_its_verb(verb: str) -> None:
    assert mentions_of(read(f"The government of Chile {verb}"))["government:cl"] == ["government of Chile"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Fish", "Ministry of Mines"),
        ("Chamber of Commerce", "Chamber of Crafts"),
        ("Federation of Millers", "Federation of Growers"),
        ("Institute for Ports", "Center for Growth"),
    ],
)
def test_bodies_that_and_joins_are_two(one: str, other: str) -> None:
    found = mentions_of(read(f"The {one} and the {other} oppose the levy."))

    assert [words for (words,) in found.values()] == [one, other]


def test_office_of_somebody_is_none_that_another_name_has() -> None:
    found = mentions_of(read("The Harbour Office agreed. The chancellor's office refused."))

    assert found["org:harbour-office"] == ["Harbour Office"]
    assert found["org:chancellors-office"] == ["chancellor's office"]


def test_office_of_a_minister_is_a_body() -> None:
    found = mentions_of(read("The Prime Minister's Office objects. The prime minister's office wants talks."))

    assert found["org:prime-ministers-office"] == ["Prime Minister's Office", "prime minister's office"]


@pytest.mark.parametrize(
    ("introduction", "short"),
    [
        ("The Directorate General of Trade Remedies left.", "The directorate said so."),
        ("The Lund Farmers Union left.", "The farmers’ union said so."),
        ("The Ministry of Northern Fisheries left.", "The ministry of fisheries said so."),
    ],
)
def test_description_with_its_field_or_owner_is_the_body_of_that_name(introduction: str, short: str) -> None:
    assert [len(words) for words in bodies(introduction, short).values()] == [2]


@pytest.mark.parametrize(
    ("introduction", "other"),
    [
        ("The European Union left.", "The farmers’ union said so."),
        ("The Lund Farmers Union left.", "The dockers’ union said so."),
        ("The Ministry of Northern Fisheries left.", "The ministry of finance said so."),
    ],
)
def test_description_with_another_field_or_owner_is_another_body(introduction: str, other: str) -> None:
    assert [len(words) for words in bodies(introduction, other).values()] == [1, 1]


@pytest.mark.parametrize(
    ("introduced", "again"),
    [
        ("Ulvik Tare, a kelp processor,", "The processor"),
        ("Ulvik & Tare, an Odense consultancy,", "The consultancy"),
        ("Ulvik Lines, a ferry operator,", "The operator"),
        ("Ulvik Steel, a shipping broker,", "The broker"),
        ("Ulvik Steel, the industry's lobby,", "The lobby"),
        ("The Danish toolmaker, Ulvik Steel,", "The toolmaker"),
        ("The kelp lobby Ulvik Tare", "The lobby"),
        ("Copper miner Ulvik Tare", "The miner"),
        ("The bakers' union, Ulvik Steel,", "The union"),
    ],
)
def test_body_is_meant_by_the_noun_that_stands_beside_its_name(introduced: str, again: str) -> None:
    brief = read(f"{introduced} opposes the levy. Oslo backs it. {again} wants a refund.")

    found = {id: words for id, words in mentions_of(brief).items() if id.startswith("org:ulvik")}
    assert [words[-1] for words in found.values()] == [again.removeprefix("The ")]


def test_company_that_a_paragraph_names_is_meant_by_a_noun_for_its_trade() -> None:
    brief = read("Shares in Ulvik Metals fell. The tin miner said that it would close a pit.")

    assert mentions_of(brief)["org:ulvik-metals"] == ["Ulvik Metals", "tin miner", "it"]


@pytest.mark.parametrize("description", ["Danish toolmaker", "Norway's sole toolmaker", "its rival", "largest union"])
def test_description_before_a_bodys_name_is_a_mention_of_it(description: str) -> None:
    article = "" if description.startswith(("Norway", "its")) else "the "
    brief = read(
        f"Duties rose. {(article + description)[0].upper()}{(article + description)[1:]}, Ulvik Steel, said no."
    )

    assert [words.lower() for words in mentions_of(brief)["org:ulvik-steel"]] == [description.lower(), "ulvik steel"]


@pytest.mark.parametrize("description", ["Their union", "The bakers' union", "Norway's federation"])
def test_association_with_whose_it_is_is_a_title_of_the_name_after_it(description: str) -> None:
    brief = read(f"{description}, Ulvik Steel, said no.")

    assert mentions_of(brief)["org:ulvik-steel"] == ["Ulvik Steel"]


def test_counterpart_before_a_name_is_a_mention_of_whoever_has_it() -> None:
    brief = read("Farm Minister Ana Ruiz left. Her Lao counterpart, Per Lund, left.")

    assert mentions_of(brief)["person:per-lund"] == ["Her Lao counterpart", "Per Lund"]
