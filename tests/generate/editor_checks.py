"""What must hold after each run over what an editor and others made of a project."""

from __future__ import annotations

import re

from generator.checks.library import check_library
from generator.content.library import load_library
from generator.content.memory import load_memory
from generator.content.paths import ContentPaths
from generator.content.translation_state import segment_states
from generator.language.markup import plain
from generator.model import Entry, Segment, TranslationBy, TranslationState
from generator.settings import load_settings
from tests import kinds
from tests.generate.editor_world import MACHINES, SHIP, TYPED, World, numbers_of
from tests.generate.runs import EN, content_of, forget

MADE = re.compile(r"\bSay (?:(?!\bSay ).)+")
"""A sentence that a machine wrote, or an editor changed."""


def run_and_check(world: World) -> None:
    entry_before = world.entry
    world.generate()
    check(world, entry_before)
    check_nothing_more(world)


def check_nothing_more(world: World) -> None:
    """A further run, forced, changes nothing."""
    once = content_of(world.project)
    forget(world.project)
    world.generate()
    again = content_of(world.project)
    changed = [name for name in once | again if once.get(name) != again.get(name)]
    shown = "\n".join(
        f"{once.get(name, b'').decode()}\n→\n{again.get(name, b'').decode()}" for name in changed
    )
    assert not changed, world.say(f"a further run changes {changed}:\n{shown}\n")


def check_typed(world: World) -> None:
    """Everything that was typed is in the file, and it is the file that the editor saved."""
    data = world.path.read_bytes()
    for path, held in world.others.items():
        # A machine may have translated it: what was typed stands there, in order.
        lines = iter(path.read_bytes().split(b"\n"))
        assert all(line in lines for line in held.split(b"\n")), world.say(f"not its own: {path}")
    assert data.startswith(b"\xef\xbb\xbf") is world.has_mark, world.say("the byte order mark")
    assert data.count(b"\r\n") in (0, data.count(b"\n")), world.say("line ends are mixed")
    assert (b"\r\n" in data) is world.has_windows_ends, world.say("line ends changed")
    for snippet in world.snippets:
        assert snippet in world.text, world.say(f"lost: {snippet}")


def note_told(world: World) -> None:
    """Note of what the editor knows that it waits for a decision: an edit may settle it."""
    library = load_library(world.project / "content", kinds.TOPIC)
    issues = [str(issue) for issue in check_library(library, load_settings(world.project), [world.seed])]
    note_offered(world, issues)
    for one in world.paragraphs:
        for segment in world.entry.segments:
            if one.ship in segment.text and _is_named(segment.id, issues):
                world.told.setdefault((one.ship, one.number), set()).add(segment.id)


def note_offered(world: World, issues: list[str]) -> None:
    texts = {segment.id: plain(segment.text) for segment in world.entry.segments}
    for issue in issues:
        if found := re.search(r": (\w+): (?:you|an older version) ", issue):
            for ship in {*SHIP.findall(issue)} - {*SHIP.findall(texts.get(found[1], ""))}:
                world.offered.setdefault(ship, set()).add(texts.get(found[1], ""))


def check(world: World, entry_before: Entry) -> None:
    check_typed(world)
    entry = world.entry
    library = load_library(world.project / "content", kinds.TOPIC)
    settings = load_settings(world.project)
    issues = [str(issue) for issue in check_library(library, settings, [world.seed])]
    states = segment_states(library.history(entry), EN)
    before = {_line_of(segment) for segment in entry_before.segments}
    bad_before = {_ships(segment) for segment in entry_before.segments if not _is_pair(segment)}
    for segment in entry.segments:
        named = _is_named(segment.id, issues)
        is_told = states[segment.id] is TranslationState.STALE and named
        assert _is_pair(segment) or _ships(segment) in bad_before or is_told, world.say(
            f"parted: {segment.id}"
        )
        if segment.rendering and numbers_of(segment.text) != numbers_of(segment.rendering.text):
            # An editor who changes a translation that is out of date has decided.
            by_editor = _line_of(segment) in before
            is_told = states[segment.id] is TranslationState.STALE or named or by_editor
            is_told = is_told or _ships(segment) in bad_before
            assert is_told, world.say(f"numbers parted: {segment.id}")
    _check_fresh(world, entry, issues)
    _check_authors(world, entry)


