"""Finding temporal expressions in a text and resolving them, from end to end."""

from datetime import date, datetime
from typing import Final

from transforms.dates.calendars import bounds
from transforms.dates.candidates import Item, find_items
from transforms.dates.compose import compose
from transforms.dates.context import Context
from transforms.dates.expand import expand
from transforms.dates.filters import keep
from transforms.dates.ranges import add_partners
from transforms.dates.resolve import resolve
from transforms.dates.scan import Tokens, tokenize
from transforms.dates.values import Resolved, Spec
from transforms.records import DateMention

# What may stand between an expression and the one that it leans on.
_RANGE_GAPS: Final = frozenset(
    ["-", "–", "—", "/", ",", "and", "to", "or", "through", "until", "till", ", and"]
)
_PERIOD_GAPS: Final = frozenset({"ended", "ending", "that ended", "ended on"})
_WEEKDAY_GAPS: Final = frozenset({"-", "–", "—", "to", "and", "through", "until"})
_DAY_GAPS: Final = frozenset(("on", ",", ", on", "on the", "on the night of"))


def find_dates(
    text: str, published: date | datetime | None = None, *, day_first: bool = False
) -> list[DateMention]:
    """The temporal expressions of `text`, in order, resolved against its publication date.

    Without `published`, expressions that need it stay underspecified, or are resolved on a date that the text
    itself gave before (their `anchor_date`). `day_first` reads "5/6/2021" as 5 June.

    >>> from datetime import date
    >>> for found in find_dates("Last Friday the two-day strike of May 2019 began.", date(2019, 6, 4)):
    ...     print(found.text, found.timex_type, found.value)
    Last Friday DATE 2019-05-31
    two-day DURATION P2D
    May 2019 DATE 2019-05
    """
    tokens = tokenize(text)
    if not tokens.kinds:
        return []
    tokens.day_first = day_first
    context = Context(published.date() if isinstance(published, datetime) else published, text=text)
    mentions: list[DateMention] = []
    items = add_partners(_kept(compose(find_items(tokens), tokens), tokens), tokens)
    for index, grown in enumerate(items):
        context.ahead = _leaned_on(items, index, tokens)
        context.behind = context.last_day if index and _continues(items[index - 1], grown, tokens) else None
        mention = _mention(grown, tokens, context)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _kept(items: list[Item], tokens: Tokens) -> list[Item]:
    """The items that are times indeed, with their modifiers."""
    kept: list[Item] = []
    for item in items:
        grown = expand(item, tokens, kept[-1].last if kept else 0)
        if keep(item, tokens, is_modified=grown.first < item.first):
            kept.append(grown)
    return kept


def _leaned_on(items: list[Item], index: int, tokens: Tokens) -> Spec | None:
    """The expression right behind, if this one may take its year or day from it."""
    if index + 1 == len(items):
        return None
    item, following = items[index], items[index + 1]
    gap = " ".join(tokens.words[item.last : following.first])
    if item.spec.nearby:
        return following.spec if gap in _PERIOD_GAPS else None
    is_clock = item.spec.kind == "shift" and bool(item.spec.clock)
    if gap in (_DAY_GAPS if is_clock else _RANGE_GAPS):
        return following.spec
    return None


def _continues(item: Item, following: Item, tokens: Tokens) -> bool:
    """Whether two weekdays stand side by side, so that the second comes after the first."""
    gap = " ".join(tokens.words[item.last : following.first])
    return item.rule == following.rule == "date.weekday" and gap in _WEEKDAY_GAPS


def _mention(item: Item, tokens: Tokens, context: Context) -> DateMention | None:
    start, end = tokens.starts[item.first], tokens.ends[item.last - 1]
    context.start, context.end = start, end
    resolved = resolve(item.spec, context)
    if resolved is None:
        return None
    context.remember(resolved.moment)
    return _record(item, tokens.text, start, end, resolved)


def _record(item: Item, text: str, start: int, end: int, resolved: Resolved) -> DateMention:
    moment = resolved.moment
    span = bounds(moment) if moment else None
    return DateMention(
        start=start,
        end=end,
        text=text[start:end],
        timex_type=item.spec.timex_type,
        value=resolved.value,
        mod=item.spec.mod,
        start_date=span[0] if span else None,
        end_date=span[1] if span else None,
        granularity=_granularity(resolved),
        is_resolved=resolved.is_resolved,
        anchor_date=resolved.anchor,
        rule=item.rule,
        confidence=item.confidence,
    )


def _granularity(resolved: Resolved) -> str | None:
    moment = resolved.moment
    if moment is None:
        return None
    if not moment.clock:
        return moment.unit
    if not moment.clock[0].isdigit():
        return "part_of_day"
    return ("hour", "minute", "second")[moment.clock.count(":")]
