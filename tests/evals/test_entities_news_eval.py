"""Countries and people by article, and the spans of the labelled news, must not fall below their floors."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.eval_entities_news import find_mentions, measure, measure_spans, read_articles
from tests.shared_data import shared
from transforms.entities.pipeline import build_pipeline
from transforms.records import Mention

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).parent / "entities_news_floors.json").read_text("utf-8")
)

Found = tuple[list[dict[str, Any]], list[tuple[Mention, ...]]]


@pytest.fixture(scope="module")
def found() -> Found:
    shared("data", "articles", "raw_news.jsonl.gz")
    articles = read_articles()
    return articles, find_mentions(build_pipeline(), articles)


@pytest.mark.parametrize("part", ["countries", "people"])
def test_what_readers_count_stays_above_its_floor(part: str, found: Found) -> None:
    assert measure(*found)[part]["f1"] >= FLOORS[part]["f1"]


def test_spans_stay_above_their_floors(found: Found) -> None:
    shared("eval", "entities", "score_ner.py")
    result = measure_spans(*found)
    for label, floor in FLOORS["spans"].items():
        assert result[label]["f1"] >= floor, label
