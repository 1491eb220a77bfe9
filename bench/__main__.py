"""Measures generating and building at growing sizes, next to Material's blog with the same texts.

Nothing is asserted: wall-clock times depend on the machine and on what else runs on it. Compare the
figures of one run with each other, not those of two runs.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise
from math import log
from pathlib import Path
from shutil import rmtree

from bench import chromium
from bench.measure import CommandError, Measured, measure, middle
from bench.reading import make_pages, measure_growth
from bench.results import recorded
from bench.seeds import Seed
from bench.serving import ON_PAGE, SHOWN, ServeError, seconds_to_show
from bench.sites import (
    ROOT,
    fill_memory,
    forget,
    forget_fingerprints,
    make_blog,
    make_plain,
    make_project,
    page_count,
)

COLD = "generate, cold"
UNCHANGED = "generate, unchanged"
FROM_MEMORY = "generate, from memory"
UNCHANGED_TRANSLATED = "generate, unchanged, with memory"
GENERATE = (COLD, UNCHANGED, FROM_MEMORY, UNCHANGED_TRANSLATED)
OURS, BLOG, PLAIN = "build", "build, blog + tags", "build, plain pages"
AGAIN = "build, nothing changed"
CATEGORIES = "build, blog + tags + a page per name"
BUILD = (OURS, BLOG, CATEGORIES, PLAIN)
BUILT = (OURS, AGAIN, *BUILD[1:])
EDITS = 3
STARTS = ("chronology --help", "chronology status")
SMALL = 5
"""Entries that `status` is asked about."""
READ = 300
"""Seeds of each form."""
EXPECTED_RATES = {"txt": 60, "html": 25}
"""Seeds a second."""
EXPECTED_GROWTH = 1.3
"""Time over size, of the longest text beside the shortest; 1 is linear."""
LINKED_RECORDS, LINKED_ENTRIES = 1000, (1000, 10_000)
EXPECTED_LINKING = 60
"""Seconds for the largest."""
MIDDLE, LARGE = 1000, 10_000
"""Sizes that aims are set for."""
MET = {True: "met", False: "NOT met"}

Results = dict[tuple[int, str], list[Measured]]


def main() -> int:
    """Run the benchmark and print its tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1000], help="numbers of seeds")
    parser.add_argument("--runs", type=int, default=1, help="runs of everything; the median is reported")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers the texts are made from")
    parser.add_argument(
        "--only-linking", action="store_true", help="measure finding mentions and linking only"
    )
    parser.add_argument(
        "--only-reading", action="store_true", help="measure texts and pages becoming entries only"
    )
    parser.add_argument("--only-building", action="store_true", help="measure generating and building only")
    parser.add_argument("--only-translating", action="store_true", help="measure the translation engine only")
    parser.add_argument("--record", action="store_true", help="have RESULTS.md keep the run, with its commit")
    parser.add_argument("--keep", type=Path, help="make the projects here, in a new folder, and leave them")
    options = parser.parse_args()
    sizes = sorted(set(options.sizes))
    if sizes[0] < 2 or options.runs < 1:
        parser.error("sizes start at 2 and runs at 1")
    if options.keep and options.keep.exists():
        parser.error(f"{options.keep} exists; name a folder that does not")

    def measure_building(root: Path) -> None:
        _measure_building(root, sizes, options.runs, options.seed)

    kinds: dict[str, tuple[bool, Callable[[Path], None]]] = {
        "Building and serving": (options.only_building, measure_building),
        "Reading": (options.only_reading, lambda root: _print_reading(root / "reading")),
        "Linking": (options.only_linking, lambda _: _print_linking()),
        "Translating": (options.only_translating, lambda _: _print_translating()),
    }
    is_one_wanted = any(is_wanted for is_wanted, _ in kinds.values())

    def work(root: Path) -> None:
        for kind, (is_wanted, run) in kinds.items():
            if is_wanted or not is_one_wanted:
                with recorded(kind, is_kept=options.record):
                    run(root)

    return _in_folder(options.keep, work)


def _in_folder(keep: Path | None, work: Callable[[Path], None]) -> int:
    """Do the work in a folder that is kept, or in one that is not."""
    with tempfile.TemporaryDirectory(prefix="chronology-bench-") as temporary:
        try:
            work(keep.resolve() if keep else Path(temporary))
        except (CommandError, ServeError) as error:
            print(error, file=sys.stderr)
            return 1
    return 0


