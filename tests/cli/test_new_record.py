"""`chronology new record`: one command from a suggestion of `check` to a record that is linked."""

import shlex
from pathlib import Path

import pytest

from generator.content.library import load_records
from generator.content.new_record import LONGEST
from generator.names.index import NameIndex
from generator.topic import Topic
from tests.cli.support import run

ENTRY = """---
title: A text
date: "2023"
date_evidence: [{{gives: "2023", quote: "2023"}}]
language: {language}
kind: article
source: {{seed: {seed}, sha256: x}}
---

{text}
{{: #s1 lang={language} }}
"""


def write_entries(project: Path, *texts: str, language: str = "en") -> None:
    for number, text in enumerate(texts):
        name = f"{language}{number}"
        (project / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
        (project / "content/entries" / f"{name}.md").write_text(
            ENTRY.format(language=language, seed=f"{name}.txt", text=text), encoding="utf-8"
        )


def records(project: Path) -> dict[str, str]:
    """Text by file name."""
    return {path.name: path.read_text("utf-8") for path in (project / "content/records").iterdir()}


def suggestions(project: Path) -> list[str]:
    return [line for line in run(project, "check").stdout.splitlines() if "has no record" in line]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("said Russian President Vladimir Putin there", "Vladimir Putin"),
        ("in the Shanghai Cooperation Organisation (SCO) now", "Shanghai Cooperation Organisation"),
        ("in the People's Liberation Army, an army of the people", "People's Liberation Army"),
        ('the drill "Joint Sea 2021" ended', "Joint Sea 2021"),
        ("joined ZAPAD /INTERACTION-2021 there", "ZAPAD /INTERACTION-2021"),
        ("and NATO members", "NATO"),
        ("said Recep Tayyip Erdoğan there", "Recep Tayyip Erdoğan"),
    ],
)
def test_a_suggestion_is_accepted_with_the_command_it_names(project, text, name):
    write_entries(project, text, text, text)
    (line,) = suggestions(project)
    program, *arguments = shlex.split(line.partition("run: ")[2].partition(" (or")[0])
    assert (program, arguments[:3]) == ("chronology", ["new", "record", name])
    if arguments[3:]:
        assert arguments[3:] == ["--kind", "KIND"]
        refused = run(project, *arguments[:3])
        assert refused.exit_code != 0
        assert "say it: --kind with one of person, body," in refused.stderr
        arguments[4] = "person"

    assert run(project, *arguments).exit_code == 0
    assert suggestions(project) == []
    loaded, broken = load_records(project / "content", Topic())
    assert broken == {}
    ((slug, record),) = loaded.items()
    assert name in record.names.values()
    assert slug in [found.record for found in NameIndex(loaded).find(text)]


def test_what_is_written(project):
    texts = (
        "in the Shanghai Cooperation Organization (SCO) now",
        "in the Shanghai Cooperation Organisation.",
    )
    write_entries(project, *texts, "and SCO members")
    result = run(project, "new", "record", "Shanghai Cooperation Organization")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "Wrote content/records/shanghai-cooperation-organization.md (body, guessed: by “Organization”);"
            " 3 entries name it",
            "Next: complete its sentence, check its kind and names, then run chronology check",
        ],
    )
    assert records(project) == {
        "shanghai-cooperation-organization.md": "---\n"
        "kind: body\n"
        "name:\n"
        "  en: Shanghai Cooperation Organization\n"
        "aliases:\n"
        "  - Shanghai Cooperation Organisation\n"
        "  - SCO\n"
        "---\n\n"
        "Organisation named in these sources.\n"
    }


def test_kind_and_german_name_as_given(project):
    result = run(project, "new", "record", "Sergei Shoigu", "--kind", "person", "--de", "Sergei Schoigu")
    assert result.exit_code == 0
    assert "(person); 0 entries name it" in result.stdout
    assert records(project) == {
        "sergei-shoigu.md": "---\nkind: person\nname:\n  en: Sergei Shoigu\n  de: Sergei Schoigu\n---\n\n"
        "Person named in these sources.\n"
    }


