"""Sources and contents where the clause is not the plain one: relative clauses, asides, fronted phrases, marks."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def told(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Source, cue and content of each claim by their words."""
    brief = read(text)
    return [
        (
            brief[claim.source] if claim.source else None,
            brief[claim.cue] if claim.cue else "",
            [brief[part] for part in claim.content],
        )
        for claim in brief.claims
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("A poll released last week showed that voters are wary.", "A poll released last week", "voters are wary"),
        ("The audit published Tuesday showed that duties rose.", "The audit published Tuesday", "duties rose"),
        ("Norway on Monday said that the duty was unfair.", "Norway", "the duty was unfair"),
        ("Officials late on Friday said the talks had failed.", "Officials", "the talks had failed"),
        ("The minister this week said the talks had failed.", "The minister", "the talks had failed"),
    ],
)
def test_time_before_a_verb_is_not_its_subject(text: str, source: str, content: str) -> None:
    assert [(found, words) for found, _, words in told(text)] == [(source, [content])]


def test_month_that_is_a_name_is_a_subject() -> None:
    assert told("April said that the mill had closed.") == [("April", "said", ["the mill had closed"])]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "There is a plan, which mill owners said was unfair.",
            ("mill owners", "said", ["which", "was unfair"]),
        ),
        (
            "There is what analysts said is a way out.",
            ("analysts", "said", ["what", "is a way out"]),
        ),
        (
            "The licence, which the minister said had lapsed, is valid.",
            ("the minister", "said", ["which", "had lapsed"]),
        ),
        ("It is a duty that Beijing opposes.", ("Beijing", "opposes", ["a duty"])),
        ("All Beijing wants is a longer truce.", ("Beijing", "wants", ["a longer truce"])),
        ("What Beijing wants most is a truce.", ("Beijing", "wants", ["a truce"])),
        ("What Beijing wants is not a truce but a pact.", ("Beijing", "wants", ["a pact"])),
        ("What Beijing wants is time.", ("Beijing", "wants", ["time"])),
        ("The pact, which the growers rejected, is old.", ("the growers", "rejected", ["The pact"])),
        ("The cut he seeks in the port fee is small.", ("he", "seeks", ["The cut"])),
        ("The pact, which the minister described as a trap, is old.",
         ("the minister", "described", ["The pact", "as a trap"])),
        ("The port, which Lima blamed for the delay, is closed.", ("Lima", "blamed", ["the delay"])),
        ("It closed under what Lund called “the old model,” the paper one.",
         ("Lund", "called", ["what", "“the old model,”"])),
        ("The mill, which the minister calls a disgrace, is closed.",
         ("the minister", "calls", ["The mill", "a disgrace"])),
        ("The concessions Tokyo says would hurt mills are small.",
         ("Tokyo", "says", ["The concessions", "would hurt mills"])),
    ],
)  # fmt: skip
def test_what_a_relative_clause_goes_with_is_its_content(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert told(text) == [claim]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Officials said that Lima had paid the mills, a claim that Oslo denies.", ["Lima had paid the mills"]),
        ("Growers accuse the mills of hiding veneer, a charge that Oslo denies.", ["hiding veneer"]),
    ],
)
def test_noun_that_sums_up_a_clause_stands_for_it(text: str, denied: list[str]) -> None:
    first, second = told(text)

    assert (first[2], second) == (denied, ("Oslo", "denies", denied))


def test_clause_of_manner_or_time_has_no_object_before_it() -> None:
    assert told("The year he wrote the book, prices rose.") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund said the duty was “stiff. And slow. And old.”", ["the duty was “stiff. And slow. And old"]),
        ("Lund told the crowd, “I mill,” and, “Who does not?”", ["I mill", "Who does not"]),
        ("Lund said in May, when the mill closed, “It is stiff.”", ["It is stiff"]),
        ("“It is stiff,” Lund said by telephone on Friday.", ["It is stiff"]),
    ],
)
def test_quotation_is_whole_and_alone(text: str, content: list[str]) -> None:
    ((_, _, found),) = told(text)

    assert found == content


