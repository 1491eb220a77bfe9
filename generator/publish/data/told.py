"""An entry, or an event that it reports, as it is told in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from generator.content.translation_state import translation_of
from generator.dates.edtf import Bounds, bounds_of
from generator.dates.wording import date_in_words
from generator.messages import messages_in
from generator.model import Entry, Language, TranslationBy
from generator.printable import printable_line
from generator.publish.computed.summary import summary_of
from generator.publish.pages.rendering import language_in, titles_in

NEVER = date(1970, 1, 1)
"""Stands for a day that is not known where one must be given."""

AddressOf = Callable[[Entry], str]


@dataclass(frozen=True)
class Told:
    """An entry or an event in one language."""

    identity: str
    """That stays, wherever it is published."""
    title: str
    text: str
    """A sentence on it."""
    language: Language
    """Of title and text."""
    edtf: str
    """When it happened; empty where that is not known."""
    when: str
    """The same in words."""
    address: str
    source: str
    """The address of the source; what it holds is not checked."""
    new_on: date
    """When the source came out, or was fetched: no clock is looked at."""
    published: str
    """The same as EDTF, as exact as it is known; empty for events."""
    announced: bool = False

    @property
    def bounds(self) -> Bounds | None:
        """The first and last day it may mean; None where no year is known."""
        return bounds_of(self.edtf)


def languages_of(entries: Sequence[Entry], site: Language) -> list[Language]:
    """Return the languages that entries can be read in, the site's first."""
    found = {language for entry in entries for language in _titles(entry)}
    return [site, *sorted(found - {site})]


def tell_entries(
    entries: Sequence[Entry], language: Language, site: Language, name: str, address_of: AddressOf
) -> Iterator[Told]:
    """Yield entries as they are told in a language; in the site's, those in no other, too.

    `language`: to tell them in.
    """
    for entry in entries:
        titles = _titles(entry)
        if language not in titles and language != site:
            continue
        shown = language if language in titles else entry.language
        text = summary_of(entry, shown)
        if shown != entry.language:
            text += _translator(entry, language)
        yield Told(
            identity=identity(name, entry),
            title=printable_line(titles.get(shown) or entry.title),
            text=printable_line(text),
            language=shown,
            edtf=entry.date or "",
            when=date_in_words(entry.date, language),
            address=address_of(entry),
            source=entry.source.url or "",
            new_on=_new_on(entry),
            published=entry.source.published or "",
        )


def tell_events(
    entries: Sequence[Entry], language: Language, site: Language, name: str, address_of: AddressOf
) -> Iterator[Told]:
    """Yield the events that entries report, as they are told in a language; the arguments are the same."""
    for entry in entries:
        titles, new_on, page = _titles(entry), _new_on(entry), address_of(entry)
        for number, event in enumerate(entry.events):
            said = titles_in(event, entry, language)
            title, shown = next((one for one in said if one[1] == language), said[0])
            if language not in (shown, site):
                continue
            about = titles.get(language) or entry.title
            if shown != language_in(event.segment, entry):
                about += _translator(entry, language)
            yield Told(
                identity=identity(name, entry, f"event {number}"),
                title=printable_line(title),
                text=printable_line(about),
                language=shown,
                edtf=event.date,
                when=date_in_words(event.date, language),
                address=f"{page}#{event.segment}" if entry.segment(event.segment) else page,
                source=entry.source.url or "",
                new_on=new_on,
                published="",
                announced=event.announced,
            )


def identity(name: str, entry: Entry, part: str = "") -> str:
    """Return what names an entry or its part for good: it follows from the name of its seed."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, '|'.join((name, entry.key, part)))}"


def _titles(entry: Entry) -> dict[Language, str]:
    """Return an entry's titles in the languages that it can be read in."""
    own = entry.own_title
    translated = entry.other_title
    titles = {entry.language: own}
    for segment in entry.segments:
        if segment.rendering and segment.rendering.language not in titles:
            titles[segment.rendering.language] = translated or own
    return titles


def _translator(entry: Entry, language: Language) -> str:
    """Return what says that a machine translated; empty where a person did."""
    translation = translation_of(entry)
    if translation is None or translation.by is not TranslationBy.ARGOS:
        return ""
    return f" ({messages_in(language).gettext('machine translation')})"


def _new_on(entry: Entry) -> date:
    known = (bounds_of(entry.source.published), bounds_of(entry.source.accessed))
    days = [span.earliest for span in known if span and span.earliest > date.min]
    days = days or [span.earliest for span in [bounds_of(entry.date)] if span and span.earliest > date.min]
    return max(days, default=NEVER)
