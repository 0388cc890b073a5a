"""One article as a sequence of pieces of its raw text, each saying what became of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.annotate import Annotation
from transforms.cleaning import offset_map
from transforms.codes import EditAction, EditKind
from transforms.records import CleanArticle, DateMention, Edit, Mention, RawArticle

_BLANK_LINES = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of raw text under one edit or none, and under one mention or date or none.

    `text` is the raw text, but for runs of blank lines, of which one is shown.
    """

    text: str
    edit: Edit | None = None
    mention: Mention | None = None
    date: DateMention | None = None
    closes: bool = False
    """Whether the mention or date ends here."""

    @property
    def is_removed(self) -> bool:
        """Whether the words are no longer in the clean text."""
        return self.edit is not None and self.edit.action is EditAction.REMOVE

    @property
    def is_repaired(self) -> bool:
        """Whether other words stand there now (changes of white space are not worth showing)."""
        return self.edit is not None and not self.is_removed and self.edit.kind is not EditKind.WHITESPACE


@dataclass(frozen=True, slots=True)
class View:
    """All that `copydesk inspect` shows of an article."""

    article: RawArticle
    clean: CleanArticle
    annotation: Annotation
    pieces: tuple[Piece, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits without those of white space."""
        return tuple(edit for edit in self.clean.edits if edit.kind is not EditKind.WHITESPACE)

    def raw(self, edit: Edit) -> str:
        """The raw words of an edit on one line."""
        return " ".join(self.article.raw_text[edit.start : edit.end].split())

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What is known of the article: names and values, those that are there."""
        known = self.clean.metadata
        published = known.published
        stated = f"{published.at or published.day} ({published.source})" if published else ""
        place = " ".join(filter(None, (known.dateline_place, known.dateline_country)))
        values = (
            ("title", known.title or ""),
            ("outlet", self.article.outlet or ""),
            ("published", stated),
            ("authors", "; ".join(known.authors)),
            ("initials", "; ".join(known.initials)),
            ("agency", "; ".join(known.agencies)),
            ("dateline", place),
            ("image credits", "; ".join(known.image_credits)),
        )
        return [(name, value) for name, value in values if value]


def make_view(article: RawArticle, clean: CleanArticle, annotation: Annotation) -> View:
    """The view of an article that has been cleaned and annotated."""
    return View(article, clean, annotation, tuple(_pieces(article.raw_text, clean, annotation)))


Overlay = tuple[int, int, Mention | None, DateMention | None]


def _pieces(raw: str, clean: CleanArticle, annotation: Annotation) -> Iterator[Piece]:
    overlays = _overlays(raw, clean, annotation)
    cuts = {0, len(raw)}
    for start, end in _spans(clean.edits, overlays):
        cuts |= {start, end}
    points = sorted(cuts)
    edits, marks = list(clean.edits), list(overlays)
    for start, end in pairwise(points):
        yield from _insertions(edits, start)
        while edits and edits[0].end <= start:
            edits.pop(0)
        while marks and marks[0][1] <= start:
            marks.pop(0)
        edit = edits[0] if edits and edits[0].start <= start else None
        mark = marks[0] if marks and marks[0][0] <= start else None
        mention, date = (mark[2], mark[3]) if mark else (None, None)
        text = raw[start:end]
        if edit is not None and edit.kind is EditKind.WHITESPACE:
            text = _BLANK_LINES.sub("\n\n", text)
        yield Piece(text, edit, mention, date, closes=mark is not None and mark[1] == end)


def _insertions(edits: list[Edit], position: int) -> Iterator[Piece]:
    """Repairs that put something in where nothing stood."""
    while edits and edits[0].start == edits[0].end == position:
        yield Piece("", edits.pop(0))


def _spans(edits: Iterable[Edit], overlays: Iterable[Overlay]) -> Iterator[tuple[int, int]]:
    yield from ((edit.start, edit.end) for edit in edits)
    yield from ((start, end) for start, end, _, _ in overlays)


def _overlays(raw: str, clean: CleanArticle, annotation: Annotation) -> Sequence[Overlay]:
    """Mentions and dates in raw offsets, sorted, the earlier and longer of two that overlap."""
    spots = offset_map(raw, clean.edits)
    found: list[Overlay] = []
    items: list[Mention | DateMention] = [*annotation.mentions, *annotation.dates]
    for item in items:
        place = spots.to_raw(item.start, item.end)
        if place:
            mention = item if isinstance(item, Mention) else None
            date = item if isinstance(item, DateMention) else None
            found.append((*place, mention, date))
    kept: list[Overlay] = []
    for overlay in sorted(found, key=lambda one: (one[0], -one[1])):
        if not kept or overlay[0] >= kept[-1][1]:
            kept.append(overlay)
    return kept
