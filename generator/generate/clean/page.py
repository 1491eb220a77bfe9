"""A seed's lines while they are parted: what is left, what was dropped by which rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.generate.seed_text import Line
from generator.model import DroppedLine


@dataclass(frozen=True)
class Page:
    """All lines of a seed, and for each dropped one the rule that dropped it."""

    lines: tuple[Line, ...]
    rules: Mapping[int, str]
    likely: Mapping[int, float] = field(default_factory=dict)
    """How likely each line is the article's, by number, once the line model was asked."""

    @cached_property
    def left(self) -> tuple[Line, ...]:
        """The lines no rule has dropped."""
        return tuple(line for line in self.lines if line.number not in self.rules)

    @cached_property
    def dropped(self) -> tuple[DroppedLine, ...]:
        """The dropped lines with their rules."""
        return tuple(
            DroppedLine(line.number, line.text, self.rules[line.number])
            for line in self.lines
            if line.number in self.rules
        )

    def drop(self, rules: Mapping[int, str]) -> Page:
        """Return the page with more lines dropped; a line keeps the first rule that dropped it."""
        return replace(self, rules={**rules, **self.rules})
