import pytest
from tests.extraction.reading import claims_of, commentary_of, read, words_of

import tradebrief as tb


def only(brief: tb.Brief) -> tb.Claim:
    """The one claim of a brief."""
    (claim,) = brief.claims
    return claim


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Norway said that the duty was a mistake.", tb.ClaimMode.INDIRECT),
        ("Norway said the duty was “a costly mistake”.", tb.ClaimMode.MIXED),
        ("Norway called the duty “a costly mistake” that hurts ports.", tb.ClaimMode.MIXED),
        ("Norway said: “The duty is a mistake.”", tb.ClaimMode.DIRECT),
    ],
)
def test_mode_tells_how_much_is_quoted(text: str, mode: tb.ClaimMode) -> None:
    assert only(read(text)).mode is mode


@pytest.mark.parametrize(
    ("text", "assertion", "certainty"),
    [
        ("Norway said that the duty was unfair.", tb.Assertion.ASSERTED, tb.Certainty.CERTAIN),
        ("Norway did not say that the duty was unfair.", tb.Assertion.DENIED, tb.Certainty.CERTAIN_NOT),
        ("Norway did not say the duty was unfair.", tb.Assertion.DENIED, tb.Certainty.CERTAIN_NOT),
        ("Norway cannot say that the duty was unfair.", tb.Assertion.DENIED, tb.Certainty.CERTAIN_NOT),
        ("Norway does not believe the duty is unfair.", tb.Assertion.DENIED, tb.Certainty.PROBABLE_NOT),
        ("Norway would not confirm that the duty was unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
        ("Norway would not confirm the duty was unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
        ("No one denies that the duty is unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
        ("Neither Norway nor Chile said that the duty was unfair.", tb.Assertion.DENIED, tb.Certainty.CERTAIN_NOT),
        ("Norway denied that the duty was unfair.", tb.Assertion.DENIED, tb.Certainty.CERTAIN_NOT),
        ("Norway believes that the duty is unfair.", tb.Assertion.ASSERTED, tb.Certainty.PROBABLE),
        ("Norway does not believe that the duty is unfair.", tb.Assertion.DENIED, tb.Certainty.PROBABLE_NOT),
        ("Norway doubts that the duty is unfair.", tb.Assertion.DENIED, tb.Certainty.PROBABLE_NOT),
        ("Norway did not deny that the duty was unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
        ("Norway declined to say whether the duty was unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
        ("Norway refused to say whether the duty was unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
        ("Norway would not say whether the duty was unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
        ("Norway asked whether the duty was unfair.", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN),
    ],
)
def test_denial_and_doubt_are_no_assertion(text: str, assertion: tb.Assertion, certainty: tb.Certainty) -> None:
    claim = only(read(text))

    assert (claim.assertion, claim.certainty) == (assertion, certainty)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Norway said that the duty was unfair.", tb.Certainty.CERTAIN),
        ("Norway said that the duty may fall.", tb.Certainty.POSSIBLE),
        ("Norway said the duty, which hurts mills, might soon fall.", tb.Certainty.POSSIBLE),
        ("Norway said that the duty would probably fall.", tb.Certainty.PROBABLE),
        ("Norway said that the duty was likely to fall.", tb.Certainty.PROBABLE),
        ("Norway said that the duty was unlikely to fall.", tb.Certainty.PROBABLE_NOT),
        ("Norway believes that the duty could fall.", tb.Certainty.POSSIBLE),
        ("Norway said that the duty will not fall.", tb.Certainty.CERTAIN_NOT),
        ("Norway said that prices cannot fall.", tb.Certainty.CERTAIN_NOT),
        ("Norway said that the duty could not fall.", tb.Certainty.CERTAIN_NOT),
        ("Norway said that the duty never fell.", tb.Certainty.CERTAIN_NOT),
        ("Norway said that the duty may not fall.", tb.Certainty.POSSIBLE_NOT),
        ("Norway said that a cut was not likely.", tb.Certainty.PROBABLE_NOT),
        ("Norway said that the duty had not only fallen but gone.", tb.Certainty.CERTAIN),
        ("“Do not buy salmon,” Norway said.", tb.Certainty.CERTAIN),
        ("According to Norway, the duty might fall.", tb.Certainty.POSSIBLE),
        ("“The duty may fall,” Norway said.", tb.Certainty.POSSIBLE),
        ("Norway said that mills which may close are small.", tb.Certainty.CERTAIN),
        ("Norway denied that the duty may fall.", tb.Certainty.CERTAIN_NOT),
        ("Norway said that the duty fell in May.", tb.Certainty.CERTAIN),
        ("Apparently, the duty will fall, Norway said.", tb.Certainty.PROBABLE),
        ("Norway said the duty will fall, apparently.", tb.Certainty.PROBABLE),
        ("Norway said that mills reportedly closed.", tb.Certainty.PROBABLE),
        ("Norway said that mills allegedly sold below cost.", tb.Certainty.PROBABLE),
        ("Norway said that the duty seems to have fallen.", tb.Certainty.PROBABLE),
        ("Norway said it appears that the duty fell.", tb.Certainty.PROBABLE),
        ("Norway said that Lund appeared before a court.", tb.Certainty.CERTAIN),
        ("Norway said it is possible that the duty will fall.", tb.Certainty.POSSIBLE),
        ("Norway said there was a chance that the duty would fall.", tb.Certainty.POSSIBLE),
        ("Norway said there was no chance that the duty would fall.", tb.Certainty.CERTAIN_NOT),
        ("Norway said it is doubtful that the duty will fall.", tb.Certainty.PROBABLE_NOT),
        ("Norway said it was not clear whether the duty would fall.", tb.Certainty.UNKNOWN),
        ("Norway said it was not clear who would pay.", tb.Certainty.UNKNOWN),
        ("Norway said it was clear why mills close.", tb.Certainty.CERTAIN),
        ("Norway said it will raise the duty if mills close.", tb.Certainty.CERTAIN),
        ("Norway said the duty must not fall.", tb.Certainty.CERTAIN),
        ("Norway said the duty might not fall.", tb.Certainty.POSSIBLE_NOT),
        ("Norway said the duty is bound to fall.", tb.Certainty.CERTAIN),
    ],
)
def test_modal_or_adverb_of_the_content_says_how_sure_it_is(text: str, certainty: tb.Certainty) -> None:
    assert only(read(text)).certainty is certainty


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("If Norway says that the duty is unfair, mills will close.", tb.Assertion.NOT_ASSERTED),
        ("Unless Norway agrees to cut the duty, mills will close.", tb.Assertion.NOT_ASSERTED),
        ("Did Norway say that the duty was unfair?", tb.Assertion.NOT_ASSERTED),
        ("Norway might say that the duty is unfair.", tb.Assertion.NOT_ASSERTED),
        ("Norway may have told mills that the duty is unfair.", tb.Assertion.NOT_ASSERTED),
        ("Norway would have said that the duty was unfair.", tb.Assertion.NOT_ASSERTED),
        ("Norway would have preferred a quota.", tb.Assertion.ASSERTED),
        ("Had Norway accepted the quota, mills would be open.", tb.Assertion.NOT_ASSERTED),
        ("Norway could reject the quota.", tb.Assertion.NOT_ASSERTED),
        ("Norway says that if mills close, the duty is unfair.", tb.Assertion.ASSERTED),
        ("“Is the duty unfair?” Norway said.", tb.Assertion.ASSERTED),
        ("Norway would accept the text if the duty fell.", tb.Assertion.ASSERTED),
        ("Did Norway promise to cut the duty?", tb.Assertion.NOT_ASSERTED),
        ("Why did the ministry promise to cut the duty?", tb.Assertion.NOT_ASSERTED),
        ("Can Norway demand a cut?", tb.Assertion.NOT_ASSERTED),
        ("Let Norway say that the duty is unfair.", tb.Assertion.NOT_ASSERTED),
        ("Suppose Norway says that the duty is unfair.", tb.Assertion.NOT_ASSERTED),
        ("Imagine that Norway promised to cut the duty.", tb.Assertion.NOT_ASSERTED),
        ("Assuming Norway backs the quota, prices will fall.", tb.Assertion.NOT_ASSERTED),
        ("Whether Norway backs the quota is unclear.", tb.Assertion.NOT_ASSERTED),
    ],
)
def test_claim_that_is_only_supposed_or_asked_about_is_not_asserted(text: str, assertion: tb.Assertion) -> None:
    assert read(text).claims[0].assertion is assertion


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("said that the duty was unfair", tb.ClaimKind.ASSERTION),
        ("believes that the duty is unfair", tb.ClaimKind.BELIEF),
        ("knows that the duty is unfair", tb.ClaimKind.FACT),
        ("wants to cut the duty", tb.ClaimKind.EVENTUALITY),
        ("urged Chile to cut the duty", tb.ClaimKind.EVENTUALITY),
    ],
)
def test_kind_is_whether_the_holder_says_thinks_knows_or_wants(verb: str, kind: tb.ClaimKind) -> None:
    assert only(read(f"Norway {verb}.")).kind is kind


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Norway said it would cut the duty if Chile opened its ports.", ["Chile opened its ports"]),
        ("Norway said it would keep the duty unless Chile opened its ports.", ["Chile opened its ports"]),
        ("Norway said that, if Chile agreed, the duty would fall.", ["Chile agreed"]),
        ("Norway said that the duty would fall.", []),
        ("Norway asked if the duty would fall.", []),
    ],
)
def test_conditions_stand_without_what_opens_them(text: str, conditions: list[str]) -> None:
    brief = read(text)

    assert words_of(brief, brief.claims[0].conditions) == conditions


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("Norway vowed to close the port should the duty be raised.", ["should the duty be raised"]),
        ("Norway did not say whether it would leave should Chile agree.", ["should Chile agree"]),
        ("Norway said that were Chile to agree, it would sign.", ["were Chile to agree"]),
        ("Norway said that had Chile agreed, it would have signed.", ["had Chile agreed"]),
        ("If it does not, Norway said, mills will close.", ["it does not"]),
        ("“If that vote fails, mills will close,” Norway said.", ["that vote fails"]),
        ("Norway favours a cap so long as it is low, but Chile does not.", ["it is low"]),
        ("Norway suggested a delay, though only if Chile accepted the rules.", ["Chile accepted the rules"]),
        ("Norway said that mills should plan and had the right to.", []),
        ("Norway asked if Chile would pay.", []),
        ("“Should Chile pay?” asked Norway.", []),
    ],
)
def test_conditions_may_be_inverted_or_stand_beside_the_content(text: str, conditions: list[str]) -> None:
    brief = read(text)

    assert words_of(brief, brief.claims[0].conditions) == conditions


