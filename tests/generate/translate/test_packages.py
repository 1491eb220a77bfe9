"""Finding, fetching and installing packages: made-up ones, from a server on this machine."""

import hashlib
import json
import re
import socket
import stat
import sys
import threading
import zipfile
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import argostranslate.settings
import pytest
import requests

from generator.errors import PackageError, WriteError
from generator.generate.translate.packages import (
    KNOWN,
    KnownPackage,
    Offer,
    archive,
    download,
    fetch,
    find_package,
    install,
    install_file,
    offer,
    offers,
    package_folder,
)
from generator.generate.translate.packages import known as known_packages
from generator.generate.translate.packages.fetch import ATTEMPTS, CHUNK

FILES = {"model/model.bin": b"model", "sentencepiece.model": b"tokens"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The folder packages are installed into; what argostranslate has is left alone."""
    path = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(path))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(argostranslate.settings, "downloads_dir", tmp_path / "downloads")
    return path


def metadata(source="fr", target="en", version="1.0", **more):
    return {"from_code": source, "to_code": target, "package_version": version, **more}


def write_package(path, *, meta=None, top="translate-fr_en-1_0", files=FILES, extra=()):
    """Write a package file; `extra` are members (ZipInfo or name) that should not be there."""
    with zipfile.ZipFile(path, "w") as archive:
        if meta is not None:
            text = meta if isinstance(meta, str) else json.dumps(meta)
            archive.writestr(f"{top}/metadata.json", text)
        for name, data in files.items():
            archive.writestr(f"{top}/{name}", data)
        for member in extra:
            archive.writestr(member, b"evil")
    return path


def installed(folder, name, *, meta=None, files=FILES):
    """Write an installed package."""
    for file, data in files.items():
        (folder / name / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / file).write_bytes(data)
    if meta is not None:
        (folder / name / "metadata.json").write_text(meta if isinstance(meta, str) else json.dumps(meta))


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# --- Finding


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


# --- Installing a file


def test_install_from_file_without_network(folder, tmp_path, monkeypatch):
    def refuse(*_):
        raise AssertionError("no network is needed for this")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    path = write_package(tmp_path / "x.argosmodel", meta=metadata(), top="any name")
    package = install_file(path, ("fr", "en"))
    assert package.package_path == folder / "translate-fr_en-1_0"
    assert (package.from_code, package.to_code, package.package_version) == ("fr", "en", "1.0")
    assert find_package("fr", "en") == package
    assert names(folder) == ["translate-fr_en-1_0"]
    assert path.exists()


def test_same_version_is_replaced_and_others_stay(folder, tmp_path):
    install_file(write_package(tmp_path / "1", meta=metadata(version="0.9")))
    old = {**FILES, "README.md": b"old"}
    install_file(write_package(tmp_path / "2", meta=metadata(), files=old))
    package = install_file(write_package(tmp_path / "3", meta=metadata(), files=FILES))
    assert names(folder) == ["translate-fr_en-0_9", "translate-fr_en-1_0"]
    assert not (package.package_path / "README.md").exists()


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
        ({"extra": ["/tmp/evil"]}, "unsafe path"),
        ({"extra": ["translate-fr_en-1_0\\..\\evil"]}, "2 folders instead of one"),
        ({"extra": ["C:/evil"]}, "2 folders instead of one"),
        ({"extra": ["second/evil"]}, "2 folders instead of one"),
        ({"extra": ["evil"]}, "2 folders instead of one"),
        ({"meta": None}, "no metadata.json"),
        ({"meta": "{"}, "can't be used"),
        ({"meta": []}, "not a table"),
        ({"meta": {"from_code": "fr"}}, "to_code is missing or malformed"),
        ({"meta": metadata("../../x")}, "from_code is missing or malformed"),
        ({"meta": metadata(version="1/../../x")}, "package_version is missing or malformed"),
        ({"meta": metadata("zh")}, "translates zh to en, not fr to en"),
        ({"files": {"bpe.model": b""}}, "no model/model.bin"),
        ({"files": {"model/model.bin": b""}}, "no tokenizer"),
    ],
)
def test_hostile_or_incomplete_file_is_refused(folder, tmp_path, package, problem):
    path = write_package(tmp_path / "x.argosmodel", **{"meta": metadata(), **package})
    before = set(tmp_path.rglob("*"))
    with pytest.raises(PackageError) as failure:
        install_file(path, ("fr", "en"))
    assert problem in failure.value.problem
    assert failure.value.place == str(path)
    assert failure.value.remedy
    assert names(folder) == []
    assert set(tmp_path.rglob("*")) - {folder} == before


def test_file_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_BYTES", 50)
    with pytest.raises(PackageError, match="unpacks to more than 50 bytes"):
        install_file(write_package(tmp_path / "x", meta=metadata()))


def test_link_is_unpacked_as_a_file(tmp_path):
    link = zipfile.ZipInfo("translate-fr_en-1_0/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    package = install_file(write_package(tmp_path / "x", meta=metadata(), extra=[link]))
    assert not (package.package_path / "link").is_symlink()


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
        lambda data: data.replace(b"tokens", b"TOKENS"),
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
    assert KNOWN[0].sha256 in failure.value.problem
    assert names(folder) == []


def test_other_version_of_a_known_pair_is_installed(tmp_path):
    path = write_package(tmp_path / "x", meta=metadata("de", "en", "1.4"))
    assert install_file(path).package_version == "1.4"


def test_argostranslate_that_can_not_be_loaded(folder, monkeypatch):
    installed(folder, "x", meta=metadata())
    monkeypatch.setitem(sys.modules, "argostranslate.package", None)
    with pytest.raises(PackageError, match="argostranslate: can't be loaded"):
        find_package("fr", "en")


# --- The network, on this machine only


class Site:
    """What the server serves, and what it was asked."""

    def __init__(self):
        self.files = {}
        self.cut_after = []
        """For each answer to come, after how many bytes the server hangs up."""
        self.resumable = True
        self.status = None
        self.ranges = []
        self.url = ""


@pytest.fixture
def site():
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            served.ranges.append(self.headers.get("Range"))
            data = served.files.get(self.path.lstrip("/"))
            if served.status or data is None:
                self.send_error(served.status or 404)
                return
            start = self.begin(data)
            if start is not None:
                cut = served.cut_after.pop(0) if served.cut_after else len(data)
                self.wfile.write(data[start : start + cut])
                self.close_connection = True

        def begin(self, data):
            wanted = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
            start = int(wanted[1]) if wanted and served.resumable else 0
            if start and start >= len(data):
                self.send_response(416)
                self.send_header("Content-Range", f"bytes */{len(data)}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            self.send_response(206 if start else 200)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.send_header("Content-Length", str(len(data) - start))
            self.end_headers()
            return start

        def log_message(self, *_):
            pass

    with serving(Handler) as served.url:
        yield served


@contextmanager
def serving(handler):
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def closed_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{free.getsockname()[1]}"


DATA = bytes(range(256)) * 4096
SHA256 = hashlib.sha256(DATA).hexdigest()
NAME = "translate-fr_en-1_0"
FILE = f"{NAME}.argosmodel"


def offer_of(site, sha256=SHA256, size=None):
    site.files.setdefault(FILE, DATA)
    return Offer(NAME, f"{site.url}/{FILE}", sha256, size)


def test_download_reports_progress(site, tmp_path):
    seen = []
    path = download(offer_of(site), tmp_path / "new", lambda done, total: seen.append((done, total)))
    assert path == tmp_path / "new" / FILE
    assert path.read_bytes() == DATA
    assert names(path.parent) == [FILE]
    assert seen == sorted(seen)
    assert seen[-1] == (len(DATA), len(DATA))
    assert len(seen) == len(DATA) / CHUNK


def test_cut_download_goes_on_by_itself(site, tmp_path):
    site.cut_after = [300_000, 200_000]
    seen = []
    path = download(offer_of(site), tmp_path, lambda done, total: seen.append((done, total)))
    assert path.read_bytes() == DATA
    kept = [300_000 // CHUNK * CHUNK, 300_000 // CHUNK * CHUNK + 200_000 // CHUNK * CHUNK]
    assert site.ranges == [None, f"bytes={kept[0]}-", f"bytes={kept[1]}-"]
    assert {total for _, total in seen} == {len(DATA)}
    assert seen == sorted(seen)


def test_download_cut_too_often_goes_on_in_the_next_run(site, tmp_path):
    site.cut_after = [CHUNK + 1] * ATTEMPTS
    with pytest.raises(PackageError) as failure:
        download(offer_of(site), tmp_path, lambda *_: None)
    assert "connection cut" in failure.value.problem
    assert "run again, it goes on where it stopped" in failure.value.remedy
    assert f"no network: copy {FILE} here and run" in failure.value.remedy
    assert f"chronology model install fr en --from {FILE}" in failure.value.remedy
    assert (tmp_path / f"{FILE}.part").stat().st_size == 3 * CHUNK
    assert download(offer_of(site), tmp_path, lambda *_: None).read_bytes() == DATA
    assert site.ranges[-1] == f"bytes={3 * CHUNK}-"


def test_server_that_can_not_resume_starts_again(site, tmp_path):
    site.resumable = False
    (tmp_path / f"{FILE}.part").write_bytes(DATA[:1000])
    assert download(offer_of(site), tmp_path, lambda *_: None).read_bytes() == DATA


@pytest.mark.parametrize("more", [b"", b"more"])
def test_part_with_nothing_left_to_fetch_is_fetched_anew(site, tmp_path, more):
    (tmp_path / f"{FILE}.part").write_bytes(DATA + more)
    assert download(offer_of(site), tmp_path, lambda *_: None).read_bytes() == DATA
    assert site.ranges == [f"bytes={len(DATA + more)}-", None]


def test_download_with_another_hash_is_deleted(site, tmp_path):
    with pytest.raises(PackageError) as failure:
        download(offer_of(site, sha256="0" * 64), tmp_path, lambda *_: None)
    assert SHA256 in failure.value.problem
    assert "0" * 64 in failure.value.problem
    assert names(tmp_path) == []


def test_resumed_download_of_a_changed_file_is_deleted(site, tmp_path):
    (tmp_path / f"{FILE}.part").write_bytes(b"x" * 1000)
    with pytest.raises(PackageError, match="is not the file it should be"):
        download(offer_of(site), tmp_path, lambda *_: None)
    assert names(tmp_path) == []


def test_file_that_is_not_there(site, tmp_path):
    with pytest.raises(PackageError, match="HTTP 404"):
        download(Offer(NAME, f"{site.url}/other", SHA256, None), tmp_path, lambda *_: None)


def test_server_error_is_tried_again(site, tmp_path):
    site.status = 503
    with pytest.raises(PackageError, match="HTTP 503"):
        download(offer_of(site), tmp_path, lambda *_: None)
    assert len(site.ranges) == ATTEMPTS


def test_server_out_of_reach(closed_port, tmp_path):
    with pytest.raises(PackageError, match="no connection"):
        download(Offer(NAME, f"{closed_port}/{FILE}", SHA256, None), tmp_path, lambda *_: None)


def test_server_that_does_not_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(fetch, "TIMEOUT", (0.05, 0.05))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/{FILE}"
        with pytest.raises(PackageError, match="no answer in time"):
            download(Offer(NAME, url, SHA256, None), tmp_path, lambda *_: None)


def test_without_known_hash_the_address_must_be_encrypted(site, tmp_path, monkeypatch):
    with pytest.raises(PackageError, match="without encryption"):
        download(offer_of(site, sha256=None), tmp_path, lambda *_: None)
    get = requests.get

    def get_encrypted(*args, **options):
        response = get(*args, **options)
        response.url = f"https://index.example/{FILE}"
        return response

    monkeypatch.setattr(requests, "get", get_encrypted)
    assert download(offer_of(site, sha256=None), tmp_path, lambda *_: None).read_bytes() == DATA


def test_folder_that_can_not_take_the_download(site, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError):
        download(offer_of(site), tmp_path / "file", lambda *_: None)


def test_offer_of_a_known_pair_needs_no_network(monkeypatch, closed_port):
    monkeypatch.setattr(argostranslate.settings, "package_index", f"{closed_port}/")
    assert offer("de", "en") == Offer("translate-de_en-1_3", KNOWN[0].url, KNOWN[0].sha256, None)
    assert offer("zh", "en").size == 74_481_402


@pytest.fixture
def index(site, monkeypatch):
    """Serves an index of packages; call it with the entries."""
    monkeypatch.setattr(argostranslate.settings, "package_index", f"{site.url}/")

    def serve(entries):
        site.files["index.json"] = json.dumps(entries).encode()

    return serve


def test_offer_of_another_pair_is_read_from_the_index(index):
    link = "https://index.example/{}.argosmodel"
    index(
        [
            "odd",
            {"from_code": "fr", "to_code": "en"},
            metadata(links=["ipfs://Qm", "http://index.example/x", link.format("1.0")]),
            metadata(version="1.10", links=["ipfs://Qm", link.format("1.10")]),
            metadata(version="1.9", links=[link.format("1.9")]),
            metadata(version="2.0", links=["ipfs://Qm"]),
            metadata(version="2.1"),
            metadata(version="2.2", links="https://index.example/x"),
            metadata(version="2.3/../x", links=[link]),
            metadata("en", "fr", "3.0", links=[link]),
        ]
    )
    assert offer("fr", "en") == Offer("translate-fr_en-1_10", link.format("1.10"), None, None)


def test_pair_the_index_does_not_have(index):
    index([metadata("en", "fr", links=["https://index.example/x"])])
    with pytest.raises(PackageError, match=r"has no package fr to en; .* fr en --from FILE"):
        offer("fr", "en")


def test_index_out_of_reach(monkeypatch, closed_port):
    monkeypatch.setattr(argostranslate.settings, "package_index", f"{closed_port}/")
    with pytest.raises(PackageError) as failure:
        offer("fr", "en")
    assert failure.value.place == f"{closed_port}/index.json"
    assert failure.value.remedy == (
        "no network: copy the .argosmodel file of translate-fr_en here and run "
        "chronology model install fr en --from FILE"
    )


@pytest.mark.parametrize("content", [b"<html>log in first</html>", b'{"a": 1}', b"\xff\xfe"])
def test_index_that_is_none(site, monkeypatch, content):
    monkeypatch.setattr(argostranslate.settings, "package_index", f"{site.url}/")
    site.files["index.json"] = content
    with pytest.raises(PackageError, match="is not an index of packages"):
        offer("fr", "en")


def known(site, monkeypatch, path, sha256=None):
    """Have the server's package among those known."""
    data = path.read_bytes()
    site.files[FILE] = data
    found = sha256 or hashlib.sha256(data).hexdigest()
    entry = KnownPackage("fr", "en", "1.0", f"{site.url}/{FILE}", found)
    for module in (offers, known_packages):
        monkeypatch.setattr(module, "KNOWN", (entry,))


def test_install_fetches_installs_and_tidies_up(site, tmp_path, monkeypatch):
    known(site, monkeypatch, write_package(tmp_path / "x", meta=metadata()))
    seen = []
    package = install("fr", "en", lambda done, total: seen.append((done, total)))
    assert find_package("fr", "en") == package
    assert seen[-1][0] == seen[-1][1]
    assert names(tmp_path / "downloads") == []


def test_install_of_a_file_for_another_pair_keeps_nothing(site, folder, tmp_path, monkeypatch):
    known(site, monkeypatch, write_package(tmp_path / "x", meta=metadata("es")))
    with pytest.raises(PackageError, match="translates es to en, not fr to en"):
        install("fr", "en", lambda *_: None)
    assert names(tmp_path / "downloads") == names(folder) == []