def _measure_building(root: Path, sizes: list[int], runs: int, seed: int) -> None:
    print(f"{os.cpu_count()} processors, Python {platform.python_version()}, load {_load()}, {runs} run(s)")
    environment = _environment(root)
    _warm_up(root, environment)
    results: Results = defaultdict(list)
    pages: dict[tuple[int, str], int] = {}
    for size in sizes:
        folder = root / str(size)
        ours = folder / "ours"
        seeds = make_project(ours, size, seed)
        sites = {
            OURS: ours,
            BLOG: folder / "blog",
            CATEGORIES: folder / "categories",
            PLAIN: folder / "plain",
        }
        for run in range(runs):
            forget(ours)
            chronology = [_tool("chronology"), "generate", "--no-download"]
            for stage in GENERATE:
                if stage == FROM_MEMORY:
                    pairs = fill_memory(ours, seeds)
                    forget_fingerprints(ours)
                _say(f"{size}, run {run + 1}: {stage}")
                results[size, stage].append(measure(chronology, ours, environment))
            if not run:
                make_blog(sites[BLOG], ours)
                make_blog(sites[CATEGORIES], ours, categories=True)
                make_plain(sites[PLAIN], ours)
            # In turn, and another one first each time: what else the machine does hits all alike.
            for stage in (*BUILD[run % len(BUILD) :], *BUILD[: run % len(BUILD)]):
                _say(f"{size}, run {run + 1}: {stage}")
                rmtree(sites[stage] / "site", ignore_errors=True)
                mkdocs = [_tool("mkdocs"), "build", "--quiet"]
                results[size, stage].append(measure(mkdocs, sites[stage], environment))
                pages[size, stage] = page_count(sites[stage])
                if stage == OURS:
                    results[size, AGAIN].append(measure(mkdocs, ours, environment))
                    pages[size, AGAIN] = pages[size, OURS]
        _say(f"{size}: {pairs} pairs in memory")
    _say("")
    _print_generate(sizes, results)
    _print_build(sizes, results, pages)
    _print_growth(sizes, results)
    shown, starts = _print_serving(root, sizes), _print_starts(root)
    _print_aims(sizes, results, shown, starts)
    print(f"\nload at the end {_load()}; peak memory is that of the largest single process")


def _print_generate(sizes: list[int], results: Results) -> None:
    rows = []
    for size in sizes:
        for stage in GENERATE:
            cost = middle(results[size, stage])
            rate = f"{size / cost.seconds:,.0f}"
            figures = (f"{cost.seconds:.2f}", rate, f"{cost.cpu:.2f}", f"{cost.peak_mb:.0f}")
            rows.append((f"{size:,}", stage, *figures))
    _print_table(("seeds", "stage", "seconds", "seeds/s", "CPU s", "peak MB"), rows)


def _print_build(sizes: list[int], results: Results, pages: dict[tuple[int, str], int]) -> None:
    rows = []
    for size in sizes:
        ours = middle(results[size, OURS])
        for stage in BUILT:
            cost = middle(results[size, stage])
            ratio = "" if stage == OURS else f"{ours.seconds / cost.seconds:.2f}"
            work = "" if stage == OURS else f"{ours.cpu / cost.cpu:.2f}"
            memory = "" if stage == OURS else f"{ours.peak_mb / cost.peak_mb:.2f}"
            count = f"{pages[size, stage]:,}"
            figures = (
                *(f"{cost.seconds:.2f}", ratio),
                *(f"{cost.cpu:.2f}", work),
                *(f"{cost.peak_mb:.0f}", memory),
            )
            rows.append((f"{size:,}", stage, count, *figures))
    head = ("entries", "stage", "pages", "seconds", "ours/it", "CPU s", "ours/it", "peak MB", "ours/it")
    _print_table(head, rows)


