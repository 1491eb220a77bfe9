"""The head and the foot of an entry: what is known of it, who translated it, and what belongs to it."""

import re
from dataclasses import replace

import pytest

from generator.content.reviews import Review, review_of
from generator.links.differences import Difference
from generator.links.reasons import QuotedLink
from generator.model import (
    DroppedLine,
    Entry,
    Event,
    Evidence,
    Rendering,
    Segment,
    SegmentId,
    Slug,
    Source,
    Span,
    Translation,
    TranslationBy,
    TranslationState,
)
from generator.publish.pages.lists import Pages
from tests import builders, kinds
from tests.builders import record
from tests.publish.support import (
    DE,
    EN,
    INF,
    MACHINE,
    SUSPENDED,
    by,
    entry,
    foot,
    head,
    pages_of,
    same_event,
    site_of,
    text_of,
    url_for,
)

# Head


def test_a_day_of_publication_put_right_by_hand_is_not_said_to_be_found():
    made = entry(source=Source("e.txt", "abc", published="1963-04-03", published_from="byline"))
    mine = replace(made, source=replace(made.source, published="2025-11-06"))
    site = site_of([mine])
    site = replace(site, library=replace(site.library, baselines={"e.txt": made}))
    pages = Pages(site, EN, kinds.TOPIC.kinds.values()).of_entries
    text = text_of(pages.notes(mine, (), url_for))
    assert "Published 6 November 2025 (dated by an editor)" in text
    assert "taken from" not in text


def test_source_facts_are_said_and_unknown_ones_called_unknown():
    known = Source(
        "e.txt",
        "abc",
        publisher="Xinhua",
        published="2023-12-28T12:47+00:00",
        published_from="crawl line",
        dateline="Peking",
    )
    text = text_of(head(entry(source=known)))
    assert "Published by Xinhua" in text
    assert "Published 28 December 2023, 12:47 UTC (taken from the crawl line)" in text
    assert "Dateline Peking" in text
    text = text_of(head(entry()))
    assert "Source Publisher unknown" in text
    assert "Published unknown" in text
    assert "Dateline" not in text


def test_where_the_publisher_is_not_known_the_host_stands_for_it():
    text = text_of(head(entry(source=Source("e.txt", "abc", url="https://www.example.org/news/1"))))
    assert "Published at example.org" in text
    assert "Publisher unknown" not in text


def test_a_kept_copy_of_the_source_is_linked():
    copy = "https://archive.example/2024/a"
    assert f'<a href="{copy}"' in head(entry(source=Source("e.txt", "abc", archive_url=copy)))
    assert "Archived" not in head(entry(source=Source("e.txt", "abc", archive_url="javascript:alert(1)")))


def line(one: Entry, **states: str) -> str:
    """The one line of facts below the title."""
    page = head(one, **states)
    return text_of(page[page.index('<p class="entry-line">') : page.index("</p>", page.index("entry-line"))])


def test_one_line_says_the_date_its_grounds_the_kind_and_who_translated():
    made = entry(date="2026-01-29", date_evidence=EVIDENCE, translation=by(TranslationBy.EDITOR))
    assert line(made, s1="edited") == (
        "29 January 2026 · dated from 3 clues · article · German, translated by an editor · source"
    )


@pytest.mark.parametrize(
    ("translation", "state", "said"),
    [
        (None, "missing", "German, not translated"),
        (MACHINE, "machine", "German, machine translation"),
        (replace(MACHINE, reviewed_by="<A>"), "reviewed", "German, translation reviewed by <A>"),
        (by(TranslationBy.EDITOR), "edited", "German, translated by an editor"),
    ],
)
def test_the_line_never_takes_a_machine_for_a_person(translation, state, said):
    assert said in line(
        reviewed_entry(1) if state == "reviewed" else entry(translation=translation), s1=state
    )


def test_an_undated_entry_says_so_in_the_line_and_leads_to_why():
    assert line(entry()).startswith("Undated · why ·")
    assert '<a href="#dated">why</a>' in head(entry())
    assert '<h2 id="dated">Not dated</h2>' in head(entry())


