"""`chronology model`: what is said, what is there afterwards, and the exit code."""

import click
import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.content.lock import writing_into
from generator.translate.packages import find_package
from tests.packages import (
    FILE,
    NAME,
    installed,
    metadata,
    model_bytes,
    names,
    pin,
    tokenizer_bytes,
    write_package,
)


def model(project, *arguments, **options):
    result = CliRunner().invoke(main, ["--project", str(project), "model", *arguments], **options)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def settings(project, text):
    (project / "pyproject.toml").write_text(f"[tool.chronology]\n{text}\n", encoding="utf-8")


@pytest.fixture
def french(project):
    settings(project, 'translate = { fr = "en" }')
    return project


# list


def test_list_of_nothing_says_what_is_missing_and_how_to_get_it(project, folder):
    settings(project, 'translate = { de = "en", en = "de", fr = "fr" }')
    result = model(project, "list")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            f"Packages in {folder}",
            "none",
            "missing: de en, to translate de to en; run chronology model install de en",
            "missing: en de, to translate en to de; run chronology model install en de",
        ],
    )
    assert not folder.exists()


def test_list_names_both_packages_of_a_pivot(project):
    settings(project, 'translate = { de = "en" }\npivot = { de = "fr" }')
    assert model(project, "list").stdout.splitlines()[2:] == [
        "missing: de fr, to translate de to en; run chronology model install de fr",
        "missing: fr en, to translate de to en; run chronology model install fr en",
    ]


def test_list_tells_what_is_known_of_each_package(french, folder, tmp_path, site, monkeypatch):
    path = write_package(tmp_path / FILE, meta=metadata())
    pin(site, monkeypatch, path)
    model(french, "install", "--from", str(path))
    model(french, "install", "--from", str(write_package(tmp_path / "es", meta=metadata("es"))))
    model(french, "install", "--from", str(write_package(tmp_path / "it", meta=metadata("it"))))
    (folder / "translate-it_en-1_0/model/model.bin").write_bytes(b"other")
    installed(folder, "old", meta=metadata(version="0.9"))
    installed(folder, "half", meta=metadata("pt"), files={"bpe.model": b""})
    installed(tmp_path, "elsewhere", meta=metadata("nl"))
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    result = model(french, "list")
    assert result.exit_code == 0
    rows = [" ".join(row.split()) for row in result.stdout.splitlines()[1:]]
    theirs = "installed by another program, not verified"
    assert rows == [
        f"es en 1.0 0 MB as installed {folder}/translate-es_en-1_0",
        f"fr en 0.9 0 MB {theirs}; not used, a newer version is there {folder}/old",
        f"fr en 1.0 0 MB verified {folder}/translate-fr_en-1_0",
        "it en 1.0 0 MB changed since it was installed (model/model.bin): run chronology model install it en "
        f"{folder}/translate-it_en-1_0",
        f"nl en 1.0 0 MB {theirs}; a link to {tmp_path}/elsewhere {folder}/link",
        f"broken: {folder}/half: can't be used (it has no model/model.bin, or no tokenizer "
        "(sentencepiece.model, bpe.model, source.spm)); delete the folder, then install the package again",
    ]


def test_list_available_reads_the_index(french, folder, index):
    link = "https://index.example/x"
    index([*(metadata("es", version=one, links=[link]) for one in ("1.0", "1.2", "1.1"))])
    installed(folder, "x", meta=metadata("es", version="1.2"))
    settings = french / "pyproject.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\npackage_versions = {{"es-en" = "1.0"}}\n', "utf-8")
    result = model(french, "list", "--available")
    assert result.exit_code == 0
    rows = [" ".join(row.split()) for row in result.stdout.split("Available\n")[1].splitlines()]
    assert rows == [
        "de en 1.3 151 MB hash known",
        "es en 1.2 size unknown hash not known installed",
        "es en 1.1 size unknown hash not known",
        "es en 1.0 size unknown hash not known the settings ask for it",
        "zh en 1.9 74 MB hash known",
    ]


