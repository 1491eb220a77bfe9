"""Entries' names follow their dates and titles, seeds keep their entries, and what was deleted stays away."""

import json
import shutil

import pytest

from generator.content.files import write_text
from generator.content.library import load_library
from generator.content.paths import ContentPaths
from generator.errors import WriteError
from generator.generate import batches, write
from generator.generate.rename import find_reworded_seeds
from tests import kinds
from tests.engines import FakeEngine
from tests.generate.runs import (
    FIRST,
    SECOND,
    all_issues,
    content_of,
    edit,
    entries,
    entry_path,
    outcomes,
    run,
)

UNDATED = "undated-marine-kuendigt-uebung-an"
DATED = "2023-12-28-marine-kuendigt-uebung-an"


def add_undated(project, name="a.txt", *paragraphs, title="Marine kündigt Übung an"):
    text = "\n\n".join((title, *(paragraphs or (SECOND,)))) + "\n"
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def sidecar(project, text, name="a.yml"):
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def names(project):
    return sorted(ContentPaths(project / "content").entry_slugs())


def moved(project):
    return dict(load_library(project / "content", kinds.TOPIC).moved)


def move(project, old, new):
    folder = project / "content/entries"
    (folder / f"{new}.md").parent.mkdir(exist_ok=True)
    (folder / f"{old}.md").rename(folder / f"{new}.md")


@pytest.fixture
def undated(project):
    add_undated(project)
    run(project)
    assert names(project) == [UNDATED]
    return project


def test_an_entry_is_renamed_when_its_sidecar_dates_it(undated):
    sidecar(undated, 'published: "2023-12-28"\n')
    (result, *_) = run(undated)
    assert (result.renamed_from, result.slug) == (UNDATED, DATED)
    assert names(undated) == [DATED]
    assert moved(undated) == {UNDATED: DATED}
    before = content_of(undated)
    assert outcomes(run(undated)) == {"a.txt": "unchanged"}
    assert content_of(undated) == before


def test_an_entry_is_renamed_when_an_editor_dates_it(undated):
    edit(undated, "a.txt", "language: de", 'date: "2023-12-28"\nlanguage: de')
    assert outcomes(run(undated)) == {"a.txt": "unchanged"}
    assert names(undated) == [DATED]
    edit(undated, "a.txt", 'date: "2023-12-28"', 'date: "2023-12-29"')
    run(undated)
    assert names(undated) == [DATED.replace("28", "29")]
    assert moved(undated) == dict.fromkeys((UNDATED, DATED), names(undated)[0])


def test_an_entry_gets_a_name_back_that_it_had(undated):
    for day in ("28", "29", "28"):
        sidecar(undated, f'published: "2023-12-{day}"\n')
        run(undated)
    assert names(undated) == [DATED]
    assert moved(undated) == dict.fromkeys((UNDATED, DATED.replace("28", "29")), DATED)


def test_a_name_that_it_had_and_an_editor_gave_to_another_stays_with_that_one(undated):
    for day in ("28", "29"):
        sidecar(undated, f'published: "2023-12-{day}"\n')
        run(undated)
    add_undated(undated, "b.txt", FIRST, title="Ganz anderes")
    run(undated)
    move(undated, "undated-ganz-anderes", DATED)
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    assert entry_path(undated, "b.txt").stem == DATED
    assert entry_path(undated, "a.txt").stem.startswith(f"{DATED}-")


def test_what_is_said_of_a_renamed_entry_names_its_new_file(undated):
    add_undated(undated, title="Marine sagt Übung ab")
    said = [issue.place for issue in all_issues(run(undated))]
    assert said == ["content/entries/undated-marine-sagt-uebung-ab.md"]


def test_a_name_that_an_editor_gave_stays_and_its_old_address_leads_on(undated):
    move(undated, UNDATED, "our-navy")
    # Before generate has seen it, too.
    assert moved(undated) == {UNDATED: "our-navy"}
    run(undated)
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    assert names(undated) == ["our-navy"]
    assert moved(undated) == {UNDATED: "our-navy"}


def test_an_editors_name_is_the_editors_in_whatever_order_it_was_dated(undated):
    move(undated, UNDATED, "our-navy")
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    assert names(undated) == ["our-navy"]


