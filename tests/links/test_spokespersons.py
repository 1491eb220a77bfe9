"""Who speaks in a text, with a record or without, and where."""

import pytest

from generator.links.spokespersons import Speakers, find_speakers
from generator.model import Kind
from generator.names.mentions import find_mentions
from tests.builders import DE, EN
from tests.effort import filled, is_linear
from tests.links.chronicle import INDEX, RECORDS, entry


def speakers(*paragraphs: str, **values) -> Speakers:
    one = entry("a", *paragraphs, **{"title": "A", **values})
    return find_speakers(one, find_mentions(one, INDEX), RECORDS)


OFFICES = [
    ("Spokesman Wu Qian said so.", "wu"),
    ("Wu Qian, a spokesperson for the ministry, said so.", "wu"),
    ("Senior Colonel Wu Qian, spokesman for the Ministry of Defence, said so.", "wu"),
    ("Wu Qian, deputy director of the Information Bureau of the ministry and spokesperson, answered.", "wu"),
    ("Spokesman for the Chinese Ministry of Defence Wu Qian said at a news briefing.", "wu"),
    ("Commenting on Vladimir Putin's remarks, spokesman Wu Qian said so.", "wu"),
    ("Vladimir Putin had praised it, which Wu Qian, a spokesman, welcomed.", "wu"),
    ("Spokeswoman Mao Ning said so.", "mao ning"),
    ("Mao Ning, a spokeswoman for the ministry, said so.", "mao ning"),
    ("Spokesperson Mao Ning Holds Regular Briefing", "mao ning"),
    ("Spokesman Senior Colonel Zhang Xiaogang said so.", "zhang xiaogang"),
    ("Putin praised it, spokesman Dmitry Peskov said.", "dmitry peskov"),
]
GERMAN_OFFICES = [
    ("Der Sprecher des Ministeriums, Wu Qian, sagte das.", "wu"),
    ("Oberst Wu Qian, stellvertretender Direktor des Büros und Sprecher des Ministeriums, antwortete.", "wu"),
    ("Außenamtssprecher Wang Wenbin sagte das.", "wang"),
    ("Sprecherin Mao Ning wies das zurück.", "mao ning"),
]
NOBODY = [
    "Wu Qian said so.",
    "A spokesman said so. Nothing more is known.",
    "A spokesman said so. Vladimir Putin had been there.",
    "The loud speaker failed.",
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_a_spokesperson_is_who_stands_nearest_to_the_office(text, expected):
    assert speakers(text).office == {expected}


@pytest.mark.parametrize(("text", "expected"), GERMAN_OFFICES)
def test_a_spokesperson_is_found_in_german(text, expected):
    assert speakers(text, language=DE).office == {expected}


@pytest.mark.parametrize("text", NOBODY)
def test_without_an_office_or_a_name_nobody_speaks(text):
    assert speakers(text).office == frozenset()


def test_a_loudspeaker_is_no_office():
    assert speakers("Der Lautsprecher von Wu Qian war kaputt.", language=DE).office == frozenset()


def test_only_an_opening_counts():
    assert speakers("One.", "Two.", "Spokesman Wu Qian said so.").office == frozenset()


def test_the_original_title_is_read_not_its_translation():
    one = speakers("Text.", title="Spokesman Wang Wenbin", original_title="Sprecher Wu Qian", language=DE)
    assert one.office == {"wu"}


BRIEFINGS = [
    ("He told a press conference.", EN, True),
    ("At a news conference in Moscow.", EN, True),
    ("The daily briefing was short.", EN, True),
    ("In a written statement.", EN, False),
    ("The conference on security.", EN, False),
    ("Auf der regulären Pressekonferenz.", DE, True),
    ("Auf seiner Jahrespressekonferenz.", DE, True),
    ("Die Presse schrieb darüber.", DE, False),
]


@pytest.mark.parametrize(("text", "language", "expected"), BRIEFINGS)
def test_a_press_conference_is_known_by_its_name(text, language, expected):
    assert speakers(text, language=language).briefing is expected
    assert speakers("One.", "Two.", "Three.", text, language=language).briefing is expected


def test_a_transcript_is_one_by_its_kind():
    assert speakers("Wu Qian: Yes.", kind=Kind.PRESS_CONFERENCE).briefing


@pytest.mark.parametrize("piece", ["Sprecher ", "A", "Ab ", "pressekonferen", "Wu Qian, spokesman, said "])
def test_the_effort_grows_with_a_paragraph(piece):
    assert is_linear(lambda size: speakers(filled(piece, size), language=DE), 5_000, 20_000)


@pytest.mark.parametrize("piece", ["A", "Ab ", "pressekonferen"])
def test_a_megabyte_of_one_paragraph_is_read(piece):
    """Nothing is timed: what tries quadratically many ways would not end here."""
    assert speakers(filled(piece, 1_000_000), language=DE).office == frozenset()