def test_list_available_without_network_still_lists_what_is_installed(french, closed_port, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{closed_port}/")
    result = model(french, "list", "--available")
    assert result.exit_code == 5
    assert "missing: fr en" in result.stdout
    assert "is out of reach (no connection); no network: copy" in result.stderr


# install


@pytest.mark.parametrize("words", [["fr", "en"], ["fr-en"], ["fr_en"]])
def test_install_takes_the_pair_in_three_ways(french, folder, tmp_path, site, monkeypatch, words):
    pin(site, monkeypatch, write_package(tmp_path / "x", meta=metadata()))
    result = model(french, "install", *words)
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            f"Fetching {NAME} (size unknown) from {site.url}/{FILE}",
            "Installed translate-fr_en 1.0 (SHA-256 verified); now run: chronology generate",
        ],
    )
    assert names(folder) == [NAME]


def test_install_of_what_is_there_asks_no_network(french, tmp_path, closed_port, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", f"{closed_port}/")
    model(french, "install", "--from", str(write_package(tmp_path / "x", meta=metadata())))
    result = model(french, "install", "fr", "en")
    assert result.exit_code == 0
    assert "The package for fr to en is installed already" in result.stdout
    assert "chronology model remove fr en, then install" in result.stdout


def test_two_do_not_fetch_into_one_file(french, folder, tmp_path, site, monkeypatch):
    pin(site, monkeypatch, write_package(tmp_path / "x", meta=metadata()))
    monkeypatch.setattr("generator.content.lock.ATTEMPTS", 1)
    with writing_into(tmp_path / "cache/argos-translate/downloads"):
        result = model(french, "install", "fr", "en")
    assert result.exit_code != 0
    assert "another chronology command is writing there" in result.stderr
    assert names(folder) == []


def test_install_from_a_file_reads_the_pair_from_it(french, tmp_path):
    result = model(french, "install", "--from", str(write_package(tmp_path / "x", meta=metadata())))
    assert result.exit_code == 0
    assert "Installed translate-fr_en 1.0 (its form checked, its hash not known)" in result.stdout
    assert find_package("fr", "en")


def test_install_from_a_file_for_another_pair_is_refused(french, folder, tmp_path):
    result = model(french, "install", "de-en", "--from", str(write_package(tmp_path / "x", meta=metadata())))
    assert result.exit_code == 5
    assert "translates fr to en, not de to en" in result.stderr
    assert names(folder) == []


def test_install_without_network_says_what_to_do(french, tmp_path, site, monkeypatch):
    pin(site, monkeypatch, write_package(tmp_path / "x", meta=metadata()))
    site.status = 503
    result = model(french, "install", "fr", "en")
    assert result.exit_code == 5
    assert (
        f"no network: copy {FILE} here and run chronology model install fr en --from {FILE}" in result.stderr
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["install"],
        ["install", "de"],
        ["install", "de", "en", "fr"],
        ["install", "german", "en"],
        ["install", "de-en-fr"],
        ["install", "../x"],
        ["remove"],
        ["remove", "de"],
        ["remove", "../../x"],
    ],
)
def test_what_is_no_pair_is_exit_code_2(french, arguments):
    assert model(french, *arguments).exit_code == 2


# remove


@pytest.fixture
def terminal(monkeypatch):
    """Somebody is there to answer."""
    monkeypatch.setattr("generator.cli.models._can_answer", lambda: True)


@pytest.fixture
def there(folder):
    """Two versions of French, and Spanish."""
    installed(folder, "a", meta=metadata())
    installed(folder, "b", meta=metadata(version="1.1"))
    installed(folder, "c", meta=metadata("es"))
    return folder


def test_remove_says_what_it_removed_and_leaves_the_rest(french, there):
    result = model(french, "remove", "fr-en", "--yes")
    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [f"Removed {there}/a (0 MB)", f"Removed {there}/b (0 MB)"],
    )
    assert names(there) == ["c"]


