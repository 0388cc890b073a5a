"""Countries and people by article, and the spans of the labelled news, must not fall below their floors."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.eval_entities_news import BLIND, LABELS, find_mentions, measure, measure_spans, read_articles
from tests.shared_data import shared
from transforms.entities.pipeline import build_pipeline
from transforms.records import Mention

FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads(
    (Path(__file__).parent / "entities_news_floors.json").read_text("utf-8")
)

SETS = {"chosen_by": LABELS, "blind": BLIND}

Found = tuple[str, list[dict[str, Any]], list[tuple[Mention, ...]]]


@pytest.fixture(scope="module", params=SETS)
def found(request: pytest.FixtureRequest) -> Found:
    shared("data", "articles", "raw_news.jsonl.gz")
    articles = read_articles(SETS[request.param])
    return request.param, articles, find_mentions(build_pipeline(), articles)


@pytest.mark.parametrize("part", ["countries", "people"])
def test_what_readers_count_stays_above_its_floor(part: str, found: Found) -> None:
    name, articles, mentions = found
    assert measure(articles, mentions)[part]["f1"] >= FLOORS[name][part]["f1"]


def test_spans_stay_above_their_floors(found: Found) -> None:
    name, articles, mentions = found
    shared("eval", "entities", "score_ner.py")
    result = measure_spans(articles, mentions)
    for label, floor in FLOORS[name]["spans"].items():
        assert result[label]["f1"] >= floor, label
