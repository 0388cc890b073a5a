"""What holds for any text: no error, faithful offsets, valid values, real calendar dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.dates import DateMention, find_dates
from transforms.dates.holidays import HOLIDAYS
from transforms.dates.timex3 import is_timex3
from transforms.dates.triggers import TRIGGER_WORDS

ANCHORS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
GLUE = (
    "the a an this last next past previous coming every each other few several two twenty five half hundred "
    "million of in on at from to and or until since between ago earlier later before after early "
    "mid late end "
    "beginning first second third fourth 1 2 5 12 29 30 31 32 60 99 1999 2020 2099 3000 0 000 21st "
    "3rd 1st "
    "2020-02-30 31/12/2020 99/99/9999 10:30 25:61 9:5 a.m. p.m. PM EST UTC 80s '80s 1990s '82 BC AD Q3 H1 "
    "FY20 , . "
    "- – / ( ) ; \n\n \n"
)
WORDS = st.sampled_from(
    [
        *TRIGGER_WORDS,
        *(word.capitalize() for word in TRIGGER_WORDS),
        *HOLIDAYS,
        *GLUE.split(" "),
    ]
)
PHRASES = st.lists(WORDS, max_size=25).map(" ".join)
DEICTIC = (
    "today yesterday tomorrow",
    "last week, this week and next week",
    "They met last Friday and meet next Tuesday",
    "three days ago and two weeks ago",
    "this morning, last night, tomorrow evening",
    "over the weekend",
)


def check(text: str, mentions: list[DateMention]) -> None:
    last_end = 0
    for mention in mentions:
        assert last_end <= mention.start < mention.end <= len(text)
        last_end = mention.end
        assert text[mention.start : mention.end] == mention.text
        assert is_timex3(mention.value), mention
        assert 0 < mention.confidence <= 1
        assert (mention.start_date is None) == (mention.end_date is None)
        if mention.start_date is not None and mention.end_date is not None:
            assert date(1000, 1, 1) <= mention.start_date <= mention.end_date <= date(3099, 12, 31)
            assert mention.is_resolved


@given(PHRASES, st.none() | ANCHORS, st.booleans())
def test_any_words_of_time_give_valid_mentions(text: str, published: date | None, day_first: bool) -> None:
    check(text, find_dates(text, published, day_first=day_first))


@given(st.text(max_size=200), st.none() | ANCHORS)
def test_any_text_gives_valid_mentions(text: str, published: date | None) -> None:
    check(text, find_dates(text, published))


@given(st.text(alphabet="0123456789-/.:,'’ sapm\n", max_size=80), st.none() | ANCHORS)
def test_any_digits_give_valid_mentions(text: str, published: date | None) -> None:
    check(text, find_dates(text, published))


@given(PHRASES, ANCHORS)
def test_the_same_text_gives_the_same_mentions(text: str, published: date) -> None:
    assert find_dates(text, published) == find_dates(text, published)


@pytest.mark.parametrize("text", DEICTIC)
@given(published=ANCHORS)
def test_a_week_later_every_deictic_value_is_a_week_later(text: str, published: date) -> None:
    week = timedelta(days=7)
    earlier, later = find_dates(text, published), find_dates(text, published + week)
    assert [mention.text for mention in earlier] == [mention.text for mention in later]
    for before, after in zip(earlier, later, strict=True):
        assert before.start_date is not None
        assert before.end_date is not None
        assert (after.start_date, after.end_date) == (before.start_date + week, before.end_date + week)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_of_the_calendar_is_read_back(day: date) -> None:
    for form in (
        f"{day.isoformat()}",
        f"{day:%B} {day.day}, {day.year:04d}",
        f"{day.day} {day:%B} {day.year:04d}",
    ):
        (mention,) = find_dates(f"It began on {form} there.")
        assert (mention.text, mention.value, mention.start_date) == (form, day.isoformat(), day)


@given(st.integers(1, 12), st.integers(29, 31), st.integers(1900, 2100))
def test_days_that_do_not_exist_are_not_made_up(month: int, day: int, year: int) -> None:
    for mention in find_dates(f"It began on {year}-{month:02d}-{day:02d} there."):
        assert mention.granularity != "day" or mention.start_date == date(year, month, day)
