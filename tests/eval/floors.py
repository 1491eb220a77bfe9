"""The scores that may not go down, pinned with a hash of the gold sets they were measured on."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tests.eval import dates, links, mentions, sentences
from tests.eval.measures import (
    Measured,
    measure_dates,
    measure_links,
    measure_mentions,
    measure_pairs,
    measure_sentences,
)

FLOORS = Path(__file__).parent / "floors.json"
MEASURES = (
    (dates.GOLD, measure_dates),
    (mentions.GOLD, measure_mentions),
    (links.GOLD, measure_links),
    (sentences.GOLD, measure_sentences),
    (sentences.PAIRS, measure_pairs),
)


def measure_all(peers: bool = True) -> list[Measured]:
    """Score the generator, and its peers if they are wanted, on every gold set."""
    return [
        row
        for folder, measure in MEASURES
        for path in sorted(folder.glob("*.yml"))
        for row in measure(path, peers)
    ]


def gold_hash() -> str:
    """Return a hash of all gold sets: floors hold for the texts they were measured on."""
    digest = hashlib.sha256()
    for folder, _ in MEASURES:
        for path in sorted(folder.glob("*.yml")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def load_floors() -> dict:
    """Load the pinned floors."""
    return json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"gold": "", "floors": {}}


def lowered(measured: list[Measured]) -> list[str]:
    """Return a line for each score of ours that is below its floor."""
    floors = load_floors()["floors"]
    lines = []
    for row in measured:
        floor = floors.get(_key(row))
        if row.is_ours and floor:
            for name, value in _values(row).items():
                if value < floor[name]:
                    lines.append(f"{_key(row)}: {name} {value:.4f} is below its floor {floor[name]:.4f}")
    return lines


def pin(measured: list[Measured]) -> None:
    """Write the scores as floors."""
    floors = {_key(row): _values(row) for row in measured if row.is_ours}
    FLOORS.write_text(json.dumps({"gold": gold_hash(), "floors": floors}, indent=2) + "\n", "utf-8")


def _key(row: Measured) -> str:
    return f"{row.gold} {row.finder}"


def _values(row: Measured) -> dict[str, float]:
    # Rounded down, so that a floor is never above what was measured.
    return {
        "precision": int(row.score.precision * 10_000) / 10_000,
        "recall": int(row.score.recall * 10_000) / 10_000,
    }
