"""The model: what is read from a brief, as immutable values. No I/O, no language, no format."""

from __future__ import annotations

from tradebrief.model.actor import Actor, ActorKind, Mention, MentionForm, Role
from tradebrief.model.appraisal import Appraisal, Light, Tone
from tradebrief.model.article import Article, Block, BlockKind, Link, Provenance, Section, SectionRole
from tradebrief.model.brief import SCHEMA_VERSION, Brief, Generator
from tradebrief.model.claim import Assertion, Certainty, Claim, ClaimKind, ClaimMode, HolderReason
from tradebrief.model.diagnostic import Diagnostic
from tradebrief.model.ids import ActorId, ClaimId, MeasureId, PlaceId, RuleId, StanceId
from tradebrief.model.measure import Amount, Change, Day, Duration, Interval, Measure, MeasureKind, MeasureValue
from tradebrief.model.mentioned import Mentioned
from tradebrief.model.place import Place
from tradebrief.model.sentence import Sentence
from tradebrief.model.stance import Act, Outlook, Polarity, Stance, StanceAttribution, Target, TargetKind
from tradebrief.model.standing import Standing
from tradebrief.model.voice import Voice, VoiceKind

__all__ = [
    "SCHEMA_VERSION",
    "Act",
    "Actor",
    "ActorId",
    "ActorKind",
    "Amount",
    "Appraisal",
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
    "Light",
    "Link",
    "Measure",
    "MeasureId",
    "MeasureKind",
    "MeasureValue",
    "Mention",
    "MentionForm",
    "Mentioned",
    "Outlook",
    "Place",
    "PlaceId",
    "Polarity",
    "Provenance",
    "Role",
    "RuleId",
    "Section",
    "SectionRole",
    "Sentence",
    "Stance",
    "StanceAttribution",
    "StanceId",
    "Standing",
    "Target",
    "TargetKind",
    "Tone",
    "Voice",
    "VoiceKind",
]
