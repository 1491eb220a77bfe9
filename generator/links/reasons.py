"""Ties in words, each side for itself, with the sentence they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.content.once import Once, anew
from generator.dates.wording import date_in_words
from generator.links.accounts import Accounts, opening_of
from generator.links.quotes import Quote, quote_event, quote_for, quote_number
from generator.links.same_event import Sameness, Why
from generator.links.ties import Tie
from generator.messages import N_, messages_in
from generator.model import Language, Link, LinkType, Mention, Record, RecordKind, SegmentId, Slug

NAMES_AT_MOST = 6

# Each reason is seen from the entry whose page it stands on.
DATED: Mapping[LinkType, str] = MappingProxyType({
    LinkType.FOLLOWS_UP: N_("Follows up on {names}: this entry refers back to {day}."),
    LinkType.FOLLOWED_UP: N_("Followed up on {names}: that entry refers back to {day}."),
    LinkType.ANNOUNCES: N_("Announces what that entry is about: {names}, {day}."),
    LinkType.ANNOUNCED: N_("Announced in that entry: {names}, {day}."),
    LinkType.REPORTS: N_("Reports an event that entry is about: {names}, {day}."),
    LinkType.REPORTED: N_("Reported in that entry: {names}, {day}."),
})  # fmt: skip
UNDATED: Mapping[LinkType, str] = MappingProxyType({
    LinkType.FOLLOWS_UP: N_("Follows up: this is the next entry here that opens with {names}."),
    LinkType.FOLLOWED_UP: N_("Followed up: that is the next entry here that opens with {names}."),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuotedLink(Link):
    """A link with the place its quote stands at."""

    segment: SegmentId | None = None
    """The paragraph of the target; None: the quote is its title, or there is none."""
    language: Language | None = None
    """The quote's."""

    @property
    def shown(self) -> tuple[object, ...]:
        """All that pages show; how much a link weighs follows from all entries."""
        return (
            *(self.target, self.reason, self.quote, self.records, self.type),
            *(self.segment, self.language),
        )