def _print_starts(root: Path) -> list[float]:
    """Print how long it takes to start, the least of some runs; return the seconds."""
    folder, environment = root / "starts", _environment(root)
    make_project(folder, SMALL, 2)
    measure([_tool("chronology"), "generate", "--no-download"], folder, environment)
    rows, starts = [], []
    for command in STARTS:
        runs = [
            measure([_tool("chronology"), *command.split()[1:]], folder, environment)
            for _ in range(EDITS * 2)
        ]
        starts.append(min(run.seconds for run in runs))
        rows.append((f"{starts[-1]:.2f}", command, f"{min(run.cpu for run in runs):.2f}"))
    _print_table((f"seconds, least of {EDITS * 2}", f"{SMALL} entries", "CPU s"), rows)
    return starts


def _print_serving(root: Path, sizes: list[int]) -> dict[int, float]:
    """Print how long an edit of an entry takes to show under `mkdocs serve`; return the longest of ours."""
    if not chromium.is_there():
        print(f"\nserve: NOT measured: {chromium.MISSING}")
        return {}
    rows, longest = [], {}
    for size in sizes:
        for name, folder, places in (("ours", "entries", tuple(SHOWN)), ("blog + tags", "posts", (ON_PAGE,))):
            project = root / str(size) / name.split(maxsplit=1)[0]
            page = sorted((project / "content" / folder).glob("*.md"))[-1]
            _say(f"{size}: {name}, edits under serve")
            seconds = seconds_to_show(project, page, places, _environment(root), EDITS)
            rows.append(
                (f"{size:,}", name, *(f"{seconds[one]:.2f}" if one in seconds else "" for one in SHOWN))
            )
            if name == "ours":
                longest[size] = max(seconds.values())
    head = ("entries", f"a save to what Chromium shows, s, least of {EDITS}", *SHOWN)
    _print_table(head, rows)
    return longest


def _print_growth(sizes: list[int], results: Results) -> None:
    """Print time over size: 1 is linear, above is worse. What starting up costs makes it less than 1.

    Hence also the cost of each further entry, which start-up is no part of.
    """
    rows = []
    for small, large in pairwise(sizes):
        for stage in (*GENERATE, *BUILT):
            before, after = middle(results[small, stage]), middle(results[large, stage])
            growth = (after.seconds / before.seconds) / (large / small)
            work = (after.cpu / before.cpu) / (large / small)
            further = 1000 * (after.seconds - before.seconds) / (large - small)
            exponent = log(after.cpu / before.cpu) / log(large / small)
            figures = (f"{growth:.2f}", f"{work:.2f}", f"{exponent:.2f}", f"{further:.1f}")
            rows.append((f"{small:,} to {large:,}", stage, *figures))
    if rows:
        head = ("from", "stage", "time ratio / size ratio", "of CPU time", "exponent", "ms per further entry")
        _print_table(head, rows)


def _print_aims(sizes: list[int], results: Results, shown: dict[int, float], starts: list[float]) -> None:
    """Print what issue and design ask for beside what was measured; what was not measured is left out."""
    rows = []

    def compare(what: str, measured: float, aim: float, *, at_least: bool = False) -> None:
        is_met = measured >= aim if at_least else measured <= aim
        rows.append((f"{measured:.2f}", what, f"{aim:g} or {'more' if at_least else 'less'}", MET[is_met]))

    for size in sizes:
        cost = {stage: middle(results[size, stage]) for stage in (*GENERATE, *BUILT)}
        if size == MIDDLE:
            compare(f"build at {size:,}, over blog and tags", cost[OURS].seconds / cost[BLOG].seconds, 0.8)
            compare(f"seeds a second, cold, at {size:,}", size / cost[COLD].seconds, 150, at_least=True)
        if size >= LARGE:
            compare(f"build at {size:,}, s", cost[OURS].seconds, 60)
            compare(f"build at {size:,}, MB", cost[OURS].peak_mb, 500)
            compare(f"generate unchanged at {size:,}, s", cost[UNCHANGED].seconds, 2)
            compare(f"generate at {size:,}, MB", cost[COLD].peak_mb, 250)
        if size in shown:
            compare(f"a save at {size:,} to where it shows last, s", shown[size], 2 if size <= MIDDLE else 10)
    for command, seconds, aim in zip(STARTS, starts, (0.15, 0.3), strict=True):
        compare(f"{command}, s", seconds, aim)
    _print_table(("measured", "", "aim", ""), rows)


