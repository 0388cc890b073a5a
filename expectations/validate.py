"""Running the suites over a batch: which rows must stay out, and whether the tables may be published."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pyarrow as pa

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")

import great_expectations as gx
from great_expectations.core import ExpectationSuite
from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.data_context.types.base import ProgressBarsConfig

from expectations.frames import Tables, frame_of
from expectations.outcome import MAX_EXAMPLES, Check, RowFailure, Severity, ValidationOutcome, total
from expectations.suites import SUITES
from transforms.tables import SCHEMAS

MAX_EXAMPLE_CHARS = 80


class ExpectationError(RuntimeError):
    """An expectation raised instead of answering: a bug in the suite, never a property of the data."""


def validate_tables(tables: Mapping[str, pa.Table]) -> ValidationOutcome:
    """Validate the given tables of one batch, with their invariants across tables.

    The schema of each is compared with the contract first; a table that differs is a table error and its
    suite is not run. Rows that fail a critical expectation are row failures of their article; in a table
    without `article_id` they are table errors.

    Raises:
        ExpectationError: an expectation could not be computed.
    """
    wrong = {name: table for name, table in tables.items() if not table.schema.equals(SCHEMAS[name])}
    errors = tuple(f"{name}: its schema is not the contract's" for name in wrong)
    right = {name: table for name, table in tables.items() if name not in wrong}
    return total([ValidationOutcome(table_errors=errors), *(_validate(name, right) for name in right)])


def _validate(name: str, tables: Tables) -> ValidationOutcome:
    batch = _batch_definition(name).get_batch(batch_parameters={"dataframe": frame_of(name, tables)})
    result = batch.validate(
        _suite(name),
        result_format={
            "result_format": "COMPLETE",
            "unexpected_index_column_names": ["row"],
            "return_unexpected_index_query": False,
            "partial_unexpected_count": MAX_EXAMPLES,
        },
    )
    return total(_outcome(name, one, tables[name]) for one in result.results)


def _outcome(name: str, result: ExpectationValidationResult, table: pa.Table) -> ValidationOutcome:
    check = _check(name, result)
    if not check.failed or check.severity is not Severity.CRITICAL:
        return ValidationOutcome((check,))
    if "article_id" not in table.schema.names:
        return ValidationOutcome(
            (check,), table_errors=(f"{name}: {check.description}: {check.failed} rows do not",)
        )
    return ValidationOutcome((check,), tuple(_row_failures(name, check, result, table)))


def _row_failures(
    name: str, check: Check, result: ExpectationValidationResult, table: pa.Table
) -> Iterator[RowFailure]:
    rows = sorted({int(index["row"]) for index in result.result["unexpected_index_list"]})
    articles = table.column("article_id").to_pylist()
    for row in rows:
        yield RowFailure(name, row, articles[row] or "", f"{name}: {check.description}")


def _check(name: str, result: ExpectationValidationResult) -> Check:
    config: Any = result.expectation_config
    description = str(config.description)
    if result.exception_info.get("raised_exception"):
        raise ExpectationError(f"{name}: {description}: {result.exception_info.get('exception_message')}")
    outcome: dict[str, Any] = result.result
    return Check(
        table=name,
        expectation=str(config.type),
        description=description,
        severity=Severity(config.severity.value),
        checked=int(outcome.get("element_count", 0)),
        failed=int(outcome.get("unexpected_count", 0)),
        examples=tuple(_short(value) for value in outcome.get("partial_unexpected_list", [])),
    )


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= MAX_EXAMPLE_CHARS else text[: MAX_EXAMPLE_CHARS - 1] + "…"


@cache
def _suite(name: str) -> ExpectationSuite:
    return ExpectationSuite(name, expectations=SUITES[name]())


@cache
def _batch_definition(name: str) -> Any:
    source = _source()
    return source.add_dataframe_asset(name).add_batch_definition_whole_dataframe("batch")


@cache
def _source() -> Any:
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context.data_sources.add_pandas("copydesk")
