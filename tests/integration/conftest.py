"""Sites that several tests look at, built once."""

from __future__ import annotations

import pytest

from tests.integration.support import build_apart, copy_project, output


@pytest.fixture(scope="session")
def real_site(tmp_path_factory):
    """The repository's own seeds and content, copied and built."""
    project = copy_project(tmp_path_factory.mktemp("real") / "project")
    done = build_apart(project)
    assert done.returncode == 0, output(done)
    return project
