"""`python -m tests.eval.without FOLDER…`: what each pattern of `generator/dates` brings on annotated news.

Each FOLDER holds news with TIMEX3 annotations (*.tml; its name begins with the language, `de-` or `en-`). A
pattern at a time is left out, as if it matched nothing; printed is how many dates fewer are right then, and
how many more are wrong, on each folder. What changes nothing anywhere is listed at the end, file by file.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import generator.dates
from generator.dates.anchor import anchor_from
from generator.dates.find import find_dates
from generator.model import Language
from tests.eval.dates import Dated
from tests.eval.timex import is_same_time, load_news, without_ignored

NOTHING = re.compile(r"(?!)")
Score = tuple[int, int]


def modules() -> list[ModuleType]:
    """Return the modules of the room."""
    names = (module.name for module in pkgutil.iter_modules(generator.dates.__path__))
    return [importlib.import_module(f"generator.dates.{name}") for name in names]


@contextmanager
def left_out(pattern: re.Pattern[str], everywhere: Sequence[ModuleType]) -> Iterator[None]:
    """Put a pattern that matches nothing in the place of one, wherever it was imported."""
    places = [
        (module, name) for module in everywhere for name, value in vars(module).items() if value is pattern
    ]
    for module, name in places:
        setattr(module, name, NOTHING)
    try:
        yield
    finally:
        for module, name in places:
            setattr(module, name, pattern)


def score(folder: Path) -> Score:
    """Return how many dates of a folder are found right, and how many wrong."""
    right = wrong = 0
    language = Language(folder.name[:2])
    for path in sorted(folder.glob("*.tml")):
        for case, ignored in load_news(path, language):
            anchor = anchor_from(case.published)
            dates = (Dated(one.start, one.end, one.edtf(anchor)) for one in find_dates(case.text, language))
            for found in without_ignored(dates, ignored):
                over = [gold for gold in case.dates if gold.start < found.end and found.start < gold.end]
                is_right = any(is_same_time(gold.edtf, found.edtf) for gold in over)
                right, wrong = right + is_right, wrong + (not is_right)
    return right, wrong


def main() -> None:
    """Leave out one pattern after the other, and print what changes."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.without", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    folders = parser.parse_args().folders
    everywhere = modules()
    whole = [score(folder) for folder in folders]
    idle: dict[str, list[str]] = {}
    for module in everywhere:
        own = Path(module.__file__ or "").read_text("utf-8")
        for name, pattern in list(vars(module).items()):
            if not isinstance(pattern, re.Pattern) or not re.search(rf"^{name}\b.* = ", own, re.MULTILINE):
                continue
            with left_out(pattern, everywhere):
                rest = [score(folder) for folder in folders]
            file = module.__name__.rpartition(".")[2]
            if rest == whole:
                idle.setdefault(file, []).append(name)
            else:
                pairs = zip(whole, rest, strict=True)
                print(
                    file,
                    name,
                    *(f"{after[0] - before[0]:+} {after[1] - before[1]:+};" for before, after in pairs),
                )
    for file, names in idle.items():
        print(f"{file}: nothing changes without {', '.join(names)}")


if __name__ == "__main__":
    main()
