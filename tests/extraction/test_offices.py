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
    found = mentions_of(read("Economy Minister Ana Ruiz left. The Spanish minister spoke. The Peruvian minister left."))

    assert found["person:ana-ruiz"] == ["Ana Ruiz", "Spanish minister"]


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
