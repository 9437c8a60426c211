"""How fast tradebrief reads, writes and loads, against yardsticks timed in the same run.

    python benchmarks/speed.py [SEED...] [--texts FOLDER] [--repeat N]

Times are CPU time of one process. Yardstick and subject take turns, round by round, so that a busy
machine weighs on both; ratios hold better than times.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from statistics import median

import orjson

import tradebrief as tb

SEEDS = Path(__file__).parent.parent / "seeds"
BRIEFS = 50
WORDS = re.compile(r"\w+")
# Name, demonym and capital: what stands in a seed is replaced as a row, so that a text stays of one piece.
COUNTRIES = (
    ("Japan", "Japanese", "Tokyo"),
    ("South Korea", "Korean", "Seoul"),
    ("India", "Indian", "New Delhi"),
    ("Britain", "British", "London"),
    ("Canada", "Canadian", "Ottawa"),
    ("Brazil", "Brazilian", "Brasília"),
    ("China", "Chinese", "Beijing"),
    ("France", "French", "Paris"),
    ("Germany", "German", "Berlin"),
    ("Mali", "Malian", "Bamako"),
    ("Mexico", "Mexican", "Mexico City"),
    ("Norway", "Norwegian", "Oslo"),
    ("Kenya", "Kenyan", "Nairobi"),
    ("Vietnam", "Vietnamese", "Hanoi"),
    ("Australia", "Australian", "Canberra"),
    ("Indonesia", "Indonesian", "Jakarta"),
)
# The longest first: "Mexico City" is not "Mexico".
COUNTRY_WORDS = sorted((word for row in COUNTRIES for word in row), key=len, reverse=True)
COUNTRY_WORD = re.compile(rf"\b(?:{'|'.join(COUNTRY_WORDS)})\b")
IMPORTS = {
    "tradebrief": "import tradebrief",
    "tradebrief, first read": "import tradebrief; tradebrief.read('Ottawa objects.')",
    "pydantic": "import pydantic",
    "pydantic.BaseModel": "from pydantic import BaseModel",
}


def vary(text: str, seed: int) -> str:
    """The same brief with its sections in another order and about other countries."""
    random = Random(seed)
    spans = [section.span for section in tb.parse(text).sections]
    parts = [text[span.start : span.end] for span in spans]
    random.shuffle(parts)
    pieces, at = [], 0
    for span, part in zip(spans, parts, strict=True):
        pieces += [text[at : span.start], part]
        at = span.end
    rows = random.sample(COUNTRIES, len(COUNTRIES))
    other = {word: new for old, row in zip(COUNTRIES, rows, strict=True) for word, new in zip(old, row, strict=True)}
    return COUNTRY_WORD.sub(lambda match: other[match.group()], "".join([*pieces, text[at:]]))


def variations(paths: Sequence[Path]) -> list[str]:
    """Fifty different briefs made from a few."""
    seeds = [path.read_text(encoding="utf-8-sig") for path in paths]
    texts = [vary(seeds[number % len(seeds)], number) for number in range(BRIEFS)]
    if len(set(texts)) < BRIEFS:
        print(f"note: {BRIEFS - len(set(texts))} of {BRIEFS} texts stand twice", file=sys.stderr)
    return texts


def cpu_time(work: Callable[[], object]) -> float:
    """Seconds of CPU time that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def take_turns(contenders: Mapping[str, Callable[[], float]], repeat: int) -> dict[str, list[float]]:
    """The times of each contender, round by round, after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(repeat + 1):
        for name, timed in contenders.items():
            seconds = timed()
            if number:
                times[name].append(seconds)
    return times


def ratio(times: Sequence[float], yardstick: Sequence[float]) -> str:
    """How many times as long as the yardstick: best to best, and the median of the rounds."""
    each = [one / other for one, other in zip(times, yardstick, strict=True)]
    return f"{min(times) / min(yardstick):7.2f} x (median {median(each):.2f} x)"


def report(times: Mapping[str, Sequence[float]], texts: int, size: float, against: Mapping[str, str]) -> None:
    """Print rates of the best round, and ratios to the yardsticks."""
    for name, seconds in times.items():
        best = min(seconds)
        compared = f"{ratio(seconds, times[against[name]])} {against[name]}" if name in against else ""
        print(f"  {name:<22}{best * 1e3:10.2f} ms{size / best:10.2f} MB/s{texts / best:10.0f} /s  {compared}".rstrip())


def time_reading(texts: Sequence[str], repeat: int) -> None:
    """Print how long reading takes beside finding the words."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    contenders = {
        r"\w+ findall": partial(cpu_time, lambda: [WORDS.findall(text) for text in texts]),
        "tb.parse": partial(cpu_time, lambda: [tb.parse(text) for text in texts]),
        "tb.find_mentioned": partial(cpu_time, lambda: [tb.find_mentioned(tb.parse(text)) for text in texts]),
        "tb.read": partial(cpu_time, lambda: [tb.read(text) for text in texts]),
    }
    print(f"reading {len(texts)} briefs, {size * 1e3:.0f} kB")
    against = dict.fromkeys(list(contenders)[1:], r"\w+ findall")
    report(take_turns(contenders, repeat), len(texts), size, against)


