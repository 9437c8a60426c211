"""The regular forms of English verbs and nouns."""

from __future__ import annotations

__all__ = ["plural", "spelled_forms", "spellings", "verb_forms"]

_VOWELS = frozenset("aeiou")
_TWO_SYLLABLES = frozenset({"ia", "ua", "ue"})  # "initial", "equal", "fuel".
_DOUBLING = frozenset(
    {
        "admit", "begin", "bet", "chat", "commit", "compel", "concur", "control", "counsel", "cut", "defer",
        "dispel", "expel", "forget", "get", "grab", "hit", "infer", "let", "nod", "occur", "omit", "permit",
        "plan", "prefer", "propel", "put", "quip", "rebut", "refer", "regret", "rip", "run", "scrap", "set",
        "slam", "slap", "spur", "step", "stop", "submit", "tap", "top", "transfer", "trap", "allot", "mar",
        "bar", "blog", "drop", "drag", "flag", "hop", "plot", "rub", "ship", "shun", "skip", "snub", "stir",
        "swap", "tip", "trim", "win", "strip", "hem", "pin", "pen", "prop", "gun", "dub", "rap", "pan",
        "ban", "spar", "war", "jab", "lob", "stab", "rob", "abhor", "rebel", "equip", "kidnap",
        "abet", "clog", "deter", "dim", "dip", "drum", "flip", "fret", "grip", "hug", "incur", "jam", "jog",
        "lag", "log", "map", "mob", "nab", "outwit", "overlap", "patrol", "peg", "plug", "recur", "rig", "rot",
        "sag", "scan", "shrug", "skim", "slip", "spot", "stem", "tag", "thin", "trek", "tug", "whip", "wrap",
        "zap", "acquit", "befit", "excel", "impel", "repel", "extol", "enrol", "fulfil", "instil", "distil",
        "annul", "handicap", "sidestep", "overstep", "sap", "fan", "pad", "pit", "snap", "sob", "sin", "star",
        "strut", "trot", "unplug",
    },
)  # fmt: skip


def verb_forms(lemma: str, irregular: dict[str, str] | None = None) -> dict[str, str]:
    """The forms of a verb of one word: ``base``, ``third``, ``past``, ``participle`` and ``gerund``.

    Args:
        lemma: The base form.
        irregular: Forms that do not follow the rules, by those names.
    """
    given = irregular or {}
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    if lemma.endswith("e"):
        past, gerund = lemma + "d", (lemma if lemma.endswith(("ee", "oe", "ye")) else lemma[:-1]) + "ing"
        if lemma.endswith("ie"):
            gerund = lemma[:-2] + "ying"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        past, gerund = lemma[:-1] + "ied", lemma + "ing"
    elif lemma.endswith("c"):
        past, gerund = lemma + "ked", lemma + "king"
    else:
        past, gerund = stem + "ed", stem + "ing"
    past = given.get("past", past)
    return {
        "base": lemma,
        "third": given.get("third", plural(lemma)),
        "past": past,
        "participle": given.get("participle", past),
        "gerund": given.get("gerund", gerund),
    }


def spelled_forms(lemma: str, irregular: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """The forms of a verb by their names, those with the British -ll- beside the others: "canceled", "cancelled"."""
    found = list(verb_forms(lemma, irregular).items())
    if lemma[-1:] != "l" or not _is_doubled(lemma):
        return found
    endings = (("past", "ed"), ("participle", "ed"), ("gerund", "ing"))
    doubled = [(name, f"{lemma}l{ending}") for name, ending in endings if (name, lemma + ending) in found]
    return [*found, *doubled]


def spellings(lemma: str, irregular: dict[str, str] | None = None) -> list[str]:
    """The forms of a verb in every spelling, each once, sorted."""
    return sorted({form for _, form in spelled_forms(lemma, irregular)})


def _is_doubled(lemma: str) -> bool:
    """Whether British English doubles the -l of a verb: of "cancel", "initial" and "fuel", but not of "appeal"."""
    if lemma[-2:-1] not in _VOWELS:
        return False
    return lemma[-3:-2] not in _VOWELS or lemma[-3:-1] in _TWO_SYLLABLES


def plural(word: str) -> str:
    """A word with a regular -s, for the plural of a noun or the third person of a verb."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in {"go", "do", "veto", "echo"}:
        return word + "es"
    return word + "s"
