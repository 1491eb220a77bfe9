"""`python -m bench.shapes`: seconds for hostile texts of three sizes, as a seed and as a page.

Ten times the text may take ten times as long; what takes much more is not linear.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from markdown import Markdown

from generator.errors import InputError
from generator.generate.draft import Draft
from generator.generate.prepare import SeedTables, prepare, seed_tables
from generator.publish.markdown import PageContext, SegmentExtension
from generator.settings import load_settings

SIZES = (10_000, 100_000, 1_000_000)
LIMIT = 120
"""Seconds after which a shape is given up."""
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
}


def main() -> None:
    """Print a table; names of shapes as arguments choose some."""
    chosen = sys.argv[1:] or list(SHAPES)
    signal.signal(signal.SIGALRM, _give_up)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "seeds").mkdir()
        (root / "pyproject.toml").write_text("[tool.chronology]\n", encoding="utf-8")
        tables = seed_tables(load_settings(root), {})
        print("| shape | " + " | ".join(f"seed {size:,} | page {size:,}" for size in SIZES) + " |")
        print("|---|" + "--:|" * (2 * len(SIZES)))
        for name in chosen:
            rows = (_measure(root / "seeds/a.txt", SHAPES[name], size, tables) for size in SIZES)
            cells = [cell for row in rows for cell in row]
            print(f"| {name.replace('|', 'bar')} | {' | '.join(cells)} |", flush=True)


def _measure(path: Path, piece: str, size: int, tables: SeedTables) -> tuple[str, str]:
    path.write_text(HEAD + piece * (size // len(piece)), encoding="utf-8")
    drafts: list[Draft] = []

    def read() -> None:
        try:
            drafts.append(prepare(path, tables, {}))
        except InputError:
            return

    def show() -> None:
        extension = SegmentExtension()
        extension.context = PageContext()
        body = "\n\n".join(f"{s.text}\n{{: #{s.id} lang=en }}" for draft in drafts for s in draft.segments)
        Markdown(extensions=["attr_list", "footnotes", "tables", "toc", extension]).convert(body)

    return _seconds(read), _seconds(show)


def _seconds(do: Callable[[], None]) -> str:
    signal.alarm(LIMIT)
    start = time.process_time()
    try:
        do()
    except TimeoutError:
        return f"over {LIMIT}"
    finally:
        signal.alarm(0)
    return f"{time.process_time() - start:.2f}"


def _give_up(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main()
