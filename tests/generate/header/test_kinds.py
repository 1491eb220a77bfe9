"""Kinds of headers, each with what it says and, beside it, what looks like it and is none."""

import pytest

from tests.generate.header.pages import GERMAN, TEXT, TITEL, TITLE, header_of, published


def title(*lines: str) -> str:
    return header_of(*lines).entry.title


class TestPublished:
    def test_an_update_named_at_the_end(self):
        assert published(TITLE, *TEXT, "Last Update: September 10, 2024") == "2024-09-10"

    def test_an_update_beside_the_first_publication(self):
        assert published(TITLE, "Updated 5 May 2021", "First published 3 May 2021", *TEXT) == "2021-05-03"

    @pytest.mark.parametrize(
        "line",
        ["Pressemitteilung Nr. 31/2021 vom 29. April 2021", "29.04.2021 Umwelt — Antrag — hib 727/2021"],
    )
    def test_a_release_line_above_the_headline(self, line):
        assert published(line, TITEL, *GERMAN) == "2021-04-29"

    def test_a_judgments_day_below_its_parties(self):
        judgment = (
            "The appeal is brought by Ms Smith against the decision of the harbour board, which had refused."
        )
        lines = (
            "High Court of Millport",
            "Case No. 12/2019",
            "Smith v Harbour Board",
            "Judgment of 12 March 2019",
        )
        assert published(*lines, judgment, *TEXT) == "2019-03-12"

    def test_an_events_day_gives_way_to_what_is_labelled_as_published(self):
        lines = (TITEL, "Wann: 12. Juni 2022, 18 Uhr", "Wo: Rathaus", *GERMAN)
        assert published(*lines, "Veröffentlicht am 3. Mai 2022") == "2022-05-03"


class TestDaysInSentences:
    @pytest.mark.parametrize(
        "lead",
        [
            "The talks took place in the Ministry in Millport on October 28, 1988, and lasted for two hours.",
            "October 28, 1988: the council met in the town hall at nine, and all members were there but one.",
            "MILLPORT (AP) — The ministers met on October 28, 1988 and spoke of trade between their towns.",
            "The Court of Millport on October 28, 1988 upheld the verdict (of May 3, 1988) of a lower one.",
        ],
    )
    def test_are_no_publication(self, lead):
        assert published("Memorandum of conversation between the ministers", lead, *TEXT) is None

    @pytest.mark.parametrize(
        "lead",
        [
            f"MILLPORT, October 28, 1988 -- {TEXT[0]}",
            f"October 28, 1988 – {TEXT[0]}",
            f"(October 28, 1988) {TEXT[0]}",
            f"Published on October 28, 1988. {TEXT[0]}",
        ],
    )
    def test_but_for_datelines_and_stamps(self, lead):
        assert published(TITLE, lead, *TEXT[1:]) == "1988-10-28"


class TestTitle:
    def test_an_events_beginning_is_none(self):
        assert title("Beginn: 9.00 Uhr", TITEL, *GERMAN) == title(TITEL, "Beginn: 9.00 Uhr", *GERMAN) == TITEL

    def test_several_sentences(self):
        headline = "Der Turm steht wieder. Die Lampe fehlt noch. Wer zahlt?"
        assert title(headline, "28.04.2021", *GERMAN) == headline

    def test_several_sentences_right_above_the_text(self):
        headline = "Lighthouse to be rebuilt. Council votes for plan. Work begins in autumn."
        assert title(headline, *TEXT) == headline

    @pytest.mark.parametrize("headline", ["Leuchtturm", "Alte Lampe"])
    def test_one_or_two_words(self, headline):
        assert title("Altenkirchener Bote", headline, "28.04.2021", *GERMAN) == headline

    def test_the_name_of_the_paper_is_none(self):
        assert title("Altenkirchener Bote", TITEL, "28.04.2021", *GERMAN) == TITEL

    def test_the_title_of_the_page_in_one_piece_is_the_headline(self):
        lines = ("Neue Lampe", "Start", "Sport", "01.11.2023", "Neue Lampe", "Jan Beispiel, Presse der Stadt")
        assert title(*lines, *GERMAN) == "Neue Lampe"

    def test_a_speakers_turn_is_none_but_a_headline_with_a_colon_is(self):
        headline = "Millport: Who pays for the tower?"
        assert title(headline, "28 April 2021", *TEXT) == headline
        turns = ("Reporter: Who pays for the tower?", "Jane Sample: The town does, and it will be dear.")
        assert (
            title("Press conference on the lighthouse", *turns, *TEXT) == "Press conference on the lighthouse"
        )


class TestAgencies:
    def test_of_datelines_are_publishers(self):
        source = header_of(TITLE, f"MILLPORT (AP) — {TEXT[0]}", *TEXT[1:]).entry.source
        assert (source.publisher, source.place) == ("AP", "Millport")

    def test_between_slashes(self):
        source = header_of(TITLE, f"MILLPORT, June 22. /TASS/. {TEXT[0]}", *TEXT[1:]).entry.source
        assert (source.publisher, source.place) == ("TASS", "Millport")

    def test_named_in_a_sentence_are_none(self):
        assert (
            header_of(
                TITLE, f"The mayor told AP (a news agency): {TEXT[0]}", *TEXT[1:]
            ).entry.source.publisher
            is None
        )


def test_an_author_beside_a_day():
    source = header_of(TITLE, "JOE SAMPLE / November 3, 2023", *TEXT).entry.source
    assert (source.author, source.published) == ("JOE SAMPLE", "2023-11-03")


