"""Names that several entries share and that have no authority record: what an editor may want to add.

A name is capitalised words that come again in several entries and that the entries use as nothing else. Asked
by `chronology check` and `chronology new record` only; the site does without.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.checks.capitalised import ACRONYM, YEAR, Capitals, OrdinaryWords, capitals_in
from generator.content.new_record import name_key, names_of, record_slug
from generator.errors import InputError
from generator.language.given_names import is_given
from generator.language.letters import same_marks
from generator.language.markup import plain
from generator.model import (
    ENGLISH,
    GERMAN,
    Entry,
    Issue,
    Language,
    Nature,
    Record,
    RecordKind,
    Role,
    Severity,
    Slug,
)
from generator.names.index import NameIndex
from generator.names.words import Words
from generator.printable import command

LANGUAGES = (ENGLISH, GERMAN)
SEVERAL = 3
SHOWN = 3
MOST_OF_PERSON = 4
"""Words of a person's name that begins with a given one."""


@dataclass(frozen=True)
class Suggestion:
    """A name without a record, and where it stands."""

    name: str
    """As most texts spell it."""
    spellings: tuple[str, ...]
    """The others."""
    entries: tuple[Slug, ...]
    languages: frozenset[Language] = frozenset()
    """Those of the texts it stands in."""
    ordinary: bool = False
    """It is made of ordinary words, like the names of bodies and meetings; a person's are not."""
    person: str = ""
    """What in the texts tells that it is a person's, in words; empty: nothing."""


@dataclass(frozen=True)
class _Text:
    """A paragraph to look for names in."""

    entry: Entry
    language: Language
    words: Words


@dataclass
class _Group:
    """One name in all its spellings."""

    spellings: Counter[str] = field(default_factory=Counter)
    entries: dict[str, Slug] = field(default_factory=dict)
    """By seed."""
    languages: set[Language] = field(default_factory=set)
    clear: bool = False
    """At least once it stands where nothing but a name has a capital."""
    ordinary: bool = True
    person: str = ""
    acronyms: set[str] = field(default_factory=set)

    def add(self, found: Capitals, text: _Text, ordinary: OrdinaryWords) -> None:
        """Count a place that has it."""
        self.spellings[found.text] += 1
        self.entries[text.entry.source.seed] = text.entry.slug
        self.languages.add(text.language)
        self.ordinary &= ordinary.has(found.words[-1], text.language)
        self.person = self.person or ("texts have a title before it" if found.titled else "")
        self.acronyms.update([found.acronym] if found.acronym else [])
        # A German noun has a capital, too, but not in every letter.
        alone = len(found.words) == 1 and text.language == GERMAN and not found.titled
        self.clear |= bool(ACRONYM.fullmatch(found.text)) or not (found.begins_sentence or alone)

    def join(self, other: _Group) -> None:
        """Count another form of the name."""
        self.entries |= other.entries
        self.languages |= other.languages
        self.clear |= other.clear
        self.person = self.person or other.person


def missing_records(
    entries: Mapping[Slug, Entry],
    records: Mapping[Slug, Record],
    ignored: Collection[str],
    kinds: Iterable[RecordKind],
    unread: Collection[Slug] = (),
) -> list[Issue]:
    """Return the names in several entries that have no record, each with the command to add it.

    Args:
        entries: by slug.
        records: those that can be used.
        ignored: names an editor wants no record for.
        kinds: that records may have; which one is to be said where nothing tells.
        unread: records whose files can't be used.
    """
    kinds = tuple(kinds)
    return [
        Issue(
            Severity.NOTE,
            _place(suggestion.entries),
            f'the name "{suggestion.name}" occurs in {len(suggestion.entries)} entries and has no record',
            f"run: {command('new', 'record', suggestion.name)}"
            f"{'' if guess_kind(suggestion, kinds) else ' --kind KIND'}"
            " (or list it in no_record in pyproject.toml)",
        )
        for suggestion in suggest(entries, records, ignored, unread)
    ]


