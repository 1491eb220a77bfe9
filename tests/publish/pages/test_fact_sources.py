"""Who says that a fact is so: addresses are links, seeds are the entries made from them, all else stays."""

import pytest

from generator.model import Source
from generator.publish.pages.record_pages import with_links
from tests.publish.support import entry, url_for

BY_SEED = {"003_ab.txt": entry("e", title="<Tide>", source=Source("003_ab.txt", "x"))}
OUT = 'rel="nofollow noopener"'


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Gazette, 3 May 2022", "Gazette, 3 May 2022"),
        ("a <b>", "a &lt;b&gt;"),
        ("Agency (a.example/1): said", f'Agency (<a href="https://a.example/1" {OUT}>a.example/1</a>): said'),
        ("see http://a.example/x?y=1&z=2.", f'see <a href="http://a.example/x?y=1&amp;z=2" {OUT}>http://a.example/x?y=1&amp;z=2</a>.'),
        ("seeds/003_ab.txt, page 1", '<a href="../entries/e/">&lt;Tide&gt;</a>, page 1'),
        ("(seeds/003_ab.txt).", '(<a href="../entries/e/">&lt;Tide&gt;</a>).'),
        ("seeds/gone.txt: said", "gone.txt: said"),
        ("a.example/A_(b c)", f'<a href="https://a.example/A_" {OUT}>a.example/A_</a>(b c)'),
        ("(a.example/A_(b))", f'(<a href="https://a.example/A_(b)" {OUT}>a.example/A_(b)</a>)'),
        # A name with a point in it, a number, the address of a mailbox.
        ("Agency.com and No. 3/2002", "Agency.com and No. 3/2002"),
        ("a@b.example/c", "a@b.example/c"),
    ],
)  # fmt: skip
def test_what_a_source_names_is_linked(source, shown):
    assert with_links(source, BY_SEED, url_for) == shown
