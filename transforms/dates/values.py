"""The small records between a matched rule and a TIMEX3 value."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from transforms.codes import TimexType

Unit = Literal[
    "second", "minute", "hour", "day", "night", "week", "fortnight", "weekend", "month", "season", "quarter",
    "half", "year", "decade", "century", "millennium",
]  # fmt: skip
Direction = Literal["last", "next", "this", "that"]

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2999


@dataclass(frozen=True, slots=True)
class Moment:
    """A place on the calendar, exact down to `unit`; a None field is not known.

    `index` counts the unit where a number does it: the month, ISO week, quarter or half, and the season (0
    for spring, 3 for winter). `clock` is "10:30", or a part of the day such as "MO".
    """

    unit: str
    year: int | None = None
    index: int | None = None
    day: int | None = None
    clock: str | None = None
    zone: str = ""
    weekday: int | None = None
    bc: bool = False
    fiscal: bool = False

    @property
    def date(self) -> date | None:
        """The day, if this is a fully known day."""
        if self.unit == "day" and self.year and self.index and self.day and not self.bc:
            return date(self.year, self.index, self.day)
        return None


@dataclass(frozen=True, slots=True)
class Spec:
    """What a rule understood, before it is placed on the calendar.

    `kind` says how to resolve: "moment" (a place on the calendar, perhaps partial), "shift" (`amount` units
    from the anchor or, if `anaphoric`, from the last date mentioned, which must stand `nearby` if so),
    "ordinal" (the `amount`-th unit of `outer`), "holiday", "literal" (`value` is final: durations, sets,
    PRESENT_REF).
    """

    kind: Literal["moment", "shift", "ordinal", "holiday", "literal"]
    timex_type: TimexType = TimexType.DATE
    moment: Moment | None = None
    unit: str | None = None
    amount: float | None = None
    direction: Direction | None = None
    anaphoric: bool = False
    nearby: bool = False
    outer: "Spec | None" = None
    clock: str | None = None
    zone: str = ""
    value: str = ""
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """A `Spec` placed on the calendar: the moment (None for durations, sets and references) and its value."""

    value: str
    moment: Moment | None = None
    anchor: date | None = None
    is_resolved: bool = True
