"""Predictions in the shapes that the benchmarks' scorers read, through the public API alone.

    python benchmarks/predict.py TASK INPUT.jsonl OUTPUT.jsonl [--jobs N]
    python benchmarks/predict.py trade FOLDER OUTPUT_FOLDER [--jobs N]

A record that can't be read is reported on standard error and answered with an empty prediction. The
output is the same for any number of jobs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import tradebrief as tb

Record = dict[str, Any]
T = TypeVar("T")
R = TypeVar("R")

BLOCK_KINDS = {
    tb.BlockKind.HEADLINE: "heading",
    tb.BlockKind.HEADING: "heading",
    tb.BlockKind.LABEL: "heading",
    tb.BlockKind.PARAGRAPH: "paragraph",
    tb.BlockKind.KEY_POINT: "paragraph",
    tb.BlockKind.QUOTATION: "paragraph",
    tb.BlockKind.FOOTNOTE: "paragraph",
    tb.BlockKind.LIST_ITEM: "list_item",
    tb.BlockKind.CAPTION: "caption",
    tb.BlockKind.BYLINE: "other",
    tb.BlockKind.DATELINE: "other",
    tb.BlockKind.TABLE: "other",
    tb.BlockKind.ATTRIBUTION: "other",
    tb.BlockKind.BOILERPLATE: "other",
}
ACTOR_TYPES = {
    tb.ActorKind.PERSON: "person",
    tb.ActorKind.ORGANIZATION: "organization",
    tb.ActorKind.BLOC: "organization",
    tb.ActorKind.GOVERNMENT: "organization",
    tb.ActorKind.GROUP: "organization",
    tb.ActorKind.COUNTRY: "place",
    tb.ActorKind.SUBNATIONAL: "place",
}


ADDRESSING_FRAMES = frozenset({"np_to", "np_pp"})  # "urged Lima to wait", "accused Lima of waiting".
FIRST_WORDS = 10
NEAR_WORDS = 5
PLAN_WORDS = 4
SUBJECT_WORDS = 2
APART = frozenset({"of", "to", "with", "against", "that", "at", "between"})  # After these others are named.
JUDGMENTS = frozenset({"stance.judgment.predicate", "stance.judgment.duty"})
CLAUSE_FRAMES = frozenset({"to", "clause_to", "np_to", "that", "bare", "np_that", "np_bare", "ing", "wh"})
SIDE_OF_ACT = {
    tb.Act.DEMAND: tb.Polarity.OPPOSE,
    tb.Act.THREATEN: tb.Polarity.OPPOSE,
    tb.Act.REJECT: tb.Polarity.OPPOSE,
    tb.Act.CRITICIZE: tb.Polarity.OPPOSE,
    tb.Act.ACCUSE: tb.Polarity.OPPOSE,
    tb.Act.OFFER: tb.Polarity.SUPPORT,
    tb.Act.AGREE: tb.Polarity.SUPPORT,
    tb.Act.CONCEDE: tb.Polarity.SUPPORT,
    tb.Act.PRAISE: tb.Polarity.SUPPORT,
}
CLEAR_TONE = 3
NEAR_TONE = 60  # Code points.
PRONOUNS = ({"he", "him", "his", "himself"}, {"she", "her", "hers", "herself"})


class Answer(NamedTuple):
    """A prediction, and what went wrong or should be known about it, if anything."""

    prediction: Record
    note: str | None = None


def attribution(record: Record, *, keep_nested: bool = False) -> Record:
    """Claims by source, cue and content.

    Where the gold gives each word one role in at most one claim, a claim within another one is left out; where it
    takes the relative pronoun at a cue ("who") for the source, so is it here, and not the words that it stands for;
    where it counts those who are asked or accused to what is said of them, the content begins with them; where a
    relative pronoun stands for what is meant ("which Lima rejects"), the content is the pronoun.
    """
    brief = tb.read(record["text"], format="text")
    claims = brief.claims
    return {
        "claims": [
            {
                "source": [pair(relative_pronoun(brief, claim) or claim.source)] if claim.source else [],
                "cue": [pair(claim.cue)] if claim.cue else [],
                "content": [pair(part) for part in content_of(brief, claim)],
            }
            for claim in claims
            if keep_nested or claim.within is None
        ]
    }


def relative_pronoun(brief: tb.Brief, claim: tb.Claim) -> tb.Span | None:
    """The relative pronoun between a claim's source and its cue, if nothing else stands there."""
    if claim.source is None or claim.cue is None or claim.source.end >= claim.cue.start:
        return None
    between = brief[tb.Span(claim.source.end, claim.cue.start)]
    words = between.strip(" ,\n").split()
    if not words or words[0] not in {"who", "which", "that"} or not all(map(is_adverb, words[1:])):
        return None
    start = claim.source.end + between.find(words[0])
    return tb.Span(start, start + len(words[0]))


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a relative pronoun and its verb."""
    return word in {"also", "both", "still", "now", "never", "once", "later", "then", "just"} or word.endswith("ly")


def content_of(brief: tb.Brief, claim: tb.Claim) -> tuple[tb.Span, ...]:
    """A claim's content as PolNeAR words it: with those who are asked or accused, or as a relative pronoun."""
    first, *rest = claim.content
    if claim.cue is None:
        return claim.content
    if claim.source and first.end < claim.source.start and claim.source.end <= claim.cue.start:
        between = brief[tb.Span(first.end, claim.source.start)]
        if (word := between.strip(" ,\n")) in {"which", "whom", "that"}:
            start = first.end + between.find(word)
            return (tb.Span(start, start + len(word)), *rest)
    active = claim.source is not None and claim.source.start < claim.cue.start
    addresses = active and claim.rule.rpartition(".")[2] in ADDRESSING_FRAMES
    if not addresses or first.start <= claim.cue.end:
        return claim.content
    return (tb.Span(claim.cue.end, first.end), *rest)


