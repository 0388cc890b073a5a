"""Pull quotes: a line of its own that repeats a passage of a longer line, and the attribution behind it."""

from collections.abc import Iterator

from transforms.cleaning.document import Document, Line, Span
from transforms.codes import EditKind
from transforms.text import plain

MIN_CHARACTERS = 30
PROBE = 12
"""Characters on either side of the middle of a line that its repetition surely holds: looked for first."""
REPEATS = 2
SOURCE_WORDS = 10
MAX_WORDS = 70
HEAD_LINES = 3
"""A standfirst that the body repeats stays: the later passage is the prose."""
MIN_WORDS = 7
SHORTENED_WORDS = 14
NAME_WORDS = 5
LONGER = 8
"""Characters by which the line that a pull quote repeats is longer at least."""
MOST_WORK = 100_000_000
"""Characters to compare at most: lines looked for times length of the text. Only a whole archive has more."""
MAX_QUOTES = 3
"""A text that repeats more of its lines is a digest or a transcript, not an article with pull quotes."""
UNQUOTED_WORDS = 10
"""A repeat without a full stop needs this many words: shorter ones are subheads that quote the text."""
_REPORTED = (" said", "according to ")
"""Who reports what somebody said writes prose; a pull quote is bare."""
_DROPPED = ('"', "'", "«", "»", "*", "…", "•")


def find_pullquotes(document: Document) -> Iterator[Span]:
    """Lines whose words stand, in the same order, inside a longer line."""
    candidates = [line for line in document.lines[HEAD_LINES:] if _could_be(line)]
    if len(candidates) * len(document.text) > MOST_WORK:
        return
    candidates = [line for line in candidates if _may_repeat(document, line)]
    if not candidates:
        return
    folded = _fold("\n".join(line.text for line in document.lines))
    whole = "\n".join(folded)
    repeats = [line for line in candidates if _repeated(document, whole, folded, line)]
    for line in repeats if len(repeats) <= MAX_QUOTES else ():
        yield Span(EditKind.BOILERPLATE, line.start, line.end, "boilerplate.pullquote", 0.96)
        yield from _attribution(document, line)


def _could_be(line: Line) -> bool:
    enough = MIN_WORDS if line.terminal else UNQUOTED_WORDS
    return enough <= line.words <= MAX_WORDS and not any(verb in line.lower for verb in _REPORTED)


def _may_repeat(document: Document, line: Line) -> bool:
    """Whether the words in the middle of the line stand elsewhere too; marks that vary leave it open."""
    middle = (line.end - line.start) // 2
    words = line.lower[max(0, middle - PROBE) : middle + PROBE]
    if not words.isascii() or any(mark in words for mark in _DROPPED):
        return True
    lower = document.lower
    return lower.find(words, line.end) >= 0 or lower.find(words, 0, line.start) >= 0


def _fold(text: str) -> list[str]:
    """The lines of a text in lower case, without quotation marks and white space that vary."""
    text = plain(text).lower()
    for char in _DROPPED:
        text = text.replace(char, "")
    return [" ".join(line.split()).strip(" -.") for line in text.split("\n")]


def _repeated(document: Document, whole: str, folded: list[str], line: Line) -> bool:
    """Whether the line's words, a few at one end aside, stand inside another, longer line of prose."""
    words = folded[line.index]
    middle = len(words) // 2
    if len(words) < MIN_CHARACTERS or whole.count(words[middle - PROBE : middle + PROBE]) < REPEATS:
        return False
    own = sum(len(text) + 1 for text in folded[: line.index])
    for part in (words, *_shortened(words)):
        at = whole.find(part)
        while own <= at < own + len(words):
            at = whole.find(part, own + len(words))
        if at >= 0:
            host = document.lines[whole.count("\n", 0, at)]
            return host.body_like and host.end - host.start >= len(words) + LONGER
    return False


def _shortened(words: str) -> Iterator[str]:
    """The words without the name behind a dash, and without the first or the last three, if enough are left."""
    quote, _, name = words.rpartition(" - ")
    if quote and name.count(" ") < NAME_WORDS:
        yield quote
    parts = words.split(" ")
    if len(parts) >= SHORTENED_WORDS:
        yield " ".join(parts[3:])
        yield " ".join(parts[:-3])


def _attribution(document: Document, line: Line) -> Iterator[Span]:
    after = document.neighbour(line, 1)
    if after and after.words <= SOURCE_WORDS and after.text.startswith(("—", "–", "- ", "-- ")):
        yield Span(EditKind.BOILERPLATE, after.start, after.end, "boilerplate.pullquote_source", 0.93)
