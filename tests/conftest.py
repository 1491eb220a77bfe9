"""What all tests share: nothing outside a test's own folder is touched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# argostranslate creates folders in the home directory when it is imported.
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(Path(tempfile.gettempdir()) / "chronology-tests" / _name.lower())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project: settings and folders, no seeds."""
    for folder in ("seeds", "content/entries", "content/records"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.chronology]\nlanguage = "en"\ntranslate = { de = "en" }\n', encoding="utf-8"
    )
    return tmp_path
