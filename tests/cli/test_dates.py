"""`chronology dates` as a person and as another program uses it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from tests.cli.support import run

TEXT = "Der Rat tagt am Montag.\n\nBeschlossen wurde es am 3. Mai 2022, dann am 9. Juni und gestern.\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def ask(*lines: object):
    """Ask many, and return the answers with the exit code."""
    asked = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    result = CliRunner().invoke(main, ["dates", "--jsonl"], input=asked)
    return result.exit_code, result


def test_a_table_shows_words_meaning_and_where_it_comes_from(project, text):
    rows = run(project, "dates", str(text), "--written", "2022-05-18").output.splitlines()
    assert [row.split("  ")[0] for row in rows] == ["am Montag", "3. Mai 2022", "9. Juni", "gestern"]
    assert rows[1].split("  ")[-1] == "as written"
    assert rows[3].split() == ["gestern", "2022-05-17", "counted", "from", "2022-05-18"]


def test_without_a_day_of_writing_years_stay_open(project, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("Der Rat tagt am 9. Juni.", encoding="utf-8")
    rows = run(project, "dates", str(path), "--language", "de").output.splitlines()
    assert rows[0].split() == ["9.", "Juni", "XXXX-06-09", "year", "unknown"]


def test_what_is_counted_from_the_day_of_writing_asks_for_it(project, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("Der Rat tagt heute.", encoding="utf-8")
    (row,) = run(project, "dates", str(path), "--language", "de").output.splitlines()
    assert row.endswith("needs --written")
    (row,) = run(project, "dates", str(path), "--written", "2022-05-18").output.splitlines()
    assert "counted from 2022-05-18" in row


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("Herbst 2024", "as written: autumn 2024"),
        ("dritten Quartal 2024", "as written: third quarter of 2024"),
        ("Mai 2024", "as written"),
        ("20.10.2024", "as written"),
    ],
)
def test_a_part_of_a_year_is_told_in_words(project, tmp_path, day, said):
    path = tmp_path / "text.txt"
    path.write_text(f"Der Bau beginnt, so der Plan vom {day}.", encoding="utf-8")
    (row,) = run(project, "dates", str(path), "--language", "de").output.splitlines()
    assert row.split("  ")[-1] == said


def test_a_story_goes_on_in_the_year_it_began_in(project, text):
    rows = run(project, "dates", str(text), "--language", "de").output.splitlines()
    assert rows[2].split() == ["9.", "Juni", "2022-06-09", "year", "told", "before"]


def test_the_title_tells_the_year(project, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("Das Hochwasser 2002\n\nAm 12. August stieg der Fluss.\n", encoding="utf-8")
    dates = run(project, "dates", str(path), "--written", "2012-06-01", "--language", "de").output
    assert "2002-08-12" in dates
    # An aim may be a headline's year, too: without a day of writing it tells nothing.
    assert "XXXX-08-12" in run(project, "dates", str(path), "--language", "de").output


@pytest.mark.parametrize("language", ["fr", "es"])
def test_a_language_whose_dates_are_not_read_is_named(project, tmp_path, language):
    path = tmp_path / "text.txt"
    path.write_text("Le conseil se réunit le 3 mai 2022.", encoding="utf-8")
    said = run(project, "dates", str(path), "--language", language).output
    assert "only days in figures are read: it is in " in said
    assert "dates in words are read in English and German" in said


def test_places_hold_in_the_whole_text(project, text):
    result = run(project, "dates", str(text), "--json", "--written", "2022-05-18")
    dates = json.loads(result.output)["dates"]
    assert [TEXT[date["start"] : date["end"]] for date in dates] == [date["quote"] for date in dates]
    assert dates[1]["edtf"] == "2022-05-03"


def test_a_text_without_dates_says_so(project, tmp_path):
    path = tmp_path / "none.txt"
    path.write_text("Nichts.", encoding="utf-8")
    assert run(project, "dates", str(path)).output.endswith("none.txt: no dates\n")


def test_many_texts_are_answered_line_by_line_in_order():
    code, result = ask(
        {"text": "Am 3. Mai 2022.", "language": "de", "written": "2022-05-18"},
        {"text": "Nothing."},
        {"text": "It was yesterday.", "language": "en", "written": None},
    )
    answers = [json.loads(line)["dates"] for line in result.output.splitlines()]
    assert code == 0
    assert answers[0] == [{"start": 3, "end": 14, "quote": "3. Mai 2022", "edtf": "2022-05-03"}]
    assert answers[1] == []
    assert answers[2][0]["edtf"] == "XXXX-XX-XX"


@pytest.mark.parametrize(
    ("line", "said", "code"),
    [
        ("{", "standard input: line 2: is no JSON object with a text", 1),
        ("[]", "standard input: line 2: is no JSON object with a text", 1),
        ({"text": 5}, "standard input: line 2: is no JSON object with a text", 1),
        ({"text": "x", "written": "Montag"}, "line 2: written: 'Montag' is not a date", 2),
        ({"text": "x", "written": 2022}, "line 2: written: '2022' is not a date", 2),
        ({"text": "x", "language": "german!"}, "line 2: language: 'german!' is not a language code", 2),
    ],
)
def test_a_bad_line_is_named(line, said, code):
    exit_code, result = ask({"text": "Am 3. Mai 2022."}, line)
    assert exit_code == code
    assert said in result.stderr


def test_a_file_or_many_lines_are_needed(project, tmp_path):
    assert run(project, "dates").exit_code == 2
    assert run(project, "dates", str(tmp_path / "missing.txt")).exit_code == 1
