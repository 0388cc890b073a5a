"""The cleaning must not fall below its pinned scores on the development set."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.eval_cleaning import load_scorer, predict
from tests.shared_data import shared
from training.cleaning.labels import iter_jsonl
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
