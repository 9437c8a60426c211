"""What states, parties and politicians do for and against one another, and what of their dealings takes no side."""

import pytest
from tests.extraction.reading import sides


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru froze the assets of Chile's central bank.", [("country:pe", "oppose", "Chile's central bank")]),
        ("Peru froze Chile's assets.", [("country:pe", "oppose", "Chile")]),
        ("Peru seized two Chilean trawlers.", [("country:pe", "oppose", "Chilean")]),
        ("Peru impounded the property of President Ruiz.", [("country:pe", "oppose", "President Ruiz")]),
        ("Peru lifted President Ruiz's immunity.", [("country:pe", "oppose", "President Ruiz")]),
        ("Peru cancelled the passport of President Ruiz.", [("country:pe", "oppose", "President Ruiz")]),
        ("Peru closed its airspace to Chilean aircraft.", [("country:pe", "oppose", "Chilean aircraft")]),
        ("Peru reopened its ports to Chile.", [("country:pe", "support", "Chile")]),
        ("Peru stormed out of the talks with Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru boycotted President Ruiz's inauguration.", [("country:pe", "oppose", "President Ruiz")]),
        ("Peru shrugged off the warnings of Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru flouted Chile's wishes.", [("country:pe", "oppose", "Chile")]),
        ("The union contributed 3 million euros to President Ruiz.", [("org:union", "support", "President Ruiz")]),
        ("Peru launched proceedings against Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru opened an inquiry into President Ruiz.", [("country:pe", "oppose", "President Ruiz")]),
        ("Peruvian students torched the Chilean flag.", [("group:peruvian-students", "oppose", "Chilean")]),
        ("Peru submitted its application to the European Union.", [("country:pe", "support", "the European Union")]),
        ("Peru found a champion in President Ruiz.", [("country:pe", "support", "President Ruiz")]),
    ],
)
def test_what_is_done_to_what_somebody_owns_or_holds_is_done_to_them(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Peru refused to shake hands with Chile.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "shake hands with Chile")],
        ),
        ("Peru will not negotiate with Chile.", [("country:pe", "oppose", "Chile")]),
        (
            "Peru has declined to congratulate President Ruiz.",
            [("country:pe", "oppose", "congratulate President Ruiz"), ("country:pe", "oppose", "President Ruiz")],
        ),
        (
            "Peru vowed never to share a stage with President Ruiz.",
            [("country:pe", "oppose", "President Ruiz"), ("country:pe", "oppose", "share a stage with President Ruiz")],
        ),
        (
            "Peru chose not to greet President Ruiz.",
            [("country:pe", "oppose", "greet President Ruiz"), ("country:pe", "oppose", "President Ruiz")],
        ),
        (
            "President Ruiz said he would never serve under President Lund.",
            [("person:ruiz", "oppose", "President Lund")],
        ),
        ("Peru would not sit down with Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru is unwilling to talk to Chile.", [("country:pe", "oppose", "Chile")]),
    ],
)
def test_whoever_will_not_meet_somebody_shuns_them(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru will not be bullied by Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru would not be intimidated by Chile.", [("country:pe", "oppose", "Chile")]),
        (
            "Peru refuses to be lectured by Chile.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "be lectured by Chile")],
        ),
        ("Peru will not be dictated to by Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru will never be blackmailed by Chile.", [("country:pe", "oppose", "Chile")]),
        (
            "Peru vowed not to be provoked by Chile.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "be provoked by Chile")],
        ),
        (
            "Peru declined to be rushed by Chile.",
            [("country:pe", "oppose", "be rushed by Chile"), ("country:pe", "oppose", "Chile")],
        ),
        ("Peru would not be pushed around by Chile.", [("country:pe", "oppose", "Chile")]),
    ],
)
def test_whoever_will_not_be_bullied_stands_up_to_the_bully(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Peru vowed never to back Chile.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "back Chile")],
        ),
        (
            "Peru decided not to back Chile.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "back Chile")],
        ),
        ("Peru promised not to expel the Chilean consul.", [("country:pe", "oppose", "expel the Chilean consul")]),
        (
            "Peru pledged never to support Chile.",
            [("country:pe", "oppose", "support Chile"), ("country:pe", "oppose", "Chile")],
        ),
        (
            "Peru opted not to endorse President Ruiz.",
            [("country:pe", "oppose", "President Ruiz"), ("country:pe", "oppose", "endorse President Ruiz")],
        ),
        ("Peru agreed not to sue Chile.", [("country:pe", "oppose", "sue Chile")]),
    ],
)
def test_side_under_a_vow_not_to_take_it_is_turned_or_void(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru took Chile to the International Court of Justice.", [("country:pe", "oppose", "Chile")]),
        ("Peru dragged Chile before a tribunal.", [("country:pe", "oppose", "Chile")]),
        ("Peru referred Chile to the Security Council.", [("country:pe", "oppose", "Chile")]),
        ("Peru hauled Chile before the European Court of Justice.", [("country:pe", "oppose", "Chile")]),
        ("Peru has brought Chile before the WTO.", [("country:pe", "oppose", "Chile")]),
        ("Peru reported Chile to the competition authority.", [("country:pe", "oppose", "Chile")]),
        (
            "Peru wants to take Chile to the WTO.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "support", "take Chile to the WTO")],
        ),
        (
            "Peru took Chile to the WTO over its levy on cod.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "its levy")],
        ),
        ("Peru added President Ruiz to its blacklist.", [("country:pe", "oppose", "President Ruiz")]),
        (
            "Peru put the opposition leader, Ana Ruiz, under house arrest.",
            [("country:pe", "oppose", "the opposition leader")],
        ),
    ],
)
def test_whoever_is_brought_before_a_court_or_put_on_a_list_is_opposed(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The union hailed President Ruiz's victory over President Lund.",
            [("org:union", "support", "President Ruiz's victory"), ("org:union", "support", "President Ruiz")],
        ),
        (
            "The union celebrated the release of President Ruiz.",
            [("org:union", "support", "the release of President Ruiz"), ("org:union", "support", "President Ruiz")],
        ),
        (
            "The union welcomed President Ruiz's acquittal.",
            [("org:union", "support", "President Ruiz's acquittal"), ("org:union", "support", "President Ruiz")],
        ),
        (
            "The union backs President Ruiz's candidacy.",
            [("org:union", "support", "President Ruiz's candidacy"), ("org:union", "support", "President Ruiz")],
        ),
        (
            "The union blocked President Ruiz's nomination.",
            [("org:union", "oppose", "President Ruiz's nomination"), ("org:union", "oppose", "President Ruiz")],
        ),
        (
            "The union opposes the candidacy of President Ruiz.",
            [("org:union", "oppose", "the candidacy of President Ruiz"), ("org:union", "oppose", "President Ruiz")],
        ),
        (
            "The union welcomed the defeat of President Ruiz.",
            [("org:union", "support", "the defeat of President Ruiz"), ("org:union", "oppose", "President Ruiz")],
        ),
        (
            "The union applauded President Ruiz's resignation.",
            [("org:union", "support", "President Ruiz's resignation"), ("org:union", "oppose", "President Ruiz")],
        ),
        (
            "The union demanded that President Ruiz step down.",
            [("org:union", "support", "President Ruiz step down"), ("org:union", "oppose", "President Ruiz")],
        ),
        (
            "The union supports Chile's bid to join the bloc.",
            [("org:union", "support", "Chile's bid to join the bloc"), ("org:union", "support", "Chile")],
        ),
        (
            "The union condemned the jailing of President Ruiz.",
            [("org:union", "oppose", "the jailing of President Ruiz")],
        ),
        ("The union praised Chile's report.", [("org:union", "support", "Chile's report")]),
        ("The union opposes Chile's bid for time.", [("org:union", "oppose", "Chile's bid")]),
    ],
)
def test_luck_and_standing_of_somebody_are_theirs(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Peru told Chile to stop arming the rebels.",
            [
                ("country:pe", "oppose", "the rebels"),
                ("country:pe", "support", "stop arming the rebels"),
                ("country:pe", "oppose", "Chile"),
            ],
        ),
        (
            "Peru wants Chile to cease its raids.",
            [("country:pe", "support", "cease its raids"), ("country:pe", "oppose", "Chile")],
        ),
        (
            "Peru urged Chile to refrain from threats.",
            [("country:pe", "support", "refrain from threats"), ("country:pe", "oppose", "Chile")],
        ),
        (
            "Peru ordered Chile to stay out of the dispute.",
            [("country:pe", "support", "stay out of the dispute"), ("country:pe", "oppose", "Chile")],
        ),
        (
            "Peru called on Chile to end its occupation of the islands.",
            [("country:pe", "support", "end its occupation of the islands"), ("country:pe", "oppose", "Chile")],
        ),
        (
            "Peru asked Chile to stop shelling the port.",
            [("country:pe", "support", "stop shelling the port"), ("country:pe", "oppose", "Chile")],
        ),
        (
            "Peru demanded that Chile halt its attacks.",
            [("country:pe", "support", "Chile halt its attacks"), ("country:pe", "oppose", "Chile")],
        ),
        ("Peru warned Chile to back off.", [("country:pe", "oppose", "Chile")]),
        ("Peru asked Chile to help.", [("country:pe", "support", "help")]),
        ("Peru urged Chile to stop by.", [("country:pe", "support", "stop by")]),
        ("Peru begged both countries to stop shouting.", [("country:pe", "support", "stop shouting")]),
        (
            "Peru urged Chile to end its levy.",
            [("country:pe", "support", "end its levy"), ("country:pe", "oppose", "its levy")],
        ),
        (
            "Peru summoned the Chilean consul to explain the raid.",
            [("country:pe", "support", "explain the raid"), ("country:pe", "oppose", "the Chilean consul")],
        ),
    ],
)
def test_whoever_is_told_to_leave_off_is_opposed(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru, having sanctioned Chile, left.", [("country:pe", "oppose", "Chile")]),
        ("Having expelled the Chilean consul, Peru left.", [("country:pe", "oppose", "the Chilean consul")]),
        ("Having endorsed President Ruiz, the union left.", [("org:union", "support", "President Ruiz")]),
        ("Peru left, having taken Chile to court.", [("country:pe", "oppose", "Chile")]),
        ("Having lifted the levy, Peru left.", [("country:pe", "oppose", "the levy")]),
        ("Having been sanctioned by Peru, Chile left.", [("country:pe", "oppose", "Chile")]),
    ],
)
def test_perfect_participle_has_the_subject_of_its_clause(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru blocked a statement criticising Chile.", [("country:pe", "oppose", "a statement")]),
        ("Peru voted against a resolution condemning Chile.", [("country:pe", "oppose", "a resolution")]),
        ("Peru vetoed a motion that would have censured Chile.", [("country:pe", "oppose", "a motion")]),
        ("Peru issued a statement criticising Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru tabled a resolution condemning Chile.", [("country:pe", "oppose", "Chile")]),
        ("Peru published a report praising Chile.", [("country:pe", "support", "Chile")]),
        ("Peru introduced a bill that would ban Chilean ships.", [("country:pe", "oppose", "Chilean")]),
        ("The bill, which would sanction Chile, was backed by Peru.", [("country:pe", "support", "The bill")]),
    ],
)
def test_paper_speaks_for_its_author_alone(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Peru trusts neither Chile nor Norway.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "Norway")],
        ),
        (
            "Peru helped neither Chile nor Norway.",
            [("country:pe", "oppose", "Chile"), ("country:pe", "oppose", "Norway")],
        ),
    ],
)
def test_neither_of_two_is_sided_with(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru's snub of Chile was noticed.", [("country:pe", "oppose", "Chile")]),
        ("Peru's jailing of President Ruiz was noticed.", [("country:pe", "oppose", "President Ruiz")]),
        ("Peru's recognition of Palestine was noticed.", [("country:pe", "support", "Palestine")]),
        ("Peru's betrayal of Chile was noticed.", [("country:pe", "oppose", "Chile")]),
        ("Peru's pardon of President Ruiz was noticed.", [("country:pe", "support", "President Ruiz")]),
        ("Peru ran commercials against President Ruiz.", [("country:pe", "oppose", "President Ruiz")]),
        (
            "The union spent 2 million euros on advertisements against President Ruiz.",
            [("org:union", "oppose", "President Ruiz")],
        ),
        (
            "Peru's opposition tabled a motion of no confidence in President Ruiz.",
            [("group:perus-opposition", "oppose", "President Ruiz")],
        ),
        (
            "Peru signed the accord over the objections of Chile.",
            [("country:pe", "support", "the accord"), ("country:cl", "oppose", "the accord")],
        ),
    ],
)
def test_noun_of_a_deed_takes_its_side(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Peru's refusal to recognise Kosovo angered Albania.",
            [
                ("country:al", "oppose", "Peru's refusal"),
                ("country:pe", "oppose", "Kosovo"),
                ("country:pe", "oppose", "recognise Kosovo"),
            ],
        ),
        (
            "Peru's vow to sue Chile pleased Norway.",
            [
                ("country:no", "support", "Peru's vow"),
                ("country:pe", "oppose", "Chile"),
                ("country:pe", "support", "sue Chile"),
            ],
        ),
    ],
)
def test_plan_of_somebody_angers_or_pleases_as_a_whole(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru rejected, without comment, a plea from Chile.", [("country:pe", "oppose", "a plea from Chile")]),
        ("Peru expelled, in a rare step, the Chilean consul.", [("country:pe", "oppose", "the Chilean consul")]),
        ("Peru praised, among others, President Ruiz.", [("country:pe", "support", "President Ruiz")]),
    ],
)
def test_object_stands_after_an_insertion(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Norway accused Chile of arming the Taliban.",
            [("country:no", "oppose", "Chile"), ("country:cl", "support", "the Taliban")],
        ),
        (
            "Chile is arming the Taliban, Norway charged.",
            [("country:no", "oppose", "Chile"), ("country:cl", "support", "the Taliban")],
        ),
    ],
)
def test_deed_that_somebody_is_charged_with_is_relayed(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Peru lodged a protest with the United Nations over Chilean dredging.",
            [("country:pe", "oppose", "Chilean dredging")],
        ),
        ("Peru lodged a protest with Chile over the drilling.", [("country:pe", "oppose", "Chile")]),
    ],
)
def test_place_where_a_protest_is_lodged_is_not_its_target(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The union distanced itself from President Ruiz.", [("org:union", "oppose", "President Ruiz")]),
        ("President Lund has distanced himself from President Ruiz.", [("person:lund", "oppose", "President Ruiz")]),
    ],
)
def test_side_of_a_reflexive_verb_goes_to_what_follows(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sides(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Peru met with Chile.",
        "Peru is to meet President Ruiz.",
        "Peru discussed the border with Chile.",
        "Peru phoned President Ruiz.",
        "Peru's leader visited Chile.",
        "Peru received the Chilean minister.",
        "Peru briefed Chile on the talks.",
        "Peru exchanged notes with Chile.",
        "Peru did not meet President Ruiz.",
        "Peru attended President Ruiz's inauguration.",
        "Peru opened an inquiry into the death of a Chilean sailor.",
        "Peru froze its own budget.",
        "Peru closed its airspace to drones.",
        "Peru handed the court its application.",
        "Peru lodged its application with the court.",
        "Peru sat next to Chile at the talks.",
        "Peru shook hands with Chile.",
        "Peru saw an ally.",
        "Peru donated its fish.",
        "Peru took Chile to the theatre.",
        "Peru put President Ruiz on the list of guests.",
        "Having met President Ruiz, the union left.",
        "Peru read a letter accusing Chile of theft.",
        "Peru received a report praising Chile.",
        "Peru debated a bill that would ban Chilean ships.",
        "Peru expelled no Chileans.",
        "The snub was noticed.",
        "Peru saw the commercials.",
    ],
)
def test_what_takes_no_side_is_left_alone(text: str) -> None:
    assert sides(text) == []
