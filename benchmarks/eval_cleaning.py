"""Measure the cleaning on labelled articles, with the shared scorer.

python benchmarks/eval_cleaning.py                    # the development set
python benchmarks/eval_cleaning.py --labels           # and the project's own stand-off labels
python benchmarks/eval_cleaning.py --errors | less    # false removals and misses, in context
python benchmarks/eval_cleaning.py --only-labels --errors=false --kind promo
"""

import argparse
import importlib.util
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.shared_data import SHARED
from training.cleaning.labels import load_labels
from transforms.cleaning import clean_article
from transforms.codes import EditKind
from transforms.records import CleanArticle

ROOT = Path(__file__).resolve().parents[1]
EVAL = SHARED / "eval" / "cleaning"
CORPUS = SHARED / "data" / "articles" / "raw_news.jsonl.gz"
LONG = 300
"""Longer error excerpts are shortened in the middle."""


def load_scorer() -> ModuleType:
    """The shared scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score_cleaning", EVAL / "score_cleaning.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(EVAL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(doc: dict[str, Any], article: CleanArticle) -> dict[str, Any]:
    """One prediction in the scorer's format."""
    removed = [[e.start, e.end, e.kind.value] for e in article.edits if e.kind.is_removal]
    metadata = article.metadata
    return {
        "id": doc["id"],
        "removed": removed,
        "cleaned": article.text,
        "metadata": {
            "published": metadata.published.day.isoformat() if metadata.published else None,
            "authors": list(metadata.authors),
            "agency": list(metadata.agencies),
            "dateline_place": metadata.dateline_place,
            "image_credits": list(metadata.image_credits),
        },
    }


def gold_documents(*, dev: bool, labels: bool) -> list[dict[str, Any]]:
    """The labelled documents asked for."""
    docs: list[dict[str, Any]] = []
    if dev:
        docs += [json.loads(line) for line in (EVAL / "dev.jsonl").read_text("utf-8").splitlines()]
    if labels:
        docs += load_labels(sorted((ROOT / "training" / "cleaning").glob("labels_*.jsonl")), CORPUS)
    return docs


def errors(
    doc: dict[str, Any], prediction: dict[str, Any], article: CleanArticle, masks: Any
) -> Iterator[tuple[str, str, str]]:
    """(what, kind or rule, excerpt) for every stretch falsely removed or missed."""
    text, mask = doc["text"], masks(doc)
    removed = bytearray(len(text))
    for start, end, _ in prediction["removed"]:
        removed[start:end] = b"\1" * (end - start)
    wrong = [
        "f" if r and m == "K" else "m" if not r and m == "M" else ""
        for r, m in zip(removed, mask, strict=True)
    ]
    for what, start, end in _runs(wrong, mask):
        if what == "f":
            label = next((e.rule for e in article.edits if e.start <= start < e.end), "?")
        else:
            label = next((s[2] for s in doc["spans"] if s[0] <= start < s[1]), "?")
        yield ("FALSE" if what == "f" else "MISS", label, _excerpt(text, start, end))


def _runs(wrong: Sequence[str], mask: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    start = 0
    while start < len(wrong):
        if not wrong[start]:
            start += 1
            continue
        end = start
        while end < len(wrong) and (wrong[end] == wrong[start] or mask[end] == " "):
            end += 1
        yield wrong[start], start, end
        start = end


def _excerpt(text: str, start: int, end: int, width: int = 45) -> str:
    inner = text[start:end]
    if len(inner) > LONG:
        inner = f"{inner[:180]} […] {inner[-100:]}"
    return f"{text[max(0, start - width) : start]!r} >>{inner!r}<< {text[end : end + width]!r}"


def show_errors(
    docs: Iterable[dict[str, Any]], results: dict[str, Any], args: argparse.Namespace, masks: Any
) -> None:
    """Print the errors that the options ask for, most characters first within each document."""
    for doc in docs:
        prediction, article = results[doc["id"]]
        for what, label, excerpt in errors(doc, prediction, article, masks):
            if args.errors in ("all", what.lower()) and args.kind in (None, label, label.split(".")[0]):
                print(f"{what} {label} [{doc['id']} {doc['outlet']}] {excerpt}")


def false_by_rule(docs: Iterable[dict[str, Any]], results: dict[str, Any], masks: Any) -> None:
    """Per rule: characters rightly and falsely removed (neutral ones aside)."""
    table: dict[str, list[int]] = {}
    for doc in docs:
        mask = masks(doc)
        for edit in results[doc["id"]][1].edits:
            if edit.kind.is_removal:
                row = table.setdefault(edit.rule, [0, 0])
                row[0] += mask[edit.start : edit.end].count("M")
                row[1] += mask[edit.start : edit.end].count("K")
    for rule, (right, wrong) in sorted(table.items(), key=lambda item: -item[1][1]):
        print(f"  {rule:36s} right {right:7d}  false {wrong:6d}  P {right / max(1, right + wrong):.3f}")


def repairs_in_clean(docs: Iterable[dict[str, Any]], results: dict[str, Any]) -> None:
    """Print every repair that no label asks for."""
    for doc in docs:
        gold = [(s[0], s[1]) for s in doc["spans"] if s[2] in ("repair", "markup")]
        for edit in results[doc["id"]][1].edits:
            if edit.kind.is_removal or edit.kind is EditKind.WHITESPACE:
                continue
            if not any(a <= edit.end and edit.start <= b for a, b in gold):
                excerpt = _excerpt(doc["text"], edit.start, edit.end, 30)
                print(f"REPAIR {edit.rule} [{doc['id']}] {excerpt} -> {edit.replacement!r}")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--labels", action="store_true", help="add the project's own labels")
    parser.add_argument("--only-labels", action="store_true", help="the project's own labels alone")
    parser.add_argument("--errors", nargs="?", const="all", choices=("all", "false", "miss"))
    parser.add_argument(
        "--kind", help="only errors of this kind (misses) or rule or rule family (false removals)"
    )
    parser.add_argument("--rules", action="store_true", help="precision of each rule")
    parser.add_argument("--repairs", action="store_true", help="repairs that no label asks for")
    parser.add_argument(
        "--outlet", action="store_true", help="hand the outlet's name and the title to the cleaning"
    )
    parser.add_argument("--write", type=Path, help="write the predictions to this file")
    args = parser.parse_args()
    docs = gold_documents(dev=not args.only_labels, labels=args.labels or args.only_labels)
    results: dict[str, Any] = {}
    for doc in docs:
        given = {"outlet": doc["outlet"], "title": doc.get("title")} if args.outlet else {}
        article = clean_article(doc["text"], **given)
        results[doc["id"]] = (predict(doc, article), article)
    scorer = load_scorer()
    if args.errors:
        show_errors(docs, results, args, scorer.masks)
    if args.rules:
        false_by_rule(docs, results, scorer.masks)
    if args.repairs:
        repairs_in_clean(docs, results)
    if args.write:
        lines = [json.dumps(prediction, ensure_ascii=False) for prediction, _ in results.values()]
        args.write.write_text("\n".join(lines) + "\n", "utf-8")
    scores, types = scorer.score(docs, {key: prediction for key, (prediction, _) in results.items()})
    scorer.report(scores, types)


if __name__ == "__main__":
    main()
