"""Three-way merge of what the generator made last, what an editor made of it, and what it makes now.

By what a page consists of: keys of the front matter, and segments, each with its translation. The
editor's file is the frame: its order, comments, spacing and notes stay, and a part is replaced where it
stands. Where both changed one part, the editor's stays and the other is a conflict, for an editor to
decide.

The *baseline* is what the generator made of each part that the file holds: only ever its own words. Where
a part is in conflict it keeps the older ones, so that the conflict is found again until it is settled.
"""

from generator.content.merging.page import MergeResult, merge
from generator.content.merging.parts import Conflict
from generator.content.merging.settle import (
    carried_over,
    has_no_other,
    is_about_translation,
    keeps_translation,
    remembered,
    still_open,
    with_new,
    without_new_translation,
)

__all__ = [
    "Conflict",
    "MergeResult",
    "carried_over",
    "has_no_other",
    "is_about_translation",
    "keeps_translation",
    "merge",
    "remembered",
    "still_open",
    "with_new",
    "without_new_translation",
]
