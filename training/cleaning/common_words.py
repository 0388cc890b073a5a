"""Write the list of common English words that repairs check joined words against.

Usage: python -m training.cleaning.common_words CORPUS.jsonl.gz OUT.txt

Counts lower-cased words over the raw articles; keeps those that many articles share, and of the short ones only
such as stand often enough. A list of words carries no text of any article.
"""

import re
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections import Counter
from pathlib import Path

from training.cleaning.labels import iter_jsonl

LEAST_ARTICLES = {1: 10**9, 2: 450, 3: 100}
OTHERWISE = 38


def common_words(corpus: Path) -> list[str]:
    """Words of many articles, sorted."""
    articles: Counter[str] = Counter()
    for row in iter_jsonl(corpus):
        articles.update(set(re.findall(r"(?<![\w’'.-])[a-z]+(?![\w’'])", row["text"])))
        articles.update({word.lower() for word in re.findall(r"(?<=[.!?] )[A-Z][a-z]+(?= )", row["text"])})
    return sorted(word for word, n in articles.items() if n >= LEAST_ARTICLES.get(len(word), OTHERWISE))


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, metavar="CORPUS.jsonl.gz")
    parser.add_argument("out", type=Path, metavar="OUT.txt")
    options = parser.parse_args()
    words = common_words(options.corpus)
    options.out.write_text("\n".join(words) + "\n", "utf-8")
    print(len(words), "words")