def time_json(texts: Sequence[str], repeat: int) -> None:
    """Print how long documents take to write and load beside bare JSON of the same content."""
    briefs = [tb.read(text) for text in texts]
    documents = [tb.dumps(brief).encode() for brief in briefs]
    bare = [orjson.loads(document) for document in documents]
    size = sum(map(len, documents)) / 1e6
    contenders = {
        "orjson.dumps": partial(cpu_time, lambda: [orjson.dumps(value) for value in bare]),
        "tb.dumps": partial(cpu_time, lambda: [tb.dumps(brief) for brief in briefs]),
        "orjson.loads": partial(cpu_time, lambda: [orjson.loads(document) for document in documents]),
        "tb.loads": partial(cpu_time, lambda: [tb.loads(document) for document in documents]),
    }
    times = take_turns(contenders, repeat)
    for side in ("orjson", "tb"):
        both = zip(times[f"{side}.dumps"], times[f"{side}.loads"], strict=True)
        times[f"{side} round trip"] = [dumps + loads for dumps, loads in both]
    print(f"JSON documents of the same briefs, {size * 1e3:.0f} kB")
    report(times, len(texts), size, {f"tb{what}": f"orjson{what}" for what in (".dumps", ".loads", " round trip")})


def import_time(statement: str) -> float:
    """Seconds of CPU time that a statement takes in a fresh interpreter, its start left out."""
    code = f"import time; start = time.process_time(); {statement}; print(time.process_time() - start)"
    cached = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # Compiling is for the round that does not count.
    done = subprocess.run([sys.executable, "-c", code], env=cached, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


def time_imports(repeat: int) -> None:
    """Print how long imports take, in fresh interpreters."""
    installed = {name: code for name, code in IMPORTS.items() if find_spec(re.split(r"\W", name)[0])}
    times = take_turns({name: partial(import_time, code) for name, code in installed.items()}, repeat)
    print("import in a fresh interpreter" + ("" if "pydantic" in times else " (pydantic is not installed)"))
    for name, seconds in times.items():
        compared = f"{ratio(seconds, times['pydantic'])} pydantic" if "pydantic" in times and name != "pydantic" else ""
        print(f"  {name:<22}{min(seconds) * 1e3:10.2f} ms  {compared}".rstrip())


def main() -> int:
    """Run all comparisons."""
    parser = argparse.ArgumentParser(description="Time tradebrief against bare yardsticks.")
    parser.add_argument(
        "seeds", nargs="*", type=Path, help=f"files or folders to make {BRIEFS} texts of (default: seeds)"
    )
    parser.add_argument(
        "--texts", type=Path, metavar="FOLDER", help="time the .txt files of a folder as they are instead"
    )
    parser.add_argument("--repeat", type=int, default=9, metavar="N", help="number of rounds (default: 9)")
    options = parser.parse_args()
    chosen = [options.texts] if options.texts else options.seeds or [SEEDS]
    paths = [path for one in chosen for path in (sorted(one.glob("*.txt")) if one.is_dir() else [one])]
    if not paths or options.repeat < 1:
        parser.error("nothing to time: no .txt file, or no round")
    if missing := [str(path) for path in paths if not path.is_file()]:
        parser.error(f"no such file: {', '.join(missing)}")
    texts = [path.read_text(encoding="utf-8-sig") for path in paths] if options.texts else variations(paths)
    time_reading(texts, options.repeat)
    time_json(texts, options.repeat)
    time_imports(options.repeat)
    return 0


if __name__ == "__main__":
    sys.exit(main())
