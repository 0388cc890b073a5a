"""One row per entity over the whole dataset."""

from great_expectations.expectations.expectation import Expectation

from expectations.suites.common import COUNTRY_CODE, between, matches, one_of, ordered, required, unique
from transforms.codes import Label


def suite() -> list[Expectation]:
    """Entities are named and labelled, and lie somewhere on Earth."""
    return [
        *required("entity_id", "name", "label"),
        unique("entity_id"),
        one_of("label", Label),
        matches("country_code", COUNTRY_CODE, "an ISO 3166-1 alpha-2 code"),
        between("latitude", -90, 90),
        between("longitude", -180, 180),
        between("mention_count", 1),
        between("article_count", 1),
        ordered("article_count", "mention_count", may_be_equal=True),
        ordered("first_published", "last_published", may_be_equal=True),
    ]
