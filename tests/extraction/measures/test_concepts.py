from pathlib import Path

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def concepts(text: str, *, lexicon: tb.Lexicon | None = None) -> list[str]:
    """The concepts of a brief's stances in order."""
    brief = read(text) if lexicon is None else tb.read(text, lexicon=lexicon)
    return [stance.target.concept for stance in brief.stances if stance.target]


@pytest.mark.parametrize(
    "words",
    [
        "tariffs on autos",
        "the auto tariffs",
        "the 25 percent car levy",
        "its duties on cars",
        "tariffs on car imports",
        "the auto import duty",
        "the tariffs imposed on autos",
    ],
)
def test_instrument_and_goods_make_one_concept(words: str) -> None:
    assert concepts(f"Norway opposes {words}.") == ["auto tariff"]


@pytest.mark.parametrize("words", ["the tariffs that Chile imposed on cars", "the tariffs imposed by Chile on cars"])
def test_goods_on_which_a_measure_is_laid_belong_to_its_concept(words: str) -> None:
    assert set(concepts(f"Norway opposes {words}.")) == {"auto tariff"}


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("the wine export tariff", "wine export tariff"),
        ("the import duty", "import tariff"),
        ("the rare-earth export controls", "rare earth export control"),
        ("zero-for-zero duties", "zero-for-zero tariff"),
        ("the dairy quota more strongly than Chile", "dairy quota"),
        ("the dairy quota more than the ban", "dairy quota"),
        ("the dairy quota less than the ban", "dairy quota"),
    ],
)
def test_concept_holds_what_belongs_to_the_thing(words: str, concept: str) -> None:
    assert concepts(f"Norway opposes {words}.") == [concept]


@pytest.mark.parametrize(
    ("clause", "concept"),
    [
        ("offered to lift the dairy quota", "end of dairy quota"),
        ("offered an end to the dairy quota", "end of dairy quota"),
        ("offered a cut in duties on steel", "cut of steel tariff"),
        ("offered lower duties on steel", "cut of steel tariff"),
        ("threatened higher duties on steel", "rise of steel tariff"),
        ("threatened to raise its duties on steel", "rise of steel tariff"),
        ("threatened to impose duties on steel", "steel tariff"),
        ("wants to keep the dairy quota", "dairy quota"),
        ("wants the dairy quota to be kept", "dairy quota"),
        ("threatened to impose import taxes on cars", "auto tariff"),
        ("offered to lift its export controls on chips", "end of semiconductor export control"),
    ],
)
def test_change_of_a_thing_is_named_by_what_becomes_of_it(clause: str, concept: str) -> None:
    assert concepts(f"Norway {clause}.") == [concept]


@pytest.mark.parametrize(
    "clause",
    [
        "demanded that Chile lift its dairy quota",
        "demanded that the dairy quota be lifted",
        "demanded that Chile lift its dairy quota by August 1",
        "demanded that Chile lift its dairy quota before winter",
        "called for an end to the dairy quota",
        "urged Chile to phase out its dairy quota",
        "wants the dairy quota scrapped",
        "wants Chile to scrap its dairy quota",
        "supports lifting the dairy quota",
        "welcomed the lifting of the dairy quota",
        "aims to push for an end to the dairy quota",
        "plans to lobby for the removal of the dairy quota",
        "hopes to win an end to the dairy quota",
        "wants growers to campaign for the scrapping of the dairy quota",
    ],
)
def test_who_wants_less_of_a_measure_is_against_it(clause: str) -> None:
    change, thing = read(f"Norway {clause}.").stances

    assert [change.target and change.target.concept, change.polarity] == ["end of dairy quota", tb.Polarity.SUPPORT]
    assert [thing.target and thing.target.concept, thing.polarity] == ["dairy quota", tb.Polarity.OPPOSE]
    assert (thing.holder, thing.act, thing.rule) == (change.holder, change.act, "stance.effect.change")


@pytest.mark.parametrize(
    "words",
    ["steel and zinc tariffs", "zinc and steel tariffs", "tariffs on zinc and steel", "duties on steel and zinc"],
)
def test_goods_that_share_an_instrument_are_named_in_one_order(words: str) -> None:
    assert concepts(f"Norway opposes {words}.") == ["steel and zinc tariff"]


