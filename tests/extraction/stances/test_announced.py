import pytest
from tests.extraction.reading import read, sides


def announced(text: str) -> list[tuple[str, str, str]]:
    """Holder, act and target of the stances on what is announced."""
    brief = read(text)
    return [
        (stance.holder, stance.act.value, brief[stance.target.span])
        for stance in brief.stances
        if stance.rule.startswith("stance.announced") and stance.target
    ]


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        ("Peru said it would not give up its fishing rights.", "country:pe", "give up its fishing rights"),
        (
            "Peru's trade minister, Ana Ruiz, said Peru would not sell its mills until prices rise.",
            "country:pe",
            "sell its mills",
        ),
        (
            "\"We won't trade our forests for a quota,\" said Ana Ruiz, Peru's trade minister.",
            "person:ana-ruiz",
            "trade our forests for a quota",
        ),
        (
            'Ana Ruiz, the Peruvian envoy, said: "We are not going to build a bridge."',
            "person:ana-ruiz",
            "build a bridge",
        ),
        ("Norway made it plain that there could be no exemption.", "country:no", "no exemption"),
    ],
)
def test_whoever_says_they_will_not_refuses(text: str, holder: str, target: str) -> None:
    assert announced(text) == [(holder, "reject", target)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it would not be ready.",
        "Norway said the levy would not last.",
        "A Peruvian analyst said Norway would not sell its mills.",
        "Norway did not say whether it would sell its mills.",
        "Norway said that there could be a delay.",
    ],
)
def test_what_is_not_theirs_to_will_is_no_refusal(text: str) -> None:
    assert announced(text) == []


def test_what_strikes_back_is_a_threat() -> None:
    assert announced("Growers said they would march on parliament unless the levy was dropped.") == [
        ("group:growers", "threaten", "march on parliament")
    ]


def test_subjunctive_is_a_demand_of_each_holder() -> None:
    assert announced("Peru and Norway are adamant that the levy be kept whole.") == [
        ("country:pe", "demand", "the levy be kept whole"),
        ("country:no", "demand", "the levy be kept whole"),
    ]


def test_whoever_concedes_that_a_thing_could_be_reviewed_is_open_to_it() -> None:
    assert announced("Norway conceded that its method could be reviewed.") == [
        ("country:no", "concede", "its method could be reviewed")
    ]
    assert announced("Norway conceded that jobs could be lost.") == []


def test_each_of_three_holders_has_a_stance() -> None:
    stances = read("Peru, Chile and Norway have asked to be let into the pact.").stances

    assert [stance.holder for stance in stances] == ["country:pe", "country:cl", "country:no"]


@pytest.mark.parametrize(
    ("text", "holder", "target"),
    [
        ("The levy that Peru imposed in May cut sales.", "country:pe", "The levy"),
        ("The duties, which Peru lifted in June, hurt sales.", "country:pe", "The duties"),
        ("The tariff Peru imposed in May cut sales.", "country:pe", "The tariff"),
        ("Peru lifted the ban a year later.", "country:pe", "the ban"),
        ("Peru added six firms to an export blacklist.", "country:pe", "an export blacklist"),
        ("Peru suspended exports of cobalt.", "country:pe", "exports"),
    ],
)
def test_deed_is_read_wherever_its_object_stands(text: str, holder: str, target: str) -> None:
    brief = read(text)

    assert [(s.holder, brief[s.target.span]) for s in brief.stances if s.target] == [(holder, target)]


def test_what_is_fought_by_a_threat_is_its_target() -> None:
    brief = read("Peru threatened to hold up approval of the pact.")

    assert [(s.polarity and s.polarity.value, brief[s.target.span]) for s in brief.stances if s.target] == [
        ("oppose", "approval")
    ]


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("would welcome a quota", "state"),
        ("welcomed the quota", "praise"),
        ("dismissed the plan as naive", "criticize"),
        ("dismissed the accusation as naive", "reject"),
        ("said that those fears were overblown", "reject"),
    ],
)
def test_act_depends_on_what_is_spoken_of(words: str, act: str) -> None:
    assert [stance.act.value for stance in read(f"Norway {words}.").stances] == [act]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway would prefer to see the pact deepened.", [("country:no", "the pact deepened")]),
        ("Norway wants to see.", []),
        (
            "Norway hoped that Peru would agree to a quota.",
            [("country:no", "Peru would agree to a quota")],
        ),
        (
            "Growers favoured a fund, an idea Peru is said to have rejected.",
            [("group:growers", "a fund"), ("country:pe", "a fund")],
        ),
        (
            "Norway urged Peru to soften its rules before the accord takes effect.",
            [("country:no", "soften its rules"), ("country:no", "its rules")],
        ),
        ("The spokesman of Norway's ministry declined comment.", []),
        ("Norway favours a halt to shipments.", [("country:no", "a halt")]),
    ],
)
def test_stance_has_no_more_than_its_own_words(text: str, found: list[tuple[str, str]]) -> None:
    brief = read(text)

    assert [(s.holder, brief[s.target.span]) for s in brief.stances if s.target] == found


def test_word_in_a_name_judges_nobody() -> None:
    assert read("Norway said that Peru had joined the Progressive Agreement.").stances == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway said it would not scrap the levy.", ("country:no", "support", "the levy")),
        ("Norway will not lower the duty on steel.", ("country:no", "support", "the duty")),
        ("Norway vowed not to lower the duty.", ("country:no", "support", "the duty")),
        ("Ana Ruiz said there can be no cut in the levy.", ("person:ana-ruiz", "support", "the levy")),
        ("Ana Ruiz is adamant that the levy be scrapped.", ("person:ana-ruiz", "oppose", "the levy")),
    ],
)
def test_who_refuses_a_change_is_for_what_is_not_to_change(text: str, found: tuple[str, str, str]) -> None:
    assert found in sides(text)


def test_striking_under_a_condition_is_a_threat() -> None:
    (found,) = announced("Peru said it would halt deliveries unless Chile backed down.")

    assert found == ("country:pe", "threaten", "halt deliveries")


def test_striking_without_a_condition_is_no_threat() -> None:
    assert announced("Peru said it would halt deliveries.") == []


def test_threat_stands_beside_whom_it_is_against() -> None:
    brief = read("Peru said it would ban Chilean pears unless Chile backed down.")

    assert [(stance.act.value, brief[stance.target.span]) for stance in brief.stances if stance.target] == [
        ("threaten", "ban Chilean pears"),
        ("threaten", "Chilean"),
    ]


def test_what_is_only_to_be_done_to_somebody_is_no_deed() -> None:
    (stance,) = read("Peru will sanction Chile.").stances

    assert (stance.act.value, stance.attribution.value) == ("state", "indirect")
