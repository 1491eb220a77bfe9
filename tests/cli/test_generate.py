"""`chronology generate` and `build`, as a person uses them."""

import re

import pytest

from tests.cli.support import ENGLISH, GERMAN, entries, files, generate, run, summary

pytestmark = pytest.mark.usefixtures("no_package")


def test_generate_says_what_is_new_then_unchanged_then_changed(seeds):
    first = generate(seeds)
    assert (first.exit_code, summary(first)) == (
        0,
        "Entries: 2 written, 0 unchanged, 0 failed; 0 warnings",
    )
    path = entries(seeds)["en.txt"]
    assert f"new        seeds/en.txt → content/entries/{path.name}" in first.stdout

    before = files(seeds / "content")
    second = generate(seeds)
    assert (second.exit_code, summary(second)) == (
        0,
        "Entries: 0 written, 2 unchanged, 0 failed; 0 warnings",
    )
    assert "→" not in second.stdout
    assert files(seeds / "content") == before

    (seeds / "seeds/en.txt").write_text(ENGLISH.replace("at sea", "in the air"), encoding="utf-8")
    third = generate(seeds)
    assert f"changed    seeds/en.txt → content/entries/{path.name}" in third.stdout
    assert (third.exit_code, summary(third)) == (
        0,
        "Entries: 1 written, 1 unchanged, 0 failed; 0 warnings",
    )
    assert "in the air" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["en.txt", "seeds/en.txt", "/somewhere/seeds/en.txt"])
def test_generate_one_seed_by_name_or_path(seeds, name):
    result = generate(seeds, name)
    assert (result.exit_code, summary(result)) == (
        0,
        "Entries: 1 written, 0 unchanged, 0 failed; 0 warnings",
    )
    assert set(entries(seeds)) == {"en.txt"}


def test_generate_an_unknown_seed_is_named_and_the_known_one_is_done(seeds):
    result = generate(seeds, "gone.txt", "en.txt")
    assert result.exit_code == 1
    assert "seeds/gone.txt: no such seed; put the file into seeds/" in result.stdout
    assert set(entries(seeds)) == {"en.txt"}
    assert summary(result) == "Entries: 1 written, 0 unchanged, 1 failed; 0 warnings"


@pytest.mark.parametrize("more", [[], ["--explain"]])
@pytest.mark.parametrize(("typed", "meant"), [("en", "en.txt"), ("EN.TXT", "en.txt"), ("de.tx", "de.txt")])
def test_a_seed_that_was_probably_meant_is_named(seeds, typed, meant, more):
    result = generate(seeds, *more, typed)
    assert f"seeds/{typed}: no such seed; did you mean {meant}?" in result.output


def test_generate_a_bad_seed_is_named_with_a_remedy_and_the_others_go_on(seeds):
    (seeds / "seeds/bad.txt").write_bytes(b"\x00\x01\x02")
    result = generate(seeds)
    assert result.exit_code == 1
    assert (
        "seeds/bad.txt: holds NUL bytes: binary, or damaged; save the document as UTF-8 text" in result.stdout
    )
    assert set(entries(seeds)) == {"de.txt", "en.txt"}


def test_generate_without_seeds_is_no_failure(project):
    result = generate(project)
    assert (result.exit_code, summary(result)) == (
        0,
        "Entries: 0 written, 0 unchanged, 0 failed; 0 warnings",
    )


def test_generate_without_package_says_how_to_get_it_and_publishes_the_text(seeds):
    result = generate(seeds, "de.txt")
    assert result.exit_code == 0
    assert "run: chronology model install de en" in result.stdout
    text = entries(seeds)["de.txt"].read_text(encoding="utf-8")
    assert "Die Übung dauert" in text
    assert "lang=en" not in text


def test_generate_goes_on_when_the_package_is_out_of_reach(seeds):
    result = run(seeds, "generate")
    assert result.exit_code == 0
    assert "index: is out of reach; no network" in result.stdout
    assert set(entries(seeds)) == {"de.txt", "en.txt"}


