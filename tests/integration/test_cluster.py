"""A cluster of workers writes the same entries to the byte, also when one is killed in the middle."""

from __future__ import annotations

import contextlib
import os
import signal

import pytest
from distributed import LocalCluster

from generator.generate import workers
from tests.integration.support import copy_site_frame, generate_here, make_project, snapshot

SEEDS = 30


@pytest.fixture
def project(tmp_path):
    make_project(tmp_path / "project")
    copy_site_frame(tmp_path / "project")
    for number in range(SEEDS):
        day = f"{number % 28 + 1} May 2021"
        (tmp_path / f"project/seeds/{number:03}.txt").write_text(
            f"Delegates of group {number} meet\n\n"
            f"BERLIN, {day} – The delegates of group {number} met for talks on {number + 40} points.\n\n"
            "They agreed to meet again before the end of the year, and thanked those who had come.\n",
            encoding="utf-8",
        )
    return tmp_path / "project"


def test_what_a_killed_worker_was_at_is_done_again(project, tmp_path, monkeypatch):
    generate_here(project)
    alone = snapshot(project / "content")
    for folder in ("entries", ".generated"):
        for path in (project / "content" / folder).rglob("*"):
            if path.is_file():
                path.unlink()
    (project / ".cache/generate.json").unlink()
    monkeypatch.setattr(workers, "SEEDS_AT_ONCE", 2)
    cluster = LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=None,
        local_directory=str(tmp_path / "dask"),
    )
    with cluster:
        submitted, in_order = [], workers.in_order

        def killing(submit, work, seeds):
            def one_more(*given):
                submitted.append(given)
                if len(submitted) == SEEDS // 4:
                    os.kill(next(iter(cluster.workers.values())).process.pid, signal.SIGKILL)
                return submit(*given)

            return in_order(one_more, work, seeds)

        monkeypatch.setattr("generator.generate.cluster.in_order", killing)
        done = generate_here(project, "--scheduler", cluster.scheduler_address)
    assert done.exit_code == 0, done.output
    assert len(submitted) >= SEEDS // 2
    assert snapshot(project / "content") == alone


def test_a_scheduler_that_is_not_there_is_named(project, monkeypatch):
    monkeypatch.setattr("generator.generate.cluster.PATIENCE", 0.2)
    done = generate_here(project, "--scheduler", "tcp://127.0.0.1:9")
    assert done.exit_code == 1
    assert "--scheduler tcp://127.0.0.1:9: no scheduler answers" in done.output
    assert "Traceback" not in done.output
    with contextlib.suppress(FileNotFoundError):
        assert not list((project / "content/entries").iterdir())


def test_a_cluster_that_would_wait_for_ever_or_make_others_is_refused(project, tmp_path, monkeypatch):
    monkeypatch.setattr("generator.generate.cluster.PATIENCE", 5)
    with LocalCluster(n_workers=0, dashboard_address=None, local_directory=str(tmp_path / "dask")) as cluster:
        done = generate_here(project, "--scheduler", cluster.scheduler_address)
        assert done.exit_code == 1
        assert "has no workers" in done.output
        cluster.scale(1)
        cluster.wait_for_workers(1)
        monkeypatch.setattr("generator.generate.cluster.program_files", list)
        done = generate_here(project, "--scheduler", cluster.scheduler_address)
        assert done.exit_code == 1
        assert "another version of chronology, or none, is on tcp://" in done.output
    assert not (project / "content/entries").is_dir() or not list((project / "content/entries").iterdir())


def test_without_certificates_a_scheduler_that_wants_them_is_not_asked(project):
    done = generate_here(project, "--scheduler", "tls://127.0.0.1:9")
    assert done.exit_code == 1
    assert "--scheduler tls://127.0.0.1:9: has no certificates" in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize("address", ["nonsense", "http://127.0.0.1:9", "tcp://host"])
def test_what_is_no_address_is_named_at_once(project, address):
    done = generate_here(project, "--scheduler", address)
    assert done.exit_code == 1
    assert f"--scheduler {address}: is no scheduler's address" in done.output
    assert "Traceback" not in done.output
