"""The vocabulary the suites are written in: described constructors of Great Expectations' own classes."""

from collections.abc import Iterable
from datetime import date

import great_expectations.expectations as gxe
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity

SHA256 = r"^[0-9a-f]{64}$"
COUNTRY_CODE = r"^[A-Z]{2}$"
TRIMMED = r"^\S(?:[\s\S]*\S)?$"


def required(*columns: str) -> list[Expectation]:
    """Never null."""
    return [
        gxe.ExpectColumnValuesToNotBeNull(
            column=column, severity=FailureSeverity.CRITICAL, description=f"`{column}` is never null"
        )
        for column in columns
    ]


def unique(*columns: str) -> Expectation:
    """No two rows share the values of `columns`."""
    names = ", ".join(f"`{column}`" for column in columns)
    description = f"No two rows share {names}"
    if len(columns) == 1:
        return gxe.ExpectColumnValuesToBeUnique(
            column=columns[0], severity=FailureSeverity.CRITICAL, description=description
        )
    return gxe.ExpectCompoundColumnsToBeUnique(
        column_list=list(columns), severity=FailureSeverity.CRITICAL, description=description
    )


def one_of(column: str, values: Iterable[str]) -> Expectation:
    """Null or one of `values`."""
    allowed = [str(value) for value in values]
    return gxe.ExpectColumnValuesToBeInSet(
        column=column,
        value_set=allowed,
        severity=FailureSeverity.CRITICAL,
        description=f"`{column}` is one of {', '.join(allowed)}",
    )


def matches(
    column: str, regex: str, what: str, severity: FailureSeverity = FailureSeverity.CRITICAL
) -> Expectation:
    """Null or matching `regex`, which `what` puts in words."""
    return gxe.ExpectColumnValuesToMatchRegex(
        column=column, regex=regex, severity=severity, description=f"`{column}` is {what}"
    )


def between(
    column: str,
    low: float | date | None = None,
    high: float | date | None = None,
    severity: FailureSeverity = FailureSeverity.CRITICAL,
) -> Expectation:
    """Null or within the bounds, inclusive."""
    bounds = (
        f"at least {low}" if high is None else f"at most {high}" if low is None else f"from {low} to {high}"
    )
    return gxe.ExpectColumnValuesToBeBetween(
        column=column,
        min_value=low,
        max_value=high,
        severity=severity,
        description=f"`{column}` is {bounds}",
    )


def ordered(low: str, high: str, *, may_be_equal: bool = False) -> Expectation:
    """`low` comes before `high` wherever both are there."""
    return gxe.ExpectColumnPairValuesAToBeGreaterThanB(
        column_A=high,
        column_B=low,
        or_equal=may_be_equal,
        ignore_row_if="either_value_is_missing",
        severity=FailureSeverity.CRITICAL,
        description=f"`{low}` is {'at most' if may_be_equal else 'less than'} `{high}`",
    )


def holds(column: str, description: str, severity: FailureSeverity = FailureSeverity.CRITICAL) -> Expectation:
    """A derived boolean column (see `expectations.frames`) is true in every row."""
    return gxe.ExpectColumnValuesToBeInSet(
        column=column, value_set=[True], severity=severity, description=description
    )


def span() -> list[Expectation]:
    """Offsets of a span of the clean text."""
    return [between("start", 0), ordered("start", "end")]


def raw_span(*, may_be_empty: bool = False) -> list[Expectation]:
    """Offsets of a span of the raw text, where there is one."""
    return [between("raw_start", 0), ordered("raw_start", "raw_end", may_be_equal=may_be_empty)]
