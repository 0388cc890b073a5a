"""One row per article: its raw text."""

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import between, holds, required, unique


def suite() -> list[Expectation]:
    """The raw text is there, and belongs to an article."""
    return [
        *required("article_id", "raw_text", "encoding", "run_id"),
        unique("article_id"),
        between("source_bytes", 1),
        holds("article_is_known", "`article_id` is in `articles`"),
    ]