def structure(record: Record) -> Record:
    """Blocks with their words, without white space; the gold texts have no bullets."""
    blocks = tb.parse(record["text"], format="text").blocks
    return {
        "blocks": [
            {"kind": BLOCK_KINDS[block.kind], "span": pair(block.content)}
            for block in blocks
            if block.kind is not tb.BlockKind.BLANK
        ]
    }


def sentences(record: Record) -> Record:
    """Sentences by their ends."""
    article = tb.parse(record["text"], format="text")
    return {"sentences": [pair(sentence.span) for sentence in tb.find_sentences(article)]}


def actors(record: Record) -> Record:
    """Names of persons, organizations and places; no descriptions, pronouns or demonyms.

    A capital is one place, whether the text means the town or the government that sits there.
    """
    found = tb.find_mentioned(tb.parse(record["text"], format="text"))
    named = [
        {"span": pair(mention.span), "type": type_, "entity": actor.id}
        for actor in found.actors
        if (type_ := ACTOR_TYPES.get(actor.kind)) is not None
        for mention in actor.mentions
        if mention.form is tb.MentionForm.NAME
    ]
    seats = [
        (mention.span, f"place:{'-'.join(found[mention.span].lower().split())}")
        for actor in found.actors
        for mention in actor.mentions
        if mention.form is tb.MentionForm.METONYM
    ]
    places = [(mention.span, place.id) for place in found.places for mention in place.mentions]
    named += [{"span": pair(span), "type": "place", "entity": id} for span, id in (*seats, *places)]
    return {"mentions": sorted(named, key=itemgetter("span"))}


def stance(record: Record) -> Record:
    """The side that a holder takes toward a target: support, oppose or neutral.

    Where several stances answer, the side of most of them, of those on the target itself before those on what the
    words for it belong to; as many for as against is neutral. Without a holder it is the light in which the target
    stands.
    """
    brief = tb.read(record["text"], format="text")
    target = tb.Span(*record["target"])
    if record["holder"] is None:
        return {"label": light_on(brief, target)}
    holder = tb.Span(*record["holder"])
    held = [found for found in brief.stances if is_held(brief, found, holder)]
    toward = [found for found in held if is_toward(brief, found, target)]
    sides = Counter(side_toward(brief, found, target) for found in toward or held)
    support, oppose = sides[tb.Polarity.SUPPORT], sides[tb.Polarity.OPPOSE]
    return {"label": "support" if support > oppose else "oppose" if oppose > support else "neutral"}


def light_on(brief: tb.Brief, place: tb.Span) -> str:
    """The light in which a text presents whoever is mentioned in a place: support, oppose or neutral.

    Each appraisal of them counts, and so does each side that anybody takes toward them, as much as a clear tone of the
    sentence does; where there are none, the tone decides if it is clear. As much good as bad is bad: what speaks
    against somebody weighs more in an impression than what speaks for them (Baumeister et al. 2001).
    """
    lights = Counter(found.light for found in tb.find_appraisals(brief) if is_presented(brief, found, place))
    sides = Counter(side_toward(brief, found, place) for found in brief.stances)
    good = lights[tb.Light.FAVOURABLE] + sides[tb.Polarity.SUPPORT]
    bad = lights[tb.Light.UNFAVOURABLE] + sides[tb.Polarity.OPPOSE]
    total = CLEAR_TONE * (good - bad) + tone_around(brief, place)
    if not good + bad and abs(total) < CLEAR_TONE:
        return "neutral"
    return "support" if total > 0 else "oppose"


