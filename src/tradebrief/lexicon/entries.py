"""One frozen class for each table of the lexicon, as its TOML file states it."""

from __future__ import annotations

from attrs import frozen

from tradebrief.model import (
    Act,
    ActorId,
    ActorKind,
    Assertion,
    Certainty,
    ClaimKind,
    Light,
    MeasureKind,
    Outlook,
    Polarity,
)

__all__ = [
    "APPRAISAL_CATEGORIES",
    "CATEGORIES",
    "FRAMES",
    "STANCE_CATEGORIES",
    "ActorEntry",
    "AppraisalExample",
    "AppraisalRule",
    "CodeRule",
    "Concept",
    "Cue",
    "CueExample",
    "Currency",
    "HsChapter",
    "MeasureTerm",
    "PlaceEntry",
    "Pronoun",
    "StanceExample",
    "StanceRule",
    "Unit",
]

CATEGORIES = ("verb", "modal", "noun", "adjective", "phrase", "mark")
FRAMES = (
    "quote",
    "that",
    "bare",
    "wh",
    "to",
    "infinitive",
    "ing",
    "np",
    "np_that",
    "np_bare",
    "np_wh",
    "np_quote",
    "np_to",
    "clause_to",
    "np_infinitive",
    "passive_to",
    "np_as",
    "np_adj",
    "np_participle",
    "np_number",
    "np_pp",
    "np_with_pp",
    "pp",
    "bare_adj",
    "subject_to",
    "impression",
    "pattern",
)


@frozen(kw_only=True)
class ActorEntry:
    """A country, bloc, body, state or person that the lexicon knows by name.

    Attributes:
        id: Id of the actor, such as ``country:jp``.
        kind: What sort of actor it is.
        name: Its name in running text.
        aliases: Other names.
        demonyms: Adjectives and names of its people, the adjective first.
        capital: Capital of a country, whether or not its name stands for the government.
        seats: Capitals and houses that stand for its government.
        weak_seats: Seats whose name is more often something else.
        country: ISO 3166-1 alpha-2 code of the country that it is or belongs to.
        members: Codes of the member countries of a bloc.
        currency: ISO 4217 code of a country's currency.
        ambiguous: Whether the capitalised name is often something else.
        same_as: Ids of the same actor elsewhere.
    """

    id: ActorId
    kind: ActorKind
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    weak_seats: tuple[str, ...] = ()
    country: str | None = None
    members: tuple[str, ...] = ()
    currency: str | None = None
    ambiguous: bool = False
    same_as: tuple[str, ...] = ()


@frozen(kw_only=True)
class CueExample:
    """A sentence that a cue must read, and what it must read in it."""

    text: str
    frame: str
    cue: str
    source: str | None = None
    content: tuple[str, ...] = ()


