"""Words and rules as data: TOML files, their entries, and the ``Lexicon`` that holds them."""

from __future__ import annotations

from tradebrief.lexicon.entries import (
    ActorEntry,
    AppraisalExample,
    AppraisalRule,
    CodeRule,
    Cue,
    CueExample,
    Currency,
    HsChapter,
    MeasureTerm,
    PlaceEntry,
    Pronoun,
    StanceExample,
    StanceRule,
    Unit,
)
from tradebrief.lexicon.layout import LayoutWords
from tradebrief.lexicon.loading import Lexicon
from tradebrief.lexicon.rules import carried_ids, cue_rule_ids, rule_ids

__all__ = [
    "ActorEntry",
    "AppraisalExample",
    "AppraisalRule",
    "CodeRule",
    "Cue",
    "CueExample",
    "Currency",
    "HsChapter",
    "LayoutWords",
    "Lexicon",
    "MeasureTerm",
    "PlaceEntry",
    "Pronoun",
    "StanceExample",
    "StanceRule",
    "Unit",
    "carried_ids",
    "cue_rule_ids",
    "rule_ids",
]
