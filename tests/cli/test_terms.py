"""`chronology terms`: the term base out and in again, as CSV and as TBX."""

from pathlib import Path
from time import process_time
from xml.etree.ElementTree import fromstring

import pytest
from translate.storage.tbx import tbxfile

from generator.cli import new_project
from generator.content.exchange.terms import LANG, dump_tbx, load_tbx
from generator.content.terms_file import load_terms
from generator.model import Language, Term
from tests.cli.support import run

DE, EN = Language("de"), Language("en")
OWN = """# Ours.
terms:
  # Places
  - {de: Bergheim, en: Mountain Home, article: false}
  - de: [gemeinsame Übung, Verbundübung]
    en: [joint exercise, joint drill]
    not: ["common <exercise> & more"]
    note: Held at sea, or on land
# The end.
"""


@pytest.fixture
def with_terms(project):
    (project / "content/terms.yml").write_text(OWN, encoding="utf-8")
    return project


def export(project, ending: str):
    file = project / f"terms.{ending}"
    assert run(project, "terms", "export", str(file)).stdout == f"{file}: 2 terms\n"
    return file


@pytest.mark.parametrize("ending", ["csv", "tbx"])
def test_what_goes_out_comes_in_the_same(with_terms, ending):
    known = load_terms(with_terms / "content")
    file = export(with_terms, ending)
    assert "0 new, 2 known" in run(with_terms, "terms", "import", str(file)).stdout
    assert (with_terms / "content/terms.yml").read_text(encoding="utf-8") == OWN
    (with_terms / "content/terms.yml").unlink()
    assert "2 new, 0 known" in run(with_terms, "terms", "import", str(file)).stdout
    assert load_terms(with_terms / "content") == known


GIFT = {DE: ("Gift",), EN: ("poison",)}


@pytest.mark.parametrize("spellings", [GIFT, dict(reversed(GIFT.items()))])
@pytest.mark.parametrize(
    ("targets", "wrong"),
    [
        ([EN], {EN: ["gift", "venom"]}),
        ([DE], {DE: ["venom"], EN: ["gift"]}),
        ([], {DE: ["venom"], EN: ["gift", "venom"]}),
    ],
)
def test_in_which_language_a_rendering_is_wrong_is_no_matter_of_their_order(spellings, targets, wrong):
    term = Term(spellings, ("gift", "venom"))
    tbx = dump_tbx([term], targets)
    root = fromstring(tbx)
    found = {
        section.get(LANG): [
            one[0].text for one in section.iter("tig") if one[1].text.startswith("deprecated")
        ]
        for section in root.iter("langSet")
    }
    assert {code: words for code, words in found.items() if words} == wrong
    (again,) = load_tbx(tbx.encode())
    assert (again.spellings, {*again.wrong}) == (term.spellings, {*term.wrong})


def test_others_read_our_tbx(with_terms):
    store = tbxfile.parsefile(str(export(with_terms, "tbx")))
    assert [unit.source for unit in store.units] == ["Bergheim", "gemeinsame Übung"]
    assert [unit.target for unit in store.units] == ["Mountain Home", "joint exercise"]


def test_below_what_a_new_project_has_terms_may_be_written(project):
    path = project / "content/terms.yml"
    path.write_bytes((Path(new_project.__file__).parent / "skeleton/any/content/terms.yml").read_bytes())
    assert load_terms(project / "content") == ()
    with path.open("a", encoding="utf-8") as file:
        file.write("  - de: Tal\n    en: dale\n")
    assert load_terms(project / "content") == (Term({DE: ("Tal",), EN: ("dale",)}),)


@pytest.mark.parametrize(
    "begin", [OWN, "", "terms:\n", "# None yet.\nterms: []\n", "terms:\n- {de: Tal, en: dale}\n"]
)
def test_new_terms_are_added_below_and_the_rest_stays(project, begin):
    path = project / "content/terms.yml"
    path.write_text(begin, encoding="utf-8")
    before = load_terms(project / "content")
    file = project / "new.csv"
    file.write_text(
        'de;en;not;note\nBergheim;Hill Home;;\nSeemeile|sm;nmi;"sea: mile";"a, \'b\'"\nNur;;;\n',
        encoding="utf-8",
    )
    said = run(project, "terms", "import", str(file)).stdout
    assert "left  Nur: in one language\n" in said
    assert ("left  Bergheim, Hill Home: some of it is in the term base" in said) is ("Bergheim" in begin)
    *stayed, last = load_terms(project / "content")
    assert last == Term({DE: ("Seemeile", "sm"), EN: ("nmi",)}, ("sea: mile",), note="a, 'b'")
    assert all(term in stayed for term in before)
    assert "# " not in begin or begin.split("\n")[0] in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("first", ["", "sep=;\r\n"])