@pytest.mark.parametrize(
    "text",
    [
        "And yet, mill owners say, the duty is fair.",
        "But, mill owners say, the duty is fair.",
        "Mill owners say: the duty is fair.",
        "Since the pact, mill owners say, the duty is fair.",
    ],
)
def test_attribution_after_an_opening_word_has_the_clause_that_follows(text: str) -> None:
    ((source, _, content),) = told(text)

    assert (source, content[-1]) == ("Mill owners" if text.startswith("Mill") else "mill owners", "the duty is fair")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Lund, R-S.C., a miller, said that the duty was fair.", "Ana Lund, R-S.C., a miller"),
        ("Joe Lund, host of “The Port,” said that the duty was fair.", "Joe Lund, host of “The Port,”"),
        ("Ruiz, whose sole mill closed, said that the duty was fair.", "Ruiz, whose sole mill closed"),
        ("Lund in her speech said that the duty was fair.", "Lund"),
        ("Ana Lund, 30, of Bergen, who mills, said that the duty was fair.", "Ana Lund, 30, of Bergen, who mills"),
        ("Ana Lund Jr., the head of the port, said that the duty was fair.", "Ana Lund Jr., the head of the port"),
        ("The envoys of Chile and Peru all said that the duty was fair.", "The envoys of Chile and Peru all"),
        ("A growing number of senators said that the duty was fair.", "A growing number of senators"),
        ("Lima rebels on Friday again said that the duty was fair.", "Lima rebels"),
        ("Another said that the duty was fair.", "Another"),
        ("A forecast by Lund Economics, prepared for the port, said that the duty was fair.",
         "A forecast by Lund Economics, prepared for the port"),
    ],
)  # fmt: skip
def test_subject_is_found_beside_asides(text: str, source: str) -> None:
    assert told(text) == [(source, "said", ["the duty was fair"])]


