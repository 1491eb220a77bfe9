"""What can be installed: known packages, and the index, on a server on this machine."""

import argostranslate.settings
import pytest

from generator.errors import PackageError
from generator.generate.translate.packages import KNOWN, Offer, offer
from tests.packages import metadata


def test_offer_of_a_known_pair_needs_no_network(monkeypatch, closed_port):
    monkeypatch.setattr(argostranslate.settings, "package_index", f"{closed_port}/")
    assert offer("de", "en") == Offer("translate-de_en-1_3", KNOWN[0].url, KNOWN[0].sha256, None)
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
