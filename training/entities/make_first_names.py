"""Generate ``transforms/entities/data/first_names.txt``.

Usage: ``python -m training.entities.make_first_names CENSUS_FOLDER SETS_FOLDER``. CENSUS_FOLDER holds the
first names of the US census of 1990 (public domain; ``dist.male.first`` and ``dist.female.first`` of the
package ``names``), SETS_FOLDER the training sets (``train.*.jsonl.gz``, ``silver.*.jsonl.gz``), whose
people's first words are added when they occur three times.
"""

from __future__ import annotations

import gzip
import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from pathlib import Path

from transforms.entities.vocabulary import TITLES, word_set

TARGET = Path(__file__).resolve().parents[2] / "transforms" / "entities" / "data" / "first_names.txt"
FEWEST = 3
WORDS = word_set(
    """aide an another bank big bin brain camp carry chance chemical de desire echo else era gay ice in inner
    lady lean liberty little loan long love major man many my numbers office old one page red season see six
    so son soon spin spring star than the win young"""
)
"""Census names that newspapers use as plain words."""


def main() -> None:
    """Write the list, one lower-case name a line."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("census", type=Path, metavar="CENSUS_FOLDER")
    parser.add_argument("sets", type=Path, metavar="SETS_FOLDER")
    options = parser.parse_args()
    names = {
        line.split()[0].lower()
        for sex in ("male", "female")
        for line in (options.census / f"dist.{sex}.first").open()
    }
    seen: Counter[str] = Counter()
    for path in sorted([*options.sets.glob("train.*.jsonl.gz"), *options.sets.glob("silver.*.jsonl.gz")]):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                people = (row["text"][s:e].split() for s, e, label in row["spans"] if label == "PERSON")
                seen.update(p[0].lower() for p in people if len(p) > 1 and p[0].istitle() and p[0].isalpha())
    names |= {name for name, count in seen.items() if count >= FEWEST and len(name) > 1}
    TARGET.write_text("\n".join(sorted(names - TITLES - WORDS)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
