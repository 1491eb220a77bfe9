"""Names that several entries share and that have no authority record: what an editor may want to add.

Asked by `chronology check` and `chronology record add` only; the site does without.
"""

from __future__ import annotations

import re
import shlex
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.checks.proper_names import COVERED, ProperName, find_names, learn, readable
from generator.content.new_record import name_key, names_of
from generator.language.markup import plain
from generator.model import Entry, Issue, Language, Nature, Record, RecordKind, Role, Severity, Slug
from generator.names.index import Found, NameIndex

GERMAN = Language("de")
SEVERAL = 2
SEVERAL_BARE = 3
"""A single word is taken for a name by its capital alone, so more must agree."""
SHOWN = 3
SHORT = 4
"""Letters: a shorter word is the end of many that have nothing to do with it."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Suggestion:
    """A name without a record, and where it stands."""

    name: str
    """As most texts spell it."""
    spellings: tuple[str, ...]
    """The others."""
    entries: tuple[Slug, ...]
    exercise: bool = False
    bare: bool = False
    """One word, never after a person's title."""


@dataclass
class _Group:
    """One name in all its spellings."""

    spellings: Counter[str] = field(default_factory=Counter)
    entries: dict[str, Slug] = field(default_factory=dict)
    """By seed."""
    bare: bool = True
    exercise: bool = False
    acronyms: set[str] = field(default_factory=set)


def missing_records(
    entries: Mapping[Slug, Entry], records: Mapping[Slug, Record], ignored: Collection[str]
) -> list[Issue]:
    """Return the names in several entries that have no record, each with the command to add it."""
    return [
        Issue(
            Severity.NOTE,
            _place(suggestion.entries),
            f'the name "{suggestion.name}" occurs in {len(suggestion.entries)} entries and has no record',
            f"run: chronology record add {shlex.quote(suggestion.name)}"
            " (or list it in no_record in pyproject.toml)",
        )
        for suggestion in suggest(entries, records, ignored)
    ]


def suggest(
    entries: Mapping[Slug, Entry], records: Mapping[Slug, Record], ignored: Collection[str] = ()
) -> list[Suggestion]:
    """Return the names that several entries share and that have no record, most frequent first.

    Args:
        entries: by slug; those of one seed count once.
        records: names and aliases of these are known.
        ignored: names an editor wants no record for.
    """
    refused = {name_key(name) for name in ignored}
    groups = {
        key: group
        for key, group in _groups(entries, records).items()
        if len(group.entries) >= (SEVERAL_BARE if group.bare else SEVERAL) and key not in refused
    }
    whole = _without_parts(groups)
    return [_suggestion(whole[key]) for key in sorted(whole, key=lambda key: (-len(whole[key].entries), key))]


def find_suggestion(name: str, entries: Mapping[Slug, Entry], records: Mapping[Slug, Record]) -> Suggestion:
    """Return what the entries tell of a name, be it in several of them, in one or in none."""
    group = _groups(entries, records).get(name_key(name))
    if not group:
        return Suggestion(name, (), ())
    found = _suggestion(group)
    others = tuple(s for s in (found.name, *found.spellings) if s != name)
    return replace(found, name=name, spellings=others)


def guess_kind(suggestion: Suggestion, kinds: Iterable[RecordKind]) -> RecordKind:
    """Return which of several kinds of record a name most likely needs, by its words."""
    kinds = tuple(kinds)
    by_nature = {kind.nature: kind for kind in reversed(kinds)}

    def first(*natures: Nature) -> RecordKind:
        return next((by_nature[nature] for nature in natures if nature in by_nature), kinds[0])

    name = suggestion.name
    words = [word for word in re.split(r"[\s/]+", name) if word[:1].isupper()]
    if suggestion.exercise or YEAR.search(name):
        return first(Nature.EVENT)
    for word in words:
        if kind := next((kind for kind in kinds if _is_word_of(kind, word.casefold())), None):
            return kind
    if suggestion.bare:
        return first(Nature.PLACE)
    person = len(words) <= 3 and not name.isupper()
    return first(Nature.PERSON if person else Nature.BODY)


def _is_word_of(kind: RecordKind, word: str) -> bool:
    """Tell whether a word of a name is one for a kind, or a German compound that ends in one."""
    known = {(language, one.casefold()) for language, words in kind.words.items() for one in words}
    return any(
        word == one or (language == GERMAN and len(one) > SHORT and word.endswith(one))
        for language, one in known
    )


def names_for(
    suggestion: Suggestion, kind: RecordKind, german: str | None, entries: Mapping[Slug, Entry]
) -> dict[Language, str]:
    """Return the names for a new record: in a language it was not seen in, only what is alike in both."""
    english, name = Language("en"), suggestion.name
    if german is not None:
        return {english: name, GERMAN: german}
    if kind.nature is Nature.PERSON or suggestion.exercise or YEAR.search(name) or name.isupper():
        return {english: name, GERMAN: name}
    only_german = {entries[slug].language for slug in suggestion.entries} == {GERMAN}
    return {GERMAN if only_german else english: name}