def tone_around(brief: tb.Brief, place: tb.Span) -> int:
    """How much more good than bad there is in the words of the sentence that a place stands in.

    Those near it count twice, and those in it or soon after it, where predicates stand, three times.
    """
    balance = 0
    for tone in tb.find_tones(brief):
        if tone.sentence.overlaps(place):
            balance += sum(nearness(word, place) for word in tone.favourable)
            balance -= sum(nearness(word, place) for word in tone.unfavourable)
    return balance


def nearness(word: tb.Span, place: tb.Span) -> int:
    """How much a word counts for what stands in a place: 1 if it is far away, 2 before it and 3 in it or after it."""
    if word.start >= place.end + NEAR_TONE or word.end <= place.start - NEAR_TONE:
        return 1
    return 2 if word.end <= place.start else 3


def is_presented(brief: tb.Brief, found: tb.Appraisal, place: tb.Span) -> bool:
    """Whether an appraisal presents whoever is mentioned in a place; pronouns of nobody known are one person's."""
    if found.mention.overlaps(place):
        return True
    if found.actor is not None:
        return is_mentioned(brief, found.actor, place)
    named, asked = brief[found.mention].lower(), brief[place].lower()
    return any({named, asked} <= words for words in PRONOUNS)


def is_toward(brief: tb.Brief, found: tb.Stance, place: tb.Span) -> bool:
    """Whether a stance is on an actor who is mentioned in a place, and not only on a thing whose words name them."""
    actor = found.target.actor if found.target is not None else None
    return found.polarity is not None and actor is not None and is_mentioned(brief, actor, place)


def side_toward(brief: tb.Brief, found: tb.Stance, place: tb.Span) -> tb.Polarity | None:
    """The side that a stance shows toward what stands in a place, or toward the actor that is named there.

    What somebody wants to happen shows a side toward those who are asked, or named where it begins, by the act alone:
    a demand, a threat and a refusal are against them, an offer and a concession are for them. The side toward a thing
    counts toward those who are named in the words for it, or soon after them; support for a plan does so only toward
    those among its first words ("a plan to help growers in Lima" takes no side toward Lima).
    """
    target = found.target
    if target is None:
        return None
    clause = found.claim is not None and found.rule.rsplit(".", 1)[-1] in CLAUSE_FRAMES
    if target.actor is None and (clause or found.act in {tb.Act.DEMAND, tb.Act.THREATEN}):
        side = SIDE_OF_ACT.get(found.act)
        if side is None and clause and is_subject(brief, found, target.span, place):
            side = found.polarity
        return side if is_party(brief, found, target.span, place) else None
    if target.actor is None:
        reached = found.rule not in JUDGMENTS and follows(brief, found, target.span, place)
    else:
        reached = is_mentioned(brief, target.actor, place)
    if is_amid(brief, found, place):
        return None
    if target.span.overlaps(place) or reached:
        demanded = found.act is tb.Act.DEMAND and not found.rule.startswith("stance.effect.")
        return tb.Polarity.OPPOSE if demanded else found.polarity
    return None


def is_amid(brief: tb.Brief, found: tb.Stance, place: tb.Span) -> bool:
    """Whether a place stands amid the words for a plan that somebody supports, and not among the first of them."""
    target = found.target
    if target is None or target.kind is not tb.TargetKind.PROPOSAL or found.polarity is not tb.Polarity.SUPPORT:
        return False
    before = brief[tb.Span(target.span.start, max(target.span.start, place.start))].split()
    return target.actor is None and target.span.overlaps(place) and len(before) > PLAN_WORDS


def follows(brief: tb.Brief, found: tb.Stance, thing: tb.Span, place: tb.Span) -> bool:
    """Whether a place follows the words for a thing within the evidence: "a plan | for growers in Lima"."""
    if place.start < thing.end or not any(span.overlaps(place) for span in found.evidence):
        return False
    between = brief[tb.Span(thing.end, place.start)].split()
    return len(between) <= NEAR_WORDS and (not between or between[0] not in APART)


def is_subject(brief: tb.Brief, found: tb.Stance, clause: tb.Span, place: tb.Span) -> bool:
    """Whether a reported clause opens with the words in a place: "fears that | Lima will wait"."""
    reported = found.rule.rsplit(".", 1)[-1] in {"that", "bare", "np_that", "np_bare"}
    before = brief[tb.Span(clause.start, max(clause.start, place.start))].split()
    return reported and clause.overlaps(place) and len(before) <= SUBJECT_WORDS


def is_party(brief: tb.Brief, found: tb.Stance, wanted: tb.Span, place: tb.Span) -> bool:
    """Whether those who are named in a place are asked for something, or named among the first words for it."""
    if wanted.overlaps(place):
        return len(brief[tb.Span(wanted.start, max(wanted.start, place.start))].split()) <= FIRST_WORDS
    return place.end <= wanted.start and any(span.overlaps(place) for span in found.evidence)


