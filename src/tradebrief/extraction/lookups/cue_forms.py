"""The forms of cues by their first word, as the readers of claims look them up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import frozen

from tradebrief.extraction.lookups.forms import Forms
from tradebrief.lexicon import Cue
from tradebrief.lexicon.inflection import plural, spelled_forms, spellings

__all__ = ["SLOTS", "SPEECH_FRAMES", "CueForm", "cue_forms", "cue_splits", "frames_alone", "modal_cues"]

SPEECH_FRAMES = frozenset({"quote", "np_quote", "bare", "np_bare", "that", "np_that"})
_PLACE = "*"  # In a lemma the place of its object.
_SHIFTED = frozenset({"np", "np_as"})  # Frames of verbs with a particle that may stand after their object.
_OWN, _OWNERS = "its", ("its", "his", "her", "their", "our", "my", "your")  # In a lemma whatever the subject owns.
SLOTS = {"base": "b", "third": "t", "past": "p", "participle": "n", "gerund": "g"}


@frozen
class CueForm:
    """A form of a cue: its words after the first, and which slots of the paradigm the first one fills.

    ``speaks`` tells whether the cue introduces what is said.
    """

    cue: Cue
    tail: tuple[str, ...]
    slots: str
    speaks: bool


def cue_forms(cues: Iterable[Cue]) -> Forms[CueForm]:
    """The forms of cues of one category, those with an object amid their words left out."""
    found: dict[str, list[CueForm]] = defaultdict(list)
    for cue in cues:
        for lemma, irregular in ((cue.lemma, cue.forms), (cue.alternate, {})):
            if not lemma or _PLACE in lemma:
                continue
            first, *tail = lemma.lower().replace("’", "'").split()
            slots: dict[str, str] = defaultdict(str)
            if cue.category == "verb":
                for slot, form in spelled_forms(first, irregular):
                    slots[form] += SLOTS[slot]
            elif cue.category == "noun":
                slots = {first: "s"} if tail or cue.singular else {first: "s", plural(first): "p"}
            else:
                slots = {first: "s"}
            speaks = not SPEECH_FRAMES.isdisjoint(cue.frames)
            for form, filled in slots.items():
                found[form].extend(CueForm(cue, words, filled, speaks) for words in _owned(tail))
    return Forms(found)


def _owned(tail: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """The words of a lemma after the first, once for each owner where "its" is among them: "set her sights on"."""
    if _OWN not in tail:
        return (tuple(tail),)
    return (tuple(owner if word == _OWN else word for word in tail) for owner in _OWNERS)


def cue_splits(cues: Iterable[Cue], particles: Sequence[str]) -> Forms[CueForm]:
    """The verb cues with an object amid their words: those with a star for it, and those of a verb and a particle."""
    found: dict[str, list[CueForm]] = defaultdict(list)
    for cue in cues:
        own = cue.lemma.split()[0]
        for lemma in filter(None, (cue.lemma, cue.alternate)):
            first, *tail = lemma.lower().split()
            if _PLACE not in tail:
                if len(tail) != 1 or tail[0] not in particles or _SHIFTED.isdisjoint(cue.frames):
                    continue
                tail.insert(0, _PLACE)
            for form in spellings(first, cue.forms if first == own else {}):
                found[form].append(CueForm(cue, tuple(tail), "", speaks=False))
    return Forms(found)


def modal_cues(cues: Iterable[Cue]) -> Forms[CueForm]:
    """Cues of a modal and other words, by the first of these."""
    found: dict[str, list[CueForm]] = defaultdict(list)
    for cue in cues:
        for lemma in filter(None, (cue.lemma, cue.alternate)):
            _, first, *tail = lemma.lower().split()
            found[first].append(CueForm(cue, tuple(tail), "", speaks=False))
    return Forms(found)


def frames_alone(forms: Iterable[CueForm]) -> set[str]:
    """The frames of the cues that are one word; one that is no frame if there are none."""
    return {frame for form in forms if not form.tail for frame in form.cue.frames} or {""}
