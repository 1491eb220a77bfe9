"""Whether an installed package is what was installed, and whether that is what we know."""

import pytest

from generator.translate.packages import Metadata, Verdict, install_file, size_on_disk, verify
from generator.translate.packages.receipt import RECEIPT
from tests.packages import FILES, installed, metadata, pin, write_package

FRENCH = Metadata("fr", "en", "1.0")


@pytest.fixture
def package(tmp_path):
    """An installed one that nobody knows."""
    return install_file(write_package(tmp_path / "x", meta=metadata())).folder


def test_known_and_unchanged_is_verified(site, tmp_path, monkeypatch):
    path = write_package(tmp_path / "x", meta=metadata())
    pin(site, monkeypatch, path)
    assert verify(install_file(path).folder, FRENCH) == (Verdict.VERIFIED, ())


def test_unknown_and_unchanged_is_as_installed(package):
    assert verify(package, FRENCH) == (Verdict.UNCHANGED, ())


def change(folder):
    (folder / "model/model.bin").write_bytes(b"other")


def add(folder):
    (folder / "model/more.bin").write_bytes(b"more")


def take_away(folder):
    (folder / "sentencepiece.model").unlink()


def link(folder):
    (folder / "more").symlink_to(folder.parent / "nowhere")


@pytest.mark.parametrize(
    ("edit", "file"),
    [
        (change, "model/model.bin"),
        (add, "model/more.bin"),
        (take_away, "sentencepiece.model"),
        (link, "more"),
    ],
)
def test_a_change_shows_with_the_file(package, edit, file):
    edit(package)
    verdict, files = verify(package, FRENCH)
    assert verdict is Verdict.CHANGED
    assert files[0].endswith(file)


def test_what_another_program_installed_is_called_so(folder):
    installed(folder, "x", meta=metadata())
    assert verify(folder / "x", FRENCH) == (Verdict.NOT_RECORDED, ())


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"sha256": 1, "files": []}'])
def test_a_broken_receipt_is_none(package, text):
    (package / RECEIPT).write_text(text)
    assert verify(package, FRENCH)[0] is Verdict.NOT_RECORDED


def test_another_packages_hash_does_not_verify_this_one(site, tmp_path, monkeypatch):
    path = write_package(tmp_path / "x", meta=metadata())
    pin(site, monkeypatch, path)
    assert verify(install_file(path).folder, Metadata("es", "en", "1.0"))[0] is Verdict.UNCHANGED


def test_size_does_not_follow_links(folder, tmp_path):
    installed(folder, "x", files=FILES)
    (tmp_path / "large").write_bytes(b"x" * 10_000)
    (folder / "x/link").symlink_to(tmp_path / "large")
    (folder / "x/up").symlink_to(folder)
    assert size_on_disk(folder / "x") < 1000
