"""How an entry is cited: in words, and as BibTeX, RIS and CSL-JSON, which reference managers read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.dates.edtf import bounds, is_edtf
from generator.language.given_names import is_given, is_initial
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.messages import Messages
from generator.model import Entry, Language
from generator.printable import printable_line
from generator.web_address import web_address

BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#_$"},
}
BETWEEN_AUTHORS = re.compile(r", (?:and |und )?| and | und ")
_FAMILY = r"[^\W\d_a-zäöüß][^\W\d_]*[^\W\d_A-ZÄÖÜ]"
FAMILY = re.compile(rf"(?:[DO]['’])?{_FAMILY}(?:-{_FAMILY})?")
BODIES = LEXICONS.united(lambda one: one.stamps.institutions | one.stamps.places)
"""Words that no family is called by."""
EXACT = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?")
LEVEL_1 = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[?~%]?(/(\d{4}(-\d\d(-\d\d)?)?[?~%]?|\.\.)?)?")
"""The EDTF that BibLaTeX reads."""


@dataclass(frozen=True)
class Citation:
    """What is known of an entry for who cites it."""

    key: str
    title: str
    """In the document's language."""
    other_title: str
    """In the other language; empty where there is none."""
    author: str
    publisher: str
    date: str
    """EDTF: of publication, not of what is reported; empty where it is not known."""
    language: Language
    site: str
    address: str
    """That outlives a renaming; empty where the site's own address is not known."""
    source: str
    """The address of the source."""
    accessed: str
    """EDTF: when the source was fetched."""


def citation_of(entry: Entry, site: str, address: str) -> Citation:
    """Return what is known of an entry for who cites it.

    `address`: of the entry, for good; empty where the site's own address is not known.
    """
    source = entry.source
    return Citation(
        key=entry.slug,
        title=printable_line(entry.own_title),
        other_title=printable_line(entry.other_title or ""),
        author=printable_line(source.author or ""),
        publisher=printable_line(source.publisher or ""),
        date=_day(source.published),
        language=entry.language,
        site=printable_line(site),
        address=address,
        source=printable_line(web_address(source.url)),
        accessed=_day(source.accessed),
    )


@dataclass(frozen=True)
class Author:
    """A person, or whoever else wrote a document."""

    name: str
    """Of a person, the family's."""
    given: str = ""
    """Empty: it is not sure that it is a person."""

    def inverted(self) -> str:
        """Return the name as lists are sorted by it."""
        return f"{self.name}, {self.given}" if self.given else self.name

    def in_order(self) -> str:
        """Return the name as it is said."""
        return f"{self.given} {self.name}".strip()


def authors_of(one: Citation) -> list[Author]:
    """Return the authors of an entry, one by one where all of them are surely persons."""
    persons = [_person(name) for name in BETWEEN_AUTHORS.split(one.author)]
    surely = [person for person in persons if person]
    if len(surely) == len(persons) and one.author not in one.publisher:
        return surely
    return [Author(one.author)] if one.author else []


def _person(name: str) -> Author | None:
    """Read "Hannah J. Whitlock"; None where it may be a body, or the family's name be first."""
    *given, family = name.split() or [""]
    is_sure = (
        len(given) in (1, 2)
        and is_given(given[0])
        and all(is_given(word) or is_initial(word) for word in given)
        and FAMILY.fullmatch(family) is not None
        and not is_given(family)
        and not BODIES.intersection(map(fold, family.split("-")))
    )
    return Author(family, " ".join(given)) if is_sure else None


def _day(written: str | None) -> str:
    """Return a date without its time of day; empty where there is none that can be read."""
    day = (written or "").partition("T")[0]
    return day if day and is_edtf(day) else ""


