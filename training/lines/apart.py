"""Line models for pages as if they were new: each has learned from other sites only.

What learns from sorted lines would else learn from better ones than it meets.
"""

from __future__ import annotations

import json
from pathlib import Path

from generator.generate.clean.model import LineModel, line_model, read_model
from training.lines.learn import learn, model_data
from training.lines.pages import folds, read_own, read_pages

FOLDS = 4


def models_apart(folder: Path) -> dict[str, LineModel]:
    """Return a line model for each page of a folder; none for a folder that such models do not learn from.

    Raises:
        OSError: a file is missing.
    """
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    if not all("with" in said for said in gold.values()):
        return {}
    own, threshold = read_own(), line_model().threshold
    models: dict[str, LineModel] = {}
    for others, part in folds(read_pages(folder), FOLDS):
        model = read_model(model_data(learn([*others, *own]), threshold))
        models |= {page.name: model for page in part}
    return models