@pytest.mark.parametrize(
    "text",
    [
        "Lund said that Chile had moved the line but implied that the port was slow.",
        "Lund said the mill had closed and added that the port was slow.",
        "Lund would not name the mill, saying that the port was slow.",
        "In a letter released on Monday, Lund attacked the pact, arguing that the port was slow.",
        "Lund is making a pitch to growers saying the port was slow.",
        "Lund called the pact “toxic,” dismissed the duty and said the port was slow.",
    ],
)
def test_speaker_of_a_sentence_goes_on_speaking(text: str) -> None:
    source, _, content = told(text)[-1]

    assert (source, content) == ("Lund", ["the port was slow"])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Two groups backing the levy have closed.", ("Two groups", "backing", ["the levy"])),
        ("A mill seeking relief has closed.", ("A mill", "seeking", ["relief"])),
        ("Lund rejected the plan on Friday.", ("Lund", "rejected", ["the plan"])),
        ("Lund rejected the plan, which Lima wrote in May.", ("Lund", "rejected", ["the plan"])),
        ("Lund rejected the plan during a rally.", ("Lund", "rejected", ["the plan"])),
        ("He called his rank on the list “unheard of.”", ("He", "called", ["his rank on the list “unheard of.”"])),
        ("Lund called on growers “not to sell the mill.”", ("Lund", "called on", ["not to sell the mill"])),
        ("Growers “strongly agree” that the duty is fair.", ("Growers", "agree", ["the duty is fair"])),
        ("Lund said despite all that, the duty was fair.", ("Lund", "said", ["despite all that, the duty was fair"])),
        ("Asked about it, Lund said no.", ("Lund", "said", ["no"])),
        ("The mills have closed, reports the Lund Gazette.",
         ("the Lund Gazette", "reports", ["The mills have closed"])),
        ("In all, the port has raised the fee, campaign officials said.",
         ("campaign officials", "said", ["In all, the port has raised the fee"])),
        ("Exit polling shows why the anger is a problem.", ("Exit polling", "shows", ["why the anger is a problem"])),
    ],
)  # fmt: skip
def test_object_ends_where_the_verb_s_own_adjuncts_begin(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert claim in told(text)


def test_names_after_an_object_that_can_speak_are_one_subject() -> None:
    ((source, _, _),) = told("Trade officials Lund and Ruiz said that the duty was fair.")

    assert source == "Trade officials Lund and Ruiz"


def test_every_claim_names_its_rule() -> None:
    brief = read("It is a duty that Beijing opposes.")

    assert [str(claim.rule) for claim in brief.claims] == ["claim.oppose.np"]
    assert brief.claims[0].holder == tb.ActorId("country:cn")


@pytest.mark.parametrize(
    ("text", "asker", "content"),
    [
        ("Asked whether the duty would fall, Lund left.", None, "whether the duty would fall"),
        ("“It is stiff,” Lund said when asked about the duty.", None, "the duty"),
        ("When asked if she would sell, Lund left.", None, "if she would sell"),
        ("Asked why it closed in a talk on “The Port,” Lund left.", None, "why it closed in a talk on “The Port,”"),
        ("When asked by Ruiz about the duty, Lund left.", "Ruiz", "the duty"),
        ("Ruiz asked Lund which duty would fall.", "Ruiz", "which duty would fall"),
    ],
)
def test_what_somebody_was_asked_is_a_claim_of_the_asker(text: str, asker: str | None, content: str) -> None:
    asked = [claim for claim in read(text).claims if claim.rule.startswith("claim.ask.")]
    found = [(claim.assertion, claim.source and text[claim.source.start : claim.source.end]) for claim in asked]

    assert found == [(tb.Assertion.NOT_ASSERTED, asker)]
    assert [text[part.start : part.end] for part in asked[0].content] == [content]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The plan drew criticism from growers.", ("growers", "drew criticism from", ["The plan"])),
        ("Lund won the endorsement of the Port Board.", ("the Port Board", "won the endorsement of", ["Lund"])),
        ("The quota faces opposition from growers, who left.", ("growers", "faces opposition from", ["The quota"])),
        ("The vote led Lund to declare that the duty was fair.", ("Lund", "to declare", ["the duty was fair"])),
        ("It is common for growers to declare that the duty is fair.",
         ("growers", "to declare", ["the duty is fair"])),
        ("The board issued a letter calling on Lima to sell.", ("The board", "calling on", ["sell"])),
        ("The board sent out an email to growers saying the duty was fair.",
         ("The board", "saying", ["the duty was fair"])),
        ("The talks broke up when growers left the room, saying the duty was fair.",
         ("growers", "saying", ["the duty was fair"])),
        ("The duty was fair, said Ana Lund, managing director of the mill.",
         ("Ana Lund, managing director of the mill", "said", ["The duty was fair"])),
        ("The duty was fair, said Ana Lund Jr., the owner of the mill.",
         ("Ana Lund Jr., the owner of the mill", "said", ["The duty was fair"])),
        ("The port board is understood to favour the cap.", ("The port board", "is understood to favour", ["the cap"])),
        ("The port board is widely said not to want a cap.",
         ("The port board", "is widely said not to want", ["a cap"])),
        ("Lund was reported to have told growers that the duty was fair.",
         ("Lund", "was reported to have told", ["the duty was fair"])),
        ("The port board, which runs the quay, is thought to be wary of the cap.",
         ("The port board, which runs the quay", "is thought to be wary", ["the cap"])),
        ("Oslo is believed to have voiced doubts about the duty.",
         ("Oslo", "is believed to have voiced", ["doubts about the duty"])),
        ("The port board is understood to own two cranes.", (None, "is understood", ["own two cranes"])),
        ("Lund refuses to sell, and her deputy, Ana Ruiz, has left.", ("Lund", "refuses", ["sell"])),
        ("Lund did not attend but said the duty was fair.", ("Lund", "said", ["the duty was fair"])),
        ("Lund accused Ruiz, the mayor of Lima, of dumping.", ("Lund", "accused", ["dumping"])),
        ("Lund said waiting is costly.", ("Lund", "said", ["waiting is costly"])),
        ("Lund says despite being late, the mill is fine.", ("Lund", "says", ["despite being late, the mill is fine"])),
        ("Growers call this the “tea game.”", ("Growers", "call", ["this the “tea game.”"])),
        ("Growers called that “beyond silly.”", ("Growers", "called", ["that “beyond silly.”"])),
        ("Lima rejected the plan at a news conference near the port.", ("Lima", "rejected", ["the plan"])),
        ("Lima rejected the plan when the mills closed.", ("Lima", "rejected", ["the plan"])),
    ],
)  # fmt: skip
def test_source_and_content_are_found_apart_from_the_plain_order(
    text: str, claim: tuple[str | None, str, list[str]]
) -> None:
    assert told(text) == [claim]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Then Lund added a caveat: “I will sell.”", "Lund"),
        ("Lund explained it this way: “I will sell.”", "Lund"),
        ("When they left, Lund called them on it: “I will sell.”", "Lund"),
    ],
)
def test_quotation_after_a_colon_is_said_by_the_subject_before_it(text: str, source: str) -> None:
    assert told(text)[0] == (source, ":", ["I will sell"])


