"""What changes around an entry, at random: its seed, a record, a term, the memory or the program."""

from __future__ import annotations

from collections.abc import Callable

from generator.content.memory import Pair, dump_memory, load_memory
from generator.content.paths import ContentPaths
from generator.model import TranslationBy
from tests.generate.editor_world import SENTENCES, World
from tests.generate.runs import DE, EN, forget


def change(world: World) -> None:
    """Change the seed, a record, a term, the memory or the engine."""
    # A seed with another name and other bytes is another.
    done = {*world.changes}
    kept = RENAMES if done & {*TO_THE_SEED} else TO_THE_SEED if done & {*RENAMES} else ()
    one = world.random.choice([each for each in CHANGES if each not in kept])
    world.changes.append(one)
    world.said.append(f"change: {one.__name__}")
    one(world)


def reword_a_paragraph(world: World) -> None:
    one = world.random.choice(world.paragraphs)
    one.number += 100
    world.write_seed()


def put_a_paragraph_in(world: World) -> None:
    world.paragraphs.insert(world.random.randint(0, len(world.paragraphs)), world.new_paragraph())
    world.write_seed()


def take_a_paragraph_out(world: World) -> None:
    if len(world.paragraphs) > 2:
        world.paragraphs.pop(world.random.randrange(len(world.paragraphs)))
        world.write_seed()


def turn_paragraphs_round(world: World) -> None:
    place = world.random.randrange(len(world.paragraphs) - 1)
    pair = world.paragraphs[place : place + 2]
    world.paragraphs[place : place + 2] = pair[::-1]
    world.write_seed()


def put_another_paragraph_in_its_place(world: World) -> None:
    world.paragraphs[world.random.randrange(len(world.paragraphs))] = world.new_paragraph()
    world.write_seed()


def change_the_headline(world: World) -> None:
    world.title += 1
    world.write_seed()


def add_an_alias(world: World) -> None:
    path = world.project / "content/records/marine.md"
    world.count += 1
    path.write_text(
        path.read_text(encoding="utf-8").replace("aliases: [", f"aliases: [Alias{world.count}, "),
        encoding="utf-8",
    )


def change_a_term(world: World) -> None:
    english = world.random.choice(("mountain home", "Bergheim town", "high home"))
    text = f"terms:\n- {{de: Bergheim, en: {english}, article: false}}\n"
    (world.project / "content/terms.yml").write_text(text, encoding="utf-8")


def teach_the_memory(world: World) -> None:
    path = ContentPaths(world.project / "content").memory
    one = world.random.choice(world.paragraphs)
    source = SENTENCES[one.form].format(ship=one.ship, number=one.number)
    target = f"{one.ship} came with {one.number} Schiffe, as was {world.word()} elsewhere."
    memory = load_memory(path).with_pairs([Pair(DE, EN, source, target, TranslationBy.EDITOR)])
    path.write_text(dump_memory(memory), encoding="utf-8")


def forget_a_machines_pairs(world: World) -> None:
    path = ContentPaths(world.project / "content").memory
    memory = load_memory(path)
    machines = [pair for pair in memory.pairs.values() if not pair.is_by_person]
    path.write_text(dump_memory(memory.without(machines)), encoding="utf-8")
    change_the_program(world)


def rename_the_seed(world: World) -> None:
    old, world.seed = world.project / "seeds" / world.seed, f"b{world.count}.txt"
    world.count += 1
    old.rename(world.project / "seeds" / world.seed)
    if old.with_suffix(".yml").exists():
        old.with_suffix(".yml").rename(old.parent / world.seed.replace(".txt", ".yml"))


def write_a_sidecar(world: World) -> None:
    path = (world.project / "seeds" / world.seed).with_suffix(".yml")
    world.count += 1
    path.write_text(
        f"published: '2023-11-{world.random.randint(10, 28)}'\npublisher: Verlag {world.count}\n",
        encoding="utf-8",
    )


def repeat_a_paragraph(world: World) -> None:
    """The source says the same twice."""
    one = world.random.choice(world.paragraphs)
    world.paragraphs.insert(world.random.randint(0, len(world.paragraphs)), one)
    world.write_seed()


def change_the_program(world: World) -> None:
    if (world.project / ".cache").exists():
        forget(world.project)


CHANGES: tuple[Callable[[World], None], ...] = (
    reword_a_paragraph, reword_a_paragraph, put_a_paragraph_in, take_a_paragraph_out, turn_paragraphs_round,
    put_another_paragraph_in_its_place, change_the_headline, add_an_alias, change_a_term, teach_the_memory,
    forget_a_machines_pairs, change_the_program, rename_the_seed, write_a_sidecar, repeat_a_paragraph,
)  # fmt: skip


RENAMES = (rename_the_seed,)
TO_THE_SEED = (
    reword_a_paragraph, put_a_paragraph_in, take_a_paragraph_out, turn_paragraphs_round,
    put_another_paragraph_in_its_place, change_the_headline, repeat_a_paragraph,
)  # fmt: skip
