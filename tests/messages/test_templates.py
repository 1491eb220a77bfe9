"""Templates hold no word of their own: what a reader sees stands in `_()`, and so in the catalogues."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from jinja2 import Environment, nodes

from tests.messages.said import PACKAGE

ROOM = PACKAGE / "publish"
TEMPLATES = sorted([*ROOM.glob("templates/*.html"), *ROOM.glob("theme/**/*.html")])
SHOWN = ("title", "aria-label", "placeholder", "alt", "label")
NAMES = re.compile(r"\b(?:[A-Z]+(?:-[A-Z\d]+)*|Wikidata|BibTeX)\b")
"""The same in every language: SHA-256, CSL-JSON."""
NOT_READ = ("script", "style", "code")
FILLED_IN = "\0"


class Words(HTMLParser):
    """What of a template's own text a reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self._inside += [tag] if tag in NOT_READ else []
        self.found += [value for name, value in attrs if name in SHOWN and value]

    def handle_endtag(self, tag):
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data):
        if not self._inside:
            self.found.append(data)


def own_text(source: str) -> str:
    """Return a template without statements; of what is filled in, texts that stand there themselves."""
    outputs = Environment(extensions=["jinja2.ext.i18n"]).parse(source).find_all(nodes.Output)
    return "".join(
        node.data if isinstance(node, nodes.TemplateData) else " ".join(_texts(node)) or FILLED_IN
        for output in outputs
        for node in output.nodes
    )


def _texts(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from (text for one in (node.expr1, node.expr2) if one for text in _texts(one))
    elif isinstance(node, nodes.Or | nodes.And | nodes.Concat | nodes.Add):
        yield from (text for one in node.iter_child_nodes() for text in _texts(one))


def words_in(source: str) -> list[str]:
    shown = [text.strip() for text in Words(own_text(source)).found]
    return [text for text in shown if re.search(r"[^\W\d_]{2}", NAMES.sub("", text))]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_word(path):
    assert words_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Source</p>", ["Source"]),
        ('<p title="Source">{{ x }}</p>', ["Source"]),
        ('<p>{{ x or "unknown" }}</p>', ["unknown"]),
        ('<p>{{ "entry" if x == 1 else "entries" }}</p>', ["entry entries"]),
        ('<p class="{{ "source" if x }}">{{ x }} SHA-256</p>', []),
        ('<p class="source">{{ _("Source") }}{# Source #} · {{ f("x") }}</p>', []),
        ('<p aria-label="{{ _("Source") }}"><code>chronology check</code></p>', []),
    ],
)
def test_a_word_outside_is_found(source, found):
    assert words_in(source) == found