def test_a_name_that_is_another_in_every_language_is_a_spelling(project):
    result = run(
        project, "new", "record", "Beijing", "--kind", "place", "--de", "Peking", "--en", "Peking City"
    )
    assert result.exit_code == 0
    header = "kind: place\nname:\n  en: Peking City\n  de: Peking\naliases:\n  - Beijing\n"
    assert records(project) == {"peking-city.md": f"---\n{header}---\n\nPlace named in these sources.\n"}


@pytest.mark.parametrize(
    ("text", "language", "name", "header"),
    [
        (
            "said President Xi Jinping there",
            "en",
            "Xi Jinping",
            "name:\n  en: Xi Jinping\n  de: Xi Jinping\n",
        ),
        ("and NATO members", "en", "NATO", "name:\n  en: NATO\n  de: NATO\n"),
        ("im Forum „Große Frage 2021“ dort", "de", "Große Frage 2021", "kind: event\n"),
        (
            "at the Munich Conference now, a conference",
            "en",
            "Munich Conference",
            "name:\n  en: Munich Conference\n---\n",
        ),
    ],
)
def test_a_name_in_another_language_is_only_given_where_it_is_alike(project, text, language, name, header):
    write_entries(project, text, text, language=language)
    assert run(project, "new", "record", name).exit_code == 0
    (written,) = records(project).values()
    assert header in written


@pytest.mark.parametrize(
    "name",
    [
        'a: b "c"',
        "no",
        "null",
        "~",
        "[x]",
        "- x",
        "{x: y}",
        "#x",
        "Yes & No",
        "O'Higgins",
        "äöü ß",
        "习近平",
        "1",
    ],
)
def test_any_name_can_be_read_again(project, name):
    result = run(project, "new", "record", "--kind", "body", "--", name)
    assert result.exit_code == (1 if name == "~" else 0)
    loaded, broken = load_records(project / "content", Topic())
    assert broken == {}
    assert [record.names["en"] for record in loaded.values()] == [name][: 1 - result.exit_code]


def test_spaces_are_put_right_and_umlauts_spelt_out_in_the_file_name(project):
    assert run(project, "new", "record", "  Große   Übung ", "--kind", "event").exit_code == 0
    assert list(records(project)) == ["grosse-uebung.md"]


REFUSED = (
    ("", "the name: is empty; write a name"),
    ("  ", "the name: is empty; write a name"),
    ("---", "the name: '---' has no letters; write a name"),
    ("Xi\nJinping", "the name: holds control characters or invisible ones; type it anew"),
    ("Xi\x1b[31m", "the name: holds control characters or invisible ones; type it anew"),
    ("Xi\u202eJinping", "the name: holds control characters or invisible ones; type it anew"),
    ("Xi\u200bJinping", "the name: holds control characters or invisible ones; type it anew"),
    ("Xi\udcffJinping", "the name: holds control characters or invisible ones; type it anew"),
    ("Index", "the name: 'Index' makes no file name; write content/records/<name>.md yourself"),
    (
        "x" * (LONGEST + 1),
        f"the name: is longer than {LONGEST} characters; write a shorter one; add an alias",
    ),
)


@pytest.mark.parametrize(("name", "message"), REFUSED)
def test_an_odd_name_is_refused_in_one_line(project, name, message):
    for arguments in ([name], ["Good Name", "--de", name]):
        result = run(project, "new", "record", *(["--", name] if arguments == [name] else arguments))
        if arguments[0] == "Good Name" and name == "Index":
            continue
        assert (result.exit_code, result.stderr) == (1, f"error: {message}\n")
        assert records(project) == {}


