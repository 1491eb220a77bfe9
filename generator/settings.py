"""The settings, from `[tool.chronology]` in pyproject.toml.

All problems are reported at once; unknown keys are refused. Loading reads one file and creates
nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from generator.data_files import explain_toml, parse_toml, read_bytes
from generator.errors import SettingsError
from generator.language.codes import is_language, name_package
from generator.messages import is_worded, worded_languages
from generator.model import Language
from generator.topic import Topic, read_topic

FILE = "pyproject.toml"
OF_EDITIONS = ("site_name", "site_description", "copyright")
"""What of mkdocs.yml an edition of the site says in its language."""
IDS = "id"
"""The folder of permanent addresses in a site."""
MAX_BYTES = 1_000_000
VSCODE = "vscode://file/{path}:{line}"


@dataclass(frozen=True)
class Settings:
    """What the site's owner decides, and where things are."""

    root: Path
    language: Language = Language("en")
    """The site's language: titles and wording."""
    editions: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    """Further languages that the site is built in, with what mkdocs.yml says otherwise there."""
    translate: Mapping[Language, Language] = field(default_factory=lambda: {Language("de"): Language("en")})
    """Source language → the language its texts are translated to."""
    pivot: Mapping[Language, Language] = field(default_factory=dict)
    """Source language → a third language its texts are translated through, with two packages."""
    package_versions: Mapping[tuple[Language, Language], str] = field(default_factory=dict)
    """By pair of languages, the version of the package that translates; the highest, if it is not there."""
    max_seed_bytes: int = 2_000_000
    """A larger seed is refused: it is not one document."""
    no_record: tuple[str, ...] = ()
    """Names that `chronology check` does not suggest a record for."""
    publishers: Mapping[str, str] = field(default_factory=dict)
    """Names of publishers by the hosts of their sites."""
    editor_link: str = VSCODE
    """What opens a file in the text editor, with {path} and {line}."""
    topic: Topic = field(default_factory=Topic)
    """What the chronology is about: `kinds` of records and words for `facts`."""

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages its texts may well be in: the site's, and those of its translations."""
        return tuple(dict.fromkeys((self.language, *self.translate, *self.translate.values())))

    def target_for(self, language: Language) -> Language:
        """Return the language a text is to be readable in: as set for its own, else the site's."""
        return self.translate.get(language, self.language)

    def packages_for(self, language: Language) -> tuple[tuple[Language, Language], ...]:
        """Return the pairs of languages whose packages translate a text: one, or two with a pivot."""
        target, between = self.target_for(language), self.pivot.get(language)
        return ((language, between), (between, target)) if between else ((language, target),)

    def how_to_translate(self, language: Language) -> str:
        """Return what to do so that texts in a language are translated."""
        setting = f'set {language} = "{self.target_for(language)}" in translate in pyproject.toml, '
        install = " and ".join(
            f"chronology model install {name_package(source, into, self.package_versions)}"
            for source, into in self.packages_for(language)
        )
        return f"{'' if language in self.translate else setting}run {install}, then chronology generate"

    @property
    def seeds(self) -> Path:
        """Folder of the source documents."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """Folder of everything people read or edit; MkDocs' docs_dir."""
        return self.root / "content"

    @property
    def site(self) -> Path:
        """Folder MkDocs builds into."""
        return self.root / "site"

    @property
    def cache(self) -> Path:
        """Folder of what may be deleted at any time."""
        return self.root / ".cache"


KEYS = (*(one.name for one in fields(Settings) if one.name not in ("root", "topic")), "kinds", "facts")


def find_project(folder: Path) -> Path:
    """Return the chronology's folder, which is a folder or one above it; the folder itself where none is."""
    for one in (folder, *folder.parents):
        if _is_of_a_chronology(one / FILE):
            return one
    return folder


def _is_of_a_chronology(file: Path) -> bool:
    try:
        return b"[tool.chronology" in read_bytes(file, FILE, MAX_BYTES, SettingsError)
    except SettingsError:
        return False


