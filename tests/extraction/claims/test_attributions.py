"""Attributions in unusual places and orders, and those that are still to come."""

import pytest
from tests.extraction.reading import claims_of, read, words_of

import tradebrief as tb


def told(text: str) -> list[tuple[str, list[str]]]:
    """Source and content of each claim."""
    brief = read(text)
    return [(brief[claim.source] if claim.source else "", words_of(brief, claim.content)) for claim in brief.claims]


@pytest.mark.parametrize(
    "words",
    [
        "has yet to say whether it will reply",
        "is yet to decide on the duty",
        "has still to approve the pact",
        "has not yet agreed to lift the ban",
        "hasn't yet accepted the cap",
        "stopped short of endorsing the cap",
        "fell short of endorsing the cap",
        "was careful not to blame the ports",
    ],
)
def test_what_is_still_to_come_is_not_asserted(words: str) -> None:
    (claim,) = read(f"Norway {words}.").claims

    assert (claim.holder, claim.assertion, claim.certainty) == (
        "country:no", tb.Assertion.NOT_ASSERTED, tb.Certainty.UNKNOWN,
    )  # fmt: skip


def test_what_is_still_to_come_gives_no_stance() -> None:
    assert read("Norway has not yet accepted the quota plan. Lima has yet to reject the duty.").stances == ()


def test_what_has_so_far_not_been_agreed_is_denied() -> None:
    (claim,) = read("Norway has so far not agreed to lift the ban.").claims

    assert (claim.holder, claim.assertion) == ("country:no", tb.Assertion.DENIED)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway will drop the levy, as first reported by the Herald.", ["Norway will drop the levy"]),
        ("As reported by the Herald, Norway will drop the levy.", ["Norway will drop the levy"]),
        ("Norway will, as was first reported by the Herald, drop the levy.", ["Norway will", "drop the levy"]),
        ("The plan to drop the levy was first reported by the Herald.", ["The plan to drop the levy"]),
        ("Norway will drop the levy, the Herald first reported.", ["Norway will drop the levy"]),
    ],
)
def test_what_was_reported_by_somebody_is_their_claim(text: str, content: list[str]) -> None:
    assert told(text) == [("the Herald", content)]


@pytest.mark.parametrize(
    "words",
    [
        "has so far refrained from comment",
        "never responded to requests for comment",
        "did not respond to the Herald’s repeated requests for comment on the duty",
    ],
)
def test_silence_has_no_content(words: str) -> None:
    assert told(f"Norway {words}.") == []


def test_manner_of_a_deed_is_no_claim() -> None:
    assert told("The miller was paid as agreed by the board.") == []


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("Said Lund:", "Lund"),
        ("Says Lund:", "Lund"),
        ("Notes Lund:", "Lund"),
        ("Added Lund,", "Lund"),
        ("Said Lund of the plan:", "Lund"),
        ("Added the miller, who has opposed the levy:", "the miller, who has opposed the levy"),
        ("Said Norway’s envoy, Ana Lund, on Tuesday:", "Norway’s envoy, Ana Lund"),
    ],
)
def test_verb_may_open_the_sentence_before_its_speaker_and_a_quotation(opening: str, source: str) -> None:
    assert (source, ["It will work"]) in told(f"{opening} “It will work.”")


@pytest.mark.parametrize(
    "aside",
    [
        ", on condition of anonymity,",
        " late on Tuesday, after talks in Oslo with his counterpart,",
        " in Oslo on Monday, ahead of a meeting with growers,",
        " in Oslo, where he met the growers,",
        ", if only in passing,",
    ],
)
def test_aside_may_stand_before_that(aside: str) -> None:
    assert told(f"The miller said{aside} that duties would fall.") == [("The miller", ["duties would fall"])]


def test_aside_may_stand_between_an_addressee_and_that() -> None:
    assert told("Lund told reporters, before boarding his ship to Lima, that the levy would stay.") == [
        ("Lund", ["the levy would stay"])
    ]


def test_quotation_after_an_opening_verb_has_its_rule() -> None:
    assert [rule for _, _, rule in claims_of(read("Said the miller: “No.”"))] == ["claim.say.quote"]


@pytest.mark.parametrize(
    ("subject", "source"),
    [
        ("Some 60 percent of farmers", "Some 60 percent of farmers"),
        ("Only 3 in 10 exporters", "3 in 10 exporters"),
        ("Nearly two-thirds of exporters", "two-thirds of exporters"),
    ],
)
def test_part_of_a_group_holds_a_view(subject: str, source: str) -> None:
    assert told(f"{subject} support the pact.") == [(source, ["the pact"])]
    assert told(f"{subject} said it would fail.") == [(source, ["it would fail"])]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The plant, records show, was insured in May.", "records", ["The plant", "was insured in May"]),
        ("The plan, the minister told lawmakers, would cost little.",
         "the minister", ["The plan", "would cost little"]),
        ("The envoy, said Ana Lund, head of trade, is late.", "Ana Lund, head of trade", ["The envoy", "is late"]),
        ("The duty is not fair, he and the envoy said.", "he and the envoy", ["The duty is not fair"]),
        ("The levy is a step forward, many think.", "many", ["The levy is a step forward"]),
    ],
)  # fmt: skip
def test_attribution_may_stand_amid_or_after_its_content(text: str, source: str, content: list[str]) -> None:
    assert told(text) == [(source, content)]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("announced Sunday it will end the levy", "it will end the levy"),
        ("said on Truth Social that duties would rise", "duties would rise"),
        ("announced on the summit floor that duties would rise", "duties would rise"),
        ("wrote on its social media page it would leave", "it would leave"),
        ("said in '08 that the pact was fair", "the pact was fair"),
        ("said having mills at the table was a step", "having mills at the table was a step"),
        ("said if the pact passes, exports will double", "if the pact passes, exports will double"),
        ("warned that, without a deal, prices would rise", "without a deal, prices would rise"),
        ("said the cap, while late, was dealt with fairly", "the cap, while late, was dealt with fairly"),
        ("said the duty was low, but would rise in May", "the duty was low, but would rise in May"),
        ("said it had met growers, but that it could not help", "it had met growers, but that it could not help"),
        ("said exports rose, thanks to the duty", "exports rose, thanks to the duty"),
    ],
)
def test_content_begins_and_ends_with_its_clause(words: str, content: str) -> None:
    assert ("The ministry", [content]) in told(f"The ministry {words}.")