def suggest(
    entries: Mapping[Slug, Entry],
    records: Mapping[Slug, Record],
    ignored: Collection[str] = (),
    unread: Collection[Slug] = (),
) -> list[Suggestion]:
    """Return the names that several entries share and that have no record, most frequent first.

    Args:
        entries: by slug; those of one seed count once.
        records: names and aliases of these are known.
        ignored: names an editor wants no record for.
        unread: records whose files can't be used: a name that makes such a file's has one.
    """
    refused = {name_key(name) for name in ignored}
    groups = {
        key: group
        for key, group in _groups(entries, records).items()
        if group.clear and len(group.entries) >= SEVERAL
    }
    parts = {word for key in groups if " " in key for word in key.split()}
    wanted = sorted(groups.keys() - parts - refused, key=lambda key: (-len(groups[key].entries), key))
    found = (_suggestion(groups[key]) for key in wanted)
    return [one for one in found if not unread or not _is_called_as(unread, one.name)]


def _is_called_as(slugs: Collection[Slug], name: str) -> bool:
    try:
        return record_slug(name) in slugs
    except InputError:  # no file can be called so
        return False


def find_suggestion(name: str, entries: Mapping[Slug, Entry], records: Mapping[Slug, Record]) -> Suggestion:
    """Return what the entries tell of a name, be it in several of them, in one or in none."""
    group = _groups(entries, records).get(name_key(name))
    if not group:
        return Suggestion(name, (), ())
    found = _suggestion(group)
    others = tuple(s for s in (found.name, *found.spellings) if s != name)
    return replace(found, name=name, spellings=others)


def guess_kind(suggestion: Suggestion, kinds: Iterable[RecordKind]) -> tuple[RecordKind, str] | None:
    """Return which of several kinds of record a name needs, and what tells; None where nothing does."""
    kinds = tuple(kinds)
    for word in re.split(r"[\s/-]+", suggestion.name):
        # "Report" ends in a German place, but is an English word of its own.
        for is_word in (_is_word_of, _ends_in_word_of):
            if kind := next((kind for kind in kinds if is_word(kind, word.casefold())), None):
                return kind, f"by “{word}”"
    for nature, reason in _natures(suggestion):
        if kind := next((kind for kind in kinds if kind.nature is nature), None):
            return kind, reason
    return None


def _natures(suggestion: Suggestion) -> Iterator[tuple[Nature, str]]:
    """Yield what a name may be by its form and the texts it stands in, the surest first, and what tells."""
    words = suggestion.name.split()
    if YEAR.search(suggestion.name):
        yield Nature.EVENT, "by its year"
    if suggestion.person:
        yield Nature.PERSON, suggestion.person
    if suggestion.ordinary:
        yield Nature.BODY, "texts use its words as ordinary ones"
    if any(map(ACRONYM.fullmatch, (suggestion.name, *suggestion.spellings))):
        yield Nature.BODY, "it is in capitals, or has such a short form"
    if 1 < len(words) <= MOST_OF_PERSON and is_given(words[0]):
        yield Nature.PERSON, f"“{words[0]}” is a given name"


def _is_word_of(kind: RecordKind, word: str) -> bool:
    """Tell whether a word of a name is one for a kind."""
    return any(word == one.casefold() for words in kind.words.values() for one in words)


def _ends_in_word_of(kind: RecordKind, word: str) -> bool:
    """Tell whether a word of a name is a German compound that ends in one for a kind."""
    return any(word.endswith(one.casefold()) for one in kind.words.get(GERMAN, ()))


