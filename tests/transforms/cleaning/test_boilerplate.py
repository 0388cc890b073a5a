"""Rights, disclaimers, page furniture and pull quotes: what is removed, what has to stay (cases/boilerplate.jsonl)."""

import pytest

from tests.transforms.cleaning.rules_on import Case, check, load


@pytest.mark.parametrize("case", load("boilerplate"))
def test_removes_exactly_the_artefacts(case: Case) -> None:
    check(case)