def test_an_entry_in_a_folder_is_found_and_renamed_there(undated):
    move(undated, UNDATED, f"2023/{UNDATED}")
    assert outcomes(run(undated)) == {"a.txt": "unchanged"}
    assert moved(undated) == {UNDATED: f"2023/{UNDATED}"}
    add_undated(undated, "a.txt", FIRST, SECOND)
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    assert names(undated) == [f"2023/{DATED}"]
    assert moved(undated) == dict.fromkeys((UNDATED, f"2023/{UNDATED}"), f"2023/{DATED}")


def test_an_entry_that_was_dated_before_names_followed_is_renamed(undated):
    """Its baseline has the date already."""
    for path in (entry_path(undated, "a.txt"), ContentPaths(undated / "content").baseline("a.txt")):
        dated = path.read_text(encoding="utf-8").replace(
            "language: de", 'date: "2023-12-28"\nlanguage: de', 1
        )
        path.write_text(dated, encoding="utf-8")
    run(undated)
    assert names(undated) == [DATED]


def test_a_name_that_is_taken_gets_the_start_of_the_hash(undated):
    add_undated(undated, "b.txt", FIRST)
    sidecar(undated, 'published: "2023-12-28"\n')
    sidecar(undated, 'published: "2023-12-28"\n', "b.yml")
    run(undated)
    found = entries(undated)
    assert names(undated) == sorted([DATED, f"{DATED}-{found['b.txt'].source.sha256[:8]}"])
    assert outcomes(run(undated)) == {"a.txt": "unchanged", "b.txt": "unchanged"}


def test_a_name_with_a_hash_stays_when_the_seed_changes(undated):
    add_undated(undated, "b.txt", FIRST)
    run(undated)
    before = entry_path(undated, "b.txt")
    assert before.stem.startswith(f"{UNDATED}-")
    add_undated(undated, "b.txt", FIRST, SECOND)
    run(undated)
    assert entry_path(undated, "b.txt") == before
    assert moved(undated) == {}
    sidecar(undated, 'published: "2023-12-28"\n', "b.yml")
    run(undated)
    assert moved(undated) == {before.stem: DATED}


@pytest.mark.parametrize("day", [None, "2023-12-28"])
def test_the_name_of_a_deleted_entry_is_given_to_no_other(undated, day):
    if day:
        sidecar(undated, f'published: "{day}"\n')
        run(undated)
    path = entry_path(undated, "a.txt")
    path.unlink()
    add_undated(undated, "b.txt", FIRST)
    if day:
        sidecar(undated, f'published: "{day}"\n', "b.yml")
    run(undated)
    assert entry_path(undated, "b.txt").stem.startswith(f"{path.stem}-")
    run(undated, None, "a.txt")
    assert entry_path(undated, "a.txt") == path


def test_a_former_name_is_not_given_again(undated):
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    add_undated(undated, "b.txt", FIRST)
    run(undated)
    assert UNDATED not in names(undated)
    assert moved(undated) == {UNDATED: DATED}


@pytest.mark.parametrize("at", [0, 1])
def test_a_run_that_ended_before_or_after_renaming_is_made_good(undated, monkeypatch, at):
    sidecar(undated, 'published: "2023-12-28"\n')
    with monkeypatch.context() as patch:
        patch.setattr("generator.generate.rename.write_text", Failing(at).write)
        assert outcomes(run(undated)) == {"a.txt": "failed"}
    assert names(undated) == [DATED if at else UNDATED]
    run(undated)
    assert moved(undated) == {UNDATED: DATED}
    edit(undated, "a.txt", 'date: "2023-12-28"', 'date: "2023-12-29"')
    run(undated)
    assert names(undated) == [DATED.replace("28", "29")]


def fail(path, *_):
    raise WriteError(str(path), "disk full", "free space")


class Failing:
    """Writes some files, and fails at the next."""

    def __init__(self, after):
        self.left = after

    def write(self, path, text):
        if not self.left:
            fail(path)
        self.left -= 1
        return write_text(path, text)


