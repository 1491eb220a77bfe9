"""Sentences that belong together have one number on both sides; no word and no element is lost."""

import re
import xml.etree.ElementTree as ET

import pytest

from generator.publish.pages.sentence_pairs import mark_sentences
from tests.effort import is_linear


def marked(source: str, translation: str) -> tuple[str, str]:
    sides = [
        ET.fromstring(f'<p lang="{code}">{text}</p>') for code, text in (("de", source), ("en", translation))
    ]
    mark_sentences(*sides)
    return tuple(re.sub(r"^<p[^>]*>|</p>$|^<p[^>]*/>$", "", ET.tostring(side, "unicode")) for side in sides)


DE = "Die Übung begann am 3. Mai. Sie dauert zwei Wochen."
EN = "The exercise began on 3 May. It takes two weeks."


def test_sentences_of_a_pair_have_one_number():
    assert marked(DE, EN) == (
        '<span data-n="1">Die Übung begann am 3. Mai. </span><span data-n="2">Sie dauert zwei Wochen.</span>',
        '<span data-n="1">The exercise began on 3 May. </span><span data-n="2">It takes two weeks.</span>',
    )


def test_a_single_pair_is_the_paragraph():
    assert marked("Die Übung begann.", "The exercise began.") == ("Die Übung begann.", "The exercise began.")


def test_links_stay_where_they_are():
    source, translation = marked(
        'Die <a href="#u">Übung</a> begann am 3. Mai. <a href="#s">Sie</a> dauert <em>zwei</em> Wochen.', EN
    )
    assert source == (
        '<span data-n="1">Die <a href="#u">Übung</a> begann am 3. Mai. </span>'
        '<span data-n="2"><a href="#s">Sie</a> dauert <em>zwei</em> Wochen.</span>'
    )
    assert translation.count("data-n") == 2


@pytest.mark.parametrize("side", [0, 1])
def test_sentences_that_emphasis_joins_stay_together_on_both_sides(side):
    texts = [DE, EN]
    texts[side] = f"<em>{texts[side]}</em>"
    assert marked(*texts) == tuple(texts)


def test_a_sentence_without_a_counterpart_stays_with_its_neighbour():
    source, translation = marked(f"{DE} Das Ministerium nennt keine Zahlen zu den Schiffen von 2023.", EN)
    numbers = [text.count("data-n") for text in (source, translation)]
    assert numbers[0] == numbers[1] <= 2


@pytest.mark.parametrize("text", ["", "Eins.", "A. B. C. D.", "x<b/>. Y<i>Z. A</i> b. C <u>d</u>"])
def test_no_word_is_lost(text):
    shown = "".join(ET.fromstring(f"<p>{text}</p>").itertext())
    for one, other in (marked(text, EN), marked(EN, text)[::-1]):
        assert "".join(ET.fromstring(f"<p>{one}</p>").itertext()) == shown
        assert "".join(ET.fromstring(f"<p>{other}</p>").itertext()) == EN


def test_the_effort_grows_with_the_elements():
    def mark(count: int) -> tuple[str, str]:
        return marked("Ein <em>Wort</em> " * count + "Ende. Noch eins.", "A word. One more.")

    assert is_linear(mark, 300, 1_200)