def test_an_editor_in_an_agencys_line():
    source = header_of(TITLE, "Source: Newsline| 2019-04-25 21:17:43|Editor: jane", *TEXT).entry.source
    assert (source.author, source.published) == (None, "2019-04-25T21:17")


class TestShortLinesFarAbove:
    MENU = ("Start", "Sport", "Wetter", "Verkehr", "Kultur", "Reise", "Kontakt", "Suche", "Hilfe", "Karte")

    def test_are_a_menu(self):
        assert title("Altenkirchener Bote", *self.MENU, TITEL, *GERMAN) == TITEL

    def test_unless_the_pages_title_has_their_words(self):
        lines = ("Neue Lampe | Altenkirchener Bote", "Neue Lampe", *self.MENU, "Altenkirchener Bote")
        assert title(*lines, *GERMAN) == "Neue Lampe"


LETTER = ("Dear Mayor,", "I have kept the lamp of Millport for thirty years, and I ask you to keep it lit.")
CITED = "(1) This Act may be cited as the Tower Act 2021."


class TestKindOfDocument:
    @pytest.mark.parametrize(
        ("kind", "lines"),
        [
            ("speech", ("Remarks at the Opening of the Tower", f"We have waited. {TEXT[0]}", *TEXT[1:])),
            ("speech", ("Rede zur Eröffnung des Turms", "– Es gilt das gesprochene Wort –", *GERMAN)),
            ("statement", ("Statement by the Harbour Board", f"We regret the fire. {TEXT[0]}", *TEXT[1:])),
            ("minutes", ("Protokoll der Ratssitzung vom 3. Mai 2021", *GERMAN)),
            ("minutes", ("Minutes of the Harbour Board, 3 May 2021", *TEXT)),
            (
                "interview",
                ("Interview with the keeper", "Question: Who pays?", "Jane Sample: The town does.", *TEXT),
            ),
            (
                "law",
                ("Satzung über den Turm (Turmsatzung)", "§ 1 Zweck", *GERMAN, "§ 9 Inkrafttreten", *GERMAN),
            ),
            ("law", ("Tower Act 2021", "BE IT ENACTED by the Council as follows:", *TEXT, CITED)),
            (
                "minutes",
                ("Niederschrift", "über die 3. Sitzung des Rates", "TOP 1 Turm", *GERMAN, "TOP 2 Licht"),
            ),
            ("minutes", ("Harbour Board", "Stenografischer Bericht", "2. Sitzung", *GERMAN)),
            ("minutes", ("Niederschrift über den öffentlichen Teil der 3. Sitzung", *GERMAN)),
            ("letter", (TITLE, *LETTER, *TEXT, "Yours sincerely,", "Jane Sample")),
            ("e-mail", ("From: Jane Sample <jane@harbour.example>", "Subject: The lamp", *TEXT)),
            ("court decision", ("Tenor", "Die Klage wird abgewiesen.", "Tatbestand", *GERMAN)),
        ],
    )
    def test_is_told_where_it_is_sure(self, kind, lines):
        assert header_of(*lines).entry.kind == kind

    @pytest.mark.parametrize(
        "lines",
        [
            ("Rede des Ministers sorgt für Streit", *GERMAN),
            ("Remarks by mayor anger keepers", 'The mayor said: "We have waited for this lamp."', *TEXT),
            ("Statement by harbour board expected", *TEXT),
            ("Protokoll eines Abends auf dem Turm", *GERMAN),
            ("Minutes of terror on the quay", *TEXT),
            ("Minutes after council meeting, fire broke out", *TEXT),
            ("Der stenografische Bericht", TITEL, *GERMAN),
            ("Address unknown: letters that came back", "I found them in a box in the tower.", *TEXT),
            ("Rede und Antwort im Rathaus", "Wir waren dabei.", *GERMAN),
            ("Statement of accounts rejected by council", "We expected this in the harbour.", *TEXT),
            ("Interview with the keeper", *TEXT),
            (TITLE, *LETTER, *TEXT),
            (TITLE, *TEXT, "Yours sincerely,", "Jane Sample"),
            ("Gründe", TITEL, *GERMAN),
            ("Satzung über den Turm beschlossen", *GERMAN, "Inkrafttreten der Satzung ist im Mai."),
            ("Der neue Pachtvertrag", "§ 1 Gegenstand", *GERMAN, "§ 9 Inkrafttreten", *GERMAN),
            (TITLE, *TEXT, CITED),
            ("Niederschrift eines Abends auf dem Turm", *GERMAN, "TOP 10 der Türme"),
        ],
    )
    def test_is_an_article_where_it_is_not(self, lines):
        assert header_of(*lines).entry.kind == "article"


class TestNamesThatPublishNothing:
    @pytest.mark.parametrize("mail", ["harbour@web.example", "harbour@web.de"])
    def test_a_label_called_like_a_host_of_anybodys_mail(self, mail):
        assert header_of(TITLE, *TEXT, mail, "WEB www.harbour.example").entry.source.publisher is None

    def test_a_company_that_a_sentence_tells_of(self):
        lead = "Seaside Lamps Ltd will build the new lamp of the tower, the town said on Monday morning."
        assert header_of(TITLE, lead, *TEXT).entry.source.publisher is None
        assert header_of(TITLE, *TEXT, "Seaside Lamps Ltd", "1 Quay Street").entry.source.publisher
