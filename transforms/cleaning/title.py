"""Copies of the headline in front of the body."""

import re
from collections.abc import Iterator

from transforms.cleaning.document import Document, Found, Line, Span
from transforms.codes import EditKind

_WORDS = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['’]")
_LONGEST = 30
"""Words of the longest headline."""
_SHORTEST = 3
_SITE_WORDS = 4
_LONGER = re.compile(r"[^\W\d_]{4,}")
ABOVE = 25
"""Lines above the main block among which its headline is looked for."""
HEADLINE_WORDS = range(4, 26)
LEAST_SHARED = 0.5


def headline_above(document: Document, found: Found) -> Line | None:
    """The line above the main block that is most likely its headline: it shares the most words with it.

    Of equals the first. None where no line of headline length that is left shares half of its longer words.
    """
    start, end = document.main_block
    if start == end:
        return None
    body = frozenset(
        _LONGER.findall(document.lower, document.lines[start].start, document.lines[end - 1].end)
    )
    best: Line | None = None
    most = LEAST_SHARED
    for line in document.lines[max(0, start - ABOVE) : start]:
        words = _LONGER.findall(line.lower)
        if line.words in HEADLINE_WORDS and not line.body_like and words and not found.covered(line):
            shared = sum(word in body for word in words) / len(words)
            if shared > most:
                best, most = line, shared
    return best


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