def names_for(
    suggestion: Suggestion, kind: RecordKind, site: Language, others: Mapping[Language, str]
) -> dict[Language, str]:
    """Return the names for a new record: in a language it was not seen in, only what is alike in both.

    `others`: what it is called in other languages, as far as that is said.
    """
    name = suggestion.name
    seen = sorted(suggestion.languages)
    if others:
        own = next((code for code in (site, *seen, ENGLISH, GERMAN) if code not in others), None)
        # The site's comes first where each language has another.
        return {own: name, **others} if own else dict(sorted(others.items(), key=lambda one: one[0] != site))
    is_alike = kind.nature is Nature.PERSON or YEAR.search(name) or name.isupper()
    if is_alike or suggestion.languages.issuperset(LANGUAGES):
        return {ENGLISH: name, GERMAN: name}
    return {next(iter(seen), site): name}


def _groups(entries: Mapping[Slug, Entry], records: Mapping[Slug, Record]) -> dict[str, _Group]:
    """Group the names in all entries by what their spellings have in common."""
    texts = list(_texts(entries.values(), NameIndex(records)))
    ordinary = OrdinaryWords((text.language, text.words) for text in texts)
    known = {name_key(name) for record in records.values() for name in names_of(record)}
    known |= {word for name in known for word in name.split()}
    groups: dict[str, _Group] = defaultdict(_Group)
    for text in texts:
        for found in capitals_in(text.words, text.language, ordinary):
            if (key := name_key(found.text)) not in known:
                groups[key].add(found, text, ordinary)
    # "Wladimir Putins" is "Wladimir Putin", and "Microsoft Window" is "Microsoft Windows".
    for key in [key for key in groups if key.endswith("s") and key[:-1] in groups]:
        name, genitive = groups[key[:-1]], groups.pop(key)
        name.spellings = max(name.spellings, genitive.spellings, key=Counter.total)
        name.join(genitive)
    for key, group in list(groups.items()):
        for acronym in sorted(group.acronyms):
            if name_key(acronym) in groups.keys() - {key}:
                group.join(groups.pop(name_key(acronym)))
            group.spellings[acronym] += 0
    for key, group in groups.items():
        surname = groups.get(key.rpartition(" ")[2]) if " " in key else None
        if surname and not surname.ordinary and not group.entries.keys().isdisjoint(surname.entries):
            group.person = group.person or f"texts have “{max(surname.spellings)}” alone, too"
    return groups


def _texts(entries: Iterable[Entry], index: NameIndex) -> Iterator[_Text]:
    """Yield the source's sentences: headings have capitals of their own, captions name agencies."""
    for entry in entries:
        dateline = same_marks(entry.source.dateline or "")
        for segment in entry.segments:
            if segment.role in (Role.HEADING, Role.CAPTION) or segment.language not in LANGUAGES:
                continue
            text = same_marks(plain(segment.text))
            if dateline:
                text = text.removeprefix(dateline).lstrip(" -")
            yield _Text(entry, segment.language, Words(_without_known(text, index)))


def _without_known(text: str, index: NameIndex) -> str:
    """Hide the names that have a record; everything else stays where it is."""
    pieces: list[str] = []
    reached = 0
    for found in index.find(text):
        pieces += (text[reached : found.start], "\x00" * (found.end - found.start))
        reached = found.end
    return "".join((*pieces, text[reached:]))


def _suggestion(group: _Group) -> Suggestion:
    # In capitals throughout only when nobody writes it otherwise.
    order = sorted(group.spellings, key=lambda s: (s.isupper() and " " in s, -group.spellings[s], s))
    return Suggestion(
        name=order[0],
        spellings=tuple(order[1:]),
        entries=tuple(sorted(group.entries.values())),
        languages=frozenset(group.languages),
        ordinary=group.ordinary,
        person=group.person,
    )


def _place(slugs: Sequence[Slug]) -> str:
    shown = ", ".join(f"{slug}.md" for slug in slugs[:SHOWN])
    more = f" and {len(slugs) - SHOWN} more" if len(slugs) > SHOWN else ""
    return f"content/entries ({shown}{more})"
