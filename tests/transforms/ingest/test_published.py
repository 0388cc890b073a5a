from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.codes import Precision
from transforms.ingest.published import parse_published, published_from_url

MARCH_21 = date(2023, 3, 21)


@pytest.mark.parametrize(
    "value",
    [
        "2023-03-21", "20230321", "2023/03/21", "2023.3.21", "21.03.2023", "03/21/2023", "21/03/2023",
        "March 21, 2023", "Mar. 21 2023", "21 March 2023", "21st of March 2023".replace(" of", ""),
        "Tuesday, March 21, 2023", "Tue 21 Mar 2023", "2023-03-21T00:00:00Z", "2023-03-21 00:00:00",
        "Tue, 21 Mar 2023 00:00:00 GMT", 1679356800, "1679356800000",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_spelling(value: object) -> None:
    found = parse_published(value)
    assert found is not None
    assert (found.day, found.precision, found.at) == (MARCH_21, Precision.DAY, None)


@pytest.mark.parametrize(
    "value",
    [
        "2023-03-21T18:05Z", "2023-03-21 18:05", "2023-03-21T19:05+01:00", "March 21, 2023 at 6:05 pm",
        "21 March 2023, 18:05", "21.03.2023 18:05 UTC", "2023/03/21 18:05",
    ],
)  # fmt: skip
def test_a_minute_is_read_and_put_in_utc(value: str) -> None:
    found = parse_published(value)
    assert found is not None
    assert found.at == datetime(2023, 3, 21, 18, 5, tzinfo=UTC)
    assert found.precision is Precision.MINUTE


def test_seconds_are_seconds() -> None:
    for value in ("2023-03-21T18:05:09Z", "Tue, 21 Mar 2023 14:05:09 -0400", 1679421909):
        found = parse_published(value)
        assert found is not None
        assert (found.at, found.precision) == (datetime(2023, 3, 21, 18, 5, 9, tzinfo=UTC), Precision.SECOND)


def test_the_day_is_the_one_in_the_zone_given() -> None:
    found = parse_published("2023-03-21T23:30:00-05:00")
    assert found is not None
    assert found.day == MARCH_21
    assert found.at == datetime(2023, 3, 22, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        ("2023-03", date(2023, 3, 1), Precision.MONTH),
        ("March 2023", date(2023, 3, 1), Precision.MONTH),
        ("2023", date(2023, 1, 1), Precision.YEAR),
        (2023, date(2023, 1, 1), Precision.YEAR),
    ],
)
def test_coarse_dates_keep_their_precision(value: object, day: date, precision: Precision) -> None:
    found = parse_published(value)
    assert found is not None
    assert (found.day, found.precision) == (day, precision)


def test_day_first_decides_ambiguous_dates_only() -> None:
    days = [parse_published(v, day_first=f) for v in ("03/04/2023", "25/04/2023") for f in (False, True)]
    assert [found and (found.day.day, found.day.month) for found in days] == [
        (4, 3),
        (3, 4),
        (25, 4),
        (25, 4),
    ]


@pytest.mark.parametrize(
    "value",
    ["", "   ", "yesterday", "0001-01-01", "9999-12-31", "2023-02-30", "13/13/2023", None, True, [], {},
     "Smarch 3, 2023", float("nan"), float("inf"), "2023-13", 99999999999999999, "x" * 500],
)  # fmt: skip
def test_what_is_no_date_gives_none(value: object) -> None:
    assert parse_published(value) is None


@given(st.one_of(st.text(max_size=70), st.floats(), st.integers()))
def test_no_value_makes_it_raise(value: object) -> None:
    found = parse_published(value)
    assert found is None or 1000 <= found.day.year <= 2999


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://gull.example/2023/03/21/rain", MARCH_21),
        ("https://gull.example/news/2023-03-21-rain.html", MARCH_21),
        ("https://gull.example/2023/13/45/rain", None),
        ("https://gull.example/rain-2023", None),
        (None, None),
    ],
)
def test_the_day_is_read_from_an_address(url: str | None, day: date | None) -> None:
    found = published_from_url(url)
    assert (found and found.day) == day
