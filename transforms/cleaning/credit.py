"""Image credits: "© IMAGO", "(AP Photo/Ann Lee)", "| Ann Lee/Getty Images", "Image: Reuters", "GETTY".

A credit stands on a line of its own, at the end of a caption, or opens a caption. It never opens a sentence
of the prose ("Getty Images sued …", "Photo ID laws …"), because what follows it has to look like a credit to
its end. The forms stand in `data/credit.tsv`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.cleaning.cues import CueScanner
from transforms.cleaning.document import Document, Line, Span
from transforms.cleaning.phrases import MAX_LINE, expand, read_table
from transforms.codes import EditKind

LINE_WORDS = 16
PLACES = ("line", "start", "end", "tail")
CAPTION_WORDS = 60

_CUES = (
    "photo", "image", "picture", "credit", "caption", "©", "getty", "reuters", "afp", "(ap", "epa",
    "shutterstock", "istock", "alamy", "courtesy", "illustration", "screenshot", "screengrab", "via ",
    "pixabay", "/", "staff", "anadolu", "imago", "associated press", "canadian press", "press association",
    "copyright", "unsplash", "pexels",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """One form of credit: a row of `data/credit.tsv`.

    `place`: the whole line, its start, its end where no full stop stands ("tail"), or anywhere ("end").
    `needs`: one of these substrings stands in the lower-cased line. `last`: looked for in that many last
    characters of the line only (0: everywhere).
    """

    rule: str
    place: str
    confidence: float
    needs: tuple[str, ...]
    last: int
    regex: re.Pattern[str]
    example: str


@cache
def shapes() -> dict[str, tuple[Shape, ...]]:
    """The forms of credits by place ("line", "start", "end", "tail")."""
    rows = [_shape(row) for row in read_table("credit.tsv")]
    return {place: tuple(shape for shape in rows if shape.place == place) for place in PLACES}


def _shape(row: list[str]) -> Shape:
    rule, place, confidence, needs, last, pattern, example = row
    substrings = tuple(need.replace("<bar>", "|") for need in needs.split("|") if need)
    regex = re.compile(expand(pattern), re.IGNORECASE)
    return Shape(f"credit.{rule}", place, float(confidence), substrings, int(last), regex, example)


def find_credits(document: Document) -> Iterator[Span]:
    """Image credits with the names in them (`image_credit`)."""
    cued = {
        line.index
        for _, positions in _scanner().scan(document.text, document.lower)
        for line in map(document.line_at, positions)
        if line is not None
    }
    for line in document.lines:
        dashed = line.words <= LINE_WORDS and "—" in line.text
        if line.end - line.start <= MAX_LINE and (dashed or line.text[0] == "(" or line.index in cued):
            yield from _in_line(line)


@cache
def _scanner() -> CueScanner:
    return CueScanner([_CUES])


def _in_line(line: Line) -> Iterator[Span]:
    text = line.plain
    if line.words <= LINE_WORDS:
        for shape in shapes()["line"]:
            if match := shape.regex.fullmatch(text):
                yield _span(line, match, shape)
                return
    for shape in shapes()["start"] if line.words <= CAPTION_WORDS else ():
        if match := shape.regex.match(text):
            yield _span(line, match, shape)
            return
    yield from _outermost(list(_towards_end(line, text)))


def _towards_end(line: Line, text: str) -> Iterator[Span]:
    for shape in shapes()["end"] if line.terminal else (*shapes()["end"], *shapes()["tail"]):
        if not shape.needs or any(need in line.lower for need in shape.needs):
            for match in shape.regex.finditer(text, max(0, len(text) - shape.last) if shape.last else 0):
                yield _span(line, match, shape)


def _outermost(spans: list[Span]) -> Iterator[Span]:
    """The spans that don't lie inside an earlier or longer one: only these carry the right names."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    yield from kept


def _span(line: Line, match: re.Match[str], shape: Shape) -> Span:
    """The match as a span, with the names in it; in a doubled credit group 1 is one of the two."""
    start, end = match.span()
    named = line.text[slice(*match.span(1))] if match.re.groups else line.text[start:end]
    names = credit_names(named, after_caption=shape.place == "tail")
    data = tuple(("image_credit", name) for name in names)
    return Span(
        EditKind.CREDIT, line.start + start, line.start + end, shape.rule, shape.confidence, data=data
    )


_NAME_SPLIT = re.compile(
    r"\s*(?:[/|,;©()\[\]:•]|\bvia\b|\bby\b|\bcourtesy of\b|\bfor\b| - |[—–]|\band\b)\s*", re.IGNORECASE
)
_LABELS = frozenset(
    {
        "photo", "photos", "photograph", "photographs", "image", "picture", "pictures", "pic", "credit",
        "credits", "file", "illustration", "courtesy", "phoot", "video", "source", "feature",
        "featured", "top", "lead", "staff", "screen", "capture", "submitted", "handout", "supplied",
        "provided", "from", "screenshot", "of", "a", "the", "by", "via", "for", "europe",
        "sgt.", "cpl.", "pfc.", "spc.",
    }
)  # fmt: skip
NAME_WORDS = 2


def credit_names(text: str, *, after_caption: bool = False) -> list[str]:
    """Who a credit names, labels, ranks and years left out.

    `after_caption`: the text may open with words of the caption, so that only the last two words of a long
    first name count.

    >>> credit_names("(AP Photo/Ann Lee, File)"), credit_names("© 2019 Kyodo via AP Images")
    (['AP', 'Ann Lee'], ['Kyodo', 'AP Images'])
    """
    names: list[str] = []
    for piece in _NAME_SPLIT.split(text):
        words = [word for word in piece.split() if not re.fullmatch(r"\d{4}", word)]
        while words and words[0].lower() in _LABELS and words[0] != "The":
            words.pop(0)
        while words and words[-1].lower().strip(".") in _LABELS:
            words.pop()
        if after_caption and not names and len(words) > NAME_WORDS + 1:
            words = words[-NAME_WORDS:]
        name = " ".join(words).strip(" .'\"")
        if len(name) > 1 and name not in names and (".com" in name or any(char.isupper() for char in name)):
            names.append(name)
    return names
