# ruff: noqa: E501 - texts as they are found
"""What an editor does to an entry: each move by itself, any of them at random."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress

from generator.content import conflicts
from generator.content.paths import ContentPaths
from generator.content.resolve import resolve
from generator.errors import InputError
from generator.language.sentences.split import split_sentences
from generator.model import Slug
from tests.generate.editor_world import SHIP, TYPED, World, numbers_of
from tests.generate.runs import EN


def edit(world: World) -> None:
    """Make one edit of any kind; some can't be made everywhere."""
    one = world.random.choice(EDITS)
    before = world.text
    one(world)
    world.said.append(f"edit: {one.__name__}{'' if world.text != before else ' (nothing)'}")
    world.forget_what_is_gone()


# Edits of the text


def change_a_word(world: World) -> None:
    if segment := world.pick_segment():
        word = world.type(world.word())
        world.replace_in_words(
            segment,
            segment.text,
            lambda text: text.replace(" am ", f" {word} ", 1) if " am " in text else f"{text} {word}",
        )


def change_a_translation(world: World) -> None:
    if (segment := world.pick_segment(translated=True)) and segment.rendering:
        word = world.type(world.word())
        world.replace_in_words(
            segment, segment.rendering.text, lambda text: text.replace("Schiffe", f"Schiffe {word}", 1)
        )


def translate_anew(world: World) -> None:
    if (segment := world.pick_segment(translated=True)) and segment.rendering:
        number = "".join(f"{one} Schiffe" for one in numbers_of(segment.text))
        ships = " ".join(dict.fromkeys(SHIP.findall(segment.text)))
        words = world.type(f"The {ships} had {number} {world.word()} by hand.")
        world.replace_in_words(segment, segment.rendering.text, lambda _: words)


def change_each_translation(world: World) -> None:
    """A word in each paragraph: where it has more sentences, the others stay the machine's."""
    for segment in world.entry.segments:
        if segment.rendering and SHIP.search(segment.text):
            word = world.type(world.word())
            world.replace_in_words(
                segment, segment.rendering.text, lambda text, word=word: text.replace(" ", f" {word} ", 1)
            )


def change_every_sentence(world: World) -> None:
    for segment in world.entry.segments:
        if segment.rendering and SHIP.search(segment.text):
            words = " ".join(
                world.type(f"{one[:-1]} {world.word()}.")
                for one in split_sentences(segment.rendering.text, EN)
            )
            world.replace_in_words(segment, segment.rendering.text, lambda _, words=words: words)


def turn_sentences_round(world: World) -> None:
    if (segment := world.pick_segment(translated=True)) and segment.rendering:
        sentences = split_sentences(segment.rendering.text, EN)
        world.replace_in_words(segment, segment.rendering.text, lambda _: " ".join(sentences[::-1]))


def put_a_footnote(world: World) -> None:
    if segment := world.pick_segment():
        mark = world.word()
        note = world.type(f"[^{mark}]")
        world.replace_in_words(segment, segment.text, lambda text: f"{text}{note}")
        if note in world.text:
            world.save(world.text.rstrip("\n") + "\n\n" + world.type(f"[^{mark}]: A note on {mark}.") + "\n")


def put_a_link(world: World) -> None:
    if segment := world.pick_segment(translated=True):
        text = (
            segment.text if world.random.random() < 0.5 or not segment.rendering else segment.rendering.text
        )
        link = f"(https://example.org/{world.word()})"
        if "[" not in text.replace("\\[", ""):
            world.replace_in_words(
                segment,
                text,
                lambda old: re.sub(r"\b(Marine|Ministerium|Fahrt)\b", rf"[\1]{link}", old, count=1),
            )
            if link in world.text:
                world.type(link)


def put_emphasis(world: World) -> None:
    if segment := world.pick_segment():
        world.replace_in_words(
            segment, segment.text, lambda old: re.sub(r"\b(Hafen|Übung|Meerenge)\b", r"**\1**", old, count=1)
        )


def wrap_lines(world: World) -> None:
    if segment := world.pick_segment():
        world.replace_in_words(
            segment,
            segment.text,
            lambda old: old.replace(" und ", " und\n", 1).replace(" Morgen ", " Morgen\n"),
        )


