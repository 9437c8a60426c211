import pytest
from tests.extraction.reading import commentary_of, read, sides

import tradebrief as tb


def judged(brief: tb.Brief) -> list[tuple[str, str, str, str]]:
    """Holder, side, act and target of the judgments, in order."""
    return [
        (stance.holder, stance.polarity.value, stance.act.value, brief[stance.target.span])
        for stance in brief.stances
        if stance.rule.startswith("stance.judgment") and stance.polarity and stance.target
    ]


@pytest.mark.parametrize(
    ("words", "side", "act"),
    [
        ("said that the levy was unjust", "oppose", "criticize"),
        ("said that the levy was not unjust", "support", "praise"),
        ("said that the levy was far from fair", "oppose", "criticize"),
        ("said that the levy was anything but wise", "oppose", "criticize"),
        ("said that the levy was unlikely to help farmers", "oppose", "criticize"),
        ("described the levy as a mistake", "oppose", "criticize"),
        ("called the levy a success", "support", "praise"),
        ("called the levy proof of good faith", "support", "praise"),
        ("said that even if prices fell, the levy was wise", "support", "praise"),
        ("believes that the levy would be a disaster", "oppose", "criticize"),
    ],
)
def test_predicate_judges_its_subject(words: str, side: str, act: str) -> None:
    assert judged(read(f"Norway {words}.")) == [("country:no", side, act, "the levy")]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("thinks the levy unfair", "oppose"),
        ("reckons the levy a blunder", "oppose"),
        ("believes the levy fair", "support"),
        ("said that the levy would run counter to the treaty", "oppose"),
        ("said that the levy was misdirected", "oppose"),
        ("said that the levy was overdue reform", "support"),
    ],
)
def test_verb_of_thinking_takes_an_object_and_what_it_is(words: str, side: str) -> None:
    assert [(held, taken) for held, taken, _, _ in judged(read(f"Norway {words}."))] == [("country:no", side)]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("amounts to blackmail", "oppose"),
        ("would end in chaos", "oppose"),
        ("has done little to earn trust", "oppose"),
        ("proved to be a mistake", "oppose"),
        ("has access to safe ports", None),
        ("works on tests of faulty pumps", None),
        ("called on both ports to honour the pact", None),
        ("was negotiated amid a terrible storm", None),
    ],
)
def test_words_beyond_a_preposition_judge_something_else(words: str, side: str | None) -> None:
    found = judged(read(f"Norway said that the plan {words}."))
    assert [found_side for _, found_side, _, _ in found] == ([side] if side else [])


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("has been unfairly blamed", "support"),
        ("was wrongly accused", "support"),
        ("was not unfairly treated", None),
        ("has acted unfairly", "oppose"),
    ],
)
def test_whoever_is_wronged_is_taken_the_side_of(words: str, side: str | None) -> None:
    found = judged(read(f"Norway said that Chile {words}."))
    assert [found_side for _, found_side, _, _ in found] == ([side] if side else [])


def test_to_report_a_fault_is_not_to_blame_for_it() -> None:
    assert judged(read("Norway reported that the plan was faulty.")) == []
    assert judged(read("Norway documented that the plan was faulty.")) == []


def test_harm_that_is_unlikely_is_no_blame() -> None:
    assert judged(read("Norway said that the levy was unlikely to harm farmers.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway said that the pact was unlikely to succeed.",
        "The talks will not succeed, Norway said.",
        "The pact, Norway said, will fail.",
    ],
)
def test_outcome_that_is_foretold_is_no_judgment(text: str) -> None:
    brief = read(text)
    assert judged(brief) == []
    assert [stance.outlook.value for stance in brief.stances if stance.outlook] == ["skeptical"]


def test_judgment_beside_what_is_foretold_stays() -> None:
    assert judged(read("Norway said that the pact was unfair and unlikely to succeed.")) == [
        ("country:no", "oppose", "criticize", "the pact")
    ]


def test_verb_of_wrong_accuses_whoever_does_it() -> None:
    assert judged(read("Norway said that Chile had violated the pact.")) == [
        ("country:no", "oppose", "accuse", "Chile")
    ]


