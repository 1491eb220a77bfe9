"""Random corrections of sentences that several entries share: who translated each entry is known throughout.

A machine is named where a sentence of its stands, by the page at once and by the file after a run; a
paragraph is edited where a person's does; a further run changes nothing. `FIRST=100 CASES=200` tries more.
"""

from __future__ import annotations

import os
import re
from random import Random

import pytest

from generator.content.library import load_library
from generator.content.translation_state import segment_states, with_true_translator
from generator.generate import fingerprints
from generator.language.markup import plain
from tests import kinds
from tests.generate.editor_world import SENTENCES, SentenceEngine
from tests.generate.runs import EN, add_seed, content_of, entries, entry_path, forget, run

CASES, FIRST = int(os.environ.get("CASES", "8")), int(os.environ.get("FIRST", "0"))
POOL = [SENTENCES[0].format(ship=f"Boot{number}", number=number + 3) for number in range(7)]
SENTENCE = re.compile(r"(?:Say|Typed)[^.]*\.")
STEPS = 6


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """The program does not change meanwhile."""
    monkeypatch.setattr(fingerprints, "program_files", lambda: ())


def check(project, log, *, is_run: bool) -> None:
    library = load_library(project / "content", kinds.TOPIC)
    for entry in library.entries.values():
        texts = {one.id: plain(one.rendering.text) for one in entry.segments if one.rendering}
        by = "argos" if any("Say " in text for text in texts.values()) else "editor"
        history = library.history(entry)
        assert with_true_translator(history).translation.by == by, (entry.key, log)
        assert not is_run or entry.translation.by == by, (entry.key, log)
        states = segment_states(history, EN)
        for name, text in texts.items():
            assert states[name] != "edited" or "Typed" in text, (entry.key, name, log)
            assert states[name] == "edited" or "Say " in text, (entry.key, name, log)


def edit_a_sentence(project, pick: Random, log: list[object]) -> None:
    """Type another, or take it out where it is not the only one of its paragraph."""
    seed, entry = pick.choice([*entries(project).items()])
    there = pick.choice(entry.segments).rendering.text
    sentences, path = SENTENCE.findall(there), entry_path(project, seed)
    was = pick.choice(sentences)
    ship = re.search(r"Boot\d", was)
    typed = f"Typed{len(log)} with {ship[0]} this morning ships came into the port, says the navy."
    new = typed if len(sentences) == 1 or pick.random() < 0.8 else ""
    text = path.read_text("utf-8")
    if text.count(there) == there.count(was) == 1:
        path.write_text(text.replace(there, " ".join(there.replace(was, new).split())), "utf-8")
        log.append((seed, was, new))


NOTED = (503, 521)
"""In which a machine's sentence that an editor left in a paragraph was a person's in another, for one run."""


@pytest.mark.parametrize("number", [*NOTED, *range(FIRST, FIRST + CASES)])
def test_who_translated_is_known_throughout(project, number):
    pick = Random(number)
    texts = {
        f"{name}.txt": {" ".join(pick.sample(POOL, pick.randint(1, 3))): None for _ in range(3)}
        for name in "abc"
    }
    log: list[object] = []
    for step in range(STEPS):
        for name, paragraphs in texts.items():
            # The last comes when there are corrections already.
            if step == (2 if name == "c.txt" else 0):
                add_seed(project, name, *paragraphs)
        run(project, SentenceEngine())
        check(project, log, is_run=True)
        before = content_of(project)
        forget(project)
        run(project, SentenceEngine())
        assert content_of(project) == before, log
        for _ in range(pick.randint(1, 2)):
            edit_a_sentence(project, pick, log)
            check(project, log, is_run=False)
