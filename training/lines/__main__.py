"""`python -m training.lines FOLDER`: learn again which lines of a page are its article's.

The project's own seeds and golden cases are learned from, too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from generator.generate.clean import model
from training.lines.learn import learn, model_data
from training.lines.pages import Page, folds, read_own, read_pages
from training.lines.scores import Scored, phrase_scores, scored

FOLDS = 5
THRESHOLDS = (0.25, 0.3, 0.33, 0.35, 0.4, 0.45, 0.5)
PACKAGE_FILE = Path(model.__file__).with_name(model.FILE)


def main() -> None:
    """Learn, score, and write the model."""
    parser = argparse.ArgumentParser(prog="python -m training.lines", description=__doc__)
    parser.add_argument("folder", type=Path, help="NAME.txt, html/NAME.html and gold.json")
    parser.add_argument("--origin", default="", help="what the pages are, for the file")
    parser.add_argument("--threshold", type=float, default=0.33)
    parser.add_argument("--scores-only", action="store_true", help="score out of fold, write nothing")
    parser.add_argument("--no-scores", action="store_true", help="learn from all pages, score nothing")
    parser.add_argument("--out", type=Path, default=PACKAGE_FILE)
    given = parser.parse_args()
    pages = read_pages(given.folder)
    own = read_own()
    out_of_fold = [] if given.no_scores else list(_out_of_fold(pages, own))
    for threshold in THRESHOLDS if out_of_fold else ():
        print(f"out of fold, threshold {threshold}: {_both(out_of_fold, threshold)}")
    if not given.scores_only:
        scores = _both(out_of_fold, given.threshold) if out_of_fold else "not scored"
        _write(given.out, [*pages, *own], given.threshold, {"origin": given.origin, "scores": scores})


def _out_of_fold(pages: Sequence[Page], own: Sequence[Page]) -> Iterator[Scored]:
    """Score each page by what was learned from the sites of the other parts, and the project's documents."""
    for others, part in folds(pages, FOLDS):
        learned = learn([*others, *own])
        yield from (scored(page, learned.scores(page)) for page in part)


def _both(pages: Sequence[Scored], threshold: float) -> str:
    """Say the scores of all pages, and of those whose mistakes nobody has looked at."""
    aside = [one for one in pages if one.page.is_set_aside]
    return f"{_said(phrase_scores(pages, threshold))} (set aside: {_said(phrase_scores(aside, threshold))})"


def _said(scores: Mapping[str, tuple[float, float, float]]) -> str:
    rows = (f"{language}: P {p:.3f} R {r:.3f} F1 {f:.3f}" for language, (p, r, f) in scores.items())
    return "; ".join(rows)


def _write(path: Path, pages: Sequence[Page], threshold: float, about: Mapping[str, str]) -> None:
    learned = learn(pages)
    data: dict[str, Any] = {
        "about": "Made by `python -m training.lines`, see docs/line-model.md",
        **about,
        "pages": len(pages),
        "learned": datetime.now(UTC).date().isoformat(),
        **model_data(learned, threshold),
    }
    path.write_text(_dump(data), encoding="utf-8")
    read = model.read_model(data)
    differ = max(
        float(np.abs(read.judge(page.texts).scores - learned.scores(page)).max()) for page in pages[:20]
    )
    print(
        f"{path}: {path.stat().st_size / 1000:.0f} KB; read back, no score differs by more than {differ:.3f}"
    )


def _dump(data: Mapping[str, Any]) -> str:
    """Write a tree to a line, and the words of a weight to one."""
    fields = []
    for name, value in data.items():
        if isinstance(value, dict):
            rows = ",\n".join(f" {json.dumps(key)}: {_compact(row)}" for key, row in value.items())
            fields.append(f"{json.dumps(name)}: {{\n{rows}\n}}")
        elif name in ("first", "second"):
            fields.append(
                f"{json.dumps(name)}: [\n" + ",\n".join(f" {_compact(row)}" for row in value) + "\n]"
            )
        else:
            fields.append(f"{json.dumps(name)}: {_compact(value)}")
    return "{\n" + ",\n".join(fields) + "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
