"""Sentences to pieces and back: as argostranslate does it, and without it."""

import sys

import argostranslate.tokenizer
import pytest

from generator.errors import PackageError
from generator.translate.tokenizer import load_tokenizer
from tests.packages_built import GERMAN

GERMAN_ENGLISH = ("de", "en")
BPE = "#version: 0.2\ne n</w>\ns c\nsc h\n"


def test_pieces_are_those_of_argostranslate(german_packages):
    (folder,) = german_packages.iterdir()
    ours = load_tokenizer(folder, *GERMAN_ENGLISH)
    theirs = argostranslate.tokenizer.SentencePieceTokenizer(folder / "sentencepiece.model")
    for sentence in [*GERMAN, "中国", " "]:
        tokens = ours.encode(sentence)
        assert tokens == theirs.encode(sentence)
        assert ours.decode(tokens) == theirs.decode(tokens)


def test_an_underscore_survives(german_packages):
    """As argostranslate does not let it: addresses have them."""
    (folder,) = german_packages.iterdir()
    assert load_tokenizer(folder, *GERMAN_ENGLISH).decode(["▁snake_case", "▁a"]).strip() == "snake_case a"


def test_argostranslate_reads_the_other_kind(tmp_path):
    (tmp_path / "bpe.model").write_text(BPE)
    tokenizer = load_tokenizer(tmp_path, *GERMAN_ENGLISH)
    tokens = tokenizer.encode("Schiffe fuhren.")
    assert len(tokens) > 2
    assert tokenizer.decode(tokens) == "Schiffe fuhren."


def test_without_argostranslate_the_other_kind_is_refused(tmp_path, monkeypatch):
    (tmp_path / "bpe.model").write_text(BPE)
    monkeypatch.setitem(sys.modules, "argostranslate.tokenizer", None)
    with pytest.raises(PackageError, match="has a tokenizer that argostranslate reads") as failure:
        load_tokenizer(tmp_path, *GERMAN_ENGLISH)
    assert "pip install --no-deps" in failure.value.remedy
