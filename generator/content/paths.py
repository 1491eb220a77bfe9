"""Where things lie in content/, and how names become file names."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import quote

from slugify import slugify

from generator.model import Slug

UNDATED = "undated"
"""What opens the name of an entry without a date."""
TITLE_LENGTH = 60
NAME_LENGTH = 200
"""Most file systems allow 255 bytes; the rest is for endings."""
GERMAN = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "ae"), ("Ö", "oe"), ("Ü", "ue"))


@dataclass(frozen=True)
class ContentPaths:
    """The layout of content/."""

    content: Path

    @cached_property
    def generated(self) -> Path:
        """Folder of what the generator keeps beside the entries."""
        return self.content / ".generated"

    @property
    def has_record(self) -> bool:
        """Whether there is anything that the generator keeps beside the entries."""
        return self.generated.exists()

    @cached_property
    def entries(self) -> Path:
        """Folder of the entries."""
        return self.content / "entries"

    @cached_property
    def records(self) -> Path:
        """Folder of the authority records."""
        return self.content / "records"

    @property
    def terms(self) -> Path:
        """The term base."""
        return self.content / "terms.yml"

    @property
    def memory(self) -> Path:
        """The translation memory."""
        return self.generated / "memory.tmx"

    @property
    def helps(self) -> Path:
        """What an engine made of terms by themselves and of sentences with stand-ins."""
        return self.generated / "term_helps.tmx"

    def entry(self, slug: Slug) -> Path:
        """Return the file of an entry."""
        return self.entries / f"{slug}.md"

    @cached_property
    def baselines(self) -> Path:
        """Folder of what the generator last wrote."""
        return self.generated / "entries"

    def baseline(self, seed: str) -> Path:
        """Return the file that holds what the generator last wrote for a seed."""
        return self.baselines / f"{file_name(seed)}.md"

    def journal(self, seed: str) -> Path:
        """Return the file that says what is being written, while a seed's entry is."""
        return self.baselines / f"{file_name(seed)}.json"

    def conflicts(self, seed: str) -> Path:
        """Return the file that holds what an editor must decide about a seed's entry."""
        return self.generated / "conflicts" / f"{file_name(seed)}.json"

    def review(self, seed: str) -> Path:
        """Return the file that holds what of a seed's entry a person reviewed."""
        return self.generated / "reviewed" / f"{file_name(seed)}.json"

    @cached_property
    def addresses(self) -> Path:
        """Folder of what is on record of where entries lay."""
        return self.generated / "addresses"

    def address(self, seed: str) -> Path:
        """Return the file that holds where a seed's entry lies and lay."""
        return self.addresses / f"{file_name(seed)}.json"

    def entry_slugs(self) -> set[Slug]:
        """Return the names of the files in entries/ and its folders."""
        return {Slug(name.removesuffix(".md")) for name in markdown_below(self.entries, is_deep=True)}

    def cleaning(self, seed: str) -> Path:
        """Return the file that lists the lines cleaning took out of a seed."""
        return self.generated / "cleaning" / f"{file_name(seed)}.json"


def markdown_below(folder: Path, *, is_deep: bool) -> list[str]:
    """Return the names of the Markdown files in a folder, in order, those in its folders with their paths.

    Links to folders are not followed.
    """
    found: list[tuple[str, ...]] = []
    for place, folders, files in os.walk(folder):
        parts = Path(place).relative_to(folder).parts
        found += ((*parts, name) for name in (*folders, *files) if name.endswith(".md"))
        if not is_deep:
            break
    return ["/".join(parts) for parts in sorted(found)]


@lru_cache(maxsize=20_000)
def file_name(seed: str) -> str:
    """Turn a seed's name into one that is safe as a file name everywhere, one to one."""
    # A name that is no UTF-8 is refused as a seed's; here it need only be told from others.
    safe = quote(seed, safe=" ", errors="surrogateescape")
    if len(safe) <= NAME_LENGTH:
        return safe
    digest = hashlib.sha256(seed.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"{safe[: NAME_LENGTH - 17]}-{digest}"


@lru_cache(maxsize=20_000)
def entry_slug(date: str | None, title: str) -> Slug:
    """Name a new entry after its date and title: `2023-12-28-china-ready-to-enhance-…`."""
    marks = [["..", " to "], ["/", " to "]]
    # A set of many days would be longer than the name of a file may be.
    day = slugify(date or UNDATED, max_length=TITLE_LENGTH, word_boundary=True, replacements=marks)
    words = slugify(title, max_length=TITLE_LENGTH, word_boundary=True, save_order=True, replacements=GERMAN)
    return Slug(f"{day}-{words}".rstrip("-"))


class OnRecord:
    """What lay in .generated/ when it was listed once: asking for file after file takes longer.

    What git puts there meanwhile, the next run sees.
    """

    def __init__(self, paths: ContentPaths) -> None:
        self._entries = _names(paths.baselines)
        self._conflicts = _names(paths.conflicts("").parent)
        self._reviews = _names(paths.review("").parent)
        self._cleaning = _names(paths.cleaning("").parent)

    def has_baseline(self, key: str) -> bool:
        """Tell whether the generator wrote an entry."""
        return f"{file_name(key)}.md" in self._entries

    def is_unsettled(self, key: str) -> bool:
        """Tell whether a run ended while it wrote an entry."""
        return f"{file_name(key)}.json" in self._entries

    def has_conflicts(self, key: str) -> bool:
        """Tell whether there is something for an editor to decide."""
        return f"{file_name(key)}.json" in self._conflicts

    def has_review(self, key: str) -> bool:
        """Tell whether a person's review of an entry is on record."""
        return f"{file_name(key)}.json" in self._reviews

    def has_cleaning(self, key: str) -> bool:
        """Tell whether the lines that cleaning took out are on record."""
        return f"{file_name(key)}.json" in self._cleaning


def _names(folder: Path) -> frozenset[str]:
    with suppress(OSError):
        return frozenset(path.name for path in folder.iterdir())
    return frozenset()
