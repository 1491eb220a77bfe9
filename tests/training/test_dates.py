"""Open dates of annotated news: what is learned from, and what is not."""

from generator.dates.resolve import WEIGHTS
from training.dates import examples_of, learn, main, right_years

FILE = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2014-02-21">21. Februar 2014</TIMEX3></DCT><TEXT>
Gewählt wird am <TIMEX3 tid="t1" type="DATE" value="2014-03-15">15. März</TIMEX3>; am
<TIMEX3 tid="t2" type="DATE" value="2013-12-01">1. Dezember 2013</TIMEX3> war alles anders.
Er starb im <TIMEX3 tid="t3" type="DATE" value="2013-12">Dezember</TIMEX3>, am 3. Mai aß er.
</TEXT></TimeML>"""


def test_only_dates_without_year_are_choices(tmp_path):
    path = tmp_path / "one.tml"
    path.write_text(FILE)
    found = list(examples_of(path, "de"))
    assert [one.right for one in found] == [2014, 2013]
    assert right_years(found, WEIGHTS) == 2
    assert right_years(found, learn(found)) == 2


def test_what_is_printed(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "de-news"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.tml").write_text(FILE)
    monkeypatch.setattr("sys.argv", ["training.dates", str(folder)])
    main()
    printed = capsys.readouterr().out
    assert "16 open dates" in printed or "set aside" in printed
    assert "nearness: 1.5" in printed