def _print_reading(root: Path) -> None:
    """Print how fast texts and web pages become entries, and how the time grows with one text's length."""
    environment = _environment(root)
    rates, rows = {}, []
    for ending in EXPECTED_RATES:
        folder = root / ending
        seeds = make_project(folder, READ, 1)
        if ending == "html":
            make_pages(folder)
        command = [_tool("chronology"), "generate", "--no-download"]
        _say(f"{READ} .{ending} seeds")
        costs = []
        for _ in range(2):
            forget(folder)
            costs.append(measure(command, folder, environment))
        best = min(costs, key=lambda cost: cost.seconds)
        rates[ending] = READ / best.seconds
        size = sum(path.stat().st_size for path in (folder / "seeds").iterdir()) / READ / 1000
        rows.append(
            (f"{READ:,}", f".{ending}", f"{size:.0f}", f"{rates[ending]:.0f}", f"{READ / best.cpu:.0f}")
        )
    _print_table(("seeds", "form", "kB a seed", "seeds/s", "a CPU second"), rows)
    for ending, aim in EXPECTED_RATES.items():
        verdict = MET[rates[ending] >= aim]
        print(f".{ending} seeds: {rates[ending]:.0f} a second; aim {aim} or more: {verdict}")
    _print_growth_of_one(root, [seed for seed in seeds if seed.language == "en"])


def _print_growth_of_one(root: Path, seeds: list[Seed]) -> None:
    _say("longer and longer texts")
    rows = []
    for ending, costs in measure_growth(root / "growth", seeds).items():
        (small, least), *_ = costs
        for size, seconds in costs:
            growth = (seconds / least) / (size / small)
            verdict = "" if growth <= EXPECTED_GROWTH else f"more than {EXPECTED_GROWTH}"
            rows.append((f"{size / 1000:,.0f}", f".{ending}", f"{seconds:.2f}", f"{growth:.2f}", verdict))
    _print_table(("kB of text", "one seed", "CPU s", "time ratio / size ratio", ""), rows)


def _print_linking() -> None:
    """Print what finding the mentions of many records and linking the entries costs."""
    rows, seconds = [], 0.0
    for entries in LINKED_ENTRIES:
        _say(f"linking {entries:,} entries")
        command = [sys.executable, "-m", "bench.linking", str(LINKED_RECORDS), str(entries)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        cost = json.loads(done.stdout)
        seconds = cost["mentions"] + cost["links"]
        rows.append(
            (
                f"{entries:,}",
                f"{LINKED_RECORDS:,} records",
                f"{cost['mentions']:.2f}",
                f"{cost['links']:.2f}",
                f"{cost['found']:,}",
                f"{cost['linked']:,}",
                f"{cost['texts_mb']:.0f}",
                f"{cost['peak_mb']:.0f}",
            )
        )
    head = ("entries", "linked by", "mentions s", "links s", "mentions", "links", "texts MB", "peak MB")
    _print_table(head, rows)
    verdict = MET[seconds <= EXPECTED_LINKING]
    print(f"Linking {LINKED_ENTRIES[-1]:,}: {seconds:.0f} s; aim under {EXPECTED_LINKING} s: {verdict}")


def _print_translating() -> None:
    """Print what translating costs, ours and argostranslate's own way; it needs the tests' package."""
    command = [sys.executable, "-m", "bench.translating"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise CommandError(f"{' '.join(command)} failed: {done.stdout}")
    print(done.stdout)


def _print_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = [head, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    lines.insert(1, tuple("-" * width for width in widths))
    print()
    for line in lines:
        cells = (
            cell.ljust(width) if column == 1 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        print(" | ".join(cells).rstrip())


def _environment(root: Path) -> dict[str, str]:
    """Keep translation packages of this machine out: an engine's time is not what is measured."""
    empty = str(root / "no-packages")
    return {"ARGOS_PACKAGES_DIR": empty, "XDG_DATA_HOME": empty, "NO_MKDOCS_2_WARNING": "1"}


def _warm_up(root: Path, environment: dict[str, str]) -> None:
    """Let Python compile its modules before anything is measured."""
    folder = root / "warm-up"
    make_project(folder, 2, 0)
    measure([_tool("chronology"), "generate", "--no-download"], folder, environment)
    make_blog(root / "warm-up-blog", folder)
    for site in (folder, root / "warm-up-blog"):
        measure([_tool("mkdocs"), "build", "--quiet"], site, environment)


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _say(text: str) -> None:
    """Show on a terminal what is being done."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