def load_settings(root: Path) -> Settings:
    """Read the settings of the project in `root`.

    Raises:
        SettingsError: the file is missing or holds something wrong; all problems are listed.
    """
    path = root / FILE
    if not os.path.lexists(path):
        remedy = "run the command in a chronology's folder, or begin one: chronology new FOLDER"
        raise SettingsError(str(root), f"no {FILE} here", remedy)
    try:
        text = read_bytes(path, str(path), MAX_BYTES, SettingsError).decode("utf-8")
    except ValueError as error:
        raise SettingsError(str(path), f"can't be read ({error})", "save it as UTF-8 text") from error
    try:
        table = parse_toml(text)
    except ValueError as error:
        line, problem, remedy = explain_toml(error, text)
        raise SettingsError(f"{path}:{line}" if line else str(path), problem, remedy) from error
    tool = table.get("tool", {})
    given = tool.get("chronology", {}) if isinstance(tool, dict) else {}
    if not isinstance(given, dict):
        given, problems = {}, ["must be a table"]
    else:
        problems = _problems(given)
    topic, wrong = read_topic(given.get("kinds"), given.get("facts"))
    problems += wrong
    if problems:
        remedy = f"known settings: {', '.join(KEYS)}" if given.keys() - set(KEYS) else "mend what is named"
        raise SettingsError(f"{path}, [tool.chronology]", "; ".join(problems), remedy)
    return Settings(
        root=root,
        language=Language(given.get("language", "en")),
        editions={Language(code): dict(own) for code, own in given.get("editions", {}).items()},
        translate={
            Language(source): Language(target)
            for source, target in given.get("translate", {"de": "en"}).items()
        },
        pivot={Language(source): Language(between) for source, between in given.get("pivot", {}).items()},
        package_versions={
            (Language(pair.split("-")[0]), Language(pair.split("-")[1])): version
            for pair, version in given.get("package_versions", {}).items()
        },
        max_seed_bytes=given.get("max_seed_bytes", Settings.max_seed_bytes),
        no_record=tuple(given.get("no_record", ())),
        publishers={host.casefold(): name for host, name in given.get("publishers", {}).items()},
        editor_link=given.get("editor_link", VSCODE),
        topic=topic,
    )


def _problems(given: dict[str, Any]) -> list[str]:
    problems = [f"unknown setting {key!r}" for key in given if key not in KEYS]
    if not _is_language(given.get("language", "en")):
        problems.append(f"language {given['language']!r} is not a language code")
    elif not is_worded(Language(given.get("language", "en"))):
        problems.append(f"language: {_no_words(given['language'])}")
    problems += _edition_problems(given.get("editions", {}), given.get("language", "en"))
    problems += _table_problems("translate", given.get("translate", {}), "en")
    problems += _table_problems("pivot", given.get("pivot", {}), "fr")
    problems += (
        [] if problems else _pivot_problems(given.get("pivot", {}), given.get("translate", {"de": "en"}))
    )
    versions = given.get("package_versions", {})
    if not isinstance(versions, dict) or not all(map(_is_package_version, versions.items())):
        problems.append('package_versions must be a table such as {"de-en" = "1.3"}')
    size = given.get("max_seed_bytes", 1)
    if not isinstance(size, int) or isinstance(size, bool) or size < 1:
        problems.append("max_seed_bytes must be a number of bytes above 0")
    names = given.get("no_record", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        problems.append('no_record must be a list of names such as ["Reuters"]')
    publishers = given.get("publishers", {})
    if not isinstance(publishers, dict) or not all(isinstance(name, str) for name in publishers.values()):
        problems.append('publishers must be a table of names by host such as {"example.org" = "The Example"}')
    link = given.get("editor_link", VSCODE)
    if not isinstance(link, str) or "{path}" not in link:
        problems.append(f"editor_link must be an address with {{path}} such as {VSCODE!r}")
    return problems


def _edition_problems(editions: object, language: object) -> list[str]:
    if not isinstance(editions, dict) or not all(isinstance(own, dict) for own in editions.values()):
        return ['editions must be a table such as {de = {site_name = "Die Chronik"}}']
    problems = [f"editions: {code!r} is not a language code" for code in editions if not _is_language(code)]
    problems += [
        f"editions: {_no_words(code)}" for code in editions if _is_language(code) and not is_worded(code)
    ]
    problems += [f"editions: {code} is the site's language" for code in editions if code == language]
    problems += [f"editions: {IDS} is the folder of permanent addresses"] if IDS in editions else []
    return problems + [
        f"editions.{code} may hold texts for {', '.join(OF_EDITIONS)}, not {key}"
        for code, own in editions.items()
        for key, value in own.items()
        if key not in OF_EDITIONS or not isinstance(value, str)
    ]


def _no_words(code: str) -> str:
    return f"pages have no words in {code!r} yet, they have in {' and '.join(worded_languages())}"


def _table_problems(key: str, pairs: object, example: str) -> list[str]:
    if not isinstance(pairs, dict):
        return [f'{key} must be a table such as {{de = "{example}"}}']
    return [
        f"{key}: {code!r} is not a language code"
        for pair in pairs.items()
        for code in pair
        if not _is_language(code)
    ]


def _pivot_problems(pivot: dict[str, str], translate: dict[str, str]) -> list[str]:
    problems = [f"pivot: {source} is not in translate" for source in pivot if source not in translate]
    return problems + [
        f"pivot: {between} is no third language between {source} and {translate[source]}"
        for source, between in pivot.items()
        if source in translate and between in (source, translate[source])
    ]


def _is_package_version(pair: tuple[str, object]) -> bool:
    languages, version = pair
    codes = languages.split("-")
    is_number = (
        isinstance(version, str) and re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6}){0,3}", version) is not None
    )
    return len(codes) == 2 and all(map(_is_language, codes)) and is_number


def _is_language(code: object) -> bool:
    return isinstance(code, str) and is_language(code)
