"""Related links, newsletters, adverts and appeals: what is removed, what has to stay (cases/promo.jsonl)."""

import pytest

from tests.transforms.cleaning.rules_on import Case, check, load


@pytest.mark.parametrize("case", load("promo"))
def test_removes_exactly_the_artefacts(case: Case) -> None:
    check(case)
