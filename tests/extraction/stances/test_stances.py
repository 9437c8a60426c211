import pytest
from tests.extraction.reading import commentary_of, read, sides, words_of

import tradebrief as tb


def only(brief: tb.Brief) -> tb.Stance:
    """The one stance of a brief."""
    (stance,) = brief.stances
    return stance


@pytest.mark.parametrize(
    ("verb", "polarity", "act"),
    [
        ("supports the levy", tb.Polarity.SUPPORT, tb.Act.STATE),
        ("opposes the levy", tb.Polarity.OPPOSE, tb.Act.STATE),
        ("rejected the levy", tb.Polarity.OPPOSE, tb.Act.REJECT),
        ("welcomed the levy", tb.Polarity.SUPPORT, tb.Act.PRAISE),
        ("criticized the levy", tb.Polarity.OPPOSE, tb.Act.CRITICIZE),
        ("demanded the levy", tb.Polarity.SUPPORT, tb.Act.DEMAND),
    ],
)
def test_verb_gives_side_and_act(verb: str, polarity: tb.Polarity, act: tb.Act) -> None:
    brief = read(f"Norway {verb}.")
    stance = only(brief)

    assert (stance.holder, stance.polarity, stance.act, stance.outlook) == ("country:no", polarity, act, None)
    assert stance.target is not None
    assert (brief[stance.target.span], stance.target.concept) == ("the levy", "tariff")


@pytest.mark.parametrize(
    ("verb", "polarity"),
    [
        ("does not support", tb.Polarity.OPPOSE),
        ("will not support", tb.Polarity.OPPOSE),
        ("does not oppose", tb.Polarity.SUPPORT),
    ],
)
def test_negation_turns_the_side_round(verb: str, polarity: tb.Polarity) -> None:
    assert only(read(f"Norway {verb} the levy.")).polarity is polarity


@pytest.mark.parametrize(
    ("words", "outlook"),
    [
        ("is optimistic about the talks", tb.Outlook.OPTIMISTIC),
        ("remains skeptical about the talks", tb.Outlook.SKEPTICAL),
        ("voiced doubts about the talks", tb.Outlook.SKEPTICAL),
        ("is uncertain whether the talks will last", tb.Outlook.UNCERTAIN),
        ("is not optimistic about the talks", tb.Outlook.SKEPTICAL),
    ],
)
def test_outlook_is_no_side(words: str, outlook: tb.Outlook) -> None:
    stance = only(read(f"Norway {words}."))

    assert (stance.polarity, stance.outlook) == (None, outlook)


def test_outlook_may_belong_to_whoever_it_is_seen_among() -> None:
    stance = only(read("There is skepticism among Norwegian growers."))

    assert (stance.holder, stance.outlook, stance.target, stance.claim) == (
        "group:norwegian-growers",
        tb.Outlook.SKEPTICAL,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("words", "polarity", "act"),
    [
        ("accused Chile of dumping salmon", tb.Polarity.OPPOSE, tb.Act.ACCUSE),
        ("praised Chile for opening its ports", tb.Polarity.SUPPORT, tb.Act.PRAISE),
        ("criticized Chile for closing its ports", tb.Polarity.OPPOSE, tb.Act.CRITICIZE),
    ],
)
def test_praise_and_blame_are_of_an_actor(words: str, polarity: tb.Polarity, act: tb.Act) -> None:
    brief = read(f"Norway {words}.")
    stance = only(brief)

    chile = tb.Target(
        kind=tb.TargetKind.ACTOR,
        span=tb.Span(brief.article.text.index("Chile"), brief.article.text.index("Chile") + len("Chile")),
        concept="country:cl",
        actor=tb.ActorId("country:cl"),
    )
    assert (stance.holder, stance.polarity, stance.act, stance.target) == ("country:no", polarity, act, chile)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("opposes the levy", tb.TargetKind.MEASURE),
        ("ratified the USMCA", tb.TargetKind.AGREEMENT),
        ("offered to cut the levy", tb.TargetKind.PROPOSAL),
        ("hopes that rates will fall", tb.TargetKind.OUTCOME),
    ],
)
def test_target_is_of_the_kind_that_its_words_are(words: str, kind: tb.TargetKind) -> None:
    target = only(read(f"Norway {words}.")).target

    assert target is not None
    assert target.kind is kind


