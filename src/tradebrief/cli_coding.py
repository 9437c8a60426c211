"""What ``tradebrief compare`` does: a coder's database beside what was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tradebrief.cli_output import UsageError
from tradebrief.formats import Reading
from tradebrief.model import Brief
from tradebrief.serialize import FORMATS, dump
from tradebrief.serialize.dna import Agreement, Pair, agreement, corrected, load_coding
from tradebrief.serialize.reading import read_file
from tradebrief.serialize.terminal import escaped, one_line
from tradebrief.text import Source

__all__ = ["compare"]

_COLUMNS = ("rule", "read", "same words", "right", "precision", "recall")
_SIDES = {True: "for", False: "against"}


def compare(
    database: Path, files: Sequence[str], *, coder: str | None, output: Path | None = None, is_forced: bool = False
) -> Iterator[str]:
    """The lines of a report on how well what was read agrees with what a coder has.

    Args:
        database: What the coder has, as DNA keeps it.
        files: Documents with the briefs that were coded.
        coder: Whose statements count; all if left out.
        output: Where to write the briefs as the coder has them, if anywhere.
        is_forced: Whether what stands there may be replaced.

    Raises:
        UsageError: If there is no such coder, or a brief that the database does not have.
        TradebriefError: If a file can't be read.
    """
    if output is not None and output.exists() and not is_forced:
        raise UsageError(f"{escaped(str(output))} is there already: give --force to replace it")
    format = FORMATS.for_path(output) if output else None
    if output is not None and (format is None or not format.is_readable):
        raise UsageError(f"can't write briefs to {escaped(output.name)}: end it in .json or .jsonl")
    briefs = [brief for file in files for brief in _briefs(file)]
    coding = load_coding(database)
    try:
        found = agreement(briefs, coding, coder=coder)
        revised = corrected(briefs, coding, coder=coder) if output else ()
    except ValueError as error:
        raise UsageError(str(error)) from None
    if output is not None and format is not None:
        dump(revised if format.is_for_many else _only(revised), output, format.name)
    yield from _report(briefs, found)


def _briefs(file: str) -> Iterator[Brief]:
    path = Path(file)
    format = FORMATS.for_path(path) or FORMATS.get("json")
    for value in read_file(path, format, Reading(name=file)):
        if isinstance(value, Brief):
            yield value


def _only(briefs: Sequence[Brief]) -> Brief:
    if len(briefs) != 1:
        raise UsageError(f"one file holds one JSON document, not {len(briefs)}: end it in .jsonl")
    return briefs[0]


def _report(briefs: Sequence[Brief], found: Agreement) -> Iterator[str]:
    right = found.right
    told = f"{found.found.agreed} on the same words, {right.agreed} right"
    yield f"{right.read} stances read, {right.coded} statements coded: {told}"
    yield f"precision {_share(right.precision)}, recall {_share(right.recall)}, F1 {_share(right.f1)}"
    alphas = (("side", found.side), ("holder", found.holder), ("concept", found.concept))
    yield f"Krippendorff's alpha: {', '.join(f'{name} {_share(alpha)}' for name, alpha in alphas)}"
    rows: list[tuple[str, ...]] = [
        (
            one_line(score.rule),
            str(score.right.read),
            str(score.found.agreed),
            str(score.right.agreed),
            _share(score.right.precision),
            _share(score.right.recall),
        )
        for score in found.rules
    ]
    yield ""
    yield from _table([_COLUMNS, *rows])
    differences = [pair for pair in found.pairs if not (pair.is_right and pair.words)]
    if differences:
        yield ""
        yield "Differences"
        yield from (_difference(briefs[pair.brief], pair) for pair in differences)


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    for first, *others in rows:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        yield "  ".join(cells).rstrip()


def _difference(brief: Brief, pair: Pair) -> str:
    name = brief.article.provenance.name or "<text>"
    at = Source(brief.article.text).position(pair.span.start)
    read, coded = "nothing", "nothing"
    if pair.stance is not None:
        side = pair.stance.polarity.value if pair.stance.polarity else "no side"
        about = pair.stance.target.concept if pair.stance.target else ""
        read = f"{brief.actor(pair.stance.holder).name}: {side} {about} [{pair.stance.rule}]"
    if pair.statement is not None:
        statement = pair.statement
        holder = statement.person or statement.organization or "nobody"
        coded = f"{statement.coder} has {holder}: {_SIDES[statement.agreement]} {statement.concept}"
    return f"  {escaped(name)}:{at.line}:{at.column} {one_line(brief[pair.span])}: {one_line(f'{read} / {coded}')}"
