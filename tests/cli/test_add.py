"""`chronology add`: what was received becomes a seed as it is, with a sidecar and an entry.

The network is a loopback server.
"""

import gzip
import socket
import time
from contextlib import contextmanager, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest
import yaml
from click.testing import CliRunner

from generator.certificates import VARIABLES
from generator.cli.main import main
from generator.errors import InputError
from generator.generate import fetch_page as fetching
from generator.generate.fetch_page import fetch_page, is_public, normal_url
from tests.cli.support import ENGLISH, entries

PARAGRAPHS = "".join(
    f"<p>On {day} September 2021 the harbour office closed the northern quay. Divers had found cracks.</p>"
    for day in (13, 14, 15)
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Quay closed | Sandwick Post</title>
<meta property="og:site_name" content="Sandwick Post">
<meta property="article:published_time" content="2021-09-15T08:30:00+02:00"></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>Quay closed</h1>{PARAGRAPHS}</article></body></html>""".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers with what the test put under a path: status, headers, body."""

    answers: ClassVar = {}
    asked: ClassVar = []

    def do_GET(self):
        self.asked.append((self.path, dict(self.headers)))
        status, headers, body = self.answers[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    handler = type("Fresh", (Handler,), {"answers": {}, "asked": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        handler.url = f"http://127.0.0.1:{running.server_port}"
        yield handler
        running.shutdown()


def html(body=PAGE, status=200, **headers):
    return status, {"Content-Type": "text/html; charset=utf-8", **headers}, body


def add(project, *arguments, data=None):
    command = ["--project", str(project), "add", "--no-download", *arguments]
    result = CliRunner().invoke(main, command, input=data)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def seeds(project):
    return {path.name: path for path in (project / "seeds").iterdir() if path.name != ".gitkeep"}


@contextmanager
def refused(part):
    with pytest.raises(InputError) as caught:
        yield
    assert part in caught.value.problem
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_a_page_is_stored_as_received_with_sidecar_and_entry(project, server):
    server.answers["/quay"] = html()
    result = add(project, "--allow-private", f"{server.url}/quay#top")
    assert result.exit_code == 0
    page, sidecar = sorted(seeds(project), reverse=True)[1], sorted(seeds(project), reverse=True)[0]
    assert page.startswith("000_")
    assert page.endswith(".html")
    assert seeds(project)[page].read_bytes() == PAGE
    assert yaml.safe_load(seeds(project)[sidecar].read_text()) == {
        "url": f"{server.url}/quay",
        "publisher": "Sandwick Post",
        "published": "2021-09-15T08:30+02:00",
        "accessed": date.today().isoformat(),
    }
    (entry,) = entries(project).values()
    assert f"content/entries/{entry.name}" in result.stdout
    assert "Divers had found cracks" in entry.read_text()


def test_a_server_is_told_who_asks_and_nothing_else(project, server):
    server.answers["/quay"] = html()
    add(project, "--allow-private", f"{server.url}/quay")
    ((path, headers),) = server.asked
    assert path == "/quay"
    assert headers["User-Agent"].startswith("chronology/")
    assert not {"Cookie", "Referer"} & set(headers)


def test_the_same_bytes_twice_are_told_and_stored_once(project, server):
    server.answers["/a"] = server.answers["/b"] = html()
    add(project, "--allow-private", f"{server.url}/a")
    before = {name: path.read_bytes() for name, path in seeds(project).items()}
    result = add(project, "--allow-private", f"{server.url}/b")
    assert "there already" in result.stdout
    assert {name: path.read_bytes() for name, path in seeds(project).items()} == before


def test_a_new_seed_takes_the_next_number(project):
    (project / "seeds" / "007_abc.txt").write_text(ENGLISH)
    (project / "seeds" / "notes.txt").write_text(ENGLISH + "More.")
    file = project / "new.txt"
    file.write_text(ENGLISH + "And more.")
    add(project, str(file))
    assert [name for name in seeds(project) if name.startswith("008_")]


def test_a_file_has_no_sidecar_unless_its_address_is_given(project):
    file = project / "a.txt"
    file.write_text(ENGLISH)
    add(project, str(file))
    assert not [name for name in seeds(project) if name.endswith(".yml")]
    file.write_text(ENGLISH + "More.")
    add(project, str(file), "--url", "https://example.org/a")
    (sidecar,) = [path for name, path in seeds(project).items() if name.endswith(".yml")]
    assert yaml.safe_load(sidecar.read_text())["url"] == "https://example.org/a"


def test_what_is_no_web_address_is_refused_before_anything_is_written(project):
    result = add(project, "-", "--url", "javascript:alert(1)", data=ENGLISH)
    assert result.exit_code != 0
    assert "--url javascript:alert(1): is no address of http or https; give one" in result.output
    assert not seeds(project)


def test_where_a_text_is_from_is_asked_for_when_nothing_tells_and_may_be_said_later(project):
    asked = add(project, "-", data=ENGLISH)
    (seed,) = seeds(project)
    sidecar = f"seeds/{seed.removesuffix('.txt')}.yml"
    assert asked.exit_code == 0
    assert (
        f"note       seeds/{seed}: it does not say who published it, or where; add it again with --url "
        f"ADDRESS, or write `publisher:` or `url:` into {sidecar}"
    ) in asked.output.splitlines()
    told = add(project, "-", "--url", "https://sandwick.example/a", data=ENGLISH)
    assert "there already" in told.output
    assert "--url" not in told.output
    written = (project / sidecar).read_text()
    assert yaml.safe_load(written)["url"] == "https://sandwick.example/a"
    again = add(project, "-", "--url", "https://sandwick.example/a", data=ENGLISH)
    assert "warning" not in again.output.replace("0 warnings", "")
    other = add(project, "-", "--url", "https://sandwick.example/b", data=ENGLISH)
    assert (project / sidecar).read_text() == written
    assert (
        f"warning    {sidecar}: is there already, and has not this address; "
        "if it is from there, write into it: url: https://sandwick.example/b"
    ) in other.output.splitlines()


@pytest.mark.parametrize(("data", "suffix"), [(PAGE, ".html"), (ENGLISH.encode(), ".txt")])
def test_standard_input_is_read_for_what_it_is(project, data, suffix):
    assert add(project, "-", data=data).exit_code == 0
    (seed,) = seeds(project).values()
    assert seed.suffix == suffix
    assert seed.read_bytes() == data


def test_one_that_fails_does_not_stop_the_others(project):
    file = project / "a.txt"
    file.write_text(ENGLISH)
    result = add(project, "gone.txt", str(file))
    assert result.exit_code == 1
    assert "no such file" in result.stdout
    picture = project / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    result = add(project, str(project), str(picture))
    assert f"{project}: is a folder" in result.stdout
    assert f"{picture}: holds NUL bytes" in result.stdout
    assert len(entries(project)) == 1


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "is a PDF"),
        ("a.txt", b"%PDF-1.7 ...", "is a PDF"),
        ("a.txt", b"\x00\x01\x02", "NUL"),
        ("a.txt", b" \n", "empty"),
        ("a.html", b"<html></html>", "without text"),
        ("a.txt", b"a" * 2_000_001, "MB of one document"),
    ],
)
def test_what_is_no_document_is_refused_and_not_stored(project, name, data, part):
    (project / name).write_bytes(data)
    result = add(project, str(project / name))
    assert result.exit_code == 1
    assert part in result.stdout
    assert seeds(project) == {}


@pytest.mark.parametrize(
    ("content_type", "part"), [("application/pdf", "is a PDF"), ("image/png", "is image/png")]
)
def test_a_server_that_sends_something_else_is_refused(project, server, content_type, part):
    server.answers["/x"] = (200, {"Content-Type": content_type}, b"data")
    result = add(project, "--allow-private", f"{server.url}/x")
    assert (result.exit_code, seeds(project)) == (1, {})
    assert part in result.stdout


def test_plain_text_is_a_text_seed(project, server):
    server.answers["/x.txt"] = (200, {"Content-Type": "text/plain"}, ENGLISH.encode())
    add(project, "--allow-private", f"{server.url}/x.txt")
    assert [name for name in seeds(project) if name.endswith(".txt")]


def test_redirects_are_shown_and_the_last_address_is_kept(server):
    server.answers["/a"] = (302, {"Location": "/b"}, b"")
    server.answers["/b"] = html()
    told = []
    assert (
        fetch_page(f"{server.url}/a", 10_000, allow_private=True, tell=told.append).url == f"{server.url}/b"
    )
    assert told == [f"{server.url}/a leads to {server.url}/b"]


def test_what_a_server_sends_steers_no_terminal(project, server):
    server.answers["/a"] = (302, {"Location": "/\x1b[31mb"}, b"")
    result = add(project, "--allow-private", f"{server.url}/a")
    assert "leads to" in result.output
    assert "\x1b" not in result.output


def test_redirects_without_end_are_refused(server):
    server.answers["/a"] = (301, {"Location": "/a"}, b"")
    with refused("led on more than 5 times"):
        fetch_page(f"{server.url}/a", 10_000, allow_private=True)
    assert len(server.asked) == 6


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://[", "//[x", "http://[::g]/"],
)
def test_a_redirect_out_of_the_web_is_refused(server, location):
    server.answers["/a"] = (302, {"Location": location}, b"")
    with refused("is no address"):
        fetch_page(f"{server.url}/a", 10_000, allow_private=True)


