"""Which arithmetic runs a model fastest on this processor: measured once, and kept in .cache/."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from zlib import crc32

from generator.content.kept import load_texts, save_texts

USUAL = "auto"
"""Whole numbers of 8 bits, which the packages are stored in, where the processor has what it takes. Half of
200 sentences were worded alike in 32-bit floating point; that model itself finds the others as good
(log-probability per token -0.437, its own -0.433)."""
OTHER = "float32"
"""Elsewhere a processor may be quicker with these: 8 bits took 2.5 times less on those with AVX2."""
MUCH = 0.8
"""Of the usual's time, another must take no more: texts are to be worded alike on most machines."""
WORTH_MEASURING = 300
"""Sentences; for fewer the measurement costs more than it may bring."""
SAMPLE = 4
"""Sentences that are translated twice with each, to measure: six seconds."""
FILE = "arithmetic.json"

Run = Callable[[str], object]
"""Translates the sample with an arithmetic; loads the model when first called with it."""


def fastest(model: Path, cache: Path, run: Run, sentences: int) -> str:
    """Return the arithmetic to run a model with, from what is kept or by measuring the processor's time.

    Args:
        model: its folder.
        cache: the folder to keep the answer in; may be deleted at any time.
        run: what is measured. What it raises rules an arithmetic out.
        sentences: how many there are to translate; for few it is not measured.
    """
    kept = {key: one for key, one in load_texts(cache / FILE).items() if one in (USUAL, OTHER)}
    name = _what_it_holds_for(model)
    if name not in kept and sentences >= WORTH_MEASURING:
        kept[name] = OTHER if _seconds(run, OTHER) < MUCH * _seconds(run, USUAL) else USUAL
        save_texts(cache / FILE, kept)
    return kept.get(name, USUAL)


def _seconds(run: Run, arithmetic: str) -> float:
    """Return the processor's time for the sample, without the loading; without end where it can't be run."""
    try:
        run(arithmetic)
        started = time.process_time()
        run(arithmetic)
    except (RuntimeError, ValueError, MemoryError):
        return float("inf")
    return time.process_time() - started


def _what_it_holds_for(model: Path) -> str:
    """Name what an answer is for: this model, on this processor, with this version of the library."""
    size = sum(path.stat().st_size for path in model.glob("model.bin"))
    return f"{model.parent.name} {size}, {_processor()}, ctranslate2 {version('ctranslate2')}"


def _processor() -> str:
    """Name this processor, with what it can do: of one name, virtual ones may lack instructions."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    told = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}
    name = told.get("model name") or f"{platform.machine()} {platform.processor()}"
    return f"{name} {crc32((told.get('flags') or told.get('Features', '')).encode()):x}"
