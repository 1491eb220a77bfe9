"""The lines of `chronology model list`: what translates here, what is missing, what could be had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.settings import Settings
from generator.translate import packages
from generator.translate.packages import Installed, Metadata, Offer, Verdict

Row = tuple[str, str, str, str, str]


def megabytes(size: int | None) -> str:
    """Say how large a file is."""
    return f"{size / 1e6:.0f} MB" if size else "size unknown"


def installed_rows(installed: Sequence[Installed]) -> list[Row]:
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


def missing_lines(installed: Iterable[Installed], settings: Settings) -> list[str]:
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


def offer_rows(offers: Iterable[tuple[Metadata, Offer]], installed: Iterable[Installed]) -> list[Row]:
    """Return for each package that can be had: pair, version, size, how it is verified, what is installed."""
    there = {one.metadata.pair: one.metadata.version for one in installed if one.complete}
    return [
        (
            " ".join(metadata.pair),
            metadata.version,
            megabytes(offer.size),
            "hash known" if offer.sha256 else "hash not known",
            f"installed: {there[metadata.pair]}" if metadata.pair in there else "",
        )
        for metadata, offer in offers
    ]


def _states(one: Installed, installed: Iterable[Installed]) -> list[str]:
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
