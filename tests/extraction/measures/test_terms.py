import pytest
from tests.extraction.reading import read

import tradebrief as tb

PRODUCT, POLICY, AGREEMENT = tb.MeasureKind.PRODUCT, tb.MeasureKind.POLICY, tb.MeasureKind.AGREEMENT


def terms(text: str) -> list[tuple[tb.MeasureKind, str, str | None]]:
    """Kind, words and concept of the products, policies and agreements."""
    brief = read(text)
    return [(found.kind, brief[found.span], found.concept) for found in brief.measures if found.concept is not None]


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("steel tariffs", "steel tariff"),
        ("car duties", "auto tariff"),
        ("auto tariffs", "auto tariff"),
        ("anti-dumping duties", "anti-dumping tariff"),
        ("antidumping levies", "anti-dumping tariff"),
        ("the Section 232 steel duties", "Section 232 steel tariff"),
        ("export curbs", "export restriction"),
        ("export restrictions", "export restriction"),
        ("rice export quotas", "rice export quota"),
        ("food safety inspections", "food safety check"),
        ("the rules of origin", "rules of origin"),
        ("the ban on exports of tin ore", "tin ore export ban"),
        ("a ban on imports of toys", "toy import ban"),
        ("port fees", "port fee"),
        ("the floor price", "price floor"),
        ("traceability rules", "traceability rule"),
        ("cold-treatment rules", "cold-treatment rule"),
        ("cumulation", "cumulation"),
        ("mutual recognition", "mutual recognition"),
    ],
)
def test_instrument_takes_what_stands_before_it(words: str, concept: str) -> None:
    bare = words.removeprefix("the ").removeprefix("a ")

    assert terms(f"They dislike {words}.") == [(POLICY, bare, concept)]


@pytest.mark.parametrize("words", ["rules", "measures", "limits", "the charge", "a review", "restrictions"])
def test_bound_instrument_by_itself_is_no_policy(words: str) -> None:
    assert terms(f"They dislike {words}.") == []


@pytest.mark.parametrize("text", ["They died in the line of duty.", "He knows his duties.", "It is a duty to help."])
def test_duty_that_is_a_task_is_no_policy(text: str) -> None:
    assert terms(text) == []


def test_duty_of_a_country_is_a_policy() -> None:
    assert terms("Norway cut its duty on wine and their duties on toys.") != []


def test_instrument_that_is_a_verb_is_no_policy() -> None:
    assert terms("Norway may ban them. Norway bans the boats.") == []


@pytest.mark.parametrize(
    ("words", "concept", "hs"),
    [
        ("frozen salmon", "salmon", "03"),
        ("hot-rolled coil", "steel", "72"),
        ("raw tin ore", "tin ore", "26"),
        ("auto parts", "auto part", "87"),
        ("lithium", "lithium", None),
    ],
)
def test_goods_have_their_modifiers_and_their_chapter(words: str, concept: str, hs: str | None) -> None:
    (found,) = read(f"Norway buys {words}.").measures

    assert (found.kind, found.concept, found.hs) == (PRODUCT, concept, hs)


@pytest.mark.parametrize(
    "text",
    [
        "Norway put its offer on paper.",
        "She used the fish as a bargaining chip.",
        "They watch the port.",
        "The energy secretary left.",
        "The minister of agriculture left.",
        "He works for Southern Cream.",
    ],
)
def test_word_that_is_no_good_here_is_left_out(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway taxes imports of paper.", "paper"),
        ("Paper mills in Norway closed.", "Paper"),
        ("Norwegian fish was dumped.", "fish"),
        ("Lima depends on US oil.", "oil"),
        ("Oslo fears Chinese EVs.", "EVs"),
        ("They sell cheese, paper and wine.", "paper"),
        ("They make paper. The envoys spoke of paper too.", "paper"),
        ("Norway sells semiconductors. Its chips are dear.", "chips"),
    ],
)
def test_doubtful_word_is_a_good_where_it_is_traded(text: str, words: str) -> None:
    assert words in [found for kind, found, _ in terms(text) if kind is PRODUCT]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They signed the Northern Sea Fisheries Agreement.", "Northern Sea Fisheries Agreement"),
        ("They signed the Agreement on Cheaper Steel.", "Agreement on Cheaper Steel"),
        ("They want a free trade agreement.", "free trade agreement"),
        ("They left the customs union.", "customs union"),
        ("They signed a side letter.", "side letter"),
        ("They kept the Phase One deal.", "Phase One deal"),
    ],
)
def test_agreement_is_named_or_described(text: str, words: str) -> None:
    assert [(kind, found) for kind, found, _ in terms(text)] == [(AGREEMENT, words)]


def test_capitals_of_a_heading_make_no_name_of_an_agreement() -> None:
    brief = tb.read(
        "Norway Weighs Two New Trade Agreements\n\nThe envoys met in Lima on Monday to talk about the terms.\n"
    )

    assert [brief[found.span] for found in brief.measures if found.kind is AGREEMENT] == ["Trade Agreements"]


@pytest.mark.parametrize("text", ["They reached an agreement.", "The trade union objects.", "It is a good deal."])
def test_agreement_without_a_name_is_none(text: str) -> None:
    assert terms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Trade Remedies Authority met.",
        "The Southern African Customs Union met.",
        "She teaches trade law and is a lecturer in trade law.",
        "Why close for the sake of one mill?",
    ],
)
def test_words_of_a_name_a_field_or_a_phrase_are_no_measure(text: str) -> None:
    assert read(text).measures == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Oslo amends its trade law.", "trade law"),
        ("Oslo backs the trade agreement between Peru and the European Union.", None),
        ("Oslo laid provisional payments on it.", "provisional payments"),
        ("Oslo fears the carbon price.", "carbon price"),
    ],
)
def test_policy_or_agreement_is_read_with_what_is_its_own(text: str, words: str | None) -> None:
    brief = read(text)

    assert [brief[measure.span] for measure in brief.measures] == [
        words or "trade agreement between Peru and the European Union"
    ]


def test_percentage_of_a_safeguard_is_a_rate() -> None:
    (rate, *_) = read("Oslo keeps a 30 percent safeguard on it.").measures

    assert rate.kind is tb.MeasureKind.TARIFF_RATE
