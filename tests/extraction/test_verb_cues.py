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
