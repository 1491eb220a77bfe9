"""A site is computed as if anew, with what was computed before the last changes."""

from __future__ import annotations

from generator.content.library import Library
from generator.model import Slug
from generator.publish.computed.site import compute_site
from generator.publish.kept.store import Kept
from generator.settings import Settings
from tests.builders import EN, entry
from tests.links.chronicle import ELSE, RECORDS

CALL = "Dong Jun and Belousov spoke in a video call of the ministers on the exercise of the coming autumn."
MORE = "The two sides also agreed to open a new office for the repair of ships in the north."


def test_what_only_one_report_tells_follows_what_either_says(tmp_path):
    settings, kept = Settings(tmp_path), Kept(stays=True)

    def told(slug: str, *texts: str):
        return entry(slug, *texts, language=EN, date="2026-01-27")

    seen = []
    for other in (told("b", CALL), told("b", CALL, MORE), told("b", CALL), told("b", f"{CALL} Zapad")):
        entries = {one.slug: one for one in (told("a", CALL, MORE), other, ELSE)}
        library = Library(entries, RECORDS, {}, (), {})
        kept.open(None, b"")
        site = compute_site(library, settings, kept=kept)
        kept.close()
        assert site == compute_site(library, settings)
        seen.append([site.differences[Slug(slug)] for slug in ("a", "b")])
    assert [one.passages for one, _ in seen] == [("s2",), (), ("s2",), ("s2",)]
    assert [other.records for _, other in seen] == [(), (), (), ("zapad",)]
