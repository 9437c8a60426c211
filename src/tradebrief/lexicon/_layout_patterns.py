"""Patterns of lines, made of the words of the lexicon: dates, datelines, captions, credits, names of series."""

from __future__ import annotations

import regex

__all__ = [
    "boilerplate_pattern",
    "caption_pattern",
    "date_pattern",
    "dateline_pattern",
    "desk_pattern",
    "either",
    "front_date_pattern",
    "loose_date_pattern",
    "note_pattern",
    "notice_pattern",
    "post_pattern",
    "series_pattern",
    "whole_date_pattern",
]

_SPACES = r"[ \xa0]{0,2}"
_BETWEEN = rf"{_SPACES}[,|·•–—-]{_SPACES}"  # Town and date.
_NUMERIC_DATE = "|".join(
    rf"\d{{4}}{mark}\d{{1,2}}{mark}\d{{1,2}}|\d{{1,2}}{mark}\d{{1,2}}{mark}\d{{4}}" for mark in ("-", "/", r"\.")
)
# A time of day, and its zone if it is named in capitals ("9:14 AM GMT+1").
_ZONE = r"\p{Lu}{2,4}(?:[+-]\d{1,2})?"
_TIME = (
    r"\d{1,2}(?:[:.]\d{2}(?: ?(?i:[ap]\.?m\.?))?| ?(?i:[ap]\.?m\.?))"
    rf"(?: {_ZONE})?(?: \(\d{{1,2}}[:.]\d{{2}} {_ZONE}\))?"
)


def date_pattern(months: tuple[str, ...], weekdays: tuple[str, ...]) -> str:
    """A pattern for a date in words, weekday and year included or not."""
    month, weekday = either(months), either(weekdays)
    return rf"(?i:(?:(?:{weekday})[.,]{{0,2}} )?(?:\d{{1,2}} (?:{month})\.?|(?:{month})\.? \d{{1,2}})(?:,? \d{{4}})?)"


def whole_date_pattern(day: str, stamps: tuple[str, ...], labels: tuple[str, ...], counts: tuple[str, ...]) -> str:
    """A pattern for a date with the time and other stamps: "4 May 2025, 9:14 AM GMT+1 Updated 2 hours ago"."""
    return (
        rf"(?:(?i:{either(labels)}):? )?(?:{day}|{_NUMERIC_DATE})(?:,? (?:at )?{_TIME})?"
        rf"(?:[ \xa0]{{0,2}}[|·•(–-]?[ \xa0]{{0,2}}(?:(?i:{either(stamps)})\b[^?!]{{0,60}}+"
        rf"|\d{{1,4}}[ \xa0-](?i:{either(counts)})))?"
    )


def front_date_pattern(
    day: str, months: tuple[str, ...], weekdays: tuple[str, ...], spans: tuple[str, ...], numbers: tuple[str, ...]
) -> str:
    """A pattern for "Ottawa, Monday", "4 March 2026 - Ottawa", "Week of 2 March", "2-6 March", "No. 4 | 2 March"."""
    word = r"\p{Lu}[\p{L}\p{M}'’.-]{1,30}+"
    town = rf"{word}(?: {word}){{0,3}}"
    towns = rf"{town}(?:(?: ?/ ?|, | and | & ){town}){{0,2}}"
    month, weekday = rf"(?i:{either(months)})", rf"(?i:{either(weekdays)})"
    days = r"\d{1,2} ?[–—-] ?\d{1,2}"
    agency = r"(?: \(\p{L}[\p{L} ]{1,20}\))?"
    return (
        rf"(?P<town>{towns})(?:{_BETWEEN}(?:{day}|{_NUMERIC_DATE}|{weekday}\.?)| {day}){agency}"
        rf"|(?:{day}|{_NUMERIC_DATE}){_BETWEEN}{towns}"
        rf"|(?i:{either(numbers)}) ?\d{{1,4}}{_BETWEEN}(?:{day}|{_NUMERIC_DATE})"
        rf"|(?i:{either(spans)}) {day}"
        rf"|(?:(?i:{either(spans)}) )?(?:{days} {month}|{month}\.? {days}|{day} ?[–—-] ?{day})(?:,? \d{{4}})?"
    )