def test_duty_is_a_demand() -> None:
    assert judged(read("Norway said that Chile must act.")) == [("country:no", "support", "demand", "Chile must act")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said that the levy may be unjust.",
        "Norway said that the levy fell in May.",
        "Norway denied that the levy was unjust.",
        "The levy is unjust.",
    ],
)
def test_without_a_judge_or_a_judgment_there_is_none(text: str) -> None:
    assert judged(read(text)) == []


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("The levy is a mistake.", "oppose", "The levy"),
        ("It is regrettable that Chile waited.", "oppose", "Chile waited"),
        ("It would be foolish to impose a levy.", "oppose", "impose a levy"),
    ],
)
def test_author_judges_in_a_commentary(text: str, side: str, target: str) -> None:
    brief = commentary_of(f"I have watched the talks. {text}")

    assert [(polarity, words) for _, polarity, _, words in judged(brief)] == [(side, target)]
    assert {stance.attribution for stance in brief.stances} == {tb.StanceAttribution.COMMENTARY}


@pytest.mark.parametrize("words", ["mills had benefited from low fees", "all options were on the table"])
def test_what_can_judge_does_not_in_another_sense(words: str) -> None:
    assert judged(read(f"The department said that {words}.")) == []


def test_what_is_not_on_the_table_is_opposed() -> None:
    ((_, side, _, target),) = judged(read("Norway said that salmon was not on the table."))

    assert (side, target) == ("oppose", "salmon")


def test_right_to_something_is_no_praise() -> None:
    assert judged(read("“The people have a right to know,” Norway said.")) == []


@pytest.mark.parametrize(
    ("words", "side"),
    [("was not merely a token but protected its mills", "support"), ("was not just unfair", "oppose")],
)
def test_what_is_not_merely_so_is_so(words: str, side: str) -> None:
    assert [found[1] for found in judged(read(f"Norway said the deal {words}."))] == [side]


def test_let_is_no_subject() -> None:
    brief = commentary_of("I have watched. Let these negotiations serve as an admirable start.")

    assert [found[3] for found in judged(brief)] == ["these negotiations"]


def test_little_before_to_is_a_denial() -> None:
    brief = commentary_of("I have watched. Norway has done little to earn trust.")

    assert [found[1] for found in judged(brief)] == ["oppose"]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("said that while Chile was reckless, prices had fallen", "oppose"),
        ("says what Chile did is shameful", "oppose"),
        ("said that Chile's failure to pay has hurt growers", "oppose"),
        ("said Chile could not be trusted", "oppose"),
        ("said Chile never takes responsibility", "oppose"),
        ("said prices had risen because Chile was reckless", "oppose"),
    ],
)
def test_conceded_presupposed_and_further_judgments_count(words: str, side: str) -> None:
    assert ("country:no", side) in [(found[0], found[1]) for found in judged(read(f"Norway {words}."))]


def test_what_may_be_so_is_no_judgment() -> None:
    assert judged(read("Norway said Chile could be wrong.")) == []


@pytest.mark.parametrize(
    "words",
    [
        "said that the levy had raised prices",
        "said the levy would add 40 euros to the bill",
        "argued that the levy had cost growers $3 million",
        "complained that the levy drives up costs",
    ],
)
def test_what_a_measure_costs_speaks_against_it(words: str) -> None:
    assert [found[1:] for found in judged(read(f"Norway {words}."))] in (
        [("oppose", "criticize", "the levy")],
        [],  # A complaint is a stance of its own.
    )


@pytest.mark.parametrize(
    "words",
    [
        "estimated that the levy would cost growers $3 million",
        "said that the levy had not raised prices",
        "said that the levy would cost growers just $3 million",
        "said that the bridge would cost the ministry $3 million",
        "said that the duty rises in May",
    ],
)
def test_a_cost_that_is_reckoned_or_denied_or_no_measures_judges_nothing(words: str) -> None:
    assert judged(read(f"Norway {words}.")) == []


def test_too_much_of_a_good_thing_is_bad() -> None:
    assert judged(read("Norway considers the offer far too generous.")) == [
        ("country:no", "oppose", "criticize", "the offer")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Chile was determined to apply",
        "half the jobs depend on cheap imports",
        "Chile had earned $3 million",
        "the levy was just 3 percent",
    ],
)
def test_word_that_tells_something_else_judges_nothing(words: str) -> None:
    assert judged(read(f"Norway said that {words}.")) == []


