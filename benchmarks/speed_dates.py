"""Documents a second of `find_dates` beside dateparser and timexy (where installed), in one run.

    python benchmarks/speed_dates.py [FILE.txt | FILE.jsonl ...] [--documents 500] [--chars 2000]

Without files, the texts are cut from the shared development articles. Every tool runs in this process, on one
core; the peers get a smaller share of the texts, since they need minutes for all. Ratios are to the slowest.
"""

import argparse
import gzip
import importlib.util
import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from transforms.dates import find_dates

PUBLISHED: Final = date(2019, 6, 5)
REPOSITORY: Final = Path(__file__).resolve().parent.parent
ROUNDS: Final = 3


def default_source() -> Path:
    """The shared development articles."""
    shared = Path(os.environ.get("COPYDESK_SHARED", REPOSITORY.parent / "shared"))
    return shared / "data" / "articles" / "raw_news.jsonl.gz"


def read_texts(paths: list[Path]) -> Iterator[str]:
    """The texts of plain or JSONL files, gzipped or not."""
    for path in paths:
        opener: Any = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            if ".jsonl" in path.name:
                for line in lines:
                    yield json.loads(line)["text"]
            else:
                yield lines.read()


def cut(texts: Iterator[str], documents: int, chars: int) -> list[str]:
    """`documents` pieces of `chars` characters."""
    pieces: list[str] = []
    for text in texts:
        pieces += [text[at : at + chars] for at in range(0, len(text) - chars + 1, chars)]
        if len(pieces) >= documents:
            break
    return pieces[:documents]


def rate(run: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """Documents a second of processor time, the best of `rounds`."""
    run(texts[0])
    best = 0.0
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            run(text)
        best = max(best, len(texts) / (time.process_time() - start))
    return best


def peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """The other taggers that are installed."""
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates

        base = datetime.combine(PUBLISHED, datetime.min.time())
        yield (
            "dateparser",
            lambda text: search_dates(text, languages=["en"], settings={"RELATIVE_BASE": base}),
        )
    if importlib.util.find_spec("timexy"):
        import spacy
        import timexy  # noqa: F401 - registers the spaCy component

        nlp = spacy.blank("en")
        nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
        yield "timexy", nlp


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--chars", type=int, default=2000)
    parser.add_argument("--peer-documents", type=int, default=20)
    arguments = parser.parse_args()
    texts = cut(read_texts(arguments.files or [default_source()]), arguments.documents, arguments.chars)
    print(f"{len(texts)} documents of {arguments.chars} characters, one process, one core")
    figures = {"copydesk": rate(lambda text: find_dates(text, PUBLISHED), texts, ROUNDS)}
    for name, run in peers():
        figures[name] = rate(run, texts[: arguments.peer_documents], 1)
    slowest = min(figures.values())
    for name, figure in figures.items():
        print(f"{name:12} {figure:8.1f} documents/s {figure / slowest:8.1f} x")


if __name__ == "__main__":
    main()
