"""Finds the engine for a language pair, and installs its package when it is missing and may be fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from generator.errors import PackageError, WriteError
from generator.language.codes import name_package
from generator.language.sentences.split import join_sentences, split_sentences
from generator.model import Language
from generator.translate import packages
from generator.translate.argos import ArgosEngine
from generator.translate.engine import Engine, EngineOutput


class Engines(Protocol):
    """Where the translate stage gets its engines from."""

    def installed(self, source: Language, target: Language) -> str:
        """Return the name and version of the pair's package; empty when there is none."""

    def get(self, source: Language, target: Language) -> Engine | None:
        """Return the pair's engine; None when it can't be had."""


@dataclass(frozen=True)
class ArgosEngines:
    """Argos packages on this machine."""

    may_download: bool
    """Whether a missing package may be fetched."""
    say: Callable[[str], None]
    """Tells the user a line."""
    progress: packages.Progress
    """Called with the bytes fetched and their total, None when it is unknown."""
    pivot: Mapping[Language, Language] = field(default_factory=dict)
    """Source language → the third language its texts are translated through."""
    versions: Mapping[tuple[Language, Language], str] = field(default_factory=dict)
    """By pair of languages, the version of its package that alone will do."""
    cache: Path | None = None
    """Folder to keep in what was measured of this processor; None: nothing is measured."""
    _told: set[str] = field(default_factory=set)
    _engines: dict[tuple[Language, Language], Engine | None] = field(default_factory=dict)

    def installed(self, source: Language, target: Language) -> str:
        """Return the name and version of the pair's package; empty when there is none."""
        found = [self._find(*pair) for pair in self._steps(source, target)]
        return name_chain(*(package.metadata.title if package else "" for package in found))

    def get(self, source: Language, target: Language) -> Engine | None:
        """Return the pair's engine, asked for once; a package that can't be had is said so."""
        engines: list[Engine] = []
        for pair in self._steps(source, target):
            if pair not in self._engines:
                self._engines[pair] = self._find_or_install(*pair)
            if (engine := self._engines[pair]) is None:
                return None
            engines.append(engine)
        return PivotEngine(*engines) if len(engines) == 2 else engines[0]

    def _steps(self, source: Language, target: Language) -> list[tuple[Language, Language]]:
        between = self.pivot.get(source)
        return [(source, between), (between, target)] if between else [(source, target)]

    def _find_or_install(self, source: Language, target: Language) -> Engine | None:
        package = self._find(source, target)
        if package is None and self.may_download:
            package = self._install(source, target)
        elif package is None:
            self.say(
                f"No package for {source} to {target}: its texts stay in their own language; "
                f"run: chronology model install {name_package(source, target, self.versions)}"
            )
        return ArgosEngine(package, cache=self.cache) if package else None

    def _find(self, source: Language, target: Language) -> packages.InstalledPackage | None:
        """Find an installed package; what stands in the way is told once, and passed over."""
        try:
            found = packages.find_package(source, target, self.versions.get((source, target), ""))
            broken = [
                f"{folder}: {problem}; passed over: delete the folder, then install the package again"
                for folder, problem in (packages.list_broken() if found is None else ())
            ]
        except PackageError as error:
            found, broken = None, [str(error)]
        for line in broken:
            if line not in self._told:
                self._told.add(line)
                self.say(line)
        return found

    def _install(self, source: Language, target: Language) -> packages.InstalledPackage | None:
        try:
            offer = packages.offer(source, target, self.versions.get((source, target), ""))
            bytes_ = packages.size_of(offer)
            size = f"{bytes_ / 1e6:.0f} MB" if bytes_ else "its server does not tell the size"
            self.say(
                f"Fetching {offer.metadata.name}, once ({size}), from {offer.url}; "
                "generate --no-download goes on without"
            )
            return packages.install(offer, self.progress)
        except (PackageError, WriteError) as error:
            self.say(f"{error}; until then texts stay in their own language")
            return None


class PivotEngine:
    """Chains two engines, sentence by sentence, where a third language was asked for.

    Args:
        first: from the text's language to the third.
        second: on from there.
    """

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first = first
        self._second = second
        self.source = first.source
        self.target = second.target
        self.package = name_chain(first.package, second.package)

    def translate(self, sentences: Sequence[str]) -> list[EngineOutput]:
        """Translate each sentence on its own, all of them at once in each of the two steps.

        Returns:
            One translation for each sentence, in the same order; "" for a blank sentence.

        Raises:
            PackageError: a package can't be loaded, or its model crashed.
        """
        between = self._first.translate(sentences)
        # A sentence may have become two, and an engine loses the second when it gets both at once.
        parts = [split_sentences(one.text, self._second.source) for one in between]
        done = iter(self._second.translate([part for some in parts for part in some]))
        return [self._join(one, done, len(some)) for one, some in zip(between, parts, strict=True)]

    def _join(self, first: EngineOutput, done: Iterator[EngineOutput], count: int) -> EngineOutput:
        """Put together what became of one sentence; it is as sure as the least sure step."""
        second = [next(done) for _ in range(count)]
        scores = [one.score for one in (first, *second)]
        known = [score for score in scores if score is not None]
        text = join_sentences([one.text for one in second], self.target)
        return EngineOutput(text, min(known) if len(known) == len(scores) else None)


def name_chain(*packages: str) -> str:
    """Name several packages as one, for the provenance; empty when one is missing."""
    return " + ".join(packages) if all(packages) else ""


def own_engine(
    versions: Mapping[tuple[Language, Language], str], source: Language, target: Language
) -> ArgosEngine:
    """Return the engine of a pair's own package.

    Raises:
        PackageError: it is not installed.
    """
    package = packages.find_package(source, target, versions.get((source, target), ""))
    if package is None:
        remedy = f"run: chronology model install {name_package(source, target, versions)}"
        raise PackageError(f"{source} to {target}", "has no package of its own", remedy)
    return ArgosEngine(package)
