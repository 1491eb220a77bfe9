"""Titles: the document's own, or one supplied and marked as such."""

import pytest

from generator.generate.draft import KeptLine
from generator.generate.entitle import LENGTH, entitle, show_title
from generator.model import Kind, Translation, TranslationBy
from tests.builders import draft

TRANSCRIPT = (
    "Am 29. Januar fand eine Pressekonferenz statt.",
    "Reporter: Wie lautet der Kommentar?",
    "Jiang Bin: Kein Kommentar.",
)


def untitled(*lines, title=None, kind=Kind.ARTICLE, date=None, language="de"):
    kept = tuple(KeptLine(number, text) for number, text in enumerate(lines, 1))
    return draft(language=language, kept=kept, entry={"title": title or "", "date": date, "kind": kind})


def titles(made):
    return made.entry.title, made.entry.original_title, made.entry.title_supplied


def test_a_headline_is_the_title():
    found = entitle(untitled(*TRANSCRIPT, title="Schlagzeile", date="2026-01-29"), "en")
    assert titles(found) == ("Schlagzeile", None, False)


def test_a_transcript_is_titled_after_who_answers_and_when_in_both_languages():
    found = entitle(untitled(*TRANSCRIPT, kind=Kind.PRESS_CONFERENCE, date="2026-01-29"), "en")
    assert titles(found) == (
        "Press conference with Jiang Bin, 29 January 2026",
        "Pressekonferenz mit Jiang Bin, 29. Januar 2026",
        True,
    )


def test_in_the_sites_own_language_there_is_no_other_title():
    found = entitle(untitled(*TRANSCRIPT, kind=Kind.PRESS_CONFERENCE, date="2026-01-29"), "de")
    assert titles(found) == ("Pressekonferenz mit Jiang Bin, 29. Januar 2026", None, True)


def test_a_transcript_in_a_language_without_wording_has_the_sites_title_only():
    found = entitle(untitled(*TRANSCRIPT, kind=Kind.PRESS_CONFERENCE, date="2026-01-29", language="pl"), "en")
    assert titles(found) == ("Press conference with Jiang Bin, 29 January 2026", None, True)


OPENINGS = (
    (untitled(*TRANSCRIPT, kind=Kind.PRESS_CONFERENCE), "no date"),
    (untitled(*TRANSCRIPT, date="2026-01-29"), "no press conference"),
    (untitled(TRANSCRIPT[0], "Text.", kind=Kind.PRESS_CONFERENCE, date="2026-01-29"), "no speaker"),
    (
        untitled(TRANSCRIPT[0], "Q: Why?", "A: So.", kind=Kind.PRESS_CONFERENCE, date="2026-01-29"),
        "no speaker with a name",
    ),
)


@pytest.mark.parametrize("made", [made for made, _ in OPENINGS], ids=[why for _, why in OPENINGS])
def test_any_other_text_is_titled_after_its_first_sentence(made):
    assert titles(entitle(made, "en")) == (TRANSCRIPT[0].rstrip("."), None, True)


def test_a_long_opening_is_cut_at_a_word_and_marked():
    title = entitle(untitled("Die beiden Marinen " * 20 + "üben."), "en").entry.title
    assert title.endswith("…")
    assert len(title) <= LENGTH
    assert title.removesuffix("…").rsplit(" ", 1)[-1] in ("Die", "beiden", "Marinen")


# In the other language


def test_a_supplied_title_is_worded_in_the_language_the_document_is_translated_to():
    given = untitled(*TRANSCRIPT, kind=Kind.PRESS_CONFERENCE, date="2026-01-29")
    found = entitle(given, "de", "en")
    assert (found.entry.title, found.entry.translated_title) == (
        "Pressekonferenz mit Jiang Bin, 29. Januar 2026",
        "Press conference with Jiang Bin, 29 January 2026",
    )
    assert entitle(given, "de", "pl").entry.translated_title is None
    assert entitle(given, "en", "en").entry.translated_title is None


def test_only_a_title_in_the_documents_language_wants_a_translation():
    press = {"kind": Kind.PRESS_CONFERENCE, "date": "2026-01-29"}
    assert entitle(untitled(*TRANSCRIPT, title="Schlagzeile"), "en").untranslated_title == "Schlagzeile"
    assert entitle(untitled("Die Übung beginnt."), "en").untranslated_title == "Die Übung beginnt"
    assert entitle(untitled(*TRANSCRIPT, **press), "en").untranslated_title == ""
    assert entitle(untitled(*TRANSCRIPT, **press, language="pl"), "en").untranslated_title == ""
    assert entitle(untitled(*TRANSCRIPT, **press), "de").untranslated_title.startswith("Pressekonferenz")


@pytest.mark.parametrize(
    ("site", "expected"),
    [("en", ("Headline", "Schlagzeile", None)), ("de", ("Schlagzeile", None, "Headline"))],
)
def test_the_title_in_the_sites_language_is_put_first(site, expected):
    translation = Translation("en", TranslationBy.ARGOS)
    given = untitled(*TRANSCRIPT).fill(title="Schlagzeile", translated_title="Headline")
    found = show_title(given.fill(translation=translation), site)
    assert (found.entry.title, found.entry.original_title, found.entry.translated_title) == expected


def test_a_document_without_translation_has_no_title_in_another_language():
    given = untitled(*TRANSCRIPT).fill(title="Schlagzeile", translated_title="Headline")
    assert show_title(given, "de").entry.translated_title is None