def test_claim_in_the_content_of_another_is_relayed_by_its_holder() -> None:
    outer, inner = read("Chile said that Norway believed that the duty was unfair.").claims

    assert (outer.holder, outer.within, outer.relayed_by, outer.voice) == (
        "country:cl",
        None,
        None,
        tb.VoiceKind.REPORTED,
    )
    assert (inner.holder, inner.within, inner.relayed_by, inner.voice) == (
        "country:no",
        outer.id,
        "country:cl",
        tb.VoiceKind.ATTRIBUTED,
    )


@pytest.mark.parametrize(
    "clause",
    [
        "asked not to be named",
        "asked to remain anonymous",
        "wished to stay unnamed",
        "declined to be identified",
        "was not authorized to speak publicly",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "An official who {} said that the quota was fair.",
        "The quota was fair, an official who {} said.",
        "The quota was fair, said an official who {}.",
    ],
)
def test_source_that_stays_unnamed_keeps_its_claim_whole(text: str, clause: str) -> None:
    brief = read(text.format(clause))

    assert brief[only(brief).source or tb.Span(0, 0)].lower() == f"an official who {clause}"
    assert (only(brief).holder or "").startswith("anonymous:official")


def test_relative_clause_that_tells_a_plan_leaves_the_claim_of_its_antecedent() -> None:
    plan, warning = read("A diplomat who promised to help the growers warned that the duty would stay.").claims

    assert (plan.holder, plan.rule, warning.holder, warning.rule) == (
        "anonymous:diplomat",
        "claim.promise.to",
        "anonymous:diplomat",
        "claim.warn.that",
    )


