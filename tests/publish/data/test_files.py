"""Each file is read by a program that we did not write, and says what the chronology says."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta

import bibtexparser
import feedparser
import icalendar
import pytest
import rispy
from frictionless import Package

from generator.dates.edtf import bounds
from generator.model import Entry, Source, Translation, TranslationBy
from generator.publish.data import Origin, data_files, listed_files, write_data
from generator.publish.pages.citation import citation_of
from tests import kinds
from tests.builders import event, facts, record, segments
from tests.publish.support import EN, entry, pages_of

WEEK = "[2023-12-18..2023-12-24]"
DAYS = "2021-10-14/2021-10-17"
FORMULA = '=HYPERLINK("https://evil.example";"x")'
EVIL = '<script>alert("1")</script>&amp;]]>'
ODD = (
    FORMULA,
    "+1",
    "-2",
    "@SUM(A1)",
    "＝1",
    "\t=1",
    EVIL,
    'a "b", c;\\n {d} % | e',
    "a\x00b\x1bc\r\nBEGIN:VEVENT",
    "é漢\U0001f600",
)
DATES = (
    "2023-12-28",
    "2023-12",
    "2023",
    DAYS,
    WEEK,
    "2023~",
    "2019/..",
    "../2019",
    "XXXX-01-29",
    "2023-12-28T12:47Z",
)


def german(slug: str, title: str, **values) -> Entry:
    """A German document with an English translation by machine."""
    given = {
        "title": title,
        "original_title": "Gespräche",
        "date": "2023-12-28",
        "translation": Translation(EN, TranslationBy.ARGOS, "translate-de_en 1.3"),
        "blocks": segments(
            ("Man sprach miteinander über vieles.", "They talked with each other about much.")
        ),
        "source": Source(
            f"{slug}.txt", "abc", "A Paper", url="https://example.org/a", published="2023-12-29T12:47+00:00"
        ),
        **values,
    }
    return entry(slug, **given)


TALKS = german(
    "talks",
    "Talks",
    events=(
        event("2023-12-28", "Sie sprachen", "s1", translated_title="They spoke"),
        event(WEEK, "Sie flogen", "s1", translated_title="They flew", announced=True),
        event(DAYS, "Sie fuhren", "s1", record="sea-watch"),
        event("2019", "Sie schrieben"),
    ),
)
ENGLISH = entry(
    "visit",
    language="en",
    title="A visit",
    date=WEEK,
    blocks=segments("One came to see the other here.", language="en"),
    source=Source(),
)
WATCH = record(
    "sea-watch",
    kinds.EXERCISE,
    "Sea Watch",
    "Watch | 1",
    dates=facts("held", DAYS),
    wikidata="Q5",
    de="Seewacht",
)


def made(*entries: Entry, records=(WATCH,), home="", language=EN) -> dict[str, str]:
    """The data of a chronology that holds these."""
    pages = pages_of(entries, records, named=records, language=language)
    origin = Origin(
        pages.of_entries._site,
        language,
        "A chronology",
        "Of what was said",
        home,
        lambda path: path.removesuffix(".md") + "/",
        lambda one: citation_of(one, "A chronology", f"{home}id/{one.slug}.html" if home else ""),
    )
    return {name: held.decode() for name, held in data_files(origin)}


def table(files, name):
    return list(csv.DictReader(io.StringIO(files[name], newline="")))


def odd_entries(text):
    return [
        german(
            "odd",
            text,
            original_title=text,
            events=(event("2023-12-28", text, "s1", translated_title=text),),
            source=Source("odd.txt", "abc", text, author=text, url=text),
        ),
    ]


def dated_entries():
    return [
        german(
            f"e{number}",
            f"Of {when}",
            date=when,
            source=Source(f"{number}.txt", "abc", published=when, accessed=when),
            events=(event(when, "Sie sprachen", "s1", translated_title="They spoke"),),
        )
        for number, when in enumerate(DATES)
    ]


CHRONOLOGIES = {
    "none": [],
    "two": [TALKS, ENGLISH],
    "undated": [replace(TALKS, date=None, source=Source())],
    "dates": dated_entries(),
    **{f"odd {number}": odd_entries(text) for number, text in enumerate(ODD)},
}


@pytest.fixture(params=CHRONOLOGIES)
def entries(request):
    return CHRONOLOGIES[request.param]


def test_the_data_package_is_valid(entries, tmp_path):
    for name, text in made(*entries).items():
        (tmp_path / name).write_bytes(text.encode())
    package = Package(str(tmp_path / "datapackage.json"))
    assert package.title == "A chronology"
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    names = {task.name for task in report.tasks}
    assert names >= {"entries", "events", "records", "facts"}
    # A table of JSON without rows is none to the reference implementation, and is not described.
    assert ("entries-json" in names) == bool(entries)


def test_tables_say_the_same_as_csv_and_json():
    files = made(TALKS, ENGLISH)
    for name in ("entries", "events", "records", "facts"):
        of_csv, of_json = table(files, f"{name}.csv"), json.loads(files[f"{name}.json"])
        assert files[f"{name}.json"] == json.dumps(of_json, ensure_ascii=False, indent=1) + "\n"
        assert [set(row) for row in of_csv] == [set(row) for row in of_json]
    one, other = json.loads(files["entries.json"])
    assert (one["id"], one["date"], one["date_from"], one["date_to"]) == (
        "visit",
        WEEK,
        "2023-12-18",
        "2023-12-24",
    )
    assert (other["title"], other["original_title"], other["records"]) == (
        "Talks",
        "Gespräche",
        ["sea-watch"],
    )
    assert [row["date"] for row in table(files, "events.csv")] == ["2023-12-28", WEEK, DAYS, "2019"]
    assert table(files, "events.csv")[1]["announced"] == "true"
    (watch,) = table(files, "records.csv")
    assert (watch["name"], watch["name_de"], watch["aliases"], watch["wikidata"]) == (
        "Sea Watch",
        "Seewacht",
        "Watch / 1",
        "Q5",
    )
    assert json.loads(files["records.json"])[0]["aliases"] == ["Watch | 1"]


@pytest.mark.parametrize("text", ODD)
def test_no_cell_is_a_formula_and_json_has_the_text(text):
    files = made(*odd_entries(text), records=[record("r", kinds.PERSON, text, text)])
    for name in files:
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(files[name], newline="")) for cell in row]
            assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝]", cell)]
            assert not [cell for cell in cells if "\x1b" in cell or "\n" in cell]
    assert json.loads(files["entries.json"])[0]["title"] == text
    assert json.loads(files["records.json"])[0]["name"] == text


@pytest.mark.parametrize("home", ["", "https://site.example/a/"])
def test_a_feed_reader_reads_the_feeds(entries, home):
    files = made(*entries, home=home)
    for name, text in files.items():
        if name.endswith(".atom"):
            feed = feedparser.parse(text.encode())
            assert not feed.bozo, (name, feed.get("bozo_exception"))
            assert feed.version == "atom10"
            items = json.loads(files[name.replace(".atom", ".feed.json")])["items"]
            assert [one.id for one in feed.entries] == [one["id"] for one in items]
            assert len({one.id for one in feed.entries}) == len(feed.entries)
            assert all(one.updated_parsed for one in feed.entries)
            assert all(one.link.startswith(home or "../") for one in feed.entries)


def test_feeds_are_in_one_language_each_and_say_what_a_machine_translated():
    files = made(TALKS, ENGLISH)
    english, german = (feedparser.parse(files[f"entries.{code}.atom"].encode()) for code in ("en", "de"))
    assert [(one.title, one.summary) for one in english.entries] == [
        ("Talks", "28 December 2023: They talked with each other about much. (machine translation)"),
        ("A visit", "week of 18 December 2023: One came to see the other here."),
    ]
    assert [one.title for one in german.entries] == ["Gespräche"]
    assert english.entries[0].published == "2023-12-29T12:47:00+00:00"
    assert [one.dcterms_temporal for one in english.entries] == ["2023-12-28", WEEK]
    told = {one["content_text"] for one in json.loads(files["events.en.feed.json"])["items"]}
    assert "28 December 2023: Talks (machine translation)" in told
    events = json.loads(files["events.de.feed.json"])["items"]
    assert {one["title"] for one in events} == {"Sie sprachen", "Sie flogen", "Sie fuhren", "Sie schrieben"}
    assert {one["_chronology"]["date"] for one in events} == {"2023-12-28", WEEK, DAYS, "2019"}


def test_a_feed_has_the_newest():
    many = [
        german(
            f"e{day}",
            f"Day {day}",
            source=Source(f"{day}.txt", "x", published=(date(2020, 1, 1) + timedelta(day)).isoformat()),
        )
        for day in range(150)
    ]
    feed = feedparser.parse(made(*many)["entries.en.atom"].encode())
    assert [one.title for one in feed.entries] == [f"Day {day}" for day in range(149, 49, -1)]


def test_an_address_that_runs_something_is_in_no_feed():
    files = made(*odd_entries("javascript:alert(1)"))
    assert 'href="javascript:' not in files["entries.en.atom"]
    assert "external_url" not in files["entries.en.feed.json"]


def test_a_calendar_reads_the_events(entries):
    for name, text in made(*entries).items():
        if name.endswith(".ics"):
            calendar = icalendar.Calendar.from_ical(text)
            assert not calendar.errors
            for one in calendar.walk("VEVENT"):
                assert not one.errors
                span = bounds(str(one["X-EDTF"]))
                assert (one["DTSTART"].dt, one["DTEND"].dt) == (span.earliest, span.latest + timedelta(1))


def test_what_is_not_known_to_the_month_is_in_no_calendar():
    calendar = icalendar.Calendar.from_ical(made(TALKS)["events.en.ics"])
    told = {str(one["SUMMARY"]): str(one["STATUS"]) for one in calendar.walk("VEVENT")}
    assert told.keys() >= {"They spoke", "They flew"}
    assert len(told) == 3
    assert told["They flew"] == "TENTATIVE"


@pytest.mark.parametrize("text", ODD)
def test_no_text_forges_an_event(text):
    (one,) = icalendar.Calendar.from_ical(made(*odd_entries(text))["events.en.ics"]).walk("VEVENT")
    assert "\n" not in str(one["SUMMARY"])


def test_timelinejs_finds_its_columns():
    rows = table(made(TALKS, ENGLISH), "timeline.en.csv")
    assert list(rows[0])[:9] == [
        "Year",
        "Month",
        "Day",
        "Time",
        "End Year",
        "End Month",
        "End Day",
        "End Time",
        "Display Date",
    ]
    assert len(rows[0]) == 18
    visit = next(row for row in rows if "A visit" in row["Headline"])
    assert (visit["Year"], visit["Day"], visit["End Day"], visit["Group"]) == ("2023", "18", "24", "Entries")
    assert len(rows) == 6


def test_timelinejs_gets_no_html_from_a_source():
    rows = table(made(*odd_entries(EVIL)), "timeline.en.csv")
    assert not [row for row in rows if "<script" in row["Headline"] + row["Text"]]


def test_reference_managers_read_all_entries(entries):
    files = made(*entries, home="https://site.example/")
    slugs = sorted(one.slug for one in entries)
    parser = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    assert sorted(one["ID"] for one in bibtexparser.loads(files["citations.bib"], parser).entries) == slugs
    assert sorted(one["id"] for one in rispy.loads(files["citations.ris"])) == slugs
    assert sorted(one["id"] for one in json.loads(files["citations.json"])) == slugs


def test_the_same_content_gives_the_same_bytes(entries):
    assert made(*entries) == made(*reversed(entries))


def test_every_file_is_listed_and_every_listed_file_is_there(entries):
    site = pages_of(entries, [WATCH]).of_entries._site
    listed = [name for one in listed_files(site, EN) for names in one.files.values() for name in names]
    assert sorted(listed) == sorted(made(*entries))


def test_the_page_leads_to_each_file():
    pages = pages_of([TALKS], [WATCH])
    page = pages.data(listed_files(pages.of_entries._site, EN), lambda path: f"../{path}")
    assert set(re.findall(r'href="\.\./data/([^"]+)"', page)) == set(made(TALKS))
    assert "German:" in page


def test_records_of_an_entry_stand_in_one_order_whatever_names_hash_to():
    records = [record(f"r{number}", kinds.PERSON, f"R {number}") for number in range(20)]
    (one,) = json.loads(made(TALKS, records=records)["entries.json"])
    assert one["records"] == sorted(one["records"])
    assert len(one["records"]) == 20


def test_what_an_editor_put_there_stays(tmp_path):
    (tmp_path / "data").mkdir()
    own = tmp_path / "data" / "entries.csv"
    own.write_text("mine")
    pages = pages_of([TALKS])
    origin = Origin(pages.of_entries._site, EN, "A", "", "", lambda path: path, pages.of_entries.cited)
    write_data(tmp_path, origin, {"data/entries.csv"})
    assert own.read_text() == "mine"
    assert (tmp_path / "data" / "entries.json").is_file()
