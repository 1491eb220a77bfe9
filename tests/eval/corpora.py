"""Scores the generator on published test data that lies outside the project: `python -m tests.eval.corpora`.

python -m tests.eval.corpora            the sample that the tests run, beside its floors
python -m tests.eval.corpora --whole    all of it
python -m tests.eval.corpora --pin      write the scores as floors, a little lower; never lower than they were
python -m tests.eval.corpora --pin --lower

The data is other people's and stays where it is: in CHRONOLOGY_CORPORA, or in ../shared/corpora. web/ holds
scraped pages as text and HTML with what belongs to the article (`gold.json`), time/ news with TIMEX3 tags.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

from generator.generate.draft import Draft
from generator.generate.prepare import SeedTables, prepare, seed_tables
from generator.language.markup import plain
from generator.settings import Settings
from tests.conftest import ROOT
from tests.eval.dates import by_generator, score_dates
from tests.eval.scores import Score
from tests.eval.timex import is_same_time, load_news, without_ignored

FLOORS = Path(__file__).parent / "corpora_floors.json"
SAMPLE = 60
"""Pages of a language, each as text and as HTML: with these, the tests take less than a minute."""
SLACK = 0.02
"""How far below what was measured a floor is pinned: about a page of the sample."""
LANGUAGES = ("de", "en")
NEWS = {"de-zeit": "de", "de-dolomiten": "de", "en-aquaint": "en"}
FORMS = {"text": "", "html": "html"}
"""The folder of web/ that the pages lie in, and their endings."""
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\xa0": " "})

Scores = dict[str, float]


@dataclass(frozen=True)
class Page:
    """A page, and what a person says of it."""

    name: str
    gold: Mapping[str, object]


class _Folder(Settings):
    """The settings of a site whose seeds lie in the folder itself."""

    @property
    def seeds(self) -> Path:
        return self.root


def corpora_folder() -> Path | None:
    """Return where the data lies; None where it does not."""
    folder = Path(os.environ.get("CHRONOLOGY_CORPORA") or ROOT.parent / "shared" / "corpora")
    return folder if (folder / "web" / "gold.json").is_file() else None


def load_pages(folder: Path, most: int | None) -> list[Page]:
    """Load the pages of web/; of a language with more than `most`, a sample, the same in every run."""
    gold = json.loads((folder / "web" / "gold.json").read_text("utf-8"))
    mixed = sorted(gold, key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    names = [
        name
        for language in LANGUAGES
        for name in [name for name in mixed if gold[name]["language"] == language][:most]
    ]
    return [Page(name, gold[name]) for name in sorted(names)]


def corpora_hash(folder: Path, most: int | None) -> str:
    """Return a hash of what is measured: floors hold for these pages and news only."""
    digest = hashlib.sha256(json.dumps([[p.name, p.gold] for p in load_pages(folder, most)]).encode())
    for name in NEWS:
        for path in sorted((folder / "time" / name).glob("*.tml")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def measure(folder: Path, most: int | None) -> Scores:
    """Score the generator on all of the corpora."""
    pages = load_pages(folder, most)
    scores: Scores = {}
    for form, below in FORMS.items():
        scores |= _measure_pages(folder / "web" / below, form, pages)
    for name, language in NEWS.items():
        scores |= _measure_news(folder / "time" / name, language)
    return scores


def _measure_pages(folder: Path, form: str, pages: Iterable[Page]) -> Scores:
    tables = seed_tables(_Folder(folder), {})
    read = [
        (page, _read(folder / f"{page.name}.{'html' if form == 'html' else 'txt'}", tables)) for page in pages
    ]
    total = len(read)
    languages = [draft is not None and draft.language == page.gold["language"] for page, draft in read]
    scores = {
        f"{form}: taken": sum(draft is not None for _, draft in read) / total,
        f"{form}: language": sum(languages) / total,
    }
    for language in LANGUAGES:
        ones = [(page, draft) for page, draft in read if page.gold["language"] == language]
        scores[f"{form}, {language}: text F1"] = _f1(_total(_text_score(*one) for one in ones))
        scores[f"{form}, {language}: title"] = _total(_title_score(*one) for one in ones).recall
        published = _total(_published_score(*one) for one in ones)
        scores[f"{form}, {language}: published, precision"] = published.precision
        scores[f"{form}, {language}: published, recall"] = published.recall
    return scores


def _read(path: Path, tables: SeedTables) -> Draft | None:
    """Prepare a page as a seed; None when it is refused."""
    (result,) = prepare([path], tables)
    return result if isinstance(result, Draft) else None


def _text_score(page: Page, draft: Draft | None) -> Score:
    """Score which phrases of the article and of the page around it are in the entry."""
    body = normal(" ".join(plain(s.text) for s in draft.segments)) if draft else ""
    everything = f"{body} {normal(' '.join(_titles(draft)))}"
    kept = sum(normal(phrase) in everything for phrase in page.gold["with"])
    left_in = sum(normal(phrase) in body for phrase in page.gold["without"])
    return Score(kept, left_in, len(page.gold["with"]) - kept)


def _title_score(page: Page, draft: Draft | None) -> Score:
    if not page.gold["title"]:
        return Score(0, 0, 0)
    titles = {normal(title).casefold() for title in _titles(draft)}
    is_right = normal(page.gold["title"]).casefold() in titles
    return Score(is_right, not is_right, not is_right)


def _titles(draft: Draft | None) -> tuple[str, ...]:
    return (draft.entry.title, draft.entry.original_title or "") if draft else ()


def _published_score(page: Page, draft: Draft | None) -> Score:
    if not page.gold["date"]:
        return Score(0, 0, 0)
    given = (draft.entry.source.published or "")[:10] if draft else ""
    is_right = given == page.gold["date"]
    return Score(is_right, bool(given) and not is_right, not is_right)


def _measure_news(folder: Path, language: str) -> Scores:
    read = [paragraph for path in sorted(folder.glob("*.tml")) for paragraph in load_news(path, language)]
    ignored = dict(read)
    score, _ = score_dates(
        list(ignored), lambda case: without_ignored(by_generator(case), ignored[case]), is_same_time
    )
    return {f"{folder.name}: precision": score.precision, f"{folder.name}: recall": score.recall}


def normal(text: object) -> str:
    """Return a text without what pages write differently: kinds of quotation marks, and white space."""
    return " ".join(str(text).translate(QUOTES).split())


def _total(scores: Iterable[Score]) -> Score:
    return reduce(add, scores, Score(0, 0, 0))


def _f1(score: Score) -> float:
    return 2 * score.right / max(1, 2 * score.right + score.wrong + score.missed)


def load_floors() -> dict:
    """Load the pinned floors."""
    return json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"corpora": "", "floors": {}}


def below_floors(scores: Scores) -> list[str]:
    """Return a line for each score that is below its floor."""
    floors = load_floors()["floors"]
    return [
        f"{name}: {value:.4f} is below its floor {floors[name]:.4f}"
        for name, value in scores.items()
        if value < floors.get(name, 0.0)
    ]


def pin(scores: Scores, corpora: str, *, lower: bool) -> None:
    """Write the scores as floors, each a little lower; none lower than before, unless that is wanted."""
    before = load_floors()["floors"]
    floors = {}
    for name, value in scores.items():
        # What holds for every page must go on doing so.
        floor = 1.0 if value == 1.0 else int((value - SLACK) * 10_000) / 10_000
        floors[name] = floor if lower else max(floor, before.get(name, 0.0))
    FLOORS.write_text(json.dumps({"corpora": corpora, "floors": floors}, indent=2) + "\n", "utf-8")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.corpora", description=__doc__)
    for option in ("--whole", "--pin", "--lower"):
        parser.add_argument(option, action="store_true")
    chosen = parser.parse_args()
    folder = corpora_folder()
    if folder is None:
        print("no corpora here: set CHRONOLOGY_CORPORA to a folder with web/ and time/", file=sys.stderr)
        return 1
    scores = measure(folder, None if chosen.whole else SAMPLE)
    print(*_lines(scores), sep="\n")
    worse = below_floors(scores)
    if not chosen.pin or chosen.whole:
        return 0
    if worse and not chosen.lower:
        print(*worse, "Nothing pinned: add --lower to pin lower floors.", sep="\n", file=sys.stderr)
        return 1
    pin(scores, corpora_hash(folder, SAMPLE), lower=chosen.lower)
    print(f"pinned in {FLOORS.name}")
    return 0


def _lines(scores: Scores) -> Iterator[str]:
    floors = load_floors()["floors"]
    for name, value in scores.items():
        yield f"{name:<36} {value:.3f}   floor {floors.get(name, 0.0):.3f}"


if __name__ == "__main__":
    sys.exit(main())
