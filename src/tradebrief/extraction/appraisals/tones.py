"""The tone of sentences: how many good and bad words each has, whomever they present."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.lookups.appraisal_words import AppraisalWords, words_of
from tradebrief.extraction.tagging.analysis import Analysis, analyse
from tradebrief.lexicon import Lexicon
from tradebrief.model import Brief, Light, Tone

__all__ = ["find_tones"]

_TAGS = {"verb": "vdgi", "noun": "N", "adjective": "NdgA", "adverb": "AN"}
_NEGATED_REACH = 3


def find_tones(brief: Brief, *, lexicon: Lexicon | None = None) -> tuple[Tone, ...]:
    """The tone of each sentence of a brief's article that has good or bad words, in the order of the text.

    Args:
        brief: A brief, as read or loaded.
        lexicon: Words and rules; the built-in ones if left out.
    """
    chosen = lexicon or Lexicon.default()
    analysis, words = analyse(brief.article, chosen), words_of(chosen)
    found: list[Tone] = []
    for sentence, (first, end) in zip(analysis.sentences, analysis.bounds, strict=True):
        read = list(_read(analysis, words, first, end))
        if read:
            spans = [(analysis.tokens.span(at, stop), light) for at, stop, light in read]
            good = tuple(span for span, light in spans if light is Light.FAVOURABLE)
            bad = tuple(span for span, light in spans if light is Light.UNFAVOURABLE)
            found.append(Tone(sentence=sentence.span, favourable=good, unfavourable=bad))
    return tuple(found)


def _read(analysis: Analysis, words: AppraisalWords, first: int, end: int) -> Iterator[tuple[int, int, Light]]:
    """First token, token after the last and light of the words of a sentence; one that is not bad may be anything."""
    at = first
    while at < end:
        stop, light = _word_at(analysis, words, at, end)
        if light is not None:
            negated = _is_negated(analysis, words, at, first)
            if not negated or light is Light.FAVOURABLE:
                yield at, stop, Light.UNFAVOURABLE if negated else light
        at = stop


def _word_at(analysis: Analysis, words: AppraisalWords, at: int, end: int) -> tuple[int, Light | None]:
    """Where the longest form that begins at a token ends, as the part of speech that it is, and its light."""
    lowers, tag = analysis.tokens.lowers, analysis.tags[at]
    for form in words.forms.get(lowers[at], ()):
        stop = at + 1 + len(form.tail)
        if stop <= end and tag in _TAGS[form.rule.category] and tuple(lowers[at + 1 : stop]) == form.tail:
            return stop, form.rule.light
    return at + 1, None if tag == "E" else words.things.get(lowers[at])


def _is_negated(analysis: Analysis, words: AppraisalWords, at: int, first: int) -> bool:
    """Whether a negation stands shortly before a word, with no mark between."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for probe in range(at - 1, max(first, at - _NEGATED_REACH) - 1, -1):
        if tags[probe] in ",;:.":
            return False
        if tags[probe] == "X" or lowers[probe] in words.negating:
            return True
    return False
