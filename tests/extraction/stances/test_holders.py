import pytest
from tests.extraction.reading import read

import tradebrief as tb

Side = tuple[str, str, str]
SUPPORT, OPPOSE = "support", "oppose"


def sides(text: str) -> list[Side]:
    """Holder, side and target of the stances toward actors, in order."""
    return [
        (stance.holder, stance.polarity.value, stance.target.actor)
        for stance in read(text).stances
        if stance.polarity and stance.target and stance.target.actor
    ]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("began to attack Chile", OPPOSE),
        ("is ready to fight Chile", OPPOSE),
        ("refused to endorse Chile", OPPOSE),
        ("is unwilling to support Chile", OPPOSE),
        ("has decided to sue Chile", OPPOSE),
        ("stopped supporting Chile", OPPOSE),
        ("held a rally to praise Chile", SUPPORT),
        ("issued a statement praising Chile", SUPPORT),
        ("left early and praised Chile", SUPPORT),
    ],
)
def test_side_belongs_to_the_subject_of_the_governing_verb(words: str, side: str) -> None:
    assert sides(f"Norway {words}.") == [("country:no", side, "country:cl")]


@pytest.mark.parametrize("words", ["did not criticize Chile", "may sue Chile", "refused to sue Chile"])
def test_deed_or_speech_that_did_not_happen_shows_nothing(words: str) -> None:
    assert sides(f"Norway {words}.") == []


def test_condition_shows_nothing() -> None:
    assert sides("Trade would stop if Norway sued Chile.") == []


def test_each_of_several_holders_has_a_stance() -> None:
    assert sides("Norway and Brazil condemned Chile.") == [
        ("country:no", OPPOSE, "country:cl"),
        ("country:br", OPPOSE, "country:cl"),
    ]


@pytest.mark.parametrize(
    "subject",
    ["Norway and not Brazil", "Norway, not Brazil,", "Norway rather than Brazil", "Norway instead of Brazil"],
)
def test_who_is_only_set_off_is_no_holder(subject: str) -> None:
    assert sides(f"{subject} backs Chile.") == [("country:no", SUPPORT, "country:cl")]


@pytest.mark.parametrize("subject", ["Either Norway or Brazil", "Norway or Brazil"])
def test_one_of_two_is_no_sure_holder(subject: str) -> None:
    assert sides(f"{subject} backs Chile.") == []


def test_capitals_in_a_list_are_holders_and_targets() -> None:
    assert sides("Chile was condemned by Oslo, Tokyo and Seoul.") == [
        (holder, OPPOSE, "country:cl") for holder in ("country:no", "country:jp", "country:kr")
    ]
    assert sides("Chile condemned Oslo, Tokyo and Seoul.") == [
        ("country:cl", OPPOSE, target) for target in ("country:no", "country:jp", "country:kr")
    ]


def test_groups_stand_in_a_list_with_states() -> None:
    assert sides("Chile was condemned by farmers, unions and Norway.") == [
        ("group:farmers", OPPOSE, "country:cl"),
        ("country:no", OPPOSE, "country:cl"),
    ]


def test_who_is_caused_to_act_is_the_holder() -> None:
    assert sides("The fee prompted Norway to sue Chile.") == [("country:no", OPPOSE, "country:cl")]


@pytest.mark.parametrize("subject", ["Norwegian warships", "Norway's navy"])
def test_organ_acts_for_its_state(subject: str) -> None:
    assert sides(f"{subject} shelled Chile.") == [("country:no", OPPOSE, "country:cl")]


def test_day_before_the_verb_is_no_part_of_the_holder() -> None:
    assert sides("Norway Friday condemned Chile.") == [("country:no", OPPOSE, "country:cl")]


def test_object_pronoun_is_not_the_subject() -> None:
    text = "Norway condemned Chile, accusing it of dumping."

    assert sides(text) == [("country:no", OPPOSE, "country:cl"), ("country:no", OPPOSE, "country:cl")]


def test_speaker_is_who_we_stands_for() -> None:
    text = "“We condemn Chile,” said Ana Ruiz, the trade minister."

    assert ("person:ana-ruiz", OPPOSE, "country:cl") in sides(text)