@pytest.mark.parametrize(
    "text", ["The crate bore a mark: “Keep dry.”", "Lund said of the crate and its mark: “Keep dry.”"]
)
def test_colon_attributes_no_quotation_that_nobody_or_another_cue_has(text: str) -> None:
    assert [cue for _, cue, _ in told(text)].count(":") == 0


def test_quotation_may_end_what_is_said_beside_a_speaker() -> None:
    inner, outer = told("Lund, who calls the mill “slow,” said that the duty was fair.")

    assert (inner[0], outer) == ("Lund", ("Lund, who calls the mill “slow,”", "said", ["the duty was fair"]))


def test_object_may_be_what_somebody_calls_it() -> None:
    assert told("Lund denounced what she called a “threat” to tea.") == [
        ("Lund", "denounced", ["what she called a “threat” to tea"])
    ]


@pytest.mark.parametrize(
    "terms",
    [
        "on condition of anonymity",
        "on the condition that she not be named",
        "on background",
        "under questioning",
        "without elaborating",
        "without giving details",
    ],
)
def test_terms_of_speaking_stand_between_a_cue_and_its_content(terms: str) -> None:
    assert told(f"Lund said {terms} that the mill would close.") == [("Lund", "said", ["the mill would close"])]


@pytest.mark.parametrize(
    "text",
    [
        "Lund said on condition of anonymity the mill would close.",
        "Lund said, on condition of anonymity, that the mill had closed.",
    ],
)
def test_terms_of_speaking_are_no_condition(text: str) -> None:
    (claim,) = read(text).claims

    assert claim.conditions == ()


def test_condition_of_an_agreement_is_no_way_of_speaking() -> None:
    assert told("Norway agreed on a joint reply to the duty that Lima imposed.") == [
        ("Norway", "agreed", ["a joint reply to the duty that Lima imposed"])
    ]


@pytest.mark.parametrize("speaker", ["Rosa Lund", "Tokyo", "the minister"])
def test_speaker_after_the_verb_may_part_a_subject_from_its_verb(speaker: str) -> None:
    assert told(f"The tariffs, said {speaker}, are a mistake.") == [(speaker, "said", ["The tariffs", "are a mistake"])]


@pytest.mark.parametrize("text", ["The mill, reported Tuesday, is late.", "The mill, said to be slow, is late."])
def test_participle_beside_a_subject_is_no_attribution(text: str) -> None:
    assert [cue for _, cue, parts in told(text) if len(parts) > 1] == []


def test_predicate_of_a_passive_belongs_to_its_content() -> None:
    assert told("The levy was called a mistake by Lima.") == [("Lima", "was called", ["The levy", "a mistake"])]


def test_contrast_with_what_another_says_ends_a_content() -> None:
    assert told("Lund says the pact is dead but Okafor says it lives.") == [
        ("Lund", "says", ["the pact is dead"]),
        ("Okafor", "says", ["it lives"]),
    ]


def test_content_of_a_noun_ends_before_the_main_verb() -> None:
    assert told("Oslo's insistence that Lima open its market angered the growers.")[0] == (
        "Oslo",
        "insistence",
        ["Lima open its market"],
    )


