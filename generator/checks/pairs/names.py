"""Names survive, in the spelling of the target language: Beloussow → Belousov."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.checks.pairs.acronyms import is_short_for
from generator.checks.pairs.pair import Check, Knowledge, PairText, quoted
from generator.checks.pairs.words import Word, words_of
from generator.language.forms import key, spelled
from generator.language.letters import fold
from generator.language.lexicons import LEXICONS
from generator.model import Nature, Record, Severity, Slug
from generator.names.index import NameIndex, only_names
from generator.names.spelling import NameRole
from generator.names.words import SPACE, Words

SHORTEST = 3
"""Letters a word of a body's name must have to stand for all of it; and words, for a name to be another's."""
SHORT_NAME = 5
"""Letters of names that are short: an unknown short one before a surname makes it another's ("Tung Jun")."""
ALIKE = 0.75
"""How much of two spellings of a longer name is the same at least: "Zelenskyy", "Zelensky"."""
_PRONOUNS = frozenset("he she his her him who whose er sie ihm ihn sein seine seinen seiner ihr ihre".split())
_COMMON = LEXICONS.function_words | LEXICONS.calendar_words()
_ARTICLES = LEXICONS.united(lambda one: one.definite_articles | one.indefinite_articles)


def _survive(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    records = knowledge.names.records
    source = _names(pair.source, knowledge.names)
    target = _names(pair.target, knowledge.names) if source else {}
    strangers = {records[slug].kind for slug in target.keys() - source.keys()}
    lost = [
        surface
        for slug, (surface, is_full) in source.items()
        if not target.get(slug, ("", False))[1]
        and not _is_said_in_part(
            records[slug], pair, is_full=is_full, is_swapped=records[slug].kind in strangers
        )
    ]
    if lost:
        yield f"{quoted(lost)} of the source is not named"


def _names(text: str, names: NameIndex) -> dict[Slug, tuple[str, bool]]:
    """Return the records a text names, each as written, and whether by more than a surname."""
    words, candidates = names.read(text)
    found: dict[Slug, tuple[str, bool]] = {}
    for candidate in candidates:
        records = tuple(candidate.forms.records(NameRole.SURNAME))
        # Nouns are surnames, too: "der Koch".
        if len(records) == 1 and not (candidate.first and fold(words[candidate.first - 1]) in _ARTICLES):
            found.setdefault(records[0], (words.surface(candidate.first), False))
    for name in only_names(words, candidates):
        found[name.record] = text[name.start : name.end], True
    return found


def _is_said_in_part(record: Record, pair: PairText, *, is_full: bool, is_swapped: bool) -> bool:
    """Tell whether a translation means a record that it does not name in full.

    The source may do so (`is_full`), and the translation may name another of its kind of which the
    source does not speak (`is_swapped`).
    """
    if record.kind.nature is Nature.PERSON:
        is_meant = not is_full and not is_swapped and _may_mean_person(pair.target)
        return is_meant or _is_person_said(record, pair)
    return not is_swapped and _is_body_said(record, pair.target)


def _is_person_said(record: Record, pair: PairText) -> bool:
    """Tell whether a part of a name stands in the translation, and nothing of another's name beside it.

    Which part is the surname differs: "Dong" is Dong Jun, "Schoigu" is Sergej Schoigu.
    """
    names = [Words(name).surfaces for name in (*record.names.values(), *record.aliases)]
    own = frozenset(word for name in names for word in name)
    words = Words(pair.target)
    others = frozenset(Words(pair.source).surfaces)
    for at in range(len(words)):
        word = words.surface(at)
        as_first = any(_is_alike(word, name[0]) for name in names)
        as_last = any(_is_alike(word, name[-1]) for name in names)
        if not (as_first or as_last) or not words.is_capital(at):
            continue
        before = _stranger(words, at - 1, own | others) if words.gap(at) == SPACE else ""
        behind = _stranger(words, at + 1, own | others) if words.gap(at + 1) == SPACE else ""
        is_short = all(len(part) <= SHORT_NAME for part in own if part.isascii())
        if as_last and not (is_short and 0 < len(before) <= SHORT_NAME):
            return True
        if as_first and not behind and not words.is_possessive(at - 1 if at else at):
            return True
    return False


def _stranger(words: Words, at: int, known: frozenset[str]) -> str:
    """Return a word of a text that may be a part of a name that is not known."""
    if not 0 <= at < len(words) or not words.is_capital(at):
        return ""
    word = words.surface(at)
    is_common = fold(word) in _COMMON or LEXICONS.is_title(word)
    return "" if is_common or any(_is_alike(word, other) for other in known) else word


def _is_alike(one: str, other: str) -> bool:
    if spelled(one) == spelled(other):
        return True
    if min(len(one), len(other)) < SHORT_NAME or one[:1] != other[:1]:
        return False
    return SequenceMatcher(None, spelled(one), spelled(other)).ratio() >= ALIKE


def _may_mean_person(text: str) -> bool:
    """Tell whether a pronoun or an office may stand for a person."""
    return any(word.folded in _PRONOUNS or LEXICONS.is_office(word.folded) for word in words_of(text))


def _is_body_said(record: Record, target: str) -> bool:
    """Tell whether half of the words of a name that carry meaning stand in a text, together or apart.

    Bodies and treaties are named in many ways, or by initials: "EU".
    """
    words = words_of(target)
    there = {key(word.surface) for word in words}
    initials = {word.surface for word in words if word.surface.isupper() and len(word.surface) > 1}
    for name in (*record.names.values(), *record.aliases):
        parts = [word for word in words_of(name) if word.folded not in LEXICONS.function_words]
        if any(is_short_for(short, name) for short in initials):
            return True
        if _is_other_body(words_of(name), words):
            continue
        telling = [
            key(word.surface) for word in parts if len(word.folded) >= SHORTEST and word.surface.isalpha()
        ]
        if len(telling) > 1 and 2 * sum(word in there for word in telling) >= len(telling):
            return True
    return False


def _is_other_body(name: Sequence[Word], words: Sequence[Word]) -> bool:
    """Tell whether a text has all words of a name in a row but one: "World Trade Organization".

    The first may be another: whose a body is may be said in many ways ("Federal", "German"). Names of
    two words are too short to tell: the European Commission speaks for the European Union.
    """
    there = {key(word.surface) for word in words}
    size = len(name)
    if size < SHORTEST:
        return False
    for at in range(len(words) - size + 1):
        window = words[at : at + size]
        unlike = [
            (own, other)
            for own, other in zip(name, window, strict=True)
            if key(own.surface) != key(other.surface)
        ]
        if len(unlike) != 1 or unlike[0][0] is name[0]:
            continue
        own, other = unlike[0]
        is_common = bool({own.folded, other.folded} & LEXICONS.function_words)
        if not is_common and key(own.surface) not in there:
            return True
    return False


def _spelling(pair: PairText, knowledge: Knowledge) -> Iterator[str]:
    for name in knowledge.names.find(pair.target):
        names = knowledge.names.records[name.record].names
        own, other = names.get(pair.target_language, ""), names.get(pair.source_language, "")
        used = pair.target[name.start : name.end]
        if {key(word.surface) for word in words_of(used)} & _spelled_otherwise(other, own):
            yield f"{quoted([used])} is the spelling of the source language, not “{own}”"


def _spelled_otherwise(other: str, own: str) -> set[str]:
    """Return the words of a name that the own language spells otherwise: "Beloussow", not "Belousov".

    Names with more or fewer words are translated and not only spelled otherwise.
    """
    theirs, ours = words_of(other), words_of(own)
    if len(theirs) != len(ours):
        return set()
    different = {key(word.surface) for word in theirs if not word.surface.isupper()}
    return different - {key(word.surface) for word in ours}


NAMES = Check(
    "names", Severity.WARNING, "name it as its record does, or add this spelling to the record", _survive
)
NAME_SPELLING = Check(
    "name spelling", Severity.WARNING, "write the name as its record does for this language", _spelling
)
