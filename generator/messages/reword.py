"""Says in the reader's language what was put into English words before it was known who would read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from generator.messages import Messages

LONGEST = 1000
"""Characters: no words of ours are longer."""
KNOWN = 5_000
"""Words that are not said again anew: pages repeat most of them."""
PLACE = re.compile(r"\{(\w+)\}")


class Reworder:
    """Knows in which forms something is said.

    Args:
        forms: messages, the more special first; a `{name}` in one is for words that are said again in turn.
        messages: of the reader's language.
        otherwise: says again what has none of the forms.
        places: by name: says again what stands in such a place; None: then it is not of this form.
        plain: by form: the message that says it to readers, where that is another.
    """

    def __init__(
        self,
        forms: Sequence[str],
        messages: Messages,
        otherwise: Callable[[str], str] = str,
        places: Mapping[str, Callable[[str], str | None]] = MappingProxyType({}),
        plain: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._forms = [(form, _pattern(form)) for form in forms]
        self._messages = messages
        self._otherwise = otherwise
        self._places = places
        self._plain = plain
        self._known = lru_cache(KNOWN)(self._again)

    def __call__(self, text: str) -> str:
        """Return words again; those that have no form we know as they stand."""
        return self._known(text)

    def _again(self, text: str) -> str:
        if len(text) <= LONGEST:
            for form, pattern in self._forms:
                if match := pattern.fullmatch(text):
                    said = {
                        name: self._places.get(name, self)(one) for name, one in match.groupdict().items()
                    }
                    if None not in said.values():
                        return self._messages.gettext(self._plain.get(form, form)).format(**said)
        return self._otherwise(text)


def _pattern(form: str) -> re.Pattern[str]:
    pieces = PLACE.split(form)
    # Every other piece is the name of a place.
    parts = (f"(?P<{one}>.+?)" if number % 2 else re.escape(one) for number, one in enumerate(pieces))
    return re.compile("".join(parts), re.DOTALL)
