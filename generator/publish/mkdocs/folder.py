"""The site's folder as MkDocs fills it: emptied first or, under serve, with what is the same left there.

Under serve it holds whole pages also after a build that failed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs import utils
from mkdocs.structure.files import File

from generator.publish.kept.in_place import InPlace, Write

EMPTY, WRITE = utils.clean_directory, utils.write_file


class SiteFolder:
    """Stays from one build to the next; without `begin`, a build does as MkDocs does."""

    def __init__(self) -> None:
        self._in_place = InPlace()
        self._before: TemporaryDirectory[str] | None = None
        """Holds what was there, where MkDocs begins with an empty folder."""
        self._folder = Path()
        self.write: Write = WRITE
        """Writes a file of the site."""

    def begin(self, folder: Path, *, stays: bool) -> None:
        """Have MkDocs leave files where they are, until `end_pages`, or empty the folder only for so long.

        `stays`: all that will be written is known, so that what is the same can stay.
        """
        self._folder = folder
        if not stays:
            utils.clean_directory = self._put_aside
            return
        self._in_place.begin(folder)
        self.write = self._in_place.write
        # MkDocs has no hook for either.
        utils.clean_directory = lambda directory: None  # noqa: ARG005
        utils.write_file = self._in_place.write

    def keep_copies(self, files: Iterable[File]) -> None:
        """Have files be copied only where they changed."""
        if self.write is WRITE:
            return
        for file in files:
            if not file.is_documentation_page():
                file.copy_file = partial(self._copy, file, file.copy_file)  # type: ignore[method-assign]

    def stays(self, path: str) -> bool:
        """Have a file stay that lies as it was written; tell whether it does."""
        return self.write is not WRITE and self._in_place.stays(path)

    def _copy(self, file: File, copy: Callable[[bool], None], dirty: bool = False) -> None:
        if file.generated_by is not None:
            self._in_place.write(file.content_bytes, file.abs_dest_path)
        elif file.abs_src_path:
            self._in_place.copy(file.abs_src_path, file.abs_dest_path, partial(copy, dirty))

    def _put_aside(self, directory: str) -> None:
        self._before = TemporaryDirectory(prefix="mkdocs_before_")
        # Whoever cleans temporary files may have taken the folder away.
        Path(directory).mkdir(parents=True, exist_ok=True)
        for path in Path(directory).iterdir():
            shutil.move(path, self._before.name)

    def end_pages(self) -> None:
        """Leave MkDocs as it was."""
        utils.clean_directory, utils.write_file, self.write = EMPTY, WRITE, WRITE
        if self._before:
            self._before.cleanup()
            self._before = None

    def give_up(self) -> None:
        """Leave the folder as it was before the build."""
        if self._before:
            EMPTY(str(self._folder))
            for path in Path(self._before.name).iterdir():
                shutil.move(path, self._folder)
        self.end_pages()

    def leave(self, planned: Iterable[str]) -> None:
        """Delete pages that there are no longer, while others are still to be written."""
        self._in_place.leave(planned)

    def end(self, *, is_whole: bool) -> None:
        """Leave MkDocs as it was; delete what no build writes any more, if all is written."""
        self.end_pages()
        if is_whole:
            self._in_place.end()
