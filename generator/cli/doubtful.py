"""What `status --sort doubt` lists: translations nobody answers for, with what helps to make them better."""

from __future__ import annotations

from generator.checks.doubts import worst_first
from generator.checks.pairs import Knowledge
from generator.cli.say import say
from generator.content.files import read_text
from generator.content.headline import TITLE, title_key
from generator.content.library import Library
from generator.content.memory import load_memory, maker_of
from generator.content.paths import ContentPaths
from generator.content.places import line_of
from generator.content.translation_state import unit_states
from generator.language.markup import plain
from generator.names.index import NameIndex
from generator.settings import Settings
from generator.terms import TermBase
from generator.translate.similar import Similar


def list_doubtful(settings: Settings, library: Library) -> None:
    """Print the titles and paragraphs, the most doubtful first."""
    paths = ContentPaths(settings.content)
    memory = load_memory(paths.memory)
    knowledge = Knowledge(NameIndex(library.records), TermBase(library.terms))
    found = []
    for slug, entry in library.entries.items():
        text = read_text(paths.entry(slug), f"content/entries/{slug}.md")
        history = library.history(entry)
        states = unit_states(history, settings.target_for(entry.language))
        for one in worst_first(history, states, knowledge, memory):
            part = title_key(entry) if one.segment.id == TITLE else f"#{one.segment.id}"
            found.append((-one.doubt, slug, line_of(text, part), one))
    similar = Similar(memory)
    for _, slug, line, one in sorted(found, key=lambda row: row[:3]):
        why = "; ".join((one.state, *(f"{finding.check}: {finding.problem}" for finding in one.findings)))
        say(f"{one.doubt:.2f} content/entries/{slug}.md:{line}: {one.segment.id}: {why}")
        language = one.segment.language
        target, is_translated = settings.target_for(language), one.segment.rendering is not None
        for match in similar.find(plain(one.segment.text), language, target, is_translated=is_translated):
            pair = match.pair
            say(f"     {match.alike:.0f}% {maker_of(pair)}: “{pair.source}” → “{pair.target}”")
    say(f"{len(found)} translations are not reviewed")
