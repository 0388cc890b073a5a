"""The date tagger must not fall below its pinned scores on the development sets."""

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.shared_data import shared

ROOT = Path(__file__).resolve().parents[2]
FLOORS: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "dates_floors.json").read_text("utf-8")
)


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("eval_dates", ROOT / "benchmarks" / "eval_dates.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FLOORS)
def test_scores_stay_above_their_floors(name: str) -> None:
    folder = shared("eval", "dates")
    gold = folder / f"{name}.jsonl.gz"
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == FLOORS[name]["sha256"], "another corpus: pin anew"
    module = benchmark()
    result = module.score(name, folder, module.load_scorer(folder))
    for part, floors in FLOORS[name]["f1"].items():
        for metric, floor in floors.items():
            assert 100 * result[part][metric]["f1"] >= floor, f"{part} {metric}"
