"""The phrase tables as one rule: a hit of any family becomes a span of its kind."""

from collections.abc import Iterator

from transforms.cleaning.authors import clean_name
from transforms.cleaning.byline import byline_data
from transforms.cleaning.document import Document, Span
from transforms.cleaning.phrases import Hit, find
from transforms.cleaning.promo import is_prose
from transforms.codes import EditKind


def find_phrases(document: Document) -> Iterator[Span]:
    """Lines and sentences that match a row of `data/{promo,boilerplate,byline,caption}.tsv`."""
    for hit in find(document):
        kind = hit.phrase.kind
        if kind is EditKind.BYLINE:
            yield hit.span(byline_data(hit))
        elif kind is EditKind.CAPTION or not (is_prose(hit) or _is_nobody(hit)):
            yield hit.span()


def _is_nobody(hit: Hit) -> bool:
    """Whether the phrase asks for a person's name (group `who`) and what stands there is none."""
    who = hit.match.groupdict().get("who")
    return who is not None and clean_name(who) is None
