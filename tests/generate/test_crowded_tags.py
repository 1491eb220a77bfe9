"""A tag with more attributes than any real one loses them: libraries look for each among all."""

import pytest

from generator.generate.read.web_page import _uncrowded, read_page

PROSE = "The harbour town of Millport will rebuild the lighthouse that a storm damaged last winter, it said."


@pytest.mark.parametrize("attribute", ["a{}=b ", "a{}='b'", 'a{}="<p>"', "a{}/", "< a{}=b "])
def test_a_page_with_a_crowd_is_read(attribute):
    """Without that it would take hours."""
    crowd = "".join(attribute.format(number) for number in range(5_000))
    page = read_page(f"<html><body><p>{PROSE}</p><div {crowd}><p>{PROSE}</p></div></body></html>", "a.html")
    assert [line.text for line in page.lines].count(PROSE) == 2


def test_a_page_of_endless_headings_is_read_line_by_line():
    """Looking for its article would take minutes."""
    page = read_page(f"<html><body><p>{PROSE}</p>{'<h1>x y z</h1>' * 40_000}</body></html>", "a.html")
    assert len(page.lines) == 40_001
    assert [issue.problem for issue in page.issues if "line by line" in issue.problem]


@pytest.mark.parametrize(
    "tag",
    [
        f'<img src="data:image/png;base64,{"A" * 100_000}" alt="A lighthouse">',
        f'<path d="{"M0 0 L1 1 " * 5_000}">',
        f"<p title='{'word ' * 5_000}'>",
        "a < b " * 5_000,
    ],
)
def test_a_long_attribute_stays(tag):
    assert _uncrowded(tag) == tag


@pytest.mark.parametrize(
    "careless", ['<a title="Tides" >"</a>', "<p title=The captain's>", "<script>a<b && c = '</script>"]
)
def test_a_quotation_mark_that_is_not_closed_takes_nothing_away(careless):
    page = f"{careless}{'<p>It rained, the keeper said</p> ' * 500}<p title='x'>Fine</p>"
    assert _uncrowded(page) == page
