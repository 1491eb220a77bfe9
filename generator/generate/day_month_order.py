"""How each publisher writes `03/07/2022`: learned from its documents that leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape

from generator.dates.find import is_day_first
from generator.model import Entry

DayOrders = Mapping[str, bool | None]
"""By publisher: whether `03/07/2022` is 3 July there; None: it writes both ways."""
SLASHED = re.compile(r"(?<![\w/])\d\d?\s*/\s*\d\d?\s*/\s*\d\d")
MARKUP = re.compile(r"<[^<>]*>")


def orders_of_entries(entries: Iterable[Entry]) -> DayOrders:
    """Return what earlier entries show, by publisher."""
    return with_shown({}, ((entry.source.publisher, _shown_by(entry)) for entry in entries))


def with_shown(orders: DayOrders, shown: Iterable[tuple[str | None, bool | None]]) -> DayOrders:
    """Add what further documents show; a publisher that writes both ways has no order.

    Args:
        orders: known so far.
        shown: of each document its publisher, and its order where it tells one.
    """
    known = dict(orders)
    for publisher, day_first in shown:
        if publisher and day_first is not None:
            known[publisher] = day_first if known.get(publisher, day_first) == day_first else None
    return known


def may_show_order(text: str, *, is_html: bool) -> bool:
    """Tell whether a text holds anything like `03/07/2022`: without that, it shows no order.

    Args:
        text: of a document, or the HTML of a page: its addresses, which are full of numbers, are markup.
        is_html: which of the two.
    """
    return SLASHED.search(unescape(MARKUP.sub(" ", text)) if is_html else text) is not None


def shown_by(texts: Sequence[str]) -> bool | None:
    """Return how a document writes `03/07/2022`; None: nothing tells."""
    return is_day_first(texts) if any("/" in text for text in texts) else None


def _shown_by(entry: Entry) -> bool | None:
    # Each document by itself: "3 July" in one says nothing of "03/07/2022" in another.
    texts = [evidence.quote for evidence in entry.date_evidence]
    return shown_by([*texts, *(segment.text for segment in entry.segments)])
