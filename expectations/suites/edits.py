"""One row per span removed or replaced."""

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import between, holds, matches, one_of, raw_span, required, unique
from transforms.codes import EditAction, EditKind


def suite() -> list[Expectation]:
    """Edits are typed, faithful to the raw text, in order, and free of overlap."""
    return [
        *required("article_id", "kind", "action", "raw_start", "raw_end", "raw_text", "replacement", "rule"),
        unique("article_id", "edit_no"),
        one_of("kind", EditKind),
        one_of("action", EditAction),
        *raw_span(may_be_empty=True),
        holds("is_faithful", "`raw_text` is what stands between `raw_start` and `raw_end`"),
        holds("is_in_order", "Edits of an article are numbered in text order and do not overlap"),
        holds("action_agrees", "A removal has an empty `replacement`, a replacement does not"),
        matches("rule", r"^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$", "a rule id such as credit.agency"),
        between("confidence", 0, 1),
        holds("article_is_known", "`article_id` is in `articles`"),
    ]
