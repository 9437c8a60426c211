import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb

_TWO = "Two people familiar with the talks, who were not allowed to speak"


@pytest.mark.parametrize(
    ("text", "id", "words", "country"),
    [
        ("The growers opposed the levy.", "group:growers", "growers", None),
        ("Norwegian officials opposed the levy.", "group:norwegian-officials", "Norwegian officials", "NO"),
        ("U.S. officials opposed the levy.", "group:u-s-officials", "U.S. officials", "US"),
        ("The growers in Sonora opposed the levy.", "group:growers-in-sonora", "growers in Sonora", None),
        ("The mill owners opposed the levy.", "group:mill-owners", "mill owners", None),
        ("Chile’s growers opposed the levy.", "group:chiles-growers", "Chile’s growers", "CL"),
    ],
)
def test_people_in_the_plural_are_a_group(text: str, id: str, words: str, country: str | None) -> None:
    (actor,) = (actor for actor in read(text).actors if actor.kind is tb.ActorKind.GROUP)

    assert (actor.id, actor.name, actor.country) == (id, words, country)


@pytest.mark.parametrize(
    "text",
    [
        "Peru sided with the importers.",
        "Peru lashed out at the importers.",
        "Peru paid tribute to the importers.",
        "Peru voiced sympathy for the importers.",
        "Peru heaped scorn on the importers.",
    ],
)
def test_people_toward_whom_a_side_is_taken_are_a_group(text: str) -> None:
    (stance,) = read(text).stances

    assert stance.target is not None
    assert stance.target.actor == "group:importers"


def test_people_to_whom_nothing_is_said_or_done_are_nobody() -> None:
    assert "group:importers" not in {actor.id for actor in read("Peru sold tin to the importers.").actors}


@pytest.mark.parametrize("words", ["official", "unnamed official", "diplomat"])
def test_unnamed_person_who_speaks_is_anonymous(words: str) -> None:
    (actor,) = read(f"An {words} said a deal was close.".replace("An d", "A d")).actors

    assert (actor.kind, actor.name) == (tb.ActorKind.ANONYMOUS, words)


def test_unnamed_person_who_only_waits_is_nobody() -> None:
    assert read("An official waited in the port.").actors == ()


def test_both_sides_are_nobody_in_particular() -> None:
    assert read("Both sides waited in the port.").actors == ()


def test_first_part_of_a_compound_is_no_actor() -> None:
    assert read("The company law fell in May.").actors == ()


def test_description_of_a_body_is_an_organization() -> None:
    (actor,) = read("The ministry said the duty was unfair.").actors

    assert (actor.id, actor.kind) == ("org:ministry", tb.ActorKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("finance ministry", tb.ActorKind.ORGANIZATION),
        ("farm lobby", tb.ActorKind.ORGANIZATION),
        ("administration", tb.ActorKind.GOVERNMENT),
        ("bloc", tb.ActorKind.BLOC),
        ("island", tb.ActorKind.COUNTRY),
        ("opposition", tb.ActorKind.GROUP),
        ("minister", tb.ActorKind.PERSON),
        ("growers", tb.ActorKind.GROUP),
        ("two officials", tb.ActorKind.ANONYMOUS),
        ("diplomats", tb.ActorKind.ANONYMOUS),
        ("people close to the talks", tb.ActorKind.ANONYMOUS),
        ("policy-makers", tb.ActorKind.GROUP),
        ("rugmakers", tb.ActorKind.GROUP),
    ],
)
def test_head_noun_tells_the_kind(words: str, kind: tb.ActorKind) -> None:
    article = "" if kind is tb.ActorKind.ANONYMOUS else "the "
    (actor,) = read(f"The duty was unfair, according to {article}{words}.").actors

    assert (actor.kind, actor.name) == (kind, words)


@pytest.mark.parametrize("words", ["No government", "Neither government", "Every minister", "Few growers"])
def test_none_and_any_are_nobody(words: str) -> None:
    assert read(f"{words} said the duty was unfair.").actors == ()


def test_parliament_needs_no_article() -> None:
    (actor,) = read("He told parliament that the duty was unfair.").actors

    assert actor.id == "org:parliament"


def test_common_noun_that_no_office_is_must_speak() -> None:
    assert read("The sum serves the buyer.").actors == ()
    assert [actor.id for actor in read("The buyer said the sum was fair.").actors] == ["person:buyer"]


def test_apposition_mentions_the_body_whose_it_is() -> None:
    brief = read("Lund Shipping Group, the country’s biggest carrier, opposes the duty.")
    lund = next(actor for actor in brief.actors if actor.kind is tb.ActorKind.ORGANIZATION)

    assert [brief[mention.span] for mention in lund.mentions] == ["Lund Shipping Group", "country’s biggest carrier"]


