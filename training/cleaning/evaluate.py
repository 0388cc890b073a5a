"""Measure the cleaning on outlets that its classifier has never seen.

Usage: python -m training.cleaning.evaluate [--shared DIR] [--threshold P] [--rules-only | --memory]
                                            [--per-doc FILE]

The classifier is trained once per fold of outlets, on the others, and cleans the fold's documents; rules and guards
are the shipped ones. Figures are the scorer's (characters other than white space), over the development set and the
hand-labelled articles, every article on its own (no outlet memory). `--memory` measures what outlet memory adds: on
labelled articles of outlets with at least 20 raw ones, without it and with one built from all of these.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.cleaning.examples import gold_documents, load_scorer
from training.cleaning.labels import iter_jsonl, text_sha256
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
from transforms.cleaning.memory import OutletMemory
from transforms.cleaning.repairs import repair_edits

MEMORY_ARTICLES = 20


def predict(
    document: dict[str, Any], last: Iterable[tuple[str, Follower]], extra: Iterable[tuple[str, Follower]] = ()
) -> dict[str, Any]:
    """What the cleaning removes from a gold document, in the scorer's layout."""
    repairs = repair_edits(document["text"])
    parsed = Document(apply(document["text"], repairs), document.get("outlet"))
    spans = guard(parsed, resolve(parsed, find_spans(parsed, extra, last).spans))
    spots = offset_map(document["text"], repairs)
    removed = [
        [spots.point(s.start, closing=False), spots.point(s.end, closing=True), s.kind.value] for s in spans
    ]
    return {"id": document["id"], "removed": removed, "rules": [span.rule for span in spans]}


def held_out_predictions(
    documents: Sequence[dict[str, Any]], corpus: Corpus, threshold: float, memory: OutletMemory | None = None
) -> dict[str, dict[str, Any]]:
    """Predictions by document id, each by a classifier that never saw the document's outlet.

    With a memory, articles count in it by the hash of their text.
    """
    scale, shift = calibration(corpus, held_out_scores(corpus))
    found: dict[str, dict[str, Any]] = {}
    for held in outlet_folds([one.outlet for one in corpus.gold]):
        model = replace(fit(corpus, held, threshold), scale=scale, shift=shift)
        for document in documents:
            if (document.get("outlet") or document["id"]) in held:
                extra = [("memory", memory.follower(text_sha256(document["text"])))] if memory else []
                found[document["id"]] = predict(document, [("classifier", model)], extra)
    return {document["id"]: found.get(document["id"]) or predict(document, ()) for document in documents}


def remembered(raw_news: Path) -> tuple[OutletMemory, frozenset[str]]:
    """The memory of all outlets with at least `MEMORY_ARTICLES` raw articles, and these outlets."""
    articles: dict[str, list[str]] = defaultdict(list)
    for row in iter_jsonl(raw_news):
        articles[row.get("outlet") or ""].append(row["text"])
    memory = OutletMemory()
    large = frozenset(name for name, texts in articles.items() if name and len(texts) >= MEMORY_ARTICLES)
    for outlet in sorted(large):
        for text in articles[outlet]:
            memory.add(text_sha256(text), outlet, text)
    return memory, large


def report_memory(documents: Sequence[dict[str, Any]], paths: Sequence[Path], threshold: float) -> None:
    """Print the scores of large outlets' articles without and with outlet memory."""
    scorer, corpus = load_scorer(paths[0]), load_corpus(documents, paths)
    memory, large = remembered(paths[1])
    chosen = [document for document in documents if document.get("outlet") in large]
    for name, given in (("without memory", None), ("with memory", memory)):
        print(f"== {name}")
        scorer.report(*scorer.score(chosen, held_out_predictions(chosen, corpus, threshold, given)))


def main() -> None:
    """Print the scorer's report, over all documents and over the development set alone."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--rules-only", action="store_true")
    parser.add_argument("--memory", action="store_true", help="measure what outlet memory adds")
    parser.add_argument("--per-doc", help="write one JSON line per document here")
    options = parser.parse_args()
    paths = sources(options.shared)
    scorer = load_scorer(paths[0])
    documents = gold_documents(paths[0], paths[1])
    if options.memory:
        report_memory(documents, paths, options.threshold)
        return
    if options.rules_only:
        predictions = {document["id"]: predict(document, ()) for document in documents}
    else:
        predictions = held_out_predictions(documents, load_corpus(documents, paths), options.threshold)
    for name, chosen in (
        ("all", documents),
        ("development", [one for one in documents if one["src"] != "hand"]),
    ):
        print(f"== {name}")
        scorer.report(*scorer.score(chosen, predictions, per_doc=options.per_doc if name == "all" else None))


if __name__ == "__main__":
    main()
