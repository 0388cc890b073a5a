"""Copies of the headline in front of the body."""

import re
from collections.abc import Iterator

from transforms.cleaning.document import Document, Span
from transforms.codes import EditKind

_WORDS = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’]")
_LONGEST = 30
"""Words of the longest headline."""
_SHORTEST = 3
_SITE_WORDS = 4


def normal_title(text: str) -> str:
    """A headline's letters and digits, for comparing copies.

    >>> normal_title("Putin’s visit: what’s next?") == normal_title("Putin's Visit — What's next")
    True
    """
    return " ".join(_WORDS.findall(_APOSTROPHE.sub("", text.lower())))


def without_site(title: str) -> str:
    """The headline without a site's name behind " | " or " - ": "Rain falls | Example News".

    >>> without_site("Rain falls | Example News")
    'Rain falls'
    """
    for mark in (" | ", " – ", " — ", " - "):
        head, found, tail = title.rpartition(mark)
        if found and len(tail.split()) <= _SITE_WORDS <= len(head.split()) + 2:
            return head
    return title


def duplicate_title(document: Document) -> Iterator[Span]:
    """Lines before the body that repeat the record's title, or, where it has none, an earlier line."""
    lines = [line for line in document.lines[: document.first_body + 1] if line.words <= _LONGEST]
    if not document.title and len(lines) == 1:
        return
    titles = {normal_title(title) for title in (document.title or "", without_site(document.title or ""))} - {
        ""
    }
    seen: set[str] = set()
    for line in lines:
        keys = {normal_title(line.text), normal_title(without_site(line.text))}
        if keys & titles and document.text != line.text:
            yield Span(EditKind.DUPLICATE_TITLE, line.start, line.end, "duplicate_title.record", 0.97)
        elif not titles and line.words >= _SHORTEST and keys & seen:
            yield Span(EditKind.DUPLICATE_TITLE, line.start, line.end, "duplicate_title.again", 0.9)
        seen |= keys