def test_only_what_is_a_date_to_html_is_marked_as_one():
    assert '<time datetime="2023-12-28">28 December 2023</time>' in head(entry(date="2023-12-28"))
    assert "<time" not in head(entry(date="[2023-12-18..2023-12-24]"))
    assert "<time" not in head(entry(date="2023~"))


def test_a_text_in_two_languages_can_be_read_in_one():
    page = head(builders.entry("a", ("Eins.", "One."), translation=MACHINE), s1="machine")
    assert re.findall(r'id="(read-\w+)" value="(\w+)"', page) == [
        ("read-both", "both"),
        ("read-source", "de"),
        ("read-translation", "en"),
    ]
    assert 'name="reading"' not in head(entry())


def test_an_entry_leads_to_its_month_and_to_those_before_and_after_it():
    one, two, three = (entry(slug, title=slug.upper(), date=f"2023-1{n}") for n, slug in enumerate("abc"))
    pages = pages_of([three, one, two]).of_entries
    assert text_of(pages.crumb(two, url_for)) == "2023 › November"
    assert 'href="../years/2023/#2023-11">November' in pages.crumb(two, url_for)
    foot = pages.foot(two, (), url_for)
    assert 'rel="prev" href="../entries/a/"' in foot
    assert 'rel="next" href="../entries/c/"' in foot
    assert "rel=" not in pages_of([one]).of_entries.foot(one, (), url_for)
    undated = entry("u")
    assert "../years/undated/" in pages_of([undated]).of_entries.crumb(undated, url_for)


def test_links_with_one_reason_stand_under_one_heading():
    links = [QuotedLink(Slug(slug), reason) for slug, reason in (("a", "X"), ("b", "Y"), ("c", "X"))]
    page = foot(entry(), links=links, entries=[entry("a"), entry("b"), entry("c")])
    assert re.findall(r'<h3 class="reason">(\w)</h3>|href="../entries/(\w)/"', page.split("pager")[0]) == [
        ("X", ""),
        ("", "a"),
        ("", "c"),
        ("Y", ""),
        ("", "b"),
    ]


EVIDENCE = (
    Evidence("XXXX-01-29", "am 29. Januar", SegmentId("s1"), rule="named in the text"),
    Evidence("2026", "25. Jahrestag", SegmentId("s3"), record=Slug("treaty-2001"), rule="2001 + 25"),
    Evidence("2026-01", "vor 3 Tagen", line=7, rule="crawled"),
)
TREATY = record("treaty-2001", kinds.AGREEMENT, "Treaty of 2001")


def test_each_step_of_the_dating_is_in_words_with_its_place_rule_and_record():
    page = head(entry(date="2026-01-29", date_evidence=EVIDENCE), records=[TREATY])
    assert '<q lang="de">am 29. Januar</q>' in page
    assert '<a href="#s1" title="Where it stands in the text">§1</a>' in page
    assert '<a href="../records/treaty-2001/">Treaty of 2001</a>' in page
    text = text_of(page)
    assert "am 29. Januar in §1 gives 29 January, year unknown : named in the text" in text
    assert "25. Jahrestag in §3 gives 2026 : 2001 + 25 (record: Treaty of 2001 )" in text
    assert (
        "vor 3 Tagen in line 7 of the source file, outside the article gives January 2026 : crawled" in text
    )


def test_a_date_from_outside_the_text_is_not_quoted_in_its_own_digits():
    rule = "day of publication (sidecar): no other is surely the one reported"
    noted = Evidence(gives="2026-01-29", quote="2026-01-29", rule=rule)
    page = head(entry(date="2026-01-29", date_evidence=(noted,)))
    assert "<q" not in page
    assert "29 January 2026 : day of publication (notes on the source), since no other" in text_of(page)
    assert "gives" not in text_of(page)


