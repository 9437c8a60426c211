"""Who is meant by an office."""

import pytest
from tests.extraction.reading import mentions_of, read

MET = "The growers met {} in the north."


@pytest.mark.parametrize(
    ("named", "description"),
    [
        ("Trade Minister Okada Haruto", "The minister"),
        ("Trade Minister Okada Haruto", "The trade minister"),
        ("Minister Okada Haruto", "The trade minister"),
        ("Prime Minister Okada Haruto", "The prime minister"),
        ("Prime Minister Okada Haruto", "The premier"),
        ("Premier Okada Haruto", "The prime minister"),
        ("spokeswoman Okada Haruto", "The spokesperson"),
        ("Treasury Secretary Okada Haruto", "The treasury secretary"),
        ("Deputy Trade Minister Okada Haruto", "The deputy minister"),
    ],
)
def test_office_means_the_person_whose_role_has_its_words(named: str, description: str) -> None:
    brief = read(MET.format(named), f"{description} said the quota was small.")

    assert len(mentions_of(brief)["person:okada-haruto"]) == 2


@pytest.mark.parametrize(
    ("named", "description"),
    [
        ("Trade Minister Okada Haruto", "The prime minister"),
        ("Trade Minister Okada Haruto", "The finance minister"),
        ("Prime Minister Okada Haruto", "The minister"),
        ("Vice President Okada Haruto", "The president"),
        ("Deputy Trade Minister Okada Haruto", "The trade minister"),
        ("Trade Minister Okada Haruto", "The envoy"),
    ],
)
def test_other_office_means_somebody_else(named: str, description: str) -> None:
    brief = read(MET.format(named), f"{description} said the quota was small.")

    assert mentions_of(brief)["person:okada-haruto"] == ["Okada Haruto"]


def test_words_of_an_office_tell_two_ministers_apart() -> None:
    brief = read(
        "The growers met Trade Minister Okada Haruto and Finance Minister Anna Lund in the north.",
        "The finance minister said the quota was small.",
    )

    assert mentions_of(brief)["person:anna-lund"] == ["Anna Lund", "finance minister"]


def test_paragraph_tells_two_ministers_apart() -> None:
    brief = read(
        "The growers met Trade Minister Okada Haruto and Finance Minister Anna Lund in the north.",
        "Lund wants a quota, and the minister said that it was small.",
    )

    assert mentions_of(brief)["person:anna-lund"][:3] == ["Anna Lund", "Lund", "minister"]


def test_country_tells_two_ministers_apart() -> None:
    brief = read(
        "The growers met Japanese Trade Minister Okada Haruto and Norwegian Trade Minister Anna Lund in the north.",
        "The Norwegian minister said the quota was small.",
    )

    assert mentions_of(brief)["person:anna-lund"] == ["Anna Lund", "Norwegian minister"]


def test_minister_of_another_country_is_somebody_else() -> None:
    brief = read(
        "The growers met Japanese Trade Minister Okada Haruto in the north.",
        "The Norwegian minister said the quota was small.",
    )

    assert mentions_of(brief)["person:okada-haruto"] == ["Okada Haruto"]


def test_office_may_come_before_the_name() -> None:
    brief = read(
        "The trade minister said the quota was small.", MET.format("Trade Minister Okada Haruto"), "Okada left."
    )

    assert mentions_of(brief)["person:okada-haruto"] == ["trade minister", "Okada Haruto", "Okada"]


def test_bare_noun_does_not_wait_for_a_name() -> None:
    brief = read("The minister said the quota was small.", MET.format("Trade Minister Okada Haruto"))

    assert mentions_of(brief)["person:minister"] == ["minister"]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("The Norwegian mills fear the duty. The government said that it was fair.", "government:no"),
        ("Norway fears the duty. The administration said that it was fair.", "government:us"),
        ("Norwegian and Chilean mills fear the duty. The government said that it was fair.", "government:government"),
    ],
)
def test_government_is_that_of_the_only_country_in_its_paragraph(text: str, id: str) -> None:
    assert id in mentions_of(read(text))


def test_government_is_that_of_the_country_that_the_text_is_about() -> None:
    brief = read(
        "Norway, its mills and Norwegian ports fear the duty that Chile wants, and Norway waits.",
        "The government said that it was fair.",
    )

    assert mentions_of(brief)["government:no"][0] == "government"


