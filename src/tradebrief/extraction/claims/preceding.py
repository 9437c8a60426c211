"""Claims whose content stands before their verb, or on both sides: "...", she said; the duty, he argued, is ..."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.quoted_complements import quotation_after
from tradebrief.extraction.claims.sources import Source, agent_of, can_hold, subject_after
from tradebrief.extraction.grammar.adjuncts import opens_adjunct, skip_adjuncts
from tradebrief.extraction.grammar.clauses import (
    CLAUSE_REACH,
    Ranges,
    clause_end,
    main_clause_follows,
    opens_attribution,
    trim_end,
)
from tradebrief.extraction.grammar.phrases import VerbGroup, noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.grammar.surroundings import around, opens_inner_clause
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue

__all__ = ["is_opening_phrase", "opening_draft", "passive_said", "preceded_draft", "speech_form"]

_CLAUSES = frozenset({"bare", "np_bare", "that", "np_that"})
_ADDRESSED = frozenset({"np_that", "np_bare"})
_LONGEST_MIXED = 6  # Sentences.
_LONGEST_NAME = 8
_VERB = re.compile("[vMBVO]")  # Over tags.
_PHRASE = re.compile("[CADSNEKPG]*+")  # Over tags.
_MODIFIED = re.compile("d[AN]{1,4}+[MBVv]")  # Over tags: a participle beside its noun, and a verb.
_LONGEST_OPENING = 6
_RELATIVES = frozenset({"which", "who", "that"})
_REFLEXIVES = frozenset({"herself", "himself", "itself", "themselves"})
_TOPIC = frozenset({"of", "about", "on"})
_FINITE = frozenset("MBVO")
_RESUMING = _FINITE | {"v"}  # Tags by which a clause goes on after an attribution in it.


def preceded_draft(
    analysis: Analysis,
    group: VerbGroup,
    form: CueForm,
    subject: tuple[int, int] | None,
    floor: int,
    ceiling: int,
    after: str | None,
) -> ClaimDraft | None:
    """A claim whose content stands before its cue: "...", she said; the duty, he argued, was unfair.

    Args:
        analysis: The article's.
        group: The cue's finite verb.
        form: The cue.
        subject: The noun phrase before the verb.
        floor: Where the sentence begins.
        ceiling: Where it ends.
        after: The frame of a complement that follows the verb.
    """
    tags, after_verb, edge = analysis.tags, group.verb + 1 + len(form.tail), group.subject_end
    if subject and analysis.tokens.lowers[subject[0] - 1] == "as":
        said = _as_said(analysis, form, group, subject, after_verb, floor, ceiling)
        if said is not None:
            return said
    subject = _without_topic(analysis, subject, floor, after_verb, ceiling) if subject else None
    before = tags[edge - 1] if edge > floor else _mark_before(analysis, edge)
    found = _before_parenthesis(analysis, subject, floor) if subject and before != "q" else None
    if before == "q" and after in _CLAUSES and _is_aside(analysis, subject, edge):
        return None  # "Lund, who calls it “slow,” said she had"
    inverted = before == "q" or (
        before == ","
        and found is None
        and (after is None or _closes(analysis, after_verb, floor, edge, ceiling) or _is_alone(analysis, group, floor))
    )  # "...," said the envoy.
    inverted = inverted or (before == "," and found is None and _parts_at_once(analysis, group, floor, ceiling))
    if inverted:
        source = subject_after(analysis, after_verb, ceiling)
        left = edge
        end = source.end if source else after_verb
        if source is None or analysis.tokens.lowers[source.first] in _REFLEXIVES:
            return None  # "Oslo, which had sued, found itself alone"
    else:
        if found is None:
            return None
        source, left, end = found, found.first, after_verb
    if not inverted:
        end = _after_addressee(analysis, form.cue, end, ceiling)
        end = _past_adjuncts(analysis, end, left, ceiling)
    opens = not inverted and opens_inner_clause(analysis, left, floor)
    content = (
        None if opens else _content_before(analysis, form.cue, left, floor, resumed=end < ceiling and tags[end] == ",")
    )
    if content is None:
        return _resumed(analysis, form, group, source, floor, end, ceiling) if not inverted else None
    direct = _is_quoted(analysis, content[0])
    other = not direct or not _is_paused(analysis, content[0][0])
    if not inverted and other and (after is not None or (direct and _has_object(analysis, form.cue, end, ceiling))):
        return None  # "On Monday, the mill said it was closing": the clause is the one after it.
    clause = any(_has_verb(analysis, *part) for part in content)
    rest = _content_after(analysis, end, ceiling, direct=direct)
    clause = clause or (inverted and rest is not None and _parts_subject(analysis, group, source, rest))
    asked = not inverted and after is None and group.negated and _is_question(analysis, form.cue, *content[0])
    if asked and (end >= ceiling or tags[end] in ",;:-"):  # "Whether it would pay, Lima did not say."
        return ClaimDraft(
            form.cue, "wh", source, (group.first, after_verb), [content[0]], negated=True, strong=2 * len(form.tail)
        )
    if group.modal and not direct and not inverted:
        return None  # "If the cap falls, Oslo will object"
    if inverted and not direct and not (clause and can_hold(analysis, source)):
        return None  # "Trade tensions, when dictated by giants, hold the power": no clause stands before the verb.
    if rest is not None and rest[0][1] > rest[0][0]:
        content = (*content, *rest)
    elif (
        not (direct or inverted)
        and is_opening_phrase(analysis, *content[0])
        and not _opens_clause(analysis, *content[0])
    ):
        return None  # "On Friday, the envoy said."
    return ClaimDraft(
        form.cue, "quote" if direct else "bare", source, (group.first, after_verb), list(content),
        negated=group.negated, direct=direct, strong=2 * len(form.tail),
    )  # fmt: skip


def _has_object(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether a verb that quotes nothing has an object of its own: "“Ports must open.” Lund holds shares"."""
    if "quote" in cue.frames or at >= ceiling:
        return False
    return analysis.tags[at] in "DSEN" and not opens_adjunct(analysis, at, ceiling)