def test_object_in_an_opening_clause_ends_with_it() -> None:
    assert ("it", ["the talks"]) in told("Norway said that, while it welcomed the talks, it would keep its duties.")


def test_same_verb_with_another_speaker_ends_a_content() -> None:
    assert told("Norway said the duty was low and Lima said it was high.") == [
        ("Norway", ["the duty was low"]),
        ("Lima", ["it was high"]),
    ]


def test_what_stands_in_a_gap_between_asides_is_whole() -> None:
    assert told("A note saying that the two ports, and Lima in particular, must do more was sent.") == [
        ("A note", ["the two ports, and Lima in particular, must do more"])
    ]


def test_those_who_were_polled_speak() -> None:
    assert told("Some farmers polled said it would fail.") == [("Some farmers polled", ["it would fail"])]


def test_he_and_another_are_joint() -> None:
    assert read("He and the envoy said the duty was unfair.").claims[0].holder_reason is tb.HolderReason.JOINT


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("What Norway wants is a lower duty.", "Norway", "a lower duty"),
        ("What the envoy said was that the levy would stay.", "the envoy", "the levy would stay"),
        ("What the ministry plans is to cut the duty.", "the ministry", "cut the duty"),
        ("A lower duty is what Norway wants.", "Norway", "A lower duty"),
        ("Whether the duty would stay is what Norway asked.", "Norway", "Whether the duty would stay"),
    ],
)
def test_what_is_said_or_wanted_stands_beside_is(text: str, source: str, content: str) -> None:
    assert told(text) == [(source, [content])]


def test_what_is_not_wanted_is_denied() -> None:
    assert read("A deal is not what Norway wants.").claims[0].assertion is tb.Assertion.DENIED


@pytest.mark.parametrize(
    "text",
    ["That is what Norway said.", "What Norway said is not clear.", "What trade plans are on the table is unknown."],
)
def test_clause_with_what_that_names_nothing_is_no_claim(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("judged", ["false", "false and misleading"])
def test_object_may_stand_after_what_it_is_said_to_be(judged: str) -> None:
    assert ("The ministry", [f"as {judged} the report on quotas"]) in told(
        f"The ministry dismissed as {judged} the report on quotas."
    )


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("There are growing concerns in Norway that the duty will stay.", tb.Assertion.ASSERTED),
        ("There is little appetite in Norway for new duties.", tb.Assertion.DENIED),
    ],
)
def test_view_that_there_is_in_a_place_is_held_there(text: str, assertion: tb.Assertion) -> None:
    (claim,) = read(text).claims

    assert (claim.holder, claim.assertion) == ("country:no", assertion)


def test_what_is_sold_in_a_place_is_no_demand() -> None:
    assert told("Demand in Norway for soybeans fell.") == []


@pytest.mark.parametrize(
    "words", ["denied that Lima had said", "did not say that Lima had claimed", "rejected claims by Lima"]
)
def test_claim_within_what_is_denied_keeps_its_own_assertion(words: str) -> None:
    outer, inner = read(f"Norway {words} that the duty was unfair.").claims

    assert (outer.assertion, inner.assertion, inner.within) == (
        tb.Assertion.DENIED, tb.Assertion.ASSERTED, outer.id,
    )  # fmt: skip


@pytest.mark.parametrize("marks", ["“|,”", '"|,"', "“|”,"])
@pytest.mark.parametrize(("participle", "content"), [("saying", "it would reply"), ("adding that", "it would reply")])
def test_participle_after_a_comma_in_quotation_marks_has_its_own_content(
    marks: str, participle: str, content: str
) -> None:
    opening, closing = marks.split("|")
    found = told(f"Norway called the duty {opening}unjustified{closing} {participle} {content}.")

    assert [source for source, _ in found] == ["Norway", "Norway"]
    assert found[1][1] == [content]


def test_what_somebody_calls_something_may_be_one_word_after_the_verb() -> None:
    assert told("The duty that Norway called regrettable will stay.") == [("Norway", ["The duty", "regrettable"])]


@pytest.mark.parametrize("rest", ["when asked about the duty", "unless the duty fell"])
def test_answer_may_stand_before_its_occasion(rest: str) -> None:
    assert ("Lund", ["no"]) in told(f"Lund said no {rest}.")


def test_name_and_its_apposition_follow_that() -> None:
    brief = read("Lund said that Japan, the largest investor, should be treated fairly.")
    (claim,) = brief.claims

    assert words_of(brief, claim.content) == ["Japan, the largest investor, should be treated fairly"]
    assert claim.conditions == ()


def test_readout_is_a_source() -> None:
    assert told("According to the readout, talks will go on.") == [("the readout", ["talks will go on"])]
