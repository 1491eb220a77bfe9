"""Kinds of records for tests: some that are there without settings, and two of an editor's own."""

from generator.model import Nature, RecordKind
from generator.settings import load_settings
from generator.topic import DEFAULT_KINDS, Topic
from tests.conftest import ROOT

PERSON, BODY, AGREEMENT, PLACE = (DEFAULT_KINDS[name] for name in ("person", "body", "agreement", "place"))
EXERCISE = RecordKind(
    "exercise", Nature.EVENT, 1.0, {"en": ("exercise", "exercises", "drill"), "de": ("Manöver", "Manöver")}
)
MEETING = RecordKind(
    "meeting",
    Nature.EVENT,
    0.8,
    {"en": ("meeting", "meetings", "forum", "conference"), "de": ("Treffen", "Treffen", "Forum")},
)
PROJECT = load_settings(ROOT).topic
"""What the first chronology says of its subject."""
TOPIC = Topic({kind.name: kind for kind in (PERSON, BODY, AGREEMENT, EXERCISE, MEETING, PLACE)})
