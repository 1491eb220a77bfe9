"""Language codes and names."""

import numpy as np
import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from generator.language import codes
from generator.language.codes import identifier, is_language, language_name, rank_languages
from generator.model import Language


@pytest.mark.parametrize("code", ["de", "en", "zh", "ru", "vi", "pl", "no"])
def test_a_two_letter_code_of_a_language_is_known(code):
    assert is_language(code)


@pytest.mark.parametrize(
    "code", ["", "xx", "DE", "d", "deu", "yue", "haw", "de-AT", "de_DE", "english", "../"]
)
def test_anything_else_is_no_language_code(code):
    assert not is_language(code)


@pytest.mark.parametrize(
    ("code", "english", "german"),
    [("de", "German", "Deutsch"), ("en", "English", "Englisch"), ("zh", "Chinese", "Chinesisch")],
)
def test_a_language_has_a_name_in_both_languages(code, english, german):
    assert language_name(Language(code), Language("en")) == english
    assert language_name(Language(code), Language("de")) == german


def test_an_unknown_language_is_called_by_its_code():
    assert language_name(Language("xx"), Language("en")) == "xx"


def test_in_a_language_that_babel_does_not_speak_languages_have_their_english_names():
    assert language_name(Language("de"), Language("ty")) == "German"


@pytest.mark.parametrize("variety", ["cdo", "gan", "hak", "wuu", "yue"])
def test_a_variety_of_chinese_counts_for_chinese(monkeypatch, variety):
    class Model:
        def rank(self, _):
            return [("ja", 0.4), (variety, 0.35), ("zh", 0.25)]

    monkeypatch.setattr(codes, "identifier", Model)
    assert rank_languages("漢字") == [("zh", 0.6), ("ja", 0.4)]


def test_written_chinese_is_chinese_whatever_variety_the_model_thinks_of():
    text = "国防部新闻发言人吴谦大校在例行记者会上表示，中俄两军关系保持高水平发展。"
    best, probability = rank_languages(text)[0]
    assert best == "zh"
    assert probability > 0.99


def test_the_model_is_as_the_library_reads_it():
    own, its = identifier(), LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    for name in LanguageIdentifier.__slots__:
        if name != "_full_model":  # has the same tables once more
            assert np.array_equal(getattr(own, name), getattr(its, name)), name
