"""Train the shipped entity model: ``python -m training.entities.run``.

Lexicon → four teachers on gold → silver labels that the teachers agree on → three students on gold and
silver → the best of them on ``dev`` goes on a little longer and ships. Every stage leaves its result in the
work folder and is not repeated where that exists; delete the folder to start from nothing. Two processes
side by side, one BLAS thread each, fixed seeds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from thinc.api import NumpyOps, set_current_ops
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from training.entities.corpus import GOLD, Sample, read_gold, read_samples
from training.entities.lexicon import build_lexicon
from training.entities.release import provenance, release, scores, write_provenance
from training.entities.silver import Text, label_texts, mixed, news_texts, voa_texts
from training.entities.train import Plan, train
from transforms.entities.features import Lexicon
from transforms.entities.loader import SHIPPED, load_model
from transforms.entities.pipeline import build_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CONFIG = Path(__file__).with_name("config.cfg")
_REPOSITORY = Path(__file__).parents[2]

TEACHERS = tuple(Plan(f"teacher-{seed}", seed=seed, epochs=7) for seed in (1, 2, 3, 4))
STUDENTS = tuple(
    Plan(f"student-{seed}", seed=seed, epochs=3, silver_share=0.5, learn_rate=0.0006) for seed in (1, 2, 3)
)
"""Student n goes on from the weights of teacher n; their spread is the noise between seeds."""
FINAL = Plan("final", seed=5, epochs=3, silver_share=0.5, learn_rate=0.0004)
WORKERS = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a run reads and writes."""

    data: Path
    articles: Path
    work: Path
    model: Path

    @property
    def silver(self) -> list[Path]:
        """The files of the silver labels, one a process."""
        return [self.work / f"silver-{part}.jsonl.gz" for part in range(WORKERS)]


def main(arguments: list[str] | None = None) -> None:
    """Run all stages, or with ``--scores`` none."""
    options = _options(arguments)
    if options.scores:
        print_scores(options.data)
        return
    place = Place(options.data, options.articles, options.work, options.model)
    place.work.mkdir(parents=True, exist_ok=True)
    build(place)


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


def build(place: Place) -> None:
    """Run all stages and write the final model with its provenance and the scores of the students."""
    _prepare()
    _lexicon(place)
    _in_parallel(partial(_train, place), TEACHERS)
    _in_parallel(partial(_label, place), range(WORKERS))
    _in_parallel(partial(_train, place), STUDENTS)
    best = max((plan.name for plan in STUDENTS), key=lambda name: _scores(place, name)["dev"]["micro_f1"])
    _in_parallel(partial(_train, place, start=best), [FINAL])
    release(spacy.load(place.work / FINAL.name), CONFIG, place.model)
    results = {plan.name: _scores(place, plan.name) for plan in (*STUDENTS, FINAL)}
    seeds = {plan.name: plan.seed for plan in (*TEACHERS, *STUDENTS, FINAL)}
    spread = {
        name: {part: row["micro_f1"] for part, row in result.items()} for name, result in results.items()
    }
    record = provenance("python -m training.entities.run", seeds, _inputs(place), results[FINAL.name])
    write_provenance(place.model, {**record, "micro_f1_by_seed": spread, "went_on_from": best})
    print(json.dumps(spread))


def _scores(place: Place, name: str) -> dict[str, Any]:
    return scores(spacy.load(place.work / name), place.data)


def _in_parallel(work: Callable[[Any], None], items: Iterable[Any]) -> None:
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn"), initializer=_prepare) as pool:
        list(pool.map(work, items))


def _prepare() -> None:
    set_current_ops(NumpyOps(use_blis=False))  # NumPy's BLAS: about twice the words a second of BLIS
    threadpool_limits(1)  # sums in one order, whatever the machine


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
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(build_lexicon(place.data, texts).to_bytes())
        unfinished.replace(path)
    return Lexicon.from_bytes(path.read_bytes())


def _train(place: Place, plan: Plan, start: str = "") -> None:
    """Train by one plan, a student from the weights of its teacher; with silver labels where the plan says so."""
    folder = place.work / plan.name
    if folder.exists():
        return
    silver: list[Sample] = []
    if plan.silver_share:
        silver = [sample for path in place.silver for sample in read_samples(path)]
    if plan in STUDENTS:
        start = TEACHERS[STUDENTS.index(plan)].name
    first = spacy.load(place.work / start) if start else None
    dev = list(read_samples(place.data / "dev.jsonl.gz"))
    nlp = train(CONFIG, _lexicon(place), read_gold(place.data), silver, dev, plan, first)
    unfinished = folder.with_suffix(".part")
    nlp.to_disk(unfinished)
    unfinished.replace(folder)


def _label(place: Place, part: int) -> None:
    """Label one part of the unlabelled texts with all teachers; the labels stay in the work folder."""
    path = place.silver[part]
    if path.exists():
        return
    teachers = [spacy.load(place.work / plan.name) for plan in TEACHERS]
    samples = label_texts(teachers, _part_of(place, part))
    unfinished = path.with_suffix(".part")
    with gzip.open(unfinished, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(asdict(sample), ensure_ascii=False) + "\n" for sample in samples)
    unfinished.replace(path)


def _part_of(place: Place, part: int) -> list[Text]:
    """Return every second document of the unlabelled texts, in random order."""
    texts = mixed([*voa_texts(place.data), *news_texts(place.articles)], seed=0)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(text.document for text in texts))}
    return [text for text in texts if numbers[text.document] % WORKERS == part]


if __name__ == "__main__":
    main(sys.argv[1:])
