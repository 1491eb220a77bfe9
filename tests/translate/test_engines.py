"""Where engines come from: installed, fetched with a word said before, or done without."""

from dataclasses import replace

import pytest
import requests

from generator.errors import PackageError, WriteError
from generator.model import Language
from generator.translate import engines, packages
from generator.translate.engines import ArgosEngines
from tests.packages import package_of

DE, EN, ZH = Language("de"), Language("en"), Language("zh")
OFFER = packages.Offer(
    packages.Metadata("de", "en", "1.3"), "https://example.org/de_en.argosmodel", "x" * 64, 100_400_000
)


class World:
    """Stands in for the packages on this machine and in the network; writes down what was asked."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.installed: list[packages.InstalledPackage] = []
        self.fails: dict[str, Exception] = {}

    def find_package(self, source, target, _version=""):
        self.log.append(f"find {source} {target}")
        return self.installed[0] if self.installed else None

    def offer(self, source, target, _version=""):
        self.log.append(f"offer {source} {target}")
        if "offer" in self.fails:
            raise self.fails["offer"]
        return OFFER

    def install(self, offer, progress):
        self.log.append(f"install {' '.join(offer.metadata.pair)}")
        progress(1, 2)
        if "install" in self.fails:
            raise self.fails["install"]
        return package_of()

    def say(self, text):
        self.log.append(f"say {text}")

    def progress(self, done, total):
        self.log.append(f"progress {done} {total}")

    def engines(self, may_download=True):
        return ArgosEngines(may_download, self.say, self.progress)

    @property
    def said(self):
        return [line.removeprefix("say ") for line in self.log if line.startswith("say ")]


@pytest.fixture
def world(monkeypatch):
    world = World()
    for name in ("find_package", "offer", "install"):
        monkeypatch.setattr(engines.packages, name, getattr(world, name))
    return world


@pytest.mark.parametrize("may_download", [True, False])
def test_an_installed_package_is_used_and_nothing_is_said(world, may_download):
    world.installed = [package_of()]
    engine = world.engines(may_download).get(DE, EN)
    assert engine.package == "translate-de_en 1.3"
    assert world.log == ["find de en"]


def test_name_size_and_address_are_said_before_a_package_is_fetched(world):
    engine = world.engines().get(DE, EN)
    assert engine.package == "translate-de_en 1.3"
    assert world.log == [
        "find de en",
        "offer de en",
        "say Fetching translate-de_en-1_3, once (100 MB), from https://example.org/de_en.argosmodel; "
        "generate --no-download goes on without",
        "install de en",
        "progress 1 2",
    ]


def test_a_size_that_is_not_known_is_called_so(world, monkeypatch):
    offer = packages.Offer(OFFER.metadata, "https://example.org/x")
    monkeypatch.setattr(engines.packages, "offer", lambda *_: offer)
    monkeypatch.setattr(engines.packages, "size_of", lambda _: None)
    world.engines().get(DE, EN)
    assert world.said == [
        "Fetching translate-de_en-1_3, once (its server does not tell the size), from https://example.org/x; "
        "generate --no-download goes on without"
    ]


def test_the_size_is_asked_of_the_server_when_only_it_knows(monkeypatch):
    """An offer that tells is believed; servers that can't be reached leave the size open."""
    answer = requests.Response()
    answer.status_code = 200
    answer.headers["Content-Length"] = "123456"
    offer = packages.Offer(OFFER.metadata, "https://gone.example/x", mirrors=("https://there.example/x",))

    def head(_method, url, **_options):
        if url not in reachable:
            raise requests.ConnectionError
        return answer

    monkeypatch.setattr(requests, "request", head)
    reachable = {"https://there.example/x"}
    assert packages.size_of(offer) == 123456
    assert packages.size_of(replace(offer, size=7)) == 7
    reachable = set()
    assert packages.size_of(offer) is None


@pytest.mark.parametrize("where", ["offer", "install"])
def test_a_package_that_can_not_be_had_is_said_and_done_without(world, where):
    world.fails[where] = PackageError(
        "https://example.org", "is out of reach (no answer in time)", "copy it here"
    )
    assert world.engines().get(DE, EN) is None
    assert world.said[-1] == (
        "https://example.org: is out of reach (no answer in time); copy it here; "
        "until then texts stay in their own language"
    )


def test_a_bug_while_installing_is_not_hidden(world):
    world.fails["install"] = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        world.engines().get(DE, EN)


def test_without_leave_to_download_the_network_is_never_asked(world):
    assert world.engines(may_download=False).get(DE, EN) is None
    assert world.log == [
        "find de en",
        "say No package for de to en: its texts stay in their own language; "
        "run: chronology model install de en",
    ]


@pytest.mark.parametrize("state", ["installed", "fetched", "out of reach", "not allowed"])
def test_each_pair_is_asked_for_once(world, state):
    """A run of many batches says and fetches nothing twice."""
    if state == "installed":
        world.installed = [package_of()]
    if state == "out of reach":
        world.fails["offer"] = PackageError("a", "b", "c")
    found = world.engines(state != "not allowed")
    first = found.get(DE, EN)
    asked = list(world.log)
    assert found.get(DE, EN) is first
    assert world.log == asked
    found.get(ZH, EN)
    assert "find zh en" in world.log


def test_installed_names_the_package_and_asks_no_network(world):
    found = world.engines()
    assert found.installed(DE, EN) == ""
    world.installed = [package_of()]
    assert found.installed(DE, EN) == "translate-de_en 1.3"
    assert world.log == ["find de en"] * 2


def test_nothing_is_asked_before_an_engine_is_needed(world):
    world.engines()
    assert world.log == []


def test_a_home_that_can_not_be_written_leaves_texts_in_their_language(monkeypatch, tmp_path):
    def refuse(*_):
        raise WriteError(str(tmp_path), "can't be written (Permission denied)", "mend its rights")

    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    monkeypatch.setattr(packages, "size_of", lambda _: 1)
    monkeypatch.setattr(packages, "install", refuse)
    told = []
    assert ArgosEngines(True, told.append, lambda *_: None).get(Language("de"), Language("en")) is None
    assert "Permission denied" in told[-1]