def test_a_record_that_is_gone_is_still_named():
    page = head(entry(date="2026", date_evidence=EVIDENCE[1:2]))
    assert "(record: treaty-2001)" in text_of(page)
    assert "href" not in page.split("record:")[1].split(")")[0]


def test_the_dating_ends_with_the_date_in_the_languages_of_the_text():
    alone = entry(date="[2023-12-18..2023-12-24]", language=EN, date_evidence=EVIDENCE)
    assert "Date of the entry: week of 18 December 2023" in text_of(head(alone))
    week = replace(alone, translation=Translation(DE, TranslationBy.EDITOR))
    both = "Date of the entry: week of 18 December 2023 (German: Woche vom 18. Dezember 2023 )"
    assert both in text_of(head(week))
    assert '<span lang="de">Woche vom 18.\N{NO-BREAK SPACE}Dezember 2023</span>' in head(week)
    german = head(week, language=DE)
    assert "Datum des Eintrags: Woche vom 18. Dezember 2023 (Englisch: week of 18 December 2023 )" in text_of(
        german
    )


def test_evidence_that_is_not_enough_is_shown_with_what_is_missing():
    text = text_of(head(entry(date_evidence=EVIDENCE[:1])))
    assert "am 29. Januar" in text
    assert "That is not enough for a date. The text names 29 January, nothing tells the year." in text
    assert "Date of the entry" not in text


def test_an_undated_entry_without_evidence_says_so():
    text = text_of(head(entry()))
    assert "Not dated Neither the text nor what is known of it supports a date." in text
    assert "It names no date, and when it was published is unknown." in text
    assert "Not dated" not in head(entry(date="2023"))


def test_a_supplied_title_is_marked():
    notice = "its title here was supplied"
    assert notice in head(entry(title_supplied=True))
    assert notice not in head(entry())


def test_a_text_without_translation_is_said_to_have_none():
    page = head(entry(), s1="missing", s2="missing")
    assert "Shown in German only: this text has no translation." in text_of(page)
    assert "translation-missing" in page


def test_paragraphs_without_translation_are_counted():
    text = text_of(head(entry(translation=MACHINE), s1="missing", s2="machine", s3="missing"))
    assert "2 of 3 paragraphs have no translation: shown in German only." in text
    assert "machine translation (1 of 3 paragraphs)" in text


def test_a_review_of_the_part_that_is_translated_is_not_said_of_the_whole():
    text = text_of(head(reviewed_entry(2), s1="reviewed", s2="missing", s3="none needed"))
    assert "translation reviewed by <A> (1 of 3 paragraphs)" in text
    assert "Translation reviewed by <A> (1 of 3 paragraphs)" in text
    assert "paragraphs)" not in text_of(head(reviewed_entry(2), s1="reviewed", s2="reviewed"))


@pytest.mark.parametrize("state", sorted(set(TranslationState) - {TranslationState.MISSING}))
def test_no_such_notice_where_nothing_is_missing(state):
    assert "translation-missing" not in head(entry(translation=MACHINE), s1=state)


def test_a_machine_translation_is_labelled_as_machine_with_its_package():
    text = text_of(head(entry(translation=MACHINE), s1="machine"))
    assert "Machine translation by Argos Translate (translate-de_en 1.3), not reviewed" in text
    assert "editor" not in text


def test_a_machine_translation_without_a_known_package_is_still_one():
    text = text_of(head(entry(translation=by(TranslationBy.ARGOS)), s1="machine"))
    assert "Machine translation by Argos Translate (package unknown), not reviewed" in text


def test_an_editors_translation_is_never_labelled_as_machine():
    page = head(entry(translation=by(TranslationBy.EDITOR)), s1="edited")
    assert "English translation by an editor of this chronology" in text_of(page)
    assert "machine" not in page.lower()
    assert "argos" not in page.lower()


def reviewed_entry(count: int, who=TranslationBy.ARGOS) -> Entry:
    blocks = tuple(
        Segment(SegmentId(f"s{n}"), DE, "Eins.", rendering=Rendering(EN, "One.")) for n in range(1, count + 1)
    )
    return entry(translation=by(who, package="p 1", reviewed_by="<A>"), blocks=blocks)


