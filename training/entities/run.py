"""Train the shipped entity model: ``python -m training.entities.run``.

Lexicon → teacher on gold → silver labels → teacher on gold and silver → silver labels again → the model
that ships. Every stage leaves its result in the work folder and is not repeated where that exists; delete
the folder to start from nothing. One process, one BLAS thread, fixed seeds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from training.entities.corpus import GOLD, Sample, read_gold, read_samples
from training.entities.lexicon import build_lexicon
from training.entities.release import provenance, release, scores, write_provenance
from training.entities.silver import label_texts, mixed, news_texts, read_lists, reconcile, voa_texts
from training.entities.train import Plan, train
from transforms.entities.features import Lexicon
from transforms.entities.loader import SHIPPED, load_model
from transforms.entities.pipeline import build_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

CONFIG = Path(__file__).with_name("config.cfg")
_REPOSITORY = Path(__file__).parents[2]

TEACHER = Plan("teacher-gold", seed=1, epochs=7)
SECOND_TEACHER = Plan("teacher-silver", seed=2, epochs=3, silver_share=0.5)
FINAL = Plan("final", seed=3, epochs=2, silver_share=1.0, learn_rate=0.0004)
SECOND_ROUND = 0.2
"""Share of the texts that the second teacher labels again; the final model goes on from its weights."""
NOISE = tuple(Plan(f"noise-{seed}", seed=seed, epochs=2) for seed in (11, 12, 13))
"""The shortened configuration that shows the noise between seeds: two epochs on gold alone."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run reads and writes."""

    data: Path
    articles: Path
    work: Path
    model: Path


def main(arguments: list[str] | None = None) -> None:
    """Run all stages, or with ``--noise`` only the three short runs, or with ``--scores`` none."""
    options = _options(arguments)
    if options.scores:
        print_scores(options.data)
        return
    set_current_ops(NumpyOps(use_blis=False))  # NumPy's BLAS: about twice the words a second of BLIS
    threadpool_limits(1)  # sums in one order, whatever the machine
    place = Place(options.data, options.articles, options.work, options.model)
    place.work.mkdir(parents=True, exist_ok=True)
    lexicon = _lexicon(place)
    if options.noise:
        measure_noise(place, lexicon)
    else:
        build(place, lexicon)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    shared = _REPOSITORY.parent / "shared" / "data"
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=shared / "ner", help="folder of the labelled mix")
    parser.add_argument(
        "--articles", type=Path, default=shared / "articles", help="folder of unlabelled news"
    )
    parser.add_argument(
        "--work", type=Path, default=_REPOSITORY / "build" / "entities", help="intermediate results"
    )
    parser.add_argument("--model", type=Path, default=SHIPPED, help="where the finished model goes")
    parser.add_argument(
        "--noise", action="store_true", help="only train three short runs and show their spread"
    )
    parser.add_argument(
        "--scores", action="store_true", help="only score the shipped model, alone and with rules"
    )
    return parser.parse_args(arguments)


def print_scores(data: Path) -> None:
    """Print the scores of the shipped model alone and of the whole pipeline as Markdown tables."""
    for title, nlp in (("model alone", load_model()), ("with rules", build_pipeline())):
        for name, part in scores(nlp, data).items():
            print(f"\n{title}, {name}: F1 {part['micro_f1']}\n")
            print("| label | P | R | F1 | gold |\n| --- | ---: | ---: | ---: | ---: |")
            for label, row in part["labels"].items():
                print(f"| {label} | {row['p']} | {row['r']} | {row['f']} | {row['gold']} |")


def build(place: Place, lexicon: Lexicon) -> None:
    """Run the rounds and write the finished model with its provenance."""
    teacher = _trained(place, lexicon, [], TEACHER)
    silver = _silver(place, teacher, "silver-1")
    second = _trained(place, lexicon, silver, SECOND_TEACHER)
    newer = _silver(place, second, "silver-2", SECOND_ROUND)
    agreed = [reconcile(*pair) for pair in zip(silver[: len(newer)], newer, strict=True)]
    model = _trained(place, lexicon, agreed, FINAL, second)
    release(model, CONFIG, place.model)
    result = scores(spacy.load(place.model), place.data)
    seeds = {plan.name: plan.seed for plan in (TEACHER, SECOND_TEACHER, FINAL)}
    command = "python -m training.entities.run"
    write_provenance(place.model, provenance(command, seeds, _inputs(place), result))
    print(json.dumps({name: part["micro_f1"] for name, part in result.items()}))


def measure_noise(place: Place, lexicon: Lexicon) -> None:
    """Print development and public test scores of the short configuration for three seeds."""
    for plan in NOISE:
        result = scores(_trained(place, lexicon, [], plan), place.data)
        print(json.dumps({"plan": asdict(plan), **{name: part["micro_f1"] for name, part in result.items()}}))


def _inputs(place: Place) -> Iterable[Path]:
    names = [f"train.{source}" for source in GOLD] + ["silver.gmb", "dev"]
    return [
        *(place.data / f"{name}.jsonl.gz" for name in names),
        place.data / "gazetteer.tsv.gz",
        place.articles / "raw_news.jsonl.gz",
    ]


def _lexicon(place: Place) -> Lexicon:
    path = place.work / "lexicon.npz"
    if not path.exists():
        texts = [sample.text for sample in read_gold(place.data)]
        texts += [text.text for text in voa_texts(place.data)]
        with gzip.open(place.articles / "raw_news.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line in lines]
        path.write_bytes(build_lexicon(place.data, texts).to_bytes())
    return Lexicon.from_bytes(path.read_bytes())


def _trained(
    place: Place, lexicon: Lexicon, silver: list[Sample], plan: Plan, start: Language | None = None
) -> Language:
    folder = place.work / plan.name
    if not folder.exists():
        dev = list(read_samples(place.data / "dev.jsonl.gz"))
        train(CONFIG, lexicon, read_gold(place.data), silver, dev, plan, start).to_disk(folder)
    return spacy.load(folder)


def _silver(place: Place, teacher: Language, name: str, share: float = 1.0) -> list[Sample]:
    """Label a share of the unlabelled texts with the teacher; the labels stay in the work folder."""
    path = place.work / f"{name}.jsonl.gz"
    if not path.exists():
        texts = mixed([*voa_texts(place.data), *news_texts(place.articles)], seed=0)
        texts = texts[: round(len(texts) * share)]
        samples = label_texts(teacher, texts, read_lists(place.data))
        with gzip.open(path, "wt", encoding="utf-8") as lines:
            lines.writelines(json.dumps(asdict(sample), ensure_ascii=False) + "\n" for sample in samples)
    return list(read_samples(path))


if __name__ == "__main__":
    main(sys.argv[1:])
