"""The engine: with a package made up in memory, and with a real one."""

import os
import re
import socket
import subprocess
import sys
import textwrap

import pytest

from generator.errors import PackageError
from generator.translate import argos
from generator.translate.argos import (
    BATCH_SIZE,
    CHUNK,
    LENGTH_PENALTY,
    LONGEST_SENTENCE,
    LONGEST_TRANSLATION,
    ArgosEngine,
    batches,
)
from generator.translate.engine import Engine, EngineOutput
from generator.translate.packages import find_package, install_file
from tests.engines import SCORE, CrashingEngine, FakeEngine
from tests.models import fetch_model
from tests.packages import package_of

CHINESE = {
    "中国外交部发言人星期四在北京举行例行记者会。": {"Beijing", "Thursday", "press"},
    "俄罗斯总统普京将于五月访问中国。": {"Russian", "Putin", "China", "May"},
    "两国海军在日本海举行联合演习。": {"naval", "joint", "Japan", "exercises"},
    "水": {"Water"},
}
"""Sentence → words its translation has."""


class Tokenizer:
    def encode(self, sentence):
        return sentence.split()

    def decode(self, tokens):
        return " " + " ".join(tokens)


class Result:
    """An answer that is there at once."""

    def __init__(self, tokens):
        self.hypotheses = [tokens]
        self.scores = [-0.5]

    def result(self):
        return self


class Translator:
    """In place of CTranslate2: turns each token round."""

    def __init__(self):
        self.batches = []
        self.options = {}

    def translate_batch(self, tokens, target_prefix=None, **options):
        self.batches.append(tokens)
        self.options = options
        starts = target_prefix or [[]] * len(tokens)
        return [
            Result(start + [token[::-1] for token in sentence])
            for start, sentence in zip(starts, tokens, strict=True)
        ]


@pytest.fixture
def translator(monkeypatch):
    replacement = Translator()
    monkeypatch.setattr("ctranslate2.Translator", lambda *_, **__: replacement)
    monkeypatch.setattr(argos, "load_tokenizer", lambda *_: Tokenizer())
    return replacement


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    """A folder with the real package installed."""
    folder = tmp_path_factory.mktemp("packages")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(folder))
        install_file(fetch_model())
    return folder


