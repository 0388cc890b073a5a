"""Image credits: "© IMAGO", "(AP Photo/Ann Lee)", "| Ann Lee/Getty Images", "Image: Reuters", "GETTY".

A credit stands on a line of its own, at the end of a caption, or opens a caption. It never opens a sentence of the
prose ("Getty Images sued …", "Photo ID laws …"), because what follows it has to look like a credit to its end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from transforms.cleaning.document import Document, Line, Span
from transforms.cleaning.phrases import MAX_LINE, expand, plain
from transforms.codes import EditKind

_CUES = (
    "photo", "image", "picture", "credit", "©", "getty", "reuters", "afp", "/ap", "(ap", "epa", "shutterstock",
    "istock", "alamy", "courtesy", "illustration", "graphic", "screenshot", "screengrab", "via ", "pixabay", "/",
    "—", "agency", "imago", "associated press", "copyright", "press", "unsplash", "pexels",
)  # fmt: skip

_LABEL = (
    r"(?:(?:(?:AP|Reuters|AFP|EPA|Getty|PA|UPI|ANI|PTI|TASS|file|courtesy|staff|handout|top|featured?|main|cover|header|"
    r"lead|hero|pool|screen) ?)?(?:photo(?:graph)?s?|phoot|images?|pictures?|pics?|illustration|graphic|screenshot|grab|"
    r"screengrab|artwork|video|map)(?: ?(?:credits?|source|courtesy|illustration|by|of|from))?|"
    r"(?:photo |image |picture )?credits?|courtesy)"
)
_CHAIN = r"<agency>(?: ?(?:/|-|,|;|via|\||for|/via|and) ?(?:via )?(?:<agency>|<person>|<proper>)){0,3}"
_NAMED = (
    r"(?:<person>|(?-i:[A-Z][\w.'-]+)) ?(?:/|\||-|,|; ?| for | via |/via ) ?(?:via |for )?(?:the )?" + _CHAIN
)
_SLASHED = (
    r"(?-i:[A-Z][\w.&'-]*(?: (?:of|the|and|[A-Z][\w.&'-]*)){0,4}) ?/ ?(?:for |via )?"
    r"(?-i:[A-Z][\w.&'-]*(?: (?:of|the|and|[A-Z][\w.&'-]*)){0,4}(?: staff| file photo| illustration)?)"
    r"(?: ?/ ?(?-i:[A-Z][\w.&' -]{1,40}))?"
)
_LABELLED = _LABEL + r" ?(?::|/|\bby\b|\bcourtesy\b|\bvia\b|\bof\b|\bfrom\b|-) ?[^()\[\]]{2,110}"


@dataclass(frozen=True, slots=True)
class _Shape:
    """A form of credit. `needs`: one of these stands in the lower-cased line; `last`: looked for in that many
    last characters of the line only (0: everywhere)."""

    rule: str
    confidence: float
    regex: re.Pattern[str]
    needs: tuple[str, ...]
    last: int


def _shape(rule: str, confidence: float, pattern: str, needs: tuple[str, ...] = (), last: int = 0) -> _Shape:
    return _Shape(f"credit.{rule}", confidence, re.compile(expand(pattern), re.IGNORECASE), needs, last)


@cache
def _whole_lines() -> tuple[_Shape, ...]:
    """Shapes of a line that is a credit and nothing else."""
    return (
        _shape("labelled_line", 0.98, rf"[(\[|\s]*{_LABEL} ?(?::|/|\bby\b|\bcourtesy\b|\bvia\b|\bfrom\b|-) ?(?:[^.!?]|\.(?=\w)){{2,90}}[)\]]?\.?"),
        _shape("named_line", 0.985, rf"[(\[|•\s]*(?:{_NAMED}[)\]\s,]*(?:file)?[\s/]*){{1,3}}(?:\(.{{2,40}}\))?\.?"),
        _shape("agency_line", 0.97, rf"[(\[|\s]*(?:AP Photo ?/ ?)?{_CHAIN}[)\]]?(?: (?:Europe|North America|file))?"),
        _shape(
            "label_of_line",
            0.96,
            r"(?:photo(?:graph)?s?|images?|illustration|picture) (?:of|from|source)\b"
            r"(?: .{2,70}(?:/| by (?-i:[A-Z])).{2,60}| (?-i:[A-Z])[^.]{2,50})?\.?",
        ),
        _shape("slashed_line", 0.95, rf"[(\[|\s]*{_SLASHED}[)\]]?"),
        _shape("dash_line", 0.94, r"(?:<person> ?(?-i:[—–]|--?) ?(?:<agency>|[^.!?]{2,30}\bstaff)[\s,]*){1,3}"),
        _shape("courtesy_line", 0.97, r"\W*(?:courtesy (?:photo|image|of .{2,50}|.{2,30})|photo (?:provided|submitted|supplied).{0,50})\W*"),
        _shape("copyright_line", 0.9, r"© ?(?:\d{4} )?(?:<agency>|<person>)(?: ?[/|,-] ?(?:<agency>|<proper>))*"),
    )


@cache
def _ends() -> tuple[_Shape, ...]:
    """Shapes of a credit at the end of a line, or between a caption and more text."""
    return (
        _shape("bracket", 0.985, rf"[(\[] ?(?:{_LABELLED}|<agency> ?: ?<person>|{_NAMED}(?:,? ?file)?|AP Photo[^()\[\]]{{0,60}}|{_CHAIN}(?: [A-Z]\w+)?|courtesy(?: (?:photo|of|:))? ?(?-i:[A-Z])[^()\[\]]{{1,60}}|courtesy photo) ?[)\]](?!\s*(?:-|:|,|\.))", needs=("(", "[")),
        _shape("bracket_slash", 0.96, rf"\({_SLASHED}(?:, file)?\)(?=\W*$|\s+\()", needs=("(",)),
        _shape("pipe", 0.98, rf"\| ?(?:{_LABEL} ?(?::|by|/)? ?[^|.!?]{{2,60}}$|{_NAMED}|AP Photo|{_CHAIN}|courtesy of <proper>|<person>(?=$| ?/))", needs=("|",)),
        _shape("copyright_sign", 0.98, r"© ?(?!\d{4} (?:by|copyright))(?:\d{4} )?(?-i:[A-Z])[^.!?©|]{1,60}$", needs=("©",), last=90),
        _shape("labelled_end", 0.97, rf"(?<=[.!?\"')\]\s])(?-i:(?:Photo|Photograph|Picture|Image|Illustration|Credit|PHOTO|IMAGE|CREDIT|Photos|Images)(?: (?:Credit|credit|courtesy|CREDIT|by|illustration))?) ?(?::|\bby\b|/)? ?(?-i:[A-Z(@])[^.!?:]{{2,90}}(?:\( ?[A-Z][\w ]{{1,30}}\))?\.?$", needs=("photo", "picture", "image", "illustration", "credit"), last=150),
        _shape("named_end", 0.96, rf"(?<=[.!?\"')a-z0-9] )(?:{_NAMED}|<agency>(?: ?/ ?<agency>)?(?: Europe)?)$", last=90),
        _shape(
            "person_slash_end",
            0.95,
            r"(?<=[.!?\"')a-z0-9] )(?-i:[A-Z][\w.'-]+ (?:[A-Z]\.? )?[A-Z][\w'-]+) ?/ ?(?-i:[A-Z])[\w&' ]{1,32}$",
            needs=("/",), last=80,
        ),
        _shape("toggle_doubled", 0.98, r"(?<=toggle caption )(.{3,90}) \1", needs=("toggle caption",)),
        _shape("doubled", 0.985, rf"(?<=\s)((?:<person> ?/ ?|(?-i:[A-Z][\w.'& -]{{2,60}}) ?/ ?)?{_CHAIN}) \1", needs=("getty", "reuters", "/", "afp", "epa")),
        _shape("dash_staff", 0.95, r"(?-i:[A-Z][A-Z.'-]+ [A-Z][A-Z.'-]+) ?(?-i:[—–-]|--) ?(?-i:[A-Z])[\w ]{2,24}\bstaff\b", needs=("staff",)),
        _shape("source_photo", 0.96, r"(?-i:Photo|Image) ?: (?-i:[A-Z])[^.!?:]{2,60}, (?-i:[A-Z])[^.!?:]{2,40} (?=(?-i:Photo|Image))", needs=("photo", "image")),
    )


@cache
def _starts() -> tuple[_Shape, ...]:
    """Shapes of a credit that opens a caption."""
    return (
        _shape("named_start", 0.96, rf"(?!(?:A|An|The|In|On|At|For|By)\b)(?:<person> ?/ ?(?:<agency>)(?: ?[-/] ?<agency>)*(?: via <agency>)?)(?= (?-i:[A-Z])(?!ews\b|adio\b))", needs=("/",)),
        _shape("caps_start", 0.96, r"(?-i:GETTY|REUTERS|AFP|EPA|ALAMY|SHUTTERSTOCK|PA|REX|AP|WENN|SPLASH|INSTAGRAM|TWITTER|YOUTUBE)(?: ?[/•-] ?(?-i:[A-Z]+))* (?=(?-i:[A-Z][a-z]))(?=[^.!?]{8,220}$)"),
        _shape("start_bracket", 0.97, rf"\((?:{_LABELLED}|{_NAMED}|AP Photo[^()]{{0,60}})\)(?= (?-i:[A-Z]))", needs=("(",)),
    )


def find_credits(document: Document) -> Iterator[Span]:
    """Image credits with the names in them (`image_credit`)."""
    for line in document.lines:
        if line.end - line.start <= MAX_LINE and any(cue in line.lower for cue in _CUES):
            yield from _in_line(line)


def _in_line(line: Line) -> Iterator[Span]:
    text = plain(line.text)
    if line.words <= 16:
        for shape in _whole_lines():
            if shape.regex.fullmatch(text):
                yield _span(line, 0, len(text), shape)
                return
    for shape in _starts() if line.words <= 60 else ():
        match = shape.regex.match(text)
        if match:
            yield _span(line, 0, match.end(), shape)
            return
    for shape in _ends():
        if not shape.needs or any(need in line.lower for need in shape.needs):
            for match in shape.regex.finditer(text, max(0, len(text) - shape.last) if shape.last else 0):
                yield _span(line, match.start(), match.end(), shape)


def _span(line: Line, start: int, end: int, shape: _Shape) -> Span:
    names = credit_names(line.text[start:end])
    data = tuple(("image_credit", name) for name in names)
    return Span(EditKind.CREDIT, line.start + start, line.start + end, shape.rule, shape.confidence, data=data)


_NAME_SPLIT = re.compile(r"\s*(?:[/|,;©()\[\]:•]|\bvia\b|\bby\b|\bcourtesy of\b|\bfor\b| - |[—–]|\band\b)\s*", re.IGNORECASE)
_WORDS = frozenset(
    "photo photos photograph photographs image images picture pictures pic credit credits photo credit image credit "
    "file illustration courtesy phoot video graphic".split()
)


def credit_names(text: str) -> list[str]:
    """Who a credit names, labels and years left out.

    >>> credit_names("(AP Photo/Ann Lee, File)"), credit_names("© 2019 Kyodo via AP Images")
    (['AP', 'Ann Lee'], ['Kyodo', 'AP Images'])
    """
    names: list[str] = []
    for piece in _NAME_SPLIT.split(text):
        words = [word for word in piece.split() if not re.fullmatch(r"\d{4}", word)]
        while words and words[0].lower().strip(".") in _WORDS:
            words.pop(0)
        while words and words[-1].lower().strip(".") in {"file", "photo", "photos"}:
            words.pop()
        name = " ".join(words).strip(" .'\"")
        if len(name) > 1 and name not in names:
            names.append(name)
    return names
