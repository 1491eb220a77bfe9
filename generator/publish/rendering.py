"""Templates, and what they can ask of a value.

Templates escape everything by default; only what this program composed itself is marked as safe. Their words
are written as in gettext, `_("How this was dated")`, and looked up in `content.page_words`.
"""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.content.page_words import PageWords
from generator.content.translation_state import translation_of
from generator.content.wording import kind_in_words
from generator.dates.wording import date_in_words
from generator.language.codes import language_name
from generator.model import Entry, Event, Language, SegmentId
from generator.publish.summary import shown_language, summary_of
from generator.publish.undated import what_is_missing

MACHINE_READABLE = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")
"""What HTML takes for a date: EDTF's doubt, sets and intervals are none."""


class Templates:
    """The templates of a site, with its words.

    Args:
        language: the site's.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._templates = Environment(
            loader=PackageLoader("generator.publish"),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        words = PageWords(language)
        self._templates.install_gettext_callables(words.one, words.counted, newstyle=True)  # type: ignore[attr-defined]
        self._templates.filters |= {
            "date_in_words": self.date,
            "as_time": self._as_time,
            "language_name": lambda of, in_language=language: language_name(of, in_language),
            "kind_in_words": lambda kind: kind_in_words(kind, language),
            "record_kind": lambda kind: capital(kind.one(language)),
            "record_name": lambda record: record.name_in(language),
            "summary": lambda entry: summary_of(entry, language),
            "translation": translation_of,
            "shown_language": lambda entry: shown_language(entry, language),
            "section": section,
            "language_in": language_in,
            "titles_in": lambda event, entry: titles_in(event, entry, language),
            "what_is_missing": lambda entry: what_is_missing(entry, language),
        }

    def render(self, template: str, **values: object) -> str:
        """Return a template filled in, without space around it."""
        return self._templates.get_template(template).render(**values).strip()

    def date(self, date: str | None, language: Language | None = None) -> str:
        """Return a date in words, in the site's language unless another is given."""
        return date_in_words(date, language or self._language)

    def _as_time(self, date: str | None) -> Markup:
        words = escape(self.date(date))
        is_exact = date is not None and MACHINE_READABLE.fullmatch(date)
        return Markup('<time datetime="{}">{}</time>').format(date, words) if is_exact else words


def capital(words: str) -> str:
    """Return words as they open a line."""
    return words[:1].upper() + words[1:]


def section(segment: SegmentId) -> str:
    """Return what a paragraph is called."""
    return f"§{segment.removeprefix('s')}"


def language_in(name: SegmentId | None, entry: Entry) -> Language:
    """Return the language of a paragraph; the entry's where it is not known which."""
    segment = entry.segment(name)
    return segment.language if segment else entry.language


def titles_in(event: Event, entry: Entry, language: Language) -> list[tuple[str, Language]]:
    """Return an event's titles with their languages, the one in the site's language first."""
    segment = entry.segment(event.segment)
    titles = [(event.title, language_in(event.segment, entry))]
    if event.translated_title and segment and segment.rendering:
        titles.append((event.translated_title, segment.rendering.language))
    return sorted(titles, key=lambda title: title[1] != language)
