"""Freezing a trained model into the package, with its provenance beside the weights."""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.util import load_config

from training.entities.corpus import GOLD, LABELS, read_samples
from training.entities.score import Tally, evaluate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.language import Language

NAME, VERSION = "copydesk_ner_small", "0.1.0"

LICENCES = {
    "train.gum": "text CC BY 2.5, CC BY-SA 3.0, CC BY 4.0; annotation CC BY 4.0 (Zeldes 2017)",
    "train.crossner": "text CC BY-SA (Wikipedia); annotation MIT (Liu et al. 2021)",
    "train.wikigold": "text CC BY-SA (Wikipedia); annotation CC BY 4.0 (Balasuriya et al. 2009)",
    "train.redocred": "text CC BY-SA (Wikipedia); annotation MIT (Yao et al. 2019, Tan et al. 2022)",
    "train.uner": "CC BY-SA 4.0 (Mayhew et al. 2024)",
    "train.re3d": "US public domain, OGL v3, CC BY 3.0 AU, CC BY-SA 3.0 (Dstl 2017)",
    "silver.gmb": "text public domain (Bos et al. 2017); labels by our own teachers",
    "raw_news": "unlabelled text, publishers' copyright (Article-Bias-Prediction); labels by our teachers",
    "gazetteer": "GeoNames, CC BY 4.0; ISO 3166; hand-written lists",
    "spacy-lookups-data": "MIT; Brown clusters and word frequencies frozen into the lexicon",
}


def release(nlp: Language, config: Path, folder: Path) -> None:
    """Write the entity component into a fresh pipeline, free of the training vocabulary."""
    fresh = spacy.util.load_model_from_config(load_config(config), auto_fill=True)
    ner: Any = fresh.get_pipe("ner")
    trained: Any = nlp.get_pipe("ner")
    ner.from_bytes(trained.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    for label in LABELS:
        fresh.vocab.strings.add(label)
    fresh.meta.update(name=NAME, version=VERSION, license="Apache-2.0", description="English news entities")
    fresh.to_disk(folder)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def scores(nlp: Language, data: Path) -> dict[str, Any]:
    """Return micro F1 and the table per label on the development and the public test files."""
    names = ("dev", "publictest.gum_news", "publictest.pud_news")
    tallies = {name: evaluate(nlp, list(read_samples(data / f"{name}.jsonl.gz"))) for name in names}
    return {name: _summary(tally) for name, tally in tallies.items()}


def _summary(tally: Tally) -> dict[str, Any]:
    return {"micro_f1": round(tally.f1(), 1), "labels": tally.table()}


def provenance(
    command: str, seeds: dict[str, int], inputs: Iterable[Path], result: dict[str, Any]
) -> dict[str, Any]:
    """Return what a reader needs to trace the weights: inputs, licences, seeds, versions, scores."""
    return {
        "name": NAME,
        "version": VERSION,
        "command": command,
        "seeds": seeds,
        "gold_sources": list(GOLD),
        "sha256": {path.name: digest(path) for path in sorted(inputs)},
        "licences": LICENCES,
        "versions": {
            "python": platform.python_version(),
            "spacy": version("spacy"),
            "thinc": version("thinc"),
            "numpy": np.__version__,
        },
        "scores_model_alone": result,
    }


def write_provenance(folder: Path, record: dict[str, Any]) -> None:
    """Write the record as JSON beside the weights."""
    text = json.dumps(record, indent=1, ensure_ascii=False, sort_keys=False)
    (folder / "provenance.json").write_text(text + "\n", encoding="utf-8")
