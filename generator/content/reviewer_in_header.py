"""Sets or removes `reviewed_by` in an entry's header and leaves every other byte as it is."""

from __future__ import annotations

from dataclasses import replace

import yaml

from generator.content import front_matter
from generator.content.entry_file import load_entry
from generator.errors import InputError
from generator.model import Entry, Slug, Translation, TranslationBy

KEY = "reviewed_by"
BY_HAND = "write it by hand: reviewed_by in translation"


def set_reviewer(text: str, name: str | None, place: str) -> str:
    """Write who reviewed an entry's translation into its header, or take it out.

    Args:
        text: the file, with its own line ends.
        name: who did; None to take the name out.
        place: the file, for messages.

    Raises:
        InputError: the entry can't be read or has no translation, or its header is written in a way
            that can't be changed without touching the rest.
    """
    entry = _load(text, place)
    if not any(segment.rendering for segment in entry.segments):
        raise InputError(place, "has no translation", "translate it first")
    wanted = _with_reviewer(entry, name)
    if wanted == entry:
        return text
    header, _ = front_matter.split(text)
    start = text.index("\n") + 1
    try:
        root = yaml.compose(header or "", Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise InputError(place, "its front matter can't be changed", BY_HAND) from error
    changed = text[:start] + _edit(header or "", root, name, wanted) + text[start + len(header or "") :]
    try:
        is_right = _load(changed, place) == wanted
    except InputError:
        is_right = False
    if not is_right:
        raise InputError(place, "its front matter can't be changed without touching the rest", BY_HAND)
    return changed


def _load(text: str, place: str) -> Entry:
    return load_entry(text.replace("\r\n", "\n"), Slug(""), place)


def _with_reviewer(entry: Entry, name: str | None) -> Entry:
    translation = entry.translation
    if translation is None:
        if name is None:
            return entry
        # What nobody signed was written by hand: machine output is always signed.
        language = next(s.rendering.language for s in entry.segments if s.rendering)
        translation = Translation(language, TranslationBy.EDITOR)
    return replace(entry, translation=replace(translation, reviewed_by=name))


def _edit(header: str, root: yaml.Node | None, name: str | None, wanted: Entry) -> str:
    translation = _pairs(root).get("translation")
    if translation is None:
        return header + _line_end(header).join((*_translation_lines(wanted), ""))
    mapping = translation[1]
    pairs = _pairs(mapping)
    if not isinstance(mapping, yaml.MappingNode):
        written = ", ".join(line.strip() for line in _translation_lines(wanted)[1:])
        return _replaced(header, mapping, f"{{{written}}}")
    if name is None:
        return _without(header, mapping, list(pairs))
    if KEY in pairs:
        return _replaced(header, pairs[KEY][1], front_matter.inside_braces(name))
    return _inserted(header, mapping, f"{KEY}: {front_matter.inside_braces(name)}")


def _pairs(node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
    return {k.value: (k, v) for k, v in node.value} if isinstance(node, yaml.MappingNode) else {}


def _translation_lines(entry: Entry) -> list[str]:
    assert entry.translation
    return [
        "translation:",
        f"  language: {entry.translation.language}",
        f"  by: {entry.translation.by}",
        f"  {KEY}: {front_matter.inside_braces(entry.translation.reviewed_by or '')}",
    ]


def _inserted(header: str, mapping: yaml.MappingNode, pair: str) -> str:
    """Put a pair behind the language: there it is no neighbour of the package, which may change."""
    key, value = _pairs(mapping)["language"]
    end = value.end_mark.index
    if mapping.flow_style:
        return f"{header[:end]}, {pair}{header[end:]}"
    end = header.index("\n", end) + 1
    return f"{header[:end]}{' ' * key.start_mark.column}{pair}{_line_end(header)}{header[end:]}"


def _replaced(header: str, value: yaml.Node, written: str) -> str:
    start, end = value.start_mark.index, value.end_mark.index
    space = " " if header[start - 1] == ":" else ""
    return f"{header[:start]}{space}{written}{header[end:]}"


def _without(header: str, mapping: yaml.MappingNode, names: list[str]) -> str:
    key, value = _pairs(mapping)[KEY]
    start, end = key.start_mark.index, value.end_mark.index
    place = names.index(KEY)
    if not mapping.flow_style:
        return header[: header.rindex("\n", 0, start) + 1] + header[header.index("\n", end) + 1 :]
    if place:
        return header[: mapping.value[place - 1][1].end_mark.index] + header[end:]
    if len(names) > 1:
        end = mapping.value[1][0].start_mark.index
    return header[:start] + header[end:]


def _line_end(header: str) -> str:
    return "\r\n" if "\r\n" in header else "\n"
