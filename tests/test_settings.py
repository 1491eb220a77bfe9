"""Settings: checked as a whole, before anything else happens."""

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.settings import Settings, load_settings


def load(folder: Path, table: str | None) -> Settings:
    if table is not None:
        (folder / "pyproject.toml").write_text(table, encoding="utf-8")
    return load_settings(folder)


def test_what_is_set_is_what_holds(tmp_path):
    settings = load(
        tmp_path,
        '[tool.chronology]\nlanguage = "de"\ntranslate = { en = "de", zh = "de" }\n'
        'pivot = { zh = "en" }\nmax_seed_bytes = 1000\n',
    )
    assert settings == Settings(
        tmp_path, "de", translate={"en": "de", "zh": "de"}, pivot={"zh": "en"}, max_seed_bytes=1000
    )


def test_the_version_of_a_package_can_be_set(tmp_path):
    settings = load(tmp_path, '[tool.chronology]\npackage_versions = {"de-en" = "1.3"}\n')
    assert settings.package_versions == {("de", "en"): "1.3"}


@pytest.mark.parametrize("table", ["", "[tool.chronology]\n", "[tool.other]\nlanguage = 1\n"])
def test_what_is_not_set_has_its_default(tmp_path, table):
    settings = load(tmp_path, table)
    assert settings == Settings(tmp_path)
    assert (settings.language, settings.translate) == ("en", {"de": "en"})
    assert settings.max_seed_bytes == 2_000_000


def test_names_that_want_no_record(tmp_path):
    assert load(tmp_path, '[tool.chronology]\nno_record = ["Xinhua"]\n').no_record == ("Xinhua",)


def test_no_translation_at_all_can_be_set(tmp_path):
    assert load(tmp_path, "[tool.chronology]\ntranslate = {}\n").translate == {}


REFUSED = (
    ('languages = "de"', "unknown setting 'languages'"),
    ('language = "german"', "language 'german' is not a language code"),
    ("language = 3", "language 3 is not a language code"),
    ('language = ["de"]', "language ['de'] is not a language code"),
    ('translate = "de"', "translate must be a table"),
    ('translate = { de = "english" }', "translate: 'english' is not a language code"),
    ("translate = { de = 5 }", "translate: 5 is not a language code"),
    ('translate = { deutsch = "en" }', "translate: 'deutsch' is not a language code"),
    ('pivot = "fr"', "pivot must be a table"),
    ('package_versions = {"de-en" = 1.3}', "package_versions must be a table"),
    ('package_versions = {"de" = "1.3"}', "package_versions must be a table"),
    ('package_versions = {"de-en" = "../1"}', "package_versions must be a table"),
    ("package_versions = 3", "package_versions must be a table"),
    ("pivot = { de = 5 }", "pivot: 5 is not a language code"),
    ('pivot = { zh = "fr" }', "pivot: zh is not in translate"),
    ('pivot = { de = "en" }', "pivot: en is no third language between de and en"),
    ('pivot = { de = "de" }', "pivot: de is no third language between de and en"),
    ("max_seed_bytes = 0", "max_seed_bytes must be a number of bytes above 0"),
    ("max_seed_bytes = -1", "max_seed_bytes must be a number of bytes above 0"),
    ("max_seed_bytes = true", "max_seed_bytes must be a number of bytes above 0"),
    ('language = "fr"', "language: pages have no words in 'fr' yet, they have in de and en"),
    ("editions = { fr = {} }", "editions: pages have no words in 'fr' yet, they have in de and en"),
    ('max_seed_bytes = "2 MB"', "max_seed_bytes must be a number of bytes above 0"),
    ("max_seed_bytes = 2.5", "max_seed_bytes must be a number of bytes above 0"),
    ('no_record = "Xinhua"', "no_record must be a list of names"),
    ('no_record = ["Xinhua", 3]', "no_record must be a list of names"),
)


@pytest.mark.parametrize(("line", "problem"), REFUSED)
def test_a_setting_that_can_not_be_used_is_refused_with_its_name(tmp_path, line, problem):
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, f"[tool.chronology]\n{line}\n")
    assert problem in caught.value.problem
    assert str(tmp_path / "pyproject.toml") in caught.value.place
    assert ("max_seed_bytes" in caught.value.remedy) == ("unknown" in caught.value.problem)


def test_all_problems_are_listed_at_once(tmp_path):
    with pytest.raises(SettingsError) as caught:
        load(
            tmp_path,
            '[tool.chronology]\nspeed = 1\nlanguage = "xx"\ntranslate = { a = "b" }\nmax_seed_bytes = 0\n',
        )
    for part in ("'speed'", "'xx'", "'a'", "'b'", "max_seed_bytes"):
        assert part in caught.value.problem


@pytest.mark.parametrize("table", ["tool.chronology = 3\n", "tool.chronology = []\n"])
def test_a_table_that_is_none_is_refused(tmp_path, table):
    with pytest.raises(SettingsError):
        load(tmp_path, table)


def test_no_settings_file_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(SettingsError, match=r"no pyproject\.toml here; run the command in"):
        load(tmp_path, None)


BROKEN = (
    (
        b"[tool.chronology\n",
        ":1: not valid TOML (Expected ']' at the end of a table declaration); mend the line: [tool",
    ),
    (b"\n[tool.chronology]]\n", ":2: a bracket too many: ]; take it out"),
    (b'a = ["x"]]\n', ":1: a bracket too many: ]; take it out"),
    (b'a = "de\nb = 1\n', ":1: a quotation mark is opened here and not closed; close it"),
    (b"a = de\n", ':1: de lacks a quotation mark on either side; write "de"'),
    (b'a = de" # it\n', ':1: de lacks a quotation mark on either side; write "de"'),
    (b"a =\n", ":1: not valid TOML (Invalid value); mend the line: a ="),
    (b"a = 1\nb = 1\na = 2\n", ":3: 'a' is given twice; keep one"),
    (b"[t]\n[u]\n[t]\n", ":3: 't' is given twice; keep one"),
    (b"a = { x = 1, x = 2 }\n", ":1: 'x' is given twice; keep one"),
    (b"a = [\n1\n]\na = [\n1\n]\n", ":6: a key is given twice; keep one"),
    (b"a = 'de\n\n", """:1: not valid TOML (Expected "'"); mend the line: a = 'de"""),
    (b"x = \xff\n", ": can't be read ("),
)


@pytest.mark.parametrize(("data", "told"), BROKEN)
def test_a_broken_settings_file_is_refused_with_its_line(tmp_path, data, told):
    (tmp_path / "pyproject.toml").write_bytes(data)
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path)
    assert f"pyproject.toml{told}" in str(caught.value)
    assert caught.value.exit_code == 2


def test_loading_creates_nothing(tmp_path):
    settings = load(tmp_path, "[tool.chronology]\n")
    assert [path.name for path in tmp_path.iterdir()] == ["pyproject.toml"]
    folders = (settings.seeds, settings.content, settings.site, settings.cache)
    assert [path.relative_to(tmp_path).as_posix() for path in folders] == [
        "seeds",
        "content",
        "site",
        ".cache",
    ]


def test_a_pivot_needs_two_packages_and_anything_else_one(tmp_path):
    settings = load(
        tmp_path, '[tool.chronology]\ntranslate = { de = "en", zh = "en" }\npivot = { de = "fr" }\n'
    )
    assert settings.packages_for("de") == (("de", "fr"), ("fr", "en"))
    assert settings.packages_for("zh") == (("zh", "en"),)
    assert settings.packages_for("es") == (("es", "en"),)
