"""Seeds worked on by a cluster of Dask, whose machines see the project's folder under the same path.

Each handful of seeds goes to the scheduler through the executor that Python's own processes have, too; what a
worker was at when it was lost, another does. Results come back in the order of the seeds, to the one process
that translates and writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from generator.errors import InputError
from generator.generate.fingerprints import digest_files, program_files
from generator.generate.prepare import SeedTables, seed_tables
from generator.generate.workers import DoAll, R, Work, in_order
from generator.model import Record, Slug
from generator.settings import Settings

ADDRESS = re.compile(r"(?:(?:tcp|tls|wss?)://)?[\w.:\[\]-]+:\d{1,5}")
"""Of a scheduler; Dask itself gives up on others late, and with a traceback."""
PATIENCE = 10
"""Seconds until a scheduler must answer, and have a worker."""
REMEDY = "start `dask scheduler`, and `dask worker` with the same chronology installed"


@contextmanager
def cluster(address: str, count: int, settings: Settings, records: Mapping[Slug, Record]) -> Iterator[DoAll]:
    """Give what works on seeds in a cluster.

    Args:
        address: of its scheduler, `tcp://host:8786`.
        count: of the seeds; as `workers` is given it.
        settings: of the project.
        records: its authority records.

    Raises:
        InputError: that is no address, Dask is not installed, the scheduler does not answer, it has no
            workers or some of another version, or no worker gets to the end.
    """
    del count
    place = f"--scheduler {address}"
    if not ADDRESS.fullmatch(address):
        raise InputError(place, "is no scheduler's address", "write tcp://host:8786")
    try:
        from distributed import Client, KilledWorker, Security  # an extra, and slow to import
    except ImportError as error:
        raise InputError(place, "Dask is not installed", "pip install 'chronology[cluster]'") from error
    try:
        # Dask goes on trying without certificates, and ends in a traceback.
        if address.startswith("tls") and not Security().get_connection_args("client")["ssl_context"]:
            raise InputError(
                place, "has no certificates", "set distributed.comm.tls of Dask, or write tcp://"
            )
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError(place, f"no scheduler answers ({type(error).__name__})", REMEDY) from error
    with client:
        _check_workers(client, place)
        # Made by a worker, and handed on by one to the other; made again where all that had them are lost.
        tables = client.submit(seed_tables, settings, records)
        pool = client.get_executor(pure=False)
        try:
            yield lambda work, seeds: in_order(partial(pool.submit, _work_on, tables), work, seeds)
        except KilledWorker as error:
            problem = "workers were lost, one after the other, at the same seeds"
            raise InputError(place, problem, "give them more memory, or do without") from error


def _check_workers(client: Any, place: str) -> None:
    """Refuse a cluster that would wait for ever, or make other entries than this program."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise InputError(place, "has no workers", REMEDY) from error
    found = client.run(_program, on_error="return")
    here = _program()
    others = ", ".join(sorted(worker for worker, program in found.items() if program != here))
    if others:
        raise InputError(place, f"another version of chronology, or none, is on {others}", REMEDY)


def _program() -> str:
    return digest_files(program_files())


def _work_on(tables: SeedTables, work: Work[R], seeds: Sequence[Path]) -> list[R]:
    return work(seeds, tables)
