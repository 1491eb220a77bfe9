"""Made-up packages, and a server on this machine that hands them out."""

import hashlib
import json
import re
import struct
import threading
import time
import zipfile
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.translate.packages import InstalledPackage, Metadata, Offer


def model_bytes(words: int) -> bytes:
    """The smallest model.bin: a row of one number for each word."""
    name = b"encoder/embeddings/weight\0"
    start = struct.pack("<IH5sII", 6, 5, b"Spec\0", 1, 1)
    return (
        start
        + struct.pack(f"<H{len(name)}sBIIBI", len(name), name, 2, words, 1, 1, words)
        + bytes(words)
        + bytes(4)
    )


def tokenizer_bytes(*pieces):
    """The smallest sentencepiece.model: a message with a message for each piece, which has a kind."""
    made = b""
    for piece, kind in (("<unk>", 2), *((piece, 1) for piece in pieces)):
        text = piece.encode()
        body = b"\x0a" + bytes([len(text)]) + text + b"\x15" + bytes(4) + b"\x18" + bytes([kind])
        made += b"\x0a" + bytes([len(body)]) + body
    return made


FILES = {
    "model/model.bin": model_bytes(1),
    "model/config.json": b"{}",
    "model/shared_vocabulary.txt": b"words",
    "sentencepiece.model": tokenizer_bytes("words"),
}
DATA = bytes(range(256)) * 4096
SHA256 = hashlib.sha256(DATA).hexdigest()
FRENCH = Metadata("fr", "en", "1.0")
NAME = FRENCH.name
FILE = f"{NAME}.argosmodel"


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


def package_of(source="de", target="en", version="1.3", folder=None, target_prefix=""):
    """What an installed package is to who runs it."""
    meta = Metadata(source, target, version, target_prefix)
    return InstalledPackage(meta, folder or Path("/packages") / meta.name)


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def offer_of(site, sha256=SHA256, size=None):
    site.files.setdefault(FILE, DATA)
    return Offer(FRENCH, f"{site.url}/{FILE}", sha256, size)


def pin(site, monkeypatch, path, sha256=None):
    """Have the server's package among those that are pinned."""
    data = path.read_bytes()
    site.files[FILE] = data
    found = sha256 or hashlib.sha256(data).hexdigest()
    pinned = (Offer(FRENCH, f"{site.url}/{FILE}", found),)
    for module in ("index", "package"):
        monkeypatch.setattr(f"generator.translate.packages.{module}.PINNED", pinned)


class Site:
    """What the server serves, and what it was asked."""

    def __init__(self):
        self.files = {}
        self.cut_after = []
        """For each answer to come, after how many bytes the server hangs up."""
        self.resumable = True
        self.status = None
        self.pause = 0.0
        """Seconds between two bytes."""
        self.sent = 0
        """How many bytes went out so."""
        self.ranges = []
        self.agents = []
        self.url = ""


@contextmanager
def serving_site():
    """Serve what a `Site` holds."""
    served = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            served.ranges.append(self.headers.get("Range"))
            served.agents.append(self.headers.get("User-Agent"))
            data = served.files.get(self.path.lstrip("/"))
            if served.status or data is None:
                self.send_error(served.status or 404)
                return
            start = self.begin(data)
            if start is not None:
                cut = served.cut_after.pop(0) if served.cut_after else len(data)
                self.send(data[start : start + cut])
                self.close_connection = True

        def send(self, data):
            if not served.pause:
                self.wfile.write(data)
            with suppress(OSError):
                for number in range(len(data) if served.pause else 0):
                    self.wfile.write(data[number : number + 1])
                    self.wfile.flush()
                    served.sent += 1
                    time.sleep(served.pause)

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

    with _serving(Handler) as served.url:
        yield served


@contextmanager
def _serving(handler):
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = False
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
