"""Runs the command line where nothing can be reached, and tells what tried to connect.

Two witnesses: in every Python process an audit hook, which refuses and writes down; and, where the system
allows a network namespace of its own, the kernel's counters in there, which see libraries in C as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

TIME_OUT = 300
COUNTERS = {
    "Ip": ("OutRequests", "OutNoRoutes"),
    "Tcp": ("ActiveOpens",),
    "Udp": ("OutDatagrams",),
    "Ip6OutRequests": (),
    "Ip6OutNoRoutes": (),
    "Udp6OutDatagrams": (),
}
"""Of the kernel; each is 0 in a new namespace, and none stays 0 when something tries to reach out."""
HEAVY = ("torch", "stanza", "spacy", "minisbd", "argostranslate.translate")

HOOK = f"""
import atexit, os, sys

REFUSED = (
    "socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request",
)

def note(line):
    with open(os.environ["ATTEMPTS"], "a", encoding="utf-8") as file:
        file.write(line + "\\n")

def refuse(event, arguments):
    if event not in REFUSED:
        return
    if event.startswith("socket.") and isinstance(arguments[-1], (str, bytes)) and event == "socket.connect":
        return  # a socket in the file system: another process of ours
    note(f"{{event}} {{arguments[1:] or arguments}}")
    raise ConnectionRefusedError("no network in this test")

def modules():
    for name in {HEAVY!r}:
        if name in sys.modules:
            note(f"imported {{name}}")

sys.addaudithook(refuse)
atexit.register(modules)
note_started = open(os.environ["STARTED"], "a").write("x")
"""


@dataclass(frozen=True)
class Witnessed:
    """A run without network."""

    code: int
    output: str
    attempts: tuple[str, ...]
    """What Python processes tried to reach, and heavy libraries they loaded."""
    packets: dict[str, int] | None
    """The kernel's counters that are not 0; None where it could not be asked."""
    processes: int
    """Python processes that ran with the hook."""


@cache
def can_unshare() -> bool:
    """Tell whether a process may have a network namespace of its own."""
    tool = shutil.which("unshare")
    return (
        bool(tool) and subprocess.run([tool, "-rn", "true"], check=False, capture_output=True).returncode == 0
    )


def run_offline(folder: Path, *arguments: str, hook: bool = True, **environment: str) -> Witnessed:
    """Run Python with arguments, without network.

    Args:
        folder: an empty folder for the witnesses' notes.
        arguments: after the name of the interpreter.
        hook: whether Python refuses by itself; without, only the kernel counts.
        environment: added to that of this process.
    """
    notes = {name: folder / name.lower() for name in ("ATTEMPTS", "STARTED")}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(HOOK if hook else "", encoding="utf-8")
    counters = folder / "counters"
    command = [sys.executable, *arguments]
    if can_unshare():
        script = 'out=$1; shift; "$@"; code=$?; cat /proc/net/snmp /proc/net/snmp6 > "$out"; exit $code'
        command = ["unshare", "-rn", "sh", "-c", script, "sh", str(counters), *command]
    done = subprocess.run(
        command,
        env={
            **os.environ,
            **{name: str(path) for name, path in notes.items()},
            "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=TIME_OUT,
        check=False,
    )
    return Witnessed(
        done.returncode,
        done.stdout + done.stderr,
        tuple(_read(notes["ATTEMPTS"]).splitlines()),
        _packets(counters.read_text("utf-8")) if counters.exists() else None,
        len(_read(notes["STARTED"])),
    )


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _packets(text: str) -> dict[str, int]:
    """Read the counters: of IPv4 two lines each, names and values; of IPv6 one line each."""
    found: dict[str, int] = {}
    names: list[str] = []
    for line in text.splitlines():
        head, *values = line.replace(":", " ").split()
        if head in COUNTERS and not COUNTERS[head]:
            found[head] = int(values[0])
        elif head in COUNTERS and not values[0].lstrip("-").isdigit():
            names = values
        elif head in COUNTERS:
            numbers = dict(zip(names, values, strict=True))
            found.update({head + name: int(numbers[name]) for name in COUNTERS[head]})
    assert len(found) >= 4, "the kernel's counters were not found"
    return {name: number for name, number in found.items() if number}
