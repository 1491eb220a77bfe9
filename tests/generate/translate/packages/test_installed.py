"""Finding what is installed, whoever installed it."""

import sys

import argostranslate.settings
import pytest

from generator.errors import PackageError
from generator.generate.translate.packages import find_package, package_folder
from tests.packages import installed, metadata


def test_folder_is_the_one_of_the_environment_or_argostranslate(folder, monkeypatch, tmp_path):
    assert package_folder() == folder
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setattr(argostranslate.settings, "package_data_dir", tmp_path / "argos")
    assert package_folder() == tmp_path / "argos"


def test_nothing_is_found_where_nothing_is(folder):
    assert find_package("fr", "en") is None
    assert not folder.exists()


def test_highest_version_wins_whatever_the_folder_is_called(folder):
    installed(folder, "c", meta=metadata(version="1.2"))
    installed(folder, "a", meta=metadata(version="1.10"))
    installed(folder, "b", meta=metadata(version="1.9"))
    installed(folder, "d", meta=metadata("fr", "de", "2.0"))
    package = find_package("fr", "en")
    assert (package.package_version, package.package_path) == ("1.10", folder / "a")


def test_stray_and_broken_folders_are_passed_over(folder):
    installed(folder, "good", meta=metadata())
    (folder / "file.txt").write_text("stray")
    (folder / "empty").mkdir()
    installed(folder, ".unfinished-x", meta=metadata(version="9.0"))
    installed(folder, "no metadata")
    for number, text in enumerate(["", "{", "[]", "null", '"x"', "\x00"]):
        installed(folder, f"broken {number}", meta=text)
    installed(folder, "no version", meta={"from_code": "fr", "to_code": "en"})
    installed(folder, "odd version", meta=metadata(version="9.x"))
    installed(folder, "no model", meta=metadata(version="9.0"), files={"bpe.model": b""})
    installed(folder, "no tokenizer", meta=metadata(version="9.0"), files={"model/model.bin": b""})
    assert find_package("fr", "en").package_path == folder / "good"


def test_folder_that_can_not_be_read(folder):
    folder.write_text("a file")
    with pytest.raises(PackageError) as failure:
        find_package("fr", "en")
    assert failure.value.place == str(folder)
    assert "ARGOS_PACKAGES_DIR" in failure.value.remedy


def test_argostranslate_that_can_not_be_loaded(folder, monkeypatch):
    installed(folder, "x", meta=metadata())
    monkeypatch.setitem(sys.modules, "argostranslate.package", None)
    with pytest.raises(PackageError, match="argostranslate: can't be loaded"):
        find_package("fr", "en")
