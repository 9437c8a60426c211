"""Any brief and any article goes into every format, twice the same, and comes back where nothing is lost."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from tests.strategies import articles, briefs

import tradebrief as tb
from tradebrief.serialize import FORMATS

# An example goes through all formats: to look for a smaller one that fails as well would take minutes.
AT_ONCE = settings(max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate])
WRITTEN = [format for format in FORMATS if format.extra != "plot"]  # Pictures are drawn in tests of their own.


def check(values: list[tb.Brief] | list[tb.Article]) -> None:
    for format in WRITTEN:
        note(format.name)
        given_values = values if format.is_for_many else values[:1]
        export = tb.export(given_values, format.name)
        assert tb.export(given_values, format.name) == export
        if format.is_readable and not export.losses:
            kind = type(values[0])
            found = list(tb.loads_many(export.content, format.name, type=kind))
            if isinstance(export.content, Mapping):  # A folder of files has them in the order of their names.
                assert len(found) == len(given_values)
                assert all(value in found for value in given_values)
            else:
                assert found == list(given_values)


@AT_ONCE
@given(st.lists(briefs(), min_size=1, max_size=2))
def test_briefs_are_written_and_read_in_every_format(values: list[tb.Brief]) -> None:
    check(values)


@AT_ONCE
@given(st.lists(articles(), min_size=1, max_size=2))
def test_articles_are_written_and_read_in_every_format(values: list[tb.Article]) -> None:
    check(values)


@pytest.mark.parametrize("format", WRITTEN, ids=lambda format: format.name)
def test_losses_name_fields_that_there_are(format: tb.OutputFormat) -> None:
    brief = tb.read("Duties loom\n\nOttawa said that it opposes the surtax of 5 percent.\n")
    for loss in tb.export(brief, format.name).losses:
        steps = loss.path.replace("[", ".[").split(".")[1:]
        found: Any = brief
        for step in steps:
            if step.startswith("["):
                assert isinstance(found, tuple), loss
                if not found:
                    break
                found = found[0 if step == "[*]" else int(step[1:-1])]
            else:
                assert hasattr(found, step), loss
                found = getattr(found, step)
