"""Settings, resolution and robustness of `find_dates`."""

from datetime import UTC, date, datetime

import pytest

from transforms.codes import TimexType
from transforms.dates import DateMention, find_dates

WEDNESDAY = date(2021, 6, 16)


def only(text: str, published: date | None = WEDNESDAY, *, day_first: bool = False) -> DateMention:
    (mention,) = find_dates(text, published, day_first=day_first)
    return mention


def test_numeric_dates_are_read_month_first_unless_told_otherwise() -> None:
    assert only("Signed on 5/6/2021 here.").value == "2021-05-06"
    assert only("Signed on 5/6/2021 here.", day_first=True).value == "2021-06-05"


def test_a_day_above_twelve_settles_the_order() -> None:
    assert only("Signed on 25/6/2021 here.").value == "2021-06-25"
    assert only("Signed on 6/25/2021 here.", day_first=True).value == "2021-06-25"


def test_dots_mean_day_first() -> None:
    assert only("Signed on 05.06.2021 here.").value == "2021-06-05"


def test_a_datetime_counts_as_its_day() -> None:
    at = datetime(2021, 6, 16, 23, 59, tzinfo=UTC)
    assert find_dates("It rained today.", at) == find_dates("It rained today.", WEDNESDAY)


def test_the_anchor_is_named() -> None:
    assert only("It rained yesterday.").anchor_date == WEDNESDAY
    assert only("It rained on 3 May 2019.").anchor_date is None


def test_without_a_date_a_relative_expression_stays_open() -> None:
    mention = only("It rained on Monday.", None)
    assert (mention.value, mention.is_resolved, mention.start_date, mention.anchor_date) == (
        "XXXX-WXX-1",
        False,
        None,
        None,
    )


def test_without_a_date_the_article_itself_can_give_the_year() -> None:
    _, march = find_dates("He came on 3 May 2014 and left on 9 June.", None)
    assert (march.value, march.is_resolved, march.anchor_date) == ("2014-06-09", True, date(2014, 5, 3))


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("It closed in early May.", "START"),
        ("It closed in mid-May.", "MID"),
        ("It closed in late May.", "END"),
        ("It closed at the end of May.", "END"),
        ("It took about two years.", "APPROX"),
        ("It took more than two years.", "MORE_THAN"),
        ("It took less than two years.", "LESS_THAN"),
        ("It took at least two years.", "EQUAL_OR_MORE"),
        ("It took up to two years.", "EQUAL_OR_LESS"),
        ("It took two years.", None),
    ],
)
def test_modifiers(text: str, mod: str | None) -> None:
    assert only(text).mod == mod


@pytest.mark.parametrize(
    ("text", "granularity", "start", "end"),
    [
        ("It was on 5 May 2019.", "day", date(2019, 5, 5), date(2019, 5, 5)),
        ("It was last week.", "week", date(2021, 6, 7), date(2021, 6, 13)),
        ("It was last weekend.", "weekend", date(2021, 6, 12), date(2021, 6, 13)),
        ("It was in February 2020.", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("It was in the summer of 2019.", "season", date(2019, 6, 1), date(2019, 8, 31)),
        ("It was in the winter of 2019.", "season", date(2019, 12, 1), date(2020, 2, 29)),
        ("It was in Q3 2019.", "quarter", date(2019, 7, 1), date(2019, 9, 30)),
        ("It was in the second half of 2019.", "half", date(2019, 7, 1), date(2019, 12, 31)),
        ("It was in 2019.", "year", date(2019, 1, 1), date(2019, 12, 31)),
        ("It was in the 1990s.", "decade", date(1990, 1, 1), date(1999, 12, 31)),
        ("It was in the 19th century.", "century", date(1800, 1, 1), date(1899, 12, 31)),
        ("It was last night.", "part_of_day", date(2021, 6, 15), date(2021, 6, 15)),
        ("It was at 10:30 a.m. sharp.", "minute", date(2021, 6, 16), date(2021, 6, 16)),
    ],
)
def test_ranges_on_the_calendar(text: str, granularity: str, start: date, end: date) -> None:
    mention = only(text)
    assert (mention.granularity, mention.start_date, mention.end_date) == (granularity, start, end)
    assert mention.is_resolved


def test_durations_and_sets_have_no_place_on_the_calendar() -> None:
    duration, repeated = find_dates("It took two weeks every summer.", WEDNESDAY)
    assert (duration.timex_type, repeated.timex_type) == (TimexType.DURATION, TimexType.SET)
    assert duration.start_date is repeated.start_date is None


def test_years_outside_the_calendar_are_rejected() -> None:
    assert find_dates("In 3020 and 0999 and 99999 it was so.", WEDNESDAY) == []


def test_shifts_out_of_the_calendar_are_rejected() -> None:
    assert find_dates("It formed 900,000 years ago.", WEDNESDAY) == []


@pytest.mark.parametrize("published", [date(1000, 1, 1), date(2999, 12, 31)])
def test_anchors_at_the_edge_of_the_calendar(published: date) -> None:
    for mention in find_dates(
        "last week, next year, two centuries ago, this weekend, tomorrow night", published
    ):
        assert mention.start_date is None or mention.start_date.year <= 3000


@pytest.mark.parametrize(
    "text",
    [
        "9" * 1_000_000,
        "and " * 200_000,
        "two " * 100_000,
        "day " * 20_000,
        "the " * 100_000 + "day",
        "1999-" * 20_000,
        "twenty-" * 20_000 + "years",
        "of the " * 50_000,
        "'" * 100_000,
        "(" * 100_000,
        "May " * 20_000,
        "a.m. " * 20_000,
        "\n" * 200_000,
        "early " * 50_000 + "May",
    ],
    ids=lambda text: text[:12],
)
def test_adversarial_text_is_read_without_an_error(text: str) -> None:
    for mention in find_dates(text, WEDNESDAY):
        assert text[mention.start : mention.end] == mention.text
