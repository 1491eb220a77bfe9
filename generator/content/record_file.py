"""An authority record as a Markdown file; written by hand, so only read here."""

from __future__ import annotations

from dataclasses import replace

from generator.content import front_matter
from generator.content.fields import IS_MISSING, Fields, Problem, YamlSource
from generator.language.codes import is_language
from generator.model import DatedFact, Issue, Language, Record, Slug
from generator.topic import Topic

NOT_FIELDS_OF_THE_HEADER = ("slug", "kind", "names", "page_options", "text")
"""Of a record: they are read otherwise, or are no part of the header."""
REMEDY = "mend the front matter; `chronology schema record` says what it may hold"


def load_record(text: str, slug: Slug, place: str, topic: Topic) -> Record:
    """Read an authority record.

    `topic`: the kinds that there are, and the words for facts.

    Raises:
        InputError: the front matter is missing or wrong; all problems are listed.
    """
    record, fields = _read(text, slug, place, topic)
    fields.finish(REMEDY)
    return record


def read_record(text: str, slug: Slug, place: str, topic: Topic) -> tuple[Record, tuple[Issue, ...]]:
    """Read what can be used of a record, and what is wrong with the rest of its front matter.

    `topic`: the kinds that there are, and the words for facts.

    Raises:
        InputError: it has no usable front matter, kind or name.
    """
    record, fields = _read(text, slug, place, topic)
    if any(problem.path in ("kind", "name") for problem in fields.all_problems()) or not record.names:
        fields.finish(REMEDY)
    return record, tuple(fields.issues(REMEDY))


def _read(text: str, slug: Slug, place: str, topic: Topic) -> tuple[Record, Fields]:
    values, body = front_matter.read_page(text, place)
    yaml, _ = front_matter.split(text)
    fields = Fields(values, YamlSource(place, yaml or "", front_matter.HEADER_BEGINS))
    names = fields.mapping("name")
    record = fields.fill(
        Record,
        slug=slug,
        kind=fields.required_named("kind", topic.kinds),
        names={Language(code): name for code, name in names.items()},
        page_options=fields.theme_options(),
        text=body.strip(),
    )
    if not names:
        fields.problems.append(Problem("name", IS_MISSING))
    fields.problems += [
        Problem(f"name.{code}", "is not a language code") for code in names if not is_language(code)
    ]
    if record.short_names and not record.context:
        fields.problems.append(Problem("context", "is missing: short_names lead here only near those words"))
    return replace(record, dates=tuple(_with_words(fact, topic) for fact in record.dates)), fields


def _with_words(fact: DatedFact, topic: Topic) -> DatedFact:
    return replace(fact, words=(*fact.words, *topic.facts.get(fact.type, ())))
