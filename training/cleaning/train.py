"""Train the line classifier and write its weights.

Usage: python -m training.cleaning.train [--shared DIR] [--out FILE] [--threshold P]

The examples are the lines of the gold documents that the rules leave (weight 1), and all lines as if there were no
rules (weight `PLAIN_WEIGHT`: the rules have seen these documents, other outlets will leave more to the classifier).
Doubtful lines of other raw articles, judged one by one, and texts written for training only train. The probability is
calibrated on scores of held-out outlets. Takes about a minute; the result is repeatable.
"""

import argparse
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from training.cleaning.examples import LABELS, Example, gold_documents, kinds_of, line_examples, load_scorer
from training.cleaning.labels import load_labels
from training.cleaning.written import load_written
from transforms.cleaning.classifier import WEIGHTS, LineClassifier
from transforms.codes import EditKind

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "transforms" / "cleaning" / "data" / WEIGHTS
JUDGED, WRITTEN = "judged_lines.jsonl", "written/*.txt"
STRENGTH = 0.5
KIND_STRENGTH = 1.0
PLAIN_WEIGHT = 0.5
COHESION = 0.8
LEAST_OUTLETS = 3
FOLDS = 5
THRESHOLD = 0.55
MARGIN = 0.2
SMALLEST = 0.01
SMALLEST_KIND = 0.08


@dataclass(frozen=True, slots=True)
class Corpus:
    """Training examples: gold lines behind the rules, which also tune and measure, and those that only train.

    `more` are further lines behind the rules, `plain` lines of all documents as if there were no rules.
    """

    gold: tuple[Example, ...]
    plain: tuple[Example, ...]
    more: tuple[Example, ...] = ()

    def weighted(self) -> Iterator[tuple[Example, float]]:
        """All examples with their weights, gold first."""
        for one in (*self.gold, *self.more):
            yield one, 1.0
        for one in self.plain:
            yield one, PLAIN_WEIGHT


def load_corpus(documents: Sequence[dict[str, Any]], paths: Sequence[Path]) -> Corpus:
    """The examples of all gold documents, and of those that only train; `paths` as from `sources`."""
    masks = load_scorer(paths[0]).masks
    more = training_documents(paths[1])
    return Corpus(
        tuple(line_examples(documents, masks, rules=True)),
        tuple(line_examples([*documents, *more], masks, rules=False)),
        tuple(line_examples(more, masks, rules=True)),
    )


def training_documents(raw_news: Path) -> list[dict[str, Any]]:
    """The documents that only train: judged lines of raw articles, and written texts."""
    here = Path(__file__).parent
    return [*load_labels([here / JUDGED], raw_news), *load_written(sorted(here.glob(WRITTEN)))]


def outlet_folds(outlets: Sequence[str]) -> list[frozenset[str]]:
    """The outlets in `FOLDS` groups of about equally many documents, always the same."""
    numbers = {outlet: number for number, outlet in enumerate(sorted(set(outlets)))}
    groups = np.array([numbers[outlet] for outlet in outlets])
    folds = GroupKFold(FOLDS).split(groups, groups=groups)
    return [frozenset(outlets[at] for at in held) for _, held in folds]


def fit(
    corpus: Corpus, held: frozenset[str] = frozenset(), threshold: float = THRESHOLD, *, kinds: bool = True
) -> LineClassifier:
    """A classifier trained on all outlets but the held-out ones, not calibrated; without `kinds` it knows none."""
    known = [
        (one, weight) for one, weight in corpus.weighted() if one.outlet not in held and one.goes is not None
    ]
    examples, weights = [one for one, _ in known], np.array([weight for _, weight in known])
    names = vocabulary(examples)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    model.fit(matrix(examples, names), [bool(one.goes) for one in examples], sample_weight=weights)
    by_kind, biases = _fit_kinds([one for one in examples if one.goes], names) if kinds else ({}, {})
    return LineClassifier(
        _named(model.coef_[0], names, SMALLEST),
        round(float(model.intercept_[0]), 4),
        by_kind,
        biases,
        threshold,
        MARGIN,
        cohesion=COHESION,
    )


def _fit_kinds(examples: Sequence[Example], names: dict[str, int]) -> tuple[Any, Any]:
    """Weights and biases by kind."""
    model = LogisticRegression(C=KIND_STRENGTH, max_iter=500, random_state=0)
    model.fit(matrix(examples, names), [one.kind for one in examples])
    order = list(model.classes_)
    found = kinds_of(examples)
    weights = {EditKind(kind): _named(model.coef_[order.index(kind)], names, SMALLEST_KIND) for kind in found}
    biases = {kind: round(float(model.intercept_[order.index(kind)]), 4) for kind in weights}
    return weights, biases


def vocabulary(examples: Iterable[Example]) -> dict[str, int]:
    """Features that occur in at least `LEAST_OUTLETS` outlets, numbered in sorted order."""
    outlets: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for name in one.names:
            outlets[name].add(one.outlet)
    kept = sorted(name for name, seen in outlets.items() if len(seen) >= LEAST_OUTLETS)
    return {name: number for number, name in enumerate(kept)}


def matrix(examples: Sequence[Example], names: dict[str, int]) -> Any:
    """The examples as a sparse matrix of ones."""
    columns: list[int] = []
    ends = [0]
    for one in examples:
        columns += [names[name] for name in one.names if name in names]
        ends.append(len(columns))
    return sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(examples), len(names)))


