"""Words per second of the entity pipeline against the bare standard small NER network, in one run.

``python benchmarks/speed_entities.py [--texts FILE.jsonl.gz] [--words N]``: the yardstick is the network of
spaCy's small English pipelines (MultiHashEmbed, window encoder, width 96, depth 4, spaCy's own matrix
products) with random weights, since speed hardly depends on what it learnt. All sides run in one process
with one BLAS thread, take turns, and the best turn counts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.util import load_model_from_config
from thinc.api import Config
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from transforms.entities.labels import LABELS
from transforms.entities.loader import load_model
from transforms.entities.pipeline import build_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

_REPOSITORY = Path(__file__).parents[1]

STANDARD = """
[nlp]
lang = "en"
pipeline = ["ner"]
[components]
[components.ner]
factory = "ner"
[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
nO = null
[components.ner.model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"
[components.ner.model.tok2vec.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
rows = [5000, 1000, 2500, 2500]
include_static_vectors = false
[components.ner.model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3
"""


def standard_pipeline() -> Language:
    """Return the bare standard small NER pipeline with random weights."""
    nlp = load_model_from_config(Config().from_str(STANDARD), auto_fill=True)
    for label in sorted(LABELS):
        nlp.get_pipe("ner").add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    return nlp


def read_texts(path: Path, words: int) -> list[str]:
    """Return texts of a JSON Lines file (field ``text``) until they have so many words."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return list(_until(words, (json.loads(line)["text"] for line in lines)))


def _until(words: int, texts: Iterator[str]) -> Iterator[str]:
    for text in texts:
        yield text
        words -= len(text.split())
        if words <= 0:
            return


def pace(nlp: Language, texts: Sequence[str]) -> float:
    """Return the words a second of one pass over the texts."""
    words = sum(len(text.split()) for text in texts)
    began = time.perf_counter()
    with nlp.memory_zone():
        for _ in nlp.pipe(texts):
            pass
    return words / (time.perf_counter() - began)


def main() -> None:
    """Measure every side in turn and print the best turn of each and its share of the standard."""
    options = _options()
    threadpool_limits(1)
    texts = read_texts(options.texts, options.words)
    pipelines = {
        "standard": standard_pipeline(),
        "model": load_model(options.model),
        "entities": entity_pipeline(options.model),
        "all steps": build_pipeline(options.model),
    }
    best = dict.fromkeys(pipelines, 0.0)
    for nlp in pipelines.values():
        pace(nlp, list(islice(texts, 10)))
    for _ in range(options.turns):
        for name, nlp in pipelines.items():
            best[name] = max(best[name], pace(nlp, texts))
    for name, value in best.items():
        print(f"{name:<10} {value:>9,.0f} words/s  {value / best['standard']:.2f} x standard")


def entity_pipeline(model: str | None) -> Language:
    """Return the model with the rules and the resolver, without the date tagger."""
    nlp = build_pipeline(model)
    nlp.remove_pipe("copydesk_dates")
    return nlp


def _options() -> argparse.Namespace:
    default = _REPOSITORY.parent / "shared" / "data" / "articles" / "raw_news.jsonl.gz"
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, default=default)
    parser.add_argument("--model", help="another model than the shipped one")
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