def test_name_before_two_descriptions_is_the_source() -> None:
    ((source, _, _),) = told("Lund, Oslo's envoy, a former miller, warned that the port would close.")

    assert source == "Lund, Oslo's envoy, a former miller"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Lima would neither confirm nor deny that talks had begun.",
         ("Lima", "would neither confirm nor deny", ["talks had begun"])),
        ("Lima has yet to say whether it will reply.", ("Lima", "to say", ["whether it will reply"])),
        ("Lima isn't sure that the pact will hold.", ("Lima", "isn't sure", ["the pact will hold"])),
    ],
)  # fmt: skip
def test_what_is_not_said_is_no_assertion(text: str, claim: tuple[str, str, list[str]]) -> None:
    brief = read(text)

    assert told(text) == [claim]
    assert brief.claims[0].assertion is not tb.Assertion.ASSERTED


def test_hearsay_with_an_agent_is_a_claim_around_a_claim() -> None:
    text = "The growers are said by two officials to be open to a cap."
    outer, inner = read(text).claims

    assert told(text) == [
        ("two officials", "are said", ["be open to a cap"]),
        ("The growers", "be open", ["a cap"]),
    ]
    assert (inner.within, inner.relayed_by) == (outer.id, outer.holder)


def test_stance_by_hearsay_is_relayed() -> None:
    (stance,) = read("Norway is understood to oppose the duty.").stances

    assert (stance.holder, stance.attribution) == ("country:no", tb.StanceAttribution.RELAYED)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Lund neither confirmed nor denied that the duty would end.", [("Lund", "denied", ["the duty would end"])]),
        ("I cannot help feeling that the duty will stay.", [("I", "feeling", ["the duty will stay"])]),
        ("Lund kept insisting that the duty was fair.", [("Lund", "insisting", ["the duty was fair"])]),
        ("Lund put the chance of a deal before spring at 40%.",
         [("Lund", "put", ["the chance of a deal before spring at 40%"])]),
        ("Lund put the likelihood of a pact at “two in nine”.",
         [("Lund", "put", ["the likelihood of a pact at “two in nine”"])]),
        ("The mills find themselves asked by both.", []),
        ("The rule would allow parts to qualify under the origin code.", []),
        ("Growers lobbied against the plan for fear that mills would close.",
         [("Growers", "lobbied", ["the plan"]), ("Growers", "for fear", ["mills would close"])]),
        ("Growers have been lobbying for a waiver since the duty was doubled.",
         [("Growers", "have been lobbying", ["a waiver"])]),
        ("Growers welcomed the plan because it would help mills.", [("Growers", "welcomed", ["the plan"])]),
        ("Lund insisted on Tuesday that Oslo would pay.", [("Lund", "insisted", ["Oslo would pay"])]),
        ("Oslo will pay, Lund insisted on Tuesday, brushing aside a plan to end the duty.",
         [("Lund", "insisted", ["Oslo will pay"]), ("Lund", "brushing aside", ["a plan to end the duty"])]),
        ("The plan failed; Lund urged mills to stay, warning that ports would close.",
         [("Lund", "urged", ["stay"]), ("Lund", "warning", ["ports would close"])]),
        ("Lund accused Oslo of “trading the harbour,” and a letter that was read out had drawn many names.",
         [("Lund", "accused", ["trading the harbour"])]),
        ("Lund accused Oslo of “surrender by bits” and pledged to tear up the deal.",
         [("Lund", "accused", ["surrender by bits"]), ("Lund", "pledged", ["tear up the deal"])]),
        ("Lund, citing the example of the union, which has left, demanded that the text be printed.",
         [("Lund", "demanded", ["the text be printed"])]),
        ("Lund, anxious about the exports, favours a delay.",
         [("Lund", "anxious", ["the exports"]), ("Lund", "favours", ["a delay"])]),
        ("Lund wants the mills spared the duty and has threatened to leave.",
         [("Lund", "wants", ["the mills spared the duty"]), ("Lund", "has threatened", ["leave"])]),
        ("Lund confirmed that the two had met but would not say when.",
         [("Lund", "confirmed", ["the two had met"]), ("Lund", "would not say", ["when"])]),
        ("The growers were told how to file.", []),
        ("Lima needs seven years; Oslo has offered four.", [("Oslo", "has offered", ["four"])]),
        ("Not everyone is convinced that the duty will end.",
         [("Not everyone", "is convinced", ["the duty will end"])]),
        ("Pacific states want the mills to pay.", [("Pacific states", "want", ["the mills to pay"])]),
        ("The duty hurts Ana Lund, a former envoy now at the Port Board, who believes Oslo will pay.",
         [("Ana Lund, a former envoy now at the Port Board", "believes", ["Oslo will pay"])]),
        ("Lund sees no reason why the duty should end.", [("Lund", "sees no reason why", ["the duty should end"])]),
    ],
)  # fmt: skip
def test_claims_of_trade_news(text: str, claims: list[tuple[str | None, str, list[str]]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Lund neither confirmed nor denied that the duty would end.", tb.Assertion.NOT_ASSERTED),
        ("Not everyone is convinced that the duty will end.", tb.Assertion.DENIED),
        ("Not all growers agree that the duty is fair.", tb.Assertion.DENIED),
        ("Lund questioned whether the figures could be trusted.", tb.Assertion.NOT_ASSERTED),
        ("Lund sees no reason why the duty should end.", tb.Assertion.DENIED),
    ],
)
def test_what_is_left_open_is_not_asserted(text: str, assertion: tb.Assertion) -> None:
    (claim,) = read(text).claims

    assert claim.assertion is assertion


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The bank sees rates falling before autumn.", ("The bank", "sees", ["rates falling before autumn"])),
        ("Chile wants it gone by July.", ("Chile", "wants", ["it gone by July"])),
        ("Chile thinks that rash and has said so.", ("Chile", "thinks", ["that rash"])),
        ("Growers think it toothless.", ("Growers", "think", ["it toothless"])),
        ("Brokers expect a truce before July.", ("Brokers", "expect", ["a truce before July"])),
        ("The cabinet rejected the plan on Friday.", ("The cabinet", "rejected", ["the plan"])),
        ("Chile hopes to wrap up the talks.", ("Chile", "hopes", ["wrap up the talks"])),
        ("She wondered aloud why the study was late.", ("She", "wondered", ["why the study was late"])),
    ],
)
def test_object_with_what_is_said_of_it(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert told(text) == [claim]


def test_content_ends_before_a_progressive_of_the_speakers() -> None:
    assert told("Florists say the toll hurts them, and are urging the port to drop it.") == [
        ("Florists", "say", ["the toll hurts them"]),
        ("Florists", "are urging", ["drop it"]),
    ]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The quay, warned Ana Ruiz of Velk Freight, handles too few ships.",
         ("Ana Ruiz of Velk Freight", "warned", ["The quay", "handles too few ships"])),
        ("The toll, she was confident, would fall.", ("she", "was confident", ["The toll", "would fall"])),
        ("Inside the shed, the dyers were convinced, were stolen rolls.",
         ("the dyers", "were convinced", ["Inside the shed", "were stolen rolls"])),
        ("The toll would fall, she was sure.", ("she", "was sure", ["The toll would fall"])),
    ],
)  # fmt: skip
def test_attribution_amid_a_clause(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert told(text) == [claim]


def test_adjectives_in_a_row_are_no_attributions() -> None:
    assert [cue for _, cue, _ in told("Oslo is late, Lima is sure, and Peru waits.")] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The guild, having lost two suits, opposes the toll.",
         ("The guild, having lost two suits", "opposes", ["the toll"])),
        ("The guild opposes the toll on the grounds that it hurts ferries.", ("The guild", "opposes", ["the toll"])),
        ("The guild considers the maps out of date.", ("The guild", "considers", ["the maps out of date"])),
        ("The guild attributes four losses to the toll.", ("The guild", "attributes", ["four losses to the toll"])),
        ("The guild attributes the loss of its Bergen plant to the toll.",
         ("The guild", "attributes", ["the loss of its Bergen plant to the toll"])),
        ("There is no sign Chile wants the toll.", ("Chile", "wants", ["the toll"])),
        ("The pilots, whose wish was to see the toll fall, were overruled.",
         ("whose", "wish was", ["see the toll fall"])),
        ("Chile would sooner wait: the toll is late.", ("Chile", "would sooner", ["wait"])),
    ],
)  # fmt: skip
def test_source_or_content_beside_what_is_no_part_of_it(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert told(text) == [claim]


def test_two_things_that_somebody_is() -> None:
    assert told("The mayor is an opponent of the toll and a supporter of the ferry.") == [
        ("The mayor", "is an opponent", ["the toll"]),
        ("The mayor", "supporter", ["the ferry"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chile, which had backed the toll, found itself in an awkward spot.",
        "A porter, who would sooner not be identified, left.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert [claim for claim in told(text) if claim[1] != "had backed"] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The guild said imported cloth was dumped.", ("The guild", "said", ["imported cloth was dumped"])),
        ("The guild said frozen crab was safe.", ("The guild", "said", ["frozen crab was safe"])),
        ("The guild said ending the toll before the vote could gut the fund.",
         ("The guild", "said", ["ending the toll before the vote could gut the fund"])),
        ("The envoy told the paper her staff never met the pilots.",
         ("The envoy", "told", ["her staff never met the pilots"])),
        ("The mayor said — in Bergen, of all places — that he would sign.", ("The mayor", "said", ["he would sign"])),
        ("The mayor said on Velk Radio's “Port Talk” that he would sign.", ("The mayor", "said", ["he would sign"])),
        ("The toll, dockers and pilots say, is a burden.",
         ("dockers and pilots", "say", ["The toll", "is a burden"])),
        ("One in five opposes the toll.", ("One in five", "opposes", ["the toll"])),
        ("Two-thirds support cutting the toll.", ("Two-thirds", "support", ["cutting the toll"])),
    ],
)  # fmt: skip
def test_contents_and_sources_of_other_shapes(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert told(text)[0][0::2] == claim[0::2]


def test_second_gerund_has_the_subject_of_the_first() -> None:
    claims = told("Bakers were quick to react, with Ana Ruiz saying that the toll hurt and asking for help.")

    assert [source for source, _, _ in claims] == ["Ana Ruiz", "Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("A night toll is unacceptable to Chile.", tb.Assertion.DENIED),
        ("A night toll is not acceptable to Chile.", tb.Assertion.DENIED),
        ("A night toll is acceptable to Chile.", tb.Assertion.ASSERTED),
    ],
)
def test_what_is_acceptable_to_somebody(text: str, assertion: tb.Assertion) -> None:
    (claim,) = read(text).claims

    assert (claim.holder, claim.assertion) == ("country:cl", assertion)
    assert told(text)[0][2] == ["A night toll"]


@pytest.mark.parametrize("text", ["Visitors are welcome to join.", "It is unacceptable to lie.", "The fee is welcome."])
def test_what_is_acceptable_to_nobody(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("She thanked the pilots for waiting, then said it was too late.",
         [("She", "thanked", ["waiting"]), ("She", "said", ["it was too late"])]),
        ("They had asked for a toll of two euros and continue to maintain that the port erred.",
         [("They", "had asked", ["a toll of two euros"]), ("They", "to maintain", ["the port erred"])]),
        ("Our hunch: a truce by July.", [("Our", "hunch", ["a truce by July"])]),
        ("The pilots' verdict: too little, too late.", [("The pilots", "verdict", ["too little, too late"])]),
    ],
)  # fmt: skip
def test_what_follows_a_claim_is_another(text: str, claims: list[tuple[str, str, list[str]]]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    "text", ["The broker refused to be drawn.", "It is late, as its mayor, Ana Ruiz, likes to say."]
)
def test_who_says_nothing_of_it(text: str) -> None:
    assert told(text) == []


def test_what_one_would_praise_one_wants() -> None:
    would, did = read("The guild would welcome a truce. The guild welcomed a truce.").claims

    assert (would.kind, did.kind) == (tb.ClaimKind.EVENTUALITY, tb.ClaimKind.ASSERTION)