def test_target_that_is_a_measure_names_it() -> None:
    brief = read("Norway opposes the levy on salmon.")
    target = only(brief).target

    assert target is not None
    assert [brief[measure.span] for measure in brief.measures if measure.id == target.measure] == ["levy"]


@pytest.mark.parametrize(
    ("words", "polarity", "rule"),
    [
        ("imposed duties on barley", tb.Polarity.SUPPORT, "stance.deed.impose"),
        ("has doubled its duties on barley", tb.Polarity.SUPPORT, "stance.deed.impose"),
        ("lifted its duties on barley", tb.Polarity.OPPOSE, "stance.deed.lift"),
    ],
)
def test_deed_shows_a_stance_without_a_word_said(words: str, polarity: tb.Polarity, rule: str) -> None:
    stance = only(read(f"Norway {words}."))

    assert (stance.holder, stance.polarity, stance.act, stance.attribution, stance.claim, stance.rule) == (
        "country:no",
        polarity,
        tb.Act.IMPLEMENT,
        tb.StanceAttribution.ACTION,
        None,
        rule,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not impose duties on barley.",
        "Norway may impose duties on barley.",
        "Norway imposed order on the port.",
        "The duties were imposed in May.",
        "Norway exports barley to Chile.",
        "Norway said that the duty would fall.",
        "The ship reached the port on Monday.",
    ],
)
def test_without_evidence_there_is_no_stance(text: str) -> None:
    assert read(text).stances == ()


def test_deed_that_is_only_hoped_for_shows_nothing() -> None:
    stances = read("Norway hopes that Chile lifted its duties.").stances

    assert {(stance.holder, stance.attribution) for stance in stances} == {
        ("country:no", tb.StanceAttribution.INDIRECT)
    }


@pytest.mark.parametrize(
    ("text", "holder", "polarity", "act", "attribution"),
    [
        ("Norway will impose duties on barley.", "country:no", "support", "state", "indirect"),
        ("Norway will not lift the duties.", "country:no", "oppose", "reject", "indirect"),
        ("The duties were imposed by Norway.", "country:no", "support", "implement", "action"),
        ("Chile pays duties imposed by Norway.", "country:no", "support", "implement", "action"),
        ("Norway delayed the duties.", "country:no", "oppose", "implement", "action"),
        ("Norway vowed to fight the duties.", "country:no", "oppose", "threaten", "indirect"),
    ],
)
def test_deed_is_done_announced_or_refused(text: str, holder: str, polarity: str, act: str, attribution: str) -> None:
    stance = read(text).stances[0]

    found = (stance.holder, stance.polarity and stance.polarity.value, stance.act.value, stance.attribution.value)
    assert found == (holder, polarity, act, attribution)


@pytest.mark.parametrize(
    ("brief", "attribution"),
    [
        (read("Norway opposes the levy."), tb.StanceAttribution.INDIRECT),
        (read("Chile said that Norway opposes the levy."), tb.StanceAttribution.RELAYED),
        (commentary_of("I oppose the levy."), tb.StanceAttribution.COMMENTARY),
        (commentary_of("Norway opposes the levy."), tb.StanceAttribution.INDIRECT),
    ],
    ids=["indirect", "relayed", "commentary", "reported in a commentary"],
)
def test_attribution_is_how_the_stance_comes_to_the_reader(brief: tb.Brief, attribution: tb.StanceAttribution) -> None:
    assert only(brief).attribution is attribution


def test_conditions_of_a_claim_are_those_of_its_stance() -> None:
    brief = read("Norway would support the levy if Chile joined.")
    stance = only(brief)

    assert words_of(brief, stance.conditions) == ["Chile joined"]
    assert stance.claim == brief.claims[0].id


