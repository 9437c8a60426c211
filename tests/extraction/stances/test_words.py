from tests.extraction.reading import article_of

import tradebrief as tb
from tradebrief.extraction.actors.actors import Cast, find_actors
from tradebrief.extraction.actors.mentions import find_candidates
from tradebrief.extraction.stances.words import bearings_at, bearings_beside
from tradebrief.extraction.tagging.analysis import Analysis, analyse


def understood(text: str) -> tuple[Analysis, Cast]:
    """The analysis of a text, and its actors."""
    analysis = analyse(article_of(text), tb.Lexicon.default())
    return analysis, find_actors(analysis, find_candidates(analysis).actors)


def test_word_that_is_used_is_not_read_again() -> None:
    analysis, cast = understood("Norway condemned Chile and signed the accord on barley.")
    words = analysis.tokens.words

    found = [{words[bearing.at] for bearing in bearings_beside(analysis, cast, used)} for used in (set[int](), {1})]

    assert found == [{"condemned", "signed"}, {"signed"}]


def test_word_is_read_as_a_deed_before_it_is_read_as_a_verb() -> None:
    analysis, cast = understood("Norway abandoned the pact on barley.")

    assert {bearing.form.rule.category for bearing in bearings_at(analysis, cast, 1)} == {"deed"}


def test_word_that_takes_no_side_has_no_reading() -> None:
    assert bearings_at(*understood("Norway condemned Chile."), 0) == []
