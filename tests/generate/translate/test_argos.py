"""The engine: with a package made up in memory, and with a real one."""

import os
import re
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator.errors import PackageError
from generator.generate.translate.argos import ArgosEngine
from generator.generate.translate.engine import Engine
from generator.generate.translate.packages import find_package, install_file
from generator.model import TranslationBy
from tests.engines import CrashingEngine, FakeEngine
from tests.models import fetch_model

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


class Package:
    """What the engine reads of an argostranslate package."""

    from_code, to_code, package_version, target_prefix = "de", "en", "1.3", ""
    tokenizer = Tokenizer()

    def __init__(self, package_path):
        self.package_path = package_path


class Result:
    def __init__(self, tokens):
        self.hypotheses = [tokens]


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


def test_all_engines_fit_the_protocol():
    engines: list[Engine] = [ArgosEngine(Package(Path())), FakeEngine(), CrashingEngine()]
    for engine in engines:
        assert (engine.source, engine.target, engine.by) == ("de", "en", TranslationBy.ARGOS)
        assert engine.package == "translate-de_en 1.3"


def test_nothing_to_translate_loads_nothing(tmp_path):
    engine = ArgosEngine(Package(tmp_path))
    assert engine.translate([]) == []
    assert engine.translate(["", " \n"]) == ["", ""]


def test_one_batch_in_order_and_blanks_kept(tmp_path, translator):
    engine = ArgosEngine(Package(tmp_path))
    assert engine.translate(["abc def", "", "ghi"]) == ["cba fed", "", "ihg"]
    assert translator.batches == [[["abc", "def"], ["ghi"]]]
    assert translator.options["num_hypotheses"] == 1


def test_target_prefix_is_given_and_taken_out(tmp_path, translator):
    package = Package(tmp_path)
    package.target_prefix = "__en__"
    assert ArgosEngine(package).translate(["abc", "def"]) == ["cba", "fed"]
    assert len(translator.batches) == 1


@pytest.mark.parametrize("content", [None, b"", b"no model at all" * 100])
def test_package_that_can_not_be_loaded(tmp_path, content):
    if content is not None:
        (tmp_path / "model").mkdir()
        (tmp_path / "model" / "model.bin").write_bytes(content)
    with pytest.raises(PackageError) as failure:
        ArgosEngine(Package(tmp_path)).translate(["Hallo"])
    assert failure.value.place == str(tmp_path)
    assert "can't be loaded" in failure.value.problem
    assert failure.value.remedy == "install it again: chronology model install de en"


def test_crash_while_translating_is_a_package_error(tmp_path, translator, monkeypatch):
    def crash(*_, **__):
        raise RuntimeError("out\nof memory")

    monkeypatch.setattr(translator, "translate_batch", crash)
    with pytest.raises(PackageError, match=r"failed while translating \(out of memory\)"):
        ArgosEngine(Package(tmp_path)).translate(["Hallo"])


def test_fake_counts_and_crashing_crashes():
    fake = FakeEngine()
    assert fake.translate(["a", "b"]) == ["[en] a", "[en] b"]
    assert fake.translate([]) == []
    assert (len(fake.calls), fake.sentences) == (2, ["a", "b"])
    with pytest.raises(PackageError):
        CrashingEngine().translate(["a"])
    crashing = CrashingEngine(expected=False, after=1)
    assert crashing.translate(["a"]) == ["[en] a"]
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
    assert translations.pop() == ""
    for translation, words in zip(translations, CHINESE.values(), strict=True):
        assert words <= words_of(translation)
    assert translations == [text.strip() for text in translations]


@pytest.mark.model
def test_real_package_keeps_the_order_over_many_batches(engine):
    """Sentences are sorted by length and put into batches on the way."""
    many = [*CHINESE.items()] * 20
    translations = engine.translate([sentence for sentence, _ in many])
    for translation, (_, words) in zip(translations, many, strict=True):
        assert words <= words_of(translation)


@pytest.mark.model
def test_heavy_libraries_are_never_loaded_and_stdout_stays_clean(packages, tmp_path):
    """In a process of its own, with a home of its own: nothing was imported before."""
    code = """
        import sys
        from generator.generate.translate.argos import ArgosEngine
        from generator.generate.translate.packages import find_package
        assert not {"argostranslate", "ctranslate2"} & set(sys.modules), "loaded on import"
        engine = ArgosEngine(find_package("zh", "en"))
        assert "ctranslate2" not in sys.modules, "loaded on construction"
        assert "water" in engine.translate(["水"])[0].lower()
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