def test_evidence_runs_from_cue_to_content() -> None:
    brief = read("In May Norway opposed the levy.")

    assert words_of(brief, only(brief).evidence) == ["opposed the levy"]


def test_stance_of_nobody_known_is_none() -> None:
    assert read("It was demanded that the levy be cut.").stances == ()


def test_ids_of_stances_outlive_a_paragraph_put_before() -> None:
    text = "Norway opposes the levy. Chile imposed duties on barley."
    alone, after = read(text), read("Rain fell on the port.", text)

    assert [stance.id for stance in after.stances] == [stance.id for stance in alone.stances]
    assert len({stance.id for stance in alone.stances}) == 2


def test_what_is_yet_to_be_done_shows_no_side() -> None:
    assert read("The accord has to be ratified by the Norwegian parliament.").stances == ()
    assert [stance.rule for stance in read("The accord was ratified by the Norwegian parliament.").stances]


def test_list_of_things_asked_for_is_a_stance_each() -> None:
    brief = read("Norway calls on Chile to simplify the forms, accept permits and exempt ammonia.")

    assert words_of(brief, (stance.target.span for stance in brief.stances if stance.target)) == [
        "simplify the forms",
        "accept permits",
        "exempt ammonia",
    ]


def test_two_things_asked_for_together_are_one() -> None:
    brief = read("Norway urged Chile to cut the duty and drop the quota.")

    assert [(stance.polarity, brief[stance.target.span]) for stance in brief.stances if stance.target] == [
        (tb.Polarity.SUPPORT, "cut the duty and drop the quota"),
        (tb.Polarity.OPPOSE, "the duty"),
    ]


def test_who_fails_to_agree_on_something_may_want_it() -> None:
    assert read("Norway and Chile failed to agree on a quota.").stances == ()
    assert [stance.polarity for stance in read("Norway did not agree to a quota.").stances] == [tb.Polarity.OPPOSE]


@pytest.mark.parametrize(
    "text",
    [
        "Lima denied that Norway supports the levy.",
        "Lima denied that Norway had agreed to a quota.",
        "Norway did not say that it supports the levy.",
        "Norway did not deny that it had offered a quota.",
        "Lima asked whether Norway supports the levy.",
        "Lima denied that Chile had said that Norway supports the levy.",
        "Did Norway agree to the quotas?",
        "Did Norway lift the levy?",
        "Had Norway lifted the levy, mills would have opened.",
        "Norway would have accepted the levy.",
        "Norway would have lifted the levy.",
        "Norway could reject the levy.",
    ],
)
def test_what_is_denied_asked_or_imagined_is_no_stance(text: str) -> None:
    assert read(text).stances == ()


def test_report_that_is_rejected_shows_no_stance_of_whom_it_is_about() -> None:
    stances = read("Chile rejected reports that Norway had agreed to a quota.").stances

    assert {stance.holder for stance in stances} == {"country:cl"}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Norway cannot accept the levy.", [("country:no", tb.Polarity.OPPOSE)]),
        (
            "Neither Norway nor Chile supports the levy.",
            [("country:cl", tb.Polarity.OPPOSE), ("country:no", tb.Polarity.OPPOSE)],
        ),
        ("Lima did not know that Norway supports the levy.", [("country:no", tb.Polarity.SUPPORT)]),
        ("Why does Norway reject the levy?", [("country:no", tb.Polarity.OPPOSE)]),
        (
            "Chile rejected a quota plan that Norway had backed.",
            [("country:cl", tb.Polarity.OPPOSE), ("country:no", tb.Polarity.SUPPORT)],
        ),
        (
            "Chile rejected a Peruvian proposal that Norway had backed.",
            [("country:cl", tb.Polarity.OPPOSE), ("country:no", tb.Polarity.SUPPORT)],
        ),
    ],
)
def test_negation_and_relative_clause_leave_the_side_that_is_taken(
    text: str, sides: list[tuple[str, tb.Polarity]]
) -> None:
    assert sorted((stance.holder, stance.polarity) for stance in read(text).stances) == sides