def test_clause_with_its_cue_amid_it_is_judged() -> None:
    assert judged(read("The levy, Norway said, was a mistake.")) == [("country:no", "oppose", "criticize", "The levy")]


def test_clause_on_a_noun_of_the_predicate_judges_nothing_itself() -> None:
    (found,) = judged(read("Norway said that the levy was punishing the very growers it was meant to protect."))

    assert found == ("country:no", "oppose", "criticize", "the levy")


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("this levy is a gift to rivals", "oppose"),
        ("that quota was unfair", "oppose"),
        ("the offer did not go far enough", "oppose"),
        ("the levy was an act of vandalism", "oppose"),
        ("the quota would be a boost for growers", "support"),
    ],
)
def test_words_of_a_predicate_judge_what_is_pointed_at(said: str, side: str) -> None:
    assert [found for _, found, _ in sides(f"Ana Ruiz said {said}.")] == [side]


@pytest.mark.parametrize("said", ["this is unfair", "Brussels would rather have a bad deal than none"])
def test_nothing_is_judged_that_is_left_open_or_not_the_subject(said: str) -> None:
    assert [holder for holder, _, _ in sides(f"Ana Ruiz said {said}.") if holder == "person:ana-ruiz"] == []


@pytest.mark.parametrize("words", ["was betrayed", "has been humiliated"])
def test_whom_a_wrong_is_done_to_is_not_judged(words: str) -> None:
    assert judged(read(f"Norway said that Chile {words}.")) == []


@pytest.mark.parametrize("words", ["was rigged", "had been botched"])
def test_what_is_done_badly_is_judged(words: str) -> None:
    assert judged(read(f"Norway said that the vote {words}.")) == [("country:no", "oppose", "criticize", "the vote")]


def test_agent_of_a_wrong_is_accused() -> None:
    assert judged(read("Norway said that growers had been betrayed by Chile.")) == [
        ("country:no", "oppose", "accuse", "Chile")
    ]


def test_agent_of_a_wrong_that_was_not_done_is_not_accused() -> None:
    assert judged(read("Norway said that growers had not been betrayed by Chile.")) == []


def test_wrong_with_a_number_of_objects_is_one() -> None:
    assert judged(read("Norway said that Chile had violated 11 rules.")) == [
        ("country:no", "oppose", "accuse", "Chile")
    ]


@pytest.mark.parametrize("verb", ["likened", "compared"])
def test_comparison_with_something_bad_judges(verb: str) -> None:
    assert judged(read(f"Norway {verb} the levy to theft.")) == [("country:no", "oppose", "criticize", "the levy")]
    assert judged(read(f"Norway {verb} the levy to a quota.")) == []


def test_fault_anywhere_in_a_clause_is_its_owners() -> None:
    assert judged(read("Norway said that prices had risen because of Chile's failures.")) == [
        ("country:no", "oppose", "accuse", "Chile")
    ]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("the levy could wipe out half the jobs in the valley", "oppose"),
        ("the levy delays each lorry by two hours", "oppose"),
        ("the levy was driving buyers to Chile", "oppose"),
        ("the levy would hit small farms hardest", "oppose"),
        ("the levy had cost them their customers", "oppose"),
        ("the levy would close mills", "oppose"),
        ("the levy would lead to shortages", "oppose"),
        ("the levy will create hundreds of jobs", "support"),
        ("the levy would open doors for growers", "support"),
        ("the levy would lower prices in the shops", "support"),
        ("the levy gives mills time to adapt", "support"),
    ],
)
def test_measure_is_judged_by_what_it_does_to_people(words: str, side: str) -> None:
    act = "praise" if side == "support" else "criticize"

    assert judged(read(f"Norway said {words}.")) == [("country:no", side, act, "the levy")]
    assert judged(read(f"Norway estimated {words}.")) == []


