"""Prepares seeds: the stages that need nothing but the seed and tables, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.content.library import as_issue
from generator.dates.record_facts import RecordFacts
from generator.errors import ChronologyError
from generator.generate.annotate import annotate
from generator.generate.clean import clean
from generator.generate.date_entry import date_entry
from generator.generate.draft import Draft
from generator.generate.entitle import entitle
from generator.generate.events import extract_events
from generator.generate.header import read_header
from generator.generate.outcome import Outcome, SeedResult, crash
from generator.generate.read import read
from generator.generate.seeds import place_of
from generator.generate.segment import segment
from generator.model import Record, Slug
from generator.names.index import NameIndex
from generator.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True)
class SeedTables:
    """What every seed is prepared with; made once in each process, and only read."""

    settings: Settings
    names: NameIndex
    facts: RecordFacts
    today: date
    """No document is of a later day."""


def seed_tables(settings: Settings, records: Mapping[Slug, Record]) -> SeedTables:
    """Return the tables for a project's settings and authority records."""
    return SeedTables(settings, NameIndex(records), RecordFacts(records), date.today())


def prepare(paths: Sequence[Path], tables: SeedTables) -> list[Draft | SeedResult]:
    """Run the stages that look at one seed by itself, each over all seeds before the next.

    So what a stage is made of stays at hand in the processor: seed after seed takes a tenth longer. Whatever
    goes wrong with a seed stays its own, and comes back as its result.

    Args:
        paths: the seeds, a handful.
        tables: what every seed is prepared with.
    """
    settings = tables.settings

    def opened(path: Path) -> Draft:
        return read(path, settings.seeds, settings.max_seed_bytes)

    stages: tuple[Callable[[Draft], Draft], ...] = (
        lambda draft: clean(draft, settings.languages),
        lambda draft: read_header(draft, settings.publishers, tables.today),
        segment,
        lambda draft: annotate(draft, tables.names),
        lambda draft: date_entry(draft, tables.facts),
        lambda draft: extract_events(draft, tables.facts),
        lambda draft: entitle(draft, settings.language, settings.translate.get(draft.language)),
        # What follows needs the entry: its texts as they were read need not travel between processes.
        lambda draft: replace(draft, lines=(), kept=(), passages=()),
    )
    done = [_or_refuse(path, opened, path) for path in paths]
    for stage in stages:
        done = [
            _or_refuse(path, stage, one) if isinstance(one, Draft) else one
            for path, one in zip(paths, done, strict=True)
        ]
    return done


def _or_refuse(path: Path, stage: Callable[[T], Draft], given: T) -> Draft | SeedResult:
    try:
        return stage(given)
    except ChronologyError as error:
        return SeedResult(path.name, Outcome.FAILED, issues=(as_issue(error),), exit_code=error.exit_code)
    except Exception as error:
        return crash(path.name, place_of(path), error)
