"""Kinds and supplied titles in words, in both languages."""

import pytest

from generator.content.wording import kind_in_words, supplied_title
from generator.model import Kind, Language


@pytest.mark.parametrize(
    ("kind", "english", "german"),
    [
        (Kind.PRESS_CONFERENCE, "Press conference", "Pressekonferenz"),
        (Kind.PRESS_RELEASE, "Press release", "Pressemitteilung"),
        (Kind.ARTICLE, "Article", "Artikel"),
        (Kind.EMAIL, "E-mail", "E-Mail"),
    ],
)
def test_a_kind_has_a_name_in_both_languages(kind, english, german):
    assert kind_in_words(kind) == kind_in_words(kind, Language("pl")) == english
    assert kind_in_words(kind, Language("de")) == german


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Press conference with Jiang Bin, 29 January 2026"),
        ("de", "Pressekonferenz mit Jiang Bin, 29. Januar 2026"),
        ("zh", "Press conference with Jiang Bin, 29 January 2026"),
    ],
)
def test_a_supplied_title_says_what_with_whom_and_when(language, expected):
    title = supplied_title(Kind.PRESS_CONFERENCE, "Jiang Bin", "2026-01-29", Language(language))
    assert title == expected
