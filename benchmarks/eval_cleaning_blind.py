"""Measure the cleaning at first sight: articles that nobody who writes rules has looked at.

python benchmarks/eval_cleaning_blind.py              # aggregates only, with the shared scorer
python benchmarks/eval_cleaning_blind.py --outlet     # the outlet's name and the title given as well

There is no way to list the errors, on purpose: once looked at, the set is development data.
"""

import argparse
from typing import Any

from benchmarks.eval_cleaning import CORPUS, ROOT, load_scorer, predict
from training.cleaning.labels import iter_jsonl, load_labels
from transforms.cleaning import clean_article

LABELS = ROOT / "tests" / "evals" / "labels" / "cleaning_blind.jsonl"


def titles(ids: set[str]) -> dict[str, str | None]:
    """The title of each raw article asked for."""
    return {row["id"]: row.get("title") for row in iter_jsonl(CORPUS) if row["id"] in ids}


def predictions(docs: list[dict[str, Any]], *, outlet: bool) -> dict[str, Any]:
    """The cleaning of every document, in the scorer's format."""
    named = titles({doc["id"] for doc in docs}) if outlet else {}
    found = {}
    for doc in docs:
        given = {"outlet": doc["outlet"], "title": named[doc["id"]]} if outlet else {}
        found[doc["id"]] = predict(doc, clean_article(doc["text"], **given))
    return found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--outlet", action="store_true", help="hand the outlet's name and the title to the cleaning"
    )
    args = parser.parse_args()
    docs = load_labels([LABELS], CORPUS)
    scorer = load_scorer()
    scores, types = scorer.score(docs, predictions(docs, outlet=args.outlet))
    scorer.report(scores, types)


if __name__ == "__main__":
    main()
