"""The lexicon: all words and rules, read from TOML and indexed for the steps that look them up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from attrs import field, frozen

from tradebrief.errors import LexiconError
from tradebrief.lexicon._reading import Table, parse_toml, rows
from tradebrief.lexicon.actors import (
    ACTOR_FILES,
    ACTOR_KINDS,
    ROW_FILES,
    actor_row,
    body_rows,
    check_codes,
    named_by_country,
)
from tradebrief.lexicon.appraisals import appraisal_rule, implied_rules
from tradebrief.lexicon.entries import (
    CATEGORIES,
    FRAMES,
    STANCE_CATEGORIES,
    ActorEntry,
    AppraisalRule,
    CodeRule,
    Concept,
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
from tradebrief.lexicon.governing import governing_rules
from tradebrief.lexicon.layout import LayoutWords, read_layout
from tradebrief.lexicon.measures import OWN_TERMS, goods_terms, own_term, policy_terms
from tradebrief.model import (
    Act,
    ActorId,
    Assertion,
    Certainty,
    ClaimKind,
    Outlook,
    Polarity,
)

__all__ = ["Lexicon"]

_CUE_FILES = ("assertion", "belief", "fact", "eventuality", "nouns", "adjectives", "phrases")
_STANCE_FILES = (
    "stances", "stances/speech", "stances/conflict", "stances/cooperation", "stances/nouns", "stances/politics",
    "stances/adjectives", "stances/neutral", "stances/idioms",
)  # fmt: skip
_APPRAISAL_FILES = ("appraisals/verbs", "appraisals/nouns", "appraisals/adjectives")
_STANCE_FIELDS = {"deed": ("objects",), "dealing": ("objects", "slots"), "split": (), "feeling": ()}
_IRREGULAR = ("past", "participle", "gerund", "third")
_EXTRA_TABLES = (*ACTOR_KINDS, "cue", "rule", "appraisal", "concept", *OWN_TERMS)


@frozen(kw_only=True, cache_hash=True)  # Each step looks its own tables up by the lexicon.
class Lexicon:
    """Words and rules by which a brief is read: built-in ones, and those of the files given to ``load``.

    Tables are read when they are first looked at.

    Attributes:
        sources: Name and text of each TOML file, the built-in ones first.
    """

    sources: tuple[tuple[str, str], ...] = field(repr=False)

    @classmethod
    def load(cls, extra: Iterable[Path | str] = ()) -> Lexicon:
        """The built-in lexicon with entries of one's own added.

        Args:
            extra: TOML files of the same shapes: arrays of tables ``country``, ``subnational``, ``bloc``, ``body``,
                ``person``, ``cue``, ``rule``, ``appraisal``, ``concept``, ``good``, ``instrument`` or ``agreement``. An
                entry whose id is known replaces the built-in one.

        Raises:
            LexiconError: If a file is not TOML, or an entry is not valid.
            OSError: If a file can't be read.
        """
        if isinstance(extra, str | Path):
            raise TypeError("extra is an iterable of files, not one: write extra=[path]")
        more: list[tuple[str, str]] = []
        for path in map(Path, extra):
            try:
                text = path.read_bytes().decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise LexiconError(f"not UTF-8: byte offset {error.start}", str(path)) from None
            unknown = sorted(set(parse_toml(text, str(path))) - {*_EXTRA_TABLES, "as_of"})
            if unknown:
                raise LexiconError(f"unknown table {unknown[0]!r} (allowed: {', '.join(_EXTRA_TABLES)})", str(path))
            _refuse_doubles(parse_toml(text, str(path)), str(path))
            more.append((str(path), text))
        if not more:
            return cls.default()
        lexicon = cls(sources=(*_builtin(), *more))
        _ = (
            lexicon.actors,
            lexicon.cues,
            lexicon.stance_rules,
            lexicon.appraisal_rules,
            lexicon.concepts,
            lexicon.measure_terms,
        )  # Faults in the user's files show here, not later.
        return lexicon

    @staticmethod
    @cache
    def default() -> Lexicon:
        """The built-in lexicon."""
        return Lexicon(sources=_builtin())

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stand for all words and rules; names of files do not count."""
        digest = sha256()
        for _, text in self.sources:
            digest.update(text.replace("\r\n", "\n").encode())
            digest.update(b"\0")
        return digest.hexdigest()[:12]

    @cached_property
    def _extra(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        builtin = len(_builtin())
        return tuple((name, _parsed(text, name)) for name, text in self.sources[builtin:])

    @cached_property
    def _built_in(self) -> dict[str, str]:
        """Texts of the built-in files, whatever the user's own are called."""
        return dict(self.sources[: len(_builtin())])

    def table(self, name: str) -> dict[str, Any]:
        """A built-in file as a dictionary, by its name without suffix, such as ``"titles"``."""
        file = f"{name}.toml"
        return _parsed(self._built_in[file], file)

    def _all_rows(self, files: Iterable[str], key: str) -> list[Table]:
        found = [table for file in files for table in rows(self.table(file), key, f"{file}.toml")]
        return found + [table for name, values in self._extra for table in rows(values, key, name)]

    @cached_property
    def layout(self) -> LayoutWords:
        """Labels, bylines and the like."""
        return read_layout(Table(self.table("layout"), "layout.toml", ""), self.given_names, self._towns())

    def _towns(self) -> frozenset[str]:
        """Names of capitals and of other cities that mean nothing else, in lower case."""
        places = Table(self.table("places"), "places.toml", "")
        ambiguous, cities = frozenset(places.texts("ambiguous")), places.table("cities")
        found = {name for code in cities.values for name in cities.texts(code)} - ambiguous
        for country in rows(self.table("countries"), "country", "countries.toml"):
            found.update(country.texts("seats"))
        return frozenset(map(str.lower, found))

    @cached_property
    def actors(self) -> dict[ActorId, ActorEntry]:
        """Countries, states, blocs, bodies, and persons by id; the user's own first, whose names come before others."""
        found = [row for file in ROW_FILES for row in body_rows(self.table(file), f"{file}.toml")]
        for key, kind in ACTOR_KINDS.items():
            found += (actor_row(table, kind) for table in self._all_rows(ACTOR_FILES[key], key))
        check_codes(found, self.words("codes", "currencies"))
        by_id = {entry.id: entry for entry in named_by_country(found)}
        tables = (table for file, values in self._extra for key in ACTOR_KINDS for table in rows(values, key, file))
        own = {table.text("id") for table in tables}
        return dict(sorted(by_id.items(), key=lambda item: item[0] not in own))

    @cached_property
    def hs_chapters(self) -> tuple[HsChapter, ...]:
        """The 97 chapters of the Harmonized System, in order."""
        return tuple(
            HsChapter(number=table.text("number"), title=table.text("title"), words=table.texts("words"))
            for table in rows(self.table("hs"), "chapter", "hs.toml")
        )

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """All cues; a later one of the same id replaces an earlier."""
        tables = self._all_rows([f"cues/{name}" for name in _CUE_FILES], "cue")
        return tuple({cue.id: cue for cue in map(_cue, tables)}.values())

    @cached_property
    def stance_rules(self) -> tuple[StanceRule, ...]:
        """All stance rules; a later one of the same id replaces an earlier."""
        return tuple({rule.id: rule for rule in map(_stance_rule, self._all_rows(_STANCE_FILES, "rule"))}.values())

    @cached_property
    def appraisal_rules(self) -> tuple[AppraisalRule, ...]:
        """All words that present somebody in a good or a bad light; a later rule of the same id replaces an earlier."""
        return tuple(
            {rule.id: rule for rule in map(appraisal_rule, self._all_rows(_APPRAISAL_FILES, "appraisal"))}.values()
        )

    @cached_property
    def implied_appraisal_rules(self) -> tuple[AppraisalRule, ...]:
        """The same by the stance rules, and by the cues that take a side toward what they govern."""
        return tuple(implied_rules([*self.stance_rules, *governing_rules(self.cues)]))

    @cached_property
    def code_rules(self) -> tuple[CodeRule, ...]:
        """The rules that the grammar in code applies."""
        found = rows(self.table("code_rules"), "rule", "code_rules.toml")
        return tuple(CodeRule(id=table.text("id"), reads=table.text("reads")) for table in found)

    @cached_property
    def pronouns(self) -> dict[str, Pronoun]:
        """Pronouns by their word in lower case."""
        found = (_pronoun(table) for table in rows(self.table("pronouns"), "pronoun", "pronouns.toml"))
        return {pronoun.word: pronoun for pronoun in found}

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        """Names for what stances are about, the user's own first, whose words win."""
        found = [_concept(table) for table in self._all_rows(["stances/concepts"], "concept")]
        return tuple(reversed(found))

    @cached_property
    def measure_terms(self) -> tuple[MeasureTerm, ...]:
        """Products, agreements and policies, and the words that make them; the user's own first, whose words win."""
        return (
            *self.own_terms,
            *goods_terms(Table(self.table("measure_goods"), "measure_goods.toml", "")),
            *policy_terms(Table(self.table("measure_policies"), "measure_policies.toml", "")),
        )

    @cached_property
    def own_terms(self) -> tuple[MeasureTerm, ...]:
        """The goods, instruments and agreements of the user's files."""
        return tuple(
            own_term(table, key)
            for file, values in self._extra
            for key in OWN_TERMS
            for table in rows(values, key, file)
        )

    @cached_property
    def currencies(self) -> tuple[Currency, ...]:
        """Currencies."""
        found = rows(self.table("measures"), "currency", "measures.toml")
        return tuple(
            Currency(code=table.text("code"), words=table.texts("words"), symbols=table.texts("symbols"))
            for table in found
        )

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Units of quantity."""
        found = rows(self.table("measures"), "unit", "measures.toml")
        return tuple(Unit(name=table.text("name"), words=table.texts("words")) for table in found)

    @cached_property
    def scales(self) -> dict[str, Decimal]:
        """Factors by scale word ("billion")."""
        found = rows(self.table("measures"), "scale", "measures.toml")
        return {word: _decimal(table, table.text("factor")) for table in found for word in table.texts("words")}

    @cached_property
    def number_words(self) -> dict[str, Decimal]:
        """Numbers by their word ("twelve")."""
        values = self.table("measures").get("number_words", {})
        table = Table(values, "measures.toml", "number_words")
        return {word: _decimal(table, table.text(word)) for word in values}

    @cached_property
    def given_names(self) -> frozenset[str]:
        """Given names in Latin script, as they are printed."""
        return self.words("person_names", "given")

    @cached_property
    def doubtful_given_names(self) -> frozenset[str]:
        """Given names that are as often a common word, a month, a place or a surname."""
        return self.words("person_names", "doubtful")

    @cached_property
    def family_first_names(self) -> frozenset[str]:
        """Family names that may stand before the given name."""
        return self.words("person_names", "family_first")

    @cached_property
    def places(self) -> tuple[PlaceEntry, ...]:
        """Cities, then regions, seas and the like; a name that several countries have stands once for each."""
        table = Table(self.table("places"), "places.toml", "")
        ambiguous, cities = frozenset(table.texts("ambiguous")), table.table("cities")
        found = [(name, code) for code in cities.values for name in cities.texts(code)]
        return tuple(
            PlaceEntry(name=name, country=code, ambiguous=name in ambiguous)
            for name, code in (*found, *((name, None) for name in table.texts("regions")))
        )

    @cached_property
    def place_heads(self) -> frozenset[str]:
        """Last words of names of places ("River")."""
        return self.words("places", "heads")

    @cached_property
    def place_openers(self) -> frozenset[str]:
        """First words that nearly always open the name of a place ("Mount", "Gulf of")."""
        return self.words("places", "openers")

    @cached_property
    def place_directions(self) -> frozenset[str]:
        """First words that open the name of a place where one follows ("Eastern")."""
        return self.words("places", "directions")

    @cached_property
    def event_heads(self) -> frozenset[str]:
        """Last words of capitalised names that are neither person, body nor place ("Act", "Summit")."""
        return self.words("events", "heads")

    def words(self, file: str, key: str) -> frozenset[str]:
        """A plain word list of a built-in file, such as ``words("titles", "heads")``."""
        return frozenset(Table(self.table(file), f"{file}.toml", "").texts(key))


_parsed = lru_cache(maxsize=64)(parse_toml)  # Nobody changes what it gives.


@cache
def _builtin() -> tuple[tuple[str, str], ...]:
    root = files("tradebrief.lexicon").joinpath("data")
    return tuple(sorted(_walk(root, "")))


def _walk(folder: Traversable, prefix: str) -> Iterable[tuple[str, str]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _walk(item, f"{prefix}{item.name}/")
        elif item.name.endswith(".toml"):
            yield prefix + item.name, item.read_text(encoding="utf-8")


def _refuse_doubles(values: dict[str, Any], file: str) -> None:
    for keys in (tuple(ACTOR_KINDS), ("cue",), ("rule",), ("appraisal",)):
        seen: set[str] = set()
        for table in (table for key in keys for table in rows(values, key, file)):
            id = table.maybe("id")
            if id in seen:
                raise table.fail("the same id stands twice in this file")
            if id is not None:
                seen.add(id)


def _decimal(table: Table, text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise table.fail(f"not a number: {text!r}") from None


def _cue(table: Table) -> Cue:
    table.allow(
        "id", "category", "lemma", "alternate", *_IRREGULAR, "pattern", "kind", "frames", "prepositions", "assertion",
        "certainty", "act", "polarity", "outlook", "unheld", "singular", "agent", "documents", "negated",
        "examples", "rejects", "content",
    )  # fmt: skip
    category = table.text("category")
    if category not in CATEGORIES:
        raise table.fail(f"field 'category' is not one of {', '.join(CATEGORIES)}")
    frames = table.texts("frames") or (("pattern",) if category == "phrase" else ())
    for frame in frames:
        if frame not in FRAMES:
            raise table.fail(f"unknown frame {frame!r} (there are: {', '.join(FRAMES)})")
    if not frames:
        raise table.fail("field 'frames' is missing")
    slots = [word for word in table.text("pattern", "").split() if "{" in word or "}" in word]
    if category == "phrase" and (len(slots) != 1 or slots[0] not in {"{source}", "{possessive}"}):
        raise table.fail("field 'pattern' needs {source} or {possessive} once, as a word of its own")
    if category == "phrase" and len(table.text("pattern").split()) < 2:
        raise table.fail("field 'pattern' has no fixed word")
    if ("pattern" in frames) != (category == "phrase") or (category == "phrase" and len(frames) > 1):
        raise table.fail("a phrase has the frame 'pattern' and no other, and no other category has it")
    if category == "modal" and not table.text("lemma").startswith("would "):
        raise table.fail("the lemma of a modal begins with 'would' and has words after it")
    if {"pp", "np_pp", "np_with_pp"} & set(frames) and not table.texts("prepositions"):
        raise table.fail("field 'prepositions' is missing, which the frames pp, np_pp and np_with_pp need")
    _check_examples(table, frames)
    return Cue(
        id=table.text("id"),
        category=category,
        lemma=table.text("lemma", "") if category == "phrase" else table.text("lemma"),
        alternate=table.text("alternate", ""),
        forms={name: table.text(name) for name in _IRREGULAR if name in table.values},
        pattern=table.text("pattern", ""),
        kind=table.one_of("kind", ClaimKind) or _missing(table, "kind"),
        frames=frames,
        prepositions=table.texts("prepositions"),
        assertion=table.one_of("assertion", Assertion) or Assertion.ASSERTED,
        certainty=table.one_of("certainty", Certainty) or Certainty.CERTAIN,
        act=table.one_of("act", Act) or Act.STATE,
        polarity=table.one_of("polarity", Polarity),
        outlook=table.one_of("outlook", Outlook),
        unheld=table.flag("unheld"),
        singular=table.flag("singular"),
        agent=table.flag("agent"),
        negated=table.flag("negated"),
        documents=table.flag("documents"),
        examples=tuple(_cue_example(item) for item in table.tables("examples")),
        rejects=table.texts("rejects"),
    )


def _check_examples(table: Table, frames: tuple[str, ...]) -> None:
    for example in table.tables("examples"):
        read = _cue_example(example)
        if read.frame not in frames:
            raise table.fail(f"an example has the frame {read.frame!r}, which the entry has not")


def _missing(table: Table, key: str) -> Any:
    raise table.fail(f"field {key!r} is missing")


def _cue_example(table: Table) -> CueExample:
    table.allow("text", "frame", "source", "cue", "content")
    return CueExample(
        text=table.text("text"),
        frame=table.text("frame", "pattern"),
        source=table.maybe("source") or None,
        cue=table.text("cue"),
        content=table.texts("content"),
    )


def _stance_rule(table: Table) -> StanceRule:
    table.allow(
        "id", "reason", "category", "words", "objects", "slots", "polarity", "act", "negation", "actors", "examples",
        "rejects",
    )  # fmt: skip
    _ = table.text("id"), table.text("reason")
    category, negation = table.text("category"), table.text("negation", "voids")
    if category not in STANCE_CATEGORIES:
        raise table.fail(f"field 'category' is not one of {', '.join(STANCE_CATEGORIES)}")
    if negation not in {"turns", "voids", "needed", "refused"}:
        raise table.fail("field 'negation' is not turns, voids, needed or refused")
    wanted = ("words", *_STANCE_FIELDS.get(category, ("slots",)))
    if not all(map(table.texts, wanted)):
        raise table.fail(f"each of the fields {', '.join(wanted)} names at least one word")
    if category == "split" and not all(_has_place(words) for words in table.texts("words")):
        raise table.fail("field 'words' has a star amid the words of each: 'take * to court'")
    return StanceRule(
        id=table.text("id"),
        reason=table.text("reason"),
        category=category,
        words=table.texts("words"),
        objects=table.texts("objects"),
        slots=table.texts("slots"),
        polarity=table.one_of("polarity", Polarity) or _missing(table, "polarity"),
        act=table.one_of("act", Act) or Act.STATE,
        negation=negation,
        actors=table.flag("actors"),
        examples=tuple(
            StanceExample(
                text=item.text("text"),
                holder=item.text("holder"),
                target=item.text("target"),
                polarity=item.one_of("polarity", Polarity),
            )
            for item in table.tables("examples")
        ),
        rejects=table.texts("rejects"),
    )


def _has_place(words: str) -> bool:
    """Whether a star stands between the first and the last of some words."""
    _, *inner = words.replace("*'s", "* 's").split()
    return inner.count("*") == 1 and inner[-1] not in {"*", "'s"}


def _concept(table: Table) -> Concept:
    table.allow("name", "words")
    if not table.texts("words"):
        raise table.fail("field 'words' names at least one word")
    return Concept(name=table.text("name").lower(), words=table.texts("words"))


def _pronoun(table: Table) -> Pronoun:
    values: Mapping[str, Any] = table.values
    number, gender = table.maybe("number"), table.maybe("gender")
    return Pronoun(
        word=table.text("word").lower(),
        number=number if number in {"singular", "plural"} else None,
        gender=gender if gender in {"male", "female", "neuter"} else None,
        person=int(values.get("person", 3)),
        case=table.text("case", "subject"),
    )
