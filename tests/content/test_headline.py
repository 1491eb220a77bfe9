import pytest

from generator.content.headline import headline
from generator.model import Kind
from tests import builders
from tests.generate.runs import DE, EN


@pytest.mark.parametrize(
    ("language", "kind", "is_there"),
    [
        ("zh", Kind.PRESS_CONFERENCE, False),
        ("de", Kind.PRESS_CONFERENCE, True),
        ("zh", Kind.ARTICLE, True),
    ],
)
def test_a_title_that_was_made_up_in_words_of_the_site_is_none_of_the_document(language, kind, is_there):
    title = headline(builders.entry("a", language=language, kind=kind, title_supplied=True), EN)
    assert (title is not None) is is_there


def test_a_title_that_was_made_up_goes_with_the_other_that_is_there():
    entry = builders.entry(
        "a", title="Press conference", original_title="Pressekonferenz", title_supplied=True
    )
    title = headline(entry, EN)
    assert title
    assert (title.language, title.rendering and title.rendering.text) == (DE, "Press conference")
