"""Whether the words around a date look ahead."""

import pytest

from generator.dates.tense import Tense, tense_around

TENSES = (
    # planned, in so many words
    ("He will speak on [5 May].", Tense.FUTURE),
    ("He is to speak on [5 May].", Tense.FUTURE),
    ("talks scheduled for [5 May]", Tense.FUTURE),
    ("the talks set for [5 May]", Tense.FUTURE),
    ("the upcoming talks on [5 May]", Tense.FUTURE),
    ("On [5 May], the ministers will meet", Tense.FUTURE),
    ("He would return on [5 May], he said", Tense.FUTURE),
    ("Verschoben auf den [5. Mai]: das Fest", Tense.FUTURE),
    ("Er wird am [5. Mai] sprechen", Tense.FUTURE),
    ("die für den [5. Mai] geplante Übung", Tense.FUTURE),
    ("die für [5. Mai] angesetzten Gespräche", Tense.FUTURE),
    ("Am [5. Mai] soll er sprechen", Tense.FUTURE),
    ("The scheduled talks on [5 May]", Tense.FUTURE),
    ("Sie wollen sich am [5. Mai] treffen", Tense.FUTURE),
    # in the present
    ("Er ist am [5. Mai] im Kabinett", Tense.PRESENT),
    ("Die Halle ist am [5. Mai] ausverkauft", Tense.PRESENT),
    ("The drill begins on [5 May] near Kiel", Tense.PRESENT),
    ("It takes effect on [5 May]", Tense.PRESENT),
    ("He is visiting Hanoi on [5 May]", Tense.PRESENT),
    ("Die Übung findet am [5. Mai] statt", Tense.PRESENT),
    ("Am [5. Mai] tritt es in Kraft", Tense.PRESENT),
    ("The strait is closed until [5 May]", Tense.PRESENT),
    ("Die Straße ist bis zum [5. Mai] gesperrt", Tense.PRESENT),
    ("Ab dem [5. Mai] gilt die Regel", Tense.PRESENT),
    ("Am [5. Mai] tagt der Rat", Tense.PRESENT),
    ("They could come as early as [5 May]", Tense.PRESENT),
    ("mit dem er am [Dienstag] in die Verhandlungen zieht", Tense.PRESENT),
    # what a calendar says
    ("The festival on [Tuesday] begins at noon", Tense.PRESENT),
    ("The decision on [Tuesday] is expected to end a dispute", Tense.FUTURE),
    ("The mayor on [Tuesday] opens a fair", Tense.PRESENT),
    ("The planned meeting on [Tuesday] ends the dispute", Tense.FUTURE),
    ("Die Entscheidung am [Dienstag] ist die Wende", Tense.PRESENT),
    ("Die Sitzung am [Dienstag] beginnt um neun", Tense.PRESENT),
    ("The planning board met on [Tuesday]", Tense.PAST),
    ("They are planning a rally on [Tuesday]", Tense.FUTURE),
    # in the past
    ("a larger-than-expected decline in [May]", Tense.PAST),
    ("The show went on as expected on [5 May]", Tense.PAST),
    ("They held a scheduled meeting on [5 May].", Tense.PAST),
    ("Das geplante Treffen fand am [5. Mai] in Kiel ein Ende", Tense.PAST),
    ("Er ist am [5. Mai] nach Kiel gekommen", Tense.PAST),
    ("He spoke on [5 May].", Tense.PAST),
    ("Er sprach am [5. Mai].", Tense.PAST),
    ("Er hat am [5. Mai] lange mit ihr gesprochen", Tense.PAST),
    ("The drill began on [5 May]", Tense.PAST),
    ("It is clear what happened on [5 May]", Tense.PAST),
    ("Seit dem [5. Mai] gilt die Regel", Tense.PAST),
    ("Since [5 May] the rule remains", Tense.PAST),
    ("He said on [5 May] the drill begins soon", Tense.PAST),
    ("Er sagte am [5. Mai], die Übung beginnt", Tense.PAST),
    ("They were to have met on [5 May], but did not", Tense.PAST),
    ("They were to meet on [5 May], but did not", Tense.FUTURE),
    ("They had been scheduled to meet on [5 May]", Tense.PAST),
    ("The court on [Tuesday] postponed the talks", Tense.PAST),
    ("The court postponed the talks until [Tuesday]", Tense.FUTURE),
    ("Das Fest wurde am [5. Mai] verschoben", Tense.PAST),
    ("Das Fest wurde auf den [5. Mai] verschoben", Tense.FUTURE),
    ("On [Tuesday], the board and its members will vote", Tense.FUTURE),
    ("On [Tuesday], the board, which will vote, is away", Tense.OPEN),
    ("On [Tuesday], the board, whose members met, will vote", Tense.OPEN),
    ("On [Friday], the minister, accused of fraud, will resign", Tense.OPEN),
    ("The board met on [Tuesday] - it will meet again - and left", Tense.PAST),
    ("Am [Montag] ist das Haus - ein alter Bau - eingestürzt", Tense.PAST),
    ("Am [Montag] ist das Haus - ein alter Bau", Tense.PRESENT),
    ("The talks were rescheduled for [5 May]", Tense.FUTURE),
    # a limit may be ahead, whatever the tense
    ("The strait was closed until [5 May]", Tense.OPEN),
    ("Die Straße war bis zum [5. Mai] gesperrt", Tense.OPEN),
    # said of something else
    ("They will meet after [Friday]'s talks", Tense.OPEN),
    ("the talks on [5 May]", Tense.OPEN),
    ("On [5 May], he said that they will meet", Tense.OPEN),
    ("He spoke on [5 May], and they will meet", Tense.PAST),
    ("They will meet. He spoke on [5 May].", Tense.PAST),
)


@pytest.mark.parametrize(("marked", "expected"), TENSES)
def test_the_clause_around_a_date_tells(marked, expected):
    start, end = marked.index("["), marked.index("]") - 1
    german = any(letters in marked.lower() for letters in ("er ", "ie ", "am "))
    plain = marked.replace("[", "").replace("]", "")
    assert tense_around(plain, start, end, german=german) is expected