def in_words(one: Citation, say_date: Callable[[str], str], messages: Messages) -> str:
    """Return a citation as a sentence or two."""
    gettext = messages.gettext
    title = gettext("“{words}”").format(words=one.title) + (
        f" [{one.other_title}]" if one.other_title else ""
    )
    who = one.author or one.publisher
    where = [one.publisher] if one.author and one.publisher else []
    when = [say_date(one.date)] if one.date else []
    parts = [
        who,
        ", ".join([title, *where, *when]),
        f"{one.site}, {one.address}" if one.address else one.site,
    ]
    if one.source:
        fetched = gettext("fetched on {date}").format(date=say_date(one.accessed))
        parts.append(gettext("Source") + f": {one.source}" + (f" ({fetched})" if one.accessed else ""))
    return ". ".join(part for part in parts if part) + "."


def as_bibtex(one: Citation) -> str:
    """Return a citation for BibTeX and BibLaTeX."""
    fields = {
        "author": " and ".join(map(_bibtex_author, authors_of(one))),
        "title": f"{{{_bibtex(one.title)}}}",
        "titleaddon": _bibtex(one.other_title),
        "publisher": _bibtex(one.publisher),
        "date": one.date if LEVEL_1.fullmatch(one.date) else "",
        "year": one.date[:4] if EXACT.match(one.date) else "",
        "langid": one.language,
        "howpublished": _bibtex(one.site),
        "url": _address(one.address or one.source),
        "urldate": one.accessed if EXACT.fullmatch(one.accessed) else "",
        "note": _bibtex(one.source) if one.address else "",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "@misc{" + ",\n".join([one.key, *lines]) + "\n}\n"


def as_ris(one: Citation) -> str:
    """Return a citation as RIS."""
    fields = [
        ("TY", "ELEC"),
        *(("AU", author.inverted()) for author in authors_of(one)),
        ("TI", one.title),
        ("TT", one.other_title),
        ("T2", one.site),
        ("PB", one.publisher),
        ("PY", one.date[:4] if EXACT.match(one.date) else ""),
        ("DA", f"{one.date.replace('-', '/')}/" if EXACT.fullmatch(one.date) else ""),
        ("LA", one.language),
        ("UR", one.address or one.source),
        ("L2", one.source if one.address else ""),
        ("Y2", one.accessed.replace("-", "/") if EXACT.fullmatch(one.accessed) else ""),
        ("ID", one.key),
    ]
    lines = [f"{tag}  - {value}\r\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - \r\n"


def as_csl(*cited: Citation) -> str:
    """Return citations as CSL-JSON, a list."""
    return json.dumps([_csl_item(one) for one in cited], ensure_ascii=False, indent=1)


def _csl_item(one: Citation) -> dict[str, object]:
    item: dict[str, object] = {
        "id": one.key,
        "type": "webpage",
        "title": one.title,
        "container-title": one.site,
        "language": one.language,
    }
    further = {
        "translated-title": one.other_title,
        "publisher": one.publisher,
        "URL": one.address or one.source,
        "source": one.source if one.address else "",
    }
    item |= {name: value for name, value in further.items() if value}
    if authors := authors_of(one):
        item["author"] = [
            {"family": author.name, "given": author.given} if author.given else {"literal": author.name}
            for author in authors
        ]
    if one.date:
        item["issued"] = _csl_date(one.date)
    if one.accessed:
        item["accessed"] = _csl_date(one.accessed)
    return item


def _csl_date(edtf: str) -> dict[str, object]:
    if EXACT.fullmatch(edtf):
        return {"date-parts": [[int(part) for part in edtf.split("-")]]}
    span = bounds(edtf)
    days = [day for day in (span.earliest, span.latest) if date.min < day < date.max] if span else []
    parts = [[day.year, day.month, day.day] for day in days]
    return {"date-parts": parts, "circa": True, "edtf": edtf} if parts else {"literal": edtf, "edtf": edtf}


def _bibtex_author(author: Author) -> str:
    """Return an author for BibTeX, which takes what is braced for one name."""
    return _bibtex(author.inverted()) if author.given else f"{{{_bibtex(author.name)}}}"


def _bibtex(text: str) -> str:
    return "".join(BIBTEX_SIGNS.get(sign, sign) for sign in text)


def _address(url: str) -> str:
    """Return an address that ends no field of BibTeX."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