def test_explain_gives_a_verdict_on_every_line_and_writes_nothing(seeds):
    before = files(seeds)
    result = generate(seeds, "--explain", "de.txt")
    assert result.exit_code == 0
    assert files(seeds) == before
    title, *rows = result.stdout.splitlines()
    reasons = [row for row in rows if not row[0].isdigit()]
    assert [reason.split()[0] for reason in reasons] == ["title:", "published:"]
    rows = [row for row in rows if row not in reasons]
    verdicts = {int(row.split()[0]): row.split()[1] for row in rows}
    lines = {number: text for number, text in enumerate(GERMAN.split("\n"), start=1) if text.strip()}
    assert verdicts.keys() == lines.keys()
    for row, (number, text) in zip(rows, lines.items(), strict=True):
        assert row.startswith(str(number))
        assert row.endswith(text[:100].rstrip())
    assert verdicts[1] == verdicts[9] == "drop"
    assert verdicts[3] == verdicts[5] == verdicts[7] == "keep"
    kept = list(verdicts.values()).count("keep")
    assert title.startswith("de.txt: ")
    assert f"{len(rows) - kept} dropped" in title


def test_explain_without_name_explains_all(seeds):
    result = generate(seeds, "--explain")
    assert result.exit_code == 0
    assert re.findall(r"^(\w+\.txt): ", result.stdout, re.MULTILINE) == ["de.txt", "en.txt"]


def test_explain_an_unknown_seed_is_refused(seeds):
    result = generate(seeds, "--explain", "gone.txt", "en.txt")
    assert result.exit_code == 1
    assert "seeds/gone.txt: no such seed; put the file into seeds/" in result.output
    assert "en.txt: " in result.stdout


def test_explain_a_bad_seed_does_not_hide_the_others(seeds):
    (seeds / "seeds/bad.txt").write_bytes(b"\x00")
    result = generate(seeds, "--explain")
    assert result.exit_code == 1
    assert "seeds/bad.txt: holds NUL bytes" in result.output
    assert re.findall(r"^(de|en)\.txt: ", result.stdout, re.MULTILINE) == ["de", "en"]


def test_build_generates_first_when_told_to(seeds, monkeypatch):
    seen = []
    monkeypatch.setattr(
        "generator.cli.generate.build_site", lambda settings: seen.append(sorted(entries(settings.root))) or 0
    )
    plain = run(seeds, "build")
    first = run(seeds, "build", "--generate", "--no-download")
    assert seen == [[], ["de.txt", "en.txt"]]
    assert (plain.exit_code, first.exit_code) == (0, 0)
    assert "Entries:" not in plain.stdout
    assert "Entries: 2 written" in first.stdout
    assert f"Site: {seeds / 'site'} (nothing to mend)" in first.stdout


def test_a_clean_build_uses_nothing_that_is_kept(seeds, monkeypatch):
    kept, seen = seeds / ".cache/site.sqlite", []
    monkeypatch.setattr("generator.cli.generate.build_site", lambda _: seen.append(kept.exists()) or 0)
    kept.parent.mkdir(exist_ok=True)
    kept.touch()
    for options in ((), ("--clean",)):
        assert run(seeds, "build", *options).exit_code == 0
    assert seen == [True, False]


def test_a_build_says_first_how_much_there_is_to_do(seeds, monkeypatch):
    monkeypatch.setattr("generator.cli.generate.build_site", lambda _: 0)
    run(seeds, "generate", "--no-download")
    said = "Building the site of 2 entries"
    assert run(seeds, "build").stdout.startswith(f"{said}; each is read anew, its translations are checked\n")
    (seeds / ".cache/site.sqlite").touch()
    assert run(seeds, "build").stdout.startswith(f"{said}\n")
    assert run(seeds, "--quiet", "build").stdout == ""


def test_build_fails_when_a_seed_did_though_the_site_is_there(seeds, monkeypatch):
    monkeypatch.setattr("generator.cli.generate.build_site", lambda _: 0)
    (seeds / "seeds/bad.txt").write_bytes(b"\x00")
    result = run(seeds, "build", "--generate", "--no-download")
    assert result.exit_code == 1
    assert "Site: " in result.stdout
