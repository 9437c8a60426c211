import subprocess
import sys

import tradebrief as tb
from tradebrief.serialize.html import fragment

PROGRAM = """
import sys
from tradebrief.model import Article, Provenance
article = Article(text="", provenance=Provenance(format="text", media_type="text/plain", sha256=""))
assert not [name for name in sys.modules if name.startswith("tradebrief.serialize")]
print(article._repr_html_()[:24])
"""


def test_notebook_shows_a_brief_and_an_article_as_a_part_of_a_page() -> None:
    brief = tb.read("Ottawa objects.\n")

    assert brief._repr_html_() == fragment(brief)
    assert brief.article._repr_html_() == fragment(brief.article)


def test_view_is_loaded_when_it_is_first_asked_for() -> None:
    shown = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True).stdout

    assert shown.strip() == '<div class="tradebrief">'