def split_a_paragraph(world: World) -> None:
    if (segment := world.pick_segment()) and ". " in segment.text:
        world.replace_in_words(segment, segment.text, lambda old: old.replace(". ", ".\n\n", 1))


def join_paragraphs(world: World) -> None:
    units = world.units()
    if units:
        unit = world.random.choice(units)
        following = world.text[unit.end() :].lstrip("\n")
        world.touch(unit["text"], following.split("\n\n", 3)[0], "".join(following.split("\n\n", 3)[:3]))
        world.save(world.text[: unit.start("list")].rstrip("\n") + " " + following)


def delete_a_paragraph(world: World) -> None:
    blocks = _blocks(world.text)
    places = [place for place, block in enumerate(blocks) if SHIP.search(block)]
    if len(places) > 2:
        place = world.random.choice(places)
        world.touch(blocks[place])
        world.save("\n\n".join((*blocks[:place], *blocks[place + 1 :])))


def delete_a_unit(world: World) -> None:
    blocks = _blocks(world.text)
    places = _unit_places(blocks)
    if len(places) > 1:
        start, end = world.random.choice(places)
        world.touch(*blocks[start:end])
        world.save("\n\n".join((*blocks[:start], *blocks[end:])).rstrip("\n") + "\n")


def move_a_unit(world: World) -> None:
    blocks = _blocks(world.text)
    places = _unit_places(blocks)
    if len(places) > 1:
        start, end = world.random.choice(places)
        unit, rest = blocks[start:end], [*blocks[:start], *blocks[end:]]
        to = world.random.choice([*(place for place, _ in _unit_places(rest)), len(rest)])
        world.save("\n\n".join((*(b.rstrip("\n") for b in (*rest[:to], *unit, *rest[to:])),)) + "\n")


def _blocks(text: str) -> list[str]:
    head, _, body = text.partition("\n---\n\n")
    first, *rest = body.split("\n\n")
    return [f"{head}\n---\n\n{first}", *rest] if not SHIP.search(first) else [f"{head}\n---", first, *rest]


def _unit_places(blocks: list[str]) -> list[tuple[int, int]]:
    places = []
    for place, block in enumerate(blocks):
        if "\n{: #s" in block and not block.lstrip("\ufeff").startswith("---"):
            is_paired = place + 1 < len(blocks) and "\n{: lang=en" in blocks[place + 1]
            places.append((place, place + 1 + is_paired))
    return places


def lose_an_attribute_list(world: World) -> None:
    if world.random.random() < 0.3 and (units := world.units()):
        unit = world.random.choice(units)
        world.touch(unit["text"])
        world.save(world.text[: unit.start("list")].rstrip("\n") + world.text[unit.end("list") :])


def add_an_attribute(world: World) -> None:
    if units := world.units():
        unit = world.random.choice(units)
        name = world.type(f".{world.word()}")
        world.save(
            world.text[: unit.end("list") - 2].rstrip() + f" {name} }}" + world.text[unit.end("list") :]
        )


NOTES = (
    "A note of its own, {}.",
    '!!! note "Remark {0}"\n\n    Set in, {0}.',
    "| a {0} | b |\n|---|---|\n| c {0} | d |",
    "> A quotation {0}.",
    "- an item {0}\n- another {0}",
    "<!-- a comment {} -->",
    "```\ncode {0}\n\nmore {0}\n```",
    "## A heading {}",
    "A paragraph of the editor's, {}.\n{{: lang=de }}",
)


def put_a_note(world: World) -> None:
    note = world.type(world.random.choice(NOTES).format(world.word()))
    blocks = _blocks(world.text)
    place = world.random.choice([*(start for start, _ in _unit_places(blocks)), len(blocks)])
    if place == len(blocks):
        blocks[-1] = blocks[-1].rstrip("\n")
    world.save("\n\n".join((*blocks[:place], note, *blocks[place:])).rstrip("\n") + "\n")


def put_a_note_between(world: World) -> None:
    blocks = _blocks(world.text)
    places = [start + 1 for start, end in _unit_places(blocks) if end - start == 2]
    if places and world.random.random() < 0.3:
        place = world.random.choice(places)
        world.touch(blocks[place - 1])
        note = world.type(f"A note between, {world.word()}.")
        world.save("\n\n".join((*blocks[:place], note, *blocks[place:])))


