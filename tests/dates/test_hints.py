"""What is kept of the words that tell which patterns of dates a text is worth."""

from generator.dates import hints


def test_what_a_word_hints_at_is_kept_unless_the_word_is_long(monkeypatch):
    known = hints._Known()
    monkeypatch.setattr(hints, "_known", known)
    long = "2021-" * 20
    assert {"digit", "year"} <= hints.hints(f"im Jahr {long}")
    assert set(known) == {"im", "jahr"}


def test_a_bounded_number_of_words_is_kept(monkeypatch):
    known = hints._Known()
    monkeypatch.setattr(hints, "_known", known)
    monkeypatch.setattr(hints, "MOST_KNOWN", 2)
    assert all("weekday" in hints.hints(f"montag {number}") for number in range(9))
    assert len(known) <= 2
