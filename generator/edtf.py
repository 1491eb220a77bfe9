"""EDTF dates (ISO 8601-2) through the `edtf` library: checked, and with bounds to sort by.

The library's fuzzy bounds widen approximate dates by months (`1979-08~` starts in 1978-07), so
the strict bounds are used; its open intervals end in a float, so they get the calendar's ends.
Source of the notation: Library of Congress, Extended Date/Time Format, levels 0 to 2.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Bounds:
    """The first and the last day a date can mean."""

    earliest: datetime.date
    latest: datetime.date


UNKNOWN_YEAR = "XXXX"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@lru_cache(maxsize=20_000)
def bounds(text: str) -> Bounds | None:
    """Return the strict bounds of an EDTF date; None when it names no year (`XXXX-01-29`).

    Raises:
        ValueError: `text` is not EDTF.
    """
    if _DAY.fullmatch(text):
        # By far the most frequent form, and the library's grammar takes milliseconds.
        day = datetime.date.fromisoformat(text)
        return Bounds(day, day)
    parsed = _parse(text)
    if text.startswith(UNKNOWN_YEAR):
        return None
    return Bounds(
        _as_date(parsed.lower_strict(), datetime.date.min),
        _as_date(parsed.upper_strict(), datetime.date.max),
    )


def is_edtf(text: str) -> bool:
    """Tell whether `text` is an EDTF date."""
    try:
        bounds(text)
    except ValueError:
        return False
    return True


def sort_key(text: str | None) -> tuple[datetime.date, datetime.date]:
    """Return earliest and latest day; what can't be dated sorts last."""
    found = bounds(text) if text else None
    if found is None:
        return datetime.date.max, datetime.date.max
    return found.earliest, found.latest


def _parse(text: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library is untyped
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    # The library's DateAndTime wants seconds, which our sources do not give.
    day, separator, _ = text.partition("T")
    try:
        return parse_edtf(day if separator else text)
    except (EDTFParseException, ValueError, AttributeError) as error:
        raise ValueError(f"{text!r} is not an EDTF date") from error


def _as_date(moment: object, otherwise: datetime.date) -> datetime.date:
    """Turn the library's struct_time, or its float for an open end, into a date."""
    try:
        year, month, day = tuple(moment)[:3]  # type: ignore[arg-type, var-annotated]
        return datetime.date(year, month, day)
    except (TypeError, ValueError):
        return otherwise
