"""Invented documents for the header's tests."""

from generator.generate.clean import sort_lines
from generator.generate.draft import Draft, new_draft
from generator.generate.header import read_header
from generator.generate.seed_text import read_lines
from generator.generate.sidecar import Sidecar

TITLE = "Harbour town rebuilds its old lighthouse"
TEXT = (
    "The harbour town of Millport will rebuild the lighthouse that a storm damaged last winter. The "
    "council voted for the plan after a long debate, and work on the tower is to begin before the "
    "autumn.",
    "Masons will first mend the foundations of the lighthouse, the engineer in charge said. The lamp "
    "itself is kept in the museum of the town and will return to the tower once the new roof is on.",
    "Visitors may follow the work from a platform on the quay. The town expects that the rebuilding "
    "will cost less than a new tower, and that ships will see the light again before the end of next "
    "year.",
)
TITEL = "Hafenstadt baut ihren alten Leuchtturm wieder auf"
GERMAN = (
    "Die Hafenstadt Altenkirchen baut den Leuchtturm wieder auf, den im Winter ein Sturm beschädigt "
    "hat. Der Rat stimmte dem Plan nach langer Aussprache zu, und die Arbeiten am Turm sollen noch "
    "vor dem Herbst beginnen.",
    "Zuerst werden die Fundamente des Leuchtturms gesichert, sagte die leitende Ingenieurin. Die "
    "Lampe selbst liegt im Museum der Stadt und kehrt auf den Turm zurück, sobald das neue Dach "
    "gedeckt ist.",
    "Besucher können die Arbeiten von einer Plattform am Kai aus verfolgen. Die Stadt rechnet damit, "
    "dass der Wiederaufbau weniger kostet als ein neuer Turm und Schiffe das Licht bald wieder sehen.",
)


def header_of(*lines: str, sidecar: Sidecar | None = None, **given) -> Draft:
    """What is read from a document of these lines."""
    draft = new_draft("a.txt", "", read_lines("\n".join(lines)), sidecar, given.pop("statements", ()))
    return read_header(sort_lines(draft), **given)


def published(*lines: str, **given) -> str | None:
    """The publication's date."""
    return header_of(*lines, **given).entry.source.published
