"""`chronology status` and `check`, as a person uses them."""

import json

import pytest

from tests.cli.support import entries, generate, run

pytestmark = pytest.mark.usefixtures("no_package")


def test_status_is_a_line_for_each_entry_in_order_of_date(seeds):
    generate(seeds)
    (seeds / "content/entries/hand.md").write_text(
        "---\ntitle: T\ndate: '1999'\nlanguage: en\nkind: article\nsource: {seed: h.txt, sha256: x}\n---\n\n"
        "One.\n{: #s1 lang=en }\n",
        encoding="utf-8",
    )
    result = run(seeds, "status")
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[0] == ["1999", "en", "none", "needed", "h.txt", "hand"]
    by_seed = {row[-2]: row for row in rows[:3]}
    assert by_seed["de.txt"][:3] == ["2023-12-28", "de", "missing"]
    assert by_seed["en.txt"][:4] == ["2023-12-28", "en", "none", "needed"]
    assert [row[-1] for row in rows[1:3]] == sorted(
        entries(seeds)[name].stem for name in ("de.txt", "en.txt")
    )
    assert "run chronology model install de en, then chronology generate" in result.stdout.splitlines()[4]
    assert result.stdout.splitlines()[3] == "Translations of segments: 2 missing"


def test_status_of_an_empty_project_says_how_to_begin(project):
    result = run(project, "status")
    assert (result.exit_code, result.stdout) == (
        0,
        "No entries yet: put texts into seeds/, run chronology generate\n",
    )


def test_status_lists_an_undated_entry_as_such_and_last(project):
    for name, date in (("a", ""), ("b", "date: '2023'\n")):
        (project / f"content/entries/{name}.md").write_text(
            f"---\ntitle: T\n{date}language: en\nkind: article\n"
            f"source: {{seed: {name}.txt, sha256: x}}\n---\n\nOne.\n",
            encoding="utf-8",
        )
    rows = run(project, "status").stdout.splitlines()
    assert [row.split()[0] for row in rows] == ["2023", "undated"]


def test_status_with_a_file_that_can_not_be_used_lists_the_others_and_fails(seeds):
    generate(seeds, "en.txt")
    (seeds / "content/entries/broken.md").write_text("no header\n", encoding="utf-8")
    result = run(seeds, "status")
    assert result.exit_code == 1
    assert "en.txt" in result.stdout
    assert "content/entries/broken.md: no front matter" in result.stderr


def test_status_with_a_paragraph_in_a_language_its_entry_is_not_in(project):
    """An editor quotes the German original in an English entry."""
    (project / "content/entries/a.md").write_text(
        "---\ntitle: T\ndate: '2023'\nlanguage: en\nkind: article\nsource: {seed: a.txt, sha256: x}\n---\n\n"
        "One.\n{: #s1 lang=en }\n\nZwei.\n{: #s2 lang=de }\n",
        encoding="utf-8",
    )
    result = run(project, "status")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].split() == ["2023", "en", "missing", "a.txt", "a"]
    assert "model install en en" not in result.stdout


def test_check_lists_issues_and_counts_them(seeds):
    result = run(seeds, "check")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "warning  seeds/de.txt: no entry yet; run chronology generate",
        "warning  seeds/en.txt: no entry yet; run chronology generate",
        "2 to look at, 0 of them errors",
    ]


def test_check_fails_on_an_error(seeds):
    generate(seeds, "en.txt")
    path = entries(seeds)["en.txt"]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n---\n", "\nrelated: [gone]\n---\n", 1), encoding="utf-8")
    result = run(seeds, "check")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"error    content/entries/{path.name}: related: there is no gone;")
    assert result.stdout.splitlines()[-1].endswith(", 1 of them errors")


def test_check_as_json(seeds):
    result = run(seeds, "check", "--json")
    held = json.loads(result.stdout)
    assert (held["errors"], held["warnings"], held["notes"]) == (0, 2, 0)
    assert held["issues"][0] == {
        "severity": "warning",
        "file": "seeds/de.txt",
        "line": None,
        "place": "seeds/de.txt",
        "problem": "no entry yet",
        "remedy": "run chronology generate",
    }


@pytest.mark.parametrize("form", [(), ("--json",), ("--github",)])
def test_strict_fails_for_a_warning_and_no_less(seeds, form):
    assert run(seeds, "check", "--strict", *form).exit_code == 1
    assert run(seeds, "check", *form).exit_code == 0


def test_check_marks_lines_in_a_workflow(seeds):
    assert run(seeds, "check", "--github").stdout.splitlines()[0] == (
        "::warning file=seeds/de.txt::seeds/de.txt: no entry yet; run chronology generate"
    )


def test_status_as_json(unfinished):
    held = json.loads(run(unfinished, "status", "--json").stdout)
    assert [one["date"] for one in held["entries"]] == ["2023", None]
    assert held["entries"][0] == {
        "file": "content/entries/de.md",
        "title": "T",
        "date": "2023",
        "language": "de",
        "translation": "edited",
        "paragraphs": {"edited": 1},
        "seed": "de.txt",
        "draft": False,
    }
    assert held["paragraphs"] == {"missing": 1, "edited": 1}
    assert held["issues"] == held["to_decide"] == held["outdated"] == []


def test_what_is_needed_as_json(unfinished):
    held = json.loads(run(unfinished, "status", "--needs", "review", "--json").stdout)
    assert held == {
        "entries": 2,
        "needs": [
            {"need": "review", "file": "content/entries/de.md", "line": 9, "what": "not reviewed: 1 edited"}
        ],
    }


def test_check_of_an_empty_project_finds_nothing(project):
    result = run(project, "check")
    assert (result.exit_code, result.stdout) == (0, "0 to look at, 0 of them errors\n")


