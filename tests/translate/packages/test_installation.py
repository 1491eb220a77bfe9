"""Installing a file: all of it or nothing, and nothing of what it should not be."""

import json
import os
import socket
import stat
import time
import zipfile
from pathlib import Path

import pytest

from generator.errors import PackageError, WriteError
from generator.translate.packages import PINNED, find_package, install, install_file, offer
from generator.translate.packages.installation import LEFT_BEHIND, STAGING
from tests.packages import FILES, metadata, names, pin, write_package

INSTALLATION = "generator.translate.packages.installation"


def test_install_from_file_without_network(folder, tmp_path, monkeypatch):
    def refuse(*_):
        raise AssertionError("no network is needed for this")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    path = write_package(tmp_path / "x.argosmodel", meta=metadata(), top="any name")
    package = install_file(path, ("fr", "en"))
    assert package.folder == folder / "translate-fr_en-1_0"
    assert (package.metadata.source, package.metadata.target, package.metadata.version) == ("fr", "en", "1.0")
    assert find_package("fr", "en") == package
    assert names(folder) == ["translate-fr_en-1_0"]
    assert path.exists()


def test_same_version_is_replaced_and_others_stay(folder, tmp_path):
    install_file(write_package(tmp_path / "1", meta=metadata(version="0.9")))
    old = {**FILES, "README.md": b"old"}
    install_file(write_package(tmp_path / "2", meta=metadata(), files=old))
    package = install_file(write_package(tmp_path / "3", meta=metadata(), files=FILES))
    assert names(folder) == ["translate-fr_en-0_9", "translate-fr_en-1_0"]
    assert not (package.folder / "README.md").exists()


def test_failed_replacement_leaves_the_old_one(folder, tmp_path, monkeypatch):
    path = write_package(tmp_path / "x", meta=metadata())
    before = install_file(path)
    rename = Path.rename

    def fail(self, target):
        if self.name == "translate-fr_en-1_0" and self.parent.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(WriteError, match="No space left on device"):
        install_file(path)
    assert find_package("fr", "en") == before
    assert names(folder) == ["translate-fr_en-1_0"]


def test_folder_that_can_not_be_written(folder, tmp_path):
    folder.write_text("a file")
    with pytest.raises(WriteError) as failure:
        install_file(write_package(tmp_path / "x", meta=metadata()))
    assert failure.value.exit_code == 4


