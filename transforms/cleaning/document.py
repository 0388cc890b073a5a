"""The article as rules see it: lines, sentence-like segments, zones; and the spans that rules return.

All offsets are code points into `Document.text` (the text *after* repairs), half open.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from transforms.codes import EditKind
from transforms.records import Published
from transforms.text import lower, plain

_CLOSERS = "\"'”’»)]"
_TERMINALS = ".!?…"
BODY_WORDS = 14
"""A line with at least this many words that ends like a sentence counts as body-like."""
MOST_WORDS, GAP_WORDS = 60, 8
"""What a body-like line adds to the main block at most, and what any other line costs."""


class Layer(StrEnum):
    """Which layer of the cleaning found a span (`edits.layer`)."""

    REPAIR = "repair"
    RULE = "rule"
    BLOCK = "block"
    MEMORY = "memory"
    CLASSIFIER = "classifier"
    WHITESPACE = "whitespace"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Document.text` that a rule wants removed.

    `rule` is "family.what" ("credit.copyright_sign"). `confidence` is the share of hits that are right, as
    far as measured. `data` are values read out of the span, as pairs; keys: author, initials, agency,
    image_credit, place, country, published (ISO date or minute: 2023-03-21, 2023-03-21T15:04Z), title.
    """

    kind: EditKind
    start: int
    end: int
    rule: str
    confidence: float
    layer: Layer = Layer.RULE
    data: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line, trimmed: `text == document.text[start:end]`.

    `block` numbers the groups of lines that blank lines separate. `lower` (in lower case) and `plain` (with
    plain punctuation) have the same length as `text`.
    `body_like`: long enough and ends like a sentence. `terminal`: ends in . ! ? … (closing quotes aside).
    """

    index: int
    block: int
    start: int
    end: int
    text: str
    lower: str
    plain: str
    words: int
    terminal: bool
    body_like: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence-like piece of a line, trimmed: cut at sentence ends and at inline separators.

    `index` counts within the line. `opener` is the separator before the piece: "" (start of the line), "." (a
    sentence end), "|", "•", "·", "©", "(" (a bracket that opens with a photo or link cue), "[".
    `first`/`last`: stands at the start/end of its line.
    """

    index: int
    line: int
    start: int
    end: int
    text: str
    opener: str
    first: bool
    last: bool


