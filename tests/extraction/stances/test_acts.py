"""Passages over all acts of diplomacy and trade, each with every stance that it shows."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def told(stance: tb.Stance, brief: tb.Brief) -> str:
    """A stance as "side act: target"; the outlook where there is no side."""
    side = stance.polarity or stance.outlook
    words = f": {brief[stance.target.span]}" if stance.target else ""
    return f"{side.value if side else ''} {stance.act.value}{words}"


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "Washington demanded that Tokyo lift its export curbs.",
            ["support demand: Tokyo lift its export curbs", "oppose demand: its export curbs"],
        ),
        ("Berlin is doubtful a pact will be signed.", ["skeptical state: a pact will be signed"]),
        ("Lima would accept the text if duties go.", ["support agree: the text"]),
        ("Oslo declined to take sides.", ["neutral state"]),
        ("Berlin privately opposes the levy, said a Paris official.", ["oppose state: the levy"]),
        ("Norway imposed duties on barley.", ["support implement: duties"]),
        ("Norway welcomed the quota.", ["support praise: the quota"]),
        ("Norway did not welcome the quota.", ["oppose state: the quota"]),
        ("Norway backs the quota.", ["support state: the quota"]),
        ("Norway does not object to a quota.", ["support concede: a quota"]),
        ("Norway left the door open to a quota.", ["support concede: a quota"]),
        ("Norway, whose trade adviser, Ana Ruiz, spoke, waits.", []),
        ("Norway endorsed the accord.", ["support state: the accord"]),
        ("Norway rejected the quota.", ["oppose reject: the quota"]),
        ("Norway criticised Portugal over the levy.", ["oppose criticize: Portugal", "oppose criticize: the levy"]),
        ("Norway praised Portugal for its quota.", ["support praise: Portugal", "support praise: its quota"]),
        ("Norway criticised Portugal over cork.", ["oppose criticize: Portugal"]),
        ("Norway blamed Portugal for the shortage.", ["oppose accuse: Portugal"]),
        ("Norway accused Portugal of dumping cod.", ["oppose accuse: Portugal"]),
        ("Norway praised Portugal for its restraint.", ["support praise: Portugal"]),
        ("Norway urged Portugal to scrap the levy.", ["support request: scrap the levy", "oppose request: the levy"]),
        ("Norway pressed Portugal to cut its duties.", ["support demand: cut its duties", "oppose demand: its duties"]),
        (
            "Norway called for an end to the tariffs.",
            ["support demand: an end to the tariffs", "oppose demand: the tariffs"],
        ),
        (
            "Norway called on Portugal to lower the tariffs.",
            ["support request: lower the tariffs", "oppose request: the tariffs"],
        ),
        ("Norway warned Portugal against new duties.", ["oppose request: new duties"]),
        ("Norway warned that new duties would hurt growers.", ["oppose criticize: new duties"]),
        (
            "Norway threatened to impose duties on Portuguese cod.",
            ["oppose threaten: Portuguese", "support threaten: impose duties on Portuguese cod"],
        ),
        ("Norway threatened Portugal with duties.", ["oppose threaten: Portugal"]),
        ("Norway vowed to fight the levy.", ["oppose threaten: the levy"]),
        ("Norway offered to drop the levy.", ["support offer: drop the levy"]),
        ("Norway proposed a quota of 500 tonnes.", ["support offer: a quota of 500 tonnes"]),
        ("Norway conceded that the levy had failed.", ["oppose criticize: the levy"]),
        ("Norway agreed to the quota.", ["support agree: the quota"]),
        ("Norway accepted the quota.", ["support agree: the quota"]),
        ("Norway refused to lift the ban.", ["oppose reject: lift the ban", "support reject: the ban"]),
        (
            "Norway resisted calls to drop the levy.",
            ["oppose reject: calls to drop the levy", "support reject: the levy"],
        ),
        (
            "Norway insisted that Portugal remove the levy.",
            ["support demand: Portugal remove the levy", "oppose demand: the levy"],
        ),
        ("Norway will not sign off on the accord.", ["oppose reject: the accord"]),
        ("Norway stressed that no waiver will be granted.", ["oppose reject: no waiver"]),
        ("Norway stressed that no jobs will be lost.", []),
        ("Norway shelved plans to tax cod.", ["oppose implement: plans"]),
        ("Norway is prepared to swallow a quota.", ["support concede: swallow a quota"]),
        ("Norway is willing to discuss a quota.", ["support offer: discuss a quota"]),
        ("Norway declined to discuss a quota.", []),
        ("Norway is committed to the accord.", ["support state: the accord"]),
        ("Norway is committed to lifting the ban.", ["support offer: lifting the ban"]),
        ("Norway will not vote for the bill.", ["oppose reject: the bill"]),
        ("Norway hinted at duties on cod.", ["support threaten: duties"]),
        ("Norway hinted at a waiver.", ["support concede: a waiver"]),
        ("Norway hinted at a name for the harbour.", []),
        ("Norway raised the possibility of a quota.", ["support offer: a quota"]),
        ("Norway raised the possibility of a storm.", []),
        ("Norway shrugged off the charge.", ["oppose reject: the charge"]),
        ("Norway shrugged off the drizzle.", []),
        ("Norway scoffed at suggestions that it had dumped cod.", ["oppose reject: it had dumped cod"]),
        ("Norway is wary of a quota.", ["oppose state: a quota"]),
        ("Norway is looking for a way out.", ["support state: a way"]),
        ("Norway is looking for Ana Ruiz.", []),
        ("Norway questioned whether the levy would last.", ["skeptical state: whether the levy would last"]),
        ("Norway would like to be exempted from the levy.", ["support request: be exempted from the levy"]),
        ("Norway pledged to take the levy to the Supreme Court.", ["oppose threaten: the levy"]),
        ("Norway pledged to file a complaint.", ["support threaten: file a complaint"]),
        ("Norway said it would go to the WTO.", ["support threaten: go to the WTO"]),
        ("Norway said its lawyers would file a complaint.", ["support threaten: file a complaint"]),
        ("Norway assured Portugal that it would honour the quota.", ["support offer: honour the quota"]),
        ("Norway said it would be foolish to wait.", ["oppose criticize: wait"]),
        ("Norway said it would be sensible to wait.", ["support state: wait"]),
        ("Norway considers the findings to be flawed.", ["oppose criticize: the findings"]),
        ("Norway complained that the levy makes prams dearer.", ["oppose criticize: the levy"]),
        ("Norway said nobody was more reckless.", []),
        ("Norway said that the trouble was that the levy was unfair.", ["oppose criticize: the levy"]),
        ("Norway said the levy, for its part, was unfair.", ["oppose criticize: the levy"]),
        ("Norway has argued for several weeks that the levy is unfair.", ["oppose criticize: the levy"]),
        ("Norway insists on a lower quota.", ["support demand: a lower quota", "oppose demand: quota"]),
        ("Norway ruled out a lower quota.", ["oppose reject: a lower quota", "support reject: quota"]),
        ("Norway defended the levy.", ["support state: the levy"]),
        ("Norway lifted its ban on Portuguese cod.", ["oppose implement: its ban", "support concede: Portuguese"]),
        ("Norway suspended the levy.", ["oppose implement: the levy"]),
        (
            "Norway retaliated against Portugal with duties on cork.",
            ["support implement: duties", "oppose implement: Portugal"],
        ),
        ("Norway retaliated with duties on cork.", ["support implement: duties"]),
        ("Norway may retaliate with duties on cork.", []),
        ("Norway vowed to retaliate.", ["support threaten: retaliate"]),
        ("Norway vowed to punish Portugal.", ["oppose threaten: Portugal", "support threaten: punish Portugal"]),
        ("Norway pressed Portugal on cork.", ["oppose demand: Portugal"]),
        ("Norway conceded a quota.", ["support concede: a quota"]),
        ("Norway granted Portugal a quota.", ["support concede: a quota"]),
        ("Norway conceded the quota was small.", []),
        ("Norway delayed its countermeasures.", ["oppose implement: its countermeasures"]),
        ("Norway lifted its retaliation.", ["oppose implement: its retaliation"]),
        (
            "Portugal must lift its curbs, Kari Lund said.",
            ["support demand: Portugal must lift its curbs", "oppose demand: its curbs"],
        ),
        (
            "Kari Lund said Portugal must not lift its curbs.",
            ["oppose demand: Portugal must not lift its curbs", "support demand: its curbs"],
        ),
        ("Norway insisted the levy must go.", ["support demand: the levy must go", "oppose demand: the levy"]),
        ("Norway insisted its envoy must go.", ["support demand: its envoy must go"]),
        ("Norway asked that the duties end.", ["support request: the duties end", "oppose request: the duties"]),
        (
            "Norway resisted calls for lower duties.",
            ["oppose reject: calls for lower duties", "support reject: duties"],
        ),
        (
            "Norway called the removal of the duties a mistake.",
            ["oppose criticize: the removal of the duties", "support criticize: the duties"],
        ),
        ("Norway called the quota on cork a mistake.", ["oppose criticize: the quota"]),
        ("Norway called the quota better than a levy.", ["support praise: the quota"]),
        ("Norway called the quota worse than a bad levy.", ["oppose criticize: the quota"]),
        ("Kari Lund said the quota was fairer than the levy.", ["support praise: the quota"]),
        ("Kari Lund said the quota was less harmful than a levy.", ["support praise: the quota"]),
        ("Norway would rather have a quota than a levy.", ["support state: a quota"]),
        ("Norway delayed the levy.", ["oppose implement: the levy"]),
        (
            "Norway exempted Portuguese cod from the levy.",
            ["support implement: Portuguese", "oppose implement: the levy"],
        ),
        ("Norway exempted Portugal from the levy.", ["support implement: Portugal", "oppose implement: the levy"]),
        ("Portugal was exempted from the levy by Norway.", ["support implement: Portugal"]),
        ("The levy was condemned by Norway.", ["oppose criticize: The levy"]),
        ("The levy was imposed by Norway.", ["support implement: The levy"]),
        ("Duties on barley were imposed by Norway in May.", ["support implement: Duties"]),
        ("The ban was lifted by Norway.", ["oppose implement: The ban"]),
        ("Norway has not backed the quota.", ["oppose state: the quota"]),
        ("Norway never supported the levy.", ["oppose state: the levy"]),
        ("Norway no longer opposes the levy.", ["support state: the levy"]),
        (
            "Norway denied that it would drop the levy.",
            ["oppose reject: it would drop the levy", "support reject: the levy"],
        ),
        ("Norway wants the tariffs dropped.", ["support demand: the tariffs dropped", "oppose demand: the tariffs"]),
        (
            "Norway wants an end to the tariffs.",
            ["support demand: an end to the tariffs", "oppose demand: the tariffs"],
        ),
        (
            "Norway wants Portugal to end the tariffs.",
            ["support demand: end the tariffs", "oppose demand: the tariffs"],
        ),
        (
            "Norway asked Portugal to remove the duties.",
            ["support request: remove the duties", "oppose request: the duties"],
        ),
        (
            "Norway asked that the duties be lowered.",
            ["support request: the duties be lowered", "oppose request: the duties"],
        ),
        ("Despite the levy, Norway welcomed the accord.", ["support praise: the accord"]),
        ("Norway backs the accord despite the levy.", ["support state: the accord"]),
        ("Norway prefers a quota to a tariff.", ["support state: a quota", "oppose state: a tariff"]),
        ("Norway favours a quota over a tariff.", ["support state: a quota", "oppose state: a tariff"]),
        ("Norway said a quota is worse than a tariff.", ["oppose criticize: a quota"]),
        ("Norway is against the levy.", ["oppose state: the levy"]),
        ("Norway is in favour of the levy.", ["support state: the levy"]),
        ("Norway will not lift its ban on cod.", ["oppose reject: lift its ban on cod", "support reject: its ban"]),
        ("Norway said it would not accept the quota.", ["oppose reject: the quota"]),
        ("Norway said it would never sign the accord.", ["oppose reject: the accord"]),
        ("Norway's opposition to the levy hardened.", ["oppose state: the levy"]),
        ("Norway's support for the accord is firm.", ["support state: the accord"]),
        ("Norway voiced support for the accord.", ["support state: the accord"]),
        ("Norway stands firm against the levy.", ["oppose criticize: the levy"]),
        ("Norway and Portugal signed an accord.", ["support agree: an accord", "support agree: an accord"]),
        ("Norway signed a trade deal with Portugal.", ["support agree: a trade deal", "support agree: Portugal"]),
        (
            "Norway and Portugal agreed to lower tariffs.",
            ["support agree: lower tariffs", "support agree: lower tariffs"],
        ),
        ("Norway raised tariffs on Portuguese cork.", ["support implement: tariffs", "oppose implement: Portuguese"]),
        ("Norway raised its tariff on cork from 5 to 10 percent.", ["support implement: its tariff"]),
        ("Norway will raise tariffs on cork.", ["support state: tariffs"]),
        ("Norway plans to impose duties on cork.", ["support state: impose duties on cork"]),
        ("Norway plans to drop the levy.", ["support state: drop the levy", "oppose state: the levy"]),
        ("Norway hopes that a deal will be reached.", ["support state: a deal will be reached"]),
        ("Norway fears that the duties will stay.", ["oppose state: the duties will stay"]),
        ("Norway is optimistic about a deal.", ["optimistic state: a deal"]),
        ("Norway doubts that Portugal will sign.", ["skeptical state: Portugal will sign"]),
        ("Norway is unsure whether the talks will succeed.", ["uncertain state: whether the talks will succeed"]),
        ("Norway remains neutral on the levy.", ["neutral state: the levy"]),
        ("Norway took no side in the dispute.", ["neutral state: the dispute"]),
        ("Norway neither supports nor opposes the levy.", ["neutral state: the levy"]),
        ("Norway supports the accord only if the levy is scrapped.", ["support state: the accord"]),
        ("Unless Portugal lifts the ban, Norway will oppose the accord.", ["oppose state: the accord"]),
        ("Norway would back the accord provided that duties fall.", ["support state: the accord"]),
        ("Norway opposes the levy unless growers are paid.", ["oppose state: the levy"]),
        ("Norway called the levy unfair.", ["oppose criticize: the levy"]),
        ("Norway described the levy as a mistake.", ["oppose criticize: the levy"]),
        ("Norway said the levy was illegal.", ["oppose criticize: the levy"]),
        ("According to Norway, the levy is a disaster.", ["oppose criticize: the levy"]),
        ("Norway condemned the decision to raise the levy.", ["oppose criticize: the decision to raise the levy"]),
        (
            "Norway welcomed Portugal's decision to drop the levy.",
            [
                "support praise: Portugal's decision to drop the levy",
                "oppose praise: the levy",
                "support state: drop the levy",
                "oppose state: the levy",
            ],
        ),
        ("Norway hailed the end of the levy.", ["support praise: the end of the levy", "oppose praise: the levy"]),
        (
            "Norway regretted the end of the accord.",
            ["oppose criticize: the end of the accord", "support criticize: the accord"],
        ),
        ("Norway urged Portugal not to raise the levy.", ["oppose request: raise the levy"]),
        ("Norway urged Portugal to keep the levy.", ["support request: keep the levy"]),
        ("Norway called for the levy to be kept.", ["support demand: the levy to be kept"]),
        (
            "Norway pushed for the removal of the levy.",
            ["support demand: the removal of the levy", "oppose demand: the levy"],
        ),
        ("Norway is pushing to scrap the levy.", ["support demand: scrap the levy", "oppose demand: the levy"]),
        ("Norway lobbied against the levy.", ["oppose request: the levy"]),
        ("Norway sided with Portugal.", ["support state: Portugal"]),
        ("Norway withdrew its support for the accord.", ["oppose state: the accord"]),
        ("Norway dropped its opposition to the levy.", ["support concede: the levy"]),
        ("Norway is open to a quota.", ["support concede: a quota"]),
        ("Norway could live with a quota.", ["support concede: a quota"]),
        ("Norway has no objection to the quota.", ["support concede: the quota"]),
        ("Norway objected to the quota.", ["oppose state: the quota"]),
        ("Norway is not convinced that pears will sell.", ["skeptical state: pears will sell"]),
        ("Norway does not expect the levy to materialise.", ["skeptical state: the levy"]),
        ("Norway hinted that the offer might be withdrawn.", ["support threaten: the offer might be withdrawn"]),
        ("Norway hinted at legal action.", ["support threaten: legal action"]),
        ("Norway ruled that out.", ["oppose reject: that"]),
        ("Norway tabled a motion.", []),
        ("Norway is loath to wait.", ["oppose state: wait"]),
        ("Norway intends to sue.", ["support threaten: sue"]),
        ("Norway intends to wait.", ["support state: wait"]),
        ("Norway swore to blockade the port.", ["support threaten: blockade the port"]),
        ("Norway has reserved the right to respond.", ["support threaten: respond"]),
        ("Norway pleaded with Chile to wait.", ["support request: wait"]),
        ("Norway would like to see the pears washed.", ["support request: the pears washed"]),
        ("Norway would prefer that Chile wait.", ["support request: Chile wait"]),
        ("Norway alleges that pears were dyed.", ["oppose accuse: pears"]),
        ("Norway questions whether the quota can last.", ["skeptical state: whether the quota can last"]),
        ("Norway filed a complaint against Portugal at the WTO.", ["oppose accuse: Portugal"]),
        ("Norway challenged the levy at the WTO.", ["oppose reject: the levy"]),
        ("Norway filed a complaint against the levy at the WTO.", ["oppose criticize: the levy"]),
        ("Norway's minister, Kari Lund, said she opposes the levy.", ["oppose state: the levy"]),
        ("Norway pledged to remove the levy by Friday.", ["support offer: remove the levy by Friday"]),
        ("Norway vetoed the accord.", ["oppose reject: the accord"]),
        ("Norway blocked the accord.", ["oppose reject: the accord"]),
        ("Norway quit the accord.", ["oppose implement: the accord"]),
        ("Norway ratified the accord.", ["support implement: the accord"]),
        ("Norway apologised to Portugal.", ["support concede: Portugal"]),
        ("Norway thanked Portugal for its help.", ["support praise: Portugal"]),
        ("Norway congratulated Portugal on the accord.", ["support praise: Portugal"]),
        ("Norway expelled two Portuguese diplomats.", ["oppose implement: two Portuguese diplomats"]),
        ("Norway recalled its ambassador from Portugal.", ["oppose implement: Portugal"]),
        ("Norway is suing Portugal.", ["oppose implement: Portugal"]),
    ],
)
def test_passage_shows_these_stances(text: str, stances: list[str]) -> None:
    brief = read(text)

    assert [told(stance, brief) for stance in brief.stances] == stances


@pytest.mark.parametrize(
    "text",
    [
        "Norway met Portugal for talks.",
        "Norway and Portugal held talks on the levy.",
        "Talks between Norway and Portugal broke down.",
        "Norway expects the ban to be lifted.",
        "Norway has never asked for an end to the levy.",
        "Norway denied a report that the levy was ready.",
        "Norway did not rule out a quota.",
        "Norway may impose duties on barley.",
        "Despite a ban on cod, sales rose.",
    ],
)
def test_passage_shows_no_stance(text: str) -> None:
    assert read(text).stances == ()


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Norway would accept the accord if duties fall.", "duties fall"),
        ("If duties fall, Norway would accept the accord.", "duties fall"),
        ("Unless Portugal lifts the ban, Norway will oppose the accord.", "Portugal lifts the ban"),
        ("Norway will impose duties unless Portugal yields.", "Portugal yields"),
        ("Norway supports the accord provided that duties fall.", "duties fall"),
    ],
)
def test_condition_stands_before_or_after_its_clause(text: str, condition: str) -> None:
    brief = read(text)
    (stance,) = brief.stances

    assert [brief[span] for span in stance.conditions] == [condition]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Oslo offered Lima a quota of 300 tonnes.", ["support offer: Lima", "support offer: a quota of 300 tonnes"]),
        ("Oslo agreed in Cusco on Friday to lift the ban.", ["support agree: lift the ban"]),
        ("Oslo agreed with Lima to lift the ban.", ["support agree: lift the ban"]),
        ("Oslo withdrew from the pact.", ["oppose implement: the pact"]),
        ("Oslo will withdraw from the pact.", ["oppose state: the pact"]),
        (
            "Oslo's suspension of the levy pleased Lima.",
            ["oppose implement: the levy", "support praise: Oslo's suspension of the levy"],
        ),
        ("Oslo will challenge the levy at the WTO.", ["oppose threaten: the levy"]),
        ("Oslo challenged the levy at the WTO.", ["oppose reject: the levy"]),
        (
            "Despite its opposition to the levy, Oslo signed the pact.",
            ["oppose state: the levy", "support agree: the pact"],
        ),
        ("Oslo wants it scrapped.", ["support demand: it scrapped"]),
        ("Oslo wants it delayed.", ["support demand: it delayed"]),
        ("Oslo said it was willing to lift the ban.", ["support offer: lift the ban"]),
        ("Oslo signed the July 22 deal.", ["support agree: the July 22 deal"]),
        ("Oslo signed the Geneva truce.", ["support agree: the Geneva truce"]),
    ],
)
def test_deeds_and_offers_in_several_constructions(text: str, stances: list[str]) -> None:
    brief = read(text)

    assert [told(stance, brief) for stance in brief.stances] == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Oslo has kept its unilateral bans on pears in place.", ["support implement: its unilateral bans"]),
        ("Oslo, which in 2019 adopted a quota, is silent.", ["support implement: a quota"]),
        ("The rules were introduced by Oslo in May.", ["support implement: The rules"]),
        ("Oslo has widened its inquiry into cheap cork.", ["support implement: its inquiry"]),
        ("Oslo answered with surtaxes on pears.", ["support implement: surtaxes"]),
        ("Oslo vowed not to raise the levy.", ["oppose reject: raise the levy"]),
        ("Oslo denied that the files had ever been linked.", ["oppose reject: the files had ever been linked"]),
        ("Oslo denied having offered a waiver.", ["oppose reject: having offered a waiver"]),
        ("Oslo, denying that its port had been shut, left.", ["oppose reject: its port had been shut"]),
        ("Oslo denied that the ban had been broken by Lima.", []),
        ("Oslo denied that the levy was cruel.", []),
        ("Oslo hinted that it might drop the levy.", ["support concede: drop the levy"]),
        ("Oslo said it would consider easing the rules.", ["support concede: easing the rules"]),
        ("Oslo could accept a cap.", ["support concede: a cap"]),
        ("Oslo said it could lose the case.", []),
        ("Oslo said the levy could be dropped.", []),
        ("Oslo warned that it would close the port.", ["support threaten: close the port"]),
        ("Oslo and Lima warned that they would sue.", ["support threaten: sue", "support threaten: sue"]),
        ("Oslo warned that it would miss the target.", []),
        ("Bakers warn that the levy would make bread dearer.", ["oppose criticize: the levy"]),
        ("Bakers say the levy would price out small mills.", ["oppose criticize: the levy"]),
        ("Bakers say the levy would derail the 2030 targets.", ["oppose criticize: the levy"]),
        ("Bakers said the levy would make bread no dearer.", []),
        ("Bakers said the levy helps nobody.", ["oppose criticize: the levy"]),
        ("Oslo rejected that plan in May.", ["oppose reject: that plan"]),
        ("It was suggested by Lima that Oslo pay.", []),
        ("Oslo cannot agree that there is a deal.", []),
        ("Bakers portray Lima as the spoiler.", ["oppose criticize: Lima"]),
        ("Bakers see the rule as incompatible with the treaty.", ["oppose criticize: the rule"]),
        ("Bakers described the rule as a toll by another name.", ["oppose criticize: the rule"]),
        ("Bakers see the pact as an attempt to thwart reform.", ["oppose criticize: the pact"]),
        ("Bakers called the levy \u201ca stab in the back\u201d.", ["oppose criticize: the levy"]),
        ("Bakers called the levy \u201ca shot in the arm\u201d.", ["support praise: the levy"]),
        ("Oslo lifted the duty on cork from 3 percent to 9.", ["support implement: the duty"]),
        ("Oslo lifted the duty on cork to at least 9 percent.", ["support implement: the duty"]),
        ("Oslo lifted the duty on cork in May.", ["oppose implement: the duty"]),
        (
            "Bakers asked that Lima lift the duty from 3 percent to 9.",
            ["support request: Lima lift the duty from 3 percent to 9"],
        ),
        ("Bakers blocked two bridges in May.", []),
        ("Bakers blocked the pact in May.", ["oppose reject: the pact"]),
        ("Bakers say Oslo needs the pact too much to quarrel.", []),
        ("Bakers say 300 tons left the port illegally.", []),
        ("Bakers say Oslo has dropped its threat.", []),
    ],
)
def test_what_is_done_denied_conceded_or_warned_of(text: str, stances: list[str]) -> None:
    brief = read(text)

    assert [told(stance, brief) for stance in brief.stances] == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        (
            "Chile has long resisted, and Peru has always championed, the deal.",
            ["oppose reject: the deal", "support state: the deal"],
        ),
        ("Ana Ruiz insists that the duties go.", ["support demand: the duties go", "oppose demand: the duties"]),
        ("Ana Ruiz insists that the duties stay.", []),
        ("Oslo stopped short of endorsing the plan.", ["neutral state: the plan"]),
        ("Oslo stopped short of condemning the plan.", []),
        ("Without a cut in duties there can be no deal, Oslo said.", ["oppose reject: no deal"]),
        ("Ana Ruiz said the duties must go before talks start.", ["oppose demand: the duties"]),
    ],
)
def test_sides_in_rarer_constructions(text: str, stances: list[str]) -> None:
    brief = read(text)
    found = [told(stance, brief) for stance in brief.stances]

    assert set(stances) <= set(found)
    assert bool(stances) == bool(found)


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Norway saw no reason to delay the levy.", ["oppose reject: delay the levy"]),
        ("Norway sees no grounds for an exemption.", ["oppose reject: an exemption"]),
        ("Norway saw no need to wait.", ["oppose reject: wait"]),
        ("Norway found no justification for a waiver.", ["oppose reject: a waiver"]),
        ("Norway dismissed the offer as late.", ["oppose reject: the offer"]),
        ("Norway dismissed the timetable as too slow.", ["oppose reject: the timetable"]),
        ("Norway dismissed the levy as a gimmick.", ["oppose criticize: the levy"]),
        ("Norway defended the ban as necessary.", ["support praise: the ban"]),
        ("Norway defended the ban.", ["support state: the ban"]),
        (
            "Norway promised to respond with duties of 20 percent.",
            [
                "support threaten: respond with duties of 20 percent",
            ],
        ),
        ("Norway vowed to answer with a ban on Danish pork.", ["support threaten: answer with a ban on Danish pork"]),
        ("Norway promised to respond with goodwill.", []),
        ("Norway threatened to withhold its consent.", ["support threaten: withhold its consent"]),
        ("Norway vowed to withdraw its backing.", ["support threaten: withdraw its backing"]),
        ("Norway denied that any deadline had been set.", ["oppose reject: any deadline had been set"]),
        ("Norway denied knowledge of any such scheme.", ["oppose reject: knowledge of any such scheme"]),
        ("Lawyers advising the mills said that the court sat in June.", []),
        ("Norway advised mills against a boycott.", ["oppose state: a boycott"]),
    ],
)
def test_wire_copy_shows_what_is_done(text: str, stances: list[str]) -> None:
    brief = read(text)
    assert [told(stance, brief) for stance in brief.stances] == stances
