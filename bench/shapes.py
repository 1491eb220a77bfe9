"""`python -m bench.shapes [SHAPE...]`: how the time of each stage grows with hostile texts of three sizes.

Ten times the text may take ten times as long. The table has, for each stage, its seconds for the longest text
and the power by which they grew from the one before: 1 is linear, 2 is a square.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from math import log10
from pathlib import Path
from typing import Any

from markdown import Markdown

from generator.checks.bodies import check_page
from generator.checks.doubts import findings
from generator.checks.pairs import Knowledge
from generator.content.body import with_ids
from generator.content.entry_file import dump_entry, load_entry
from generator.content.merging import merge
from generator.errors import InputError
from generator.generate.annotate import annotate
from generator.generate.clean import clean
from generator.generate.date_entry import date_entry
from generator.generate.draft import Draft
from generator.generate.entitle import entitle
from generator.generate.events import extract_events
from generator.generate.header import read_header
from generator.generate.keep import keep_ids
from generator.generate.prepare import SeedTables, seed_tables
from generator.generate.read import read
from generator.generate.segment import segment
from generator.language.markup import plain
from generator.model import Language, Rendering, SegmentId, Slug
from generator.publish.pages.markdown import PageContext, SegmentExtension
from generator.settings import load_settings

SIZES = (10_000, 100_000, 1_000_000)
LIMIT = 60
"""Seconds of work after which a stage is given up."""
SHORT = 0.2
"""Seconds below which nothing can be said of how they grow."""
HEAD = """Talks begin in Berlin

Berlin, Dec. 28, 2023 -- The spokesman said on Thursday that the talks on trade would begin in January.

