# ruff: noqa: PLR2004 - the numbers of the calendar (12 months, 31 days) name themselves
# ruff: noqa: SIM905 - word lists read better as text
"""The other end of a range that shares a month or year: "22-25 April 1951", "May 4 and 5", "1990-94"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from transforms.dates.calendars import valid_date
from transforms.dates.candidates import Item
from transforms.dates.families.calendar_dates import day_spec, year_spec
from transforms.dates.numbers import read_ordinal
from transforms.dates.scan import Tokens
from transforms.dates.values import Moment
from transforms.dates.vocabulary import VOCABULARY

_MAX_PARTNERS: Final = 4
_JOINS: Final = frozenset("- ‐ ‑ – — / , and to or through until till & thru".split())
_LIST: Final = frozenset({",", "and", "or", "&"})
_DAY: Final = frozenset(VOCABULARY.klass("dom") + VOCABULARY.klass("ordnum"))
_NOT_AFTER_DAY: Final = frozenset(
    "".join(
        VOCABULARY.klass(kind)
        for kind in "one_unit units month num numword ampm old poss slash hyphen zone times".split()
    )
)
_HOUR: Final = frozenset(VOCABULARY.chars["n12"] + VOCABULARY.chars["clock"])
_TWO_DIGITS: Final = frozenset(VOCABULARY.klass("dom") + "".join(VOCABULARY.chars[k] for k in ("n59", "n99")))


def add_partners(items: list[Item], tokens: Tokens) -> list[Item]:
    """`items` and the ends of ranges that lean on them, in text order."""
    result: list[Item] = []
    for index, item in enumerate(items):
        if result and item.first < result[-1].last:
            continue  # a year that a range has taken
        floor = items[index - 1].last if index else 0
        ceiling = items[index + 1].first if index + 1 < len(items) else len(tokens.words)
        result.extend(_with_partners(item, tokens, floor, ceiling))
    return result


def _with_partners(item: Item, tokens: Tokens, floor: int, ceiling: int) -> Iterator[Item]:
    moment = item.spec.moment
    if item.rule == "time.twelve_hour":
        yield from _hour_before(item, tokens, floor)
        yield item
    elif moment is None or item.spec.kind != "moment" or item.spec.outer is not None:
        yield item
    elif item.rule == "date.day_month" and moment.day:
        yield from reversed(list(_days_before(item, moment, tokens, floor)))
        yield item
    elif item.rule == "date.month_day" and moment.day:
        yield from _days_after(item, moment, tokens, ceiling)
    elif item.rule == "date.bc":
        yield from _year_before_christ(item, tokens, floor)
        yield item
    else:
        yield item
        if item.rule == "date.year":
            yield from _year_after(item, moment, tokens, ceiling)


def _hour_before(item: Item, tokens: Tokens, floor: int) -> Iterator[Item]:
    """The "2" of "between 2 and 4 p.m."."""
    at = item.first - 2
    if at < floor or tokens.words[at + 1] not in _JOINS or tokens.kinds[at] not in _HOUR:
        return
    hour, minute, _ = (tokens.words[at] + ":0:0").split(":", 2)
    afternoon = int((item.spec.clock or "0")[:2]) >= 12
    if not 1 <= int(hour) <= 12 or tokens.words[at - 1] in ("$", "£"):
        return
    hours = int(hour) % 12 + (12 if afternoon else 0)
    minutes = (
        f":{int(minute):02d}" if ":" in tokens.words[at] else ":00" if ":" in (item.spec.clock or "") else ""
    )
    yield Item(at, at + 1, replace(item.spec, clock=f"{hours:02d}{minutes}"), "range.hour", item.confidence)


def _year_before_christ(item: Item, tokens: Tokens, floor: int) -> Iterator[Item]:
    """The "499" of "499-493 BC"."""
    at = item.first - 2
    if at < floor or tokens.words[at + 1] not in _JOINS or not tokens.words[at].isdigit():
        return
    spec = year_spec(int(tokens.words[at]), bc=True) if len(tokens.words[at]) < 5 else None
    if spec is not None:
        yield Item(at, at + 1, spec, "range.year", item.confidence)


def _days_before(item: Item, moment: Moment, tokens: Tokens, floor: int) -> Iterator[Item]:
    first = item.first
    for _ in range(_MAX_PARTNERS):
        at = first - 2
        if at < floor or tokens.words[first - 1] not in _JOINS or tokens.kinds[at] not in _DAY:
            return
        day = read_ordinal([tokens.words[at]])
        spec = day_spec(moment.year, moment.index or 0, day) if day and day < (moment.day or 0) else None
        if spec is None:
            return
        start = at - 1 if at > floor and tokens.words[at - 1] == "the" else at
        yield Item(start, at + 1, spec, "range.day", item.confidence)
        first = start


def _days_after(item: Item, moment: Moment, tokens: Tokens, ceiling: int) -> Iterator[Item]:
    """The item itself and its partners: a year behind the last of them belongs to all."""
    partners: list[tuple[int, int]] = []
    last = item.last
    for _ in range(_MAX_PARTNERS):
        at = last + (1 if last < ceiling and tokens.words[last] in _JOINS else 9)
        if at < ceiling and tokens.words[at] == "and":
            at += 1
        if at >= ceiling or tokens.kinds[at] not in _DAY or moment.year is not None:
            break
        day = read_ordinal([tokens.words[at]]) or 0
        behind = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
        if behind == "%" or (tokens.words[last] == "," and behind not in _LIST):
            break
        if day <= (moment.day or 0) or (
            at + 1 < len(tokens.kinds) and tokens.kinds[at + 1] in _NOT_AFTER_DAY
        ):
            break
        partners.append((at, day))
        last = at + 1
    year, end = _year_behind(last, tokens, ceiling) if partners else (moment.year, last)
    if year is not None and not valid_date(year, moment.index or 0, moment.day or 0):
        year = None
    yield replace_moment(item, replace(moment, year=year))
    for number, (at, day) in enumerate(partners):
        spec = day_spec(year, moment.index or 0, day)
        if spec is not None:
            is_last = number == len(partners) - 1
            yield Item(
                at, end if is_last and year is not None else at + 1, spec, "range.day", item.confidence
            )


def replace_moment(item: Item, moment: Moment) -> Item:
    """`item` with another moment."""
    return Item(item.first, item.last, replace(item.spec, moment=moment), item.rule, item.confidence)


def _year_behind(last: int, tokens: Tokens, ceiling: int) -> tuple[int | None, int]:
    at = last + 1 if last < len(tokens.words) and tokens.words[last] == "," else last
    if at < len(tokens.kinds) and tokens.kinds[at] == VOCABULARY.chars["year4"] and at <= ceiling:
        return int(tokens.words[at]), at + 1
    return None, last


def _year_after(item: Item, moment: Moment, tokens: Tokens, ceiling: int) -> Iterator[Item]:
    at = item.last + 1
    if (
        at >= ceiling
        or tokens.words[item.last] not in ("-", "–", "/", "‑")
        or tokens.kinds[at] not in _TWO_DIGITS
    ):
        return
    word, year = tokens.words[at], moment.year or 0
    if len(word) != 2 or int(word) <= year % 100 or tokens.starts[at] != tokens.ends[item.last]:
        return
    spec = year_spec(year - year % 100 + int(word))
    if spec is not None:
        yield Item(at, at + 1, spec, "range.year", item.confidence)