@pytest.mark.parametrize(
    "words",
    [
        "the levy would not cost jobs",
        "the levy would close no mills",
        "the levy would raise 3 million euros",
        "the levy would delay the quota by two months",
        "the drought would close mills",
        "the levy hit 10 percent",
    ],
)
def test_without_harm_or_good_done_nothing_is_judged(words: str) -> None:
    assert judged(read(f"Norway said {words}.")) == []


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("Importers should resist the temptation to sue.", "support", "Importers should resist the temptation to sue"),
        ("Oslo must accept the quota.", "support", "Oslo must accept the quota"),
        ("Oslo should not reject the pact.", "oppose", "Oslo should not reject the pact"),
    ],
)
def test_author_says_what_ought_to_be_done_and_nobody_has_done_it(text: str, side: str, target: str) -> None:
    brief = commentary_of(f"I have watched the talks. {text}")

    assert judged(brief) == [(brief.stances[0].holder, side, "demand", target)]
    assert {stance.attribution for stance in brief.stances} == {tb.StanceAttribution.COMMENTARY}


def test_what_somebody_ought_to_do_is_no_side_of_theirs() -> None:
    assert [stance.act.value for stance in read("Norway says Chile must accept the quota.").stances] == ["demand"]
    assert not read("Norway must accept the quota.").stances


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("does not believe the levy is fair", "oppose"),
        ("does not regard the levy as fair", "oppose"),
        ("did not think that the levy was a mistake", "support"),
        ("does not see the levy as a threat", "support"),
    ],
)
def test_judgment_that_is_denied_is_turned_round(words: str, side: str) -> None:
    assert judged(read(f"Norway {words}."))[0][1] == side


@pytest.mark.parametrize(
    ("words", "side", "target"),
    [
        ("doubts that the levy protects millers", "oppose", "the levy"),
        ("questioned whether the levy is backed by evidence", "oppose", "the levy"),
        ("is not convinced that the levy is fair", "oppose", "the levy"),
        ("doubts that the levy is unlawful", "support", "the levy"),
        ("doubts that Chile has broken the pact", "support", "Chile"),
    ],
)
def test_doubt_about_what_is_so_speaks_against_it(words: str, side: str, target: str) -> None:
    brief = read(f"Norway {words}.")
    found = [(s.polarity.value if s.polarity else None, brief[s.target.span]) for s in brief.stances if s.target]
    assert found == [(side, target)]


def test_doubt_about_what_will_come_is_an_outlook() -> None:
    (stance,) = read("Norway doubts that the pact will hold.").stances
    assert (stance.polarity, stance.outlook) == (None, tb.Outlook.SKEPTICAL)


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("Chile's decision to tax kelp risks angering buyers.", "oppose", "Chile's decision"),
        ("The levy risks driving buyers away.", "oppose", "The levy"),
        ("An abrupt rise would, I suspect, hurt kelp farmers.", "oppose", "An abrupt rise"),
        ("The levy, however well meant, risks angering buyers.", "oppose", "The levy"),
        ("The scheme strikes me as sensible.", "support", "The scheme"),
        ("A joint panel would provide both sides with a dignified way out.", "support", "A joint panel"),
        ("The complaint of the kelp farmers merits attention.", "support", "The complaint of the kelp farmers"),
        ("The levy deserves closer scrutiny.", "oppose", "The levy"),
        ("The levy does not weaken the pact but strengthens it.", "support", "The levy"),
        ("What remains commendable is the offer to talk.", "support", "the offer"),
        ("What troubles me is the silence of the bank.", "oppose", "the silence of the bank"),
        ("There is something troubling about the levy.", "oppose", "the levy"),
        ("It is to be hoped that the bank waits.", "support", "the bank waits"),
        ("It is heartening to see that the bank has waited.", "support", "the bank has waited"),
        ("It would be a pity if the bank waited.", "oppose", "the bank waited"),
        ("It is time for the bank to lift the levy.", "support", "lift the levy"),
        ("It is high time the bank lifted the levy.", "support", "the bank lifted the levy"),
        ("The time has come to lift the levy.", "support", "lift the levy"),
        ("The bank would do well to lift the levy.", "support", "lift the levy"),
        ("One can only welcome the levy.", "support", "the levy"),
    ],
)
def test_authors_judge_in_many_constructions(text: str, side: str, target: str) -> None:
    brief = commentary_of(f"I grew up by the sea. {text}")
    found = [
        (stance.polarity.value, brief[stance.target.span])
        for stance in brief.stances
        if stance.holder == "author" and stance.polarity and stance.target
    ]
    assert (side, target) in found


