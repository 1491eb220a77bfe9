"""Long and odd texts: the stages come to an end, whatever a seed holds.

Nothing is timed; a pattern that tries exponentially or quadratically many ways would not end here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.generate.draft import Draft
from generator.generate.prepare import prepare, seed_tables
from generator.settings import load_settings

SENTENCE = (
    "Die Ministerin sagte am Donnerstag in Berlin, dass die gemeinsame Übung im Herbst stattfinden werde. "
)
SIZE = 1_000_000


def filled(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece))


@pytest.mark.parametrize(
    "text",
    [
        filled(SENTENCE.strip() + "\n", 100_000),
        "Titel der Meldung\n" + filled(SENTENCE, 40_000),
        SENTENCE * 3 + "\n" + filled("a > ") + ".\n" + filled("b > c > d | e.\n", 200_000),
        SENTENCE * 3 + "\na{" + filled(":"),
        filled("A ") + "\n" + SENTENCE * 4,
        filled("a") + "\n" + SENTENCE * 4,
        filled("z. B. Dr. ") + "\n" + SENTENCE * 4,
        filled("1.2.3/4/5 ") + "\n" + SENTENCE * 4,
        filled("30. Jahrestag der ") + "\n" + SENTENCE * 4,
        SENTENCE * 4 + "\n" + filled("[*_`{\\<&#", 300_000),
    ],
    ids=[
        *("one line again and again", "one paragraph", "breadcrumbs", "colons", "capitals"),
        *("one word", "abbreviations", "numbers", "anniversaries", "markup"),
    ],
)
def test_anything_long_is_read_or_refused(project: Path, text: str) -> None:
    path = project / "seeds" / "odd.txt"
    path.write_text(text, encoding="utf-8")
    (result,) = prepare([path], seed_tables(load_settings(project), {}))
    assert result.segments if isinstance(result, Draft) else result.issues[0].remedy
