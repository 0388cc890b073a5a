"""Boilerplate: rights notices, disclaimers, comment rules, page furniture. Phrases: `data/boilerplate.tsv`."""

from collections.abc import Iterator

from transforms.cleaning.document import Document, Span
from transforms.cleaning.phrases import find, phrase_table
from transforms.cleaning.promo import is_speech


def find_boilerplate(document: Document) -> Iterator[Span]:
    """Lines and sentences that every article of a site carries."""
    for hit in find(document, phrase_table("boilerplate.tsv")):
        if hit.phrase.scope not in {"segment", "rest"} or not is_speech(hit.match.group()):
            yield hit.span()
