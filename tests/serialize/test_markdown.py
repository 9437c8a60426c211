"""Markdown: an article that reads as the same blocks again, and a report whose words are never markup."""

from pathlib import Path

import attrs
import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.laws.naughty import NAUGHTY
from tests.laws.texts import MARKED_UP, SEEDS, any_texts
from tests.laws.texts import briefs as brief_texts
from tests.serialize.sample import brief as sample

import tradebrief as tb
from tradebrief.serialize.markdown._escape import inline, line

TOLD_BY_PLACE = {"bare-points-after-the-first-paragraph", "head-of-a-note", "standfirst-and-labelled-points"}
CASES = sorted((Path(__file__).parents[1] / "cases" / "structure" / "texts").glob("*.txt"))
INVISIBLE = regex.compile(r"[\u00ad\u200b\ufeff]")


def words(text: str) -> str:
    """Words as the input format keeps them: white space folded, what shows nothing left out."""
    return " ".join(regex.sub(r"[\s\p{Cc}]+", " ", INVISIBLE.sub("", text)).split())


def blocks(article: tb.Article) -> list[tuple[str, str]]:
    """Kind and words of every block that has any."""
    found = [(block.kind.value, words(article[block.content])) for block in article.blocks]
    return [(kind, text) for kind, text in found if text]


