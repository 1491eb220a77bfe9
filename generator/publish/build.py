"""Builds the site with MkDocs, as a command of its own so that its settings stay its own."""

from __future__ import annotations

import logging
import os
import subprocess
import sys

import click

from generator.errors import BuildError
from generator.settings import Settings

logger = logging.getLogger(__name__)


def build_site(settings: Settings) -> int:
    """Build the site strictly and return how many warnings MkDocs gave.

    Raises:
        BuildError: MkDocs failed, or warned: strict counts a warning as a failure.
    """
    # -P: what lies in the project's folder is not imported, whatever it is called.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict"]
    # Material's announcement of its successor would drown what concerns this site.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    logger.info("Running %s", " ".join(command))
    done = subprocess.run(
        command, cwd=settings.root, env=environment, capture_output=True, text=True, check=False
    )
    # With --quiet MkDocs would not count warnings, and so not be strict.
    lines = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO")]
    output = "\n".join(lines).strip()
    if output:
        click.echo(output, err=True)
    if done.returncode != 0:
        raise BuildError("mkdocs build", "the site was not built", "mend what is listed above")
    return sum(line.startswith("WARNING") for line in output.splitlines())
