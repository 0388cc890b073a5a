"""What the line classifier looks at: words, shape, place and neighbours of a line, as names of features.

The same function serves training and use. No feature looks further than the article itself. Long lines are
looked at by their first and last words, so that the cost of a line is bounded.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.cleaning.document import Document, Found, Line

HEAD_CHARACTERS = 140
TAIL_CHARACTERS = 80
"""Words of a line beyond its first `HEAD_CHARACTERS` and last `TAIL_CHARACTERS` are not looked at."""
MOST_RUN = 6
_SHORT = "whs"
TAIL = 2
"""Paragraphs in the main block are looked at only where they open the article, close it, or stand beside a gap, an
address."""
REACH = 10_000
"""Characters around a line in which its words are looked for: the cost of a line is bounded."""
LONG = 40
HEADLINE = 24
LABEL = 3
CONTENT = 5
"""Words of at least so many characters count as content."""
MOST_CONTENT = 4
"""Content words of a line that are looked for in the rest of the article."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d+|[^\w\s]")
_EDGES = "\"'“”‘’«»()[]{}.,;:!?…*•-–—|>#"
_ADDRESS = ("http", "www.", "@", ".com", ".org", ".net")
_STOPWORDS = frozenset(
    {
        "about",
        "after",
        "again",
        "their",
        "there",
        "these",
        "those",
        "which",
        "while",
        "would",
        "could",
        "should",
    }
    | {
        "where",
        "other",
        "being",
        "before",
        "between",
        "through",
        "during",
        "under",
        "against",
        "because",
        "since",
    }
    | {"until", "without", "within", "people"}
)
_MARKS = '"“|©•@#:[(>?!'
_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 19, 24, 30, 40, 60, 100)


@dataclass(frozen=True, slots=True)
class View:
    """A document with what is counted once for all its lines.

    `shapes` holds one code a line: # taken by the rules, b long paragraph, m shorter one, t short sentence, l
    long without a full stop, w up to three words, h headline case, s sentence case. `titled` is the share of
    capitals in fifths (6: unknown), `taken` the kinds that rules found on the line.
    """

    document: Document
    shapes: str
    titled: tuple[int, ...]
    taken: tuple[frozenset[str], ...]
    context: tuple[str, ...]


def view(document: Document, found: Found) -> View:
    """Count what the features of all lines share."""
    lines = document.lines
    taken = tuple(frozenset(span.kind.value for span in found.on_line(line)) for line in lines)
    titled = tuple(6 if line.body_like else _titled(line.text) for line in lines)
    shapes = "".join(
        "#" if taken[line.index] and found.covered(line) else _shape(line, titled[line.index])
        for line in lines
    )
    return View(document, shapes, titled, taken, _context(document, shapes))


def _titled(text: str) -> int:
    """Share of the longer words that open with a capital, in fifths (0 to 5); 6 for less than two."""
    longer = [word[0] for word in text[:HEAD_CHARACTERS].split() if len(word) > LABEL and word[0].isalpha()]
    if len(longer) <= 1:
        return 6
    return 5 * sum(map(str.isupper, longer)) // len(longer)


def _shape(line: Line, titled: int) -> str:
    if line.body_like:
        return "b" if line.words > LONG else "m"
    if line.terminal:
        return "t"
    if line.words > HEADLINE:
        return "l"
    if line.words <= LABEL:
        return "w"
    return "h" if titled in (4, 5) else "s"


def _context(document: Document, shapes: str) -> tuple[str, ...]:
    """Features of the whole article: lines, their share in the main block, short ones, those rules took."""
    short = sum(map(shapes.count, "whs"))
    body = shapes.count("b") + shapes.count("m")
    start, end = document.main_block
    return (
        f"dm{8 * (end - start) // max(len(shapes), 1)}",
        f"dn{min(len(shapes).bit_length(), 7)}",
        f"ds{min(short.bit_length(), 5)}",
        f"dr{min(shapes.count('#').bit_length(), 4)}",
        f"db{min(body.bit_length(), 5)}",
    )


def candidates(seen: View) -> list[Line]:
    """Lines worth a look: all but paragraphs in the middle between others like them."""
    block = seen.document.main_block
    return [line for line in seen.document.lines if _worth(seen.shapes, line, block)]


def _worth(shapes: str, line: Line, block: tuple[int, int]) -> bool:
    start, end = block
    shape, index = shapes[line.index], line.index
    if shape not in "bm":
        return shape != "#"
    return (
        index == 0
        or index >= len(shapes) - TAIL
        or "#" in shapes[index - 1 : index + 2]
        or not start <= index < end
        or has_address(line.lower)
    )


def has_address(lower: str) -> bool:
    """Whether a text in lower case names a page, a mailbox or an account."""
    return any(mark in lower for mark in _ADDRESS)


def features(seen: View, line: Line) -> list[str]:
    """The names of the features that hold for a line; some may stand twice."""
    return wording(line) + setting(seen, line)


def wording(line: Line) -> list[str]:
    """Features of the words: one, two in a row, the first and the last."""
    tokens = _tokens(line.lower)
    names = [f"w{token}" for token in tokens]
    names += [f"b{one} {two}" for one, two in pairwise(tokens)]
    names += ("f" + tokens[0], "g" + " ".join(tokens[:2]), "G" + " ".join(tokens[:3])) if tokens else ()
    names += ("e" + tokens[-1], "E" + " ".join(tokens[-2:])) if tokens else ()
    return names


