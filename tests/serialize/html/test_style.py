"""The style sheet: legible in both themes, and only for what is ours."""

import re
from importlib.resources import files

import pytest

STYLE = files("tradebrief.serialize.html").joinpath("style.css").read_text(encoding="utf-8")
PAIRS = re.findall(r"(?:^|[{;\s])(--[a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", STYLE)
HUES = re.findall(
    r"\.hue-(\w+) \{ --hue-ink: light-dark\((\S+), (\S+)\); --hue-tint: light-dark\((\S+), (\S+)\); "
    r"--hue-line: light-dark\((\S+), (\S+)\); \}",
    STYLE,
)
THEMES = {"light": 0, "dark": 1}


def colors(theme: str) -> dict[str, str]:
    return {name: pair[THEMES[theme]] for name, *pair in PAIRS if not name.startswith("--hue")}


def luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_words_contrast_with_what_they_stand_on(theme: str) -> None:
    known = colors(theme)
    grounds = [known[name] for name in ("--paper", "--panel", "--target")]
    inks = ["--ink", "--soft", "--link", "--support", "--oppose", "--mixed", "--neutral", "--outlook", "--author"]

    pale = [(name, ground) for name in inks for ground in grounds if contrast(known[name], ground) < 4.5]

    assert [each for each in pale if each[1] != known["--target"] or each[0] in {"--ink", "--link"}] == []


@pytest.mark.parametrize("theme", THEMES)
def test_words_of_every_hue_contrast_with_what_they_stand_on(theme: str) -> None:
    known, at = colors(theme), THEMES[theme]
    assert len(HUES) == 9

    for _, *values in HUES:
        ink, tint, line = values[at], values[2 + at], values[4 + at]
        assert min(contrast(ink, ground) for ground in (tint, known["--paper"], known["--panel"])) >= 4.5
        assert min(contrast(known[name], tint) for name in ("--ink", "--support", "--oppose", "--mixed")) >= 4.5
        assert contrast(line, known["--paper"]) >= 3


def outermost(style: str) -> list[str]:
    """What the outermost rules apply to; those of a condition are looked at one by one."""
    found: list[str] = []
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    depth = start = 0
    for place, char in enumerate(plain):
        if char == "{":
            if depth == 0:
                found.append(plain[start:place].strip())
                start = place + 1
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                if found[-1].startswith("@"):
                    found[-1:] = outermost(plain[start:place])
                start = place + 1
    assert depth == 0
    return found


def test_style_applies_to_nothing_that_is_not_ours() -> None:
    assert set(outermost(STYLE)) == {
        ":is(.tradebrief, #tradebrief#tradebrief)",  # No element has that id twice, or at all.
        ".tradebrief-page",
        ".tradebrief-skip",
        ".tradebrief-skip:focus",
    }


def test_style_holds_nothing_that_would_end_it_or_load_anything() -> None:
    assert re.findall(r"</|<!--|url\(|@import|@font-face|expression", STYLE) == []
