"""Says in the reader's language what was put into English words before it was known who would read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.messages import Messages

LONGEST = 1000
"""Characters: no words of ours are longer."""
KNOWN = 5_000
"""Words that are not said again anew: pages repeat most of them."""
PLACE = re.compile(r"\{(\w+)\}")


@dataclass
class Reworder:
    """Knows in which forms something is said."""

    forms: Sequence[str]
    """Messages, the more special first; a `{name}` in one is for words that are said again in turn."""
    messages: Messages
    """Of the reader's language."""
    otherwise: Callable[[str], str] = str
    """Says again what has none of the forms."""
    places: Mapping[str, Callable[[str], str | None]] = field(default_factory=dict)
    """By name: says again what stands in such a place; None: then it is not of this form."""
    plain: Mapping[str, str] = field(default_factory=dict)
    """By form: the message that says it to readers, where that is another."""

    def __post_init__(self) -> None:
        self._patterns = [(form, _pattern(form)) for form in self.forms]
        self._known = lru_cache(KNOWN)(self._again)

    def __call__(self, text: str) -> str:
        """Return words again; those that have no form we know as they stand."""
        return self._known(text)

    def _again(self, text: str) -> str:
        if len(text) <= LONGEST:
            for form, pattern in self._patterns:
                if match := pattern.fullmatch(text):
                    said = {name: self.places.get(name, self)(one) for name, one in match.groupdict().items()}
                    if None not in said.values():
                        return self.messages.gettext(self.plain.get(form, form)).format(**said)
        return self.otherwise(text)


def _pattern(form: str) -> re.Pattern[str]:
    pieces = PLACE.split(form)
    # Every other piece is the name of a place.
    parts = (f"(?P<{one}>.+?)" if number % 2 else re.escape(one) for number, one in enumerate(pieces))
    return re.compile("".join(parts), re.DOTALL)
