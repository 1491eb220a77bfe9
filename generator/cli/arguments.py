"""What a person types, read: a pair of languages, a person's name, an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.content.addresses import load_addresses, redirects
from generator.content.paths import ContentPaths
from generator.data_files import read_bytes
from generator.errors import InputError, SettingsError
from generator.generate.seeds import list_seeds
from generator.language.codes import is_language
from generator.model import Language, Slug, TranslationBy
from generator.settings import find_project

T = TypeVar("T")


def importing(by: str, replace: str) -> Callable[[Any], Any]:
    """Return what gives a command the arguments of all that import translations: `file`, `name`, `replace`.

    Args:
        by: help on --by, who answers.
        replace: help on --replace, whether the file's win.
    """

    def decorate(command: Any) -> Any:
        command = click.option("--replace", is_flag=True, help=replace)(command)
        command = click.option("--by", "name", metavar="NAME", help=by)(command)
        return click.argument("file", type=click.Path(path_type=Path))(command)

    return decorate


SEGMENTS = click.option(
    "--segment",
    "parts",
    metavar="NAME",
    multiple=True,
    callback=lambda _context, _option, names: tuple(name.removeprefix("#") for name in names),
    help="Only this paragraph (s3); repeatable.",
)


def by_ending(file: Path, ways: Mapping[str, T]) -> T:
    """Return the way to read or write a file whose name ends so.

    Raises:
        SettingsError: there is none.
    """
    if (way := ways.get(file.suffix.lower())) is None:
        raise SettingsError(str(file), f"its name does not end in {' or '.join(ways)}", "name it so")
    return way


def way_to_write(file: Path, ways: Mapping[str, T]) -> T:
    """Return the way to write a file for another program.

    Raises:
        SettingsError: there is none by its name, or its folder is not there.
    """
    way = by_ending(file, ways)
    if not file.parent.is_dir():
        raise SettingsError(str(file), "there is no such folder", "make it, or name the file elsewhere")
    return way


def read_as(file: Path, ways: Mapping[str, Callable[[bytes], T]], most: int) -> T:
    """Read what another program wrote, in the way its name says.

    `most`: bytes.

    Raises:
        SettingsError: its name ends otherwise.
        InputError: it can't be read so.
    """
    from generator.content.exchange.units import ExchangeError

    load = by_ending(file, ways)
    try:
        return load(read_bytes(file, str(file), most))
    except ExchangeError as error:
        raise InputError(str(file), str(error), "nothing was imported: export it again, in UTF-8") from error


def read_pair(words: tuple[str, ...]) -> tuple[Language, Language]:
    """Read `de en`, `de-en` or `de_en`.

    Raises:
        SettingsError: it is no pair of language codes.
    """
    codes = re.split("[-_]", words[0]) if len(words) == 1 else words
    if len(codes) != 2 or not all(map(is_language, codes)):
        raise SettingsError(
            " ".join(words) or "PAIR", "is not a pair of language codes", "write two codes such as: de en"
        )
    return Language(codes[0]), Language(codes[1])


def read_person(name: str) -> str:
    """Read the name of a person who answers for a translation.

    Raises:
        SettingsError: it is no name, or a machine's.
    """
    from generator.content.memory_import import is_machine

    person = " ".join(name.split())
    if not person or len(person) > 100 or not person.isprintable():
        raise SettingsError(f"--by {name[:100]!r}", "is not a name", "give the name of a person")
    if is_machine(person) or person in set(TranslationBy):
        raise SettingsError(f"--by {person}", "is not a person", "give the name of who answers for it")
    return person


def _below(folders: tuple[str, ...], top: str) -> tuple[str, ...]:
    """Return the folders below the last one of a name; all, where there is none."""
    names = list(folders)
    return folders[len(names) - names[::-1].index(top) :] if top in names else folders


def find_entry(paths: ContentPaths, name: str) -> Slug:
    """Return the entry a person means by a path or a name; in a folder of entries/, its name is enough.

    Raises:
        SettingsError: there is none.
    """
    given = Path(name)
    slugs = paths.entry_slugs()
    known = {slug.rpartition("/")[2]: slug for slug in sorted(slugs)}
    stem = given.name.removesuffix(".md")
    within = Slug("/".join((*_below(given.parent.parts, paths.entries.name), stem)))
    if within in slugs:
        return within
    if given.parent.name in ("", paths.entries.name) and stem in known:
        return known[stem]
    if now := redirects(load_addresses(paths).values(), slugs).get(within):
        raise SettingsError(name, "there is no such entry any more", f"it is {now} now")
    close = get_close_matches(stem, known, n=1) or [slug for slug in known if stem and stem in slug][:1]
    remedy = f"did you mean {close[0]}?" if close else "chronology status lists the entries"
    raise SettingsError(name, "there is no such entry", remedy)


def complete_entry(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Return the names of entries that go on as one that is being typed; asked by a shell."""
    slugs = ContentPaths(_project(context) / "content").entry_slugs()
    return sorted(slug for slug in slugs if slug.startswith(begun))


def complete_seed(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Return the names of seeds that go on as one that is being typed."""
    return [path.name for path in list_seeds(_project(context) / "seeds") if path.name.startswith(begun)]


def _project(context: click.Context) -> Path:
    given = context.find_root().params.get("project")
    return Path(given) if given else find_project(Path.cwd())
