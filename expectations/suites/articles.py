"""One row per article."""

from datetime import date

from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.metadata_types import FailureSeverity

from expectations.suites.common import COUNTRY_CODE, SHA256, between, holds, matches, one_of, required, unique
from transforms.codes import DuplicateKind, Precision, PublishedSource


def suite() -> list[Expectation]:
    """Keys, ranges, and the invariants that tie an article to its raw text and edits."""
    return [
        *required("article_id", "source_file", "text", "raw_sha256", "text_sha256", "run_id", "batch_id"),
        unique("article_id"),
        unique("source_file", "source_record"),
        between("source_record", 0),
        matches("raw_sha256", SHA256, "a SHA-256 in hexadecimal"),
        matches("text_sha256", SHA256, "a SHA-256 in hexadecimal"),
        matches("language", r"^[a-z]{2,3}$", "an ISO 639 code"),
        between("language_confidence", 0, 1),
        one_of("published_precision", Precision),
        one_of("published_source", PublishedSource),
        between("published_date", date(1000, 1, 1), date(2999, 12, 31)),
        holds("published_is_complete", "A publication date comes with its precision and source"),
        holds("published_is_past", "`published_date` is not in the future", FailureSeverity.WARNING),
        matches("dateline_country", COUNTRY_CODE, "an ISO 3166-1 alpha-2 code"),
        between("word_count", 1, severity=FailureSeverity.WARNING),
        *(between(f"{what}_count", 0) for what in ("word", "sentence", "paragraph", "mention", "date")),
        between("raw_chars", 1),
        between("removed_chars", 0),
        between("repaired_chars", 0),
        holds(
            "is_lossless", "The edits applied to the raw text give the clean text, character for character"
        ),
        holds("raw_is_known", "The article has its row in `raw_articles`"),
        holds("counts_agree", "`mention_count`, `date_count` and `paragraph_count` equal the rows there are"),
        one_of("duplicate_kind", DuplicateKind),
        between("duplicate_similarity", 0, 1),
        holds(
            "duplicate_is_complete", "`duplicate_of`, its kind and similarity come together, never of itself"
        ),
        holds("keeps_most", "At least a fifth of the raw text is kept", FailureSeverity.WARNING),
    ]