def test_links_of_editors_follow_a_rename(undated):
    add_undated(undated, "b.txt", FIRST, title="Schiffe laufen aus")
    run(undated)
    edit(undated, "b.txt", "kind: article", f"kind: article\nrelated: [{UNDATED}]")
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    assert entries(undated)["b.txt"].related == (DATED,)
    assert UNDATED in entry_path(undated, "b.txt").read_text(encoding="utf-8")


def test_an_address_that_can_not_be_read_counts_as_none(undated):
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    (path,) = (undated / "content/.generated/addresses").iterdir()
    for text in (
        "{",
        "[]",
        '{"seed": "a.txt"}',
        '{"seed": "a.txt", "slug": "x", "by_hand": true, "former": 3}',
    ):
        path.write_text(text, encoding="utf-8")
        assert moved(undated) == {}


def test_a_renamed_seed_keeps_its_entry_and_what_was_typed_there(undated):
    edit(undated, "a.txt", "language: de", "summary: By hand.\nlanguage: de")
    (undated / "seeds/a.txt").rename(undated / "seeds/z.txt")
    results = run(undated)
    assert outcomes(results) == {"z.txt": "changed"}
    assert "seeds/z.txt: was a.txt" in " ".join(map(str, all_issues(results)))
    assert names(undated) == [UNDATED]
    assert entries(undated)["z.txt"].summary == "By hand."
    generated = [path.name for path in (undated / "content/.generated").rglob("*a.txt*")]
    assert generated == []
    before = content_of(undated)
    assert outcomes(run(undated)) == {"z.txt": "unchanged"}
    assert content_of(undated) == before


def test_a_run_that_ended_while_a_renamed_seed_was_written_is_made_good(undated, monkeypatch):
    edit(undated, "a.txt", "language: de", "summary: By hand.\nlanguage: de")
    (undated / "seeds/a.txt").rename(undated / "seeds/z.txt")
    with monkeypatch.context() as patch:
        patch.setattr(batches, "write", fail)
        assert outcomes(run(undated)) == {"z.txt": "failed"}
    assert outcomes(run(undated)) == {"z.txt": "changed"}
    assert entries(undated)["z.txt"].summary == "By hand."


def test_a_renamed_seed_whose_entry_was_deleted_stays_away(undated):
    entry_path(undated, "a.txt").unlink()
    (undated / "seeds/a.txt").rename(undated / "seeds/z.txt")
    for _ in range(2):
        assert outcomes(run(undated)) == {"z.txt": "left out"}
    assert outcomes(run(undated, None, "z.txt")) == {"z.txt": "new"}


def test_a_deleted_entry_stays_away_when_another_seed_takes_its_seeds_name(undated):
    add_undated(undated, "b.txt", FIRST, title="Schiffe laufen aus")
    run(undated)
    entry_path(undated, "a.txt").unlink()
    move(undated, entries(undated)["b.txt"].slug, "by-hand")
    shutil.rmtree(undated / ".cache")
    (undated / "seeds/a.txt").rename(undated / "seeds/c.txt")
    (undated / "seeds/b.txt").rename(undated / "seeds/a.txt")
    assert outcomes(run(undated)) == {"a.txt": "changed", "c.txt": "left out"}
    assert outcomes(run(undated)) == {"a.txt": "unchanged", "c.txt": "left out"}
    (undated / "seeds/c.txt").rename(undated / "seeds/d.txt")
    for _ in range(2):
        assert outcomes(run(undated)) == {"a.txt": "unchanged", "d.txt": "left out"}
    assert names(undated) == ["by-hand"]
    assert outcomes(run(undated, None, "d.txt")) == {"d.txt": "new"}
    assert SECOND in entry_path(undated, "d.txt").read_text(encoding="utf-8")


def test_a_review_signed_by_hand_goes_with_a_seed_that_is_renamed_meanwhile(undated):
    run(undated, FakeEngine())
    edit(undated, "a.txt", "\n  by: argos", "\n  reviewed_by: Ann\n  by: argos")
    (undated / "seeds/a.txt").rename(undated / "seeds/b.txt")
    run(undated, FakeEngine())
    assert ContentPaths(undated / "content").review("b.txt").exists()


def test_old_addresses_lead_on_when_the_seed_is_renamed(undated):
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    for ending in ("txt", "yml"):
        (undated / f"seeds/a.{ending}").rename(undated / f"seeds/z.{ending}")
    run(undated)
    assert moved(undated) == {UNDATED: DATED}


