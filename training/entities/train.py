"""The training loop: a seeded, deterministic run over gold and silver samples."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import spacy
from spacy.util import load_config
from thinc.api import Adam, fix_random_seed

from training.entities.augment import vary
from training.entities.corpus import LABELS, Sample, to_example
from training.entities.score import evaluate
from transforms.entities.features import set_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.training import Example

    from transforms.entities.features import Lexicon

_FIRST_BATCH, _LAST_BATCH, _GROWTH = 200, 1500, 1.004
_LONGEST = 2500
_LEARN_RATE, _FINAL_RATE = 0.001, 0.0002


@dataclass(frozen=True, slots=True)
class Plan:
    """One run: in every epoch all gold and a share of the silver."""

    name: str
    seed: int
    epochs: int
    silver_share: float = 0.0
    dropout: float = 0.1
    learn_rate: float = _LEARN_RATE


def blank_model(config: Path, lexicon: Lexicon) -> Language:
    """Return an untrained pipeline with the lexicon in place."""
    nlp = spacy.util.load_model_from_config(load_config(config), auto_fill=True)
    ner = nlp.get_pipe("ner")
    for label in LABELS:
        ner.add_label(label)  # type: ignore[attr-defined]
    set_lexicon(ner.model, lexicon)  # type: ignore[attr-defined]
    return nlp


def train(
    config: Path,
    lexicon: Lexicon,
    gold: Sequence[Sample],
    silver: Sequence[Sample],
    dev: Sequence[Sample],
    plan: Plan,
    start: Language | None = None,
) -> Language:
    """Train by the plan and return the pipeline with the averaged weights of the best epoch on ``dev``.

    With ``start`` the weights of that pipeline are the first ones, in place of random ones.
    """
    fix_random_seed(plan.seed)
    rng = random.Random(plan.seed)
    nlp = blank_model(config, lexicon)
    optimizer = Adam(plan.learn_rate, L2=0.01, grad_clip=1.0, use_averages=True, L2_is_weight_decay=True)
    seed_examples = [to_example(nlp, sample) for sample in gold[:50]]
    nlp.initialize(lambda: seed_examples, sgd=optimizer)
    set_lexicon(nlp.get_pipe("ner").model, lexicon)  # type: ignore[attr-defined]
    if start is not None:
        weights = start.get_pipe("ner").to_bytes(exclude=["vocab"])  # type: ignore[attr-defined]
        nlp.get_pipe("ner").from_bytes(weights, exclude=["vocab"])  # type: ignore[attr-defined]
    best, best_score, size = b"", -1.0, float(_FIRST_BATCH)
    for epoch in range(plan.epochs):
        began, words = time.monotonic(), 0
        optimizer.learn_rate = _rate(plan, epoch)
        for batch in _batches(nlp, _epoch_samples(gold, silver, plan, rng), size):
            nlp.update(batch, drop=plan.dropout, sgd=optimizer)
            words += sum(len(example) for example in batch)
            size = min(size * _GROWTH, _LAST_BATCH)
        pace = words / (time.monotonic() - began)
        with nlp.use_params(optimizer.averages):
            score = evaluate(nlp, dev).f1()
            if score > best_score:
                best, best_score = nlp.get_pipe("ner").to_bytes(), score  # type: ignore[attr-defined]
        print(
            f"{plan.name} epoch {epoch + 1}/{plan.epochs}: dev {score:.2f}, {pace:,.0f} words/s", flush=True
        )
    nlp.get_pipe("ner").from_bytes(best)  # type: ignore[attr-defined]
    return nlp


def _rate(plan: Plan, epoch: int) -> float:
    """Return the learning rate of an epoch: constant for the first half, then falling in a line."""
    left = (plan.epochs - epoch) / plan.epochs
    return max(plan.learn_rate * min(1.0, 2 * left), _FINAL_RATE)


def _epoch_samples(
    gold: Sequence[Sample], silver: Sequence[Sample], plan: Plan, rng: random.Random
) -> list[Sample]:
    """Return one epoch: chains of neighbours are varied first and mixed afterwards."""
    gold_samples = list(gold)
    rng.shuffle(gold_samples)
    count = round(len(silver) * plan.silver_share)
    first = rng.randrange(len(silver)) if silver else 0
    chosen = [silver[(first + number) % len(silver)] for number in range(count)]
    samples = [*vary(gold_samples, rng), *vary(chosen, rng)]
    rng.shuffle(samples)
    return samples


def _batches(nlp: Language, samples: Iterable[Sample], size: float) -> Iterator[list[Example]]:
    """Yield batches that grow from ``size`` words; over-long texts are left out."""
    batch: list[Example] = []
    words = 0
    for sample in samples:
        example = to_example(nlp, sample)
        if len(example) > _LONGEST:
            continue
        batch.append(example)
        words += len(example)
        if words >= size:
            yield batch
            batch, words = [], 0
            size = min(size * _GROWTH, _LAST_BATCH)
    if batch:
        yield batch