def _check_fresh(world: World, entry: Entry, issues: list[str]) -> None:
    note_offered(world, issues)
    texts = {plain(segment.text) for segment in entry.segments}
    there = {segment.id for segment in entry.segments}
    for one in world.paragraphs:
        found = [segment for segment in entry.segments if one.ship in SHIP.findall(segment.text)]
        if one.ship in world.touched:
            for segment in found:
                if numbers_of(segment.text) and str(one.number) not in numbers_of(segment.text):
                    # Where an editor joined paragraphs, the one that is gone is told.
                    about = [issue for issue in issues if one.ship in issue]
                    is_told = _is_named(segment.id, issues) or _is_named(r"\S+", about)
                    seen = world.told.setdefault((one.ship, one.number), set())
                    # Who takes a paragraph out after being told has decided, whatever was put elsewhere.
                    is_decided = (one.ship, str(one.number)) in world.decided or not seen <= there
                    assert is_told or is_decided, world.say(f"untold: {segment.id}")
                    if is_told:
                        seen.add(segment.id)
        else:
            offered = world.offered.get(one.ship, set())
            # Who changes the words that it would replace, after being told, has decided.
            is_decided = offered and not offered & texts
            if not found and (is_decided or any(one.ship in SHIP.findall(issue) for issue in issues)):
                continue
            # What the source has no more, and an editor had a part in, waits for a decision.
            found = [s for s in found if not _is_named(s.id, issues)] or found
            # Cleaning takes out what is said twice.
            assert len(found) == 1, world.say(f"{one.ship} is there {len(found)} times")
            assert plain(found[0].text) == one.text, world.say(f"old: {one.ship}")
            is_told = any(re.search(rf"\b{found[0].id}\b.*\): no translation", issue) for issue in issues)
            assert found[0].rendering or is_told, world.say(f"no translation: {one.ship}")


def _check_authors(world: World, entry: Entry) -> None:
    memory = load_memory(ContentPaths(world.project / "content").memory)
    for pair in memory.pairs.values():
        if pair.is_by_person:
            is_machines = pair.target.startswith(tuple(f"{one}{pair.source}" for one in MACHINES))
            is_typed = TYPED.search(pair.target) or _is_touched(world, pair.source + pair.target)
            assert is_typed, world.say(f"a machine's as a person's: {pair}")
            assert not is_machines, world.say(f"a machine's as a person's: {pair}")
    by = entry.translation.by if entry.translation else None
    _check_header(world, entry)
    states = segment_states(load_library(world.project / "content", kinds.TOPIC).history(entry), EN)
    for segment in entry.segments:
        if segment.rendering and segment.rendering.text.startswith("A paragraph of the editors'"):
            assert states[segment.id] is not TranslationState.MACHINE, world.say(f"an editor's: {segment.id}")
        if segment.rendering and (segment.rendering.by or by) is TranslationBy.EDITOR:
            source, target = plain(segment.text), plain(segment.rendering.text)
            is_machines = target.startswith(tuple(f"{one}{source}" for one in MACHINES))
            is_typed = TYPED.search(target) or _is_touched(world, source + target)
            assert is_typed, world.say(f"signed for an editor: {segment.id}")
            assert not is_machines, world.say(f"signed for an editor: {segment.id}")


def _check_header(world: World, entry: Entry) -> None:
    """The header names no editor while a sentence is a machine's."""
    if entry.translation and entry.translation.by is TranslationBy.EDITOR and world.tells_sentences:
        texts = "\n".join(segment.rendering.text for segment in entry.segments if segment.rendering)
        made = [one for one in MADE.findall(texts) if not TYPED.search(one)]
        assert not made, world.say(f"a machine's under an editor's header: {made}")


def _is_touched(world: World, text: str) -> bool:
    return bool(world.touched.intersection(SHIP.findall(text)))


def _is_named(segment: str, issues: list[str]) -> bool:
    """Tell whether a segment is said to wait for a decision."""
    return any(re.search(rf": {segment}: (?:you|an older version) ", issue) for issue in issues)


def _ships(segment: Segment) -> tuple[frozenset[str], frozenset[str]]:
    rendering = segment.rendering.text if segment.rendering else ""
    return frozenset(SHIP.findall(segment.text)), frozenset(SHIP.findall(rendering))


def _is_pair(segment: Segment) -> bool:
    source, target = _ships(segment)
    return not segment.rendering or source == target


def _line_of(segment: Segment) -> tuple[str, str]:
    return plain(segment.text), plain(segment.rendering.text) if segment.rendering else ""
