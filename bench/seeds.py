"""Synthetic seeds: German ministry releases and English agency reports, the same for the same number.

Every sentence exists in both languages, so that a German paragraph comes with its translation. The names
are those of the authority records, so that finding mentions, linking and backlinks have work to do.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, product
from random import Random

Pair = tuple[str, str]
"""A text in German and in English."""

FIRST_DAY = datetime.date(2012, 1, 2)
DAYS = 5000
LOCAL_RECORDS = 10
"""One further record per this many seeds: a larger chronology has more to name, not only more of the same."""

# (German, English); {person}, {body}, … take the names of records of that kind.
SENTENCES: tuple[Pair, ...] = (
    ("{person} sprach am {day_de} in {place_de} mit {person2} über {topic_de}.",
     "{person} spoke with {person2} in {place} on {day} about {topic}."),
    ("{body} teilte mit, dass {number} Soldaten an {exercise} teilnehmen.",
     "{body} said that {number} soldiers are taking part in {exercise}."),
    ("Die Übung {exercise} begann in {place_de} und dauert {days} Tage.",
     "The exercise {exercise} began in {place} and lasts {days} days."),
    ("Beide Seiten bekannten sich zu {agreement} und wollen {topic_de} vertiefen.",
     "Both sides reaffirmed {agreement} and want to deepen {topic}."),
    ("Nach Angaben von {person} haben die Streitkräfte {number} gemeinsame Flugstunden abgeschlossen.",
     "According to {person}, the forces have completed {number} joint flying hours."),
    ("{body} und {body2} vereinbarten, ihre Gespräche über {topic_de} fortzusetzen.",
     "{body} and {body2} agreed to continue their talks on {topic}."),
    ("Am Rande von {meeting} trafen sich {person} und {person2} zu einem Austausch.",
     "On the sidelines of {meeting}, {person} and {person2} met for an exchange."),
    ("Ein Sprecher sagte, {topic_de} richte sich gegen keine dritte Partei.",
     "A spokesman said that {topic} was not aimed at any third party."),
    ("{person} nannte die Lage in {place_de} stabil und dankte {body} für die Unterstützung.",
     "{person} called the situation in {place} stable and thanked {body} for its support."),
    ("An {exercise} beteiligten sich {number} Fahrzeuge, {days} Schiffe und mehrere Hubschrauber.",
     "In {exercise}, {number} vehicles, {days} ships and several helicopters took part."),
    ("Die Delegation besuchte außerdem {place_de} und besichtigte dort eine Ausbildungseinheit.",
     "The delegation also visited {place} and was shown a training unit there."),
    ("Seit {meeting} habe sich die Abstimmung über {topic_de} spürbar verbessert, hieß es.",
     "Coordination on {topic} had improved noticeably since {meeting}, it was said."),
    ("Die Zahl der Teilnehmer stieg gegenüber dem Vorjahr um {days} Prozent auf {number}.",
     "The number of participants rose by {days} percent over the previous year to {number}."),
    ("{person} verwies auf {agreement} und forderte, die Zusagen vollständig umzusetzen.",
     "{person} referred to {agreement} and asked that its commitments be implemented in full."),
    ("In {place_de} berieten Fachleute {days} Stunden lang über {topic_de}.",
     "In {place}, experts discussed {topic} for {days} hours."),
    ("Über Einzelheiten wurde nichts bekannt; {body} will sich in der kommenden Woche äußern.",
     "No details were given; {body} intends to comment in the coming week."),
    ("Die Vertreter erörterten ferner {topic_de} und unterzeichneten ein Protokoll mit {days} Punkten.",
     "The representatives also discussed {topic} and signed a protocol of {days} points."),
    ("„Wir werden die Zusammenarbeit weiter ausbauen“, sagte {person} vor {number} Zuhörern.",
     "“We will keep expanding cooperation,” {person} told an audience of {number}."),
)  # fmt: skip

HEADLINES: tuple[Pair, ...] = (
    ("{person} und {person2} beraten in {place_de} über {topic_de}",
     "{person} and {person2} discuss {topic} in {place}"),
    ("{exercise}: Streitkräfte üben {topic_de} mit {number} Soldaten",
     "{exercise}: forces practise {topic} with {number} soldiers"),
    ("{person} würdigt {agreement} beim Besuch in {place_de}",
     "{person} praises {agreement} during visit to {place}"),
    ("Gespräche bei {meeting} behandeln {topic_de} und {days} weitere Punkte",
     "Talks at {meeting} cover {topic} and {days} further points"),
)  # fmt: skip

PLACES: tuple[Pair, ...] = (
    ("Peking", "Beijing"), ("Moskau", "Moscow"), ("Wladiwostok", "Vladivostok"), ("Qingdao", "Qingdao"),
    ("Sankt Petersburg", "Saint Petersburg"), ("Shanghai", "Shanghai"), ("Chabarowsk", "Khabarovsk"),
    ("Harbin", "Harbin"), ("Duschanbe", "Dushanbe"), ("Astana", "Astana"), ("Sotschi", "Sochi"),
)  # fmt: skip
TOPICS: tuple[Pair, ...] = (
    ("die Sicherheit der Seewege", "the security of sea routes"),
    ("die Ausbildung von Piloten", "the training of pilots"),
    ("den Austausch von Lagebildern", "the exchange of situation reports"),
    ("die Abwehr von Drohnen", "defence against drones"),
    ("die medizinische Versorgung im Einsatz", "medical care on operations"),
    ("gemeinsame Rettungseinsätze auf See", "joint rescue operations at sea"),
    ("die Zusammenarbeit der Militärakademien", "cooperation between military academies"),
    ("den Kampf gegen den Terrorismus", "the fight against terrorism"),
    ("die Logistik in abgelegenen Gebieten", "logistics in remote areas"),
    ("vertrauensbildende Maßnahmen an der Grenze", "confidence-building measures at the border"),
    ("die Räumung von Minen", "the clearing of mines"),
    ("den Schutz von Funkverbindungen", "the protection of radio links"),
)
MONTHS_DE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TEASERS: tuple[Pair, ...] = (
    ("Neue Kaserne in {place_de} eröffnet", "New barracks open in {place}"),
    ("Bilder der Woche aus {place_de}", "Pictures of the week from {place}"),
    ("Haushalt: was sich {days} Monate später geändert hat", "Budget: what changed {days} months later"),
)

ADJECTIVES = (
    "Amber", "Boreal", "Cobalt", "Distant", "Eastern", "Frozen",
    "Granite", "Harbour", "Inland", "Jade", "Kestrel", "Lantern",
)  # fmt: skip
NOUNS = (
    "Anchor", "Bridge", "Compass", "Dawn", "Eagle", "Falcon",
    "Gate", "Horizon", "Island", "Lance", "Meridian", "North",
)  # fmt: skip
SURNAMES = (
    "Alenkow", "Borzin", "Chernev", "Dorvan", "Enskoi", "Fadrin",
    "Gorlev", "Hadrin", "Ilmov", "Jarsin", "Kostrev", "Lurin",
)  # fmt: skip
FORENAMES = (
    "Anton", "Boris", "Cyril", "Denis", "Egor", "Fedor",
    "Gleb", "Igor", "Kirill", "Leonid", "Maxim", "Nikita",
)  # fmt: skip


@dataclass(frozen=True)
class Name:
    """What the texts need to know of a record."""

    kind: str
    german: str
    english: str


@dataclass(frozen=True)
class Seed:
    """A source document, and what is known of it because it was made."""

    name: str
    language: str
    text: str
    translations: Mapping[str, str] = field(default_factory=dict)
    """A German seed's paragraphs (and headline) in English."""


