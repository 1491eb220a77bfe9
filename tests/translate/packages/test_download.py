"""Downloads, from a server on this machine: cut, resumed, too long, not what they should be."""

import socket
from dataclasses import replace

import pytest
import requests

from generator.certificates import VARIABLES
from generator.errors import PackageError, WriteError
from generator.translate.packages import Offer, download
from generator.translate.packages.fetch import ATTEMPTS, CHUNK, HEADERS, cause
from tests.packages import DATA, FILE, FRENCH, SHA256, metadata, names, offer_of, write_package

REQUEST = requests.request
FETCH = "generator.translate.packages.fetch"


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
        download(Offer(FRENCH, f"{site.url}/other", SHA256), tmp_path, lambda *_: None)


def test_server_error_is_tried_again(site, tmp_path):
    site.status = 503
    with pytest.raises(PackageError, match="HTTP 503"):
        download(offer_of(site), tmp_path, lambda *_: None)
    assert len(site.ranges) == ATTEMPTS


def test_server_out_of_reach(closed_port, tmp_path):
    with pytest.raises(PackageError, match="no connection"):
        download(Offer(FRENCH, f"{closed_port}/{FILE}", SHA256), tmp_path, lambda *_: None)


def test_server_that_does_not_answer(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{FETCH}.TIMEOUT", (0.05, 0.05))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/{FILE}"
        with pytest.raises(PackageError, match="no answer in time"):
            download(Offer(FRENCH, url, SHA256), tmp_path, lambda *_: None)


def encrypted(monkeypatch):
    """Have answers look as if they came encrypted; what was asked with is returned."""
    asked = []

    def request(method, url, **options):
        asked.append(options)
        response = REQUEST(method, url, **options)
        response.url = response.url.replace("http:", "https:")
        return response

    monkeypatch.setattr(requests, "request", request)
    return asked


def test_without_known_hash_the_address_must_be_encrypted(site, tmp_path, monkeypatch):
    offer = offer_of(site, sha256=None)
    data = site.files[FILE] = write_package(tmp_path / "made", meta=metadata()).read_bytes()
    with pytest.raises(PackageError, match="without encryption"):
        download(offer, tmp_path, lambda *_: None)
    encrypted(monkeypatch)
    assert download(offer, tmp_path, lambda *_: None).read_bytes() == data


def test_certificates_of_the_environment_are_trusted(site, tmp_path, monkeypatch):
    asked = encrypted(monkeypatch)
    (tmp_path / "proxy.pem").touch()
    for name in VARIABLES:
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "proxy.pem"))
    download(offer_of(site), tmp_path, lambda *_: None)
    assert asked[0]["verify"] == str(tmp_path / "proxy.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "gone.pem"))
    with pytest.raises(PackageError, match=r"gone.pem: is not there; .* unset REQUESTS_CA_BUNDLE"):
        download(offer_of(site), tmp_path, lambda *_: None)


@pytest.mark.parametrize(
    ("of_openssl", "is_told"),
    [
        ("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate in certificate chain (_ssl.c:992)", True),
        ("[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4149)", True),
        ("[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1002)", False),
    ],
)
def test_where_certificates_are_not_known_it_says_what_names_them(of_openssl, is_told):
    error = requests.exceptions.SSLError(f"Max retries exceeded (Caused by SSLError({of_openssl!r}))")
    assert cause(error).startswith("no secure connection")
    assert ("REQUESTS_CA_BUNDLE is to name their file" in cause(error)) is is_told


def test_folder_that_can_not_take_the_download(site, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError):
        download(offer_of(site), tmp_path / "file", lambda *_: None)


def test_more_than_was_said_is_not_taken(site, tmp_path):
    with pytest.raises(PackageError, match=f"sends more than {len(DATA) - 1} bytes"):
        download(offer_of(site, size=len(DATA) - 1), tmp_path, lambda *_: None)
    assert names(tmp_path) == []


def test_more_than_any_package_has_is_not_taken(site, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{FETCH}.MAX_BYTES", 2 * CHUNK)
    with pytest.raises(PackageError, match=f"sends more than {2 * CHUNK} bytes"):
        download(offer_of(site), tmp_path, lambda *_: None)
    assert names(tmp_path) == []


def test_another_address_is_tried_where_one_fails(site, closed_port, tmp_path):
    site.files[FILE] = DATA
    offer = Offer(FRENCH, f"{closed_port}/{FILE}", SHA256, mirrors=(f"{site.url}/{FILE}",))
    assert download(offer, tmp_path, lambda *_: None).read_bytes() == DATA


@pytest.mark.parametrize(
    ("first", "sha256", "problem"),
    [
        (b"sorry", SHA256, "is not the file it should be"),
        (b"<html>log in first</html>", None, "is no package"),
    ],
)
def test_another_address_is_tried_where_one_has_another_file(
    site, tmp_path, monkeypatch, first, sha256, problem
):
    encrypted(monkeypatch)
    data = DATA if sha256 else write_package(tmp_path / "made", meta=metadata()).read_bytes()
    site.files.update({"wrong": first, FILE: data})
    offer = Offer(FRENCH, f"{site.url}/wrong", sha256)
    with pytest.raises(PackageError, match=problem):
        download(offer, tmp_path, lambda *_: None)
    assert len(site.ranges) == 1
    both = replace(offer, mirrors=(f"{site.url}/{FILE}",))
    assert download(both, tmp_path, lambda *_: None).read_bytes() == data


def test_it_says_who_asks(site, tmp_path):
    download(offer_of(site), tmp_path, lambda *_: None)
    assert site.agents == [HEADERS["User-Agent"]]
    assert HEADERS["User-Agent"].startswith("chronology/")