def test_modal_after_a_relative_clause_is_the_verb_of_what_is_said() -> None:
    outer, _ = read("The minister said mills that asked to be spared would close.").claims

    assert outer.rule == "claim.say.bare"


@pytest.mark.parametrize("deed", ["asked not to be named", "declined to be identified"])
def test_wish_to_stay_unnamed_is_no_claim(deed: str) -> None:
    brief = read(f"An official, who {deed}, said that the quota was fair.")

    assert [claim.rule for claim in brief.claims] == ["claim.say.that"]


def test_own_view_within_own_words_is_not_relayed() -> None:
    outer, inner = read("Norway said it believed that the duty was unfair.").claims

    assert (inner.holder, inner.within, inner.relayed_by) == (outer.holder, outer.id, None)


def test_longer_cue_wins_over_the_shorter_one_in_it() -> None:
    assert claims_of(read("Norway voiced doubts about the duty.")) == [
        ("country:no", ["the duty"], "claim.doubt-noun.pp")
    ]


def test_quotation_goes_on_after_its_attribution() -> None:
    assert claims_of(read('"The duty is a mistake," said Lena Varga. "It hurts ports."')) == [
        ("person:lena-varga", ["The duty is a mistake", "It hurts ports"], "claim.say.quote")
    ]


def test_speech_goes_on_in_the_next_paragraph_while_its_marks_stay_open() -> None:
    brief = read("In May the mills heard what Lena Varga said:", "“Rates fall. Mills wait.", "“Ports open.”")

    assert claims_of(brief) == [
        ("person:lena-varga", ["Rates fall. Mills wait", "Ports open"], "claim.say.quote"),
    ]