def test_the_own_machine_is_not_asked_unless_allowed(server):
    with refused("private network"):
        fetch_page(f"{server.url}/a", 10_000)
    assert server.asked == []


def test_a_redirect_into_the_private_network_is_refused(server, monkeypatch):
    port = int(server.url.rpartition(":")[2])
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "127.0.0.1")
    server.answers["/a"] = (302, {"Location": f"http://127.0.0.2:{port}/b"}, b"")
    with refused("127.0.0.2"):
        fetch_page(f"{server.url}/a", 10_000)
    assert len(server.asked) == 1


def test_the_address_that_was_looked_at_is_the_one_connected_to(server, monkeypatch):
    """A name server that answers otherwise the second time changes nothing."""
    port = int(server.url.rpartition(":")[2])
    server.answers["/a"] = html()
    questions = []

    def answer(host, *_, **__):
        questions.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    connected = []
    connect = socket.create_connection
    monkeypatch.setattr(fetching.socket, "getaddrinfo", answer)
    monkeypatch.setattr(
        fetching.socket,
        "create_connection",
        lambda to, time: connected.append(to) or _direct(connect, to, time),
    )
    fetch_page(f"http://harbour.example:{port}/a", 10_000, allow_private=True)
    assert connected == [("127.0.0.1", port)]
    assert questions[0] == "harbour.example"
    assert server.asked[0][1]["Host"] == f"harbour.example:{port}"


