"""An authority record as a Markdown file; written by hand, so only read here."""

from __future__ import annotations

from generator.content import front_matter
from generator.content.fields import Fields
from generator.language.codes import is_language
from generator.model import DatedFact, Language, Record, RecordKind, Slug

REMEDY = "mend the front matter (CONTRIBUTING, “Add a record”)"


def load_record(text: str, slug: Slug, place: str) -> Record:
    """Read an authority record.

    Raises:
        InputError: the front matter is missing or wrong; all problems are listed.
    """
    values, body = front_matter.read_page(text, place)
    fields = Fields(values, place)
    names = fields.mapping("name")
    record = Record(
        slug=slug,
        kind=fields.required_choice("kind", RecordKind),
        names={Language(code): name for code, name in names.items()},
        aliases=fields.texts("aliases"),
        short_names=fields.texts("short_names"),
        context=fields.texts("context"),
        connects=fields.flag("connects", default=True),
        dates=fields.groups("dates", _dated_fact),
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


def _dated_fact(fields: Fields) -> DatedFact:
    return DatedFact(
        type=fields.required("type"),
        date=fields.required_date("date"),
        source=fields.required("source"),
    )