def loose_date_pattern(months: tuple[str, ...], agencies: tuple[str, ...]) -> str:
    """A pattern for "March 2026" and "OSLO (Northwire)"."""
    word = r"\p{Lu}[\p{Lu}\p{M}'’.-]{1,30}+"
    town = rf"{word}(?: {word}){{0,3}}"
    agency = rf"(?:{either(agencies)}|\p{{Lu}}\p{{L}}{{1,20}}+)"
    return rf"(?i:{either(months)})\.?,? \d{{4}}|{town}(?: ?/ ?{town}){{0,2}} \({agency}\)"


def series_pattern(nouns: tuple[str, ...], others: tuple[str, ...], numbers: tuple[str, ...], day: str) -> str:
    """A pattern for "Weekly Trade News", "Trade Update No. 14" and "Morning Briefing, March 4"."""
    other = either(others)
    number = rf"(?i:,? ?(?:{either(numbers)}) ?\d{{1,4}}(?:/\d{{2,4}})?)"
    return (
        rf"(?i:(?:(?:{other}) ){{0,5}}(?:{either(nouns)})(?: (?:daily|weekly))?"
        rf"|(?:(?:{other}) ){{1,5}}(?:daily|weekly))"
        rf"(?:{_BETWEEN}|,? )?{number}{{0,2}}(?:(?:{_BETWEEN}|:? ){day})?"
    )


def note_pattern(texts: tuple[str, ...], acts: tuple[str, ...]) -> str:
    """A pattern for "This brief has been updated ..." and "An earlier version of this story ..."."""
    text = either(texts)
    return (
        rf"(?i:this (?:{text}) (?:has (?:since )?been|was|is) (?:{either(acts)})\b"
        rf"|(?:an?|the) (?:earlier|previous|original) version of this (?:{text})\b)"
    )


def desk_pattern(desks: tuple[str, ...]) -> str:
    """A pattern for "the Trade Desk", "our correspondent" and "a staff reporter in Oslo"."""
    return (
        rf"(?i:(?:the |our |an? )?(?:[\p{{L}}'’&-]{{1,20}}+ ){{0,4}}(?:{either(desks)}))"
        rf"(?:(?:,| in| at| \|) \p{{Lu}}[^.?!]{{0,40}}+)?"
    )


def post_pattern(posts: tuple[str, ...]) -> str:
    """A pattern for a journalist's post, with the field before it and the place after it."""
    return (
        rf"(?:\p{{L}}[\p{{L}}'’&-]{{0,20}}+ ){{0,4}}(?i:{either(posts)})(?:(?:,| in| at| for) \p{{L}}[^.?!]{{0,40}}+)?"
    )


def dateline_pattern(day: str, agencies: tuple[str, ...]) -> str:
    """A pattern for "PLACE[, Country], [weekday,] date [(agency)] -", its main part in the group ``dateline``."""
    rest = r"[\p{L}\p{M}'’.-]{1,30}+"
    place = r"\p{Lu}[\p{Lu}\p{M}'’.-]{1,30}+(?: \p{Lu}[\p{Lu}\p{M}'’.-]{1,30}+){0,3}"
    title_place = rf"\p{{Lu}}{rest}(?: \p{{Lu}}{rest}){{0,3}}"
    also = r"(?: ?/ ?| and | & )"
    towns, title_towns = rf"{place}(?:{also}{place}){{0,2}}", rf"{title_place}(?:{also}{title_place}){{0,2}}"
    agency = rf"(?:[ \xa0]{{0,3}}\((?:{either(agencies)}|[\p{{L}} ]{{2,20}})\))?[ \xa0]{{0,3}}"
    # A place in capitals may stand alone before a dash, and a single one before a colon ("BEEF/PORK: ..." is a topic);
    # one in title case needs its date.
    return (
        rf"(?P<dateline>{place}(?:, {title_place})?(?:(?:,| [-–—])? {day})?){agency}(?:[-–—]{{1,2}}[ \xa0\n]|:[ \xa0])"
        rf"|(?P<dateline>{towns}(?:, {title_place})?(?:,? {day})?){agency}[-–—]{{1,2}}[ \xa0\n]"
        rf"|(?P<dateline>{towns}(?:, {title_place})?,? {day}){agency}(?:[-–—.:]|$)"
        rf"|(?P<dateline>{title_towns}(?:, {title_place})?,? {day}){agency}(?:[-–—:]|$)"
    )


