"""Importing the package does no work: no lexicon is read, and no connection opened."""

import subprocess
import sys

PROGRAM = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append((event, str(args))))
import tradebrief
for event, args in list(opened):
    if event == "open" and ".toml" in args or event.startswith(("socket.", "urllib.", "http.", "ftplib.")):
        print(event, args)
"""
READING = """
import sys
import tradebrief as tb
calls = []
sys.addaudithook(lambda event, args: calls.append(event))
tb.dumps(tb.read("Quota stays\\n\\nThe minister said that talks would go on.\\n"))
print(*(event for event in list(calls) if event.startswith(("socket.", "urllib.", "subprocess.", "os.system"))))
"""


def printed(program: str) -> str:
    """What a program prints in a process of its own."""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_import_opens_no_lexicon_and_no_connection() -> None:
    assert printed(PROGRAM) == ""


def test_reading_opens_no_connection_and_no_process() -> None:
    assert printed(READING) == ""


WRITING = """
import sys
import tradebrief as tb
brief = tb.read("Quota stays\\n\\nThe minister said that talks would go on.\\n")
for format in ("json", "jsonl", "text", "summary", "markdown", "csv"):
    tb.export(brief, format)
extras = {"cassis", "lxml", "markdown_it", "matplotlib", "networkx", "numpy", "pandas", "pyarrow", "yaml"}
print(*sorted(extras & {name.partition(".")[0] for name in sys.modules}))
"""


def test_writing_what_needs_no_extra_imports_none() -> None:
    assert printed(WRITING) == ""
