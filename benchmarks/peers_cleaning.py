"""Our cleaning beside other tools on the development set and on the blind one.

pip install -e '.[benchmarks]' && python benchmarks/peers_cleaning.py

Peers see the same plain text; those that want markup get each line as a paragraph of an otherwise empty page.
They return text only, so the scorer finds what they removed by a token diff.
"""

import argparse
import html
import re
from collections.abc import Callable, Mapping
from typing import Any

from benchmarks.eval_cleaning import CORPUS, gold_documents, load_scorer, predict
from benchmarks.eval_cleaning_blind import LABELS
from training.cleaning.labels import load_labels
from transforms.cleaning import clean_article

NAIVE = [
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"^\W*(?:photo|image|picture|photograph)s?(?: by| courtesy)?:.*$",
        r"\((?:AP Photo|Photo|Image)[^)\n]{0,120}\)",
        r"©.*$",
        r"^by [A-Z][^\n]{2,60}$",
        r"^(?:read more|related|see also|watch|more)\b.*$",
        r"^.*\b(?:subscribe|sign up|newsletter|follow us)\b.*$",
        r"^advertisement.*$",
        r"^.*all rights reserved.*$",
        r"^[A-Z][A-Z ,.]{2,40}\((?:AP|Reuters|AFP)\)\s*[-–—]\s*",
    )
]
"""What a careful engineer writes in an afternoon."""

Cleaner = Callable[[str], str]


def naive_regexes(text: str) -> str:
    """The list above, applied in turn."""
    for pattern in NAIVE:
        text = pattern.sub("", text)
    return text


def ftfy_fix(text: str) -> str:
    """What ftfy repairs with its defaults."""
    import ftfy

    return ftfy.fix_text(text)


def justext_lines(text: str) -> str:
    """JusText, English stop list, paragraphs that are no boilerplate."""
    import justext

    paragraphs = justext.justext(_page(text), justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def trafilatura_text(text: str) -> str:
    """Trafilatura with its defaults."""
    import trafilatura

    return trafilatura.extract(_page(text)) or ""


def c4_lines(text: str) -> str:
    """The line rules of C4 (Raffel et al. 2020) as datatrove ships them; what is refused counts as empty."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter

    rules = C4QualityFilter(min_num_sentences=-1, split_paragraph=True)
    document = Document(text=text, id="0")
    return document.text if rules.filter(document) is True else ""


def _page(text: str) -> str:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    return f"<html><body><article>{body}</article></body></html>"


PEERS: Mapping[str, Cleaner] = {
    "ftfy": ftfy_fix,
    "trafilatura": trafilatura_text,
    "naive regexes": naive_regexes,
    "jusText": justext_lines,
    "C4 line rules (datatrove)": c4_lines,
}


def main() -> None:
    """Print the tables of the docs: the development set, and the articles that nobody has looked at."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    print_table(gold_documents(dev=True, labels=False))
    print()
    print_table(load_labels([LABELS], CORPUS))


def print_table(docs: list[dict[str, Any]]) -> None:
    """Print how every tool does on the documents."""
    scorer = load_scorer()
    print("| tool | precision | recall | F1 | body kept | clean untouched | probes untouched |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, clean in PEERS.items():
        try:
            predictions = {doc["id"]: {"cleaned": clean(doc["text"])} for doc in docs}
        except ImportError:
            print(f"| {name} | not installed | | | | | |")
            continue
        print(_row(name, scorer.score(docs, predictions)[0]))
    ours = {doc["id"]: predict(doc, clean_article(doc["text"], outlet=doc.get("outlet"))) for doc in docs}
    print(_row("**Copydesk**", scorer.score(docs, ours)[0]))


def _row(name: str, score: dict[str, Any]) -> str:
    return (
        f"| {name} | {score['micro_p']:.3f} | {score['micro_r']:.3f} | {score['micro_f1']:.3f} "
        f"| {score['body_retention']:.4f} | {score['clean_untouched']}/{score['clean_docs']} "
        f"| {score['probes_untouched']}/{score['probes']} |"
    )


if __name__ == "__main__":
    main()