def test_next_sentence_without_marks_is_not_part_of_the_quotation() -> None:
    assert claims_of(read('"The duty is a mistake," said Lena Varga. It hurts ports.')) == [
        ("person:lena-varga", ["The duty is a mistake"], "claim.say.quote")
    ]


def test_quotation_without_a_source_is_no_claim() -> None:
    assert read('"Our ships wait." The port opened on Monday.').claims == ()


@pytest.mark.parametrize(
    "text",
    ["Rain fell on the port in May.", "Norway exports salmon to Chile.", "It is clear that the duty will fall.", ""],
)
def test_text_that_attributes_nothing_has_no_claims(text: str) -> None:
    assert tb.read(text).claims == ()


def test_claims_of_the_author_are_in_the_authors_voice() -> None:
    claim = only(commentary_of("I doubt that the duty will fall."))

    assert (claim.holder, claim.voice) == ("author", tb.VoiceKind.AUTHOR)


def test_ids_of_claims_outlive_a_paragraph_put_before() -> None:
    text = "Norway said that the duty was unfair, and it urged Chile to cut the levy."
    alone, after = read(text), read("Rain fell on the port.", text)

    assert [claim.id for claim in after.claims] == [claim.id for claim in alone.claims]
    assert len({claim.id for claim in alone.claims}) == 2


def test_equal_claims_are_numbered() -> None:
    first, second = read("Norway said that the duty was unfair.", "Norway said that the duty was unfair.").claims

    assert second.id == f"{first.id}-2"


def test_id_does_not_see_how_lines_are_wrapped() -> None:
    (flat,) = read("Norway said that the duty was unfair.").claims
    (wrapped,) = read("Norway said that\nthe duty\nwas unfair.").claims

    assert flat.id == wrapped.id


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chile favours a quota, its envoy told a paper.", "a quota"),
        (
            "Chile will ask a panel to void the duty on hake, Minister Ana Lund said Friday.",
            "void the duty on hake",
        ),
    ],
)
def test_claim_in_the_content_of_another_ends_with_it(text: str, content: str) -> None:
    (inner,) = (claim for claim in read(text).claims if claim.holder == "country:cl")

    assert inner.within is not None
    assert words_of(read(text), inner.content) == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ministers failed on Monday to agree on a quota.", "a quota"),
        ("Ministers failed to agree that the duty was legal.", "the duty was legal"),
    ],
)
def test_what_somebody_fails_to_do_is_denied(text: str, content: str) -> None:
    brief = read(text)
    claim = only(brief)

    assert (words_of(brief, claim.content), claim.assertion) == ([content], tb.Assertion.DENIED)


def test_hearing_that_is_told_something_is_not_what_it_is_about() -> None:
    text = "The envoy told a hearing that Norway will not negotiate on Friday."

    assert claims_of(read(text))[0][1:] == (["Norway will not negotiate on Friday"], "claim.tell.np_that")
    assert all(words != ["a hearing"] for _, words, _ in claims_of(read(text)))


def test_clause_about_what_somebody_agrees_on_is_not_what_they_agree_that() -> None:
    text = "Ministers agreed on a joint reply to the salmon duty that Norway imposed last month."

    assert only(read(text)).rule == "claim.agree-to.pp"


