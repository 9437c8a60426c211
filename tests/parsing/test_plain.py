"""Plain text into blocks, whatever its line ends, blank lines and widths."""

import re
import textwrap

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.parsing.plans import Layout, Plan, facts, layouts, line_ends_tell, opens_alike, paragraphs, plans, text_of
from tests.parsing.structure import describe

import tradebrief as tb
from tradebrief.formats import Limits
from tradebrief.parsing.plain import scan
from tradebrief.text import Source

KIND = tb.BlockKind
newlines = st.sampled_from(["\n", "\r\n", "\r"])
lines = st.sampled_from(
    [
        *(
            "Steel",
            "# Quotas",
            "",
            "  ",
            "\f",
            "\xa0",
            "- rice",
            "•",
            "1. Corn",
            "a) Beef",
            "Ottawa objects.",
            "é\u0301 #",
        ),
        *("By Ana Ruiz", "Key points", "Commentary", "OSLO, 9 April", "What next?", "ANA: no", "\ufeff", "\u2028"),
    ]
)
texts = st.lists(st.tuples(lines, newlines).map("".join)).map("".join)


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and words of each block that is not blank."""
    article = tb.parse(text)
    return [(block.kind.value, article[block.content]) for block in article.blocks if block.kind is not KIND.BLANK]


@given(texts | st.text())
def test_blocks_tile_the_text(text: str) -> None:
    blocks = scan(Source(text), Limits()).blocks

    assert "".join(text[block.span.start : block.span.end] for block in blocks) == text


@given(texts | st.text())
def test_content_has_no_white_space_at_its_edges(text: str) -> None:
    for block in scan(Source(text), Limits()).blocks:
        words = text[block.content.start : block.content.end]
        assert words == words.strip()
        assert bool(words) is (block.kind is not KIND.BLANK)


@given(plans(), layouts())
def test_brief_is_read_as_it_was_planned(plan: Plan, layout: Layout) -> None:
    assert describe(tb.parse(text_of(plan, layout))) == facts(plan)


@given(plans(), layouts(), st.integers(50, 100))
def test_hard_wrapped_brief_is_read_as_it_was_planned(plan: Plan, layout: Layout, width: int) -> None:
    assume(line_ends_tell(plan, layout, width))

    # A line end inside a part of the brief is kept, whatever kind it is.
    assert [" ".join(fact.split()) for fact in describe(tb.parse(text_of(plan, layout, width)))] == facts(plan)


@given(st.lists(paragraphs(), min_size=3, max_size=6), st.integers(50, 100))
def test_hard_wrapped_paragraphs_come_back_with_blank_lines(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)

    assert [words.replace("\n", " ") for _, words in kinds(text)] == paragraphs


@given(
    st.lists(paragraphs(), min_size=3, max_size=6),
    st.integers(50, 100),
    st.sampled_from(["  ", "    ", "        ", "\t", "\N{EM SPACE}"]),
    st.sampled_from(["\n", "\n\n"]),
)
def test_hard_wrapped_paragraphs_with_their_first_lines_set_in_come_back(
    paragraphs: list[str], width: int, indent: str, gap: str
) -> None:
    text = gap.join(textwrap.fill(paragraph, width, initial_indent=indent) for paragraph in paragraphs)

    assert [words.replace("\n", " ") for _, words in kinds(text)] == paragraphs


@given(st.lists(paragraphs(), min_size=3, max_size=6), st.integers(50, 100))
def test_hard_wrapped_paragraphs_come_back_without_blank_lines(paragraphs: list[str], width: int) -> None:
    wrapped = [textwrap.wrap(paragraph, width) for paragraph in paragraphs]
    widest = max(len(line) for lines in wrapped for line in lines)
    # A last line that fills the width can't be told from the lines before it, nor a row from a line that opens alike.
    assume(all(len(lines[-1]) < 0.6 * widest and not opens_alike(lines) for lines in wrapped))

    text = "\n".join("\n".join(lines) for lines in wrapped)

    assert [words.replace("\n", " ") for _, words in kinds(text)] == paragraphs


@given(plans(), layouts(newlines=("\n",)), newlines)
def test_line_ends_change_no_block(plan: Plan, layout: Layout, newline: str) -> None:
    text = text_of(plan, layout)

    assert kinds(text.replace("\n", newline)) == kinds(text)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- rice", "rice"),
        ("* rice", "rice"),
        ("• rice", "rice"),
        ("•rice", "rice"),
        ("– rice", "rice"),
        ("-\xa0rice", "rice"),
        ("1. rice", "rice"),
        ("2) rice", "rice"),
        ("(3) rice", "rice"),
        ("a) rice", "rice"),
        ("  - rice", "rice"),
    ],
)
def test_bullet_is_no_part_of_an_item(line: str, words: str) -> None:
    assert kinds(f"The list of goods is as follows:\n{line}\n{line}\n")[1:] == [("list_item", words)] * 2


@pytest.mark.parametrize(
    "line", ["-5 percent is the offer.", "–and so it went.", "1.5 million tons came.", "U.S. mills."]
)
def test_mark_without_a_space_is_no_bullet(line: str) -> None:
    assert kinds(f"The offer stands.\n\n{line}\n\nIt will not be repeated.\n")[1] == ("paragraph", line)


def test_lines_under_an_item_belong_to_it() -> None:
    text = "The list is short:\n- rice from\n  the north\n- corn\n"

    assert kinds(text)[1:] == [("list_item", "rice from\n  the north"), ("list_item", "corn")]


@pytest.mark.parametrize(
    "line",
    [
        "The port opens in March.",
        "The port opens in March:",
        "“The port opens in March.”",
        "the port in March",
        "Write to port@example.org",
        "Kenya | 5 percent",
        "2025",
        "One of the many lines that go on and on without a full stop though nobody would call any of them a heading",
    ],
)
def test_line_is_no_heading(line: str) -> None:
    paragraph = "The ministers of the corridor met in Nairobi on Monday and parted without a decision on the levy. " * 2

    assert kinds(f"Corridor levy put off\n\n{paragraph}\n{line}\n{paragraph}\n")[2] == ("paragraph", line)


# Newspapers set the words of a witness over a section as a heading, without a stop. A pull quote can have the same
# shape; but it is set apart by its layout, of which plain text has nothing, and is rarer there.
@pytest.mark.parametrize("line", ["“The port opens in March”", "‘Nobody pays twice’", '"The port opens in March"'])
def test_quotation_without_a_stop_is_a_heading(line: str) -> None:
    paragraph = "The ministers of the corridor met in Nairobi on Monday and parted without a decision on the levy. " * 2

    assert kinds(f"Corridor levy put off\n\n{paragraph}\n{line}\n{paragraph}\n")[2] == ("heading", line)


def test_last_line_that_was_broken_by_hand_is_no_heading() -> None:
    paragraph = "Nobody was surprised by the outcome of the talks. " * 3
    text = f"Levy put off\n\n{paragraph}\n\nThe ministers met in Nairobi and\nParted Without Result\n\n{paragraph}\n"

    assert ("paragraph", "Parted Without Result") in kinds(text)


def test_mark_of_a_list_within_a_sentence_opens_no_block() -> None:
    text = (
        "Levy put off\n"
        "The ministers of the corridor met in Nairobi, and the draft that they\n"
        "had before them came back with three demands that the port had made:\n"
        "a) no levy on goods in transit, b) a loan for the scanners, c) a later\n"
        "start than in March, when the new government of Uganda takes office.\n"
    )

    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph"]


def test_numbers_that_stand_first_by_chance_open_no_blocks() -> None:
    text = (
        "The ministry in Lima said that the duty on steel pipes would rise to\n"
        "15. The fee for the port, which the growers of Quito pay, has come to\n"
        "40. Growers said that they had waited for it since the talks ended in\n"
        "spring, and that they would not go back to what they had paid before.\n"
    )

    assert [kind for kind, _ in kinds(text)] == ["paragraph"]


def test_lettered_list_of_a_hard_wrapped_text_keeps_its_items() -> None:
    text = (
        "Levy put off\n"
        "The ministers of the corridor met in Nairobi, and the draft that they\n"
        "had before them came back with three demands that the port had made:\n"
        "a) no levy on goods in transit, whether they come by road or by train\n"
        "b) a loan for the scanners that stand idle at the gate of the harbour\n"
        "c) a later start than in March.\n"
    )

    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", *["list_item"] * 3]


def test_rows_that_open_alike_are_parted_where_a_line_is_full() -> None:
    rows = [
        "By the northern pass: trucks of less than ten tons.",
        "By the river: barges from the port of Lom, but only with a new permit.",
        "By the coast road: all goods, though not on Sundays and not at night.",
        "By the southern pass: live animals.",
        "By the old road: nothing.",
    ]
    opening = "The ways over the border have been open since the talks of May, and the customs office lists them. "
    closing = "Nobody was surprised by that outcome of the talks, which the port had expected since the winter. "
    text = "\n".join(["Levy put off", *textwrap.wrap(opening * 3, 70), *rows, *textwrap.wrap(closing * 3, 70)])

    assert [words for _, words in kinds(text)[2:-1]] == rows


def test_block_that_opens_with_the_next_number_is_parted_where_a_line_is_full() -> None:
    text = (
        "Levy put off\n"
        "1 Mombasa. The port wants the levy to be raised by a third, and has said\n"
        "so in every meeting with the ministers of the corridor since last May.\n"
        "2 Kampala. The government of Uganda has asked for a later start, and for\n"
        "a loan.\n"
    )

    assert [words[:9] for _, words in kinds(text)[1:]] == ["1 Mombasa", "2 Kampala"]


def test_credit_after_a_full_line_of_its_caption_is_no_heading() -> None:
    text = (
        "Levy put off\n"
        "A scanner that has stood idle at the gate of the harbour since last May.\n"
        "Image: Ana Ruiz\n"
        "Nobody was surprised by the outcome of the talks, which the port and the\n"
        "ministers of the corridor had both said would end without a result.\n"
    )

    assert ("heading", "Image: Ana Ruiz") not in kinds(text)


@pytest.mark.parametrize("dash", ["—", "–", "-"])
def test_only_dash_of_a_text_signs_it_and_lists_nothing(dash: str) -> None:
    talk = "Nobody was surprised by the outcome of the talks. " * 3
    text = f"Levy put off\n\n{talk}\n\n{dash} Ana Ruiz, chair of the port\n\n{talk}\n"

    assert ("paragraph", f"{dash} Ana Ruiz, chair of the port") in kinds(text)
    assert ("list_item", "Ana Ruiz, chair of the port") in kinds(f"{text}\n{dash} Jun Ito, for the mills\n")


def test_one_long_line_makes_a_short_text_no_wrapped_one() -> None:
    points = [
        "The ministers of the corridor want the levy to fall by half",
        "The port of Mombasa wants the levy to be raised by a third",
    ]
    text = "\n".join([*points, "", "What now", "Nobody was surprised by that outcome of the talks. " * 4])

    assert kinds(text)[:2] == [("headline", points[0]), ("key_point", points[1])]


_BAKERS = (
    "The bakers of Odense have asked the ministry for a lower duty on rice from Laos, which they say has made their "
    "bread too dear for the schools that buy it. They want the cut by Easter and would accept a quota, if it is large."
)
_BROKEN_OFF = (
    "Imports of rice have fallen by a third since\nMay, a port official in Odense said, and will fall further."
)


@pytest.mark.parametrize("paragraph", [_BROKEN_OFF, textwrap.fill(_BAKERS, 62)])
@pytest.mark.parametrize(
    "title", ["Bakers ask for rice", "Bakers of Odense ask the ministry to lower its duty on all rice"]
)
def test_lines_of_a_wrapped_paragraph_belong_together_under_a_title_of_any_width(title: str, paragraph: str) -> None:
    text = "\n\n".join([title, textwrap.fill(_BAKERS, 60), paragraph, textwrap.fill(_BAKERS, 60)])

    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "mark", ['"', "“", "‘’", "“”", ".", "?", "(", '" "', "1. .", '1. "', "1.1 .", "1. (", "- .", "—"]
)
def test_mark_alone_is_no_heading(mark: str) -> None:
    text = f"Levy put off\n\nNobody was surprised by it.\n{mark}\nThe ministers met in Nairobi and parted early.\n"

    assert "heading" not in [kind for kind, _ in kinds(text)]


def test_text_of_blanks_has_a_note() -> None:
    article = tb.parse(" \n\n\t")

    assert [note.rule for note in article.diagnostics] == ["layout.empty"]
    assert article.sections == ()


def test_empty_text_has_no_blocks() -> None:
    assert tb.parse("").blocks == ()


def test_headings_have_no_level() -> None:
    blocks = tb.parse("Levy put off\n\nWhat now\n\nNobody was surprised by that outcome of the talks.\n").blocks

    assert {block.level for block in blocks} == {None}


WAIT = "The mills have asked for a longer wait, since their stores are full of ore and nobody buys it at that price."


def levels(*headings: str) -> list[int]:
    """The levels of sections with these headings, each over the same paragraph."""
    parts = ["Levy put off until the spring", WAIT, *(f"{heading}\n\n{WAIT}" for heading in headings)]
    return [section.level for section in tb.parse("\n\n".join(parts) + "\n").walk() if section.heading]


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("1. What is new", "2. Who wants what", "2.1 Mills", "2.2 Ministries", "3. What may come"), [1, 1, 2, 2, 1]),
        (("1 Prices", "1.1 Ore", "1.1.1 Ore from the north", "1.2 Scrap", "2 Duties"), [1, 2, 3, 2, 1]),
        (("1.0 Prices", "1.1 Ore", "2.0 Duties", "2.1. Steel"), [1, 2, 1, 2]),
        (("2. Who wants what", "3.1 Mills", "12.1 Ministries"), [1, 1, 1]),
        (("2.1 Mills", "2.2 Ministries", "2.2.1 The envoys"), [1, 1, 2]),
        (("2. Who wants what", "2.1 Mills", "What may come", "2.2 Ministries"), [1, 2, 1, 1]),
    ],
)
def test_numbered_heading_lies_under_the_one_whose_number_it_goes_on(
    headings: tuple[str, ...], found: list[int]
) -> None:
    assert levels(*headings) == found


PROSE = "The mills of the south have asked the ministry for a longer wait, since their stores are full. They got none."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("bullets", ["--", "••", ("1. ", "2. "), ("1) ", "2) "), ("(1) ", "(2) ")])
def test_number_after_a_list_of_another_mark_or_count_heads_a_section(gap: str, bullets: str) -> None:
    first, second = (f"{bullet.strip()} " for bullet in bullets)
    text = f"Oslo waits\n{first}Mills want a pause\n{second}Ports seek a delay{gap}1. A long night{gap}{PROSE}\n"

    article = tb.parse(text)

    assert [article[point] for point in article.key_points] == ["Mills want a pause", "Ports seek a delay"]
    assert [article[section.heading] for section in article.sections if section.heading] == ["1. A long night"]


def test_number_that_goes_on_with_a_list_is_an_item() -> None:
    text = f"Oslo waits\n1. Mills want a pause\n2. Ports seek a delay\n\n3. A long night\n\n{PROSE}\n"

    assert len(tb.parse(text).key_points) == 3


def test_numbered_list_after_bullets_is_no_list_of_key_points() -> None:
    text = f"Oslo waits\n- Mills want a pause\n- Ports seek a delay\n\n1. Beef\n2. Rice\n3. Corn\n\n{PROSE}\n"

    assert len(tb.parse(text).key_points) == 2


def test_numbered_items_set_in_under_bullets_stay_with_them() -> None:
    text = f"Oslo waits\n- Mills want a pause\n  1. Now\n  2. Later\n- Ports seek a delay\n\n{PROSE}\n"

    assert len(tb.parse(text).key_points) == 4


@pytest.mark.parametrize("label", ["3. Commentary", "3) Commentary:", "III. COMMENTARY", "Part 3: Commentary"])
def test_numbered_label_opens_its_part(label: str) -> None:
    article = tb.parse(f"Oslo waits\n\n{PROSE}\n\n{label}\n\n1. What Comes Next\n\n{PROSE}\n")

    assert describe(article) == [
        "headline: Oslo waits",
        "section 1 body 1:",
        f"section 1 commentary 0: {label}",
        "section 2 commentary 1: 1. What Comes Next",
    ]


def test_label_with_its_author_opens_its_part() -> None:
    article = tb.parse(f"Oslo waits\n\nBy Jun Ito\n\n{PROSE}\n\nCommentary by Ana Ruiz\n\n{PROSE}\n")

    assert describe(article) == [
        "headline: Oslo waits",
        "byline: By Jun Ito",
        "section 1 body 1:",
        "section 1 commentary 1: Commentary by Ana Ruiz",
    ]


@pytest.mark.parametrize("after", ["", "\n(Reporting by Jun Ito; editing by Li Wei)\n"])
def test_label_with_an_author_at_the_foot_only_signs(after: str) -> None:
    article = tb.parse(f"Oslo waits\n\n{PROSE}\n\nAnalysis by Ana Ruiz\n{after}")

    assert {section.role for section in article.walk()} <= {tb.SectionRole.BODY, tb.SectionRole.BOILERPLATE}


def test_label_with_an_author_under_the_headline_says_what_the_whole_text_is() -> None:
    article = tb.parse(f"Oslo waits\nAnalysis by Ana Ruiz\n\n{PROSE}\n\n{PROSE}\n")

    assert describe(article) == ["headline: Oslo waits", "byline: Analysis by Ana Ruiz", "section 1 analysis 2:"]


@pytest.mark.parametrize("label", ["Commentary by Ana Ruiz", "4. Commentary\nBy Ana Ruiz"])
def test_author_of_a_part_speaks_in_it(label: str) -> None:
    brief = tb.read(f"Oslo waits\n\nBy Jun Ito\n\n{PROSE}\n\n{label}\n\nI oppose the quota.\n\n{PROSE}\n")

    holders = {
        stance.holder for stance in brief.stances if "oppose" in "".join(map(brief.__getitem__, stance.evidence))
    }
    assert holders == {"author:ana-ruiz"}
    assert not any("commentary" in actor.id for actor in brief.actors)


def test_label_with_its_author_is_written_as_a_heading() -> None:
    text = f"Oslo waits\n\nBy Jun Ito\n\n{PROSE}\n\nCommentary by Ana Ruiz\n\n{PROSE}\n"

    assert "\n## Commentary by Ana Ruiz\n" in tb.dumps(tb.parse(text), format="markdown")
    assert re.search("<h2>(?:<[^>]+>)*Commentary by ", tb.dumps(tb.read(text), format="html"))


POINTS = "The cabinet met late.\nA vote is due soon.\n"


def test_numbers_that_count_on_through_a_part_head_its_sections() -> None:
    text = f"Oslo waits\n\n1. Meeting\n{PROSE}\n2. Growers\n{PROSE}\n3. Commentary\n4. No Hurry\n{PROSE}\n"

    assert describe(tb.parse(text))[1:] == [
        "section 1 body 1: 1. Meeting",
        "section 1 body 1: 2. Growers",
        "section 1 commentary 0: 3. Commentary",
        "section 2 commentary 1: 4. No Hurry",
    ]


def test_list_under_a_numbered_heading_stays_a_list() -> None:
    text = f"Oslo waits\n\n1. Meeting\n{PROSE}\n2. Growers\n{PROSE}\n1. Beef\n2. Rice\n{PROSE}\n"

    assert describe(tb.parse(text))[2] == "section 1 body 4: 2. Growers"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_editor_s_note_under_its_label_ends_at_the_next_heading(gap: str) -> None:
    text = f"Oslo waits.\n{POINTS}\nEditor's Note{gap}A date was wrong.{gap}A Long Night{gap}{PROSE}\n"

    assert describe(tb.parse(text))[3:] == ["section 1 editors_note 1: Editor's Note", "section 1 body 1: A Long Night"]


def test_editor_s_note_under_its_label_before_a_text_without_headings_ends_at_a_blank_line() -> None:
    text = f"Oslo waits.\n\nEditor's Note\nA date was wrong.\n\n{PROSE}\n\n{PROSE}\n"

    assert describe(tb.parse(text))[1:] == ["section 1 editors_note 1: Editor's Note", "section 1 body 2:"]


def test_label_on_the_line_of_its_paragraph_opens_a_part_up_to_the_next_heading() -> None:
    text = f"Oslo waits\n\n{PROSE}\n\nCommentary: I doubt it. {PROSE}\n\n{PROSE}\n\nA Long Night\n\n{PROSE}\n"

    assert describe(tb.parse(text))[1:] == [
        "section 1 body 1:",
        "section 1 commentary 2:",
        "section 1 body 1: A Long Night",
    ]


def test_next_label_on_the_line_of_its_paragraph_ends_a_part() -> None:
    text = f"Oslo waits\n\n{PROSE}\n\nNews analysis: Oslo sells. {PROSE}\n\nWhat comes next: The talks. {PROSE}\n"

    assert describe(tb.parse(text))[1:] == ["section 1 body 1:", "section 1 analysis 1:", "section 1 body 1:"]


@pytest.mark.parametrize("line", ["Editor's note: A date was wrong.", "This brief has been updated with a reply."])
def test_editor_s_note_may_stand_over_the_headline(line: str) -> None:
    text = f"{line}\n\nOslo waits.\n{POINTS}\nA Long Night\n{PROSE}\n"

    assert describe(tb.parse(text))[0] == "headline: Oslo waits."


def test_name_of_the_series_is_no_headline_unless_an_item_stands_under_it() -> None:
    assert (
        describe(tb.parse(f"TRADE BRIEF\nOslo waits.\n{POINTS}\nA Long Night\n{PROSE}\n"))[0] == "headline: Oslo waits."
    )
    assert describe(tb.parse(f"Trade News\n\nOslo Waits\n{PROSE}\nLima Sells\n{PROSE}\n"))[0] == "headline: Trade News"


def test_name_and_day_of_a_newsletter_open_its_headline_and_those_of_a_wire_copy_its_text() -> None:
    newsletter = describe(tb.parse(f"DAIRY DIARY, 4 May: Peru and Chile agree\n\n{POINTS}\nA Long Night\n{PROSE}\n"))
    assert "headline: DAIRY DIARY, 4 May: Peru and Chile agree" in newsletter
    assert not any(line.startswith("dateline") for line in newsletter)
    assert "dateline: OSLO, 4 May" in describe(tb.parse(f"OSLO, 4 May: The mills wait for word.\n\n{PROSE}\n"))


def test_town_in_the_front_is_a_dateline_before_key_points_and_a_heading_over_a_paragraph() -> None:
    assert "dateline: OTTAWA" in describe(tb.parse(f"Oslo waits.\nOTTAWA\n{POINTS}\nA Long Night\n{PROSE}\n"))
    assert "section 1 body 1: Ottawa" in describe(tb.parse(f"Oslo waits.\nOttawa\n{PROSE}\nLima\n{PROSE}\n"))


def test_byline_after_bare_key_points_is_none_of_them() -> None:
    article = tb.parse(f"Oslo waits.\n{POINTS}By Ana Ruiz | Trade Desk\n\nA Long Night\n{PROSE}\n")

    assert "byline: By Ana Ruiz | Trade Desk" in describe(article)
    assert len(article.key_points) == 2


@pytest.mark.parametrize("line", ["A Deal with the U.S.", "Growers Wait …", "Tea Sold by Harbour Co."])
def test_title_may_end_in_a_short_form_or_in_dots(line: str) -> None:
    assert ("heading", line) in kinds(f"Oslo waits\n\n{PROSE}\n\n{line}\n\n{PROSE}\n")


def test_analysis_label_right_under_the_headline_is_one_of_key_points() -> None:
    article = tb.parse(
        f"Oslo waits\n\nWhy it matters\n- Mills want a pause\n- Ports seek a delay\n\nA Long Night\n{PROSE}\n"
    )

    assert len(article.key_points) == 2
    assert [section.role for section in article.sections] == [tb.SectionRole.BODY]


PROSE = "The mill in the valley has asked for a longer quota, and the ministry will answer in the spring."


def test_only_line_that_ends_in_a_colon_heads_nothing() -> None:
    text = f"Mills Wait\n{PROSE}\nShe told the committee:\n{PROSE}\n"

    assert ("paragraph", "She told the committee:") in kinds(text)


def test_line_that_ends_in_a_colon_before_a_quotation_heads_nothing() -> None:
    text = f"Mills Wait\nWhat was said:\n{PROSE}\nWho pays:\n{PROSE}\nShe added:\n“{PROSE}”\n"

    assert [words for kind, words in kinds(text) if kind == "heading"] == ["What was said:", "Who pays:"]


def test_small_letters_head_nothing_where_other_lines_have_them_too() -> None:
    text = f"Mills wait\nwhat was said\n{PROSE}\nwho pays\n{PROSE}\nand then, they said,\n{PROSE}\n"

    assert "heading" not in {kind for kind, _ in kinds(text)}


def test_byline_in_small_letters_leaves_headings_in_them() -> None:
    points = "- Mills lost orders\n- Ports shut\n"

    text = f"Mills wait\nby a staff reporter\n{points}what was said\n{PROSE}\nwho pays\n{PROSE}\n"

    assert [words for kind, words in kinds(text) if kind == "heading"] == ["what was said", "who pays"]


def test_name_over_a_line_about_it_is_no_topic() -> None:
    text = f"Ana Ruiz\nRuiz at the port of Lima\nBy Jun Ito\n{PROSE} {PROSE}\n"

    assert kinds(text)[0] == ("headline", "Ana Ruiz")


def test_names_in_a_row_after_the_first_paragraph_are_no_key_points() -> None:
    text = f"Mills Wait\n{PROSE}\n{PROSE}\nThe Port of Mombasa\nThe Mill of Jinja\n\n{PROSE} {PROSE}\n"

    assert "key_point" not in {kind for kind, _ in kinds(text)}


@pytest.mark.parametrize("width", [24, 28, 32, 36, 39])
def test_text_in_a_narrow_column_is_one_paragraph(width: int) -> None:
    paragraph = (
        "The trade minister said on Monday that the duty on steel would fall if Chile agreed to lift its ban, but Peru "
        "denied that the ports would be shut in the spring, as growers had feared when the talks broke down in May."
    )

    article = tb.parse(f"Steel duties rise in the spring\n\n{textwrap.fill(paragraph, width)}\n")

    assert [" ".join(article[span].split()) for span in article.sections[0].paragraphs] == [paragraph]


@pytest.mark.parametrize("width", [30, 45, 60])
def test_long_word_alone_on_its_line_says_nothing_of_the_width(width: int) -> None:
    address = f"https://mills.example/{'steel-' * 12}duties"
    text = textwrap.fill(f"{PROSE} {PROSE} {address} {PROSE}", width, break_long_words=False, break_on_hyphens=False)

    assert [words.split() for _, words in kinds(text)] == [text.split()]


def test_question_that_goes_on_is_a_heading_among_questions() -> None:
    text = "".join(
        f"{question}\n\n{PROSE} {PROSE}\n\n"
        for question in ("What is planned?", "Why now?", "What will it cost?", "But who will pay?")
    )

    article = tb.parse(f"Duty on steel\n\n{text}")

    assert [article[section.heading] for section in article.walk() if section.heading][-2:] == [
        "What will it cost?",
        "But who will pay?",
    ]


def test_hanging_lines_open_no_paragraph() -> None:
    text = textwrap.fill(f"{PROSE} {PROSE}", 60, subsequent_indent="    ")

    assert len(kinds(f"{text}\n\n{text}\n\n{text}\n")) == 3


def test_short_lines_that_could_take_more_are_no_column() -> None:
    lines = ["Steel duties rise", "Mills close in May", "Ports await the ships", "Growers sell less", "Talks go on"]

    assert len(tb.parse("\n".join(lines)).blocks) == len(lines)


def test_question_that_asks_on_heads_a_section_after_one_that_asks() -> None:
    text = (
        "Explainer: why Chile taxes wine\n\nOSLO, 6 March - Chile plans to bring back a tax on wine, ministers say.\n\n"
        "{}\nThe growers of the south have branded it unfair and want it gone.\n\n"
        "But who will pay?\nNearly all of the others are, it seems, and say so loudly.\n"
    )

    headings = [
        [block.kind for block in tb.parse(text.format(first)).blocks if block.kind is KIND.HEADING]
        for first in ("What will it cost?", "Growers in arms")
    ]

    assert [len(found) for found in headings] == [2, 1]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("This note is provided for general information only.", tb.BlockKind.BOILERPLATE),
        ("This weekly update does not constitute financial or legal advice.", tb.BlockKind.BOILERPLATE),
        ("This ministry is taking legal advice on the levy.", tb.BlockKind.PARAGRAPH),
        ("This levy is bad for information and for trade.", tb.BlockKind.PARAGRAPH),
    ],
)
def test_disclaimer_is_no_paragraph(words: str, kind: tb.BlockKind) -> None:
    article = tb.parse(f"Mills cheer the levy\n\nOslo met the mills on Friday, and they left.\n\n{words}\n")

    assert article.blocks[-1].kind is kind


def test_what_a_writer_expects_is_analysis() -> None:
    article = tb.parse("Mills cheer the levy\n\nOslo met the mills.\n\nWhat we expect\n\nThe levy will stay.\n")

    assert article.sections[-1].role is tb.SectionRole.ANALYSIS
