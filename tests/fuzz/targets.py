# ruff: noqa: PT017 - these are no tests: pytest and atheris call them
"""What is fuzzed: each target takes any bytes, and fails only where the program has a mistake."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from unittest import mock

from markdown import Markdown

from generator.content.entry_file import dump_entry, load_entry
from generator.content.memory import Memory, Pair, dump_memory, load_memory
from generator.content.memory_import import read_foreign
from generator.content.record_file import load_record
from generator.content.terms_file import parse_terms
from generator.content.tmx import TmxError, read_units
from generator.data_files import parse_json, parse_toml, parse_yaml
from generator.dates.edtf import bounds, is_edtf, sort_key
from generator.dates.wording import date_in_words
from generator.errors import InputError, PackageError
from generator.generate.sidecar import load_sidecar
from generator.language.markup import escape, plain
from generator.model import Language, SegmentId, Slug, TranslationBy, TranslationState
from generator.printable import printable_line
from generator.publish.pages.markdown import PageContext, SegmentExtension
from generator.publish.pages.page_source import read_source
from generator.translate.packages import find_package, install_file
from tests import kinds
from tests.packages import FILES, metadata

PLACE = "content/x.md"
EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc")
"""Those of the site."""
SHOWN_TAGS = frozenset({"body", "div", "p", "a", "span"})


def headers(data: bytes) -> None:
    """Front matter of entries, records and pages; terms; sidecars: read, or refused with a remedy."""
    text = data.decode("utf-8", "replace")
    page = f"---\n{text}\n---\n\nText\n"
    readers: tuple[Callable[[], object], ...] = (
        partial(parse_yaml, text, PLACE),
        partial(load_record, page, Slug("x"), PLACE, kinds.TOPIC),
        partial(parse_terms, text, PLACE),
        partial(read_source, page, PLACE),
        partial(_sidecar, data),
    )
    for read in readers:
        _or_refused(read)
    try:
        entry = load_entry(page, Slug("x"), PLACE)
    except InputError as error:
        assert len(str(error).splitlines()) == 1
    else:
        assert load_entry(dump_entry(entry), Slug("x"), PLACE) == entry


def data_files(data: bytes) -> None:
    """JSON and TOML: read, or refused as a value."""
    for parse in (parse_json, lambda given: parse_toml(given.decode("utf-8"))):
        with suppress(ValueError):
            parse(data)


def edtf(data: bytes) -> None:
    """A date is none, or has bounds, a place in the order, and words."""
    text = data.decode("utf-8", "replace")
    if is_edtf(text):
        span = bounds(text)
        assert span is None or span.earliest <= span.latest
        assert sort_key(text)
        for language in ("de", "en"):
            assert date_in_words(text, Language(language))


def tmx(data: bytes) -> None:
    """A memory is read, or refused; what is taken in is one line, and comes back as it was."""
    try:
        read_units(data)
    except TmxError as error:
        assert len(str(error).splitlines()) == 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.tmx")
        path.write_bytes(data)
        try:
            memory = read_foreign(path, "Ann").memory
        except InputError as error:
            assert len(str(error).splitlines()) == 1
            return
        for pair in memory.pairs.values():
            assert printable_line(pair.target) == pair.target
        path.write_text(dump_memory(memory), encoding="utf-8")
        assert load_memory(path).pairs == memory.pairs


def texts(data: bytes) -> None:
    """Text of a seed, an engine or a memory is shown on a page as it stands, and does nothing."""
    line = " ".join(printable_line(data.decode("utf-8", "replace")).split())
    line = "".join(char for char in line if char not in "\x02\x03")
    assert plain(escape(line)) == line
    if not line:
        return
    extension = SegmentExtension()
    md = Markdown(extensions=[*EXTENSIONS, extension])
    extension.context = PageContext({SegmentId("s1"): TranslationState.MACHINE})
    shown = _Shown(md.convert(f"{escape(line)}\n{{: #s1 lang=de }}\n\n{escape(line)}\n{{: lang=en }}\n"))
    assert shown.tags <= SHOWN_TAGS, shown.tags
    assert shown.attributes <= {"class", "id", "lang", "href", "data-n"}, shown.attributes
    assert shown.links == {"#s1"}, shown.links  # the paragraph's number
    assert [" ".join(text.split()) for text in shown.paragraphs] == [line, line]
    pair = Pair(Language("de"), Language("en"), line, line, TranslationBy.ARGOS)
    assert dump_memory(Memory([pair])).count("<tu ") == 1


def packages(data: bytes) -> None:
    """A package is refused, or what is installed is what was checked; whatever is there, commands go on."""
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"ARGOS_PACKAGES_DIR": folder}):
        for name, content in (("plain", data), ("member", _zip_with(data)), ("patched", _patched_zip(data))):
            path = Path(folder, f".{name}.argosmodel")
            path.write_bytes(content)
            try:
                package = install_file(path)
            except PackageError as error:
                assert len(str(error).splitlines()) == 1
            else:
                assert find_package(*package.metadata.pair)
        broken = Path(folder, "broken")
        broken.mkdir()
        (broken / "metadata.json").write_bytes(data)
        find_package(Language("fr"), Language("en"))


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (headers, data_files, edtf, tmx, texts, packages)
}


def _or_refused(read: Callable[[], object]) -> None:
    try:
        read()
    except InputError as error:
        assert len(str(error).splitlines()) == 1
        assert error.remedy


def _sidecar(data: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "x.yml")
        path.write_bytes(data)
        return load_sidecar(path, "seeds/x.yml")


def _zip_with(data: bytes) -> bytes:
    """A package with a member whose name is given."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("t/metadata.json", str(metadata()).replace("'", '"'))
        for name, content in FILES.items():
            archive.writestr(f"t/{name}", content)
        if name := data.decode("utf-8", "ignore").replace("\0", "")[:200]:
            archive.writestr(f"t/{name}", b"x")
    return made.getvalue()


def _patched_zip(data: bytes) -> bytes:
    """A package with bytes put over it, at the place that the first two say."""
    whole = bytearray(_zip_with(b""))
    if len(data) > 2:
        start = int.from_bytes(data[:2], "big") % len(whole)
        whole[start : start + len(data) - 2] = data[2:]
    return bytes(whole)


class _Shown(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str | None] = set()
        self.paragraphs: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value for name, value in attrs if name == "href"}
        if tag == "p":
            self.paragraphs.append("")

    def handle_data(self, data: str) -> None:
        if self.paragraphs:
            self.paragraphs[-1] += data
