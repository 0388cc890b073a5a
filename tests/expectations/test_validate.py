from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from expectations.outcome import Severity, ValidationOutcome
from expectations.suites import SUITES
from expectations.validate import validate_tables
from transforms.tables import CONTRACT, SCHEMAS

Batch = dict[str, list[dict[str, Any]]]
ToTables = Callable[[Batch], dict[str, pa.Table]]


def test_every_table_of_the_contract_has_a_suite() -> None:
    assert list(SUITES) == list(CONTRACT)


def test_a_valid_batch_passes_every_expectation(batch: Batch, tables: ToTables) -> None:
    outcome = validate_tables(tables(batch))
    assert outcome.success
    assert [check for check in outcome.checks if check.failed] == []
    assert {check.table for check in outcome.checks} == set(CONTRACT)


def test_empty_tables_pass(tables: ToTables) -> None:
    outcome = validate_tables(tables({name: [] for name in CONTRACT}))
    assert (outcome.success, outcome.failures) == (True, ())


BROKEN: list[tuple[str, str, object, str]] = [
    ("articles", "text", "Something else.", "character for character"),
    ("articles", "mention_count", 3, "equal the rows"),
    ("articles", "published_precision", None, "precision and source"),
    ("articles", "published_precision", "hourly", "is one of"),
    ("articles", "raw_sha256", "abc", "SHA-256"),
    ("articles", "dateline_country", "Germany", "alpha-2"),
    ("articles", "duplicate_of", "a0", "come together"),
    ("raw_articles", "source_bytes", 0, "at least 1"),
    ("edits", "kind", "advert", "is one of"),
    ("edits", "raw_text", " © AP", "what stands between"),
    ("edits", "raw_end", 16, "what stands between"),
    ("edits", "replacement", "x", "A removal has"),
    ("edits", "edit_no", 5, "do not overlap"),
    ("edits", "rule", "Credit Agency", "rule id"),
    ("edits", "confidence", 1.5, "from 0 to 1"),
    ("paragraphs", "kind", "caption", "is one of"),
    ("paragraphs", "text", "Mill reopens ", "free of space"),
    ("mentions", "text", "Anna Lee", "what stands between"),
    ("mentions", "label", "PER", "is one of"),
    ("mentions", "start", -1, "at least 0"),
    ("mentions", "entity_id", "e9", "is in `entities`"),
    ("mentions", "article_id", "a9", "is in `articles`"),
    ("dates", "value", "Monday", "TIMEX3"),
    ("dates", "end_date", date(2024, 5, 5), "at most"),
    ("dates", "start_date", date(999, 1, 1), "1000-01-01"),
    ("dates", "timex_type", "EVENT", "is one of"),
]


@pytest.mark.parametrize(("table", "column", "value", "reason"), BROKEN)
def test_a_broken_row_is_quarantined_with_its_reason(
    batch: Batch, tables: ToTables, table: str, column: str, value: object, reason: str
) -> None:
    batch[table][0][column] = value
    outcome = validate_tables(tables(batch))
    assert outcome.success
    assert any(f.table == table and f.row == 0 and reason in f.detail for f in outcome.failures)
    assert outcome.failing_articles


def test_rows_that_share_a_key_are_refused(batch: Batch, tables: ToTables) -> None:
    batch["mentions"].append(dict(batch["mentions"][0]))
    outcome = validate_tables(tables(batch))
    assert any("No two rows share" in failure.detail for failure in outcome.failures)


def test_a_failing_row_without_an_article_is_a_table_error(batch: Batch, tables: ToTables) -> None:
    batch["entities"][0]["latitude"] = 91.0
    outcome = validate_tables(tables(batch))
    assert not outcome.success
    assert "latitude" in outcome.table_errors[0]


def test_a_run_that_loses_a_record_is_a_table_error(batch: Batch, tables: ToTables) -> None:
    batch["runs"][0]["records_seen"] = 3
    assert any("records_seen" in error for error in validate_tables(tables(batch)).table_errors)


def test_a_table_with_another_schema_is_a_table_error(batch: Batch, tables: ToTables) -> None:
    wrong = tables(batch)
    wrong["entities"] = wrong["entities"].drop_columns(["aliases"])
    outcome = validate_tables(wrong)
    assert outcome.table_errors == ("entities: its schema is not the contract's",)


def test_a_warning_is_reported_but_keeps_the_row(batch: Batch, tables: ToTables) -> None:
    batch["articles"][0]["published_date"] = date(2998, 1, 1)
    outcome = validate_tables(tables(batch))
    assert (outcome.success, outcome.failures) == (True, ())
    assert [check.severity for check in outcome.checks if check.failed] == [Severity.WARNING]


def test_outcomes_of_batches_add_up_and_survive_json(batch: Batch, tables: ToTables) -> None:
    one = validate_tables(tables(batch))
    batch["dates"][0]["confidence"] = 2.0
    both = one + validate_tables(tables(batch))
    check = next(c for c in both.checks if c.table == "dates" and "`confidence`" in c.description)
    assert (check.checked, check.failed, check.examples) == (2, 1, ("2.0",))
    assert ValidationOutcome.from_dict(both.to_dict()) == both


def test_schemas_describe_every_column() -> None:
    for schema in SCHEMAS.values():
        assert all(field.metadata[b"description"] for field in schema)