def test_a_record_that_is_there_is_refused_and_left_alone(project):
    place = project / "content/records/putin.md"
    place.write_text(
        "---\nkind: person\nname: {en: Vladimir Putin}\naliases: [Wladimir Putin]\n"
        "short_names: [the president]\ncontext: [Russia]\n---\n\nMine.\n",
        encoding="utf-8",
    )
    before = records(project)
    for name in ("Vladimir Putin", "VLADIMIR PUTIN", "Wladimir Putin", "The President"):
        result = run(project, "new", "record", name)
        assert (result.exit_code, result.stderr) == (
            1,
            f'error: content/records/putin.md: is the record of "{name}"; edit that file instead\n',
        )
    german = run(project, "new", "record", "V. V. Putin", "--de", "Wladimir Putin")
    assert "putin.md: is the record of" in german.stderr
    assert records(project) == before


@pytest.mark.parametrize("text", ["---\nkind: person\nname: {en: Somebody}\n---\n\nMine.\n", "broken"])
def test_a_file_that_is_there_is_refused_and_left_alone(project, text):
    (project / "content/records/xi-jinping.md").write_text(text, encoding="utf-8")
    result = run(project, "new", "record", "Xi Jinping", "--kind", "person")
    assert (result.exit_code, result.stderr) == (
        1,
        "error: content/records/xi-jinping.md: is there already;"
        " edit it, or give the other record another file name\n",
    )
    assert records(project) == {"xi-jinping.md": text}


def test_a_spelling_of_another_record_is_no_alias(project):
    (project / "content/records/sco.md").write_text(
        "---\nkind: body\nname: {en: SCO}\n---\n\nMine.\n", encoding="utf-8"
    )
    write_entries(project, "in the Shanghai Cooperation Organization (SCO) now")
    assert run(project, "new", "record", "Shanghai Cooperation Organization").exit_code == 0
    assert "aliases" not in records(project)["shanghai-cooperation-organization.md"]


def test_a_name_that_wants_no_record_is_not_suggested(project):
    text = "said Xi Jinping there"
    write_entries(project, text, text, text)
    assert len(suggestions(project)) == 1
    (project / "pyproject.toml").write_text(
        '[tool.chronology]\nno_record = ["Xi Jinping"]\n', encoding="utf-8"
    )
    assert suggestions(project) == []


def test_a_suggestion_is_no_error(project):
    write_entries(project, *["said Xi Jinping there"] * 3)
    result = run(project, "check")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "1 to look at, 0 of them errors"


def test_a_folder_that_can_not_be_written_is_exit_code_4(project):
    (project / "content/records").rmdir()
    (project / "content/records").write_text("in the way", encoding="utf-8")
    result = run(project, "new", "record", "Xi Jinping", "--kind", "person")
    assert result.exit_code == 4
    assert result.stderr.startswith("error: ")


def test_on_a_german_site_names_and_words_are_german_and_who_names_it_is_counted_as_the_site_does(project):
    settings = project / "pyproject.toml"
    settings.write_text('[tool.chronology]\nlanguage = "de"\ntranslate = {en = "de"}\n', encoding="utf-8")
    # A word before a name may be taken for a part of it.
    write_entries(project, "Der Ingenieur Karl Wesseloh sprach.", language="de")
    added = run(project, "new", "record", "Karl Wesseloh", "--kind", "person")
    assert "karl-wesseloh.md (person); 1 entry names it" in added.stdout
    run(project, "new", "record", "Südbahnhof", "--kind", "place", "--en", "South Station")
    run(project, "new", "record", "Werftpark", "--kind", "place")
    assert records(project) == {
        "karl-wesseloh.md": "---\nkind: person\nname:\n  en: Karl Wesseloh\n  de: Karl Wesseloh\n---\n\n"
        "Person, in diesen Quellen genannt.\n",
        "suedbahnhof.md": "---\nkind: place\nname:\n  de: Südbahnhof\n  en: South Station\n---\n\n"
        "Ort, in diesen Quellen genannt.\n",
        "werftpark.md": "---\nkind: place\nname:\n  de: Werftpark\n---\n\nOrt, in diesen Quellen genannt.\n",
    }
