"""An editor goes on typing while a run is at it: the last version stands, and there is nothing to decide."""

from __future__ import annotations

import re
import threading
from itertools import count

import pytest

from generator.content import files
from generator.content.library import load_library
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.paths import ContentPaths
from generator.generate import batches, write
from generator.language.markup import plain
from generator.model import TranslationBy
from tests import kinds
from tests.engines import FakeEngine
from tests.generate.runs import (
    FIRST,
    SECOND,
    add_seed,
    all_issues,
    content_of,
    entries,
    entry_path,
    forget,
    run,
)

SEED = "a.txt"
UNIT = re.compile(rf"({re.escape(FIRST)}\n\{{: #s1 lang=de \}}\n\n)[^\n]*")


class Typist:
    """An editor who types the translation of the first paragraph anew, again and again."""

    def __init__(self, project) -> None:
        self.project = project
        self.path = entry_path(project, SEED)
        self.numbers = count(1)
        self.last = ""

    def type(self) -> None:
        self.last = f"The spokesman said it in words number {next(self.numbers)}."
        text = UNIT.sub(rf"\g<1>{self.last}", self.path.read_text(encoding="utf-8"))
        assert self.last in text
        saved = self.path.with_suffix(".saved")
        saved.write_text(text, encoding="utf-8")
        saved.replace(self.path)


@pytest.fixture
def typist(project):
    add_seed(project, SEED, FIRST, SECOND)
    run(project, FakeEngine())
    return Typist(project)


def check(project, typist, told) -> None:
    """The last version stands in file and memory, nothing is to be decided, a further run changes nothing."""
    run(project, FakeEngine())
    assert [str(issue) for issue in told if "you " in issue.problem] == []
    library = load_library(project / "content", kinds.TOPIC)
    assert not any(library.conflicts.values())
    assert not list((project / "content/.generated").rglob("conflicts/*"))
    renderings = {s.id: s.rendering and plain(s.rendering.text) for s in entries(project)[SEED].segments}
    assert renderings["s1"] == typist.last
    assert renderings["s2"] == f"[en] {SECOND}"
    pair = load_memory(ContentPaths(project / "content").memory).lookup(FIRST, "de", "en")
    assert pair == Pair("de", "en", FIRST, typist.last, TranslationBy.EDITOR)
    once = content_of(project)
    forget(project)
    run(project, FakeEngine())
    assert content_of(project) == once


@pytest.mark.parametrize("is_forced", [True, False], ids=["all again", "what changed"])
@pytest.mark.parametrize("after", [True, False], ids=["after", "before"])
@pytest.mark.parametrize("places", [*({place} for place in range(8)), set(range(100))], ids=str)
def test_edits_at_every_write(project, typist, monkeypatch, places, after, is_forced):
    typist.type()
    replace, done = files._replace, count()

    def counted(path, *rest):
        is_time = next(done) in places
        if is_time and not after:
            typist.type()
        is_done = replace(path, *rest)
        if is_time and after:
            typist.type()
        return is_done

    if is_forced:
        forget(project)
    with monkeypatch.context() as patch:
        patch.setattr(files, "_replace", counted)
        results = run(project, FakeEngine())
    check(project, typist, all_issues(results))


@pytest.mark.parametrize("times", range(1, files.ATTEMPTS))
def test_edits_while_an_entry_is_merged(project, typist, monkeypatch, times):
    typist.type()
    forget(project)
    merge, left = write.merge, iter(range(times))

    def merged(*rest):
        result = merge(*rest)
        if next(left, None) is not None:
            typist.type()
        return result

    with monkeypatch.context() as patch:
        patch.setattr(write, "merge", merged)
        results = run(project, FakeEngine())
    check(project, typist, all_issues(results))


def test_an_editor_who_saves_all_the_time(project, typist):
    told = []
    for _ in range(5):
        is_done = threading.Event()

        def go_on(is_done=is_done):
            # At least once, however quick the run is.
            typist.type()
            while not is_done.wait(0.02):
                typist.type()

        thread = threading.Thread(target=go_on)
        thread.start()
        forget(project)
        told += all_issues(run(project, FakeEngine()))
        is_done.set()
        thread.join()
    check(project, typist, told)


def test_what_is_put_into_the_memory_meanwhile_stays(project, monkeypatch):
    """And the next run writes it."""
    add_seed(project, SEED, FIRST, SECOND)
    real, path = batches.Run.beyond_seeds, ContentPaths(project / "content").memory
    pair = Pair("de", "en", FIRST, "Words of a person.", TranslationBy.EDITOR)

    def beyond(self):
        path.write_text(dump_memory(Memory([pair])), encoding="utf-8")
        return real(self)

    with monkeypatch.context() as patch:
        patch.setattr(batches.Run, "beyond_seeds", beyond)
        run(project, FakeEngine())
    memory = load_memory(path)
    assert memory.lookup(FIRST, "de", "en").target == pair.target
    assert memory.lookup(SECOND, "de", "en").target == f"[en] {SECOND}"
    run(project, FakeEngine())
    renderings = {s.id: plain(s.rendering.text) for s in entries(project)[SEED].segments}
    assert renderings == {"s1": pair.target, "s2": f"[en] {SECOND}"}
