"""Metadata of an article: the record's own fields, and the values that rules read out of its artefacts."""

from collections.abc import Iterable

from transforms.cleaning.document import Document, Span
from transforms.records import Metadata


def assemble(document: Document, found: Iterable[Span], removed: Iterable[Span]) -> Metadata:
    """Put the metadata together."""
    del found, removed
    return Metadata(title=document.title, published=document.published, authors=document.authors)
