"""The regular forms of verbs and nouns."""

import pytest

import tradebrief as tb
from tradebrief.lexicon.inflection import plural, spellings, verb_forms


@pytest.mark.parametrize(
    ("lemma", "third", "past", "gerund"),
    [
        ("warn", "warns", "warned", "warning"),
        ("urge", "urges", "urged", "urging"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("deny", "denies", "denied", "denying"),
        ("convey", "conveys", "conveyed", "conveying"),
        ("stress", "stresses", "stressed", "stressing"),
        ("vouch", "vouches", "vouched", "vouching"),
        ("push", "pushes", "pushed", "pushing"),
        ("admit", "admits", "admitted", "admitting"),
        ("commit", "commits", "committed", "committing"),
        ("offer", "offers", "offered", "offering"),
        ("visit", "visits", "visited", "visiting"),
        ("veto", "vetoes", "vetoed", "vetoing"),
        ("tie", "ties", "tied", "tying"),
        ("panic", "panics", "panicked", "panicking"),
    ],
)
def test_regular_verb(lemma: str, third: str, past: str, gerund: str) -> None:
    assert verb_forms(lemma) == {
        "base": lemma,
        "third": third,
        "past": past,
        "participle": past,
        "gerund": gerund,
    }


def test_irregular_forms_win_and_the_participle_follows_the_past() -> None:
    assert verb_forms("say", {"past": "said"})["participle"] == "said"
    assert verb_forms("see", {"past": "saw", "participle": "seen"})["participle"] == "seen"


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("cancel", ["cancel", "canceled", "canceling", "cancelled", "cancelling", "cancels"]),
        ("fuel", ["fuel", "fueled", "fueling", "fuelled", "fuelling", "fuels"]),
        ("initial", ["initial", "initialed", "initialing", "initialled", "initialling", "initials"]),
        ("appeal", ["appeal", "appealed", "appealing", "appeals"]),
        ("expel", ["expel", "expelled", "expelling", "expels"]),
        ("hurl", ["hurl", "hurled", "hurling", "hurls"]),
    ],
)
def test_verbs_in_l_have_a_british_spelling_too(lemma: str, forms: list[str]) -> None:
    assert spellings(lemma) == forms


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("tariff", "tariffs"),
        ("duty", "duties"),
        ("ally", "allies"),
        ("tax", "taxes"),
        ("bench", "benches"),
        ("day", "days"),
    ],
)
def test_plural(word: str, many: str) -> None:
    assert plural(word) == many


def test_every_verb_cue_has_five_forms_of_letters() -> None:
    for cue in tb.Lexicon.default().cues:
        if cue.category == "verb":
            forms = verb_forms(cue.lemma.split()[0], cue.forms)
            assert list(forms) == ["base", "third", "past", "participle", "gerund"]
            assert all(form.replace("-", "").isalpha() for form in forms.values()), cue.id
