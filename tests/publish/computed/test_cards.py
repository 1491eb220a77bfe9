"""A record in short: its first sentence, whatever Markdown it is written in."""

import pytest

from generator.model import Language
from generator.publish.computed.cards import card_of, with_counts
from tests import kinds
from tests.builders import record

EN = Language("en")
TEXTS = [
    ("Admiral; named here. He commands.", "Admiral; named here."),
    ("## Life\n\n> [!] x\n\nA **general** of [it](x.md).", "> [!] x"),
    ("!!! note\n    Careful.\n\n- a list\n\nAn exercise.", "An exercise."),
    ("<b>No</b>\n\nYes &amp; no.", "Yes & no."),
    ("", ""),
    ("# Only a heading", ""),
]


@pytest.mark.parametrize(("text", "sentence"), TEXTS)
def test_the_first_sentence_stands_for_the_text(text, sentence):
    one = record("r", kinds.PERSON, "R")
    assert card_of(type(one)(**{**vars(one), "text": text}), EN).sentence == sentence


def test_a_long_sentence_is_cut_at_a_word():
    one = record("r", kinds.PERSON, "R")
    sentence = card_of(type(one)(**{**vars(one), "text": "word " * 200}), EN).sentence
    assert sentence.endswith("word…")
    assert len(sentence) <= 200


def test_the_name_in_the_next_language_is_there_where_it_is_another():
    assert card_of(record("r", kinds.PERSON, "R", zh="水"), EN).other_name == ("zh", "水")
    assert card_of(record("r", kinds.PERSON, "R", de="R"), EN).other_name is None


def test_how_many_entries_name_a_record_is_filled_in_last():
    page = f"<p>{card_of(record('r', kinds.PERSON, 'R'), EN).count}</p><!-- entries that name -->"
    assert with_counts(page, "{} times".format) == "<p>r times</p><!-- entries that name -->"
