"""The words of pages: each that a template uses has a German one, and none is left over."""

from pathlib import Path

from jinja2.ext import babel_extract

import generator.publish
from generator.content.page_words import COUNTED, TRANSLATED, PageWords
from generator.model import ENGLISH, GERMAN, Kind, Language, TranslationBy

ROOM = Path(generator.publish.__file__).parent
TEMPLATES = sorted([*ROOM.glob("templates/*.html"), *ROOM.glob("theme/**/*.html")])
OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "extensions": "jinja2.ext.i18n", "silent": "false"}
HEADINGS = ("Glossary", "Records", "Sources", "Undated", "fetched on %(date)s")
"""Of generated pages."""


def said() -> tuple[set[str], set[str]]:
    """Messages the templates use, and the singulars of those that depend on a number."""
    single, counted = {*map(str, Kind), *map(str, TranslationBy), *HEADINGS}, set()
    for path in TEMPLATES:
        with path.open("rb") as file:
            for _, function, message, _ in babel_extract(file, ("_", "ngettext"), (), OPTIONS):
                first = message if isinstance(message, str) else message and message[0]
                if first:
                    (single if function == "_" else counted).add(first)
    return single, counted


def test_every_word_of_a_template_has_a_german_one():
    single, counted = said()
    assert single == set(TRANSLATED[GERMAN])
    assert counted == set(COUNTED[GERMAN])


def test_a_language_without_words_has_the_english_ones():
    assert PageWords(GERMAN).one("Source") == "Quelle"
    assert PageWords(ENGLISH).one("Source") == PageWords(Language("fr")).one("Source") == "Source"
    assert PageWords(GERMAN).counted("%(num)s paragraph", "%(num)s paragraphs", 1) == "%(num)s Absatz"
    assert PageWords(GERMAN).counted("%(num)s paragraph", "%(num)s paragraphs", 2) == "%(num)s Absätze"
    assert PageWords(ENGLISH).counted("%(num)s paragraph", "%(num)s paragraphs", 2) == "%(num)s paragraphs"