def test_what_is_passed_over_is_another_target() -> None:
    wanted, passed_over = read("Norway prefers a quota to a tariff.").stances

    assert [wanted.target and wanted.target.concept, wanted.polarity] == ["quota", tb.Polarity.SUPPORT]
    assert [passed_over.target and passed_over.target.concept, passed_over.polarity] == ["tariff", tb.Polarity.OPPOSE]
    assert passed_over.rule == "stance.effect.preference"


def test_own_goods_and_instruments_make_concepts(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        '[[good]]\nname = "krill"\nhs = "03"\n[[instrument]]\nname = "eco-charge"\nwords = ["green charge"]\n', "utf-8"
    )
    lexicon = tb.Lexicon.load(extra=[file])

    assert concepts("Norway imposed a green charge on krill.", lexicon=lexicon) == ["krill eco-charge"]
    assert concepts("Norway opposes krill eco-charges.", lexicon=lexicon) == ["krill eco-charge"]


def test_measure_is_the_only_one_named_before() -> None:
    assert concepts("Chile imposed a surtax on steel. Norway opposes the measure.") == ["steel tariff", "steel tariff"]


def test_measure_is_open_where_two_are_named_before() -> None:
    text = "Chile imposed a surtax on steel and a quota on beef. Norway opposes the measure."

    assert concepts(text)[-1] == "measure"


def test_table_names_what_is_no_measure() -> None:
    text = "Norway condemned the tariff war. Norway condemned the trade conflict."

    assert concepts(text) == ["trade war", "trade war"]


def test_concept_of_ones_own_wins(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('[[concept]]\nname = "cod dispute"\nwords = ["cod war", "trade conflict"]\n')
    lexicon = tb.Lexicon.load(extra=[file])

    assert concepts("Norway condemned the cod war.", lexicon=lexicon) == ["cod dispute"]
    assert concepts("Norway condemned the trade conflict.", lexicon=lexicon) == ["cod dispute"]


def test_concept_without_words_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('[[concept]]\nname = "cod dispute"\n')

    with pytest.raises(tb.LexiconError, match="words"):
        tb.Lexicon.load(extra=[file])


@pytest.mark.parametrize(
    ("clause", "concept"),
    [
        ("to reach a trade deal with Chile by May", "trade agreement"),
        ("to hammer out a fishing pact", "fishing pact"),
        ("to secure lower duties on copper", "cut of copper tariff"),
        ("to win relief from the steel tariffs", "steel tariff exemption"),
        ("to sign it", "sign it"),
        ("to reach rapid and fair agreements", "reach rapid and fair agreements"),
        ("to carve out terms that suit both", "carve out terms"),
        ("to address the steep duties imposed by Chile", "address steep duties"),
        ("to get the copper duties lifted", "end of copper tariff"),
        ("to hold talks with the EU", "hold talks with EU"),
    ],
)
def test_what_is_to_be_done_is_named_by_its_thing(clause: str, concept: str) -> None:
    brief = tb.read(f"Peru hopes {clause}.")

    assert concept in [stance.target.concept for stance in brief.stances if stance.target]


@pytest.mark.parametrize("words", ["those duties", "the tariffs", "this tariff", "the levy", "such duties"])
def test_definite_instrument_is_the_one_with_goods_that_was_spoken_of(words: str) -> None:
    assert concepts(f"Chile fears tariffs on autos. Norway opposes {words}.")[-1] == "auto tariff"


def test_reference_goes_on_from_one_sentence_to_the_next() -> None:
    text = "Chile has tariffs on autos. Norway opposes those duties. Lima left. Norway opposes the levy."
    far = text.replace("Lima left.", "Lima left. Lima came.")

    assert concepts(text)[-1] == "auto tariff"
    assert concepts(far)[-1] == "tariff"


def test_reference_takes_the_goods_that_share_an_instrument() -> None:
    text = "Chile fears steel and aluminium tariffs. Norway opposes those tariffs."

    assert concepts(text)[-1] == "aluminum and steel tariff"


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("Chile fears tariffs on autos", "tariffs"),
        ("Chile fears tariffs on autos", "a tariff"),
        ("Chile fears tariffs on autos", "the tariff on widgets"),
        ("Chile fears tariffs on autos", "the tariffs that Lima wants"),
        ("Chile fears tariffs on autos and duties on steel", "the tariffs"),
        ("Chile fears tariffs on autos and has imposed another levy", "the tariffs"),
        ("Chile fears a quota on autos", "the tariffs"),
    ],
)
def test_instrument_without_a_sure_reference_stays_bare(before: str, words: str) -> None:
    assert concepts(f"{before}. Norway opposes {words}.")[-1] == "tariff"