def _has_verb(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a finite verb stands in a range outside a relative clause that ends it: not in "Lund, who grows tin"."""
    tagged = analysis.tagged
    relative = tagged.find(",W", first, end)
    if relative > first and tagged.find(",", relative + 2, end) < 0:
        end = relative
    return _VERB.search(tagged, first, end) is not None


def _past_adjuncts(analysis: Analysis, at: int, left: int, ceiling: int) -> int:
    """The comma after times and phrases that follow a cue ("the cap, Lund said in her review, is"), or the same token.

    A phrase of no time and no way of speaking counts only where a verb resumes the clause, or one has been left open.
    """
    tags = analysis.tags
    beyond = skip_adjuncts(analysis, at, ceiling, "")
    if beyond < ceiling and tags[beyond] == ",":
        return beyond
    beyond = skip_adjuncts(analysis, at, ceiling, ",")
    if beyond + 1 >= ceiling or tags[beyond] != ",":
        return at
    return beyond if tags[beyond + 1] in _RESUMING or tags[left - 2] in _FINITE else at


def _is_question(analysis: Analysis, cue: Cue, first: int, end: int) -> bool:
    """Whether a clause before a verb asks, and the verb takes a question: "Whether it would pay, Lima did not say"."""
    opens = analysis.tokens.lowers[first] in analysis.index.sets["grammar.asking"]
    return opens and "wh" in cue.frames and end - first > 1


def _after_addressee(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> int:
    """The comma after whoever is told something, or the same token: "the cap, he told the panel, is fair"."""
    hearer = noun_phrase_after(analysis, at, ceiling) if not _ADDRESSED.isdisjoint(cue.frames) else None
    return hearer[1] if hearer is not None and hearer[1] < ceiling and analysis.tags[hearer[1]] == "," else at


def _parts_subject(analysis: Analysis, group: VerbGroup, source: Source, rest: Ranges) -> bool:
    """Whether a verb and its speaker stand between a subject and its verb: "The duty, said Norway, is high"."""
    timed = analysis.tokens.lowers[source.first] in analysis.index.sets["adjuncts.times"]
    goes_on = analysis.tags[rest[0][0]] in "vMBVO"
    spoken = group.first == group.subject_end
    spoken = spoken and (goes_on or analysis.tokens.lowers[group.verb] in analysis.index.clausal)
    follows = goes_on or main_clause_follows(analysis, *rest[0])
    return spoken and not timed and follows


def _without_topic(
    analysis: Analysis, subject: tuple[int, int], floor: int, after: int, ceiling: int
) -> tuple[int, int]:
    """Whoever speaks amid a clause, without its subject: "The toll, | miners and dockers say, is a curse"."""
    tags, (first, end) = analysis.tags, subject
    if first != floor or after + 1 >= ceiling or tags[after] != "," or tags[after + 1] not in "MBVO":
        return subject
    comma = analysis.tagged.find(",", first, end)
    return (comma + 1, end) if comma > 0 and analysis.tagged.find(",", comma + 1, end) < 0 else subject


def _parts_at_once(analysis: Analysis, group: VerbGroup, floor: int, ceiling: int) -> bool:
    """Whether a verb and its speaker part a subject from its verb: "The mill, warned Lund of Velk, | is old"."""
    tags = analysis.tags
    if not _follows_phrase(analysis, group, floor):
        return False
    source = subject_after(analysis, group.verb + 1, ceiling)
    if source is None or source.end + 1 >= ceiling or tags[source.end] != ",":
        return False
    return tags[source.end + 1] in "vMBVO" and can_hold(analysis, source)


def _is_alone(analysis: Analysis, group: VerbGroup, floor: int) -> bool:
    """Whether a verb of speaking follows one phrase and a comma, which part no subject from its verb."""
    clausal = analysis.tokens.lowers[group.verb] in analysis.index.clausal
    return clausal and _follows_phrase(analysis, group, floor)


def _follows_phrase(analysis: Analysis, group: VerbGroup, floor: int) -> bool:
    """Whether a single verb follows a mark, and before that nothing but a phrase opens its sentence."""
    comma = group.subject_end - 1
    if not group.first == group.subject_end == group.verb or comma - floor > CLAUSE_REACH:
        return False
    return _PHRASE.fullmatch(analysis.tagged, floor, max(floor, comma)) is not None


def _is_aside(analysis: Analysis, subject: tuple[int, int] | None, edge: int) -> bool:
    """Whether a quotation before a verb ends what is said beside its subject, rather than what the subject says."""
    if subject is None or subject[1] != edge:
        return False
    mark = analysis.quotations[analysis.quoted[edge - 2]].open if analysis.quoted[edge - 2] >= 0 else subject[0]
    return subject[0] < mark and "," in analysis.tags[subject[0] : mark]


def _closes(analysis: Analysis, after_verb: int, floor: int, edge: int, ceiling: int) -> bool:
    """Whether nothing but a name stands between a verb and its sentence's end: "mills closed, reports the Port"."""
    tags = analysis.tags
    first = after_verb + (after_verb < ceiling and tags[after_verb] == "D")
    if not first < ceiling <= first + _LONGEST_NAME or tags[after_verb - 1] != "v":
        return False
    clause = tags[max(floor, edge - CLAUSE_REACH) : edge]
    return all(tag in "Eh" for tag in tags[first:ceiling]) and any(tag in "vMBVO" for tag in clause)


def _resumed(
    analysis: Analysis, form: CueForm, group: VerbGroup, source: Source, floor: int, end: int, ceiling: int
) -> ClaimDraft | None:
    """A claim whose attribution stands after an opening "and yet" or "still": "But, they say, the duty is fair"."""
    tags = analysis.tags
    opens = source.first - floor <= _LONGEST_OPENING and all(tag in "CA,-" for tag in tags[floor : source.first])
    opens = opens or opens_inner_clause(analysis, source.first, floor)
    if not opens or end + 1 >= ceiling or tags[end] != "," or _CLAUSES.isdisjoint(form.cue.frames):
        return None
    content = _content_after(analysis, end, ceiling, direct=False)
    if content is None or content[0][1] <= content[0][0]:
        return None
    return ClaimDraft(form.cue, "bare", source, (group.first, group.verb + 1 + len(form.tail)), list(content),
                      negated=group.negated, strong=2 * len(form.tail))  # fmt: skip


def speech_form(forms: Sequence[CueForm]) -> CueForm | None:
    """The first of the forms that stand somewhere which introduces speech."""
    for form in forms:
        if form.speaks:
            return form
    return None


def _as_said(
    analysis: Analysis, form: CueForm, group: VerbGroup, subject: tuple[int, int], end: int, floor: int, ceiling: int
) -> ClaimDraft | None:
    """A claim beside a clause with "as": "as Norway said, the duty is unfair"; "the duty, as Norway said, ..."."""
    tags = analysis.tags
    opener = subject[0] - 1
    if opener < floor or (opener > floor and tags[opener - 1] not in ",C-"):
        return None
    if _CLAUSES.isdisjoint(form.cue.frames):
        return None
    end = skip_adjuncts(analysis, end, ceiling)
    if end < ceiling and tags[end] != ",":
        return None
    content = around(analysis, opener, end, floor, ceiling)
    if not content:
        return None
    return ClaimDraft(form.cue, "bare", Source(*subject), (group.first, group.verb + 1), list(content),
                      negated=group.negated, strong=1)  # fmt: skip


def passive_said(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """A claim beside a passive with "as" and an agent: "the duty will end, as first reported by the Herald"."""
    opener, tags, form = group.first - 1, analysis.tags, speech_form(forms)
    while opener > floor and (tags[opener] == "A" or analysis.tokens.lowers[opener] == "first"):
        opener -= 1
    if opener < floor or analysis.tokens.lowers[opener] != "as" or (opener > floor and tags[opener - 1] not in ",C-"):
        return None
    agent = agent_of(analysis, group.verb + 1, ceiling)
    if form is None or form.tail or agent is None or _CLAUSES.isdisjoint(form.cue.frames):
        return None
    content = around(analysis, opener, agent.end, floor, ceiling)
    if not content:
        return None
    return ClaimDraft(form.cue, "bare", agent, (group.first, group.verb + 1), list(content), strong=1)


def opening_draft(analysis: Analysis, verb: int, forms: Sequence[CueForm], ceiling: int) -> ClaimDraft | None:
    """A quotation after a verb that opens its sentence and its speaker: "Said the miller, who left: “No.”"."""
    form = speech_form(forms)
    if form is None or form.tail or "quote" not in form.cue.frames:
        return None
    phrase = noun_phrase_after(analysis, verb + 1, ceiling)
    if phrase is None:
        return None
    first, end = phrase
    about = next((at for at in range(first + 1, end) if analysis.tokens.lowers[at] in _TOPIC), end)
    source = Source(first, about if "E" in analysis.tags[first:about] else end)
    mark = analysis.tagged.find("q", source.end, min(len(analysis.tags), end + _LONGEST_OPENING))
    content = quotation_after(analysis, mark) if mark > 0 and analysis.tags[mark - 1] in ",:" else None
    if content is None or not can_hold(analysis, source):
        return None
    return ClaimDraft(form.cue, "quote", source, (verb, verb + 1), list(content), direct=True)


def _is_quoted(analysis: Analysis, content: tuple[int, int]) -> bool:
    """Whether a range lies within one quotation."""
    number = analysis.quoted[content[0]]
    return number >= 0 and content[1] <= analysis.quotations[number].close


def _mark_before(analysis: Analysis, at: int) -> str:
    ends_quotation = at > 0 and analysis.tags[at - 1] == "q" and at not in analysis.block_starts
    return "q" if ends_quotation else "."


def _before_parenthesis(analysis: Analysis, subject: tuple[int, int], floor: int) -> Source | None:
    """A subject, if a comma or a closing mark stands right before it."""
    first = subject[0]
    if first == 0 or first in analysis.block_starts:
        return None
    before = analysis.tags[first - 1]
    return Source(*subject) if before == "q" or (before == "," and first > floor) else None


def _content_before(analysis: Analysis, cue: Cue, left: int, floor: int, *, resumed: bool) -> Ranges | None:
    """The quotation or clause that ends where an attribution begins."""
    tags, quoted = analysis.tags, analysis.quoted
    at = left - 1
    if at >= 0 and tags[at] == "," and at >= floor:
        at -= 1
    if at < 0:
        return None
    if tags[at] == "q" and quoted[at - 1] >= 0:
        quotation = analysis.quotations[quoted[at - 1]]
        if quotation.close != at:
            return None
        first = quotation.open + 1
        end = trim_end(analysis, first, quotation.close)
        start = _clause_around(analysis, cue, quotation.open)
        return ((start, end if start == first else quotation.close + 1),) if end > first else None
    if at < floor or tags[left - 1] != "," or _CLAUSES.isdisjoint(cue.frames):
        return None
    if resumed and tags[at] in "WH" and analysis.tokens.lowers[at] in _RELATIVES:
        before = noun_phrase_before(analysis, at - (tags[at - 1] == ","), floor)  # "a cap which, he said, would"
        return ((before[0], at + 1),) if before is not None else None
    first = _after_colon(analysis, _begin(analysis, floor), at)
    marks = [probe for probe in range(first, at + 1) if tags[probe] == "q"] if at - first <= CLAUSE_REACH else [at]
    if marks and not _are_whole(analysis, marks, first, at + 1):
        return None
    while first < at and tags[first] in "C-":
        first += 1
    if at - first > CLAUSE_REACH:
        return None
    verbs = any(tags[probe] in "vMBVO" for probe in range(first, at + 1))
    end = trim_end(analysis, first, at + 1)
    # Without a verb before the comma the clause goes on after the attribution: "The duty, she said, was unfair".
    if (
        end > first
        and (verbs or (resumed and analysis.tags[first] in "DSNEPRUqg"))
        and (
            (resumed and (tags[first] != "d" or "," in tags[first + 1 : at]))
            or not is_opening_phrase(analysis, first, at + 1)
            or _opens_clause(analysis, first, at + 1)
        )
    ):
        return ((first, end),)
    return None


def _clause_around(analysis: Analysis, cue: Cue, opening: int) -> int:
    """Where a content begins that ends in a quotation: with the clause of which it is a part, or inside its mark."""
    floor, _ = analysis.reach(opening)
    before = analysis.tags[opening - 1] if opening > floor else "."
    if (
        not _is_paused(analysis, opening + 1)
        or before in ".,:;-(q"
        or _CLAUSES.isdisjoint(cue.frames)
        or opening - floor > CLAUSE_REACH
    ):
        return opening + 1
    first = floor
    while first < opening and analysis.tags[first] in "C-":
        first += 1
    inner = [at for at in range(first, opening) if analysis.tags[at] == "q"]
    if inner and not (_are_whole(analysis, inner, first, opening) and _is_unattributed(analysis, first, opening)):
        return opening + 1
    return first if first < opening else opening + 1


def _is_unattributed(analysis: Analysis, first: int, end: int) -> bool:
    """Whether nobody is said to say what is quoted in a stretch: "mills are “slow,” and none “will last,” he said"."""
    return all(
        analysis.tags[at] not in "vdg" or analysis.quoted[at] >= 0 or not analysis.index.verb_cues.get(lower)
        for at, lower in enumerate(analysis.tokens.lowers[first:end], first)
    )


def _is_paused(analysis: Analysis, at: int) -> bool:
    """Whether the quotation that a token stands in closes with a comma; else a sentence may end with it."""
    close = analysis.quotations[analysis.quoted[at]].close
    return "," in analysis.tokens.words[close - 1 : close + 2 : 2]


def _begin(analysis: Analysis, floor: int) -> int:
    """Where a sentence begins, or the one before it if they share a quotation: "mills are “stiff. And slow” today"."""
    for _ in range(_LONGEST_MIXED):
        number = analysis.quoted[floor] if floor < len(analysis.quoted) else -1
        opening = analysis.quotations[number].open if number >= 0 else floor
        earlier, _ = analysis.reach(opening)
        if earlier >= floor:
            break
        floor = earlier
    return floor


def _after_colon(analysis: Analysis, first: int, end: int) -> int:
    """Where the part of a sentence begins that a colon after another clause opens: "Oslo objects: most, it says"."""
    tags = analysis.tags
    colon = next((at for at in range(end, max(first, end - CLAUSE_REACH), -1) if tags[at] == ":"), first)
    if colon == first or analysis.quoted[colon] >= 0:
        return first
    return colon + 1 if _VERB.search(analysis.tagged, first, colon) is not None else first


def _are_whole(analysis: Analysis, marks: Sequence[int], first: int, end: int) -> bool:
    """Whether quotations that marks belong to lie within a range as wholes."""
    at = 0
    while at < len(marks):
        mark = marks[at]
        number = analysis.quoted[mark + 1] if mark + 1 < len(analysis.quoted) else -1
        if number < 0 or analysis.quotations[number].open != mark:
            return False
        close = analysis.quotations[number].close
        if not first <= mark < close < end:
            return False
        while at < len(marks) and marks[at] <= close:
            at += 1
    return True


def _opens_clause(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a main clause follows a comma within a stretch: "If mills close, ports will suffer"."""
    return any(analysis.tags[at] == "," and main_clause_follows(analysis, at + 1, end) for at in range(first, end - 1))


def is_opening_phrase(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a stretch before a comma is an introductory phrase and no content: "On Friday, the envoy said"."""
    if analysis.tags[first] == "d":  # "Asked what he made of it, the envoy said"; but "Dried fruit can wait"
        return _MODIFIED.match(analysis.tagged, first, end) is None
    return (analysis.tags[first] in "PUAT" and not any(analysis.tags[at] in "vMBVO" for at in range(first, end))) or (
        analysis.tags[first] == "U" or analysis.tokens.lowers[first] in {"as", "after", "before", "since"}
    )


def _quoted_to_end(analysis: Analysis, mark: int, ceiling: int) -> Ranges | None:
    """The quotation that opens at a mark, if it ends its sentence: another speaker may follow one that does not."""
    found = quotation_after(analysis, mark)
    close = analysis.quotations[analysis.quoted[mark + 1]].close if found is not None else ceiling
    return found if close + 1 >= ceiling else None


def _content_after(analysis: Analysis, at: int, ceiling: int, *, direct: bool) -> Ranges | None:
    """What goes on after an attribution in the middle."""
    tags = analysis.tags
    if direct:
        if tags[at : at + 2] == [";", "q"]:
            return _quoted_to_end(analysis, at + 1, ceiling)
        probe = at
        while probe < ceiling and tags[probe] != "q" and probe < at + 12:
            if tags[probe] in "v;":
                return None
            probe += 1
        return quotation_after(analysis, probe) if probe < len(tags) and tags[probe] == "q" else None
    if at + 1 < ceiling and tags[at] == ",":
        if analysis.tokens.lowers[at + 1] in {"adding", "while", "though"} or tags[at + 1] in "gW":
            return None
        if tags[at + 1] == "C" and opens_attribution(analysis, at + 2, ceiling):
            return None
        if tags[at + 1] == "q" and quotation_after(analysis, at + 1) is None:
            return None  # A title: "Norway said in its book, “The Long Quay”".
        return ((at + 1, clause_end(analysis, at + 1, ceiling, clausal=True)),)
    return None
