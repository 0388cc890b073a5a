"""Measure the cleaning on outlets that its classifier has never seen.

Usage: python -m training.cleaning.evaluate [--shared DIR] [--threshold P] [--rules-only] [--per-doc FILE]

The classifier is trained once per fold of outlets, on the others, and cleans the fold's documents; rules and guards
are the shipped ones. Figures are the scorer's (characters other than white space), over the development set and the
hand-labelled articles, every article on its own (no outlet memory).
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.cleaning.examples import gold_documents, load_scorer
from training.cleaning.train import (
    ROOT,
    THRESHOLD,
    Corpus,
    calibration,
    fit,
    held_out_scores,
    load_corpus,
    outlet_folds,
    sources,
)
from transforms.cleaning.apply import apply, offset_map
from transforms.cleaning.document import Document, Follower
from transforms.cleaning.engine import find_spans, resolve
from transforms.cleaning.guards import guard
from transforms.cleaning.repairs import repair_edits


def predict(
    document: dict[str, Any], last: Iterable[tuple[str, Follower]], extra: Iterable[tuple[str, Follower]] = ()
) -> dict[str, Any]:
    """What the cleaning removes from a gold document, in the scorer's layout."""
    repairs = repair_edits(document["text"])
    parsed = Document(apply(document["text"], repairs), document.get("outlet"))
    spans = guard(parsed, resolve(parsed, find_spans(parsed, extra, last).spans))
    spots = offset_map(document["text"], repairs)
    removed = [[spots.point(s.start, closing=False), spots.point(s.end, closing=True), s.kind.value] for s in spans]
    return {"id": document["id"], "removed": removed, "rules": [span.rule for span in spans]}


def held_out_predictions(
    documents: Sequence[dict[str, Any]], corpus: Corpus, threshold: float
) -> dict[str, dict[str, Any]]:
    """Predictions by document id, each by a classifier that never saw the document's outlet."""
    scale, shift = calibration(corpus, held_out_scores(corpus))
    found: dict[str, dict[str, Any]] = {}
    for held in outlet_folds([one.outlet for one in corpus.gold]):
        model = replace(fit(corpus, held, threshold), scale=scale, shift=shift)
        for document in documents:
            if (document.get("outlet") or document["id"]) in held:
                found[document["id"]] = predict(document, [("classifier", model)])
    return {document["id"]: found.get(document["id"]) or predict(document, ()) for document in documents}


def main() -> None:
    """Print the scorer's report, over all documents and over the development set alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--rules-only", action="store_true")
    parser.add_argument("--per-doc", help="write one JSON line per document here")
    options = parser.parse_args()
    paths = sources(options.shared)
    scorer = load_scorer(paths[0])
    documents = gold_documents(paths[0], paths[1])
    if options.rules_only:
        predictions = {document["id"]: predict(document, ()) for document in documents}
    else:
        predictions = held_out_predictions(documents, load_corpus(documents, paths[0]), options.threshold)
    for name, chosen in (("all", documents), ("development", [one for one in documents if one["src"] != "hand"])):
        print(f"== {name}")
        scorer.report(*scorer.score(chosen, predictions, per_doc=options.per_doc if name == "all" else None))


if __name__ == "__main__":
    main()
