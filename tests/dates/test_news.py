"""How newspapers name days: invented sentences, one a kind of expression, with the day a reader takes."""

import pytest

from generator.dates.anchor import anchor_from
from generator.dates.find import find_dates

GERMAN = (
    (
        "1991 begann der Bau. Ab Ende des Jahres standen die Mauern, im März wurde das Dach gesetzt.",
        ["1991", "1991", "1992-03"],
    ),
    ("Morgen, Freitag, lädt der Verein zum Fest.", ["2013-07-12"]),
    ("Gestern, Mittwoch, brannte ein Stadel.", ["2013-07-10"]),
    ("Die Gemeinde nimmt Anmeldungen innerhalb Juli entgegen.", ["2013-07"]),
    ("Gesuche sind innerhalb 31. August einzureichen.", ["2013-08-31"]),
    ("Bis Jahresende soll alles fertig sein.", ["2013"]),
    ("Im heurigen Sommer gastiert der Zirkus hier.", ["2013-22"]),
    ("Am übernächsten Sonntag wird gewählt.", ["2013-07-21"]),
    ("Übernächste Woche beginnt die Schule.", ["[2013-07-22..2013-07-28]"]),
    ("Vorvergangene Woche wurde der Antrag gestellt.", ["[2013-06-24..2013-06-30]"]),
    ("Vorletztes Jahr waren es 50.", ["2011"]),
    ("Zu Allerheiligen wurde die Orgel geweiht.", ["2012-11-01"]),
    ("Von 5. bis 7. August ist das Büro geschlossen.", ["2013-08-05/2013-08-07"]),
    ("Am 5. August ist er gestorben.", ["2012-08-05"]),
    ("Am Montag beraten die Bürgermeister über den Plan.", ["2013-07-15"]),
    ("Am Montag berieten die Bürgermeister über den Plan.", ["2013-07-08"]),
    ("Das beliebte Fest am 5. August ist abgesagt.", ["2013-08-05"]),
    ("Am schlimmsten ist die Grippe im August und September.", ["2013-08", "2013-09"]),
    ("Am 5. und 6. August wird gefeiert.", ["2013-08-05", "2013-08-06"]),
    (
        "1991 begann der Bau. Ab Ende des Jahres standen die Mauern, im März wurde das Dach gesetzt.",
        ["1991", "1991", "1992-03"],
    ),
    ("1991 begann der Bau. Ende des Jahres wird er gefeiert.", ["1991", "2013"]),
    ("Verlag Beispiel, Berlin 2005 - 271 S.", ["2005"]),
    ("Womit der Verein am Samstag in die Saison zieht, ist offen.", ["2013-07-13"]),
    ("Womit der Verein am Samstag in die Saison zog, ist offen.", ["2013-07-06"]),
    (
        "Der Rat kündigte am Montag ein Fest in der kommenden Woche an.",
        ["2013-07-08", "[2013-07-15..2013-07-21]"],
    ),
    ("Er hatte die Wahl für den 13. Dezember festgesetzt.", ["2013-12-13"]),
    ("Am 3. und 4. d. M. war Markt.", ["2013-07-03", "2013-07-04"]),
    ("Am 2., 5. und 7. d. M. war Markt.", ["2013-07-02", "2013-07-05", "2013-07-07"]),
    ("Am gestrigen Abend und am letzten Sonntag im Mai war Markt.", ["2013-07-10", "2013-05"]),
    ("Am 18. Mai 1996 siegte er; im Vorjahr hatte er verloren.", ["1996-05-18", "1995"]),
    ("Am 9. und 10. November ist Markt.", ["2013-11-09", "2013-11-10"]),
    ("Heuer ist das Fest am 4. Mai.", ["2013", "2013-05-04"]),
    ("Vor mittlerweile zehn Jahren begann es.", ["2003"]),
    ("Die Mode ging bis in die 90er, die Musik der 90er Linie nicht.", ["199X"]),
)

ENGLISH = (
    (
        "In 1981 work began. At the end of the year the walls stood, and in April it had a roof.",
        ["1981", "1981", "1982-04"],
    ),
    ("Since the mid-1980s, prices have risen.", ["198X"]),
    ("The sale will close by year end.", ["1989"]),
    ("September's gain was revised.", ["1989-09"]),
    ("In May's view it is over.", []),
    ("The index rose in August after a July decline.", ["1989-08", "1989-07"]),
    ("The company's 1988 earnings were restated.", ["1988"]),
    ("The baker's 1987 Ford was sold.", []),
    ("It reported 1988 sales of $8 million.", ["1988"]),
    ("First-half profit rose 10 percent.", ["1989-40"]),
    (
        "In 1981 work began. At the end of the year the walls stood, and in April it had a roof.",
        ["1981", "1981", "1982-04"],
    ),
    ("In '86, he moved to Houston.", ["1986"]),
    ("It was the worst storm since '38.", ["1938"]),
    ("He sold '86 of them", []),
    ("The post-1959 policy failed.", ["1959"]),
    ("In January and February sales slumped.", ["1989-01", "1989-02"]),
    ("The December contract rose 3 cents.", ["1989-12"]),
    ("She gave no reason for the Jan. 14 deadline.", ["1990-01-14"]),
    ("He asked her to testify on Jan. 10.", ["1990-01-10"]),
    ("He was shot to death on Jan. 10.", ["1989-01-10"]),
    ("They might come to the U.S. as soon as Tuesday.", ["1989-11-07"]),
    ("He was to be sentenced Dec. 30.", ["1989-12-30"]),
    ("Talks resume Monday in Geneva.", ["1989-11-06"]),
    ("Talks did not resume Monday.", ["1989-10-30"]),
    ("In yesterday's trading it fell; today's youth is calm.", ["1989-11-01"]),
    ("The 02/15/88 report was late.", ["1988-02-15"]),
    ("It lost money in 1988's fourth quarter and in the 1987 first half.", ["1988-36", "1987-40"]),
    ("Profit for the latest quarter fell.", ["1989-35"]),
    ("From Jan. 1 through Sept. 30 it rained.", ["1989-01-01/1989-09-30"]),
    ("It falls on the last Friday of August; last Friday it rained.", ["1989-10-27"]),
    ("There was a bigger-than-expected gain in August.", ["1989-08"]),
    ("Shares were at their highs in October 1988, the highs in the 60s.", ["1988-10"]),
    ("Sales rose in the third quarter from the year-earlier quarter.", ["1989-35", "1988-35"]),
    ("Sales rose from the year-earlier quarter.", ["1988-35"]),
    ("It earned less than in the third quarter a year ago.", ["1988-35"]),
    ("It lost money in the second quarter; that quarter was hard.", ["1989-34", "1989-34"]),
    ("Last year profit fell. Sales rose from a year earlier.", ["1988", "1988"]),
    ("On Tuesday it rose this month; that day it snowed.", ["1989-10-31", "1989-11", "1989-10-31"]),
    ("The suit is heard in May by the court.", ["1989-05"]),
)


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_news(text, expected):
    anchor = anchor_from("2013-07-11")
    assert [date.edtf(anchor) for date in find_dates(text, "de")] == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_news(text, expected):
    anchor = anchor_from("1989-11-02")
    assert [date.edtf(anchor) for date in find_dates(text, "en")] == expected
