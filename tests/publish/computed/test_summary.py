"""The one sentence that the chronology shows of an entry."""

import pytest

from generator.model import (
    Entry,
    Language,
    Rendering,
    Role,
    Segment,
    SegmentId,
    Source,
)
from generator.publish.computed.summary import SUMMARY_LENGTH, summary_of
from tests.publish.support import entry

DE, EN = Language("de"), Language("en")


def with_segments(*segments: tuple[str, str | None, Role], **values) -> Entry:
    blocks = tuple(
        Segment(SegmentId(f"s{n}"), DE, text, role, Rendering(EN, other) if other else None)
        for n, (text, other, role) in enumerate(segments, start=1)
    )
    return entry(blocks=blocks, **values)


LONG_DE = "Der Sprecher des Ministeriums veröffentlichte am Donnerstag eine lange Erklärung zu den Übungen."
LONG_EN = "The ministry's spokesperson made a long statement on the exercises on Thursday."


def test_an_editors_summary_wins():
    assert summary_of(with_segments((LONG_DE, LONG_EN, Role.PARAGRAPH), summary="Mine."), EN) == "Mine."


def test_else_the_first_sentence_in_the_sites_language():
    one = with_segments((f"{LONG_DE} Mehr.", f"{LONG_EN} More.", Role.PARAGRAPH))
    assert summary_of(one, EN) == LONG_EN


def test_else_the_first_sentence_of_the_text_without_its_dateline():
    one = with_segments(
        (f"PEKING, 28. Dezember – {LONG_DE} Mehr.", None, Role.PARAGRAPH),
        source=Source("e.txt", "x", dateline="PEKING, 28. Dezember"),
    )
    assert summary_of(one, EN) == LONG_DE


@pytest.mark.parametrize("role", [Role.HEADING, Role.CAPTION])
def test_headings_and_captions_are_no_summary(role):
    other = "Eine Zwischenüberschrift oder Bildunterschrift, die lang genug für alles wäre."
    one = with_segments((other, None, role), (LONG_DE, None, Role.PARAGRAPH))
    assert summary_of(one, EN) == LONG_DE
    assert summary_of(with_segments((other, None, role)), EN) == ""


def test_the_documents_own_summary_is_one():
    one = with_segments((LONG_DE, None, Role.SUMMARY), ("Etwas anderes " * 10, None, Role.PARAGRAPH))
    assert summary_of(one, EN) == LONG_DE


def test_a_greeting_is_passed_over_for_a_telling_sentence():
    one = with_segments(("Guten Tag, alle zusammen.", None, Role.PARAGRAPH), (LONG_DE, None, Role.PARAGRAPH))
    assert summary_of(one, EN) == LONG_DE
    assert summary_of(with_segments(("Guten Tag.", None, Role.PARAGRAPH)), EN) == "Guten Tag."


@pytest.mark.parametrize(("letters", "tells"), [(49, False), (50, True)])
def test_a_sentence_of_fifty_characters_tells_something(letters, tells):
    short = "Guten Tag, " + "e" * (letters - 12) + "."
    one = with_segments((short, None, Role.PARAGRAPH), (LONG_DE, None, Role.PARAGRAPH))
    assert summary_of(one, EN) == (short if tells else LONG_DE)


@pytest.mark.parametrize(("greetings", "expected"), [(3, LONG_DE), (4, "Guten Tag.")])
def test_a_telling_sentence_is_looked_for_in_four_paragraphs(greetings, expected):
    paragraphs = [("Guten Tag.", None, Role.PARAGRAPH)] * greetings + [(LONG_DE, None, Role.PARAGRAPH)]
    assert summary_of(with_segments(*paragraphs), EN) == expected


@pytest.mark.parametrize(("letters", "whole"), [(280, True), (281, False)])
def test_a_summary_has_280_characters_at_most(letters, whole):
    sentence = "Er sagte " + "e" * (letters - 10) + "."
    assert (summary_of(with_segments((sentence, None, Role.PARAGRAPH)), EN) == sentence) is whole


def test_markup_is_no_part_of_a_summary_and_a_long_one_is_cut():
    one = with_segments((f"**{LONG_DE[:-1]}** [hier](x.md).", None, Role.PARAGRAPH))
    assert summary_of(one, EN) == f"{LONG_DE[:-1]} hier."
    long = summary_of(with_segments(("Wort " * 200, None, Role.PARAGRAPH)), EN)
    assert len(long) <= SUMMARY_LENGTH
    assert long.endswith("Wort…")


def test_an_entry_without_text_has_an_empty_summary():
    assert summary_of(entry(blocks=()), EN) == ""


@pytest.mark.parametrize(
    "opening", ["Harwick, 18 March 2021.", "Harwick.", "Oberlauter, 17. Mai 2024.", "Bad Tal, den 3. Mai."]
)
def test_a_place_and_a_day_before_the_first_sentence_are_no_sentence(opening):
    one = with_segments((f"{opening} {LONG_DE} Mehr.", None, Role.PARAGRAPH))
    assert summary_of(one, EN) == LONG_DE


@pytest.mark.parametrize(
    "opening", ["Good afternoon, everyone.", "Harwick voted.", "Am 3. Mai 2024 war es so weit."]
)
def test_a_short_first_sentence_is_one(opening):
    one = with_segments((f"{opening} {LONG_DE} Mehr.", None, Role.PARAGRAPH), (LONG_EN, None, Role.PARAGRAPH))
    assert summary_of(one, EN) == LONG_EN