NEEDED = {
    "decision": [],
    "translation": ["en.md:10: translation: no translation (§1)"],
    "date": ["en.md:1: date: not dated"],
    "record": [],
    "review": ["de.md:9: review: not reviewed: 1 edited"],
}


@pytest.fixture
def unfinished(project):
    source = "language: {}\nkind: article\nsource: {{seed: {}.txt, sha256: x}}\n---\n\n"
    german = "title: T\ndate: '2023'\n" + source.format("de", "de")
    (project / "content/entries/de.md").write_text(
        f"---\n{german}Eins.\n{{: #s1 lang=de }}\n\nOne.\n{{: lang=en }}\n", encoding="utf-8"
    )
    undated = "title: T\nsummary: S\n" + source.format("de", "en")
    (project / "content/entries/en.md").write_text(
        f"---\n{undated}\nZwei.\n{{: #s1 lang=de }}\n", encoding="utf-8"
    )
    return project


@pytest.mark.parametrize("need", NEEDED)
def test_status_lists_what_needs_something_with_the_line_to_open(unfinished, need):
    result = run(unfinished, "status", "--needs", need)
    *lines, last = result.stdout.splitlines()
    assert lines == [f"content/entries/{line}" for line in NEEDED[need]]
    assert last == f"{len(lines)} of 2 entries need {need}"


def test_status_of_several_needs(unfinished):
    result = run(unfinished, "status", "--needs", "review", "--needs", "date")
    assert result.stdout.splitlines()[-1] == "2 of 2 entries need date or review"
    assert run(unfinished, "status", "--needs", "sleep").exit_code == 2


@pytest.mark.parametrize("text", ["", " \r\n\ufeff\n"])
def test_check_says_that_a_seed_is_empty(seeds, text):
    (seeds / "seeds/nothing.txt").write_text(text, encoding="utf-8")
    result = run(seeds, "check")
    said = result.stderr + result.stdout
    assert "seeds/nothing.txt: empty; put the document's text in it" in said
    assert "seeds/nothing.txt: no entry yet" not in said
    assert result.exit_code == 1


REFUSED = {
    "large.txt": (b"word " * 1_100_000, "5.5 MB, more than the"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "holds NUL bytes: binary, or damaged"),
    "letter.docx": (b"PK\x03\x04", "is neither a .txt nor an .html file"),
    "folder": (None, "is a folder, not a file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_check_says_why_generate_refuses_a_seed(seeds, name):
    data, problem = REFUSED[name]
    path = seeds / "seeds" / name
    path.mkdir() if data is None else path.write_bytes(data)
    result = run(seeds, "check")
    assert f"error    seeds/{name}: {problem}" in result.stdout
    assert f"seeds/{name}: no entry yet" not in result.stdout
    assert "seeds/de.txt: no entry yet" in result.stdout
    assert result.exit_code == 1
    assert f"seeds/{name}: {problem}" in run(seeds, "generate", name).output


def test_check_says_that_a_seed_has_changed(seeds):
    generate(seeds)
    assert "has changed since" not in run(seeds, "check").output
    path = seeds / "seeds/de.txt"
    path.write_text(path.read_text("utf-8") + "\nNoch ein Satz.\n", "utf-8")
    told = "seeds/de.txt: has changed since its entry was made; run chronology generate"
    assert told in run(seeds, "check").output
    generate(seeds)
    assert "has changed since" not in run(seeds, "check").output


@pytest.mark.parametrize(
    ("sidecar", "text", "line"),
    [
        ("en.yml", "title: 'open\n", ":1: not valid YAML (a quotation mark is opened here and not closed)"),
        (
            "en.yml",
            "publsher: X\n",
            ":1: publsher is not a known key (did you mean publisher?); m",
        ),
        ("en.yml", "url:\n- a\n- b\n", ":1: url must be a text; mend it"),
        ("en.yml", "- a\n", ": not a list of `key: value` lines; write one"),
        (
            "en.yml",
            "title: X\nurl: not an address\n",
            ":2: url is no web address: 'not an address' (write https",
        ),
        ("en.yml", "archive_url: javascript:alert(1)\n", ":1: archive_url is no web address: 'javascript:"),
        ("en.txt.yml", "title: X\n", ": a sidecar without a seed: what it says is not read; call it en.yml"),
        ("en.YML", "title: X\n", ": a sidecar without a seed: what it says is not read; call it en.yml"),
        ("EN.yaml", "title: X\n", ": a sidecar without a seed: what it says is not read; call it en.yml"),
        (
            "gone.yml",
            "title: X\n",
            ": a sidecar without a seed: what it says is not read; put its seed",
        ),
    ],
)
def test_check_names_a_sidecar_that_is_not_read_in_a_line(seeds, sidecar, text, line):
    generate(seeds)
    (seeds / "seeds" / sidecar).write_text(text, encoding="utf-8")
    result = run(seeds, "check")
    assert result.exit_code == 1
    (told,) = [said for said in result.output.splitlines() if said.startswith("error")]
    assert told.startswith(f"error    seeds/{sidecar}{line}")


def test_check_says_nothing_of_sidecars_that_are_read(seeds):
    (seeds / "seeds/en.yml").write_text("title: X\n", encoding="utf-8")
    generate(seeds)
    assert "seeds/" not in run(seeds, "check").output


def test_check_names_a_site_that_can_not_be_built(project):
    (project / "mkdocs.yml").write_text("site_name: X\nplugins: [search]\n")
    result = run(project, "check")
    assert result.exit_code == 1
    assert "mkdocs.yml: the plugin chronology is missing; add it" in result.output