def _named(values: Any, names: dict[str, int], smallest: float) -> dict[str, float]:
    return {name: round(float(values[at]), 3) for name, at in names.items() if abs(values[at]) >= smallest}


def held_out_scores(corpus: Corpus) -> list[float]:
    """The uncalibrated probability of every example, gold first, from a classifier that never saw its outlet."""
    examples = [one for one, _ in corpus.weighted()]
    scores = [0.0] * len(examples)
    for held in outlet_folds([one.outlet for one in examples]):
        model = fit(corpus, held, kinds=False)
        for number, one in enumerate(examples):
            if one.outlet in held:
                scores[number] = model.probability(one.names)
    return scores


def calibration(corpus: Corpus, scores: Sequence[float]) -> tuple[float, float]:
    """Scale and shift that turn held-out scores into probabilities (Platt, 1999).

    On gold outlets, with and without rules: the rules were written in sight of these articles and leave only the
    hard lines of them, while they leave more to the classifier where nobody has looked.
    """
    real = {one.outlet for one in corpus.gold}
    known = [
        (score, one.goes, weight)
        for score, (one, weight) in zip(scores, corpus.weighted(), strict=True)
        if one.goes is not None and one.outlet in real
    ]
    clipped = np.clip([score for score, _, _ in known], 1e-9, 1 - 1e-9)
    logits = np.log(clipped / (1 - clipped)).reshape(-1, 1)
    weights = [weight for _, _, weight in known]
    model = LogisticRegression(C=1e6).fit(logits, [goes for _, goes, _ in known], sample_weight=weights)
    return round(float(model.coef_[0][0]), 4), round(float(model.intercept_[0]), 4)


def packed(model: LineClassifier, provenance: dict[str, Any]) -> bytes:
    """The weights file: gzipped JSON, the same bytes for the same model."""
    data = {
        "provenance": provenance,
        "threshold": model.threshold,
        "margin": model.margin,
        "scale": model.scale,
        "shift": model.shift,
        "cohesion": model.cohesion,
        "bias": model.bias,
        "weights": model.weights,
        "kinds": {
            str(kind): {"bias": model.kind_biases[kind], "weights": weights}
            for kind, weights in model.kinds.items()
        },
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def provenance(
    paths: Sequence[Path], shared: Path, corpus: Corpus, scores: Sequence[float], threshold: float
) -> dict[str, Any]:
    """Where the weights come from: inputs by hash, command, settings, and the scores of held-out outlets."""
    taken = [one for one, score in zip(corpus.gold, scores, strict=True) if score >= threshold]
    return {
        "command": f"python -m training.cleaning.train --threshold {threshold}",
        "sources": {_short(path, shared): _sha256(path) for path in paths},
        "settings": {
            "C": STRENGTH,
            "plain_weight": PLAIN_WEIGHT,
            "least_outlets": LEAST_OUTLETS,
            "folds": FOLDS,
            "random_state": 0,
        },
        "lines": {
            "behind_rules": len(corpus.gold),
            "only_training": len(corpus.more),
            "without_rules": len(corpus.plain),
        },
        "held_out": {
            "lines_removed": len(taken),
            "characters_right": sum(one.must for one in taken),
            "characters_wrong": sum(one.stay for one in taken),
        },
    }


def _short(path: Path, shared: Path) -> str:
    base = shared.parent if path.is_relative_to(shared) else ROOT
    return path.relative_to(base).as_posix()


def sources(shared: Path) -> tuple[Path, ...]:
    """The files that the training reads: development set, raw articles, labels, written texts."""
    here = Path(__file__).parent
    development, raw = shared / "eval/cleaning/dev.jsonl", shared / "data/articles/raw_news.jsonl.gz"
    return (development, raw, *(here / name for name in (*LABELS, JUDGED)), *sorted(here.glob(WRITTEN)))


def calibrated(corpus: Corpus, threshold: float) -> tuple[LineClassifier, list[float]]:
    """The classifier of all outlets, its probabilities calibrated; and the held-out probability of every gold line."""
    raw = held_out_scores(corpus)
    scale, shift = calibration(corpus, raw)
    model = replace(fit(corpus, threshold=threshold), scale=scale, shift=shift)
    clipped = np.clip(raw[: len(corpus.gold)], 1e-9, 1 - 1e-9)
    return model, list(1 / (1 + np.exp(-(scale * np.log(clipped / (1 - clipped)) + shift))))


def report(corpus: Corpus, scores: Sequence[float]) -> None:
    """Print what the classifier would add at several thresholds, outlets held out."""
    for threshold in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        taken = [one for one, score in zip(corpus.gold, scores, strict=True) if score >= threshold]
        must, stay = sum(one.must for one in taken), sum(one.stay for one in taken)
        print(f"at {threshold}: {len(taken)} lines, {must} characters right, {stay} wrong")


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    options = parser.parse_args()
    paths = sources(options.shared)
    corpus = load_corpus(gold_documents(paths[0], paths[1]), paths)
    model, scores = calibrated(corpus, options.threshold)
    report(corpus, scores)
    options.out.write_bytes(
        packed(model, provenance(paths, options.shared, corpus, scores, options.threshold))
    )
    print(f"{len(model.weights)} weights, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