def is_held(brief: tb.Brief, found: tb.Stance, place: tb.Span) -> bool:
    """Whether the holder of a stance is mentioned in a place, or the words that name the holder here stand there."""
    sources = (claim.source for claim in brief.claims if claim.id == found.claim)
    named_here = any(source is not None and source.overlaps(place) for source in sources)
    return named_here or is_mentioned(brief, found.holder, place)


def is_mentioned(brief: tb.Brief, actor: tb.ActorId, place: tb.Span) -> bool:
    """Whether an actor is mentioned in a place."""
    return any(mention.span.overlaps(place) for mention in brief.actor(actor).mentions)


def pair(span: tb.Span) -> list[int]:
    """A span as the benchmarks write it."""
    return [span.start, span.end]


PREDICTORS: dict[str, Callable[[Record], Record]] = {
    "attribution": attribution,
    "structure": structure,
    "sentences": sentences,
    "actors": actors,
    "stance": stance,
}
EMPTY: dict[str, Record] = {
    "attribution": {"claims": []},
    "structure": {"blocks": []},
    "sentences": {"sentences": []},
    "actors": {"mentions": []},
    "stance": {"label": "neutral"},
}


def answer(record: Record, *, task: str, keep_nested: bool = False) -> Answer:
    """The prediction for one record, empty where it can't be read."""
    predict = partial(attribution, keep_nested=keep_nested) if task == "attribution" else PREDICTORS[task]
    try:
        return Answer({"id": record["id"]} | predict(record))
    except tb.TradebriefError as error:
        return Answer({"id": record["id"]} | EMPTY[task], f"{record['id']}: {error}")


def document(path: Path, *, folder: Path) -> str | None:
    """Write what is read from a file as a JSON document; give what should be known about it.

    A file that can't be read leaves no document, which is scored as an empty one.
    """
    out = folder / f"{path.stem}.json"
    out.unlink(missing_ok=True)
    try:
        brief = tb.read(path)
        out.write_text(tb.dumps(brief), encoding="utf-8", newline="")
    except tb.TradebriefError as error:
        return f"{path.name}: {error}"
    if brief.article.provenance.format == "text" and path.suffix.lower() != ".txt":
        return f"{path.name}: no input format for {path.suffix or 'files without suffix'}: read as plain text"
    return None


def spread(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """The results in the order of the items, worked out by as many processes as there are jobs."""
    if jobs == 1:
        yield from map(function, items)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(function, items, chunksize=8)


def run_records(function: Callable[[Record], Answer], source: Path, out: Path, jobs: int) -> Iterator[str]:
    """Answer every line of a file, and give what should be known about them."""
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8", newline="\n") as written:
        for prediction, note in spread(function, map(json.loads, lines), jobs):
            written.write(json.dumps(prediction) + "\n")
            if note:
                yield note


def run_folder(source: Path, out: Path, jobs: int) -> Iterator[str]:
    """Write a document for every file of a folder, and give what should be known about them."""
    paths = sorted(path for path in source.iterdir() if path.is_file() and not path.name.startswith("."))
    doubled = [stem for stem, number in Counter(path.stem for path in paths).items() if number > 1]
    if doubled:
        raise ValueError(f"several files in {source} would give one document: {', '.join(doubled)}")
    out.mkdir(parents=True, exist_ok=True)
    yield from filter(None, spread(partial(document, folder=out), paths, jobs))


def job_count(words: str) -> int:
    """A number of processes."""
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"at least one job is needed, not {words}")
    return int(words)


def main() -> int:
    """Run one task."""
    parser = argparse.ArgumentParser(description="Predict what a benchmark scores.")
    parser.add_argument("task", choices=[*PREDICTORS, "trade"])
    parser.add_argument("input", type=Path, help="a JSONL file with gold or texts; for trade a folder of texts")
    parser.add_argument("output", type=Path, help="the JSONL file to write; for trade a folder")
    parser.add_argument("--jobs", type=job_count, default=1, metavar="N", help="number of processes (default: 1)")
    parser.add_argument("--nested", choices=["keep", "drop"], default="drop", help="claims within claims (attribution)")
    options = parser.parse_args()
    predict = partial(answer, task=options.task, keep_nested=options.nested == "keep")
    try:
        if options.task == "trade":
            notes = run_folder(options.input, options.output, options.jobs)
        else:
            notes = run_records(predict, options.input, options.output, options.jobs)
        for note in notes:
            print(f"predict: {note}", file=sys.stderr)
    except (OSError, ValueError) as error:
        print(f"predict: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
