"""What a merge is about: a part of a page, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Conflict:
    """A part of a page that an editor and the generator both changed; the editor's stands in the file."""

    part: str
    """A segment's id with its mark, `#s3`; or a key of the front matter, `title` or `source.publisher`."""
    mine: str
    """What stands in the file, as Markdown or YAML; empty: the editor took it out."""
    new: str
    """What the generator would write; empty: it would take it out."""
    is_older: bool = False
    """What stands in the file is the generator's own from before an update, and no editor's."""

    @property
    def segment(self) -> str | None:
        """The id of the segment it is about; None: it is about the front matter."""
        return self.part[1:] if self.part.startswith("#") else None

    @property
    def name(self) -> str:
        """What to call the part."""
        return self.part.removeprefix("#")
