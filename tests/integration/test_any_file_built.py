"""Whatever state the files of content/ are in, plain `mkdocs build` names them and publishes the others."""

import shutil

import pytest

from generator.errors import BuildError
from generator.publish.mkdocs.build import build_site
from generator.settings import Settings
from tests.cli.test_any_file import FILES, FOLDER_STATES, STATES, run, whole  # noqa: F401 - a fixture
from tests.integration.support import ROOT, build, output, page

PAGES = ("content/about.md", "content/index.md", "content/assets/x.png", "content/assets/x.svg")
CONTENT = [*PAGES, *(name for name in FILES if name.startswith("content/"))]
GROUPS = {
    "kept": (".cache", "content/.generated/cleaning", "content/.generated/entries", "content/assets"),
    "generated": ("content/.generated",),
    "pages": ("content/entries", "content/records"),
}


@pytest.fixture
def project(whole, tmp_path):  # noqa: F811
    copy = shutil.copytree(whole, tmp_path / "project", symlinks=True)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    for name in PAGES[:2]:
        shutil.copy(ROOT / name, copy / "content")
    (copy / "content/assets").mkdir()
    for name in PAGES[2:]:
        (copy / name).write_text("x")
    return copy


@pytest.mark.parametrize("state", STATES)
def test_whatever_state_files_are_in(state, project):
    for name in CONTENT:
        STATES[state](project / name)
    done = build(project, strict=False)
    assert done.returncode == 0, output(done)
    assert "Traceback" not in output(done)
    assert page(project, "2023-12-28-talks-on-trade-begin-in-berlin").is_file()


@pytest.mark.parametrize("state", FOLDER_STATES)
@pytest.mark.parametrize("group", GROUPS)
def test_whatever_state_folders_are_in(group, state, project):
    for name in GROUPS[group]:
        FOLDER_STATES[state](project / name)
    done = build(project, strict=False)
    assert done.returncode == 0, output(done)
    assert "Traceback" not in output(done)
    assert (project / "site/about/index.html").is_file()


@pytest.mark.parametrize("state", STATES)
def test_whatever_state_the_settings_of_mkdocs_are_in(state, project):
    """By our own command, which looks before MkDocs does: it would wait for a pipe for ever."""
    STATES[state](project / "mkdocs.yml")
    if state in ("read-only", "beside an editor's lock", "unreadable"):
        return
    with pytest.raises(BuildError) as caught:
        build_site(Settings(project))
    assert len(str(caught.value).splitlines()) == 1