def test_measure_is_the_one_that_another_word_refers_to() -> None:
    text = "Chile fears tariffs on autos. Norway opposes the duties. Peru backs the measure."

    assert concepts(text)[-1] == "auto tariff"


def meant(text: str) -> tuple[str, str, str, str | None]:
    """The words, kind, concept of the last stance's target, and the words of the measure that it is."""
    brief = read(text)
    target = brief.stances[-1].target
    assert target is not None
    measure = brief[brief.measure(target.measure).span] if target.measure else None
    return brief[target.span], target.kind.value, target.concept, measure


@pytest.mark.parametrize(
    ("text", "words", "kind", "concept", "measure"),
    [
        ("Chile imposed a duty on cars. Norway rejected it.", "it", "measure", "auto tariff", "duty"),
        ("Chile imposed a duty on cars. Norway called it unfair.", "it", "measure", "auto tariff", "duty"),
        ("Chile imposed a duty on cars. Norway said it was unfair.", "it", "measure", "auto tariff", "duty"),
        ("Chile imposed duties on cars. Norway opposes them.", "them", "measure", "auto tariff", "duties"),
        ("Chile backs the cod quota, and Norway opposes it.", "it", "measure", "cod quota", "cod quota"),
        ("The ban on tin angers Peru. Norway opposes it.", "it", "measure", "tin ban", "ban"),
        ("Chile signed the Geneva truce. Norway backs it.", "it", "agreement", "Geneva truce", "Geneva truce"),
        (
            "Chile imposed a duty on cars. Norway wants it scrapped.",
            "it",
            "measure",
            "auto tariff",
            "duty",
        ),
        (
            "Chile announced a duty on cars. Norway denounced the decision.",
            "the decision",
            "measure",
            "auto tariff",
            "duty",
        ),
        ("The deal of July 22 cuts duties. Norway defends the deal.", "the deal", "agreement", "July 22 deal", "deal"),
        (
            "Chile signed the Geneva truce. Norway left the truce.",
            "the truce",
            "agreement",
            "Geneva truce",
            "Geneva truce",
        ),
        ("The USMCA lapses. Chile wants a deal. Norway backs the deal.", "the deal", "agreement", "deal", None),
        ("Chile imposed a duty on cars. Norway criticized the move.", "the move", "measure", "auto tariff", "duty"),
        ("Chile raised its duty on cars. Norway deplored that step.", "that step", "measure", "auto tariff", "duty"),
        ("Chile imposed a duty on cars. Norway opposes the measure.", "the measure", "measure", "auto tariff", "duty"),
        ("Chile imposed a duty on cars. Peru blasted it. Norway hailed it.", "it", "measure", "auto tariff", "duty"),
        ("Chile backs the tin quota. Peru opposed it. Norway hailed it.", "it", "measure", "tin quota", "tin quota"),
        ("Peru opposed the measure. Chile hailed it. Norway rejected it.", "it", "measure", "measure", None),
        ("Peru backs the accord, but Norway rejected it.", "it", "agreement", "accord", None),
        ("Peru criticised the plan. Norway hailed it.", "it", "proposal", "plan", None),
        ("Peru attacked a quota on tin, and Norway hailed it.", "it", "measure", "tin quota", "quota"),
    ],
)
def test_reference_carries_the_measure_that_it_means(
    text: str, words: str, kind: str, concept: str, measure: str | None
) -> None:
    assert meant(text) == (words, kind, concept, measure)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile imposed a duty on cars and a quota on wine. Norway rejected it.", "it"),
        ("Chile published a report on the duty. Norway rejected it.", "it"),
        ("Chile imposed a duty on cars. Norway opposes them.", "them"),
        ("Chile lifted its duty on cars. Norway welcomed it.", "it"),
        ("Chile rejected the duty on cars. Norway welcomed it.", "it"),
        ("Chile rejected the plan. Norway welcomed it.", "it"),
        ("Chile backs the accord and the quota. Norway rejected it.", "it"),
        ("Chile imposed a duty on cars. Rain fell. Norway rejected it.", "it"),
        ("Chile imposed a duty on cars. Peru sued. Norway rejected it.", "it"),
    ],
)
def test_pronoun_that_may_mean_several_things_or_none_stays_open(text: str, words: str) -> None:
    brief = read(text)
    targets = [stance.target for stance in brief.stances if stance.target and brief[stance.target.span] == words]

    assert [(target.concept, target.measure) for target in targets] in ([], [(words, None)])