@pytest.mark.parametrize(
    "text",
    [
        "It is not yet time to lift the levy.",
        "The minister named the risks facing the bank.",
        "There is something in the air.",
        "What remains is the levy.",
    ],
)
def test_words_that_only_look_like_judgments_take_no_side(text: str) -> None:
    brief = commentary_of(f"I grew up by the sea. {text}")
    assert not [stance for stance in brief.stances if stance.rule.startswith("stance.judgment")]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("maintains that the levy is grounded in science", "support"),
        ("described the levy as lacking any basis", "oppose"),
        ("said that the levy would do nothing to help mills", "oppose"),
        ("contends that the levy has depressed barley prices", "oppose"),
    ],
)
def test_grounds_and_lack_of_effect_judge(words: str, side: str) -> None:
    assert [(held, taken) for held, taken, _, _ in judged(read(f"Norway {words}."))] == [("country:no", side)]


@pytest.mark.parametrize(
    ("words", "side", "target"),
    [
        ("considers it essential that the levy be lifted", "support", "the levy be lifted"),
        ("finds it unacceptable that the levy stays in force", "oppose", "the levy stays in force"),
        ("considers it unwise to lift the levy", "oppose", "lift the levy"),
        ("argued that the quota was too small", "oppose", "the quota"),
    ],
)
def test_what_it_stands_for_in_an_object_is_judged(words: str, side: str, target: str) -> None:
    assert [(taken, thing) for _, taken, _, thing in judged(read(f"Norway {words}."))] == [(side, target)]


def test_it_that_stands_for_a_thing_is_none_of_a_clause() -> None:
    brief = read("Norway imposed a levy. Chile called it a mistake.")
    assert [brief[s.target.span] for s in brief.stances if s.holder == "country:cl" and s.target] == ["it"]


@pytest.mark.parametrize(
    "words",
    [
        "doubts that the levy was paid",
        "questioned whether the pact was signed in May",
        "said exporters risk losing the market",
        "said the duty is measured in kroner per ton",
        "said the payment is overdue",
        "said the pact warrants no delay",
        "exaggerated the benefits of the pact",
        "pointed to the strength of the krone",
        "said that the levy scarcely hurts",
        "said that mills need a dependable supply",
        "said that the mill had broken ground on a jetty",
    ],
)
def test_facts_measures_and_things_that_befall_are_no_judgments(words: str) -> None:
    brief = read(f"Norway {words}.")
    assert not [s for s in brief.stances if s.polarity in {tb.Polarity.SUPPORT, tb.Polarity.OPPOSE}]


def test_of_what_troubles_not_one_but_another_the_second_counts() -> None:
    brief = commentary_of("I grew up by the sea. What troubles me is not the levy but the quota.")
    assert [brief[s.target.span] for s in brief.stances if s.target] == ["the quota"]


@pytest.mark.parametrize(
    "text",
    [
        "This is madness, said one",
        "Norway doubts that the levy is",
        "Norway pledged to fight",
        "What troubles me is not",
        "It is time",
        "The time has come",
        "Norway stressed the need",
        "Norway stressed the need for",
        "Among the pact's critics is",
        "Critics of the pact include",
        "It would be a pity if",
        "The levy risks",
        "There is",
        "A new levy. There Norway",
        "Norway hopes for a deal",
        "Norway favours a pact",
        "Asked whether",
    ],
)
def test_text_may_end_amid_a_construction(text: str) -> None:
    assert isinstance(commentary_of(f"I wait. {text}"), tb.Brief)
    assert isinstance(read(text), tb.Brief)


def test_what_pleases_the_writer_may_be_somebodys() -> None:
    brief = commentary_of("I grew up by the sea. What impresses me is Chile's patience.")
    found = [(s.holder, s.polarity, brief[s.target.span]) for s in brief.stances if s.target]
    assert found == [("author", tb.Polarity.SUPPORT, "Chile's patience")]


