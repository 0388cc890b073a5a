"""One row per record that did not get in."""

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import SHA256, between, matches, one_of, required
from transforms.codes import RejectReason, Stage


def suite() -> list[Expectation]:
    """Every reject says where, why, and in which run."""
    return [
        *required("source_file", "source_record", "stage", "reason", "detail", "run_id", "rejected_at"),
        between("source_record", 0),
        one_of("stage", Stage),
        one_of("reason", RejectReason),
        matches("raw_sha256", SHA256, "a SHA-256 in hexadecimal"),
    ]