def review_of_some(one: Entry, *read: str) -> Review:
    """A review of some paragraphs of an entry."""
    return review_of(one, "<A>", {segment.id for segment in one.segments} - set(read))


def said_of(page: str) -> str:
    return text_of(page).replace(" ,", ",").replace(" ;", ";").replace(" .", ".")


@pytest.mark.parametrize(
    ("language", "by_all", "part"),
    [
        (EN, "by an editor of this chronology; the German text is the source", "1 of 2 paragraphs edited"),
        (DE, "von der Redaktion dieser Chronik; die Quelle ist der Text auf Deutsch", "1 von 2 Absätzen von"),
    ],
)
def test_where_all_is_an_editors_it_is_not_counted_too(language, by_all, part):
    one = replace(reviewed_entry(2), translation=by(TranslationBy.EDITOR))
    assert by_all in said_of(head(one, language=language, s1="edited", s2="edited"))
    first, second = one.blocks
    mixed = replace(second, rendering=Rendering(EN, "Two.", TranslationBy.ARGOS))
    one = replace(one, blocks=(first, mixed))
    text = said_of(head(one, language=language, s1="edited", s2="machine"))
    assert by_all not in text
    assert part in text


def test_a_review_of_some_paragraphs_says_which_changed_since_and_which_were_never_read():
    one = reviewed_entry(4)
    read = review_of_some(one, "s1", "s2", "s3")
    page = head(one, review=read, s1="reviewed", s2="edited", s3="stale", s4="machine")
    text = said_of(page)
    told = "1 of 4 translated paragraphs reviewed by <A>"
    assert f"German, {told}" in text
    assert (
        f"{told}; changed since <A> reviewed it: §2, §3; not reviewed: §4; first made by machine (p 1)."
        in text
    )
    assert f"by Argos Translate, p 1, {told}" in text
    assert "ranslation reviewed by" not in text
    assert '<a href="#s2">§2</a>' in page
    german = said_of(
        head(one, language=DE, review=read, s1="reviewed", s2="edited", s3="reviewed", s4="machine")
    )
    assert "2 von 4 übersetzten Absätzen geprüft von <A>" in german
    assert "geändert, seit <A> sie prüfte: §2; nicht geprüft: §4" in german


def test_nothing_changed_where_one_of_two_translated_paragraphs_was_reviewed():
    one = reviewed_entry(2, TranslationBy.EDITOR)
    text = said_of(
        head(one, review=review_of_some(one, "s1"), s1="reviewed", s2="edited", s3="missing", s4="missing")
    )
    assert "1 of 2 translated paragraphs reviewed by <A>; not reviewed: §2." in text
    assert "changed since" not in text
    assert "of 4 paragraphs)" not in text


def test_of_what_nobody_said_which_was_read_all_was():
    assert "translated paragraphs" not in head(reviewed_entry(1), s1="reviewed")
    assert "translated paragraphs" not in head(reviewed_entry(2), s1="reviewed", s2="missing")


def test_a_review_of_which_nothing_is_left_does_not_hide_the_machine():
    one = reviewed_entry(2)
    text = said_of(head(one, review=review_of_some(one, "s1"), s1="machine", s2="machine"))
    assert "by Argos Translate (p 1), not reviewed; changed since <A> reviewed it: §1;" in text
    assert ", reviewed by" not in text
    text = said_of(head(reviewed_entry(1, TranslationBy.EDITOR), s1="edited"))
    assert "by an editor of this chronology; changed since <A> reviewed it: §1;" in text


def test_a_reviewed_translation_names_who_did_and_what_made_it():
    machine = text_of(head(entry(translation=replace(MACHINE, reviewed_by="A. B.")), s1="reviewed"))
    assert "Translation reviewed by A. B.; first made by machine (translate-de_en 1.3)." in machine
    assert "not reviewed" not in machine
    person = text_of(head(entry(translation=by(TranslationBy.EDITOR, reviewed_by="A. B.")), s1="reviewed"))
    assert "Translation reviewed by A. B." in person
    assert "machine" not in person


