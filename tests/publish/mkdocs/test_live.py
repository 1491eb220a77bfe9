"""What ended a build, in words: a template of the site's own is named with its line; what a server makes."""

import threading
from contextlib import suppress
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateError
from mkdocs.livereload import LiveReloadServer

from generator.errors import SettingsError
from generator.publish.mkdocs import live
from generator.publish.mkdocs.live import BehindError, failing_template, in_words, on_demand, serve


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError: division by zero"),
        ("{% if %}", 1, "TemplateSyntaxError: Expected an expression, got 'end of statement block'"),
        ("{{ a.b.c }}", 1, "UndefinedError: 'a' is undefined"),
    ],
)
def test_a_template_that_fails_is_named_with_its_line(tmp_path, monkeypatch, text, line, problem):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/main.html").write_text(text)
    with pytest.raises((ArithmeticError, TemplateError), match=problem.partition(": ")[2]) as caught:
        Environment(loader=FileSystemLoader("own"), autoescape=True).get_template("main.html").render()
    told = str(in_words(caught.value, "mend it"))
    assert told == f"own/main.html:{line}: can't be built ({problem}); mend it"


@pytest.mark.parametrize(
    "address", ["nonsense", "localhost", "localhost:", "127.0.0.1:70000", "x:80a", "x:-1"]
)
def test_what_is_no_address_is_named(tmp_path, address):
    (tmp_path / "mkdocs.yml").write_text("plugins: [chronology]\n")
    with pytest.raises(SettingsError, match="is not HOST:PORT; write one such as") as caught:
        serve(tmp_path, address)
    assert str(caught.value).startswith(f"--address: {address!r} ")


def test_a_build_that_is_interrupted_is_no_site_that_can_not_be_built(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text("plugins: [chronology]\n")

    def interrupt(*_args, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs.commands.serve.serve", interrupt)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        serve(tmp_path, "127.0.0.1:0")


def test_an_error_of_a_program_is_no_templates(tmp_path):
    (tmp_path / "main.html").write_text("{{ fails() }}")
    template = Environment(loader=FileSystemLoader(tmp_path), autoescape=True).get_template("main.html")
    with pytest.raises(AttributeError) as caught:
        template.render(fails=lambda: failing_template(1))
    assert failing_template(caught.value) == ""


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/below/entries/b/", "entries/b/index.html"),
        ("/below/data/entries.json", "data/entries.json"),
        ("/below/", "index.html"),
        ("/b\xc3\xa4r/", "b\xe4r/index.html"),
        ("/below/records/../entries/./b//", "entries/b/index.html"),
        ("/below//entries/b", "entries/b"),
    ],
)
def test_what_is_asked_for_is_made_between_builds(tmp_path, asked, path):
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path), "below")
    made, built = [], threading.Event()
    server.set_app(lambda _, start: [start("200 OK", []), *made])
    on_demand(server, lambda path: made.append((path, built.is_set())))
    app = server.get_app()
    server._wanted_epoch += 1
    said = []

    def answered(path):
        return app({"PATH_INFO": path}, lambda *begun: said.append(begun))[1:]

    assert answered("/livereload/1/2") == []  # browsers wait there for the build

    def end_build():
        with server._epoch_cond:
            built.set()
            server._visible_epoch = server._wanted_epoch
            server._epoch_cond.notify_all()

    threading.Timer(0.05, end_build).start()
    assert answered(asked) == [(path, True)]
    assert said == [("200 OK", [])] * 2
    server.server_close()


@pytest.mark.parametrize("step", ["made", "read"])
def test_what_a_build_makes_old_while_it_is_made_or_read_is_made_again(tmp_path, step):
    server, done, said = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path)), [], []

    def do(name):
        done.append((name, server._visible_epoch))
        if name == step and server._visible_epoch == first:
            server._wanted_epoch = server._visible_epoch = first + 1

    def read(_, start_response):
        do("read")
        start_response("200 OK", [])
        return [*done]

    server.set_app(read)
    on_demand(server, lambda _: do("made"))
    first = server._visible_epoch
    answered = server.get_app()({"PATH_INFO": "/data/entries.json"}, lambda *begun: said.append(begun))
    assert answered[-2:] == [("made", first + 1), ("read", first + 1)]
    assert said == [("200 OK", [])]
    server.server_close()


def test_nothing_is_watched_anew_before_the_server_watches_it(monkeypatch):
    """A first look at ten thousand files takes seconds: to watch them again would have all be built again."""
    is_alive, stopped, looks = threading.Event(), threading.Event(), threading.Event()
    monkeypatch.setattr(live, "WAIT", 0.01)
    monkeypatch.setattr(live._Lookout, "look", lambda _: looks.set())
    observer = SimpleNamespace(is_alive=is_alive.is_set, stopped_event=stopped)
    live._Lookout(SimpleNamespace(observer=observer), list, print).start()
    try:
        assert not looks.wait(0.2)
        is_alive.set()
        assert looks.wait(20)
    finally:
        stopped.set()


def test_a_build_that_is_given_up_is_done_again_before_anything_is_shown(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("plugins: [chronology]\n")
    saved_before, told = [], []

    def build():
        saved_before.append(server._want_rebuild)
        if len(saved_before) == 1:
            server._want_rebuild = True
            raise BehindError

    server = LiveReloadServer(build, "127.0.0.1", 0, str(tmp_path))
    live._guarded(server, tmp_path / "mkdocs.yml", told.append)()
    server.server_close()
    assert (saved_before, told) == ([False, False], [])


def test_an_interruption_that_a_build_passes_over_ends_the_server():
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, "http://127.0.0.1/")
    server._want_rebuild = True

    def pass_over():
        with suppress(KeyboardInterrupt):
            live._end(server)

    server.builder = pass_over
    server._build_loop()
    assert server._shutdown
    server.server_close()
