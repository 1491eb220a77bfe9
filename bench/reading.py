"""Measures how fast texts and web pages become entries, and how the time grows with one text's length."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from bench.pages import as_page
from bench.seeds import Seed
from generator.generate.outcome import SeedResult
from generator.generate.prepare import SeedTables, prepare, seed_tables
from generator.settings import Settings

SHARES = (1, 4, 16)
"""Times the text of a few seeds: does sixteen times the text take sixteen times as long?"""
BEST_OF = 3


def make_pages(folder: Path) -> None:
    """Turn the text seeds of a project into web pages."""
    for path in sorted((folder / "seeds").glob("*.txt")):
        path.with_suffix(".html").write_text(as_page(path.read_text(encoding="utf-8")), encoding="utf-8")
        path.unlink()


def measure_growth(folder: Path, seeds: list[Seed]) -> dict[str, list[tuple[int, float]]]:
    """Return for texts and pages: characters of the text, and the CPU seconds that preparing it takes.

    Args:
        folder: an empty one, to put seeds in.
        seeds: in one language, whose texts are joined to longer ones.
    """
    (folder / "seeds").mkdir(parents=True)
    tables = seed_tables(Settings(folder), {})
    forms: dict[str, Callable[[str], str]] = {"txt": str, "html": as_page}
    texts = ["\n".join(seed.text for seed in seeds[: 4 * share]) for share in SHARES]
    return {
        ending: [
            (len(text), _best(folder / "seeds" / f"long.{ending}", form(text), tables)) for text in texts
        ]
        for ending, form in forms.items()
    }


def _best(path: Path, text: str, tables: SeedTables) -> float:
    path.write_text(text, encoding="utf-8")
    return min(_seconds(path, tables) for _ in range(BEST_OF))


def _seconds(path: Path, tables: SeedTables) -> float:
    started = time.process_time()
    (result,) = prepare([path], tables)
    seconds = time.process_time() - started
    if isinstance(result, SeedResult):
        raise RuntimeError(str(result.issues[0]))
    return seconds
