"""One row per temporal expression."""

from datetime import date

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import (
    between,
    holds,
    matches,
    one_of,
    ordered,
    raw_span,
    required,
    span,
    unique,
)
from transforms.codes import TimexType

FIRST, LAST = date(1000, 1, 1), date(2999, 12, 31)
TIMEX3_VALUE = (
    r"^(?:(?:PAST|PRESENT|FUTURE)_REF|P[0-9TXYMWDHSCELQ.NI]+|"
    r"(?:FY)?[0-9X]{2,4}(?:-[0-9A-ZX:+.-]+)?|T[0-9A-ZX:+.-]+)$"
)


def suite() -> list[Expectation]:
    """Dates have a TIMEX3 value and, where resolved, a possible range on the calendar."""
    return [
        *required("article_id", "text", "timex_type", "value", "is_resolved", "rule", "start", "end"),
        unique("article_id", "date_no"),
        one_of("timex_type", TimexType),
        matches("value", TIMEX3_VALUE, "a TIMEX3 value"),
        between("start_date", FIRST, LAST),
        between("end_date", FIRST, LAST),
        ordered("start_date", "end_date", may_be_equal=True),
        between("confidence", 0, 1),
        *span(),
        *raw_span(),
        between("sentence_no", 0),
        holds("is_faithful", "`text` is what stands between `start` and `end`"),
        holds("is_apart", "Expressions of an article do not overlap"),
        holds("article_is_known", "`article_id` is in `articles`"),
    ]