def caption_pattern(
    captions: tuple[str, ...], marks: tuple[str, ...], agencies: tuple[str, ...], pictured: tuple[str, ...]
) -> str:
    """A pattern for what tells a caption.

    That is "Figure 2", "Photo: ...", "Image by ..." at the start, "... Photo: ..." after a space, words that only a
    picture's description has, "Getty Images A worker ..." and "(AP/Ana Ruiz)" and "via Reuters" at the end.
    """
    word, agency = either(captions), either(agencies)
    name = r"\p{Lu}[\p{L}.'’-]{0,30}+(?: \p{Lu}[\p{L}.'’-]{0,30}+){0,3}"
    return (
        rf"^(?i:{word})(?:[ \xa0](?:\d|by\b|courtesy\b)|:)|(?<=[.)\]/|] |\p{{Ll}} )(?i:{word}): "
        rf"|^(?>{either(pictured)}) \p{{Lu}}\S{{0,30}}+ \S"
        rf"|(?i:(?<![\p{{L}}\d])(?:{either(marks)})(?![\p{{L}}\d]))"
        rf"|(?:(?<=[(/])|^)(?:{agency})(?: Photo)? ?/ ?{name}\)?$|/ ?(?:{agency})\)?$|\b[Vv]ia (?:{agency})\)?$"
    )


def boilerplate_pattern(thanks: tuple[str, ...]) -> str:
    """A pattern for "(Reporting by ...", "Reporting by Ana Ruiz; ...", "Copyright 2025" and disclaimers."""
    work = rf"(?:{either(thanks)})"
    names = r"[^.;]{1,120}+"
    notice = r"©|\(c\) ?\d|copyright,? (?:©|\(c\)|[^.\d]{0,60}+\d{4})|all rights reserved"
    advice = r"(?:constitute|(?:construed|taken|intended|treated|relied on) as|substitute for) [^.;]{1,60}? advice"
    purpose = r"\bfor (?:general )?information(?:al)?(?: only| purposes)"
    disclaimer = rf"this (?:\p{{L}}{{1,15}}+ ){{1,3}}?(?:is|was|does|has|should)\b[^.;]{{0,60}}?(?:{advice}|{purpose})"
    return rf"(?i:\({work}\b|{work}(?: and {work})? by (?-i:\p{{Lu}}){names};|{notice}|{disclaimer})"


def opinion_pattern(opinions: tuple[str, ...], owners: tuple[str, ...]) -> str:
    """A pattern for a sentence such as "The opinions given are her own", at the start of a block or within it."""
    views = rf"(?:{either(opinions)})"
    owned = rf"[^.;]{{0,80}}?\b(?:are|is|remain)\b[^.;]{{0,40}}?\b(?:{either(owners)})\b"
    others = rf"[^.;]{{0,80}}?\bdo(?:es)? not (?:necessarily )?(?:reflect|represent)\b[^.;]{{0,30}}?\b{views}\b"
    subject = rf"(?:^|(?<=[.;(*] )|(?<=[(*]))(?:(?:all|any|the|these|his|her|their) ){{0,2}}{views}\b"
    return rf"(?i:{subject}(?:{owned}|{others}))"


def notice_pattern(
    day: str, counts: tuple[str, ...], stamps: tuple[str, ...], times: tuple[str, ...], minutes: tuple[str, ...]
) -> str:
    """A pattern for "3 min read", "Reading time: 3 minutes", "Comments (12)", "10.45am GMT", "Updated 4 March 2025"."""
    count, stamp = either(counts), either(stamps)
    return (
        rf"(?i:\d{{1,6}}[ \xa0-](?:{count})|(?:{count}) \(\d{{1,6}}\)|{_TIME}"
        rf"|(?:{either(times)}):? \d{{1,3}} ?(?:{either(minutes)})"
        rf"|(?:{stamp})(?: on| at)?:? (?:{day}|{_TIME}|\d{{4}}-\d\d-\d\d)[^?!]{{0,40}}+)"
    )


def either(words: tuple[str, ...]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))
