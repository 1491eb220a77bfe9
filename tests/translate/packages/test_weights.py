"""A model whose file is cut, or whose vocabulary is another model's, is refused before it is installed."""

from __future__ import annotations

import json
import zipfile

import pytest

from generator.errors import PackageError
from generator.translate.packages.installation import install_file
from generator.translate.packages.weights import PADDING, check_model
from tests.packages import FILES, metadata, model_bytes, names, tokenizer_bytes, write_package


@pytest.fixture
def built(german_file, tmp_path):
    """A model of CTranslate2 itself."""
    with zipfile.ZipFile(german_file) as archive:
        archive.extractall(tmp_path)
    return next(tmp_path.glob("*/model"))


@pytest.fixture
def knows_nine_of_ten(tmp_path):
    """A model that knows the pieces 0 to 8 and one more."""
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "shared_vocabulary.txt").write_text("</s>\n" + "\n".join("012345678"))
    (tmp_path / "model" / "model.bin").write_bytes(model_bytes(10))
    (tmp_path / "model" / "config.json").write_text("{}")
    return tmp_path


def test_a_whole_model_with_its_own_vocabulary_passes(built):
    check_model(built)


@pytest.mark.parametrize("part", range(8))
def test_one_that_is_cut_is_told(built, part):
    weights = built / "model.bin"
    data = weights.read_bytes()
    weights.write_bytes(data[: len(data) * part // 8])
    with pytest.raises(ValueError, match=r"model\.bin is"):
        check_model(built)


@pytest.mark.parametrize(
    "data", [bytes(1000), b"\xff" * 1000, b"hello\n" * 1000, model_bytes(1) + b"more", b"\x06" + bytes(999)]
)
def test_something_else_is_told(built, data):
    (built / "model.bin").write_bytes(data)
    with pytest.raises(ValueError, match=r"model\.bin is"):
        check_model(built)


@pytest.mark.parametrize("words", [["<unk>", "<s>", "</s>"], [f"x{n}" for n in range(5000)]])
def test_the_vocabulary_of_another_model_is_told(built, words):
    (built / "shared_vocabulary.json").write_text(json.dumps(words))
    with pytest.raises(ValueError, match="another model's"):
        check_model(built)


@pytest.mark.parametrize("tokenizer", ["sentencepiece.model", "source.spm", "target.spm"])
def test_the_vocabulary_of_another_model_of_that_size_is_told(knows_nine_of_ten, tokenizer):
    (knows_nine_of_ten / tokenizer).write_bytes(tokenizer_bytes(*"0123456789"))
    check_model(knows_nine_of_ten / "model")
    (knows_nine_of_ten / tokenizer).write_bytes(tokenizer_bytes(*"01234567", "a", "b"))
    with pytest.raises(ValueError, match="another model's"):
        check_model(knows_nine_of_ten / "model")


@pytest.mark.parametrize("data", [b"tokens", b"", tokenizer_bytes("ä").replace("ä".encode(), b"\xff\xff")])
def test_a_damaged_tokenizer_is_told(knows_nine_of_ten, data):
    (knows_nine_of_ten / "sentencepiece.model").write_bytes(data)
    with pytest.raises(ValueError, match=r"sentencepiece\.model is damaged"):
        check_model(knows_nine_of_ten / "model")


@pytest.mark.parametrize("text", ["{}", "null", "[1]", "[" * 100_000, "no JSON"])
def test_a_vocabulary_that_is_none_is_told(built, text):
    (built / "shared_vocabulary.json").write_text(text)
    with pytest.raises(ValueError, match=r"its shared_vocabulary\.json"):
        check_model(built)


@pytest.mark.parametrize("text", [None, "[]", "{", ""])
def test_a_model_without_its_settings_is_told(built, text):
    (built / "config.json").unlink()
    if text is not None:
        (built / "config.json").write_text(text)
    with pytest.raises(ValueError, match=r"it(s| has no) config\.json"):
        check_model(built)


@pytest.mark.parametrize("name", ["vocab.json", "vocabulary.json", "source_vocabulary.json"])
def test_a_vocabulary_that_is_not_read_is_none(built, name):
    (built / "shared_vocabulary.json").rename(built / name)
    with pytest.raises(ValueError, match="no vocabulary beside its model"):
        check_model(built)


def test_each_language_has_pieces_of_its_own_vocabulary(knows_nine_of_ten):
    model = knows_nine_of_ten / "model"
    (model / "shared_vocabulary.txt").rename(model / "source_vocabulary.txt")
    (model / "target_vocabulary.txt").write_text("</s>\n" + "\n".join("abcdefghi"))
    for name, pieces in (("source.spm", "012345678"), ("target.spm", "abcdefghi")):
        (knows_nine_of_ten / name).write_bytes(tokenizer_bytes(*pieces))
    check_model(model)
    (knows_nine_of_ten / "target.spm").write_bytes(tokenizer_bytes(*"012345678"))
    with pytest.raises(ValueError, match="another model's"):
        check_model(model)


def test_a_model_may_be_padded(tmp_path):
    (tmp_path / "shared_vocabulary.txt").write_text("a\nb\n")
    (tmp_path / "config.json").write_text("{}")
    for rows, is_right in ((2, True), (2 + PADDING, True), (3 + PADDING, False), (1, False)):
        (tmp_path / "model.bin").write_bytes(model_bytes(rows))
        if is_right:
            check_model(tmp_path)
        else:
            with pytest.raises(ValueError, match="another model's"):
                check_model(tmp_path)


@pytest.mark.parametrize("data", [b"", b"model"])
def test_it_is_not_installed(tmp_path, folder, data):
    file = write_package(tmp_path / "p", meta=metadata(), files={**FILES, "model/model.bin": data})
    with pytest.raises(PackageError, match=r"can't be installed: its model\.bin is"):
        install_file(file)
    assert names(folder) == []


@pytest.mark.parametrize("missing", ["model/model.bin", "sentencepiece.model"])
def test_half_a_package_is_not_installed(tmp_path, folder, missing):
    files = {name: data for name, data in FILES.items() if name != missing}
    with pytest.raises(PackageError, match=r"it has no model/model\.bin, or no tokenizer"):
        install_file(write_package(tmp_path / "p", meta=metadata(), files=files))
    assert names(folder) == []
