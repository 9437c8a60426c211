"""The subject of a verb group: before it, through a relative pronoun, or shared with another verb."""

from __future__ import annotations

from tradebrief.extraction.claims.coordinated_verbs import (
    before_aside,
    before_attribution,
    is_cue,
    is_in_free_relative,
    is_relative,
    is_speaker_again,
    main_verb,
    parallel_report,
    report_before,
    wanting,
)
from tradebrief.extraction.claims.papers import is_others_paper
from tradebrief.extraction.claims.sources import Source, can_hold, head_end, is_document, subject_after
from tradebrief.extraction.grammar.adjuncts import skip_adjuncts, time_start
from tradebrief.extraction.grammar.clauses import withholds
from tradebrief.extraction.grammar.phrases import VerbGroup, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.grammar.verbs_before import (
    are_parallel,
    auxiliary_before,
    clause_verb_before,
    disagree,
    first_verb,
    reporting_before,
    reports,
    verb_before,
)
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["in_relative", "is_outstanding", "subject_before", "subject_of"]

_OPENING_RELATIVE = frozenset({"who", "which", "that", "whose"})
_QUOTED = "quoted"
_PARTICLES = frozenset({"out", "up", "off", "down"})
_ASIDE_REACH = 6
_SHARED_REACH = 60
_MOST_STEPS = 12  # From a verb to the one whose subject it shares, and on: more are no sentence of anybody's.
_TOLD = frozenset({"that", "np_adj"})  # Frames of cues over what is told or judged.
_YET = frozenset({"yet", "still"})
_REMAINING = frozenset({"remain", "remains", "remained"})
_SO_FAR = ["so", "far", "as"]
_IMPELLED = frozenset({"feel", "feels", "felt", "feeling", "is", "are", "was", "were", "been", "be"})
_GO = frozenset({"go", "goes", "went", "gone", "going"})
_THEM = frozenset({"them", "us", "whom"})
_ONE_BY_ONE = frozenset({"each", "one", "another", "neither"})
_INSTEAD = frozenset({("rather", "than"), ("instead", "of")})


