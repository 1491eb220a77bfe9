"""Seeds that no stage expects: each is named, or read, and the others are."""

import os

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from tests.integration.support import entries_by_seed, generate_here, make_project

TEXT = """Quay {n} closed

Sandwick, Sept. 3, 2021 -- The office closed quay {n} on Friday, the spokesman said to reporters.

He said that divers had found cracks and that the quay would be repaired.
"""


@pytest.fixture
def project(tmp_path):
    project = make_project(tmp_path / "project")
    (project / "seeds/good.txt").write_text(TEXT.format(n=1))
    return project


def test_a_name_that_is_no_text_is_told(project):
    odd = os.fsencode(project / "seeds") + b"/a\xe4b.txt"
    try:
        with open(odd, "w") as file:  # noqa: PTH123 - a name of bytes
            file.write(TEXT.format(n=2))
    except OSError:
        pytest.skip("no such names here")
    done = generate_here(project)
    assert done.exit_code == 1
    assert "b.txt: its name can't be read in this locale; rename it, or set LC_ALL=C.UTF-8" in done.output
    checked = CliRunner().invoke(main, ["--project", str(project), "check"])
    assert "the program failed" not in checked.output
    assert set(entries_by_seed(project)) == {"good.txt"}


def test_a_link_to_what_can_not_be_read_stops_nothing(project):
    """Reading it to compare it with others failed, or waited for ever."""
    (project / "seeds/memory.txt").symlink_to("/proc/self/mem")
    done = generate_here(project)
    assert done.exit_code == 1
    assert "seeds/memory.txt: leads out of seeds/" in done.output
    assert set(entries_by_seed(project)) == {"good.txt"}


@pytest.mark.parametrize("address", ["http://[::1", "http://[bad]/"])
def test_an_address_that_is_none_says_nothing_of_the_publisher(project, address):
    (project / "seeds/good.yml").write_text(f"url: '{address}'\n")
    done = generate_here(project)
    assert "the program failed" not in done.output


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"])
def test_a_declared_codec_that_is_no_encoding_is_passed_over(project, name):
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.format(n=3).splitlines() if line)
    page = f"<html><head><meta charset={name}></head><body>\xfc {paragraphs}\\u0041</body></html>"
    (project / "seeds/page.html").write_bytes(page.encode("latin-1"))
    done = generate_here(project)
    assert "the program failed" not in done.output
    assert "page.html" in entries_by_seed(project)
