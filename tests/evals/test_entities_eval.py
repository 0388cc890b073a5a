"""The entity pipeline must not fall below its pinned scores on the public test sets."""

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from spacy.language import Language

from tests.shared_data import shared
from transforms.entities.loader import SHIPPED
from transforms.entities.pipeline import build_pipeline

ROOT = Path(__file__).resolve().parents[2]
FLOORS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "entities_floors.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("eval_entities", ROOT / "benchmarks" / "eval_entities.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def nlp() -> Language:
    if not SHIPPED.exists():
        pytest.skip("the shipped model is not there")
    return build_pipeline()


@pytest.mark.parametrize("name", FLOORS)
def test_scores_stay_above_their_floors(name: str, benchmark: ModuleType, nlp: Language) -> None:
    gold_file = shared("data", "ner", f"{name}.jsonl.gz")
    assert hashlib.sha256(gold_file.read_bytes()).hexdigest() == FLOORS[name]["sha256"], (
        "another corpus: pin anew"
    )
    folder = gold_file.parents[2]
    gold = benchmark.read_set(folder, name)
    result = benchmark.score(benchmark.load_scorer(folder), gold, benchmark.predict(nlp, gold, rules=True))
    for label, floor in FLOORS[name]["f1"].items():
        assert result[label]["f1"] >= floor, label