def test_translations_older_than_their_source_are_counted():
    text = text_of(head(entry(translation=MACHINE), s1="stale", s2="machine", s3="stale"))
    assert "2 out of date: the source changed after it was translated." in text
    assert "out of date" not in text_of(head(entry(translation=MACHINE), s1="machine"))


def test_an_entry_without_translation_has_no_such_label():
    page = head(entry(language=EN), s1="none needed")
    assert "translation" not in page.lower()


# Foot


def test_dropped_lines_are_a_table_with_number_rule_and_text():
    page = foot(entry(), dropped=[DroppedLine(2, "Home | News", "menu"), DroppedLine(9, "© 2023", "legal")])
    assert "2 lines of the source file were taken out as not part of the article" in page
    assert "<tr><td>2</td><td>menu</td><td>Home | News</td></tr>" in page
    assert "<tr><td>9</td><td>legal</td><td>© 2023</td></tr>" in page
    assert "Every line" not in page


def test_one_dropped_line_is_said_in_the_singular():
    text = text_of(foot(entry(), dropped=[DroppedLine(2, "Home", "menu")]))
    assert "1 line of the source file was taken out as not part of the article" in text


def test_a_list_that_is_gone_is_no_empty_list():
    page = foot(entry(), dropped=None)
    assert "Which lines of the source file were taken out is not known" in page
    assert "No line" not in page


def test_nothing_dropped_is_said_too():
    page = foot(entry())
    assert "The program took no line out of the source file; what was taken out or reworded" in page
    assert "<table>" not in page


def test_provenance_names_seed_hash_and_translation():
    known = Source("e.txt", "abc")
    text = text_of(foot(entry(source=known, translation=replace(MACHINE, reviewed_by="A. B."))))
    assert "Source file e.txt SHA-256 abc" in text
    assert "German to English, by Argos Translate, translate-de_en 1.3, reviewed by A. B." in text
    assert "Translation" not in text_of(foot(entry()))


def test_related_entries_have_a_reason_and_a_quote_with_its_place():
    other = entry("o", title="Other", date="2023-12-28", source=Source("o.txt", "x", "Xinhua"))
    link = QuotedLink(Slug("o"), "Both name: Zapad.", "On Zapad.", segment=SegmentId("s3"), language=EN)
    page = foot(entry(), links=[link], entries=[other])
    assert '<a href="../entries/o/" lang="de">Other</a>' in page
    assert "28 December 2023, Xinhua" in text_of(page)
    assert "Both name: Zapad." in page
    assert '<blockquote><p lang="en">On Zapad. <a class="place" href="../entries/o/#s3"' in page
    assert ">§3</a></p></blockquote>" in page


def test_a_quote_of_the_title_has_no_place():
    page = foot(entry(), links=[QuotedLink(Slug("o"), "Why.", "The title")], entries=[entry("o")])
    assert '<blockquote><p lang="de">The title</p></blockquote>' in page


def test_a_link_without_a_quote_has_no_empty_one():
    page = foot(entry(), links=[QuotedLink(Slug("o"), "Added by the editor.")], entries=[entry("o")])
    assert "<blockquote" not in page


def four_paragraphs(slug: str, **values) -> Entry:
    segments = tuple(Segment(SegmentId(f"s{n}"), DE, f"Absatz {n}.") for n in range(1, 5))
    return entry(slug, blocks=segments, **values)


def reports_of_one_event(**differences: Difference) -> str:
    one = four_paragraphs("a", date="2023-12-28", events=(SUSPENDED,))
    other = four_paragraphs("b", title="Other", date="2023-12-28")
    given = {Slug(slug): difference for slug, difference in differences.items()}
    return foot(
        one, links=[same_event("b", quote="So.")], entries=[one, other], records=[INF], differences=given
    )