@dataclass
class Reasons:
    """Words ties in one language."""

    _accounts: Accounts
    _mentions: Mapping[Slug, Sequence[Mention]]
    _records: Mapping[Slug, Record]
    _language: Language
    """Of names, dates and, where there is a translation, quotes."""
    _once: Once = anew

    def __post_init__(self) -> None:
        said = {slug: (record.kind, record.names) for slug, record in self._records.items()}
        self._said = self._language, self._once("said of records", "", said, lambda: said)
        self._messages = messages_in(self._language)
        self._quotes: dict[tuple[Slug, Slug], Quote | None] = {}
        self._texts: dict[str, str] = {}
        """Each once: ties have one reason from both sides, and quote what several records are named in."""
        self._added = self._messages.gettext("Added by the editor.")

    def known_of(self, slug: Slug, targets: Iterable[Slug]) -> object:
        """Return all that the words for ties from an entry to others are made from, besides the ties."""
        theirs = [(self._accounts[target], self._mentions[target]) for target in targets]
        return self._said, self._accounts[slug], theirs

    def link(self, tie: Tie, *, by_editor: bool = False) -> QuotedLink:
        """Return a tie as a link; `by_editor` when an editor made it as well."""
        reason, quote = self._reason(tie), self._quote(tie)
        if by_editor and tie.type is not LinkType.SAME_EVENT:
            return self._link(tie, LinkType.BY_EDITOR, f"{self._added} {reason}", quote)
        return self._link(tie, tie.type, reason, quote)

    def by_editor_only(self, target: Slug) -> QuotedLink:
        """Return a link that rests on nothing but an editor's word."""
        return QuotedLink(target, reason=self._added, type=LinkType.BY_EDITOR)

    def _link(self, tie: Tie, link_type: LinkType, reason: str, quote: Quote | None) -> QuotedLink:
        return QuotedLink(
            target=tie.target,
            reason=self._texts.setdefault(reason, reason),
            quote=self._texts.setdefault(quote.text, quote.text) if quote else "",
            records=tie.records,
            weight=tie.weight,
            type=link_type,
            segment=quote.segment if quote else None,
            language=quote.language if quote else None,
        )

    def _reason(self, tie: Tie) -> str:
        names = self._names(tie.records)
        if tie.sameness:
            return self._same_event(tie, tie.sameness)
        day = self._date(tie.event.date) if tie.event else ""
        gettext = self._messages.gettext
        if message := (DATED if day else UNDATED).get(tie.type):
            return gettext(message).format(names=names, day=day) + self._besides(tie)
        if tie.number:
            return gettext("Both refer to {number}.").format(number=tie.number.number) + self._besides(tie)
        if day:
            both = gettext("Both report what happened on {day}, and name {names} there.")
            return both.format(names=names, day=day)
        return gettext("Both mention {names}.").format(names=self._names_by_kind(tie.records))

    def _same_event(self, tie: Tie, sameness: Sameness) -> str:
        one, other = (self._accounts[slug].entry for slug in (tie.source, tie.target))
        days, gettext = (self._date(one.date), self._date(other.date)), self._messages.gettext
        on = gettext("on {day}") if days[0] == days[1] else gettext("dated {day} here and {other} there")
        on = on.format(day=days[0], other=days[1])
        if sameness.why is Why.COPY:
            copy = gettext("Same event: nearly the same text, {on}; both name {names}.")
            return copy.format(on=on, names=self._names(tie.records))
        rest = [record for record in tie.records if record not in sameness.speakers]
        names = gettext(" and name {names}").format(names=self._names(rest)) if rest else ""
        if sameness.why is Why.BRIEFING:
            speakers = gettext(" and ").join(self._speaker(name) for name in sorted(sameness.speakers))
            briefing = gettext("Same event: both report a press conference of {speakers} {on}{names}.")
            return briefing.format(speakers=speakers, on=on, names=names)
        return gettext("Same event: both report {on}{names}.").format(on=on, names=names)

    def _speaker(self, name: str) -> str:
        record = self._records.get(Slug(name))
        return record.name_in(self._language) if record else name.title()

    def _besides(self, tie: Tie) -> str:
        """Name what two entries share besides what makes the tie."""
        shared = self._accounts[tie.source].named & self._accounts[tie.target].named
        rest = [record for record in sorted(shared) if record not in tie.records]
        if not rest:
            return ""
        return " " + self._messages.gettext("Both also mention {names}.").format(names=self._names(rest))

    def _quote(self, tie: Tie) -> Quote | None:
        target, mentions = self._accounts[tie.target].entry, self._mentions[tie.target]
        if tie.event and tie.event in target.events and tie.told_by != tie.source:
            return quote_event(target, mentions, tie.event, tie.records, self._language)
        if tie.number:
            return quote_number(target, tie.number)
        quotes = (self._naming(tie.target, record) for record in tie.records)
        return next((quote for quote in quotes if quote), None)

    def _naming(self, target: Slug, record: Slug) -> Quote | None:
        """Return the sentence of an entry that names a record, one of its opening where there is one."""
        place = target, record
        if place not in self._quotes:
            entry = self._accounts[target].entry
            opening = [segment.id for segment in opening_of(entry)]
            self._quotes[place] = quote_for(entry, self._mentions[target], record, self._language, opening)
        return self._quotes[place]

    def _names(self, records: Sequence[Slug]) -> str:
        names = [self._records[slug].name_in(self._language) for slug in records[:NAMES_AT_MOST]]
        return self._and_more(", ".join(names), len(records) - len(names))

    def _names_by_kind(self, records: Sequence[Slug]) -> str:
        """Return names with the word for what they are: "Zapad (exercise), Wu Qian, Li Wei (persons)"."""
        kinds: dict[RecordKind, list[Slug]] = {}
        for slug in records[:NAMES_AT_MOST]:
            kinds.setdefault(self._records[slug].kind, []).append(slug)
        named = (
            f"{self._names(group)} ({(kind.several if group[1:] else kind.one)(self._language)})"
            for kind, group in kinds.items()
        )
        return self._and_more(", ".join(named), len(records) - NAMES_AT_MOST)

    def _and_more(self, names: str, more: int) -> str:
        more_names = self._messages.gettext("{names} and {number} more")
        return more_names.format(names=names, number=more) if more > 0 else names

    def _date(self, date: str | None) -> str:
        return date_in_words(date, self._language)
