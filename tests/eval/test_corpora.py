"""On texts nobody here wrote, what is found is not worse than it was; where they are not, the run says so."""

from __future__ import annotations

import json

import pytest

from tests.eval import corpora
from tests.eval.corpora import SAMPLE, below_floors, corpora_folder, corpora_hash, load_floors, measure, pin
from tests.eval.timex import edtf_of, is_same_time, load_news, without_ignored

TEXT = """<DCT><TIMEX3 type="DATE" value="2024-03-05">5.3.2024</TIMEX3></DCT>
<TEXT>
<TIMEX3 type="DATE" value="2024-03-04">Gestern</TIMEX3> &amp; <TIMEX3 type="TIME" value="P3D">3 Tage</TIMEX3>

Im <TIMEX3 type="DATE" value="2023-SU">Sommer 2023</TIMEX3>,<TIMEX3 type="DATE" value="PAST"> einst</TIMEX3>
</TEXT>"""


@pytest.mark.corpora
@pytest.mark.skipif(corpora_folder() is None, reason="no corpora here")
def test_no_score_on_the_corpora_is_below_its_floor():
    """After a gain: python -m tests.eval.corpora --pin."""
    folder = corpora_folder()
    if load_floors()["corpora"] != corpora_hash(folder, SAMPLE):
        pytest.skip("these corpora are not those that the floors were measured on")
    scores = measure(folder, SAMPLE)
    assert set(scores) == set(load_floors()["floors"])
    assert below_floors(scores) == []


def page(folder, name, gold, text, html):
    (folder / "web/html").mkdir(parents=True, exist_ok=True)
    (folder / f"web/{name}.txt").write_text(text, "utf-8")
    (folder / f"web/html/{name}.html").write_text(html, "utf-8")
    return {name: {"language": "en", "title": "", "date": "", "with": [], "without": [], **gold}}


def test_a_page_is_scored_by_its_text_title_and_date(tmp_path):
    title, first = "Harbour closes for a week", "The harbour was closed on Monday, the port authority said."
    second = "Four ships and two tugs had to wait outside until the evening, according to its spokesman."
    text = (
        f"Menu\nSearch\n{title}\nMarch 4, 2024\n{first}\n{second}\n© 2024 Port News. All rights reserved.\n"
    )
    html = f"<html lang=en><title>{title}</title><h1>{title}</h1><p>{first}</p><p>{second}</p></html>"
    gold = {
        "title": title,
        "date": "2024-03-04",
        "with": ["closed on Monday", "two  tugs"],
        "without": ["Port News"],
    }
    pages = page(tmp_path, "a", gold, text, html)
    pages |= page(tmp_path, "b", {"language": "de", "with": ["nichts davon"]}, "Menu\n", "<html></html>")
    (tmp_path / "web/gold.json").write_text(json.dumps(pages), "utf-8")
    (tmp_path / "time/de-zeit").mkdir(parents=True)
    (tmp_path / "time/de-zeit/a.tml").write_text(TEXT, "utf-8")
    scores = measure(tmp_path, None)
    assert scores["text: taken"] == scores["html: taken"] == 0.5
    assert scores["text, en: text F1"] == scores["text, en: title"] == 1.0
    assert scores["text, en: published, recall"] == 1.0
    assert (scores["html, en: published, recall"], scores["html, en: published, precision"]) == (0.0, 1.0)
    assert scores["text, de: text F1"] == 0.0
    assert scores["de-zeit: recall"] == scores["de-zeit: precision"] == 1.0


def test_the_sample_is_the_same_in_every_run(tmp_path):
    (tmp_path / "web").mkdir()
    (tmp_path / "web/gold.json").write_text(
        json.dumps({str(n): {"language": "de"} for n in range(9)}), "utf-8"
    )
    some = [one.name for one in corpora.load_pages(tmp_path, 4)]
    assert some == [one.name for one in corpora.load_pages(tmp_path, 4)]
    assert len(some) == 4
    assert corpora_hash(tmp_path, 4) != corpora_hash(tmp_path, 5)


def test_news_are_read_by_paragraph_and_what_is_no_date_counts_neither_way(tmp_path):
    path = tmp_path / "a.tml"
    path.write_text(TEXT, "utf-8")
    (first, vague), (second, others) = load_news(path, "de")
    assert first.text == "Gestern & 3 Tage"
    assert [(first.text[d.start : d.end], d.edtf) for d in first.dates] == [("Gestern", "2024-03-04")]
    assert first.published == second.published == "2024-03-05"
    assert without_ignored(first.dates, vague) == list(first.dates)
    assert [d.edtf for d in second.dates] == ["2023-22"]
    assert [second.text[start:end] for start, end in others] == [" einst"]


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2024-03-05", "2024-03-05"), ("2024-03", "2024-03"), ("2024", "2024"), ("199", "199X"),
        ("2024-W10", "[2024-03-04..2024-03-10]"), ("2023-WI", "2023-24"), ("2023-Q4", "2023-36"),
        ("2023-H2", "2023-41"), ("P3D", ""),
        ("19", ""), ("2024-03-05TMO", ""), ("2024-02-31", ""), ("2024-W60", ""), ("PRESENT_REF", ""),
    ],
)  # fmt: skip
def test_a_value_is_read_as_edtf(value, edtf):
    assert edtf_of(value) == edtf


def test_the_same_days_are_the_same_time():
    assert is_same_time("2024-02", "2024-02-01/2024-02-29")
    assert not is_same_time("2024-02", "2024-02-01")
    assert not is_same_time("2024-02", "XXXX-02")


def test_floors_are_a_little_below_what_was_measured_and_never_sink_in_silence(tmp_path, monkeypatch):
    monkeypatch.setattr(corpora, "FLOORS", tmp_path / "floors.json")
    pin({"a": 0.9, "taken": 1.0}, "x", lower=False)
    assert load_floors() == {"corpora": "x", "floors": {"a": 0.88, "taken": 1.0}}
    assert below_floors({"a": 0.88, "taken": 1.0}) == []
    assert below_floors({"a": 0.8799, "taken": 0.999}) == [
        "a: 0.8799 is below its floor 0.8800",
        "taken: 0.9990 is below its floor 1.0000",
    ]
    pin({"a": 0.8, "taken": 1.0}, "x", lower=False)
    assert load_floors()["floors"]["a"] == 0.88
    pin({"a": 0.8, "taken": 1.0}, "x", lower=True)
    assert load_floors()["floors"]["a"] == 0.78
