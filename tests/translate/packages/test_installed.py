"""Finding what is installed, whoever installed it."""

import os
import zipfile

import argostranslate.package
import argostranslate.settings
import pytest

from generator.errors import PackageError
from generator.translate.engines import ArgosEngines
from generator.translate.packages import (
    find_package,
    install_file,
    list_broken,
    list_installed,
    package_folder,
)
from tests.packages import installed, metadata, write_package


def test_folder_is_the_one_of_the_environment_or_argostranslate(folder, monkeypatch, tmp_path):
    assert package_folder() == folder
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert package_folder() == tmp_path / "data/argos-translate/packages"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert package_folder() == tmp_path / ".local/share/argos-translate/packages"


def test_nothing_is_found_where_nothing_is(folder):
    assert find_package("fr", "en") is None
    assert not folder.exists()


def test_highest_version_wins_whatever_the_folder_is_called(folder):
    installed(folder, "c", meta=metadata(version="1.2"))
    installed(folder, "a", meta=metadata(version="1.10"))
    installed(folder, "b", meta=metadata(version="1.9"))
    installed(folder, "d", meta=metadata("fr", "de", "2.0"))
    package = find_package("fr", "en")
    assert (package.metadata.version, package.folder) == ("1.10", folder / "a")


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
    assert find_package("fr", "en").folder == folder / "good"


def test_folder_that_can_not_be_read(folder):
    folder.write_text("a file")
    with pytest.raises(PackageError) as failure:
        find_package("fr", "en")
    assert failure.value.place == str(folder)
    assert "ARGOS_PACKAGES_DIR" in failure.value.remedy


def test_all_are_listed_by_pair_and_version(folder):
    installed(folder, "b", meta=metadata(version="1.10"))
    installed(folder, "a", meta=metadata(version="1.9"))
    found = [(one.metadata.name, one.folder.name) for one in list_installed()]
    assert found == [("translate-fr_en-1_9", "a"), ("translate-fr_en-1_10", "b")]


def test_what_does_something_else_is_not_broken(folder):
    installed(folder, "ours", meta=metadata())
    installed(folder, "sbd", meta=metadata(type="sbd"))
    installed(folder, "half", meta=metadata("de"), files={"bpe.model": b""})
    assert [one.folder.name for one in list_installed()] == ["ours"]
    ((half, problem),) = list_broken()
    assert half == folder / "half"
    assert "no model/model.bin, or no tokenizer" in problem


def test_a_linked_folder_is_found(folder, tmp_path):
    installed(tmp_path / "elsewhere", "x", meta=metadata())
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere/x")
    assert find_package("fr", "en").folder == folder / "link"


def test_what_argostranslate_installed_is_found_and_it_finds_what_we_installed(folder, tmp_path, monkeypatch):
    """Unpacked as argospm does it; and listed by argostranslate's own function."""
    folder.mkdir()
    monkeypatch.setattr(argostranslate.settings, "package_data_dir", folder)
    monkeypatch.setattr(argostranslate.settings, "package_dirs", [folder])
    with zipfile.ZipFile(write_package(tmp_path / "x", meta=metadata(), top="translate-fr_en")) as file:
        file.extractall(folder)
    install_file(write_package(tmp_path / "y", meta=metadata("de")))
    assert find_package("fr", "en").folder == folder / "translate-fr_en"
    found = argostranslate.package.get_installed_packages()
    assert sorted(package.from_code for package in found) == ["de", "fr"]


@pytest.mark.parametrize("broken", ["[" * 200_000, "{", '{"from_code": "fr"}', '"\\ud800"'])
def test_a_broken_package_is_named_and_passed_over(folder, broken):
    installed(folder, "good", meta=metadata("fr"))
    installed(folder, "broken", meta=broken)
    assert [one.folder.name for one in list_installed()] == ["good"]
    assert [path.name for path, _ in list_broken()] == ["broken"]
    assert find_package("fr", "en").folder.name == "good"
    told = []
    engines = ArgosEngines(False, told.append, lambda *_: None)
    assert engines.installed("de", "en") == engines.installed("de", "en") == ""
    assert engines.get("de", "en") is None
    assert [line.partition(":")[0] for line in told] == [str(folder / "broken"), "No package for de to en"]


def test_a_pipe_in_place_of_the_metadata_keeps_nobody_waiting(folder):
    installed(folder, "broken")
    os.mkfifo(folder / "broken/metadata.json")
    assert list_installed() == []
    assert "a pipe" in list_broken()[0][1]


def test_a_folder_of_packages_that_can_not_be_read_stops_no_run(folder):
    folder.write_text("a file")
    told = []
    assert ArgosEngines(False, told.append, lambda *_: None).get("de", "en") is None
    assert "can't be read" in told[0]


def test_the_version_asked_for_is_found_and_no_other(folder):
    for version in ("1.9", "1.0"):
        installed(folder, version, meta=metadata(version=version))
    assert find_package("fr", "en").metadata.version == "1.9"
    assert find_package("fr", "en", "1.0").metadata.version == "1.0"
    assert find_package("fr", "en", "1.3") is None
