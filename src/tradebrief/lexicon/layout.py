"""Words by which layout is recognised: labels, bylines, datelines, boilerplate."""

from __future__ import annotations

import re
from functools import lru_cache

import regex
from attrs import frozen

from tradebrief.lexicon._layout_patterns import (
    boilerplate_pattern,
    caption_pattern,
    date_pattern,
    dateline_pattern,
    desk_pattern,
    either,
    front_date_pattern,
    loose_date_pattern,
    note_pattern,
    notice_pattern,
    opinion_pattern,
    post_pattern,
    series_pattern,
    whole_date_pattern,
)
from tradebrief.lexicon._reading import Table
from tradebrief.model import BlockKind, SectionRole

__all__ = ["LayoutWords", "read_layout"]

_LABEL_LENGTH = 80
_EDGES = " \t\xa0:.–—-*#|[]()>»=~_"
_BRACKETS = "[("
_SEPARATORS = (":", "|", " –", " —", " -")
_LABEL_END = 42
_MAY_PART = re.compile("[:|–—-]")  # One of their marks: most lines have none, which this tells fastest.
_NOTE_OPENERS = frozenset("tTaA")  # "This brief ...", "An earlier version ...".
_MAY_NUMBER = re.compile("[.):–—-]")  # What ends the number of a part, within its first characters.
_NUMBER_END = 20
_DIGIT = re.compile(r"\d")
_MAY_DATE = re.compile(r"[\d,|·•–—-]")  # A date has a figure, or a mark between town and day.
_SPACE = regex.compile(r"[ ,\xa0]++")
# The number of a part: "3.", "(3)", "3.1", "IV.", "B)", "Part 3:".
_NUMBER = regex.compile(
    r"(?:part|section|chapter) (?:\d{1,2}|[ivx]{1,5})(?:[.:]| [–—-]) "
    r"|\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,5}|[a-h])[.):] |\d{1,2}(?:\.\d{1,2}){1,2} "
)
# The same without a mark, before a capital: "3 Commentary"; "3 comments" counts them.
_BARE_NUMBER = regex.compile(r"\d{1,2} (?=\p{Lu})")
_MEMO = (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.BOILERPLATE)
_BY = " by"
_JOINERS = frozenset({"and", "in", "at", "for", "of"})
_DATELINE_LENGTH = 160
_TOWN_WORDS = 6
_TOPIC = regex.compile(r"\p{Lu}[\p{L}’'-]*+(?: (?:and |& )?[\p{L}’'-]++)?")
_FIRST_WORDS = 3  # A list of days and figures opens with them.
_TOWN_END = regex.compile(r"[,(|]|[ \xa0]{0,2}[/·•–—-]| and ")
_NAME = r"(?:\p{Lu}\.? ?){1,3} ?\p{Lu}[\p{L}\p{M}'’-]{1,30}+"
_PART = r"(?:(?:de|la|da|di|van|von|bin|al|el)[ -]){0,2}\p{Lu}[\p{L}\p{M}.'’-]{0,30}+"
_WHOLE_NAME = rf"{_PART}(?: {_PART}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:, and|,| and| &) {_NAME}){{1,9}}"  # At least two, each with an initial.


