"""Reading a seed: everything that is text is read, everything else is refused with a remedy."""

import hashlib
import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputError
from generator.generate.read import normalise, read
from generator.generate.seeds import list_seeds, place_of
from generator.generate.sidecar import Sidecar

GERMAN = (
    "Verteidigungsminister: „Größere Übungen sind für März geplant“ – so heißt es.\n"
    "Die Straße nach Österreich bleibt gesperrt, sagte Oberst Müller.\n"
)
MAX = 1_000_000


@pytest.fixture
def seeds(tmp_path):
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def put(folder, data, name="a.txt"):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def text_of(draft):
    return "\n".join(line.text for line in draft.lines)


def refused(path, folder, max_bytes=MAX):
    with pytest.raises(InputError) as caught:
        read(path, folder, max_bytes)
    assert "\n" not in str(caught.value)
    assert caught.value.remedy
    return caught.value


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_german_is_read_right_in_every_encoding_it_is_met_in(seeds, encoding):
    assert text_of(read(put(seeds, GERMAN.encode(encoding)), seeds, MAX)) == GERMAN.strip()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_read_by_its_mark(seeds, encoding):
    assert text_of(read(put(seeds, ("\ufeff" + GERMAN).encode(encoding)), seeds, MAX)) == GERMAN.strip()


SHORT_CP1252 = (
    "„Nein“, sagte Müller – und ging.",
    "Über Größe",
    "Der Minister für Verteidigung, Jörg Schäfer, erklärte: „Wir üben“.",
    "It cost 5 € a ton, the ministry of defence said on Monday.",
)


@pytest.mark.parametrize("text", SHORT_CP1252)
def test_a_short_german_text_in_cp1252_is_read_right(seeds, text):
    assert text_of(read(put(seeds, text.encode("cp1252")), seeds, MAX)) == text


@pytest.mark.parametrize("text", ["Preis: 5 €", "München", "„Nein.“"])
def test_a_few_words_in_cp1252_are_not_taken_for_chinese_or_russian(seeds, text):
    assert text_of(read(put(seeds, text.encode("cp1252")), seeds, MAX)) == text


def test_russian_in_cp1251_is_read_right(seeds):
    text = "Министерство обороны России сообщило о совместных учениях с Китаем в Японском море.\n"
    assert text_of(read(put(seeds, text.encode("cp1251")), seeds, MAX)) == text.strip()


def test_the_hash_is_of_the_bytes_as_received(seeds):
    data = b"\xef\xbb\xbfText\r\n"
    assert read(put(seeds, data), seeds, MAX).entry.source.sha256 == hashlib.sha256(data).hexdigest()


NORMALISED = (
    ("a\r\nb\rc", "a\nb\nc"),
    ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
    ("a\tb  c\u00a0d\u3000e", "a b c d e"),
    ("Vertei\u00addigung zero\u200bwidth \u202eevil\u202c \ufeffx", "Verteidigung zerowidth evil x"),
    ("bell\x07 null\x00 escape\x1b[31m", "bell null escape[31m"),
    ("A\u0308rger", "Ärger"),
    ("a\n\n\nb", "a\n\n\nb"),
    ("\uf0b7\tquay\n\uf0a7 pier\n\uf0d8lamp", "• quay\n• pier\n•lamp"),
    ("new\u00ad\u00ad \nbuilding\u00ad\n\npier\u00ad", "new\u00ad \nbuilding\n\npier"),
)


@pytest.mark.parametrize(("text", "expected"), NORMALISED)
def test_a_text_has_one_form(text, expected):
    assert normalise(text) == expected