def put_blank_lines(world: World) -> None:
    blocks = _blocks(world.text)
    place = world.random.randrange(len(blocks))
    world.save(
        "\n\n".join((*blocks[:place], "\n" + blocks[place], *blocks[place + 1 :])) if place else world.text
    )


def change_a_note(world: World) -> None:
    """In a table, a list, a quotation, a box, code or a comment."""
    blocks = _blocks(world.text)
    places = [n for n, block in enumerate(blocks) if n and TYPED.search(block) and "\n{:" not in block]
    if places:
        place = world.random.choice(places)
        words = TYPED.findall(blocks[place])
        old, new = world.random.choice(words), world.word()
        blocks[place] = blocks[place].replace(old, f"{old} {new}")
        world.save("\n\n".join(blocks))
        world.type(blocks[place])


def break_a_line_hard(world: World) -> None:
    if segment := world.pick_segment():
        word, mark = world.word(), world.random.choice(("  ", "\\"))
        world.type(f"{word}{mark}")
        world.replace_in_words(
            segment,
            segment.text,
            lambda old: re.sub(r" (und|mit|von) ", rf" {word}{re.escape(mark)}\n\1 ", old, count=1),
        )


def leave_only_the_header(world: World) -> None:
    if world.random.random() < 0.3:
        head, fence, body = world.text.partition("\n---\n")
        world.touch(body)
        world.save(head + fence)


def write_a_segment(world: World) -> None:
    """A paragraph of the editor's own, with a translation."""
    name, blocks = world.word(), _blocks(world.text)
    number = world.random.choice((f" #{name}", ""))
    own = world.type(f"Ein Absatz der Redaktion, {world.word()}.\n{{:{number} lang=de }}")
    translation = world.type(f"A paragraph of the editors', {world.word()}.\n{{: lang=en }}")
    place = world.random.choice([*(start for start, _ in _unit_places(blocks)), len(blocks)])
    if place == len(blocks):
        blocks[-1] = blocks[-1].rstrip("\n")
    world.save("\n\n".join((*blocks[:place], own, translation, *blocks[place:])).rstrip("\n") + "\n")


def _change_a_pair(world: World, change: Callable[[str, str], list[str]]) -> None:
    blocks = _blocks(world.text)
    places = [start for start, end in _unit_places(blocks) if end - start == 2]
    if places:
        place = world.random.choice(places)
        pair = [block.strip("\n") for block in blocks[place : place + 2]]
        world.touch(*pair)
        world.save("\n\n".join((*blocks[:place], *change(*pair), *blocks[place + 2 :])).rstrip("\n") + "\n")


def delete_a_translation(world: World) -> None:
    _change_a_pair(world, lambda source, _: [source])


def delete_an_original(world: World) -> None:
    _change_a_pair(world, lambda _, translation: [translation])


def put_the_translation_first(world: World) -> None:
    _change_a_pair(world, lambda source, translation: [translation, source])


def swap_the_languages(world: World) -> None:
    if world.random.random() < 0.3:
        _change_a_pair(
            world,
            lambda source, translation: [
                source.replace("lang=de", "lang=en"),
                translation.replace("lang=en", "lang=de"),
            ],
        )


def write_a_long_line(world: World) -> None:
    _append(world, world.type(f"A long note {world.word()} " + "with many words " * 3000 + "."))


def write_decomposed(world: World) -> None:
    _append(world, world.type(unicodedata.normalize("NFD", f"Eine Übung für Süd, {world.word()}.")))


def save_decomposed(world: World) -> None:
    """As some text editors on a Mac do."""
    if world.random.random() < 0.3:
        world.touch(world.text)
        world.snippets = [unicodedata.normalize("NFD", one) for one in world.snippets]
        head, fence, body = world.text.partition("\n---\n")
        world.snippets = [one for one in world.snippets if one in body]
        world.save(head + fence + unicodedata.normalize("NFD", body))


def put_a_tab(world: World) -> None:
    _append(world, world.type(f"\tcode {world.word()}\there"))


def put_trailing_spaces(world: World) -> None:
    lines = world.text.split("\n")
    place = world.random.randrange(1, len(lines))
    lines[place] += world.random.choice(("  ", " ", "\t"))
    world.save("\n".join(lines))


