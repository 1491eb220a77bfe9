"""Which of a text's dates may be the day of what it reports."""

import datetime

import pytest

from generator.dates.background import latest_past, opens_a_span, reported
from generator.dates.find import find_dates
from generator.dates.passages import Passage


def quotes(text, language=None):
    return [date.quote for date in reported(text, find_dates(text, language))]


REPORTED = (
    ("On 28 December, they met.", "28 December"),
    ("They met on Thursday.", "on Thursday"),
    ("am Nachmittag des 29. Januar", "29. Januar"),
    ("Pressekonferenz vom 16. Mai 2022", "16. Mai 2022"),
    ("Yesterday, they met.", "Yesterday"),
    ("from 14 to 17 October they sailed", "14 to 17 October"),
    ("Vom 14. bis 17. Oktober fuhren sie", "14. bis 17. Oktober"),
    ("The drill begins on 5 May.", "5 May"),
    ('The "Joint Sea" drill began on 5 May.', "5 May"),
    ("„Joint Sea“ begann am 5. Mai", "5. Mai"),
    ("They commemorated the victory on 9 May.", "9 May"),
    ("The meeting, held on 5 May 2022 in Moscow, was long.", "5 May 2022"),
    ("After talks on Thursday, they parted.", "on Thursday"),
    ("Nach dem Treffen am Donnerstag reisten sie ab.", "am Donnerstag"),
    ("The plane crashed after take-off on Thursday.", "on Thursday"),
    ("Nach Angaben aus Seoul am Donnerstag flog eine Rakete.", "am Donnerstag"),
    ("Er teilte mit, die Schiffe seien am 5. Mai ausgelaufen.", "5. Mai"),
    ("He turned back and, tired, stopped on 5 May.", "5 May"),
    ("am Nachmittag des 5. Mai", "5. Mai"),
    ("Nach der Sitzung vom 5. Mai reisten sie ab.", "5. Mai"),
    ("The vote of 5 May was based on a report.", "5 May"),
)


@pytest.mark.parametrize(("text", "quote"), REPORTED)
def test_what_a_text_says_outright_may_be_its_day(text, quote):
    assert quotes(text) == [quote]


BACKGROUND = (
    # only a limit of it
    "Since 28 December, they have met.",
    "They have met since Monday.",
    "Seit dem 28. Dezember tagen sie.",
    "Seit Montag tagen sie.",
    "It lasts until 28 December.",
    "Bis Freitag ist geschlossen.",
    "by Friday",
    "Ab Montag wird geprobt.",
    "before 28 December",
    "nach dem 28. Dezember",
    "ahead of 28 December",
    # planned
    "They will meet on 5 May.",
    "Sie werden am 5. Mai tagen.",
    # somebody's words
    '"On 5 May we met," he said.',
    "“On 5 May we met,” he said.",
    "„Am 5. Mai trafen wir uns“, sagte er.",
    "«Am 5. Mai trafen wir uns», sagte er.",
    "»Am 5. Mai trafen wir uns«, sagte er.",
    "“On 5 May we met, the letter goes on.",
    # of something that is named
    "The treaty, signed on 5 May 2022, expired.",
    "Die am 5. Mai unterzeichnete Vereinbarung",
    "Der am 5. Mai in Kiel geborene Offizier",
    "Der am Montag verhaftete Offizier",
    "The spokesman, appointed on 5 May, took questions.",
    "The spokesman, who took office on Monday, was asked.",
    "The man who was hired on 5 May 2022 left.",
    "Zwei Gesetze, von denen das letzte am 5. Mai in Kraft trat, gelten.",
    "He spoke of ties, having succeeded General Li on 5 May.",
    "Der Sprecher, der sein Amt am 5. Mai antrat, sprach.",
    # long ago
    "Born on 7 October 1952, he studied law.",
    "Geboren am 7. Oktober 1952, studierte er.",
    "the 80th anniversary of the landing of 6 June 1944",
    "80 Jahre nach dem 8. Mai 1945",
    "He recalled that the war ended on 9 May 1945.",
    "They commemorated the victory of 9 May 1945.",
    "Sie gedachten des 9. Mai 1945.",
)


@pytest.mark.parametrize("text", BACKGROUND)
def test_background_is_not_the_day_of_a_text(text):
    assert find_dates(text)
    assert quotes(text) == []


def test_quotation_marks_are_counted_from_the_start_of_the_paragraph():
    text = '"On 1 May," he said on 2 May, "or on 3 May." The paper "4 May" came on 5 May.'
    assert quotes(text) == ["2 May", "5 May"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("since 2019", True),
        ("until Friday", True),
        ("bis zum 5. Mai", True),
        ("in 2019", False),
        ("from 5 to 6 May", False),
        ("vom 5. Mai", False),
    ],
)
def test_a_limit_is_told_from_a_day(text, expected):
    (date,) = find_dates(text)
    assert opens_a_span(text, date) is expected


PAST = (
    (["On 9 May 1945 it ended.", "On 5 May 2022 they met."], "2022-05-05"),
    (["On 5 May 2022 they met.", "On 9 May 1945 it ended."], "2022-05-05"),
    (["In May 2022 they met."], "2022-05-01"),
    (["In 2022 they met."], "2022-01-01"),
    (["since 2022"], "2022-01-01"),
    (["in den Jahren 2018–2020"], None),
    # what may be to come
    (["the 2027 goal"], None),
    (["by 2030, until May 2031, bis 5. Mai 2032"], None),
    (["They will meet on 5 May 2022."], None),
    (["Die Übung beginnt am 5. Mai 2022."], None),
    # what has no year of its own, or is read two ways
    (["on 5 May, yesterday, on 03/07/2022"], None),
    ([], None),
)


@pytest.mark.parametrize(("texts", "expected"), PAST)
def test_a_text_is_not_older_than_what_it_speaks_of_as_past(texts, expected):
    passages = [Passage(f"s{n}", text, (), tuple(find_dates(text, "en"))) for n, text in enumerate(texts, 1)]
    assert latest_past(passages) == (datetime.date.fromisoformat(expected) if expected else None)
