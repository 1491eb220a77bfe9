"""What the installed engine doubts in translations that persons wrote or changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from generator.content.kept import load_texts, save_texts
from generator.content.library import Library, as_issue
from generator.content.translation_state import segment_states
from generator.errors import PackageError
from generator.language.markup import plain
from generator.language.sentences.align import align
from generator.model import Issue, Language, Severity, TranslationState
from generator.settings import Settings
from generator.translate.argos import ArgosEngine
from generator.translate.learn import SURE
from generator.translate.unexpected import Unexpected

FILE = "read-by-engine.json"
PERSONS = (TranslationState.EDITED, TranslationState.REVIEWED)
"""What the engine wrote is what it expects."""
AT_ONCE = 64
"""Sentences between two reports of progress."""
REMEDY = "compare it with the original; what is right may stay"

Pair = tuple[str, str]
"""A sentence and its translation."""
Languages = tuple[Language, Language]


def read_by_engine(
    library: Library,
    settings: Settings,
    engine_for: Callable[[Language, Language], ArgosEngine],
    progress: Callable[[int, int], None],
) -> Iterator[Issue]:
    """Yield where the engine expects other words than persons wrote; what it said before is kept in .cache/.

    Args:
        library: the entries.
        settings: where everything is.
        engine_for: returns the engine of two languages; raises PackageError where none is installed.
        progress: called with the number of sentences read and of all.
    """
    kept = load_texts(settings.cache / FILE)
    for languages, sentences in _sentences(library, settings).items():
        try:
            engine = engine_for(*languages)
            names = {pair: _hash(engine.package, *pair) for _, pair in sentences}
            new = [pair for pair, name in names.items() if name not in kept]
            for start in range(0, len(new), AT_ONCE):
                progress(start, len(new))
                some = new[start : start + AT_ONCE]
                found = zip(some, engine.read(some), strict=True)
                kept |= {names[pair]: _in_words(one) if one else "" for pair, one in found}
        except PackageError as error:
            yield as_issue(error)
            continue
        told = ((place, kept[names[pair]]) for place, pair in sentences)
        yield from (Issue(Severity.NOTE, place, problem, REMEDY) for place, problem in told if problem)
    save_texts(settings.cache / FILE, kept)


def _sentences(library: Library, settings: Settings) -> Mapping[Languages, list[tuple[str, Pair]]]:
    """Return the sentences of persons with their places, by languages; those that surely belong together."""
    found: dict[Languages, list[tuple[str, Pair]]] = defaultdict(list)
    for entry in library.entries.values():
        states = segment_states(library.history(entry), settings.target_for(entry.language))
        for segment in entry.segments:
            if segment.rendering and states[segment.id] in PERSONS:
                place = f"content/entries/{entry.slug}.md ({segment.id})"
                languages = segment.language, segment.rendering.language
                texts = plain(segment.text), plain(segment.rendering.text)
                for one in align(*texts, *languages, with_certainty=True):
                    if (one.certainty or 0) >= SURE:
                        found[languages].append((place, (one.source.text, one.target.text)))
    return found


def _in_words(found: Unexpected) -> str:
    there = f"“{found.there}”" if found.there else "the end"
    how = "before" if found.is_left_out else "instead of"
    return f"the engine expects “{found.expected}” {how} {there}"


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
