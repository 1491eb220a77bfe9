"""The term base, content/terms.yml: written by hand, so only read here."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.content.fields import Fields, YamlSource, is_one_line
from generator.content.files import read_text
from generator.content.paths import ContentPaths
from generator.data_files import parse_yaml
from generator.errors import InputError
from generator.model import Language, Term

TERMS = "content/terms.yml"
REMEDY = "mend the entry (its form is explained at the top of the file)"
LONGEST = 200
"""Characters of a spelling: a term is no sentence."""


def load_terms(content: Path) -> tuple[Term, ...]:
    """Read the term base of a site; without the file there are no terms.

    Raises:
        InputError: something in it is wrong; all problems are listed.
    """
    path = ContentPaths(content).terms
    place = f"{content.name}/{path.name}"
    return parse_terms(read_text(path, place), place) if os.path.lexists(path) else ()


def parse_terms(text: str, place: str) -> tuple[Term, ...]:
    """Read the text of a term base.

    Raises:
        InputError: something in it is wrong; all problems are listed.
    """
    values = parse_yaml(text, place)
    fields = Fields(values, YamlSource(place, text))
    terms = fields.groups("terms", _term)
    # Where one can't be read at all, the others have not the numbers that they have in the file.
    told = terms if len(terms) == len(values.get("terms") or ()) else ()
    fields.complain(_shared_spellings(told))
    try:
        fields.finish(REMEDY)
    except InputError as error:
        # Entries are told by number; people look for words.
        raise InputError(error.place, _with_words(error.problem, told), error.remedy) from None
    return terms


def with_terms(text: str, theirs: Sequence[Term], place: str) -> tuple[str, int, list[str]]:
    """Add terms to the text of a term base, below those that are there.

    Return also how many, and of those that say what is not there and were left all the same, why.

    Args:
        text: of the term base, which keeps its comments; empty where there is none yet.
        theirs: the terms; those without two languages, or with a spelling that is there, are left.
        place: where they are from, for messages.

    Raises:
        InputError: a term is wrong, or the text; all problems are listed.
    """
    known = parse_terms(text, TERMS) if text.strip() else ()
    taken = {(code, _folded(one)) for term in known for code, some in term.spellings.items() for one in some}
    new: list[Term] = []
    left: list[str] = []
    for term in theirs:
        keys = {(code, _folded(one)) for code, some in term.spellings.items() for one in some}
        if len(term.spellings) > 1 and not keys & taken:
            new.append(term)
            taken |= keys
        elif not keys <= taken:
            words = ", ".join(spelling for _, some in term.spellings.items() for spelling in some)
            why = "some of it is in the term base: put the rest there" if keys & taken else "in one language"
            left.append(f"{words}: {why}")
    if not new:
        return text, 0, left
    head = text.rstrip("\n")
    if not known:
        # An empty list may be written in brackets, or not at all.
        head = re.sub(r"(?m)^terms:[ \[\]{}~]*(null)?[ ]*$", "", head).rstrip("\n")
        head = f"{head}\nterms:".lstrip("\n")
    indent = match[1] if (match := re.search(r"(?m)^terms:.*\n(?:[ \t]*(?:#.*)?\n)*([ ]*)- ", text)) else ""
    lines = (f"{indent}- {_in_braces(term)}" for term in new)
    changed = "\n".join((head, *lines, ""))
    if [*parse_terms(changed, place)] != [*known, *new]:
        raise InputError(TERMS, "can't be added to without touching the rest", "write `terms:` last in it")
    return changed, len(new), left


def _in_braces(term: Term) -> str:
    """Write a term on one line of YAML; JSON is YAML."""
    values: dict[str, object] = {
        code: list(some) if len(some) > 1 else some[0] for code, some in term.spellings.items()
    }
    values |= {"not": list(term.wrong)} if term.wrong else {}
    values |= {} if term.article else {"article": False}
    values |= {"note": term.note} if term.note else {}
    return json.dumps(values, ensure_ascii=False)


def _term(fields: Fields) -> Term:
    term = fields.fill(Term, spellings=fields.by_language(), wrong=fields.texts("not"))
    fields.complain(_problems(term))
    return term


def _problems(term: Term) -> Iterator[str]:
    if len(term.spellings) < 2:
        yield "needs two languages, such as de and en"
    own = [(str(code), spelling) for code, spellings in term.spellings.items() for spelling in spellings]
    for code, spelling in (*own, *(("not", spelling) for spelling in term.wrong)):
        if not _is_spelling(spelling):
            yield f"{code} holds {spelling[:LONGEST]!r}: write words, on one line, up to {LONGEST} characters"
    for code, spellings in term.spellings.items():
        if not spellings:
            yield f"{code} is empty"
    # A word that only looks like the other language's ("Gift", not "gift") is what a machine gets wrong.
    right = [set(map(_folded, spellings)) for spellings in term.spellings.values()]
    for spelling in term.wrong:
        if right and _folded(spelling) in set.intersection(*right):
            yield f"not holds {spelling!r}, which is right in each language"


def _is_spelling(text: str) -> bool:
    return is_one_line(text) and len(text) <= LONGEST and any(char.isalnum() for char in text)


def _shared_spellings(terms: Sequence[Term]) -> Iterator[str]:
    """Yield what two entries both claim: it would be chance which of them is obeyed."""
    first: dict[tuple[Language, str], int] = {}
    for number, term in enumerate(terms, start=1):
        for code, spellings in term.spellings.items():
            for spelling in spellings:
                owner = first.setdefault((code, _folded(spelling)), number)
                if owner != number:
                    doubled = f"{spelling!r} is in terms[{owner}] too"
                    yield f"terms[{number}].{code} {doubled}: put them in one entry"
            folded = [_folded(spelling) for spelling in spellings]
            for spelling, key in zip(spellings, folded, strict=True):
                if folded.count(key) > 1:
                    yield f"terms[{number}].{code} holds {spelling!r} twice"
                    break


def _folded(spelling: str) -> str:
    return " ".join(spelling.casefold().split())


def _with_words(problem: str, terms: Sequence[Term]) -> str:
    """Add the words of an entry where a problem names its number first."""
    for number, term in enumerate(terms, start=1):
        words = next((spellings[0] for spellings in term.spellings.values() if spellings), "")
        if words:
            problem = problem.replace(f"terms[{number}].", f"terms[{number}] ({words[:40]}): ")
    return problem
