"""`chronology model`: what translates here, what is missing, what could be had."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from generator.cli.arguments import read_pair
from generator.cli.command import EXIT_CODES, trapped, with_settings
from generator.cli.report import progress, table
from generator.cli.say import say
from generator.errors import PackageError, SettingsError
from generator.model import Language
from generator.settings import Settings
from generator.translate import packages
from generator.translate.packages import InstalledPackage, Offer, Verdict

Row = tuple[str, str, str, str, str]


@click.group()
def model() -> None:
    """Manage the packages that translate offline."""


@model.command("list", epilog=EXIT_CODES)
@click.option("--available", is_flag=True, help="List what can be installed, too: reads the Argos index.")
@with_settings
def list_(settings: Settings, available: bool) -> None:
    """List the installed packages, and what the settings ask for and is missing."""
    installed = packages.list_installed()
    say(f"Packages in {packages.package_folder()}")
    say(table(installed_rows(installed)) if installed else "none")
    for folder, problem in packages.list_broken():
        say(f"broken: {folder}: {problem}; delete the folder, then install the package again")
    for line in missing_lines(installed, settings):
        say(line)
    if available:
        offers = packages.list_offers()
        say("\nAvailable")
        say(table(offer_rows(offers, installed)))


@model.command("install", epilog=EXIT_CODES)
@click.argument("pair", nargs=-1)
@click.option("--from", "file", type=click.Path(path_type=Path), help="A package file carried over by hand.")
@trapped
def install(pair: tuple[str, ...], file: Path | None) -> None:
    """Install the package for a language pair, such as: chronology model install de en.

    With --from, the pair may be left out: the file says which it is for.
    """
    if file:
        package = packages.install_file(file, read_pair(pair) if pair else None)
    else:
        source, target = read_pair(pair)
        if not packages.is_due(source, target):
            say(
                f"The package for {source} to {target} is installed already, see chronology model list; "
                f"to fetch it again: chronology model remove {source} {target}, then install"
            )
            return
        package = _fetch(source, target)
    verdict, _ = packages.verify(package.folder, package.metadata)
    known = (
        "SHA-256 verified" if verdict is packages.Verdict.VERIFIED else "its form checked, its hash not known"
    )
    say(f"Installed {package.folder.name} ({known}); now run: chronology generate")


@model.command("remove", epilog=EXIT_CODES)
@click.argument("pair", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@trapped
def remove(pair: tuple[str, ...], yes: bool) -> None:
    """Remove the installed package for a language pair, in all its versions."""
    wanted = read_pair(pair)
    found = [one for one in packages.list_installed() if one.metadata.pair == wanted]
    if not found:
        raise PackageError(
            str(packages.package_folder()),
            f"no package {' to '.join(wanted)} is installed",
            "chronology model list says which are",
        )
    rows = installed_rows(found)
    if not yes:
        _confirm(f"Remove\n{table(rows)}\n?")
    for one, (_, _, size, _, folder) in zip(found, rows, strict=True):
        leads_to = one.folder.resolve() if one.folder.is_symlink() else None
        packages.remove(one)
        say(f"Removed the link {folder}; {leads_to} stays" if leads_to else f"Removed {folder} ({size})")


def _fetch(source: Language, target: Language) -> InstalledPackage:
    offer = packages.offer(source, target)
    say(f"Fetching {offer.metadata.name} ({megabytes(packages.size_of(offer))}) from {offer.url}")
    with progress(offer.metadata.name) as shown:
        return packages.install(source, target, shown)


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


def installed_rows(installed: Sequence[InstalledPackage]) -> list[Row]:
    """Return for each package: pair, version, size, what is known of it, folder."""
    return [
        (
            " ".join(one.metadata.pair),
            one.metadata.version,
            megabytes(packages.size_on_disk(one.folder)),
            "; ".join(_states(one, installed)),
            str(one.folder),
        )
        for one in installed
    ]


def missing_lines(installed: Iterable[InstalledPackage], settings: Settings) -> list[str]:
    """Return a line for each pair that the settings ask for and that is not there, with the remedy."""
    there = {one.metadata.pair for one in installed if one.complete}
    wanted = {
        pair: f"translate {source} to {settings.target_for(source)}"
        for source in settings.translate
        for pair in settings.packages_for(source)
        if source != settings.target_for(source)
    }
    return [
        f"missing: {source} {target}, to {purpose}; run chronology model install {source} {target}"
        for (source, target), purpose in wanted.items()
        if (source, target) not in there
    ]


def offer_rows(offers: Iterable[Offer], installed: Iterable[InstalledPackage]) -> list[Row]:
    """Return for each package that can be had: pair, version, size, how it is verified, what is installed."""
    there = {one.metadata.pair: one.metadata.version for one in installed if one.complete}
    return [
        (
            " ".join(offer.metadata.pair),
            offer.metadata.version,
            megabytes(offer.size),
            "hash known" if offer.sha256 else "hash not known",
            f"installed: {there[offer.metadata.pair]}" if offer.metadata.pair in there else "",
        )
        for offer in offers
    ]


def _states(one: InstalledPackage, installed: Iterable[InstalledPackage]) -> list[str]:
    pair = " ".join(one.metadata.pair)
    verdict, files = packages.verify(one.folder, one.metadata)
    states = [str(verdict)]
    if not one.complete:
        states = [f"incomplete: run chronology model remove {pair}, then chronology model install {pair}"]
    elif verdict is Verdict.CHANGED:
        states = [f"{verdict} ({', '.join(files[:3])}): run chronology model install {pair}"]
    if one.folder.is_symlink():
        states.append(f"a link to {one.folder.resolve()}")
    if any(
        other.complete
        and other.metadata.pair == one.metadata.pair
        and other.metadata.order > one.metadata.order
        for other in installed
    ):
        states.append("not used, a newer version is there")
    return states
