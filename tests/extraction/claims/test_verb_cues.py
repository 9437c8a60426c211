import pytest
from tests.extraction.reading import claims_of, read, words_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lena Varga said: “The duty is a mistake.”", ["The duty is a mistake"]),
        ("“The duty is a mistake,” Lena Varga said.", ["The duty is a mistake"]),
        ("“The duty is a mistake,” said Lena Varga.", ["The duty is a mistake"]),
        ("“The duty,” Lena Varga said, “is a mistake.”", ["The duty", "is a mistake"]),
        ('"The duty is a mistake. It hurts ports," Lena Varga said.', ["The duty is a mistake. It hurts ports"]),
    ],
)
def test_direct_speech_stands_after_before_or_around_its_cue(text: str, content: list[str]) -> None:
    assert claims_of(read(text)) == [("person:lena-varga", content, "claim.say.quote")]


@pytest.mark.parametrize(
    ("text", "content", "frame"),
    [
        ("Norway said that the duty was a mistake.", ["the duty was a mistake"], "that"),
        ("Norway said on Monday that the duty was a mistake.", ["the duty was a mistake"], "that"),
        ("Norway said the duty was a mistake.", ["the duty was a mistake"], "bare"),
        ("The duty was a mistake, Norway said.", ["The duty was a mistake"], "bare"),
        ("The duty, Norway said, was a mistake.", ["The duty", "was a mistake"], "bare"),
    ],
)
def test_indirect_speech_stands_after_before_or_around_its_cue(text: str, content: list[str], frame: str) -> None:
    assert claims_of(read(text)) == [("country:no", content, f"claim.say.{frame}")]


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Norway wants to cut the duty.", "cut the duty", "claim.want.to"),
        ("Norway wants the duty to be cut.", "the duty to be cut", "claim.want.clause_to"),
        ("Norway urged Chile to cut the duty.", "cut the duty", "claim.urge.np_to"),
        ("Norway demanded that the duty be cut.", "the duty be cut", "claim.demand.that"),
        ("Norway asked whether the duty would fall.", "whether the duty would fall", "claim.ask.wh"),
        ("Norway criticised the duty.", "the duty", "claim.criticise.np"),
        ("Norway criticized the duty.", "the duty", "claim.criticise.np"),
        ("Norway accused Chile of dumping salmon.", "dumping salmon", "claim.accuse.np_pp"),
    ],
)
def test_verb_reads_the_complement_that_it_takes(text: str, content: str, rule: str) -> None:
    assert claims_of(read(text)) == [("country:no", [content], rule)]


def test_cue_has_its_auxiliaries_and_negation() -> None:
    brief = read("Norway has long believed that quotas fail. Chile did not say that they would.")

    assert words_of(brief, (claim.cue for claim in brief.claims if claim.cue)) == ["has long believed", "did not say"]


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("The duty was criticized by Norway.", "The duty", "claim.criticise.np"),
        ("It was argued by Norway that the duty was unfair.", "the duty was unfair", "claim.argue.that"),
        ("Chile was urged by Norway to cut the duty.", "cut the duty", "claim.urge.np_to"),
    ],
)
def test_passive_is_its_agents(text: str, content: str, rule: str) -> None:
    assert claims_of(read(text)) == [("country:no", [content], rule)]


def test_noun_before_a_verb_that_only_looks_like_a_cue_says_nothing() -> None:
    assert claims_of(read("The claims of Norway failed.")) == []


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Norway told the miners the duty was void.", "the duty was void", "claim.tell.np_bare"),
        ("Norway told them it would leave.", "it would leave", "claim.tell.np_bare"),
        ("Norway asked Chile whether the duty would fall.", "whether the duty would fall", "claim.ask.np_wh"),
        ("Norway asked the miners about the duty.", "the duty", "claim.ask.np_pp"),
        ("Norway put the damage at six million.", "the damage at six million", "claim.put-figure.np_number"),
        ("Norway criticised them.", "them", "claim.criticise.np"),
    ],
)
def test_verb_reads_what_is_said_to_somebody_and_the_figure_put_on_something(
    text: str, content: str, rule: str
) -> None:
    assert claims_of(read(text)) == [("country:no", [content], rule)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said last week that the duty was void.",
        "Norway said late on Friday that the duty was void.",
        "Norway said in a letter to the port that the duty was void.",
        "Norway said during this week's round that the duty was void.",
        "Norway said from the start that the duty was void.",
    ],
)
def test_time_and_occasion_stand_between_cue_and_content(text: str) -> None:
    assert claims_of(read(text)) == [("country:no", ["the duty was void"], "claim.say.that")]


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Norway called on Friday for a truce.", "a truce", "claim.call-for.np"),
        ("Norway has declined for years to cut the duty.", "cut the duty", "claim.decline.to"),
        ("Norway urged Chile last week to cut the duty.", "cut the duty", "claim.urge.np_to"),
    ],
)
def test_time_stands_within_a_cue_and_before_an_infinitive(text: str, content: str, rule: str) -> None:
    assert claims_of(read(text)) == [("country:no", [content], rule)]


def test_relative_clause_after_an_occasion_is_no_content() -> None:
    assert claims_of(read("Norway complained in a letter that was never read.")) == []


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Norway used the round to call for a truce.", "a truce", "claim.call-for.np"),
        ("Norway went on to say that the duty was void.", "the duty was void", "claim.say.that"),
        ("Norway was quick to add that the duty was void.", "the duty was void", "claim.add.that"),
    ],
)
def test_infinitive_of_purpose_has_the_subject_of_its_verb(text: str, content: str, rule: str) -> None:
    assert claims_of(read(text)) == [("country:no", [content], rule)]