def test_description_before_the_name_of_a_body_is_no_mention() -> None:
    brief = read("Their lobby, the Lund Shipping Group, opposes the duty.")

    assert [actor.id for actor in brief.actors] == ["org:lund-shipping-group"]


@pytest.mark.parametrize(
    "text",
    [
        "As Trade Minister, Ana Ruiz left for the talks.",
        "Ana Ruiz, the trade minister, left.",
        "Ana Ruiz, her country’s trade minister, left.",
        "Its trade minister, Ana Ruiz, left.",
        "Its trade minister, Dr Ana Ruiz, left.",
    ],
)
def test_office_beside_a_name_is_its_role(text: str) -> None:
    (actor,) = (actor for actor in read(text).actors if actor.kind is tb.ActorKind.PERSON)

    assert actor.name == "Ana Ruiz"
    assert [role.title.lower().endswith("trade minister") for role in actor.roles] == [True]


def test_official_of_a_body_is_held_to_be_its_whole_description() -> None:
    brief = read("Aides to the minister said that the duty was unfair.")
    (claim,) = brief.claims

    assert claim.holder == "group:aides-to-the-minister"


def test_owner_of_a_description_is_not_what_it_describes() -> None:
    brief = read("Ana Ruiz left the talks. Her ministry waited. The European Union left. Its members waited.")

    assert {actor.id for actor in brief.actors} == {
        "person:ana-ruiz", "org:her-ministry", "bloc:eu", "group:its-members"
    }  # fmt: skip
    assert [brief[mention.span] for mention in brief.actors[0].mentions] == ["Ana Ruiz", "Her"]


def test_bloc_is_the_only_bloc_of_the_text() -> None:
    (actor,) = read("The European Union left. The bloc waited.").actors

    assert actor.id == "bloc:eu"


def test_group_of_people_is_one_actor() -> None:
    (actor,) = read("A group of growers said the duty was unfair.").actors

    assert (actor.kind, actor.name) == (tb.ActorKind.ORGANIZATION, "group of growers")


def test_media_are_a_group_where_they_speak_and_social_media_nobody() -> None:
    assert [actor.id for actor in read("State media mocked the reply.").actors] == ["group:state-media"]
    assert read("Social media said it was late.").actors == ()


@pytest.mark.parametrize("words", ["all farmers", "every farmer"])
def test_those_of_whom_not_all_do_something_are_nobody(words: str) -> None:
    brief = read(f"Not {words} oppose it.")

    assert (brief.actors, brief.stances) == ((), ())


def test_people_who_tell_which_body_is_meant_are_no_group() -> None:
    assert [actor.id for actor in read("The growers’ association said the duty was unfair.").actors] == [
        "org:growers-association"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("People close to the palace nevertheless insist on it.", "People close to the palace"),
        ("Two people familiar with the talks, who were not allowed to speak, said so.", _TWO),
        ("Two lawyers consulted by the ministry doubt it.", "Two lawyers consulted by the ministry"),
        ("It hurts whatever Danish growers sell.", "Danish growers"),
        ("Peru put 48 Chinese companies on a list.", "48 Chinese companies"),
        ("She told parliament that it was late.", "parliament"),
    ],
)
def test_description_has_all_of_its_words_and_no_more(text: str, words: str) -> None:
    assert words in {mention for mentions in mentions_of(read(text)).values() for mention in mentions}


@pytest.mark.parametrize(
    "text", ["The plant emits two tonnes a head.", "It faces opposition at home.", "The current regime ends in May."]
)
def test_amounts_and_things_are_nobody(text: str) -> None:
    assert read(text).actors == ()


def test_group_of_a_number_of_people_is_these_people() -> None:
    brief = read("A group of 14 senators rejected it. The senators fear the duty.")

    assert mentions_of(brief) == {"group:group-of-14-senators": ["group of 14 senators", "senators"]}


def test_age_tells_of_whom_the_text_has_just_named() -> None:
    brief = read('Ana Lund left. "I do not know," the 41-year-old baker said.')

    assert mentions_of(brief) == {"person:ana-lund": ["Ana Lund", "I", "41-year-old baker"]}


