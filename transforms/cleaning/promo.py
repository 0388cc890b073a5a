"""Promotion: related links, newsletters, share bars, adverts, appeals. The phrases stand in `data/promo.tsv`."""

from collections.abc import Iterator

from transforms.cleaning.document import Document, Span
from transforms.cleaning.phrases import find, phrase_table


def find_promo(document: Document) -> Iterator[Span]:
    """Lines and sentences that promote something, anchored on their whole shape."""
    for hit in find(document, phrase_table("promo.tsv")):
        if hit.phrase.scope not in {"segment", "rest"} or not is_speech(hit.match.group()):
            yield hit.span()


def is_speech(text: str) -> bool:
    """Whether a sentence quotes or reports somebody: then it is prose, whatever it advertises.

    >>> is_speech('"Sign up for the newsletter," she said.')
    True
    """
    return text.startswith(('"', "'")) or any(verb in text for verb in _SPEECH)


_SPEECH = (" said", " says ", " told ", " tweeted", " wrote ", " added", " according to", " asked ")