@frozen(kw_only=True)
class LayoutWords:
    """The labels of a brief's parts, in lower case without their colon.

    Attributes:
        key_points: Labels of a list of key points.
        roles: The role that a label line opens.
        byline: Words that open a byline.
        nameless_bylines: Lines that stand for one, such as "our correspondent".
        thanks: How a line ends that thanks those who helped.
        gratitude: How one opens that does.
        opinion_pattern: A sentence that says that a text is its author's opinion.
        agenda: Headings that end the part of whoever commented before them.
        timelines: Headings that do so over a list of days or figures, such as "timeline".
        inner_labels: Labels of a part that within another one are headings like any other, such as "final thoughts".
        agencies: News agencies that stand in a dateline.
        headline_labels: Words before a colon and the headline, such as "title".
        memo: Likewise of all lines in the head of a note, with what they state.
        topics: Words that stand over a headline, such as "agriculture", in lower case.
        months: Names of the months, full and short.
        weekdays: Names of the days.
        front_key_points: Labels of a part of the text that are labels of key points right under the headline.
        point_count_pattern: Matches the number before the label of key points, as in "three things to know".
        counted: What is counted on a web page, such as "comments".
        byline_labels: Words before a colon and the author's name, such as "author".
        desk_pattern: Matches who writes where nobody is named, such as "the Trade Desk".
        towns: Names of towns, in lower case.
        front_date_pattern: Matches a line of place and day that is too short or too free for the middle of a text.
        loose_date_pattern: Matches one that may as well be a heading, such as "March 2026".
        series_pattern: Matches the name of a series of texts, such as "Weekly Trade News".
        note_pattern: Matches how a note of the editors opens that has no label, such as "This brief has been updated".
        dateline_pattern: Matches a dateline that opens a text, its main part in the group ``dateline``.
        date_pattern: Matches a date.
        caption_openers: What a line opens with that it may match, in lower case.
        caption_signs: What else such a line holds.
        caption_pattern: Matches what tells a caption.
        boilerplate_pattern: Matches how credits and copyright lines open.
        credits: What that opens with, in lower case.
        names_pattern: Matches a line of names with initials.
        name_pattern: Matches a line that may be one person's name, or several.
        placed_pattern: Matches a line that may be names with the places from which they report.
        given_names: Given names of persons, as they are written.
        post_pattern: Matches a journalist's post, such as "Business reporter, Aberdeen".
        teasers: Labels of a box within a text that leads to others, such as "related stories".
        interruptions: Lines of a web page that break into a text, such as "advertisement".
        references: Words that open a line which leads to another text, such as "read more".
        notice_pattern: Matches the same with a figure or a time in it, such as "3 min read".
        notice_openers: What that opens with if not with a figure, in lower case.
        connectives: Words that go on with what was said, so that no heading opens with them and asks.
    """

    key_points: frozenset[str]
    roles: dict[str, SectionRole]
    byline: tuple[str, ...]
    nameless_bylines: frozenset[str]
    thanks: tuple[str, ...]
    gratitude: tuple[str, ...]
    opinion_pattern: regex.Pattern[str]
    agenda: frozenset[str]
    timelines: frozenset[str]
    inner_labels: frozenset[str]
    agencies: tuple[str, ...]
    headline_labels: frozenset[str]
    memo: dict[str, BlockKind]
    topics: frozenset[str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    front_key_points: frozenset[str]
    point_count_pattern: regex.Pattern[str]
    counted: frozenset[str]
    byline_labels: frozenset[str]
    desk_pattern: regex.Pattern[str]
    towns: frozenset[str]
    front_date_pattern: regex.Pattern[str]
    loose_date_pattern: regex.Pattern[str]
    series_pattern: regex.Pattern[str]
    note_pattern: regex.Pattern[str]
    dateline_pattern: regex.Pattern[str]
    date_pattern: regex.Pattern[str]
    caption_openers: tuple[str, ...]
    caption_signs: tuple[str, ...]
    caption_pattern: regex.Pattern[str]
    boilerplate_pattern: regex.Pattern[str]
    credits: tuple[str, ...]
    names_pattern: regex.Pattern[str]
    name_pattern: regex.Pattern[str]
    placed_pattern: regex.Pattern[str]
    given_names: frozenset[str]
    post_pattern: regex.Pattern[str]
    teasers: frozenset[str]
    interruptions: frozenset[str]
    references: frozenset[str]
    notice_pattern: regex.Pattern[str]
    notice_openers: tuple[str, ...]
    connectives: frozenset[str]

    def is_key_points_label(self, words: str) -> bool:
        """Whether a line is a label such as "Key points:"."""
        if len(words) > _LABEL_LENGTH:
            return False
        plain = _NUMBER.sub("", _plain(words), count=1)
        if plain in self.key_points or plain.removeprefix("the ") in self.key_points:
            return True
        count = self.point_count_pattern.match(plain)
        return count is not None and plain[count.end() :] in self.key_points

    def key_points_opening(self, words: str) -> int:
        """The length of the label before a summary on one line, with its colon: "Summary: ..."; or 0."""
        at = words.find(": ", 1, _LABEL_END)
        return at + 2 if at > 0 and words[at + 2 : at + 3].isupper() and self.is_key_points_label(words[:at]) else 0

    def is_front_label(self, words: str) -> bool:
        """Whether a line such as "Why it matters" is a label of key points if these stand under it, in the front."""
        return len(words) <= _LABEL_LENGTH and _plain(words) in self.front_key_points

    def role_of_label(self, words: str) -> SectionRole | None:
        """The role that a whole line such as "Commentary", "OPINION:" or "3. Commentary" opens, or None.

        With a number only a part that its author wrote: "2. Contacts" is a section like any other.
        """
        if len(words) > _LABEL_LENGTH:
            return None
        plain = _plain(words)
        if (role := self.roles.get(plain)) is not None:
            return role
        if _MAY_NUMBER.search(plain, 1, _NUMBER_END) and (number := _NUMBER.match(plain)) is not None:
            label = _plain(plain[number.end() :])
        elif words[:1].isdecimal() and (number := _BARE_NUMBER.match(words)) is not None:
            label = _plain(words[number.end() :])
            if label in self.counted:
                return None
        else:
            return None
        role = self.roles.get(label)
        return role if role is not None and role.is_authored else None

    def role_of_byline(self, words: str) -> SectionRole | None:
        """The role of a text whose author is named with it, as in "Commentary by Ana Ruiz"; None for "By Ana Ruiz"."""
        if len(words) > _LABEL_LENGTH or not self.is_byline(words):
            return None
        at = words.lower().find(_BY, 1, _LABEL_END)
        return self.roles.get(_plain(words[:at])) if at > 0 else None

    def role_of_opening(self, words: str) -> SectionRole | None:
        """The role of a text that begins with its label, as in "Editor's note: ..." or "Opinion | ..."."""
        words = words.lstrip(_BRACKETS)
        if words[:1] in _NOTE_OPENERS and self.note_pattern.match(words):
            return SectionRole.EDITORS_NOTE
        if _MAY_PART.search(words, 1, _LABEL_END) is None:
            return None
        for separator in _SEPARATORS:
            at = words.find(separator, 1, _LABEL_END)
            if at > 0 and words[at + len(separator) :][:1].isspace() and (role := self.roles.get(_plain(words[:at]))):
                return role
        return None

    def role_of_part(self, words: str) -> SectionRole | None:
        """The role of what an author writes under a label on the same line, as in "Commentary: I doubt it.".

        "Why it matters: ..." opens a paragraph of a report as well.
        """
        at = words.find(": ", 1, _LABEL_END)
        if at < 0 or words[at + 2 : at + 3].islower():
            return None
        label = _plain(words[:at])
        role = self.roles.get(label) if label not in self.front_key_points else None
        return role if role is not None and role.is_authored else None

    def is_series(self, words: str) -> bool:
        """Whether a line is the name of a series, as over a headline: "Weekly Trade News", "Trade Update No. 14"."""
        return len(words) <= _LABEL_LENGTH and self.series_pattern.fullmatch(words.strip(_EDGES)) is not None

    def is_series_on_topic(self, words: str) -> bool:
        """Whether the name of a series stands before its topic, a word or two: "Trade Brief: Steel"."""
        name, _, topic = words.partition(": ")
        return self.is_series(name) and _TOPIC.fullmatch(topic) is not None

    def is_topic(self, words: str) -> bool:
        """Whether a line over a headline says what the text is about: "Textiles", "WORLD TRADE", "Japan"."""
        return _plain(words) in self.topics

    def headline_label(self, words: str) -> int:
        """The length of the label before a headline, with its colon: "Headline: ...", "Subject: ..."; or 0."""
        at = words.find(": ", 1, _LABEL_END)
        return at + 2 if at > 0 and words[:at].lower() in self.headline_labels else 0

    def is_headline_label(self, words: str) -> bool:
        """Whether such a label has a line of its own, with a colon or a number: "Title" may be one itself."""
        return (
            (words[-1:] == ":" or words[:1].isdigit())
            and len(words) <= _LABEL_LENGTH
            and _NUMBER.sub("", _plain(words), count=1) in self.headline_labels
        )

    def memo_line(self, words: str) -> BlockKind | None:
        """What a line in the head of a note states: its headline, its author, or whom it is for; None if nothing."""
        at = words.find(": ", 1, _LABEL_END)
        return self.memo.get(words[:at].lower()) if at > 0 else None

    def is_notice(self, words: str) -> bool:
        """Whether a line says when a text was published or how long it takes to read: "Updated 4 March 2025"."""
        opens = words[:1].isdecimal() or words.lower().startswith(self.notice_openers)
        return opens and len(words) <= 2 * _LABEL_LENGTH and self.notice_pattern.fullmatch(words) is not None

    def is_teaser(self, words: str) -> bool:
        """Whether a line is the label of a box that leads to other texts, after which the text may go on."""
        return len(words) <= _LABEL_LENGTH and _plain(words) in self.teasers

    def is_boilerplate(self, words: str) -> bool:
        """Whether a block is a credit or a copyright line.

        It opens with "(Reporting by", "Reporting by ...;" or the like, or ends in "contributed to this report".
        """
        opening = words[:_LABEL_END].lower()
        if words.rstrip(". ").endswith(self.thanks) or opening.startswith(self.gratitude):
            return True
        return opening.startswith(self.credits) and self.boilerplate_pattern.match(words) is not None

    def states_opinion(self, words: str) -> bool:
        """Whether a closing block says that the text is its author's opinion: "The opinions given are her own"."""
        return self.opinion_pattern.search(words.replace("’", "'")) is not None

    def is_agenda(self, words: str) -> bool:
        """Whether a heading such as "Coming up" or "Key dates" ends a part that somebody has commented in."""
        return len(words) <= _LABEL_LENGTH and _plain(words) in self.agenda

    def is_timeline(self, words: str) -> bool:
        """Whether a heading such as "Timeline" or "By the numbers" may head a list, or a part of a commentary."""
        return len(words) <= _LABEL_LENGTH and _plain(words) in self.timelines

    def opens_with_figure(self, words: str) -> bool:
        """Whether a day or a figure is among the first words: "On Friday the board votes", "March 3: ..."."""
        first = [word.strip(_EDGES + ",") for word in words.split(None, _FIRST_WORDS)[:_FIRST_WORDS]]
        return any(_DIGIT.search(word) is not None or word in self.weekdays or word in self.months for word in first)

    def is_inner_label(self, words: str) -> bool:
        """Whether a line such as "The Bottom Line" heads a section of the commentary in which it stands.

        It may have a number, or go on after a colon.
        """
        if len(words) > _LABEL_LENGTH:
            return False
        number = _BARE_NUMBER.match(words)
        plain = _plain(words[number.end() :] if number is not None else words)
        if (number := _NUMBER.match(plain)) is not None:
            plain = plain[number.end() :]
        return _plain(plain.partition(": ")[0]) in self.inner_labels

    def is_interruption(self, words: str) -> bool:
        """Whether a line is of the page and not of the text: "Advertisement", "Read more: ...", "3 min read", "***"."""
        if len(words) > 2 * _LABEL_LENGTH:
            return False
        if (plain := _plain(words)) in self.interruptions or not plain:
            return True
        opens = words[:1].isdecimal() or words.lower().startswith(self.notice_openers)
        if opens and self.notice_pattern.fullmatch(words):
            return True
        return _MAY_PART.search(words, 1, _LABEL_END) is not None and any(
            (at := words.find(separator, 1, _LABEL_END)) > 0 and _plain(words[:at]) in self.references
            for separator in _SEPARATORS
        )

    def is_follow_up(self, words: str) -> bool:
        """Whether a line asks on from the sentence before it, as "But who pays for it?" does."""
        return words.endswith("?") and words.split(None, 1)[0].rstrip(",").lower() in self.connectives

    def is_caption(self, words: str) -> bool:
        """Whether a short line without a full stop describes or credits a picture or a table.

        It opens with "Figure 2" or "Photo:", ends in "Photo: Ana Ruiz" or "(AP/Ana Ruiz)", or says where in the
        picture something is.
        """
        if len(words) > 2 * _LABEL_LENGTH:
            return False
        lower = words.lower()  # Most lines hold no sign at all, and finding that out by the pattern takes long.
        if not lower.startswith(self.caption_openers) and not any(sign in lower for sign in self.caption_signs):
            return False
        return self.caption_pattern.search(words) is not None

    def is_byline(self, words: str) -> bool:
        """Whether a short line names the author: "By Ana Ruiz", "By the Trade Desk", "Author: Ana Ruiz"."""
        if len(words) > _LABEL_LENGTH or words[-1:] in {".", "!", "?"}:
            return False
        if self.names_pattern.fullmatch(words):
            return True
        lower = words.lower()
        if lower in self.nameless_bylines:
            return True
        label, _, name = words.partition(": ")
        if label.lower() in self.byline_labels:
            return self._is_author(name)
        if not lower.startswith(self.byline) or self.is_timeline(words):  # "By the Numbers" is a heading.
            return False
        for opening in self.byline:
            if lower.startswith(opening) and lower[len(opening) :].startswith((" ", ": ")):
                rest = words[len(opening) :].strip(" :")
                names = [part for part in _SPACE.split(rest) if part]
                small = [part for part in names if part[0].islower()]
                # "By Monday a vote is due" names nobody; "By Jun Ito and Mia Berg" does.
                is_day = not _JOINERS.issuperset(small) and names[0] in (*self.months, *self.weekdays)
                if names and names[0][0].isupper() and len(small) <= 4 and not is_day:
                    return True
                return self.desk_pattern.fullmatch(rest) is not None
        return False

    def _is_author(self, words: str) -> bool:
        """Whether words are a name, or several, or a desk."""
        return self.name_pattern.fullmatch(words) is not None or self.desk_pattern.fullmatch(words) is not None

    def is_signature(self, words: str, after: str) -> bool:
        """Whether a line is the author's name, as what stands with it shows.

        That is a journalist's post on the same line or the next ("Ana Ruiz, Trade Editor"), and after a known given
        name also a place ("Ana Ruiz in Oslo and Jun Ito in Seoul"), or a date on the next line.
        """
        if len(words) > _LABEL_LENGTH or not words[:1].isupper():
            return False
        name, _, rest = words.partition(" | " if " | " in words else ", ")
        if (self.is_post(rest) or self.desk_pattern.fullmatch(rest)) and self.name_pattern.fullmatch(name):
            return True
        is_known = words.split(None, 1)[0] in self.given_names
        if is_known and self.placed_pattern.fullmatch(words):
            return True
        return self.name_pattern.fullmatch(words) is not None and (
            (self.is_post(after) and not self.is_byline(after)) or (is_known and self.is_date(after))
        )

    def is_post(self, words: str) -> bool:
        """Whether a line is a journalist's post: "Business reporter, Aberdeen"."""
        return 0 < len(words) <= _LABEL_LENGTH and self.post_pattern.fullmatch(words) is not None

    def dateline(self, words: str) -> int:
        """The length of the dateline that opens a text ("OSLO, April 9 (AP) - ..."); 0 if there is none.

        Agency and dash are left out of the length, unless the dateline is the whole text.
        """
        words = words[:_DATELINE_LENGTH]
        if not _may_open_dateline(words):
            return 0
        match = self.dateline_pattern.match(words)
        return match.end("dateline") if match else 0

    def dateline_of_line(self, words: str) -> int:
        """The length of the dateline that is all of a line but for agency and dash; 0 if it is none."""
        if len(words) > _DATELINE_LENGTH or not _may_open_dateline(words):
            return 0
        match = self.dateline_pattern.match(f"{words}\n")
        return match.end("dateline") if match and match.end() >= len(words) else 0

    def is_front_date(self, words: str) -> bool:
        """Whether a line between headline and text says where or when: "Ottawa, Monday", "Week of 2 March"."""
        if len(words) > _LABEL_LENGTH or _MAY_DATE.search(words) is None:
            return False
        return self.front_date_pattern.fullmatch(words) is not None

    def is_span_of_days(self, words: str) -> bool:
        """Whether a line of the front names no place, as "Week of 2 March" and "4 March, Oslo" at first."""
        match = self.front_date_pattern.fullmatch(words)
        return match is not None and match["town"] is None

    def opens_with_town(self, words: str) -> bool:
        """Whether the first place that a line of the front names is a town that is known."""
        return _TOWN_END.split(words, 1)[0].strip().lower() in self.towns

    def may_be_front_date(self, words: str) -> bool:
        """Whether a line may do so, or be a heading: "OTTAWA", "Ottawa, Canada", "March 2026", "OSLO (Northwire)"."""
        if not words or len(words) > _LABEL_LENGTH:
            return False
        if self.loose_date_pattern.fullmatch(words):
            return True
        parts = words.split()
        is_name = len(parts) <= _TOWN_WORDS and not any(map(str.islower, {*parts} - {"and"}))
        return is_name and self.opens_with_town(words)

    def is_month(self, words: str) -> bool:
        """Whether a line is a month with its year: "March 2026"."""
        return words[-4:].isdigit() and len(words) <= _LABEL_LENGTH and bool(self.loose_date_pattern.fullmatch(words))

    def is_stamped_byline(self, words: str) -> bool:
        """Whether a line names the author after the day: "Posted on 4 March 2025 by Ana Ruiz"."""
        at = words.lower().rfind(_BY) if words[-1:].isalpha() else 0
        return at > 0 and self.is_notice(words) and self.is_byline(words[at + 1 :])

    def is_date(self, words: str) -> bool:
        """Whether a line is a date and nothing else ("Tuesday, 4 March 2025")."""
        if len(words) > _LABEL_LENGTH or _DIGIT.search(words) is None:
            return False
        return self.date_pattern.fullmatch(words) is not None


def _may_open_dateline(words: str) -> bool:
    """Whether words open with a town in capitals, or with one in title case and hold the digit of a date."""
    return words[:1].isupper() and (not words[1:2].islower() or _DIGIT.search(words) is not None)


@lru_cache(maxsize=256)  # Each line is asked for its label a number of times.
def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").strip(_EDGES).split())


def read_layout(table: Table, given_names: frozenset[str], towns: frozenset[str]) -> LayoutWords:
    """The words of ``layout.toml``, and the patterns that are made of them."""
    placed = rf"{_WHOLE_NAME} (?:in|at) {_PART}(?: {_PART}){{0,3}}"
    months, weekdays, agencies = table.texts("months"), table.texts("weekdays"), table.texts("agencies")
    day = date_pattern(months, weekdays)
    whole_day = whole_date_pattern(day, table.texts("stamps"), table.texts("date_labels"), table.texts("counts"))
    memo = table.table("memo")
    credited = (*agencies, *table.texts("picture_agencies"))
    return LayoutWords(
        key_points=frozenset(table.texts("key_points")),
        roles={word: role for role in SectionRole for word in table.table("roles").texts(role.value)},
        byline=tuple(sorted(table.texts("byline"), key=len, reverse=True)),
        nameless_bylines=frozenset(table.texts("nameless_bylines")),
        thanks=table.texts("thanks"),
        gratitude=table.texts("gratitude"),
        opinion_pattern=regex.compile(opinion_pattern(table.texts("opinions"), table.texts("of_the_author"))),
        agenda=frozenset(table.texts("agenda")),
        timelines=frozenset(table.texts("timelines")),
        inner_labels=frozenset((*table.texts("inner_labels"), *table.texts("front_key_points"))),
        agencies=agencies,
        headline_labels=frozenset((*table.texts("headline_labels"), *memo.texts("headline"))),
        memo={word: kind for kind in _MEMO for word in memo.texts(kind.value)},
        topics=frozenset(table.texts("topics")),
        months=months,
        weekdays=weekdays,
        front_key_points=frozenset(table.texts("front_key_points")),
        point_count_pattern=regex.compile(rf"(?:\d{{1,2}}|{either(table.texts('counts_of_points'))}) "),
        counted=frozenset(table.texts("counts")),
        byline_labels=frozenset(table.texts("byline_labels")),
        desk_pattern=regex.compile(desk_pattern((*table.texts("desks"), *table.texts("posts")))),
        towns=towns,
        front_date_pattern=regex.compile(
            front_date_pattern(day, months, weekdays, table.texts("spans_of_days"), table.texts("series_numbers"))
        ),
        loose_date_pattern=regex.compile(loose_date_pattern(months, agencies)),
        series_pattern=regex.compile(
            series_pattern(
                table.texts("series"),
                (*table.texts("series_words"), *map(str.lower, weekdays)),
                table.texts("series_numbers"),
                whole_day,
            )
        ),
        note_pattern=regex.compile(note_pattern(table.texts("noted_texts"), table.texts("noted_acts"))),
        dateline_pattern=regex.compile(dateline_pattern(day, agencies)),
        date_pattern=regex.compile(whole_day),
        caption_openers=tuple(map(str.lower, (*table.texts("captions"), *table.texts("picture_agencies")))),
        caption_signs=(": ", "/", "via ", *map(str.lower, table.texts("caption_marks"))),
        caption_pattern=regex.compile(
            caption_pattern(
                table.texts("captions"), table.texts("caption_marks"), credited, table.texts("picture_agencies")
            ),
        ),
        boilerplate_pattern=regex.compile(boilerplate_pattern(table.texts("credits"))),
        credits=("(", "©", "copyright", "all rights", "this ", *map(str.lower, table.texts("credits"))),
        names_pattern=regex.compile(_NAMES),
        name_pattern=regex.compile(rf"{_WHOLE_NAME}(?:(?:,| and| &) {_WHOLE_NAME}){{0,3}}"),
        placed_pattern=regex.compile(rf"{placed}(?:(?:, and|,| and| &) {placed}){{0,3}}"),
        given_names=given_names,
        teasers=frozenset(table.texts("teasers")),
        post_pattern=regex.compile(post_pattern(table.texts("posts"))),
        interruptions=frozenset(table.texts("interruptions")),
        references=frozenset(table.texts("references")),
        notice_pattern=regex.compile(
            notice_pattern(
                day, table.texts("counts"), table.texts("stamps"), table.texts("times_to_read"), table.texts("minutes")
            )
        ),
        notice_openers=tuple(
            map(str.lower, (*table.texts("counts"), *table.texts("stamps"), *table.texts("times_to_read")))
        ),
        connectives=frozenset(table.texts("connectives")),
    )
