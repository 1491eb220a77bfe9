"""What a build would write as it is already stays; what no build writes goes."""

import os
import shutil

import pytest

from generator.publish.kept.in_place import InPlace


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def build(place, site, files, *, aside=()):
    place.begin(site)
    for name, text in files.items():
        place.write(text.encode(), str(site / name))
    for name in aside:
        (site / name).write_text("aside")
    place.end()


def times(site):
    return {path.name: path.stat().st_mtime_ns for path in site.rglob("*.html")}


def shown(site):
    return {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*") if path.is_file()}


def test_a_file_that_stays_the_same_is_not_written_again(site):
    place = InPlace()
    build(place, site, {"a/index.html": "a", "b.html": "b"})
    before = times(site)
    build(place, site, {"a/index.html": "a", "b.html": "c"})
    assert shown(site) == {"a/index.html": "a", "b.html": "c"}
    assert times(site)["index.html"] == before["index.html"]


def test_what_is_not_written_any_more_goes_with_its_folder(site):
    place = InPlace()
    build(place, site, {"a/b/c.html": "c", "d.html": "d"}, aside=[".hidden"])
    build(place, site, {"d.html": "d"})
    assert shown(site) == {"d.html": "d", ".hidden": "aside"}
    assert not (site / "a").exists()


def test_what_another_writes_itself_stays(site):
    place = InPlace()
    build(place, site, {"a.html": "a"}, aside=["map.xml"])
    os.utime(site / "map.xml", ns=(0, 0))
    build(place, site, {"a.html": "a"}, aside=["map.xml"])
    assert shown(site) == {"a.html": "a", "map.xml": "aside"}


def test_what_somebody_else_changed_is_written_again(site):
    place = InPlace()
    build(place, site, {"a.html": "a"})
    (site / "a.html").write_text("changed")
    build(place, site, {"a.html": "a"})
    assert shown(site) == {"a.html": "a"}


def test_a_file_may_become_a_folder_and_back(site):
    place = InPlace()
    for files in ({"a": "1"}, {"a/b": "2"}, {"a": "3"}):
        build(place, site, files)
        assert shown(site) == files


def test_a_copy_is_made_again_when_its_source_was_written(site, tmp_path):
    place, source, copied = InPlace(), tmp_path / "source", []
    target = str(site / "a")

    def copy():
        copied.append(source.read_text())
        shutil.copyfile(source, target)

    for text in ("1", None, "2"):
        if text:
            source.write_text(text)
            os.utime(source, ns=(0, 0))
        place.begin(site)
        place.copy(str(source), target, copy)
        place.end()
    assert copied == ["1", "2"]
    assert shown(site) == {"a": "2"}
