"""Says why an entry has no date, and which dates are not read, where a language has no lexicon."""

from __future__ import annotations

from generator.language.codes import language_name
from generator.language.lexicons import LEXICONS
from generator.model import ENGLISH, Entry, Language


def dates_unread(language: Language) -> str | None:
    """Return what to tell of a text in a language whose dates in words are not read; None: they are."""
    if language in LEXICONS:
        return None
    read = " and ".join(sorted(language_name(code, ENGLISH) for code in LEXICONS))
    name = language_name(language, ENGLISH)
    return f"only days in figures are read: it is in {name}, and dates in words are read in {read}"


def why_undated(entry: Entry) -> tuple[str, str]:
    """Return why an entry has no place in time, and what to do; nothing, where nothing gave one."""
    if entry.date:
        return f"its date {entry.date} names no year", "write one with a year"
    if entry.date_evidence:
        days = ", ".join(dict.fromkeys(one.gives for one in entry.date_evidence))
        problem = f"its `date:` is empty, and the evidence below it gives {days}"
        return problem, "write the date again, or take `date_evidence` out, too"
    return "neither the text nor a sidecar or record supports a date", ""
