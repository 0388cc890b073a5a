"""Cases as data: artefacts as found in the wild, text that only looks like one, and failures that we know of.

A case holds `text` and, unless it is a negative one, `clean`. `@1`, `@2` … in them stand for the paragraphs
of `paragraphs.json`. Optional: `kinds` (of the edits, white space aside), `metadata`, `outlet`, `title`,
`note`.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from transforms.cleaning import apply, clean_article
from transforms.codes import EditKind
from transforms.records import CleanArticle

CASES = Path(__file__).parent / "cases"
PARAGRAPHS = json.loads((CASES / "paragraphs.json").read_text("utf-8"))


def expand(text: str) -> str:
    return re.sub(r"@(\d)", lambda match: PARAGRAPHS[int(match[1]) - 1], text)


def load(folder: str, *marks: Any) -> list[Any]:
    found = []
    for path in sorted((CASES / folder).glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            case = json.loads(line)
            found.append(pytest.param(case, id=f"{path.stem}-{case.get('id', number)}", marks=marks))
    return found


def cleaned(case: dict[str, Any]) -> CleanArticle:
    raw = expand(case["text"])
    article = clean_article(raw, outlet=case.get("outlet"), title=case.get("title"))
    assert apply(raw, article.edits) == article.text
    return article


def check(case: dict[str, Any]) -> None:
    article = cleaned(case)
    assert article.text == expand(case["clean"])
    if "kinds" in case:
        assert [e.kind.value for e in article.edits if e.kind is not EditKind.WHITESPACE] == case["kinds"]
    for name, value in case.get("metadata", {}).items():
        found = getattr(article.metadata, name)
        if name == "published":
            found = found and (found.at.isoformat() if found.at else found.day.isoformat())
        assert (list(found) if isinstance(found, tuple) else found) == value, name


@pytest.mark.parametrize("case", load("in_the_wild"))
def test_artefact_is_removed_or_repaired(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.parametrize("case", load("negative"))
def test_lookalike_is_untouched(case: dict[str, Any]) -> None:
    article = cleaned(case)
    assert [edit for edit in article.edits if edit.kind is not EditKind.WHITESPACE] == []


@pytest.mark.parametrize("case", load("known_failures", pytest.mark.xfail(strict=True)))
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)
