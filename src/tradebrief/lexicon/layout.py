"""Words by which layout is recognised: labels, bylines, datelines, boilerplate."""

from __future__ import annotations

import regex
from attrs import frozen

from tradebrief.model import SectionRole

__all__ = ["LayoutWords"]

_LABEL_LENGTH = 80
_EDGES = " \t\xa0:.–—-*#|"
_SEPARATED = regex.compile(r"^([^:–—]{1,40}?)\s*(?::|\s[–—-])\s+(\S.*)$", regex.DOTALL)
_BOILERPLATE = regex.compile(
    r"(?:\((?:additional )?(?:reporting|editing|writing|compiled)\b|©|copyright\b|\(c\) \d|all rights reserved)",
    regex.IGNORECASE,
)


@frozen(kw_only=True)
class LayoutWords:
    """The labels of a brief's parts, in lower case without their colon.

    Attributes:
        key_points: Labels of a list of key points.
        roles: The role that a label line opens.
        byline: Words that open a byline.
        agencies: News agencies that stand in a dateline.
        months: Names of the months, full and short.
        weekdays: Names of the days.
    """

    key_points: frozenset[str]
    roles: dict[str, SectionRole]
    byline: tuple[str, ...]
    agencies: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    dateline_pattern: regex.Pattern[str]

    def is_key_points_label(self, words: str) -> bool:
        """Whether a line is a label such as "Key points:"."""
        return _plain(words) in self.key_points

    def role_of_label(self, words: str) -> SectionRole | None:
        """The role that a whole line such as "Commentary" or "OPINION:" opens, or None."""
        return self.roles.get(_plain(words)) if len(words) <= _LABEL_LENGTH else None

    def role_of_opening(self, words: str) -> SectionRole | None:
        """The role of a paragraph that begins with its label, as in "Editor's note: ..."."""
        match = _SEPARATED.match(words)
        role = self.roles.get(_plain(match[1])) if match else None
        return role if role in {SectionRole.EDITORS_NOTE, SectionRole.BOILERPLATE} else None

    def is_boilerplate(self, words: str) -> bool:
        """Whether a block is a credit or a copyright line."""
        return bool(_BOILERPLATE.match(words))

    def is_byline(self, words: str) -> bool:
        """Whether a short line names the author: "By Ana Ruiz", "Reported by Ana Ruiz and Li Wei"."""
        if len(words) > _LABEL_LENGTH or words[-1:] in ".!?":
            return False
        lower = words.lower()
        for opening in self.byline:
            if lower.startswith(opening + " ") or lower.startswith(opening + ": "):
                rest = words[len(opening) :].strip(" :")
                names = [part for part in regex.split(r"[ ,\xa0]+", rest) if part]
                return bool(names) and names[0][0].isupper() and sum(part[0].islower() for part in names) <= 4
        return False

    def dateline(self, words: str) -> int:
        """The length of the dateline that opens a text ("OSLO, April 9 (AP) - ..."); 0 if there is none.

        Agency and dash are left out of the length, unless the dateline is the whole text.
        """
        match = self.dateline_pattern.match(words)
        return match.end("dateline") if match else 0


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").strip(_EDGES).split())


def dateline_pattern(months: tuple[str, ...], weekdays: tuple[str, ...], agencies: tuple[str, ...]) -> regex.Pattern[str]:
    """A pattern for "PLACE[, Country], [weekday,] date [(agency)] -", its main part in the group ``dateline``."""
    month = "|".join(regex.escape(word) for word in sorted(months, key=len, reverse=True))
    weekday = "|".join(regex.escape(word) for word in weekdays)
    agency = "|".join(regex.escape(word) for word in sorted(agencies, key=len, reverse=True))
    place = r"\p{Lu}[\p{Lu}\p{M}'’.-]+(?: \p{Lu}[\p{Lu}\p{M}'’.-]+){0,3}"
    title_place = r"\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]+){0,3}"
    day = rf"(?:(?:{weekday}),? )?(?:\d{{1,2}} (?:{month})\.?|(?:{month})\.? \d{{1,2}})(?:,? \d{{4}})?"
    # A place in capitals may stand alone before a dash; one in title case needs its date.
    return regex.compile(
        rf"(?P<dateline>{place}(?:, {title_place})?(?:,? {day})?)(?:[ \xa0]*\((?:{agency}|[\p{{L}} ]{{2,20}})\))?[ \xa0]*(?:[-–—]{{1,2}}[ \xa0\n]|:[ \xa0])"
        rf"|(?P<dateline>{place}(?:, {title_place})?,? {day})(?:[ \xa0]*\((?:{agency}|[\p{{L}} ]{{2,20}})\))?[ \xa0]*(?:[-–—.:]|$)"
        rf"|(?P<dateline>{title_place}(?:, {title_place})?,? {day})(?:[ \xa0]*\((?:{agency}|[\p{{L}} ]{{2,20}})\))?[ \xa0]*(?:[-–—]|$)",
    )
