"""Ties in words, each side for itself, with the sentence they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.dates.wording import date_in_words
from generator.links.accounts import Accounts, opening_of
from generator.links.quotes import Quote, quote_event, quote_for
from generator.links.same_event import Sameness, Why
from generator.links.ties import Tie
from generator.model import Language, Link, LinkType, Mention, Record, SegmentId, Slug

BY_EDITOR = "Added by the editor."
NAMES_AT_MOST = 6
REASONS = {
    LinkType.FOLLOWS_UP: (
        "Follows up on {names}: this entry refers back to {day}.",
        "Follows up: this is the next entry here that opens with {names}.",
    ),
    LinkType.FOLLOWED_UP: (
        "Followed up on {names}: that entry refers back to {day}.",
        "Followed up: that is the next entry here that opens with {names}.",
    ),
    LinkType.ANNOUNCES: ("Announces what that entry is about: {names}, {day}.", ""),
    LinkType.ANNOUNCED: ("Announced in that entry: {names}, {day}.", ""),
    LinkType.REPORTS: ("Reports an event that entry is about: {names}, {day}.", ""),
    LinkType.REPORTED: ("Reported in that entry: {names}, {day}.", ""),
}
"""With the day of an event, and without; each seen from the entry whose page it stands on."""


@dataclass(frozen=True)
class QuotedLink(Link):
    """A link with the place its quote stands at."""

    segment: SegmentId | None = None
    """The paragraph of the target; None: the quote is its title, or there is none."""
    language: Language | None = None
    """The quote's."""


class Reasons:
    """Words ties in one language.

    Args:
        accounts: by entry.
        mentions: by entry.
        records: by slug.
        language: of names, dates and, where there is a translation, quotes.
    """

    def __init__(
        self,
        accounts: Accounts,
        mentions: Mapping[Slug, Sequence[Mention]],
        records: Mapping[Slug, Record],
        language: Language,
    ) -> None:
        self._accounts = accounts
        self._mentions = mentions
        self._records = records
        self._language = language

    def link(self, tie: Tie, *, by_editor: bool = False) -> QuotedLink:
        """Return a tie as a link; `by_editor` when an editor made it as well."""
        reason, quote = self._reason(tie), self._quote(tie)
        if by_editor and tie.type is not LinkType.SAME_EVENT:
            return self._link(tie, LinkType.BY_EDITOR, f"{BY_EDITOR} {reason}", quote)
        return self._link(tie, tie.type, reason, quote)

    def by_editor_only(self, target: Slug) -> QuotedLink:
        """Return a link that rests on nothing but an editor's word."""
        return QuotedLink(target, reason=BY_EDITOR, type=LinkType.BY_EDITOR)

    def _link(self, tie: Tie, link_type: LinkType, reason: str, quote: Quote | None) -> QuotedLink:
        return QuotedLink(
            target=tie.target,
            reason=reason,
            quote=quote.text if quote else "",
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
        if tie.type not in REASONS:
            return (
                f"Both report what happened on {day}, and name {names} there."
                if day
                else f"Same {self._records[tie.records[0]].kind.one(self._language)}: both mention {names}."
            )
        recalled, plain = REASONS[tie.type]
        return (recalled if day else plain).format(names=names, day=day) + self._besides(tie)

    def _same_event(self, tie: Tie, sameness: Sameness) -> str:
        one, other = (self._accounts[slug].entry for slug in (tie.source, tie.target))
        days = self._date(one.date), self._date(other.date)
        on = f"on {days[0]}" if days[0] == days[1] else f"dated {days[0]} here and {days[1]} there"
        rest = [record for record in tie.records if record not in sameness.speakers]
        names = f" and name {self._names(rest)}" if rest else ""
        if sameness.why is Why.COPY:
            return f"Same event: nearly the same text, {on}; both name {self._names(tie.records)}."
        if sameness.why is Why.BRIEFING:
            speakers = " and ".join(self._speaker(name) for name in sorted(sameness.speakers))
            return f"Same event: both report a press conference of {speakers} {on}{names}."
        return f"Same event: both report {on}{names}."

    def _speaker(self, name: str) -> str:
        record = self._records.get(Slug(name))
        return record.name_in(self._language) if record else name.title()

    def _besides(self, tie: Tie) -> str:
        """Name what two entries share besides what makes the tie."""
        shared = self._accounts[tie.source].named & self._accounts[tie.target].named
        rest = [record for record in sorted(shared) if record not in tie.records]
        return f" Both also mention {self._names(rest)}." if rest else ""

    def _quote(self, tie: Tie) -> Quote | None:
        target, mentions = self._accounts[tie.target].entry, self._mentions[tie.target]
        if tie.event and tie.event in target.events and tie.told_by != tie.source:
            return quote_event(target, mentions, tie.event, tie.records, self._language)
        opening = [segment.id for segment in opening_of(target)]
        quotes = (quote_for(target, mentions, record, self._language, opening) for record in tie.records)
        return next((quote for quote in quotes if quote), None)

    def _names(self, records: Sequence[Slug]) -> str:
        names = [self._records[slug].name_in(self._language) for slug in records[:NAMES_AT_MOST]]
        more = len(records) - len(names)
        return ", ".join(names) + (f" and {more} more" if more else "")

    def _date(self, date: str | None) -> str:
        return date_in_words(date, self._language)