NEWS = (
    "Zwölf Schiffe der Marine sind am Morgen aus dem Hafen von Talstadt ausgelaufen, teilte das Amt mit.",
    "An Bord sind nach Auskunft der Behörden vierhundert Frauen und Männer aus sechs Ländern der Region.",
    "Die Fahrt führt sie durch die Meerenge und weiter in den Norden, wo sie zwei Wochen lang üben sollen.",
)


@pytest.fixture
def news(project):
    add_undated(project, "a.txt", *NEWS)
    run(project)
    edit(project, "a.txt", f"\n{NEWS[0]}\n", f"\n{NEWS[0]}[^1]\n")
    run(project)
    (project / "seeds/a.txt").unlink()
    return project


def test_a_seed_renamed_and_changed_at_once_keeps_its_entry(news):
    add_undated(news, "b.txt", NEWS[0], NEWS[1].replace("vierhundert", "fünfhundert"), NEWS[2])
    results = run(news)
    assert outcomes(results) == {"b.txt": "changed"}
    assert any("seeds/b.txt: taken for a.txt, which is gone" in str(issue) for issue in all_issues(results))
    text = entry_path(news, "b.txt").read_text("utf-8")
    assert f"{NEWS[0]}[^1]" in text
    assert "fünfhundert" in text
    assert outcomes(run(news)) == {"b.txt": "unchanged"}


@pytest.mark.parametrize("chosen", [(), ("b.txt",)])
def test_where_two_seeds_fit_none_is_taken_for_the_one_that_is_gone(news, chosen):
    add_undated(news, "b.txt", NEWS[0], NEWS[1], "Morgen mehr.")
    add_undated(news, "c.txt", NEWS[0], "Das ist alles.", NEWS[1])
    assert set(outcomes(run(news, None, *chosen)).values()) == {"new"}


def test_another_report_of_the_same_is_not_taken_for_the_one_that_is_gone(news):
    add_undated(news, "b.txt", NEWS[0], *(" ".join(reversed(text.split())) for text in NEWS[1:]))
    assert outcomes(run(news)) == {"b.txt": "new"}


def test_a_seed_of_opened_tags_is_compared_at_once(news):
    (news / "seeds/b.txt").write_text("<" * 3_000_000, "utf-8")
    paths = ContentPaths(news / "content")
    (gone,) = load_library(paths.content, kinds.PROJECT).entries.values()
    assert find_reworded_seeds([news / "seeds/b.txt"], ["b.txt"], {"a.txt": gone}, paths) == {}


def test_a_copy_of_a_seed_is_no_renamed_one(undated):
    add_undated(undated, "z.txt")
    assert outcomes(run(undated)) == {"a.txt": "unchanged", "z.txt": "failed"}


def test_a_seed_is_left_out_when_its_sidecar_says_so(project):
    add_undated(project)
    sidecar(project, "skip: true\n")
    results = run(project)
    assert outcomes(results) == {"a.txt": "left out"}
    assert [str(issue) for issue in all_issues(results)] == [
        "seeds/a.txt: left out: `skip: true` in its sidecar; take `skip` out to have it"
    ]
    assert names(project) == []
    sidecar(project, "skip: false\n")
    assert outcomes(run(project)) == {"a.txt": "new"}
    sidecar(project, "skip: true\n")
    results = run(project)
    assert outcomes(results) == {"a.txt": "left out"}
    assert "its entry stays" in all_issues(results)[0].remedy
    assert names(project) == [UNDATED]


def test_of_two_seeds_with_one_text_one_may_be_left_out(undated):
    add_undated(undated, "0.txt")
    sidecar(undated, "skip: true\n", "0.yml")
    assert outcomes(run(undated)) == {"0.txt": "left out", "a.txt": "unchanged"}


