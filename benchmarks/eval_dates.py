"""Score `find_dates` on the development sets with the shared scorer.

    python benchmarks/eval_dates.py [--errors FOLDER] [--ci] [--rules]

The sets and the scorer lie outside the repository (`COPYDESK_SHARED`, by default `../shared`). MEANTIME is
scored with its creation dates, WikiWars without any, since its articles tell of the past.
"""

import argparse
import gzip
import importlib.util
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from transforms.dates import find_dates

REPOSITORY: Final = Path(__file__).resolve().parent.parent
SETS: Final = {"meantime_en": True, "wikiwars_en": False}


def eval_folder() -> Path:
    """Where the labelled sets and their scorer lie."""
    return Path(os.environ.get("COPYDESK_SHARED", REPOSITORY.parent / "shared")) / "eval" / "dates"


def load_scorer(folder: Path) -> ModuleType:
    """The shared scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score_dates", folder / "score_dates.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score_dates.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_set(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def creation_date(text: str) -> date:
    """The creation date of a document; one of MEANTIME's is written day first."""
    if text[2] == "-":
        day, month, year = text.split("-")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(text[:10])


def predict(document: dict[str, Any], *, dated: bool) -> list[dict[str, Any]]:
    """The expressions found in one document, as the scorer reads them."""
    published = creation_date(document["dct"]) if dated else None
    return [
        {
            "start": found.start,
            "end": found.end,
            "type": str(found.timex_type),
            "value": found.value,
            "rule": found.rule,
        }
        for found in find_dates(document["text"], published)
    ]


def score(name: str, folder: Path, scorer: ModuleType, errors: Path | None = None) -> dict[str, Any]:
    """The metrics of one set: over all expressions and over those on the calendar."""
    documents = list(read_set(folder / f"{name}.jsonl.gz"))
    predicted = {document["id"]: predict(document, dated=SETS[name]) for document in documents}
    if errors is not None:
        rows = scorer.errors(documents, predicted)
        text = "\n".join("\t".join(str(cell) for cell in row) for row in rows)
        (errors / f"{name}.tsv").write_text(text, encoding="utf-8")
    counts = [scorer.count_doc(document["timexes"], predicted[document["id"]]) for document in documents]
    calendar = [
        scorer.count_doc(document["timexes"], predicted[document["id"]], scorer.is_calendar)
        for document in documents
    ]
    return {
        "all": scorer.metrics(scorer.add(counts)),
        "calendar": scorer.metrics(scorer.add(calendar)),
        "counts": counts,
        "rules": rule_accuracy(documents, predicted, scorer),
    }


def rule_accuracy(
    documents: list[dict[str, Any]], predicted: dict[str, list[dict[str, Any]]], scorer: ModuleType
) -> dict[str, tuple[int, int]]:
    """For each rule, of the matched expressions that it found: those with the right value, and all."""
    right: Counter[str] = Counter()
    matched: Counter[str] = Counter()
    for document in documents:
        gold, found = scorer.dedup(document["timexes"]), scorer.dedup(predicted[document["id"]])
        for gold_index, index in scorer.match(gold, found):
            rule = found[index]["rule"]
            matched[rule] += 1
            right[rule] += scorer.value_ok(gold[gold_index], found[index])
    return {rule: (right[rule], count) for rule, count in matched.most_common()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=Path, help="folder for a tab-separated list of errors per set")
    parser.add_argument("--ci", action="store_true", help="95 %% bootstrap intervals over documents")
    parser.add_argument("--rules", action="store_true", help="accuracy of the values by rule")
    arguments = parser.parse_args()
    folder = eval_folder()
    if not folder.is_dir():
        sys.exit(f"no development sets in {folder}; set COPYDESK_SHARED")
    scorer = load_scorer(folder)
    for name in SETS:
        result = score(name, folder, scorer, arguments.errors)
        print(name)
        for part in ("all", "calendar"):
            print(" ", scorer.line(part, result[part]))
        if arguments.rules:
            for rule, (right, count) in result["rules"].items():
                print(f"  {rule:26} {right:4} of {count:4}")
        if arguments.ci:
            for key in ("strict", "relaxed", "value"):
                low, high = scorer.interval(result["counts"], key)
                print(f"  {key} F1 95 % interval {100 * low:.1f}-{100 * high:.1f}")


if __name__ == "__main__":
    main()
