"""The term base for other programs: as CSV, a row a term and a column a language, and as TBX (ISO 30042)."""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Container, Iterable, Iterator, Sequence
from io import StringIO
from xml.etree.ElementTree import Element

from generator.content.exchange.units import ExchangeError
from generator.content.exchange.xml import escaped, local_name, parsed
from generator.language.codes import is_language
from generator.model import Language, Term

SEPARATOR = "|"
"""Between the spellings in a cell."""
NOT, ARTICLE, NOTE = "not", "article", "note"
STATUS = "administrativeStatus"
PREFERRED, ADMITTED, DEPRECATED = "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts"
NO_MORE = (DEPRECATED, "supersededTerm-admn-sts")
"""What is not to be written, or not any more."""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def dump_csv(terms: Sequence[Term]) -> str:
    """Write terms as CSV: the languages, then `not`, `article` and `note`."""
    languages = sorted({code for term in terms for code in term.spellings})
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*languages, NOT, ARTICLE, NOTE])
    for term in terms:
        cells = [SEPARATOR.join(term.spellings.get(code, ())) for code in languages]
        article = "" if term.article else "no"
        writer.writerow([*cells, SEPARATOR.join(term.wrong), article, term.note or ""])
    return out.getvalue()


def load_csv(data: bytes) -> list[Term]:
    """Read terms from CSV as spreadsheets write it; the first row names languages and what else is read.

    Raises:
        ExchangeError: it is not CSV in UTF-8, or names no two languages.
    """
    try:
        text = data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")
        # Excel says what parts the cells in a line of its own.
        text = re.sub(r"^sep=.\r?\n", "", text)
        first = text.partition("\n")[0]
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)))
    except (ValueError, csv.Error) as error:
        raise ExchangeError(f"not CSV in UTF-8 ({' '.join(str(error).split())[:200]})") from error
    head = [name.strip().casefold() for name in rows[0]] if rows else []
    head = [code if is_language(code := re.split("[-_]", name)[0]) else name for name in head]
    languages = [name for name in head if is_language(name)]
    if len(languages) < 2:
        raise ExchangeError("its first row does not name two languages, such as de and en")
    if len(set(languages)) < len(languages):
        raise ExchangeError("its first row names a language twice")
    return [term for row in rows[1:] if any(row) for term in [_of_row(dict(zip(head, row, strict=False)))]]


def _of_row(row: dict[str, str]) -> Term:
    spellings = {Language(name): _parts(cell) for name, cell in row.items() if is_language(name)}
    return Term(
        {code: found for code, found in spellings.items() if found},
        _parts(row.get(NOT, "")),
        row.get(ARTICLE, "").strip().casefold() not in ("no", "false", "0"),
        " ".join(row.get(NOTE, "").split()) or None,
    )


def _parts(cell: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in cell.split(SEPARATOR))
    return tuple(dict.fromkeys(part for part in parts if part))


def dump_tbx(terms: Iterable[Term], targets: Container[Language] = ()) -> str:
    """Write terms as TBX-Basic, in the edition that translation programs read.

    Wrong renderings are deprecated terms of the languages in which they are not right.

    `targets`: the languages that are translated to, which come first for them.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<martif type="TBX-Basic" xml:lang="en">',
        "  <martifHeader><fileDesc><sourceDesc><p>chronology</p></sourceDesc></fileDesc></martifHeader>",
        "  <text><body>",
    ]
    for number, term in enumerate(terms, start=1):
        lines += [f'    <termEntry id="c{number}">', *_concept(term, targets), "    </termEntry>"]
    return "\n".join([*lines, "  </body></text>", "</martif>", ""])


def _concept(term: Term, targets: Container[Language]) -> Iterator[str]:
    if term.note:
        yield f"      <note>{escaped(term.note)}</note>"
    if not term.article:
        yield '      <descrip type="context">no article</descrip>'
    for code, spellings in term.spellings.items():
        statuses = [PREFERRED, *[ADMITTED] * (len(spellings) - 1)]
        wrong = [words for words in term.wrong if code in _wrong_in(words, term, targets)]
        yield f'      <langSet xml:lang="{code}">'
        for words, status in (*zip(spellings, statuses, strict=True), *((one, DEPRECATED) for one in wrong)):
            note = f'<termNote type="{STATUS}">{status}</termNote>'
            yield f"        <tig><term>{escaped(words)}</term>{note}</tig>"
        yield "      </langSet>"


def _wrong_in(words: str, term: Term, targets: Container[Language]) -> list[Language]:
    right = {code: map(str.casefold, some) for code, some in term.spellings.items()}
    found = [code for code, some in right.items() if words.casefold() not in some]
    return [code for code in found if code in targets] or found


def load_tbx(data: bytes) -> list[Term]:
    """Read terms from TBX, of either edition.

    Raises:
        ExchangeError: it is not TBX, or not safe to read.
    """
    root = parsed(data)
    if local_name(root) not in ("tbx", "martif"):
        raise ExchangeError("not TBX (its root is neither <tbx> nor <martif>)")
    concepts = (one for one in root.iter() if local_name(one) in ("conceptEntry", "termEntry"))
    return [_of_concept(concept) for concept in concepts]


def _of_concept(concept: Element) -> Term:
    spellings: dict[Language, tuple[str, ...]] = {}
    wrong: list[str] = []
    for section in concept:
        if local_name(section) not in ("langSec", "langSet"):
            continue
        found: list[tuple[bool, str]] = []
        for one in section:
            if local_name(one) in ("termSec", "tig", "ntig"):
                words, status = _term_of(one)
                if any(one in status for one in NO_MORE):
                    wrong.append(words)
                elif words:
                    found.append((PREFERRED not in status, words))
        code = Language((section.get(LANG) or section.get("lang") or "")[:2].lower())
        # What is preferred comes first, else the order stays.
        words_of = tuple(dict.fromkeys(words for _, words in sorted(found, key=lambda pair: pair[0])))
        if words_of and is_language(code):
            spellings[code] = words_of
    note = next((one.text for one in concept if local_name(one) == "note" and one.text), None)
    has_article = not any(one.text == "no article" for one in concept if local_name(one) == "descrip")
    return Term(spellings, tuple(dict.fromkeys(wrong)), has_article, " ".join((note or "").split()) or None)


def _term_of(section: Element) -> tuple[str, str]:
    term = next((one for one in section.iter() if local_name(one) == "term"), None)
    words = "" if term is None else " ".join("".join(term.itertext()).split())
    status = " ".join(
        one.text or ""
        for one in section.iter()
        # Of the newest edition there is a form in which categories are elements.
        if local_name(one) == STATUS or (local_name(one) == "termNote" and one.get("type") == STATUS)
    )
    return words, status