@frozen(kw_only=True)
class Cue:
    """A word or phrase that attributes, with the complements it takes.

    Attributes:
        id: Unique; rule ids are ``claim.<id>.<frame>``.
        category: ``verb``, ``modal`` (a modal with other words: "would rather"), ``noun``, ``adjective``, ``phrase`` or
            ``mark`` (of punctuation).
        lemma: Base form, of one or more words; the first is inflected. That of a verb may have a star where its object
            stands: "give * credit".
        alternate: Another spelling of the lemma.
        forms: Irregular forms by name (``past``, ``participle``, ``gerund``, ``third``).
        pattern: For a phrase its words, with ``{source}`` or ``{possessive}`` for the holder.
        kind: Whether the holder says, thinks, knows or wants the content.
        frames: Complements that it takes, of ``FRAMES``.
        prepositions: What opens the content in the frames ``pp`` and ``np_pp``, its second part in ``np_with_pp``, and
            the holder in ``impression``.
        assertion: What the cue itself does to its content.
        certainty: How sure of the content the holder is.
        act: The speech act.
        polarity: The holder's side toward the content, where the cue takes one.
        outlook: How the holder looks ahead, where the cue says.
        unheld: Whether a noun attributes though it names nobody: "amid fears that the port will close".
        singular: Whether a noun attributes in the singular alone: "its interest in a pact", not "its interests".
        agent: Whether a noun names the holder, as what somebody is: "is an opponent of the duty".
        documents: Whether a verb attributes only where its subject is a document: "the figures show a fall".
        negated: Whether an adjective or verb attributes only where it is negated, which its ``assertion`` counts in:
            "would not be drawn on the date", "will not hear of a fee".
        examples: Sentences that it must read.
        rejects: Sentences in which it must find nothing.
    """

    id: str
    category: str
    lemma: str = ""
    alternate: str = ""
    forms: dict[str, str]
    pattern: str = ""
    kind: ClaimKind
    frames: tuple[str, ...]
    prepositions: tuple[str, ...] = ()
    assertion: Assertion = Assertion.ASSERTED
    certainty: Certainty = Certainty.CERTAIN
    act: Act = Act.STATE
    polarity: Polarity | None = None
    outlook: Outlook | None = None
    unheld: bool = False
    singular: bool = False
    agent: bool = False
    documents: bool = False
    negated: bool = False
    examples: tuple[CueExample, ...] = ()
    rejects: tuple[str, ...] = ()


@frozen(kw_only=True)
class StanceExample:
    """A sentence that a stance rule must read.

    Attributes:
        text: The sentence.
        holder: Who takes the side, as worded.
        target: Toward what.
        polarity: The side, where it is not the rule's.
    """

    text: str
    holder: str
    target: str
    polarity: Polarity | None = None


APPRAISAL_CATEGORIES = ("verb", "noun", "adjective", "adverb")
STANCE_CATEGORIES = ("deed", "dealing", "verb", "split", "feeling", "noun", "adjective", "role", "copular", "neutral")


@frozen(kw_only=True)
class StanceRule:
    """A word by which somebody takes a side toward what it governs.

    Attributes:
        id: Unique; the rule id is ``stance.<id>``.
        reason: Why the word shows the stance.
        category: ``deed``: a verb whose subject acts on a measure; ``dealing``: a verb and object that are done
            toward somebody, who is the target; ``verb``, ``noun`` and ``adjective``: a word
            with its target in one of its slots; ``split``: a verb with its target amid its words; ``feeling``: a verb
            whose object, or what stands in one of its slots, takes the side toward its subject ("angered", "sat ill
            with"); ``role``: a noun for whoever takes the side
            ("critic"); ``copular``: a noun of somebody's with its target after a form of be ("its offer is a quota");
            ``neutral``: a verb or phrase by which somebody takes no side, with or without a target.
        words: Lemmas, of one or more words; the first is inflected. Those of a ``split`` have a star where the target
            stands: ``take * to court``, ``come to *'s aid``; ``{forum}`` or ``{blacklist}`` at the end stands for a
            phrase with a word of that list of the table ``stances/control``.
        objects: The head nouns of which the object of a deed or dealing must have one, and the target of others.
        slots: Where the target stands: ``object``, or after one of these prepositions; the first that fits counts.
            ``owner`` of a dealing is whose its object is ("froze Lima's assets"); with ``by`` alone the subject of a
            passive takes the side, toward the agent ("will not be lectured by").
        polarity: The holder's side toward the target.
        act: The act.
        negation: ``turns`` where a negation turns the side round, ``voids`` where nothing is left of it, ``needed``
            where the words take the side only with one ("will not hear of"), ``refused`` where they do so only if
            somebody will not do it ("refused to meet", but not "did not meet"). A rule of the category ``neutral`` that
            ``turns`` says so only where it is negated ("took no side").
        actors: Whether only an actor, or what an actor's name is part of, can be the target; of a dealing, whether
            only an actor itself can.
        examples: Sentences that it must read.
        rejects: Sentences in which it must find nothing.
    """

    id: str
    reason: str
    category: str
    words: tuple[str, ...]
    objects: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    polarity: Polarity
    act: Act
    negation: str = "voids"
    actors: bool = False
    examples: tuple[StanceExample, ...] = ()
    rejects: tuple[str, ...] = ()


