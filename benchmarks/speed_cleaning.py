"""Measure how fast the cleaning alone is, on one core, and that it stays linear on hostile input.

Run from the repository's root::

    python -m benchmarks.speed_cleaning                  # articles of about 2,000 characters, processor time
    python -m benchmarks.speed_cleaning --stages         # and what each step of the cleaning takes
    python -m benchmarks.speed_cleaning --hostile        # one unit repeated to 1e5 and 1e6 characters
"""

import argparse
import gzip
import itertools
import json
import statistics
from collections.abc import Callable, Iterator
from functools import partial
from time import process_time
from typing import Any

from tests.shared_data import SHARED
from transforms.cleaning import apply, clean_article
from transforms.cleaning.document import Document
from transforms.cleaning.engine import find_spans, resolve
from transforms.cleaning.guards import guard
from transforms.cleaning.paragraphs import type_paragraphs
from transforms.cleaning.repairs import repair_edits
from transforms.cleaning.whitespace import whitespace_edits

CORPUS = SHARED / "data" / "articles" / "raw_news.jsonl.gz"
SIZE = 2_000
ROUNDS = 5
HOSTILE = (
    *(
        "(",
        "[",
        "<",
        "<b>",
        " ",
        "\n",
        "©",
        "© ",
        "&amp;",
        "Ã",
        "â€œ",
        "\u00ad",
        "\ufffd",
        "a.B",
        "a .",
        '" ',
        "“ ",
    ),
    *(
        "(AP ",
        "Photo: ",
        " x",
        "X ",
        "|",
        " | ",
        "3 May 2020 ",
        "date 2023-03-21 W ",
        ". ",
        "A. ",
        "- ",
        "LONDON ",
    ),
    *("@", "Advertisement\n", "By Ann Lee\n", "<a ", "[caption ", "’s ", "(Photo by Ann Lee/AP) ", "* "),
)


def articles(count: int) -> list[str]:
    """Raw articles, cut at the end of a paragraph to about `SIZE` characters."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        texts = (json.loads(line)["text"] for line in lines)
        return list(itertools.islice(filter(None, map(_cut, texts)), count))


def _cut(text: str) -> str | None:
    end = text.find("\n", SIZE - 100)
    return text[:end] if SIZE - 100 <= end <= SIZE + 300 else None


def measure(work: Callable[[], Any]) -> float:
    """Processor seconds of the fastest of some rounds (the machine may be shared), after a warm-up."""
    work()
    return min(_timed(work) for _ in range(ROUNDS))


def _timed(work: Callable[[], Any]) -> float:
    start = process_time()
    work()
    return process_time() - start


def stages(texts: list[str]) -> Iterator[tuple[str, float]]:
    """Name and processor time of each step."""
    yield "repairs", measure(lambda: [repair_edits(text) for text in texts])
    edits = [repair_edits(text) for text in texts]
    repaired = [apply(text, found) for text, found in zip(texts, edits, strict=True)]
    yield "lines", measure(lambda: [Document(text).lines for text in repaired])
    yield "rules", measure(lambda: [find_spans(Document(text)) for text in repaired])
    found = [(document := Document(text), find_spans(document).spans) for text in repaired]
    yield "guards", measure(lambda: [guard(document, resolve(document, spans)) for document, spans in found])
    yield "whitespace", measure(lambda: [whitespace_edits(text, ()) for text in repaired])
    yield "paragraphs", measure(lambda: [type_paragraphs(text) for text in repaired])


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--stages", action="store_true")
    parser.add_argument("--hostile", action="store_true")
    args = parser.parse_args()
    texts = articles(args.count)
    size = statistics.mean(map(len, texts))
    seconds = measure(lambda: [clean_article(text) for text in texts])
    rate = len(texts) / seconds
    print(
        f"{len(texts)} articles of {size:.0f} characters: {rate:.0f} articles/s, {rate * size / 1e6:.2f} MB/s"
    )
    if args.stages:
        for name, spent in stages(texts):
            print(f"  {name:10s} {spent / len(texts) * 1e6:6.0f} µs an article")
    if args.hostile:
        for unit in HOSTILE:
            times = [_timed(partial(clean_article, unit * (size // len(unit)))) for size in (10**5, 10**6)]
            print(f"  {unit!r:26} {times[0]:6.2f} s  {times[1]:6.2f} s")


if __name__ == "__main__":
    main()