def setting(seen: View, line: Line) -> list[str]:
    """All other features: shape, place, neighbours, and the article around."""
    names = _look(seen, line)
    names += _place(seen, line)
    names += seen.context
    return names


def _tokens(lower: str) -> list[str]:
    if len(lower) > HEAD_CHARACTERS + TAIL_CHARACTERS:
        tokens = _TOKEN.findall(lower[:HEAD_CHARACTERS])[:-1] + _TOKEN.findall(lower[-TAIL_CHARACTERS:])[1:]
    else:
        tokens = _TOKEN.findall(lower)
    return ["0000"[: len(token)] if token[0].isdigit() else token for token in tokens]


def _look(seen: View, line: Line) -> list[str]:
    """Shape, case, punctuation, and how much the line has to do with the rest of the article."""
    text, shape, titled = line.text, seen.shapes[line.index], seen.titled[line.index]
    length = next((at for at, words in enumerate(_LENGTHS) if line.words <= words), len(_LENGTHS))
    told, case = _told(seen, line), _case(text)
    last = "a" if text[-1].isalnum() else text[-1]
    names = [
        "S" + shape,
        f"L{length}",
        f"T{shape}{titled}",
        f"o{told}{shape}",
        f"O{told}{titled}",
        f"c{case}",
        f"z{last}",
        f"k{case}{last}{length}",
    ]
    names += ["m" + mark for mark in _MARKS if mark in text]
    if has_address(line.lower):
        names += ("u", "u" + shape)
    outlet = seen.document.outlet
    if outlet and len(outlet) >= LABEL and outlet.lower() in line.lower:
        names += ("N", "N" + shape)
    if _elsewhere(seen.document.text, text, line):
        names += ("R", "R" + shape)
    if "(@" in text or "pic.twitter.com" in text:
        names += ("Y", "Y" + shape)
    if shape in _SHORT:
        names.append(f"D{min(sum(map(str.isdigit, text)), 6)}{shape}")
    if text.isupper():
        names.append("U" + shape)
    return names


def _case(text: str) -> str:
    first = text.lstrip("\"'“‘«([*•-–—> ")[:1]
    return "l" if first.islower() else "u" if first.isupper() else "d" if first.isdigit() else "x"


def _told(seen: View, line: Line) -> str:
    """How many of the line's first longer words stand elsewhere in the article, in quarters; "-" without any."""
    own = known = 0
    lower = seen.document.lower
    for token in line.lower[:HEAD_CHARACTERS].split():
        word = token.strip(_EDGES)
        if len(word) >= CONTENT and word not in _STOPWORDS:
            if own == MOST_CONTENT:
                break
            own += 1
            known += _elsewhere(lower, word, line)
    return f"{4 * known // own}{'+' if own > LABEL else ''}" if own else "-"


def _elsewhere(text: str, piece: str, line: Line) -> bool:
    """Whether a piece of a line stands in the text around it, at most `REACH` characters off."""
    after = text.find(piece, line.end, line.end + REACH)
    return after >= 0 or text.find(piece, max(0, line.start - REACH), line.start) >= 0


def _place(seen: View, line: Line) -> list[str]:
    """Where the line stands, and beside what."""
    index, last = line.index, len(seen.shapes) - 1
    around = "^^" + seen.shapes + "$$"
    before2, before, own, after, after2 = tuple(around[index : index + 5])
    head, tail = min(index, 4), min(last - index, 4)
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
    names += _run(seen, index)
    names += _block(seen, index)
    names += [f"r{kind}{own}" for kind in seen.taken[index]]
    if "#" in seen.shapes:
        names += _beside(seen.taken, index)
    return names


def _block(seen: View, index: int) -> list[str]:
    """Where the line stands to the main block of prose: inside, or how many lines before or behind it."""
    start, end = seen.document.main_block
    own = seen.shapes[index]
    if index < start:
        where = f"b{(start - index).bit_length()}"
    elif index >= end:
        where = f"a{(index - end + 1).bit_length()}"
    else:
        where = "i"
    names = [f"q{where}", f"q{where}{own}"]
    if where != "i":
        names.append(f"Q{where[0]}{own}{seen.titled[index]}")
    return names


def _run(seen: View, index: int) -> list[str]:
    """Whether the line is one of many alike (a list, verse, a table), or one piece of a broken paragraph."""
    shapes, lines = seen.shapes, seen.document.lines
    own, first = shapes[index], index
    while first and shapes[first - 1] in _SHORT and index - first < MOST_RUN:
        first -= 1
    past = index + 1
    while past < len(shapes) and shapes[past] in _SHORT and past - index < MOST_RUN:
        past += 1
    names = [f"j{min(past - first, MOST_RUN)}{own}", f"dr{min(shapes.count('#'), 3)}{own}"]
    start = lines[index].lower.split(None, 1)[0]
    for step, name in ((-1, "J-"), (1, "J+")):
        if 0 <= index + step < len(shapes) and lines[index + step].lower.startswith(start):
            names += (name, f"{name}{own}{'' if start[0].isalnum() else start[0]}")
    if past < len(shapes) and past == index + 1 and lines[past].text[0].islower():
        names.append("V" + own)
    return names


def _beside(taken: Sequence[frozenset[str]], index: int) -> list[str]:
    """Kinds of what the rules removed from the lines next to this one."""
    return [
        f"x{step}{kind}"
        for step in (-2, -1, 1, 2)
        if 0 <= index + step < len(taken)
        for kind in taken[index + step]
    ]
