"""Generate ``first_names.txt`` and ``sexes.tsv`` of ``transforms/entities/data``.

Usage: ``python -m training.entities.make_first_names CENSUS_FOLDER SETS_FOLDER``. CENSUS_FOLDER holds the
first names of the US census of 1990 (public domain; ``dist.male.first`` and ``dist.female.first`` of the
package ``names``), SETS_FOLDER the training sets (``train.*.jsonl.gz``, ``silver.*.jsonl.gz``), whose
people's first words are added to the names when they occur three times. The sexes are those of the census
names that one sex bears ten times as often as the other, and of the names of politicians below.
"""

from __future__ import annotations

import gzip
import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter, defaultdict
from pathlib import Path

from transforms.entities.vocabulary import TITLES, word_set

DATA = Path(__file__).resolve().parents[2] / "transforms" / "entities" / "data"
CLEAR = 10
MEN = word_set(
    """barack narendra vladimir recep jinping shinzo benjamin binyamin bashar saddam muammar hosni nicolas
    emmanuel boris volodymyr viktor mohammed mohammad muhammad ahmed mahmoud hassan hussein abdullah
    abdel hamid kofi nelson thabo jacob cyril silvio giorgio matteo mariano pedro jair luiz rodrigo joko
    gordon tony rishi keir imran nawaz pervez manmohan rajiv mahatma osama ayman ali donald mitt
    newt rand marco bernie beto pete joe mike jeb lindsey dmitry dmitri sergei sergey alexei mikhail yasser
    ehud shimon yitzhak naftali yair"""
)
WOMEN = word_set(
    """angela theresa hillary indira sonia benazir aung michelle melania ivanka kamala condoleezza nikki
    sarah nancy cristina dilma christine ursula jacinda sanna mette giorgia megawati gloria
    corazon yulia"""
)
FEWEST = 3
WORDS = word_set(
    """aide an another bank big bin brain camp carry chance chemical de desire echo else era gay ice in inner
    lady lean liberty little loan long love major man many my numbers office old one page red season see six
    so son soon spin spring star than the win young"""
)
"""Census names that newspapers use as plain words."""
OTHERS = word_set(
    """andrea ashley daniele gabriele joan joann jan jean kelly leslie michele misha nicola nikita sasha simone
    an ban chen hu li lin liu lu ma ming moon song su tsai wang wen xi xu yang yi yu zhang zhao"""
)
"""Census names that men or women of other countries bear as well, and Asian family names, which stand first."""


def main() -> None:
    """Write the names, one lower-case name a line, and the sexes."""
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
    text = "\n".join(sorted(names - TITLES - WORDS)) + "\n"
    (DATA / "first_names.txt").write_text(text, encoding="utf-8")
    lines = [
        f"{name}\t{sex}\t{'yes' if name in MEN | WOMEN else ''}"
        for name, sex in sorted(sexes(options.census).items())
    ]
    (DATA / "sexes.tsv").write_text("\n".join(["name\tsex\tsure", *lines, ""]), encoding="utf-8")


def sexes(census: Path) -> dict[str, str]:
    """Return first name → f or m, for the names that hardly ever mean the other sex."""
    shares: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for sex, file in (("m", "male"), ("f", "female")):
        for line in (census / f"dist.{file}.first").open():
            name, per_cent, *_ = line.split()
            shares[name.lower()][sex] = float(per_cent) + 0.001
    known = dict.fromkeys(MEN, "m") | dict.fromkeys(WOMEN, "f")
    for name, share in shares.items():
        sex, other = ("m", "f") if share["m"] > share["f"] else ("f", "m")
        if share[sex] >= CLEAR * share[other] and name not in OTHERS:
            known.setdefault(name, sex)
    return known


if __name__ == "__main__":
    main()
