"""What builds leave behind does not pile up in a process that builds again and again."""

from __future__ import annotations

import weakref

from generator.publish.kept.garbage import Garbage

BUILDS, OBJECTS = 30, 50_000


class Left:
    """What refers to itself, as pages and templates do."""

    def __init__(self) -> None:
        self.itself = self
        self.much: list[list[int]] = [[] for _ in range(OBJECTS)]


def test_what_many_builds_leave_is_found():
    garbage, left = Garbage(), []
    for _ in range(BUILDS):
        garbage.begin()
        left.append(weakref.ref(Left()))
        garbage.keep()
        garbage.end()
        garbage.seek()
    assert sum(one() is not None for one in left) < BUILDS / 2


def test_it_is_sought_in_the_middle_of_a_build_and_once():
    garbage = Garbage()
    garbage.begin()
    for is_left in (False, True):
        left = weakref.ref(Left())
        garbage.keep()
        garbage.seek()
        assert (left() is not None) is is_left
    garbage.end()
