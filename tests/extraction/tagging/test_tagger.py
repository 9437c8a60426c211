import pytest

import tradebrief as tb
from tradebrief.extraction.lookups.index import index_of
from tradebrief.extraction.tagging.readings import CAPITAL, read_tokens, readings_of, vocabulary_of
from tradebrief.extraction.tagging.tagger import tag


def tags(sentence: str) -> str:
    """The tags of a sentence, one letter a token."""
    lexicon, starts = tb.Lexicon.default(), frozenset({0})
    vocabulary = vocabulary_of(lexicon)
    tokens, entries = read_tokens(sentence, vocabulary)
    uppers = [at for at, entry in enumerate(entries) if entry.signs & CAPITAL]
    readings = readings_of(entries, starts, vocabulary)
    return "".join(tag(tokens, index_of(lexicon), readings, starts, frozenset(), uppers))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norway claims that the duty is unfair.", "EvHDNBN."),
        ("The claims of Norway failed.", "DNPEv."),
        ("Norway plans to cut the duty.", "EvTiDN."),
        ("The plans failed.", "DNv."),
        ("They want a fair and open market.", "RvDNCNN."),
        ("They clear a path and open markets.", "RvDNCvN."),
        ("The duty not only hurts mills but also growers.", "DNAAvNCAN."),
        ("The duty is not just.", "DNBXA."),
        ("The duty does not hurt mills.", "DNOXiN."),
        ("It is a tea bill that critics like.", "RBDNNHNP."),
        ("Historians of trade suspect that it fell.", "NPNvHRv."),
        ("It has laws that courts said harmed it.", "RVNHNvvR."),
        ("Sources close to the port left.", "NNPDNv."),
        ("The list, which the board says includes tea, is old.", "DN,WDNvvN,BN."),
    ],
)
def test_form_that_is_noun_and_verb_is_told_by_its_neighbours(sentence: str, found: str) -> None:
    assert tags(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norway has imposed a duty.", "EVdDN."),
        ("The duty was criticized by Norway.", "DNBdPE."),
        ("They imposed the duty.", "RvDN."),
        ("They want the imposed duty.", "RvDNN."),
        ("Lena Varga, the miller, said in May that it fell.", "EE,DN,vPEHRv."),
        ("Two people briefed on the plan said it fell.", "KNdPDNvRv."),
        ("The mills lived on the leaked plan.", "DNvPDNN."),
        ("Three in 10 said they left.", "KPKvRv."),
        ("The growers polled said they left.", "DNdvRv."),
        ("Lund stood by her plan.", "NvPSN."),
        ("Lund went on by saying so.", "NvPPgN."),
        ("The talks provided a chance.", "DNvDN."),
        ("Lund left when asked about it.", "NvWdPR."),
    ],
)
def test_past_form_is_finite_only_without_an_auxiliary_or_determiner(sentence: str, found: str) -> None:
    assert tags(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [("It's late.", "RBN."), ("Norway's plan failed.", "EGNv."), ("The growers' plan failed.", "DNGNv.")],
)
def test_apostrophe_is_a_verb_after_a_pronoun_and_a_possessive_after_a_noun(sentence: str, found: str) -> None:
    assert tags(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The duty is low, the lawsuit alleges.", "DNBN,DNv."),
        ("She gave a CBS interview that failed.", "RvDENHv."),
        ("Norway “wants the duty” cut.", "EqvDNqN."),
        ("It was a “law and order” plan.", "RBDqNCNqN."),
        ("Norway - and Chile - left.", "E-CE-v."),
    ],
)
def test_marks_and_articles_around_a_word_help_to_tell(sentence: str, found: str) -> None:
    assert tags(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norway opposes that.", "EvR."),
        ("Norway contests that figure.", "EvDN."),
        ("Norway disputes that estimate.", "EvDN."),
        ("Norway dismissed that as theatre.", "EvRPN."),
        ("Norway said that Chile is late.", "EvHEBN."),
    ],
)
def test_that_after_a_verb_opens_a_clause_only_where_one_follows(sentence: str, found: str) -> None:
    assert tags(sentence) == found


def test_her_is_possessive_before_a_noun_alone() -> None:
    assert tags("She gave her view to her.") == "RvSNTR."


