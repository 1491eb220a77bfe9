"""Templates, and what they can ask of a value.

Templates escape everything by default; only what this program composed itself is marked as safe. Their words
are written as in gettext, `_("How this was dated")`, and looked up in `messages`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from generator.content.translation_state import translation_of
from generator.content.wording import KINDS, TRANSLATORS, kind_in_words, section
from generator.dates.wording import date_below_year, date_in_words
from generator.language.codes import language_name
from generator.language.markup import plain
from generator.language.sentences.align import align
from generator.language.sentences.quote import shorten
from generator.messages import messages_in
from generator.model import Entry, Event, Language, Rendering, Segment, SegmentId
from generator.publish.computed.sources import who_published
from generator.publish.computed.summary import shown_language, summary_of
from generator.publish.computed.undated import what_is_missing
from generator.publish.pages.reworded import line_rule_in, rule_in

DAY_AND_MONTH = re.compile(r"(?<!\d)(\d{1,2}\.?) (?=[^\W\d])")
MACHINE_READABLE = re.compile(
    r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?"
)
"""What HTML and schema.org take for a date: EDTF's doubt, sets, seasons and intervals are none."""

TITLE = 140
"""Characters of a sentence that stands for an event's title, unless that is more than half as long itself."""


class Templates:
    """The templates of a site, with its words.

    Args:
        language: the site's.
        write: writes a value in a language other than HTML, so that it is shown as it stands.
        filters: what else templates can ask of a value there.
    """

    def __init__(
        self,
        language: Language,
        write: Callable[[object], str] | None = None,
        filters: Mapping[str, Callable[..., object]] | None = None,
    ) -> None:
        self._language = language
        self._templates = Environment(
            loader=PackageLoader("generator.publish"),
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,
            autoescape=write is None,
            finalize=write,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.messages = messages_in(language)
        self._worded: dict[str, Markup] = {}
        self._templates.install_gettext_translations(self.messages, newstyle=True)  # type: ignore[attr-defined]
        if write is None:
            self._templates.globals["_"] = self._gettext
        self._templates.filters |= {
            "date_in_words": self._unbroken,
            "date_in_year": self._date_in_year,
            "as_time": self._as_time,
            "as_time_in_year": lambda date: self._as_time(date, self._date_in_year(date)),
            "language_name": lambda of, in_language=language: language_name(of, in_language),
            "kind_in_words": lambda kind: kind_in_words(kind, language),
            "kind_in_a_line": lambda kind: self.messages.gettext(KINDS[kind]),
            "translator": lambda by: self.messages.gettext(TRANSLATORS[by]),
            "rule_in_words": rule_in(language),
            "line_rule_in_words": line_rule_in(language),
            "record_kind": lambda kind: capital(kind.one(language)),
            "record_name": lambda record: record.name_in(language),
            "summary": lambda entry: summary_of(entry, language),
            "publisher": lambda entry: who_published(entry.source),
            "translation": translation_of,
            "shown_language": lambda entry: shown_language(entry, language),
            "section": section,
            "language_in": language_in,
            "titles_in": lambda event, entry: titles_in(event, entry, language),
            "what_is_missing": lambda entry: what_is_missing(entry, language),
            "as_code": as_code,
            **(filters or {}),
        }

    def render(self, template: str, **values: object) -> str:
        """Return a template filled in, without space around it."""
        return self._templates.get_template(template).render(**values).strip()

    def _gettext(self, message: str, /, **values: object) -> Markup:
        """Return a message as the extension of Jinja gives it; one without values is made once."""
        if values:
            return Markup(self.messages.gettext(message)) % values
        if message not in self._worded:
            self._worded[message] = Markup(self.messages.gettext(message)) % values
        return self._worded[message]

    def date(self, date: str | None, language: Language | None = None) -> str:
        """Return a date in words, in the site's language unless another is given."""
        return date_in_words(date, language or self._language)

    def _unbroken(self, date: str | None, language: Language | None = None) -> str:
        """Return a date in words whose day stays on the line of its month."""
        return DAY_AND_MONTH.sub("\\1\N{NO-BREAK SPACE}", self.date(date, language))

    def _date_in_year(self, date: str) -> str:
        """Return a date in words as it is written below its year, which is not said again."""
        return date_below_year(date, self._language)

    def _as_time(self, date: str | None, in_words: str | None = None) -> Markup:
        words = escape(self.date(date) if in_words is None else in_words)
        is_exact = date is not None and MACHINE_READABLE.fullmatch(date)
        return Markup('<time datetime="{}">{}</time>').format(date, words) if is_exact else words


def as_code(words: str) -> Markup:
    """Return a message as HTML: what stands between backticks is code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(words))))


def capital(words: str) -> str:
    """Return words as they open a line."""
    return words[:1].upper() + words[1:]


def language_in(name: SegmentId | None, entry: Entry) -> Language:
    """Return the language of a paragraph; the entry's where it is not known which."""
    segment = entry.segment(name)
    return segment.language if segment else entry.language


def titles_in(event: Event, entry: Entry, language: Language) -> list[tuple[str, Language]]:
    """Return an event's titles with their languages, the one in the site's language first.

    Where an event has none in the site's language, and its paragraph is translated to it, the sentence that
    tells of it stands for one.
    """
    segment = entry.segment(event.segment)
    titles = [(event.title, language_in(event.segment, entry))]
    if segment and (rendering := segment.rendering):
        title = event.translated_title
        if not title and rendering.language == language:
            title = _translated_sentence(event, segment, rendering)
        titles += [(title, rendering.language)] if title else []
    return sorted(titles, key=lambda title: title[1] != language)


def _translated_sentence(event: Event, segment: Segment, rendering: Rendering) -> str:
    if event.span is None:
        return ""
    source, target = plain(segment.text), plain(rendering.text)
    pairs = align(source, target, segment.language, rendering.language)
    place, longest = event.span.start, max(TITLE, 2 * len(event.title))
    return next(
        (shorten(one.target.text, longest) for one in reversed(pairs) if one.source.start <= place), ""
    )
