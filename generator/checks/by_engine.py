"""What the installed engine doubts in translations that persons wrote or changed."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from generator import __version__
from generator.content.authors import MachineMade
from generator.content.kept import load_texts, save_texts
from generator.content.library import Library, as_issue
from generator.content.translation_state import segment_states
from generator.errors import PackageError
from generator.language.markup import plain
from generator.language.sentences.align import align
from generator.model import Issue, Language, Rendering, Segment, Severity, TranslationState
from generator.settings import Settings
from generator.translate.argos import ArgosEngine
from generator.translate.learn import SURE
from generator.translate.unexpected import Unexpected

FILE = "read-by-engine.json"
PERSONS = (TranslationState.EDITED, TranslationState.REVIEWED)
"""In which a person may have written a sentence."""
AT_ONCE = 16
"""Sentences that are read before they are kept and progress is told: some seconds."""
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
    """Yield where the engine expects other words than persons wrote.

    What it said is kept in .cache/ while it reads; once all is read, what nobody has written is forgotten.

    Args:
        library: the entries.
        settings: where everything is.
        engine_for: returns the engine of two languages; raises PackageError where none is installed.
        progress: called with the number of sentences read and of all.
    """
    kept = load_texts(settings.cache / FILE)
    told: dict[str, str] = {}
    for languages, sentences in _sentences(library, settings).items():
        own = "-".join(languages)
        try:
            engine = engine_for(*languages)
            names = {pair: f"{own} {_hash(engine.package, *pair)}" for _, pair in sentences}
            new = [pair for pair, name in names.items() if name not in kept]
            for start in range(0, len(new), AT_ONCE):
                progress(start, len(new))
                some = new[start : start + AT_ONCE]
                found = zip(some, engine.read(some), strict=True)
                kept |= {names[pair]: _in_words(one) if one else "" for pair, one in found}
                save_texts(settings.cache / FILE, kept)
        except PackageError as error:
            yield as_issue(error)
            # What it said when it could be read is not forgotten.
            told |= {name: one for name, one in kept.items() if name.startswith(f"{own} ")}
            continue
        told |= {name: kept[name] for name in names.values()}
        for place, pair in sentences:
            if problem := told[names[pair]]:
                yield Issue(Severity.NOTE, place, problem, REMEDY)
    save_texts(settings.cache / FILE, told)


def _sentences(library: Library, settings: Settings) -> Mapping[Languages, list[tuple[str, Pair]]]:
    """Return the sentences that persons translated, with their places, by languages."""
    found: dict[Languages, list[tuple[str, Pair]]] = defaultdict(list)
    for entry in library.entries.values():
        history = library.history(entry)
        states = segment_states(history, settings.target_for(entry.language))
        for segment in entry.segments:
            if segment.rendering and states[segment.id] in PERSONS:
                place = f"content/entries/{entry.slug}.md ({segment.id})"
                for pair in _pairs(segment, segment.rendering, history.machine_made):
                    found[segment.language, segment.rendering.language].append((place, pair))
    return found


def _pairs(segment: Segment, rendering: Rendering, made: MachineMade) -> Iterator[Pair]:
    """Yield the sentences of a paragraph that surely belong together, but for those of a machine."""
    languages = segment.language, rendering.language
    for one in align(plain(segment.text), plain(rendering.text), *languages, with_certainty=True):
        pair = one.source.text, one.target.text
        if all(pair) and (one.certainty or 0) >= SURE and not made.has(pair[1], rendering.language):
            yield pair


def _in_words(found: Unexpected) -> str:
    there = f"“{found.there}”" if found.there else "the end"
    how = "before" if found.is_left_out else "instead of"
    return f"the engine expects “{found.expected}” {how} {there}"


def _hash(*made_from: str) -> str:
    return hashlib.sha256("\0".join((__version__, *made_from)).encode()).hexdigest()[:16]
