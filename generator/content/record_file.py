"""An authority record as a Markdown file; written by hand, so only read here."""

from __future__ import annotations

from functools import partial

from generator.content import front_matter
from generator.content.fields import Fields
from generator.language.codes import is_language
from generator.model import DatedFact, Language, Record, Slug
from generator.topic import Topic

REMEDY = "mend the front matter (CONTRIBUTING, “Add a record”)"


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
    record = Record(
        slug=slug,
        kind=fields.required_named("kind", topic.kinds),
        names={Language(code): name for code, name in names.items()},
        aliases=fields.texts("aliases"),
        short_names=fields.texts("short_names"),
        context=fields.texts("context"),
        connects=fields.flag("connects", default=True),
        dates=fields.groups("dates", partial(_dated_fact, topic=topic)),
        wikidata=fields.text("wikidata"),
        page_options=fields.theme_options(),
        text=body.strip(),
    )
    if not names:
        fields.problems.append("name is missing")
    fields.problems += [f"name.{code} is not a language code" for code in names if not is_language(code)]
    if record.short_names and not record.context:
        fields.problems.append("context is missing: short_names lead here only near those words")
    fields.finish(REMEDY)
    return record


def _dated_fact(fields: Fields, topic: Topic) -> DatedFact:
    kind = fields.required("type")
    return DatedFact(
        type=kind,
        date=fields.required_date("date"),
        source=fields.required("source"),
        words=(*fields.texts("words"), *topic.facts.get(kind, ())),
    )
