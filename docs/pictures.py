"""Takes pictures in Chromium: for README.md of the first chronology, for docs/for-editors.md of another one.

python docs/pictures.py
"""

from __future__ import annotations

import base64
import functools
import http.server
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from generator.content.memory import Memory, Pair, dump_memory  # noqa: E402
from generator.model import ENGLISH, GERMAN, TranslationBy  # noqa: E402
from tests.integration.support import (  # noqa: E402
    build,
    build_as_served,
    copy_project,
    copy_site_frame,
    generate,
    make_project,
)

PICTURES = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1000, 1400
WIDE = (1250, 1000)
FIRST = "entries/2026-01-29-press-conference-with-jiang-bin/"
MARGIN = 8
SHARPNESS, QUALITY = 1.25, 55
ENTRY = "2024-01-12-ferry-to-norby-cancelled-until-sunday"
SEED = """Fähre nach Norby bis Sonntag gestrichen

Norby, 12. Januar 2024

Die Reederei Nordlinie hat am Freitag alle Fahrten nach Norby gestrichen, weil das Eis im Sund zu dick ist.

Nach Angaben der Hafenmeisterin Ada Lund warten 12 Lastwagen am Kai auf die nächste Fähre.

Am Sonntag soll ein Eisbrecher die Rinne öffnen, sagte sie der Zeitung Sundbote.
"""
ENGLISH_OF = {
    "Fähre nach Norby bis Sonntag gestrichen": "Ferry to Norby cancelled until Sunday",
    "Die Reederei Nordlinie hat am Freitag alle Fahrten nach Norby gestrichen, weil das Eis im Sund zu dick ist.": "The shipping company Nordlinie deleted all rides to Norby on Friday because the ice in the sound is too thick.",  # noqa: E501
    "Nach Angaben der Hafenmeisterin Ada Lund warten 12 Lastwagen am Kai auf die nächste Fähre.": "According to harbour master Ada Lund, 12 lorries are waiting at the quay for the next ferry.",  # noqa: E501
    "Nach Angaben der Hafenmeisterin Ada Lund warten 20 Lastwagen am Kai auf die nächste Fähre.": "According to harbour master Ada Lund, 20 lorries are waiting at the quay for the next ferry.",  # noqa: E501
    "Am Sonntag soll ein Eisbrecher die Rinne öffnen, sagte sie der Zeitung Sundbote.": "An icebreaker is to open the channel on Sunday, she told the newspaper Sundbote.",  # noqa: E501
}
SECOND = "---\ntitle: A lantern for the mole\nlanguage: en\n---\n\nThe mole of Norby got its lantern.\n"


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        project = make(Path(folder) / "norby")
        browser.set_window_size(*WIDE)
        first = copy_project(Path(folder) / "first")
        build(first)
        shoot(browser, first / "site", {"home": ("", "body", 800), "page": (FIRST, "body", 560)})
        browser.set_window_size(WIDTH, HEIGHT)
        take(browser, project, {"entry": (f"entries/{ENTRY}/", ".md-content__inner", 900)})
        edit(project, "language: de\nkind", "language: de\nsumary: No ferry until Sunday.\nkind")
        edit(project, "deleted all rides", "cancelled all sailings")
        edit(project, "warten 12 Lastwagen", "warten zwölf Lastwagen")
        take(browser, project, {"mistake": (f"entries/{ENTRY}/", ".to-mend", 0)})
        edit(project, "sumary", "summary")
        seed = project / "seeds/ferry.txt"
        seed.write_text(seed.read_text(encoding="utf-8").replace("12 Last", "20 Last"), encoding="utf-8")
        generate(project)
        take(
            browser,
            project,
            {
                "decide": (f"entries/{ENTRY}/", ".entry-conflicts", 0),
                "for-editors": ("for-editors/", ".md-content__inner", 620),
            },
        )


def make(project: Path) -> Path:
    """Make the chronology."""
    make_project(project)
    copy_site_frame(project)
    for path in (project / "content/records").glob("*.md"):
        path.unlink()
    (project / "content/records/ada-lund.md").write_text(
        "---\nkind: person\nname: {en: Ada Lund}\n---\n\nHarbour master of Norby.\n", encoding="utf-8"
    )
    (project / "mkdocs.yml").write_text(
        (ROOT / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("China–Russia military cooperation", "The Norby ferry"),
        encoding="utf-8",
    )
    (project / "seeds/ferry.txt").write_text(SEED, encoding="utf-8")
    (project / "seeds/ferry.yml").write_text("publisher: Sundbote\n", encoding="utf-8")
    (project / "content/entries/lantern.md").write_text(SECOND, encoding="utf-8")
    pairs = [
        Pair(GERMAN, ENGLISH, german, english, TranslationBy.ARGOS, "translate-de_en 1.3")
        for german, english in ENGLISH_OF.items()
    ]
    memory = project / "content/.generated/memory.tmx"
    memory.parent.mkdir()
    memory.write_text(dump_memory(Memory(pairs)), encoding="utf-8")
    print(generate(project).stdout)
    return project


def edit(project: Path, old: str, new: str) -> None:
    """Edit the entry."""
    path = project / f"content/entries/{ENTRY}.md"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text
    path.write_text(text.replace(old, new), encoding="utf-8")


def take(browser: webdriver.Chrome, project: Path, wanted: dict[str, tuple[str, str, int]]) -> None:
    """Take pictures of parts of pages; the number is the greatest height, 0: all of it."""
    site, _ = build_as_served(project)
    shoot(browser, site, wanted)


def shoot(browser: webdriver.Chrome, site: Path, wanted: dict[str, tuple[str, str, int]]) -> None:
    """Take pictures of a built site."""
    with serving(site) as address:
        for name, (page, part, most) in wanted.items():
            browser.get(f"{address}/{page}")
            box = browser.find_element(By.CSS_SELECTOR, part).rect
            height = min(box["height"], most or box["height"])
            clip = {
                "x": max(box["x"] - MARGIN, 0),
                "y": max(box["y"] - MARGIN, 0),
                "width": box["width"] + 2 * MARGIN,
                "height": height + 2 * MARGIN,
                "scale": SHARPNESS,
            }
            shot = browser.execute_cdp_cmd(
                "Page.captureScreenshot",
                {"format": "webp", "quality": QUALITY, "clip": clip, "captureBeyondViewport": True},
            )
            (PICTURES / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))


@contextmanager
def chromium() -> Iterator[webdriver.Chrome]:
    """Start a Chromium without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield browser
    finally:
        browser.quit()


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


if __name__ == "__main__":
    main()