def subject_of(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject of a verb group: before it, through a relative pronoun, or shared with the verb before."""
    if group.infinitive:
        return _raised(analysis, group, floor)
    if group.gerund:
        return _of_participle(analysis, group, floor)
    return _before(analysis, group.subject_end, floor)


def _before(analysis: Analysis, end: int, floor: int, left: int = _MOST_STEPS) -> Source | None:
    return subject_before(analysis, end, floor, noun_phrase_before(analysis, end, floor), left)


def subject_before(
    analysis: Analysis, end: int, floor: int, phrase: tuple[int, int] | None, left: int = _MOST_STEPS
) -> Source | None:
    """The subject of a finite verb.

    Args:
        analysis: The article's.
        end: The token before which the subject ends.
        floor: Where the sentence begins.
        phrase: The noun phrase that ends there.
        left: How many verbs that share their subject may still be passed.
    """
    tags = analysis.tags
    if end <= floor or not left:
        return None
    before = tags[end - 1]
    if before == "W" and phrase is not None and phrase[1] == end and analysis.tokens.lowers[end - 2] == "of":
        return Source(*phrase)  # "the mills, one of which said"
    if before in "WH" and is_relative(analysis, end - 1):
        stop = end - 1 - (end - 2 >= floor and tags[end - 2] == ",")
        found = _with_apposition(analysis, noun_phrase_before(analysis, stop, floor), floor)
        if found is not None and analysis.tags[found[0] - 1] == "X" and analysis.tokens.lowers[floor] == "it":
            found = noun_phrase_before(analysis, found[0] - 2, floor) or found  # "It was Oslo, not Lima, that"
        apart = stop < end - 1
        return (_of_those(analysis, Source(*found)) if apart else Source(*found)) if found else None
    if before == "," and (divided := _around_attribution(analysis, end - 1, floor)) is not None:
        return divided
    if before == "C" or (
        before == "," and phrase is None and end - 2 >= floor and verb_before(analysis, end - 1, floor) is not None
    ):
        return _shared(analysis, end - 1, floor, left - 1)
    if phrase is None:
        return None
    if tags[phrase[1] - 1] == ")":
        phrase = _with_opening_name(analysis, phrase, floor)
    first = phrase[0]
    if before == "," and first - 2 > floor and tags[first - 1] == "g" and tags[first - 2] == ",":
        outer = noun_phrase_before(analysis, first - 2, floor)  # "Oslo, citing the deal, which Lima wrote, said"
        if outer is not None:
            return Source(*outer)
    if first - 2 >= floor and tags[first - 1] == "P" and is_relative(analysis, first - 2):
        return subject_before(analysis, first - 1, floor, phrase, left - 1)  # "who in the past has said"
    if before == "," and analysis.tokens.lowers[first] == "whose" and first - 1 > floor and tags[first - 1] == ",":
        return _before(analysis, first - 1, floor, left - 1)  # "Lund, whose mill has closed, said"
    if tags[first - 1] in "XP" and (contrasted := _contrasted(analysis, first, floor)) is not None:
        return contrasted
    return Source(*phrase)


def _contrasted(analysis: Analysis, first: int, floor: int) -> Source | None:
    """The subject that words before a verb only set off: "Peru rather than Norway backs", "Peru and not Norway"."""
    if first - 2 <= floor:
        return None
    lowers = analysis.tokens.lowers
    instead = tuple(lowers[first - 2 : first]) in _INSTEAD
    if not instead and not (lowers[first - 1] == "not" and analysis.tags[first - 2] == "C"):
        return None
    found = noun_phrase_before(analysis, first - 2, floor)
    return Source(*found) if found is not None else None


def _around_attribution(analysis: Analysis, comma: int, floor: int) -> Source | None:
    """The subject before an attribution between commas, whose clause goes on after it: "Lima, he said, believes"."""
    cue = _last_cue(analysis, comma, floor)
    speaker = noun_phrase_before(analysis, cue, floor) if cue is not None else None
    if speaker is None or speaker[0] - 2 < floor or analysis.tags[speaker[0] - 1] != ",":
        return None
    if analysis.tokens.lowers[speaker[0]] == "whose":
        return None
    subject = noun_phrase_before(analysis, speaker[0] - 1, floor)
    return Source(*subject) if subject is not None and subject[0] == floor else None


def _of_those(analysis: Analysis, source: Source) -> Source:
    """Whom a relative clause tells of: the last noun where the first can say nothing, "fire from mills, which say"."""
    if can_hold(analysis, source):
        return source
    at = analysis.tagged.rfind("P", source.first + 1, source.end - 1)
    inner = Source(at + 1, source.end)
    return inner if at > 0 and can_hold(analysis, inner) else source


def _with_opening_name(analysis: Analysis, phrase: tuple[int, int], floor: int) -> tuple[int, int]:
    """A phrase that ends in a bracket with the name that opens the sentence: "Ana Ruiz, the head of Ode (ODE) said"."""
    tags, (first, end) = analysis.tags, phrase
    if first - 1 <= floor or tags[first - 1] != "," or tags[first] != "D":
        return phrase
    named = noun_phrase_before(analysis, first - 1, floor)
    opens = named is not None and named[0] == floor and tags[first - 2] == "E"
    return (floor, end) if opens else phrase


def _with_apposition(analysis: Analysis, found: tuple[int, int] | None, floor: int) -> tuple[int, int] | None:
    """A phrase with the one that it stands in apposition to: "the Growers, a group of mills, which"."""
    if (
        found is not None
        and found[0] - 3 > floor
        and analysis.tags[found[0] - 1] == "P"
        and analysis.tags[found[0] - 2] == "A"
    ):
        whole = noun_phrase_before(analysis, found[0] - 2, floor)  # "an envoy now at the Institute, who"
        found = (whole[0], found[1]) if whole is not None else found
    if found is None or found[0] - 2 <= floor or analysis.tags[found[0] - 1] != "," or analysis.tags[found[0]] == "E":
        return found
    head = noun_phrase_before(analysis, found[0] - 1, floor)
    return (head[0], found[1]) if head and analysis.tags[head[1] - 1] == "E" else found


def in_relative(analysis: Analysis, group: VerbGroup, floor: int) -> bool:
    """Whether the subject of a verb group is a relative pronoun."""
    end, tags = group.subject_end, analysis.tags
    if end <= floor:
        return False
    if _OPENING_RELATIVE.isdisjoint(analysis.tokens.lowers[max(floor, end - _ASIDE_REACH - 1) : end + 1]):
        return False  # As most.
    at = end - 1
    while at > floor and end - at < _ASIDE_REACH and tags[at] in "DSNEKA":
        at -= 1  # "who in the past has said"
    if analysis.tokens.lowers[at + 1] == "whose" or analysis.tokens.lowers[at] == "whose":
        return True  # "whose government has said"
    return is_relative(analysis, end - 1) or (tags[at] == "P" and at > floor and is_relative(analysis, at - 1))


def _shared(analysis: Analysis, at: int, floor: int, left: int) -> Source | None:
    """The subject of the verb that a coordinated verb follows, or of what reports that if it is nobody who speaks."""
    found = _of_first(analysis, at, floor, left)
    second = main_verb(analysis, at + 1)
    if found is None or not is_cue(analysis, second):
        return found
    owned = analysis.tags[found.first] == "S" and found.end - found.first > 1  # "its tea": whose tells nothing.
    if can_hold(analysis, Source(found.first + owned, found.end)) and not is_document(analysis, found):
        return found
    # "said the draft had holes and implored Lima to wait", "says its tea is clean and has vowed to sue"
    report = reporting_before(analysis, at, floor) if second > at + 1 else parallel_report(analysis, at, second, floor)
    outer = _before(analysis, verb_group(analysis, report, floor).subject_end, floor, left) if report else None
    return outer if outer is not None and can_hold(analysis, outer) else found


def _of_first(analysis: Analysis, at: int, floor: int, left: int) -> Source | None:
    """The subject of the verb that a coordinated verb follows."""
    second = at + 1
    if analysis.tags[at - 1] == "," and (main := before_attribution(analysis, at - 1, second, floor)) is not None:
        return _before(analysis, verb_group(analysis, main, floor).subject_end, floor, left)
    report = report_before(analysis, at, floor)
    if report is None and withholds(analysis, second, len(analysis.tags)):
        report = reporting_before(analysis, at, floor)  # "confirmed that they had met but would not say when"
    if report is not None:
        return _before(analysis, verb_group(analysis, report, floor).subject_end, floor, left)
    verb = verb_before(analysis, at, floor) or auxiliary_before(analysis, at, floor)
    if verb is not None and analysis.tags[second] == "M":  # "said Oslo did not want it but would sign"
        near = auxiliary_before(analysis, at, verb)
        verb = near if near is not None and near > verb and analysis.tags[near] == "i" else verb
    if verb is not None and analysis.tags[at - 1] == "," and analysis.tags[at] == "C":
        verb = before_aside(analysis, verb, at, floor) or verb
    for _ in range(3):
        if verb is None:
            return None
        end = verb_group(analysis, verb, floor).subject_end
        if end <= floor:
            return None
        if disagree(analysis, verb, second) and (outer := reporting_before(analysis, verb, floor)) is not None:
            verb = outer  # "say the levy hurts them, and are appealing"
            continue
        closes = analysis.tags[end - 1] == "q" and analysis.tags[end - 2 : end - 1] == [","]
        goes_on = (
            analysis.tags[end - 1] == "C"
            or closes  # "called it “slow,” rejected it and said"
            or is_speaker_again(analysis, end - 1, floor)
            or is_in_free_relative(analysis, end, floor)
            or (is_relative(analysis, end - 1) and not are_parallel(analysis, verb, second))
        )
        before = verb_before(analysis, end - 1, floor) if goes_on else wanting(analysis, verb, end, floor)
        if before is None:
            return _before(analysis, end, floor, left)
        verb = before
    return None


def _of_participle(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject of a participle: the noun right before it, or that of its main clause."""
    tags, at = analysis.tags, group.subject_end
    if at <= floor:  # It opens the sentence: the subject follows the comma.
        return _after_comma(analysis, group.verb)
    at -= tags[at - 1] == "q" and at - 2 > floor and tags[at - 2] == ","  # "called it “slow,” adding that"
    if (counted := _counted_before(analysis, at, floor)) is not None:
        return counted
    before = tags[at - 1]
    if (written := _before_time(analysis, at, floor)) is not None:
        group, at, before = group._replace(subject_end=written), written, tags[written - 1]
    going_on = before in "vi" and analysis.tokens.lowers[at - 1] in analysis.index.sets["grammar.going_on"]
    if going_on or (before == "d" and analysis.tokens.lowers[at - 1] == _QUOTED):
        # "cannot help thinking", "is quoted saying"
        return _before(analysis, verb_group(analysis, at - 1, floor).subject_end, floor)
    if before in "NE" and analysis.tokens.lowers[at - 1] not in analysis.index.sets["grammar.time"]:
        if (source := _beside_participle(analysis, group, floor)) is not None:
            return source
        following = tags[group.verb + 1] if group.verb + 1 < len(tags) else "."
        if analysis.tokens.lowers[group.verb] not in analysis.index.clausal or following not in "RDS":
            return None
        before = ","  # "is making a pitch to voters saying the law": whoever makes it says so.
    if before == "C" and (parallel := _gerund_before(analysis, at - 1, floor)) is not None:
        return _of_participle(analysis, verb_group(analysis, parallel, floor), floor)
    if before not in ",UC-" and not (before == "P" and analysis.tokens.lowers[at - 1] in {"by", "in", "as"}):
        return None
    if before == "P" and analysis.tokens.lowers[at - 1] == "as":  # "was quoted as saying", "quoted him as saying"
        cited = verb_group(analysis, at - 2, floor) if at - 2 > floor and tags[at - 2] == "d" else None
        return _before(analysis, cited.subject_end if cited else at - 1, floor)
    verb = _last_cue(analysis, at - 1, floor) if before == "," else None
    if verb is not None:
        return _before(analysis, verb_group(analysis, verb, floor).subject_end, floor)
    semicolon = analysis.tagged.rfind(";", max(floor, at - _SHARED_REACH), at)
    floor = semicolon + 1 or floor  # Of the clauses of a sentence the one it stands in.
    verb = first_verb(analysis, floor, at)
    if verb is None:
        return _after_comma(analysis, group.verb) if before in "UP" else _opening(analysis, group.verb, at - 1, floor)
    cues = analysis.index.verb_cues.get(analysis.tokens.lowers[verb], ())
    if before == "," and all(form.tail for form in cues):
        nested = clause_verb_before(analysis, at - 1, floor)
        verb = verb if nested is None else nested
    inverted = verb > floor and (
        tags[verb - 1] == "q" or (tags[verb - 1] == "," and not noun_phrase_before(analysis, verb, floor))
    )
    if inverted and analysis.tokens.lowers[verb] in analysis.index.verb_cues:
        return subject_after(analysis, verb + 1, at)  # "...," said the envoy, adding
    return _before(analysis, verb_group(analysis, verb, floor).subject_end, floor)


def _before_time(analysis: Analysis, end: int, floor: int) -> int | None:
    """The token after what somebody wrote or said before a time: "released a statement | on Friday saying"."""
    start = time_start(analysis, max(floor, end - _ASIDE_REACH), end)
    venues = analysis.index.sets["grammar.venues"]
    return start if start is not None and start > floor and analysis.tokens.lowers[start - 1] in venues else None


def _counted_before(analysis: Analysis, end: int, floor: int) -> Source | None:
    """Some of those told of before, as a participle's subject: ", many of them | arguing", "with each | insisting"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    at = end - 1
    if lowers[at] in _THEM and at - 2 > floor and lowers[at - 1] == "of":
        at -= 2
    if at <= floor or analysis.tags[at] not in "DKNR":
        return None
    if lowers[at] not in sets["grammar.several"] and lowers[at] not in _ONE_BY_ONE and at == end - 1:
        return None
    return Source(at, end) if analysis.tags[at - 1] in ",-" or lowers[at - 1] == "with" else None


def _gerund_before(analysis: Analysis, joint: int, floor: int) -> int | None:
    """The -ing form of saying before "and" that has a subject of its own: "with Lund saying it hurt and asking"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for at in range(joint - 1, max(floor + 1, joint - _SHARED_REACH), -1):
        if tags[at] in ".;q":
            return None
        if tags[at] == "g" and lowers[at] in analysis.index.clausal:
            return at if tags[at - 1] in "NER" else None
    return None


def _opening(analysis: Analysis, verb: int, mark: int, floor: int) -> Source | None:
    """The subject that opens the sentence before a participle between commas: "Lund, arguing that it was due, left"."""
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[verb], ())
    told = any(not _TOLD.isdisjoint(form.cue.frames) for form in forms)
    if analysis.tags[mark] != "," or not (told or analysis.tokens.lowers[mark + 1] == "having"):
        return None
    found = noun_phrase_before(analysis, mark, floor)
    return Source(*found) if found is not None and found[0] == floor else None


