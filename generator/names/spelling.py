"""One way to write a record's name, and whether words of a text are a form of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from generator.language.forms import is_inflected, same_word, spelled
from generator.model import Nature, Record, Slug
from generator.names.words import HYPHEN, SPACE, Words

SURNAME_FIRST = frozenset(("zh", "ja", "ko", "vi"))


class NameRole(Enum):
    """What it takes for words to lead to a record."""

    NAME = "nothing more"
    SHORT = "a context near by"
    SURNAME = "the full name before it"


@dataclass(frozen=True)
class Spelling:
    """A name as a record gives it."""

    name: str
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    """What stands before each word but the first."""
    keys: tuple[str, ...]
    record: Slug
    role: NameRole
    person: bool

    def fits(self, words: Words, first: int) -> bool:
        """Tell whether a text's words from number `first` on are a form of this name."""
        last = len(self.words) - 1
        surfaces = words.surfaces[first : first + last + 1]
        if self.person:
            # Most have another spelling.
            if surfaces[:last] != list(self.words[:last]):
                return False
            if surfaces[last] not in (self.words[last], f"{self.words[last]}s"):
                return False
        else:
            for surface, name in zip(surfaces, self.words, strict=True):
                if surface != name and not _is_form(surface, name, alone=not last):
                    return False
        return all(self._same_gap(words.gap(first + at), self.gaps[at - 1]) for at in range(1, last + 1))

    def _same_gap(self, one: str, other: str) -> bool:
        return one == other or (not self.person and {one, other} <= {SPACE, HYPHEN})


@lru_cache(maxsize=50_000)
def _is_form(word: str, name: str, *, alone: bool) -> bool:
    if name.isupper() and len(name) > 1:
        return word in (name, f"{name}s")
    if not alone:
        return same_word(spelled(word), spelled(name))
    if name[0].islower():
        # At the start of a sentence.
        word = word[0].lower() + word[1:]
    return is_inflected(word, name)


def spellings(record: Record) -> Iterator[Spelling]:
    """Yield every way to write a record's name, each once for what it takes."""
    full = dict.fromkeys((*record.names.values(), *record.aliases))
    yield from _spellings(full, record, NameRole.NAME)
    yield from _spellings(dict.fromkeys(record.short_names), record, NameRole.SHORT)
    if record.kind.nature is Nature.PERSON:
        at = 0 if _has_surname_first(record) else -1
        surnames = dict.fromkeys(parts[at] for name in full if len(parts := name.split()) > 1)
        yield from _spellings(surnames, record, NameRole.SURNAME)


def _has_surname_first(record: Record) -> bool:
    # Chinese and Japanese put a dot between the parts of a name that is not of their own kind.
    return any(code in SURNAME_FIRST and not set(name) & set("·・") for code, name in record.names.items())


def _spellings(names: dict[str, None], record: Record, role: NameRole) -> Iterator[Spelling]:
    for name in names:
        words = Words(name)
        yield Spelling(
            name=words.text,
            words=tuple(words.surfaces),
            gaps=tuple(words.gap(number) for number in range(1, len(words))),
            keys=tuple(words.keys()),
            record=record.slug,
            role=role,
            person=record.kind.nature is Nature.PERSON,
        )
