"""Score the entity pipeline on labelled sets with the shared scorer.

    python benchmarks/eval_entities.py [--model NAME_OR_PATH] [--sets dev publictest.gum_news ...] [--labels]

The sets and the scorer lie outside the repository (`COPYDESK_SHARED`, by default `../shared`). Printed:
strict span and label F1 (micro, seven labels) of the model alone and of model and rules, leading articles and
trailing possessives ignored on both sides. Regions that a source leaves open (`missing`) count neither way.
"""

import argparse
import contextlib
import gzip
import importlib.util
import io
import json
import os
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from spacy.language import Language

from transforms.entities.labels import LABELS
from transforms.entities.pipeline import build_pipeline

REPOSITORY: Final = Path(__file__).resolve().parent.parent
SETS: Final = ("dev", "publictest.gum_news", "publictest.pud_news")
SCORED: Final = "PERSON,NORP,ORG,GPE,LOC,FAC,EVENT"
RULES: Final = ("copydesk_entity_rules", "copydesk_entity_resolver", "copydesk_dates")

Row = dict[str, Any]


def shared_folder() -> Path:
    """Where the labelled sets and their scorer lie."""
    return Path(os.environ.get("COPYDESK_SHARED", REPOSITORY.parent / "shared"))


def load_scorer(folder: Path) -> ModuleType:
    """The shared scorer, as a module."""
    path = folder / "eval" / "entities" / "score_ner.py"
    spec = importlib.util.spec_from_file_location("score_ner", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_set(folder: Path, name: str) -> list[Row]:
    """The documents of a set, with its open regions where the scorer looks for them."""
    with gzip.open(folder / "data" / "ner" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows: list[Row] = [json.loads(line) for line in lines]
    return [{**row, "ignore": row.get("missing", [])} for row in rows]


def predict(nlp: Language, rows: list[Row], *, rules: bool) -> list[Row]:
    """The entities of each document, by the model alone or with the rules."""
    disabled = [] if rules else [name for name in RULES if name in nlp.pipe_names]
    with nlp.select_pipes(disable=disabled), nlp.memory_zone():
        return [
            {
                "id": row["id"],
                "spans": [[e.start_char, e.end_char, e.label_] for e in doc.ents if e.label_ in LABELS],
            }
            for row, doc in zip(rows, nlp.pipe((row["text"] for row in rows), batch_size=8), strict=True)
        ]


def score(scorer: ModuleType, gold: list[Row], predicted: list[Row]) -> Row:
    """Precision, recall and F1 by label and over all, in per cent."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: Path(folder) / name for name in ("gold", "pred", "out")}
        for name, rows in (("gold", gold), ("pred", predicted)):
            paths[name].write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        options = ["--strip", "--labels", SCORED, "--json", str(paths["out"])]
        with contextlib.redirect_stdout(io.StringIO()):
            scorer.main([str(paths["gold"]), str(paths["pred"]), *options])
        out: Row = json.loads(paths["out"].read_text("utf-8"))
    return {"all": _percent(out["micro"])} | {label: _percent(row) for label, row in out["labels"].items()}


def _percent(row: Row) -> dict[str, float]:
    return {key: round(100 * row[key], 1) for key in ("p", "r", "f1")}


def main() -> None:
    """Print one line a set, and one a label if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model")
    parser.add_argument("--sets", nargs="+", default=SETS)
    parser.add_argument("--labels", action="store_true")
    arguments = parser.parse_args()
    folder = shared_folder()
    scorer, nlp = load_scorer(folder), build_pipeline(arguments.model)
    for name in arguments.sets:
        gold = read_set(folder, name)
        bare = score(scorer, gold, predict(nlp, gold, rules=False))
        full = score(scorer, gold, predict(nlp, gold, rules=True))
        print(f"{name:<22} model {bare['all']['f1']:.1f}   model and rules {full['all']}")
        if arguments.labels:
            for label, row in full.items():
                print(f"    {label:<8} {row}")


if __name__ == "__main__":
    main()
