"""Bodies inside other formats, and the front that is put before them."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.parsing.structure import describe
from tests.strategies import texts

import tradebrief as tb
from tradebrief.formats import Layout, Limits
from tradebrief.parsing._assemble import assemble
from tradebrief.parsing._bodies import has_tags, scan_body, with_front

PROVENANCE = tb.Provenance(format="test", media_type="text/x-test", sha256="0" * 64)
PARAGRAPH = "The ministers of the corridor met in Nairobi on Monday. They parted without a decision on the levy."


def article_of(layout: Layout) -> tb.Article:
    return assemble(layout, provenance=PROVENANCE, words=tb.Lexicon.default().layout, limits=Limits())


def body(words: str, *, is_html: bool | None = None, under_title: bool = True) -> Layout:
    return scan_body(words, "<text>", Limits(), is_html=is_html, under_title=under_title)


@pytest.mark.parametrize("words", [PARAGRAPH, f"<p>{PARAGRAPH}</p>"], ids=["text", "html"])
def test_stated_front_is_named_as_stated(words: str) -> None:
    layout = with_front(
        body(words), headline="Levy put off", key_points=["No date is set."], byline="Ana Ruiz", dateline="Nairobi"
    )

    article = article_of(layout)

    assert describe(article) == [
        "headline: Levy put off",
        "byline: Ana Ruiz",
        "dateline: Nairobi",
        "key point: No date is set.",
        "section 1 body 1:",
    ]
    assert article.text.split("\n", 4)[:4] == ["Levy put off", "No date is set.", "Ana Ruiz", "Nairobi"]


@pytest.mark.parametrize("opening", ["Levy put off", "LEVY PUT OFF.", "Opinion\nLevy  put off"])
def test_headline_with_which_the_body_opens_does_not_stand_twice(opening: str) -> None:
    article = article_of(with_front(body(f"{opening}\n\n{PARAGRAPH}\n"), headline="Levy put off"))

    assert article.text == f"{opening}\n\n{PARAGRAPH}\n"
    assert article.headline is not None
    assert article[article.headline] == opening.rpartition("\n")[2]


def test_lines_of_the_front_come_after_a_headline_in_the_body() -> None:
    layout = with_front(body("Levy put off"), headline="Levy put off", byline="By Ana Ruiz")

    assert layout.text == "Levy put off\nBy Ana Ruiz\n"
    assert describe(article_of(layout)) == ["headline: Levy put off", "byline: By Ana Ruiz"]


def test_body_keeps_a_title_of_its_own() -> None:
    layout = with_front(body(f"<h1>Levy</h1><p>{PARAGRAPH}</p>"), headline="Put off")

    assert describe(article_of(layout)) == ["headline: Levy", "section 1 body 1:"]


@pytest.mark.parametrize("words", ["Talks went on.\n\nNobody won.\n", "<p>Talks went on.<p>Nobody won."])
def test_first_sentence_of_a_body_is_its_headline_only_where_none_is_stated(words: str) -> None:
    stated = article_of(with_front(body(words), headline="Levy"))
    unstated = article_of(body(words, under_title=False))

    assert describe(stated) == ["headline: Levy", "section 1 body 2:"]
    assert describe(unstated) == ["headline: Talks went on.", "section 1 body 1:"]


def test_places_move_with_the_text() -> None:
    layout = body("<p>Read the <a href=/a>note</a> and <del>not</del> this.</p>")
    noted = evolve(layout, diagnostics=(tb.Diagnostic(rule=tb.RuleId("x"), message="x", span=tb.Span(0, 4)),))

    moved = with_front(noted, headline="Émigré 😀 e\u0301")

    (link,), (note,) = moved.links, moved.diagnostics
    assert note.span is not None
    assert [moved.text[span.start : span.end] for span in (link.span, note.span)] == ["note", "Read"]


@given(texts(), texts(max_size=10), texts(max_size=10), st.booleans())
def test_blocks_tile_the_text_and_nothing_of_the_body_is_lost(
    words: str, headline: str, line: str, is_html: bool
) -> None:
    try:
        layout = body(words, is_html=is_html)
    except tb.ParseError:
        return

    article = article_of(with_front(layout, headline=headline, key_points=[line], byline=line))

    assert sum(len(block.span) for block in article.blocks) == len(article.text)
    assert len(article.text) >= len(layout.text)
    assert layout.text in article.text or article.text.startswith(layout.text[:1])


def test_all_words_of_a_fragment_are_kept() -> None:
    page = "<nav><a href=/>Home</a></nav><div class=comments><p>Short</p></div><aside>Beside</aside><script>x</script>"

    assert body(page).text == "Home\nShort\nBeside\n"


def test_fragment_without_words_is_an_error() -> None:
    with pytest.raises(tb.ParseError, match="no text is found in the body"):
        body("<p> <img src=a></p>")


@pytest.mark.parametrize(
    ("words", "expected"), [("a<br>b", True), ("<p class='x'>a", True), ("a < b > c", False), ("<Ana> left", False)]
)
def test_html_is_told_by_its_tags(words: str, expected: bool) -> None:
    assert has_tags(words) is expected


def test_body_over_the_limit_is_an_error() -> None:
    with pytest.raises(tb.LimitError):
        scan_body("abc", "feed.xml, entry 2", Limits(text=2))
