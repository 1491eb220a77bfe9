"""Processes that work on seeds side by side."""

import os

from generator.generate.workers import PARALLEL_FROM, workers
from generator.language.codes import identifier
from generator.settings import Settings


def whose(seeds, tables):  # noqa: ARG001
    return [(path.name, os.getpid()) for path in seeds]


def test_the_first_seed_is_worked_on_before_the_processes_part(tmp_path):
    seeds = [tmp_path / f"{number:02}.txt" for number in range(40)]
    with workers(PARALLEL_FROM, Settings(tmp_path), {}) as do_all:
        done = list(do_all(whose, seeds))
        assert list(do_all(whose, [])) == []
    # Nor is it held twice what tells languages, as large as all the rest.
    assert identifier.cache_info().currsize == 0
    assert [name for name, _ in done] == [path.name for path in seeds]
    assert [process == os.getpid() for _, process in done] == [True] + 39 * [False]