def test_other_reports_of_the_event_stand_apart_from_related_entries():
    page = reports_of_one_event()
    assert '<h2 id="other-reports">Other reports of this event</h2>' in page
    assert "Related entries" not in page
    assert "Not found in" not in page


def test_what_only_one_report_tells_is_shown_with_links_to_both_texts():
    own = Difference((Slug("inf"),), (SUSPENDED,), tuple(map(SegmentId, ("s2", "s3"))))
    page = reports_of_one_event(a=own, b=Difference(passages=(SegmentId("s1"), SegmentId("s4"))))
    text = text_of(page)
    assert "Not found in the other report: INF Treaty ; 2 February 2019; 2 paragraphs ( §2–§3 )" in text
    assert "Not found in the other report: 2 paragraphs ( §1 , §4 )" in text
    assert '<a href="#s2">§2–§3</a>' in page
    assert '<a href="../records/inf/">INF Treaty</a>' in page
    assert '<a href="../entries/b/#s1">§1</a>, <a href="../entries/b/#s4">§4</a>' in page


def test_reports_that_share_no_language_are_said_not_to_be_compared():
    assert "Paragraphs were not compared" in reports_of_one_event(a=Difference(compared=False))
    assert "not compared" not in reports_of_one_event(a=Difference())


def test_events_a_text_reports_are_listed_by_date_in_its_words():
    announced = Event("2026-02", "Übung geplant", segment=SegmentId("s3"), record=Slug("inf"), announced=True)
    events = (
        announced,
        Event("2019-02-02", "Aussetzung", segment=SegmentId("s2")),
        Event("XXXX-05-01", "Parade"),
    )
    page = foot(four_paragraphs("a", events=events), records=[INF])
    assert '<h2 id="events">Events reported</h2>' in page
    first, second, third = re.findall(
        r"<li>.*?</li>", page.split('id="events"')[1].split("</section>")[0], re.DOTALL
    )
    assert text_of(first) == "2 February 2019 Aussetzung §2"
    assert text_of(second) == "February 2026 Übung geplant §3 announced date from the record INF Treaty"
    assert text_of(third) == "1 May, year unknown Parade"
    assert '<span lang="de">Aussetzung</span> <a class="place" href="#s2"' in page
    assert '<a href="../records/inf/">INF Treaty</a></span>' in page


def test_an_event_has_its_titles_in_both_languages_that_of_the_site_first():
    events = (Event("2019-02-02", "Aussetzung", "Suspension", segment=SegmentId("s1")),)
    page = foot(builders.entry("a", ("Die Aussetzung begann.", "The suspension began."), events=events))
    assert (
        '<span lang="en">Suspension</span> <span class="in-other-language" lang="de">Aussetzung</span>'
        in page
    )


def test_an_event_without_a_translated_title_has_the_translation_of_its_sentence():
    source, translation = (
        "Es war still. Die Aussetzung begann am 3. Mai.",
        "It was quiet. Suspension began on 3 May.",
    )
    event = Event("2019-05-03", "Die Aussetzung", segment=SegmentId("s1"), span=Span(14, 28))
    made = builders.entry("a", (source, translation), events=(event,))
    assert '<span lang="en">Suspension began on 3 May.</span>' in foot(made)
    worded_by_an_editor = replace(made, events=(replace(event, span=None),))
    assert "Suspension began" not in foot(worded_by_an_editor)


def test_a_text_that_reports_no_events_has_no_such_list():
    assert "Events reported" not in foot(entry())


def test_a_foot_without_links_or_records_has_no_empty_lists():
    page = foot(entry())
    assert "Related entries" not in page
    assert "Other reports" not in page
    assert "Named here" not in page


def test_records_named_are_in_order_of_name():
    records = [record(name.lower(), kinds.PERSON, name) for name in ("Wu", "Dong", "Li")]
    page = foot(entry(), records=records)
    assert re.findall(r'href="../records/(\w+)/"', page.split("record-chips")[1]) == ["dong", "li", "wu"]
