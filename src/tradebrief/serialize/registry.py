"""The output formats that come with tradebrief, and those that other packages add."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from tradebrief.errors import MissingExtraError
from tradebrief.formats import OutputFormat, Registry
from tradebrief.serialize import (
    arrow,
    brat,
    csv,
    dna,
    gexf,
    graphml,
    html,
    json,
    jsonl,
    jsonld,
    markdown,
    ninjs,
    plots,
    summary,
    text,
    uima,
    web_annotations,
    yaml,
)

__all__ = ["FORMATS", "naming_extra"]

FORMATS: Registry[OutputFormat] = Registry(
    "tradebrief.output_formats",
    (
        uima.FORMAT,
        web_annotations.FORMAT,
        brat.FORMAT,
        dna.FORMAT,
        gexf.ACTORS,
        gexf.FORMAT,
        graphml.ACTORS,
        graphml.FORMAT,
        html.FORMAT,
        json.FORMAT,
        jsonl.FORMAT,
        jsonld.FORMAT,
        markdown.FORMAT,
        ninjs.FORMAT,
        yaml.FORMAT,
        summary.FORMAT,
        text.FORMAT,
        *plots.FORMATS,
        csv.FORMAT,
        arrow.PARQUET,
        arrow.ARROW,
    ),
)


@contextmanager
def naming_extra(format: OutputFormat) -> Generator[None, None, None]:
    """Where a package is missing that a format needs, the error says what to install.

    Raises:
        MissingExtraError: If it is.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if format.extra is None:
            raise
        raise MissingExtraError(format.name, format.extra) from error
