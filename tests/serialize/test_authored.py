"""Who is taken for the author of an article."""

import attrs
import pytest
from tests.serialize.sample import brief

import tradebrief as tb
from tradebrief.serialize._authored import author_of


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ana Ruiz", "Ana Ruiz"),
        ("BY ANA\n RUIZ", "ANA RUIZ"),
        ("Byron Ruiz", "Byron Ruiz"),
        ("By", "By"),
        ("", ""),
    ],
)
def test_byline_names_the_author_without_by(byline: str, author: str) -> None:
    span = tb.Span(0, len(byline))
    blocks = (tb.Block(kind=tb.BlockKind.BYLINE, span=span, content=span),) if byline else ()
    provenance = attrs.evolve(brief().article.provenance, author=None)
    article = tb.Article(text=byline, provenance=provenance, byline=span, blocks=blocks)

    assert author_of(article) == author


def test_stated_author_comes_first() -> None:
    assert author_of(attrs.evolve(brief().article, byline=tb.Span(0, 6))) == "Bea Nowak"