@pytest.mark.usefixtures("terminal")
def test_remove_asks_first(french, there):
    result = model(french, "remove", "fr", "en", input="n\n")
    assert result.exit_code == 0
    assert f"{there}/a" in result.stdout
    assert result.stdout.endswith("Nothing was removed\n")
    assert names(there) == ["a", "b", "c"]
    assert model(french, "remove", "fr", "en", input="y\n").exit_code == 0
    assert names(there) == ["c"]


def test_remove_does_nothing_unasked_where_nobody_can_answer(french, there):
    result = model(french, "remove", "fr", "en")
    assert result.exit_code == 2
    assert "add --yes" in result.stderr
    assert names(there) == ["a", "b", "c"]


def test_remove_what_is_not_there(french, folder):
    result = model(french, "remove", "fr", "en", "--yes")
    assert result.exit_code == 5
    assert (
        f"{folder}: no package fr to en is installed; chronology model list says which are" in result.stderr
    )


def test_remove_takes_a_link_and_not_what_it_leads_to(french, folder, tmp_path):
    installed(tmp_path, "elsewhere", meta=metadata())
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    result = model(french, "remove", "fr", "en", "--yes")
    assert result.stdout == f"Removed the link {folder}/link; {tmp_path}/elsewhere stays\n"
    assert names(folder) == []
    assert (tmp_path / "elsewhere/metadata.json").exists()


def test_remove_does_not_follow_a_link_inside_a_package(french, there, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/file").write_text("mine")
    (there / "c/link").symlink_to(tmp_path / "mine")
    assert model(french, "remove", "es", "en", "--yes").exit_code == 0
    assert names(tmp_path / "mine") == ["file"]


def test_remove_that_fails_is_exit_code_4(french, there, monkeypatch):
    def fail(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.rename", fail)
    result = model(french, "remove", "es", "en", "--yes")
    assert result.exit_code == 4
    assert "can't be removed (Permission denied)" in result.stderr
    assert names(there) == ["a", "b", "c"]


def test_the_group_has_these_commands():
    group = main.get_command(click.Context(main), "model")
    assert isinstance(group, click.Group)
    assert sorted(group.commands) == ["install", "list", "remove"]


def test_one_version_is_removed(french, there):
    assert model(french, "remove", "fr", "en=1.0", "--yes").exit_code == 0
    assert names(there) == ["b", "c"]
    assert model(french, "remove", "fr", "en=3", "--yes").exit_code == 5
    assert model(french, "remove", "fr", "en=new", "--yes").exit_code == 2


@pytest.mark.usefixtures("there")
def test_a_version_that_the_settings_do_not_ask_for_is_said_not_to_be_used(french):
    path = french / "pyproject.toml"
    path.write_text(f'{path.read_text()}package_versions = {{"fr-en" = "1.0"}}\n')
    rows = model(french, "list").stdout.splitlines()
    assert [row for row in rows if "1.1" in row and "not used, the settings ask for 1.0" in row]
    path.write_text(path.read_text().replace('"1.0"', '"2.0"'))
    assert "run chronology model install fr en=2.0" in model(french, "list").stdout


def test_a_model_from_elsewhere_is_installed_beside_and_the_choice_is_told(french, folder, tmp_path):
    installed(folder, "b", meta=metadata(version="1.1"))
    opus = tmp_path / "opus-mt-fr-en"
    opus.mkdir()
    (opus / "model.bin").write_bytes(model_bytes(1))
    (opus / "shared_vocabulary.txt").write_text("x")
    (opus / "config.json").write_text("{}")
    for name in ("source.spm", "target.spm"):
        (opus / name).write_bytes(tokenizer_bytes("x"))
    result = model(french, "install", "fr", "en", "--from", str(opus))
    assert result.exit_code == 0
    assert 'translate-fr_en 1.1 is used before it: set package_versions = {"fr-en" = "1.0"}' in result.stdout
    assert find_package("fr", "en", "1.0").metadata.title == "opus-mt-fr-en 1.0"
