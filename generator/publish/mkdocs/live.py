"""`mkdocs serve`, and what it lacks: it goes on whatever is saved, and answers no other computer's names."""

from __future__ import annotations

import ipaddress
import os
import posixpath
import re
import signal
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Event, Thread
from traceback import walk_tb
from typing import Any

from click import Abort, ClickException, get_current_context
from watchdog.events import FileModifiedEvent

from generator.errors import BuildError, ChronologyError, SettingsError
from generator.printable import printable_line
from generator.publish.mkdocs.build import CONFIG, QUIET, check_config
from generator.publish.mkdocs.noticing import observer

WAIT = 1.0
"""Seconds between looks for what is watched and was gone."""
LONGEST = 300
"""Characters of a message of MkDocs that are shown."""
STAYS = "the pages stay as they are until then"
PROGRAM = f"{Path(__file__).parents[2]}{os.sep}"
LOCAL = "localhost"
ANOTHER = "127.0.0.1:8001"
"""An address that may be free where the usual one is not."""
PORT = re.compile("[0-9]{1,5}")
LAST_PORT = 65_535
LONGEST_PATH = 4000
"""Of an address: with numbers or characters beyond all files, the server's own reading fails."""
POLL = "/livereload/"
"""Where browsers ask whether there is something new, and wait."""
PLAIN = [("Content-Type", "text/plain; charset=utf-8")]


class BehindError(Exception):
    """A build was given up, for something was saved that it would not show."""


def serve(root: Path, address: str) -> None:
    """Serve a project's site until it is interrupted.

    `address`: HOST:PORT to listen on.

    Raises:
        SettingsError: it is no address.
        BuildError: the first build failed, or nothing can listen there.
        KeyboardInterrupt: it was interrupted while it built.
    """
    check_config(root / CONFIG)
    _check_address(address)
    # What lies in the project's folder, such as a hook's data, is looked for from there.
    os.chdir(root)
    os.environ.update(QUIET)
    from mkdocs.__main__ import cli  # reads the environment

    try:
        cli.main(["serve", "--dev-addr", address], "mkdocs", standalone_mode=False)
    except Abort as error:  # what click makes of an interruption
        raise KeyboardInterrupt from error
    except (Exception, SystemExit) as error:
        raise in_words(error, "mend what is listed above, then serve again") from error


def _check_address(address: str) -> None:
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    if not PORT.fullmatch(port) or int(port) > LAST_PORT:
        raise SettingsError("--address", f"{address!r} is not HOST:PORT", f"write one such as {ANOTHER}")
    try:
        kind = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, int(port)))
    except (OSError, ValueError) as error:
        problem = f"can't be listened on ({getattr(error, 'strerror', None) or error})"
        raise BuildError(address, problem, f"give another one: --address {ANOTHER}") from error


def harden(
    server: Any, config: Path, paths: Callable[[], Iterable[Path]], tell: Callable[[str], None]
) -> None:
    """Have a server of MkDocs survive what editors do, and refuse other names than its own.

    Args:
        server: before it serves.
        config: the file that says what MkDocs builds.
        paths: gives other files and folders to watch, as the last configuration has them; also those that are
            gone for a while.
        tell: takes what is wrong, a line each.
    """
    server.builder = _guarded(server, config, tell)
    _watch_anew(server, paths())
    server.set_app(_for_this_computer(server.get_app(), server.server_address[0]))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, partial(_end, server))
    _Lookout(server, lambda: [path.absolute() for path in (config, *paths())], tell).start()


def _end(server: Any, *_: object) -> None:
    """End a server as an interruption does.

    Raises:
        KeyboardInterrupt: at once. Python drops it where garbage is just being found, and something is called
            for that: then the server's loop ends by itself, after the build.
    """
    server._shutdown = True
    raise KeyboardInterrupt


def on_demand(server: Any, make: Callable[[str], None]) -> None:
    """Have a server make what is asked for, by its path inside the site, when no build is under way."""
    app = server.get_app()

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        path = environ.get("PATH_INFO", "").encode("latin-1", "ignore").decode("utf-8", "ignore")
        if path.startswith(POLL):
            return app(environ, start_response)
        inside = path.removeprefix(server.mount_path) + ("index.html" if path.endswith("/") else "")
        while True:
            with server._epoch_cond:
                server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
                made_for = server._visible_epoch
            make(posixpath.normpath(f"/{inside}").lstrip("/"))
            began: list[tuple[Any, ...]] = []
            answered = app(environ, lambda *said: began.append(said))  # noqa: B023 - it is called at once
            # Of a build that began meanwhile it is not made yet: what was read may be old.
            if made_for == server._wanted_epoch:
                start_response(*began[-1])
                return answered

    server.set_app(answer)


