"""The dated happenings a document reports."""

import pytest

from generator.model import Role
from tests.generate.event_runs import dates, events

LISTED = (
    ("On 2 August 2019, the treaty expired.", [("2019-08-02", "the treaty expired")]),
    ("On 23 November, they met in Moscow.", [("2023-11-23", "they met in Moscow")]),
    ("Last week, they met in Moscow.", [("[2023-12-18..2023-12-24]", "they met in Moscow")]),
    ("They met in Moscow last month.", [("2023-11", "They met in Moscow last month")]),
    ("The last round was held in Beijing in 2018.", [("2018", "The last round was held in Beijing")]),
    ("The 2019 meeting was the last one.", [("2019", "The 2019 meeting was the last one")]),
    ("The 2015 Harbour Games drew crowds.", [("2015", "The 2015 Harbour Games drew crowds")]),
    ("They lost the 2015 election.", [("2015", "They lost the 2015 election")]),
    ("The two sides met in spring 2022.", [("2022-21", "The two sides met")]),
    (
        "Between 14 and 17 October 2021, both navies sailed.",
        [("2021-10-14/2021-10-17", "both navies sailed")],
    ),
    ("From 14 to 17 October 2021 both navies sailed.", [
        ("2021-10-14/2021-10-17", "From 14 to 17 October 2021 both navies sailed")]),
    ("Talks began on Monday and lasted until Wednesday.", [
        ("2023-12-25", "Talks began on Monday and lasted until Wednesday")]),
    ("On 14 and 15 May 2022, both met in Moscow.", [
        ("2022-05-14/2022-05-15", "both met in Moscow")]),
    ("They met on 14, 18 and 25 May 2022 in Moscow.", [
        ("{2022-05-14,2022-05-18,2022-05-25}", "They met on 14, 18 and 25 May 2022 in Moscow")]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_a_dated_happening_is_listed_in_the_words_of_the_text(text, expected):
    found = events(text)
    assert [(event.date, event.title) for event in found] == expected
    assert {event.segment for event in found} == {"s1"}
    assert not any(event.announced or event.record for event in found)


GERMAN = (
    ("Am 2. August 2019 lief der Vertrag aus.", ["2019-08-02"]),
    ("2018 trafen sie sich in Peking.", ["2018"]),
    ("Seit 2019 gab es sieben Flüge.", []),
    ("Bis 2030 werden es mehr.", []),
    ("Vom 14. bis 17. Oktober 2021 fuhren sie.", ["2021-10-14/2021-10-17"]),
    ("Voriges Jahr trafen sie sich.", ["2022"]),
    ("Dieses Jahr trafen sie sich.", []),
    # in the clause that has the verb, or else in the sentence, once
    ("Am 5. Mai 2022, einem Montag, und am 6. Mai 2022 trafen sie sich.", ["2022-05-05"]),
    # a thing's date, but not the means by which something was done
    ("Das Schreiben vom 5. Mai 2022 lag dem Rat vor.", []),
    ("Sie zeigten eine Karte aus dem Jahr 1836.", []),
    ("Mit Urteil vom 5. Mai 2022 hob das Gericht den Bescheid auf.", ["2022-05-05"]),
    ("Vom 5. bis 7. Mai 2022 tagten sie.", ["2022-05-05/2022-05-07"]),
    # what is compared with, aimed at, or counted
    ("Die Emissionen lagen unter dem Niveau von 1990.", []),
    ("Sie sanken gegenüber 1990 deutlich.", []),
    ("Die Ziele für 2030 wurden verschärft.", []),
    ("Im Jahr 2021 stiegen sie um 4,5 Prozent.", []),
    ("Im Jahr 2021 wurden 759 Millionen Tonnen ausgestoßen.", []),
    ("Im Jahr 2021 wurde der Turm abgerissen.", ["2021"]),
    # what only describes something
    ("Die 2002 gegründete Firma zog nach Bonn um.", []),
    ("Der im März 1997 geborene Sänger trat auf.", []),
    ("Sie half seit dem Brand im vergangenen Jahr mit.", []),
    ("Die im Laufe des Jahres 2021 gemeldeten Fälle wurden geprüft.", []),
    ("Von 55 im Jahr 2021 eingereichten Klagen wurden 40 abgewiesen.", []),
    ("Im Laufe des Jahres 2021 legten die Winzer den Streit bei.", ["2021"]),
    ("Im Laufe des vergangenen Jahres trafen sie sich in Bonn.", ["2022"]),
    # what something is likened to
    ("Das Ergebnis ähnelt dem der Wahl im Jahre 2009.", []),
    ("Die Wahl im Jahre 2009 gewann die Partei.", ["2009"]),
    # what a year was like
    ("2021 war der Hafen das Ziel der Flotte.", ["2021"]),
    # a span in brackets behind what is named by the way
    ("Die große Messe (12. bis 15. Mai 2022) wurde von vielen Gästen besucht.", ["2022-05-12/2022-05-15"]),
    # what recurs
    ("Jedes Jahr am 9. Mai gibt es eine Parade.", []),
)


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german_happenings_are_listed_too(text, expected):
    assert dates(text, language="de") == expected


NONE = (
    # since or until when
    "Since 2019, they have met seven times.",
    "By 2030, there will be more.",
    "They have met since Monday.",
    "The strait is closed until 5 January.",
    "He has been there longer than 2019.",
    "After 2019, they met no more.",
    # the entry's own day
    "On Thursday, he spoke.",
    "On 28 December, he spoke.",
    "Today, he spoke.",
    # in which year the text stands
    "This year, they met three times.",
    "In 2023, they met three times.",
    "the 2023 meeting was one of three",
    # without year, or read two ways
    "On 03/07/2022, they met.",
    # too long to be an event
    "In the 1990s, they met.",
    "From 2010 to 2015, they met.",
    # a thing's year
    "The destroyer (2010) and the tanker (2012) took part.",
    # what is compared with, aimed at, or counted
    "Emissions fell below the 1990 levels.",
    "They rose compared to 2019.",
    "The 2030 targets were raised.",
    "In 2021, sales rose by 4.5 percent.",
    "In 2021, it was worth 3 million.",
    "The feasts of 1853, 1903 and 1953 were large.",
    # what only describes something
    "They showed a 1765 map of the port.",
    "Trade has grown since the raid last year.",
    "It was part of the 2024 military cooperation plan.",
    # in a name
    "They did not support a suggested April 15 reopening date.",
    "The museum, established in 1924, has suffered from cuts.",
    # what something is likened to
    # what recurs
    "Every year on 9 May, a parade is held.",
    # a byline, a heading, a list
    "9 May 2022 9:08 AM | Anonymous",
    "Press Release, Tuesday, 5 May 2022",
    "Oath of the Members, 9 May 1775",
    # that somebody spoke, on a day of no week that is known
    "She said last night.",
    # told as over, and yet to come: it belongs to another text
    "On 5 May 2024, they met.",
    # credits
    "(Source: TASS, 3 December 2023)",
    "Photo: TASS, 3 December 2023",
    "Foto: dpa, 3.12.2023",
    "They met.",
)


@pytest.mark.parametrize("text", NONE)
def test_what_only_says_since_when_is_no_event(text):
    assert events(text) == ()


def test_without_a_date_only_whole_dates_make_events():
    text = "On 2 August 2019, it expired. On 5 May, they met. They met yesterday. In 2018, they met."
    assert dates(text, date=None, written=None) == ["2019-08-02", "2018"]


def test_a_text_is_read_from_its_date_where_its_writing_is_known_loosely():
    assert dates("They met yesterday.", date="2023-12-28", written="2023") == ["2023-12-27"]
    assert dates("They met yesterday.", date="2023-12-28", written="2023-12-29") == []
    assert dates("They met yesterday.", date=None, written="2023") == []
    assert dates("They met in March.", date=None, written="2023") == ["2023-03"]


ANNOUNCED = (
    ("Next year, they will celebrate it.", ["2024"]),
    ("They will meet on 5 January.", ["2024-01-05"]),
    ("The drill begins on 5 January.", ["2024-01-05"]),
    ("A review is planned for June 2024.", ["2024-06"]),
    ("They meet tomorrow.", ["2023-12-29"]),
    ("The summit of May 2024 matters.", ["2024-05"]),
    ("They agreed on a summit in May 2024.", ["2024-05"]),
    ("Reports are due by 17 April 2024.", ["2024-04-17"]),
    ("The show is open until 5 May 2024.", ["2024-05-05"]),
    (
        "On 5 May 2024, with the return of the Charter of Rights, the Archives will unveil a new hall.",
        ["2024-05-05"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED)
def test_what_was_to_come_is_marked(text, expected):
    found = events(text)
    assert [event.date for event in found] == expected
    assert all(event.announced for event in found)


@pytest.mark.parametrize(
    "text",
    [
        "On 5 May 2022, it begins.",
        "The drill began on 5 May 2022, he said.",
        "It was expected on 12 December.",
        "He is accused of planning it on 5 May 2022.",
    ],
)
def test_what_is_over_is_not_marked(text):
    assert [event.announced for event in events(text)] == [False]


def test_a_year_named_again_refers_back():
    text = "They met in 2019. The 2019 meeting was the last. They had met in 2018."
    assert dates(text, "In 2019 as in 2018, they met.") == ["2019", "2018"]


def test_a_year_beside_a_day_is_no_second_happening():
    assert dates("On 5 May 2022 he signed the 2021 defense act.") == ["2022-05-05"]
    assert dates("They met in 1991 in Bonn, and they met in 2001 in Berlin.") == ["1991", "2001"]


def test_the_same_is_listed_once():
    assert dates("On 5 May 2022, they met.", "On 5 May 2022, they met.") == ["2022-05-05"]
    assert dates("On 5 May 2022, they met.", "On 5 May 2022, they dined.") == ["2022-05-05"] * 2


def test_only_what_is_told_counts():
    role = (Role.CAPTION, Role.HEADING)
    assert events(*(("They met on 5 May 2022.", one) for one in role)) == ()
    assert dates(("They met on 5 May 2022.", Role.SUMMARY)) == ["2022-05-05"]


NO_HAPPENINGS = (
    # where it stands: in a citation, in front of what it owns, an aim, what somebody had
    "Studies (for example Baker 2019 and Miller 2020) suggest that it works.",
    "This week's settlement will end these practices.",
    "Any plan that does not reach zero in 2050 is not enough.",
    "A report revealed that it had a strong fourth quarter.",
    "What did the year 2015 bring?",
    "Die Kerzen werden am Gedenktag der Heiligen am 3. Februar geweiht.",
    "Bekannt sind vor allem die Wellen von 1830 und ihre Folgen.",
)


@pytest.mark.parametrize("text", NO_HAPPENINGS)
def test_what_a_date_only_describes_is_no_happening(text):
    assert dates(text) == []


def test_what_those_words_tell_elsewhere():
    assert dates("They will reach zero in 2050.") == ["2050"]
    assert dates("It had lost money in the fourth quarter of 2010.") == ["2010-36"]


def test_what_is_planned_for_a_year_is_announced():
    assert dates("Der Beginn der Bauarbeiten ist für 2020 geplant.") == ["2020"]
    assert dates("Work on the new hall is scheduled for 2020.") == ["2020"]
    assert dates("Die Ziele für 2020 wurden erreicht.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The hall will not open on 5 January.",
        "The hall was supposed to open on 5 May.",
        "Die Halle wird am 5. Januar nicht eröffnet.",
        "They drew up plans before the club's meeting on 5 May.",
        "In the context of the summit on 5 May the mayors went on talking.",
        "She spoke about the purchase of the land on 5 May.",
        "They worked on the rules agreed by the mayors during the summit on 5 May.",
        "If they do not come on 5 January, the hall will be closed.",
        "Die Halle zeigt Fotos von ihren Anfängen im Jahr 1934.",
    ],
)
def test_what_was_not_done_or_is_named_by_the_way_is_no_event(text):
    assert dates(text, language="de" if text.startswith("Die") else "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "The hall opened on 5 May.",
        "The hall did not only open on 5 May, it burned.",
        "They heard on 5 May that the hall was not safe.",
        "The rules were agreed by the mayors on 5 May.",
        "The number of members rose by six percent on 5 May.",
        "About 300 people met on 5 May.",
        "A film about whales opened on 5 May.",
    ],
)
def test_what_was_done_is_one(text):
    assert dates(text) == ["2023-05-05"]


def test_a_year_may_be_told_in_the_present():
    assert dates("Im Jahr 1934 eröffnet die Halle.", language="de") == ["1934"]
    assert dates("Die 1934 gegründete Halle und die im Jahr 1950 erbaute Brücke.", language="de") == []
    assert dates("In 1934, the hall opened and is the oldest today.") == ["1934"]


def test_a_happening_told_twice_is_one():
    first = "The mayors will hold a summit on fishing in Kiel on 5 January."
    again = "On 5 January, the mayors will hold their summit in Kiel."
    assert dates(first, again) == ["2024-01-05"]
    assert dates(first, "On 5 January, a museum will open.") == ["2024-01-05", "2024-01-05"]


def test_the_day_of_a_decision_that_is_named_is_none_of_what_is_told():
    assert not events("The court strikes down the building permission of 15 March for the mill")
    assert dates("The council elected her at the meeting of 15 March 2023") == ["2023-03-15"]


BY_THE_WAY_OF_A_THING = (
    ("She married a painter, who died on 9 May 1911.", "en"),
    ("The court upheld an order which had been made on 5 May 2018.", "en"),
    ("The mayor denied that the bridge had been closed on 6 May 2018.", "en"),
    ("The minutes of the meeting held on 10 September were approved.", "en"),
    ("This is an appeal against an order of the county court dated 11 March 2021.", "en"),
    ("The village that he left on 12 May 2014 was flooded.", "en"),
    ("The village that was left on 12 May 2014 flooded.", "en"),
    ("Approval of the minutes of 24 September 2019.", "en"),
    ("Das Gericht bestätigte den Bescheid, der am 5. Mai 2018 ergangen war.", "de"),
    ("Die Stadt bestritt, dass die Brücke am 8. Mai 2018 gesperrt gewesen sei.", "de"),
)


@pytest.mark.parametrize(("text", "language"), BY_THE_WAY_OF_A_THING)
def test_what_a_thing_is_known_by_or_what_is_denied_is_no_event(text, language):
    assert events(text, language=language) == ()


def test_what_was_held_on_a_day_is_an_event_of_it():
    assert dates("The man who lived there left on 10 May 2016.") == ["2016-05-10"]
    assert dates("The market was held on 4 September and was well attended.") == ["2023-09-04"]


def test_an_earlier_mail_tells_no_events():
    answered = (
        "We closed the weir on Monday.",
        "On 2 Oct at 08:47, Joe Sample <joe@harbour.example> wrote:",
        "> About 120 dead trout were found on Sunday",
        "> 50 more were found on 4 May 2019.",
        "Am 02.10.2019 um 08:47 schrieb Joe Sample:",
    )
    assert [event.title for event in events(*answered)] == ["We closed the weir on Monday"]
    assert dates("On 2 October, he wrote: the weir is closed.") == ["2023-10-02"]
