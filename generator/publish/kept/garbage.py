"""How often Python looks for garbage: of what a build makes, most is needed to its end."""

from __future__ import annotations

import gc
import sys

RARELY = 100_000
"""New objects until they are looked at; Python's own few hundred are for programs that keep little."""
GROWTH = 1.25
"""Memory over what there was, from which on all is looked at: Python's own measure, too."""


class Garbage:
    """Is looked for less often from `begin` to `end` of a build."""

    def __init__(self) -> None:
        self._usual: tuple[int, int, int] | None = None
        self._most = 0.0
        self._is_due = False
        """Whether nobody looked since the build began."""

    def begin(self) -> None:
        """Look rarely; what there is now stays."""
        self._usual = self._usual or gc.get_threshold()
        gc.set_threshold(RARELY, *self._usual[1:])
        self._is_due = True
        self.keep()

    def keep(self) -> None:
        """Leave alone what there is now; a copy of this process shares it the longer."""
        if not self._most:  # What is made after `seek` is of one build, and to be found.
            gc.freeze()

    def end(self) -> None:
        """Look as often as Python does by itself."""
        if self._usual:
            gc.set_threshold(*self._usual)
            if not self._most:
                gc.unfreeze()
        self._usual = None

    def seek(self) -> None:
        """Look through what is new, once a build; through everything, once that has grown.

        At ten thousand entries everything takes half as long as the build that follows a save.
        """
        if self._is_due and sys.getallocatedblocks() > self._most:
            gc.unfreeze()
            gc.collect()
            self._most = sys.getallocatedblocks() * GROWTH
            gc.freeze()
        elif self._is_due:
            gc.collect()
        self._is_due = False
