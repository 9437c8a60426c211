import tradebrief as tb
from tradebrief.extraction.lookups.index import index_of
from tradebrief.extraction.lookups.phrasebook import Phrasebook


def test_index_knows_which_slots_a_form_fills() -> None:
    verbs = index_of(tb.Lexicon.default()).verbs

    assert {form: verbs[form] for form in ("sought", "cut", "arguing", "denies")} == {
        "sought": "np",
        "cut": "bnp",
        "arguing": "g",
        "denies": "t",
    }


def test_index_of_a_lexicon_is_built_once() -> None:
    assert index_of(tb.Lexicon.default()) is index_of(tb.Lexicon.default())


def test_phrasebook_finds_the_longest_phrase_and_the_first_of_equal_ones() -> None:
    phrases = Phrasebook([(("as", "long", "as"), 1), (("as",), 2), (("as", "long"), 3), (("as",), 4)])

    assert [phrases.at(words, 0) for words in (["as", "long", "as"], ["as", "long"], ["as"], ["if"])] == [
        (3, 1),
        (2, 3),
        (1, 2),
        None,
    ]


def test_phrasebook_rules_out_ranges_where_no_phrase_begins() -> None:
    phrases = Phrasebook([(("out", "of", "line"), 1), (("wrong",), 2)])
    words = ["far", "out", "of", "line", "and", "gone", "out"]

    assert [phrases.may_begin(words, *part) for part in ((0, 2), (4, 6), (6, 7))] == [True, False, False]