def test_a_deleted_entry_stays_away_until_it_is_asked_for(undated):
    entry_path(undated, "a.txt").unlink()
    results = run(undated)
    assert outcomes(results) == {"a.txt": "left out"}
    assert [str(issue) for issue in all_issues(results)] == [
        "seeds/a.txt: left out: its entry was deleted; `chronology generate --restore a.txt` brings it back"
    ]
    add_undated(undated, "a.txt", FIRST, SECOND)
    assert outcomes(run(undated)) == {"a.txt": "left out"}
    assert outcomes(run(undated, None, "a.txt")) == {"a.txt": "new"}
    assert outcomes(run(undated)) == {"a.txt": "unchanged"}


def test_a_deleted_entry_comes_back_as_it_was(undated):
    edit(undated, "a.txt", "\nlanguage: de\n", '\ndate: "2023-12-24"\nsummary: Mine.\nlanguage: de\n')
    edit(undated, "a.txt", f"\n{SECOND}\n", f"\n{SECOND}[^1]\n")
    path = entry_path(undated, "a.txt")
    path = path.rename(path.with_name("mine.md"))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n[^1]: A note.\r\n")
    run(undated)
    before = path.read_bytes()
    path.unlink()
    run(undated)
    results = run(undated, None, "a.txt")
    told = [str(issue) for issue in all_issues(results)]
    assert outcomes(results) == {"a.txt": "new"}
    assert path.read_bytes() == before
    assert any("mine.md: brought back as it was when generate last saw it" in one for one in told)


def test_a_deleted_entry_comes_back_under_its_seeds_new_name(undated):
    edit(undated, "a.txt", f"\n{SECOND}\n", f"\n{SECOND} Mehr.\n")
    run(undated)
    path = entry_path(undated, "a.txt")
    path.unlink()
    (undated / "seeds/a.txt").rename(undated / "seeds/z.txt")
    assert outcomes(run(undated)) == {"z.txt": "left out"}
    assert outcomes(run(undated, restore=True)) == {"z.txt": "changed"}
    assert f"{SECOND} Mehr." in entry_path(undated, "z.txt").read_text("utf-8")
    assert outcomes(run(undated)) == {"z.txt": "unchanged"}


@pytest.mark.parametrize(
    "spoilt", [None, "", "{}", '{"slug": "../x", "text": "y"}', '{"slug": "/dev/x/y", "text": "y"}']
)
def test_what_is_not_known_of_a_deleted_entry_is_said(undated, spoilt):
    edit(undated, "a.txt", f"\n{SECOND}\n", f"\n{SECOND} Mehr.\n")
    run(undated)
    (copy,) = (undated / ".cache/entries").iterdir()
    copy.unlink() if spoilt is None else copy.write_text(spoilt, encoding="utf-8")
    path = entry_path(undated, "a.txt")
    path.unlink()
    told = [str(issue) for issue in all_issues(run(undated, restore=True))]
    assert any("seeds/a.txt: made anew: " in one for one in told)
    assert SECOND in path.read_text("utf-8")
    assert not list((undated / "content").glob("*.md"))


def test_all_deleted_entries_are_restored_at_once(undated):
    entry_path(undated, "a.txt").unlink()
    assert outcomes(run(undated, restore=True)) == {"a.txt": "new"}


@pytest.mark.parametrize("failing", range(3))
def test_an_entry_that_a_run_did_not_get_to_write_was_not_deleted(project, monkeypatch, failing):
    """The first run ends at its first, second or third file."""
    add_undated(project)
    with monkeypatch.context() as patch:
        patch.setattr(write, "write_text", Failing(failing).write)
        run(project)
    assert set(outcomes(run(project)).values()) <= {"new", "changed", "unchanged"}
    assert names(project) == [UNDATED]


def test_what_is_on_record_of_an_address_can_be_read(undated):
    sidecar(undated, 'published: "2023-12-28"\n')
    run(undated)
    (path,) = (undated / "content/.generated/addresses").iterdir()
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "seed": "a.txt",
        "slug": DATED,
        "by_hand": False,
        "former": [UNDATED],
    }


def test_what_is_to_be_decided_names_the_entry_as_it_is_called_now(undated):
    edit(undated, "a.txt", "title: Marine kündigt Übung an", "title: Mine")
    add_undated(undated, title="Marine sagt Übung ab")
    (issue,) = [one for one in all_issues(run(undated)) if "resolve" in one.remedy]
    (name,) = names(undated)
    assert name != UNDATED
    assert f"resolve {name} --part" in issue.remedy
