"""`chronology check --by-engine`: the installed engine reads translations, and changes nothing."""

import json

from tests.cli.support import run
from tests.cli.test_exchange import generate_all
from tests.engines import FakeEngine
from tests.generate.runs import FIRST, SECOND, add_seed, content_of, edit

PERSONS = "The exercise a week and takes place at sea, the ministry says."


def corrected(project):
    add_seed(project, "a.txt", FIRST, SECOND)
    generate_all(project, FakeEngine())
    edit(project, "a.txt", f"\\[en\\] {SECOND}", PERSONS)


def test_a_real_package_reads_what_a_person_wrote(project, german_packages, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(german_packages))
    corrected(project)
    before = content_of(project)
    first = run(project, "check", "--by-engine")
    assert first.exit_code == 0, first.stderr
    assert content_of(project) == before
    kept = project / ".cache/read-by-engine.json"
    assert len(json.loads(kept.read_text(encoding="utf-8"))) == 1
    monkeypatch.setattr("ctranslate2.Translator", None)
    assert run(project, "check", "--by-engine").stdout == first.stdout


def test_without_a_package_it_says_what_to_install(project, monkeypatch, tmp_path):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    corrected(project)
    plain = run(project, "check")
    result = run(project, "check", "--by-engine", "--json")
    assert result.exit_code == 1
    assert "run: chronology model install de en" in [
        issue["remedy"] for issue in json.loads(result.stdout)["issues"]
    ]
    assert "de to en" not in plain.stdout
