"""Who speaks in a transcript, by the labels at the start of its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.generate.draft import KeptLine
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS

SPEAKER = re.compile(r"^(?P<name>[A-ZÄÖÜ][\w.'’() -]{0,60}?):\s")
FIRST_WORD = re.compile(r"\w+")
QUESTIONERS = LEXICONS.united(lambda one: one.questioners)
ANSWERERS = LEXICONS.united(lambda one: one.answerers)


def speakers(lines: Sequence[KeptLine]) -> list[str]:
    """Return who answers in a transcript, in order of appearance; empty when it is none."""
    labels = [label for line in lines if (label := label_of(line.text))]
    if not any(_asks(label) for label in labels):
        return []
    return list(dict.fromkeys(label for label in labels if not _asks(label)))


def label_of(text: str) -> str | None:
    """Return the label a line starts with; None when it has none."""
    match = SPEAKER.match(text)
    return match["name"] if match else None


def spoken_by(text: str) -> str | None:
    """Return the label a line starts with but for what it says of it in brackets: "CHAIR (Jane Sample)"."""
    label = label_of(text)
    return label.partition(" (")[0] if label else None


def turn_labels(lines: Sequence[KeptLine]) -> frozenset[str]:
    """Return the labels of a transcript's lines: all where somebody asks, else those that come again."""
    labels = Counter(label for line in lines if (label := spoken_by(line.text)))
    least = 1 if any(_asks(label) for label in labels) else 2
    return frozenset(label for label, count in labels.items() if count >= least)


def named_speaker(lines: Sequence[KeptLine]) -> str | None:
    """Return the first of those who answer that the transcript gives a name."""
    return next((name for name in speakers(lines) if fold(name) not in ANSWERERS), None)


def _asks(label: str) -> bool:
    """Tell whether a label begins like a question's: "Frage:", "Reporter 2:"."""
    first = FIRST_WORD.match(label)
    return first is not None and fold(first[0]) in QUESTIONERS