def local_records(size: int) -> dict[str, str]:
    """Make the files of further authority records, so that rare names exist at every size."""
    files = {}
    exercises = (f"{a} {b} {year}" for year, a, b in product(range(2012, 2026), ADJECTIVES, NOUNS))
    people = (f"{a} {b}" for b, a in product(SURNAMES, FORENAMES))
    for number in range(size // LOCAL_RECORDS):
        person = next(people, None) if number % 2 else None
        kind, name = ("person", person) if person else ("exercise", next(exercises))
        files[f"bench-{number:04}.md"] = (
            f"---\nkind: {kind}\nname: {{en: {name}, de: {name}}}\n---\n\nMade up for the benchmark.\n"
        )
    return files


def make_seeds(size: int, names: Sequence[Name], local: Sequence[Name], seed: int) -> Iterator[Seed]:
    """Make `size` seeds, German and English in turn.

    Args:
        size: how many.
        names: of records found everywhere, the first far more often than the last.
        local: of records only a few seeds name.
        seed: of the random numbers.
    """
    shuffled = sorted(names, key=lambda name: Random(f"{seed}/{name.english}").random())
    for number in range(size):
        yield _make_seed(number, _Writer(Random(f"{seed}/{number}"), shuffled, local))


class _Writer:
    """Writes the sentences of one document, about one day and a few records."""

    def __init__(self, random: Random, names: Sequence[Name], local: Sequence[Name]) -> None:
        self.random = random
        self.day = FIRST_DAY + datetime.timedelta(days=random.randrange(DAYS))
        weights = list(accumulate(1 / rank for rank in range(2, len(names) + 2)))
        cast = [
            *random.choices(names, cum_weights=weights, k=7),
            *random.sample(local, min(2, len(local))),
        ]
        self._cast = {
            kind: [n for n in cast if n.kind == kind] or [n for n in names if n.kind == kind][:3]
            for kind in ("person", "body", "agreement", "exercise", "meeting")
        }

    def pair(self, templates: Sequence[Pair]) -> Pair:
        """Write one of the templates in both languages."""
        german, english = self.random.choice(templates)
        place, topic = self.random.choice(PLACES), self.random.choice(TOPICS)
        near = self.day + datetime.timedelta(days=self.random.randrange(-3, 1))
        values = {
            "place_de": place[0], "place": place[1], "topic_de": topic[0], "topic": topic[1],
            "number": self.random.randrange(120, 9800), "days": self.random.randrange(3, 28),
            "day_de": german_day(near), "day": english_day(near),
        }  # fmt: skip
        chosen = {
            slot: self.random.choice(self._cast[slot.rstrip("2")])
            for slot in ("person", "person2", "body", "body2", "agreement", "exercise", "meeting")
        }
        return (
            german.format(**values, **{slot: name.german for slot, name in chosen.items()}),
            english.format(**values, **{slot: name.english for slot, name in chosen.items()}),
        )

    def paragraph(self) -> Pair:
        """Write three to five sentences."""
        sentences = [self.pair(SENTENCES) for _ in range(self.random.randint(3, 5))]
        return " ".join(german for german, _ in sentences), " ".join(english for _, english in sentences)


def german_day(day: datetime.date) -> str:
    """Write a day without its year in German."""
    return f"{day.day}. {MONTHS_DE[day.month - 1]}"


def english_day(day: datetime.date) -> str:
    """Write a day without its year in English."""
    return f"{day.day} {MONTHS_EN[day.month - 1]}"


def _make_seed(number: int, writer: _Writer) -> Seed:
    headline = writer.pair(HEADLINES)
    place = writer.random.choice(PLACES)
    paragraphs = [writer.paragraph() for _ in range(writer.random.randint(5, 8))]
    teasers = [writer.pair(TEASERS) for _ in range(3)]
    if number % 2:
        text = _english(writer, headline[1], place[1], [p[1] for p in paragraphs], [t[1] for t in teasers])
        return Seed(f"{number:05}.txt", "en", text)
    year = writer.day.year
    paragraphs[0] = (
        f"{place[0]}, {german_day(writer.day)} {year} – {paragraphs[0][0]}",
        f"{place[1]}, {english_day(writer.day)} {year} – {paragraphs[0][1]}",
    )
    text = _german(number, writer, headline[0], [p[0] for p in paragraphs], [t[0] for t in teasers])
    return Seed(f"{number:05}.txt", "de", text, dict([headline, *paragraphs]))


def _german(number: int, writer: _Writer, headline: str, paragraphs: list[str], teasers: list[str]) -> str:
    day = writer.day
    return "\n".join(
        [
            "Zum Inhalt springen", "Startseite", "Menü", "Suche",
            "Bundesministerium der Verteidigung",
            f"Pressemitteilung Nr. {number % 300 + 1}/{day.year}",
            f"{day:%d.%m.%Y}, {writer.random.randrange(7, 19):02}:{writer.random.randrange(60):02} Uhr",
            "", headline, "", *_spaced(paragraphs),
            "Mehr zum Thema", *teasers, "Teilen", "Drucken",
            "Pressekontakt", "Telefon: 030 123456", "presse@example.org",
            "Impressum", "Datenschutz", "",
        ]
    )  # fmt: skip


def _english(writer: _Writer, headline: str, place: str, paragraphs: list[str], teasers: list[str]) -> str:
    day = writer.day
    month = MONTHS_EN[day.month - 1]
    opening = f"{place.upper()}, {month} {day.day} (Example News) -- "
    return "\n".join(
        [
            "Skip to main content", "Home", "Menu", "Search", "Subscribe",
            headline, "",
            f"By {writer.random.choice(FORENAMES)} {writer.random.choice(SURNAMES)}",
            f"Published {english_day(day)} {day.year} {writer.random.randrange(7, 19):02}:05 GMT",
            "Share", "Print", "",
            opening + paragraphs[0], "", *_spaced(paragraphs[1:-1]),
            f"Read more: {teasers[0]}", "", paragraphs[-1], "",
            "Related articles", *teasers[1:], "0 comments",
            f"© {day.year} Example News. All rights reserved.", "",
        ]
    )  # fmt: skip


def _spaced(paragraphs: list[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield paragraph
        yield ""
