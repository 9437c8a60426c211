"""Markdown into blocks: no mark is left in the text, and no word is lost on the way."""

import datetime as dt
import re
import sys
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parsing.markup import markdown_of, words_of
from tests.parsing.plans import Plan, facts, plans
from tests.parsing.structure import describe

import tradebrief as tb
from tradebrief.parsing.markdown import recognize

KIND = tb.BlockKind
PARAGRAPH = "The ministers of the corridor met in Nairobi on Monday, and parted without a decision on the levy."
pieces = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "> ",
            "- ",
            "1. ",
            "    ",
            "\n",
            "\n\n",
            "  \n",
            "\t",
            "|",
            "\n|-|-|\n",
            "---",
            "+++",
            "```",
            "***",
        ),
        *(
            "**",
            "_",
            "~~",
            "`",
            "[^1]",
            "[^1]: ",
            "[a](b)",
            "![",
            "](",
            "<b>",
            "<!--",
            "<br>",
            "&amp;",
            "&#0;",
            "\\",
            "^[",
        ),
        *(
            "Ottawa objects.",
            "By Ana Ruiz",
            "Key points",
            "Commentary",
            "OSLO, 9 April",
            "title: a",
            "\r\n",
            "\xa0",
            "😀",
        ),
        *("e\u0301", "\x00", "\u2028", "—"),
    ]
)
texts = st.lists(pieces, max_size=20).map("".join)