def change_the_end(world: World) -> None:
    world.save(world.text.rstrip("\n") + world.random.choice(("", "\n\n\n")))


def comment_out_a_unit(world: World) -> None:
    if world.random.random() < 0.3:
        _change_a_pair(
            world,
            lambda source, translation: [f"<!-- {source}", f"{translation} {world.type(world.word())} -->"],
        )


def _append(world: World, block: str) -> None:
    world.save(world.text.rstrip("\n") + "\n\n" + block + "\n")


def copy_as_a_template(world: World) -> None:
    path = world.path.with_name(f"{world.word()}.md")
    lines = world.text.split("\n")
    kept = [line for line in lines if not line.startswith(("  seed:", "  sha256:", "  published"))]
    text = "\n".join(line if line != "source:" else "source: {publisher: Own}" for line in kept)
    if not re.search(r"(?m)^source: \{.*\}\n(?:#.*\n)*  ", text):
        path.write_text(text, encoding="utf-8")
        world.others[path] = path.read_bytes()


# Edits of the header


def _in_header(world: World, change: Callable[[str], str]) -> None:
    head, fence, body = world.text.partition("\n---\n")
    world.save(change(head) + fence + body)


def add_a_key(world: World) -> None:
    key, form = world.random.choice(
        (
            ("summary", "summary: A sentence, {}."),
            ("tags", "tags: [{}]"),
            ("related", "not_related: []  # {}"),
        )
    )
    if f"\n{key}:" not in world.text and (key != "related" or "not_related" not in world.text):
        line = world.type(form.format(world.word()))
        keys = re.findall(r"^\w+:", world.text.partition("\n---\n")[0], re.MULTILINE)
        before = world.random.choice(keys[1:])
        _in_header(world, lambda head: head.replace(f"\n{before}", f"\n{line}\n{before}", 1))


def add_a_comment(world: World) -> None:
    comment = world.type(f"# A comment, {world.word()}")
    lines = world.text.partition("\n---\n")[0].split("\n")
    if world.random.random() < 0.5:
        place = world.random.choice([n for n, line in enumerate(lines) if re.match(r"(\w+:|  \w+:)", line)])
        _in_header(world, lambda _: "\n".join((*lines[:place], comment, *lines[place:])))
    else:
        place = world.random.choice(
            [n for n, line in enumerate(lines) if re.match(r" *(language|kind|date): \S", line)]
        )
        _in_header(
            world, lambda _: "\n".join((*lines[:place], f"{lines[place]}  {comment}", *lines[place + 1 :]))
        )


def change_the_title(world: World) -> None:
    title = world.type(f"A better title {world.word()}")
    _in_header(world, lambda head: re.sub(r"(?m)^title: (&\S+ )?.*$", rf"title: \1'{title}'", head, count=1))


def change_the_date(world: World) -> None:
    day = f"2023-12-{world.random.randint(10, 28)}"
    _in_header(world, lambda head: re.sub(r'(?m)^date: ".*?"', f'date: "{day}"', head, count=1))


def add_to_the_source(world: World) -> None:
    if "\n  publisher:" not in world.text:
        line = world.type(f"  publisher: Publisher {world.word()}")
        _in_header(world, lambda head: head.replace("\nsource:\n", f"\nsource:\n{line}\n", 1))


def sign_a_review(world: World) -> None:
    if "reviewed_by" not in world.text and "\ntranslation:\n  language: en" in world.text:
        line = world.type(f"  reviewed_by: Reader {world.word()}")
        _in_header(
            world,
            lambda head: head.replace(
                "\ntranslation:\n  language: en\n", f"\ntranslation:\n  language: en\n{line}\n", 1
            ),
        )


def reorder_keys(world: World) -> None:
    def change(head: str) -> str:
        found = re.search(r"(?m)^(language: .*\n)(kind: .*\n)", head)
        return head.replace(found[0], found[2] + found[1]) if found else head

    _in_header(world, change)


def add_an_event(world: World) -> None:
    if "\nevents:" not in world.text:
        lines = world.type(f'events:\n  - {{date: "2023-12-01", title: "Happened, {world.word()}"}}')
        _in_header(world, lambda head: f"{head}\n{lines}")


