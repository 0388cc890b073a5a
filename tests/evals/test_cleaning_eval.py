"""The cleaning must not fall below its pinned scores on the development set and on the blind one."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.eval_cleaning import CORPUS, load_scorer, predict
from benchmarks.eval_cleaning_blind import LABELS, predictions
from tests.shared_data import shared
from training.cleaning.labels import iter_jsonl, load_labels
from transforms.cleaning import clean_article

FLOORS: dict[str, Any] = json.loads((Path(__file__).parent / "cleaning_floors.json").read_text("utf-8"))


@cache
def scores() -> dict[str, Any]:
    gold = shared("eval", "cleaning", "dev.jsonl")
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == FLOORS["sha256"], "another corpus: pin anew"
    docs = list(iter_jsonl(gold))
    found = {doc["id"]: predict(doc, clean_article(doc["text"])) for doc in docs}
    figures: dict[str, Any] = load_scorer().score(docs, found)[0]
    return figures


@pytest.mark.parametrize("name", FLOORS["scores"])
def test_no_score_falls_below_its_floor(name: str) -> None:
    assert scores()[name] >= FLOORS["scores"][name]


@pytest.mark.parametrize("kind", FLOORS["type_recall"])
def test_every_kind_is_still_found(kind: str) -> None:
    assert scores()["type_recall"][kind] >= FLOORS["type_recall"][kind]


def test_subheads_stay() -> None:
    assert scores()["type_recall"]["subhead"] <= FLOORS["subheads_removed"]


@cache
def blind_scores() -> dict[str, Any]:
    assert hashlib.sha256(LABELS.read_bytes()).hexdigest() == FLOORS["blind"]["sha256"], (
        "other labels: pin anew"
    )
    shared("data", "articles", "raw_news.jsonl.gz")
    docs = load_labels([LABELS], CORPUS)
    figures: dict[str, Any] = load_scorer().score(docs, predictions(docs, outlet=True))[0]
    return figures


@pytest.mark.parametrize("name", FLOORS["blind"]["scores"])
def test_no_score_on_articles_that_nobody_has_looked_at_falls_below_its_floor(name: str) -> None:
    assert blind_scores()[name] >= FLOORS["blind"]["scores"][name]
