"""Who claims what, and where each side stands, in trade-policy news.

``parse`` reads a text's layout, ``extract`` reads its language, ``read`` does both;
``dumps`` and ``loads`` write and read the result.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tradebrief.corpus import read, read_many
    from tradebrief.errors import (
        Fault,
        FormatError,
        LexiconError,
        LimitError,
        MissingExtraError,
        ParseError,
        TradebriefError,
        UnsupportedVersionError,
        ValidationError,
    )
    from tradebrief.extraction import extract, find_sentences
    from tradebrief.formats import InputFormat, Limits, OutputFormat
    from tradebrief.lexicon import Lexicon
    from tradebrief.model import (
        SCHEMA_VERSION,
        Act,
        Actor,
        ActorId,
        ActorKind,
        Amount,
        Article,
        Assertion,
        Block,
        BlockKind,
        Brief,
        Certainty,
        Change,
        Claim,
        ClaimId,
        ClaimKind,
        ClaimMode,
        Day,
        Diagnostic,
        Duration,
        Generator,
        HolderReason,
        Interval,
        Measure,
        MeasureId,
        MeasureKind,
        MeasureValue,
        Mention,
        MentionForm,
        Outlook,
        Polarity,
        Provenance,
        Role,
        RuleId,
        Section,
        SectionRole,
        Sentence,
        Stance,
        StanceAttribution,
        StanceId,
        Target,
        TargetKind,
        Voice,
        VoiceKind,
    )
    from tradebrief.parsing import parse
    from tradebrief.serialize import dump, dumps, json_schema, load, loads
    from tradebrief.text import OffsetConverter, OffsetUnit, Position, Source, Span

_HOMES = {
    "tradebrief.corpus": ("read", "read_many"),
    "tradebrief.errors": (
        "Fault",
        "FormatError",
        "LexiconError",
        "LimitError",
        "MissingExtraError",
        "ParseError",
        "TradebriefError",
        "UnsupportedVersionError",
        "ValidationError",
    ),
    "tradebrief.extraction": ("extract", "find_sentences"),
    "tradebrief.formats": ("InputFormat", "Limits", "OutputFormat"),
    "tradebrief.lexicon": ("Lexicon",),
    "tradebrief.model": (
        "Act",
        "Actor",
        "ActorId",
        "ActorKind",
        "Amount",
        "Article",
        "Assertion",
        "Block",
        "BlockKind",
        "Brief",
        "Certainty",
        "Change",
        "Claim",
        "ClaimId",
        "ClaimKind",
        "ClaimMode",
        "Day",
        "Diagnostic",
        "Duration",
        "Generator",
        "HolderReason",
        "Interval",
        "Measure",
        "MeasureId",
        "MeasureKind",
        "MeasureValue",
        "Mention",
        "MentionForm",
        "Outlook",
        "Polarity",
        "Provenance",
        "Role",
        "RuleId",
        "SCHEMA_VERSION",
        "Section",
        "SectionRole",
        "Sentence",
        "Stance",
        "StanceAttribution",
        "StanceId",
        "Target",
        "TargetKind",
        "Voice",
        "VoiceKind",
    ),
    "tradebrief.parsing": ("parse",),
    "tradebrief.serialize": ("dump", "dumps", "json_schema", "load", "loads"),
    "tradebrief.text": ("OffsetConverter", "OffsetUnit", "Position", "Source", "Span"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for: importing the package alone loads none of them."""
    module = _HOME_OF.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(module), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


__all__ = [
    "SCHEMA_VERSION",
    "Act",
    "Actor",
    "ActorId",
    "ActorKind",
    "Amount",
    "Article",
    "Assertion",
    "Block",
    "BlockKind",
    "Brief",
    "Certainty",
    "Change",
    "Claim",
    "ClaimId",
    "ClaimKind",
    "ClaimMode",
    "Day",
    "Diagnostic",
    "Duration",
    "Fault",
    "FormatError",
    "Generator",
    "HolderReason",
    "InputFormat",
    "Interval",
    "Lexicon",
    "LexiconError",
    "LimitError",
    "Limits",
    "Measure",
    "MeasureId",
    "MeasureKind",
    "MeasureValue",
    "Mention",
    "MentionForm",
    "MissingExtraError",
    "OffsetConverter",
    "OffsetUnit",
    "Outlook",
    "OutputFormat",
    "ParseError",
    "Polarity",
    "Position",
    "Provenance",
    "Role",
    "RuleId",
    "Section",
    "SectionRole",
    "Sentence",
    "Source",
    "Span",
    "Stance",
    "StanceAttribution",
    "StanceId",
    "Target",
    "TargetKind",
    "TradebriefError",
    "UnsupportedVersionError",
    "ValidationError",
    "Voice",
    "VoiceKind",
    "dump",
    "dumps",
    "extract",
    "find_sentences",
    "json_schema",
    "load",
    "loads",
    "parse",
    "read",
    "read_many",
]
