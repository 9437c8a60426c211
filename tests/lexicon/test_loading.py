"""Files of one's own: what they add and replace, and what is wrong with them, with file and entry."""

from pathlib import Path

import pytest

import tradebrief as tb
from tradebrief.lexicon.actors import body_rows

CUE = 'id = "growl"\ncategory = "verb"\nlemma = "growl"\nkind = "assertion"\nframes = ["that"]\n'
PERSON = '[[person]]\nid = "person:ana-ruiz"\nname = "Ana Ruiz"\ncountry = "NO"\n'


def written(folder: Path, text: str, name: str = "more.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_files_it_is_the_built_in_lexicon() -> None:
    assert tb.Lexicon.load() is tb.Lexicon.default()


def test_file_adds_entries(tmp_path: Path) -> None:
    lexicon = tb.Lexicon.load([written(tmp_path, f"{PERSON}\n[[cue]]\n{CUE}")])

    assert lexicon.actors[tb.ActorId("person:ana-ruiz")].kind is tb.ActorKind.PERSON
    assert lexicon.cues[-1].id == "growl"
    assert len(lexicon.cues) == len(tb.Lexicon.default().cues) + 1


def test_entry_of_a_known_id_replaces_the_built_in_one(tmp_path: Path) -> None:
    text = '[[country]]\nid = "country:jp"\ncode = "JP"\nname = "Nippon"\n'

    lexicon = tb.Lexicon.load([written(tmp_path, text)])

    assert lexicon.actors[tb.ActorId("country:jp")].name == "Nippon"
    assert len(lexicon.actors) == len(tb.Lexicon.default().actors)
    assert tb.Lexicon.default().actors[tb.ActorId("country:jp")].name == "Japan"


def test_name_of_ones_own_actor_comes_before_a_built_in_one(tmp_path: Path) -> None:
    text = '[[body]]\nid = "org:my-wto"\nname = "World Trade Organization"\naliases = ["WTO"]\nsame_as = ["wd:Q7825"]\n'
    lexicon = tb.Lexicon.load([written(tmp_path, text)])

    brief = tb.read("The WTO said that the quota must go.", lexicon=lexicon)

    assert [(actor.id, actor.same_as) for actor in brief.actors] == [("org:my-wto", ("wd:Q7825",))]


def test_later_file_wins(tmp_path: Path) -> None:
    first = written(tmp_path, PERSON, "first.toml")
    second = written(tmp_path, PERSON.replace("Ana Ruiz", "Ana María Ruiz"), "second.toml")

    lexicon = tb.Lexicon.load([first, str(second)])

    assert lexicon.actors[tb.ActorId("person:ana-ruiz")].name == "Ana María Ruiz"


def test_cue_of_one_s_own_is_read(tmp_path: Path) -> None:
    lexicon = tb.Lexicon.load([written(tmp_path, f"[[cue]]\n{CUE}")])

    brief = tb.read("The minister growled that the quota must go.", lexicon=lexicon)

    assert [claim.rule for claim in brief.claims] == ["claim.growl.that"]
    assert tb.read("The minister growled that the quota must go.").claims == ()


def test_brief_states_the_lexicon_that_read_it(tmp_path: Path) -> None:
    lexicon = tb.Lexicon.load([written(tmp_path, PERSON)])

    brief = tb.read("Ana Ruiz said that the quota must go.", lexicon=lexicon)

    assert brief.generator.lexicon == lexicon.fingerprint
    assert "person:ana-ruiz" in {actor.id for actor in brief.actors}


def test_fingerprint_changes_with_the_content_alone(tmp_path: Path) -> None:
    here = tb.Lexicon.load([written(tmp_path, PERSON, "here.toml")]).fingerprint
    there = tb.Lexicon.load([written(tmp_path, PERSON, "there.toml")]).fingerprint
    windows = tmp_path / "windows.toml"
    windows.write_bytes(b"\xef\xbb\xbf" + PERSON.replace("\n", "\r\n").encode())
    other = tb.Lexicon.load([written(tmp_path, PERSON.replace("NO", "SE"), "here.toml")]).fingerprint

    assert here == there == tb.Lexicon.load([windows]).fingerprint
    assert len({here, other, tb.Lexicon.default().fingerprint}) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[cue]\n", "not TOML: "),
        ("[[cues]]\n", "unknown table 'cues' (allowed: "),
        ("cue = 3\n", "field 'cue' is not an array of tables"),
        ("cue = [3]\n", "field 'cue' is not an array of tables"),
        (f"[[cue]]\n{CUE}nonsense = 1\n", "growl: unknown field 'nonsense' (allowed: "),
        ('[[cue]]\nlemma = "growl"\n', "cue 1: field 'category' is missing"),
        (f"[[cue]]\n{CUE.replace('verb', 'adverb')}", "growl: field 'category' is not one of verb, modal, noun"),
        (f"[[cue]]\n{CUE.replace('assertion', 'shout')}", "growl: field 'kind' is not one of assertion, belief"),
        ("[[cue]]\n" + CUE.replace('kind = "assertion"\n', ""), "growl: field 'kind' is missing"),
        ("[[cue]]\n" + CUE.replace('["that"]', '["than"]'), "growl: unknown frame 'than' (there are: quote, that"),
        ("[[cue]]\n" + CUE.replace('["that"]', "[]"), "growl: field 'frames' is missing"),
        ("[[cue]]\n" + CUE.replace('["that"]', '"that"'), "growl: field 'frames' is not an array of strings"),
        ("[[cue]]\n" + CUE.replace('lemma = "growl"', "lemma = 3"), "growl: field 'lemma' is not a string"),
        (f'[[cue]]\n{CUE}unheld = "yes"\n', "growl: field 'unheld' is neither true nor false"),
        (
            f"[[cue]]\n{CUE.replace('verb', 'phrase')}pattern = 'in a growl'\n",
            "field 'pattern' needs {source} or {possessive}",
        ),
        (f"[[cue]]\n{CUE}[[cue.examples]]\ntext = 'a'\n", "growl examples 1: field 'cue' is missing"),
        ('[[rule]]\nid = "back"\n', "back: field 'reason' is missing"),
        ('[[person]]\nname = "Ana Ruiz"\n', "Ana Ruiz: field 'id' is missing"),
        (f"{PERSON}kind = 'ghost'\n", "person:ana-ruiz: field 'kind' is not one of person, country"),
        (f"{PERSON}aliases = 'Ana'\n", "person:ana-ruiz: field 'aliases' is not an array of strings"),
        (f"{PERSON}ambiguous = 1\n", "person:ana-ruiz: field 'ambiguous' is neither true nor false"),
        (f"{PERSON}alias = ['Ana']\n", "person:ana-ruiz: unknown field 'alias' (allowed: "),
    ],
)
def test_fault_is_told_with_its_file_and_entry(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(tb.LexiconError) as caught:
        tb.Lexicon.load([path])

    assert str(caught.value).startswith(f"{path}: ")
    assert told in str(caught.value)


def test_file_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_bytes(b"# Gen\xe8ve\n")

    with pytest.raises(tb.LexiconError, match="not UTF-8: byte offset 5"):
        tb.Lexicon.load([path])


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        tb.Lexicon.load([tmp_path / "none.toml"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[cue]]\nid="x"\ncategory="phrase"\nkind="belief"\npattern="in the ({source} view"', "once, as a word"),
        ('[[cue]]\nid="x"\ncategory="phrase"\nkind="belief"\npattern="{foo} says"', "once, as a word"),
        ('[[cue]]\nid=""\ncategory="verb"\nlemma="x"\nkind="belief"\nframes=["that"]', "'id' is empty"),
        ('[[cue]]\nid="x"\ncategory="verb"\nlemma="x"\nkind="belief"\nframes=["pp"]', "'prepositions' is missing"),
        ('[[cue]]\nid="x"\ncategory="modal"\nlemma="must"\nkind="belief"\nframes=["infinitive"]', "with 'would'"),
        (
            (
                '[[cue]]\nid="x"\ncategory="verb"\nlemma="x"\nkind="belief"\nframes=["np"]\n'
                'examples=[{text="He x it.", frame="that", cue="x", content=["it"]}]'
            ),
            "which the entry has not",
        ),
        (
            '[[rule]]\nid="x"\nreason="y"\ncategory="verbx"\nwords=["a"]\nobjects=["b"]\npolarity="support"',
            "not one of",
        ),
        ('[[person]]\nid="person:x"\nname=""', "'name' is empty"),
        ('[[person]]\nid="person:x"\nname="Ana Ruiz"\ncountry="Nowhere"', "two capital letters"),
        ('[[person]]\nid="person:x"\nname="Ana Ruiz"\ncountry="A1"', "two capital letters"),
        ('[[person]]\nid="person:x"\nname="Ana Ruiz"\ncountry="QQ"', "no country has the code"),
        ('[[bloc]]\nid="bloc:x"\nname="X Pact"\nmembers=["QQ"]', "no country has the code"),
        ('[[person]]\nid="x:y"\nname="A"\n[[body]]\nid="x:y"\nname="B"', "stands twice"),
        ('[[cue]]\nid="x"\ncategory="verb"\nlemma="x"\nkind="belief"\nframes=["pattern"]', "no other category"),
        ('[[person]]\nid="person:x"\nname="A"\n[[person]]\nid="person:x"\nname="B"', "stands twice"),
    ],
)
def test_fault_in_a_file_of_ones_own_shows_when_it_is_loaded(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(tb.LexiconError, match=message) as caught:
        tb.Lexicon.load(extra=[path])

    assert str(caught.value).startswith(str(path))


def test_one_file_instead_of_several_is_refused() -> None:
    with pytest.raises(TypeError, match=r"extra=\[path\]"):
        tb.Lexicon.load("own.toml")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"within": {}}, "unknown field 'within'"),
        ({"in": {"NO": {"guild": []}}}, "in NO: row 'guild' has no name"),
        ({"in": {"NO": {"guild": "Guild"}}}, "in NO: field 'guild' is not an array of strings"),
        ({"international": 3}, "field 'international' is not a table"),
    ],
)
def test_fault_in_rows_of_bodies_is_told_with_its_place(values: dict[str, object], message: str) -> None:
    with pytest.raises(tb.LexiconError, match=message):
        list(body_rows(values, "bodies.toml"))


def test_short_name_of_ones_own_stands_beside_the_country(tmp_path: Path) -> None:
    text = '[[body]]\nid = "org:no-rice"\nname = "Rice Board"\ncountry = "NO"\nshort = ["Rice Ministry"]\n'
    lexicon = tb.Lexicon.load([written(tmp_path, text)])

    brief = tb.read("Norway's rice ministry said that the quota must go.", lexicon=lexicon)

    assert [actor.id for actor in brief.actors] == ["country:no", "org:no-rice"]


def test_file_called_like_a_built_in_one_does_not_take_its_place(tmp_path: Path) -> None:
    lexicon = tb.Lexicon.load([written(tmp_path, PERSON, "bodies.toml")])

    assert len(lexicon.actors) == len(tb.Lexicon.default().actors) + 1
