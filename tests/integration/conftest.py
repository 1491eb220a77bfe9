"""Sites that several tests look at, built once."""

from __future__ import annotations

import pytest

from generator.cli.new_project import begin
from generator.model import Language
from tests.integration.random_edits import seed
from tests.integration.support import build_apart, copy_site_frame, generate_here, output


@pytest.fixture(scope="session")
def example_site(tmp_path_factory):
    """The example that a new chronology can begin with, generated and built: it is always there."""
    project = tmp_path_factory.mktemp("example") / "project"
    begin(project, "Rivers", Language("en"), with_example=True)
    assert generate_here(project).exit_code == 0
    done = build_apart(project)
    assert done.returncode == 0, output(done)
    return project


@pytest.fixture(scope="session", params=["example_site", "real_site"])
def any_site(request):
    """Each of them; the repository's own as long as it is there."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def edited(project):
    """A project with the entries of five seeds, to be edited at random."""
    copy_site_frame(project)
    for number in range(5):
        (project / f"seeds/{number}.txt").write_text(seed(number), encoding="utf-8")
    assert generate_here(project).exit_code == 0
    return project