@pytest.mark.parametrize("description", ["The US administration", "The administration"])
def test_administration_named_after_a_person_is_that_of_its_country(description: str) -> None:
    brief = read("The Varga administration said that the duty was fair.", f"{description} said that rates would fall.")

    assert [(actor.id, actor.country, len(actor.mentions)) for actor in brief.actors if "government" in actor.id] == [
        ("government:varga-administration", "US", 2)
    ]


def test_very_words_of_an_office_go_before_their_like() -> None:
    brief = read(
        MET.format("Premier Okada Haruto and Prime Minister Anna Lund"), "The prime minister said the quota was small."
    )

    assert mentions_of(brief)["person:anna-lund"] == ["Anna Lund", "prime minister"]


def test_president_of_a_body_is_not_the_president_further_on() -> None:
    brief = read(
        "The council's president, Okada Haruto, said the quota was small. The president left.",
        "The president said that the duty was fair.",
    )

    assert mentions_of(brief)["person:okada-haruto"] == ["Okada Haruto", "president"]
    assert "person:president" in mentions_of(brief)


@pytest.mark.parametrize(
    "text",
    ["The provincial government said that it was fair.", "The government of British Columbia said that it was fair."],
)
def test_government_of_a_part_is_not_that_of_the_country(text: str) -> None:
    assert "government:ca" not in mentions_of(read("Canadian mills fear the duty.", text))


@pytest.mark.parametrize(("words", "id"), [("her country", "country:no"), ("Her government", "government:no")])
def test_country_of_a_person_is_what_she_calls_hers(words: str, id: str) -> None:
    brief = read(
        "The growers met Norwegian Trade Minister Anna Lund in the north. Chile waited.",
        f"She said that {words} would wait.",
    )

    assert words in mentions_of(brief)[id]


def test_office_after_a_surname_may_hold_a_bodys_name() -> None:
    assert {actor.id for actor in read("Bessent, the US Treasury Secretary, said no.").actors} >= {"person:bessent"}


def test_minister_of_one_country_is_not_that_of_another() -> None:
    opening = "Spain's exports fell, Economy Minister Ana Ruiz said."
    found = mentions_of(read(f"{opening} The Spanish minister spoke. The Peruvian minister left."))

    assert found["person:ana-ruiz"] == ["Ana Ruiz", "Spanish minister"]


@pytest.mark.parametrize(
    ("named", "other"),
    [
        ("Ana Ruiz, governor of Ohio, said no.", "The governor of Iowa said yes."),
        ("Ana Ruiz, governor of Ohio, said no.", "Iowa's governor said yes."),
        ("Ohio Governor Ana Ruiz said no.", "The Iowa governor said yes."),
        ("Ontario Premier Ana Ruiz said no.", "The premier of Quebec said yes."),
        ("Trade Minister Ana Ruiz praised the levy.", "The trade minister of Chile rejected the levy."),
        ("Peru's trade minister, Ana Ruiz, praised the levy.", "The Chilean minister rejected the levy."),
        ("Finance Minister Ana Ruiz praised it.", "Her Chilean counterpart left. Chile's finance minister said no."),
        ("Trade Minister Ana Ruiz went to Chile.", "The Chilean minister rejected the levy."),
    ],
)
def test_office_of_another_place_is_no_guess(named: str, other: str) -> None:
    brief = read(f"{named} {other}")

    assert set(mentions_of(brief)["person:ana-ruiz"]) <= {"Ana Ruiz", "Her"}
    assert next(actor for actor in brief.actors if actor.id == "person:ana-ruiz").country != "CL"


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("Ana Ruiz, governor of Ohio, said no.", "The Ohio governor said so twice."),
        ("Ontario Premier Ana Ruiz said no.", "Ontario's premier said so twice."),
        ("Chile cut the levy. Trade Minister Ana Ruiz said so.", "The Chilean minister said so twice."),
        ("Ohio cut the levy. Governor Ana Ruiz said so.", "The Ohio governor said so twice."),
        ("Ohio Bank President Ana Ruiz said no.", "The Ohio Bank president said so twice."),
        ("Chief Executive Ana Ruiz said no.", "The Norwegian chief executive said so twice."),
    ],
)
def test_office_of_the_holders_own_place_is_the_holders(named: str, again: str) -> None:
    assert len(mentions_of(read(f"{named} {again}"))["person:ana-ruiz"]) == 2


def test_office_that_may_be_anothers_is_noted() -> None:
    brief = read("Trade Minister Ana Ruiz praised the levy. The trade minister of Chile rejected the levy.")

    assert [brief.article[note.span] for note in brief.diagnostics if note.span is not None] == [
        "trade minister of Chile"
    ]