@pytest.fixture
def engine(packages, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    package = find_package("zh", "en")
    assert package
    return ArgosEngine(package)


def texts(translations):
    return [translation.text for translation in translations]


def test_all_engines_fit_the_protocol():
    engines: list[Engine] = [ArgosEngine(package_of()), FakeEngine(), CrashingEngine()]
    for engine in engines:
        assert (engine.source, engine.target) == ("de", "en")
        assert engine.package == "translate-de_en 1.3"


def test_nothing_to_translate_loads_nothing(tmp_path):
    engine = ArgosEngine(package_of(folder=tmp_path))
    assert engine.translate([]) == []
    assert engine.translate(["", " \n"]) == [EngineOutput("", None)] * 2


@pytest.mark.usefixtures("translator")
def test_what_models_take_apart_is_put_together(tmp_path):
    """The replacement turns each word round."""
    engine = ArgosEngine(package_of(folder=tmp_path), threads=1)
    given = ["anihC ' s tnuoma", "yehT ’ er ereh", "dias eh ' desolc ' erofeb"]
    assert texts(engine.translate(given)) == ["China's amount", "They’re here", "said he ' closed ' before"]


def test_in_order_and_blanks_kept(tmp_path, translator):
    engine = ArgosEngine(package_of(folder=tmp_path), threads=1)
    assert texts(engine.translate(["ghi", "", "abc def", "jkl"])) == ["ihg", "", "cba fed", "lkj"]
    assert translator.batches == [[["abc", "def"]], [["ghi"], ["jkl"]]]
    assert translator.options["num_hypotheses"] == 1


def test_letters_no_longer_written_reach_the_model_as_todays(tmp_path, translator):
    ArgosEngine(package_of(folder=tmp_path), threads=1).translate(["geſtern Feuer⸗Wehr"])
    assert translator.batches == [[["gestern", "Feuer-Wehr"]]]


def test_nothing_is_cut_silently(tmp_path, translator):
    """Longer than the model takes: translated in parts of whole clauses, and every word comes back."""
    clause = " ".join(["abc"] * 59) + " def,"
    engine = ArgosEngine(package_of(folder=tmp_path), threads=1)
    long = " ".join([clause] * 20)
    (translation,) = engine.translate([long])
    sent = [sentence for batch in translator.batches for sentence in batch]
    assert all(len(sentence) <= LONGEST_SENTENCE for sentence in sent)
    assert [sentence[-1] for sentence in sent] == ["def,"] * len(sent)
    assert translation.text.split() == [word[::-1] for word in long.split()]
    assert translator.options["max_input_length"] == 0
    assert translator.options["max_decoding_length"] >= 2 * LONGEST_SENTENCE


def test_work_is_done_in_chunks(tmp_path, translator):
    """Memory does not grow with the number of sentences: no more than a chunk is cut into tokens."""
    sentences = [f"{number} {'x ' * (number % 7)}".strip() for number in range(2 * CHUNK + 1)]
    found = texts(ArgosEngine(package_of(folder=tmp_path), threads=1).translate(sentences))
    assert found == [" ".join(word[::-1] for word in sentence.split()) for sentence in sentences]
    assert max(len(batch) for batch in translator.batches) <= BATCH_SIZE


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_a_batch_has_sentences_of_one_length_and_all_threads_get_some(threads):
    lengths = [3] * 100 + [5] * 3 + [4]
    found = list(batches(lengths, threads))
    assert sorted(index for batch in found for index in batch) == list(range(104))
    assert all(len({lengths[index] for index in batch}) == 1 for batch in found)
    assert [lengths[batch[0]] for batch in found][:2] == [5, 4]
    assert max(map(len, found)) <= min(BATCH_SIZE, 104 / threads)
    assert len(list(batches([3] * 8, threads))) >= threads
    assert not list(batches([], threads))


@pytest.mark.usefixtures("translator")
def test_score_is_the_mean_of_the_tokens_and_their_end(tmp_path):
    """Without the reward for length, which the score of the search has."""
    engine = ArgosEngine(package_of(folder=tmp_path), threads=1)
    (plain,) = engine.translate(["abc def ghi"])
    assert plain.score == pytest.approx(-0.5 * 4**LENGTH_PENALTY / 4)
    engine = ArgosEngine(package_of(folder=tmp_path, target_prefix="__en__"), threads=1)
    (prefixed,) = engine.translate(["abc def ghi"])
    assert prefixed.text == plain.text
    assert prefixed.score == pytest.approx(-0.5 * 5**LENGTH_PENALTY / 4)


def test_a_translation_that_was_cut_has_no_end_to_score(tmp_path, translator, monkeypatch):
    tokens = ["loop"] * LONGEST_TRANSLATION
    monkeypatch.setattr(translator, "translate_batch", lambda *_, **__: [Result(tokens)])
    (found,) = ArgosEngine(package_of(folder=tmp_path), threads=1).translate(["abc"])
    length = LONGEST_TRANSLATION
    assert found.score == pytest.approx(-0.5 * length**LENGTH_PENALTY / length)


def test_target_prefix_is_given_and_taken_out(tmp_path, translator):
    package = package_of(folder=tmp_path, target_prefix="__en__")
    assert texts(ArgosEngine(package, threads=1).translate(["abc", "def"])) == ["cba", "fed"]
    assert len(translator.batches) == 1


@pytest.mark.parametrize("content", [None, b"", b"no model at all" * 100])
def test_package_that_can_not_be_loaded(tmp_path, content):
    if content is not None:
        (tmp_path / "model").mkdir()
        (tmp_path / "model" / "model.bin").write_bytes(content)
    with pytest.raises(PackageError) as failure:
        ArgosEngine(package_of(folder=tmp_path)).translate(["Hallo"])
    assert failure.value.place == str(tmp_path)
    assert "can't be loaded" in failure.value.problem
    assert failure.value.remedy == "install it again: chronology model install de en"


def test_crash_while_translating_is_a_package_error(tmp_path, translator, monkeypatch):
    def crash(*_, **__):
        raise RuntimeError("out\nof memory")

    monkeypatch.setattr(translator, "translate_batch", crash)
    with pytest.raises(PackageError, match=r"failed while translating \(out of memory\)"):
        ArgosEngine(package_of(folder=tmp_path)).translate(["Hallo"])


def test_fake_counts_and_crashing_crashes():
    fake = FakeEngine()
    assert fake.translate(["a", "b"]) == [EngineOutput("[en] a", SCORE), EngineOutput("[en] b", SCORE)]
    assert fake.translate([]) == []
    assert (len(fake.calls), fake.sentences) == (2, ["a", "b"])
    with pytest.raises(PackageError):
        CrashingEngine().translate(["a"])
    crashing = CrashingEngine(expected=False, after=1)
    assert texts(crashing.translate(["a"])) == ["[en] a"]
    with pytest.raises(RuntimeError):
        crashing.translate(["a"])


def words_of(text):
    return set(re.findall(r"\w+", text))


@pytest.mark.model
def test_real_package_translates_in_order_without_network(engine, monkeypatch):
    def refuse(*_):
        raise AssertionError("the engine wants the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert engine.package == "translate-zh_en 1.9"
    translations = engine.translate([*CHINESE, ""])
    assert translations.pop() == EngineOutput("", None)
    for translation, words in zip(translations, CHINESE.values(), strict=True):
        assert words <= words_of(translation.text)
        assert translation.text == translation.text.strip()
        assert -2 < translation.score < 0


@pytest.mark.model
def test_real_package_keeps_the_order_over_many_batches(engine):
    """Sentences are sorted by length and put into batches on the way."""
    many = [*CHINESE.items()] * 20
    translations = engine.translate([sentence for sentence, _ in many])
    for translation, (_, words) in zip(translations, many, strict=True):
        assert words <= words_of(translation.text)


@pytest.mark.model
def test_a_translation_does_not_depend_on_its_neighbours(engine):
    """Not in a word, and not in its score."""
    sentences = [*CHINESE, *(sentence[:-1] + "，没有人受伤。" for sentence in CHINESE)]
    alone = [engine.translate([sentence])[0] for sentence in sentences]
    assert engine.translate(sentences * 3) == alone * 3


@pytest.mark.model
def test_heavy_libraries_are_never_loaded_and_stdout_stays_clean(packages, tmp_path):
    """In a process of its own, with a home of its own: nothing was imported before."""
    code = """
        import sys
        from generator.translate.argos import ArgosEngine
        from generator.translate.packages import find_package
        assert not {"argostranslate", "ctranslate2"} & set(sys.modules), "loaded on import"
        engine = ArgosEngine(find_package("zh", "en"))
        assert "ctranslate2" not in sys.modules, "loaded on construction"
        assert "water" in engine.translate(["水"])[0].text.lower()
        heavy = {"torch", "stanza", "spacy", "minisbd", "argostranslate.translate"}
        assert not heavy & set(sys.modules), heavy & set(sys.modules)
    """
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code)],
        env={**os.environ, "HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(packages)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