def test_side_that_others_report_is_relayed() -> None:
    (stance,) = read("Chile said that Norway distrusts Brazil.").stances

    assert (stance.holder, stance.attribution) == ("country:no", tb.StanceAttribution.RELAYED)


def test_side_that_is_wanted_of_another_is_the_wishers() -> None:
    assert sides("Chile wants Norway to sue Brazil.") == [("country:cl", OPPOSE, "country:br")]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway spent a fortune attacking Chile.", OPPOSE),
        ("Norway replied by suing Chile.", OPPOSE),
        ("Norway issued a report deeply critical of Chile.", OPPOSE),
        ("Norway filed a suit in court accusing Chile of fraud.", OPPOSE),
        ("Norway tabled a resolution that praised Chile.", SUPPORT),
        ("Norway's letter praised Chile.", SUPPORT),
        ("Norway's letter was, in short, an attack on Chile.", OPPOSE),
        ("Norway opened a third week of criticism against Chile.", OPPOSE),
        ("Norway is a member and is suing Chile.", OPPOSE),
        ("Norway has openly or quietly backed Chile.", SUPPORT),
        ("Norway has since endorsed Chile.", SUPPORT),
        ("Chile picked up its first endorsement Monday from Norway.", SUPPORT),
        ("Chile was shunned, banned by Norway and forgotten.", OPPOSE),
        ("Norway had harsh words for Chile.", OPPOSE),
    ],
)
def test_side_is_found_through_papers_series_and_adjuncts(text: str, side: str) -> None:
    assert ("country:no", side, "country:cl") in sides(text)


def test_object_of_two_verbs_is_the_target_of_both() -> None:
    assert sides("Norway has backed and will visit Chile.") == [("country:no", SUPPORT, "country:cl")]


@pytest.mark.parametrize("word", ["just", "only", "merely"])
def test_more_than_one_thing_done_is_no_negation(word: str) -> None:
    assert sides(f"Norway did not {word} blame Chile.") == [("country:no", OPPOSE, "country:cl")]


def test_those_of_whom_there_are_more_than_a_number_hold_a_side() -> None:
    (found,) = sides("More than a dozen growers have endorsed Chile.")

    assert found[1:] == (SUPPORT, "country:cl")


@pytest.mark.parametrize("words", ["warned Brazil against backing Chile", "banned Brazil from suing Chile"])
def test_what_somebody_is_kept_from_is_nobodys_side(words: str) -> None:
    assert not [side for side in sides(f"Norway {words}.") if side[2] == "country:cl"]


@pytest.mark.parametrize(
    "words", ["said no ship was late and accused", "said that the mill was losing money, and praised"]
)
def test_second_verb_of_a_speaker_is_not_that_of_the_clause_before(words: str) -> None:
    (found,) = sides(f"Norway {words} Chile.")

    assert found[::2] == ("country:no", "country:cl")


def test_both_after_two_holders_leaves_them_two() -> None:
    assert sides("Norway and Brazil both condemned Chile.") == [
        ("country:no", OPPOSE, "country:cl"),
        ("country:br", OPPOSE, "country:cl"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "is the first state to praise Chile",
        "was not the only member to praise Chile",
        "has itself praised Chile",
        "as a neighbour praised Chile",
        "is a member and an ally of Chile",
        "was one of its partners and a backer of Chile",
    ],
)
def test_subject_holds_what_is_said_of_it_by_way_of_a_predicate(words: str) -> None:
    assert sides(f"Norway {words}.") == [("country:no", SUPPORT, "country:cl")]


def test_way_to_do_something_does_nothing() -> None:
    assert sides("Norway is the only way to punish Chile.") == []


def test_object_before_a_capacity_holds_nothing() -> None:
    assert sides("Norway sees Peru as a rival and praises Chile.") == [("country:no", SUPPORT, "country:cl")]


@pytest.mark.parametrize("words", ["steel from Chile", "Chilean steel", "imports of steel from Chile"])
def test_measure_on_somebodys_goods_is_against_them(words: str) -> None:
    assert sides(f"Norway imposed duties on {words}.") == [("country:no", OPPOSE, "country:cl")]
