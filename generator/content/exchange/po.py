"""PO, as gettext, Weblate and Poedit have it: a context names a paragraph, what is not reviewed is fuzzy."""

from __future__ import annotations

import re
from collections.abc import Iterable

import polib

from generator.content.exchange.units import ExchangeError, Returned, Unit, language_of
from generator.model import Language, SegmentId, TranslationState

UNCLOSED = re.compile(r'^(?:msg\w+(?:\[\d+\])?\s+)?"(?:.*[^"\s])?[ \t]*$', re.MULTILINE)
"""A string that ends in the middle, as in a file that was not copied whole: polib takes it for all."""
OTHER_ENDS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Of lines, to Python: polib would drop what stands behind them, or before."""
MARK = "#"
"""Between the document and the paragraph in `msgctxt`."""


def dump_po(units: Iterable[Unit], source: Language, target: Language) -> str:
    """Write paragraphs as PO, without clock times."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": target,
        "X-Source-Language": source,
        "X-Generator": "chronology",
    }
    for unit in units:
        is_fuzzy = bool(unit.target) and unit.state is not TranslationState.REVIEWED
        file.append(
            polib.POEntry(
                msgctxt=f"{unit.document}{MARK}{unit.segment}",
                msgid=unit.source,
                msgstr=unit.target,
                comment=unit.stamp,
                occurrences=[(f"content/entries/{unit.slug}.md", "")],
                flags=["fuzzy"] if is_fuzzy else [],
            )
        )
    return f"{file}\n"


def load_po(data: bytes) -> tuple[Language, list[Returned]]:
    """Read paragraphs from PO; return also the language of the translations.

    Raises:
        ExchangeError: it is not PO in UTF-8, or does not name its language.
    """
    try:
        text = OTHER_ENDS.sub(" ", data.decode("utf-8-sig").replace("\r\n", "\n"))
        if unclosed := UNCLOSED.search(text):
            line = text.count("\n", 0, unclosed.start()) + 1
            raise ExchangeError(f"line {line}: a string that is not closed")
        # What has no line break is taken for a file's name.
        file = polib.pofile(f"{text}\n")
    except (OSError, ValueError, IndexError, AttributeError, TypeError) as error:
        raise ExchangeError(f"not PO in UTF-8 ({' '.join(str(error).split())[:200]})") from error
    return language_of(file.metadata.get("Language", "")), [
        _returned(one) for one in file if not one.obsolete and MARK in (one.msgctxt or "")
    ]


def _returned(entry: polib.POEntry) -> Returned:
    document, _, segment = (entry.msgctxt or "").rpartition(MARK)
    is_final = bool(entry.msgstr) and not entry.fuzzy
    note = " ".join(entry.tcomment.split())
    return Returned(document, SegmentId(segment), entry.msgid, entry.msgstr, is_final, note, entry.comment)