def test_csv_as_excel_writes_it_is_read(project, first, encoding):
    file = project / "new.csv"
    text = f'{first}de-DE;en;Status;note\r\nTal;dale;;"Not a ""valley""; see map"\r\n'
    file.write_bytes(text.encode(encoding))
    run(project, "terms", "import", str(file))
    (term,) = load_terms(project / "content")
    assert term == Term({DE: ("Tal",), EN: ("dale",)}, note='Not a "valley"; see map')


@pytest.mark.parametrize(
    "status",
    [
        "<termNote type='administrativeStatus'>{}</termNote>",
        "<min:administrativeStatus xmlns:min='http://www.tbxinfo.net/ns/min'>{}</min:administrativeStatus>",
    ],
    ids=["DCA", "DCT"],
)
def test_tbx_of_the_third_edition_is_read(project, status):
    """With a namespace, regional languages and other names of elements; in either of its forms."""
    deprecated, superseded, preferred = (
        status.format(f"{one}Term-admn-sts") for one in ("deprecated", "superseded", "preferred")
    )
    file = project / "new.tbx"
    file.write_text(
        "<tbx xmlns='urn:iso:std:iso:30042:ed-2' xml:lang='en'><text><body><conceptEntry id='1'>"
        "<langSec xml:lang='de-DE'><termSec><term>Fähre</term></termSec></langSec><langSec xml:lang='en'>"
        f"<termSec><term>vessel</term>{deprecated}</termSec><termSec><term>boat</term></termSec>"
        f"<termSec><term>ferry</term>{preferred}</termSec><termSec><term>packet</term>{superseded}</termSec>"
        "</langSec></conceptEntry></body></text></tbx>",
        encoding="utf-8",
    )
    run(project, "terms", "import", str(file))
    assert load_terms(project / "content") == (
        Term({DE: ("Fähre",), EN: ("ferry", "boat")}, ("vessel", "packet")),
    )


def test_what_is_wrong_in_one_language_of_a_tbx_may_be_right_in_the_next(project):
    file = project / "new.tbx"
    note = "<termNote type='administrativeStatus'>supersededTerm-admn-sts</termNote>"
    file.write_text(
        "<tbx><conceptEntry><langSec xml:lang='en'><termSec><term>Peking</term>"
        f"{note}</termSec><termSec><term>Beijing</term></termSec></langSec>"
        "<langSec xml:lang='de'><termSec><term>Peking</term></termSec></langSec></conceptEntry></tbx>",
        encoding="utf-8",
    )
    run(project, "terms", "import", str(file))
    assert load_terms(project / "content") == (Term({DE: ("Peking",), EN: ("Beijing",)}, ("Peking",)),)


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("x.csv", "", "does not name two languages"),
        ("x.csv", "word,other\na,b\n", "does not name two languages"),
        ("x.csv", "de-AT,de-DE,en\na,b,c\n", "names a language twice"),
        ("x.csv", "de,en\n" + "a" * 300 + ",b\n", "write words, on one line"),
        ("x.tbx", "<tbx", "line 1"),
        ("x.tbx", "<tmx/>", "not TBX"),
        ("x.tbx", "<!DOCTYPE a SYSTEM 'b'><tbx>&c;</tbx>", "undefined entity"),
        ("x.xls", "", "does not end in"),
    ],
)
def test_what_can_not_be_used_is_told_and_nothing_is_done(with_terms, name, text, problem):
    (with_terms / name).write_text(text, encoding="utf-8")
    result = run(with_terms, "terms", "import", str(with_terms / name))
    assert result.exit_code in (1, 2)
    assert problem in result.stderr
    assert (with_terms / "content/terms.yml").read_text(encoding="utf-8") == OWN


def test_a_file_with_terms_in_terms_is_read_in_no_time():
    depth = 2000
    tbx = (
        f"<tbx><conceptEntry><langSec lang='de'>{'<tig>' * depth}<term>Tal</term>{'</tig>' * depth}"
        "</langSec></conceptEntry></tbx>"
    )
    start = process_time()
    load_tbx(tbx.encode())
    assert process_time() - start < 2