@given(st.text())
def test_normalising_twice_changes_nothing_more(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_line_numbers_are_those_an_editor_shows(seeds):
    draft = read(put(seeds, b"one\r\n\r\nthree\r\n"), seeds, MAX)
    assert [(line.number, line.text) for line in draft.lines] == [(1, "one"), (3, "three")]


BINARY = (
    (bytes(range(256)) * 40, "NUL"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NUL"),
    (b"text with a \x00 byte", "NUL"),
    (GERMAN.encode("utf-16-le"), "NUL"),
    (bytes(n for n in range(1, 256)) * 40, "neither UTF-8 nor another known text encoding"),
    (GERMAN.encode("utf-16")[:-1], "neither UTF-8 nor another known text encoding"),
)


@pytest.mark.parametrize(("data", "problem"), BINARY)
def test_what_is_no_text_is_refused(seeds, data, problem):
    error = refused(put(seeds, data), seeds)
    assert problem in error.problem
    assert error.place == "seeds/a.txt"


@pytest.mark.parametrize("data", [b"", b"\n\n", b"  \t\r\n", b"\xef\xbb\xbf", "\u200b\u00ad".encode()])
def test_an_empty_seed_is_refused(seeds, data):
    assert refused(put(seeds, data), seeds).problem == "empty"


def test_a_link_that_leads_out_of_seeds_is_refused(seeds, tmp_path):
    secret = put(tmp_path, "secret", "secret.txt")
    (seeds / "link.txt").symlink_to(secret)
    assert refused(seeds / "link.txt", seeds).problem == "leads out of seeds/"


def test_a_link_to_a_folder_beside_seeds_with_the_same_beginning_is_refused(seeds, tmp_path):
    (tmp_path / "seeds2").mkdir()
    (seeds / "link.txt").symlink_to(put(tmp_path / "seeds2", "secret"))
    assert refused(seeds / "link.txt", seeds).problem == "leads out of seeds/"


def test_a_link_inside_seeds_is_read(seeds):
    (seeds / "link.txt").symlink_to(put(seeds, "Text."))
    assert text_of(read(seeds / "link.txt", seeds, MAX)) == "Text."


@pytest.mark.parametrize("target", ["missing.txt", "loop.txt"])
def test_a_link_that_leads_nowhere_is_refused(seeds, target):
    (seeds / "loop.txt").symlink_to(seeds / target)
    assert "can't be read" in refused(seeds / "loop.txt", seeds).problem


def test_a_sidecar_that_leads_out_of_seeds_is_refused(seeds, tmp_path):
    """It is as untrusted as a seed: what it holds would be shown in the error, or published."""
    (seeds / "a.yml").symlink_to(put(tmp_path, "title: secret\n", "secret.yml"))
    assert "leads out of seeds/" in refused(put(seeds, "Text."), seeds).problem


def test_a_folder_named_like_a_seed_is_refused(seeds):
    (seeds / "x.txt").mkdir()
    assert refused(seeds / "x.txt", seeds).problem == "is a folder, not a file"


def test_a_pipe_is_refused_and_not_waited_for(seeds):
    os.mkfifo(seeds / "pipe.txt")
    refused(seeds / "pipe.txt", seeds)


def test_a_missing_seed_is_refused(seeds):
    assert "can't be read" in refused(seeds / "gone.txt", seeds).problem


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.md", "a.txt.bak"])
def test_a_file_of_another_kind_is_refused(seeds, name):
    assert refused(put(seeds, "Text.", name), seeds).problem == "is neither a .txt nor an .html file"


ODD_NAMES = (
    "with space.txt",
    "Übung für März.txt",
    "-rf.txt",
    "--help.txt",
    "..txt",
    "a.b.c.txt",
    "UPPER.TXT",
    "quote'\".txt",
    "$(touch x).txt",
    "{{x}}.txt",
    "<b>.txt",
    "北京.txt",
    "#1 100%.txt",
)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_an_odd_name_is_read(seeds, name):
    assert read(put(seeds, "Text.", name), seeds, MAX).seed == name


@pytest.mark.parametrize("name", ["new\nline.txt", "bell\x07.txt", "\u202etxt.exe.txt", "tab\t.txt"])
def test_a_name_with_control_characters_is_refused_on_one_line(seeds, name):
    error = refused(put(seeds, "Text.", name), seeds)
    assert error.problem == "its name holds control characters"
    assert error.place.isprintable()


def test_a_name_that_the_locale_can_not_read_is_called_so(seeds):
    assert refused(seeds / "k\udcc3\udcb6ln.txt", seeds).problem == "its name can't be read in this locale"


def test_a_name_that_is_no_unicode_is_refused_on_one_line(seeds):
    path = os.fsencode(seeds) + b"/\xe4.txt"
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write(b"Text.")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (found,) = list_seeds(seeds)
    error = refused(found, seeds)
    assert str(error).encode("utf-8")


def test_a_seed_that_is_too_large_is_refused_before_it_is_read(seeds):
    path = put(seeds, "x" * 1001)
    error = refused(path, seeds, max_bytes=1000)
    assert "more than the" in error.problem
    assert "max_seed_bytes" in error.remedy
    assert text_of(read(path, seeds, 1001))


def test_a_page_may_be_larger_than_a_text_by_its_scripts(seeds):
    page = "<html><body><script>" + "x;" * 2000 + "</script><p>What it says.</p></body></html>"
    assert text_of(read(put(seeds, page, "a.html"), seeds, 1000)) == "What it says."
    assert "5.0 MB" in refused(put(seeds, page * 1300, "b.html"), seeds, 1_000_000).problem
    text = page.replace("says", "says " * 1000)
    assert "more than the 0.0 MB" in refused(put(seeds, text, "c.html"), seeds, 2000).problem


def test_a_seed_without_sidecar_has_an_empty_one(seeds):
    assert read(put(seeds, "Text."), seeds, MAX).sidecar == Sidecar()


def test_a_sidecar_is_read_with_its_seed(seeds):
    put(
        seeds,
        "url: https://example.org/a\npublisher: 'Ministry: Press'\ntitle: no\n"
        "published: 2023-12-28\nlanguage: de\narchive_url: https://archive.example.org/a\n"
        "author: Joe Sample\naccessed: 2024-01-02\nclean: false\nskip: true\n",
        "a.yml",
    )
    assert read(put(seeds, "Text."), seeds, MAX).sidecar == Sidecar(
        url="https://example.org/a",
        archive_url="https://archive.example.org/a",
        publisher="Ministry: Press",
        author="Joe Sample",
        title="no",
        published="2023-12-28",
        accessed="2024-01-02",
        language="de",
        clean=False,
        skip=True,
    )


SIDECARS = (
    (b"pubilsher: x\n", "pubilsher is not a known key"),
    (b"published: 28.12.2023\n", "published is not an EDTF date"),
    (b"language: german\n", "language is not a language code"),
    (b"accessed: gestern\n", "accessed is not an EDTF date"),
    (b"clean: no\n", "clean must be true or false"),
    (b"skip: [true]\n", "skip must be true or false"),
    (b"skip: maybe\n", "skip must be true or false"),
    (b"author: [A, B]\n", "author must be a text"),
    (b"title: [a]\n", "title must be a text"),
    (b"title: a: b\n", "not valid YAML"),
    (b"title: a\ntitle: b\n", "given twice"),
    (b"- a\n", "not a list of"),
    (b"title: \xe4\n", "can't be read"),
    (b"{{ x }}: y\n", "not valid YAML"),
)


@pytest.mark.parametrize(("data", "problem"), SIDECARS)
def test_a_wrong_sidecar_is_refused_with_its_name(seeds, data, problem):
    put(seeds, data, "a.yml")
    error = refused(put(seeds, "Text."), seeds)
    assert problem in error.problem
    assert error.place.startswith("seeds/a.yml")


def test_all_problems_of_a_sidecar_are_listed_at_once(seeds):
    put(seeds, "pubilsher: x\npublished: gestern\nlanguage: german\n", "a.yml")
    problem = refused(put(seeds, "Text."), seeds).problem
    for key in ("pubilsher", "published", "language"):
        assert key in problem


def test_seeds_are_listed_in_order_without_sidecars_and_hidden_files(seeds):
    for name in ("b.txt", "a.txt", "a.yml", "c.yaml", ".hidden.txt", "d.pdf", ".gitkeep"):
        put(seeds, "x", name)
    (seeds / "folder").mkdir()
    assert [path.name for path in list_seeds(seeds)] == ["a.txt", "b.txt", "d.pdf", "folder"]
    assert list_seeds(seeds / "missing") == []


def test_a_place_is_one_line_whatever_the_name_holds(tmp_path):
    assert place_of(tmp_path / "seeds" / "a\nb.txt") == "seeds/a\\x0ab.txt"