# Where a line may fall apart. "Rain fell. It stopped", "… in Iraq. | Courtesy of …", "… issues. © IMAGO",
# "… said. (RELATED: …)", "… Soleimani. (AP Photo/…)". The leading character class is what makes the
# scan fast: the engine looks for those characters before it tries anything.
_CUT = re.compile(
    r"""[.!?…|•·»©(\[](?:
        (?<=[.!?…])(?P<dot>[\"'”’»)\]]{0,3}+\s++(?=[\"'“‘«(\[]?[^\W\d_a-z]|[\"'“‘(\[]?[0-9#@•—–©-]))
      | (?<=\s[|•·»])(?P<bar>)(?=\s)
      | (?<=©)(?P<copy>)
      | (?<=\()(?P<paren>)(?=(?i:(?:AP\ |file\ )?photo|images?\b|picture|related|read|watch|see\ also|more:|
          video|source|reuters|getty|afp|ap\b|reporting|editing|editor|additional))
      | (?<=\[)(?P<square>)
    )""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Rev|Hon|St|Jr|Sr|vs|No|Nos|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|U\.S|U\.K|U\.N|D\.C|e\.g|i\.e)|\b[A-Z])\.$"
)


def ends_sentence(text: str) -> bool:
    """Whether a trimmed text ends in sentence punctuation, closing quotes and brackets aside.

    >>> ends_sentence("He left.”"), ends_sentence("Putin promotes energy sources")
    (True, False)
    """
    tail = text[-6:].rstrip(_CLOSERS)
    return bool(tail) and tail[-1] in _TERMINALS


@dataclass(frozen=True)
class Document:
    """One article, parsed once and shared by all rules. Build with `Document(text, ...)`; parts are lazy.

    `text` is the text after repairs. `outlet`, `title`, `published`, `authors` are what the record itself
    says, if anything.
    """

    text: str
    outlet: str | None = None
    title: str | None = None
    published: Published | None = None
    authors: tuple[str, ...] = ()

    @cached_property
    def lower(self) -> str:
        """The text in lower case, same length: for cheap `"cue" in document.lower` checks."""
        return lower(self.text)

    @cached_property
    def plain(self) -> str:
        """The text with plain punctuation (`transforms.text.plain`), same length."""
        return plain(self.text)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The non-blank lines, in order."""
        found: list[Line] = []
        position, block, blank = 0, -1, True
        for piece in self.text.splitlines(keepends=True):
            bare = piece.strip()
            if not bare:
                blank = True
            else:
                block, blank = block + blank, False
                start = position + len(piece) - len(piece.lstrip())
                found.append(self._line(len(found), block, start, bare))
            position += len(piece)
        return tuple(found)

    def _line(self, index: int, block: int, start: int, text: str) -> Line:
        end = start + len(text)
        lower, plain = self.lower[start:end], self.plain[start:end]
        words, terminal = text.count(" ") + 1, ends_sentence(text)
        body_like = terminal and words >= BODY_WORDS
        return Line(index, block, start, end, text, lower, plain, words, terminal, body_like)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """The sentence-like pieces of all lines, in order."""
        return tuple(segment for line in self.lines for segment in self.segments_of(line))

    @cached_property
    def _segments(self) -> dict[int, tuple[Segment, ...]]:
        return {}

    def segments_of(self, line: Line) -> tuple[Segment, ...]:
        """The segments of one line, in order (at least one)."""
        known = self._segments.get(line.index)
        if known is None:
            known = self._segments[line.index] = _segments_of(line)
        return known

    def segment_at(self, line: Line, offset: int) -> Segment:
        """The segment of a line that holds the offset, or the last one that starts before it."""
        segments = self.segments_of(line)
        index = bisect_right(segments, offset, key=lambda segment: segment.start) - 1
        return segments[max(index, 0)]

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return tuple(line.start for line in self.lines)

    def line_at(self, offset: int) -> Line | None:
        """The line that holds the offset, or the last one that starts before it; None before the first."""
        index = bisect_right(self._line_starts, offset) - 1
        return self.lines[index] if index >= 0 else None

    @cached_property
    def first_body(self) -> int:
        """Index of the first body-like line (all lines if there is none); lines before it are the head."""
        return next((line.index for line in self.lines if line.body_like), len(self.lines))

    @cached_property
    def last_body(self) -> int:
        """Index of the last body-like line (-1 if there is none): lines after it are the tail."""
        return next((line.index for line in reversed(self.lines) if line.body_like), -1)

    @cached_property
    def main_block(self) -> tuple[int, int]:
        """Indices of the first and past the last line of the text's main block of prose.

        The run of lines with the largest sum, where a body-like line counts its words and any other costs
        `GAP_WORDS` (a maximum subarray, as Finn et al. 2001 find the body of a web page).
        """
        best = total = start = 0
        found = (0, 0)
        for line in self.lines:
            total += min(line.words, MOST_WORDS) if line.body_like else -GAP_WORDS
            if total <= 0:
                total, start = 0, line.index + 1
            elif total > best:
                best, found = total, (start, line.index + 1)
        return found

    def in_head(self, line: Line) -> bool:
        """Whether the line stands before the first body-like line."""
        return line.index < self.first_body

    def in_tail(self, line: Line) -> bool:
        """Whether the line stands after the last body-like line."""
        return line.index > self.last_body

    def fraction(self, offset: int) -> float:
        """Where the offset stands in the text, from 0.0 to 1.0."""
        return offset / len(self.text) if self.text else 0.0

    def neighbour(self, line: Line, step: int) -> Line | None:
        """The line `step` places further (negative: before), or None."""
        index = line.index + step
        return self.lines[index] if 0 <= index < len(self.lines) else None


class Found:
    """What earlier rules found: the second argument of a follower. Knows which lines are covered."""

    def __init__(self, document: Document, spans: Iterable[Span] = ()) -> None:
        self.document = document
        self.spans: list[Span] = []
        self._by_line: dict[int, list[Span]] = {}
        self.extend(spans)

    def extend(self, spans: Iterable[Span]) -> None:
        """Add what one more rule found."""
        for span in spans:
            self.spans.append(span)
            line = self.document.line_at(span.start)
            while line is not None and line.start < span.end:
                self._by_line.setdefault(line.index, []).append(span)
                line = self.document.neighbour(line, 1)

    def on_line(self, line: Line) -> Sequence[Span]:
        """The spans that touch the line, in the order in which they were found."""
        return self._by_line.get(line.index, ())

    def covered(self, line: Line) -> bool:
        """Whether the spans found so far take out the whole line (white space aside)."""
        spans = self.on_line(line)
        if not spans:
            return False
        position = line.start
        for span in sorted(spans, key=lambda span: span.start):
            if self.document.text[position : max(span.start, position)].strip():
                return False
            position = max(position, span.end)
        return not self.document.text[position : line.end].strip()

    def free_text(self, start: int, end: int) -> bool:
        """Whether no span found so far touches `[start, end)`."""
        line = self.document.line_at(start)
        spans = self.on_line(line) if line else ()
        return not any(span.start < end and start < span.end for span in spans)


Rule = Callable[[Document], Iterable[Span]]
"""Looks at the document alone."""
Follower = Callable[[Document, Found], Iterable[Span]]
"""Runs after the rules, in order, and sees what all before it found (blocks, captions beside credits, …)."""


def _segments_of(line: Line) -> tuple[Segment, ...]:
    pieces = _cut(line.text)
    last = len(pieces) - 1
    return tuple(
        Segment(
            number,
            line.index,
            line.start + start,
            line.start + end,
            line.text[start:end],
            opener,
            number == 0,
            number == last,
        )
        for number, (start, end, opener) in enumerate(pieces)
    )


def _cut(text: str) -> list[tuple[int, int, str]]:
    """Start, end and opener of the pieces of one trimmed line."""
    pieces: list[tuple[int, int, str]] = []
    start, opener = 0, ""
    for match in _CUT.finditer(text):
        dot = match.lastgroup == "dot"
        if dot and _ABBREVIATION.search(text, max(0, match.start() - 8), match.start() + 1):
            continue
        at = match.end() if dot or match.lastgroup == "bar" else match.start()
        before = match.end() if dot else match.start()
        _add_piece(pieces, text, start, before, opener)
        start, opener = at, "." if dot else match.group()
    _add_piece(pieces, text, start, len(text), opener)
    return pieces or [(0, len(text), "")]


def _add_piece(pieces: list[tuple[int, int, str]], text: str, start: int, end: int, opener: str) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        at = start + len(piece) - len(piece.lstrip())
        pieces.append((at, at + len(bare), opener))
