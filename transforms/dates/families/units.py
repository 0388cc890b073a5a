"""Words of units, months, weekdays and seasons as the values behind them."""

from typing import Final

from transforms.dates.lexicon import MONTHS, PARTS_OF_DAY, SEASONS, UNITS, WEEKDAYS
from transforms.dates.timex3 import SEASON_INDEX
from transforms.dates.values import Moment

CLOCK_UNITS: Final = frozenset({"second", "minute", "hour"})
_QUANTITY_MODS: Final = {
    "over": "MORE_THAN", "more": "MORE_THAN", "under": "LESS_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN",
    "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS", "no": "EQUAL_OR_LESS",
    "not": "EQUAL_OR_LESS", "nearly": "LESS_THAN", "almost": "LESS_THAN",
}  # fmt: skip
_PLURALS: Final = {"centuries": "century", "millennia": "millennium"}


def unit_of(word: str) -> str:
    """The unit a word names, singular.

    >>> unit_of("years"), unit_of("centuries"), unit_of("hrs")
    ('year', 'century', 'hour')
    """
    word = _PLURALS.get(word, word)
    return UNITS[word] if word in UNITS else UNITS[word.removesuffix("s")]


def named_moment(word: str) -> Moment | None:
    """The partial moment that a month, weekday or season names.

    >>> named_moment("friday").weekday, named_moment("autumn").index
    (5, 2)
    """
    if word in MONTHS:
        return Moment("month", None, MONTHS[word])
    if word in WEEKDAYS:
        return Moment("day", weekday=WEEKDAYS[word])
    if word in SEASONS:
        return Moment("season", None, SEASON_INDEX[SEASONS[word]])
    return None


def part_of_day(word: str) -> str | None:
    """The TIMEX3 code of a part of the day, without its T."""
    return PARTS_OF_DAY.get(word.removesuffix("s"))


def quantity_mod(words: list[str]) -> str | None:
    """The TIMEX3 modifier of "about", "more than" and the like.

    >>> quantity_mod(["more", "than"]), quantity_mod(["about"]), quantity_mod([])
    ('MORE_THAN', 'APPROX', None)
    """
    if not words:
        return None
    return next((_QUANTITY_MODS[word] for word in words if word in _QUANTITY_MODS), "APPROX")
