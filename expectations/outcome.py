"""What a validation found: plain values that can be added up over batches and written to JSON."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

MAX_EXAMPLES = 5


class Severity(StrEnum):
    """What a failure means: a critical one keeps the row out, the others are reported."""

    CRITICAL = "critical"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation on one table: how many rows it looked at and how many failed it."""

    table: str
    expectation: str
    description: str
    severity: Severity
    checked: int
    failed: int
    examples: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Equal for the same expectation in another batch."""
        return (self.table, self.description)

    def __add__(self, other: "Check") -> "Check":
        return replace(
            self,
            checked=self.checked + other.checked,
            failed=self.failed + other.failed,
            examples=(self.examples + other.examples)[:MAX_EXAMPLES],
        )


@dataclass(frozen=True, slots=True)
class RowFailure:
    """A row that a critical expectation refuses. `row` is its position in the validated table."""

    table: str
    row: int
    article_id: str
    detail: str


@dataclass(frozen=True, slots=True)
class ValidationOutcome:
    """All checks of a validation, the rows to quarantine, and what is wrong with whole tables.

    `table_errors` are failures that no quarantined article would cure: a wrong schema, a table that must
    not be empty, a critical failure in a table whose rows belong to no article.
    """

    checks: tuple[Check, ...] = ()
    failures: tuple[RowFailure, ...] = ()
    table_errors: tuple[str, ...] = ()

    @property
    def success(self) -> bool:
        """Whether the tables may be published once the failing articles are taken out."""
        return not self.table_errors

    @property
    def failing_articles(self) -> dict[str, str]:
        """article_id → the first reason why it fails, in table order."""
        reasons: dict[str, str] = {}
        for failure in self.failures:
            reasons.setdefault(failure.article_id, failure.detail)
        return reasons

    def __add__(self, other: "ValidationOutcome") -> "ValidationOutcome":
        checks = {check.key: check for check in self.checks}
        for check in other.checks:
            checks[check.key] = checks[check.key] + check if check.key in checks else check
        return ValidationOutcome(
            tuple(checks.values()),
            self.failures + other.failures,
            self.table_errors + other.table_errors,
        )

    def to_dict(self) -> dict[str, Any]:
        """The outcome as JSON values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, value: dict[str, Any]) -> "ValidationOutcome":
        """The outcome that `to_dict` described.

        >>> outcome = ValidationOutcome(table_errors=("articles: empty",))
        >>> ValidationOutcome.from_dict(outcome.to_dict()) == outcome
        True
        """
        return cls(
            tuple(
                Check(
                    **{**check, "severity": Severity(check["severity"]), "examples": tuple(check["examples"])}
                )
                for check in value["checks"]
            ),
            tuple(RowFailure(**failure) for failure in value["failures"]),
            tuple(value["table_errors"]),
        )


def total(outcomes: Iterable[ValidationOutcome]) -> ValidationOutcome:
    """All outcomes as one.

    >>> total([]).success
    True
    """
    return sum(outcomes, ValidationOutcome())
