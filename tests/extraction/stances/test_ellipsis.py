import pytest
from tests.extraction.reading import read, sides

import tradebrief as tb


@pytest.mark.parametrize(
    "text",
    [
        "Chile opposes the duty. So does Norway.",
        "Chile opposes the duty, and so does Norway.",
        "Chile opposes the duty, as does Norway.",
        "Chile opposes the duty. Norway does too.",
        "Chile is against the duty. So, oddly, is Norway.",
        "Chile does not back the duty. Neither does Norway.",
        "Chile does not back the duty, nor does Norway.",
        "Chile backs the duty. Norway does not.",
        "Chile backs the duty, but Norway doesn't.",
        "Chile backs the duty. Norway, home to two mills, does not.",
        "Chile would accept the duty. Norway would not.",
    ],
)
def test_clause_without_a_verb_takes_up_that_of_another(text: str) -> None:
    assert sides(text)[1:] == [("country:no", "oppose", "the duty")]


def test_second_denial_goes_with_the_first() -> None:
    text = "Chile backs the duty; Norway does not, and nor does Peru."

    assert sides(text)[1:] == [("country:no", "oppose", "the duty"), ("country:pe", "oppose", "the duty")]


def test_what_is_refused_is_rejected() -> None:
    *_, stance = read("Chile wants Norway to lift the duty. Norway will not.").stances

    assert (stance.holder, stance.act.value, stance.rule) == ("country:no", "reject", "stance.ellipsis.other")


@pytest.mark.parametrize(("verb", "side", "act"), [("complied", "support", "agree"), ("refused", "oppose", "reject")])
def test_verb_alone_answers_what_was_asked_for(verb: str, side: str, act: str) -> None:
    *_, stance = read(f"Chile asked Norway to lift the duty. Norway {verb}.").stances

    assert (stance.holder, stance.polarity and stance.polarity.value, stance.act.value) == ("country:no", side, act)


def test_verb_alone_answers_nothing_where_nothing_was_asked_for() -> None:
    assert sides("Chile opposes the duty. Norway agreed.") == [("country:cl", "oppose", "the duty")]


@pytest.mark.parametrize(
    "text",
    [
        "Chile opposes the duty. Norway did not sign the pact.",
        "Chile opposes the duty. Norway is not a member.",
        "Chile opposes the duty. So Norway waited.",
        "Chile opposes the duty. Norway would not.",
        "Chile opposes the duty. Prices rose in May, as did wages.",
    ],
)
def test_clause_with_a_verb_of_its_own_takes_up_none(text: str) -> None:
    assert sides(text) == [("country:cl", "oppose", "the duty")]


@pytest.mark.parametrize(
    "text",
    [
        "Chile has agreed to cap exports; only Norway holds out.",
        "Chile has agreed to cap exports; only Norway, whose mines need cash, continues to hold out.",
        "Chile has agreed to cap exports. Only Norway is still holding out.",
        "Chile wants to cap exports, but Norway is resisting.",
    ],
)
def test_whoever_holds_out_does_not_go_along(text: str) -> None:
    sides = [(stance.holder, stance.polarity, stance.act) for stance in read(text).stances]

    assert sides[-1] == ("country:no", tb.Polarity.OPPOSE, tb.Act.REJECT)


@pytest.mark.parametrize(
    "text",
    ["Chile opposes the cap; only Norway holds out.", "Chile backs the cap; only Norway holds out an olive branch."],
)
def test_whoever_holds_out_does_so_from_what_others_support(text: str) -> None:
    assert [stance.holder for stance in read(text).stances] == ["country:cl"]
