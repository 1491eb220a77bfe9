"""Sentence boundaries: split where a sentence ends and nowhere else, and nothing gets lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Language
from generator.sentences import first_sentence, join_sentences, shorten, split_sentences

GERMAN = (
    ("Am 27. Januar sprach Dr. Müller.", "Er sagte: „Nein.“", "Dann ging er."),
    ("Das gilt z. B. für die Marine.", "Punkt 2 folgt am 3. März 2022."),
    ("Dieses Jahr markiert den 30. Jahrestag der Gründung.", "Die 2. Runde begann."),
    ("Oberst a. D. Meier kam.", "Genmaj. Schmidt blieb."),
    ("Die Übung kostete 2.500,50 Euro bzw. 3,5 Mio. Euro.", "Mehr nicht."),
    ("Frage: Wann?", "Antwort: Morgen!"),
    ("„Nein.“",),
    ("Ohne Punkt",),
)
ENGLISH = (
    ('BEIJING, Nov. 25 -- "There is no limit," said Sr. Col. Wu Qian.', "It rained."),
    ("Lt. Gen. Smith met Maj. Gen. Shao Yuanming.", "They talked."),
    ("Mr. Ngo Khiem spoke at 5 p.m. in Hanoi.", "It cost 2.5 million."),
    ('"Is it so?" he asked.', '"Yes."'),
    ("One.", "Two?", "Three!", "Four…"),
    ("Visit www.example.org.", "Then leave."),
    ("He was born on Feb. 2, 2019 in Washington, D.C.",),
    ("No stop",),
)
US = (
    ("The U.S. Navy said so.", "It left."),
    ("The U.S. Capitol is seen behind a fence.",),
    ("He met U.S. President Joe Biden.", "They talked."),
)


@pytest.mark.parametrize("sentences", GERMAN)
def test_german_is_split_where_a_sentence_ends(sentences):
    assert split_sentences(" ".join(sentences), Language("de")) == list(sentences)


@pytest.mark.parametrize("sentences", ENGLISH)
def test_english_is_split_where_a_sentence_ends(sentences):
    assert split_sentences(" ".join(sentences), Language("en")) == list(sentences)


@pytest.mark.parametrize("sentences", US)
def test_no_sentence_ends_inside_a_name_that_begins_with_us(sentences):
    assert split_sentences(" ".join(sentences), Language("en")) == list(sentences)


@pytest.mark.parametrize("code", ["", "xx", "vi"])
def test_a_language_without_rules_is_split_by_the_english_ones(code):
    assert split_sentences("One thing. Two things.", Language(code)) == ["One thing.", "Two things."]


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_no_text_has_no_sentences(text):
    assert split_sentences(text, Language("en")) == []


@pytest.mark.parametrize(
    ("code", "sentences"),
    [*(("de", sentences) for sentences in GERMAN), *(("en", sentences) for sentences in ENGLISH)],
)
def test_joined_sentences_are_the_text_again(code, sentences):
    text, language = " ".join(sentences), Language(code)
    assert join_sentences(split_sentences(text, language), language) == text


def test_chinese_sentences_are_joined_without_spaces():
    sentences = split_sentences("中国很大。俄罗斯也很大。", Language("zh"))
    assert sentences == ["中国很大。", "俄罗斯也很大。"]
    assert join_sentences(sentences, Language("zh")) == "中国很大。俄罗斯也很大。"


PIECES = """Der Sprecher U.S. Col. 25. 2,5 „Nein.“ (INF). z. B. Nov. "Yes," -- … e.g. 3) a) ? Ende. A."""
WORDS = st.sampled_from(PIECES.split())


@settings(deadline=None)
@given(st.lists(WORDS, max_size=15).map(" ".join), st.sampled_from(["de", "en"]))
def test_no_word_is_lost_or_moved(text, code):
    sentences = split_sentences(text, Language(code))
    assert "".join(sentences).replace(" ", "") == text.replace(" ", "")
    assert all(sentence == sentence.strip() != "" for sentence in sentences)


SHORTENED = (
    ("China is ready", 14, "China is ready"),
    ("China is ready", 13, "China is…"),
    ("China, is ready", 10, "China…"),
    ("China – Russia – talks", 18, "China – Russia…"),
    ("Donaudampfschifffahrt", 5, "Dona…"),
)


@pytest.mark.parametrize(("text", "limit", "expected"), SHORTENED)
def test_a_long_text_is_cut_at_a_word_and_marked(text, limit, expected):
    assert shorten(text, limit) == expected


@settings(deadline=None)
@given(st.text(), st.integers(min_value=1, max_value=60))
def test_a_shortened_text_keeps_to_the_limit(text, limit):
    assert len(shorten(text, limit)) <= limit


def test_the_first_sentence_is_given_whole_when_it_is_short():
    text = "Am 29. Januar sprach er. Dann ging er."
    assert first_sentence(text, 90) == "Am 29. Januar sprach er."


def test_a_long_first_sentence_is_cut_at_a_word():
    assert first_sentence("Wort " * 50, 20) == "Wort Wort Wort…"
