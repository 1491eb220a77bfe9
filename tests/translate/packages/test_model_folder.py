"""A model from elsewhere: a folder as OPUS-MT conversions are published."""

import json
import shutil

import pytest

from generator.errors import PackageError
from generator.translate.argos import ArgosEngine
from generator.translate.packages import find_package, install_folder
from generator.translate.tokenizer import load_tokenizer
from tests.packages import names
from tests.packages_built import GERMAN

SENTENCE = GERMAN[1]


@pytest.fixture
def opus(german_packages, tmp_path):
    """A folder that holds a real model, with a tokenizer for each language."""
    (package,) = german_packages.iterdir()
    folder = tmp_path / "opus-mt-de-en"
    shutil.copytree(package / "model", folder)
    for name in ("source.spm", "target.spm"):
        shutil.copy(package / "sentencepiece.model", folder / name)
    return folder


def test_it_translates_and_its_name_is_the_provenance(opus, folder, german_packages, monkeypatch):
    package = install_folder(opus, "de", "en")
    assert find_package("de", "en") == package
    assert names(folder) == ["translate-de_en-1_0"]
    engine = ArgosEngine(package)
    assert engine.package == "opus-mt-de-en 1.0"
    ours = engine.translate([SENTENCE])[0].text
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(german_packages))
    theirs = ArgosEngine(find_package("de", "en")).translate([SENTENCE])[0].text
    assert ours.split()[:5] == theirs.split()[:5]


def test_the_end_of_a_sentence_is_told_unless_the_model_tells_it_itself(opus):
    (opus / "config.json").write_text(json.dumps({"add_source_eos": False}))
    tokenizer = load_tokenizer(install_folder(opus, "de", "en").folder, "de", "en")
    assert tokenizer.encode("Schiffe")[-1] == "</s>"
    (opus / "config.json").write_text(json.dumps({"add_source_eos": True}))
    tokenizer = load_tokenizer(install_folder(opus, "de", "en").folder, "de", "en")
    assert tokenizer.encode("Schiffe")[-1] != "</s>"
    assert tokenizer.decode([*tokenizer.encode("Schiffe fuhren."), "</s>"]).strip() == "Schiffe fuhren."


@pytest.mark.parametrize(
    ("missing", "problem"),
    [
        ("model.bin", "has no model.bin, .* converted first"),
        ("target.spm", "has no SentencePiece files for both languages"),
        ("shared_vocabulary.json", "it has no vocabulary"),
    ],
)
def test_what_is_missing_is_named(opus, folder, missing, problem):
    (opus / missing).unlink()
    with pytest.raises(PackageError, match=problem):
        install_folder(opus, "de", "en")
    assert names(folder) == []


def test_a_name_that_no_provenance_can_have_is_refused(opus):
    with pytest.raises(PackageError, match="rename the folder"):
        install_folder(opus.rename(opus.with_name("my <model>")), "de", "en")


@pytest.mark.parametrize(
    "called",
    [
        {"source.spm": "src.spm.model", "target.spm": "tgt.spm.model"},
        {"source.spm": "source.model", "target.spm": "target.model"},
        {"source.spm": "joint.spm.model", "target.spm": "joint.spm.vocab"},
        {"source.spm": "sentencepiece.bpe.model", "target.spm": "README.md"},
    ],
)
def test_tokenizers_are_known_by_their_endings(opus, called):
    for name, other in called.items():
        (opus / name).rename(opus / other)
    package = install_folder(opus, "de", "en")
    assert {"source.spm", "target.spm"} <= set(names(package.folder))
    assert ArgosEngine(package).translate([SENTENCE])[0].text


def test_a_link_gives_the_name_that_a_hub_hides(opus):
    hidden = opus.rename(opus.with_name("0123456789" * 4))
    with pytest.raises(PackageError, match="or a link to it"):
        install_folder(hidden, "de", "en")
    opus.symlink_to(hidden)
    assert install_folder(opus, "de", "en").metadata.title == "opus-mt-de-en 1.0"


def test_a_model_that_must_be_told_the_language_is_refused(opus):
    file = opus / "shared_vocabulary.json"
    words = json.loads(file.read_text())
    file.write_text(json.dumps([*words[:-1], ">>deu<<"]))
    install_folder(opus, "de", "en")
    file.write_text(json.dumps([*words[:-2], ">>deu<<", ">>nld<<"]))
    with pytest.raises(PackageError, match=r"several languages \(>>deu<<, >>nld<<\)"):
        install_folder(opus, "de", "en")


def test_no_model_takes_the_place_of_another(opus, folder):
    install_folder(opus, "de", "en")
    again = install_folder(opus, "de", "en")
    with pytest.raises(PackageError, match=r"opus-mt-de-en 1.0 is, .* chronology model remove de en=1.0; or"):
        install_folder(opus.rename(opus.with_name("opus-mt-tc-big-de-en")), "de", "en")
    assert find_package("de", "en") == again
    install_folder(opus.with_name("opus-mt-tc-big-de-en"), "de", "en", "1.1")
    assert names(folder) == ["translate-de_en-1_0", "translate-de_en-1_1"]
