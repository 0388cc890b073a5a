"""One row per entity mention."""

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import (
    TRIMMED,
    between,
    holds,
    matches,
    one_of,
    raw_span,
    required,
    span,
    unique,
)
from transforms.codes import Label, MentionSource


def suite() -> list[Expectation]:
    """Mentions are labelled, stand where they say, and name an entity of the dataset."""
    return [
        *required("article_id", "entity_id", "label", "text", "start", "end", "sentence_no", "source"),
        unique("article_id", "mention_no"),
        one_of("label", Label),
        one_of("source", MentionSource),
        *span(),
        *raw_span(),
        between("sentence_no", 0),
        matches("text", TRIMMED, "free of space at either end"),
        holds("is_faithful", "`text` is what stands between `start` and `end`"),
        holds("is_apart", "Mentions of an article do not overlap"),
        holds("article_is_known", "`article_id` is in `articles`"),
        holds("entity_is_known", "`entity_id` is in `entities`"),
    ]
