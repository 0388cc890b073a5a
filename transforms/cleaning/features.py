"""What the line classifier looks at: words, shape, place and neighbours of a line, as names of binary features.

The same function serves training and use. No feature looks further than the article itself.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.cleaning.document import Document, Found, Line

MOST_TOKENS = 60
"""Tokens of a line that are looked at: the first 40 and the last 20 of a longer one."""
_HEAD_TOKENS = 40
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d+|[^\w\s]")
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_URL = re.compile(r"https?:|www\.|\b[a-z0-9-]+\.(?:com|org|net|co|gov|edu)\b|@\w")
_STOPWORDS = frozenset(
    "about after again their there these those which while would could should where other being before between"
    " through during under against because since until without within people".split()
)
EDGE = 3
"""Lines at either end of the article that are always looked at."""


@dataclass(frozen=True, slots=True)
class View:
    """A document with what is counted once for all its lines.

    `shapes` holds one code a line, upper case for one that the rules removed; `words` counts the longer words.
    """

    document: Document
    found: Found
    shapes: tuple[str, ...]
    titled: tuple[int, ...]
    words: Counter[str]
    context: tuple[str, ...]


def view(document: Document, found: Found) -> View:
    """Count what the features of all lines share."""
    titled = tuple(_titled(line.text) for line in document.lines)
    shapes = tuple(
        "#" if found.on_line(line) and found.covered(line) else _shape(line, titled[line.index])
        for line in document.lines
    )
    words = Counter(_CONTENT.findall(document.lower))
    return View(document, found, shapes, titled, words, _context(shapes))


def _titled(text: str) -> int:
    """Title-case share of the longer words in fifths (0 to 5); 6 for fewer than two such words."""
    longer = [word for word in text.split()[:MOST_TOKENS] if len(word) > 3 and word[0].isalpha()]
    if len(longer) < 2:
        return 6
    return 5 * sum(word[0].isupper() for word in longer) // len(longer)


def _shape(line: Line, titled: int) -> str:
    if line.body_like:
        return "b" if line.words > 40 else "m"
    if line.terminal:
        return "t"
    if line.words > 24:
        return "l"
    if line.words <= 3:
        return "w"
    return "h" if titled in (4, 5) else "s"


def _context(shapes: Sequence[str]) -> tuple[str, ...]:
    """Features of the whole article: its length in lines, how many of them are short, what rules took."""
    count = len(shapes)
    short = sum(shape in "whs" for shape in shapes)
    return (
        f"dn{min(count.bit_length(), 7)}",
        f"ds{min(short.bit_length(), 5)}",
        f"dr{min(sum(shape == '#' for shape in shapes).bit_length(), 4)}",
        f"db{min(sum(shape in 'bm' for shape in shapes).bit_length(), 5)}",
    )


def candidates(seen: View) -> list[Line]:
    """Lines worth a look: all but long sentence-ended ones in the middle between others like them."""
    shapes, last = seen.shapes, len(seen.shapes) - 1
    return [
        line
        for line, shape in zip(seen.document.lines, shapes, strict=True)
        if shape != "#"
        and (
            shape not in "bm"
            or line.index < EDGE
            or line.index > last - EDGE
            or line.words <= 24
            or shapes[line.index - 1] == "#"
            or shapes[line.index + 1] == "#"
            or _URL.search(line.lower)
        )
    ]


def features(seen: View, line: Line) -> list[str]:
    """The names of the features that hold for a line (some may stand twice)."""
    tokens = _TOKEN.findall(line.lower)
    if len(tokens) > MOST_TOKENS:
        tokens = tokens[:_HEAD_TOKENS] + tokens[_HEAD_TOKENS - MOST_TOKENS :]
    tokens = ["0" * min(len(token), 4) if token[0].isdigit() else token for token in tokens]
    names = ["w" + token for token in dict.fromkeys(tokens)]
    names += ["b" + one + " " + two for one, two in zip(tokens, tokens[1:], strict=False)]
    names += ("f" + " ".join(tokens[:1]), "g" + " ".join(tokens[:2]), "G" + " ".join(tokens[:3]))
    names += ("e" + " ".join(tokens[-1:]), "E" + " ".join(tokens[-2:]))
    names += _look(seen, line)
    names += _place(seen, line)
    names += seen.context
    return names


def _look(seen: View, line: Line) -> list[str]:
    """Shape, case, punctuation, and how much the line has to do with the rest of the article."""
    text, shape, titled = line.text, seen.shapes[line.index], seen.titled[line.index]
    length = min(line.words.bit_length(), 8) if line.words < 4 else min(4 + line.words // 5, 16)
    told = _told(seen, line)
    marks = "".join(mark for mark in '"“|©•@#:[(>?!' if mark in text)
    names = [
        "S" + shape,
        f"L{length}",
        f"T{shape}{titled}",
        f"o{told}{shape}",
        f"O{told}{titled}{'t' if line.terminal else 'n'}",
        "c" + _case(text),
        "z" + (text[-1] if not text[-1].isalnum() else "a"),
        f"k{_case(text)}{text[-1] if not text[-1].isalnum() else 'a'}{min(length, 8)}",
    ]
    names += ["m" + mark for mark in marks]
    if _URL.search(line.lower):
        names += ("u", "u" + shape)
    outlet = seen.document.outlet
    if outlet and len(outlet) > 2 and outlet.lower() in line.lower:
        names += ("N", "N" + shape)
    if seen.document.text.count(text) > 1:
        names += ("R", "R" + shape)
    if text.isupper():
        names.append("U" + shape)
    return names


def _case(text: str) -> str:
    first = text.lstrip("\"'“‘«([*•-–—> ")[:1]
    return "l" if first.islower() else "u" if first.isupper() else "d" if first.isdigit() else "x"


def _told(seen: View, line: Line) -> str:
    """How many of the line's longer words stand elsewhere in the article, in quarters; "-" without any."""
    own = [word for word in _CONTENT.findall(line.lower) if word not in _STOPWORDS][:MOST_TOKENS]
    if not own:
        return "-"
    counts = seen.words
    shared = sum(counts[word] > 1 for word in own)
    return str(4 * shared // len(own)) + ("+" if len(own) > 3 else "")


def _place(seen: View, line: Line) -> list[str]:
    """Where the line stands, and beside what."""
    shapes, index, count = seen.shapes, line.index, len(seen.shapes)
    own = shapes[index]
    head, tail = min(index, 4), min(count - 1 - index, 4)
    before = shapes[index - 1] if index else "^"
    after = shapes[index + 1] if index + 1 < count else "$"
    before2 = shapes[index - 2] if index > 1 else "^"
    after2 = shapes[index + 2] if index + 2 < count else "$"
    zone = "h" if seen.document.in_head(line) else "t" if seen.document.in_tail(line) else "m"
    names = [
        f"h{head}",
        f"t{tail}",
        f"h{head}{own}",
        f"t{tail}{own}",
        f"p{before}{own}",
        f"n{own}{after}",
        f"pn{before}{own}{after}",
        f"pp{before2}{before}{own}",
        f"nn{own}{after}{after2}",
        f"Z{zone}{own}",
        f"tz{zone}{seen.titled[index]}{own}",
    ]
    if seen.found.on_line(line):
        names += [f"r{span.kind.value}{own}" for span in seen.found.on_line(line)]
    names += _beside(seen, index)
    return names


def _beside(seen: View, index: int) -> list[str]:
    """Kinds of what the rules removed from the lines next to this one."""
    names = []
    for step in (-2, -1, 1, 2):
        if 0 <= index + step < len(seen.shapes):
            spans = seen.found.on_line(seen.document.lines[index + step])
            names += [f"x{step}{kind}" for kind in {span.kind.value for span in spans}]
    return names