@pytest.mark.parametrize(
    ("package", "problem"),
    [
        ({"extra": ["../evil"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/../../evil"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/./metadata.json"]}, "one of them twice"),
        ({"extra": ["translate-fr_en-1_0//metadata.json"]}, "one of them twice"),
        ({"extra": ["translate-fr_en-1_0/METADATA.JSON"]}, "one of them twice"),
        ({"extra": ["./translate-fr_en-1_0/metadata.json"]}, "one of them twice"),
        ({"extra": ["translate-fr_en-1_0/./more.txt"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0//more.txt"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/model/./more.txt"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/./chronology.json"]}, "unsafe path"),
        ({"meta": "[" * 200_000}, "levels deep"),
        ({"extra": ["/tmp/evil"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/\x1b[31m"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/a\nb"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/\u202ex"]}, "unsafe path"),
        ({"extra": [f"translate-fr_en-1_0/{'x' * 300}"]}, "unsafe path"),
        ({"extra": [f"translate-fr_en-1_0{'/x' * 3000}"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0/metadata.json/x"]}, "holds a file where a folder is"),
        ({"extra": ["translate-fr_en-1_0/model"]}, "holds a file where a folder is"),
        ({"extra": ["translate-fr_en-1_0\\..\\evil"]}, "2 folders instead of one"),
        ({"extra": ["C:/evil"]}, "2 folders instead of one"),
        ({"extra": ["second/evil"]}, "2 folders instead of one"),
        ({"extra": ["evil"]}, "2 folders instead of one"),
        ({"meta": json.dumps(metadata()) + " " * 1024**2}, "larger than 1 MB"),
        ({"meta": None}, "no metadata.json"),
        ({"meta": "{"}, "can't be used"),
        ({"meta": []}, "not a table"),
        ({"meta": {"from_code": "fr"}}, "to_code is missing or malformed"),
        ({"meta": metadata("../../x")}, "from_code is missing or malformed"),
        ({"meta": metadata(version="1/../../x")}, "package_version is missing or malformed"),
        ({"meta": metadata("zh")}, "translates zh to en, not fr to en"),
        ({"meta": metadata(version="1.1")}, "is version 1.1, not 1.0"),
        ({"meta": metadata(type="sbd")}, "a package of type 'sbd', which does not translate"),
        ({"meta": "\ufeff" + json.dumps(metadata())}, "can't be used"),
        ({"meta": {"from_codes": ["fr", "it"], "to_code": "en"}}, "from_code is missing or malformed"),
    ],
)
def test_hostile_or_incomplete_file_is_refused(folder, tmp_path, package, problem):
    path = write_package(tmp_path / "x.argosmodel", **{"meta": metadata(), **package})
    before = set(tmp_path.rglob("*"))
    with pytest.raises(PackageError) as failure:
        install_file(path, ("fr", "en"), "1.0")
    assert problem in failure.value.problem
    assert failure.value.place == str(path)
    assert failure.value.remedy
    assert names(folder) == []
    assert set(tmp_path.rglob("*")) - {folder} == before


def test_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{INSTALLATION}.MAX_BYTES", 50)
    with pytest.raises(PackageError, match="unpacks to more than 50 bytes"):
        install_file(write_package(tmp_path / "x", meta=metadata()))


def test_file_that_unpacks_to_twenty_times_its_size_is_refused(folder, tmp_path):
    """Models hardly shrink: what does is a bomb."""
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("t/metadata.json", json.dumps(metadata()))
        file.writestr("t/bpe.model", b"")
        file.writestr("t/model/shared_vocabulary.txt", b"")
        file.writestr("t/model/model.bin", b"\0" * 1_000_000)
    with pytest.raises(PackageError, match="unpacks to more than"):
        install_file(path)
    assert names(folder) == []


def test_another_name_of_a_pinned_version_needs_its_hash_too(folder, tmp_path, site, monkeypatch):
    """1.0.0 is 1.0, and passes for no newer version of it."""
    pin(site, monkeypatch, write_package(tmp_path / "1.0", meta=metadata()))
    with pytest.raises(PackageError, match="is not the translate-fr_en-1_0 it claims to be"):
        install_file(write_package(tmp_path / "1.0.0", meta=metadata(version="1.0.0")))
    assert names(folder) == []


def test_file_of_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{INSTALLATION}.MAX_FILES", 2)
    with pytest.raises(PackageError, match="holds more than 2 files"):
        install_file(write_package(tmp_path / "x", meta=metadata()))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_file_that_is_in_it_twice_is_refused(folder, tmp_path):
    """One could be checked and the other used."""
    path = write_package(tmp_path / "x", meta=metadata(), extra=["translate-fr_en-1_0/metadata.json"])
    with pytest.raises(PackageError, match="one of them twice"):
        install_file(path)
    assert names(folder) == []


def test_file_that_unpacks_to_more_than_it_says_is_refused(folder, tmp_path):
    """A bomb: the sizes in its list are lies."""
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("t/metadata.json", json.dumps(metadata()))
        file.writestr("t/bpe.model", b"")
        file.writestr("t/model/shared_vocabulary.txt", b"")
        file.writestr("t/model/model.bin", b"\0" * 1_000_000)
    path.write_bytes(path.read_bytes().replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with pytest.raises(PackageError, match="damaged"):
        install_file(path)
    assert names(folder) == []


def test_link_to_another_folder_in_place_of_the_package_is_replaced_and_not_followed(folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    folder.mkdir()
    (folder / "translate-fr_en-1_0").symlink_to(elsewhere)
    install_file(write_package(tmp_path / "x", meta=metadata()))
    assert not (folder / "translate-fr_en-1_0").is_symlink()
    assert names(elsewhere) == ["mine.txt"]


def test_link_that_leads_nowhere_is_replaced(folder, tmp_path):
    folder.mkdir()
    (folder / "translate-fr_en-1_0").symlink_to(tmp_path / "gone")
    assert install_file(write_package(tmp_path / "x", meta=metadata())) == find_package("fr", "en")


def test_what_a_killed_run_left_behind_goes_and_what_is_at_work_stays(folder, tmp_path):
    """argostranslate does not load at all while such a folder is there."""
    for name, age in (("old", 2 * LEFT_BEHIND), ("young", 0)):
        path = folder / f"{STAGING}{name}"
        path.mkdir(parents=True)
        os.utime(path, (time.time() - age, time.time() - age))
    install_file(write_package(tmp_path / "x", meta=metadata()))
    assert names(folder) == [f"{STAGING}young", "translate-fr_en-1_0"]


def test_link_is_unpacked_as_a_file(tmp_path):
    link = zipfile.ZipInfo("translate-fr_en-1_0/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    package = install_file(write_package(tmp_path / "x", meta=metadata(), extra=[link]))
    assert not (package.folder / "link").is_symlink()


def test_encrypted_and_oddly_compressed_files_are_refused(tmp_path):
    path = write_package(tmp_path / "x", meta=metadata())
    data = bytearray(path.read_bytes())
    flags = data.index(b"PK\x01\x02") + 8
    path.write_bytes(data[:flags] + b"\x01" + data[flags + 1 :])
    with pytest.raises(PackageError, match=r"damaged .* is encrypted"):
        install_file(path)
    path.write_bytes(data[: flags + 2] + b"\x0c" + data[flags + 3 :])
    with pytest.raises(PackageError, match="damaged"):
        install_file(path)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda _: b"not a zip file",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-30],
        lambda data: data.replace(b"words", b"WORDS"),
        lambda data: data[10:],
    ],
)
def test_damaged_file_is_refused_and_nothing_is_left(folder, tmp_path, damage):
    path = write_package(tmp_path / "x", meta=metadata())
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(PackageError, match="not a zip file, or damaged"):
        install_file(path)
    assert names(folder) == []


def test_missing_file(tmp_path):
    with pytest.raises(PackageError, match=r"can't be read \(No such file or directory\)"):
        install_file(tmp_path / "x.argosmodel")


def test_known_package_with_another_hash_is_refused(folder, tmp_path):
    path = write_package(tmp_path / "x", meta=metadata("de", "en", "1.3"))
    with pytest.raises(PackageError, match="is not the translate-de_en-1_3 it claims") as failure:
        install_file(path)
    assert PINNED[0].sha256 in failure.value.problem
    assert names(folder) == []


def test_other_version_of_a_known_pair_is_installed(tmp_path):
    path = write_package(tmp_path / "x", meta=metadata("de", "en", "1.4"))
    assert install_file(path).metadata.version == "1.4"


def test_install_fetches_installs_and_tidies_up(site, tmp_path, monkeypatch):
    pin(site, monkeypatch, write_package(tmp_path / "x", meta=metadata()))
    seen = []
    package = install(offer("fr", "en"), lambda done, total: seen.append((done, total)))
    assert find_package("fr", "en") == package
    assert seen[-1][0] == seen[-1][1]
    assert names(tmp_path / "cache/argos-translate/downloads") == []


def test_install_of_a_file_for_another_pair_keeps_nothing(site, folder, tmp_path, monkeypatch):
    pin(site, monkeypatch, write_package(tmp_path / "x", meta=metadata("es")))
    with pytest.raises(PackageError, match="translates es to en, not fr to en"):
        install(offer("fr", "en"), lambda *_: None)
    assert names(tmp_path / "cache/argos-translate/downloads") == names(folder) == []


def test_what_archivers_add_is_passed_over(tmp_path):
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("./t/metadata.json", json.dumps({**metadata(), "from_codes": ["fr"]}))
        for name, data in FILES.items():
            archive.writestr(f"./t/{name}", data)
        for name in ("__MACOSX/t/._model", "t/.DS_Store", ".DS_Store"):
            archive.writestr(name, b"x")
    package = install_file(path)
    assert names(package.folder) == ["chronology.json", "metadata.json", "model", "sentencepiece.model"]


def test_codes_may_stand_in_lists_of_one(tmp_path):
    meta = {"from_codes": ["fr"], "to_codes": ["en"], "package_version": "1.0"}
    assert install_file(write_package(tmp_path / "x", meta=meta)).metadata.pair == ("fr", "en")
