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
_NO_YEAR = re.compile(r"XXXX-(\d{2})-(\d{2})")
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d{2}:\d{2})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@lru_cache(maxsize=20_000)
def bounds(text: str) -> Bounds | None:
    """Return the strict bounds of an EDTF date; None when it names no year (`XXXX-01-29`).

    Raises:
        ValueError: `text` is not EDTF.
    """
    if _DAY.fullmatch(text):
        # This and the next are by far the most frequent, and the library's grammar takes milliseconds.
        day = datetime.date.fromisoformat(text)
        return Bounds(day, day)
    if match := _NO_YEAR.fullmatch(text):
        # A leap year has every day that any year has.
        datetime.date(2000, int(match[1]), int(match[2]))
        return None
    parsed = _parse(text)
    if text.startswith(UNKNOWN_YEAR):
        return None
    found = Bounds(_as_date(parsed.lower_strict()), _as_date(parsed.upper_strict()))
    if found.earliest > found.latest:
        raise ValueError(f"{text!r} ends before it begins")
    return found


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
    day, separator, time = text.partition("T")
    if separator and not _TIME.fullmatch(time):
        raise ValueError(f"{text!r} has no time of day after the T")
    try:
        return parse_edtf(day if separator else text)
    except (EDTFParseException, ValueError, AttributeError) as error:
        raise ValueError(f"{text!r} is not an EDTF date") from error


def _as_date(moment: object) -> datetime.date:
    """Turn the library's struct_time, or its float for an open end, into a date."""
    if isinstance(moment, float):
        return datetime.date.max if moment > 0 else datetime.date.min
    year, month, day = tuple(moment)[:3]  # type: ignore[arg-type, var-annotated]
    # Raises for the years before 1 and after 9999, which can't be sorted among the others.
    return datetime.date(year, month, day)
