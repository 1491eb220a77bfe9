"""Merges front matter key by key; comments, quoting and order are the editor's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

import yaml

from generator.content import front_matter
from generator.content.merging.parts import Conflict
from generator.content.same_lines import merge_sequences
from generator.errors import InputError

KEY = re.compile(r"""( *)(?:"([^"]*)"|'([^']*)'|([^\s#'"\[\]{}&*!|>%@`,?-][^:#]*?)) *:(?=\s|$)""")
ITEM = re.compile(r"( *)- ")
ANCHOR = re.compile(r"&\S+ +")


@dataclass(frozen=True)
class MergedHeader:
    """The outcome for a header, or for what stands under a key."""

    text: str
    baseline: str
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True)
class _Piece:
    """A key with what it holds; without a key, comments and blank lines."""

    key: str | None
    text: str


def merge_header(was: str, mine: str, new: str, path: str = "") -> MergedHeader:
    """Merge the YAML of three headers.

    Args:
        was: as the generator made it last; empty when it did not.
        mine: as it is in the file.
        new: as the generator makes it now.
        path: the key it all stands under, with a dot behind it.
    """
    old, made = _by_key(was), _by_key(new)
    pieces: list[_Piece] = []
    remembered, conflicts = dict(made), list[Conflict]()
    for piece in _cut(mine):
        if piece.key is None:
            pieces.append(piece)
            continue
        before = old.get(piece.key)
        one = _merge_key(before, piece.text, made.get(piece.key), path + piece.key)
        pieces.append(_Piece(piece.key, one.text))
        remembered[piece.key] = one.baseline
        conflicts += one.conflicts
    for key, text in made.items():
        if any(piece.key == key for piece in pieces):
            continue
        if key not in old:
            pieces.insert(_place(key, made, pieces), _Piece(key, _set_in_like(text, mine)))
        elif _value(old[key]) != _value(text):
            conflicts.append(Conflict(path + key, "", text))
            remembered[key] = old[key]
    text = "".join(piece.text for piece in pieces)
    return MergedHeader(text, "".join(remembered.values()), tuple(conflicts))


def with_key(header: str, path: str, text: str) -> str:
    """Return a header with what `text` holds for a key, or without the key where that is empty."""
    key, _, rest = path.partition(".")
    pieces = _cut(header)
    place = next((n for n, piece in enumerate(pieces) if piece.key == key), None)
    if rest and place is not None:
        head, _, below = pieces[place].text.partition("\n")
        text = f"{head}\n{with_key(below, rest, text)}"
    if place is None:
        pieces.append(_Piece(key, text))
    else:
        pieces[place] = _Piece(key, text)
    return "".join(piece.text for piece in pieces)


def key_text(header: str, path: str) -> str:
    """Return a key with what it holds, as it is written; empty when it is not there."""
    key, _, rest = path.partition(".")
    text = _by_key(header).get(key, "")
    return key_text(text.partition("\n")[2], rest) if rest else text


def same_values(one: str, other: str) -> bool:
    """Tell whether two texts of a key give it the same value."""
    return bool(_value(one) == _value(other))


def _merge_key(was: str | None, mine: str, new: str | None, path: str) -> MergedHeader:
    # Most often nobody changed it: then it need not be parsed.
    if was == mine:
        return MergedHeader(new or "", new or "")
    if new == mine:
        return MergedHeader(mine, mine)
    old, my, now = _value(was), _value(mine), _value(new)
    if now in (my, old):
        return MergedHeader(mine, new or "")
    if isinstance(my, dict) and isinstance(now, dict) and new and _is_block(mine):
        return _merge_below(was if isinstance(old, dict) else None, mine, new, path)
    merged = None
    if new and was:
        if isinstance(my, list) and isinstance(old, list) and isinstance(now, list):
            merged = _merge_list(was, mine, new)
        elif isinstance(my, dict) and isinstance(old, dict) and isinstance(now, dict):
            merged = _in_braces(mine, old, my, now)
        elif my == old:
            merged = (
                with_values(mine, {(): front_matter.inside_braces(now)}) if isinstance(now, str) else None
            )
    if merged is not None:
        return MergedHeader(merged, new or "")
    return MergedHeader(mine, was or "", (Conflict(path, mine, new or ""),))


def _merge_below(was: str | None, mine: str, new: str, path: str) -> MergedHeader:
    (_, old), (head, my), (new_head, now) = (
        (first, rest) for first, _, rest in (text.partition("\n") for text in (was or "", mine, new))
    )
    below = merge_header(old, my, now, f"{path}.")
    return MergedHeader(f"{head}\n{below.text}", f"{new_head}\n{below.baseline}", below.conflicts)


def _merge_list(was: str, mine: str, new: str) -> str | None:
    """Merge lists item by item; None where both changed one item, or one is written in brackets."""
    texts: dict[str, str] = {}
    heads, sides = [], []
    for text in (new, was, mine):
        head, items = _cut_items(text)
        texts |= items
        heads.append(head)
        sides.append(list(items))
    merged = merge_sequences(sides[1], sides[2], sides[0])
    if merged is None or not all(sides):
        return None
    text = heads[2] + "".join(texts[name] for name in merged)
    return text if isinstance(_value(text), list) else None


def _cut_items(text: str) -> tuple[str, dict[str, str]]:
    """Return the line of the key, and the items by what they say; comments between them are items, too."""
    head, *lines = _lines(text)
    width = _width(lines, ITEM)
    items: list[list[str]] = []
    waiting: list[str] = []
    for line in lines:
        match = ITEM.match(line)
        if line.lstrip().startswith("#"):
            waiting.append(line)
        elif items and not (match and len(match[1]) == width):
            items[-1] += [*waiting, line]
            waiting = []
        else:
            items += [*([waiting] if waiting else []), [line]]
            waiting = []
    items += [waiting] if waiting else []
    named: dict[str, str] = {}
    for item in ("".join(item) for item in items):
        name = repr(_parsed(item)) if ITEM.match(item) else item
        while name in named:
            name += "+"
        named[name] = item
    return head, named


def _in_braces(
    mine: str, old: Mapping[str, Any], my: Mapping[str, Any], now: Mapping[str, Any]
) -> str | None:
    """Put values into a mapping that an editor wrote in braces; None where that is not all there is to do."""
    values: dict[tuple[str, ...], str] = {}
    for key in {*old, *my, *now}:
        if now.get(key) in (old.get(key), my.get(key)):
            continue
        if my.get(key) != old.get(key) or not isinstance(now.get(key), str):
            return None
        values[(key,)] = front_matter.inside_braces(now[key])
    return with_values(mine, values)


def with_values(text: str, values: Mapping[tuple[str, ...], str]) -> str | None:
    """Write single values into a key's text, each where the old one stands; new ones before the others.

    Args:
        text: one key with what it holds.
        values: by the key below it; () for its own value.
    """
    try:
        # As files are read: Python's own parser stumbles over a tab at the end of a line.
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    (_, held) = root.value[0]
    nodes: dict[tuple[str, ...], yaml.Node] = {(): held}
    if isinstance(held, yaml.MappingNode):
        nodes |= {(key.value,): value for key, value in held.value}
    for path, written in sorted(values.items(), key=lambda pair: -_start(nodes.get(pair[0]), held)):
        node = nodes.get(path)
        if node is None and isinstance(held, yaml.MappingNode) and held.value:
            first = held.value[0][0].start_mark
            end = ", " if held.flow_style else "\n" + " " * first.column
            text = f"{text[: first.index]}{path[0]}: {written}{end}{text[first.index :]}"
        elif isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
            start, end = node.start_mark.index, node.end_mark.index
            # What other keys refer to it by stays.
            anchor = ANCHOR.match(text, start, end)
            before = anchor[0] if anchor else " " if text[start - 1] == ":" else ""
            text = text[:start] + before + written + text[end:]
        else:
            return None
    return text


def _start(node: yaml.Node | None, held: yaml.Node) -> int:
    return int((node or held).start_mark.index)


def _cut(text: str) -> list[_Piece]:
    """Cut YAML into its keys, and what stands between them."""
    lines = _lines(text)
    width = _width(lines, KEY)
    pieces: list[tuple[str | None, list[str]]] = []
    waiting: list[str] = []
    for line in lines:
        match = KEY.match(line)
        if not line.strip() or line.lstrip().startswith("#"):
            waiting.append(line)
        elif match and len(match[1]) == width:
            pieces += [(None, waiting), (match[2] or match[3] or match[4], [line])]
            waiting = []
        elif pieces:
            pieces[-1][1].extend((*waiting, line))
            waiting = []
        else:
            waiting.append(line)
    pieces.append((None, waiting))
    return [_Piece(key, "".join(held)) for key, held in pieces if held]


def _by_key(text: str) -> dict[str, str]:
    return {piece.key: piece.text for piece in _cut(text) if piece.key is not None}


def _place(key: str, order: Mapping[str, str], pieces: list[_Piece]) -> int:
    """Return where a new key goes: behind the one it is made after."""
    keys = list(order)
    places = {piece.key: place for place, piece in enumerate(pieces)}
    return next((places[one] + 1 for one in reversed(keys[: keys.index(key)]) if one in places), 0)


def _set_in_like(text: str, other: str) -> str:
    """Set a key's lines in as far as the keys of another mapping are."""
    lines, others = _lines(text), _lines(other)
    width, wanted = _width(lines, KEY), _width(others, KEY)
    return "".join(" " * wanted + line[width:] for line in lines)


def _width(lines: Iterable[str], start: re.Pattern[str]) -> int:
    """Return how far the first line that is one is set in."""
    return next((len(match[1]) for line in lines if (match := start.match(line))), 0)


def _is_block(text: str) -> bool:
    """Tell whether what a key holds stands on lines of its own."""
    match = KEY.match(text)
    behind = text[match.end() :].partition("\n")[0].strip() if match else "?"
    return not behind or behind.startswith("#")


def _value(text: str | None) -> Any:
    """Return what a key holds; its own text where that can't be read."""
    if not text:
        return None
    loaded = _parsed(text)
    return next(iter(loaded.values()), None) if isinstance(loaded, dict) else loaded


def _parsed(text: str) -> Any:
    text = normalize("NFC", text)
    try:
        return front_matter.parse("_:\n" + "".join(f" {line}" for line in _lines(text)), "")["_"]
    except InputError:
        return text


def _lines(text: str) -> list[str]:
    """Cut a text into its lines, each with its end."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
