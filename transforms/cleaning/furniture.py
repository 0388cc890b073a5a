"""Page furniture: lines that are buttons, labels, menus, galleries. The words stand in `data/lines.tsv`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from transforms.cleaning.document import Document, Line, Span
from transforms.cleaning.phrases import read_table
from transforms.codes import EditKind
from transforms.text import plain

KNOWN_WORDS = 6
CAPITALS_WORDS = range(8, 31)
MENU_WORDS = 20
GLUED = 3
"""Words of a menu that lost the spaces between them ("PoliticsSportWeather") at least."""
FIRST_LINES = 10
GALLERY_LINES = 4
OPENING = 20
OPENING_WORDS = 5
CAPITALISED = 3

_STRIP = " \t:.…!»>«<|•·*-–—[]()"
_GLUED = re.compile(r"[a-z]{3}[A-Z][a-z]{2}")


class Role(StrEnum):
    """What a known line does: furniture wherever it stands, only in a run, or the cue line of a block."""

    ALONE = "alone"
    NAV = "nav"
    OPENER = "opener"


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A row of `data/lines.tsv`."""

    kind: EditKind
    role: Role


@cache
def _known_lines() -> dict[str, KnownLine]:
    return {row[0]: KnownLine(EditKind(row[1]), Role(row[2])) for row in read_table("lines.tsv")}


def known_line(line: Line) -> KnownLine | None:
    """The row of `data/lines.tsv` for a line, punctuation around it aside."""
    if line.words > KNOWN_WORDS:
        return None
    text = plain(line.lower)
    return _known_lines().get(text) or _known_lines().get(text.strip(_STRIP))


def is_opener(line: Line) -> bool:
    """Whether the line is a cue line of related links that `data/lines.tsv` knows."""
    known = known_line(line)
    return known is not None and known.role is Role.OPENER


def find_furniture(document: Document) -> Iterator[Span]:
    """Buttons and labels ("Share", "Back to top"), glued menus, capital headlines amid prose, galleries."""
    for line in _sections(document):
        yield Span(EditKind.BOILERPLATE, line.start, line.end, "boilerplate.section", 0.95)
    capitals = sum(line.text.isupper() and line.words > 1 for line in document.lines)
    for line in document.lines:
        known = known_line(line)
        if known and known.role is not Role.NAV:
            yield Span(known.kind, line.start, line.end, f"{known.kind}.line", 0.96)
        elif (
            capitals == 1
            and line.words in CAPITALS_WORDS
            and line.text.isupper()
            and _amid_prose(document, line)
        ):
            yield Span(EditKind.PROMO, line.start, line.end, "promo.caps_headline", 0.93)
        elif line.words <= MENU_WORDS and not line.terminal and len(_GLUED.findall(line.text)) >= GLUED:
            yield Span(EditKind.BOILERPLATE, line.start, line.end, "boilerplate.glued_menu", 0.96)
    yield from _galleries(document)


def _sections(document: Document) -> Iterator[Line]:
    """Navigation words and a breadcrumb ("Home The tides have turned") above everything else."""
    titles = {line.text for line in document.lines[:FIRST_LINES]}
    for line in document.lines[: document.first_body]:
        breadcrumb = line.text.startswith("Home ") and line.text[5:] in titles
        if not breadcrumb and not known_line(line):
            return
        yield line


def _amid_prose(document: Document, line: Line) -> bool:
    """Whether a line that doesn't end like a sentence or a lead-in stands between two paragraphs of prose."""
    before, after = document.neighbour(line, -1), document.neighbour(line, 1)
    amid = before is not None and after is not None and before.body_like and after.body_like
    return amid and not line.text.endswith((":", ".", "!", "?"))


def _galleries(document: Document) -> Iterator[Span]:
    """Picture galleries dumped into the text: lines running that open with the same title."""
    group: list[Line] = []
    for line in document.lines:
        if group and _same_title(group[-1], line):
            group.append(line)
            continue
        yield from _gallery(group)
        group = [line]
    yield from _gallery(group)


def _gallery(group: Sequence[Line]) -> Iterator[Span]:
    for line in group if len(group) >= GALLERY_LINES else ():
        yield Span(EditKind.CAPTION, line.start, line.end, "caption.gallery_title", 0.96)


def _same_title(one: Line, two: Line) -> bool:
    """Whether two lines open with the same words, some of them capitalised, and then differ."""
    if one.text[:OPENING] != two.text[:OPENING] or one.text == two.text:
        return False
    words = one.text.split(maxsplit=OPENING_WORDS)[:OPENING_WORDS]
    same = words == two.text.split(maxsplit=OPENING_WORDS)[:OPENING_WORDS]
    return same and sum(word[0].isupper() or word[0].isdigit() for word in words) >= CAPITALISED
