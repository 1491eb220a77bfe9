"""Writes the first version of an authority record; from then on it is an editor's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping

from slugify import slugify

from generator.content import front_matter
from generator.content.files import write_new
from generator.content.paths import GERMAN, TITLE_LENGTH, ContentPaths
from generator.content.record_file import load_record
from generator.errors import InputError
from generator.language.forms import spelled
from generator.language.letters import same_marks
from generator.messages import messages_in
from generator.model import Language, Record, RecordKind, Slug
from generator.topic import Topic

LONGEST = 120
RESERVED = ("index", "readme")
"""Files of these names in content/records/ are no records."""
GAP = re.compile(r"[\s/-]+")


def name_key(name: str) -> str:
    """Return what the spellings of a name have in common: "Zapad-2021" and "ZAPAD 2021"."""
    words = GAP.sub(" ", same_marks(name).replace(".", "")).split()
    return " ".join(spelled(word) for word in words)


def names_of(record: Record) -> Iterator[str]:
    """Yield every name that a record has, full or short."""
    yield from record.names.values()
    yield from record.aliases
    yield from record.short_names


def add_record(
    paths: ContentPaths,
    records: Mapping[Slug, Record],
    names: Mapping[Language, str],
    kind: RecordKind,
    language: Language,
    spellings: Iterable[str] = (),
) -> Record:
    """Write a new record and return it.

    Args:
        paths: where records are.
        records: those there are.
        names: in each language it is known in; the first gives the file its name.
        kind: what it describes.
        language: the site's, which its sentence is in.
        spellings: other ways to write it; those that lead to another record are left out.

    Raises:
        InputError: a name can't be one, or leads to a record, or the file is there.
        WriteError: the file can't be written.
    """
    names = {language: _checked(name) for language, name in names.items()}
    slug = free_slug(names.values(), records)
    place = f"content/records/{slug}.md"
    text = _page(names, kind, _aliases(names.values(), spellings, _owners(records)), language)
    record = load_record(text, slug, place, Topic({kind.name: kind}))
    remedy = "edit it, or give the other record another file name"
    write_new(paths.records / f"{slug}.md", text, place, remedy)
    return record


def free_slug(names: Iterable[str], records: Mapping[Slug, Record]) -> Slug:
    """Return what the file of a new record is called, after the first of its names.

    Raises:
        InputError: a name can't be one, or leads to one of the records.
    """
    names, owners = [_checked(name) for name in names], _owners(records)
    for name in names:
        if owner := owners.get(name_key(name)):
            raise InputError(
                f"content/records/{owner}.md", f'is the record of "{name}"', "edit that file instead"
            )
    return record_slug(names[0])


def _owners(records: Mapping[Slug, Record]) -> dict[str, Slug]:
    """Return whose record each name leads to."""
    return {name_key(name): record.slug for record in records.values() for name in names_of(record)}


def _checked(name: str) -> str:
    """Return a name with single spaces, or refuse it."""
    if not all(char.isprintable() or unicodedata.category(char) == "Zs" for char in name):
        raise InputError("the name", "holds control characters or invisible ones", "type it anew")
    name = " ".join(name.split())
    if not any(char.isalnum() for char in name):
        raise InputError("the name", "is empty" if not name else f"{name!r} has no letters", "write a name")
    if len(name) > LONGEST:
        raise InputError(
            "the name", f"is longer than {LONGEST} characters", "write a shorter one; add an alias"
        )
    return name


def record_slug(name: str) -> Slug:
    """Return what the file of a record of that name is called, where it is new."""
    slug = slugify(name, max_length=TITLE_LENGTH, word_boundary=True, save_order=True, replacements=GERMAN)
    if not slug or slug in RESERVED:
        raise InputError(
            "the name", f"{name!r} makes no file name", "write content/records/<name>.md yourself"
        )
    return Slug(slug)


def _aliases(names: Collection[str], spellings: Iterable[str], owners: Mapping[str, Slug]) -> list[str]:
    other = dict.fromkeys(spelling for spelling in spellings if spelling not in names)
    return [spelling for spelling in other if name_key(spelling) not in owners]


def _page(names: Mapping[Language, str], kind: RecordKind, aliases: list[str], language: Language) -> str:
    header = front_matter.dump(
        {"kind": kind.name, "name": {str(code): name for code, name in names.items()}, "aliases": aliases}
    )
    said = messages_in(language).gettext("{kind} named in these sources.")
    return f"---\n{header}---\n\n{said.format(kind=kind.one(language).capitalize())}\n"
