"""Tables of artefact phrases: rows of a TSV file, found in an article at the cost of a few substring checks.

A row says where a phrase may stand (`scope`, `zone`), how long the line may be (`words`), which literal
substrings any hit contains (`cues`, lower case, joined by "|": the cheap pre-check) and the regex that decides.
Regexes see plain punctuation (straight quotes, hyphens, ordinary spaces) and ignore case unless they say
`(?-i:…)`. `<name>` in a regex stands for a fragment of `macros.tsv`.

Scopes: `line` (the whole line), `segment` (a whole sentence-like piece), `rest` (from the start of a piece to the
end of its line), `prefix` (the start of a line), `inline` (anywhere in a line), `after` (a whole piece right
behind another artefact of the same line).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from transforms.cleaning.document import Document, Line, Segment, Span
from transforms.codes import EditKind

MAX_LINE = 2_000
"""Longer lines are prose or broken input; phrase regexes are not tried on them."""

_PLAIN = str.maketrans(
    "‘’‚“”„–—−\u00a0\u2009\u202f\u2007\u2011",
    "'''\"\"\"---    -",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of a phrase table."""

    kind: EditKind
    rule: str
    scope: str
    zone: str
    words: int
    confidence: float
    cues: tuple[str, ...]
    regex: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase was found: offsets into the document, the match itself (on plain punctuation)."""

    phrase: Phrase
    line: Line
    start: int
    end: int
    match: re.Match[str]

    def span(self, data: tuple[tuple[str, str], ...] = ()) -> Span:
        """The hit as a span to remove."""
        return Span(
            self.phrase.kind, self.start, self.end, self.phrase.rule, self.phrase.confidence, data=data
        )


def plain(text: str) -> str:
    """The text with straight quotes, hyphens and ordinary spaces, same length.

    >>> plain("“Don’t” — no")
    '"Don\\'t" - no'
    """
    return text.translate(_PLAIN)


def read_table(name: str) -> list[list[str]]:
    """The rows of a TSV file of the data folder, without its header line and comments ("#")."""
    text = resources.files("transforms.cleaning").joinpath("data", name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return rows[1:]


@cache
def macros() -> dict[str, str]:
    """The regex fragments that tables may use as `<name>`."""
    return {row[0]: row[1] for row in read_table("macros.tsv")}


def expand(pattern: str) -> str:
    """Put the fragments of `macros.tsv` in place of `<name>`. Raises KeyError for an unknown one."""
    return re.sub(r"(?<!\?P)<([a-z_]+)>", lambda match: expand(macros()[match[1]]), pattern)


@cache
def phrase_table(name: str) -> tuple[Phrase, ...]:
    """The phrases of one TSV file, compiled."""
    return tuple(_phrase(row) for row in read_table(name))


def _phrase(row: list[str]) -> Phrase:
    kind, rule, scope, zone, words, confidence, cues, pattern, example = row
    return Phrase(
        EditKind(kind),
        f"{kind}.{rule}",
        scope,
        zone,
        int(words),
        float(confidence),
        tuple(cues.split("|")),
        re.compile(expand(pattern), re.IGNORECASE),
        example,
    )


def find(document: Document, table: Iterable[Phrase]) -> Iterator[Hit]:
    """All hits of a table, row by row; every hit lies inside one line."""
    lower = document.lower
    for phrase in table:
        if any(cue in lower for cue in phrase.cues):
            for line in _candidates(document, phrase):
                yield from _in_line(document, line, phrase)


def _candidates(document: Document, phrase: Phrase) -> Iterator[Line]:
    """The lines that hold one of the phrase's cues and stand where the phrase may stand, each once."""
    seen: set[int] = set()
    for cue in phrase.cues:
        at = document.lower.find(cue)
        while at >= 0:
            line = document.line_at(at)
            if line is None:
                break
            if line.index not in seen:
                seen.add(line.index)
                if _allowed(document, line, phrase):
                    yield line
            at = document.lower.find(cue, max(line.end, at + 1))


def _allowed(document: Document, line: Line, phrase: Phrase) -> bool:
    if line.end - line.start > MAX_LINE and phrase.scope in {"line", "prefix", "inline"}:
        return False
    if phrase.scope == "line" and line.words > phrase.words:
        return False
    if phrase.zone == "any":
        return True
    head = line.index <= max(document.first_body, 2)
    tail = line.index >= min(document.last_body, len(document.lines) - 5)
    return {"head": head, "tail": tail, "edge": head or tail}[phrase.zone]


def _in_line(document: Document, line: Line, phrase: Phrase) -> Iterator[Hit]:
    if phrase.scope == "line":
        match = phrase.regex.fullmatch(plain(line.text))
        if match:
            yield Hit(phrase, line, line.start, line.end, match)
    elif phrase.scope == "prefix":
        match = phrase.regex.match(plain(line.text[:400]))
        if match:
            yield Hit(phrase, line, line.start, line.start + match.end(), match)
    elif phrase.scope == "inline":
        for match in phrase.regex.finditer(plain(line.text)):
            yield Hit(phrase, line, line.start + match.start(), line.start + match.end(), match)
    else:
        yield from _in_segments(document, line, phrase)


def _in_segments(document: Document, line: Line, phrase: Phrase) -> Iterator[Hit]:
    for segment in document.segments_of(line):
        end = line.end if phrase.scope == "rest" else segment.end
        if end - segment.start > MAX_LINE or not _has_cue(document, segment, phrase):
            continue
        text = plain(document.text[segment.start : end])
        if text.count(" ") >= phrase.words:
            continue
        match = phrase.regex.fullmatch(text)
        if match:
            yield Hit(phrase, line, segment.start, end, match)
            if phrase.scope == "rest":
                return


def _has_cue(document: Document, segment: Segment, phrase: Phrase) -> bool:
    lower = document.lower
    return any(lower.find(cue, segment.start, segment.end) >= 0 for cue in phrase.cues)
