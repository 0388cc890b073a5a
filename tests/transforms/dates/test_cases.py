"""Every expected expression of the case files, by family: `published` is absent where no date is known."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from transforms.dates import find_dates

CASES = Path(__file__).parent / "cases"
FAMILIES = (
    "calendar_dates",
    "open_dates",
    "relative",
    "durations",
    "sets",
    "times",
    "unresolved",
    "negative",
)


def read(family: str) -> list[dict[str, Any]]:
    lines = (CASES / f"{family}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def found(case: dict[str, Any]) -> list[dict[str, str]]:
    published = date.fromisoformat(case["published"]) if "published" in case else None
    return [
        {"text": mention.text, "type": str(mention.timex_type), "value": mention.value}
        for mention in find_dates(case["text"], published)
    ]


@pytest.mark.parametrize("family", FAMILIES)
def test_no_text_stands_twice_in_a_family(family: str) -> None:
    texts = [case["text"] for case in read(family)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    "case", [case for family in FAMILIES for case in read(family)], ids=lambda case: case["text"]
)
def test_finds_exactly_the_expected_expressions(case: dict[str, Any]) -> None:
    assert found(case) == case["expected"]


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=pytest.mark.xfail(reason=case["reason"])) for case in read("known_failures")],
    ids=lambda case: case["text"],
)
def test_known_failures(case: dict[str, Any]) -> None:
    assert found(case) == case["expected"]