def test_we_in_a_quotation_is_the_speakers_side_and_no_third_party() -> None:
    stance = only(brief := read("“We oppose the levy,” said Kari Lund."))
    inner = next(claim for claim in brief.claims if claim.within is not None)

    assert (stance.attribution, inner.relayed_by) == (tb.StanceAttribution.DIRECT, None)


def test_we_outside_a_quotation_is_relayed() -> None:
    stance = only(read("Kari Lund said we oppose the levy."))

    assert stance.attribution is tb.StanceAttribution.RELAYED


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Ana Lund wants a fair and open market.", "fair and open market"),
        ("Ana Lund demanded a swift and lasting answer.", "swift and lasting answer"),
    ],
)
def test_two_adjectives_leave_the_head_of_a_target_whole(text: str, concept: str) -> None:
    assert [stance.target and stance.target.concept for stance in read(text).stances] == [concept]


def test_not_only_takes_no_side_back() -> None:
    brief = read("Ana Lund not only opposes the levy but also fears the quota.")
    duties = [stance for stance in brief.stances if stance.target is not None and stance.target.concept == "tariff"]
    assert {stance.polarity for stance in duties} == {tb.Polarity.OPPOSE}


def test_object_with_neither_turns_the_side() -> None:
    found = sides("Norway backs neither the ban nor the quota.")
    assert found == [("country:no", "oppose", "the ban"), ("country:no", "oppose", "the quota")]


@pytest.mark.parametrize("verb", ["has not decided", "must decide", "will decide"])
def test_undecided_question_takes_no_side(verb: str) -> None:
    assert read(f"Norway {verb} whether to back the ban.").stances == ()


@pytest.mark.parametrize("words", ["shelved a plan to raise its levy on pears", "drafted a bill to double its levy"])
def test_deed_that_is_only_planned_is_not_done(words: str) -> None:
    assert "stance.deed.impose" not in {stance.rule for stance in read(f"Peru {words}.").stances}


def test_whoever_holds_others_responsible_accuses_them() -> None:
    stance = only(read("Peru holds the importers responsible."))

    assert (stance.act, stance.attribution) == (tb.Act.ACCUSE, tb.StanceAttribution.INDIRECT)


@pytest.mark.parametrize(
    "text",
    [
        "A rumour that Norway would ban rice imports spread.",
        "The talk in Lima is that Norway will lift the ban.",
        "It is high time that Norway lifted the ban.",
        "It is time Norway lifted the ban.",
        "Norway needs to lift the ban.",
        "Norway offered an explanation.",
        "Norway prefers not to answer.",
        "Officials who insisted on anonymity spoke.",
    ],
)
def test_what_is_rumoured_due_or_only_said_is_no_side(text: str) -> None:
    assert read(text).stances == ()


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Norway pledged to respond in kind.", "threaten", "respond in kind"),
        ("Norway would like to see the levy go.", "request", "the levy go"),
        ("Norway would gladly see the levy stay.", "state", "the levy stay"),
    ],
)
def test_what_is_wanted_of_a_thing_is_a_side(text: str, act: str, target: str) -> None:
    brief = read(text)
    first = brief.stances[0]

    assert first.target is not None
    assert (first.act.value, brief[first.target.span]) == (act, target)


@pytest.mark.parametrize("text", ["Quito gave up hope of a truce.", "Quito has abandoned its hopes of a truce."])
def test_who_gives_up_hope_takes_no_side(text: str) -> None:
    (stance,) = [stance for stance in read(text).stances if "hope" in stance.rule]

    assert (stance.polarity, stance.outlook) == (None, tb.Outlook.SKEPTICAL)


@pytest.mark.parametrize(
    "text",
    [
        "Quito would like to see",
        "Quito wants to see",
        "The court reversed its decision.",
        "Quito cleared the deal hurdle.",
        "Quito revoked the award given to a skipper.",
        "The toll that the tanners put down to greed is high.",
    ],
)
def test_words_that_take_no_side(text: str) -> None:
    assert read(text).stances == ()
