"""One suite per table of the data contract."""

from collections.abc import Callable

from great_expectations.expectations.expectation import Expectation

from expectations.suites import (
    articles,
    dates,
    edits,
    entities,
    mentions,
    paragraphs,
    raw_articles,
    rejects,
    runs,
)

SUITES: dict[str, Callable[[], list[Expectation]]] = {
    "articles": articles.suite,
    "raw_articles": raw_articles.suite,
    "edits": edits.suite,
    "paragraphs": paragraphs.suite,
    "mentions": mentions.suite,
    "entities": entities.suite,
    "dates": dates.suite,
    "rejects": rejects.suite,
    "runs": runs.suite,
}
"""Table name → its suite, in the order of the contract."""
