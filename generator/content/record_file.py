"""An authority record as a Markdown file; written by hand, so only read here."""

from __future__ import annotations

from dataclasses import replace

from generator.content import front_matter
from generator.content.fields import Fields
from generator.language.codes import is_language
from generator.model import DatedFact, Language, Record, Slug
from generator.topic import Topic

REMEDY = "mend the front matter (docs/records.md says what it holds)"


def load_record(text: str, slug: Slug, place: str, topic: Topic) -> Record:
    """Read an authority record.

    Args:
        text: of the file.
        slug: its name.
        place: the file, for messages.
        topic: the kinds that there are, and the words for facts.

    Raises:
        InputError: the front matter is missing or wrong; all problems are listed.
    """
    values, body = front_matter.read_page(text, place)
    fields = Fields(values, place)
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
        fields.problems.append("name is missing")
    fields.problems += [f"name.{code} is not a language code" for code in names if not is_language(code)]
    if record.short_names and not record.context:
        fields.problems.append("context is missing: short_names lead here only near those words")
    fields.finish(REMEDY)
    return replace(record, dates=tuple(_with_words(fact, topic) for fact in record.dates))


def _with_words(fact: DatedFact, topic: Topic) -> DatedFact:
    return replace(fact, words=(*fact.words, *topic.facts.get(fact.type, ())))
