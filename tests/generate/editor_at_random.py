"""An editor, a seed and an engine that change at random, and what must hold after each run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from generator.content import baselines, conflicts, files
from tests.generate.editor_checks import check_typed, note_told, run_and_check
from tests.generate.editor_moves import edit
from tests.generate.editor_world import World
from tests.generate.world_moves import change


class Killed(BaseException):
    """What ends a run in the middle."""


@contextmanager
def killed_at(number: int, *, after: bool) -> Iterator[list[str]]:
    """End what runs at the file that is written, renamed or deleted as the given one.

    Args:
        number: which one, from 0.
        after: whether that one is done yet.

    Yields:
        The files that were written, while it runs.
    """
    done: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((files, "_replace"), (baselines, "remove"), (conflicts, "remove")):
            patch.setattr(module, name, _counted(getattr(module, name), done, number, after=after))
        yield done


def _counted(
    original: Callable[..., object], done: list[str], number: int, *, after: bool
) -> Callable[..., object]:
    def counted(path: Path, *rest: object) -> object:
        place = len(done)
        done.append(str(path))
        if place == number and not after:
            raise Killed
        result = original(path, *rest)
        if place == number:
            raise Killed
        return result

    return counted


def edit_and_regenerate(project: Path, number: int) -> None:
    """Go through three rounds of edits, changes and runs."""
    world = World(project, Random(number))
    world.start(number)
    for _ in range(3):
        for _ in range(world.random.randint(0, 3)):
            edit(world)
        for _ in range(world.random.randint(0, 2)):
            change(world)
        world.said.append("generate")
        run_and_check(world)


def edit_and_save_older(project: Path, number: int) -> None:
    """The same, with the file as it was some rounds ago saved over it now and then."""
    world = World(project, Random(number))
    world.start(number)
    former = [(world.text, world.path)]
    for _ in range(4):
        for _ in range(world.random.randint(0, 2)):
            edit(world)
        for _ in range(world.random.randint(0, 2)):
            change(world)
        if world.random.random() < 0.5:
            text, path = world.random.choice(former)
            world.touch(text, world.text)
            world.path.rename(path)
            world.save(text)
            world.has_mark = text.startswith("\ufeff")
            world.said.append("an older file is saved")
            world.forget_what_is_gone()
        world.said.append("generate")
        run_and_check(world)
        former.append((world.text, world.path))


def edit_and_be_killed(project: Path, number: int) -> None:
    """The same, with each run ended somewhere in the middle, and an edit before the next."""
    world = World(project, Random(number))
    world.start(number)
    for _ in range(3):
        for _ in range(world.random.randint(0, 2)):
            edit(world)
        for _ in range(world.random.randint(1, 2)):
            change(world)
        at, after = world.random.randrange(10), world.random.random() < 0.5
        with killed_at(at, after=after) as done:
            try:
                world.generate()
            except Killed:
                world.said.append(f"killed at {done[-1]}, {'after' if after else 'before'}")
        check_typed(world)
        note_told(world)
        for _ in range(world.random.randint(0, 1)):
            edit(world)
        run_and_check(world)