def test_what_troubles_others_is_no_view_of_the_speaker() -> None:
    assert judged(read("Jan Berg said that what troubles Norway is Chile's silence.")) == []


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("said the levy was a blunder of historic proportions", "oppose"),
        ("said the levy was a disaster for good farmers", "oppose"),
        ("called the levy a slap in the face of a loyal partner", "oppose"),
        ("said the pact was a triumph over protectionism", "support"),
        ("called the levy a threat to honest trade", "oppose"),
        ("described the levy as an attack on fair competition", "oppose"),
        ("called the levy an affront to the success of smaller firms", "oppose"),
        ("said the levy was a betrayal of a friend", "oppose"),
        ("said the pact was a weapon against fraud", None),
        ("said an ally was being fined for sins that others committed", None),
        ("said growers pay for crimes that decent people never saw", None),
    ],
)
def test_what_a_noun_is_of_or_turned_on_is_not_judged(words: str, side: str | None) -> None:
    assert [found[1] for found in judged(read(f"Norway {words}."))] == ([side] if side else [])


@pytest.mark.parametrize(
    "words",
    [
        "broke a promise",
        "had broken its pledge",
        "has broken a commitment",
        "broke an undertaking",
    ],
)
def test_broken_word_accuses(words: str) -> None:
    assert judged(read(f"Norway said that Chile {words}.")) == [("country:no", "oppose", "accuse", "Chile")]


@pytest.mark.parametrize(
    "words",
    [
        "scare away investment",
        "drive away millions of euros of investment",
        "put off business",
        "drive off trade",
    ],
)
def test_what_is_driven_off_speaks_against_a_measure(words: str) -> None:
    assert judged(read(f"Norway warned that the levy would {words}.")) == [
        ("country:no", "oppose", "criticize", "the levy")
    ]


def test_courage_that_is_shown_is_praise() -> None:
    assert judged(read("Norway said that Chile had shown courage.")) == [("country:no", "support", "praise", "Chile")]


def test_model_that_is_made_is_no_praise() -> None:
    assert judged(read("Norway said that the levy would make the cheapest model dearer.")) in (
        [],
        [("country:no", "oppose", "criticize", "the levy")],
    )


@pytest.mark.parametrize(
    "clause",
    [
        "mills that bought abroad should lose their permits",
        "importers who cheated should pay a fine",
        "firms that dodge the levy must be named",
        "growers who sell to Chile ought to lose their quota",
        "mills, which had years to adapt, must pay up",
        "growers who do not pay should leave",
        "importers whose papers were forged should be banned",
    ],
)
def test_duty_of_a_subject_with_a_relative_clause_is_a_demand(clause: str) -> None:
    found = judged(read(f"Norway said {clause}."))
    assert [(holder, act) for holder, _, act, _ in found] in (
        [("country:no", "demand")],
        [("country:no", "criticize")],  # Of what should have been done.
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norway said Chile thought the appeal futile.",
        "Norway said Chile considered the levy absurd.",
        "Norway said Chile found the offer insulting.",
        "Norway said Chile called the quota unfair.",
    ],
)
def test_who_thinks_a_thing_bad_is_not_judged_bad(text: str) -> None:
    assert [found[0] for found in judged(read(text))] == ["country:cl"]


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("That was foolish.", "oppose", "That"),
        ("It was a blunder.", "oppose", "It"),
        ("This is unfair.", "oppose", "This"),
        ("That is a sensible step.", "support", "That"),
        ("Growers in Bergen, who had hoped for more, are right.", "support", "Growers"),
        ("Importers are no saints.", "oppose", "Importers"),
    ],
)
def test_author_judges_what_was_told_before(text: str, side: str, target: str) -> None:
    brief = commentary_of(f"I have watched Norway turn the offer down. {text}")
    assert (side, target) in [(polarity, words) for _, polarity, _, words in judged(brief)]


def test_author_demands_in_a_second_clause() -> None:
    brief = commentary_of("I have watched. The minister is brave, and she must not give in to Chile.")
    assert ("oppose", "demand", "she must not give in to Chile") in [found[1:] for found in judged(brief)]