def test_infinitive_that_another_is_to_carry_out_has_no_holder_above() -> None:
    assert claims_of(read("The slump taught the ministers to denounce the duty.")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The duty is seen as a tax.", (None, ["The duty", "as a tax"], "claim.see-as.np_as")),
        ("The duty is seen by Norway as a tax.", ("country:no", ["The duty", "as a tax"], "claim.see-as.np_as")),
        ("Chile was criticised by Norway for dumping.", ("country:no", ["dumping"], "claim.criticise.np_pp")),
        ("It was a clause opposed by Norway.", ("country:no", ["a clause"], "claim.oppose.np")),
    ],
)
def test_passive_keeps_its_complement_and_its_agent(text: str, found: tuple[str | None, list[str], str]) -> None:
    assert claims_of(read(text)) == [found]


def test_document_shows_what_a_person_only_holds_up() -> None:
    (claim,) = read("The ledgers show a fall. The envoy showed a pass.").claims

    assert claim.rule == "claim.show-figure.np"


def test_whoever_it_may_be_holds_nothing() -> None:
    assert claims_of(read("If you want to ship rice, the port is open.")) == []


def test_demand_stands_within_a_quotation_mark() -> None:
    brief = read("Norway urged Chile to “cut the duty at once.”")

    assert [claim.rule for claim in brief.claims] == ["claim.urge.np_to"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway insists, all the same, that mills pay.", ("country:no", ["mills pay"], "claim.insist.that")),
        ("Norway rejected, however, the levy.", ("country:no", ["the levy"], "claim.reject.np")),
        ("Norway is determined, even so, not to pay.", ("country:no", ["not to pay"], "claim.determined.to")),
        ("Norway wants, for its part, to sell salmon.", ("country:no", ["sell salmon"], "claim.want.to")),
    ],
)
def test_adverbial_between_commas_parts_no_cue_from_its_content(text: str, found: tuple[str, list[str], str]) -> None:
    assert claims_of(read(text)) == [found]


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Norway ascribes the fall to the frost.", ["the fall to the frost"], "claim.ascribe.np_with_pp"),
        ("The fall was ascribed by Norway to the frost.", ["The fall", "to the frost"], "claim.ascribe.np_with_pp"),
        (
            "Mills fell, a slump that Norway ascribes to the frost.",
            ["a slump", "to the frost"],
            "claim.ascribe.np_with_pp",
        ),
        (
            "Norway put the cod landed in Peru at two tons.",
            ["the cod landed in Peru at two tons"],
            "claim.put-figure.np_number",
        ),
        ("Norway puts the odds of a deal at evens.", ["the odds of a deal at evens"], "claim.put-figure.np_number"),
    ],
)
def test_cause_and_figure_belong_to_the_content(text: str, content: list[str], rule: str) -> None:
    assert claims_of(read(text)) == [("country:no", content, rule)]


@pytest.mark.parametrize("place", ["there", "overseas", "elsewhere"])
def test_place_may_stand_after_whoever_speaks(place: str) -> None:
    brief = read(f"Growers {place} argue that the levy is fair.")

    assert [brief[claim.source] for claim in brief.claims if claim.source] == [f"Growers {place}"]


@pytest.mark.parametrize("subject", ["Ana Ruiz", "Ana Ruiz, a miller,", "The miller, Ana Ruiz,"])
@pytest.mark.parametrize("report", ["said the mill was losing money", "said Norway was exploring a quota"])
def test_second_cue_is_the_speaker_s_whose_name_an_apposition_ends(subject: str, report: str) -> None:
    claims = read(f"{subject} {report} and urged Chile to wait.").claims

    assert [claim.holder for claim in claims if claim.rule == "claim.urge.np_to"] == ["person:ana-ruiz"]


@pytest.mark.parametrize("verb", ["consider", "call", "find", "deem"])
def test_what_a_relative_clause_says_its_object_to_be_goes_with_the_noun_before_it(verb: str) -> None:
    brief = read(f"Norway backs the levy, which growers {verb} unfair.")

    assert [words_of(brief, claim.content) for claim in brief.claims] == [["the levy"], ["the levy", "unfair"]]


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("The guild, a body of owners, railed at the toll.", ["the toll"], "claim.rail.pp"),
        ("The guild is counting on two ports.", ["two ports"], "claim.count-on.np"),
        ("The guild felt obliged to deny that it had paid.", ["it had paid"], "claim.deny.that"),
        ("The guild was forced to admit that it had paid.", ["it had paid"], "claim.admit.that"),
        ("The guild has gone so far as to predict a strike.", ["a strike"], "claim.predict.np"),
        ("The guild wants a cap and, for once, is at ease.", ["a cap"], "claim.want.np"),
        ("The guild backs a cap, and a third, Ana Ruiz, would pay.", ["a cap"], "claim.back.np"),
    ],
)
def test_cue_is_read_past_what_stands_about_it(text: str, content: list[str], rule: str) -> None:
    assert [(parts, found) for _, parts, found in claims_of(read(text))] == [(content, rule)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chile said Norway was weighing a quota on tea and that the talks were open.", ["a quota on tea"]),
        ("Norway puts the toll at $2 million; the port disagrees.", ["the toll at $2 million"]),
        ("Norway puts the toll nearer 300,000.", ["the toll nearer 300,000"]),
    ],
)
def test_an_object_ends_with_its_clause(text: str, content: list[str]) -> None:
    assert content in [words for holder, words, _ in claims_of(read(text)) if holder == "country:no"]
