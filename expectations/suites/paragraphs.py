"""One row per paragraph of the clean text."""

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import TRIMMED, holds, matches, one_of, required, span, unique
from transforms.codes import ParagraphKind


def suite() -> list[Expectation]:
    """Paragraphs are typed, trimmed, and stand where they say."""
    return [
        *required("article_id", "kind", "start", "end", "text"),
        unique("article_id", "paragraph_no"),
        one_of("kind", ParagraphKind),
        *span(),
        matches("text", TRIMMED, "free of space at either end"),
        holds("is_faithful", "`text` is what stands between `start` and `end`"),
        holds("article_is_known", "`article_id` is in `articles`"),
    ]
