"""Plots: where each side stands, who agrees with whom, and when who took which side. Needs the extra ``plot``.

``positions-svg`` and ``positions-png`` draw a matrix of actors and what they take sides on, ``actors-svg`` and
``actors-png`` the network of actors who agree and who do not, ``timeline-svg`` and ``timeline-png`` the sides in the
order in which they were taken: by day where every brief has its day of publication, else in the order of the texts.
All draw any number of briefs. Every side has a sign besides its colour, and every text its room.

They hold sides alone, and of these what fits a picture: where there are more actors or targets than can be told apart,
those with most sides are drawn, and the picture says how many are not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tradebrief.formats import Export, Loss, OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize.losses import gather, left_out

if TYPE_CHECKING:
    from tradebrief.serialize.plots._canvas import Paper

__all__ = ["FORMATS", "KINDS", "plot"]

KINDS = ("positions", "actors", "timeline")
_MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
_NO_PLACE = ("places", "claims", "measures", "voices", "diagnostics")


def plot(values: Brief | Sequence[Brief], kind: str = "positions", format: str = "svg") -> bytes:
    """A picture of the sides that actors take.

    Args:
        values: A brief, or several.
        kind: ``"positions"`` for a matrix of actors and what they take sides on, ``"actors"`` for the network of
            actors who agree and who do not, ``"timeline"`` for the sides in the order in which they were taken.
        format: ``"svg"`` or ``"png"``.

    Returns:
        The file. The same briefs give the same bytes with the same release of matplotlib.

    Raises:
        MissingExtraError: If matplotlib is not installed.
        ValueError: If there is no such kind or format.
    """
    if kind not in KINDS:
        raise ValueError(f"no plot {kind!r} (there are: {', '.join(KINDS)})")
    if format not in _MEDIA_TYPES:
        raise ValueError(f"no format {format!r} for plots (there are: {', '.join(_MEDIA_TYPES)})")
    briefs = [values] if isinstance(values, Brief) else values
    chosen = next(known for known in FORMATS if known.name == f"{kind}-{format}")
    from tradebrief.serialize.registry import naming_extra  # noqa: PLC0415 - it lists this module's formats.

    with naming_extra(chosen):
        return _drawn(briefs, kind, format)


def _drawn(briefs: Sequence[Brief], kind: str, format: str) -> bytes:
    from tradebrief.serialize.plots._canvas import drawing  # noqa: PLC0415 - an extra.

    with drawing():
        return _drawers()[kind](briefs).file(format)


def _drawers() -> dict[str, Callable[[Sequence[Brief]], Paper]]:
    from tradebrief.serialize.plots._actors import draw_actors  # noqa: PLC0415 - an extra.
    from tradebrief.serialize.plots._positions import draw_positions  # noqa: PLC0415 - likewise.
    from tradebrief.serialize.plots._timeline import draw_timeline  # noqa: PLC0415 - likewise.

    return {"positions": draw_positions, "actors": draw_actors, "timeline": draw_timeline}


def _export(values: Sequence[Brief | Article], *, kind: str, format: str) -> Export:
    briefs = [value for value in values if isinstance(value, Brief)]
    data = _drawn(briefs, kind, format)
    losses = gather([_losses(value) for value in values])
    return Export(content=data.decode() if format == "svg" else data, losses=losses)


def _losses(value: Brief | Article) -> tuple[Loss, ...]:
    path = "$.article" if isinstance(value, Brief) else "$"
    lost = Loss(path=path, reason="a plot holds no text and no layout")
    return (lost, *left_out(value, "a plot shows actors and the sides that they take", parts=_NO_PLACE))


def _format(kind: str, format: str) -> OutputFormat:
    return OutputFormat(
        name=f"{kind}-{format}",
        suffixes=(f".{format}",) if kind == KINDS[0] else (),
        media_types=(_MEDIA_TYPES[format],),
        extra="plot",
        export=partial(_export, kind=kind, format=format),
        is_for_many=True,
    )


FORMATS = tuple(_format(kind, format) for kind in KINDS for format in _MEDIA_TYPES)