def write_a_block(world: World) -> None:
    if "\nsummary:" not in world.text:
        lines = world.type(f"summary: >-\n  A sentence {world.word()}\n  and {world.word()}.")
        _in_header(world, lambda head: head.replace("\nlanguage:", f"\n{lines}\nlanguage:", 1))


def refer_to_the_title(world: World) -> None:
    if "\nsummary:" not in world.text and "\ntitle: &" not in world.text:
        line = f"summary: *{world.word()}"
        name = line.rpartition("*")[2]
        _in_header(
            world, lambda head: re.sub(r"(?m)^title: (.*)$", rf"title: &{name} \1\n{line}", head, count=1)
        )
        world.type(line)


def nest_a_key(world: World) -> None:
    if "\nsearch:" not in world.text:
        lines = world.type(f"search:\n  boost:\n    # {world.word()}\n    much: [a, {world.word()}]")
        _in_header(world, lambda head: f"{head}\n{lines}")


def quote_otherwise(world: World) -> None:
    quote = world.random.choice(("'", ""))
    _in_header(world, lambda head: re.sub(r'(?m)^date: "(.*?)"', rf"date: {quote}\1{quote}", head, count=1))


def write_in_braces(world: World) -> None:
    def change(head: str) -> str:
        found = re.search(
            r"(?m)^translation:\n  language: en\n  by: (\w+)(?:\n  package: (.*))?$(?!\n(?:  |#))", head
        )
        if not found:
            return head
        package = f", package: {found[2]}" if found[2] else ""
        return head.replace(found[0], f"translation: {{language: en, by: {found[1]}{package}}}")

    _in_header(world, change)


# Decisions


def decide(world: World) -> None:
    paths, path = ContentPaths(world.project / "content"), world.path
    slug = Slug(path.relative_to(paths.entries).with_suffix("").as_posix())
    if found := conflicts.open_conflicts(paths, world.seed, world.text):
        one, take_new = world.random.choice(found), world.random.random() < 0.5
        world.touch(one.mine, one.new)
        if not take_new:
            world.decided |= {
                (ship, number) for ship in SHIP.findall(one.new) for number in numbers_of(one.new)
            }
        with suppress(InputError):
            resolve(paths, slug, world.seed, [one], take_new=take_new)


# Edits of the file


def save_with_windows_line_ends(world: World) -> None:
    world.has_windows_ends = True
    world.path.write_bytes(world.text.replace("\n", "\r\n").encode("utf-8"))


def save_with_a_byte_order_mark(world: World) -> None:
    if not world.text.startswith("\ufeff"):
        world.has_mark = True
        world.save("\ufeff" + world.text)


def rename(world: World) -> None:
    world.path.rename(world.path.with_name(f"{world.word()}.md"))


def move_to_a_folder(world: World) -> None:
    folder = world.project / "content/entries" / world.random.choice(("2023", "2023/12", "own", "."))
    folder.mkdir(parents=True, exist_ok=True)
    world.path.rename(folder / world.path.name)


EDITS: tuple[Callable[[World], None], ...] = (
    change_a_word, change_a_translation, change_each_translation, change_every_sentence, turn_sentences_round,
    translate_anew, put_a_footnote, put_a_link, put_emphasis, wrap_lines,
    split_a_paragraph, join_paragraphs, delete_a_paragraph, delete_a_unit, move_a_unit, lose_an_attribute_list,
    add_an_attribute, put_a_note, put_a_note, put_a_note_between, put_blank_lines, add_a_key, add_a_comment,
    change_the_title, change_the_date, add_to_the_source, sign_a_review, reorder_keys, add_an_event,
    save_with_windows_line_ends, save_with_a_byte_order_mark, rename,
    move_to_a_folder, change_a_note, change_a_note, break_a_line_hard, leave_only_the_header, write_a_segment,
    delete_a_translation, delete_an_original, put_the_translation_first, swap_the_languages, write_a_long_line,
    write_decomposed, save_decomposed, put_a_tab, put_trailing_spaces, change_the_end, comment_out_a_unit,
    decide, decide, decide, copy_as_a_template, write_a_block, nest_a_key, refer_to_the_title, quote_otherwise, write_in_braces,
)  # fmt: skip