def test_capitals_tell_a_country_from_a_pronoun() -> None:
    assert tags("The US told us.") == "DEvR."


def test_to_is_a_preposition_after_according() -> None:
    assert tags("Rates fell according to Norway.")[3:5] == "PE"


def test_capital_tells_nothing_in_a_heading_that_writes_all_words_with_one() -> None:
    brief = tb.read("Norway Rejects Chile's Salmon Quota\n\nThe round in Oslo went on for a week. It was cold.\n")

    assert [claim.rule for claim in brief.claims] == ["claim.reject.np"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norway favours a 15 percent cut in volumes.", "EvDKNNPN."),
        ("But parts suppliers are worried.", "CNNBd."),
    ],
)
def test_noun_after_a_number_or_at_a_start_is_no_verb(sentence: str, found: str) -> None:
    assert tags(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Its scathing attacks on Norway went on.", "SNNPEvP."),
        ("The police accuse Norway.", "DNvE."),
        ("The consumer advocates back the levy.", "DNNvDN."),
        ("The climate advocates fear a ban.", "DNNvDN."),
        ("Norway advocates a ban.", "EvDN."),
        ("Norway advocates support for growers.", "EvNPN."),
        ("Privacy advocates", "NN"),
        ("Norway replied by suing Chile.", "EvPgE."),
        ("Norway was hit by flooding in May.", "EBdPgPE."),
        ("A plan put forward by Norway failed.", "DNdNPEv."),
        ("A plan hammered out by Norway failed.", "DNdPPEv."),
    ],
)
def test_plurals_and_manners_are_told_by_their_neighbours(sentence: str, found: str) -> None:
    assert tags(sentence) == found


def test_name_after_that_has_a_verb_at_the_end_of_its_sentence() -> None:
    assert tags("Norway says that Chile cheats.") == "EvHEv."


def test_verb_after_an_aside_is_one_before_a_determiner() -> None:
    assert tags("Norway, by contrast, favours a negotiated quota.") == "E,PN,vDNN."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Lund said the duties hurt.", "v"),
        ("Lund warned that the duties hurt, adding that mills closed.", "v"),
        ("Lund announced the price cut.", "N"),
        ("Lund said the price cut, due in May, was small.", "N"),
    ],
)
def test_form_that_ends_a_reported_clause_is_its_verb(sentence: str, found: str) -> None:
    words = sentence.replace(",", " ,").replace(".", " .").split()
    at = next(number for number, word in enumerate(words) if word in {"hurt", "cut"})

    assert tags(sentence)[at] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norway demanded that Chile lift its export curbs by August 1.", "EvHENSNNPEK."),
        ("Norway opposes import taxes on cars.", "EvNNPN."),
        ("Norway lifted its export controls on chips.", "EvSNNPN."),
        ("Its import limits, Norway said, are fair.", "SNN,Ev,BN."),
        ("Trade limits inflation.", "NvN."),
        ("Oslo opposes anti-dumping duties on fish.", "EvNNPN."),
        ("Oslo opposes dumping duties on fish.", "EvNNPN."),
        ("Oslo opposes dumping fish in Lima.", "EvgNPE."),
    ],
)
def test_word_of_trade_and_instrument_are_a_noun_phrase(sentence: str, found: str) -> None:
    assert tags(sentence) == found


def test_compound_of_a_participle_describes_the_noun_after_it() -> None:
    assert tags("Norway accused the last conservative-led Chilean cabinet of theft.") == "EvDNNENPN."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Norway took a cautious and calculated approach.", "EvDNCdN."),
        ("Norway rejected the claim and urged mills to wait.", "EvDNCvNTi."),
        ("Norway rejected the claim but accused Lima of theft.", "EvDNCvEPN."),
    ],
)
def test_past_form_after_and_is_a_participle_beside_an_adjective_alone(sentence: str, found: str) -> None:
    assert tags(sentence) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Growers in the north urge Chile to wait.", "NPDNvETi."),
        ("Growers in the north hope to lift the ban.", "NPDNvTiDN."),
        ("Changes in the market demand worried mills.", "NPDNNvN."),
        ("Norway told mills in the north offer letters would come.", "EvNPDNNNMi."),
    ],
)
def test_base_form_after_where_several_are_is_a_verb(sentence: str, found: str) -> None:
    assert tags(sentence) == found
