"""Titles as readers of another language are shown them."""

from generator.model import Translation, TranslationBy
from generator.publish.computed.edition import edition_of, entry_in
from tests.publish.support import DE, EN, entry


def titles(readers, **values):
    one = entry_in(entry(**values), readers)
    return one.title, one.original_title, one.translated_title


def test_a_documents_own_title_comes_first_in_its_language():
    known = {"language": DE, "title": "Barrier", "original_title": "Sperrwerk"}
    assert titles(DE, **known) == ("Sperrwerk", None, "Barrier")
    assert titles(EN, **known) == ("Barrier", "Sperrwerk", None)


def test_so_does_that_of_its_translation():
    translation = Translation(DE, TranslationBy.EDITOR)
    known = {"language": EN, "title": "Barrier", "translated_title": "Sperrwerk", "translation": translation}
    assert titles(DE, **known) == ("Sperrwerk", "Barrier", None)
    assert titles(EN, **known) == ("Barrier", None, "Sperrwerk")


def test_what_has_one_title_keeps_it():
    assert titles(DE, language=EN, title="Barrier") == ("Barrier", None, None)


def test_a_page_is_of_the_edition_that_its_name_says():
    pages = ("about.de.md", "more/about.de.md", "about.md", "about.fr.md", "map.de.png", "entries/a.de.md")
    assert [edition_of(page, [DE]) for page in pages] == [DE, DE, None, None, None, None]