"""
SHAPES = {
    **{sign: sign for sign in """*`_[<\\("#>|=/.1a中"""},
    "entity": "&amp;",
    "image": "![x](y) ",
    "bullet": "* item\n",
    "number": "1. item\n",
    "short lines": "a\n",
    "blank lines": "a\n\n",
    "capitals": "A ",
    "words": "word ",
    "commas": ", ",
    "dashes": "- ",
    "colons": ": ",
    "protected spaces": "\u00a0x",
    "accents": "a\u0301",
    "pictures": "\U0001f600",
    "addresses": "http://a.b/c ",
    "mail": "a@b.c ",
    "names": "Anna Berg Max Huber ",
    "abbreviations": "z. B. Dr. ",
    "yes": "Yes.\n\n",
    "questions": "Q: Why?\nA: No.\n",
    "sentences": "The minister said on Monday that it would begin in May. ",
    "paragraphs": "The minister said on Monday that it would begin in May.\n\n",
    "German": "Der Minister sagte am Montag, es beginne im Mai. ",
    "dates": "28 December 2023, ",
    "weekdays": "Monday Tuesday ",
    "months": "May ",
    "years": "2023 2024 ",
    "relative": "last week ",
    "yesterday": "yesterday he said ",
    "anniversaries": "30th anniversary of ",
    "breadcrumbs": "a > b > ",
    "numbers": "1.2.3/4/5 ",
    "quotes": "“He said” ",
    "between": "between 3 and ",
    "since": "since May 2021 he said. ",
    "rounds": "the third round of talks ",
    "lines of dates": "28 December 2023\n",
    "bylines": "By Anna Berg, Reuters\n",
    "wrapped": "The minister said on Monday that it would\n",
    "hyphens": "co-",
    "tabs": "\t",
    "footnotes": "[^1] ",
    "attributes": "{: #s1 }\n",
    "html paragraphs": "<p>The minister said on Monday that it would begin in May.",
    "html divs": "<div>",
    "html cells": "<table><td>x",
    "html links": "<a href=x>x ",
    "html attributes": "<p a=b c='d' ",
    "html comments": "<!-- x ",
    "html scripts": "<script>x",
    "html entities": "&#60;&lt",
    "html breaks": "x<br>",
    "html json": '<script type="application/ld+json">{"a":[1]}</script>',
    "html meta": '<meta property="og:title" content="x">',
    "html lists": "<ul><li>x",
}
"""What a text is filled with; web pages, whose names begin with `html`, too."""

Stage = Callable[[Draft], Draft | None]


def main() -> None:
    """Print the table; names of shapes as arguments choose some."""
    chosen = sys.argv[1:] or list(SHAPES)
    signal.signal(signal.SIGPROF, _give_up)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "seeds").mkdir()
        (root / "pyproject.toml").write_text("[tool.chronology]\n", encoding="utf-8")
        tables = seed_tables(load_settings(root), {})
        names = list(_stages(root / "a.txt", tables))
        sizes = [f"{size // 1000:,} KB" for size in SIZES]
        print(f"| shape | {' | '.join((*sizes, *names))} |")
        print("|---|" + "--:|" * (len(sizes) + len(names)))
        for name in chosen:
            path = root / "seeds" / ("a.html" if name.startswith("html") else "a.txt")
            runs = [_measure(path, SHAPES[name], size, tables) for size in SIZES]
            totals = [f"{sum(run.values()):.1f}" for run in runs]
            cells = [_cell(runs[-1].get(stage), runs[-2].get(stage)) for stage in names]
            print(f"| {name.replace('|', 'bar')} | {' | '.join((*totals, *cells))} |", flush=True)
            path.unlink()


def _measure(path: Path, piece: str, size: int, tables: SeedTables) -> dict[str, float]:
    """Return the seconds of each stage, as far as the text comes: one without an article is refused."""
    path.write_text(HEAD + piece * (size // len(piece)), encoding="utf-8")
    seconds: dict[str, float] = {}
    draft: Any = None
    for name, stage in _stages(path, tables).items():
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        try:
            draft = stage(draft) or draft
        except InputError:
            break
        except TimeoutError:
            seconds[name] = LIMIT
            if not draft or not draft.segments:
                break
            continue
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        seconds[name] = time.process_time() - start
    return seconds


def _stages(path: Path, tables: SeedTables) -> Mapping[str, Stage]:
    """Return what a text goes through, from the seed to its page and the checks of it."""
    settings = tables.settings
    return {
        "read": lambda _: read(path, settings.seeds, 100_000_000),
        "clean": lambda draft: clean(draft, settings.languages),
        "header": lambda draft: read_header(draft, settings.publishers),
        "segment": segment,
        "annotate": lambda draft: annotate(draft, tables.names),
        "date": lambda draft: date_entry(draft, tables.facts),
        "events": lambda draft: extract_events(draft, tables.facts),
        "entitle": lambda draft: _translated(entitle(draft, settings.language, None)),
        "merge": _merge,
        "page": _page,
        "checks": _check,
        "pairs": _check_pairs,
    }


def _translated(draft: Draft) -> Draft:
    """Give each paragraph itself as its translation."""
    other = Language("de" if draft.language == "en" else "en")
    return draft.fill(
        blocks=tuple(replace(one, rendering=Rendering(other, one.text)) for one in draft.segments)
    )


def _merge(draft: Draft) -> None:
    """Merge into a page of which every third paragraph was edited, and one was put in before all."""
    before = replace(draft.entry, slug=Slug("x"))
    edited = "\n\n".join(
        f"{part} x" if number % 3 == 2 else part
        for number, part in enumerate(dump_entry(before).split("\n\n"))
    )
    first = draft.segments[:1]
    now = draft.fill(
        blocks=tuple(replace(s, id=SegmentId(f"s{n}")) for n, s in enumerate((*first, *draft.segments), 1))
    )
    now = keep_ids(now, before, load_entry(dump_entry(before), Slug("x"), "x"))
    try:
        merge(dump_entry(before), edited, replace(now.entry, slug=Slug("x")))
    except InputError:
        return


def _page(draft: Draft) -> None:
    extension = SegmentExtension()
    extension.context = PageContext()
    body = dump_entry(draft.entry).split("\n---\n", 1)[1]
    md = Markdown(extensions=["attr_list", "footnotes", "md_in_html", "tables", "toc", extension])
    md.convert(with_ids(body, draft.language))


def _check(draft: Draft) -> None:
    with tempfile.TemporaryDirectory() as folder:
        check_page(dump_entry(draft.entry), "entries/x.md", Path(folder), draft.entry, draft.entry)


def _check_pairs(draft: Draft) -> None:
    knowledge = Knowledge()
    for one in draft.segments:
        plain(one.text)
        findings(one, knowledge)


def _cell(last: float | None, before: float | None) -> str:
    if last is None:
        return ""
    if last >= LIMIT:
        return f"over {LIMIT}"
    if last < SHORT or not before:
        return f"{last:.1f}"
    return f"{last:.1f} ({log10(last / before):.1f})"


def _give_up(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main()
