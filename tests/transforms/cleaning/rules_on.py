"""Running the rules on case texts: paragraphs of prose stand in for `§1`, `§2`, …"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from transforms.cleaning.document import Document, Span
from transforms.cleaning.engine import FOLLOWERS, RULES, resolve
from transforms.cleaning.document import Found
from transforms.cleaning.guards import guard

CASES = Path(__file__).parent / "cases"
PROSE = {
    "§1b": "Nobody was hurt, but the quay will stay closed for a month, and the fish market has to move uphill.",
    "§2b": "The council meets again next week, and the dockers have asked for a seat at the table before then.",
    "§1": "The crane fell onto the quay shortly before noon, and the port was closed until the next morning.",
    "§2": "Engineers had asked for repairs in the spring, but the city did not find the money, the report says.",
}


@dataclass(frozen=True)
class Case:
    """A text and what has to be removed from it, in order; `data` are values read out of the removed spans."""

    family: str
    why: str
    text: str
    remove: tuple[str, ...]
    data: dict[str, list[str]] = field(default_factory=dict)


def load(name: str) -> list[Any]:
    """The cases of one file as parameters; known failures as strict expected failures."""
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_parameter(json.loads(line)) for line in lines]


def _parameter(row: dict[str, Any]) -> Any:
    text = row["text"]
    for mark, prose in PROSE.items():
        text = text.replace(mark, prose)
    case = Case(row["family"], row["why"], text, tuple(row["remove"]), row.get("data", {}))
    marks = [pytest.mark.xfail(strict=True, reason=case.why)] if case.family == "known_failures" else []
    return pytest.param(case, id=f"{case.family}: {case.why}", marks=marks)


def spans_of(text: str) -> list[Span]:
    """What the rules and blocks remove from a text (no classifier, no outlet memory)."""
    document = Document(text)
    found = Found(document)
    for entry in RULES:
        found.extend(tuple(entry.rule(document)))
    for _, follower in FOLLOWERS:
        found.extend(tuple(follower(document, found)))
    return guard(document, resolve(document, found.spans))


def check(case: Case) -> None:
    """Assert that exactly the named passages are removed, white space aside, and their values read."""
    spans = spans_of(case.text)
    removed = "".join(case.text[span.start : span.end] for span in spans)
    assert "".join(removed.split()) == "".join("".join(case.remove).split())
    for key, values in case.data.items():
        assert [value for span in spans for name, value in span.data if name == key] == values
