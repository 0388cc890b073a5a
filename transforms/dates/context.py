"""What the resolution of one expression knows of the article around it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from transforms.dates.calendars import bounds
from transforms.dates.cues import tense
from transforms.dates.values import Moment, Spec

NEARBY: Final = 160  # characters between a date and "the year" that takes it up
WITHIN_DAY: Final = frozenset({"second", "minute", "hour", "night", "day"})


@dataclass(slots=True)
class Context:
    """What is known when an expression is resolved.

    `published` is the anchor; `last` is the last calendar mention before this one (its text ended at
    `last_end`), `last_day` the last that was a day; `text[start:end]` is the expression. `ahead` is the
    expression that follows at once, for what leans on it ("from March to May 2019", "at 5 p.m. on Friday"),
    and `behind` the weekday right before it ("from Friday to Sunday"). `seen` holds the year that a day
    and month got, so that they keep it.
    """

    published: date | None
    last: Moment | None = None
    last_day: date | None = None
    text: str = ""
    start: int = 0
    end: int = 0
    last_end: int = -NEARBY
    ahead: Spec | None = None
    behind: date | None = None
    seen: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def tense(self) -> int:
        """1, 0 or -1: where the sentence of the expression points; read only when needed, since it costs."""
        return tense(self.text, self.start, self.end)

    def remember(self, moment: Moment | None) -> None:
        """Make `moment` the date that later anaphoric expressions refer to."""
        if moment is None or moment.year is None or moment.unit in ("decade", "century"):
            return
        self.last, self.last_end = moment, self.end
        if (day := moment.date) is not None:
            self.last_day = day
            self.seen[day.month, day.day] = day.year

    @property
    def is_near(self) -> bool:
        """Whether the last date stands so near that "the year" takes it up."""
        return self.start - self.last_end < NEARBY

    def base(self, *, anaphoric: bool, unit: str = "year") -> date | None:
        """The date to count `unit`s from."""
        if anaphoric and unit in WITHIN_DAY and self.last is not None and self.last.unit != "day":
            return self.last_day or self.published
        if anaphoric and self.last is not None:
            span = bounds(self.last)
            if span is not None:
                return span[0]
        return self.published
