"""The package that tests build: real in all but its meaning."""

import pytest

from generator.translate.argos import BEAM_SIZE, LENGTH_PENALTY, LONGEST_SENTENCE, ArgosEngine
from generator.translate.packages import find_package
from generator.translate.tokenizer import load_tokenizer
from tests.packages_built import NAME, build_package

GERMAN = (
    "Die Minister trafen sich am 3. April 2019 in der Hauptstadt.",
    "Der Sprecher sagte: „Wir begrüßen 1.500 Gäste aus 中国.“",
    "Warum?",
)


@pytest.fixture
def package(german_packages, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(german_packages))
    return find_package("de", "en")


def test_it_is_built_the_same_each_time(tmp_path, german_file):
    import zipfile

    with zipfile.ZipFile(build_package(tmp_path / "again")) as one, zipfile.ZipFile(german_file) as other:
        assert one.namelist() == other.namelist()
        assert all(one.read(name) == other.read(name) for name in one.namelist())
    assert german_file.stat().st_size < 1_000_000


def test_it_is_found_and_translates_each_sentence_into_one_of_its_own(package):
    assert package.folder.name == NAME
    engine = ArgosEngine(package)
    assert engine.package == "translate-de_en 0.1"
    first = engine.translate(GERMAN)
    assert first == ArgosEngine(package, threads=1).translate(GERMAN)
    assert first == [engine.translate([sentence])[0] for sentence in GERMAN]
    for source, translation in zip(GERMAN, first, strict=True):
        assert translation.text not in ("", source)
        assert digits(translation.text) == digits(source)
        assert translation.text[-1] == source[-1]


def test_the_score_is_the_mean_log_probability_the_model_gives_the_tokens(package):
    """As CTranslate2 itself scores a given translation, the mark at its end counted."""
    engine = ArgosEngine(package)
    model, tokenizer = engine._load(GERMAN)
    for sentence, translation in zip(GERMAN, engine.translate(GERMAN), strict=True):
        tokens = tokenizer.encode(sentence)
        options = {"beam_size": BEAM_SIZE, "length_penalty": LENGTH_PENALTY}
        found = model.translate_batch([tokens], **options)[0].hypotheses[0]
        (scored,) = model.score_batch([tokens], [found])
        assert len(scored.log_probs) == len(found) + 1
        assert translation.score == pytest.approx(sum(scored.log_probs) / len(scored.log_probs), rel=1e-3)


def test_a_very_long_sentence_comes_back_whole(package):
    """The model ends in an error above its 640 positions, and a translation was cut at 256 tokens."""
    words = [f"{number}," for number in range(1000, 1600)]
    sentence = " ".join(words)
    tokenizer = load_tokenizer(package.folder, *package.metadata.pair)
    assert len(tokenizer.encode(sentence)) > 4 * LONGEST_SENTENCE
    (translation,) = ArgosEngine(package).translate([sentence])
    assert digits(translation.text) == digits(sentence)


def digits(text):
    return [character for character in text if character.isdigit()]
