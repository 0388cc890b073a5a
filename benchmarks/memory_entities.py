"""Whether memory stays flat over many articles whose words are ever new.

    python -m benchmarks.memory_entities --articles 100000 [--texts FILE.jsonl.gz] [--every 5000]

The starts of raw articles go through the whole pipeline (`transforms.annotate.annotate`), again and again, and
one word in seven is replaced by an invented one, so that a vocabulary that keeps its words grows with every
article. Printed at each checkpoint: resident memory now and at its peak, the strings and the lexemes that
spaCy holds, words a second so far. The last line is what memory gained since the first checkpoint.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from transforms.annotate import ZONE_ARTICLES, annotate
from transforms.entities.pipeline import build_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

REPOSITORY: Final = Path(__file__).resolve().parent.parent
SYLLABLES: Final = "ba ke li mo nu ra si to ve xa zo dri fel gor hun jas pli qua tre wen".split()  # noqa: SIM905 -- easier to read than a list
SHARE: Final = 1 / 7
MEBI: Final = 2**20
KIBI: Final = 2**10


class Checkpoint(NamedTuple):
    """What a process holds after so many articles; memory in MiB."""

    articles: int
    resident: float
    peak: float
    strings: int
    lexemes: int
    words_per_second: float


def invent(chance: random.Random, *, capital: bool) -> str:
    """Return a word that hardly ever comes twice: five syllables of twenty, three million words."""
    word = "".join(chance.choices(SYLLABLES, k=5))
    return word.capitalize() if capital else word


def perturb(text: str, chance: random.Random) -> str:
    """Return a text with one word in seven invented; names stay capitalised."""
    lines = (line.split(" ") for line in text.split("\n"))
    return "\n".join(
        " ".join(
            invent(chance, capital=word[0].isupper()) if word.isalpha() and chance.random() < SHARE else word
            for word in line
        )
        for line in lines
    )


def stream(texts: Sequence[str], articles: int, seed: int) -> Iterator[tuple[str, None]]:
    """Yield so many perturbed articles without publication date, the texts in turn."""
    chance = random.Random(seed)  # noqa: S311 -- a benchmark, nothing secret
    for number in range(articles):
        yield perturb(texts[number % len(texts)], chance), None


def run(
    nlp: Language, texts: Sequence[str], articles: int, every: int, seed: int = 1
) -> Iterator[Checkpoint]:
    """Yield a checkpoint after the first zone, after every so many articles, and at the end."""
    began, words = time.perf_counter(), 0
    sizes = [len(text.split()) for text in texts]
    found = annotate(nlp, stream(texts, articles, seed))
    for number, _ in enumerate(found, start=1):
        words += sizes[(number - 1) % len(texts)]
        if number in {ZONE_ARTICLES, articles} or number % every == 0:
            yield _checkpoint(nlp, number, words / (time.perf_counter() - began))


def _checkpoint(nlp: Language, articles: int, pace: float) -> Checkpoint:
    # len(vocab) counts every lexeme that ever was: those that a memory zone took away too.
    lexemes = sum(1 for _ in nlp.vocab)
    return Checkpoint(articles, resident(), _peak(), len(nlp.vocab.strings), lexemes, pace)


def resident() -> float:
    """Return the resident memory of this process in MiB (its peak where the system does not say)."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        return _peak()
    return pages * resource.getpagesize() / MEBI


def _peak() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage / MEBI if sys.platform == "darwin" else usage / KIBI


def read_texts(path: Path, count: int, characters: int) -> list[str]:
    """Return the starts of the first articles of a JSON Lines file (field `text`), cut at a space."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_start(json.loads(line)["text"], characters) for line in islice(lines, count)]


def _start(text: str, characters: int) -> str:
    return text if len(text) <= characters else text[:characters].rsplit(" ", 1)[0]


def main() -> None:
    """Print one line a checkpoint."""
    options = _options()
    texts = read_texts(options.texts, options.sources, options.characters)
    first = last = None
    for last in run(build_pipeline(), texts, options.articles, options.every):
        first = first or last
        print(
            f"{last.articles:>8,} articles  {last.resident:>7.1f} MiB  peak {last.peak:>7.1f} MiB  "
            f"{last.strings:>9,} strings  {last.lexemes:>9,} lexemes  {last.words_per_second:>8,.0f} words/s",
            flush=True,
        )
    if first and last:
        print(f"gained since {first.articles:,} articles: {last.resident - first.resident:.1f} MiB")


def _options() -> argparse.Namespace:
    default = REPOSITORY.parent / "shared" / "data" / "articles" / "raw_news.jsonl.gz"
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, default=default)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--every", type=int, default=5_000)
    parser.add_argument("--sources", type=int, default=8_000, help="articles read from the file")
    parser.add_argument("--characters", type=int, default=600, help="length of each text")
    return parser.parse_args()


if __name__ == "__main__":
    main()
