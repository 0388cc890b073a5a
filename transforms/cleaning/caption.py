"""Captions: the text beside an image credit, and lines that only a picture explains ("… (right) …")."""

import re
from collections.abc import Iterator, Sequence

from transforms.cleaning.blocks import title_case
from transforms.cleaning.document import Document, Found, Layer, Line, Span
from transforms.codes import EditKind
from transforms.text import plain

CAPTION_WORDS = 110
RUN_IN_WORDS = 75
"""Words of a caption that runs into the first paragraph at most."""
VIDEO_WORDS = 70
BEFORE_WORDS = range(3, 46)
"""Words of a caption on the line before its credit."""
AFTER_WORDS = 60
REST_WORDS = 14
"""More words behind a credit than these are prose, or another caption."""
HEAD_LINES = 3


_NOT_CAPTION = (
    "how ",
    "why ",
    "what ",
    "when ",
    "who ",
    "where ",
    "is ",
    "are ",
    "can ",
    "will ",
    "let's ",
    "let’s ",
)
"""Openings of headlines and subheads rather than captions."""


def find_captions(document: Document) -> Iterator[Span]:
    """Lines that end like the text beside a video: "… why the tides turned. (4:29)", "… (Jan. 27)"."""
    for line in document.lines:
        if line.text.endswith(")") and line.words <= VIDEO_WORDS and _VIDEO_END.search(line.text[-16:]):
            yield _caption(line.start, line.end, "caption.video", 0.95)


_VIDEO_END = re.compile(
    r"\s\((?:\d{1,2}:\d\d|"
    r"(?:Jan|Feb|Mar|March|Apr|April|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2})\)$"
)


def caption_beside_credit(document: Document, found: Found) -> Iterator[Span]:
    """The caption that a credit found earlier belongs to."""
    for line in document.lines:
        found_credits = sorted(
            (span for span in found.on_line(line) if span.kind is EditKind.CREDIT),
            key=lambda span: span.start,
        )
        if found_credits and not found.covered(line):
            yield from _on_line(document, line, found_credits)
        elif found_credits:
            yield from _line_before(document, line, found)


def _on_line(document: Document, line: Line, found_credits: Sequence[Span]) -> Iterator[Span]:
    position = line.start
    for credit in found_credits:
        before = document.text[position : credit.start]
        after = document.text[credit.end : line.end]
        if before.strip(" ()[]|") and not _is_quote(before) and _is_caption(line, before, after):
            yield _caption(position, credit.start, "caption.with_credit", 0.96)
        position = max(position, credit.end)
    after = document.text[position : line.end]
    if (
        found_credits[0].start == line.start
        and 0 < len(after.split()) <= AFTER_WORDS
        and found_credits[0].rule.endswith("start")
    ):
        yield _caption(position, line.end, "caption.after_credit", 0.95)


def _is_quote(text: str) -> bool:
    """Whether the text is a quotation from end to end: then the bracket behind it names its source."""
    bare = plain(text.strip())
    return bare.startswith('"') and bare.endswith('"')


def _is_caption(line: Line, before: str, after: str) -> bool:
    words = len(before.split())
    rest = len(after.split())
    if rest <= REST_WORDS:
        return words <= CAPTION_WORDS
    return line.index < HEAD_LINES and words <= RUN_IN_WORDS


def _line_before(document: Document, line: Line, found: Found) -> Iterator[Span]:
    before = document.neighbour(line, -1)
    if before is None or found.on_line(before) or before.words not in BEFORE_WORDS:
        return
    if (
        before.terminal
        or before.index == 0
        or title_case(before)
        or before.lower.startswith(_NOT_CAPTION)
        or before.text.endswith(":")
        or "@" in before.text
    ):
        return
    yield _caption(before.start, before.end, "caption.before_credit", 0.93, Layer.BLOCK)


def _caption(start: int, end: int, rule: str, confidence: float, layer: Layer = Layer.RULE) -> Span:
    return Span(EditKind.CAPTION, start, end, rule, confidence, layer)