@pytest.mark.parametrize("words", ["them unjustified", "it unjustified"])
def test_predicate_in_ed_may_follow_a_pronoun(words: str) -> None:
    brief = read(f"Norway fought the duties, calling {words}.")

    assert [claim.rule for claim in brief.claims if claim.cue and brief[claim.cue] == "calling"] == [
        "claim.call.np_adj"
    ]


def test_object_ends_before_another_predicate_of_the_speaker() -> None:
    brief = read("Norway never asked Chile to choose between partners and did not want to start now.")

    assert words_of(brief, brief.claims[0].content) == ["choose between partners"]


def test_object_in_a_headline_ends_before_what_happens_at_the_time() -> None:
    brief = tb.read("Norway weighs salmon quotas as industry pleads for time.\n\nThe ministry met. It was late.\n")

    assert [(claim.source and brief[claim.source], words_of(brief, claim.content)) for claim in brief.claims] == [
        ("Norway", ["salmon quotas"]),
        ("industry", ["time"]),
    ]


def test_colon_after_a_belief_opens_no_clause_of_it() -> None:
    brief = read("Not everyone is convinced: “the numbers look rosy”, wrote analyst Ana Ruiz.")

    assert [claim.rule for claim in brief.claims] == ["claim.write.quote"]


def test_time_may_stand_before_that() -> None:
    assert only(read("Norway has argued before that protection is a dead end.")).rule == "claim.argue.that"


def test_second_report_shares_its_speaker_over_a_quotation() -> None:
    brief = read("Norway said it was “disappointed” and signaled that it would appeal.")

    assert claims_of(brief)[1] == ("country:no", ["it would appeal"], "claim.signal.that")


def test_apposed_name_belongs_to_who_is_told() -> None:
    brief = read("Minister Ana Lund told state broadcaster TRT the ruling set a precedent.")

    assert words_of(brief, only(brief).content) == ["the ruling set a precedent"]


def test_somebody_whose_is_the_source_of_a_relative_clause() -> None:
    brief = read("The mill, whose director called it a back door for imports, closed.")

    assert [claim.source and brief[claim.source] for claim in brief.claims] == ["whose director"]


def test_relative_clause_of_what_somebody_is_told_of_is_no_content() -> None:
    assert read("Norway was told of the duty that Chile imposed.").claims == ()


def test_aside_in_a_content_may_have_a_verb_that_could_report() -> None:
    brief = read("Norway insists that the gap, which reached 9 points last year, is proof.")

    assert words_of(brief, only(brief).content) == ["the gap, which reached 9 points last year, is proof"]


def test_clause_after_a_colon_is_parted_from_the_one_before_it() -> None:
    brief = read("Swiss economists dispute this: most of the gap, they say, is gold.")

    assert [words_of(brief, claim.content) for claim in brief.claims] == [["this"], ["most of the gap", "is gold"]]


def test_last_word_of_a_quotation_stays_in_it() -> None:
    brief = read("“We will sign when it is good for us, not before,” Ana Lund told a station.")

    assert words_of(brief, only(brief).content) == ["We will sign when it is good for us, not before"]


@pytest.mark.parametrize("text", ["Neither side has promised a deal.", "Neither mill has promised a deal."])
def test_what_neither_says_is_denied(text: str) -> None:
    assert only(read(text)).assertion is tb.Assertion.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "No minister has promised a deal.",
        "No one in Bern believes that the levy is fair.",
        "Nobody in Brussels believes that the levy is fair.",
        "Few farmers believe that the levy is fair.",
        "None of the mills wants a deal.",
    ],
)
def test_what_nobody_says_is_not_asserted_and_nobodys(text: str) -> None:
    brief = read(text)
    claim = only(brief)

    assert (claim.assertion, claim.certainty) == (tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN)
    assert (claim.holder, claim.holder_reason, brief.actors) == (None, tb.HolderReason.GENERIC, ())


def test_what_many_or_a_few_believe_is_asserted() -> None:
    many = only(read("Many believe that the levy is fair."))

    assert (many.holder_reason, many.assertion) == (tb.HolderReason.GENERIC, tb.Assertion.ASSERTED)
    assert only(read("A few farmers believe that the levy is fair.")).assertion is tb.Assertion.ASSERTED


@pytest.mark.parametrize("text", ["No. 10 promised a deal.", "No fewer than ten mills promised a deal."])
def test_who_is_numbered_or_counted_is_not_nobody(text: str) -> None:
    assert only(read(text)).assertion is tb.Assertion.ASSERTED