def test_employer_of_somebody_is_a_body() -> None:
    (actor,) = (one for one in read("Ana Lund left. Her employer fears the duty.").actors if "employer" in one.name)

    assert actor.kind is tb.ActorKind.ORGANIZATION


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile has come out for the mills. Chilean mills want more.", "Chilean mills"),
        ("Bakers there fear that it is late.", "Bakers there"),
        ("Few had seen it come, for her aides had denied it.", "her aides"),
        ("The levy is a blow to weavers in the south.", "weavers in the south"),
        ("She told a Quito interviewer that it was late.", "Quito interviewer"),
        ("He told a crowd in Cusco that it was late.", "crowd in Cusco"),
        ("Weavers, who make most of the rugs in the south, worry that it is late.", "Weavers"),
        ("The negotiating team has warned of it.", "negotiating team"),
        ("The pickers in Assam oppose it.", "pickers in Assam"),
    ],
)
def test_people_with_what_tells_where_and_who_they_are(text: str, words: str) -> None:
    assert any(words in found for found in mentions_of(read(text)).values())


def test_body_held_responsible_is_no_compound() -> None:
    assert "government:government" in mentions_of(read("Critics hold the government liable for it."))


def test_group_that_has_acted_is_the_same_where_it_only_stands() -> None:
    found = mentions_of(read("Chilean mills want a quota. Peru has come out for the mills."))

    assert found["group:chilean-mills"] == ["Chilean mills", "mills"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ode Steel denied a newspaper report that it had lied.", "newspaper"),
        ("Ana Ruiz, who covers airlines at Ode Securities, agreed.", "covers airlines at Ode Securities"),
        ("Lund told a forum in Osaka that it was late.", "forum in Osaka"),
        ("The mills at home want a quota.", "mills at home"),
    ],
)
def test_noun_that_only_modifies_or_acts_describes_nobody(text: str, words: str) -> None:
    assert all(words not in found for found in mentions_of(read(text)).values())


@pytest.mark.parametrize("words", ["cabinet in Rabat", "government in Rabat"])
def test_government_in_a_capital_is_its_countrys(words: str) -> None:
    assert mentions_of(read(f"The {words} approved it."))["government:ma"] == [words]


def test_body_in_a_capital_is_no_government() -> None:
    assert not [id for id in mentions_of(read("The council in Rabat approved it.")) if id.startswith("government:")]


@pytest.mark.parametrize("noun", ["rival", "competitor", "former envoy", "neighbour"])
def test_noun_before_a_name_is_no_actor_of_its_own(noun: str) -> None:
    brief = read(f"A {noun}, Per Ode of the Lund Union, said the duty was small. He left.")

    assert mentions_of(brief)["person:per-ode"] == ["Per Ode", "He"]
    assert not [actor for actor in brief.actors if actor.kind is tb.ActorKind.ANONYMOUS]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo lectured senators on the quota.", "senators"),
        ("Oslo denies paying exporters.", "exporters"),
        ("The quota would cost growers of hops 3 million dollars.", "growers of hops"),
        ("The quota is no threat to Peruvian mills.", "Peruvian mills"),
        ("Oslo hopes to stop Peruvian factories being shut.", "Peruvian factories"),
        ("Oslo hopes to stop Peruvian dockyards being shut.", "Peruvian dockyards"),
        ("Lawyers retained by the Lund Union disagreed.", "Lawyers retained by the Lund Union"),
        ("Oslo left. Farmers blocking the road with carts disagreed.", "Farmers blocking the road with carts"),
        ("Coal and timber exporters fear it.", "Coal and timber exporters"),
        ("Growers and timber exporters fear it.", "timber exporters"),
        ("Unions on both sides of the strait fear it.", "Unions on both sides of the strait"),
    ],
)
def test_people_are_mentioned_whom_something_is_done_to(text: str, words: str) -> None:
    assert [words] in mentions_of(read(text)).values()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo bought two factories.", "factories"),
        ("Oslo bought two dockyards.", "dockyards"),
        ("Its plants are idle.", "plants"),
        ("Oslo met the trade minister for acting too late.", "for acting"),
        ("Oslo thanked the trade minister for interim licences.", "for interim"),
    ],
)
def test_no_actor_is_a_place_of_work_alone(text: str, words: str) -> None:
    assert not any(words in mention for found in mentions_of(read(text)).values() for mention in found)


def test_aides_are_sources_without_a_name() -> None:
    kinds = {actor.name: actor.kind for actor in read("Oslo will wait, aides say.").actors}

    assert kinds["aides"] is tb.ActorKind.ANONYMOUS


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("The harbour master still has to sway her deputies.", "her deputies"),
        ("He may prove braver than his advisers.", "his advisers"),
        ("Nobody can prove the union wrong.", "union"),
        ("Danish investigators were at a loss.", "Danish investigators"),
        ("A watchdog in Lima said that the fee was unlawful.", "watchdog in Lima"),
        ("A friend close to her said that the fee would stay.", "friend close to her"),
    ],
)
def test_people_are_mentioned(text: str, mention: str) -> None:
    assert mention in [words for found in mentions_of(read(text)).values() for words in found]
