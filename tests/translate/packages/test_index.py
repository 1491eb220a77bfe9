"""What can be installed: known packages, and the index, on a server on this machine."""

import pytest

from generator.errors import PackageError
from generator.translate.packages import PINNED, Metadata, Offer, install_file, is_due, list_offers, offer
from generator.translate.packages import index as index_module
from tests.packages import installed, metadata, pin, write_package


def test_offer_of_a_known_pair_needs_no_network(monkeypatch, closed_port):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{closed_port}/")
    assert offer("de", "en") == PINNED[0]
    assert PINNED[0].metadata.name == "translate-de_en-1_3"
    assert offer("zh", "en").size == 74_481_402


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
            metadata(version="2.2", links=None),
            metadata(version="2.2", links={"https": link}),
            metadata(version="2.3/../x", links=[link]),
            metadata("en", "fr", "3.0", links=[link]),
        ]
    )
    assert offer("fr", "en") == Offer(Metadata("fr", "en", "1.10"), link.format("1.10"))


def test_pair_the_index_does_not_have(index):
    index([metadata("en", "fr", links=["https://index.example/x"])])
    with pytest.raises(PackageError, match=r"has no package fr to en; .* fr en --from FILE"):
        offer("fr", "en")


def test_index_out_of_reach(monkeypatch, closed_port):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{closed_port}/")
    with pytest.raises(PackageError) as failure:
        offer("fr", "en")
    assert failure.value.place == f"{closed_port}/index.json"
    assert failure.value.remedy == (
        "no network: copy the .argosmodel file of translate-fr_en here and run "
        "chronology model install fr en --from FILE"
    )


@pytest.mark.parametrize("content", [b"<html>log in first</html>", b'{"a": 1}', b"\xff\xfe"])
def test_index_that_is_none(site, monkeypatch, content):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.url}/")
    site.files["index.json"] = content
    with pytest.raises(PackageError, match="is not an index of packages"):
        offer("fr", "en")


def test_index_that_comes_too_slowly(site, monkeypatch):
    """A byte now and then keeps every single time-out from running out."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.url}/")
    monkeypatch.setattr(index_module, "INDEX_DEADLINE", 0.2)
    site.files["index.json"] = b"[" + b" " * 400 + b"]"
    site.pause = 0.01
    with pytest.raises(PackageError, match=r"is out of reach \(no answer in time\)"):
        offer("fr", "en")
    assert site.sent < len(site.files["index.json"])


def test_index_without_end(site, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.url}/")
    monkeypatch.setattr(index_module, "MAX_INDEX", 1000)
    site.files["index.json"] = b" " * 5000
    with pytest.raises(PackageError, match="more than 1000 bytes"):
        offer("fr", "en")


def test_index_that_is_cut(site, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.url}/")
    site.files["index.json"] = b"[" + b" " * 400 + b"]"
    site.cut_after = [100]
    with pytest.raises(PackageError, match="connection cut"):
        offer("fr", "en")


def test_all_offers_of_a_pair_the_newest_first_known_ones_as_we_know_them(index):
    link = "https://index.example/x"
    versions = ["1.9", "1.10", "1.0"]
    listed = [metadata(version=one, links=[link]) for one in versions]
    listed += [metadata("de", "en", one, links=[link]) for one in ("9.0", "1.3", "1.3.0")]
    index([*listed, metadata("it", "en", links=["http://index.example/x"])])
    found = [(one.metadata.source, one.metadata.version, one.url) for one in list_offers()]
    assert found == [
        ("de", "9.0", link),
        ("de", "1.3", PINNED[0].url),
        *(("fr", one, link) for one in ("1.10", "1.9", "1.0")),
        ("zh", "1.9", PINNED[1].url),
    ]


def test_all_offers_without_network(monkeypatch, closed_port):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{closed_port}/")
    with pytest.raises(PackageError, match=r"chronology model install PAIR --from FILE"):
        list_offers()


# Whether there is something to install; no network is asked


def test_what_is_not_there_is_due(folder):
    assert is_due("fr", "en")
    installed(folder, "half", meta=metadata(), files={"bpe.model": b""})
    assert is_due("fr", "en")


def test_what_another_program_installed_is_not(folder):
    installed(folder, "x", meta=metadata())
    assert not is_due("fr", "en")


def test_what_changed_since_is_due(tmp_path):
    package = install_file(write_package(tmp_path / "x", meta=metadata()))
    assert not is_due("fr", "en")
    (package.folder / "model/model.bin").write_bytes(b"other")
    assert is_due("fr", "en")


def test_what_is_older_than_the_one_we_know_is_due(site, folder, tmp_path, monkeypatch):
    pin(site, monkeypatch, write_package(tmp_path / "x", meta=metadata()))
    installed(folder, "old", meta=metadata(version="0.9"))
    assert is_due("fr", "en")
    installed(folder, "new", meta=metadata(version="1.1"))
    assert not is_due("fr", "en")


def test_the_version_that_is_asked_for_is_offered(index):
    link = "https://index.example/{}"
    index([metadata(version=version, links=[link.format(version)]) for version in ("1.0", "1.9", "1.2")])
    assert offer("fr", "en", "1.2").url == link.format("1.2")
    assert offer("de", "en", "1.3.0") == PINNED[0]
    with pytest.raises(
        PackageError, match=r"has no package fr to en in version 2\.0; there are 1\.0, 1\.2, 1\.9;"
    ):
        offer("fr", "en", "2.0")
    with pytest.raises(PackageError, match=r"has no package de to en in version 1\.0; there are 1\.3;"):
        offer("de", "en", "1.0")


def test_a_package_that_the_index_has_without_encryption_is_said_to_be_there(index):
    index([metadata(version="1.0", links=["http://index.example/x"])])
    with pytest.raises(PackageError, match=r"has no address with https:// for fr to en in version 1\.0;"):
        offer("fr", "en", "1.0")


def test_every_encrypted_address_is_kept(index):
    index([metadata(links=["https://one.example/x", "ipfs://Qm", "https://two.example/x"])])
    assert offer("fr", "en").urls == ("https://one.example/x", "https://two.example/x")


@pytest.mark.parametrize("end", ["", "/", "/index.json"])
def test_the_index_may_be_named_without_its_last_slash(site, index, monkeypatch, end):
    index([metadata(links=["https://index.example/x"])])
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{site.url}{end}")
    assert offer("fr", "en").url == "https://index.example/x"


def test_a_version_that_is_not_the_one_wanted_leaves_it_due(folder):
    installed(folder, "x", meta=metadata(version="1.9"))
    assert is_due("fr", "en", "1.2")
    assert not is_due("fr", "en", "1.9.0")
