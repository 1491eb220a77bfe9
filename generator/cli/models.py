"""`chronology model`: what translates here, what is missing, what could be had."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import click

from generator.cli.arguments import read_pair
from generator.cli.command import trapped, with_settings
from generator.cli.lazy_group import FullGroup
from generator.cli.report import progress, table
from generator.cli.say import say
from generator.errors import PackageError, SettingsError
from generator.language.codes import name_package
from generator.model import Language
from generator.settings import Settings
from generator.translate import packages
from generator.translate.packages import InstalledPackage, Offer, Verdict

Row = tuple[str, str, str, str, str]
Versions = Mapping[tuple[Language, Language], str]


@click.group(cls=FullGroup)
def model() -> None:
    """Manage the packages that translate offline."""


@model.command("list")
@click.option("--available", is_flag=True, help="List what can be installed, too: reads the Argos index.")
@with_settings
def list_(settings: Settings, available: bool) -> None:
    """List the installed packages, and what the settings ask for and is missing."""
    installed = packages.list_installed()
    say(f"Packages in {packages.package_folder()}")
    say(table(installed_rows(installed, settings.package_versions)) if installed else "none")
    for folder, problem in packages.list_broken():
        say(f"broken: {folder}: {problem}; delete the folder, then install the package again")
    for line in missing_lines(installed, settings):
        say(line)
    if available:
        offers = packages.list_offers()
        say("\nAvailable")
        say(table(offer_rows(offers, installed, settings.package_versions)))


@model.command("install")
@click.argument("pair", nargs=-1)
@click.option(
    "--from",
    "file",
    type=click.Path(path_type=Path),
    help="A package file, or a model's folder, carried here.",
)
@trapped
def install(pair: tuple[str, ...], file: Path | None) -> None:
    """Install the package for a language pair, such as: chronology model install de en.

    A version may follow: de en=1.3. With --from, the pair may be left out: the file says which it is for. A
    folder with a CTranslate2 model and its SentencePiece files, as OPUS-MT conversions are published, does
    not, so the pair is needed.
    """
    if file and file.is_dir():
        (source, target), version = read_package(pair)
        package = packages.install_folder(file, source, target, version)
    elif file:
        package = packages.install_file(file, *(read_package(pair) if pair else ()))
    else:
        (source, target), version = read_package(pair)
        if not packages.is_due(source, target, version):
            say(
                f"The package for {source} to {target} is installed already, see chronology model list; "
                f"to fetch it again: chronology model remove {source} {target}, then install"
            )
            return
        package = _fetch(packages.offer(source, target, version))
    verdict, _ = packages.verify(package.folder, package.metadata)
    known = (
        "SHA-256 verified" if verdict is packages.Verdict.VERIFIED else "its form checked, its hash not known"
    )
    say(f"Installed {package.metadata.title} ({known}); now run: chronology generate")
    _say_if_unused(package)


@model.command("remove")
@click.argument("pair", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@trapped
def remove(pair: tuple[str, ...], yes: bool) -> None:
    """Remove the installed package for a language pair: in all its versions, or in one such as de en=1.3."""
    wanted, version = read_package(pair)
    found = [
        one
        for one in packages.list_installed()
        if one.metadata.pair == wanted and one.metadata.is_version(version)
    ]
    if not found:
        raise PackageError(
            str(packages.package_folder()),
            f"no package {' to '.join(wanted)} is installed{f' in version {version}' if version else ''}",
            "chronology model list says which are",
        )
    rows = installed_rows(found)
    if not yes:
        _confirm(f"Remove\n{table(rows)}\n?")
    for one, (_, _, size, _, folder) in zip(found, rows, strict=True):
        leads_to = one.folder.resolve() if one.folder.is_symlink() else None
        packages.remove(one)
        say(f"Removed the link {folder}; {leads_to} stays" if leads_to else f"Removed {folder} ({size})")


def _say_if_unused(package: InstalledPackage) -> None:
    source, target = package.metadata.pair
    used = packages.find_package(Language(source), Language(target))
    if used and used.metadata.order > package.metadata.order:
        say(
            f"{used.metadata.title} is used before it: set package_versions = "
            f'{{"{source}-{target}" = "{package.metadata.version}"}} in pyproject.toml, or remove the other: '
            f"chronology model remove {source} {target}={used.metadata.version}"
        )


def read_package(words: tuple[str, ...]) -> tuple[tuple[Language, Language], str]:
    """Read a pair of languages, and the version of its package that may follow it: `de en=1.3`.

    Returns:
        The pair, and the version; empty when there is none.

    Raises:
        SettingsError: it is no pair, or no version.
    """
    *first, last = words or ("",)
    code, sign, version = last.partition("=")
    if sign and not packages.is_version(version):
        raise SettingsError(last, "has no number of a version", "write it such as: de en=1.3")
    return read_pair((*first, code)), version


def _fetch(offer: Offer) -> InstalledPackage:
    say(f"Fetching {offer.metadata.name} ({megabytes(packages.size_of(offer))}) from {offer.url}")
    with progress(offer.metadata.name) as shown:
        return packages.install(offer, shown)


def _confirm(question: str) -> None:
    if not _can_answer():
        raise SettingsError("model remove", "asks before it removes, and nobody can answer", "add --yes")
    if not click.confirm(question, prompt_suffix=" "):
        say("Nothing was removed")
        sys.exit(0)


def _can_answer() -> bool:
    return sys.stdin.isatty()


def megabytes(size: int | None) -> str:
    """Say how large a file is."""
    return f"{size / 1e6:.0f} MB" if size else "size unknown"


def installed_rows(
    installed: Sequence[InstalledPackage],
    versions: Versions = MappingProxyType({}),
) -> list[Row]:
    """Return for each package: pair, version (with the name of a model), size, what is known of it, folder.

    `versions`: by pair, the version that the settings ask for.
    """
    return [
        (
            " ".join(one.metadata.pair),
            f"{one.metadata.version} {one.metadata.model}".strip(),
            megabytes(packages.size_on_disk(one.folder)),
            "; ".join(_states(one, _asked_for(one, versions))),
            str(one.folder),
        )
        for one in installed
    ]


def missing_lines(installed: Iterable[InstalledPackage], settings: Settings) -> list[str]:
    """Return a line for each pair that the settings ask for and that is not there, with the remedy."""
    there = {
        one.metadata.pair
        for one in installed
        if one.metadata.is_version(_asked_for(one, settings.package_versions))
    }
    wanted = {
        pair: f"translate {source} to {settings.target_for(source)}"
        for source in settings.translate
        for pair in settings.packages_for(source)
        if source != settings.target_for(source)
    }
    return [
        f"missing: {source} {target}, to {purpose}; run "
        f"chronology model install {name_package(source, target, settings.package_versions)}"
        for (source, target), purpose in wanted.items()
        if (source, target) not in there
    ]


def offer_rows(
    offers: Iterable[Offer], installed: Iterable[InstalledPackage], versions: Versions
) -> list[Row]:
    """Return for each package that can be had: pair, version, size, how it is verified, whether it is there.

    `versions`: by pair, the version that the settings ask for.
    """
    there = [one.metadata for one in installed]
    return [
        (
            " ".join(offer.metadata.pair),
            offer.metadata.version,
            megabytes(offer.size),
            "hash known" if offer.sha256 else "hash not known",
            "; ".join((*["installed"] * (offer.metadata in there), *_wish(offer, versions))),
        )
        for offer in offers
    ]


def _wish(offer: Offer, versions: Versions) -> list[str]:
    wanted = _asked_for(offer, versions)
    return ["the settings ask for it"] if wanted and offer.metadata.is_version(wanted) else []


def _asked_for(one: InstalledPackage | Offer, versions: Versions) -> str:
    return versions.get((Language(one.metadata.source), Language(one.metadata.target)), "")


def _states(one: InstalledPackage, wanted: str) -> list[str]:
    pair = " ".join(one.metadata.pair)
    verdict, files = packages.verify(one.folder, one.metadata)
    states = [str(verdict)]
    if verdict is Verdict.CHANGED:
        states = [f"{verdict} ({', '.join(files[:3])}): run chronology model install {pair}"]
    if one.folder.is_symlink():
        states.append(f"a link to {one.folder.resolve()}")
    source, target = map(Language, one.metadata.pair)
    used = packages.find_package(source, target, wanted)
    if wanted and not one.metadata.is_version(wanted):
        states.append(f"not used, the settings ask for {wanted}")
    elif used != one:
        states.append("not used, a newer version is there")
    return states
