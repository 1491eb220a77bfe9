"""What looks like furniture and is not stays: speakers, tables, short headings, ends without full stop."""

from generator.generate.clean import sort_lines
from generator.generate.draft import new_draft
from generator.generate.seed_text import read_lines
from generator.generate.sidecar import Sidecar

SPEECH = """Simon Sample (Northport) (LD)
I ask the Minister whether the yard at Northport will be given the contract for the new ferries.
The Minister for Ships (Jane Roe)
The contract will be signed in the autumn. The yard has been told so, and hires people.
Port | Ships | Tonnes
Northport | 12 | 400
Southport | 3 | 90
Bis 2014[Bearbeiten]
The yard had been closed for ten years before the present owners bought it from the town. [1]
More ferries are to follow, the ministry said./mau/DP/jha"""  # fmt: skip
PAGE = f"House of Sample debates\nHome\nSearch\nMenu\n{SPEECH}\nPrivacy policy\nContact\nTerms of use"


def kept(text, sidecar=None):
    return [line.text for line in sort_lines(new_draft("a.txt", "", read_lines(text), sidecar)).kept]


def test_labels_tables_headings_and_ends_stay():
    assert kept(PAGE) == SPEECH.split("\n")


def test_a_sidecar_keeps_every_line():
    assert kept(PAGE, Sidecar(clean=False)) == PAGE.split("\n")


def test_who_wrote_it_stays_below_the_text():
    text = (
        "The ferry ran aground off Northport on Monday evening with 40 passengers on board, the port said.\n"
        "All of them were brought ashore by fishing boats within two hours, and nobody was hurt."
    )
    page = "Sample News\nHome\nPolitics\nMenu\n{}\n{}\nPrivacy policy\nContact\nTerms of use"
    for sign in ("(AP)", "(dpa/mau)"):
        assert kept(page.format(text, sign))[-1] == sign
    assert kept(page.format(text, "(Comments)")) == text.split("\n")


def test_a_text_in_a_script_without_spaces_is_no_furniture():
    """The line model learned no such script: prose in it stays, a menu goes as elsewhere."""
    text = "图书馆星期四向市民开放了新的阅览室，馆长介绍了今年的计划。" * 8
    assert text in kept(f"首页 新闻 联系\n\n{text}\n")
