"""`chronology new` and `schema`: what is begun can be read, and nothing is written over."""

import json
import re

import pytest

from generator.cli.schema import SCHEMAS, vscode_files
from tests.cli.support import ENGLISH, entries, generate, run
from tests.conftest import ROOT

pytestmark = pytest.mark.usefixtures("no_package")


def test_an_entry_begins_as_a_draft(project):
    result = run(project, "new", "entry", "A line  is opened", "--date", "2008-03-14")
    path = project / "content/entries/2008-03-14-a-line-is-opened.md"
    assert result.stdout.startswith("Wrote content/entries/2008-03-14-a-line-is-opened.md, a draft\n")
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        '---\ntitle: A line is opened\ndate: "2008-03-14"\nlanguage: en\ndraft: true\n---\n'
    )
    assert run(project, "status").stdout.split()[:2] == ["2008-03-14", "en"]
    again = run(project, "new", "entry", "A line is opened", "--date", "2008-03-14")
    assert (again.exit_code, path.read_text(encoding="utf-8")) == (1, text)
    assert "is there already" in again.stderr


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (["T", "--date", "soon"], "--date: 'soon' is no date; write 2023-12-28"),
        (["T", "--language", "german"], "--language: 'german' is not a language code; write de or en"),
    ],
)
def test_an_entry_that_could_not_be_read_is_not_written(project, options, problem):
    result = run(project, "new", "entry", *options)
    assert result.exit_code == 2
    assert problem in result.stderr
    assert list((project / "content/entries").iterdir()) == []


def test_the_usage_of_what_begins_a_chronology_has_no_gap(project):
    told = run(project, "new", "--example").stderr
    assert " new [OPTIONS] FOLDER\n" in told
    assert " new --help'" in told


def test_a_command_to_type_quotes_what_a_shell_would_take_apart(project):
    assert run(project, "new", "seed", "two words").stdout.endswith("\nchronology generate 'two words.txt'\n")


def test_a_record_is_added_as_by_record_add(project):
    assert run(project, "new", "record", "Harbour Office", "--kind", "body").exit_code == 0
    assert (project / "content/records/harbour-office.md").exists()


def test_a_seed_has_a_form_that_is_filled_in(project):
    assert run(project, "new", "seed", "harbour.txt").exit_code == 0
    seed, sidecar = project / "seeds/harbour.txt", project / "seeds/harbour.yml"
    form = sidecar.read_text(encoding="utf-8")
    assert "# archive_url:  # Where a copy of the page is kept" in form
    seed.write_text(ENGLISH, encoding="utf-8")
    assert generate(project).exit_code == 0
    sidecar.write_text(form.replace("# publisher:", "publisher: The Example"), encoding="utf-8")
    assert generate(project).exit_code == 0
    assert "publisher: The Example" in entries(project)["harbour.txt"].read_text(encoding="utf-8")
    assert run(project, "new", "seed", "harbour").exit_code == 1


@pytest.mark.parametrize("name", ["../a", "a/b", ".txt", "", ".a", "a "])
def test_a_seed_needs_a_name_that_is_one(project, name):
    assert run(project, "new", "seed", name).exit_code == 1


@pytest.mark.parametrize("what", SCHEMAS)
def test_a_schema_is_printed(project, what):
    assert json.loads(run(project, "schema", what).stdout)["type"] == "object"


def test_the_kinds_of_the_settings_are_in_the_schema(project):
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('[tool.chronology.kinds]\nvoyage = { nature = "event" }\n')
    printed = json.loads(run(project, "schema", "record").stdout)
    assert printed["properties"]["kind"]["enum"] == ["voyage"]


def test_vs_code_gets_files_of_its_own_and_ones_own_stay(project):
    assert run(project, "schema").exit_code == 2
    assert run(project, "schema", "--vscode").exit_code == 0
    folder = project / ".vscode"
    assert sorted(path.name for path in folder.rglob("*.json")) == sorted(
        [*vscode_files(), *(f"{name}.json" for name in SCHEMAS)]
    )
    (folder / "settings.json").write_text("{}\n", encoding="utf-8")
    assert "settings.json is yours and stays" in run(project, "schema", "--vscode").stdout
    assert (folder / "settings.json").read_text(encoding="utf-8") == "{}\n"


def test_the_projects_own_schemas_are_up_to_date():
    for name in SCHEMAS:
        written = (ROOT / f".vscode/schemas/{name}.json").read_text(encoding="utf-8")
        assert written == run(ROOT, "schema", name).stdout, "run: chronology schema --vscode"


def test_vs_code_finds_the_problems_that_check_tells():
    at_line, of_file = (one["pattern"] for one in vscode_files()["tasks.json"]["tasks"][0]["problemMatcher"])
    found = re.match(at_line["regexp"], "warning  content/entries/a/b.md:12: sumary is no key; take it out")
    assert found.groups() == ("warning", "content/entries/a/b.md", "12", "sumary is no key; take it out")
    for line in ("note     content/entries/a.md (s3): x: y; z", "error    seeds/a.txt: no entry yet; run it"):
        assert re.match(at_line["regexp"], line) is None
        assert re.match(of_file["regexp"], line)