@frozen(kw_only=True)
class AppraisalExample:
    """A sentence that an appraisal rule must read, with the words that mention whom it presents.

    Attributes:
        text: The sentence.
        mention: The words that mention whom the rule's words present.
        light: The light, where a negation turns that of the rule round.
    """

    text: str
    mention: str
    light: Light | None = None


@frozen(kw_only=True)
class AppraisalRule:
    """Words that present somebody in a good or a bad light.

    Attributes:
        id: Unique; the rule id is ``appraisal.<id>``.
        reason: Why the words show the light.
        category: ``verb``, ``noun``, ``adjective`` or ``adverb``.
        words: Lemmas, of one or more words; the first of a verb and the last of a noun is inflected.
        slots: Where whom they present stands: ``subject`` and ``object`` of a verb; ``owner``: whoever is so, or has or
            does it; ``bearer``: whoever is called so, but not whose it is; ``receiver``: the subject of the verb whose
            object a noun is; or after one of these prepositions. The first that fits counts.
        light: The light.
        toward: Whether a verb presents its subject only where it has an object that mentions somebody.
        examples: Sentences that it must read.
        rejects: Sentences in which it must find nothing.
    """

    id: str
    reason: str
    category: str
    words: tuple[str, ...]
    slots: tuple[str, ...]
    light: Light
    toward: bool = False
    examples: tuple[AppraisalExample, ...] = ()
    rejects: tuple[str, ...] = ()


@frozen(kw_only=True)
class Concept:
    """A name for what stances are about.

    Attributes:
        name: The name, in lower case.
        words: What it is called in running text, without articles; any of them ends the phrase.
    """

    name: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class CodeRule:
    """A rule that the grammar in code applies.

    Attributes:
        id: As results carry it.
        reads: What such a result was read from, in one sentence.
    """

    id: str
    reads: str


@frozen(kw_only=True)
class Pronoun:
    """A pronoun with what it tells of its actor; None where it tells nothing."""

    word: str
    number: str | None
    gender: str | None
    person: int
    case: str


@frozen(kw_only=True)
class Currency:
    """A currency with the words and symbols that name it."""

    code: str
    words: tuple[str, ...]
    symbols: tuple[str, ...] = ()


@frozen(kw_only=True)
class HsChapter:
    """A chapter of the Harmonized System.

    Attributes:
        number: Two digits, such as ``"72"``.
        title: Its short title; that of chapter 77, which is empty, says so.
        words: What running text calls the goods.
    """

    number: str
    title: str
    words: tuple[str, ...] = ()


@frozen(kw_only=True)
class Unit:
    """A unit with the words that name it."""

    name: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class MeasureTerm:
    """Words of a product, an agreement or a policy.

    Attributes:
        kind: Product, agreement or policy.
        name: The normalized name.
        words: What it is called in running text.
        role: ``name``: is one by itself; ``weak``: is one where the text trades in it; ``head``: is one, and is more
            with what stands before it; ``bound``: is one only with something before it; ``modifier``: stands before
            one.
        hs: Chapter of the Harmonized System, where it is sure.
    """

    kind: MeasureKind
    name: str
    words: tuple[str, ...]
    role: str = "name"
    hs: str | None = None


@frozen(kw_only=True)
class PlaceEntry:
    """A place that is no actor by itself.

    Attributes:
        name: Its name in running text.
        country: ISO 3166-1 alpha-2 code of the country that a city lies in; None for regions, seas and the like.
        ambiguous: Whether the name is as often a person's, another place's or a common word.
    """

    name: str
    country: str | None = None
    ambiguous: bool = False