def parse(text: str) -> tb.Article:
    return tb.parse(dedent(text), format="markdown")


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block that is not blank."""
    article = parse(text)
    return [(block.kind.value, article[block.content]) for block in article.blocks if block.kind is not KIND.BLANK]


def links(text: str) -> list[tuple[str, str]]:
    """Words and target of each link."""
    article = parse(text)
    return [(article[link.span], link.target) for link in article.provenance.links]


@given(plans())
def test_brief_is_read_as_it_was_planned(plan: Plan) -> None:
    article = tb.parse(markdown_of(plan), format="markdown")

    assert describe(article) == facts(plan)
    assert article.text.splitlines() == words_of(plan)


@given(texts | st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_gives_an_article_whose_blocks_tile_it(text: str) -> None:
    article = tb.parse(text, format="markdown")

    assert "".join(article[block.span] for block in article.blocks) == article.text
    assert all(article[block.content] == article[block.content].strip() for block in article.blocks)


@given(st.lists(st.sampled_from(["Ottawa", "5\xa0%", "é", "e\u0301", "😀", "日本", "&", "a < b"]), min_size=1))
def test_words_come_back_as_they_are(words: list[str]) -> None:
    line = f"Quota: {' '.join(words)}."

    assert parse(f"# Title\n\n**Quota**: [{' '.join(words)}](x).").text == f"Title\n{line}\n"


def test_marks_are_left_out() -> None:
    text = (
        "# The *quota*\n\nTokyo `said` __that__ ***no*** levy \\*applies\\*, &quot;ever&quot; &mdash; <b>not</b> one.\n"
    )

    assert parse(text).text == 'The quota\nTokyo said that no levy *applies*, "ever" — not one.\n'


def test_white_space_collapses_and_no_break_spaces_stay() -> None:
    assert parse("# A\n\n5\xa0percent  of\nsteel\t and tin\n").text == "A\n5\xa0percent of steel and tin\n"


def test_headings_keep_their_level() -> None:
    article = parse(f"Title\n=====\n\nFirst\n-----\n\n{PARAGRAPH}\n\n### Second\n\n{PARAGRAPH}\n")

    assert [(article[b.content], b.level) for b in article.blocks if b.level] == [
        ("Title", 1),
        ("First", 2),
        ("Second", 3),
    ]
    assert describe(article) == ["headline: Title", "section 1 body 1: First", "section 2 body 1: Second"]


def test_bold_line_is_a_heading_one_level_below_the_last_stated() -> None:
    text = (
        f"# Title\n\n## First\n\n{PARAGRAPH}\n\n**Second**\n\n{PARAGRAPH}\n\n**Third**\n{PARAGRAPH}\n\n**Bold** one.\n"
    )

    assert describe(parse(text)) == [
        "headline: Title",
        "section 1 body 1: First",
        "section 2 body 1: Second",
        "section 2 body 2: Third",
    ]


@given(plans())
def test_bold_lines_are_headings_of_the_same_sections(plan: Plan) -> None:
    article = tb.parse(markdown_of(plan, bold=True), format="markdown")

    stated = (re.fullmatch(r"section \d \w+ \d+: (.+)", fact) for fact in facts(plan))
    headings = [section.heading for section in article.walk() if section.heading]
    assert [article[heading] for heading in headings] == [match[1] for match in stated if match]


def test_lines_are_told_apart_as_in_plain_text_where_no_heading_is_stated() -> None:
    text = f"Levy put off\n\n*{PARAGRAPH}*\n\nWhat was decided\n\n{PARAGRAPH}\n\nCommentary\n\nA fee\n\n{PARAGRAPH}\n"

    assert describe(parse(text)) == [
        "headline: Levy put off",
        "section 1 body 1:",
        "section 1 body 1: What was decided",
        "section 1 commentary 0: Commentary",
        "section 2 commentary 1: A fee",
    ]


def test_text_without_marks_keeps_its_lines() -> None:
    text = f"Tokyo rejects the quota.\nIt met late.\nA vote is due.\n\nA Long Night\n{PARAGRAPH}\n"

    assert parse(text).text == text
    assert describe(parse(text)) == describe(tb.parse(text, format="text"))


def test_items_of_lists_are_blocks_without_bullet_or_box() -> None:
    text = "# T\n\nText.\n\n1. Corn\n2. Beef\n   - [x] veal\n   - tin\n\n   More on beef.\n"

    assert blocks(text)[2:] == [
        ("list_item", "Corn"),
        ("list_item", "Beef"),
        ("list_item", "veal"),
        ("list_item", "tin"),
        ("paragraph", "More on beef."),
    ]


@pytest.mark.parametrize("dash", ["—", "–", "--"])
@pytest.mark.parametrize("gap", ["\n> ", "  \n> ", "\n>\n> "])
def test_line_under_a_quotation_says_whose_it_is(dash: str, gap: str) -> None:
    assert blocks(f"# T\n\n{PARAGRAPH}\n\n> We pay rent\n> on our house.{gap}{dash} Chou Mei-ling\n")[2:] == [
        ("quotation", "We pay rent on our house."),
        ("attribution", f"{dash} Chou Mei-ling"),
    ]


def test_quotation_is_a_paragraph_of_its_section_and_its_attribution_none() -> None:
    assert describe(parse(f"# T\n\n## A\n\n{PARAGRAPH}\n\n> We pay.\n>\n> — Chou\n"))[1:] == ["section 1 body 2: A"]


def test_table_is_read_cell_by_cell() -> None:
    text = "# T\n\n| Good | Duty |\n|:--|--:|\n| *Steel* | 5\\|6 |\n| Tin | |\n\nText.\n"

    assert parse(text).text == "T\nGood\tDuty\nSteel\t5|6\nTin\t\nText.\n"
    assert [kind for kind, _ in blocks(text)] == ["headline", *["table"] * 5, "paragraph"]


def test_footnote_stands_at_the_end_and_in_no_section() -> None:
    text = f"# T\n\nTokyo said[^a] so.\n\n[^a]: In a *letter*.\n\n    And later.\n\n## A\n\n{PARAGRAPH}\n"

    assert blocks(text)[1] == ("paragraph", "Tokyo said so.")
    assert blocks(text)[-2:] == [("footnote", "In a letter."), ("footnote", "And later.")]
    assert describe(parse(text))[1:] == ["section 1 body 1:", "section 1 body 1: A"]


def test_targets_of_links_are_kept() -> None:
    text = (
        "# The [*whole*](a) title\n\n- [x] A [b **c**](<d e> 'f') and <https://g.example/h>, [i] "
        "and <a href='j'>k</a>.\n- [ ](l)\n\n[i]: javascript:m\n"
    )

    assert links(text) == [
        ("whole", "a"),
        ("b c", "d e"),
        ("https://g.example/h", "https://g.example/h"),
        ("i", "javascript:m"),
        ("k", "j"),
    ]


def test_html_within_is_read_without_its_tags() -> None:
    text = "# T\n\nA<br>B <!-- c --> <i>D</i>\n\n<div class='e'>\nF &amp; G\n<script>h()</script>\n\n<!-- i\n\nj -->\n"

    assert parse(text).text == "T\nA\nB D\nF & G\n"


def test_what_is_left_out_is_told() -> None:
    article = parse("# T\n\nA ![b](c) d, ~~e~~ ~~f~~.\n\n[^g]: Unused.\n")

    assert article.text == "T\nA d, .\n"
    assert [(str(note.rule), note.message) for note in article.diagnostics] == [
        ("markdown.image", "images left out: 1"),
        ("markdown.struck-out", "passages left out that are struck out: 2"),
        ("markdown.footnote", "footnotes left out to which nothing refers: 1"),
    ]


def test_code_is_text() -> None:
    assert parse("# T\n\n    The levy\n    stays.\n\n```csv\na,b\n```\n").text == "T\nThe levy stays.\na,b\n"


YAML = """\
---
title: "Steel: the *quota*"
authors: [Ana Ruiz, {name: Li Wei}]
date: 2026-03-04T08:30:00+09:00
tags:
  - steel
  - Japan
