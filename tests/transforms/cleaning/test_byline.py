"""Bylines, biographies and contacts: what is removed, what has to stay (cases/bylines.jsonl)."""

import pytest

from tests.transforms.cleaning.rules_on import Case, check, load


@pytest.mark.parametrize("case", load("bylines"))
def test_removes_exactly_the_artefacts(case: Case) -> None:
    check(case)
