"""Ties in words, each side for itself, with the sentence they rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.content.wording import wording
from generator.dates.wording import date_in_words
from generator.links.accounts import Accounts, opening_of
from generator.links.quotes import Quote, quote_event, quote_for
from generator.links.same_event import Sameness, Why
from generator.links.ties import Tie
from generator.model import Language, Link, LinkType, Mention, Record, RecordKind, SegmentId, Slug

NAMES_AT_MOST = 6


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
        self._words = wording(language).links

    def link(self, tie: Tie, *, by_editor: bool = False) -> QuotedLink:
        """Return a tie as a link; `by_editor` when an editor made it as well."""
        reason, quote = self._reason(tie), self._quote(tie)
        if by_editor and tie.type is not LinkType.SAME_EVENT:
            return self._link(tie, LinkType.BY_EDITOR, f"{self._words.by_editor} {reason}", quote)
        return self._link(tie, tie.type, reason, quote)

    def by_editor_only(self, target: Slug) -> QuotedLink:
        """Return a link that rests on nothing but an editor's word."""
        return QuotedLink(target, reason=self._words.by_editor, type=LinkType.BY_EDITOR)

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
        template = (self._words.dated if day else self._words.undated).get(tie.type)
        if template:
            return template.format(names=names, day=day) + self._besides(tie)
        if day:
            return self._words.one_day.format(names=names, day=day)
        return self._words.same_record.format(names=self._names_by_kind(tie.records))

    def _same_event(self, tie: Tie, sameness: Sameness) -> str:
        one, other = (self._accounts[slug].entry for slug in (tie.source, tie.target))
        days = self._date(one.date), self._date(other.date)
        words = self._words
        on = words.on.format(days[0]) if days[0] == days[1] else words.on_two_days.format(*days)
        if sameness.why is Why.COPY:
            return words.copy.format(on=on, names=self._names(tie.records))
        rest = [record for record in tie.records if record not in sameness.speakers]
        names = words.and_name.format(self._names(rest)) if rest else ""
        if sameness.why is Why.BRIEFING:
            speakers = words.joiner.join(self._speaker(name) for name in sorted(sameness.speakers))
            return words.briefing.format(speakers=speakers, on=on, names=names)
        return words.same_event.format(on=on, names=names)

    def _speaker(self, name: str) -> str:
        record = self._records.get(Slug(name))
        return record.name_in(self._language) if record else name.title()

    def _besides(self, tie: Tie) -> str:
        """Name what two entries share besides what makes the tie."""
        shared = self._accounts[tie.source].named & self._accounts[tie.target].named
        rest = [record for record in sorted(shared) if record not in tie.records]
        return self._words.besides.format(self._names(rest)) if rest else ""

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
        return ", ".join(names) + (self._words.more.format(more) if more else "")

    def _names_by_kind(self, records: Sequence[Slug]) -> str:
        """Return names with the word for what they are: "Zapad (exercise), Wu Qian, Li Wei (persons)"."""
        kinds: dict[RecordKind, list[Slug]] = {}
        for slug in records[:NAMES_AT_MOST]:
            kinds.setdefault(self._records[slug].kind, []).append(slug)
        named = (
            f"{self._names(group)} ({(kind.several if group[1:] else kind.one)(self._language)})"
            for kind, group in kinds.items()
        )
        more = len(records) - NAMES_AT_MOST
        return ", ".join(named) + (self._words.more.format(more) if more > 0 else "")

    def _date(self, date: str | None) -> str:
        return date_in_words(date, self._language)
