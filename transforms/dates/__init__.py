"""Temporal expressions in news: found, given a TIMEX3 value, and placed on the calendar."""

from transforms.dates.tagger import find_dates
from transforms.records import DateMention

__all__ = ["DateMention", "find_dates"]