@pytest.mark.parametrize(
    "text",
    [
        "Chile dropped its duty on cars. Norway praised the move.",
        "Chile dropped its duty on cars. Norway praised the decision.",
        "The duty on cars was dropped. Norway praised the decision.",
    ],
)
def test_move_to_end_a_thing_is_no_thing_to_be_for(text: str) -> None:
    assert meant(text)[1:] == ("proposal", "end of auto tariff", None)


@pytest.mark.parametrize(
    ("text", "words", "concept"),
    [
        ("Chile demanded that Peru lift its ban on tin. Norway rejected the demand.", "the demand", "end of tin ban"),
        ("Chile demanded that Peru lift its ban on tin. Norway backs that demand.", "that demand", "end of tin ban"),
        ("Chile threatened a levy on wine. Norway denounced the threat.", "the threat", "wine tariff"),
        ("Chile proposed a quota on tin. Norway accepted the proposal.", "the proposal", "tin quota"),
        ("Chile offered to cut its duty on tin. Norway rejected the offer.", "the offer", "cut of tin tariff"),
        ("Chile offered to cut its duty on tin. Norway rejected the demand.", "the demand", "demand"),
        ("Chile demanded a quota on tin. Norway rejected the demand for steel.", "the demand for steel", "steel"),
    ],
)
def test_word_for_what_was_said_means_what_was_said(text: str, words: str, concept: str) -> None:
    assert (meant(text)[0], meant(text)[2]) == (words, concept)


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("the imposition of a levy on wine", "wine tariff"),
        ("Chile's introduction of a quota on tin", "tin quota"),
        ("the tin ban's survival", "tin ban"),
    ],
)
def test_noun_of_being_in_force_is_the_measure(words: str, concept: str) -> None:
    brief = read(f"Norway denounced {words}.")
    target = brief.stances[-1].target

    assert target is not None
    assert (target.kind, target.concept) == (tb.TargetKind.MEASURE, concept)
    assert brief.measure(target.measure or tb.MeasureId("")).kind is tb.MeasureKind.POLICY


def test_noun_of_an_end_stands_after_its_owner_too() -> None:
    assert concepts("Norway demanded the tin levy's removal.") == ["end of tin tariff", "tin tariff"]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Norway wants relief from the watch levy.", "watch tariff exemption"),
        ("Norway seeks an exemption from the car tariff.", "auto tariff exemption"),
        ("Norway seeks a car tariff exemption.", "auto tariff exemption"),
        ("Norway wants relief from inflation.", "relief"),
        ("Norway seeks renewal of the African Growth and Opportunity Act.", "African Growth and Opportunity Act"),
        ("Norway opposes the price band on sugar.", "sugar price band"),
        ("Norway opposes the penalty on Russian oil.", "crude oil penalty"),
        ("Norway rejects the cap on rice imports.", "rice import cap"),
        ("Norway opposes the ban on rice imports.", "rice import ban"),
        ("Norway opposes the ban on imports of rice.", "rice import ban"),
        ("Norway opposes restrictions on beef.", "beef restriction"),
        ("Norway opposes a tax on exports.", "export tax"),
        ("Norway opposes the Mercosur pact.", "EU-Mercosur Partnership Agreement"),
        ("Norway opposes the Mercosur deal.", "EU-Mercosur Partnership Agreement"),
        ("Norway opposes the ASEAN accord.", "ASEAN accord"),
        ("Norway opposes Mercosur.", "bloc:mercosur"),
    ],
)
def test_thing_goes_by_one_concept_however_it_is_put(text: str, concept: str) -> None:
    assert [found.target.concept for found in tb.read(text).stances if found.target] == [concept]
