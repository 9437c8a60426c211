"""What all plots are drawn on: paper measured in inches, with colours, signs, and words that fit."""

from __future__ import annotations

import textwrap
import warnings
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Literal

from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.style import context

from tradebrief.model import Polarity
from tradebrief.serialize._xml import xml_line
from tradebrief.serialize.networks import Node, NodeKind

__all__ = [
    "CHARACTER",
    "COLORS",
    "INK",
    "LINE",
    "RULE",
    "SIGNS",
    "SOFT",
    "Paper",
    "Style",
    "drawing",
    "empty",
    "told_apart",
    "widest",
    "wrapped",
]

INK, SOFT, RULE = "#1c1b19", "#5d5850", "#dcd6ca"
COLORS = {
    Polarity.SUPPORT: "#0b5d2a",
    Polarity.OPPOSE: "#9b1c1c",
    Polarity.MIXED: "#6b4a00",
    Polarity.NEUTRAL: "#4a4a4a",
}
SIGNS = {Polarity.SUPPORT: "+", Polarity.OPPOSE: "−", Polarity.MIXED: "±", Polarity.NEUTRAL: "="}
LINE = 0.19  # Height of a line of text, in inches.
CHARACTER = 0.078  # Width of a character, in inches: most are narrower.
Style = str | tuple[float, tuple[float, ...]]
Place = tuple[float, float]

_TINTS = {
    Polarity.SUPPORT: "#ddf4e1",
    Polarity.OPPOSE: "#ffe4e1",
    Polarity.MIXED: "#f2eed3",
    Polarity.NEUTRAL: "#ececec",
}
_SETTINGS: Mapping[str, object] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 9.0,
    "text.color": INK,
    "text.parse_math": False,  # Dollars are dollars.
    "svg.fonttype": "none",  # Words stay words: to be searched, read aloud, and shown in scripts that no font here has.
    "svg.hashsalt": "tradebrief",
}
_METADATA: Mapping[str, Mapping[str, str | None]] = {
    "svg": {"Date": None, "Creator": None},
    "png": {"Software": None},
}


@contextmanager
def drawing() -> Generator[None, None, None]:
    """Whatever a user has set for plots of their own, these look the same."""
    with context(["default", dict(_SETTINGS)]), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        yield


class Paper:
    """A sheet of so many inches, from its lower left corner. What stands over its edge makes it larger."""

    def __init__(self, width: float, height: float) -> None:
        self._figure: Any = Figure(figsize=(width, height))  # Its annotations leave out what keyword arguments take.
        self._axes: Any = self._figure.add_axes((0.0, 0.0, 1.0, 1.0))
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(0, height)
        self._axes.set_axis_off()
        self._title = ""

    def text(
        self,
        at: Place,
        lines: Iterable[str],
        *,
        size: float = 9.0,
        color: str = INK,
        align: Literal["left", "center", "right"] = "left",
        stand: Literal["top", "center", "bottom"] = "center",
        is_bold: bool = False,
        is_upright: bool = False,
    ) -> None:
        """Lines of words, placed by their edge or middle."""
        weight = "bold" if is_bold else "normal"
        rotation = 90 if is_upright else 0
        self._axes.text(
            *at,
            "\n".join(lines),
            fontsize=size,
            color=color,
            ha=align,
            va=stand,
            fontweight=weight,
            rotation=rotation,
            linespacing=1.2,
            zorder=4,
        )

    def line(self, one: Place, other: Place, *, color: str = RULE, width: float = 0.6, style: Style = "-") -> None:
        """A straight line."""
        xs, ys = zip(one, other, strict=True)
        self._axes.plot(xs, ys, color=color, linewidth=width, linestyle=style, clip_on=False, zorder=1)

    def curve(self, one: Place, bend: Place, other: Place, *, color: str, width: float, style: Style = "-") -> None:
        """A line that is drawn toward a place on its way."""
        path = Path([one, bend, other], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
        self._axes.add_patch(
            PathPatch(path, fill=False, edgecolor=color, linestyle=style, linewidth=width, capstyle="butt", zorder=1)
        )

    def dot(self, at: Place) -> None:
        """A filled circle."""
        self._axes.plot(*at, marker="o", markersize=8, color=INK, zorder=3)

    def sign(self, at: Place, side: Polarity, count: int = 1, *, shape: Literal["s", "o"] = "s") -> None:
        """The sign of a side in its colour, with how often it is taken where that is more than once."""
        told = SIGNS[side] if count == 1 else f"{SIGNS[side]}{count}"
        self._axes.plot(
            *at,
            marker=shape,
            markersize=14,
            color=_TINTS[side],
            markeredgecolor=COLORS[side],
            linestyle="none",
            zorder=2,
        )
        size = 10 if len(told) == 1 else 7
        self.text(at, [told], size=size, color=COLORS[side], align="center", is_bold=True)

    def caption(self, at: Place, title: str, *notes: str) -> None:
        """The title of a plot, with its notes under it."""
        self._title = title
        self.text(at, [title], size=12, is_bold=True, stand="bottom")
        if told := " ".join(note for note in notes if note):
            self.text((at[0], at[1] - 0.04), [told], size=8, color=SOFT, stand="top")

    def legend(self, at: Place, meanings: Mapping[Polarity, str]) -> None:
        """What the signs mean, side by side."""
        x, y = at
        for side, meaning in meanings.items():
            self.sign((x, y), side)
            self.text((x + 0.18, y), [meaning], size=8, color=SOFT)
            x += 0.45 + CHARACTER * len(meaning)

    def file(self, format: str) -> bytes:
        """The sheet as a file, without a day or a program's version in it."""
        made = BytesIO()
        self._figure.savefig(
            made,
            format=format,
            dpi=150,
            bbox_inches="tight",
            pad_inches=0.2,
            metadata={"Title": self._title, **_METADATA[format]},
            facecolor="white",
        )
        return made.getvalue()


def empty(title: str, told: str) -> Paper:
    """A sheet that says that there is nothing to draw, and why."""
    paper = Paper(5.0, 0.8)
    paper.caption((0.0, 0.5), title, told)
    return paper


def wrapped(text: str, width: int, most: int = 3) -> list[str]:
    """A name in lines of so many characters, shortened where it takes more than so many lines."""
    longest = width * (most + 1)
    lines = textwrap.wrap(xml_line(text[: 2 * longest]), width, break_long_words=True) or ["(nothing)"]
    if len(lines) > most:
        last = lines[most - 1]
        kept = last if len(last) < width else last[: width - 1].rpartition(" ")[0] or last[: width - 1]
        lines = [*lines[: most - 1], f"{kept}…"]
    return lines


def told_apart(nodes: Iterable[Node]) -> dict[str, str]:
    """Each node's label by its id, with a number where several share it, as the authors of several texts do."""
    alike: dict[tuple[NodeKind, str], list[str]] = {}
    for node in nodes:
        alike.setdefault((node.kind, node.label), []).append(node.id)
    return {
        id: label if len(ids) == 1 else f"{label} ({number})"
        for (_, label), ids in alike.items()
        for number, id in enumerate(ids, start=1)
    }


def widest(names: Iterable[Iterable[str]]) -> float:
    """The room that the longest line of some names takes, in inches."""
    return CHARACTER * max(len(line) for lines in names for line in lines)