def test_office_told_as_the_holders_own_later_is_the_holders() -> None:
    brief = read(
        "Trade Minister Ana Ruiz left. The Peruvian trade minister spoke. Peru's trade minister, Ana Ruiz, sat."
    )

    assert mentions_of(brief)["person:ana-ruiz"] == ["Ana Ruiz", "Peruvian trade minister", "Ana Ruiz"]
    assert not brief.diagnostics


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("Peru's trade minister, Ana Ruiz, spoke. Chile's trade minister left. The minister said no.", "minister"),
        ("U.S. President Ana Ruiz spoke. The French president left. The president said no.", "president"),
        ("Peru's trade minister spoke. Chile's trade minister left. The minister said no.", "minister"),
    ],
)
def test_holders_without_a_name_compete(text: str, left_open: str) -> None:
    brief = read(text)

    assert mentions_of(brief)[f"person:{left_open}"] == [left_open]
    assert [brief.article[note.span] for note in brief.diagnostics if note.span is not None] == [left_open]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Chile's minister left. Peru's minister, Ana Ruiz, spoke. The minister said no.", ["Ana Ruiz", "minister"]),
        ("Peru's minister, Ana Ruiz, spoke. Chile's minister left. Ruiz sat. The minister said no.", 3),
        ("The French president left. French President Ana Ruiz spoke. The president said no.", 2),
    ],
)
def test_holder_who_is_spoken_of_last_is_meant(text: str, mentions: object) -> None:
    found = mentions_of(read(text))["person:ana-ruiz"]

    assert mentions in (found, len(found))


def test_only_holder_without_a_name_is_meant() -> None:
    assert mentions_of(read("Chile's trade minister left. The minister said no."))["person:chiles-trade-minister"] == [
        "Chile's trade minister",
        "minister",
    ]


def test_ministry_is_not_one_named_after_it_in_its_paragraph() -> None:
    found = mentions_of(read("The ministry said no. China's commerce ministry said yes."))

    assert found["org:ministry"] == ["ministry"]
    assert found["org:cn-mofcom"] == ["China's commerce ministry"]


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("WTO Director-General", "director-general"),
        ("Vice-President", "vice president"),
        ("Vice President", "vice-president"),
    ],
)
def test_hyphen_makes_no_other_office(title: str, office: str) -> None:
    found = mentions_of(read(f"{title} Ana Ruiz left. The {office} opposes the levy."))

    assert found["person:ana-ruiz"] == ["Ana Ruiz", office]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Norway's minister Ana Lund met Chile's minister Per Tan. The minister of Norway left.", "minister of Norway"),
        ("Trade Minister Ana Lund and Fish Minister Per Tan met. The minister of trade left.", "minister of trade"),
        ("Trade Minister Ana Lund and Fish Minister Per Tan met. The minister for trade left.", "minister for trade"),
    ],
)  # fmt: skip
def test_office_that_of_goes_on_is_that_of_whom_it_fits(text: str, office: str) -> None:
    assert mentions_of(read(text))["person:ana-lund"][-1] == office


@pytest.mark.parametrize("office", ["Peruvian President", "Peru's president,", "Peruvian Prime Minister"])
def test_leader_of_a_country_is_whoever_heads_it(office: str) -> None:
    brief = read(f"On Friday {office} Ana Ruiz met Per Lund. The Peruvian leader rejected the duty.")

    assert mentions_of(brief)["person:ana-ruiz"] == ["Ana Ruiz", "Peruvian leader"]


@pytest.mark.parametrize(
    "text",
    [
        "Peruvian President Ana Ruiz met the Peruvian prime minister, Per Lund. The Peruvian leader left.",
        "Peruvian President Ana Ruiz met Per Lund. The union leader left.",
        "Peruvian Vice President Ana Ruiz met Per Lund. The Peruvian leader left.",
    ],
)
def test_leader_is_nobody_who_is_named_where_two_or_none_fit(text: str) -> None:
    brief = read(text)

    assert all("leader" not in words for id, found in mentions_of(brief).items() for words in found if "ruiz" in id)


def test_office_means_whoever_was_named_last_however_many_have_held_it() -> None:
    surnames = [f"B{one}{two}dsen" for one in "aeiouy" for two in "bdfgklmn"]
    brief = read(*(f"Farm Minister Ana {name} opposes the levy. The minister left." for name in surnames))

    assert mentions_of(brief)[f"person:ana-{surnames[-1].lower()}"] == [f"Ana {surnames[-1]}", "minister"]