def is_asked() -> bool:
    """Tell whether a server asks for what is to be made; one without reloading is given to no plugin."""
    context = get_current_context(silent=True)
    return context is None or bool(context.params.get("livereload", True))


def _watch_anew(server: Any, paths: Iterable[Path]) -> None:
    """Have our observer watch these, and what MkDocs watches, which has not started its own yet."""
    present = (str(path.absolute()) for path in paths if path.exists())
    server.observer, watched = observer(), dict.fromkeys((*server._watched_paths, *present))
    server._watched_paths.clear()
    for path in watched:
        server.watch(path)


def _guarded(server: Any, config: Path, tell: Callable[[str], None]) -> Callable[[], None]:
    """Have a build that fails leave the pages as they were: MkDocs would show none until the next.

    One that is given up is done again at once: nothing is shown before.
    """
    build = server.builder

    def build_or_tell() -> None:
        try:
            check_config(config)
            build()
        except BehindError:
            with server._rebuild_cond:
                while server._rebuild_cond.wait(timeout=server.build_delay):
                    pass
                server._want_rebuild = False
            build_or_tell()
        except (Exception, SystemExit) as error:  # whatever was saved
            tell(f"{in_words(error, 'mend it')}; {STAYS}")

    return build_or_tell


def in_words(error: BaseException, remedy: str) -> ChronologyError:
    """Return what ended a build, for people."""
    if isinstance(error, ChronologyError):
        return error
    said = " ".join(str(error).split())[:LONGEST]
    if isinstance(error, ClickException | SystemExit):
        return BuildError("mkdocs.yml or its plugins", said or "the site can't be built", remedy)
    problem = f"can't be built ({type(error).__name__}: {said})"
    return BuildError(failing_template(error) or "the site", problem, remedy)


def failing_template(error: BaseException) -> str:
    """Return the file and line of the site's own template that an error comes from; empty: of another."""
    # Jinja puts the lines of templates among those of programs.
    places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    templates = [(file, line) for file, line in places if not file.endswith(".py") and Path(file).is_file()]
    if not templates or any(file.startswith(PROGRAM) for file, _ in (places[-1], templates[-1])):
        return ""
    file, line = templates[-1]
    return f"{os.path.relpath(file)}:{line}"


def _for_this_computer(app: Any, listens: str) -> Any:
    """Refuse requests by another name: a page of elsewhere can have its name lead here, and read drafts."""

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if _is_local(str(listens)) and not _is_local(_host_of(environ)):
            start_response("403 Forbidden", PLAIN)
            return [b"This server answers to the names localhost and 127.0.0.1 only.\n"]
        if len(path) > LONGEST_PATH or printable_line(path) != path:
            start_response("404 Not Found", PLAIN)
            return [b"There is no such page.\n"]
        answered: Iterable[bytes] = app(environ, start_response)
        return answered

    return answer


def _host_of(environ: dict[str, Any]) -> str:
    """Return the name that a request is for, without the port; browsers always send one."""
    host = str(environ.get("HTTP_HOST", LOCAL))
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]


def _is_local(host: str) -> bool:
    if host.casefold() == LOCAL:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Lookout(Thread):
    """Watches again what was gone: the server's own watch ends with the file or folder."""

    def __init__(self, server: Any, paths: Callable[[], list[Path]], tell: Callable[[str], None]) -> None:
        super().__init__(name="lookout", daemon=True)
        self._server, self._paths, self._tell = server, paths, tell
        self._gone = {path for path in paths() if not path.exists()}

    def run(self) -> None:
        while not self._server.observer.stopped_event.is_set():
            Event().wait(WAIT)
            # Before, it is taking a first look at folders: at ten thousand files that takes longer.
            if self._server.observer.is_alive():
                self.look()

    def look(self) -> None:
        """Say what is gone; where it is back, watch it and have the site be built."""
        for path in self._paths():
            if not path.exists():
                if path not in self._gone:
                    self._tell(f"{path.name}: is gone; put it back, {STAYS}")
                self._gone.add(path)
            elif path in self._gone or not self._is_watched(path):  # back, maybe between two looks
                self._gone.discard(path)
                self._watch(path)

    def _is_watched(self, path: Path) -> bool:
        """Tell whether a folder is watched; files are through theirs, which stays."""
        return path.is_file() or any(one.is_alive() for one in self._emitters(path))

    def _emitters(self, path: Path) -> list[Any]:
        watched = str(path.parent if path.is_file() else path)
        return [one for one in self._server.observer.emitters.copy() if one.watch.path == watched]

    def _watch(self, path: Path) -> None:
        with suppress(OSError, KeyError):  # it was not watched, or is gone again
            self._server.unwatch(str(path))
        with suppress(OSError):
            self._server.watch(str(path))
        for emitter in self._emitters(path):
            emitter.queue_event(FileModifiedEvent(str(path)))
