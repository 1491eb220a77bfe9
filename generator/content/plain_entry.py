"""An entry as JSON, which is quicker to read than its file: `from_json(to_json(entry)) == entry`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from generator.model import (
    Entry,
    Event,
    Evidence,
    MentionEdits,
    Prose,
    Rendering,
    Segment,
    Source,
    Span,
    Translation,
)

CLASS = "="
"""The key under which a data class has its name; what editors write has names of letters."""
CLASSES = (Entry, Event, Evidence, MentionEdits, Prose, Rendering, Segment, Source, Span, Translation)
BROKEN = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What `from_json` raises where somebody else wrote the text."""


def to_json(entry: Entry) -> bytes:
    """Write an entry."""
    return json.dumps(entry, ensure_ascii=False, default=_held).encode("utf-8", "surrogatepass")


def from_json(data: bytes) -> Entry:
    """Read an entry.

    Raises:
        BROKEN: `to_json` did not write it.
    """
    entry = json.loads(data.decode("utf-8", "surrogatepass"), object_hook=_made)
    if not isinstance(entry, Entry):
        raise TypeError
    return entry


def _held(one: Any) -> dict[str, Any]:
    """Return the fields of a data class that are not as they are without being given."""
    name = type(one).__name__
    held = ((field, getattr(one, field), default) for field, default in _defaults()[name])
    return {CLASS: name, **{field: value for field, value, default in held if value != default}}


@cache
def _defaults() -> dict[str, list[tuple[str, Any]]]:
    return {one.__name__: [(field.name, _default(field)) for field in fields(one)] for one in CLASSES}


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _made(held: dict[str, Any]) -> Any:
    name = held.pop(CLASS, None)
    if name is None:
        return held
    kind, forms = _forms()[name]
    for key, form in forms:
        if key in held:
            held[key] = form(held[key])
    return kind(**held)


@cache
def _forms() -> dict[str, tuple[type, list[tuple[str, Callable[[Any], Any]]]]]:
    """Return the data classes by name, each with the fields that JSON has in another form."""
    return {kind.__name__: (kind, list(_other_forms(kind))) for kind in CLASSES}


def _other_forms(kind: type) -> Any:
    for name, hint in get_type_hints(kind).items():
        for one in (hint, *get_args(hint)):
            if get_origin(one) is tuple or (isinstance(one, type) and issubclass(one, StrEnum)):
                yield name, get_origin(one) or one
