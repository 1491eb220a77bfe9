"""Names become file names: safe, and never two alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.paths import ContentPaths, entry_slug, file_name

SLUGS = (
    (
        "2023-12-28",
        "China Ready to Enhance Mutual Trust",
        "2023-12-28-china-ready-to-enhance-mutual-trust",
    ),
    ("2022-03-14", "Größe & Übung: „Straße“", "2022-03-14-groesse-uebung-strasse"),
    ("2023", "Talks", "2023-talks"),
    ("2023~", "Talks", "2023-talks"),
    ("[2023-12-18..2023-12-24]", "Talks", "2023-12-18-to-2023-12-24-talks"),
    ("2021-10-14/2021-10-17", "Drill", "2021-10-14-to-2021-10-17-drill"),
    (None, "Talks", "undated-talks"),
    ("2023-12-28", "中俄", "2023-12-28-zhong-e"),
    ("2023-12-28", "!!!", "2023-12-28"),
    ("2023-12-28", "", "2023-12-28"),
    (None, "", "undated"),
    ("2023-12-28", "../../etc/passwd", "2023-12-28-etc-passwd"),
    ("2023-12-28", "a/b\\c\0d\ne", "2023-12-28-a-b-c-d-e"),
    ("2023-12-28", "<script>alert(1)</script>", "2023-12-28-script-alert-1-script"),
)


@pytest.mark.parametrize(("date", "title", "slug"), SLUGS)
def test_an_entry_is_named_after_its_date_and_title(date, title, slug):
    assert entry_slug(date, title) == slug


def test_a_long_title_is_cut_at_a_word():
    slug = entry_slug("2023-12-28", "word " * 50)
    assert slug == "2023-12-28" + "-word" * 12  # sixty characters, with a hyphen less
    assert entry_slug(None, "x" * 70) == "undated-" + "x" * 60


def test_a_set_of_many_days_is_no_longer_than_a_files_name_may_be():
    days = ",".join(f"2023-12-{day:02}" for day in range(1, 32))
    assert len(entry_slug(f"{{{days}}}", "word " * 50)) <= 121


@given(st.sampled_from([None, "2023-12-28", "[2023-12-18..2023-12-24]", "2023~"]), st.text())
def test_any_title_makes_a_safe_name(date, title):
    slug = entry_slug(date, title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    assert len(slug) <= 60 + len("2023-12-18-to-2023-12-24-")


SEEDS = (
    ("000_7ccac468cad1dfe3.txt", "000_7ccac468cad1dfe3.txt"),
    ("Meine Übung.txt", "Meine %C3%9Cbung.txt"),
    ("a/b.txt", "a%2Fb.txt"),
    ("../x.txt", "..%2Fx.txt"),
    ("100%.txt", "100%25.txt"),
    ('a:b*c?"d<e>|.txt', "a%3Ab%2Ac%3F%22d%3Ce%3E%7C.txt"),
    ("a\nb.txt", "a%0Ab.txt"),
)


@pytest.mark.parametrize(("seed", "name"), SEEDS)
def test_a_seeds_name_is_made_safe(seed, name):
    assert file_name(seed) == name


def test_names_of_up_to_two_hundred_characters_stay():
    assert file_name("a" * 200) == "a" * 200
    long = file_name("a" * 201)
    assert long.startswith("a" * 183 + "-")
    assert len(long) == 200


NAMES = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80) | st.text(
    "aä %", min_size=1, max_size=300
)


@given(NAMES)
def test_any_name_makes_a_safe_and_short_one(seed):
    assert re.fullmatch(r"[\w.~ %-]+", file_name(seed), re.ASCII)
    assert len(file_name(seed)) <= 200


@given(NAMES, NAMES)
def test_two_names_never_become_one(first, second):
    assert (file_name(first) == file_name(second)) == (first == second)


def test_long_names_with_one_beginning_stay_apart():
    assert file_name("a" * 250 + "1.txt") != file_name("a" * 250 + "2.txt")


def test_everything_lies_inside_content(tmp_path):
    paths = ContentPaths(tmp_path)
    for path in (
        paths.entry(entry_slug(None, "../../x")),
        paths.baseline("../../x.txt"),
        paths.cleaning("../../x.txt"),
        paths.baseline(".."),
        paths.memory,
        paths.records,
    ):
        assert path.resolve().is_relative_to(tmp_path.resolve())


def test_a_seeds_baseline_and_cleaning_are_found_by_its_name(tmp_path):
    paths = ContentPaths(tmp_path)
    assert paths.baseline("a.txt") == tmp_path / ".generated" / "entries" / "a.txt.md"
    assert paths.cleaning("a.txt") == tmp_path / ".generated" / "cleaning" / "a.txt.json"
    assert paths.entry(entry_slug("2023", "T")) == tmp_path / "entries" / "2023-t.md"
