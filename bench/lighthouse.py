"""What Lighthouse says of a built site, compressed as servers do it: `python -m bench.lighthouse [FOLDER]`.

It needs Node (18.20 or later) and Chromium; npx fetches Lighthouse, which is no part of the project.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

LIGHTHOUSE = "lighthouse@12.8.2"
"""Of the last major version that runs on Node 18."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Sends files as servers of sites do: compressed, and to be kept for an hour."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in COMPRESSED:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=3600")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


def main() -> int:
    """Print the scores of a home page, an entry, a record and a year."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"))
    parser.add_argument("--runs", type=int, default=3, help="of which the fastest counts: machines are busy")
    parser.add_argument("--report", type=Path, help="a folder for the whole reports")
    given = parser.parse_args()
    if not shutil.which("npx") or not shutil.which("chromium"):
        sys.exit("Lighthouse needs Node (Debian: nodejs, npm) and Chromium.")
    pages = [page for page in _pages(given.site) if page is not None]
    handler = functools.partial(Compressing, directory=str(given.site))
    print("| page | " + " | ".join(CATEGORIES) + " |\n|---|" + "--:|" * len(CATEGORIES))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for page in pages:
            address = f"http://127.0.0.1:{server.server_port}/{page}"
            report = max((_measure(address) for _ in range(given.runs)), key=_speed)
            if given.report:
                given.report.mkdir(parents=True, exist_ok=True)
                name = page.strip("/").replace("/", "-") or "home"
                (given.report / f"{name}.json").write_text(json.dumps(report), encoding="utf-8")
            scores = (report["categories"][name]["score"] for name in CATEGORIES)
            print(f"| /{page} | " + " | ".join(f"{100 * score:.0f}" for score in scores) + " |", flush=True)
        server.shutdown()
    return 0


def _speed(report: dict) -> float:
    return report["categories"]["performance"]["score"]


def _pages(site: Path) -> list[str | None]:
    """Return the home page, and the largest of each other kind."""
    kinds = ("entries", "records", "years")
    return ["", *(_largest(site, kind) for kind in kinds)]


def _largest(site: Path, kind: str) -> str | None:
    found = sorted((site / kind).glob("*/index.html"), key=lambda path: path.stat().st_size)
    return f"{kind}/{found[-1].parent.name}/" if found else None


def _measure(address: str) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "report.json"
        command = ["npx", "--yes", LIGHTHOUSE, address, "--quiet", "--output=json", f"--output-path={output}"]
        chromium = {"CHROME_PATH": shutil.which("chromium") or ""}
        subprocess.run(
            [*command, f"--chrome-flags={FLAGS}"], env={**os.environ, **chromium}, check=True, cwd=folder
        )
        return json.loads(output.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
