"""Below a record: when it is named, with whom, by year when that is often."""

from generator.publish.computed.backlinks import Backlink
from generator.publish.pages.record_pages import MANY
from tests import kinds
from tests.builders import facts, record
from tests.publish.support import entry, pages_of, text_of, url_for

ONE = record("one", kinds.PERSON, "One", dates=facts("signed", "2001-07-16"))
OTHER = record("other", kinds.PERSON, "<Other>")


def foot(count: int, named=(ONE, OTHER)) -> str:
    entries = [entry(f"e{n}", title=f"E{n}", date=f"{2000 + n % 3}-01-{n % 28 + 1:02}") for n in range(count)]
    backlinks = {ONE.slug: [Backlink(one, None) for one in sorted(entries, key=lambda one: one.date)]}
    pages = pages_of(entries, [ONE, OTHER], named=named, backlinks=backlinks)
    return pages.of_records.foot(ONE, url_for)


def test_who_is_named_in_the_same_entries_is_said_with_in_how_many():
    assert "Named together with <Other> in 3 entries" in text_of(foot(3))
    assert "Named together" not in foot(3, named=(ONE,))


def test_a_few_entries_are_one_list_and_marks_that_lead_to_them():
    page = foot(3)
    assert "<details" not in page
    assert page.count('<circle class="named"') == 3
    assert page.count('<circle class="fact"') == 1
    assert "<title>16 July 2001: Signed</title>" in page
    assert '<a href="../entries/e0/"><title>1 January 2000: E0</title>' in page


def test_many_entries_are_listed_and_drawn_by_year():
    page = foot(MANY + 1)
    assert page.count('<span class="from">7 entries</span></summary>') == 3
    assert page.count('class="named folded"') == 3
    assert '<a href="#y2001"><title>2001: 7 entries</title>' in page
    assert page.count('id="y200') == 3
    assert foot(MANY).count("<details") == 0