def without_captions(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Blocks where captions are paragraphs: Markdown has none, and only some look like one."""
    return [("paragraph" if kind == "caption" else kind, text) for kind, text in found]


def again(article: tb.Article) -> tb.Article:
    return tb.parse(tb.dumps(article, "markdown"), format="markdown")


def roles(article: tb.Article) -> list[tuple[str | None, int, str]]:
    return [
        (words(article[section.heading]) if section.heading else None, section.level, section.role.value)
        for section in article.walk()
    ]


@pytest.mark.parametrize("seed", [*SEEDS, *MARKED_UP], ids=lambda path: path.stem)
def test_article_of_a_seed_reads_as_the_same_blocks(seed: Path) -> None:
    article = tb.parse(seed)

    assert without_captions(blocks(again(article))) == without_captions(blocks(article))
    assert roles(again(article)) == roles(article)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_article_of_a_case_reads_as_the_same_blocks(path: Path) -> None:
    article = tb.parse(path)
    before, after = blocks(article), blocks(again(article))

    # What tells points without bullets, and the head of a note, is their place alone, and gone in Markdown.
    assert [text for _, text in after] == [text for _, text in before]
    assert after == before or path.stem in TOLD_BY_PLACE


def test_what_is_stated_beside_the_text_comes_back() -> None:
    seed = next(path for path in MARKED_UP if path.suffix == ".md")
    article = tb.parse(seed)

    found = again(article)

    for name in ("title", "author", "publisher", "url", "tags"):
        assert getattr(found.provenance, name) == getattr(article.provenance, name)
    assert (found.published, found.language) == (article.published, article.language)
    assert [(words(article[link.span]), link.target) for link in article.provenance.links] == [
        (words(found[link.span]), link.target) for link in found.provenance.links
    ]


@settings(max_examples=25)
@given(brief_texts())
def test_well_formed_article_reads_as_the_same_blocks(text: str) -> None:
    article = tb.parse(text, format="text")

    assert [text for _, text in blocks(again(article))] == [text for _, text in blocks(article)]


HOSTILE = [string for kind, found in NAUGHTY.items() if kind != "long" for string in found]


@pytest.mark.parametrize("write", [inline, line], ids=["inline", "line"])
def test_escaped_words_are_a_paragraph_of_these_words(write: object) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    assert callable(write)
    wrong: list[str] = []
    for string in HOSTILE:
        text = f"a {write(string)} b" if write is inline else str(write(string))
        expected = words(f"a {string} b" if write is inline else string)
        if not words(string):
            continue
        tokens = parser.parse(text)
        kinds = [token.type for token in tokens]
        inner = [child for token in tokens for child in token.children or ()]
        found = "".join(child.content for child in inner)
        plain = {child.type for child in inner} <= {"text"}
        if kinds != ["paragraph_open", "inline", "paragraph_close"] or not plain or words(found) != expected:
            wrong.append(string)

    assert wrong == []


@settings(max_examples=40)
@given(st.one_of(any_texts(), st.text(), st.text("#*_[]()<>!|~`\\-+=:.1 a\n&$^")))
def test_words_of_any_text_come_back_and_nothing_becomes_markup(text: str) -> None:
    try:
        article = tb.parse(f"Title\n\nA sentence, and then this: {text}", format="text")
    except tb.ParseError:
        return

    found = again(article)

    assert "".join("".join(text.split()) for _, text in blocks(found)) == "".join(
        "".join(text.split()) for _, text in blocks(article)
    )
    assert not found.provenance.links
    assert not [note for note in found.diagnostics if note.rule.startswith("markdown.")]


def test_links_are_written_where_they_are_safe_to_follow() -> None:
    source = (
        "# Title\n\nOttawa [objects](https://example.org/a_(b)?c=d&e#f), [writes](mailto:a@example.org) and "
        "[runs](javascript:alert(1)).\n"
    )
    article = tb.parse(source, format="markdown")

    export = tb.export(article, "markdown")

    assert export.content == (
        "# Title\n\nOttawa [objects](<https://example.org/a_(b)?c=d&e#f>), [writes](<mailto:a@example.org>) and runs.\n"
    )
    assert [str(loss) for loss in export.losses] == [
        "$.article.text: white space, controls and line ends are those of Markdown",
        "$.article.provenance.links[2]: not an address that is safe to follow",
    ]


def test_report_has_positions_first_then_claims_each_with_its_place_and_rule() -> None:
    report = tb.dumps(tb.read("Duties loom\n\nOttawa said that it opposes the surtax.\n"), "markdown")

    assert report.startswith("# Duties loom\n\n## Positions\n\n### Canada\n\n- **opposes** the surtax (tariff, ")
    assert "## Claims\n\n### Canada\n\n- *said*: “it opposes the surtax” — text, 3:18, `claim." in report
    assert report.index("## Positions") < report.index("## Claims") < report.index("## Measures")
    assert report.endswith(".\n")


def test_report_names_the_section_in_which_something_stands() -> None:
    report = tb.dumps(tb.read(SEEDS[0]), "markdown")

    assert "headline, 1:" in report
    assert "key points, " in report
    assert regex.search(r"“[^”]+” › “[^”]+”, \d+:\d+", report)


def test_report_says_where_a_question_is_open() -> None:
    brief = tb.read("Duties loom\n\nOttawa waits.\n")
    asked = tb.Diagnostic(rule=tb.RuleId("x"), message="who waits?", span=tb.Span(13, 19))
    article = attrs.evolve(brief.article, diagnostics=(asked, attrs.evolve(asked, span=None)))

    report = tb.dumps(attrs.evolve(brief, article=article), "markdown")

    assert "## Open questions\n\n- who waits? — text, 3:1\n- who waits?\n" in report


def test_report_says_everything_that_a_reader_looks_for() -> None:
    brief = sample()
    report = tb.dumps(brief, "markdown")

    for actor in brief.actors:
        assert inline(actor.name) in report
    for claim in brief.claims:
        assert all(inline(brief[span]) in report for span in claim.content)
        assert claim.rule in report
    for stance in brief.stances:
        assert all(inline(brief[span]) in report for span in stance.evidence)


def test_text_in_a_report_is_no_markup() -> None:
    hostile = "<b>Ana</b> Ruiz *said* that [quotas](javascript:x) would end, \u202eand `more`"
    report = tb.dumps(tb.read(f"# Duties\n\n{hostile} said Ottawa.\n", format="text"), "markdown")

    inner = [child for token in MarkdownIt().parse(report) for child in token.children or ()]
    assert {child.type for child in inner} <= {"text", "em_open", "em_close", "strong_open", "strong_close"}
    assert "\u202e" not in report


def test_report_is_for_reading() -> None:
    assert [loss.path for loss in tb.export(sample(), "markdown").losses] == ["$"]
