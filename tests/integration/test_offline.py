"""Offline means offline: with a package installed, a whole run reaches for nothing."""

import pytest

from generator.translate.packages import install_file
from tests.integration.support import SKELETON, entries_by_seed, make_project
from tests.models import fetch_model
from tests.offline import can_unshare, run_offline

CHINESE = """中俄两国海军举行联合演习

新华社北京10月18日电 中国国防部发言人星期四在北京举行例行记者会。
两国海军在日本海举行了为期四天的联合演习，有六架飞机和三艘舰艇参加。

发言人强调，这次演习不针对任何第三方。双方将继续加强战略协作，下一次会晤定于明年六月在莫斯科举行。
"""
CONNECT = "import socket; socket.create_connection(('192.0.2.1', 80), 2)"
LOOK_UP = "import socket; socket.getaddrinfo('example.org', 80)"
SEND = "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 53))"


@pytest.mark.parametrize("code", [CONNECT, LOOK_UP, SEND])
def test_python_that_tries_is_noticed(tmp_path, code):
    run = run_offline(tmp_path / "notes", "-c", code)
    assert run.code
    assert len(run.attempts) == 1
    assert run.attempts[0].startswith("socket.")


@pytest.mark.skipif(not can_unshare(), reason="no network namespaces here")
@pytest.mark.parametrize("code", [CONNECT, SEND])
def test_what_python_does_not_see_the_kernel_does(tmp_path, code):
    run = run_offline(tmp_path / "notes", "-c", code, hook=False)
    assert run.code
    assert run.packets
    assert run_offline(tmp_path / "none", "-c", "pass", hook=False).packets == {}


def test_heavy_libraries_are_noticed(tmp_path):
    run = run_offline(tmp_path / "notes", "-c", "import sys; sys.modules['torch'] = sys")
    assert run.attempts == ("imported torch",)


def test_installing_from_a_file_and_generating_reach_for_nothing(tmp_path, german_file):
    """From an empty machine to the translated entry, downloads allowed; every segment has its rendering."""
    project = make_project(tmp_path / "project")
    seed = project / "seeds" / "german.txt"
    seed.write_bytes((SKELETON / "example/seeds/eroeffnung.txt").read_bytes())
    packages = tmp_path / "packages"
    install = ("model", "install", "de", "en", "--from", str(german_file))
    assert_silent(chronology(tmp_path / "1", project, packages, *install))
    assert_silent(chronology(tmp_path / "2", project, packages, "generate"))
    entry = entries_by_seed(project)[seed.name]
    assert (entry.translation.by, entry.translation.package) == ("argos", "translate-de_en 0.1")
    assert entry.translation.language == "en"
    assert entry.segments
    assert all(segment.rendering and segment.rendering.text for segment in entry.segments)
    before = sorted((project / "content").rglob("*.md"))
    texts = [path.read_bytes() for path in before]
    (project / ".cache" / "generate.json").unlink(missing_ok=True)
    assert_silent(chronology(tmp_path / "3", project, packages, "generate"))
    assert [path.read_bytes() for path in before] == texts


def test_pages_and_files_are_read_without_the_network(tmp_path):
    """Whatever a page embeds, and whatever the libraries that read it could fetch."""
    project = make_project(tmp_path / "project")
    paragraphs = "".join(
        f"<p>On {day} May 2021 the harbour office closed quay {day}.</p>" for day in range(9)
    )
    page = f"""<html lang="en"><head><link rel="canonical" href="https://sandwick.example/2021/05/09/quay">
    <base href="https://sandwick.example/"><link rel="stylesheet" href="https://sandwick.example/a.css"></head>
    <body><img src="https://sandwick.example/a.png"><h1>Quays closed</h1>{paragraphs}
    <iframe src="https://sandwick.example/b"></iframe></body></html>"""
    (project / "seeds" / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "other.html").write_text(page.replace("May", "June"), encoding="utf-8")
    assert_silent(chronology(tmp_path / "1", project, tmp_path, "generate", "--no-download"))
    added = chronology(
        tmp_path / "2", project, tmp_path, "add", "--no-download", str(tmp_path / "other.html")
    )
    assert_silent(added)
    assert len(entries_by_seed(project)) == 2


@pytest.mark.model
def test_generating_with_a_trained_package_reaches_for_nothing(tmp_path, monkeypatch):
    """A third language, end to end."""
    packages = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(packages))
    install_file(fetch_model())
    project = make_project(tmp_path / "project")
    settings = '[tool.chronology]\nlanguage = "en"\ntranslate = { zh = "en" }\n'
    (project / "pyproject.toml").write_text(settings, encoding="utf-8")
    for number in range(3):
        (project / "seeds" / f"{number}.txt").write_text(f"{CHINESE}\n第{number}次。\n", encoding="utf-8")
        (project / "seeds" / f"{number}.yml").write_text("language: zh\n", encoding="utf-8")
    assert_silent(chronology(tmp_path / "notes", project, packages, "generate"))
    for entry in entries_by_seed(project).values():
        assert entry.language == "zh"
        assert entry.translation.package == "translate-zh_en 1.9"
        assert all(segment.rendering for segment in entry.segments)
        assert "joint" in " ".join(segment.rendering.text for segment in entry.segments)


def chronology(notes, project, packages, *arguments):
    command = ("-m", "generator", "--project", str(project), *arguments)
    home = {"HOME": str(notes), "ARGOS_PACKAGES_DIR": str(packages)}
    return run_offline(notes, *command, **home)


def assert_silent(run):
    assert run.code == 0, run.output
    assert run.attempts == ()
    assert run.packets in ({}, None)
    assert run.processes >= 1
