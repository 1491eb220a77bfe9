"""What a list of entries can be narrowed down by: year, language, kind, source, translation, who is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.content.translation_state import entry_state
from generator.content.wording import kind_in_words
from generator.dates.edtf import bounds_of
from generator.language.codes import language_name
from generator.messages import N_, Messages
from generator.model import Entry, Language, Nature, RecordKind, Slug, TranslationState
from generator.publish.computed.site import Site
from generator.publish.computed.sources import who_published
from generator.publish.pages.rendering import capital

WORDS_OF_STATES = {
    TranslationState.NONE_NEEDED: N_("none needed"),
    TranslationState.MISSING: N_("not translated"),
    TranslationState.STALE: N_("out of date"),
    TranslationState.MACHINE: N_("machine translation"),
    TranslationState.EDITED: N_("translated by an editor"),
    TranslationState.REVIEWED: N_("reviewed"),
}
NARROWING = (Nature.PERSON, Nature.BODY)
"""Records of these natures are offered; the others have pages that list their entries."""

Value = tuple[str, str]
"""As it stands in the address, and in words."""


@dataclass(frozen=True)
class Choice:
    """One of the values that entries have."""

    value: str
    """As it stands in the address."""
    label: str
    token: str
    """As it stands beside each entry that has it."""
    count: int
    """Of entries."""


@dataclass(frozen=True)
class Facet:
    """One of the ways to narrow a list down."""

    name: str
    """As it stands in the address."""
    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Facets:
    """All ways to narrow a list down that tell its entries apart."""

    facets: Sequence[Facet]
    tokens: Mapping[Slug, str]
    """By entry: those of its values."""


def find_facets(
    site: Site,
    entries: Iterable[Entry],
    others: Iterable[Entry],
    kinds: Iterable[RecordKind],
    language: Language,
    messages: Messages,
) -> Facets:
    """Return what entries can be narrowed down by.

    `others`: what they tell of is listed, too; they are not counted.
    """
    listed = tuple(entries)
    by_kind = [kind for kind in kinds if kind.nature in NARROWING]
    headings = {
        "year": messages.gettext("Year"),
        "language": messages.gettext("Language"),
        "kind": messages.gettext("Kind"),
        "source": messages.gettext("Source"),
        "translation": messages.gettext("Translation"),
        **{kind.name: capital(kind.one(language)) for kind in by_kind},
    }
    values_of = {
        entry.slug: list(_values(entry, site, {kind.name for kind in by_kind}, language, messages))
        for entry in (*listed, *others)
    }
    having: dict[str, dict[Value, int]] = {name: defaultdict(int) for name in headings}
    for entry in listed:
        for name, value in values_of[entry.slug]:
            having[name][value] += 1
    tokens: dict[tuple[str, Value], str] = {}
    found: list[Facet] = []
    for name, label in headings.items():
        values = having[name]
        if len(values) < 2 and all(count == len(listed) for count in values.values()):
            continue
        choices = []
        for number, value in enumerate(sorted(values, key=lambda one: _order(name, one))):
            tokens[name, value] = token = f"{len(found)}.{number}"
            choices.append(Choice(*value, token, values[value]))
        found.append(Facet(name, label, choices))
    return Facets(
        found,
        {
            slug: " ".join(tokens[value] for value in values if value in tokens)
            for slug, values in values_of.items()
        },
    )


def _order(name: str, value: Value) -> tuple[bool, str]:
    # Years by their number and what is undated last, all else by its words.
    return (not value[0][:1].isdigit(), value[0]) if name == "year" else (not value[1], value[1].casefold())


def _values(
    entry: Entry, site: Site, kinds: Iterable[str], language: Language, messages: Messages
) -> Iterator[tuple[str, Value]]:
    span = bounds_of(entry.date)
    yield "year", (str(span.earliest.year),) * 2 if span else ("undated", messages.gettext("Undated"))
    yield "language", (entry.language, capital(language_name(entry.language, language)))
    if entry.kind:
        yield "kind", (entry.kind.value.replace(" ", "-"), kind_in_words(entry.kind, language))
    if publisher := who_published(entry.source):
        yield "source", (publisher, publisher)
    elif entry.source.seed:
        yield "source", ("unknown", messages.gettext("Publisher unknown"))
    state = entry_state(site.states[entry.slug])
    yield "translation", (state.value.replace(" ", "-"), messages.gettext(WORDS_OF_STATES[state]))
    for record in site.records_in(entry):
        if record.kind.name in kinds:
            yield record.kind.name, (record.slug, record.name_in(language))
