"""A served folder holds whole pages also after a build that failed."""

from __future__ import annotations

import pytest
from mkdocs import utils

from generator.publish.mkdocs.folder import EMPTY, SiteFolder


@pytest.mark.parametrize("is_there", [True, False])
def test_what_was_there_is_back_when_a_build_fails(tmp_path, is_there):
    """Also where somebody cleaned temporary files, so that the folder itself is gone."""
    site, folder = tmp_path / "site", SiteFolder()
    if is_there:
        site.mkdir()
        (site / "index.html").write_text("before", encoding="utf-8")
    folder.begin(site, stays=False)
    utils.clean_directory(str(site))
    assert list(site.iterdir()) == []
    (site / "half.html").write_text("half", encoding="utf-8")
    folder.give_up()
    assert [path.name for path in site.iterdir()] == (["index.html"] if is_there else [])
    assert utils.clean_directory is EMPTY