def _beside_participle(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The noun phrase right before a participle, if it is its subject, or whoever wrote or sent what it names.

    "a statement saying that", "with the mill calling it" and "groups backing the levy", but not "a vital negotiating
    point".
    """
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, group.subject_end
    found = noun_phrase_before(analysis, at, floor)
    if found is None:
        return None
    source, opener = Source(*found), found[0] - 1
    following = tags[group.verb + 1] if group.verb + 1 < len(tags) else "."
    if opener - 1 > floor and lowers[opener] == "to" and tags[opener - 1] in "vd":
        written = verb_group(analysis, opener - 1, floor)  # "wrote to the mayor asking that"
        return _before(analysis, written.subject_end, floor) or source
    told = following in "HqRDSENA:," or _takes_word(analysis, group.verb, lowers[group.verb + 1 : group.verb + 2])
    opener -= opener - 1 > floor and lowers[opener] in _PARTICLES and tags[opener - 1] in "vdgi"  # "put out a letter"
    venues = analysis.index.sets["grammar.venues"]
    if told and (lowers[at - 1] in venues or lowers[head_end(analysis, source) - 1] in venues):
        if opener > floor and tags[opener] in "vdgi" and not is_others_paper(analysis, at - 1, floor):
            # "issued a letter saying": whoever issued it says so.
            return _before(analysis, verb_group(analysis, opener, floor).subject_end, floor) or source
        return source
    absolute = opener > floor and (tags[opener] in ",-" or lowers[opener] == "with")
    if following in "Hq,:" or (absolute and following in "RDSE"):
        return source
    if absolute and following == "P" and can_hold(analysis, source) and _takes_preposition(analysis, group.verb):
        return source  # "with Lund calling for a ban"
    takes = _takes_object(analysis, group.verb) and following in "DSEN" and can_hold(analysis, source)
    return source if takes else None


def _takes_word(analysis: Analysis, verb: int, following: list[str]) -> bool:
    """Whether a verb and the word after it make a cue: "a letter calling on Lima"."""
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[verb], ())
    return any(form.tail[:1] == tuple(following) for form in forms)


def _takes_preposition(analysis: Analysis, verb: int) -> bool:
    """Whether a verb governs the preposition after it."""
    word = analysis.tokens.lowers[verb + 1]
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[verb], ())
    return any(form.tail == (word,) or (not form.tail and word in form.cue.prepositions) for form in forms)


def _takes_object(analysis: Analysis, verb: int) -> bool:
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[verb], ())
    return any(not form.tail and "np" in form.cue.frames for form in forms)


def _last_cue(analysis: Analysis, comma: int, floor: int) -> int | None:
    """The cue verb that ends an attribution in front of a comma: "The duty is high, she said in May, adding"."""
    verb = verb_before(analysis, comma, floor)
    if verb is not None and verb == comma - 1 and reports(analysis, verb) and analysis.tags[verb - 1] not in ",q":
        return verb  # "a charge that growers deny, noting"
    if verb is None or analysis.tags[verb - 1] in ",q":
        return None
    if analysis.tokens.lowers[verb] not in analysis.index.clausal and not reports(analysis, verb):
        return None
    return verb if skip_adjuncts(analysis, verb + 1, comma) == comma else None


def _after_comma(analysis: Analysis, verb: int) -> Source | None:
    _, ceiling = analysis.bounds[analysis.sentence_of(verb)]
    for probe in range(verb, min(ceiling, verb + 40)):
        if analysis.tags[probe] == ",":
            found = noun_phrase_after(analysis, probe + 1, ceiling)
            return Source(*found) if found else None
    return None


def is_outstanding(analysis: Analysis, to: int, floor: int) -> bool:
    """Whether an infinitive tells what is not so yet: "has yet | to be convinced", "remains | to be convinced"."""
    lowers, tags, at = analysis.tokens.lowers, analysis.tags, to - 1
    if at < floor or tags[to] != "T":
        return False
    return lowers[at] in _REMAINING or (at > floor and lowers[at] in _YET and tags[at - 1] in "VB")


def _raised(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject of an infinitive under a verb that only adds a phase or a look: "began to argue"."""
    at = group.first - 1
    if at - 1 >= floor and analysis.tokens.lowers[at] in _YET and analysis.tags[at - 1] in "VB":
        return _before(analysis, verb_group(analysis, at - 1, floor).subject_end, floor)  # "has yet to say"
    if at - 1 >= floor and analysis.tokens.lowers[at] == "on" and analysis.tokens.lowers[at - 1] in _GO:
        at -= 1  # "went on to say"
        return subject_of(analysis, verb_group(analysis, at, floor), floor)
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if at >= floor and lowers[at] in _REMAINING and tags[group.first + 1] == "B":
        return _before(analysis, verb_group(analysis, at, floor).subject_end, floor)  # "remains to be convinced"
    if at - 3 >= floor and lowers[at - 2 : at + 1] == _SO_FAR and lowers[at - 3] in _GO:
        return subject_of(analysis, verb_group(analysis, at - 3, floor), floor)  # "has gone so far as to say"
    if at - 1 >= floor and lowers[at] in analysis.index.sets["grammar.impelled"] and lowers[at - 1] in _IMPELLED:
        return subject_of(analysis, verb_group(analysis, at - 1, floor), floor)  # "felt obliged to deny"
    if at < floor or tags[at] not in "vdgi" or lowers[at] not in analysis.index.aspect:
        return None
    outer = verb_group(analysis, at, floor)
    return None if outer.infinitive else subject_of(analysis, outer, floor)