lang: en_GB
canonical: https://example.org/steel
publisher: Northwire
draft: no
---
"""
TOML = """\
+++
title = "Steel: the *quota*"
author = ["Ana Ruiz", "Li Wei"]
date = 2026-03-04T08:30:00+09:00
tags = ["steel", "Japan"]
language = "en-GB"
url = "https://example.org/steel"
outlet = "Northwire"
+++
"""


@pytest.mark.parametrize("front", [YAML, TOML, YAML.replace("\n", "\r\n"), TOML.replace("\n", "\r\n")])
def test_front_matter_is_metadata_and_no_text(front: str) -> None:
    article = parse(f"{front}\nBy Ana Ruiz\n\nOSLO, 9 April 2025 - {PARAGRAPH}\n")

    provenance = article.provenance
    assert (provenance.title, provenance.author) == ("Steel: the *quota*", "Ana Ruiz, Li Wei")
    assert (provenance.publisher, provenance.url) == ("Northwire", "https://example.org/steel")
    assert (provenance.tags, article.language) == (("steel", "Japan"), "en-GB")
    assert article.published == dt.datetime(2026, 3, 4, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    assert article.text.startswith("Steel: the *quota*\nBy Ana Ruiz\n")
    assert article.headline == tb.Span(0, 18)


@pytest.mark.parametrize("heading", ["# Steel: The *Quota*", "# Another title", "Steel - the quota\n==="])
def test_title_that_the_text_has_is_not_put_over_it(heading: str) -> None:
    article = parse(f"---\ntitle: 'Steel: the quota'\n---\n{heading}\n\n{PARAGRAPH}\n\n## A\n\n{PARAGRAPH}\n")

    assert article.text.count("\n") == 4
    assert article.provenance.title == "Steel: the quota"


@pytest.mark.parametrize(
    "front", ["---\ntitle: a: b\n---\n", "---\n[\n---\n", "---\n- a\n---\n", "+++\na\n+++\n", "---\n{a: \x07}\n---\n"]
)
def test_front_matter_that_can_t_be_read_is_told(front: str) -> None:
    article = parse(f"{front}# T\n\nText.\n")

    assert article.text == "T\nText.\n"
    assert [str(note.rule) for note in article.diagnostics] == ["markdown.front-matter"]


def test_date_that_can_t_be_read_is_told() -> None:
    article = parse("---\ndate: next spring\n---\n# T\n")

    assert article.published is None
    assert [note.message for note in article.diagnostics] == [
        "the date in the front matter is none that could be read: next spring"
    ]


@pytest.mark.parametrize("text", ["---\n\nA\n\n---\n", "---\nA", "---", "+++", "--- \n"])
def test_rule_over_a_text_is_no_front_matter(text: str) -> None:
    assert "A" not in text or "A" in parse(text).text
    assert parse(text).provenance.title is None


def test_text_without_words_is_told() -> None:
    assert [str(note.rule) for note in parse("---\n\n> \n").diagnostics] == ["layout.empty"]


def test_nesting_has_a_limit() -> None:
    assert parse("> " * 64 + "a").text == "a\n"
    assert parse("- " * 32 + "a").text == "a\n"
    with pytest.raises(tb.LimitError, match="depth"):
        parse("> " * 65 + "a")
    with pytest.raises(tb.LimitError, match="depth"):
        parse("- " * 500 + "a")
    with pytest.raises(tb.LimitError, match="nodes"):
        tb.parse("# A\n" * 100_001, format="markdown")
    with pytest.raises(tb.LimitError, match="nodes"):
        tb.parse("# A\n\n# B\n", format="markdown", limits=tb.Limits(nodes=1))


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("# Title\n", True),
        ("\n## Title\n", True),
        ("---\ntitle: a\n---\n", True),
        ("+++\ntitle = 'a'\n", True),
        ("Text\n\n## A\n\nText\n\n## B\n", True),
        ("#1 in steel\n", False),
        ("Title\n\n- point\n", False),
        ("---\n\nText\n", False),
        ("", False),
    ],
)
def test_content_tells_markdown(opening: str, expected: bool) -> None:
    assert recognize(opening) is expected
    assert (tb.parse(opening).provenance.format == "markdown") is expected


@pytest.mark.parametrize("module", ["markdown_it", "mdit_py_plugins.footnote"])
def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setattr("tradebrief.parsing.markdown._parser", tb.parsing.markdown._parser.__wrapped__)

    with pytest.raises(
        tb.MissingExtraError, match=r'the format markdown needs an extra: pip install "tradebrief\[markdown\]"'
    ):
        tb.parse("# T", format="markdown")


@pytest.mark.parametrize("note", ["[^1]: > [^1]: ", "> [^1]: - [^2]: a", "[^1]: > [^1]: a"])
def test_footnote_within_a_footnote_spoils_nothing(note: str) -> None:
    assert blocks(f"{note}\n\nOslo objects.")[-1] == ("paragraph", "Oslo objects.")
