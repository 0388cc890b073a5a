"""One row per run."""

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import between, holds, one_of, ordered, required, unique

STATUSES = ("completed", "failed", "unfinished")


def suite() -> list[Expectation]:
    """Runs account for every record they saw."""
    return [
        *required("run_id", "started_at", "status", "source", "settings_json", "pipeline_version", "model"),
        unique("run_id"),
        one_of("status", STATUSES),
        ordered("started_at", "finished_at", may_be_equal=True),
        between("files_seen", 0),
        between("seconds", 0),
        holds("is_accounted", "A completed run has `records_seen` = new + changed + unchanged + rejects"),
    ]