def _groups(entries: Mapping[Slug, Entry], records: Mapping[Slug, Record]) -> dict[str, _Group]:
    """Group the names in all entries by what their spellings have in common."""
    known = [name for record in records.values() for name in names_of(record)]
    known_keys = {name_key(name) for name in known}
    known_words = {word for name in known for word in _words(name)}
    names = {
        slug: [
            name
            for name in found
            if name_key(name.text) not in known_keys and name_key(name.text) not in known_words
        ]
        for slug, found in _names_by_entry(entries, NameIndex(records)).items()
    }
    groups: dict[str, _Group] = defaultdict(_Group)
    for slug, found in names.items():
        for name in found:
            if name.sure:
                _add(groups[name_key(name.text)], name, entries[slug])
    _join_genitives(groups)
    for slug, found in names.items():
        for name in found:
            for part in () if name.sure else _known_parts(name.text, groups):
                groups[name_key(part)].spellings[part] += 1
                groups[name_key(part)].entries[entries[slug].source.seed] = slug
    _join_acronyms(groups)
    return dict(groups)


def _names_by_entry(entries: Mapping[Slug, Entry], index: NameIndex) -> dict[Slug, list[ProperName]]:
    texts = [(slug, language, text) for slug, entry in entries.items() for language, text in _texts(entry)]
    lexicon = learn((language, text) for _, language, text in texts)
    names: dict[Slug, list[ProperName]] = defaultdict(list)
    parts: dict[Slug, set[str]] = defaultdict(set)
    for slug, language, text in texts:
        known = index.find(text)
        parts[slug].update(word for found in known for word in _words(text[found.start : found.end]))
        names[slug] += find_names(_cover(text, known), language, lexicon)
    for slug, found_names in names.items():
        for name in found_names:
            if " " in name.text:
                parts[slug].update(_words(name.text))
    # A surname alone, where the text also has the whole name, is not another name.
    return {
        slug: [
            name
            for name in found
            if name.text.isupper() or not parts[slug] & {key := name_key(name.text), key.removesuffix("s")}
        ]
        for slug, found in names.items()
    }


def _cover(text: str, known: Iterable[Found]) -> str:
    """Hide the names that have a record; everything else stays where it is."""
    pieces: list[str] = []
    reached = 0
    for found in known:
        pieces += (text[reached : found.start], COVERED * (found.end - found.start))
        reached = found.end
    return "".join((*pieces, text[reached:]))


def _texts(entry: Entry) -> Iterator[tuple[Language, str]]:
    """Yield the source's sentences: headings have capitals of their own, captions name agencies."""
    dateline = readable(entry.source.dateline or "")
    for segment in entry.segments:
        if segment.role not in (Role.HEADING, Role.CAPTION):
            text = readable(plain(segment.text))
            yield segment.language, text.removeprefix(dateline).lstrip(" -") if dateline else text


def _words(name: str) -> list[str]:
    return name_key(name).split()


def _add(group: _Group, name: ProperName, entry: Entry) -> None:
    group.spellings[name.text] += 1
    group.entries[entry.source.seed] = entry.slug
    group.bare &= name.bare
    group.exercise |= name.exercise
    if name.acronym:
        group.acronyms.add(name.acronym)


def _join_genitives(groups: dict[str, _Group]) -> None:
    """Count "Wladimir Putins" as "Wladimir Putin", where that is there; it needs no spelling of its own."""
    for key in list(groups):
        if key.endswith("s") and key[:-1] in groups:
            groups[key[:-1]].entries |= groups.pop(key).entries


def _known_parts(text: str, groups: Mapping[str, _Group]) -> Iterator[str]:
    """Yield the longest of the words in a row that are a name elsewhere."""
    words = text.split()
    start = 0
    while start < len(words):
        shortest = start + 1 if len(words) == 1 else start + 2
        for end in range(len(words), shortest - 1, -1):
            part = " ".join(words[start:end])
            known = next((p for p in (part, part.removesuffix("s")) if name_key(p) in groups), None)
            if known:
                yield known
                start = end - 1
                break
        start += 1


def _join_acronyms(groups: dict[str, _Group]) -> None:
    """Put an acronym under the name that a text gives it to."""
    for key, group in sorted(groups.items(), key=lambda item: (-len(item[1].entries), item[0])):
        for acronym in sorted(group.acronyms):
            short = groups.get(name_key(acronym))
            if short and name_key(acronym) != key:
                group.entries |= short.entries
                group.spellings[acronym] += 0
                del groups[name_key(acronym)]


def _without_parts(groups: Mapping[str, _Group]) -> dict[str, _Group]:
    """Leave out what is only part of a longer name: it would be suggested twice."""
    wholes: dict[str, list[_Group]] = defaultdict(list)
    for key, group in groups.items():
        words = key.split()
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                if end - start < len(words):
                    wholes[" ".join(words[start:end])].append(group)
    return {
        key: group
        for key, group in groups.items()
        if not any(
            " " not in key or group.entries.keys() <= whole.entries.keys() for whole in wholes.get(key, ())
        )
    }


def _suggestion(group: _Group) -> Suggestion:
    # In capitals throughout only when nobody writes it otherwise.
    order = sorted(
        group.spellings,
        key=lambda s: (s.isupper() and " " in s, group.spellings[s] == 0, -group.spellings[s], s),
    )
    return Suggestion(
        name=order[0],
        spellings=tuple(order[1:]),
        entries=tuple(sorted(group.entries.values())),
        exercise=group.exercise,
        bare=group.bare,
    )


def _place(slugs: Sequence[Slug]) -> str:
    shown = ", ".join(f"{slug}.md" for slug in slugs[:SHOWN])
    more = f" and {len(slugs) - SHOWN} more" if len(slugs) > SHOWN else ""
    return f"content/entries ({shown}{more})"