def _direct(_, to, time):
    made = socket.socket()
    made.settimeout(time)
    made.connect(to)
    return made


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        (html(status=404), "the server answers 404"),
        (html(status=500), "the server answers 500"),
        (html(b"x" * 10_001), "MB of one document"),
        (html(gzip.compress(b"x" * 10_001), **{"Content-Encoding": "gzip"}), "MB of one document"),
        (html(b"broken", **{"Content-Encoding": "gzip"}), "can't be fetched"),
        (html(gzip.compress(PAGE)[:-20], **{"Content-Encoding": "GZIP"}), "the packed page is cut off"),
        (html(PAGE, **{"Content-Encoding": "br"}), "is packed as br"),
    ],
)
def test_what_a_server_does_wrong_is_named_in_a_line(server, answer, part):
    server.answers["/a"] = answer
    with refused(part):
        fetch_page(f"{server.url}/a", 10_000, allow_private=True)


def test_a_packed_page_is_unpacked(server):
    server.answers["/a"] = html(gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
    assert fetch_page(f"{server.url}/a", 10_000, allow_private=True).data == PAGE


def test_a_server_that_is_silent_or_slow_is_given_up(monkeypatch, server):
    monkeypatch.setattr(fetching, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, refused("in time"):
        fetch_page(f"http://127.0.0.1:{silent.getsockname()[1]}/", 10_000, allow_private=True)
    monkeypatch.setattr(fetching, "WHOLE_TIMEOUT", 0.0)
    server.answers["/a"] = html()
    with refused("not there after"):
        fetch_page(f"{server.url}/a", 10_000, allow_private=True)


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc", "the page is cut off"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200, "not there after"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"0" * 200, "not there after"),
    ],
)
def test_half_a_page_and_one_that_drips_are_no_page(monkeypatch, answer, part):
    """A server that sends a byte now and then never lets a single wait run out."""
    monkeypatch.setattr(fetching, "WHOLE_TIMEOUT", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        Thread(target=_drip, args=(listening, answer), daemon=True).start()
        with refused(part):
            fetch_page(f"http://127.0.0.1:{listening.getsockname()[1]}/", 10_000, allow_private=True)


def _drip(listening, answer):
    connection, _ = listening.accept()
    with connection, suppress(OSError):
        connection.recv(10_000)
        connection.sendall(answer[:60])
        for byte in answer[60:]:
            connection.sendall(bytes([byte]))
            time.sleep(0.05)


def test_a_server_that_is_not_there_is_named(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with refused("can't be fetched"):
        fetch_page(f"http://127.0.0.1:{port}/", 10_000, allow_private=True)

    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(fetching.socket, "getaddrinfo", unknown)
    with refused("no such host"):
        fetch_page("http://nowhere.example/", 10_000)


def test_certificates_of_the_environment_are_trusted(tmp_path, monkeypatch):
    named = tmp_path / "proxy.pem"
    for name in VARIABLES:
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("SSL_CERT_FILE", str(named))
    for content, part in (
        (None, "is not there"),
        ("none", "no secure connection: NO_CERTIFICATE_OR_CRL_FOUND"),
    ):
        if content:
            named.write_text(content, encoding="utf-8")
        with refused(part):
            fetch_page("https://127.0.0.1:9/", 10_000, allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "https://",
        "https://user:pw@example.org/",
        "http://a:99999/",
        "http://[::1/",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url):
    with pytest.raises(InputError, match="is no address"):
        normal_url(url)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a b?q=ü#top", "https://example.org/a%20b?q=%C3%BC"),
        ("https://münchen.example/ä%20b", "https://xn--mnchen-3ya.example/%C3%A4%20b"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
    ],
)
def test_an_address_is_sent_in_ascii(url, sent):
    assert normal_url(url) == sent


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_only_public_addresses_are_public(address, expected):
    assert is_public(address) is expected


def test_a_page_with_more_text_than_one_document_has_is_not_put_in(project):
    pyproject = project / "pyproject.toml"
    pyproject.write_text("[tool.chronology]\nmax_seed_bytes = 200\n")
    page = project / "page.html"
    page.write_bytes(PAGE)
    result = add(project, str(page))
    assert result.exit_code
    assert "more than the 0.0 MB of one document" in result.output
    assert not list((project / "seeds").glob("*.html"))
