"""Matches that look like a time and are none: ages, names, scores, amounts, sums of money."""

from typing import Final

from transforms.dates.candidates import Item
from transforms.dates.filters import lengths, names, years
from transforms.dates.filters.around import REACH, Around, Check
from transforms.dates.scan import Tokens

# The check of each rule that needs one.
CHECKS: Final[dict[str, Check]] = {
    "date.year": years.year,
    "date.decade": years.decade,
    "date.apostrophe_year": years.apostrophe_year,
    "time.colon": years.clock,
    "date.month": names.month,
    "date.weekday": names.weekday,
    "period.season": names.season,
    "relative.near_day": names.near_day,
    "relative.unit": names.deictic_unit,
    "set.frequency": names.frequency,
    "part.bare": names.overnight,
    "relative.the_unit": lengths.the_unit,
    "relative.the_part": lengths.the_part,
    "duration.count": lengths.count,
    "duration.vague": lengths.vague,
    "duration.a_unit": lengths.a_unit,
    "duration.more_than_unit": lengths.quantified,
    "vague.soon": lengths.soon,
    "vague.past": lengths.past,
    "vague.term": lengths.term,
    "vague.moment": lengths.moment,
}
# Rules that need no other proof when "early" or "the end of" stands in front.
_SURE_IF_MODIFIED: Final = frozenset({"relative.the_unit", "period.season", "date.year", "date.month"})
_ADDRESS_BEFORE: Final = ("/", "@", "_", "#", "=", "&")
_ADDRESS_AFTER: Final = ("@", "_", "/", "=")


def keep(item: Item, tokens: Tokens, *, is_modified: bool = False) -> bool:
    """Whether a match is a time after all, judged by what stands around it.

    `is_modified` says that a word such as "early" or "the end of" stands in front.
    """
    if is_modified and item.rule in _SURE_IF_MODIFIED:
        return True
    text, start, end = tokens.text, tokens.starts[item.first], tokens.ends[item.last - 1]
    around = Around(text[max(0, start - REACH) : start], text[start:end], text[end : end + REACH])
    if _in_address(around):
        return False
    check = CHECKS.get(item.rule)
    return check is None or check(around)


def _in_address(around: Around) -> bool:
    """Inside a web address, a file name or a handle."""
    before = around.before
    return (before.endswith(_ADDRESS_BEFORE) and not before.endswith(" /")) or around.after.startswith(
        _ADDRESS_AFTER
    )
